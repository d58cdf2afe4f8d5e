"""How many were counted in each sentence, and where: what is of the last number sums up no others, a total does."""

from __future__ import annotations

from collections.abc import Sequence
from math import isclose

from extract.model import Form, Region
from extract.reading import Cell, Figure, Located, Reading

_LOCAL = ("regency", "city")
_FEWEST = 2
_ROUGHLY = 0.001


class Counts:
    """The counts of an article by sentence, as they are given their areas."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._told: dict[int, list[float]] = {}
        self._of: dict[tuple[int, Form], dict[Region, float]] = {}
        self._totals: set[int] = set()

    def add(self, figure: Figure, located: Sequence[Located]) -> None:
        """Remember a figure with its area, and how many it is, where it is a count."""
        if figure.form == "count":
            self._told.setdefault(figure.sentence, []).append(figure.quantity.value)
        region = located[0].region if len(located) == 1 else None
        if region is not None and region.level in _LOCAL:
            self._of.setdefault((figure.sentence, figure.form), {})[region] = figure.quantity.value

    def is_total(self, figure: Figure, cell: Cell) -> bool:
        """Whether a figure is what the areas told before it in its sentence have together, or stands beside that."""
        if any(one.number in self._totals for one in cell.figures):
            return True
        parts = self._of.get((figure.sentence, figure.form), {})
        together = isclose(sum(parts.values()), figure.quantity.value, rel_tol=_ROUGHLY)
        if figure.form == "percent" or len(parts) < _FEWEST or not together:
            return False
        self._totals.add(figure.number)
        return True

    def has_part(self, figure: Figure) -> bool:
        """Whether a figure is of the one count of the sentence before: «Dari jumlah itu 31.204 jiwa menunggak»."""
        first = self._reading.sentence_tokens[figure.sentence]
        before = self._told.get(figure.sentence - 1, [])
        here = [*self._told.get(figure.sentence, ()), *([figure.quantity.value] if figure.form == "count" else ())]
        return self._reading.is_level(first, "of") and len(before) == 1 and max(here, default=0) <= before[0]
