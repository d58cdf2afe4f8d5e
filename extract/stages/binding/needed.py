"""The label that a cue needs beside it: what is owed to hospitals names one, a share of a fund the fund."""

from __future__ import annotations

from extract.patterns.pack import CARE, FACILITY, FUND
from extract.reading import Figure, Mention, Reading, Scene

_COUNTED = {FACILITY: FACILITY, CARE: "visit"}  # the units of those labels that figures count


def has_needed(scene: Scene, number: int, needed: str, cue: Mention, figure: Figure) -> bool:
    """Whether a label of the kind that ``cue`` needs stands in the figure's clause, nothing between the two."""
    labels = scene.reading.between(needed, *_around(scene, number, needed))
    named = [m for m in labels if m.value is not None or needed == FACILITY]
    return any(not _walled(scene.reading, m, cue, figure) for m in named)


def is_paid_from(reading: Reading, needed: str | None, against: Mention) -> bool:
    """Whether words ``against`` a figure only name the fund that its cue needs: «6 persen DAU untuk iuran»."""
    return needed == FUND and bool(reading.between(FUND, against.start, against.end))


def _around(scene: Scene, number: int, needed: str) -> tuple[int, int]:
    """Where a label that a cue needs may stand: «berutang Rp 4 miliar kepada 10 rumah sakit» counts whom it owes."""
    low, high = number, number
    unit = _COUNTED.get(needed)
    if unit is not None:
        low -= number > 0 and scene.cells[number - 1].figures[-1].unit == unit
        high += number + 1 < len(scene.cells) and scene.cells[number + 1].figures[0].unit == unit
    return scene.cells[low].start, scene.cells[high].end


def _walled(reading: Reading, label: Mention, cue: Mention, figure: Figure) -> bool:
    """Whether a word or, behind the figure, a comma that opens a clause of its own stands between a label and a cue."""
    low, high = min(label.end, cue.end), max(label.start, cue.start)
    walls = ("hard", "comma") if label.start > figure.token else ("hard",)
    return any(m.value in walls and m.end <= high for m in reading.between("separator", low, high))
