"""The figures of an article that were bound before, and what they bid for one that says the same number again."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence

from extract.model import Form
from extract.patterns.pack import Indicator
from extract.reading import AGAIN, Bid, Bound, Figure, Scene

REPEATED = 0.73
POINTED = 1.5
_RECENT = 250  # figures; rules look some sentences back
_DIGITS = 3  # decimals in which the same number is the same, whatever scale it was told in
_ROUND = 0.02  # how far a number may be from the round one that stands for it
_LEAST = 20  # smaller counts are the same by chance


class Earlier:
    """The last figures bound in one article so far, in order, and what each number of it was taken for."""

    def __init__(self) -> None:
        self.recent: list[Bound] = []
        self._said: dict[tuple[Form, float], dict[str, Bid]] = {}

    def add(self, bounds: Sequence[Bound]) -> None:
        """Keeps the figures of the next sentence."""
        self.recent = [*self.recent, *bounds][-_RECENT:]
        for bound in bounds:
            bid = bound.bid
            if bid is not None and bid.why != AGAIN:
                key = bound.figure.form, round(bound.figure.quantity.value, _DIGITS)
                self._said.setdefault(key, {}).setdefault(bid.indicator, bid)

    def said(self, form: Form, value: float) -> Iterable[Bid]:
        """The first bid for each indicator that a number was taken for by words of its own, in order."""
        return self._said.get((form, round(value, _DIGITS)), {}).values()

    def about(self, form: Form, value: float) -> list[Bid]:
        """The bid for the last number that one is near: it is told again in round words, «88 ribu peserta tadi»."""
        near = (b for b in reversed(self.recent) if b.figure.form == form and b.bid is not None)
        told = next((b for b in near if abs(b.figure.quantity.value - value) <= _ROUND * value), None)
        return [told.bid] if told is not None and told.bid is not None else []


def repeated(
    scene: Scene,
    figure: Figure,
    before: Earlier,
    here: Sequence[Bound],
    bids: Sequence[Bid],
    indicators: Mapping[str, Indicator],
) -> list[Bid]:
    """The bid of the same number said before: it most likely counts the same thing, and surely after «itu», «tadi».

    So it does where it is now said to be as the thing before has left it: «dinonaktifkan», and then «nonaktif».
    ``here`` are the figures before it in its sentence.
    """
    value, form = figure.quantity.value, figure.form
    if value < _LEAST and form != "percent":
        return []
    same = (b.bid for b in here if b.figure.form == form and math.isclose(b.figure.quantity.value, value))
    said = [*before.said(form, value), *(bid for bid in same if bid and bid.why != AGAIN)]
    if not said:
        pointed = any(m.start == figure.end for m in scene.reading.between("pointing", figure.end, figure.end + 1))
        said = before.about(form, value) if pointed else []
    if not said:
        return []
    states = {bid.indicator for bid in bids}
    flow = next((bid for bid in said if indicators[bid.indicator].leaves in states), None)
    sure = flow or scene.reading.between("pointing", figure.end, figure.end + 1)
    bid = flow or said[0]
    return [Bid(REPEATED, POINTED if sure else REPEATED, bid.indicator, bid.pattern_id, None, AGAIN)]
