"""One raw record (a mapping, whatever file it came from) to one article, or to the reason why not."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from numbers import Integral
from typing import NamedTuple

from extract.model import Article
from extract.sources.days import is_null, kind_of, read_day
from extract.sources.markup import is_markup

MAX_CHARACTERS = 2_000_000
"""The longest text that is read, unless the caller says otherwise: two megabytes of plain letters."""

_LINE_ENDS = re.compile(r"[^\S\r\n]{0,8}(?:[\r\n]|\Z)")


class Reject(NamedTuple):
    """What was not read, where it stood (``record`` counts lines or rows from 1; None for a whole file), and why."""

    source: str
    record: int | None
    reason: str
    detail: str


class Record(NamedTuple):
    """An article as the batches carry it; ``text`` is the stored text that all offsets count in.

    ``content_hash`` is there where the id was made from it; the others are made when they are needed.
    """

    article_id: str
    source: str
    record: int
    title: str | None
    title_end: int
    outlet: str | None
    url: str | None
    published: date | None
    content_hash: str | None
    text: str

    def article(self) -> Article:
        """The article as the linguistic core takes it."""
        return Article(
            article_id=self.article_id,
            text=self.text,
            title_end=self.title_end,
            title=self.title,
            url=self.url,
            outlet=self.outlet,
            published=self.published,
            source=self.source,
        )


class Unreadable(Exception):  # noqa: N818 - it never leaves this room: it is the reject in the making
    """The record cannot become an article; ``reason`` is the reject's."""

    def __init__(self, reason: str, detail: str) -> None:
        self.reason = reason
        self.detail = detail
        super().__init__(detail)


def normalise(
    raw: object, *, source: str, record: int, limit: int = MAX_CHARACTERS
) -> tuple[Record | None, Reject | None]:
    """The article of one raw record, and what is wrong with it.

    Both come back where only ``published`` could not be read (reason ``bad_published``): the article is kept without.
    Other reasons, without an article: ``no_text``, ``wrong_type``, ``too_large`` (over ``limit`` characters),
    ``markup`` (a page of HTML), ``undecodable`` (half a surrogate pair, which no UTF-8 file can hold).
    """
    try:
        if not isinstance(raw, Mapping):
            raise Unreadable("wrong_type", f"a record is an object of fields, this is {kind_of(raw)}")
        made = _article(raw, source, record, limit)
    except Unreadable as why:
        return None, Reject(source, record, why.reason, why.detail)
    try:
        return made._replace(published=read_day(raw.get("published"))), None
    except ValueError as why:
        return made, Reject(source, record, "bad_published", f"read without its date: {why}")


def _article(raw: Mapping[str, object], source: str, record: int, limit: int) -> Record:
    text = _text(raw.get("text"), "text")
    if text is None:
        raise Unreadable("no_text", "the field text is blank" if raw.get("text") is not None else "no field text")
    if is_markup(text):
        raise Unreadable("markup", "the text is HTML or the like: take the tags out and decode what stands for signs")
    title = _text_or_number(raw.get("title"), "title")
    title = title.strip() if title else None
    text, title_end = with_title(text, title)
    if len(text) > limit:
        raise Unreadable("too_large", f"{len(text)} characters, more than {limit}")
    outlet, url = (_text_or_number(raw.get(name), name) for name in ("outlet", "url"))
    article_id, digest = _text_or_number(raw.get("id"), "id"), None
    if article_id is None:
        digest = content_hash(text)
        article_id = made_id(digest)
    return Record(article_id, source, record, title, title_end, outlet, url, None, digest, text)


def with_title(text: str, title: str | None) -> tuple[str, int]:
    r"""The stored text, and where the title ends that it begins with, put before it or its own first line.

    The same stored text and title have the same end, whichever of the two it was. It is 0 where there is no title, and
    where the text begins with its words but goes on in the same line.

    >>> with_title("Batang - Cakupan naik.", "Cakupan UHC Batang naik")
    ('Cakupan UHC Batang naik\n\nBatang - Cakupan naik.', 23)
    >>> with_title("CAKUPAN NAIK\nBatang - Kini 97 persen.", "Cakupan naik")
    ('CAKUPAN NAIK\nBatang - Kini 97 persen.', 12)
    >>> with_title("Cakupan naik di Batang.", "Cakupan naik")
    ('Cakupan naik di Batang.', 0)
    """
    if not title:
        return text, 0
    start = len(text) - len(text.lstrip())
    end = start + len(title)
    if text[start:end].casefold() != title.casefold():
        return f"{title}\n\n{text}", len(title)
    return text, end if _LINE_ENDS.match(text, end) else 0


def content_hash(text: str) -> str:
    """SHA-256 of the text in Unicode form NFC with every run of white space as one space: the same on every machine."""
    plain = " ".join(unicodedata.normalize("NFC", text).split())
    return hashlib.sha256(plain.encode()).hexdigest()


def made_id(digest: str) -> str:
    """The id of an article that comes without one, made of its content hash."""
    return f"sha256:{digest[:32]}"


def _text(value: object, field: str) -> str | None:
    """The field as text; None where it is absent, null or blank. Unreadable where it is something else."""
    if is_null(value):
        return None
    if not isinstance(value, str):
        raise Unreadable("wrong_type", f"the field {field} is {kind_of(value)}, not text")
    if not value or value.isspace():
        return None
    try:
        value.encode()
    except UnicodeEncodeError:
        raise Unreadable("undecodable", f"the field {field} holds half a surrogate pair") from None
    return value


def _text_or_number(value: object, field: str) -> str | None:
    """The field as text, verbatim; whole numbers as their decimal text (frames with gaps hold them as floats)."""
    if isinstance(value, Integral) and not isinstance(value, bool):
        return str(int(value))
    if (isinstance(value, float) or (isinstance(value, Decimal) and value.is_finite())) and value % 1 == 0:
        return str(int(value))
    return _text(value, field)
