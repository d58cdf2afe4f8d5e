"""What money is for: «Rp 450 juta untuk pengasapan» is none of the programme's, whatever speaks for it."""

from __future__ import annotations

from extract.patterns.pack import Veto
from extract.reading import OTHER, Figure, Mention, Reading, Scene

_BEHIND = 2
_REACH = 9
_OURS = ("anchor", "segment", "dated", "care_class", "cue/person")
_PARTING = ("hard", "comma")
_NO_PEOPLE = (OTHER, "village", "facility", "employer")


def is_foreign(scene: Scene, figure: Figure, leading: Mention, veto: Veto) -> bool:
    """Whether the words behind a figure that ``leading`` opens tell of a purpose that is not the programme's.

    It is where they name neither the programme nor its people, nor any of the words that ``veto`` spares.
    """
    reading = scene.reading
    if not 0 <= leading.start - figure.end <= _BEHIND or _parted(reading, figure.end, leading.start):
        return False
    stop = min(leading.end + _REACH, scene.cells[-1].end)
    parting = next((m.start for m in reading.between("separator", leading.end, stop) if m.value in _PARTING), stop)
    counted = next((token for token in reading.figure_tokens if leading.end <= token < parting), None)
    if counted is not None and not _counts_other(scene, counted):
        return False
    stop = min(parting, stop if counted is None else counted)
    if any(m.value is not None for kind in _OURS for m in reading.between(kind, leading.end, stop)):
        return False
    if any(m.end - m.start > 1 for m in reading.between("cue/money", leading.end, stop)):
        return False
    return veto.unless.isdisjoint(reading.word(token).lower() for token in range(leading.end, stop))


def _parted(reading: Reading, low: int, high: int) -> bool:
    return any(m.value in (*_PARTING, "and") for m in reading.between("separator", low, high))


def _counts_other(scene: Scene, token: int) -> bool:
    """Whether the figure at a token is money, a share, or counts what has no contribution of its own."""
    figures = [*scene.foreign, *(figure for cell in scene.cells for figure in cell.figures)]
    return any(figure.token == token and (figure.form != "count" or figure.unit in _NO_PEOPLE) for figure in figures)
