"""The figures of an article that were bound before, and what they bid for one that says the same number again."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from extract.model import Form
from extract.patterns.pack import Indicator
from extract.reading import AGAIN, Bid, Bound, Figure, Scene

REPEATED = 0.73
POINTED = 1.5
_RECENT = 250  # figures; rules look some sentences back
_SAME = 1e-9  # of a number: nearer ones are the same
_LEAST = 20  # smaller counts are the same by chance


class Earlier:
    """The last figures bound in one article so far, in order, and what each number of it was taken for."""

    def __init__(self) -> None:
        self.recent: list[Bound] = []
        self._said: dict[tuple[Form, int], dict[tuple[float, str], tuple[int, Bid]]] = {}
        self._count = 0

    def add(self, bounds: Sequence[Bound]) -> None:
        """Keeps the figures of the next sentence."""
        self.recent = [*self.recent, *bounds][-_RECENT:]
        for bound in bounds:
            self._count += 1
            bid, value = bound.bid, bound.figure.quantity.value
            if bid is not None and bid.why != AGAIN:
                taken = self._said.setdefault((bound.figure.form, _near(value)), {})
                taken.setdefault((value, bid.indicator), (self._count, bid))

    def said(self, form: Form, value: float) -> list[Bid]:
        """The first bid for each indicator that a number was taken for by words of its own, in order."""
        near = _near(value)
        found = [
            entry
            for at in (near - 1, near, near + 1)
            for (other, _), entry in self._said.get((form, at), {}).items()
            if math.isclose(other, value, rel_tol=_SAME)
        ]
        return [bid for _, bid in sorted(found, key=lambda entry: entry[0])]


def _near(value: float) -> int:
    """A whole number that is the same, or the next, for numbers that are the same but for rounding."""
    return round(math.log(value) / _SAME) if value > 0 else 0


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
        return []
    states = {bid.indicator for bid in bids}
    flow = next((bid for bid in said if indicators[bid.indicator].leaves in states), None)
    sure = flow or scene.reading.between("pointing", figure.end, figure.end + 1)
    bid = flow or said[0]
    return [Bid(REPEATED, POINTED if sure else REPEATED, bid.indicator, bid.pattern_id, None, AGAIN)]
