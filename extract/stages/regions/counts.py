"""How many were counted in each sentence: what is of the last number is of its area, and sums up no others."""

from __future__ import annotations

from extract.reading import Figure, Reading


class Counts:
    """The counts of an article by sentence, as they are given their areas."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._told: dict[int, list[float]] = {}

    def add(self, figure: Figure) -> None:
        """Remember a figure, where it is a count."""
        if figure.form == "count":
            self._told.setdefault(figure.sentence, []).append(figure.quantity.value)

    def has_part(self, figure: Figure) -> bool:
        """Whether a figure is of the one count of the sentence before: «Dari jumlah itu 31.204 jiwa menunggak»."""
        first = self._reading.sentence_tokens[figure.sentence]
        before = self._told.get(figure.sentence - 1, [])
        here = [*self._told.get(figure.sentence, ()), *([figure.quantity.value] if figure.form == "count" else ())]
        return self._reading.is_level(first, "of") and len(before) == 1 and max(here, default=0) <= before[0]
