"""The names of segments in a figure's clause: which are the figure's, and which segment they mean together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from extract.patterns.pack import Indicator, Segments
from extract.reading import COLUMN_HEAD, Bound, Cell, Mention, Reading
from extract.stages.labels.budgets import Budgets
from extract.stages.labels.payers import SUBSIDISED, Payers
from extract.stages.labels.remarks import Remarks
from extract.stages.labels.rows import begins, nearest
from extract.stages.labels.together import Together

_ASIDE = 3
_APPOSED = 3  # tokens of «, yakni sekitar» between a name and the figure that tells how many these are
_AT_ONCE = 2  # tokens from a figure to what its people include
_STOPS = (",", ".", ";")
_PEOPLE = ("person", "household")


class Said(NamedTuple):
    """What a rule says of a figure's segment: which one, or None for all of them."""

    segment: str | None


class SegmentNames:
    """Reads the names of segments of one article."""

    def __init__(self, reading: Reading, payers: Payers, budgets: Budgets, segments: Segments) -> None:
        self._reading = reading
        self._payers = payers
        self._budgets = budgets
        self._segments = segments
        self._together = Together(reading, payers, segments)
        self._remarks = Remarks(reading, payers, segments)

    def said(self, bound: Bound, indicator: Indicator) -> Said | None:
        """What the names in a figure's own clause say of it; None where there is none."""
        cell = self._without_rest(bound)
        ordered = self._over_column(bound) or self._in_order(bound)
        if ordered is not None:
            return ordered
        labels = self._reading.between("segment", begins(self._reading, bound), cell.end)
        labels = self._own(labels, bound, indicator)
        owed = all(self._is_debtor(label) for label in labels) if labels else self._budgets.owes(bound)
        if indicator.self_paid and owed:
            return Said(None)
        payers = self._paying(cell, bound, indicator) if self._has_payer(bound, indicator) else []
        payers = [m for m in payers if m.value != SUBSIDISED or not (labels or indicator.default_per)]
        labels = self._of_people(labels, payers, bound)
        labels = self._with_payers(labels, payers) if payers else labels
        if indicator.ends_up:
            labels = self._ends(labels)
        if (indicator.self_paid or (indicator.negation and bound.figure.form == "percent")) and not labels:
            labels = self._employers(cell)
        if not labels and bound.unit in _PEOPLE:
            labels = [m for m in self._employers(cell) if m.end == bound.figure.token]
        if not labels:
            share = self._budgets.share(bound) if indicator.segment_if_split else None
            if share:
                return Said(share)
            beside = self._remarks.of_whole(bound) or self._remarks.antecedent(bound)
            return Said(self._payers.level(beside)) if beside else None
        labels = self._who_choose(labels, cell) if indicator.default_per else labels
        label = nearest(self._reading, labels, bound) or self._remarks.behind(labels, bound)
        if label is None and indicator.ends_up and self.leads_to(labels[0]) == "into":
            label = labels[0]
        if label is None:
            return None
        segment = self._together.of(label, labels, bound)
        if payers and (segment is None or not self.is_subsidised(segment)) and not indicator.ends_up:
            return Said(str(payers[-1].value))
        return Said(segment)

    def _without_rest(self, bound: Bound) -> Cell:
        """A figure's clause without what it says behind it of the rest: «mandiri 5.120, sisanya ditanggung pemda»."""
        cell = bound.cell
        rest = self._reading.between("rest", bound.figure.end, cell.end)
        return replace(cell, end=rest[0].start) if rest else cell

    def _over_column(self, bound: Bound) -> Said | None:
        """The name in the head of a figure's column."""
        bid = bound.bid
        if bid is None or bid.why != COLUMN_HEAD or bid.mention is None:
            return None
        stop = self._reading.sentence_tokens[self._reading.sentence_of(bid.mention.start) + 1]
        names = self._reading.between("segment", bid.mention.start, min(bid.mention.end + 1, stop))
        return Said(self._payers.level_of_name(names[0])) if names else None

    def _in_order(self, bound: Bound) -> Said | None:
        """«PBI APBN dan PBI APBD masing-masing 5.120 dan 2.040 jiwa»: the figures are of the names in their order."""
        reading, token = self._reading, bound.figure.token
        first, stop = reading.sentence_tokens[bound.figure.sentence : bound.figure.sentence + 2]
        each = reading.between("each", first, token)
        if not each:
            return None
        figures = reading.figures_in(each[-1].end, stop)
        names: list[Mention] = []
        for name in reversed(reading.between("segment", first, each[-1].start)):
            if names and self._together.link(name, names[0], bound) is None:
                break
            names.insert(0, name)
        values = [value for name in names for value in self._each_of(name)]
        if len(figures) > len(values) > 1:
            figures = figures[: len(values)] if self._comma(figures[len(values) - 1], figures[len(values)]) else []
        alike = len(values) > 1 and len(values) == len(figures) and len(set(values)) == len(values)
        return Said(values[figures.index(token)]) if alike and token in figures else None

    def _each_of(self, name: Mention) -> list[str | None]:
        """The segments that a name is of, one after the other: two of «PBPU dan BP»."""
        both = [m for m in self._reading.between("several", name.start, name.start + 1) if m.end >= name.end]
        return [*str(both[0].value).split()] if both and both[0].value else [self._payers.level_of_name(name)]

    def _who_choose(self, labels: Sequence[Mention], cell: Cell) -> list[Mention]:
        """Of a care class is the rate of those who choose one: «mandiri kelas 3 disubsidi pemerintah Rp 7.000»."""
        choose = any(m.value is not None and self.has_classes(str(m.value)) for m in labels)
        if not choose or not self._reading.between("care_class", cell.start, cell.end):
            return list(labels)
        return [m for m in labels if m.value is None or not self.is_subsidised(str(m.value))]

    def _paying(self, cell: Cell, bound: Bound, indicator: Indicator) -> list[Mention]:
        """The governments that a figure's clause says pay for its people."""
        named = self._payers.named(cell.start, cell.end)
        return [
            m for m in named if self._leads_in(m, indicator) or not self._is_aside(self._payers.with_verb(m), bound)
        ]

    def _with_payers(self, labels: Sequence[Mention], payers: Sequence[Mention]) -> list[Mention]:
        """The names of segments and those of governments that pay, in order; none stands in another."""
        free = [m for m in payers if not any(_overlap(m, label) and not self._is_open(label) for label in labels)]
        kept = [label for label in labels if not any(_overlap(m, label) for m in free)]
        return sorted([*kept, *free], key=lambda m: m.start)

    def _is_open(self, label: Mention) -> bool:
        """Whether a label leaves open which government pays: «dibayar pemerintah»."""
        open_ = label.value == SUBSIDISED and self._payers.is_source(label)
        return open_ and not self._payers.is_several(label)

    def of_unit(self, unit: str | None) -> str | None:
        """The segment of the people of employers, where these are what is counted."""
        return self._segments.of_unit.get(unit) if unit else None

    def has_classes(self, segment: str) -> bool:
        """Whether the people of a segment choose their care class."""
        return segment in self._segments.classed

    def wholes(self, segment: str) -> tuple[str, ...]:
        """The segments that one is a part of, the nearest first."""
        return tuple(self._together.wholes(segment))

    def is_subsidised(self, segment: str) -> bool:
        """Whether a government pays for the people of a segment."""
        return self._together.is_subsidised(segment)

    def is_member(self, bound: Bound) -> bool:
        """Whether a figure's clause names a segment; for money not by who pays alone."""
        labels = self._reading.between("segment", bound.cell.start, bound.cell.end)
        people = bound.unit in _PEOPLE
        return any(label.value is not None and (people or not self._payers.is_source(label)) for label in labels)

    def told(self, first: int, stop: int, indicator: Indicator) -> Said | None:
        """The one segment that some words name; None where they name none, or several that are no part of one."""
        labels = [m for m in self._reading.between("segment", first, stop) if m.value is not None]
        labels = [m for m in labels if not self._others(max(m.start - _ASIDE, first), m.start)]
        if indicator.ends_up:
            labels = self._ends(labels)
        if not labels:
            return None
        level = self._payers.level if len(labels) == 1 else self._payers.level_of_name
        values = [value for label in labels if (value := level(label))]
        whole = self._together.common(values)
        if whole is None and self._together.are_one(labels):
            whole = self._together.common([value for value in values if self.is_subsidised(value)])
        return Said(whole) if whole is not None else None

    def _of_people(self, labels: Sequence[Mention], payers: Sequence[Mention], bound: Bound) -> list[Mention]:
        """The names without those of governments that only say or do something in a figure's clause."""
        free = [label for label in labels if not any(_overlap(label, payer) for payer in payers)]
        acting = [label for label in free if self._payers.only_acts(label, bound, len(labels) > 1)]
        return [label for label in labels if label not in acting]

    def _has_payer(self, bound: Bound, indicator: Indicator) -> bool:
        """Whether somebody may pay for a figure's people."""
        return (bound.unit in _PEOPLE and not indicator.self_paid) or indicator.default_per is not None

    def _is_debtor(self, label: Mention) -> bool:
        """Whether a name is of a government that owes what it is to pay, and not of the people of a segment."""
        return label.value is not None and self.is_subsidised(str(label.value)) and self._payers.is_source(label)

    def _counts(self, label: Mention, bound: Bound, indicator: Indicator) -> bool:
        """Whether a name in a figure's clause can be the figure's."""
        if label.value is None:
            return self._payers.is_several(label)
        if (indicator.segment_if_split or indicator.carry_level == "insurer") and self._payers.is_source(label):
            return False
        if indicator.segments:
            return label.value in indicator.segments and not self._reading.between("paying", label.start, label.end)
        return self._leads_in(label, indicator) or not self._is_aside(label, bound)

    def _own(self, labels: Sequence[Mention], bound: Bound, indicator: Indicator) -> list[Mention]:
        """The names that can be the figure's; those that one of others is joined to are of others, too."""
        own: list[Mention] = []
        dropped: Mention | None = None
        for label in labels:
            joined = dropped is not None and bool(own) and self._together.link(dropped, label, bound) is True
            if joined or not self._counts(label, bound, indicator):
                dropped = label
            else:
                own.append(label)
        return own

    def _leads_in(self, label: Mention, indicator: Indicator) -> bool:
        """Whether a flow is one into the segment of a name."""
        return indicator.flow and self.leads_to(label) == "into"

    def _employers(self, cell: Cell) -> list[Mention]:
        """The nouns of employers in a clause, as names of the segment of their people."""
        nouns = self._reading.between("unit", cell.start, cell.end)
        return [m._replace(value=of_unit) for m in nouns if (of_unit := self.of_unit(str(m.value)))]

    def _ends(self, labels: Sequence[Mention]) -> list[Mention]:
        """The names of where people end up; without one, those that are not of where they come from."""
        led = [self.leads_to(label) for label in labels]
        if "into" in led:
            labels, led = labels[led.index("into") :], led[led.index("into") :]
        return [label for label, to in zip(labels, led, strict=True) if to != "out_of"]

    def leads_to(self, label: Mention) -> object:
        """Which way the last word of moving before a name, or in it, points."""
        return self._remarks.leads_to(label)

    def _is_aside(self, label: Mention, bound: Bound) -> bool:
        """Whether a name is of others than the figure's people («di luar PBI»), or in the reason for the figure."""
        reading = self._reading
        first = bound.figure.token if label.start > bound.figure.token else bound.cell.start
        found = reading.between("aside", max(label.start - _ASIDE, first), label.start)
        others = {m.value for m in found} & {"others", "most"}
        if others and (label.end > bound.figure.token or self._comma(label.end, bound.figure.token)):
            if self._is_apposed(label, found[-1], bound):
                return False
            return "most" not in others or not 0 <= bound.figure.token - label.end <= _APPOSED
        behind = reading.between("aside", bound.figure.end, min(bound.figure.end + _AT_ONCE, label.start))
        if any(m.value == "others" for m in behind):
            return True  # «5.120 jiwa, termasuk yang didaftarkan pemda»
        reasons = reading.between("aside", bound.figure.end, label.start)
        return any(m.value == "reason" for m in reasons)

    def _is_apposed(self, label: Mention, aside: Mention, bound: Bound) -> bool:
        """Whether a figure tells how many the others are: «12.300 orang, di luar yang dibayari pusat, 68.000 orang»."""
        first = self._reading.sentence_tokens[bound.figure.sentence]
        told = self._reading.has_figure(first, aside.start) and label.end + 1 == bound.figure.token
        return told and self._reading.word(bound.figure.end) in _STOPS

    def _others(self, first: int, stop: int) -> bool:
        """Whether words before a name say that it is not of those spoken of: «selain»."""
        return any(m.value == "others" for m in self._reading.between("aside", first, stop))

    def _comma(self, first: int, stop: int) -> bool:
        return any(self._reading.word(token) == "," for token in range(first, stop))


def _overlap(one: Mention, other: Mention) -> bool:
    return one.start < other.end and other.start < one.end
