"""The calendar: bounds of months and years, dates whose year is left to the reader, and the gold notation.

Every pair of dates is (first day, last day), both inclusive.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Sequence
from datetime import MAXYEAR, MINYEAR, date, timedelta
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from extract.errors import GoldError

Bounds = tuple[date, date]
Lean = Literal["past", "before", "future", "near"]

# An article of the 3rd may speak of «posisi 5 Oktober»: a page is dated a few days before the figure it announces.
TOLERANCE = timedelta(days=7)
# Within a month of the article's date a day is what people said it on.
MONTH = timedelta(days=31)
# A weekday falls on the same day of the year again after 5, 6 or 11 years: farther than that the year is a guess.
REACH = 6
NOTATION = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


@lru_cache(maxsize=4096)
def day_bounds(year: int, month: int, day: int) -> Bounds | None:
    """One day as bounds; None where the calendar has no such day.

    >>> day_bounds(2023, 2, 30) is None
    True
    """
    try:
        value = date(year, month, day)
    except ValueError:
        return None
    return value, value


@lru_cache(maxsize=4096)
def month_bounds(year: int, month: int, months: int = 1) -> Bounds | None:
    """First and last day of ``months`` months from ``month`` on; months count on over the turn of the year.

    None before the year 1 and after 9999.

    >>> month_bounds(2022, 7, 3)
    (datetime.date(2022, 7, 1), datetime.date(2022, 9, 30))
    >>> month_bounds(2022, 0), month_bounds(1, 0)
    ((datetime.date(2021, 12, 1), datetime.date(2021, 12, 31)), None)
    """
    first_year, first = divmod(year * 12 + month - 1, 12)
    last_year, last = divmod(year * 12 + month - 2 + months, 12)
    if first_year < MINYEAR or last_year > MAXYEAR:
        return None
    return date(first_year, first + 1, 1), date(last_year, last + 1, monthrange(last_year, last + 1)[1])


@lru_cache(maxsize=512)
def year_bounds(year: int) -> Bounds | None:
    """First and last day of a year; None before the year 1 and after 9999."""
    return (date(year, 1, 1), date(year, 12, 31)) if MINYEAR <= year <= MAXYEAR else None


def month_of(day: date) -> Bounds:
    """First and last day of the month that a day is in."""
    return day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1])


def year_of(day: date) -> Bounds:
    """First and last day of the year that a day is in."""
    return date(day.year, 1, 1), date(day.year, 12, 31)


def year_for(month: int, day: int | None, reference: date, lean: Lean) -> int | None:
    """The year of a day or month that is named without one, in an article of ``reference``.

    ``past`` takes the latest not after the reference (a week of grace), ``before`` the latest that is over, ``future``
    the next that is not over, ``near`` whichever is nearest. None for a day that none of these years has (29 February).

    >>> year_for(11, None, date(2017, 12, 19), "before"), year_for(10, 1, date(2017, 8, 22), "future")
    (2017, 2017)
    """
    found = []
    for year in range(reference.year - 1, reference.year + 2):
        bounds = month_bounds(year, month) if day is None else day_bounds(year, month, day)
        if bounds is not None:
            found.append((year, bounds))
    if lean == "past":
        return max((year for year, (first, _) in found if first - reference <= TOLERANCE), default=None)
    if lean == "before":
        grace = timedelta(days=int(day is None))
        return max((year for year, (_, last) in found if reference - last >= grace), default=None)
    if lean == "future":
        return min((year for year, (_, last) in found if last >= reference), default=None)
    return min(found, key=lambda item: abs(item[1][0] - reference), default=(None, None))[0]


def nearest_weekday(day: int, month: int, weekday: int, reference: date) -> int | None:
    """The year that a day with its weekday but no year means, in an article of ``reference``.

    Near the article's date it is that day, even where the writer's weekday is wrong; else the weekday says the year.
    """
    close = year_for(month, day, reference, "near")
    if close is not None and abs(date(close, month, day) - reference) <= MONTH:
        return close
    near = range(reference.year + 1, reference.year - 3, -1)
    fits = [date(year, month, day) for year in near if falls_on(year, month, day, weekday)]
    if not fits:
        return year_for(month, day, reference, "past")
    return min(fits, key=lambda found: abs((found - reference).days)).year


def weekday_year(
    day: int, month: int, weekday: int, years_named: Iterable[int], *, floor: int | None = None
) -> int | None:
    """The year in which ``day``/``month`` fell on ``weekday`` (Monday is 0) and that fits the years a text names.

    A year that the text names wins over its neighbours; else the year nearest to the latest one named, the year after
    it at most. ``floor`` is a year that the text cannot be older than (that of a decree it cites); alone, it gives the
    first fitting year after it. None where nothing fits within a few years.

    >>> weekday_year(22, 8, 1, {2017, 2018}), weekday_year(19, 12, 1, {2019}), weekday_year(22, 8, 1, ())
    (2017, 2017, None)
    """
    named = set(years_named)
    latest = max(named, default=floor)
    if latest is None:
        return None
    if floor is not None and latest < floor:
        latest = floor
    lowest = latest - REACH if floor is None else max(floor, latest - REACH)
    highest = latest + 1 if named else latest + REACH
    fits = [year for year in range(lowest, highest + 1) if falls_on(year, month, day, weekday)]
    return min(fits, key=lambda year: (year not in named, abs(latest - year), -year), default=None)


def falls_on(year: int, month: int, day: int, weekday: int) -> bool:
    """Whether that day of that year exists and is that weekday."""
    bounds = day_bounds(year, month, day)
    return bounds is not None and bounds[0].weekday() == weekday


def unbroken(bounds: Sequence[Bounds]) -> bool:
    """Whether each period of a list begins the day after the one before it: «Oktober, November dan Desember»."""
    pairs = pairwise(bounds)
    return len(bounds) > 1 and all(left[1].toordinal() + 1 == right[0].toordinal() for left, right in pairs)


def period_bounds(text: str) -> Bounds:
    """The bounds of a period as gold writes it: «2022», «2022-09», «2022-09-01» or two of them as «2014/2017».

    Raises GoldError on anything else.

    >>> period_bounds("2025-01/2025-06")
    (datetime.date(2025, 1, 1), datetime.date(2025, 6, 30))
    """
    first, slash, last = text.partition("/")
    start, end = _one(first, text)[0], _one(last if slash else first, text)[1]
    if end < start:
        raise _refused(text)
    return start, end


def _one(part: str, text: str) -> Bounds:
    match = NOTATION.fullmatch(part)
    if match is None:
        raise _refused(text)
    year, month, day = match.groups()
    try:
        value = date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        raise _refused(text) from None
    if month is None:
        return year_of(value)
    return month_of(value) if day is None else (value, value)


def _refused(text: str) -> GoldError:
    return GoldError(f"no such period: {text!r}", remedy="write YYYY, YYYY-MM, YYYY-MM-DD or A/B with A before B")
