"""Which period each figure is asserted for: stated in its clause or sentence, carried, or the article's own date."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from extract.model import ArticleDate, Period
from extract.reading import Cell, Dated, Figure, Mention, Reading, Scene

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
    return reading._replace(
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
        self._latest: Stated | None = None
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

    def date(self, scene: Scene, number: int, figure: Figure, carried: Dated | None, *, grows: bool = False) -> Dated:
        """The period of a figure; ``carried`` is the one of the figure whose list it goes on with.

        A figure that ``grows`` over time has the span since the opening that the sentence names.
        """
        here = self._by_sentence.get(figure.sentence, [])
        if here:
            self._latest = here[-1]
        cells = scene.cells
        cell = cells[number]
        own = [s for s in here if cell.start <= s.start < cell.end]
        if own:
            near = min(own, key=lambda s: figure.token - s.end if s.end <= figure.token else s.start - figure.end)
            stated = _stated(near.period)
            return self._since(figure.sentence, stated) if grows else stated
        if self._now(cell, figure):
            value = self._article.value
            return Dated(value, value, "article_date" if value else "unknown")
        before = [s for s in here if s.start < figure.token]
        if before:
            return _stated(before[-1].period)
        if scene.head is not None and self._by_sentence.get(scene.head):
            return _stated(self._by_sentence[scene.head][-1].period)
        if carried is not None and carried.basis == "stated":
            return carried
        announced = self._announced(figure.sentence)
        if announced is not None:
            return announced
        following = self._looked_back(figure.sentence)
        if following is not None:
            return following
        return self._default()

    def _since(self, sentence: int, dated: Dated) -> Dated:
        """«sejak 2014, hingga 2017 ini tunggakan mencapai»: what has grown since an opening has its span."""
        opened = self._opened.get(sentence)
        if opened is None or dated.start is None or opened >= dated.start:
            return dated
        return dated._replace(start=opened)

    def coming(self, figure: Figure) -> Dated | None:
        """The period from which a new rate holds: the last one said up to here, two sentences back at most."""
        for sentence in range(figure.sentence, max(figure.sentence - 3, -1), -1):
            stated = [s for s in self._by_sentence.get(sentence, []) if s.start < figure.token]
            if stated:
                return _stated(stated[-1].period)
        return None

    def _now(self, cell: Cell, figure: Figure) -> bool:
        """Whether «kini», «sekarang» in the figure's own clause end the period before."""
        return bool(self._reading.between("now", cell.start, figure.token))

    def _announced(self, sentence: int) -> Dated | None:
        """A sentence that ends in a date announces that of the figures after it: «membuka data posisi 1 September»."""
        stated = self._by_sentence.get(sentence - 1, [])
        if not stated or stated[-1].period.form not in ("day", "month"):
            return None
        stop = self._reading.sentence_tokens[sentence]
        ends = all(not self._reading.word(token).isalnum() for token in range(stated[-1].end, stop))
        return _stated(stated[-1].period) if ends else None

    def _looked_back(self, sentence: int) -> Dated | None:
        """A sentence without figures that dates the one before it: «Angka itu posisi per 31 Desember»."""
        nexts = self._by_sentence.get(sentence + 1, [])
        if len(nexts) != 1 or sentence + 2 >= len(self._reading.sentence_tokens):
            return None
        first, last = self._reading.sentence_tokens[sentence + 1 : sentence + 3]
        if any(first <= token < last for token in self._reading.figure_tokens):
            return None
        back = self._reading.between("back", first, nexts[0].end + 2)
        return _stated(nexts[0].period) if back else None

    def _default(self) -> Dated:
        """What holds where nothing nearer is said: the period of the headline, the article's date, the last stated."""
        for sentence in self._headlines:
            stated = self._by_sentence.get(sentence, [])
            if len(stated) == 1 and stated[0].period.form in ("day", "month"):
                return _stated(stated[0].period)
        value = self._article.value
        if value is None and self._latest is not None:
            return _stated(self._latest.period)
        return Dated(value, value, "article_date" if value else "unknown")


def _stated(period: Period) -> Dated:
    return Dated(period.start, period.end, "stated")
