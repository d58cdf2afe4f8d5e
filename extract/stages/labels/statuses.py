"""Whether a figure is so already, aimed at, or planned."""

from __future__ import annotations

from typing import cast

from extract.model import Status
from extract.patterns.pack import Indicator
from extract.reading import Bound, Reading, Scene
from extract.stages.labels.rows import Rows, is_old_level

_NEAR = 8
_REACH = 14


class StatusReader:
    """Reads the status of one article's rows, in order."""

    def __init__(self, reading: Reading, rows: Rows) -> None:
        self._reading = reading
        self._rows = rows

    def read(self, scene: Scene, number: int, bound: Bound, indicator: Indicator) -> Status:
        """The status of a bound figure of cell ``number``: actual where nothing says that it is aimed at or planned."""
        reading, cell, figure = self._reading, bound.cell, bound.figure
        if indicator.state or is_old_level(reading, scene, bound):
            return "actual"
        start = self._start(scene, bound)
        mentions = reading.between("status", start, cell.end)
        before = [m for m in mentions if m.end <= figure.token and figure.token - m.end <= _REACH]
        if before:
            last = before[-1]
            if last.value is None and figure.token - last.end <= 2:
                return "target"
            if last.value == "planned" and any(m.value == "target" for m in before):
                return "target"
            return cast(Status, last.value or "actual")
        after = [m for m in mentions if 0 <= m.start - figure.end <= _NEAR]
        if after and after[0].value:
            return cast(Status, after[0].value)
        return self._status_before(scene, number, bound)

    def _start(self, scene: Scene, bound: Bound) -> int:
        """The first token that can say the status of a figure; of a new level it may stand before the old one."""
        previous = self._rows.before(bound)
        if previous is not None and is_old_level(self._reading, scene, previous[0]):
            return previous[0].cell.start
        return bound.cell.start

    def _status_before(self, scene: Scene, number: int, bound: Bound) -> Status:
        """«cakupan 98 persen dan keaktifan 80 persen»: one target for both."""
        previous = self._rows.before(bound)
        if previous is None or number == 0 or previous[0].figure.form != bound.figure.form:
            return "actual"
        joint = {str(m.value) for m in self._reading.between("separator", bound.cell.start, bound.figure.token)}
        goes_on = joint <= {"and", "comma"} and previous[1].status != "actual"
        return previous[1].status if goes_on else "actual"
