"""What a figure counts whose own noun does not say it: told by a noun before it, or by the figures before it."""

from __future__ import annotations

from collections.abc import Sequence

from extract.patterns.pack import FACILITY
from extract.reading import OTHER, Bound, Figure, Mention, Scene
from extract.stages.binding.words import says_of

BARE_COUNT = 100
FACILITY_COUNT = 40_000
NEXT = 2
EMPLOYER = "employer"
FEW = ("village", EMPLOYER, FACILITY)
"""The units of which small numbers are told."""


def unit_of(scene: Scene, number: int, figure: Figure, sofar: Sequence[Bound]) -> str | None:
    """The unit of a figure of cell ``number``: by its noun, else by a noun before it, else that of the series."""
    if figure.unit is not None:
        return figure.unit
    part = _part_of(scene, figure)
    if part is not None:
        return part
    cell = scene.cells[number]
    if any(_names_people(scene, m) for m in scene.reading.between("segment", cell.start, cell.end)):
        return "person"
    levelled = number and scene.reading.between("level", cell.start, figure.token)
    said = _said(scene, scene.cells[number - 1].start if levelled else cell.start, figure)
    previous = next((b for b in reversed(sofar) if b.figure.form == "count" and b.bid), None)
    here = previous is not None and previous.figure.sentence == figure.sentence
    if previous is not None and here and said == EMPLOYER and _of_segment(scene, previous):
        return previous.unit  # «penyelenggara negara 5.120, badan usaha 2.040, mandiri 3.300 jiwa»
    if said is not None:
        return said
    if previous is not None and (here or scene.goes_on):
        return previous.unit
    said = None if here or not number else _said(scene, scene.cells[0].start, figure)
    if said is not None or previous is None:
        return said
    few = scene.same_paragraph and figure.sentence - previous.figure.sentence == 1 and previous.unit in FEW
    return previous.unit if few and figure.quantity.value < BARE_COUNT else None


def is_few(figure: Figure) -> bool:
    """Whether a figure is a count that is small for people."""
    return figure.form == "count" and figure.quantity.value < BARE_COUNT


def _of_segment(scene: Scene, row: Bound) -> bool:
    """Whether a row counts the people of a segment that its clause names."""
    named = scene.reading.between("segment", row.cell.start, row.cell.end)
    return row.unit == "person" and any(m.value is not None for m in named)


def _said(scene: Scene, start: int, figure: Figure) -> str | None:
    """The unit of the last noun between ``start`` and a figure that its size allows; facilities before other nouns."""
    value = figure.quantity.value
    nouns = [
        (m.start, m.end, FACILITY if kind == FACILITY else str(m.value))
        for kind in ("unit", FACILITY)
        for m in scene.reading.between(kind, start, figure.token)
        if m.value not in (None, OTHER) and not (kind == "unit" and _in_segment(scene, m))
    ]
    if value < BARE_COUNT:
        nouns = [noun for noun in nouns if noun[-1] == FACILITY] or nouns
    elif value >= FACILITY_COUNT:
        nouns = [noun for noun in nouns if noun[-1] != FACILITY]
    return _head(nouns) if nouns else None


def _head(nouns: Sequence[tuple[int, int, str]]) -> str:
    """The unit of the last noun; what people right behind another noun are, that noun is: «perusahaan penunggak»."""
    (_, end, unit), *rest = sorted(nouns)
    for noun in rest:
        if noun[0] != end or noun[-1] != "person":
            unit = noun[-1]
        end = noun[1]
    return unit


def _names_people(scene: Scene, segment: Mention) -> bool:
    """Whether a segment is named, and not whose a facility is: «klinik pratama swasta 64»."""
    around = scene.reading.between("facility", max(segment.start - 3, 0), segment.end)
    return segment.value is not None and not any(m.start < segment.start and segment.end <= m.end for m in around)


def _in_segment(scene: Scene, noun: Mention) -> bool:
    """Whether a noun is part of a segment's name: the BU of «PPU BU» counts no employers."""
    around = scene.reading.between("segment", max(noun.start - 3, 0), noun.end)
    return any(m.value is not None and m.start <= noun.start and noun.end <= m.end for m in around)


def _part_of(scene: Scene, figure: Figure) -> str | None:
    """The unit of the whole in «120 dari 336 desa», and in «dari 130 pasien hanya 14»."""
    reading = scene.reading
    if says_of(reading, figure.token + 1):
        figures = (*(whole for cell in scene.cells for whole in cell.figures), *scene.foreign)
        return next((whole.unit for whole in figures if whole.token == figure.token + 2), None)
    for whole in scene.foreign:
        if 0 <= figure.token - whole.end <= NEXT and says_of(reading, whole.token - 1):
            return whole.unit
    return None
