"""Lists of the areas that a branch serves: «Cabang Metro yang meliputi Kota Metro, Lampung Timur dan Mesuji»."""

from __future__ import annotations

from collections.abc import Sequence

from extract.gazetteer import town_of
from extract.model import Region
from extract.reading import OTHER, Place, Places, Reading

_LOCAL = ("regency", "city")
_REACH = 6
_GAP = 4
_SENTENCES = 3
_BEHIND = 5  # tokens from a list to the branch that it is of
_SEVERAL = 3
_LEAD = 4


def gather_members(reading: Reading, places: Sequence[Place]) -> Places:
    """The places with each list of a branch's areas as one place of the branch, and the branches' members by name."""
    members: dict[str, tuple[str, ...]] = {}
    kept: list[Place] = []
    at = 0
    while at < len(places):
        place = places[at]
        stop = at + 1
        while stop < len(places) and place.joined >= 0 and places[stop].joined == place.joined:
            stop += 1
        branch = _branch_of(reading, places, at, stop)
        served = (*_besides(reading, places, at), *places[at:stop]) if branch is not None else ()
        codes = [p.region.code for p in served if p.region.code]
        known = members.get(branch.name, ()) if branch is not None else ()
        if branch is not None and not set(codes) < set(known):
            if len(set(codes)) > len(known):
                members[branch.name] = tuple(dict.fromkeys(codes))
            kept.append(Place(place.start, places[stop - 1].end, branch, "plain", True))
        else:
            kept += places[at:stop]
        at = stop
    return Places(tuple(_with_members(place, members) for place in kept), members)


def _besides(reading: Reading, places: Sequence[Place], at: int) -> list[Place]:
    """One more area right before a list: «selain Dumai, wilayah kerjanya mencakup Bengkalis dan Siak»."""
    sentence = reading.sentence_of(places[at].start)
    for before in reversed(places[max(at - 2, 0) : at]):
        said = any(m.end == before.start for m in reading.between("besides", before.start - 2, before.start))
        if said and before.region.level in _LOCAL and reading.sentence_of(before.start) == sentence:
            return [before]
    return []


def _with_members(place: Place, members: dict[str, tuple[str, ...]]) -> Place:
    region = place.region
    served = members.get(region.name, ())
    if region.level != "branch" or region.members == served:
        return place
    return place._replace(region=region._replace(members=served))


def _branch_of(reading: Reading, places: Sequence[Place], at: int, stop: int) -> Region | None:
    """The branch whose working area a list of areas is, if the words before the list say so."""
    if stop - at < 2 or places[at].region.level not in _LOCAL:
        return None
    begin, end = places[at].start, places[stop - 1].end
    if reading.has_figure(begin + 1, end):
        return None
    cues = [m for m in reading.between("members", max(begin - _REACH, 0), begin) if begin - m.end <= _GAP]
    if any(_is_of_others(reading, m.end, begin) for m in cues):
        return None
    if stop - at < _SEVERAL or not _has_seat(places, at, stop):
        cues = [m for m in cues if m.value != "land"]
    bracketed = begin > 0 and reading.word(begin - 1) == "(" and end < len(reading.starts) and reading.word(end) == ")"
    ahead = _is_told_after(reading, places, stop)
    if ahead is not None and stop - at >= _SEVERAL:
        return ahead
    listed = stop - at >= _SEVERAL or any(m.value != "beside" for m in cues)
    soon = _is_named_soon(reading, places, at, stop) if listed else None
    if not cues and not bracketed and not _announced(reading, begin) and soon is None:
        return None
    if not bracketed and _tells_some(reading, begin):
        return None
    if any(m.start <= end + 1 for m in reading.between("each", end, end + 2)) and not any(
        m.value == "serving" for m in cues
    ):
        return None
    sentence = reading.sentence_of(begin)
    beside = bool(cues) and not bracketed and all(m.value == "beside" for m in cues)
    beside = beside and not _announced(reading, begin)
    reach = 1 if beside else _SENTENCES
    if any(m.value == "serving" for m in cues) and _is_plain(reading, places, sentence):
        reach = len(reading.sentence_tokens)
    for place in reversed(places[:at]):
        if beside and place.role == "plain" and place.region.level in _LOCAL:
            return None
        if place.region.level == "branch" and sentence - reading.sentence_of(place.start) <= reach:
            return place.region
    behind = next((place for place in places[stop:] if place.region.level == "branch"), None)
    told = behind is not None and reading.sentence_of(behind.start) == sentence
    return behind.region if behind is not None and told and _announced(reading, begin) else soon


def _is_of_others(reading: Reading, start: int, end: int) -> bool:
    """Whether areas are only where those come from whom a hospital serves: «melayani pasien dari Ende dan Nagekeo»."""
    units = reading.between("unit", start, end)
    return any(m.value == OTHER and not reading.between("areas", m.start, m.end) for m in units)


def _is_named_soon(reading: Reading, places: Sequence[Place], at: int, stop: int) -> Region | None:
    """The one branch of an article whose lead lists areas before it: «peserta di Kudus, Pati dan Grobogan»."""
    branches = [place for place in places if place.region.level == "branch"]
    sentence = reading.sentence_of(places[at].start)
    if not branches or len({place.region.name for place in branches}) > 1 or branches[0].start < places[at].start:
        return None
    near = sentence < _LEAD and reading.sentence_of(branches[0].start) - sentence <= _SENTENCES
    seat = any(town_of(place.region) == town_of(branches[0].region) for place in places[at:stop])
    return branches[0].region if near and seat else None


def _has_seat(places: Sequence[Place], at: int, stop: int) -> bool:
    """Whether a list of areas has the town of a branch: «untuk wilayah Makassar, Gowa, Takalar dan Maros»."""
    towns = {town_of(place.region) for place in places if place.region.level == "branch"}
    return any(town_of(place.region) in towns for place in places[at:stop])


def is_served(reading: Reading, start: int, end: int) -> bool:
    """Whether words say that a branch serves areas: «yang diurus kantornya», «di wilayah kerjanya»."""
    if any(m.value == "branch" for m in reading.between("anaphor", start, end)):
        return True
    serving = any(m.value == "serving" for m in reading.between("members", start, end))
    return serving or bool(reading.between("served", start, end))


def _tells_some(reading: Reading, begin: int) -> bool:
    """Whether the words before areas lead to some of a branch's: «tersisa dua daerah yang belum, yakni A dan B»."""
    first = reading.sentence_tokens[reading.sentence_of(begin)]
    nouns = reading.between("areas", first, begin)
    start = nouns[-1].end if nouns else max(begin - _REACH, first)
    if is_served(reading, start, begin):
        return False
    restricted = bool(nouns) and bool(reading.between("restricting", start, start + 1))
    return restricted or bool(reading.between("some", max(start - _REACH, first), begin))


def _is_told_after(reading: Reading, places: Sequence[Place], stop: int) -> Region | None:
    """The branch of a list that comes first: «Nunukan, Malinau dan Tarakan merupakan wilayah kerja Cabang Tarakan»."""
    end = places[stop - 1].end
    if stop == len(places) or places[stop].region.level != "branch" or places[stop].start - end > _BEHIND:
        return None
    told = reading.between("anaphor", end, places[stop].end)
    return places[stop].region if any(m.value == "branch" for m in told) else None


def _announced(reading: Reading, begin: int) -> bool:
    """Whether the words before a list speak of a working area: «wilayah kerja kami ada tiga kabupaten, A, B dan C»."""
    return any(m.value == "branch" for m in reading.between("anaphor", max(begin - 2 * _REACH, 0), begin))


def _is_plain(reading: Reading, places: Sequence[Place], sentence: int) -> bool:
    """Whether a sentence can only mean the branch named last: there is no other, or it says «wilayah kerjanya»."""
    if len({place.region.name for place in places if place.region.level == "branch"}) == 1:
        return True
    first, last = reading.sentence_tokens[sentence : sentence + 2]
    named = any(m.value == "branch" for m in reading.between("designator", first, last))
    return named or any(m.value == "branch" for m in reading.between("anaphor", first, last))
