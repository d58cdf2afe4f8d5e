"""Names of areas that stand for something else: part of a page, a programme, a newspaper, the place of a talk."""

from __future__ import annotations

from extract.model import Region
from extract.reading import Place, Reading
from extract.stages.places.districts import Named


def is_seat_of(reading: Reading, office: Place, name: Named, region: Region) -> bool:
    """Whether a place is where the officer of its province spoke: «kata Kepala Dinas Kesehatan NTB di Mataram»."""
    inside = office.region.level == "province" and (region.code or "")[:2] == office.region.code
    at = name.start - 1
    spoken = office.role == "office" and not name.level and inside and reading.is_level(at, "at")
    return (
        spoken and reading.sentence_of(office.start) == reading.sentence_of(at) and _is_titled(reading, office.end, at)
    )


def _is_titled(reading: Reading, start: int, end: int) -> bool:
    """Whether only a name with its titles, or nothing, stands in some tokens."""
    return all(reading.word(token)[0].isupper() or not reading.word(token)[0].isalpha() for token in range(start, end))


def is_line(reading: Reading, name: Named) -> bool:
    """Whether a name is all there is in its line: a province is the part of the newspaper then."""
    first, stop = reading.sentence_tokens[reading.sentence_of(name.start) :][:2]
    return (name.start, name.end) == (first, stop)


def is_around(reading: Reading, name: Named) -> bool:
    """Whether a name is that of the region around an area: «Luwu Raya», «eks Karesidenan Banyumas»."""
    if name.level:
        return False
    if any(m.end == name.start for m in reading.between("around_before", name.start - 2, name.start)):
        return True
    return bool(reading.between("around", name.end, name.end + 1)) and reading.word(name.end)[0].isupper()


def is_eponym(reading: Reading, name: Named) -> bool:
    """Whether a programme or a newspaper has its name from a place: «Bali Sehat», «Pos Kupang», «Kupang.com»."""
    if name.level:
        return False
    end = reading.stops[name.end - 1]
    if reading.text[end : end + 1] == "." and reading.text[end + 1 : end + 2].islower():
        return True
    if reading.between("eponym", name.end, name.end + 1) and reading.word(name.end)[0].isupper():
        return True
    if any(
        reading.text.startswith("\n", reading.stops[m.end - 1])
        for m in reading.between("section", name.end, name.end + 1)
    ):
        return True
    before = reading.between("outlet", name.start - 1, name.start)
    return bool(before) and reading.word(name.start - 1)[0].isupper()
