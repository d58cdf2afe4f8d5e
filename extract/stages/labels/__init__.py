"""The dimensions that stand as words beside a figure: segment, care class, facility type, per, status, programme."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import cast

from extract.model import Fact, Qualifier
from extract.patterns.pack import FACILITY, Indicator, Pack
from extract.reading import GOING_ON, Bound, Labels, Mention, Place, Reading, Scene
from extract.stages.labels.acting import set_apart as set_apart
from extract.stages.labels.classes import ClassReader
from extract.stages.labels.payers import CENTRAL, LOCAL, SUBSIDISED
from extract.stages.labels.programs import NATIONAL, ProgramReader
from extract.stages.labels.rows import Rows, is_followed_by_old, is_new_level, is_old_level, worn
from extract.stages.labels.segments import SegmentReader
from extract.stages.labels.statuses import StatusReader


class Labeller:
    """Reads the labels of one article's rows, in order."""

    def __init__(self, reading: Reading, places: Sequence[Place], pack: Pack) -> None:
        self._reading = reading
        self._rows = Rows()
        self._employers = frozenset(pack.segments.of_unit)
        self._segments = SegmentReader(reading, places, self._rows, pack.discourse, pack.segments, pack.indicators)
        self._programs = ProgramReader(reading, self._rows, self._segments)
        self._classes = ClassReader(reading, self._rows)
        self._statuses = StatusReader(reading, self._rows)

    def read(self, scene: Scene, number: int, bound: Bound, indicator: Indicator) -> Labels:
        """The labels of a bound figure of cell ``number``."""
        program = self._programs.read(bound)
        labels = Labels(
            segment=self._segments.read(scene, bound, indicator) if program == NATIONAL else None,
            care_class=self._classes.read(scene, bound, indicator),
            facility_type=self._facility(bound),
            per=self._per(bound, indicator),
            status=self._statuses.read(scene, number, bound, indicator),
            program=program,
        )
        self._rows.add(bound, labels)
        return labels

    def is_new_level(self, bound: Bound, indicator: Indicator) -> bool:
        """Whether a figure is the new one of «naik dari X menjadi Y», or a rate of «menjadi Y dari X»."""
        rate = indicator.default_per is not None
        return is_new_level(self._reading, bound) or (rate and is_followed_by_old(self._reading, bound))

    def is_old_level(self, scene: Scene, bound: Bound) -> bool:
        """Whether a figure is the old one of «naik dari X menjadi Y»."""
        return is_old_level(self._reading, scene, bound)

    def may_be_unreached(self, scene: Scene, bound: Bound, indicator: Indicator) -> bool:
        """Whether a figure may be of a time to come: no state, no old level, nothing that is said to be so already."""
        return self._statuses.may_be_unreached(scene, bound, indicator)

    def by_employers(self, bound: Bound) -> bool:
        """Whether a figure's sentence speaks of employers: what they pay is set for the nation."""
        first, stop = self._reading.sentence_tokens[bound.figure.sentence : bound.figure.sentence + 2]
        return any(str(noun.value) in self._employers for noun in self._reading.between("unit", first, stop))

    def _facility(self, bound: Bound) -> str | None:
        if bound.unit != FACILITY:
            return None
        if bound.figure.facility:
            return self._kind_before(bound, bound.figure.facility)
        label = self._of_whole(bound) or worn(self._reading, "facility", bound) or self._facility_before(bound)
        if label is not None and label.value is not None:
            return str(label.value)
        return self._rows.all[-1][1].facility_type if self._rows.all else None

    def _of_whole(self, bound: Bound) -> Mention | None:
        """The kind of facility that a figure is a part of: «8 dari 11 rumah sakit»."""
        end = bound.figure.end
        if not self._reading.is_level(end, "of") or not self._reading.has_figure(end + 1, end + 2):
            return None
        return next(iter(self._reading.between("facility", end + 2, end + 3)), None)

    def _kind_before(self, bound: Bound, kind: str) -> str:
        """The kind that the clause names before a noun which leaves it open: «RS swasta yang bermitra 12 RS»."""
        start, token = bound.cell.start, bound.figure.token
        named = self._reading.between("facility", start, token)
        kinds = self._reading.between("facility_of", start, token)
        special = named and kinds and kinds[-1].start == named[-1].start and kinds[-1].value == kind
        if special and named[-1].value:
            return str(named[-1].value)
        return self._kind_of_series(bound, kind)

    def _kind_of_series(self, bound: Bound, kind: str) -> str:
        """The kind that a series goes on with: «RS swasta 12 RS pada 2015. Tahun 2016 naik menjadi 15 RS»."""
        if not self._rows.all:
            return kind
        before, labels = self._rows.all[-1]
        reading, start, token = self._reading, bound.cell.start, bound.figure.token
        alike = before.figure.facility == kind and bound.figure.sentence - before.figure.sentence <= 1
        if not alike or any(reading.between(word, start, token) for word in ("total", "rest", "facility", "area")):
            return kind
        goes_on = is_new_level(reading, bound) or (bound.bid is not None and bound.bid.why == GOING_ON)
        return labels.facility_type or kind if goes_on else kind

    def _facility_before(self, bound: Bound) -> Mention | None:
        """The last facility that a figure's sentence names before it, but behind the facilities counted before it."""
        first = self._reading.sentence_tokens[bound.figure.sentence]
        previous = self._rows.before(bound)
        if previous is not None and previous[1].facility_type is not None:
            first = previous[0].figure.end
        named = self._reading.between("facility", first, bound.figure.token)
        return named[-1] if named else None

    def _per(self, bound: Bound, indicator: Indicator) -> str | None:
        if indicator.form != "money":
            return None
        figure, cell = bound.figure, bound.cell
        mentions = self._reading.between("per", cell.start, cell.end)
        near = min(mentions, key=lambda m: abs(m.start - figure.token), default=None)
        value = str(near.value) if near is not None and near.value else None
        if indicator.default_per:
            whole = next((str(m.value) for m in mentions if str(m.value).endswith(f"_{value}")), None)
            if whole is not None:
                return whole
            return {None: indicator.default_per, "month": "person_month", "year": "person_year"}.get(value, value)
        return value.removeprefix("person_") if value else None

    def hedge(self, bound: Bound) -> Qualifier | None:
        """The hedge at the head of a figure's clause: «kisaran biaya yang ditanggung di angka 700 juta»."""
        found = self._reading.between("hedge", bound.cell.start, bound.figure.token)
        return cast("Qualifier | None", found[-1].value) if found else None


def only_split(facts: Sequence[Fact], indicators: Mapping[str, Indicator]) -> list[Fact]:
    """The facts without the segments of money that the article splits between fewer than two.

    Money for PBI and money for those of them whom one budget pays for are not split.
    """
    money = [fact for fact in facts if indicators[fact.indicator].segment_if_split]
    unsplit = set()
    for name in {fact.indicator for fact in money}:
        named = {fact.segment for fact in money if fact.indicator == name and fact.segment}
        if len(named - {SUBSIDISED}) == 1 and named & {CENTRAL, *LOCAL}:
            named.discard(SUBSIDISED)
        if len(named) < 2:
            unsplit.add(name)
    return [fact._replace(segment=None) if fact.indicator in unsplit else fact for fact in facts]
