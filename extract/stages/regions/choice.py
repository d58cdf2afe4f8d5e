"""Which of the places of a figure's own clause is its area."""

from __future__ import annotations

from collections.abc import Sequence

from extract.reading import NATION, Figure, Place, Reading
from extract.stages.regions.checks import helped_by_province, holds, is_ranked

_COUNTED = 6
_WHOLE = 12  # words from a share to the place of the whole that it is of
_LOCAL = ("regency", "city")


class Choice:
    """Answers for one article."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading

    def choose(self, own: Sequence[Place], figure: Figure) -> Place:
        """The place of a figure's own clause: one right behind it, else the last before it, else the first after."""
        before = [p for p in own if p.end <= figure.token]
        behind = [p for p in own if p.start >= figure.token]
        if before and behind and is_ranked(self._reading, before[-1], figure, behind[0]):
            return before[-1]
        helped = helped_by_province(self._reading, before, behind)
        if helped is not None:
            return helped
        apart = bool(before and behind) and self._reading.word(figure.end) == ","
        if (
            behind
            and not apart
            and self._is_beside(behind[0], figure)
            and (not before or self._farther(before[-1], figure))
        ):
            return behind[0]
        if before and behind and behind[0].start == figure.end and holds(self._reading, before[-1].region, behind[0]):
            return behind[0]
        if before and behind and self._counts_in(before[-1], behind[0], figure):
            return behind[0]
        return before[-1] if before else (behind or own)[0]

    def _is_beside(self, place: Place, figure: Figure) -> bool:
        """Whether a place stands right behind a figure, and does not begin what is told next: «50 persen, kalau X»."""
        return place.start - figure.end <= 2 and not any(
            m.value == "hard" for m in self._reading.between("separator", figure.end, place.start)
        )

    def _counts_in(self, branch: Place, place: Place, figure: Figure) -> bool:
        """Whether a branch has counted in an area: «Cabang X mencatat 4.310 penunggak iuran JKN di Kabupaten Y»."""
        gap = range(figure.end, place.start)
        whole = branch.region.level == "branch" or (
            holds(self._reading, branch.region, place) and self._reading.is_level(place.start - 1, "at")
        )
        said = whole and place.region.level in _LOCAL and figure.token > branch.end
        plain = len(gap) <= _COUNTED and all(self._reading.word(token)[0].isalpha() for token in gap)
        return said and plain and not self._reading.is_figure(place.end)

    def whole_in(self, branch: Place, here: Sequence[Place], figure: Figure) -> Place | None:
        """The area of «Cabang X mencatat 97 persen dari 221 ribu penduduk di Kabupaten Y»: of the whole there."""
        said = branch.region.level == "branch" and not branch.region.members and branch.end <= figure.token
        if not said or figure.form != "percent" or not self._reading.is_level(figure.end, "of"):
            return None
        behind = next((p for p in here if p.start >= figure.end), None)
        if behind is None or behind.region.level not in _LOCAL or behind.start - figure.end > _WHOLE:
            return None
        gap = range(figure.end, behind.start)
        plain = all(self._reading.word(token)[0].isalpha() or self._reading.is_figure(token) for token in gap)
        return behind if plain and self._reading.is_level(behind.start - 1, "at") else None

    def _farther(self, place: Place, figure: Figure) -> bool:
        """Whether a place before a figure stands off from it, or is only a branch that has counted it."""
        if place.region is NATION and not place.said:
            return True
        return figure.token - place.end > 2 or (place.region.level == "branch" and figure.token > place.end)
