"""What the head of a table says over its columns: «Kabupaten | Penduduk | Peserta», and below it a row of figures."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extract.patterns.pack import CUES, Cue
from extract.reading import BESIDE, COLUMN_HEAD, Bid, Figure, Mention, Reading, Scene, column_signs

COLUMN = 1.0
SURELY = 1.6
_SIGNS = frozenset("|\t,;")


def column_bid(scene: Scene, figure: Figure, own: Sequence[Bid], label: Cue | None) -> list[Bid]:
    """The bid of the words over a figure's column, where the line above has as many as the row has figures.

    ``label`` is the cue of a column that is headed by a segment alone. A row that has words of its own for its figures
    (``own``) is none of a table.
    """
    if scene.head is None or any(bid.mention is not None and bid.why != BESIDE for bid in own):
        return []
    reading = scene.reading
    if reading.has_figure(*scene.leads):
        return []
    columns, at = _column(scene, figure)
    if at is None:
        return []
    heads = [mention for mention in columns[at] if mention.form in (figure.form, None)]
    for mention in heads:
        cue = mention.value if isinstance(mention.value, Cue) else label
        if cue is not None and figure.form in (mention.form, "count"):
            return [Bid(COLUMN, SURELY, cue.indicator, cue.pattern_id, mention, COLUMN_HEAD)]
    return []


def _column(scene: Scene, figure: Figure) -> tuple[list[list[Mention]], int | None]:
    """The phrases over each column and the place of a figure's column among them, None where there is no table.

    Where signs part the head and the row alike, as many stand before the one as before the other; else the last columns
    are those of the row's figures.
    """
    reading = scene.reading
    found = _phrases(reading, *scene.leads)
    signs = column_signs(reading, *reading.sentence_tokens[figure.sentence : figure.sentence + 2])
    above = column_signs(reading, *scene.leads)
    if signs and len(signs) == len(above):
        return _between(found, [scene.leads[0], *above, scene.leads[1]]), sum(sign < figure.token for sign in signs)
    columns = _columns(reading, found, *scene.leads)
    row = sorted((*(each for cell in scene.cells for each in cell.figures), *scene.foreign), key=lambda one: one.token)
    at = len(columns) - len(row) + row.index(figure)
    told = sum(map(bool, columns[-len(row) :])) > 1
    return columns, at if len(row) > 1 and told and at >= max(len(columns) - len(row), 0) else None


def _phrases(reading: Reading, first: int, last: int) -> list[Mention]:
    """What the head says of the figures below it."""
    found = [m for kind in CUES for m in reading.between(kind, first, last)]
    return found + [m for m in reading.between("segment", first, last) if m.value is not None]


def _columns(reading: Reading, found: Sequence[Mention], first: int, last: int) -> list[list[Mention]]:
    """The phrases over each column: parted by signs where the line holds any, else each phrase is a column's."""
    first = next((token for token in range(first, last) if reading.word(token) == "("), first)
    signs = [token for token in range(first, last) if reading.word(token) in _SIGNS]
    return _between(found, [*([first, *signs] if signs else _starts(found)), last])


def _between(found: Sequence[Mention], parts: Sequence[int]) -> list[list[Mention]]:
    return [[m for m in found if low <= m.start < high] for low, high in pairwise(parts)]


def _starts(found: Sequence[Mention]) -> list[int]:
    """Where some phrases begin, but those inside another."""
    starts: list[int] = []
    reach = 0
    for mention in sorted(found, key=lambda m: (m.start, -m.end)):
        if mention.start >= reach:
            starts.append(mention.start)
        reach = max(reach, mention.end)
    return starts
