"""The areas a branch serves where no list says so: from how many it has, or from figures that add up to its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from extract.model import Form
from extract.reading import Figure, Place, Places, Reading
from extract.stages.places.members import is_served

_LOCAL = ("regency", "city")
_TOLD = ("plain", "office")
_PASSED = ("office", "parent", "event")
_ITEM = 18  # tokens from an area of a breakdown to the next
_LEAD = 4
_NEAR = 2  # sentences between what announces the areas and the first of them
_BRANCH = 4  # sentences between the branch and its breakdown
_SUMMED: tuple[Form, ...] = ("count", "money")
_FEWEST, _MOST = 2, 15
_AHEAD = 3  # tokens before a number in which it may be said to be of some only
_RELATIVE = 6  # tokens of a relative clause in which the word for serving stands
_OFF = {2: 0.0005}  # of a total that its parts may miss, by how many they are
_OFF_MORE = 0.005


class Announced(NamedTuple):
    """«lima daerah», «keempat kabupaten»: tokens ``start`` to ``end``, how many areas, whether it points back."""

    start: int
    end: int
    number: int
    back: bool


def find_territories(reading: Reading, found: Places, figures: Sequence[Figure]) -> Places:
    """The places with what can be told of the areas of branches that no list has been found for.

    «Di empat daerah itu» stands for the branch that has four.
    """
    branches = {place.region.name for place in found.places if place.region.level == "branch"}
    if not branches:
        return found
    announced = list(_announced(reading, figures))
    members = dict(found.members)
    for run in _runs(found.places):
        name = _served(reading, found.places, run[0])
        more = name is not None and set(_codes(run)) > set(members.get(name, ()))
        if name is not None and more and _complete(reading, run, announced, figures, name in members):
            members[name] = _codes(run)
    if len(branches) == 1 and not members:
        told = (*announced, *_all_told(reading))
        members.update(_all_named(reading, found.places, told, next(iter(branches))))
    pointing = list(_pointing(reading, found.places, announced, members))
    stops = {place.end for place in pointing}
    inside = [_inside(place, stops) for place in found.places]
    places = sorted((*inside, *pointing), key=lambda place: place.start)
    return Places(tuple(_with(place, members) for place in places), members)


def _inside(place: Place, stops: set[int]) -> Place:
    """The province that areas lie in, right behind their number: «di empat kabupaten di Bengkulu»."""
    near = place.region.level == "province" and not stops.isdisjoint((place.start - 1, place.start))
    return place._replace(role="parent") if near and place.role == "plain" else place


def _with(place: Place, members: dict[str, tuple[str, ...]]) -> Place:
    region = place.region
    served = members.get(region.name, region.members)
    if region.level != "branch" or region.members == served:
        return place
    return place._replace(region=region._replace(members=served))


def _codes(run: Sequence[Place]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(place.region.code for place in run if place.region.code))


def _announced(reading: Reading, figures: Sequence[Figure]) -> Iterator[Announced]:
    """Every number of areas that the text says: of figures, and of words like «keempat»."""
    nouns = {m.start: m for m in reading.mentions.get("areas", ())}
    for figure in figures:
        noun = nouns.get(figure.token + 1)
        if noun is not None and figure.form == "count" and _FEWEST <= figure.quantity.value <= _MOST:
            yield _announcement(reading, figure.token, noun.end, int(figure.quantity.value))
    for mention in reading.mentions.get("all_of", ()):
        noun = nouns.get(mention.end)
        if noun is not None:
            yield Announced(mention.start, noun.end, int(str(mention.value)), True)


def _all_told(reading: Reading) -> Iterator[Announced]:
    """«Keempatnya di bawah Cabang Curup»."""
    for mention in reading.mentions.get("all_named", ()):
        yield Announced(mention.start, mention.end, int(str(mention.value)), True)


def _announcement(reading: Reading, start: int, end: int, number: int) -> Announced:
    back = any(reading.between(kind, end, end + 1) for kind in ("pointing", "these"))
    return Announced(start, end, number, back)


def _all_named(
    reading: Reading, places: Sequence[Place], announced: Sequence[Announced], branch: str
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The areas of «keempat kabupaten itu», where the article has named just so many before it."""
    for item in announced:
        named = [p for p in places if p.start < item.start and p.region.level in _LOCAL and p.role in _TOLD]
        sure = item.number > _FEWEST or is_served(reading, item.end, item.end + _RELATIVE)
        if item.back and sure and len(_codes(named)) == item.number:
            yield branch, _codes(named)
            return


def _runs(places: Sequence[Place]) -> Iterator[list[Place]]:
    """Stretches of regencies and cities that follow one another closely, each area once."""
    run: list[Place] = []
    for place in places:
        if place.role in _PASSED:
            continue
        local = place.region.level in _LOCAL and place.role == "plain"
        known = local and place.region.code in _codes(run)
        if run and (not local or known or place.start - run[-1].end > _ITEM):
            if len(run) >= _FEWEST:
                yield run
            run = []
        if local:
            run.append(place)
    if len(run) >= _FEWEST:
        yield run


def _served(reading: Reading, places: Sequence[Place], first: Place) -> str | None:
    """The branch spoken of before a run, or soon after it begins."""
    sentence = reading.sentence_of(first.start)
    branches = [p for p in places if p.region.level == "branch"]
    before = [p for p in branches if 0 <= sentence - reading.sentence_of(p.start) <= _BRANCH and p.start < first.start]
    after = [p for p in branches if 0 <= reading.sentence_of(p.start) - sentence <= _NEAR and p.start > first.start]
    if not before and not after:
        return None
    return (before[-1] if before else after[0]).region.name


def _complete(
    reading: Reading, run: Sequence[Place], announced: Sequence[Announced], figures: Sequence[Figure], listed: bool
) -> bool:
    """Whether a run has all areas of its branch: as many as announced, or with figures that make up a total.

    Where the areas have been ``listed``, only figures can tell that there are more.
    """
    first, last = reading.sentence_of(run[0].start), reading.sentence_of(run[-1].start)
    for item in () if listed else announced:
        if item.back and item.number == _FEWEST:
            continue
        near = first - _NEAR <= reading.sentence_of(item.start) <= last + _NEAR
        if item.number == len(_codes(run)) and near and not _is_of_some(reading, item):
            return True
    return _adds_up(reading, run, figures)


def _is_of_some(reading: Reading, item: Announced) -> bool:
    """Whether a number of areas is that of some of them: «tersisa dua daerah yang belum UHC»."""
    if reading.between("some", item.start - _AHEAD, item.start):
        return True
    return bool(reading.between("restricting", item.end, item.end + 1)) and not is_served(
        reading, item.end, item.end + _RELATIVE
    )


def _adds_up(reading: Reading, run: Sequence[Place], figures: Sequence[Figure]) -> bool:
    """Whether one figure an area adds up to a figure said shortly before or after them."""
    stops = [place.start for place in run[1:]] + [run[-1].end + _ITEM]
    return any(_makes_total(reading, run, stops, [f for f in figures if f.form == form]) for form in _SUMMED)


def _makes_total(reading: Reading, run: Sequence[Place], stops: Sequence[int], figures: Sequence[Figure]) -> bool:
    """As ``_adds_up``, for figures of one form."""
    parts = []
    for place, stop in zip(run, stops, strict=True):
        own = [f for f in figures if place.end <= f.token < stop]
        if not own:
            return False
        parts.append(own[0].quantity.value)
    total = sum(parts)
    near = reading.sentence_of(run[0].start) - _BRANCH, reading.sentence_of(run[-1].start) + _NEAR
    off = _OFF.get(len(parts), _OFF_MORE) * total
    return total > 0 and any(
        abs(figure.quantity.value - total) <= off for figure in figures if near[0] <= figure.sentence <= near[1]
    )


def _pointing(
    reading: Reading, places: Sequence[Place], announced: Sequence[Announced], members: dict[str, tuple[str, ...]]
) -> Iterator[Place]:
    """«Di empat wilayah itu»: the last branch with that many areas.

    «Di empat kabupaten» in the lead or ahead of the branch: the one branch that has so many.
    """
    back = {item.number for item in announced if item.back}
    first = {place.region.name: place.start for place in reversed(places) if place.region.level == "branch"}
    taken = {token for place in places for token in range(place.start, place.end)}
    for item in announced:
        if item.start in taken:
            continue
        fitting = [
            place
            for place in places
            if place.region.level == "branch"
            and (place.start < item.start or _is_ahead(reading, item, first[place.region.name]))
            and len(members.get(place.region.name, ())) == item.number
        ]
        if not item.back and fitting:
            sure = item.number in back or (item.number > _FEWEST and item.start < first[fitting[-1].region.name])
            sure = sure or (item.number > _FEWEST and _only(places, item, members[fitting[-1].region.name]))
            one = sure and len({place.region.name for place in fitting}) == 1
            if not one or not reading.is_level(item.start - 1, "at"):
                continue
        if fitting:
            yield Place(item.start, item.end, fitting[-1].region, "plain", True)


def _only(places: Sequence[Place], item: Announced, members: tuple[str, ...]) -> bool:
    """Whether no areas but those of a branch, and all of them, are named before a number of areas."""
    named = [p for p in places if p.start < item.start and p.region.level in _LOCAL and p.role == "plain"]
    return set(_codes(named)) == set(members)


def _is_ahead(reading: Reading, item: Announced, branch: int) -> bool:
    """Whether areas are announced in the lead, or before the branch that has them is named at all."""
    return reading.sentence_of(item.start) < _LEAD or item.start < branch
