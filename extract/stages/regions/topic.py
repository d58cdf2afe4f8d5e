"""Which area an article is about: what its figures are said of where nothing nearer names one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from extract.gazetteer import town_of
from extract.model import Region
from extract.reading import NATION, Figure, Located, Place, Reading
from extract.stages.regions.checks import CAPITAL, Sizes, held_against, is_spoken_in

_LEAD = 4
_FURNITURE = 3
_LISTED = 2
_FEW = 2
_AHEAD = 5  # tokens before a place in which it may be said that it is ahead
_BEFORE = 3  # tokens before a branch's name in which «wilayah kerja» may stand
_BODY = 3  # tokens of a body before the area that it has its name from
_LOCAL = ("regency", "city")
_NAMED = ("plain", "office")


def topic_of(reading: Reading, places: Sequence[Place], figures: Sequence[Figure], sizes: Sizes) -> Located:
    """The area that an article is about; where most people that it counts are too many for that, a larger one."""
    found = _named(reading, places)
    region = found.region
    if region is None or region is NATION:
        return found
    free = _of_no_area(reading, places, figures)
    if not _is_outgrown(free, sizes, region):
        return found
    inside = {(region.code or "")[:2], region.code}
    larger = [p.region for p in places if p.region.code in inside or inside.intersection(p.region.members)]
    return Located(next((one for one in larger if not _is_outgrown(free, sizes, one)), NATION), "topic")


def _of_no_area(reading: Reading, places: Sequence[Place], figures: Sequence[Figure]) -> list[Figure]:
    """The figures of people in sentences that name no area."""
    people = [f for f in figures if f.form == "count" and f.unit == "person"]
    told = {reading.sentence_of(p.start) for p in places if p.role in _NAMED} if people else set()
    return [f for f in people if f.sentence not in told]


def _is_outgrown(people: Sequence[Figure], sizes: Sizes, region: Region) -> bool:
    """Whether most figures of people count more than an area can have."""
    over = sum(sizes.outgrows(figure, region) for figure in people)
    return over >= _FEW and 2 * over > len(people)


def _named(reading: Reading, places: Sequence[Place]) -> Located:
    """The area that an article names: in its title and lead, else of the first office, else the dateline."""
    datelines = [reading.sentence_of(p.start) for p in places if p.role == "dateline"]
    reach = max(_LEAD + _preface(reading), datelines[0] + 1 if datelines else 0)
    lead = [p for p in places if reading.sentence_of(p.start) < reach]
    plain = [p for p in lead if p.role == "plain"]
    offices = [p for p in lead if p.role == "office" and p.region.level in _LOCAL]
    local = [p for p in plain if p.region is not NATION and p.region.level != "village"]
    local = [p for p in local if not _is_held_against(reading, p)] or ([] if offices else local)
    local = _of_article(reading, local, places) or local
    if local and _tells_of_provinces(reading, local):
        return Located(NATION, "topic")
    if local and not _in_passing(reading, places, local[0]):
        branch = _serving(reading, local[0].region, lead) or _of_all(reading, places, lead, local[0])
        area = branch or _counted_in(reading, plain, local[0]) or _told_within(reading, places, local[0])
        area = area or _whole_of_list(lead, local)
        return Located(area or local[0].region, "topic")
    officers = bool(offices) and not reading.mentions.get("national_office")
    if plain and all(p.region is NATION for p in plain) and not officers:
        return Located(NATION, "topic")
    return _beyond_the_lead(reading, places)


def _beyond_the_lead(reading: Reading, places: Sequence[Place]) -> Located:
    """The area of an article whose lead names none."""
    anywhere = [p for p in places if p.role == "plain" and p.region is not NATION and p.region.level != "village"]
    of_nation = reading.mentions.get("national_office")
    offices = [p for p in places if p.role == "office"]
    if of_nation:
        offices = [p for p in offices if not ((p.region.code or "").startswith(CAPITAL) and is_spoken_in(reading, p))]
    if offices and not (anywhere and anywhere[0].start < offices[0].start):
        return Located(offices[0].region, "speaker")
    later = _told_later(reading, places)
    if later is not None:
        return Located(later, "topic")
    if of_nation:
        return Located(NATION, "speaker")
    dateline = next((p for p in places if p.role == "dateline"), None)
    if dateline is not None and (dateline.region.code or CAPITAL)[:2] != CAPITAL:
        return Located(dateline.region, "dateline")
    areas = [p for p in places if p.region.level in (*_LOCAL, "province")]
    named = [p for p in areas if p.role == "parent"] or [p for p in areas if _names_a_body(reading, p)]
    return Located(named[0].region, "topic") if named else Located(None, None)


def _names_a_body(reading: Reading, place: Place) -> bool:
    """Whether another body has its name from a place: «Kejari Klaten menagih tunggakan», and nothing else is named."""
    said = reading.between("venue", place.start - _BODY, place.start)
    return any(m.value == "body" and m.end == place.start for m in said)


def _told_later(reading: Reading, places: Sequence[Place]) -> Region | None:
    """The regency or city of which an article goes on to tell most, and before any other area or the nation."""
    named = [p for p in places if p.role in _NAMED and p.region is not NATION]
    of_nation = min((m.start for m in reading.mentions.get("national_office", ())), default=None)
    if not named or named[0].region.level not in _LOCAL or (of_nation is not None and of_nation < named[0].start):
        return None
    often = Counter(p.region for p in named if p.region.level in _LOCAL).most_common(2)
    first, most = often[0]
    return first if first == named[0].region and most >= _FEW and (len(often) < 2 or most > often[1][1]) else None


def _is_held_against(reading: Reading, place: Place) -> bool:
    """Whether another is held against a place, «di atas Bali», or is the best of it: «tertinggi di Riau»."""
    near = held_against(reading, place)
    whole = place.region.level == "province"
    return bool(near) and (near[-1].value == "with" or (whole and near[-1].value != "average"))


def _preface(reading: Reading) -> int:
    """How many sentences stand before the first that speaks of the programme, where that is a page's furniture."""
    anchors = (m for m in reading.mentions.get("anchor", ()) if m.value is not None)
    first = next((reading.sentence_of(m.start) for m in anchors), 0)
    return first if _FURNITURE <= first < 2 * _LEAD else 0


def _of_article(reading: Reading, local: Sequence[Place], places: Sequence[Place]) -> list[Place]:
    """The areas without those that only the page above an article names, and the article itself never.

    That begins with its dateline, where it tells of the dateline's area, or else with the programme.
    """
    dateline = next((p for p in places if p.role == "dateline"), None)
    named = [p for p in places if p.role in _NAMED]
    if dateline is not None and any(p.region == dateline.region and p.start > dateline.start for p in named):
        begin = dateline.start
    else:
        begin = next((m.start for m in reading.mentions.get("anchor", ()) if m.value is not None), 0)
        begin = reading.sentence_tokens[reading.sentence_of(begin)]
    told = {p.region.name for p in named if p.start >= begin}
    return [p for p in local if p.start >= begin or p.region.name in told or p.region.level not in _LOCAL]


def _tells_of_provinces(reading: Reading, local: Sequence[Place]) -> bool:
    """Whether a lead begins with several provinces of several islands, and tells of none of them by itself."""
    sentence = reading.sentence_of(local[0].start)
    here = (p.region for p in local if reading.sentence_of(p.start) == sentence and p.region.level == "province")
    named = {region.code for region in here if region.code}
    again = any(p.region == local[0].region and reading.sentence_of(p.start) != sentence for p in local)
    apart = len({code[0] for code in named}) > 1  # the first digit of a code is the island's
    return local[0].region.level == "province" and len(named) > _LISTED and apart and not again


def _in_passing(reading: Reading, places: Sequence[Place], place: Place) -> bool:
    """Whether an article of the nation's officials names an area once only, outside its headline."""
    if not reading.mentions.get("national_office") or reading.sentence_of(place.start) == 0:
        return False
    return sum(p.region.name == place.region.name and p.role != "dateline" for p in places) == 1


def _serving(reading: Reading, area: Region, lead: Sequence[Place]) -> Region | None:
    """The branch that the lead speaks of with its areas, and that this area is one of, but not its namesake.

    Or all of them lie in this area, a province.
    """
    for place in lead:
        branch = place.region
        if place.role != "plain" or not branch.members:
            continue
        inside = area.level == "province" and all(code[:2] == area.code for code in branch.members)
        if inside and _as_working_area(reading, place):
            return branch
        beside = [p for p in lead if reading.sentence_of(p.start) == reading.sentence_of(place.start)]
        singled_out = _locals(beside) == {area.name}
        if area.code in branch.members and town_of(area) != town_of(branch) and not singled_out:
            return branch
    return None


def _counted_in(reading: Reading, plain: Sequence[Place], first: Place) -> Region | None:
    """The area of «Cabang X mencatat 4.310 penunggak di Kabupaten Y»: a branch that only counts there is no topic."""
    if first.region.level != "branch" or _as_working_area(reading, first):
        return None
    sentence = reading.sentence_of(first.start)
    beside = [p for p in plain if p.start > first.start and reading.sentence_of(p.start) == sentence]
    provinces = {p.region.name: p.region for p in beside if p.region.level == "province"}
    serves = any(
        reading.between(kind, *reading.sentence_tokens[sentence : sentence + 2]) for kind in ("members", "areas")
    )
    if len(provinces) == 1 and not _locals(beside) and not serves:
        return next(iter(provinces.values()))
    if first.region.members:
        return None
    areas = [p.region for p in beside if p.region.level in _LOCAL]
    return areas[0] if len(_locals(beside)) == 1 else None


def _told_within(reading: Reading, places: Sequence[Place], first: Place) -> Region | None:
    """The regency or city of an article that begins with its province, of which it tells no figure there.

    It is named as often as the province, and is the only one, or is named far more often than the others.
    """
    whole = first.region
    if whole.level != "province" or _has_own_figure(reading, reading.sentence_of(first.start)):
        return None
    named = [p.region for p in places if p.role in _NAMED and not _has_the_most(reading, p)]
    inside = Counter(r for r in named if r.level in _LOCAL and (r.code or "")[:2] == whole.code).most_common(2)
    if not inside or inside[0][1] < named.count(whole):
        return None
    return inside[0][0] if len(inside) < 2 or inside[0][1] > 2 * inside[1][1] else None


def _whole_of_list(lead: Sequence[Place], local: Sequence[Place]) -> Region | None:
    """The province of whose office a lead tells, and that all areas of the list lie in that it names first."""
    listed = [p for p in local if p.joined >= 0 and p.joined == local[0].joined]
    offices = [p.region for p in lead if p.role == "office" and p.start < local[0].start]
    if len(listed) < _LISTED + 1 or not offices or offices[-1].level != "province":
        return None
    inside = all((p.region.code or "")[:2] == offices[-1].code for p in listed)
    return offices[-1] if inside else None


def _has_the_most(reading: Reading, place: Place) -> bool:
    """Whether a place is only told to be ahead: «penunggak terbanyak ada di Kota Palu»."""
    near = reading.between("some", place.start - _AHEAD, place.start)
    return any(m.value == "most" for m in near)


def _has_own_figure(reading: Reading, sentence: int) -> bool:
    """Whether a figure stands in a sentence that does not only count areas: «Bali punya sembilan kabupaten/kota»."""
    first, stop = reading.sentence_tokens[sentence : sentence + 2]
    figures = [token for token in range(first, stop) if reading.has_figure(token, token + 1)]
    return any(not reading.between("areas", token + 1, token + 2) for token in figures)


def _locals(places: Sequence[Place]) -> set[str]:
    return {p.region.name for p in places if p.region.level in _LOCAL}


def _of_all(reading: Reading, places: Sequence[Place], lead: Sequence[Place], first: Place) -> Region | None:
    """The branch whose areas, all of them, the lead lists, or tells in one sentence."""
    sentence = reading.sentence_of(first.start)
    listed = {p.region.code for p in lead if first.joined >= 0 and p.joined == first.joined}
    if not listed:
        beside = [p for p in places if p.role == "plain" and reading.sentence_of(p.start) == sentence]
        listed = {p.region.code for p in beside if p.region.level in _LOCAL}
    served = (p.region for p in places if p.region.level == "branch" and listed)
    return next((branch for branch in served if set(branch.members) == listed), None)


def _as_working_area(reading: Reading, place: Place) -> bool:
    """Whether a branch is spoken of as the areas it serves: «di wilayah kerja Cabang X», or by their list."""
    said = reading.between("anaphor", max(place.start - _BEFORE, 0), place.end)
    listed = reading.between("area", place.start, place.end)
    return any(m.value == "branch" for m in said) or len(listed) > _LISTED
