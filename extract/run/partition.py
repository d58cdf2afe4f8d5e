"""What a Spark task does: Arrow batches of raw records in, one table of everything that came of them out.

Nothing here imports pyspark, so that it is tested without. It runs the local runner's own step, ``extract_batch``.
"""

from __future__ import annotations

import re
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import unquote

import pyarrow as pa

from extract.run.batch import PLAIN_ARTICLES, PLAIN_REJECTS, Outcome, extract_batch
from extract.run.engine import Engine, PatternEngine, Reader
from extract.sources import MAX_CHARACTERS, Batch, in_batches
from extract.sources.batches import ROWS
from extract.sources.readers import Columns
from extract.tables import as_batch
from extract.tables.rows import PLAIN_FACTS

FILE, ROW = "angka_file", "angka_row"
"""The columns of a raw record that say where it stands: its file as Spark names it, its row in it from 0."""

TABLES = {"fact": PLAIN_FACTS, "article": PLAIN_ARTICLES, "reject": PLAIN_REJECTS}
RESULT = pa.schema(
    [
        ("source", pa.string()),
        ("record", pa.int64()),
        ("nth", pa.int32()),
        ("seen", pa.string()),
        *((name, pa.struct(list(schema))) for name, schema in TABLES.items()),
    ]
)
"""One row is one fact, article or reject, or the id of an article that was seen; the other columns are null.

``nth`` counts, from 0, the rows of one kind that came of one record: two facts may share one figure, and only their
place in the record tells which a local run writes first.
"""

_readers: dict[str, Reader] = {}
"""By the hash of their pack: Spark keeps its Python processes for many tasks."""


class Place(NamedTuple):
    """How the tables call a file, by its path; one that is not here keeps Spark's name.

    ``zones`` are the time zones that files name for ``published``, by their paths: Spark gives all in that of its
    session, and an article is of the day that its own file names.
    """

    names: Mapping[str, str]
    zones: Mapping[str, str] | None = None

    def source(self, file: str) -> str:
        return self.names.get(path_of(file), file)

    def zoned(self, file: str, columns: Columns) -> Columns:
        zone = (self.zones or {}).get(path_of(file))
        at = columns.batch.schema.get_field_index("published")
        if zone is None or at < 0 or not pa.types.is_timestamp(kind := columns.batch.schema.field(at).type):
            return columns
        moved = columns.batch.column(at).cast(pa.timestamp(kind.unit, zone))
        return columns._replace(batch=columns.batch.set_column(at, "published", moved))


def path_of(file: str) -> str:
    """The path of a file on this machine, from Spark's name of it, which encodes some characters and others not.

    >>> path_of("file:/a/tahun=2024/détik%20%231.parquet"), path_of("file:///a"), path_of("s3a://a/b")
    ('/a/tahun=2024/détik #1.parquet', '/a', 's3a://a/b')
    """
    if not file.startswith("file:"):
        return file
    return re.sub("^file:(//(?=/))?", "", unquote(file))


class ShippedPack(NamedTuple):
    """An engine over the files of a pattern pack, by name: the worker need not have the folder."""

    hash: str
    files: Callable[[], Mapping[str, bytes]]

    def reader(self) -> Reader:
        """See ``extract.run.engine.Engine``; made once a process."""
        if self.hash not in _readers:
            with tempfile.TemporaryDirectory(prefix="angka-pack-") as folder:
                for name, data in self.files().items():
                    path = Path(folder, name)
                    path.parent.mkdir(parents=True, exist_ok=True)
                    path.write_bytes(data)
                _readers[self.hash] = PatternEngine(Path(folder)).reader()
        return _readers[self.hash]


class Task(NamedTuple):
    """The function of one partition. ``engine`` makes the reader on the worker."""

    engine: ShippedPack | Engine
    place: Place
    limit: int = MAX_CHARACTERS

    def __call__(self, batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        """Rows of the schema ``RESULT``, for batches that hold ``FILE``, ``ROW`` and the fields of raw records.

        Articles of one id are all read: Spark does not hand out files in their order, so that which of them is the
        first is known only when all are there.
        """
        pa.set_cpu_count(1)
        reader = self.engine.reader()
        runs = chain.from_iterable(map(_by_file, batches))
        raws = ((self.place.source(file), self.place.zoned(file, columns)) for file, columns in runs)
        for batch in in_batches(raws, limit=self.limit, twins=True):
            yield from _result(batch, extract_batch(batch.articles, reader))


def _by_file(batch: pa.RecordBatch) -> Iterator[tuple[str, Columns]]:
    """The records of a batch in runs that follow each other in one file, none longer than a batch of articles."""
    names, rows = batch.column(FILE).to_pylist(), batch.column(ROW).to_pylist()
    fields = batch.drop_columns([FILE, ROW])
    start = 0
    for at in range(1, len(names) + 1):
        if at == len(names) or at - start >= ROWS or names[at] != names[start] or rows[at] != rows[start] + at - start:
            yield names[start], Columns(rows[start] + 1, fields.slice(start, at - start), 0)
            start = at


def _result(batch: Batch, outcome: Outcome) -> Iterator[pa.RecordBatch]:
    places = _places(batch.articles)
    yield _rows("seen", places, batch.articles.column("article_id"))
    failed = set(_places(outcome.rejects))
    read = [place for place in places if place not in failed]
    counts = outcome.articles.column("facts").to_pylist()
    of_facts = [place for place, count in zip(read, counts, strict=True) for _ in range(count)]
    yield _rows("fact", of_facts, _struct(outcome.facts))
    yield _rows("article", read, _struct(outcome.articles))
    rejects = pa.concat_batches([as_batch(batch.rejects, PLAIN_REJECTS), outcome.rejects])
    yield _rows("reject", _places(rejects), _struct(rejects))


def _places(rows: pa.RecordBatch) -> list[tuple[str, int]]:
    return list(zip(*(rows.column(name).to_pylist() for name in ("source", "record")), strict=True))


def _struct(rows: pa.RecordBatch) -> pa.Array:
    return pa.StructArray.from_arrays(rows.columns, fields=list(rows.schema))


def _nth(places: list[tuple[str, int]]) -> list[int]:
    """How many rows of the same record come before each.

    >>> _nth([("a", 1), ("a", 1), ("a", 2), ("a", 1)])
    [0, 1, 0, 2]
    """
    met: Counter[tuple[str, int]] = Counter()
    counts = []
    for place in places:
        counts.append(met[place])
        met[place] += 1
    return counts


def _rows(name: str, places: list[tuple[str, int]], values: pa.Array) -> pa.RecordBatch:
    filled: dict[str, Any] = {
        "source": pa.array([source for source, _ in places], pa.string()),
        "record": pa.array([record for _, record in places], pa.int64()),
        "nth": pa.array(_nth(places), pa.int32()),
        name: values,
    }
    columns = [filled.get(field.name, pa.nulls(len(places), field.type)) for field in RESULT]
    return pa.RecordBatch.from_arrays(columns, schema=RESULT)
