"""The step that every runner shares: a batch of articles in, batches of facts, articles and rejects out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

from extract.model import Article, Extraction
from extract.run.engine import Reader
from extract.sources import Record, Reject, content_hash
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

    Articles that do not match the topic pattern cost a regex search and become a row that says so; no Python object is
    made of their text. An article that the reader breaks down on, or whose facts do not fit the schema, becomes a
    reject, reason ``extraction_failed``.
    """
    on_topic = pc.match_substring_regex(batch.column("text"), reader.topic_pattern)
    places = pc.indices_nonzero(on_topic)
    wanted = batch.take(places)
    records = [Record._make(row) for row in zip(*(column.to_pylist() for column in wanted.columns), strict=True)]
    read: dict[int, tuple[Record, Extraction]] = {}
    rejects: list[Reject] = []
    failed: list[int] = []
    for place, record in zip(places.to_pylist(), records, strict=True):
        try:
            read[place] = record, reader.run(article_of(record))
            continue
        except Exception as why:  # whatever it is, the other articles go on, and this one is on record
            rejects.append(_failed(record, why))
            failed.append(place)
    try:
        return _outcome(batch, read, rejects, failed)
    except _MISFITS:  # some article's: find out whose
        for place, (record, extraction) in list(read.items()):
            if not _fits(batch.slice(place, 1), record, extraction, rejects):
                del read[place]
                failed.append(place)
        rejects.sort(key=lambda reject: reject.record or 0)
        return _outcome(batch, read, rejects, failed)


def _outcome(
    batch: pa.RecordBatch,
    read: Mapping[int, tuple[Record, Extraction]],
    rejects: Sequence[Reject],
    failed: Sequence[int] = (),
) -> Outcome:
    facts = [fact for _, extraction in read.values() for fact in extraction.facts]
    articles = _article_rows(batch, read)
    if failed:
        out = set(failed)
        articles = articles.take(pa.array([place for place in range(batch.num_rows) if place not in out]))
    return Outcome(fact_rows(facts), articles, as_batch(rejects, PLAIN_REJECTS))


def _fits(row: pa.RecordBatch, record: Record, extraction: Extraction, rejects: list[Reject]) -> bool:
    try:
        _outcome(row, {0: (record, extraction)}, ())
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


def _article_rows(batch: pa.RecordBatch, read: Mapping[int, tuple[Record, Extraction]]) -> pa.RecordBatch:
    """The rows of the articles table: from the columns of the batch, and what was read of those on the topic."""
    rows = batch.num_rows
    days = batch.column("published").to_pylist()
    bases = ["published" if day else "unknown" for day in days]
    hashes: list[str | None] = [None] * rows
    texts: list[str | None] = [None] * rows
    facts, on_topic = [0] * rows, [False] * rows
    for place, (record, extraction) in read.items():
        days[place], bases[place] = extraction.date
        hashes[place] = record.content_hash or content_hash(record.text)
        facts[place], on_topic[place] = len(extraction.facts), extraction.on_topic
        texts[place] = record.text if extraction.facts else None
    made: dict[str, Any] = {
        "article_date": days,
        "date_basis": bases,
        "content_hash": hashes,
        "characters": pc.utf8_length(batch.column("text")),
        "facts": facts,
        "on_topic": on_topic,
        "text": texts,
    }
    found = ((field, made[field.name] if field.name in made else batch.column(field.name)) for field in PLAIN_ARTICLES)
    columns = [pa.array(value, field.type) if isinstance(value, list) else value for field, value in found]
    return pa.RecordBatch.from_arrays(columns, schema=PLAIN_ARTICLES)
