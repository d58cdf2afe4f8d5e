"""Names that a segment and an area share («PPU»), and words that name an area's people, not who pays for them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from extract.gazetteer import Gazetteer
from extract.model import Region
from extract.reading import BEYOND, Mention, Place, Places, Reading

_SEGMENT = "segment"
_PROVINCE = 2  # digits of a province's code
_BESIDE = 2  # tokens
_JOINTS = ("comma", "and", "hard")


def tell_apart(
    reading: Reading, places: Places, twins: Mapping[str, str], gazetteer: Gazetteer
) -> tuple[Reading, Places]:
    """An article without the names of segments that are areas here, and with these areas.

    ``twins`` are the codes of the areas by the names of segments that are short for them.
    """
    named = reading.mentions.get(_SEGMENT, ())
    spoken = {place.region.code for place in places.places}
    starts = {place.start: place for place in places.places}
    found: list[Place] = []
    dropped: set[int] = set()
    for mention in named:
        code = twins.get(reading.word(mention.end - 1).lower())
        if _is_origin(reading, mention, starts):
            dropped.add(mention.start)
        elif code is not None and (
            mention.value is None
            or _is_listed(reading, mention, code, places.places)
            or (code in spoken and _is_apart(reading, mention))
        ):
            dropped.add(mention.start)
            area = gazetteer.area(code)
            region = Region(area.name, area.level, area.code)
            found.append(Place(mention.end - 1, mention.end, region, "plain", False))
    if not dropped:
        return reading, places
    kept = [mention for mention in named if mention.start not in dropped]
    reading = replace(
        reading,
        mentions={**reading.mentions, _SEGMENT: kept},
        mention_starts={**reading.mention_starts, _SEGMENT: [*(mention.start for mention in kept), BEYOND]},
    )
    merged = sorted([*places.places, *(place for place in found if place.start not in starts)], key=lambda p: p.start)
    return reading, places._replace(places=tuple(merged))


def _is_origin(reading: Reading, mention: Mention, starts: Mapping[int, Place]) -> bool:
    """Whether words that can name who pays tell where people are: «lebih banyak dari Kabupaten Serang»."""
    last = mention.end - 1
    area = last in starts and not reading.between("government", last, mention.end)
    if area and starts[last].end == mention.end:  # «dari provinsi 38.100, dari kabupaten 56.900»
        first, stop = reading.sentence_tokens[(at := reading.sentence_of(last)) : at + 2]
        area = not any(m.value != mention.value for m in reading.between(_SEGMENT, first, stop))
    return area and mention.end - mention.start == 2 and reading.is_level(mention.start, "of")


def _is_apart(reading: Reading, mention: Mention) -> bool:
    """Whether a name of an area spoken of counts no people: none beside it, no other segment in its sentence."""
    first, stop = reading.sentence_tokens[(at := reading.sentence_of(mention.start)) : at + 2]
    others = {m.value for m in reading.between(_SEGMENT, first, stop)} - {mention.value, None}
    beside = any(reading.between(kind, mention.start - _BESIDE, mention.start) for kind in ("unit", "topic"))
    counted = reading.has_figure(mention.end, mention.end + _BESIDE)
    return (
        mention.end - mention.start == 1 and reading.word(mention.start).isupper() and not (others or beside or counted)
    )


def _is_listed(reading: Reading, mention: Mention, code: str, places: Sequence[Place]) -> bool:
    """Whether a name stands in a list of areas of its province, in a sentence without other segments."""
    if mention.end - mention.start > 1 or not reading.word(mention.start).isupper():
        return False
    sentence = reading.sentence_of(mention.start)
    first, stop = reading.sentence_tokens[sentence : sentence + 2]
    joined = any(
        m.value in _JOINTS and m.end == mention.start
        for m in reading.between("separator", mention.start - 2, mention.start)
    )
    if not joined and mention.start != first:
        return False
    others = {m.value for m in reading.between(_SEGMENT, first, stop)} - {mention.value, None}
    near = [p.region.code for p in places if first <= p.start < stop and p.region.code]
    return not others and any(place[:_PROVINCE] == code[:_PROVINCE] for place in near)
