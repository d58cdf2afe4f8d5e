"""The same figure said twice is one row, and one number has one reading."""

from __future__ import annotations

import math
from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache

from extract.model import Fact
from extract.patterns.pack import Indicator
from extract.reading import Gone

_WEAK = ("topic", "paragraph", "dateline", "speaker", "sentence", None)
_TELLING = 4
"""Significant digits of a number that an article says of one thing only."""

_TELLING_OF_PEOPLE = 2
"""The same for a thousand people and more, who are seldom counted twice by chance."""

_MANY = 1000
_SAME = 1e-9
_COMPARED = 200
"""Rows on either side, by value, that a fact may repeat."""

_SURER = 0.1
_FLOWS = 0.4


def reconcile(facts: Sequence[Fact], indicators: Mapping[str, Indicator]) -> tuple[list[Fact], dict[str, Gone]]:
    """Rows of one article without repeats, in the order of the text; ``mentions`` counts what was merged.

    The fullest mention wins: in the body rather than the title, unrounded rather than rounded, dated rather than not.
    Beside them, by its id, what became of each other fact.
    """
    by_figure: defaultdict[tuple[str, str], list[Fact]] = defaultdict(list)
    for fact in facts:
        by_figure[fact.indicator, fact.unit].append(fact)
    kept: list[Fact] = []
    gone: dict[str, Gone] = {}
    for group in by_figure.values():
        kept += _without_repeats(sorted(group, key=_fullness), indicators, gone)
    kept, headlines = _without_headlines(kept, indicators)
    kept.sort(key=lambda fact: (fact.char_start, fact.char_end, fact.region_name or ""))
    return kept, gone | headlines


def _without_repeats(facts: Sequence[Fact], indicators: Mapping[str, Indicator], gone: dict[str, Gone]) -> list[Fact]:
    """The facts of one indicator and unit, the fullest first, each merged into the first row that it repeats.

    What was merged is put among the ``gone``.
    """
    rows: list[Fact] = []
    values: list[tuple[float, int]] = []  # of the rows, in order, with their numbers
    for fact in facts:
        near = _near(values, fact, indicators[fact.indicator])
        at = next((at for at in near if _repeats(fact, rows[at], indicators[fact.indicator])), None)
        if at is None:
            insort(values, (fact.value, len(rows)))
            rows.append(fact)
        else:
            gone[fact.fact_id] = Gone("repeat", rows[at].fact_id)
            rows[at] = _merge(rows[at], fact)
    return rows


def _near(values: Sequence[tuple[float, int]], fact: Fact, indicator: Indicator) -> Sequence[int]:
    """The numbers, in order, of the rows whose values are a fact's or may be rounded to it: some hundreds at most."""
    if len(values) <= _COMPARED:
        return range(len(values))
    reach = 1.01 * max(_step(fact.value, indicator), _SAME * abs(fact.value)) + _SAME
    own = bisect_left(values, (fact.value,))
    low = max(bisect_left(values, (fact.value - reach,)), own - _COMPARED)
    high = min(bisect_left(values, (fact.value + reach,)), own + _COMPARED)
    return sorted(number for _, number in values[low:high])


def one_reading(
    facts: Sequence[Fact], spoken: Mapping[str, float], indicators: Mapping[str, Indicator]
) -> tuple[list[Fact], dict[str, Gone]]:
    """The facts without lesser readings: a telling number said again counts what it is best known to count.

    ``spoken`` is what spoke for each fact, by its id; a flow is told less often by mistake than what it ends in.
    Beside them, by its id, what became of each other fact.
    """
    weights = {fact.fact_id: spoken[fact.fact_id] + _FLOWS * indicators[fact.indicator].flow for fact in facts}
    best: dict[tuple[str, float], Fact] = {}
    for fact in facts:
        if _digits(fact.value) > (_TELLING_OF_PEOPLE if fact.unit == "person" and fact.value >= _MANY else _TELLING):
            known = best.setdefault((fact.unit, fact.value), fact)
            if weights[fact.fact_id] > weights[known.fact_id]:
                best[fact.unit, fact.value] = fact
    kept, gone = [], dict[str, Gone]()
    for fact in facts:
        sure = best.get((fact.unit, fact.value), fact)
        lesser = weights[sure.fact_id] - weights[fact.fact_id] > _SURER
        if sure.indicator == fact.indicator or sure.sentence == fact.sentence or not lesser:
            kept.append(fact)
        else:
            gone[fact.fact_id] = Gone("lesser_reading", sure.fact_id)
    return kept, gone


def _without_headlines(rows: Sequence[Fact], indicators: Mapping[str, Indicator]) -> tuple[list[Fact], dict[str, Gone]]:
    """The rows without figures of the headline that the body has, exactly or not rounded, taken for whatever."""
    body = [row for row in rows if not row.in_title]
    kept, gone = list[Fact](), dict[str, Gone]()
    for row in rows:
        full = next((full for full in body if _heads(row, full, indicators)), None) if row.in_title else None
        if full is None:
            kept.append(row)
        else:
            gone[row.fact_id] = Gone("headline", full.fact_id)
    return kept, gone


def _heads(title: Fact, full: Fact, indicators: Mapping[str, Indicator]) -> bool:
    if title.unit != full.unit:
        return False
    telling = _digits(title.value) > 2 or indicators[title.indicator].form == "money" or title.value >= _MANY
    again = title.value == full.value and telling
    return again or _rounds(title, full, indicators[title.indicator])


def _fullness(fact: Fact) -> tuple[bool, int, bool, bool, int]:
    return (
        fact.in_title,
        -_digits(fact.value),
        fact.segment is None,
        fact.period_basis != "stated",
        fact.char_start,
    )


@lru_cache(maxsize=1024)
def _digits(value: float) -> int:
    """Significant digits of a value as it can be written.

    >>> _digits(8_400_000.0), _digits(8_411_467.0), _digits(74.01)
    (2, 7, 4)
    """
    return len(f"{value:.6f}".rstrip("0").replace(".", "").strip("0")) or 1


def _repeats(fact: Fact, row: Fact, indicator: Indicator) -> bool:
    """Whether ``fact`` says ``row`` again, exactly or rounded."""
    same = math.isclose(fact.value, row.value, rel_tol=_SAME)
    if not same and (_side_by_side(fact, row) or not _rounds(fact, row, indicator)):
        return False
    apart = same and fact.sentence != row.sentence  # what a sentence says twice it says of two things
    sure = same and (_digits(fact.value) > 2 or indicator.form == "money")
    kinds = fact.facility_type == row.facility_type or (same and fact.in_title and fact.facility_type == "all")
    if not kinds or (fact.status != row.status and not (sure or (same and fact.in_title))):
        return False
    telling = apart and _digits(fact.value) > _TELLING
    if not telling and not _segments_agree(fact.segment, row.segment, apart):
        return False
    if fact.care_class != row.care_class and not (same and None in (fact.care_class, row.care_class)):
        return False
    if _told_by_others(fact, row) or not _regions_agree(fact, row, same, sure and apart):
        return False
    if fact.period_basis == row.period_basis == "stated" and fact.period_start != row.period_start:
        return apart
    return True


def _told_by_others(fact: Fact, row: Fact) -> bool:
    """«kelas III Rp 42.000» and «PBI Rp 42.000»: one is told by its class alone, the other by its segment alone."""
    labels = (fact.care_class is None, fact.segment is None), (row.care_class is None, row.segment is None)
    return labels in (((True, False), (False, True)), ((False, True), (True, False)))


def _side_by_side(fact: Fact, row: Fact) -> bool:
    """«stroke Rp 1,38 triliun, gagal ginjal Rp 1,3 triliun»: two figures of a sentence, one hardly rounder, are two."""
    return fact.sentence == row.sentence and _digits(row.value) - _digits(fact.value) <= 1


def _segments_agree(one: str | None, other: str | None, apart: bool) -> bool:
    """Whether two mentions can be of one segment: a mention elsewhere may say it less exactly (pbi, pbi_apbn)."""
    if one is None or other is None or one == other:
        return True
    return apart and (one.startswith(other) or other.startswith(one))


def _regions_agree(fact: Fact, row: Fact, same: bool, again: bool) -> bool:
    """Whether two mentions can be of one area; ``again``: a telling number is said again in another sentence."""
    if fact.region_name == row.region_name or (again and _related(fact, row)):
        return True
    weak = (same and _digits(fact.value) > 3) or fact.in_title
    both = fact.region_basis == "clause" and row.region_basis == "clause"
    return weak and (not both or (same and fact.in_title) or (again and _digits(fact.value) > 4))


def _related(one: Fact, other: Fact) -> bool:
    """Whether one area lies in the other, as far as the codes tell; a branch may hold any regency."""
    levels = {one.region_level, other.region_level}
    if None in levels or "national" in levels:
        return True
    if "branch" in levels:
        return levels != {"branch"}
    codes = one.region_code or "", other.region_code or ""
    return all(codes) and (codes[0].startswith(codes[1]) or codes[1].startswith(codes[0]))


def _rounds(fact: Fact, row: Fact, indicator: Indicator) -> bool:
    """Whether a value is the other rounded or cut off to fewer digits: 8,4 juta of 8.411.467."""
    short, full = fact.value, row.value
    digits = _digits(short)
    if short <= 0 or full <= 0 or digits >= _digits(full) or (digits > 4 and digits > _digits(full) - 2):
        return False
    if full < short and fact.qualifier == "at_least" and not fact.in_title:
        return False  # «lebih dari Rp 7 miliar» is no Rp 6,93 miliar
    if indicator.form == "count" and short < 1000 and not fact.in_title:
        return False
    step = _step(short, indicator)
    if step > full / (2 if fact.in_title else 5):
        return False
    return -step / 2 - 1e-9 <= short - full < step / 2 + 1e-9 or 0 <= full - short < step


def _step(value: float, indicator: Indicator) -> float:
    """What a value is rounded to: the worth of its last digit."""
    if value <= 0:
        return 0.0
    if indicator.form == "percent":
        return 10.0 ** -max(0, len(f"{value:.6f}".rstrip("0").partition(".")[2]))
    return 10.0 ** (math.floor(math.log10(value)) - _digits(value) + 1)


def _merge(row: Fact, fact: Fact) -> Fact:
    """The fuller row with what only the other mention says."""
    changes: dict[str, object] = {"mentions": row.mentions + fact.mentions}
    if fact.segment is not None and fact.segment.startswith(row.segment or ""):
        changes["segment"] = fact.segment
    if row.care_class is None and fact.care_class is not None:
        changes["care_class"] = fact.care_class
    if row.per is None and fact.per is not None:
        changes["per"] = fact.per
    if row.period_basis != "stated" and fact.period_basis == "stated":
        changes |= {"period_start": fact.period_start, "period_end": fact.period_end, "period_basis": "stated"}
    elif _is_within(fact, row):
        changes |= {"period_start": fact.period_start, "period_end": fact.period_end}
    named = fact.region_basis == "clause" and not fact.in_title
    if named and (row.region_basis in _WEAK or (fact.region_level == "branch" != row.region_level)):
        changes |= {name: getattr(fact, name) for name in _REGION_FIELDS}
    return row._replace(**changes)  # type: ignore[arg-type]


def _is_within(fact: Fact, row: Fact) -> bool:
    """Whether a mention is dated to a day, and the fuller row to a month or year with that day."""
    day, start, end = fact.period_start, row.period_start, row.period_end
    if fact.period_basis != "stated" or day is None or start is None or end is None:
        return False
    return day == fact.period_end and start != end and start <= day <= end


_REGION_FIELDS = ("region_name", "region_code", "region_level", "region_basis", "region_members")
