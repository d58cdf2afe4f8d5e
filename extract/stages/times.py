"""Which period each figure is asserted for: stated in its clause or sentence, carried, or the article's own date."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from extract.model import ArticleDate, Period
from extract.patterns.pack import Cue, Indicator
from extract.reading import Cell, Dated, Figure, Mention, Reading, Scene

_BEHIND = 6  # tokens between a new rate and the day it holds from
_BACK = 2  # sentences behind a figure of which one may date it
_CAUSE = 8  # tokens between a word for a reason and its date
_AGAINST = "against"
_SAME = 5  # tokens before a year in which «periode yang sama» may begin
_PARTS = 3
_POINTS = 6  # tokens at a sentence's beginning, or before its date, that may point back
_DATES = ("day", "month")
_SILENT = frozenset(("utterance", "open", "none"))


class Stated(NamedTuple):
    """A period with the tokens it stands on."""

    start: int
    end: int
    period: Period


def with_periods(reading: Reading, periods: Sequence[Period]) -> Reading:
    """The reading with the article's periods among its mentions, as «dated»."""
    spans = ((reading.token_at(p.span.start), reading.token_at(p.span.end)) for p in periods)
    dated = sorted(Mention(start, max(end, start + 1), None, None, -1) for start, end in spans)
    if not dated:
        return reading
    return replace(
        reading,
        mentions={**reading.mentions, "dated": dated},
        mention_starts={**reading.mention_starts, "dated": [m.start for m in dated]},
    )


class Calendar:
    """The periods of one article, by sentence."""

    def __init__(
        self, reading: Reading, periods: Sequence[Period], article: ArticleDate, headlines: Sequence[int]
    ) -> None:
        self._reading = reading
        self._article = article
        self._headlines = headlines
        self._opened: dict[int, date] = {}
        self._by_sentence: dict[int, list[Stated]] = {}
        for period in periods:
            start = reading.token_at(period.span.start)
            if period.form == "open" and period.start is not None:
                self._opened.setdefault(reading.sentence_of(start), period.start)
            if period.form in _SILENT or period.start is None:
                continue
            stated = Stated(start, max(start + 1, reading.token_at(period.span.end)), period)
            self._by_sentence.setdefault(reading.sentence_of(start), []).append(stated)

    def date(self, scene: Scene, number: int, figure: Figure, indicator: Indicator, carried: Dated | None) -> Dated:
        """The period of a figure of an indicator; ``carried`` is that of the figure whose list it goes on with.

        Money and flows grow over time: they have the span since the opening that the sentence names.
        """
        here = self._by_sentence.get(figure.sentence, [])
        cells = scene.cells
        cell = cells[number]
        here = [s for s in here if not self._of_cause(s)]
        own = [s for s in here if cell.start <= s.start < cell.end]
        if own:
            near = min(own, key=lambda s: figure.token - s.end if s.end <= figure.token else s.start - figure.end)
            stated = self._same_span(near) or _stated(near.period)
            grows = indicator.form == "money" or indicator.flow
            return self._since(figure.sentence, stated) if grows else stated
        if self._now(cell, figure):
            following, value = self._looked_back(figure.sentence), self._article.value
            return following or Dated(value, value, "article_date" if value else "unknown")
        here = [s for s in here if s.period.form != _AGAINST]
        before = [s for s in here if s.start < figure.token]
        if before:
            return _stated(before[-1].period)
        trailing = self._trailing(here, cell, figure)
        if trailing is not None:
            return _stated(trailing.period)
        headed = self._headed(scene)
        if headed is not None:
            return headed
        if carried is not None and carried.basis == "stated":
            return carried
        before_it = self._taken_up(scene, figure.sentence, indicator.name)
        if before_it is not None:
            return before_it
        announced = self._announced(figure.sentence) or self._looked_back(figure.sentence)
        if announced is not None:
            return announced
        return self._default(figure.sentence)

    def _same_span(self, near: Stated) -> Dated | None:
        """«periode yang sama tahun lalu»: the part of the year said before, in the year said here."""
        same = self._reading.between("same_period", max(near.start - _SAME, 0), near.end)
        earlier = [s for at in self._by_sentence for s in self._by_sentence[at] if s.start < near.start]
        if not same or not earlier or near.period.form != "year" or near.period.start is None:
            return None
        period = max(earlier, key=lambda s: s.start).period
        if period.start is None or period.end is None or period.form == "year" or period.start.year != period.end.year:
            return None
        year = near.period.start.year
        return Dated(_in_year(period.start, year), _in_year(period.end, year), "stated")

    def _since(self, sentence: int, dated: Dated) -> Dated:
        """«sejak 2014, hingga 2017 ini tunggakan mencapai»: what has grown since an opening has its span."""
        opened = self._opened.get(sentence)
        if opened is None or dated.start is None or opened >= dated.start:
            return dated
        return dated._replace(start=opened)

    def coming(self, figure: Figure) -> Dated | None:
        """The period from which a new rate holds: the last one said up to here, two sentences back at most."""
        behind = [s for s in self._by_sentence.get(figure.sentence, []) if s.start >= figure.end]
        if behind and behind[0].period.form == "from" and behind[0].start - figure.end <= _BEHIND:
            return _stated(behind[0].period)
        for sentence in range(figure.sentence, max(figure.sentence - 3, -1), -1):
            stated = [s for s in self._by_sentence.get(sentence, []) if s.start < figure.token]
            if stated:
                return _stated(stated[-1].period)
        return None

    def _now(self, cell: Cell, figure: Figure) -> bool:
        """Whether «kini», «sekarang» in the figure's own clause end the period before."""
        return bool(self._reading.between("now", cell.start, figure.token))

    def _of_cause(self, stated: Stated) -> bool:
        """Whether a period is that of the reason given: «imbas iuran yang naik per 1 Juli 2020»."""
        first = max(stated.start - _CAUSE, self._reading.sentence_tokens[self._reading.sentence_of(stated.start)])
        causes = self._reading.between("cause", first, stated.start)
        return bool(causes) and not self._reading.has_figure(causes[-1].end, stated.start)

    def _trailing(self, here: Sequence[Stated], cell: Cell, figure: Figure) -> Stated | None:
        """The one period of a sentence, at its end: «95 persen dan keaktifan 83 persen per 1 November 2025»."""
        if len(here) != 1 or here[0].start < cell.end:
            return None
        between = self._reading.between("separator", figure.end, here[0].start)
        return None if any(m.value in ("hard", "into") for m in between) else here[0]

    def _headed(self, scene: Scene) -> Dated | None:
        """The period of the line that heads a list, or of the title above that line."""
        if scene.head is None:
            return None
        stated = self._by_sentence.get(scene.head)
        if not stated and scene.head and not self._figures_in(scene.head - 1):
            stated = self._by_sentence.get(scene.head - 1)
        return _stated(stated[-1].period) if stated else None

    def _taken_up(self, scene: Scene, sentence: int, name: str) -> Dated | None:
        """The period of the sentence before for one that is its other half: «Adapun klaim ...», «Dananya ...».

        And for one that gives the parts, or the number, of what a sentence without figures speaks of.
        """
        stated = self._by_sentence.get(sentence - 1, [])
        first = self._reading.sentence_tokens[sentence]
        if not scene.same_paragraph or not stated:
            return None
        lasting = stated[-1].period.form != "from" and not self._to_come(stated[-1].period)
        counts = stated[-1].period.form in _DATES and any(
            isinstance(m.value, Cue) and m.value.indicator == name for m in scene.context
        )
        parts = lasting and (len(scene.cells) >= _PARTS or counts) and not self._figures_in(sentence - 1)
        if not parts and not self._reading.between("taking_up", first, first + 2):
            return None
        return _stated(stated[-1].period)

    def _figures_in(self, sentence: int) -> bool:
        return self._reading.has_figure(*self._reading.sentence_tokens[sentence : sentence + 2])

    def _announced(self, sentence: int) -> Dated | None:
        """A sentence that ends in a date announces that of the figures after it: «membuka data posisi 1 September»."""
        stated = self._by_sentence.get(sentence - 1, [])
        if not stated or stated[-1].period.form not in _DATES or self._to_come(stated[-1].period):
            return None
        stop = self._reading.sentence_tokens[sentence]
        ends = all(not self._reading.word(token).isalnum() for token in range(stated[-1].end, stop))
        return _stated(stated[-1].period) if ends else None

    def _looked_back(self, sentence: int) -> Dated | None:
        """A sentence without figures that dates one shortly before it: «Angka itu posisi per 31 Desember»."""
        bounds = self._reading.sentence_tokens
        for at in range(sentence + 1, min(sentence + 1 + _BACK, len(bounds) - 1)):
            first, last = bounds[at : at + 2]
            if self._reading.has_figure(first, last):
                return None
            stated = self._by_sentence.get(at, [])
            if stated:
                words = self._reading.between("back", first, stated[0].end + 2)
                near = [m for m in words if m.start < first + _POINTS or m.start >= stated[0].start - _POINTS]
                back = len(stated) == 1 and near and not self._to_come(stated[0].period)
                return _stated(stated[0].period) if back else None
        return None

    def _to_come(self, period: Period) -> bool:
        """Whether a period begins after the article's own date."""
        today = self._article.value
        return bool(today and period.start and period.start > today)

    def _default(self, upto: int) -> Dated:
        """What holds where nothing nearer is said: the period of the headline, the article's date, the last stated."""
        for sentence in self._headlines:
            stated = self._by_sentence.get(sentence, [])
            if len(stated) == 1 and stated[0].period.form in _DATES:
                return _stated(stated[0].period)
        value = self._article.value
        if value is None:
            earlier = [at for at in self._by_sentence if at <= upto]
            if earlier:
                return _stated(self._by_sentence[max(earlier)][-1].period)
        return Dated(value, value, "article_date" if value else "unknown")


def _in_year(day: date, year: int) -> date:
    """A day in another year; the last of February stays the last."""
    return day.replace(year=year, day=monthrange(year, day.month)[1] if day.month == 2 and day.day > 27 else day.day)


def _stated(period: Period) -> Dated:
    return Dated(period.start, period.end, "stated")
