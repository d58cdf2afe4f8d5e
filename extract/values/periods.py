"""Dates and periods in a text, and what they mean in an article of a given date."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from extract.model import ArticleDate, Period, Span
from extract.values.article_date import date_of, present_year
from extract.values.dates import (
    Bounds,
    Lean,
    day_bounds,
    month_bounds,
    month_of,
    nearest_weekday,
    unbroken,
    year_bounds,
    year_for,
)
from extract.values.period_mentions import Mention, MentionScanner
from extract.values.period_points import Point
from extract.values.period_words import period_words

# Farther off than this a month that «ini» is said of is the one of the article's year.
NEAR_NOW = timedelta(days=92)
# The months in which «akhir tahun» may be that of the year before.
BEGUN = 3
# After this month what is to come at the beginning of the year comes in the next.
ENDING = 9
SHIFTS = {"now": 0, "past": -1, "future": 1, "later": 0, "before": -1, "after": 1, "same": 0, "ending": 0, "opening": 0}
# Words that count from the year or month that the text named last.
NAMED = ("before", "after", "same")


class PeriodGrammar:
    """Reads the periods of a text.

    The forms of the periods it finds:

    =============  ===================================================  ==================
    form           words                                                start and end
    =============  ===================================================  ==================
    ``day``        per 31 Maret 2023; 1 Oktober                         that day
    ``utterance``  Selasa (22/8); (27/1/2026); a byline                 that day
    ``month``      sampai Mei 2020; akhir Mei 2020; Februari lalu       the month
    ``year``       tahun 2018; akhir 2016; tahun lalu                   the year
    ``part``       semester I 2019; triwulan II-2025                    half, third, quarter
    ``span``       selama Januari hingga Mei 2021; 2016-2018            first to last day
    ``against``    dibanding 2016: only of what stands beside it        the year
    ``from``       mulai Juli 2020: a change dated from then            of the words alone
    ``open``       sejak Juni 2021                                      None
    ``none``       Perpres Nomor 12 Tahun 2031; RPJMN 2031-2035         None
    ``relative``   any of these without a year, with no date to         None
                   read it by
    =============  ===================================================  ==================
    """

    def __init__(self, scanner: MentionScanner) -> None:
        self._scanner = scanner

    @classmethod
    def from_table(cls, table: Mapping[str, Any], *, where: str) -> PeriodGrammar:
        """The grammar of a periods table (patterns/lexicon/periods.toml); PatternError names what is wrong in it."""
        return cls(MentionScanner(period_words(table, where)))

    def find(self, text: str, reference: date | None) -> list[Period]:
        """The periods of ``text`` in order, never overlapping; ``reference`` is the article's own date.

        Spans run from the lead word («per», «hingga akhir») to the last word («lalu», «mendatang»).
        """
        return self.resolve(self.scan(text), reference)

    def article_date(self, text: str, published: date | None) -> ArticleDate:
        """The article's own date: the one published with it, else the one that its byline or its quotes say."""
        return self.date_of(() if published is not None else self.scan(text), published)

    def scan(self, text: str) -> list[Mention]:
        """What ``date_of`` and ``resolve`` read from: the dates and periods of ``text`` as it writes them."""
        return list(self._scanner.scan(text))

    @staticmethod
    def date_of(mentions: Sequence[Mention], published: date | None) -> ArticleDate:
        """As ``article_date``, of a text that is scanned already."""
        return date_of(mentions) if published is None else ArticleDate(published, "published")

    @staticmethod
    def resolve(mentions: Iterable[Mention], reference: date | None) -> list[Period]:
        """As ``find``, of a text that is scanned already."""
        mentions = list(mentions)
        reader = _Reader(reference, None if reference is not None else present_year(mentions))
        return [period for mention in mentions for period in reader.read(mention)]


class _Reader:
    """Reads the mentions of one text in order; remembers the year, month, part and dates to come that it named last."""

    def __init__(self, reference: date | None, present: int | None) -> None:
        self._reference = reference
        self._present = present
        self._year: int | None = None
        self._month: tuple[int, int] | None = None
        self._part: date | None = None
        self._ahead: dict[int, int] = {}

    def read(self, mention: Mention) -> list[Period]:
        """One period, or one for each of a list that is no unbroken span."""
        span = Span(mention.start, mention.end)
        if mention.style in ("law", "thing"):
            return [Period(span, None, None, "none")]
        if mention.join:
            return self._joined(mention, span)
        point = mention.points[0]
        found = self._bounds(point, mention)
        if found is not None and form_of(mention, point) not in ("utterance", "against"):
            self._remember(point, found)
        if mention.lead == "before" and not mention.future:
            return [Period(span, None, None, "open")]
        if mention.lead == "since":
            return [Period(span, found[0] if found else None, None, "open")]
        if found is None:
            return [Period(span, None, None, self._lacking(mention))]
        return [Period(span, found[0], found[1], form_of(mention, point))]

    def _joined(self, mention: Mention, span: Span) -> list[Period]:
        """A span, or the periods of a list."""
        points, bounds = self._chain(mention)
        known = [found for found in bounds if found is not None]
        for point, found in zip(points, bounds, strict=True):
            if found is not None:
                self._remember(point, found)
        if mention.lead in ("since", "before") and mention.join != "range":
            return [Period(span, None, None, "open")]
        if len(known) < len(points):
            return [Period(span, None, None, self._lacking(mention))]
        if mention.join == "range" or (points[-1].kind == "month" and unbroken(known)):
            start, end = known[0][0], known[-1][1]
            return [Period(span, start, end, "span") if start <= end else Period(span, None, None, "none")]
        starts = [mention.start, *(point.start for point in points[1:])]
        return [
            Period(Span(start, point.end), found[0], found[1], form_of(mention, point))
            for start, point, found in zip(starts, points, known, strict=True)
        ]

    def _lacking(self, mention: Mention) -> str:
        """The form of a period without bounds: for want of an article date, or for a day that no calendar has."""
        return "relative" if self._reference is None and any(point.year is None for point in mention.points) else "none"

    def _chain(self, mention: Mention) -> tuple[tuple[Point, ...], list[Bounds | None]]:
        """The points of a mention with their bounds; a month without a year comes after the one before it."""
        points = shared_years(mention.points)
        bounds: list[Bounds | None] = []
        for point, left in zip(points, (None, *points), strict=False):
            before = bounds[-1] if bounds else None
            follows = before is not None and left is not None and left.kind in ("day", "month")
            if follows and before is not None and point.month and point.year is None and point.year_rel is None:
                point = point._replace(year=before[0].year + (point.month < before[0].month))
            bounds.append(self._bounds(point, mention))
        return points, bounds

    def _remember(self, point: Point, found: Bounds) -> None:
        if point.month is not None and self._reference is not None and found[0] > self._reference:
            self._ahead.setdefault(point.month, found[0].year)
        told = point.kind != "relyear" or (self._reference is not None and point.rel != "future") or point.rel in NAMED
        if point.kind != "today" and told:
            self._year = found[0].year
            if point.kind in ("part", "relpart"):
                self._part = found[0]
            if point.kind in ("day", "month", "relmonth"):
                self._month = (found[0].year, found[0].month)

    def _bounds(self, point: Point, mention: Mention) -> Bounds | None:
        """First and last day of one point; None where the calendar or a missing article date leaves it open."""
        if point.kind == "today":
            return None if self._reference is None else (self._reference, self._reference)
        if point.kind == "relyear":
            shifted = self._shifted_year(point.rel, point.times)
            if shifted and point.rel == "ending" and self._year == shifted - 1 and self._begun() and not mention.future:
                shifted -= 1
            if shifted and point.rel == "opening" and mention.future and self._ends():
                shifted += 1
            return None if shifted is None else year_bounds(shifted)
        if point.kind == "relmonth":
            return self._relative_month(point, future=mention.future)
        if point.kind == "relpart":
            return self._relative_part(point)
        year = point.year if point.year is not None else self._guessed_year(point, mention)
        if year is None:
            return None
        if point.kind == "year" or point.month is None:
            return year_bounds(year)
        if point.day is None:
            return month_bounds(year, point.month, point.months)
        return day_bounds(year, point.month, point.day)

    def _shifted_year(self, rel: str | None, times: int) -> int | None:
        named = self._year if rel in NAMED else None
        if named is None and self._reference is None:
            # without a date of its own an article is of the year it names
            now = rel in ("now", "ending", "opening")
            named = self._year or self._present if now else self._present or self._year
        base = named if named is not None else self._reference.year if self._reference is not None else None
        return None if base is None else base + SHIFTS[rel or "now"] * times

    def _begun(self) -> bool:
        """Whether the article's year has only begun: the end of the year is that of the last one, if it was named."""
        return self._reference is not None and self._reference.month <= BEGUN

    def _ends(self) -> bool:
        """Whether the article's year is about to end: «akan naik awal tahun» is said of the next."""
        return self._reference is not None and self._reference.month > ENDING

    def _relative_month(self, point: Point, *, future: bool) -> Bounds | None:
        named = self._month if point.rel in NAMED else None
        if named is None and self._reference is not None:
            named = (self._reference.year, self._reference.month)
        if named is None:
            return None
        found = month_bounds(named[0], named[1] + SHIFTS[point.rel or "now"] * point.times)
        if found and point.rel == "after" and self._reference and not future and found[0] > self._reference:
            return month_of(self._reference)  # «enam bulan kemudian», to the day
        return found

    def _relative_part(self, point: Point) -> Bounds | None:
        """The half or quarter that runs, or the one before or after it."""
        named = self._part if point.rel in NAMED else self._reference
        if named is None:
            return None
        number = (named.month - 1) // point.months + SHIFTS[point.rel or "now"]
        return month_bounds(named.year, number * point.months + 1, point.months)

    def _guessed_year(self, point: Point, mention: Mention) -> int | None:
        """The year of a day, month or part that is written without one."""
        if point.year_rel is not None:
            return self._shifted_year(point.year_rel, 1)
        if self._reference is None or point.month is None:
            # an article without a date names its year somewhere before
            return self._year if point.month is not None and point.rel is None and point.weekday is None else None
        if mention.style == "listed" and self._month is not None:
            turned = self._month[0] + (point.month < self._month[1])
            return turned if date(turned, point.month, 1) <= self._reference else self._month[0]
        if point.weekday is not None and point.day is not None:
            return nearest_weekday(point.day, point.month, point.weekday, self._reference)
        if point.rel in (None, "now") and not (mention.future or mention.over) and point.month in self._ahead:
            return self._ahead[point.month]
        if mention.future or point.rel == "future":
            lean: Lean = "future"
        elif point.rel == "past":
            lean = "before"
        else:
            lean = "near" if mention.lead == "from" or point.rel == "now" else "past"
        year = year_for(point.month, point.day, self._reference, lean)
        if point.rel == "now" and year and abs(date(year, point.month, 1) - self._reference) > NEAR_NOW:
            year = self._reference.year  # «Januari-Juni ini»
        if lean == "future" and year is not None:
            self._ahead[point.month] = year
        return year


def shared_years(points: tuple[Point, ...]) -> tuple[Point, ...]:
    """The points of a phrase, those without a year or month given that of the next.

    «November hingga Januari 2021» begins in 2020.
    """
    if len(points) == 1:
        return points
    shared = [points[-1]]
    for point in reversed(points[:-1]):
        right = shared[0]
        if point.kind == "lone":
            point = point._replace(kind="day", month=right.month)
        if point.month is not None and right.month is not None and point.year is None and point.year_rel is None:
            turned = (point.month, point.day or 0) > (right.month, right.day or 31)
            if right.year is not None:
                point = point._replace(year=right.year - turned)
            else:
                point = point._replace(rel=point.rel or right.rel, year_rel=None if turned else right.year_rel)
        shared.insert(0, point)
    return tuple(shared)


def form_of(mention: Mention, point: Point) -> str:
    """The form of a period of one point."""
    if mention.lead == "from":
        return "from"
    if mention.style == "against":
        return "against"
    if point.kind == "day":
        spoken = (point.weekday is not None and mention.lead in ("", "in")) or mention.style == "bracket"
        return "utterance" if spoken or mention.style == "byline" else "day"
    return {"relyear": "year", "relmonth": "month", "relpart": "part"}.get(point.kind, point.kind)
