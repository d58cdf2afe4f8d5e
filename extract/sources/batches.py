"""Articles in Arrow record batches of a bounded size, with the rejects that were met on the way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import pyarrow as pa

from extract.sources.columns import decoded, key_of, read_columns
from extract.sources.paths import Inputs, shown
from extract.sources.raw import Raw
from extract.sources.readers import Columns, read_raw
from extract.sources.records import MAX_CHARACTERS, Record, Reject, Unreadable, normalise

ROWS = 1024
CHARACTERS = 4_000_000
"""What a batch holds at most: more would save little, and cost memory."""

_FEWEST = 64
_ROUNDS = 16  # batches for each process, where there is enough for that
_USUAL = 1_000  # bytes of a file that an article takes, more or less

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


def read_batches(inputs: Inputs, *, limit: int = MAX_CHARACTERS, processes: int = 1) -> Iterator[Batch]:
    """All articles of the input files in their order.

    Batches are the smaller, the less there is for each of the ``processes`` that they are for: none should still be
    reading when the others have long been done.
    """
    rows = min(max(inputs.size // (_USUAL * _ROUNDS * processes), _FEWEST), ROWS)
    return in_batches(_raws(inputs, limit), limit=limit, rows=rows)


def in_batches(
    raws: Iterable[tuple[str, Raw | Columns]],
    *,
    limit: int = MAX_CHARACTERS,
    rows: int | None = None,
    twins: bool = False,
) -> Iterator[Batch]:
    """Raw records, each with its source, as batches of at most ``rows`` articles or about ``CHARACTERS`` characters.

    The first article of an id wins; later ones are rejects, reason ``duplicate_id``. With ``twins`` all are kept: for
    records that do not come in the order that says which is first.
    """
    batcher = _Batcher(limit, rows or ROWS, twins=twins)
    for source, raw in _cut(raws, rows or ROWS):
        if isinstance(raw, Raw):
            batcher.add(source, raw)
            if batcher.is_full:
                yield batcher.take()
            continue
        whole = batcher.whole(source, raw)
        if whole is not None:
            if batcher.holds_any:
                yield batcher.take()
            yield Batch(whole, (), raw.position)
            continue
        for row in raw.rows():
            batcher.add(source, row)
            if batcher.is_full:
                yield batcher.take()
    if batcher.holds_any:
        yield batcher.take()


class _Batcher:
    """Records and rejects on their way into a batch, and the ids seen so far."""

    def __init__(self, limit: int, rows: int, *, twins: bool) -> None:
        self._limit = limit
        self._rows = rows
        self._twins = twins
        self._seen: set[str | bytes] = set()
        self._records: list[Record] = []
        self._rejects: list[Reject] = []
        self._characters = self._position = 0

    @property
    def is_full(self) -> bool:
        rows = max(len(self._records), len(self._rejects))
        return rows >= self._rows or self._characters >= CHARACTERS

    @property
    def holds_any(self) -> bool:
        return bool(self._records or self._rejects)

    def take(self) -> Batch:
        """What was added since the last time."""
        batch = Batch(_columns(self._records), tuple(self._rejects), self._position)
        self._records, self._rejects, self._characters = [], [], 0
        return batch

    def add(self, source: str, raw: Raw) -> None:
        """Add one record, or why it is none."""
        self._position = raw.position
        record, reject = _read(source, raw, self._limit)
        if reject:
            self._rejects.append(reject)
        if record and not self._twins and (twin := _twin(record, self._seen)):
            self._rejects.append(twin)
        elif record:
            self._records.append(record)
            self._characters += len(record.text)

    def whole(self, source: str, raw: Columns) -> pa.RecordBatch | None:
        """All records of some columns as one batch; None where they are to be added one by one."""
        articles = read_columns(raw.batch, source, raw.first, self._limit, ARTICLE_BATCH)
        if articles is None or self._twins:
            return articles
        keys = set(map(key_of, articles.column("article_id").to_pylist()))
        if len(keys) < articles.num_rows or not self._seen.isdisjoint(keys):
            return None
        self._seen |= keys
        return articles


def _raws(inputs: Inputs, limit: int) -> Iterator[tuple[str, Raw | Columns]]:
    before = 0
    for folder, why in inputs.barred:
        yield shown(folder), Raw(None, Unreadable("unreadable_folder", why), before)
    for path in inputs.files:
        source, position, raw = shown(path), 0, None
        for raw in read_raw(path, limit=limit):
            position = raw.position
            yield source, raw._replace(position=before + position)
        if raw is None:
            yield source, Raw(None, Unreadable("empty_file", "holds no record"), before)
        before += position


def _cut(raws: Iterable[tuple[str, Raw | Columns]], rows: int) -> Iterator[tuple[str, Raw | Columns]]:
    for source, raw in raws:
        if isinstance(raw, Raw):
            yield source, raw
        else:
            text = raw._replace(batch=decoded(raw.batch))
            yield from ((source, piece) for piece in text.cut(rows, CHARACTERS))


def _read(source: str, raw: Raw, limit: int) -> tuple[Record | None, Reject | None]:
    if isinstance(raw.value, Unreadable):
        return None, Reject(source, raw.record, raw.value.reason, raw.value.detail)
    return normalise(raw.value, source=source, record=raw.record or 0, limit=limit)


def _twin(record: Record, seen: set[str | bytes]) -> Reject | None:
    # A small key an article stays in memory for the whole run, whatever the length of its id.
    key = key_of(record.article_id)
    if key in seen:
        made = record.content_hash is not None  # of the text, which is then the same
        which = "an earlier article of the same text" if made else "the first article of this id"
        detail = f"{which} was kept: {record.article_id}"
        return Reject(record.source, record.record, "duplicate_id", detail)
    seen.add(key)
    return None


def _columns(records: list[Record]) -> pa.RecordBatch:
    columns = list(zip(*records, strict=True)) or [()] * len(ARTICLE_BATCH)
    arrays = [pa.array(column, field.type) for column, field in zip(columns, ARTICLE_BATCH, strict=True)]
    return pa.RecordBatch.from_arrays(arrays, schema=ARTICLE_BATCH)
