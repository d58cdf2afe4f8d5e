"""How the words around a figure place it: levels, wholes, the clause boundaries and the distance to a cue."""

from __future__ import annotations

from functools import cache

from extract.patterns.pack import CUES_OF, layer_of
from extract.reading import Cell, Figure, Mention, Reading, Scene

FAR = 24
PLACING = ("at", "of", "to")
OLD = ("of", "was")
BARRIERS = {"hard": 0.20, "comma": 0.05}
MAX_BARRIER = 0.40
LABELS = ("segment", "area", "town", "care_class", "facility", "each", "designator")
_LEVEL_WORDS = 3
_BEHIND = 3
_DATE = 5  # tokens of «dibandingkan tahun lalu»
_PORTION = 2  # tokens of «sebagian besar»


def distance(reading: Reading, low: int, high: int) -> int:
    """Words between two tokens, at most ``FAR``; a date and an area's name, however long, are one word each."""
    if high <= low:
        return 0
    apart = high - low
    for kind in ("dated", "area"):
        for mention in reading.between(kind, low, high):
            apart -= mention.end - mention.start - 1
    return min(max(apart, 0), FAR)


def barrier(reading: Reading, low: int, high: int) -> float:
    """What the clause boundaries between two tokens cost a cue that reaches over them."""
    if high - low < 1:
        return 0.0
    found = reading.between("separator", low, high)
    walls = [m for m in found if m.value != "comma" or not reading.word(m.start).isalpha()]
    return min(sum(BARRIERS.get(str(m.value), 0.0) for m in walls), MAX_BARRIER) if walls else 0.0


def cell_of(cells: tuple[Cell, ...], mention: Mention) -> int:
    """The number of the cell that a mention begins in."""
    for number, cell in enumerate(cells):  # a few, sixty at most
        if mention.start < cell.end:
            return number
    return len(cells) - 1


def says_of(reading: Reading, token: int) -> bool:
    """Whether a token is the «dari» that leads to a whole."""
    return reading.is_level(token, "of")


def level_before(reading: Reading, figure: Figure) -> object:
    """What kind of level the words right before a figure lead to: «dari [semula]» an old one, «menjadi» a new one."""
    for mention in reading.between("level", figure.token - _LEVEL_WORDS, figure.token):
        if mention.end == figure.token:
            return mention.value
    return None


def changes(scene: Scene, number: int) -> bool:
    """«naik 28 persen, dari X menjadi Y»: the old and the new level are said of the clause before them."""
    reading = scene.reading
    if number + 1 == len(scene.cells) or level_before(reading, scene.cells[number].figures[0]) not in OLD:
        return False
    return level_before(reading, scene.cells[number + 1].figures[0]) == "into"


def is_base(scene: Scene, number: int) -> bool:
    """«naik 3,1 persen dibanding tahun 2023 yang hanya 94,4 persen»: what a change before it is a change from."""
    if number == 0:
        return False
    reading, figure = scene.reading, scene.cells[number].figures[0]
    which = reading.between("restricting", figure.token - _LEVEL_WORDS, figure.token)
    then = bool(which) and any(
        m.end == which[-1].start for m in reading.between("dated", which[-1].start - _DATE, which[-1].start)
    )
    return then and reading.leads("by", scene.cells[number - 1].figures[-1].token)


def is_whole_of(scene: Scene, number: int, figure: Figure) -> bool:
    """Whether a figure is the whole of a smaller count before it, or of «sebagian»: «X dari [total] Y warga».

    It follows at once, or its clause begins with «dari»: «X warga yang belum terdaftar dari jumlah penduduk Y jiwa».
    """
    if figure.form != "count":
        return False
    reading, token = scene.reading, figure.token - 1
    of = token - 1 if reading.holds("whole", token) else token
    leads = reading.is_level(of, "of")
    if leads and any(m.end == of for m in reading.between("portion", of - _PORTION, of)):
        return True
    if number == 0:
        return False
    cell, part = scene.cells[number], scene.cells[number - 1].figures[-1]
    opens = figure.number == cell.figures[0].number and _opens_whole(reading, cell.start)
    near = leads and figure.token - part.end <= _BEHIND
    return (near or opens) and part.form != "money" and part.quantity.value < figure.quantity.value


def _opens_whole(reading: Reading, start: int) -> bool:
    """Whether a clause begins with «dari» and the noun of those in the whole."""
    start += reading.word(start) == ","
    opening = reading.is_level(start, "of") and reading.between("cue/person", start, start + 1)
    return any(m.start == start for m in opening or ())


def is_place(reading: Reading, figure: Figure) -> bool:
    """Whether what a figure counts is where something happens: «di 12 puskesmas», «dari 34 puskesmas»."""
    return level_before(reading, figure) in PLACING


def labels_of(scene: Scene, number: int) -> list[str]:
    """The kinds of labels that stand in a cell."""
    cell = scene.cells[number]
    labels = []
    for kind in LABELS:
        for mention in scene.reading.between(kind, cell.start, cell.end):
            if mention.value is not None:
                labels.append(kind)
                break
    return labels


@cache
def cue_kinds(unit: str | None) -> tuple[str, ...]:
    """The kinds of mentions that hold the cues for a unit; those of every counted unit where it is not known."""
    return (f"cue/{layer_of((unit,))}",) if unit else CUES_OF["count"]


def is_level_of(scene: Scene, number: int, figure: Figure) -> bool:
    """Whether a figure is said to be a level, which no flow is: «menjadi X»; of shares also «dari X».

    So is what a change is one from.
    """
    level = level_before(scene.reading, figure)
    if is_base(scene, number) and figure == scene.cells[number].figures[0]:
        return True
    if level in OLD and figure.form == "count":
        return changes(scene, number)
    return level in ("into", "of")
