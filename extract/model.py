"""The nouns of Angka: frozen, typed records that every stage reads or makes.

Offsets are half-open, in characters of the article's stored text, on every record.
"""

from __future__ import annotations

from datetime import date
from typing import Literal, NamedTuple

Form = Literal["money", "percent", "count"]
Qualifier = Literal["exact", "approx", "at_least", "at_most", "range"]
Status = Literal["actual", "target", "planned"]
Program = Literal["jkn", "jamkesda"]
Level = Literal["national", "province", "regency", "city", "district", "village", "branch", "other"]
RegionBasis = Literal["clause", "sentence", "paragraph", "topic", "speaker", "dateline"]
PeriodBasis = Literal["stated", "article_date", "unknown"]
DateBasis = Literal["published", "dateline", "text", "unknown"]


class Span(NamedTuple):
    """Half-open range of characters in the stored text."""

    start: int
    end: int


class Article(NamedTuple):
    """One article as it is read; ``text`` is the stored text that all offsets count in.

    Where the record gives a title of its own that the text does not begin with, the stored text is the title, a blank
    line, then the text. ``title_end`` is where that title ends, also where it was the text's own first line; without a
    title it is 0.
    """

    article_id: str
    text: str
    title_end: int = 0
    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    published: date | None = None
    source: str = ""


class Sentence(NamedTuple):
    """A sentence (or title, or list line): its span and the number of the paragraph it stands in."""

    start: int
    end: int
    paragraph: int


class Quantity(NamedTuple):
    """One number expression and what it is worth.

    ``span`` covers hedge, currency sign, digits or words, scale word and percent sign; ``core`` leaves the hedge out.
    ``value`` is absolute (58 ribu: 58000.0; 74,01 persen: 74.01; Rp 28,6 miliar: 28600000000.0). For a range it is the
    midpoint, ``low`` and ``high`` the ends. ``flags`` says what was uncertain in the reading.
    """

    span: Span
    core: Span
    value: float
    low: float | None
    high: float | None
    form: Form
    qualifier: Qualifier
    flags: tuple[str, ...] = ()


class Noise(NamedTuple):
    """A stretch of text whose numbers are no figures (a decree, a date, a phone number), and the rule that says so."""

    span: Span
    rule: str


class Period(NamedTuple):
    """A period as the text names it: first and last day, both inclusive.

    ``start`` and ``end`` are None where the words name no bounded period (an open «sejak Juni 2021», a year that is a
    decree's): such a mention claims its digits and yields nothing.
    """

    span: Span
    start: date | None
    end: date | None
    form: str


class ArticleDate(NamedTuple):
    """The article's own date and where it was read."""

    value: date | None
    basis: DateBasis


class Area(NamedTuple):
    """An official area. ``name`` is the full official name, ``code`` the Kemendagri code as text."""

    code: str
    name: str
    level: Level
    short: str
    province: str


class Region(NamedTuple):
    """The area that a figure is asserted for, and how that was found."""

    name: str
    level: Level
    code: str | None
    members: tuple[str, ...] = ()


class Speaker(NamedTuple):
    """Somebody quoted: the name and the office, either may be missing."""

    name: str | None
    role: str | None


class Fact(NamedTuple):
    """One row of the fact table; the fields are its columns, in order.

    ``confidence`` is the share of facts with such grounds whose indicator, unit and value are right, between 0 and 1.
    """

    fact_id: str
    article_id: str
    indicator: str
    unit: str
    value: float
    value_low: float | None
    value_high: float | None
    qualifier: Qualifier
    status: Status
    program: Program
    segment: str | None
    care_class: int | None
    facility_type: str | None
    per: str | None
    region_name: str | None
    region_code: str | None
    region_level: Level | None
    region_basis: RegionBasis | None
    region_members: tuple[str, ...] | None
    period_start: date | None
    period_end: date | None
    period_basis: PeriodBasis
    speaker_name: str | None
    speaker_role: str | None
    sentence: str
    surface: str
    char_start: int
    char_end: int
    in_title: bool
    mentions: int
    pattern_id: str
    confidence: float
    flags: tuple[str, ...]


class Evidence(NamedTuple):
    """One ground of a decision: what it is ``about``, what it ``says`` to the reader, the words that it rests on.

    ``about`` is a column of the table («region», «period», «segment»), or «cue», «rival», «veto», «nearest», «rule»,
    «confidence», «check». ``weight`` is what it is worth, where it is weighed.
    """

    about: str
    says: str
    words: Span | None = None
    pattern_id: str | None = None
    weight: float | None = None


class Decision(NamedTuple):
    """Why one number of the article was taken or not, for ``angka explain``.

    ``reason`` is «taken», «repeat» (of another mention's row), «headline» (of what the body says), «lesser_reading»
    (of a number that is better known to count something else), or why not: the id of a rule or pseudo-cue, or one of
    the pipeline's own reasons (``no_cue``, ``cue_too_far``, ``counts_something_else``, ``bare_word``, ``off_topic``,
    ``not_a_number``). ``detail`` says it in a sentence. ``facts`` are the rows that the number made (several, where it
    is said of each of several areas), or the row that stands for it where it is one of the first three.
    """

    span: Span
    surface: str
    sentence: Span
    taken: bool
    reason: str
    detail: str
    facts: tuple[Fact, ...] = ()
    evidence: tuple[Evidence, ...] = ()


class Extraction(NamedTuple):
    """What the pipeline read off one article."""

    article: Article
    on_topic: bool
    date: ArticleDate
    facts: tuple[Fact, ...]
    decisions: tuple[Decision, ...] = ()
