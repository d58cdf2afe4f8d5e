"""What a row's confidence is made of: its grounds, and what each of them is worth."""

from __future__ import annotations

from typing import NamedTuple


class Grounds(NamedTuple):
    """What is known of a fact that tells how likely it is right; a field that is a yes or no is 1 or 0.

    The bid: its ``score`` (0 to 1) and the ``margin`` to the next indicator's (at most 0.5). What it rests on: a
    ``phrase`` around the figure, a ``label`` beside it, a ``series`` that goes on, or something ``carried`` from
    another figure or sentence. The figure: ``paired`` with one of another form, its ``unit`` said by a noun,
    ``people`` counted.
    The sentence: ``anchored`` by a word of the programme, ``opened`` by words that take up what was said, how far
    ``aside`` as in a scene, figures ``left`` without a row (at most 3), the ``veto`` that speaks against the figure.
    The row: a ``segment``, a ``stated`` period, an area carried as the ``topic``, ``rounded`` by a hedge, ``small``
    count under 20, read off the ``title``, said ``again``, ``agrees`` or ``conflicts`` with other figures.
    """

    score: float
    margin: float
    phrase: float
    label: float
    series: float
    carried: float
    paired: float
    unit: float
    people: float
    anchored: float
    opened: float
    aside: float
    left: float
    veto: float
    segment: float
    stated: float
    topic: float
    rounded: float
    small: float
    title: float
    again: float
    agrees: float
    conflicts: float


class Weight(NamedTuple):
    """What one ground is worth: log-odds for each unit that it is above ``usual``; how it is told above and below."""

    ground: str
    weight: float
    usual: float
    high: str
    low: str


class Calibration(NamedTuple):
    """What confidence is made of: the log-odds of a fact with the usual grounds, and each ground's weight in order."""

    base: float
    weights: tuple[Weight, ...]
