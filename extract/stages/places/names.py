"""Names of areas, and what each means where it stands."""

from __future__ import annotations

from collections.abc import Sequence, Set
from typing import cast

from extract.gazetteer import Gazetteer, nearest
from extract.model import Area, Level, Region
from extract.reading import NATION, Mention, Reading
from extract.stages.places.districts import Named, find_districts
from extract.stages.places.villages import find_villages

_LEAD_TOKENS = 14
_MAX_WORDS = 3
_TWINS = ("regency", "city")
_PROVINCE = 2  # digits of a province's code
_COMPANY = 2
_INSURER = 10  # tokens that the insurer's name may have
_OWNED = 5  # tokens before it in which whose it is may stand
_KEPT = 30_000
_NAME_SIGNS = ("-", "/", ".", "'")


def names_in(reading: Reading, branch_towns: Set[str]) -> list[Named]:
    """Every name of an area, town or branch in the text, with its designator."""
    designators = {m.end: m for m in reading.mentions.get("designator", ())}
    other = {t for m in reading.mentions.get("national", ()) if m.value is None for t in range(m.start, m.end)}
    areas = [m for m in reading.mentions.get("area", ()) if m.value is not None and m.start not in other]
    towns = [m for m in reading.mentions.get("town", ()) if not _holds(m, reading)]
    inside = {t for m in towns for t in range(m.start, m.end)}
    areas = [m for m in areas if m.start not in inside]
    from_town = {m.start for m in towns}
    named = []
    for mention in sorted([*areas, *towns], key=lambda m: m.start):
        mention = _behind_in(reading, mention)
        if not reading.word(mention.start)[0].isupper():
            continue
        start, level = _designated(reading, designators, mention, branch_towns)
        if mention.start in from_town and level != "branch" and mention.start > _LEAD_TOKENS:
            continue
        by = reading.word(start).lower() if level else ""
        named.append(Named(start, mention.start, mention.end, str(mention.value), level, by))
    districts = find_districts(reading, designators, named)
    levels = {token for m in designators.values() for token in range(m.start, m.end)}
    ordered = sorted([*named, *districts], key=lambda name: name.start)
    villages = find_villages(reading, levels, ordered)
    return sorted(_beside(_beside(named, districts), villages))


def _behind_in(reading: Reading, mention: Mention) -> Mention:
    """A name without a small «di», which is no part of it: «di Yogyakarta», but «DI Yogyakarta»."""
    inside = mention.end - mention.start > 1 and reading.word(mention.start).islower()
    if not inside or not reading.is_level(mention.start, "at"):
        return mention
    return mention._replace(start=mention.start + 1, value=str(mention.value).partition(" ")[2])


def _beside(named: Sequence[Named], surer: list[Named]) -> list[Named]:
    """Names that share no word with others that are surer, and these."""
    taken = {token for name in surer for token in range(name.start, name.end)}
    return [*surer, *(name for name in named if taken.isdisjoint(range(name.start, name.end)))]


def _holds(town: Mention, reading: Reading) -> bool:
    """Whether a town's name is an area's, or part of one; not where it is longer: «Pangkalan Kerinci»."""
    near = reading.between("area", town.start - _MAX_WORDS, town.end)
    return any(m.end > town.start and not (m.end - m.start < town.end - town.start) for m in near)


def _designated(
    reading: Reading, designators: dict[int, Mention], mention: Mention, branch_towns: Set[str]
) -> tuple[int, str | None]:
    """First token and level of a name with its designator; «Cabang Kota Baubau» is the branch's, not the city's."""
    designator = designators.get(mention.start)
    if designator is None:
        insurer = [
            m for m in reading.between("insurer", mention.start - _INSURER, mention.start) if m.end == mention.start
        ]
        if insurer and mention.value in branch_towns:
            start = insurer[-1].start
            same = reading.sentence_of(start) == reading.sentence_of(mention.start)
            by = any(m.end == start for m in reading.between("payer", start - 1, start))
            if same and (by or not reading.between("insured", max(start - _OWNED, 0), start)):
                return start, "branch"
        return mention.start, None
    before = designators.get(designator.start)
    if before is not None and before.value == "branch":
        own = designator.value in ("regency", "city") and mention.value not in branch_towns
        return before.start, str(designator.value) if own else "branch"
    return designator.start, str(designator.value)


class Namer:
    """What names mean, by one gazetteer."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self.branch_towns = frozenset(gazetteer.branches())
        self.known = gazetteer.names()
        self._known: dict[tuple[str, str | None, int | None], tuple[Area, ...]] = {}

    def surely(self, named: Sequence[Named], year: int | None) -> frozenset[str]:
        """Codes of the areas that are named beyond doubt: one meaning, or a level said with the name."""
        codes = set()
        for name in named:
            if name.level in ("branch", "both", "district", "village"):
                continue
            areas = self._meant(name.name, name.level, year)
            if len(areas) == 1:
                codes.add(areas[0].code)
        return frozenset(codes)

    def _meant(self, name: str, level: str | None, year: int | None) -> tuple[Area, ...]:
        """What a name can mean in a year under a level; remembered, for the same names return in every article."""
        key = name, level, year
        areas = self._known.get(key)
        if areas is None:
            areas = self._gazetteer.choose(name, designator=cast("Level | None", level), year=year)
            if len(self._known) < _KEPT:
                self._known[key] = areas
        return areas

    def regions(self, name: Named, carried: str | None, within: frozenset[str], year: int | None) -> list[Region]:
        """The region a name means; two for «Kabupaten dan Kota Kediri», none for a name that means nothing here."""
        said = name.level or carried
        if said == "branch":
            return [self._branch(name.name)]
        if said == "district":
            return [Region(f"Kecamatan {name.name.title()}", "district", None)]
        if said == "village":
            return [Region(f"{name.by} {name.name}".title(), "village", None)]
        if said == "both":
            areas = self._gazetteer.names().get(name.name, ())
            return [region_of(area) for area in areas if area.level in ("regency", "city")]
        found = self._meant(name.name, said, year) if said else ()
        found = nearest(found or self._meant(name.name, None, year), within)
        if not found:
            seat = self._gazetteer.seats().get(name.name)
            return [region_of(seat)] if seat else []
        named = tuple(area for area in found if area.code in within)
        return [_likeliest(named or found)]

    def _branch(self, name: str) -> Region:
        spelling = self._gazetteer.branches().get(name)
        areas = [area for area in self._gazetteer.names().get(name, ()) if area.short.lower().startswith(name[:4])]
        known = areas[0].short if areas and len(areas[0].short) == len(name) else name.title()
        return Region(f"Cabang {spelling or known}", "branch", None)

    def stands(self, reading: Reading, name: Named, said: Set[str], within: Set[str]) -> bool:
        """Whether a name that is also a word is a place here: a word before it says so, or a figure behind it.

        Or it stands by itself where the article says its level elsewhere (``said``), or names areas beside it.
        """
        if name.name not in self._gazetteer.words():
            return True
        figure = name.end + (name.end < len(reading.starts) and reading.word(name.end) == ":")
        if reading.is_figure(figure):
            return True
        if self._in_company(name, said, within) and _alone(reading, name):
            return True
        return any(m.end == name.own for m in reading.between("context", max(name.own - 4, 0), name.own))

    def _in_company(self, name: Named, said: Set[str], within: Set[str]) -> bool:
        """Whether the article names an area of this name with its level, or two others of its province."""
        areas = self._gazetteer.names().get(name.name, ())
        if any(area.code in said for area in areas):
            return True
        provinces = {area.province for area in areas}
        others = within - {area.code for area in areas}
        return sum(code[:2] in provinces for code in others) >= _COMPANY

    def is_over_twin(self, reading: Reading, named: Sequence[Named], at: int, year: int | None) -> bool:
        """Whether a bare name is its province's: «Jambi 96 persen. Kota Jambi 98 persen, Kabupaten Tebo 91 persen».

        The area with the same name is told of first behind it, in that sentence or the next, and beside another one.
        """
        name = named[at]
        if name.level or reading.word(name.start).isupper() or not self._has_namesake(name.name, year):
            return False
        sentence = reading.sentence_of(name.start)
        behind = [n for n in named[at + 1 :] if reading.sentence_of(n.start) <= sentence + 1]
        twin = next((n for n in behind if n.name == name.name and n.level in _TWINS), None)
        if twin is None or any(n.name == name.name and n.level in _TWINS for n in named[:at]):
            return False
        told = reading.sentence_of(twin.start)
        beside = [n for n in behind if n.name != name.name and reading.sentence_of(n.start) == told]
        inside = {area.province for area in self._meant(name.name, None, year)}
        areas = (area for n in beside for area in self._meant(n.name, n.level, year) if n.level in (None, *_TWINS))
        return any(area.level in _TWINS and area.province in inside for area in areas)

    def _has_namesake(self, name: str, year: int | None) -> bool:
        """Whether a province and an area in it are called by one name."""
        areas = self._meant(name, None, year)
        provinces = {area.code for area in areas if area.level == "province"}
        return any(area.level in _TWINS and area.province in provinces for area in areas)

    def province_of(self, regions: Sequence[Region]) -> Region | None:
        """The province that the regions named last lie in, or are."""
        for region in regions:
            if region.code:
                return region_of(self._gazetteer.area(region.code[:2]))
        return None


def _alone(reading: Reading, name: Named) -> bool:
    """Whether no other word written large stands beside a name, which would make it part of a longer one."""
    before = reading.word(name.start - 1) if name.start else "."
    after = reading.word(name.end) if name.end < len(reading.starts) else "."
    first = reading.sentence_tokens[reading.sentence_of(name.start)]
    opens = name.start == first or (name.start == first + 1 and reading.holds("some", first))
    return (opens or not before[0].isupper()) and not after[0].isupper() and after not in _NAME_SIGNS


def region_of(area: Area) -> Region:
    """An official area as the region of a row."""
    return Region(area.name, area.level, area.code) if area.code else NATION


def _likeliest(areas: Sequence[Area]) -> Region:
    """Of areas that share a bare name: the province, else the regency."""
    for level in ("province", "regency"):
        for area in areas:
            if area.level == level:
                return region_of(area)
    return region_of(areas[0])
