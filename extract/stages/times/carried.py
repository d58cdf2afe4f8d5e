"""What a figure without a period of its own takes from the sentences before it, as evidence that competes.

A period holds on where a sentence goes on with the matter: it counts the same thing, points back («dari jumlah itu»),
or gives the parts. It fades with every sentence and paragraph, a year faster than a day.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from extract.patterns.pack import Cue, Discourse, Indicator
from extract.reading import AGAIN, GOING_ON, PART_OF, Bound, Dated, Reading, Scene
from extract.stages.times.kin import is_budget, is_people, is_rest, is_short
from extract.stages.times.rows import Row, latest, name_of
from extract.stages.times.stated import AGAINST, FROM, StatedPeriods, dated

_TELLING = 10_000  # the least count that is the same figure where it is said again, and no other one
_SERIES = 3  # sentences that a list goes on over
_REACH = 3  # sentences back of which one may date a figure
_PARTS = 3
_OPENING = 4  # tokens at a sentence's beginning that may point back
_ELLIPTIC = 2  # tokens before the figure of a sentence that has no subject: «Baru 81 persen yang terdaftar»
_AMONG = 3  # tokens behind a figure in which «di antaranya» stands

ENOUGH = 0.55
_DAY = 0.35  # what a day or month is worth in the sentence before
_YEAR = 0.3  # what a year, a part of one or a span is
_SAME = 0.35  # the same indicator
_REST = 0.45  # those of the same people who are not
_PEOPLE = 0.25  # people counted at that day
_ACCOUNTS = 0.25  # of one family, earned, spent or owed
_CARE = 0.3  # visits, and what they cost
_KIN = 0.1  # of one family otherwise
_POINTS = 0.3  # the sentence begins with what points back
_LATER = 0.25  # it points back further on
_STEP = 0.15  # each sentence more between, and each paragraph
_SILENT = 0.3  # what one of them counts that has no figure
_BUDGET_STEP = 0.05  # the same for the budget of a year that is not over
_CONTRAST = 4  # rows back of which one may be of a later time
_PLANNED = 0.4  # a period to come, for what is aimed at or planned right behind it
_AHEAD = 0.1  # a period to come
_STANDING = 0.15  # a year's for people who are counted on a day
_TOLD = 0.25  # of money and flows: what the sentence before tells of last year
_DIVIDED = 0.2  # the parts of what was counted, by class, segment or area
_THIS_YEAR = 0.25  # the article's own year's for what is set aside or spent in it
_PASSED = 0.1  # each time that the period was carried before


class Carrier:
    """The dated figures of one article so far, and what the next takes from them."""

    def __init__(
        self, reading: Reading, stated: StatedPeriods, discourse: Discourse, indicators: Mapping[str, Indicator]
    ) -> None:
        self._reading = reading
        self._stated = stated
        self._discourse = discourse
        self._indicators = indicators
        self._rows: list[Row] = []
        self._by_sentence: dict[int, list[Row]] = {}
        self._said: dict[float, dict[str | None, Row]] = {}  # the first of each indicator, in order

    def keep(self, bound: Bound, period: Dated, hold: float, aimed: bool) -> None:
        """Remember the period that a figure was given."""
        row = Row(bound, period, hold if period.basis == "stated" else 0.0, aimed)
        self._rows.append(row)
        self._by_sentence.setdefault(bound.figure.sentence, []).append(row)
        if period.basis == "stated":
            self._said.setdefault(bound.figure.quantity.value, {}).setdefault(name_of(row), row)

    def of_series(self, scene: Scene, bound: Bound, aimed: bool) -> Dated | None:
        """The stated period of the row that a figure takes up: the one it repeats, or the one whose list it goes on."""
        assert bound.bid is not None
        value, name = bound.figure.quantity.value, bound.bid.indicator
        said = self._said.get(value, {})
        first = next(iter(said.values()), None)
        if bound.bid.why == AGAIN:
            return first.dated if first is not None else None
        if first is not None and value >= _TELLING and name in said:
            return first.dated
        return self._going_on(scene, bound, name, aimed)

    def _going_on(self, scene: Scene, bound: Bound, name: str, aimed: bool) -> Dated | None:
        """The period of the row before, where the figure goes on with its list; how things are is not of an aim's."""
        if not self._rows or bound.bid is None:
            return None
        last = self._rows[-1].bound
        mates = self._of_sentence(last.figure.sentence)
        period = (latest([row for row in mates if name_of(row) == name]) or mates[-1]).dated
        apart = bound.figure.sentence - last.figure.sentence
        if apart > _SERIES or period.basis != "stated" or self._stated.to_come(period):
            return None
        if apart == 0 and self._is_before(last, bound, period):
            return None
        indicator = self._indicator(bound)
        if apart and self._rows[-1].aimed and not aimed and is_people(indicator) and not indicator.flow:
            return None
        goes_on = scene.goes_on or bound.bid.why in (GOING_ON, PART_OF) or apart == 0
        if not goes_on and apart <= 1 and name_of(self._rows[-1]) == name:
            goes_on = self._labelled(bound)
        start = self._reading.sentence_tokens[bound.figure.sentence]
        return period if goes_on or self._reading.between("same_period", start, bound.figure.token) else None

    def _is_before(self, old: Bound, new: Bound, period: Dated) -> bool:
        """Whether a sentence states a time that is over for the old level: «dari A pada 2023 menjadi B»."""
        between = self._reading.between("separator", old.figure.end, new.figure.token)
        stated = [s for s in self._stated.of(new.figure.sentence) if dated(s.period) == period]
        return bool(stated) and self._stated.may_be_over(period) and any(m.value == "into" for m in between)

    def _of_sentence(self, sentence: int) -> list[Row]:
        return self._by_sentence.get(sentence, [])

    def from_before(
        self, scene: Scene, bound: Bound, paragraphs: Sequence[int], aimed: bool
    ) -> tuple[Dated, float] | None:
        """The period that holds on from a sentence before, and how firmly; None where the evidence is too little.

        What is ``aimed`` at is not of the day on which something was counted, and what is so not of the day of an aim.
        What a list gives the parts of stands before the line that heads it.
        """
        paid = self._paid_for(bound)
        if paid is not None:
            return paid, 1.0
        found = self._from_before(scene, bound, bound.figure.sentence, paragraphs, aimed)
        if found is None and scene.head is not None and scene.head < bound.figure.sentence:
            return self._from_before(scene, bound, scene.head, paragraphs, aimed)
        return found

    def _paid_for(self, bound: Bound) -> Dated | None:
        """«Anggaran itu untuk 5.120 warga»: the time to come of the money before, which pays for them."""
        reading, sentence, token = self._reading, bound.figure.sentence, bound.figure.token
        first = reading.sentence_tokens[sentence]
        if bound.figure.form != "count" or not reading.between("pays", first, first + 1):
            return None
        if any(reading.between(kind, first, token) for kind in ("now", "already", "reason")):
            return None
        paid = (row.dated for row in self._of_sentence(sentence - 1) if row.bound.figure.form == "money")
        return next((period for period in paid if self._stated.to_come(period)), None)

    def _from_before(
        self, scene: Scene, bound: Bound, sentence: int, paragraphs: Sequence[int], aimed: bool
    ) -> tuple[Dated, float] | None:
        """As ``from_before``, of a figure that stands in ``sentence`` or in the list that it heads."""
        indicator = self._indicator(bound)
        for at in range(sentence - 1, max(sentence - 1 - _REACH, -1), -1):
            found = self._spoken_of(at, indicator, aimed)
            if found is None:
                continue
            row, period, hold = found
            people = row is not None and is_people(self._indicator(row.bound)) and not self._stated.to_come(period)
            if people and is_short(period) and is_budget(indicator):
                continue  # «Hingga Agustus baru 52.114 jiwa. Anggarannya Rp 26 miliar»: of the year
            if period.basis != "stated" or self._at_odds(indicator, row, period, aimed):
                return None
            evidence = self._worth(scene, bound, at, row, period, aimed) - _PASSED * (1.0 - hold)
            step = _STEP if self._stated.over(period) or not is_budget(indicator) else _BUDGET_STEP
            evidence -= step * self._between(at, sentence, paragraphs)
            return (period, evidence) if evidence >= ENOUGH - 1e-9 else None
        return None

    def _between(self, at: int, sentence: int, paragraphs: Sequence[int]) -> float:
        """How many sentences and paragraphs lie between two sentences; those without figures count less."""
        apart = sentence - 1 - at + paragraphs[sentence] - paragraphs[at]
        counted = [number for number in range(at + 1, sentence) if self._figures_in(number)]
        silent = sentence - 1 - at - len(counted)
        breaks = paragraphs[sentence] - paragraphs[at] - 1 - len({paragraphs[number] for number in counted})
        return apart - (1.0 - _SILENT) * (silent + max(breaks, 0))

    def _at_odds(self, indicator: Indicator, row: Row | None, period: Dated, aimed: bool) -> bool:
        """Whether a figure that is so is held against one that is aimed at, or the other way round."""
        to_come = self._stated.to_come(period)
        if aimed:
            return is_short(period) and not to_come
        return not is_budget(indicator) and (to_come or (row is not None and row.aimed))

    def _spoken_of(self, at: int, indicator: Indicator, aimed: bool) -> tuple[Row | None, Dated, float] | None:
        """What dates sentence ``at``: its row of the same indicator, or its last; without rows, what it states last.

        The time of an aim that has no figure is not that of how things are.
        """
        rows = self._of_sentence(at)
        if rows:
            same = latest([row for row in rows if name_of(row) == indicator.name])
            rest = (row for row in reversed(rows) if is_rest(self._indicator(row.bound), indicator))
            row = same or next(rest, rows[-1])
            planned = [other for other in rows if self._stated.to_come(other.dated)]
            if same is None and planned and is_budget(indicator):
                return planned[-1], planned[-1].dated, planned[-1].hold  # «kuota 40 ribu, kini 26 ribu. Duitnya»
            mixed = row.dated.basis != "stated" or any(other.dated.basis != "stated" for other in rows)
            told = self._outside(at, row.dated)
            return (row, Dated(told.start, told.end, "article_date") if mixed else told, row.hold)
        stated = [s for s in self._stated.of(at) if s.period.form not in (AGAINST, FROM)]
        if not stated or self._stated.of_cause(stated[-1]):
            return None
        words = self._reading.between("status", *self._reading.sentence_tokens[at : at + 2])
        if not aimed and is_people(indicator) and not indicator.flow and any(m.value == "target" for m in words):
            return None
        return None, dated(stated[-1].period), 1.0

    def _outside(self, at: int, period: Dated) -> Dated:
        """The period that a sentence tells of, where one in a bracket is of a single figure: «(semester I 2025)»."""
        stated = self._stated.of(at)
        aside = [s for s in stated if self._stated.is_aside(s)]
        if all(dated(s.period) != period for s in aside):
            return period
        return next((dated(s.period) for s in stated if s not in aside), period)

    def _worth(self, scene: Scene, bound: Bound, at: int, row: Row | None, period: Dated, aimed: bool) -> float:
        """How much speaks for the period of sentence ``at``, apart from how far it stands."""
        indicator = self._indicator(bound)
        short = is_short(period)
        evidence = _DAY if short else _YEAR
        points = self._points_back(scene, bound)
        kin = self._kinship(indicator, row, scene, short)
        if not points and self._contrasted(row, period):
            return 0.0
        if row is None and not short and not kin and not self._figures_in(at):
            told = at == bound.figure.sentence - 1 and (indicator.flow or is_budget(indicator))
            if not told or not self._recent(period):
                return 0.0  # «Gedungnya berdiri tahun 1987.»
            evidence += _TOLD
        if self._stated.to_come(period) and aimed and at == bound.figure.sentence - 1:
            evidence += _PLANNED
        elif self._stated.to_come(period):
            evidence -= 0.0 if points else _AHEAD
            if (not points and kin < _SAME) or (row is None and self._figures_in(at)):
                return 0.0
        elliptic = row is None and bound.figure.token - self._reading.sentence_tokens[bound.figure.sentence] < _ELLIPTIC
        if not short and not indicator.flow and not points and not elliptic and is_people(indicator):
            evidence -= _STANDING
        if not short and is_budget(indicator) and self._is_this_year(period):
            evidence += _THIS_YEAR
        if kin and not points and len(scene.cells) >= _PARTS and self._labelled(bound):
            evidence += _DIVIDED
        return evidence + kin + points

    def _is_this_year(self, period: Dated) -> bool:
        """Whether a period is of the article's own year."""
        today = self._stated.today
        return bool(today and period.start and period.end and period.start.year == today.year == period.end.year)

    def _recent(self, period: Dated) -> bool:
        """Whether a period is in the article's own year or the one before."""
        today = self._stated.today
        return bool(today and period.end and period.end.year >= today.year - 1)

    def _contrasted(self, before: Row | None, period: Dated) -> bool:
        """Whether a time that is over was only held against a later one: «tahun ini Rp 42 miliar. Tahun lalu Rp 31»."""
        rows = [row for row in self._rows[-_CONTRAST:] if before is None or name_of(row) == name_of(before)]
        told = (row.dated.start for row in rows if row.dated.basis == "stated")
        return self._stated.over(period) and any(day and period.end and day > period.end for day in told)

    def _kinship(self, indicator: Indicator, row: Row | None, scene: Scene, short: bool) -> float:
        """How near what is counted is to what was counted, or spoken of, at that time."""
        if row is None:
            cues = (m.value for m in scene.context if isinstance(m.value, Cue))
            return _SAME if any(cue.indicator == indicator.name for cue in cues) else 0.0
        before = self._indicator(row.bound)
        if before.name == indicator.name:
            return _SAME
        if is_rest(before, indicator):
            return _REST
        people = is_people(before) and is_people(indicator)
        if people or set(before.units) == set(indicator.units) != {"idr"}:
            return _PEOPLE if short else _KIN
        if before.family == indicator.family:
            one = before.state == indicator.state and before.default_region == indicator.default_region
            return _ACCOUNTS if one else _KIN
        if not short and ("visit",) in (indicator.units, before.units) and "money" in (before.form, indicator.form):
            return _CARE  # what the care of a year cost, and how many came
        return 0.0

    def _points_back(self, scene: Scene, bound: Bound) -> float:
        """Whether a sentence points back at the one before: in its first words, or nearer to the figure."""
        reading, figure = self._reading, bound.figure
        first = reading.sentence_tokens[figure.sentence]
        opening = min(first + _OPENING, figure.token)
        if scene.goes_on or any(reading.between(kind, first, opening) for kind in ("taking_up", "ellipsis", "anaphor")):
            return _POINTS
        if any(self._discourse.is_possessive(reading.word(token)) for token in range(first, opening)):
            return _POINTS
        if reading.between("head", figure.end, figure.end + _AMONG):
            return _POINTS
        if is_budget(self._indicator(bound)) and figure.token - first <= _ELLIPTIC:
            return _LATER  # «Dana Rp 8 miliar disiapkan»
        return _LATER if reading.between("pointing", first, figure.token) else 0.0

    def _figures_in(self, sentence: int) -> bool:
        return self._reading.has_figure(*self._reading.sentence_tokens[sentence : sentence + 2])

    def _indicator(self, bound: Bound) -> Indicator:
        assert bound.bid is not None
        return self._indicators[bound.bid.indicator]

    def _labelled(self, bound: Bound) -> bool:
        """Whether a figure stands under an area's, a class's or a segment's name."""
        kinds = ("area", "segment", "care_class")
        return any(self._reading.between(kind, bound.cell.start, bound.cell.end) for kind in kinds)
