"""Figures of one group bid together: a number and its percent speak for each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from extract.patterns.pack import Indicator
from extract.reading import Bid, Scene

PAIRED = 0.15
INFERRED = 0.22
LESS_SURE = 0.06


def joint(
    scene: Scene, number: int, offers: Sequence[tuple[Bid, ...]], indicators: Mapping[str, Indicator]
) -> list[Bid | None]:
    """The winning bid of each figure of a cell; neighbours of a group are chosen as a pair."""
    chosen: list[Bid | None] = [bids[0] if bids else None for bids in offers]
    if len(offers) < 2:
        return chosen
    cell = scene.cells[number]
    segment = any(m.value is not None for m in scene.reading.between("segment", cell.start, cell.end))
    partners = _Partners(indicators, segment)
    for left in range(len(offers) - 1):
        beside = cell.figures[left : left + 2]
        if any("word" in figure.quantity.flags and figure.unit is None for figure in beside):
            continue
        forms = beside[0].form, beside[1].form
        pair = _best_pair(offers[left], offers[left + 1], forms, partners)
        if pair is not None:
            chosen[left], chosen[left + 1] = pair
    return chosen


class _Partners:
    def __init__(self, indicators: Mapping[str, Indicator], segment: bool) -> None:
        self._indicators = indicators
        self._segment = segment

    def of(self, name: str, form: str) -> list[str]:
        """The indicators of a form that are said beside ``name``: its own partners, and those whose partner it is."""
        own = [other for other in self._named(name) if self._indicators[other].form == form]
        return own + [
            other for other, entry in self._indicators.items() if entry.form == form and name in self._named(other)
        ]

    def _named(self, name: str) -> tuple[str, ...]:
        entry = self._indicators[name]
        return (entry.pair_of_segment or entry.pair) if self._segment else entry.pair


def _best_pair(
    left: tuple[Bid, ...], right: tuple[Bid, ...], forms: tuple[str, str], partners: _Partners
) -> tuple[Bid, Bid] | None:
    pairs: list[tuple[float, Bid, Bid]] = []
    for a in left:
        mates = partners.of(a.indicator, forms[1])
        pairs += [(a.weight + b.weight + PAIRED * (b.indicator in mates), a, b) for b in right]
        pairs += [(2 * a.weight - INFERRED + PAIRED, a, _inferred(a, name)) for name in mates]
    for b in right:
        mates = partners.of(b.indicator, forms[0])
        pairs += [(2 * b.weight - INFERRED + PAIRED, _inferred(b, name), b) for name in mates]
    if not pairs:
        return None
    _, a, b = max(pairs, key=lambda pair: pair[0])
    return a, b


def _inferred(bid: Bid, indicator: str) -> Bid:
    why = "said of the figure beside it"
    return bid._replace(
        score=bid.score - LESS_SURE, weight=bid.weight - INFERRED, indicator=indicator, mention=bid.mention, why=why
    )
