"""One date of a phrase: from what its regex caught to the parts it names.

The regexes read a text with a line break in front of it; a point's offsets are those of the text without it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Literal, NamedTuple

from extract.values.period_words import PeriodWords

Kind = Literal["day", "lone", "month", "part", "year", "relyear", "relmonth", "relpart", "today"]
Match = re.Match[str]

# The ordinal of the last part of a year.
LAST = 12


class Point(NamedTuple):
    """One date as written: the parts that are named, the others None.

    ``weekday`` counts from Monday, 0. ``months`` is the length of a part of the year that begins in ``month``. ``rel``
    is the word's class («lalu»: past) and ``times`` its number («dua tahun lalu»: 2); ``year_rel`` is the class of a
    year beside it («Mei tahun lalu»). ``unsaid`` tells that the words name no part of a year: «triwulan terakhir».
    """

    kind: Kind
    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    months: int = 1
    rel: str | None = None
    times: int = 1
    year_rel: str | None = None
    unsaid: bool = False


class PointReader:
    """Makes points of the matches of the shapes, by the shape that matched."""

    def __init__(self, words: PeriodWords) -> None:
        self._words = words
        self._makers: dict[str, Callable[[Match], Point]] = {
            "date": self._date, "lone": self._lone, "month": self._month,
            "part": self._part, "year": self._year, "relative": self._relative, "portion": self._portion,
            "single": self._single, "whole": self._whole, "today": self._today,
        }  # fmt: skip

    def read(self, match: Match) -> Point:
        """The point of a match of ``SCAN`` or ``FOLLOWING``."""
        return self._makers[str(match.lastgroup)](match)

    def tail(self, shown: str, point: Point, end: int) -> Point:
        """``point`` with the word after it, if that places it in time: «Februari» with «lalu»."""
        match = self._words.tail.match(shown, end)
        if match is None:
            return point
        return point._replace(end=match.end() - 1, rel=point.rel or self._rel(match["tail"]))

    def _rel(self, words: str | None) -> str | None:
        return None if words is None else self._words.relatives[" ".join(words.split())]

    def _date(self, match: Match) -> Point:
        weekday = match["weekday"]
        year: int | str | None
        if match["word_day"]:
            day, year = match["word_day"], match["word_year"]
            month: int | str = self._words.months[match["word_month"].rstrip(".")]
        elif match["num_day"]:
            day, month = match["num_day"], match["num_month"]
            year = match["num_year"] or "20" + match["num_short"]
        elif match["short_day"]:
            day, month, year = match["short_day"], match["short_month"], None
        else:
            day, month, year = match["iso_day"], match["iso_month"], match["iso_year"]
        start, end = match.span("date")
        return Point(
            "day", start - 1, end - 1, int(year) if year else None, int(month), int(day),
            self._words.weekdays[weekday] if weekday else None, year_rel=self._rel(match["word_rel"]),
        )  # fmt: skip

    def _lone(self, match: Match) -> Point:
        return Point("lone", match.start("lone") - 1, match.end("lone") - 1, day=int(match["lone"]))

    def _month(self, match: Match) -> Point:
        year, month = match["month_year"], self._words.months[match["month_name"].rstrip(".")]
        start, end = match.span("month")
        if match["after_day"]:
            return Point("day", start - 1, end - 1, int(match["after_year"]), month, int(match["after_day"]))
        named = int(year) if year else None
        return Point("month", start - 1, end - 1, named, month, year_rel=self._rel(match["month_rel"]))

    def _part(self, match: Match) -> Point:
        months = self._words.fractions[" ".join(match["fraction"].split())]
        first = (self._words.ordinals[match["ordinal"]] - 1) * months + 1
        start, end = match.span("part")
        year = int(match["part_year"]) if match["part_year"] else None
        # no fifth quarter: an ordinal beyond the year counts from its end
        first = min(first, 13 - months)
        rel = self._rel(match["part_rel"])
        unsaid = (months == 1 or self._words.ordinals[match["ordinal"]] == LAST) and year is None and rel is None
        return Point("part", start - 1, end - 1, year, first, months=months, year_rel=rel, unsaid=unsaid)

    def _year(self, match: Match) -> Point:
        return Point("year", match.start("year") - 1, match.end("year") - 1, year=int(match["year"]))

    def _relative(self, match: Match) -> Point:
        unit = self._words.units[" ".join(match["unit"].split())]
        start, end = match.span("relative")
        kind: Kind = "relyear" if unit == "year" else "relmonth"
        return Point(kind, start - 1, end - 1, rel=self._rel(match["rel"]))

    def _portion(self, match: Match) -> Point:
        start, end = match.span("portion")
        months = self._words.fractions[" ".join(match["portion_fraction"].split())]
        return Point("relpart", start - 1, end - 1, months=months, rel=self._rel(match["portion_rel"]))

    def _single(self, match: Match) -> Point:
        start, end = match.span("single")
        kind: Kind = "relyear" if self._words.once[match["once"]] == "year" else "relmonth"
        return Point(kind, start - 1, end - 1, rel=self._rel(match["once_rel"]))

    def _whole(self, match: Match) -> Point:
        start, end = match.span("whole")
        unit = self._words.units[" ".join(match["whole_unit"].split())]
        kind: Kind = "relyear" if unit == "year" else "relmonth"
        opens = match["whole"].startswith(self._words.opening_parts)
        return Point(kind, start - 1, end - 1, rel="opening" if opens else "ending")

    def _today(self, match: Match) -> Point:
        return Point("today", match.start("today") - 1, match.end("today") - 1)


def joins(left: Point, right: Point, kind: str, join: str) -> bool:
    """Whether two points are one phrase: the ends of a span, or the next of a list of months, years or days."""
    if join == "range" or (join == "list" and kind == "range"):
        return False
    if left.kind == "lone" or right.kind == "lone":
        return right.kind in ("lone", "day")
    if kind == "range":
        this_year = left.kind == "relyear" and left.rel == "now" and right.kind != "today"
        return left.kind != "today" and not (this_year and right.year is None)  # «tahun ini hingga April»
    return left.kind == right.kind and (
        left.kind == "year" or (left.kind == "month" and left.year is None and left.rel is None)
    )
