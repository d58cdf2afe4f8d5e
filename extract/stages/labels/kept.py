"""The segment that an article goes on to speak of: of its arrears, rates, flows, of a class, of a remark behind."""

from __future__ import annotations

from itertools import takewhile

from extract.patterns.pack import Indicator
from extract.reading import Bound, Reading, Scene
from extract.stages.labels.names import Said, SegmentNames
from extract.stages.labels.payers import Payers
from extract.stages.labels.rows import Rows
from extract.stages.labels.told import Told

_NEAR = 3  # sentences


class Kept:
    """What one article has spoken of so far, and tells in other sentences."""

    def __init__(self, reading: Reading, rows: Rows, names: SegmentNames, payers: Payers, told: Told) -> None:
        self._reading = reading
        self._rows = rows
        self._names = names
        self._payers = payers
        self._told = told

    def kept(self, scene: Scene, bound: Bound, indicator: Indicator) -> Said | None:
        """The segment that an article's arrears, rates or flows have been spoken of so far."""
        if not indicator.keeps_segment_of or self._names.of_unit(bound.unit):
            return None
        if indicator.default_per and self._goes_on_of_all(bound):
            return Said(None)
        segment = self._of_employers(bound, indicator)
        segment = segment or self._kept_from(bound, indicator) or self._told.subject(bound, indicator)
        own = self._of_class(bound, indicator)
        if segment and indicator.default_per and not self._may_choose(segment, bound):
            segment = None
        if segment and indicator.default_per and self._is_paid_class(segment, bound):
            segment = own or self._last_of_own()
        if own and (segment is None or self._names.is_subsidised(segment)):
            segment = own
        return Said(segment) if segment else self._told.remarked(bound, indicator) or Said(None)

    def _is_paid_class(self, segment: str, bound: Bound) -> bool:
        """Whether a rate is of a care class that no government pays for: these pay for class 3."""
        classes = {str(m.value) for m in self._reading.between("care_class", bound.cell.start, bound.cell.end)}
        return self._names.is_subsidised(segment) and bool(classes) and not any("3" in value for value in classes)

    def _last_of_own(self) -> str | None:
        """The segment of the last row of people who choose their care class."""
        return next((segment for segment in self._rows.segments() if self._names.has_classes(segment)), None)

    def _goes_on_of_all(self, bound: Bound) -> bool:
        """«PBPU dan BP kelas I Rp 160.000, kelas II Rp 110.000»: rates by class go on as the first of them began."""
        if not self._rows.all or not self._reading.between("care_class", bound.cell.start, bound.cell.end):
            return False
        before, labels = self._rows.all[-1]
        same = before.bid is not None and bound.bid is not None and before.bid.indicator == bound.bid.indicator
        near = bound.figure.sentence - before.figure.sentence <= 1
        return same and near and labels.segment is None and labels.care_class is not None

    def _may_choose(self, segment: str, bound: Bound) -> bool:
        """Whether a rate can be one of a segment: that of a care class is of people who choose theirs."""
        classes = self._reading.between("care_class", bound.cell.start, bound.cell.end)
        return not classes or self._names.has_classes(segment) or self._names.is_subsidised(segment)

    def _kept_from(self, bound: Bound, indicator: Indicator) -> str | None:
        """The segment of the last row that an indicator keeps it of; before the first, what is spoken of."""
        first = self._reading.sentence_tokens[bound.figure.sentence]
        named = indicator.default_per and self._reading.between("segment", first, bound.figure.token)
        for before, labels in self._rows.last_counted():
            assert before.bid is not None
            if named and before.figure.token < first:
                break
            if before.bid.indicator in indicator.keeps_segment_of and not self._names.of_unit(before.unit):
                since = self._told.turned_to(bound, before.figure.sentence, indicator)
                return since or (None if self._is_of_all(before, bound) else labels.segment)
        spoken_of = self._told.spoken_of(bound, indicator) or self._of_rest(bound, indicator)
        return spoken_of or self._counted_last(bound, indicator)

    def _counted_last(self, bound: Bound, indicator: Indicator) -> str | None:
        """The segment of those counted last, where nobody else was spoken of since: «Hanya 61 persen rutin bayar»."""
        if not indicator.self_paid or not self._rows.all:
            return None
        (last, labels), reading = self._rows.all[-1], self._reading
        first, token = reading.sentence_tokens[bound.figure.sentence], bound.figure.token
        money = last.figure.form == "money"
        near = bound.figure.sentence - last.figure.sentence <= (1 if money else _NEAR)
        near = near and (money or last.unit in ("person", "household"))
        others = reading.between("segment", last.figure.end, token)
        others += [m for kind in ("area", "total") for m in reading.between(kind, first, token)]
        if not near or others or reading.has_figure(last.figure.end, token):
            return None
        rows = takewhile(lambda row: last.figure.sentence - row[0].figure.sentence <= _NEAR, reversed(self._rows.all))
        own = {told.segment for _, told in rows if told.segment and not self._names.is_subsidised(told.segment)}
        return labels.segment if own == {labels.segment} else None

    def _of_employers(self, bound: Bound, indicator: Indicator) -> str | None:
        """The segment of the people of employers, where these were counted last and money is told that they owe."""
        last = self._rows.all[-1][0] if self._rows.all and indicator.self_paid else None
        near = last is not None and bound.figure.sentence - last.figure.sentence <= 1 and bound.figure.form == "money"
        first = self._reading.sentence_tokens[bound.figure.sentence]
        near = near and not self._reading.between("segment", first, bound.figure.token)
        return self._names.of_unit(last.unit) if near and last is not None else None

    def _of_rest(self, bound: Bound, indicator: Indicator) -> str | None:
        """The segment of those whom the sentence before counted, where this tells of the rest: «Sisanya menunggak»."""
        first = self._reading.sentence_tokens[bound.figure.sentence]
        if not indicator.self_paid or not self._reading.between("rest", first, first + 1):
            return None
        told = {labels.segment for _, labels in self._rows.of_sentence(bound.figure.sentence - 1)}
        segment = told.pop() if len(told) == 1 else None
        return segment if segment is not None and not self._names.is_subsidised(segment) else None

    def _is_of_all(self, before: Bound, bound: Bound) -> bool:
        """Whether a figure is of all segments, those of the row before it being parts of them."""
        if self._is_part_of_all(before) or self._rows.adds_up(bound, before.figure.sentence):
            return True
        if not self._reading.between("total", bound.cell.start, bound.figure.token):
            return False
        first = self._reading.sentence_tokens[before.figure.sentence]
        told = {self._payers.level(m) for m in self._reading.between("segment", first, bound.figure.token)}
        return len(told - {None}) > 1

    def _is_part_of_all(self, bound: Bound) -> bool:
        """Whether a row is of a part of the people whom its sentence counts before it."""
        rows = self._rows.of_sentence(bound.figure.sentence)
        first = next(iter(rows), None)
        alike = first is not None and first[0].bid and bound.bid and first[0].bid.indicator == bound.bid.indicator
        return bool(alike and first and first[1].segment is None and self._rows.is_by_segment(bound))

    def remarked(self, scene: Scene, bound: Bound, indicator: Indicator) -> Said | None:
        """What the next sentence says of a figure's people."""
        return self._told.remarked(bound, indicator)

    def totalled(self, scene: Scene, bound: Bound, indicator: Indicator) -> Said | None:
        """What the total says that a flow makes."""
        return self._told.totalled(bound, indicator) if indicator.flow else None

    def of_class(self, scene: Scene, bound: Bound, indicator: Indicator) -> Said | None:
        """The segment of people of a care class."""
        if indicator.ends_up:
            return None
        return Said(own) if (own := self._of_class(bound, indicator)) else None

    def _of_class(self, bound: Bound, indicator: Indicator) -> str | None:
        """The one segment of those who pay for themselves that an article names: of a care class are those."""
        cell = bound.cell
        if not self._reading.between("care_class", cell.start, cell.end):
            return None
        values = {self._payers.level(label) for label in self._reading.mentions.get("segment", ())}
        own = {value for value in values if value is not None and not self._names.is_subsidised(value)}
        classed = {value for value in own if self._names.has_classes(value)}
        if indicator.default_per:
            return own.pop() if own == classed and len(own) == 1 else None
        own = (classed if indicator.self_paid else None) or own
        return own.pop() if len(own) == 1 else None
