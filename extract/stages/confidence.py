"""How likely a fact is right: what is known of it is weighed, ground by ground, and the sum is a share of right facts.

The model is additive in log-odds. Its weights are data (``lexicon/confidence.toml``), fitted on annotated articles by
``python -m bench.calibrate``: of the facts with a confidence near 0.9, nine in ten have the right indicator and value.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from operator import mul
from typing import NamedTuple

from extract.model import Fact
from extract.patterns.grounds import Calibration, Grounds
from extract.reading import (
    AGAIN,
    AROUND,
    BESIDE,
    FITTING,
    GOING_ON,
    LEADING,
    STILL,
    WHOLE_OF,
    Bound,
    Scene,
)

MARGIN = 0.5
SMALL = 20
LEFT = 3
LEAST = 0.001
CARRIED = (AGAIN, LEADING, FITTING, WHOLE_OF, STILL)
_FAR = ("topic", "dateline", None)
_SIGNS = ("percent", "idr")
_PEOPLE = ("person", "household")


class Part(NamedTuple):
    """What one ground adds to a confidence: a share, below 0 where it speaks against the fact, and in words why."""

    ground: str
    says: str
    share: float


def grounds_of(fact: Fact, checks: Sequence[str], scene: Scene, bound: Bound, left: int) -> Grounds:
    """What is known of a fact when its article is read.

    The fact has to be reconciled, so that its mentions are counted; ``checks`` are the flags of what the figures say
    about each other; ``left`` figures of its sentence gave no row.
    """
    bid, figure = bound.bid, bound.figure
    assert bid is not None
    rival = max([other.weight for other in bound.bids if other.indicator != bid.indicator], default=0.0)
    unit, why = fact.unit, bid.why
    return Grounds(
        score=bid.score,
        margin=min(max(bid.weight - rival, 0.0), MARGIN),
        phrase=why == AROUND,
        label=why == BESIDE,
        series=why == GOING_ON,
        carried=why in CARRIED,
        paired=len(bound.cell.figures) > 1,
        unit=unit not in _SIGNS and figure.unit is not None,
        people=unit in _PEOPLE,
        anchored=scene.anchored,
        opened=scene.goes_on,
        aside=scene.aside,
        left=min(left, LEFT),
        veto=max(bound.veto[0], 0.0) if bound.veto is not None else 0.0,
        segment=fact.segment is not None,
        stated=fact.period_basis == "stated",
        topic=fact.region_basis in _FAR,
        rounded=fact.qualifier == "approx",
        small=figure.form == "count" and fact.value < SMALL,
        title=fact.in_title,
        again=fact.mentions > 1,
        agrees=any(check.startswith("agrees") for check in checks) if checks else False,
        conflicts=any(check.startswith("conflicts") for check in checks) if checks else False,
    )


class Confidence:
    """Weighs grounds by one calibration."""

    def __init__(self, calibration: Calibration) -> None:
        self._weights = tuple(entry.weight for entry in calibration.weights)
        self._nothing = calibration.base - sum(entry.weight * entry.usual for entry in calibration.weights)

    def of(self, grounds: Grounds) -> float:
        """The share of facts with such grounds that are right, above 0 and below 1, to three places."""
        return _rounded(_share(sum(map(mul, self._weights, grounds), self._nothing)))


def parts_of(grounds: Grounds, calibration: Calibration) -> tuple[float, tuple[Part, ...]]:
    """The share of a fact with the usual grounds, and what each ground that is not usual adds to it, heaviest first.

    They add up to the confidence, but for rounding: each part is what its ground adds to those before it.
    """
    moved = [
        (entry.weight * (amount - entry.usual), entry.ground, entry.high if amount >= entry.usual else entry.low)
        for entry, amount in zip(calibration.weights, grounds, strict=True)
    ]
    log_odds = calibration.base
    parts = []
    for step, name, says in sorted(moved, key=lambda found: (-abs(found[0]), found[1])):
        before = _share(log_odds)
        log_odds += step
        parts.append(Part(name, says, _share(log_odds) - before))
    return _share(calibration.base), tuple(parts)


def _share(log_odds: float) -> float:
    return 1 / (1 + math.exp(-log_odds))


def _rounded(share: float) -> float:
    return round(min(max(share, LEAST), 1 - LEAST), 3)
