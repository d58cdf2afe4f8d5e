"""People who change segment: two names in a clause, of where they come from and of where they end up."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extract.reading import Figure, Mention, Reading
from extract.stages.binding.words import barrier

_LEADS = 3


def destination(reading: Reading, figure: Figure, names: Sequence[Mention]) -> Mention | None:
    """The segment that people change to: «dari PBI daerah ke PBI APBN», nothing counted between the two.

    «peserta PBI kini menjadi peserta mandiri» tells of one, too.

    The words that lead to a name are those of ``[moves]``. The same name twice is no change, and none is where people
    are only asked to; a word that opens another clause parts a change from ``figure``.
    """
    for left, joined in pairwise(names):
        if left.value == joined.value or reading.has_figure(left.end, joined.start):
            continue
        if reading.between("urged", left.end, joined.start) or _parted(reading, figure, left, joined):
            continue
        came = _way(reading, left, 0) == "out_of" or reading.between("turned", left.end, joined.start)
        if came and _way(reading, joined, left.end) == "into":
            return joined
    return None


def _parted(reading: Reading, figure: Figure, left: Mention, joined: Mention) -> bool:
    """Whether another clause begins between a figure and the names before or behind it."""
    behind = left.start > figure.token
    low, high = (figure.end, left.start) if behind else (joined.end, figure.token)
    return bool(barrier(reading, low, high))


def _way(reading: Reading, name: Mention, since: int) -> object:
    """Which way the last word of moving right before a name points, none before token ``since``."""
    found = reading.between("moves", max(name.start - _LEADS, since), name.start + 1)
    return found[-1].value if found else None
