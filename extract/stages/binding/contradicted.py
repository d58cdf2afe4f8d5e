"""What the words that lead to a figure contradict: after «peserta» no people are counted who are none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set

from extract.patterns.pack import Indicator
from extract.reading import AROUND, GOING_ON, PART_OF, STILL, Bid, Cell, Figure

COST = 0.3
LEADS_TO = 0.3
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
