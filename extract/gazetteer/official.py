"""The official areas of Indonesia, the names the press gives them, and what a name means where it stands.

The facts are data, in ``patterns/regions/*.csv`` (its README says where they come from); this module reads them once,
refuses what is wrong in them, and answers from plain dictionaries. Names are looked up folded: see :func:`fold`.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources.abc import Traversable
from math import inf
from pathlib import Path
from types import MappingProxyType

from extract.gazetteer.files import ALIASES, AREAS, BRANCHES, DECOYS, PEOPLE, SEATS, Build, Years, each, fold
from extract.model import Area, Level, Region


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Every area, every name it goes by, and the choice between areas that share a name.

    Nothing in it changes after loading; the mappings it hands out are read-only views.
    """

    _areas: dict[str, Area]
    _names: dict[str, tuple[Area, ...]]
    _years: dict[tuple[str, str], Years]
    _words: frozenset[str]
    _seats: dict[str, Area]
    _branches: dict[str, str]
    _offices: dict[str, Area]
    _decoys: frozenset[str]
    _most: dict[str, float]
    _most_of_each: dict[str, float]

    @classmethod
    def load(cls, folder: Path | Traversable) -> Gazetteer:
        """Read the six files of ``folder``.

        Raises PatternError, naming file and line, where a file or column is missing, a level, kind or flag is
        unknown, a code or alias comes twice, or an alias, seat or branch points to an area that is not there.
        """
        build = Build()
        for read, (file, columns) in (
            (build.area, AREAS),
            (build.alias, ALIASES),
            (build.seat, SEATS),
            (build.branch, BRANCHES),
            (build.decoy, DECOYS),
            (build.people, PEOPLE),
        ):
            each(folder, file, columns, read)
        return cls(
            build.areas,
            {key: tuple(areas) for key, areas in build.names.items()},
            build.years,
            frozenset(build.words),
            build.seats,
            build.branches,
            build.offices,
            frozenset(build.decoys),
            build.most,
            build.most_of_each,
        )

    def area(self, code: str) -> Area:
        """The area with this Kemendagri code; the nation's is the empty text. KeyError where there is none."""
        return self._areas[code]

    def areas(self) -> Mapping[str, Area]:
        """Code to area: the nation, then provinces each followed by its regencies and cities."""
        return MappingProxyType(self._areas)

    def names(self) -> Mapping[str, tuple[Area, ...]]:
        """Folded short name or alias to every area it may mean, never none; former names are among them."""
        return MappingProxyType(self._names)

    def words(self) -> frozenset[str]:
        """Folded names and seats that are also a word, a person's name or another place: they want more evidence."""
        return self._words

    def seats(self) -> Mapping[str, Area]:
        """Folded name of a town that is no area itself to the area it lies in: what a dateline «Ungaran» says."""
        return MappingProxyType(self._seats)

    def branches(self) -> Mapping[str, str]:
        """Folded town of a BPJS Kesehatan branch office, in any spelling, to the branch's own spelling.

        Not complete: an office that is not here is still an office.
        """
        return MappingProxyType(self._branches)

    def office(self, town: str) -> Area | None:
        """The area in which the branch with this own spelling has its office; None for one that is not listed.

        >>> from extract.patterns import load_pack
        >>> load_pack().gazetteer.office("Sampit").name
        'Kabupaten Kotawaringin Timur'
        """
        return self._offices.get(town)

    def most(self, code: str) -> float:
        """More people than live, or are registered, in an area: its own line, else what holds for its province's."""
        return self._most.get(code) or self._most_of_each.get(code[:2], inf)

    def decoys(self) -> frozenset[str]:
        """Folded phrases that hold an area's name and do not mean it: a street, a newspaper, a dish, an idiom."""
        return self._decoys

    def choose(
        self, name: str, *, designator: Level | None = None, within: Collection[str] = (), year: int | None = None
    ) -> tuple[Area, ...]:
        """The areas that ``name`` can mean here, by falling order of evidence; () for a name nobody has.

        ``designator`` is the level said before the name («Kabupaten» regency, «Kota» city, «Provinsi» province): it
        is binding, so a designator that fits no area of the name gives (). ``year`` lets names in force go before
        former ones; alone, a former name keeps its meaning, because the press goes on writing it. ``within`` are the
        codes of the article's other areas: an area among them goes first, else the areas of their provinces. What is
        still level after that (a bare «Serang» in Banten) stays plural.
        """
        key = fold(name)
        areas = self._names.get(key, ())
        if designator is not None:
            areas = tuple(area for area in areas if area.level == designator)
        if len(areas) < 2:
            return areas
        return nearest(tuple(area for area in areas if self._in_force(key, area, year)) or areas, within)

    def _in_force(self, key: str, area: Area, year: int | None) -> bool:
        years = self._years.get((key, area.code))
        return years is None or years.hold(year)


def town_of(region: Region) -> str:
    """The name of a region without its level, in one word: «baubau» of «Kota Bau Bau» and of «Cabang Baubau»."""
    return _town(region.name)


@lru_cache(maxsize=4096)
def _town(name: str) -> str:
    return "".join(name.split()[1:]).casefold()


def nearest(areas: tuple[Area, ...], within: Collection[str]) -> tuple[Area, ...]:
    """Of several areas those that an article names, whose codes are ``within``, else those of their provinces."""
    if len(areas) < 2:
        return areas
    named = tuple(area for area in areas if area.code in within)
    if named:
        return named
    provinces = {code[:2] for code in within}
    return tuple(area for area in areas if area.province in provinces) or areas
