"""The places an article names: which official area or branch each name means, and what the name does there.

A name is a dateline, where something was held, somebody's office, or an area that a figure can be asserted for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.model import Area, Level, Region
from extract.patterns.pack import Pack
from extract.reading import NATION, Mention, Place, Places, Reading, Role

_DATELINE = re.compile(r"^.{0,70}?(?:\s[-–—]{1,3}\s?|\)\s*[-–—:]|[–—]{1,2}\s|\|\||\s?:\s(?=[A-Z]))")
_OFFICES = frozenset(
    [
        "bupati",
        "wakil",
        "wali",
        "walikota",
        "gubernur",
        "kepala",
        "dinas",
        "dinkes",
        "dinsos",
        "sekda",
        "dprd",
        "plt",
        "pj",
        "penjabat",
        "camat",
        "direktur",
    ]
)
_OFFICE_REACH = 12
_STOPS = frozenset((",", "“", "”", '"', ":", ";"))
_JOINTS = frozenset((",", "dan", "serta", "/", "&", "maupun", "hingga", "sampai"))


class PlaceReader:
    """Reads the places of articles with one gazetteer and one set of lexicons."""

    def __init__(self, pack: Pack) -> None:
        self._gazetteer = pack.gazetteer
        self._weekdays = pack.discourse.weekdays
        self._names: dict[str, Region] = {}

    def read(self, reading: Reading, year: int | None) -> Places:
        """The places of an article, whose own year decides between former and present names."""
        raw = self._raw(reading)
        within = self._surely(raw, year)
        places: list[Place] = []
        level: Level | None = None
        for mention, designator, name in raw:
            joined = bool(places) and _joint(reading, places[-1].end, mention.start)
            if designator is None and not joined:
                level = None
            region = self._region(name, designator, level if joined else None, within, year)
            if region is None or (designator is None and not joined and not self._stands(reading, mention, name)):
                continue
            start = mention.start if designator is None else designator.start
            level = self._carried(designator, level, joined)
            number = (places[-1].joined if places[-1].joined >= 0 else len(places)) if joined else -1
            if joined and places[-1].joined < 0:
                places[-1] = places[-1]._replace(joined=number)
            role = self._role(reading, start, mention.end, designator)
            places.append(Place(start, mention.end, region, role, designator is not None, number))
        places += self._national(reading)
        places.sort(key=lambda place: place.start)
        return self._members(reading, self._parents(reading, places))

    def _raw(self, reading: Reading) -> list[tuple[Mention, Mention | None, str]]:
        """Area and town mentions with the designator right before each."""
        designators = {m.end: m for m in reading.mentions.get("designator", ())}
        areas = [m for m in reading.mentions.get("area", ()) if m.value is not None]
        taken = {token for m in reading.mentions.get("area", ()) for token in range(m.start, m.end)}
        towns = [m for m in reading.mentions.get("town", ()) if not taken.intersection(range(m.start, m.end))]
        raw = []
        for mention in sorted([*areas, *towns]):
            if not reading.word(mention.start)[0].isupper():
                continue
            designator = _designator(designators, mention.start)
            level = designator.value if designator else None
            if mention in towns and level != "branch" and mention.start > 12:
                continue
            raw.append((mention, designator, str(mention.value)))
        return raw

    def _surely(self, raw: Sequence[tuple[Mention, Mention | None, str]], year: int | None) -> frozenset[str]:
        """Codes of the areas that are named beyond doubt: one meaning, or a level said with the name."""
        codes = set()
        for _, designator, name in raw:
            level = designator.value if designator else None
            if level == "branch":
                continue
            areas = self._gazetteer.choose(name, designator=level, year=year)  # type: ignore[arg-type]
            if len(areas) == 1:
                codes.add(areas[0].code)
        return frozenset(codes)

    def _region(
        self, name: str, designator: Mention | None, level: Level | None, within: frozenset[str], year: int | None
    ) -> Region | None:
        said = designator.value if designator is not None else level
        if said == "branch":
            branch = self._gazetteer.branches().get(name)
            areas = self._gazetteer.names().get(name, ())
            return Region(f"Cabang {branch or (areas[0].short if areas else name.title())}", "branch", None)
        if said == "district":
            return Region(f"Kecamatan {name.title()}", "district", None)
        areas = self._gazetteer.choose(name, designator=said, within=within, year=year) if said else ()  # type: ignore[arg-type]
        areas = areas or self._gazetteer.choose(name, within=within, year=year)
        if not areas:
            seat = self._gazetteer.seats().get(name)
            return region_of(seat) if seat else None
        if len(areas) > 1:
            named = [area for area in areas if area.code in within]
            areas = tuple(named) or areas
        return region_of(areas[0]) if len(areas) == 1 or said else _twin(areas)

    def _stands(self, reading: Reading, mention: Mention, name: str) -> bool:
        """Whether a name that is also a word is a place here: something before it says so."""
        if name not in self._gazetteer.words():
            return True
        return any(m.end == mention.start for m in reading.between("context", mention.start - 4, mention.start))

    def _carried(self, designator: Mention | None, level: Level | None, joined: bool) -> Level | None:
        """The level that goes on to the next name of a list: «Kabupaten A, B dan C»."""
        if designator is not None:
            return designator.value if designator.value in ("regency", "city") else None  # type: ignore[return-value]
        return level if joined else None

    def _role(self, reading: Reading, start: int, end: int, designator: Mention | None) -> Role:
        sentence = reading.sentence_of(start)
        first = reading.sentence_tokens[sentence]
        if sentence < 6 and start - first < 8:
            head = reading.text[reading.span(first, first + 1)[0] :][:90]
            line = _DATELINE.match(head.split("\n")[0])
            if line and reading.span(start, end)[1] - reading.span(first, first + 1)[0] < line.end():
                return "dateline"
        stop = reading.sentence_tokens[sentence + 1]
        if end + 1 < stop and reading.word(end) == "," and reading.word(end + 1).lower() in self._weekdays:
            return "event"
        if end < stop and reading.word(end).lower() in self._weekdays:
            return "event"
        if end + 3 < stop and reading.word(end) == "," and reading.word(end + 2) == ",":
            if reading.word(end + 3).lower() in self._weekdays:
                return "event"
        if start - first > 1 and reading.word(start - 1).lower() == "kota" and reading.word(start - 2).lower() == "ibu":
            return "parent"
        if self._in_office(reading, first, start, designator):
            return "office"
        return "plain"

    def _in_office(self, reading: Reading, first: int, start: int, designator: Mention | None) -> bool:
        """Whether a place is part of somebody's title: «Kepala Bidang Penagihan BPJS Kesehatan Cabang Medan»."""
        tokens = range(start, min(start + 2, designator.end)) if designator else range(0)
        if any(reading.word(token).lower() in _OFFICES for token in tokens):
            return True
        for token in range(start - 1, max(first, start - _OFFICE_REACH) - 1, -1):
            word = reading.word(token)
            if word in _STOPS or token in reading.figure_tokens:
                return False
            if word.lower() in _OFFICES:
                return True
        return False

    def _national(self, reading: Reading) -> list[Place]:
        return [
            Place(m.start, m.end, NATION, "plain", True)
            for m in reading.mentions.get("national", ())
            if m.value is not None
        ]

    def _parents(self, reading: Reading, places: list[Place]) -> list[Place]:
        """Marks a province that only says where the area before it lies: «Kabupaten Agam, Sumatera Barat»."""
        for at in range(1, len(places)):
            place, before = places[at], places[at - 1]
            if place.region.level != "province" or before.region.level not in ("regency", "city", "branch"):
                continue
            gap = reading.text[reading.span(before.start, before.end)[1] : reading.span(place.start, place.end)[0]]
            if (re.fullmatch(r"[\s,(]*(?:[Pp]rovinsi\s*)?", gap) and place.joined < 0) or gap.strip() == ",":
                inside = before.region.level == "branch" or (before.region.code or "")[:2] == place.region.code
                if inside:
                    places[at] = place._replace(role="parent", joined=-1)
        return places

    def _members(self, reading: Reading, places: list[Place]) -> Places:
        """Lists of areas that a branch serves become the branch."""
        members: dict[str, tuple[str, ...]] = {}
        kept: list[Place] = []
        at = 0
        while at < len(places):
            place = places[at]
            stop = at + 1
            while stop < len(places) and place.joined >= 0 and places[stop].joined == place.joined:
                stop += 1
            branch = self._branch_of_list(reading, places, at, stop)
            if branch is not None and stop - at > 1:
                codes = [p.region.code for p in places[at:stop] if p.region.code]
                members.setdefault(branch.name, tuple(dict.fromkeys(codes)))
                kept.append(Place(place.start, places[stop - 1].end, branch, "plain", True))
            else:
                kept += places[at:stop]
            at = stop
        named = [
            p._replace(region=p.region._replace(members=members.get(p.region.name, ())))
            if p.region.level == "branch"
            else p
            for p in kept
        ]
        return Places(tuple(named), members)

    def _branch_of_list(self, reading: Reading, places: Sequence[Place], at: int, stop: int) -> Region | None:
        """The branch whose working area a list of areas is, if the words before the list say so."""
        if stop - at < 2 or places[at].region.level not in ("regency", "city"):
            return None
        begin = places[at].start
        introduced = [m for m in reading.between("members", begin - 6, begin) if begin - m.end <= 4]
        if not introduced:
            return None
        sentence = reading.sentence_of(begin)
        for place in reversed(places[:at]):
            if place.region.level == "branch" and sentence - reading.sentence_of(place.start) <= 3:
                return place.region
        return None


def _designator(designators: dict[int, Mention], start: int) -> Mention | None:
    """The designator right before a name; «Cabang Kota Baubau» is the branch's, not the city's."""
    designator = designators.get(start)
    before = designators.get(designator.start) if designator else None
    if designator and before and before.value == "branch":
        return designator._replace(start=before.start, value="branch")
    return designator


def region_of(area: Area) -> Region:
    """An official area as the region of a row."""
    return Region(area.name, area.level, area.code or None)


def _twin(areas: Sequence[Area]) -> Region:
    """A name that may be several areas: known as such, so that a nearer word can still decide."""
    provinces = [area for area in areas if area.level == "province"]
    if provinces:
        return region_of(provinces[0])
    return region_of(next((area for area in areas if area.level == "regency"), areas[0]))


def _joint(reading: Reading, end: int, start: int) -> bool:
    """Whether only list words stand between two places."""
    return (end < start <= end + 3 and all(reading.word(token).lower() in _JOINTS for token in range(end, start))) or (
        end < start <= end + 4
        and all(reading.word(token).lower() in {*_JOINTS, "kabupaten", "kota", "kab"} for token in range(end, start))
    )
