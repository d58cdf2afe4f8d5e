"""The figures of one article that have their dates."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from extract.reading import Bound, Dated


class Row(NamedTuple):
    """A dated figure; ``hold`` is what its period is worth to the next, 1 where it is stated beside it.

    ``aimed`` says that it is aimed at or planned.
    """

    bound: Bound
    dated: Dated
    hold: float
    aimed: bool


def latest(rows: Sequence[Row]) -> Row | None:
    """The last of some rows, but for those of a time that is held against a later one before it."""
    if not rows:
        return None
    last = rows[-1]
    later = (row for row in rows if row.dated.basis == "stated" and not row.aimed and _ends_behind(row, last))
    return max(later, key=lambda row: row.dated.end or date.min, default=last)


def _ends_behind(row: Row, last: Row) -> bool:
    return last.dated.basis == "stated" and (row.dated.end or date.min) > (last.dated.end or date.max)


def name_of(row: Row) -> str | None:
    """The indicator of a row."""
    return row.bound.bid.indicator if row.bound.bid else None
