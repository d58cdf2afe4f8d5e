"""Figures that make a sum together: the parts of a total told before them, the shares of a bill that is split."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import islice
from math import isclose
from typing import NamedTuple

from extract.patterns.pack import Indicator
from extract.reading import PART_OF, Bid, Bound, Figure, Scene

PART = 0.9
SURELY = 1.1
_SUM = 0.001
_ROUGHLY = 0.001  # offices do not always count on one day
_EXACT = 2
_FEW = 12
_MOST = 40  # provinces with a figure for each of their regencies and cities
_BACK = 3
_LEAST = 1000


class Part(NamedTuple):
    """A part of a total: the number of the total, and how many parts it has."""

    total: int
    of: int


def breakdowns(figures: Sequence[Figure]) -> dict[int, Part]:
    """The counts of people that follow a total in order and add up to it, by their numbers.

    Two parts have to add up exactly, as have more than a dozen; others to a thousandth.
    """
    counts = [figure for figure in figures if figure.form == "count" and figure.unit in ("person", None)]
    found: dict[int, Part] = {}
    for at, total in enumerate(counts):
        if total.quantity.value < _LEAST:
            continue
        for start in range(at + 1, min(at + 1 + _BACK, len(counts) - 1)):
            length = _adding_up(total.quantity.value, [f.quantity.value for f in islice(counts, start, start + _MOST)])
            if length:
                found |= {part.number: Part(total.number, length) for part in counts[start : start + length]}
                break
    return found


def _adding_up(total: float, values: Sequence[float]) -> int:
    """How many of some values, from the first on, add up to a total; 0 where none do."""
    left = total
    for length, value in enumerate(values, 1):
        left -= value
        if abs(left) <= (_ROUGHLY * total if _EXACT < length <= _FEW else 0.0):
            return length if length >= _EXACT else 0
        if left < 0:
            return 0
    return 0


def part_bids(
    figure: Figure,
    labelled: bool,
    sofar: Sequence[Bound],
    parts: Mapping[int, Part],
    indicators: Mapping[str, Indicator],
) -> list[Bid]:
    """The bid of the total that a figure is a part of; two parts that nothing labels may be of two kinds."""
    part = parts[figure.number]
    total = next((bound for bound in sofar if bound.figure.number == part.total), None)
    if total is None or total.bid is None or (part.of == _EXACT and not labelled):
        return []
    name = total.bid.indicator
    return [Bid(PART, SURELY, name, total.bid.pattern_id, None, PART_OF)] if indicators[name].specificity else []


def makes_sum(scene: Scene, figure: Figure, total: float) -> bool:
    """Whether a figure makes ``total`` with another of its form in the sentence, or with all of them."""
    value = figure.quantity.value
    others = [
        other.quantity.value
        for cell in scene.cells
        for other in cell.figures
        if other.form == figure.form and other.number != figure.number
    ]
    if any(isclose(value + other, total, abs_tol=_SUM) for other in others):
        return True
    return len(others) > 1 and isclose(value + sum(others), total, abs_tol=_SUM)
