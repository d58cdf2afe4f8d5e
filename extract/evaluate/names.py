"""What gold may name: indicators, units, fields and areas; a slip of spelling would otherwise count as a mistake."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from difflib import get_close_matches

from extract.gazetteer import Gazetteer
from extract.gazetteer.files import fold
from extract.patterns import Pack

FIELDS = ("id", "text", "facts", "optional", "published", "title")
"""The fields of an article that are read."""

_SLIP = 0.8
"""How much alike two names of fields are, from 0 to 1, where one is a slip for the other."""
_ALIKE = 0.9
_LISTED = ("province", "regency", "city")


class Names:
    """The indicators, units and areas of a pack."""

    def __init__(self, pack: Pack) -> None:
        self.indicators: Collection[str] = pack.indicators
        self.units: Collection[str] = sorted({unit for one in pack.indicators.values() for unit in one.units})
        self._areas = _Areas(pack.gazetteer)

    def area_meant(self, region: str) -> str | None:
        """The official name that a region nearly has, or should have; None for one that is right, or a free name.

        Names of districts, villages and branches are free: no list holds them.
        """
        return self._areas.meant(region)


class _Areas:
    def __init__(self, gazetteer: Gazetteer) -> None:
        areas = gazetteer.areas().values()
        self._names = {area.name.casefold(): area.name for area in areas}
        self._leads = {area.name.casefold().split()[0] for area in areas if area.level in _LISTED and " " in area.name}
        self._short = gazetteer.names()
        self._free: set[str] = set()

    def meant(self, region: str) -> str | None:
        name = region.casefold()
        if not name.strip() or name in self._names or name in self._free:
            return None
        if fold(region) in self._short:
            return self._short[fold(region)][0].name
        near = get_close_matches(name, self._names, n=1, cutoff=0.0 if name.split()[0] in self._leads else _ALIKE)
        if near:
            return self._names[near[0]]
        self._free.add(name)
        return None


def slip(fields: Iterable[str], known: Collection[str]) -> tuple[str, str] | None:
    """The first field that is none of the ``known`` but nearly one, and that one.

    >>> slip(("id", "note", "optionals"), FIELDS)
    ('optionals', 'optional')
    """
    for field in fields:
        near = get_close_matches(field, known, n=1, cutoff=_SLIP)
        if field not in known and near:
            return field, near[0]
    return None
