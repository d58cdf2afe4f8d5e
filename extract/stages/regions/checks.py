"""What speaks against a place as the area of a figure: another is held against it, or it has not so many people."""

from __future__ import annotations

from math import inf

from extract.model import Region
from extract.reading import Figure, Mention, Place, Reading

CAPITAL = "31"
"""The code of the province of the nation's capital, where its news is written."""
_COMPARING = 7  # tokens before a place in which the words of a comparison may begin
_MOST = {"district": 1e6, "regency": 6.5e6, "city": 6.5e6, "branch": 2e7, "province": 5.5e7}
"""More people than live in any area of a level."""
_MOST_OF = {CAPITAL: 1.2e7}
_MOST_MONEY = 3e13


def held_against(reading: Reading, place: Place) -> list[Mention]:
    """The words right before a place that hold another area against it: «di atas rata-rata»; none for most places."""
    near = reading.between("compared", place.start - _COMPARING, place.start)
    return near if near and place.start - near[-1].end <= 1 else []


def overflows(figure: Figure, region: Region | None) -> bool:
    """Whether a figure counts more people, or money, than an area can have: «7,3 juta peserta» are of no regency."""
    if region is None or region.level == "national" or figure.unit == "household":
        return False
    if figure.form == "money":
        return figure.quantity.value > _MOST_MONEY
    most = _MOST_OF.get(region.code or "", _MOST.get(region.level, inf))
    return figure.form == "count" and figure.quantity.value > most
