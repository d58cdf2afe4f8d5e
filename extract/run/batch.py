"""The step that every runner shares: a batch of articles in, batches of facts, articles and rejects out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

from extract.model import Article, Extraction
from extract.run.engine import Reader
from extract.sources import Record, Reject
from extract.tables import ARTICLES_SCHEMA, REJECTS_SCHEMA, as_batch, plain
from extract.tables.rows import fact_rows

PLAIN_ARTICLES = plain(ARTICLES_SCHEMA)
PLAIN_REJECTS = plain(REJECTS_SCHEMA)

_DETAIL = 500  # characters of an exception that are kept
_MISFITS = (ValueError, TypeError, OverflowError)
"""What Arrow raises for a value that does not fit its column."""


class Outcome(NamedTuple):
    """What came of a batch, in plain columns (text where the files have dictionaries), in the batch's order."""

    facts: pa.RecordBatch
    articles: pa.RecordBatch
    rejects: pa.RecordBatch


def extract_batch(batch: pa.RecordBatch, reader: Reader) -> Outcome:
    """Read the articles of one batch (schema ``sources.ARTICLE_BATCH``).

    Articles that do not match the topic pattern cost a regex search and become a row that says so. An article that the
    reader breaks down on, or whose facts do not fit the schema, becomes a reject, reason ``extraction_failed``.
    """
    on_topic = pc.match_substring_regex(batch.column("text"), reader.topic_pattern).to_pylist()
    records = [Record._make(row) for row in zip(*(column.to_pylist() for column in batch.columns), strict=True)]
    read: list[tuple[Record, Extraction | None]] = []
    rejects: list[Reject] = []
    for record, wanted in zip(records, on_topic, strict=True):
        try:
            read.append((record, reader.run(article_of(record)) if wanted else None))
        except Exception as why:  # whatever it is, the other articles go on, and this one is on record
            rejects.append(_failed(record, why))
    try:
        return _outcome(read, rejects)
    except _MISFITS:  # some article's: find out whose
        fitting = [(record, extraction) for record, extraction in read if _fits(record, extraction, rejects)]
        place = {(record.source, record.record): number for number, record in enumerate(records)}
        rejects.sort(key=lambda reject: place[reject.source, reject.record or 0])
        return _outcome(fitting, rejects)


def _outcome(read: Sequence[tuple[Record, Extraction | None]], rejects: Sequence[Reject]) -> Outcome:
    facts = [fact for _, extraction in read if extraction for fact in extraction.facts]
    articles = [_article_row(record, extraction) for record, extraction in read]
    return Outcome(fact_rows(facts), as_batch(articles, PLAIN_ARTICLES), as_batch(rejects, PLAIN_REJECTS))


def _fits(record: Record, extraction: Extraction | None, rejects: list[Reject]) -> bool:
    try:
        _outcome([(record, extraction)], ())
    except _MISFITS as why:
        rejects.append(_failed(record, why))
        return False
    return True


def _failed(record: Record, why: Exception) -> Reject:
    detail = f"{type(why).__name__}: {why}"[:_DETAIL]
    return Reject(record.source, record.record, "extraction_failed", detail.encode(errors="replace").decode())


def rejected(batch: pa.RecordBatch, reason: str, detail: str) -> Outcome:
    """All articles of the batch as rejects."""
    places = zip(batch.column("source").to_pylist(), batch.column("record").to_pylist(), strict=True)
    rejects = [Reject(source, record, reason, detail) for source, record in places]
    return Outcome(fact_rows(()), as_batch((), PLAIN_ARTICLES), as_batch(rejects, PLAIN_REJECTS))


def article_of(record: Record) -> Article:
    """The article as the linguistic core takes it."""
    return Article(
        article_id=record.article_id,
        text=record.text,
        title_end=record.title_end,
        title=record.title,
        url=record.url,
        outlet=record.outlet,
        published=record.published,
        source=record.source,
    )


def _article_row(record: Record, read: Extraction | None) -> tuple[Any, ...]:
    """A row of the articles table; ``read`` is None for an article that the topic pattern ruled out."""
    if read is None:
        day, basis, facts, on_topic = record.published, "published" if record.published else "unknown", 0, False
    else:
        day, basis, facts, on_topic = read.date.value, read.date.basis, len(read.facts), read.on_topic
    return (
        record.article_id,
        record.source,
        record.title,
        record.outlet,
        record.url,
        record.published,
        day,
        basis,
        record.content_hash,
        len(record.text),
        facts,
        on_topic,
        record.text if facts else None,
    )
