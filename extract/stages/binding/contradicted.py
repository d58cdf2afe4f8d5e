"""What speaks against a bid: the words that lead to a figure (after «peserta» no people who are none), and its size."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set

from extract.patterns.pack import Indicator
from extract.reading import AROUND, GOING_ON, PART_OF, STILL, Bid, Bound, Cell, Figure, Scene

COST = 0.3
LEADS_TO = 0.3
UNUSUAL = 0.5
DOUBLED = 100
_OPENING = 2
_CARRIED = (GOING_ON, STILL, PART_OF)


def contradicted(
    bids: Sequence[Bid],
    cell: Cell,
    figure: Figure,
    indicators: Mapping[str, Indicator],
    specific: frozenset[str],
    areas: frozenset[str],
) -> Set[str]:
    """The indicators that the words of a figure's cell before it contradict; «penduduk» names all, and no part of them.

    Where nothing is carried on to the figure, there is nothing to contradict.
    ``specific`` are the indicators of some of all; ``areas`` are the patterns that rest on an area's name alone, which
    contradicts nothing.
    """
    if figure.form != "count" or not any(bid.why in _CARRIED for bid in bids):
        return frozenset()
    found: set[str] = set()
    for bid in bids:
        mention, entry = bid.mention, indicators[bid.indicator]
        if mention is None or bid.pattern_id in areas or bid.score < LEADS_TO:
            continue
        if not cell.start <= mention.start < figure.token or (mention.end > figure.token and bid.why != AROUND):
            continue
        found.update(name for name in (entry.negation, entry.whole) if name)
        if entry.specificity == 0:
            found |= specific
    return found


def lessened(bid: Bid, against: Set[str]) -> Bid:
    """A bid, with less behind it where it is carried on from before against what the words say."""
    if bid.indicator not in against or bid.why not in _CARRIED:
        return bid
    return bid._replace(score=bid.score - COST, weight=bid.weight - COST)


def changes_state(scene: Scene, number: int, figure: Figure, sofar: Sequence[Bound], state: Set[str]) -> bool:
    """«Nonaktif 56.400 jiwa. Angka ini naik 2.680»: what was told last is a state, and no one is added to it."""
    start = scene.cells[0].start
    if number or figure.form != "count" or not scene.reading.between("anaphor", start, start + _OPENING):
        return False
    last = next((b for b in reversed(sofar) if b.figure.form == "count" and b.bid is not None), None)
    return last is not None and last.bid is not None and last.bid.indicator in state


def doubted(bid: Bid, value: float, indicator: Indicator) -> Bid:
    """A bid, with less behind it where the figure is higher than its indicator usually is; a doubling is no level."""
    if indicator.usual_max is None or value <= indicator.usual_max or (indicator.flow and value == DOUBLED):
        return bid
    weight = bid.weight if indicator.flow else min(bid.weight, 1.0)
    return bid._replace(score=bid.score - UNUSUAL, weight=weight - UNUSUAL)
