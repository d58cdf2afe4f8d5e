"""Whether a figure is so already, aimed at, or planned."""

from __future__ import annotations

from typing import cast

from extract.model import Status
from extract.patterns.pack import Indicator
from extract.reading import GOING_ON, Bound, Cell, Figure, Mention, Reading, Scene
from extract.stages.labels.rows import Rows, is_new_level, is_old_level

_NEAR = 8
_REACH = 24
_ALREADY = 3
_ASKED = 4
_CLOSE = 2
_DONE = 4
_AGAIN = 5
_PRESENT = 3
_GOING_ON = frozenset(("and", "comma", "with", "from"))


class StatusReader:
    """Reads the status of one article's rows, in order."""

    def __init__(self, reading: Reading, rows: Rows) -> None:
        self._reading = reading
        self._rows = rows

    def read(self, scene: Scene, number: int, bound: Bound, indicator: Indicator) -> Status:
        """The status of a bound figure of cell ``number``: actual where nothing says that it is aimed at or planned."""
        told = self._told_before(bound)
        if told is not None:
            return told
        if not self.may_be_unreached(scene, bound, indicator):
            return "actual"
        status = self._said(scene, number, bound, indicator)
        if status == "actual" and self._goes_on(scene, bound, indicator):
            return indicator.unreached or "planned"
        if status == "actual" or indicator.unreached is None:
            return status
        return "actual" if status == "target" and indicator.unreached == "planned" else indicator.unreached

    def _told_before(self, bound: Bound) -> Status | None:
        """The status of the figure that one points back at: «Demi 98 persen itu»."""
        figure = bound.figure
        if bound.bid is None or not self._reading.between("pointing", figure.end, figure.end + 1):
            return None
        before = self._rows.alike_before(bound)
        return before.status if before is not None else None

    def may_be_unreached(self, scene: Scene, bound: Bound, indicator: Indicator) -> bool:
        """Whether a figure may be aimed at or planned: no state, no old level, nothing that is so already."""
        if indicator.state or is_old_level(self._reading, scene, bound):
            return False
        start, token, end = bound.cell.start, bound.figure.token, bound.figure.end
        now = self._reading.between("now", end, end + _PRESENT)
        parted = now and (
            self._reading.between("separator", end, now[0].start)
            or self._reading.between("status", end, bound.cell.end)
        )
        if now and not parted and bound.figure.form == "count":
            return False  # «30.000 yang ada saat ini»
        found = self._reading.between("already", max(token - _ALREADY, start), token)
        so = next((m for m in found if m.end == token and m.value is not None), None)
        if so is None or self._reading.between("asked", so.start - _ASKED, so.start):
            return True  # «kurangnya masih Rp 17 miliar»
        if so.value == "now":
            return False
        if any(self._reading.between("restricting", m.start - 1, m.start) for m in self._right_behind(bound)):
            return True  # «masih ada 2.040 jiwa yang akan diusulkan»
        aims = [m for m in self._reading.between("status", start, so.start) if m.value is not None]
        return bool(aims) and not self._parted(aims[-1].end, so.start)

    def _right_behind(self, bound: Bound) -> list[Mention]:
        """The plans right behind a figure."""
        end = bound.figure.end
        return [m for m in self._reading.between("status", end, end + _ALREADY) if m.value == "planned"]

    def _parted(self, first: int, stop: int) -> bool:
        """Whether a new clause begins between some tokens: «harus disiapkan karena saat ini sudah 65 persen»."""
        return any(m.value == "hard" for m in self._reading.between("separator", first, stop))

    def _said(self, scene: Scene, number: int, bound: Bound, indicator: Indicator) -> Status:
        """The status that the words around a figure say, or the figure before it."""
        reading, cell, figure = self._reading, bound.cell, bound.figure
        asked = self._asked(bound, indicator)
        if asked is not None:
            return asked
        same = self._said_otherwise(bound)
        if same is not None:
            return same
        start = self._start(scene, bound)
        mentions = reading.between("status", start, cell.end)
        before = [m for m in mentions if m.end <= figure.token and figure.token - m.end <= _REACH]
        if before:
            last = before[-1]
            if last.value is not None and self._met(scene, last, figure):
                return "actual"
            if last.value is None and self._names_goal(last, figure.token):
                return "target"
            if last.value == "planned" and not indicator.unreached and any(m.value == "target" for m in before):
                return "target"
            return cast(Status, last.value or "actual")
        after = [m for m in mentions if 0 <= m.start - figure.end <= _NEAR]
        if (
            after
            and after[0].value
            and not self._joined(figure.end, after[0])
            and not self._closes(figure.end, after[0].start)
            and not self._becomes(after[0], cell)
        ):
            return cast(Status, after[0].value)
        before_it = self._status_before(number, bound)
        return "planned" if before_it == "actual" and self._needed(scene, bound, indicator) else before_it

    def _said_otherwise(self, bound: Bound) -> Status | None:
        """The status of the figure before that is told again: «Rp 4 miliar sebulan atau Rp 48 miliar setahun»."""
        previous = self._rows.before(bound)
        if previous is None:
            return None
        first, stop = previous[0].figure.end, bound.figure.token
        again = self._reading.between("again", first, stop)
        own = any(self._reading.between(kind, first, stop) for kind in ("status", "already", "done"))
        return previous[1].status if again and not own and stop - first <= _AGAIN else None

    def _asked(self, bound: Bound, indicator: Indicator) -> Status | None:
        """What words right before a figure ask for: a share is aimed at, money is planned."""
        figure = bound.figure
        found = self._reading.between("asked", max(figure.token - _ASKED, bound.cell.start), figure.token)
        if not found or found[-1].end != figure.token or figure.form == "count" or not indicator.unreached:
            return None
        status = cast(Status, found[-1].value)
        return status if (status == "target") == (figure.form == "percent") else None

    def _met(self, scene: Scene, aim: Mention, figure: Figure) -> bool:
        """Whether a figure tells what came of an aim that another figure names: «dari target 95 persen baru 88»."""
        between = (f for cell in scene.cells for f in cell.figures if aim.end <= f.token < figure.token)
        named = [f.end for f in between if f.form == figure.form]
        return bool(named) and any(self._reading.between(kind, named[-1], figure.token) for kind in ("done", "link"))

    def _needed(self, scene: Scene, bound: Bound, indicator: Indicator) -> bool:
        """«Anggaran yang diperlukan untuk 23.000 warga itu Rp 10 miliar»: what money the sentence says to be needed."""
        reading, figure = self._reading, bound.figure
        if figure.form != "money" or indicator.unreached is None or indicator.default_region is not None:
            return False
        first = reading.sentence_tokens[figure.sentence]
        plans = [m for m in reading.between("status", first, bound.cell.start) if m.value is not None]
        if not plans or plans[-1].value != "planned":
            return False
        stop = plans[-1].end
        money = any(
            f.form == "money" and f.token >= stop
            for cell in scene.cells
            for f in cell.figures
            if f != figure and f.token < figure.token
        )
        hard = any(m.value == "hard" for m in reading.between("separator", stop, figure.token))
        return not money and not hard and not reading.between("done", stop, figure.token)

    def _joined(self, first: int, plan: Mention) -> bool:
        """Whether a plan behind a figure is another's: «Rp 31 miliar, tahun depan jadi Rp 35 miliar»."""
        joints = self._reading.between("separator", first, plan.start)
        parted = any(m.value in ("and", "comma") for m in joints)
        return parted and self._reading.has_figure(plan.end, plan.end + _NEAR)

    def _names_goal(self, met: Mention, stop: int) -> bool:
        """Whether a figure is the goal that has been met or not: «melampaui target UHC nasional 95 persen»."""
        goals = self._reading.between("no_status", met.start, met.start + 1)
        if self._reading.between("reason", met.end, stop):
            return False  # «memenuhi target UHC karena 98 persen warganya terdaftar»
        if stop - met.end <= _CLOSE:
            return any(m.value == "target" for m in goals)
        if stop - met.end > _NEAR or all(m.value != "target" for m in goals):
            return False
        link = self._reading.between("link", met.end, stop)
        told = len(link) == 1 and link[0].end == stop and not self._reading.has_figure(met.end, stop)
        if told and not self._reading.between("area", met.end, stop):
            return True
        return not any(self._reading.between(kind, met.end, stop) for kind in ("separator", "already"))

    def _becomes(self, plan: Mention, cell: Cell) -> bool:
        """Whether a plan behind a figure tells what becomes of it («akan terus naik»), or has been carried out."""
        between = self._reading.between
        return bool(
            between("becoming", plan.end, plan.end + _CLOSE)
            or between("already", plan.end, min(plan.end + _DONE, cell.end))
        )

    def _closes(self, first: int, stop: int) -> bool:
        """Whether a bracket closes behind a figure: what follows is said of more than the figure in it."""
        return any(self._reading.word(token) == ")" for token in range(first, stop))

    def _start(self, scene: Scene, bound: Bound) -> int:
        """The first token that can say the status of a figure; of a new level it may stand before the old one."""
        previous = self._rows.before(bound)
        if previous is not None and (
            is_old_level(self._reading, scene, previous[0]) or self._raised(previous[0], bound)
        ):
            return previous[0].cell.start
        start = bound.cell.start
        said = self._reading.between("status", max(start - _CLOSE, 0), start)
        plan = [m for m in said if m.end == start and m.value == "planned"]
        return plan[-1].start if plan else start  # «dan akan | ditambah Rp 4 miliar»

    def _raised(self, now: Bound, bound: Bound) -> bool:
        """«menargetkan keaktifan yang baru 71 persen naik menjadi 80 persen»: a new level, of what is so before it."""
        reading, token = self._reading, now.figure.token
        so = any(m.value == "now" and m.end == token for m in reading.between("already", token - _ALREADY, token))
        hard = any(m.value == "hard" for m in reading.between("separator", now.figure.end, bound.figure.token))
        return so and not hard and is_new_level(reading, bound)

    def _goes_on(self, scene: Scene, bound: Bound, indicator: Indicator) -> bool:
        """Whether a figure is of what the sentence before plans: «Biayanya Rp 3 miliar», the next new level."""
        reading, sentence = self._reading, bound.figure.sentence
        first = reading.sentence_tokens[sentence]
        new = is_new_level(reading, bound)
        if self._goes_on_list(bound) or self._is_paid_for(bound):
            return True
        costs = indicator.default_region is None and reading.between("costs", first, bound.figure.token)
        if costs and reading.between("dated", first, bound.figure.token):
            return False  # «Tahun ini anggarannya hanya Rp 4 miliar»
        if sentence == 0 or not (new or costs):
            return False
        planned = [row for row, labels in self._rows.of_sentence(sentence - 1) if labels.status == "planned"]
        if new:
            return any(
                row.bid and row.bid.indicator == indicator.name and is_new_level(reading, row) for row in planned
            )
        words = reading.between("status", reading.sentence_tokens[sentence - 1], first)
        return scene.cells[0] is bound.cell and (bool(planned) or any(m.value == "planned" for m in words))

    def _is_paid_for(self, bound: Bound) -> bool:
        """«Anggaran itu untuk 5.120 warga»: whether the money planned in the sentence before pays for those counted."""
        reading, sentence, token = self._reading, bound.figure.sentence, bound.figure.token
        first = reading.sentence_tokens[sentence]
        if sentence == 0 or bound.figure.form != "count" or not reading.between("pays", first, first + 1):
            return False
        paid = [row for row, labels in self._rows.of_sentence(sentence - 1) if labels.status == "planned"]
        own = any(reading.between(kind, first, token) for kind in ("now", "already", "dated", "reason"))
        return any(row.figure.form == "money" for row in paid) and not own

    def _goes_on_list(self, bound: Bound) -> bool:
        """«Kelas 1 akan naik 100 persen. Sedangkan kelas 3 sebesar 65 persen»: a list goes on from what is planned."""
        if not self._rows.all or bound.bid is None or bound.bid.mention is not None or bound.bid.why != GOING_ON:
            return False
        before, labels = self._rows.all[-1]
        same = before.bid is not None and before.bid.indicator == bound.bid.indicator and labels.status == "planned"
        first = self._reading.sentence_tokens[bound.figure.sentence]
        own = any(self._reading.between(kind, first, bound.figure.token) for kind in ("already", "done", "dated"))
        return same and not own and bound.figure.sentence - before.figure.sentence == 1

    def _is_listed(self, bound: Bound, before: Bound) -> bool:
        """«siap mendaftarkan 20.000 jiwa, sedangkan Kota Madiun 3.500»: whether a figure goes on with a list."""
        if bound.bid is None or before.bid is None or bound.bid.indicator != before.bid.indicator:
            return False
        if self._reading.between("dated", before.figure.end, bound.figure.token):
            return False
        by_class = self._reading.between("care_class", bound.cell.start, bound.figure.token)
        return bound.bid.why == GOING_ON or bool(by_class)

    def _status_before(self, number: int, bound: Bound) -> Status:
        """«cakupan 98 persen dan keaktifan 80 persen»: one target for both."""
        previous = self._rows.before(bound)
        if previous is None or number == 0 or previous[0].figure.form != bound.figure.form:
            return "actual"
        stop = min(bound.figure.end + _ALREADY, self._reading.sentence_tokens[bound.figure.sentence + 1])
        spans = ((bound.cell.start, bound.figure.token), (bound.figure.end, stop))
        so = (m for kind in ("already", "done") for span in spans for m in self._reading.between(kind, *span))
        if any(m.value is not None for m in so):
            return "actual"
        makes = self._reading.between("makes", previous[0].figure.end, bound.figure.token)
        if previous[1].status == "planned" and (makes or is_new_level(self._reading, bound)):
            return "planned"  # «diusulkan naik Rp 8 miliar sehingga menjadi Rp 28 miliar»
        joint = {str(m.value) for m in self._reading.between("separator", bound.cell.start, bound.figure.token)}
        told = self._reading.between("link", bound.cell.start, bound.figure.token)
        if joint == {"comma"} and told and told[0].start == bound.cell.start + 1:
            return "actual"  # «melampaui target 98 persen, yakni 98,7»
        whole = any(m.value == "of" for m in self._reading.between("level", bound.cell.start, bound.figure.token))
        if previous[1].status == "planned" and "hard" in joint and self._is_listed(bound, previous[0]):
            return "planned"
        goes_on = joint <= ({"and", "comma", "with"} if whole else _GOING_ON) and previous[1].status != "actual"
        return previous[1].status if goes_on else "actual"
