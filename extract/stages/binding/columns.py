"""What the head of a table says over its columns: «Kabupaten | Penduduk | Peserta», and below it a row of figures."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extract.model import Form
from extract.patterns.pack import COUNT_LAYERS, Cue
from extract.reading import BESIDE, COLUMN_HEAD, Bid, Figure, Mention, Reading, Scene

COLUMN = 1.0
SURELY = 1.6
_SIGNS = frozenset("|\t,;")
_FORMS: dict[Form, tuple[str, ...]] = {
    "count": tuple(f"cue/{layer}" for layer in COUNT_LAYERS),
    "percent": ("cue/percent",),
}


def column_bid(scene: Scene, figure: Figure, own: Sequence[Bid], label: Cue | None) -> list[Bid]:
    """The bid of the words over a figure's column, where the line above has as many as the row has figures.

    ``label`` is the cue of a column that is headed by a segment alone. A row that has words of its own for its figures
    (``own``) is none of a table.
    """
    if scene.head is None or any(bid.mention is not None and bid.why != BESIDE for bid in own):
        return []
    row = sorted((*(each for cell in scene.cells for each in cell.figures), *scene.foreign), key=lambda one: one.token)
    if len(row) < 2 or scene.reading.has_figure(*scene.leads):
        return []
    columns = _columns(scene.reading, *scene.leads)[-len(row) :]
    at = len(columns) - len(row) + row.index(figure)
    if sum(map(bool, columns)) < 2 or at < 0:
        return []
    heads = [mention for mention in columns[at] if mention.form in (figure.form, None)]
    for mention in heads:
        cue = mention.value if isinstance(mention.value, Cue) else label
        if cue is not None and figure.form in (mention.form, "count"):
            return [Bid(COLUMN, SURELY, cue.indicator, cue.pattern_id, mention, COLUMN_HEAD)]
    return []


def _columns(reading: Reading, first: int, last: int) -> list[list[Mention]]:
    """The phrases over each column: parted by signs where the line holds any, else each phrase is a column's."""
    found = [m for kinds in _FORMS.values() for kind in kinds for m in reading.between(kind, first, last)]
    found += [m for m in reading.between("segment", first, last) if m.value is not None]
    first = next((token for token in range(first, last) if reading.word(token) == "("), first)
    signs = [token for token in range(first, last) if reading.word(token) in _SIGNS]
    starts = [first, *signs] if signs else _starts(found)
    return [[m for m in found if low <= m.start < high] for low, high in pairwise([*starts, last])]


def _starts(found: Sequence[Mention]) -> list[int]:
    """Where some phrases begin, but those inside another."""
    starts: list[int] = []
    reach = 0
    for mention in sorted(found, key=lambda m: (m.start, -m.end)):
        if mention.start >= reach:
            starts.append(mention.start)
        reach = max(reach, mention.end)
    return starts
