"""Dates and periods as the text writes them, before any reading against an article's date.

A mention is one phrase («dari Januari hingga Mei 2021»): its lead words, the points in it (Januari, Mei 2021) and how
they are joined. Nothing is resolved here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from extract.values.period_points import LAST, Point, PointReader, joins
from extract.values.period_words import LEADS, PeriodWords
from extract.values.scan import Squeezed, squeeze

Match = re.Match[str]

# A clock time after a date makes it a byline: «23-08-2017 17:43:51», «| 10:15 WIB», «, 13:20 WIB».
CLOCK = re.compile(r"\s?(?:[|,–—-]\s?)?[0-9]{1,2}[:.][0-9]{2}(?![0-9])")
# What stands after a date that has a line of its own, and after a dateline's («Sukamaju, 24 April 2025 - »).
ALONE = re.compile(r"[^\S\n]*(?:[\n\x00|]|\Z|[-–—])")
# What stands before and after a year that is the head of a row: «- 2014: Rp 38,2 T».
ROW = re.compile(r"[\n\x00][^\S\n]{0,3}(?:[-–—•*·|][^\S\n]{0,3})?\Z")
ROW_HEAD = re.compile(r"[^\S\n]{0,3}(?:[:|=]|[-–—][^\S\n])")
# What stands before a date in brackets that is a figure's own: «31.204 jiwa (30 Juni 2023)».
COUNTED = re.compile(r"[0-9](?:\s?%|\s(?:[a-z]{3,12}\s)?(?:jiwa|orang|peserta|persen|kk|jiwa)|\s?[a-z]{2,12})?\s\(\Z")
# A year between commas: «Tahun pertama, 2014, defisitnya».
ASIDE = re.compile(r", [0-9]{4},\s[a-z]")
DATELINE = re.compile(r"\s*(?:[-–—]|\(|[\n\x00]|\Z|\.\s)")
# How far into its line a dateline's date stands, and how far before a date a word like «akan» speaks for it.
LINE, NEAR = 60, 80
# How far before a year the name of a law or a plan may begin.
NAME = 100
# Words after a date that place it ahead.
AHEAD = ("future", "later")
# How a half or quarter is placed by the article's date.
PORTIONS = ("now", "past", "future", "before", "after", "same")
# A month of no more letters is too like other words to be one without a lead word.
SHORT = 3
# The first year that may label a figure with no word beside it.
RECENT = 2010
# How many different strings of lead words are remembered.
KEPT = 2000


class Mention(NamedTuple):
    """One phrase: lead class (of LEADS, or ""), points and how they are joined ("", "range" or "list").

    ``style`` is "law" or "thing" for a year that names a law, a plan, an award and is no period; "byline" for the date
    of a page, "bracket" for a date in brackets, "today" for one behind «hingga hari ini», "listed" for a month or year
    that labels a figure of a list, "against" for one that another is compared with, else "plain".
    ``future`` says that a word beside it places it ahead, ``over`` that one places it behind.
    """

    start: int
    end: int
    lead: str
    points: tuple[Point, ...]
    join: str = ""
    style: str = "plain"
    future: bool = False
    over: bool = False


class Opening(NamedTuple):
    """What stands before a date: where its lead words begin, their class (of LEADS, or ""), and a number before it.

    ``between``, ``noun`` and ``unit`` say that «antara», a word like «APBD» or a word like «tahun» is among them;
    ``against`` that a word like «dibanding» is.
    """

    start: int
    lead: str
    number: int = 0
    between: bool = False
    noun: bool = False
    unit: bool = False
    against: bool = False


class MentionScanner:
    """Finds the mentions of a text; compiled once from its words."""

    def __init__(self, words: PeriodWords) -> None:
        self._words = words
        self._classes: dict[str, tuple[str, bool, bool]] = {}
        self._read = PointReader(words)

    def scan(self, text: str) -> Iterator[Mention]:
        """The mentions of ``text`` in order; offsets are the text's. A run of blanks in it is read as one."""
        squeezed = squeeze(text)
        found = self._scan(folded(squeezed.text))
        return (_moved(mention, squeezed) for mention in found) if squeezed.breaks else found

    def _scan(self, shown: str) -> Iterator[Mention]:
        """The mentions of a folded text; offsets are those of the text that it was folded from."""
        search, at = self._words.scan.search, 0
        while (match := search(shown, at)) is not None:
            before, begin = at, match.start() + 1
            opening = self._opening(shown, before, begin)
            points, join, at = self._points(shown, match, opening)
            if points[0].kind == "year" and (opening.unit or not opening.lead):
                name = self._name(shown, before, begin)
                if name is not None and (join or not self._words.goal.search(shown, max(begin - NAME, 0), begin)):
                    yield Mention(name.start("name") - 1, points[-1].end, "", tuple(points), join, str(name.lastgroup))
                    continue
            mention = self._mention(shown, match, opening, points, join)
            if mention is not None:
                yield mention

    def _opening(self, shown: str, floor: int, end: int) -> Opening:
        """The lead words that end at ``end`` of ``shown``, none of them before ``floor`` or in another paragraph."""
        if shown[end - 1] not in " \n-\t\xa0":
            return Opening(end, "")
        floor = max(floor, end - LINE)
        floor = max(floor, shown.rfind("\x00", floor, end))
        match = self._words.opening.search(shown, floor, end)
        if match is None:
            return Opening(end, "")
        kind, between, unit = self._class(match["lead"])
        count = match["count"]
        number = 0 if count is None else int(count) if count.isdecimal() else self._words.counts[count]
        noun = match["noun"]
        return Opening(match.start("lead"), kind, number, between, noun is not None, unit, noun in self._words.against)

    def _class(self, lead: str) -> tuple[str, bool, bool]:
        """The class of lead words, and whether «antara» and a unit are among them; kept, for they return."""
        known = self._classes.get(lead)
        if known is None:
            words = lead.replace("-", " ").split()
            rank = max((self._words.leads.get(word, 0) for word in words), default=-1)
            between = not self._words.between.isdisjoint(words)
            known = ("" if rank < 0 else LEADS[rank], between, any(word in self._words.units for word in words))
            if len(self._classes) < KEPT:
                self._classes[lead] = known
        return known

    def _name(self, shown: str, floor: int, end: int) -> Match | None:
        """The name that makes the year at ``end`` of ``shown`` no period (a law, a plan); None where it is one."""
        return self._words.never.search(shown, max(floor - 1, end - NAME, 0), end)

    def _points(self, shown: str, match: Match, opening: Opening) -> tuple[list[Point], str, int]:
        """The points of a phrase, their join and where in ``shown`` the phrase ends."""
        points, join = [self._read.tail(shown, self._read.read(match), match.end())], ""
        while True:
            end = points[-1].end + 1
            follow = self._words.following.match(shown, end)
            if follow is None:
                return points, join, end
            point = self._read.read(follow)
            kind = "range" if follow["range"] or opening.between else "list"
            if not joins(points[-1], point, kind, join):
                return points, join, end
            points.append(self._read.tail(shown, point, follow.end()))
            join = kind

    def _mention(self, shown: str, match: Match, opening: Opening, points: list[Point], join: str) -> Mention | None:
        """The phrase as a mention; None where its words are no date after all."""
        first, last, start = points[0], points[-1], opening.start
        end = last.end + 1
        style = self._style(shown, start, end, first) if not opening.lead else "plain"
        if opening.number:
            # «28 bulan berjalan» is no month, «dua tahun lalu» is a year
            if first.kind == "part":
                points[0] = first = several(first, opening.number)
            elif first.kind not in ("relyear", "relmonth"):
                start = first.start + 1
            elif first.rel in ("past", "before", "after"):
                points[0] = first = first._replace(times=opening.number)
            else:
                return None
        if not join and not self._stands(shown, match, opening, first, style):
            if not self._labels(shown, first, start):
                return None
            style = "listed"
        if opening.lead == "written":
            style = "thing"
        if opening.against and style == "plain":
            style = "against"
        if first.kind in ("relyear", "relmonth") and not self._is_one(shown, start):
            return None
        future, over = first.rel in AHEAD or last.rel in AHEAD, False
        if not future and (last.rel in (None, "ending", "opening") or opening.lead == "before"):
            ahead = self._words.future.search(shown, max(0, start - NEAR), first.start + 1)
            future = ahead is not None and not self._begins_anew(ahead.group(), opening, first)
            open_year = not join and first.rel is None and first.year is None and first.kind in ("month", "day")
            over = open_year and self._words.month_over.match(shown, last.end + 1) is not None
            if open_year and first.weekday is None and opening.lead != "at":
                future = future or self._words.future_behind.match(shown, last.end + 1) is not None
        # «sejak diluncurkan pada 2014»
        begun = opening.lead == "in" and not join and self._words.begun.search(shown, max(0, start - NEAR), start)
        return Mention(
            start - 1, last.end, "since" if begun else opening.lead, tuple(points), join, style, future, over
        )

    @staticmethod
    def _begins_anew(words: str, opening: Opening, first: Point) -> bool:
        """Whether the words from «target» to a date end their clause: «dari target 900, hingga Juli baru 400»."""
        clause = words.rpartition(",")[0]
        counted = opening.lead == "at" and any(letter.isdigit() for letter in clause)
        return bool(clause) and (first.weekday is not None or counted)

    def _stands(self, shown: str, match: Match, opening: Opening, point: Point, style: str) -> bool:
        """Whether a phrase of one point is a date: bare years, months and 22/8 need something that says so."""
        if point.kind == "year":
            if opening.unit:
                return True
            if self._words.counted.match(shown, point.end + 1):
                return False
            said = opening.lead or opening.noun or point.rel or style in ("bracket", "row")
            return (
                bool(said)
                or ASIDE.match(shown, max(point.start - 1, 0)) is not None
                or self._words.after_year.match(shown, point.end + 1) is not None
            )
        if point.kind == "month" and point.year is None:
            if opening.lead or point.rel or point.year_rel or opening.noun:
                return True
            return len(match["month_name"]) > SHORT and self._words.after_month.match(shown, point.end + 1) is not None
        if point.kind == "day" and match["short_day"] is not None:
            slash = "/" in match["date"]
            return point.weekday is not None or (slash and style in ("bracket", "byline", "today"))
        if point.kind == "relpart":
            return point.rel in PORTIONS
        return point.kind != "lone" and not point.unsaid

    def _labels(self, shown: str, point: Point, start: int) -> bool:
        """Whether a bare month or year labels the figure behind it: «Januari 2.066 peserta, Februari 48.675»."""
        if point.year is not None and point.year < RECENT:
            return False
        if point.kind != "year" and (point.kind != "month" or point.year is not None):
            return False
        if self._words.labelling.match(shown, point.end + 1) is None:
            return False
        near = shown[max(0, start - NEAR) : start].rstrip()
        if point.kind == "year" and near.endswith((".", "\n", "\x00")):
            return True
        if near.endswith((",", ";", ":", "•", "-")) or self._words.listed.search(near + " ") is not None:
            return True
        # «klaim April Rp 12 miliar dan Mei Rp 13 miliar»
        long = point.kind == "month" and point.end - point.start > SHORT
        return long and self._words.labels_next.match(shown, point.end + 1) is not None

    def _is_one(self, shown: str, start: int) -> bool:
        """Whether a relative period is one: neither «tahun-tahun sebelumnya» nor «setiap akhir tahun»."""
        return shown[start - 1] != "-" and not shown[max(0, start - LINE) : start].rstrip().endswith(self._words.every)

    def _style(self, shown: str, start: int, end: int, point: Point) -> str:
        """How a date without lead words stands: in a bracket, as a byline, as the head of a list's row, or plain."""
        before = shown[start - 1]
        if before == "(" and shown[end : end + 1] == ")":
            if point.kind != "year" and point.year is not None and COUNTED.search(shown, max(0, start - NEAR), start):
                return "plain"
            return "today" if self._words.until_now.search(shown, max(0, start - LINE), start) else "bracket"
        if point.kind == "year" and ROW_HEAD.match(shown, end) and ROW.search(shown, max(0, start - NEAR), start):
            return "row"
        if point.kind != "day":
            return "plain"
        if shown[end - 1] != ")" and CLOCK.match(shown, end):
            return "byline"
        if before in "\n\x00" and ALONE.match(shown, end):
            return "byline"
        if point.weekday is None and shown[start - 2 : start] == ", " and DATELINE.match(shown, end):
            line = shown[max(0, start - LINE) : start]
            return "byline" if "\n" in line or "\x00" in line else "plain"
        return "plain"


def several(point: Point, number: int) -> Point:
    """The first or last months of a year, as many as are said: «lima bulan pertama 2021», «dua triwulan pertama»."""
    months = point.months * number
    if point.month is None or months > LAST or (point.month > 1 and point.month + point.months <= LAST):
        return point
    return point._replace(months=months, month=1 if point.month == 1 else LAST + 1 - months)


def _moved(mention: Mention, squeezed: Squeezed) -> Mention:
    """A mention of a squeezed text with the offsets of the text itself."""
    back = squeezed.back
    points = tuple(point._replace(start=back(point.start), end=back(point.end)) for point in mention.points)
    return mention._replace(start=back(mention.start), end=back(mention.end), points=points)


def folded(text: str) -> str:
    """``text`` in small letters with a line break in front and paragraph breaks as NUL, one character for one.

    No white space of a phrase crosses a NUL.

    >>> folded("Per Mei\\n\\n2021")
    '\\nper mei\\x00\\x002021'
    """
    small = text.lower()
    if len(small) != len(text):
        small = "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)
    return "\n" + small.replace("\n\n", "\x00\x00")
