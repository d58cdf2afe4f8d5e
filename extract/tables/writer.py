"""One Parquet file, written row group by row group, its bytes decided by its rows alone."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from extract.errors import OutputError
from extract.tables.rows import encoded
from extract.tables.schema import plain

GROUP_ROWS = 8192
_LEVEL = 3  # of zstd: a higher one costs time in the one process that writes, and gains a few per cent
_REPEATING = {"source", "outlet", "region_name", "region_code"}


class TableWriter:
    """Takes record batches of any size and writes row groups of ``group_rows`` rows, the last one shorter.

    Where the batches were cut leaves no trace, nor does the clock: the same rows give the same bytes. ``rows`` counts
    what was written so far. What is kept in memory is at most one row group and one batch.
    """

    def __init__(self, path: Path, schema: pa.Schema, *, group_rows: int = GROUP_ROWS) -> None:
        self.path = path
        self.rows = 0
        self._schema = schema
        self._plain = plain(schema)
        self._group_rows = group_rows
        self._held: list[pa.RecordBatch] = []
        self._held_rows = 0
        try:
            self._writer = pq.ParquetWriter(path, schema, **_options(schema))
        except OSError as why:
            raise _unwritable(path, why) from why

    def write(self, batch: pa.RecordBatch) -> None:
        """Add a batch of the plain schema."""
        if not batch.num_rows:
            return
        self.rows += batch.num_rows
        self._held.append(batch)
        self._held_rows += batch.num_rows
        if self._held_rows >= self._group_rows:
            held = pa.Table.from_batches(self._held, self._plain)
            whole = self._held_rows - self._held_rows % self._group_rows
            for start in range(0, whole, self._group_rows):
                self._group(held.slice(start, self._group_rows))
            rest = held.slice(whole).combine_chunks()  # a copy, so that the written rows can be freed
            self._held, self._held_rows = rest.to_batches(), rest.num_rows

    def close(self) -> None:
        """Write what is left and the footer."""
        if self._held_rows:
            self._group(pa.Table.from_batches(self._held, self._plain))
        self._held, self._held_rows = [], 0
        try:
            self._writer.close()
        except OSError as why:
            self._writer.is_open = False  # it would try once more when it is thrown away, and complain
            raise _unwritable(self.path, why) from why

    def _group(self, rows: pa.Table) -> None:
        try:
            self._writer.write_table(encoded(rows, self._schema), row_group_size=self._group_rows)
        except OSError as why:
            raise _unwritable(self.path, why) from why

    def __enter__(self) -> TableWriter:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if kind is None:
            self.close()
        else:
            with suppress(OSError):  # the error that is on its way is the one to tell
                self._writer.close()
            self._writer.is_open = False


def _unwritable(path: Path, why: OSError) -> OutputError:
    return OutputError(f"cannot be written: {why}", where=str(path), remedy="make room, or name another folder")


def _options(schema: pa.Schema) -> dict[str, Any]:
    # Free text does not repeat: a dictionary of it would be built only to be thrown away.
    words = [field.name for field in schema if field.name in _REPEATING or pa.types.is_dictionary(field.type)]
    return {
        "version": "2.6",
        "compression": "zstd",
        "compression_level": _LEVEL,
        "use_dictionary": words,
        "write_page_checksum": True,
        "store_schema": True,
    }


def sha256(path: Path) -> str:
    """Of the file's bytes, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
