"""An article's own date, where nothing but its text gives it.

Press reports date themselves twice: in a byline or dateline («Rabu, 17 Mei 2023 21:59 WIB», «Sukamaju, 24 April 2025 -»
before the text) and in what people say («ujar Sari, Selasa (22/8)»). A page that was archived years later may carry the
archive's date at its top, so the quotes win where the two are far apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from extract.model import ArticleDate
from extract.values.dates import day_bounds, falls_on, weekday_year
from extract.values.period_mentions import Mention
from extract.values.period_points import Point

# A byline in the first characters of a page is its dateline; farther down it is a line of the text.
TOP = 300
# What a page shows before its text: its own date, the date of the article, when that was changed.
HEADER = 600
# How long before its byline an article quotes people.
SAID = timedelta(days=7)
# How far a byline may be from the quotes, and from the latest figures' date, before it is an archive's.
APART = timedelta(days=60)
STALE = timedelta(days=730)
UNKNOWN = ArticleDate(None, "unknown")


def date_of(mentions: Sequence[Mention]) -> ArticleDate:
    """The date that the mentions of one text give it, ``dateline`` or ``text``; unknown where nothing says it."""
    byline = first_byline(mentions)
    shown = dated(byline.points[0]) if byline is not None else None
    quote = quoted_date(mentions, shown)
    if shown is not None and byline is not None and (quote is None or abs(shown - quote) <= APART):
        if quote is None and archived(mentions, shown):
            return UNKNOWN
        return ArticleDate(shown, "dateline" if byline.start < TOP else "text")
    return UNKNOWN if quote is None else ArticleDate(quote, "text")


def first_byline(mentions: Sequence[Mention]) -> Mention | None:
    """The byline of a text; of several at its top the earliest: others say when the page was read or changed."""
    found = [(day, item) for item in mentions if item.style == "byline" and (day := dated(item.points[0])) is not None]
    if not found:
        return None
    top = [(day, item) for day, item in found if item.start < HEADER] or found[:1]
    return min(top, key=lambda pair: pair[0])[1]


def quoted_date(mentions: Sequence[Mention], byline: date | None) -> date | None:
    """The latest day on which somebody in the text is quoted; days to come and days counted from are none."""
    quotes = [item for item in mentions if spoken(item)]
    full = [found for item in quotes if (found := dated(item.points[0])) is not None]
    years = named_years(mentions) or {found.year for found in full}
    if not years and byline is not None:
        years = {byline.year}
    floor = decree_floor(mentions)
    points = (item.points[0] for item in quotes if item.points[0].year is None)
    brief = {(point.day, point.month, point.weekday): point for point in points}.values()
    short = (beside(point, byline) or short_date(point, years, floor, mentions) for point in brief)
    return max([*full, *(found for found in short if found is not None)], default=None)


def spoken(item: Mention) -> bool:
    """Whether a mention is a day that dates a quote: one with its weekday, or in brackets with its year."""
    point = item.points[0]
    if item.join or point.kind != "day" or item.future or item.lead not in ("", "in"):
        return False
    if item.style == "byline":
        return point.year is None and point.weekday is None
    return point.weekday is not None or (item.style == "bracket" and point.year is not None)


def beside(point: Point, byline: date | None) -> date | None:
    """A day without a year in the year of the byline, where it was said within the days before."""
    said = None if byline is None else _day(byline.year, point)
    return said if said is not None and byline is not None and abs(byline - said) <= SAID else None


def short_date(point: Point, years: set[int], floor: int | None, mentions: Sequence[Mention]) -> date | None:
    """A day without a year in the year that its weekday and the other years of the text give it."""
    if point.day is None or point.month is None:
        return None
    if point.weekday is None:
        return _day(next(iter(years)), point) if len(years) == 1 else None
    counted = [year for year in position_years(mentions) if falls_on(year, point.month, point.day, point.weekday)]
    fit = max(counted, default=None) or weekday_year(point.day, point.month, point.weekday, years, floor=floor)
    told = figures_year(mentions, point.month)
    if told is not None and (fit is None or fit < told) and slipped(point, told):
        fit = told
    return None if fit is None else _day(not_before(fit, point.month, mentions), point)


def position_years(mentions: Iterable[Mention]) -> set[int]:
    """The years of the days and months up to which a text counts: «per 31 Juli 2019»."""
    items = (item for item in mentions if item.style == "plain" and item.lead == "at" and not item.future)
    return {p.year for item in items for p in item.points if p.year is not None and p.month is not None}


def figures_year(mentions: Iterable[Mention], month: int) -> int | None:
    """The one year that all figures of a text are dated in, two of them or more, one of a month up to ``month``."""
    items = [item for item in mentions if item.style == "plain" and not item.future]
    points = [point for item in items for point in item.points if point.year is not None]
    past = any(point.month is not None and point.month <= month for point in points)
    years = {point.year for point in points}
    return points[0].year if past and len(points) > 1 and len(years) == 1 else None


def not_before(fit: int, month: int, mentions: Iterable[Mention]) -> int:
    """The year of a day in ``month`` that ``fit`` is by its weekday: a later one where the text tells of a later time.

    A month that is over («Desember 2025 lalu») was over then; any other may have been to come, but not for years.
    """
    items = [item for item in mentions if item.style == "plain" and item.lead in ("", "in", "at") and not item.future]
    points = [item.points[-1] for item in items if item.points[-1].kind in ("day", "month")]
    told = [(p.year, p.month) for p in points if p.year and p.month and fit < p.year - (p.rel != "past")]
    latest = max(told, default=None)
    return fit if latest is None else latest[0] + (month < latest[1])


def slipped(point: Point, year: int) -> bool:
    """Whether a day was one weekday off in that year: «Minggu (16/6)» where the 16th was a Monday."""
    if point.day is None or point.month is None or point.weekday is None:
        return False
    near = (point.weekday + 1) % 7, (point.weekday - 1) % 7
    return any(falls_on(year, point.month, point.day, weekday) for weekday in near)


def named_years(mentions: Iterable[Mention]) -> set[int]:
    """The years that a text names as periods: no laws, plans or copyrights, and no bylines."""
    plain = (item for item in mentions if item.style not in ("law", "thing", "byline"))
    return {point.year for item in plain for point in item.points if point.year is not None and not spoken(item)}


def present_year(mentions: Iterable[Mention]) -> int | None:
    """The year of an article without a date: the one it calls this year, else of the last day or month, or the last."""
    named: set[int] = set()
    years: set[int] = set()
    for item in mentions:
        if item.style in ("law", "thing", "byline") or item.future or item.lead == "from":
            continue
        if not item.join and item.points[0].year is not None and item.points[0].rel == "now":
            return item.points[0].year
        named |= {point.year for point in item.points if point.year is not None and point.month is not None}
        years |= {point.year for point in item.points if point.year is not None and item.style == "plain"}
    return max(named or years, default=None)


def decree_floor(mentions: Iterable[Mention]) -> int | None:
    """The latest year of a law that the text cites: it was written in that year or later."""
    return max((item.points[0].year or 0 for item in mentions if item.style == "law"), default=None)


def archived(mentions: Iterable[Mention], byline: date) -> bool:
    """Whether the byline is years later than all that the text dates its figures by, and so an archive's."""
    points = [item.points[-1] for item in mentions if item.style == "plain" and item.lead == "at"]
    known = {point.year for point in points if point.year is not None and point.month is not None}
    return bool(known) and all(date(year, 12, 31) + STALE < byline for year in known)


def dated(point: Point) -> date | None:
    """The day of a point that names day, month and year; None for any other or for a day that does not exist."""
    return None if point.year is None else _day(point.year, point)


def _day(year: int, point: Point) -> date | None:
    if point.month is None or point.day is None:
        return None
    bounds = day_bounds(year, point.month, point.day)
    return None if bounds is None else bounds[0]
