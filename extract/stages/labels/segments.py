"""Which segment of participants a figure is of: the first rule that knows says so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from extract.patterns.pack import Discourse, Indicator, Segments
from extract.reading import Bound, Place, Reading, Scene
from extract.stages.labels.budgets import Budgets
from extract.stages.labels.carried import Carried
from extract.stages.labels.kept import Kept
from extract.stages.labels.known import Known
from extract.stages.labels.names import Said, SegmentNames
from extract.stages.labels.paid import PaidFor
from extract.stages.labels.payers import CENTRAL, LOCAL, SUBSIDISED, VAGUE, Payers
from extract.stages.labels.rows import Rows
from extract.stages.labels.told import Told
from extract.stages.labels.turns import Turns

_MANY = 1000  # people who are surely the same where just as many are counted again


class SegmentReader:
    """Reads the segments of one article's rows, in order."""

    def __init__(
        self,
        reading: Reading,
        places: Sequence[Place],
        rows: Rows,
        discourse: Discourse,
        segments: Segments,
        indicators: Mapping[str, Indicator],
    ) -> None:
        payers = Payers(reading, places, discourse.payers, discourse.speech.opening)
        budgets = Budgets(reading, places, payers)
        self._rows = rows
        self._shares = frozenset(name for entry in indicators.values() for name in entry.pair_of_segment)
        self._names = SegmentNames(reading, payers, budgets, segments)
        told = Told(reading, self._names, payers)
        known = Known(reading, rows, self._names, payers, budgets)
        self._paid = paid = PaidFor(known, indicators)
        carried = Carried(known, paid, told, Turns(reading, places, payers))
        kept = Kept(reading, rows, self._names, payers, told)
        self._rules = (
            paid.taken_in,
            carried.in_sentence,
            carried.taken_up,
            carried.series,
            paid.done,
            paid.payer,
            kept.kept,
            kept.of_class,
            kept.totalled,
            kept.remarked,
        )

    def read(self, scene: Scene, bound: Bound, indicator: Indicator) -> str | None:
        """The segment of a bound figure; None for all segments."""
        if not indicator.by_segment:
            return None
        said = self._names.said(bound, indicator)
        if said is not None and said.segment == SUBSIDISED:
            said = self._paid.refined(bound, indicator) or said
        if said is not None and said.segment == CENTRAL and self._sums_up(bound):
            said = Said(SUBSIDISED)
        if said is not None and said.segment == VAGUE:
            said = self._told_before(bound) or said
        for rule in self._rules:
            if said is not None:
                break
            said = self._unless_owed(rule(scene, bound, indicator), bound, indicator)
        if indicator.name in self._shares and (said is None or said.segment is None):
            said = self._of_last(bound)
        if said is None and bound.figure.quantity.value >= _MANY and bound.figure.form == "count":
            again = self._rows.segment_again(bound)
            said = Said(again) if again else None
        if said is not None and said.segment == SUBSIDISED and self._paid.is_budget_before(bound):
            said = self._paid.refined(bound, indicator) or said
        if said is None or (indicator.segments and said.segment not in indicator.segments):
            return None
        return said.segment

    def _of_last(self, bound: Bound) -> Said | None:
        """The segment counted last, for the share of a segment that no name stands by: «Porsinya 36 persen»."""
        rows = [*self._rows.of_sentence(bound.figure.sentence - 1), *self._rows.of_sentence(bound.figure.sentence)]
        named = [labels.segment for row, labels in rows if row.figure.form == "count" and labels.segment]
        return Said(named[-1]) if named else None

    def _unless_owed(self, said: Said | None, bound: Bound, indicator: Indicator) -> Said | None:
        """What goes on, unless it is of people whom a government pays for, and the money is what that owes."""
        owed = indicator.self_paid and bound.figure.form == "money" and said is not None and said.segment is not None
        return None if owed and said and self._names.is_subsidised(str(said.segment)) else said

    def _told_before(self, bound: Bound) -> Said | None:
        """Whose people the figure, or one before it in its sentence, was said to be: «Dari 64.484 tadi»."""
        told = self._rows.of_sentence(bound.figure.sentence)
        rows = [row.figure.quantity.value for row, labels in told if labels.segment in LOCAL]
        for value in (bound.figure.quantity.value, *rows):
            segment = self._rows.of_value(value, bound.figure.sentence)
            if bound.figure.form == "count" and segment in LOCAL and segment != VAGUE:
                return Said(segment)
        return None

    def _sums_up(self, bound: Bound) -> bool:
        """Whether a figure is the sum of what its sentence, or the one before, counts by segment."""
        sentence = bound.figure.sentence
        return self._rows.adds_up(bound, sentence) or self._rows.adds_up(bound, sentence - 1)

    def is_member(self, bound: Bound) -> bool:
        """Whether a figure's clause names a segment."""
        return self._names.is_member(bound)
