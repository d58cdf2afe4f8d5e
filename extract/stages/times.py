"""Which period each figure is asserted for: stated in its clause or sentence, carried, or the article's own date."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from extract.model import ArticleDate, Period
from extract.reading import Cell, Dated, Figure, Reading

_SILENT = frozenset(("utterance", "open", "none"))


class Stated(NamedTuple):
    """A period with the tokens it stands on."""

    start: int
    end: int
    period: Period


class Calendar:
    """The periods of one article, by sentence."""

    def __init__(self, reading: Reading, periods: Sequence[Period], article: ArticleDate) -> None:
        self._article = article
        self._by_sentence: dict[int, list[Stated]] = {}
        for period in periods:
            if period.form in _SILENT or period.start is None:
                continue
            start = reading.token_at(period.span.start)
            stated = Stated(start, max(start + 1, reading.token_at(period.span.end)), period)
            self._by_sentence.setdefault(reading.sentence_of(start), []).append(stated)

    def date(self, cells: Sequence[Cell], number: int, figure: Figure, carried: Dated | None) -> Dated:
        """The period of a figure; ``carried`` is the one of the figure whose list it goes on with."""
        here = self._by_sentence.get(figure.sentence, [])
        cell = cells[number]
        own = [s for s in here if cell.start <= s.start < cell.end]
        if own:
            near = min(own, key=lambda s: figure.token - s.end if s.end <= figure.token else s.start - figure.end)
            return _stated(near.period)
        head = [s for s in here if s.start < cells[0].figures[0].token]
        if head:
            return _stated(head[-1].period)
        if carried is not None and carried.basis == "stated":
            return carried
        value = self._article.value
        return Dated(value, value, "article_date" if value else "unknown")


def _stated(period: Period) -> Dated:
    return Dated(period.start, period.end, "stated")
