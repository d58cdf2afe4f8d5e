"""Figures that make a sum together: the parts of a total told before them, the shares of a bill that is split."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import islice
from math import isclose
from typing import NamedTuple

from extract.patterns.pack import Indicator
from extract.reading import PART_OF, Bid, Bound, Figure, Scene
from extract.stages.binding.words import labels_of

PART = 0.9
SURELY = 1.1
MONEY = 0.07
_SUM = 0.001
_ROUGHLY = 0.001  # offices do not always count on one day
_SAME = 1e-9  # of fractions of milliards
_EXACT = 2
_FEW = 12
_MOST = 40  # provinces with a figure for each of their regencies and cities
_BACK = 3
_LEAST = 1000
_NEAR = 4
_ROUNDED = 0.006  # «Rp 14 miliar» less «Rp 4,6 miliar» leaves «Rp 9,32 miliar»


class Part(NamedTuple):
    """A part of a total: the number of the total, and how many parts it has."""

    total: int
    of: int


def breakdowns(figures: Sequence[Figure]) -> dict[int, Part]:
    """The counts of people and the sums of money that follow a total in order and add up to it, by their numbers.

    Two parts have to add up exactly, as have more than a dozen; others to a thousandth.
    """
    people = [figure for figure in figures if figure.form == "count" and figure.unit in ("person", None)]
    return _broken_down(people) | _broken_down([figure for figure in figures if figure.form == "money"])


def _broken_down(counts: Sequence[Figure]) -> dict[int, Part]:
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
        if abs(left) <= (_ROUGHLY * total if _EXACT < length <= _FEW else _SAME * total):
            return length if length >= _EXACT else 0
        if left < 0:
            return 0
    return 0


def sum_bids(
    scene: Scene,
    number: int,
    figure: Figure,
    told: bool,
    sofar: Sequence[Bound],
    parts: Mapping[int, Part],
    indicators: Mapping[str, Indicator],
) -> list[Bid]:
    """What sums bid for a figure of cell ``number``: the total that it is a part of, and what it is the rest of.

    People whom words of their own tell (``told``) are no part of anything else.
    """
    bids = _rest_bid(scene, number, figure, sofar)
    if figure.number in parts and (figure.form == "money" or not told):
        bids += _part_bids(figure, bool(labels_of(scene, number)), sofar, parts, indicators)
    return bids


def _part_bids(
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
    surely = SURELY + (MONEY if figure.form == "money" else 0.0)
    return [Bid(PART, surely, name, total.bid.pattern_id, None, PART_OF)] if indicators[name].specificity else []


def _rest_bid(scene: Scene, number: int, figure: Figure, sofar: Sequence[Bound]) -> list[Bid]:
    """«menunggak Rp 14 miliar, sudah disetor Rp 5 miliar, sisanya Rp 9 miliar»: what is left of a sum is of its kind.

    The sum was told before the part that was taken from it.
    """
    if figure.form != "money" or not scene.reading.between("rest", scene.cells[number].start, figure.token):
        return []
    money = [b for b in sofar if b.figure.form == "money" and figure.sentence - b.figure.sentence <= _NEAR]
    if len(money) < _EXACT:
        return []
    *wholes, part = money
    left = figure.quantity.value + part.figure.quantity.value
    for whole in reversed(wholes):
        if whole.bid is not None and isclose(left, whole.figure.quantity.value, rel_tol=_ROUNDED):
            return [Bid(PART, SURELY, whole.bid.indicator, whole.bid.pattern_id, None, PART_OF)]
    return []


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
