"""The dimensions that stand as words beside a figure: segment, care class, facility type, per, status, programme."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import cast

from extract.model import Program, Status
from extract.patterns.pack import Indicator
from extract.reading import Bound, Labels, Mention, Reading

_CARRIES = ("area", "town", "care_class", "each")
_NEAR = 6


NO_LABELS = Labels(None, None, None, None, "actual", "jkn")


def read_labels(
    reading: Reading, bound: Bound, indicator: Indicator, before: Sequence[tuple[Bound, Labels]], rest: int
) -> Labels:
    """The labels of a bound figure; ``before`` are the rows of its series so far, ``rest`` the end of its sentence."""
    previous = before[-1] if before else None
    return Labels(
        segment=_segment(reading, bound, indicator, before),
        care_class=_care_class(reading, bound, previous),
        facility_type=_facility(reading, bound, previous),
        per=_per(reading, bound, indicator, rest),
        status=_status(reading, bound),
        program=_program(reading, bound),
    )


def _nearest(mentions: Sequence[Mention], bound: Bound) -> Mention | None:
    """The label that a figure wears: one right behind it, else the last before it, else the first after."""
    figure = bound.figure
    before = [m for m in mentions if m.end <= figure.token]
    behind = [m for m in mentions if m.start >= figure.token]
    if behind and behind[0].start - figure.end <= 1 and not (before and figure.token - before[-1].end <= 1):
        return behind[0]
    return before[-1] if before else behind[0] if behind else None


def _segment(
    reading: Reading, bound: Bound, indicator: Indicator, before: Sequence[tuple[Bound, Labels]]
) -> str | None:
    if indicator.form != "money" and indicator.units[0] in ("facility", "village", "employer", "visit"):
        return None
    if indicator.name in ("population", "non_participants", "non_coverage_pct"):
        return None
    cell = bound.cell
    mentions = reading.between("segment", cell.start, cell.end)
    if mentions:
        label = _nearest(mentions, bound)
        return cast("str | None", label.value) if label else None
    carries = any(reading.between(kind, cell.start, cell.end) for kind in _CARRIES)
    if not before:
        return None
    previous, labels = before[-1]
    same_sentence = previous.figure.sentence == bound.figure.sentence
    if carries and previous.bid and bound.bid and previous.bid.indicator == bound.bid.indicator:
        return labels.segment
    if same_sentence and indicator.family == "arrears" and indicator.form == "money":
        return "ppu_bu" if previous.unit == "employer" else labels.segment
    if same_sentence and bound.bid and bound.bid.pattern_id == "participants.covered_by_payer":
        return labels.segment
    return None


def _care_class(reading: Reading, bound: Bound, previous: tuple[Bound, Labels] | None) -> int | None:
    mentions = reading.between("care_class", bound.cell.start, bound.cell.end)
    if len({m.value for m in mentions}) > 1:
        behind = [m for m in mentions if m.end <= bound.figure.token]
        mentions = [m for m in mentions if _adjacent(m, bound)] or ([] if len(behind) > 1 else mentions)
    label = _nearest(mentions, bound) if mentions else None
    if label is not None:
        return cast(int, label.value)
    if previous is not None and previous[0].figure.sentence == bound.figure.sentence and _into(reading, bound):
        return previous[1].care_class
    return None


def _adjacent(mention: Mention, bound: Bound) -> bool:
    return 0 <= bound.figure.token - mention.end <= 3 or 0 <= mention.start - bound.figure.end <= 1


def _into(reading: Reading, bound: Bound) -> bool:
    """Whether the figure is the second of «naik dari X menjadi Y», which wears the labels of the first."""
    return reading.word(max(bound.figure.token - 1, 0)).lower() in ("menjadi", "jadi")


def _facility(reading: Reading, bound: Bound, previous: tuple[Bound, Labels] | None) -> str | None:
    if bound.bid is None or bound.bid.indicator != "facilities":
        return None
    if bound.figure.facility:
        return bound.figure.facility
    mentions = [m for m in reading.between("facility", bound.cell.start, bound.cell.end) if m.value is not None]
    label = _nearest(mentions, bound)
    if label is not None:
        return str(label.value)
    return previous[1].facility_type if previous is not None else None


def _per(reading: Reading, bound: Bound, indicator: Indicator, rest: int) -> str | None:
    if indicator.form != "money":
        return None
    cell = bound.cell
    mentions = reading.between("per", cell.start, min(cell.end, rest))
    if not mentions:
        return indicator.default_per
    near = min(mentions, key=lambda m: abs(m.start - bound.figure.token))
    value = str(near.value)
    if indicator.default_per:
        return (
            indicator.default_per
            if value in ("month", "person_month")
            else f"person_{value}"
            if value == "year"
            else value
        )
    return value.removeprefix("person_")


def _status(reading: Reading, bound: Bound) -> Status:
    cell = bound.cell
    mentions = [m for m in reading.between("status", cell.start, cell.end)]
    before = [m for m in mentions if m.end <= bound.figure.token]
    if before:
        return cast(Status, before[-1].value or "actual")
    after = [m for m in mentions if m.start - bound.figure.end <= _NEAR]
    return cast(Status, after[0].value or "actual") if after else "actual"


def _program(reading: Reading, bound: Bound) -> Program:
    return "jkn"


def split_money(labels: Mapping[int, Labels]) -> bool:
    """Whether the money rows of an article are split by segment: at least two segments among them."""
    return len({label.segment for label in labels.values() if label.segment}) > 1
