"""The periods that an article states, by the sentence and the token they stand on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from extract.model import Period
from extract.reading import BEYOND, Dated, Mention, Reading

_RISE = 12  # tokens between a rise and its time
_OPENING = 3  # tokens of a sentence in which a clause may open it
_OPENS = 4  # tokens from a bracket to the period in it
_CENSUS = 4  # tokens between a word for a census and its time
_CAUSE = 8  # tokens between a word for a reason and its date
AGAINST = "against"
FROM = "from"
DATES = ("day", "month")
_FIRST = date(2000, 1, 1)  # what is older is the year of a building or a birth
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
        mention_starts={**reading.mention_starts, "dated": [*(m.start for m in dated), BEYOND]},
    )


class StatedPeriods:
    """The bounded periods of one article by sentence, and the openings («sejak 2014»)."""

    def __init__(self, reading: Reading, periods: Sequence[Period], today: date | None) -> None:
        self._reading = reading
        self.today = today
        self._opened: dict[int, date] = {}
        self._by_sentence: dict[int, list[Stated]] = {}
        for period in periods:
            start = reading.token_at(period.span.start)
            if period.form == "open" and period.start is not None:
                self._opened.setdefault(reading.sentence_of(start), period.start)
            if period.form in _SILENT or period.start is None or period.start < _FIRST:
                continue
            stated = Stated(start, max(start + 1, reading.token_at(period.span.end)), period)
            self._by_sentence.setdefault(reading.sentence_of(start), []).append(stated)

    def of(self, sentence: int) -> list[Stated]:
        """All that a sentence states, in order."""
        return self._by_sentence.get(sentence, [])

    def opened(self, sentence: int) -> date | None:
        """The day since which a sentence counts."""
        return self._opened.get(sentence)

    def before(self, token: int) -> list[Stated]:
        """What the article states before a token."""
        return [s for stated in self._by_sentence.values() for s in stated if s.start < token]

    def last(self, upto: int) -> Dated | None:
        """The last period stated up to a sentence, but for the days from which changes hold."""
        for at in sorted((at for at in self._by_sentence if at <= upto), reverse=True):
            lasting = [s for s in self._by_sentence[at] if s.period.form not in (FROM, AGAINST)]
            if lasting:
                return dated(lasting[-1].period)
        return None

    def risen(self) -> Dated | None:
        """The time to come at which the article says that rates rise: «jelang kenaikan iuran per 1 Januari»."""
        for rise in self._reading.mentions.get("rise", ()):
            for stated in self.of(self._reading.sentence_of(rise.start)):
                if self.to_come(stated.period) and abs(stated.start - rise.end) <= _RISE:
                    return dated(stated.period)
        return None

    def of_cause(self, stated: Stated) -> bool:
        """Whether a period is that of the reason given: «imbas iuran yang naik per 1 Juli 2020»."""
        first = max(stated.start - _CAUSE, self._reading.sentence_tokens[self._reading.sentence_of(stated.start)])
        if self._is_subordinate(stated):
            return True
        said = self._reading.between("cause", first, stated.start)
        causes = [m for m in said if not self._planned(m.start)]
        # «menyusul triwulan III» and «akibat pandemi, sejak April» tell when
        apart = causes and stated.start > causes[-1].end and self._reading.word(stated.start - 1) != ","
        return bool(apart) and not self._reading.has_figure(causes[-1].end, stated.start)

    def _is_subordinate(self, stated: Stated) -> bool:
        """Whether a period ends a clause that opens its sentence: «Sempat UHC pada Maret lalu, kini anjlok ke»."""
        reading = self._reading
        first = reading.sentence_tokens[reading.sentence_of(stated.start)]
        said = [m for m in reading.between("subordinate", first, first + _OPENING) if m.end < stated.start]
        ends = stated.end < len(reading.starts) and reading.word(stated.end) == ","
        commas = any(reading.word(token) == "," for token in range(first, stated.start))
        return bool(said) and ends and not commas and not reading.has_figure(first, stated.start)

    def of_census(self, stated: Stated) -> bool:
        """Whether a period is that of a census: «98 persen dari penduduk semester I 2023»."""
        if stated.period.form != "part":
            return False
        first = max(stated.start - _CENSUS, self._reading.sentence_tokens[self._reading.sentence_of(stated.start)])
        said = self._reading.between("census", first, stated.start)
        return bool(said) and not self._reading.has_figure(said[-1].end, stated.start)

    def _planned(self, token: int) -> bool:
        """Whether a word is planned: «akan menyusul» gives no reason."""
        return any(m.end == token for m in self._reading.between("status", token - 2, token))

    def is_aside(self, stated: Stated) -> bool:
        """Whether a period stands in a bracket, behind the figure that it is of."""
        closes = stated.end < len(self._reading.starts) and self._reading.word(stated.end) == ")"
        opens = range(max(stated.start - _OPENS, 0), stated.start)
        return closes and any(self._reading.word(token) == "(" for token in opens)

    def over(self, period: Period | Dated) -> bool:
        """Whether a period ends before the article's own date."""
        return bool(self.today and period.end and period.end < self.today)

    def may_be_over(self, period: Period | Dated) -> bool:
        """Whether a period ends before the article's own date, or nothing says when the article was written."""
        return self.today is None or self.over(period)

    def to_come(self, period: Period | Dated) -> bool:
        """Whether a period begins after the article's own date."""
        return bool(self.today and period.start and period.start > self.today)


def dated(period: Period) -> Dated:
    """A period as that of a figure."""
    return Dated(period.start, period.end, "stated")
