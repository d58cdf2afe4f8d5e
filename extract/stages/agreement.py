"""Whether the figures of one area fit one another: a stated share is held against the counts that it is a share of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from extract.model import Fact

_MOST = 20  # facts of one indicator that are held against others: of an area no article tells more
_TOLERANCE_PCT = 0.6  # percentage points: a share rounded to a whole number, of counts that are rounded, too


def check(facts: Sequence[Fact]) -> dict[str, list[str]]:
    """What the figures of one area say about each other: fact ids to flags such as ``agrees:coverage_pct``.

    Checked are registered / population against the stated coverage, and active against registered. Only what is said
    of one time is in conflict: of two years each may be right.
    """
    flags: defaultdict[str, list[str]] = defaultdict(list)
    areas: defaultdict[tuple[str, str], defaultdict[str, list[Fact]]] = defaultdict(lambda: defaultdict(list))
    for fact in facts:
        counted = fact.segment is None and fact.status == "actual" and fact.unit in ("person", "percent")
        if counted and fact.region_name is not None:
            areas[fact.region_name, fact.program][fact.indicator].append(fact)
    for found in areas.values():
        for names in _SHARES:
            if all(name in found for name in names):
                for fact, flag in _checked(*(found[name][:_MOST] for name in names)):
                    if flag not in flags[fact.fact_id]:
                        flags[fact.fact_id].append(flag)
    return flags


def _checked(parts: Sequence[Fact], wholes: Sequence[Fact], shares: Sequence[Fact]) -> Iterator[tuple[Fact, str]]:
    """Each fact of some that a stated share agrees with, or is in conflict with, and the flag that says so."""
    for share in shares:
        pairs = [(part, whole) for part in parts for whole in wholes if whole.value > 0]
        right = [pair for pair in pairs if _is_share(share, *pair)]
        at_once = [pair for pair in pairs if _at_one_time(share, *pair)]
        told = right or (at_once if len(at_once) == 1 else [])
        for fact in (*told[0], share) if told else ():
            yield fact, f"{'agrees' if right else 'conflicts'}:{share.indicator}"


def _is_share(share: Fact, part: Fact, whole: Fact) -> bool:
    return abs(100 * part.value / whole.value - share.value) <= _TOLERANCE_PCT


def _at_one_time(*facts: Fact) -> bool:
    """Whether the periods of some facts have a day in common, as far as they are known."""
    starts = [fact.period_start for fact in facts if fact.period_start is not None]
    ends = [fact.period_end for fact in facts if fact.period_end is not None]
    return not starts or not ends or max(starts) <= min(ends)


_SHARES = (
    ("participants", "population", "coverage_pct"),
    ("participants_active", "participants", "active_pct"),
    ("participants_inactive", "participants", "inactive_pct"),
    ("non_participants", "population", "non_coverage_pct"),
)
