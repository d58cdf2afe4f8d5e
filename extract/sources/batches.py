"""Articles in Arrow record batches of a bounded size, with the rejects that were met on the way."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import pyarrow as pa

from extract.sources.paths import Inputs
from extract.sources.readers import Raw, read_raw
from extract.sources.records import MAX_CHARACTERS, Record, Reject, Unreadable, normalise

ROWS = 256
CHARACTERS = 2_000_000

ARTICLE_BATCH = pa.schema(
    [
        ("article_id", pa.string()),
        ("source", pa.string()),
        ("record", pa.int64()),
        ("title", pa.string()),
        ("title_end", pa.int32()),
        ("outlet", pa.string()),
        ("url", pa.string()),
        ("published", pa.date32()),
        ("content_hash", pa.string()),
        ("text", pa.string()),
    ]
)
"""The fields of ``Record``, in order: what an article is while it travels between processes."""


class Batch(NamedTuple):
    """Some articles (schema ``ARTICLE_BATCH``), the rejects met since the batch before, the input bytes read so far."""

    articles: pa.RecordBatch
    rejects: tuple[Reject, ...]
    position: int


def read_batches(inputs: Inputs, *, limit: int = MAX_CHARACTERS) -> Iterator[Batch]:
    """All articles of the input files in their order. What is in a batch depends on the input alone."""
    return in_batches(_raws(inputs, limit), limit=limit)


def in_batches(raws: Iterable[tuple[str, Raw]], *, limit: int = MAX_CHARACTERS) -> Iterator[Batch]:
    """Raw records, each with its source, as batches of at most ``ROWS`` articles or about ``CHARACTERS`` characters.

    The first article of an id wins; later ones are rejects, reason ``duplicate_id``.
    """
    seen: set[bytes] = set()
    records: list[Record] = []
    rejects: list[Reject] = []
    characters = position = 0
    for source, raw in raws:
        position = raw.position
        record, reject = _read(source, raw, limit)
        if reject:
            rejects.append(reject)
        if record and (twin := _twin(record, seen)):
            rejects.append(twin)
        elif record:
            records.append(record)
            characters += len(record.text)
        if len(records) >= ROWS or characters >= CHARACTERS or len(rejects) >= ROWS:
            yield Batch(_columns(records), tuple(rejects), position)
            records, rejects, characters = [], [], 0
    if records or rejects:
        yield Batch(_columns(records), tuple(rejects), position)


def _raws(inputs: Inputs, limit: int) -> Iterator[tuple[str, Raw]]:
    before = 0
    for path in inputs.files:
        source, position = path.as_posix(), 0
        for raw in read_raw(path, limit=limit):
            position = raw.position
            yield source, raw._replace(position=before + position)
        before += position


def _read(source: str, raw: Raw, limit: int) -> tuple[Record | None, Reject | None]:
    if isinstance(raw.value, Unreadable):
        return None, Reject(source, raw.record, raw.value.reason, raw.value.detail)
    return normalise(raw.value, source=source, record=raw.record or 0, limit=limit)


def _twin(record: Record, seen: set[bytes]) -> Reject | None:
    # Sixteen bytes an article stay in memory for the whole run, whatever the length of its id.
    key = hashlib.blake2b(record.article_id.encode(), digest_size=16).digest()
    if key in seen:
        detail = f"the first article of this id was kept: {record.article_id}"
        return Reject(record.source, record.record, "duplicate_id", detail)
    seen.add(key)
    return None


def _columns(records: list[Record]) -> pa.RecordBatch:
    columns = list(zip(*records, strict=True)) or [()] * len(ARTICLE_BATCH)
    arrays = [pa.array(column, field.type) for column, field in zip(columns, ARTICLE_BATCH, strict=True)]
    return pa.RecordBatch.from_arrays(arrays, schema=ARTICLE_BATCH)
