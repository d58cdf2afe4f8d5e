"""What money is for: «Rp 450 juta untuk pengasapan» is none of the programme's, whatever speaks for it."""

from __future__ import annotations

from extract.patterns.pack import Veto
from extract.reading import OTHER, Figure, Mention, Reading, Scene

_BEHIND = 2
_REACH = 9
_OURS = ("anchor", "area", "segment", "care_class", "cue/person")
_PARTING = ("hard", "comma")
_NO_PEOPLE = (OTHER, "village", "facility", "employer")


def is_foreign(scene: Scene, figure: Figure, leading: Mention, veto: Veto) -> bool:
    """Whether the words that ``leading`` opens, behind a figure or at a sentence's beginning, tell of another purpose.

    It is where they name neither the programme nor its people, nor any of the words that ``veto`` spares.
    «untuk 2022» tells when.
    """
    reading = scene.reading
    if leading.end <= figure.token:
        return _opens(scene, figure, leading) and _is_others(scene, leading, veto, figure.token)
    if not 0 <= leading.start - figure.end <= _BEHIND or _parted(reading, figure.end, leading.start):
        return False
    return _is_others(scene, leading, veto, scene.cells[-1].end)


def _opens(scene: Scene, figure: Figure, leading: Mention) -> bool:
    """Whether a purpose opens a sentence that names the programme nowhere: «Untuk jalan desa, APBD mengucurkan»."""
    reading = scene.reading
    first, stop = reading.sentence_tokens[figure.sentence : figure.sentence + 2]
    if leading.start != first or reading.has_figure(first, figure.token):
        return False
    parted = any(reading.word(token) == "," for token in range(leading.end, figure.token))
    return parted and not any(m.value is not None for m in reading.between("anchor", first, stop))


def _is_others(scene: Scene, leading: Mention, veto: Veto, end: int) -> bool:
    """Whether the purpose that ``leading`` opens, up to ``end`` at most, is not the programme's."""
    reading = scene.reading
    if reading.between("dated", leading.start, leading.end + 1):
        return False
    stop = min(leading.end + _REACH, end)
    parting = next((m.start for m in reading.between("separator", leading.end, stop) if m.value in _PARTING), stop)
    token = next(iter(reading.figures_in(leading.end, parting)), None)
    counted = _at(scene, token)
    if token is not None and not (counted and (counted.form != "count" or counted.unit in _NO_PEOPLE)):
        return False
    stop = min(parting, stop if counted is None else counted.end)
    if any(m.value is not None for kind in _OURS for m in reading.between(kind, leading.end, stop)):
        return False
    if any(m.end - m.start > 1 for m in reading.between("cue/money", leading.end, stop)):
        return False
    return veto.unless.isdisjoint(reading.word(token).lower() for token in range(leading.end, stop))


def _parted(reading: Reading, low: int, high: int) -> bool:
    return any(m.value in (*_PARTING, "and") for m in reading.between("separator", low, high))


def _at(scene: Scene, token: int | None) -> Figure | None:
    figures = [*scene.foreign, *(figure for cell in scene.cells for figure in cell.figures)]
    return next((figure for figure in figures if figure.token == token), None)


def is_purpose(reading: Reading, low: int, high: int) -> bool:
    """Whether a word like «untuk» leads to what money is for: «anggaran Rp 40 miliar untuk melunasi tunggakan»."""
    leading = [m for m in reading.between("veto", low, high) if isinstance(m.value, Veto) and m.value.unless]
    return bool(leading) and all(m.value != "and" for m in reading.between("separator", leading[-1].end, high))
