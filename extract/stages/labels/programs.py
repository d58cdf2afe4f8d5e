"""Which programme a figure is of: the national one, or a local scheme's own people and money."""

from __future__ import annotations

from extract.model import Program
from extract.reading import Bound, Labels, Reading
from extract.stages.labels.rows import Rows
from extract.stages.labels.segments import SegmentReader

LOCAL: Program = "jamkesda"
NATIONAL: Program = "jkn"
_OPENS = 3  # tokens


class ProgramReader:
    """Reads the programmes of one article's rows, in order."""

    def __init__(self, reading: Reading, rows: Rows, segments: SegmentReader) -> None:
        self._reading = reading
        self._rows = rows
        self._segments = segments

    def read(self, bound: Bound) -> Program:
        """The local scheme where it alone is named; «PBI APBD (Jamkesda)» are members of the national one."""
        if self._segments.is_member(bound):
            return NATIONAL
        said = {m.value for m in self._reading.between("program", bound.cell.start, bound.cell.end)}
        if LOCAL in said:
            return NATIONAL if self._was_taken_in(bound) else LOCAL
        return LOCAL if not said and self._goes_on(bound) else NATIONAL

    def _was_taken_in(self, bound: Bound) -> bool:
        """Whether a figure is a part of those who came to the national programme from the local one."""
        first = self._reading.sentence_tokens[bound.figure.sentence]
        before = self._before(bound)
        taking = self._reading.between("goes_on", first, first + _OPENS)
        if before is None or not (taking or before[0].figure.sentence == bound.figure.sentence):
            return False
        return before[1].program == NATIONAL and before[1].segment is not None and self._is_same(before[0], bound)

    def _goes_on(self, bound: Bound) -> bool:
        """Whether a figure that names no programme goes on from one of the local scheme: its people, or their money."""
        before = self._before(bound)
        if bound.bid is None or before is None or before[1].program != LOCAL:
            return False
        money = before[0].figure.form == "count" and bound.figure.form == "money"
        if before[0].figure.sentence == bound.figure.sentence:
            return self._is_same(before[0], bound) or money
        first = self._reading.sentence_tokens[bound.figure.sentence]
        opens = any(self._reading.between(kind, first, first + _OPENS) for kind in ("anaphor", "goes_on"))
        same = self._is_same(before[0], bound)
        return (opens and (same or money)) or (same and (bound.bid.mention is None or bound.figure.form == "money"))

    def _before(self, bound: Bound) -> tuple[Bound, Labels] | None:
        """The row before a figure, in its sentence or the one before."""
        row = self._rows.all[-1] if self._rows.all else None
        return row if row is not None and bound.figure.sentence - row[0].figure.sentence <= 1 else None

    def _is_same(self, before: Bound, bound: Bound) -> bool:
        return before.bid is not None and bound.bid is not None and before.bid.indicator == bound.bid.indicator
