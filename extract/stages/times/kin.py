"""What kind of thing an indicator counts, as far as its period goes."""

from __future__ import annotations

from extract.patterns.pack import Indicator
from extract.reading import Dated

_PEOPLE_UNITS = frozenset(("person", "household", "percent"))


def is_rest(one: Indicator, other: Indicator) -> bool:
    """Whether one of two indicators counts those whom the other does not."""
    return other.name == one.negation or one.name == other.negation


def is_people(indicator: Indicator) -> bool:
    """Whether people or shares of them are counted."""
    return _PEOPLE_UNITS.issuperset(indicator.units)


def is_budget(indicator: Indicator) -> bool:
    """Whether money is set aside, earned or spent in a year: neither owed nor a rate."""
    return indicator.form == "money" and not indicator.state and indicator.default_region is None


def is_short(period: Dated) -> bool:
    """Whether a period is a day or a month."""
    first, last = period.start, period.end
    return first is not None and last is not None and (first.year, first.month) == (last.year, last.month)
