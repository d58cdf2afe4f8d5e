"""The places an article names: which official area or branch each name means, and what the name does there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from extract.gazetteer import town_of
from extract.model import Region
from extract.patterns.pack import Pack
from extract.reading import NATION, Figure, Mention, Place, Places, Reading, Role
from extract.stages.places.apart import is_around, is_eponym, is_line, is_seat_of
from extract.stages.places.clippings import clipped, in_brackets
from extract.stages.places.districts import Named
from extract.stages.places.members import gather_members
from extract.stages.places.names import Namer, names_in
from extract.stages.places.roles import RoleReader, mark_parents, pays_at
from extract.stages.places.territory import find_territories

_TWINS = ("regency", "city")
_PHRASE = 6  # words of a phrase that «itu» may end
_DATELINES = 4  # sentences in which a page and its article may each have one
_OWN: dict[object, tuple[str, ...]] = {
    "own": _TWINS,
    "own_regency": ("regency",),
    "own_city": ("city",),
    "own_province": ("province",),
}
_SAID = ("own_regency", "own_city")
_SIGNS = ("/", "-")
_SIGNS_BEFORE = (",", ":")
_LEVEL_WORDS = 3  # tokens of «di tingkat provinsi»


class PlaceReader:
    """Reads the places of articles with one gazetteer and one set of lexicons."""

    def __init__(self, pack: Pack) -> None:
        self._namer = Namer(pack.gazetteer)
        self._roles = RoleReader(pack.discourse)
        self._bare_words, self._general = pack.discourse.bare, pack.discourse.general
        self._pointing = pack.discourse.pointing

    def read(self, reading: Reading, year: int | None, figures: Sequence[Figure] = ()) -> Places:
        """The places of an article, whose own year decides between former and present names."""
        named = self._names(reading)
        within = self._namer.surely(named, year)
        said = self._said(reading, named, year)
        places, around = list[Place](), list[Named]()
        level: str | None = None
        dateline: int | None = None
        spoken = -1
        for at, name in enumerate(named):
            joined = bool(places) and _joint(reading, places[-1].end, name.start)
            sentence = reading.sentence_of(name.start)
            if not name.level and not joined and sentence != spoken:
                level = None
            spoken = sentence
            if is_around(reading, name):
                around.append(name)
                continue
            carried = "province" if self._is_whole(reading, named, at, year) else level
            regions = [] if is_eponym(reading, name) else self._namer.regions(name, carried, within, year)
            if regions and places and self._renames(reading, places[-1], name, regions):
                places[-1] = places[-1]._replace(end=name.end + 1)
                continue
            if not regions or not (name.level or joined or self._namer.stands(reading, name, said, within)):
                continue
            if name.level:
                level = name.level if name.level in ("regency", "city") else None
            number = len(places) if joined or len(regions) > 1 else -1
            if joined:
                number = places[-1].joined if places[-1].joined >= 0 else number
                places[-1] = places[-1]._replace(joined=number)
            role = self._role(reading, name, regions[0], places, joined=joined)
            if role == "dateline":
                dateline = sentence if dateline is None else dateline
                opens = name.start == reading.sentence_tokens[sentence] and sentence - dateline < _DATELINES
                role = role if sentence == dateline or opens else "plain"
            places += [Place(name.start, name.end, region, role, bool(name.level), number) for region in regions]
        places += _branch_around(around, places)
        places += self._others(reading, places)
        places.sort(key=lambda place: place.start)
        members = gather_members(reading, mark_parents(reading, places, self._pointing))
        return find_territories(reading, members, figures)

    def _is_whole(self, reading: Reading, named: Sequence[Named], at: int, year: int | None) -> bool:
        """Whether a bare name is that of a province, and not of an area in it."""
        return _is_provinces(reading, named[at]) or self._namer.is_over_twin(reading, named, at, year)

    def _names(self, reading: Reading) -> list[Named]:
        """Every name in the text, those too that only the article knows."""
        named = names_in(reading, self._namer.branch_towns)
        own = clipped(reading, named, self._namer.known)
        return sorted([*named, *own]) if own else named

    def _said(self, reading: Reading, named: Sequence[Named], year: int | None) -> frozenset[str]:
        """Codes of the areas whose level the article says, or whose short name it gives beside the full one."""
        by_level = self._namer.surely([name for name in named if name.level], year)
        full = self._namer.surely([name for name in named if name.end - name.start > 1], year)
        short = in_brackets(reading, named)
        return by_level | (self._namer.surely(short, year) & full) if short else by_level

    def _role(self, reading: Reading, name: Named, region: Region, places: Sequence[Place], *, joined: bool) -> Role:
        """What a place does: one joined to the last does as it does; a town where its officer spoke is no office."""
        if region.level == "province" and (is_line(reading, name) or self._roles.pays_unnamed(reading, name)):
            return "parent"
        role = self._roles.role(reading, name)
        if joined and role == "plain" and _shares_role(places[-1], region):
            role = places[-1].role
        return "event" if role == "office" and places and is_seat_of(reading, places[-1], name, region) else role

    def _renames(self, reading: Reading, before: Place, name: Named, regions: Sequence[Region]) -> bool:
        """«Kabupaten Musi Rawas (Mura)»: another name of the area before it, in brackets."""
        if name.start != before.end + 1 or reading.word(before.end) != "(" or name.end >= len(reading.starts):
            return False
        return reading.word(name.end) == ")" and regions[0].name == before.region.name

    def _others(self, reading: Reading, places: Sequence[Place]) -> list[Place]:
        """Words that stand for the nation, and for the province or the branch that the article has named."""
        found = [
            Place(m.start, m.end, NATION, "plain", m.value == "national")
            for m in reading.mentions.get("national", ())
            if m.value is not None
        ]
        used = {token for place in places for token in range(place.start, place.end)}
        for mention in reading.mentions.get("anaphor", ()):
            if mention.end - 1 in used or _is_of_area(reading, mention):  # «di seluruh wilayah Cabang Metro»
                continue
            if reading.holds("capital", mention.start):  # «di ibu kota provinsi itu»
                continue
            place = self._meant(reading, mention, places)
            if place is not None:
                found.append(place)
        return found + self._bare(reading, [*places, *found])

    def _bare(self, reading: Reading, places: Sequence[Place]) -> list[Place]:
        """«44 di kota, 31 di kabupaten»: the one city, or the one regency, that the article has named."""
        found: list[Place] = []
        bare = [m for m in reading.mentions.get("designator", ()) if reading.word(m.start).lower() in self._bare_words]
        if not bare:
            return found
        places = sorted(places, key=lambda place: place.start)
        used = {token for place in places for token in range(place.start, place.end)}
        for mention in bare:
            if mention.start in used:
                continue
            before = reading.word(mention.start - 1).lower() if mention.start else ""
            if (
                before in _SIGNS
                or before in self._general
                or before in self._bare_words
                or reading.holds("capital", mention.start)
                or any(m.end == mention.start for m in reading.between("all_of", mention.start - 1, mention.start))
                or reading.is_figure(mention.start - 1)
                or reading.between("other_areas", mention.start, mention.start + 1)
                or mention.end >= len(reading.starts)
            ):
                continue
            region = self._only(reading, places, mention)
            if region is not None and reading.word(mention.end) not in _SIGNS and not self._both(reading, mention):
                pays = region.level == "province" and pays_at(reading, mention.start)
                found.append(Place(mention.start, mention.end, region, "parent" if pays else "plain", True))
        return found

    def _only(self, reading: Reading, places: Sequence[Place], mention: Mention) -> Region | None:
        """The one area of a level that the article names, else the one whose twin it names, else the one it means.

        That is the last one before «kabupaten itu», and the one named most where nothing points back.
        """
        named = [p for p in places if p.region.level == mention.value]
        regions = {p.region.name: p.region for p in named}
        first = reading.sentence_tokens[reading.sentence_of(mention.start)]
        near = [p.region for p in named if first <= p.start < mention.start]
        if near and near[-1].level == "regency" and len({region.name for region in near}) == 1:
            return near[0]
        twin = _twin(reading, places, mention, (str(mention.value),)) or _just_before(reading, places, mention)
        if twin is not None:
            return twin
        if len(regions) > 1 and self._points_back(reading, mention):
            return next((p.region for p in reversed(named) if p.start < mention.start), None)
        if len(regions) > 1:
            twins = [p.region for p in places if p.region.level in _TWINS and p.region.level != mention.value]
            names = {region.name.split(" ", 1)[-1] for region in twins}
            regions = {name: r for name, r in regions.items() if name.split(" ", 1)[-1] in names} or regions
        if len(regions) < 2:
            return next(iter(regions.values()), None)
        often = Counter(p.region.name for p in named if p.region.name in regions).most_common(2)
        return regions[often[0][0]] if often[0][1] > often[1][1] else None

    def _points_back(self, reading: Reading, mention: Mention) -> bool:
        """Whether a word for areas means the one named last: «kabupaten itu», «kabupaten di ujung barat Bali itu»."""
        if reading.word(mention.end).lower() in self._pointing:
            return True
        reach = mention.end, mention.end + _PHRASE
        back = min((m for kind in ("pointing", "these") for m in reading.between(kind, *reach)), default=None)
        return back is not None and all(
            not reading.is_figure(token) and reading.word(token)[0].isalpha()
            for token in range(mention.end, back.start)
        )

    def _both(self, reading: Reading, mention: Mention) -> bool:
        """Whether a word of a level is the first of «kabupaten dan kota»."""
        following = reading.between("designator", mention.end + 1, mention.end + 2)
        return reading.word(mention.end).lower() == "dan" and bool(following)

    def _meant(self, reading: Reading, mention: Mention, places: Sequence[Place]) -> Place | None:
        """«tingkat provinsi» is the province of the areas named so far; «wilayah kerja kami» the branch named last."""
        earlier = [place for place in places if place.start < mention.start]
        if mention.value == "branch":
            branches = [place for place in earlier if place.region.level == "branch"]
            return Place(mention.start, mention.end, branches[-1].region, "plain", True) if branches else None
        if mention.value in _OWN:
            twin = _twin(reading, places, mention, _OWN[mention.value])
            if twin is not None:
                return Place(mention.start, mention.end, twin, "plain", True)
            offices = [
                place for place in earlier if place.role == "office" and place.region.level in _OWN[mention.value]
            ]
            named = {p.region.name: p.region for p in earlier if p.region.level in _OWN[mention.value]}
            only = next(iter(named.values())) if len(named) == 1 and mention.value in _SAID else None
            own = offices[-1].region if offices else only
            return Place(mention.start, mention.end, own, "plain", True) if own is not None else None
        if mention.value == "there":
            last = next((place for place in reversed(earlier) if place.role == "plain"), None)
            one = last is not None and last.joined < 0 and last.region is not NATION
            return Place(mention.start, mention.end, last.region, "plain", True) if last and one else None
        if mention.value == "province" and earlier:
            region = self._namer.province_of([place.region for place in earlier or places])
            return Place(mention.start, mention.end, region, "plain", True) if region else None
        return None


def _twin(reading: Reading, places: Sequence[Place], mention: Mention, levels: Sequence[str]) -> Region | None:
    """«12 di Kota Probolinggo, 29 di kabupatennya»: the area of another level with the name of the one just before."""
    sentence = reading.sentence_of(mention.start)
    first = reading.sentence_tokens[max(sentence - 1, 0)]
    near = [p for p in places if first <= p.start < mention.start and p.region.level in _TWINS]
    own = [p for p in near if p.start >= reading.sentence_tokens[sentence]]
    near = own or (near if mention.value in _OWN else [])
    last = max(near, key=lambda place: place.start, default=None)
    if last is None or last.region.level in levels:
        return None
    return next(
        (p.region for p in places if p.region.level in levels and town_of(p.region) == town_of(last.region)), None
    )


def _just_before(reading: Reading, places: Sequence[Place], mention: Mention) -> Region | None:
    """«Di Raja Ampat sudah 99 persen. Pemkab menanggung 21 ribu jiwa»: the one area of the sentence before."""
    sentence = reading.sentence_of(mention.start)
    first, stop = reading.sentence_tokens[max(sentence - 1, 0)], reading.sentence_tokens[sentence]
    near = {p.region.name: p for p in places if first <= p.start < stop and p.region.level in _TWINS}
    only = next(iter(near.values())) if len(near) == 1 and reading.has_figure(first, stop) else None
    if only is None or only.role != "plain" or reading.between("passing", only.end, only.end + 1):
        return None
    return only.region if only.region.level == mention.value else None


def _is_provinces(reading: Reading, name: Named) -> bool:
    """Whether a bare name stands behind words for its province: «di level provinsi, Gorontalo sudah 91 persen»."""
    end = name.start - (reading.word(name.start - 1) in _SIGNS_BEFORE) if name.start and not name.level else 0
    return any(m.end == end and m.value == "province" for m in reading.between("anaphor", end - _LEVEL_WORDS, end))


def _is_of_area(reading: Reading, mention: Mention) -> bool:
    """Whether words for a branch's areas are those for the land of one: «kabupaten yang wilayahnya lebih luas»."""
    if mention.value != "branch" or not reading.between("restricting", mention.start - 1, mention.start):
        return False
    before = reading.between("designator", mention.start - 2, mention.start - 1)
    return any(m.value in _TWINS for m in before)


def _shares_role(before: Place, region: Region) -> bool:
    """Whether an area joined to the one before it is in the same office's name, or elsewhere like it."""
    return before.role in ("parent", "event") or (before.role == "office" and before.region.level == region.level)


def _branch_around(around: Sequence[Named], places: Sequence[Place]) -> list[Place]:
    """The regions around areas as places of the one branch that an article names."""
    branches = {place.region.name: place.region for place in places if place.region.level == "branch"}
    if len(branches) != 1:
        return []
    branch = next(iter(branches.values()))
    return [Place(name.start, name.end, branch, "plain", True) for name in around]


def _joint(reading: Reading, end: int, start: int) -> bool:
    """Whether only list words stand between two places: «A, B (bebe), dan Kota C»."""
    if end + 3 < start and reading.word(end) == "(" and reading.word(end + 2) == ")":
        end += 3
    return end < start <= end + 3 and all(
        any(m.start <= token < m.end for m in reading.between("joint", end, start)) for token in range(end, start)
    )


__all__ = ["Named", "PlaceReader"]
