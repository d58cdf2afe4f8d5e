"""What speaks against a place as the area of a figure: another is held against it, or it has not so many people."""

from __future__ import annotations

from math import inf

from extract.model import Region
from extract.reading import Figure, Mention, Place, Reading

_COMPARING = 5  # tokens before a place in which the words of a comparison may begin
_MOST = {"district": 1e6, "regency": 6.5e6, "city": 6.5e6}
"""More people than live in any area of a level."""


def held_against(reading: Reading, place: Place) -> list[Mention]:
    """The words right before a place that hold another area against it: «di atas rata-rata»; none for most places."""
    near = reading.between("compared", place.start - _COMPARING, place.start)
    return near if near and place.start - near[-1].end <= 1 else []


def overflows(figure: Figure, region: Region | None) -> bool:
    """Whether a figure counts more people than an area can have: «7,3 juta peserta» are of no regency."""
    if region is None or figure.form != "count" or figure.unit == "household":
        return False
    return figure.quantity.value > _MOST.get(region.level, inf)
