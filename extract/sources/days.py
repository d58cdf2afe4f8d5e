"""The day of publication, in whatever form a record gives it."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from numbers import Real

FIRST, LAST = date(1990, 1, 1), date(2100, 12, 31)
"""What a day of publication can be: outside lie slips, and what means «none» (1900-01-01, the epoch, 9999-12-31)."""

_PLAIN = re.compile(r"(\d{4})([-/])(\d{1,2})\2(\d{1,2})(?=[T ]|$)")  # «2023/8/22», and before a zone that is spelt out
_MAIL = re.compile(r"([A-Z][a-z]{2},\s*)?\d{1,2} [A-Z][a-z]{2} \d{4} \d\d:\d\d")  # «Tue, 22 Aug 2023 10:00:00 GMT»: RSS
_NUMBER = re.compile(r"\d{9,13}(\.\d+)?")
_MILLISECONDS = 1e11  # an epoch number beyond this is in milliseconds: in seconds it would lie after the year 5138


def read_day(value: object) -> date | None:
    """The calendar day of a date, datetime, text or number; blank is None. ValueError for anything else.

    A time zone is not converted: the day is the one that the value itself names. A number is of the epoch (UTC), in
    seconds or milliseconds, or the digits of a day. Days outside of ``FIRST`` to ``LAST`` are a ValueError, too.

    >>> read_day("2023-08-22T23:30:00+07:00"), read_day("Tue, 22 Aug 2023 23:30:00 GMT"), read_day(20230822)
    (datetime.date(2023, 8, 22), datetime.date(2023, 8, 22), datetime.date(2023, 8, 22))
    """
    day = _day(value)
    if day is not None and not FIRST <= day <= LAST:
        raise ValueError(f"published lies outside of the years {FIRST.year} to {LAST.year}: {str(value)[:40]}")
    return day


def _day(value: object) -> date | None:
    if is_null(value):
        return None
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, str):
        return _day_of_text(value.strip())
    if isinstance(value, Real) and not isinstance(value, bool):
        return _day_of_number(float(value))
    raise ValueError(f"published is {kind_of(value)}")


def _day_of_number(number: float) -> date:
    year, rest = divmod(number, 10_000)
    if FIRST.year <= year <= LAST.year:  # in seconds it would be a day of 1970
        return date(int(year), int(rest) // 100, int(rest) % 100)
    try:
        return datetime.fromtimestamp(number / 1000 if abs(number) > _MILLISECONDS else number, UTC).date()
    except (OverflowError, OSError, ValueError) as why:
        raise ValueError(f"published is no time of this era: {number}") from why


def _day_of_text(text: str) -> date | None:
    if not text:
        return None
    if _NUMBER.fullmatch(text):
        return _day_of_number(float(text))
    try:
        return datetime.fromisoformat(text).date()
    except ValueError:
        pass
    try:
        if plain := _PLAIN.match(text):
            return date(int(plain[1]), int(plain[3]), int(plain[4]))
        if _MAIL.match(text):
            from email.utils import parsedate_to_datetime  # here, because most records do without

            return parsedate_to_datetime(text).date()
    except ValueError:
        pass
    raise ValueError(f"published is no ISO date: {text[:40]!r}")


def is_null(value: object) -> bool:
    """None, and what frames put for it: NaN, NaT, NA."""
    if isinstance(value, float | datetime):
        return value != value
    return value is None or type(value).__name__ == "NAType"


def kind_of(value: object) -> str:
    """What a value is, in words for people."""
    names = {bool: "true or false", int: "a number", float: "a number", list: "a list", dict: "an object", str: "text"}
    return "null" if value is None else names.get(type(value), f"a {type(value).__name__}")
