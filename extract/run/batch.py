"""The step that every runner shares: a batch of articles in, batches of facts, articles and rejects out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

from extract.model import Extraction
from extract.run.engine import Reader
from extract.sources import Record, Reject, content_hash
from extract.sources.columns import character_counts
from extract.tables import ARTICLES_SCHEMA, REJECTS_SCHEMA, as_batch, plain
from extract.tables.rows import fact_rows

PLAIN_ARTICLES = plain(ARTICLES_SCHEMA)
PLAIN_REJECTS = plain(REJECTS_SCHEMA)

DETAIL = 500  # characters of an exception that are kept
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
            read[place] = record, reader.run(record.article())
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
        articles = articles.take(pa.array([place for place in range(batch.num_rows) if place not in out], pa.int64()))
    return Outcome(fact_rows(facts), articles, as_batch(rejects, PLAIN_REJECTS))


def _fits(row: pa.RecordBatch, record: Record, extraction: Extraction, rejects: list[Reject]) -> bool:
    try:
        _outcome(row, {0: (record, extraction)}, ())
    except _MISFITS as why:
        rejects.append(_failed(record, why))
        return False
    return True


def _failed(record: Record, why: Exception) -> Reject:
    detail = f"{type(why).__name__}: {why}"[:DETAIL]
    return Reject(record.source, record.record, "extraction_failed", detail.encode(errors="replace").decode())


def joined_up(parts: Sequence[Outcome]) -> Outcome:
    """The outcome of a batch from those of its parts, in their order."""
    if len(parts) == 1:
        return parts[0]
    return Outcome(*(pa.concat_batches(rows) for rows in zip(*parts, strict=True)))


def rejected(batch: pa.RecordBatch, reason: str, detail: str) -> Outcome:
    """All articles of the batch as rejects."""
    places = zip(batch.column("source").to_pylist(), batch.column("record").to_pylist(), strict=True)
    rejects = [Reject(source, record, reason, detail) for source, record in places]
    return Outcome(fact_rows(()), as_batch((), PLAIN_ARTICLES), as_batch(rejects, PLAIN_REJECTS))


def all_rejects(met: Sequence[Reject], failed: pa.RecordBatch) -> pa.RecordBatch:
    """The rejects met before a batch was read and those of its reading, in the order of the input."""
    both = pa.concat_batches([as_batch(met, PLAIN_REJECTS), failed])
    places = list(zip(both.column("source").to_pylist(), both.column("record").to_pylist(), strict=True))
    # A whole file that breaks off does so behind its records.
    order = sorted(range(both.num_rows), key=lambda row: (places[row][0], places[row][1] is None, places[row][1] or 0))
    return both.take(pa.array(order, pa.int64())) if order else both


def _article_rows(batch: pa.RecordBatch, read: Mapping[int, tuple[Record, Extraction]]) -> pa.RecordBatch:
    """The rows of the articles table: from the columns of the batch, and what was read of those on the topic."""
    days, texts = batch.column("published"), batch.column("text")
    made = {
        "article_date": days,
        "date_basis": pc.if_else(days.is_valid(), "published", "unknown"),
        "content_hash": pa.nulls(len(days), pa.string()),
        "characters": character_counts(texts),
        "facts": pa.repeat(pa.scalar(0, pa.int32()), len(days)),
        "on_topic": pa.repeat(False, len(days)),
        "text": pa.nulls(len(days), pa.string()),
    }
    if read:
        was_read = pc.is_in(pa.array(range(len(days))), pa.array(sorted(read)))
        for name, values in _what_was_read(read).items():
            made[name] = pc.replace_with_mask(made[name], was_read, pa.array(values, made[name].type))
    columns = [made[name] if name in made else batch.column(name) for name in PLAIN_ARTICLES.names]
    return pa.RecordBatch.from_arrays(columns, schema=PLAIN_ARTICLES)


def _what_was_read(read: Mapping[int, tuple[Record, Extraction]]) -> dict[str, list[Any]]:
    """The values of the columns that reading an article fills, in the order of the batch."""
    found = [read[place] for place in sorted(read)]
    return {
        "article_date": [extraction.date.value for _, extraction in found],
        "date_basis": [extraction.date.basis for _, extraction in found],
        "content_hash": [record.content_hash or content_hash(record.text) for record, _ in found],
        "facts": [len(extraction.facts) for _, extraction in found],
        "on_topic": [extraction.on_topic for _, extraction in found],
        "text": [record.text if extraction.facts else None for record, extraction in found],
    }
