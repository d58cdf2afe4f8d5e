"""The label that a cue needs beside it: what is owed to hospitals names one."""

from __future__ import annotations

from extract.patterns.pack import FACILITY
from extract.reading import Figure, Mention, Reading, Scene


def has_needed(scene: Scene, number: int, needed: str, cue: Mention, figure: Figure) -> bool:
    """Whether a label of the kind that ``cue`` needs stands in the figure's clause, nothing between the two."""
    labels = scene.reading.between(needed, scene.cells[number].start, _reach(scene, number, needed))
    named = [m for m in labels if m.value is not None or needed == FACILITY]
    return any(not _walled(scene.reading, m, cue, figure) for m in named)


def _reach(scene: Scene, number: int, needed: str) -> int:
    """Where a label that a cue needs may end: «berutang Rp 4 miliar kepada sepuluh rumah sakit» counts whom it owes."""
    told = scene.cells[number + 1 : number + 2]
    counted = needed == FACILITY and bool(told) and told[0].figures[0].unit == FACILITY
    return told[0].end if counted else scene.cells[number].end


def _walled(reading: Reading, label: Mention, cue: Mention, figure: Figure) -> bool:
    """Whether a word or, behind the figure, a comma that opens a clause of its own stands between a label and a cue."""
    low, high = min(label.end, cue.end), max(label.start, cue.start)
    walls = ("hard", "comma") if label.start > figure.token else ("hard",)
    return any(m.value in walls and m.end <= high for m in reading.between("separator", low, high))
