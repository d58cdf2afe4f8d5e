"""One reader a kind of file: from bytes on the disk to numbered raw records, never more than one piece in memory."""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO, NamedTuple

import pyarrow as pa
import pyarrow.parquet as pq

from extract.sources.csv_rows import csv_rows
from extract.sources.raw import FIELDS, Raw
from extract.sources.records import Unreadable

_ESCAPED = 6  # bytes that JSON may take for one character («\u00e9»)
_SLACK = 1 << 20  # bytes of a JSON line for all that is not its text
_PIECE = 1 << 20
_ROWS = 1024  # Parquet rows read at a time, fewer where they are long
_BYTES = 4 << 20  # that they take together, more or less
_TEXT_WIDTH = 4  # bytes that UTF-8 may take for one character
_MISFITS = (ValueError, OverflowError, LookupError)
"""What a value raises that Python has nothing for: a year of five digits, a time zone of no database."""


class Columns(NamedTuple):
    """Raw records that are still columns; ``first`` is the number of the first, ``position`` as in ``Raw``."""

    first: int
    batch: pa.RecordBatch
    position: int

    def cut(self, rows: int, size: int) -> Iterator[Columns]:
        """The same records in pieces of at most ``rows`` records and about ``size`` bytes."""
        count = self.batch.num_rows
        step = max(min(rows, count * size // max(self.batch.nbytes, 1)), 1)
        for start in range(0, count, step):
            yield Columns(self.first + start, self.batch.slice(start, step), self.position)

    def rows(self) -> Iterator[Raw]:
        """The records one by one."""
        for number, value in enumerate(_rows(self.batch), start=self.first):
            yield Raw(number, value, self.position)


def read_raw(path: Path, *, limit: int) -> Iterator[Raw | Columns]:
    """The raw records of one file, in its order, numbered from 1; those of Parquet files as columns.

    ``limit`` bounds the characters of a text, and so the memory that one record may take. A file that cannot be opened
    or breaks off gives one last ``Raw`` without a number, reason ``unreadable_file``.
    """
    name = path.name.lower()
    position = 0
    try:
        if name.endswith(".txt"):
            found: Iterator[Raw | Columns] = _text_file(path, limit)
        elif name.endswith(".parquet"):
            found = _parquet(path)
        elif name.endswith((".csv", ".csv.gz")):
            found = csv_rows(path, limit, packed=name.endswith(".gz"))
        else:
            found = _json_lines(path, limit, packed=name.endswith(".gz"))
        for raw in found:
            position = raw.position
            yield raw
    except (OSError, EOFError, zlib.error, pa.ArrowException) as why:
        detail = f"{type(why).__name__}: {why}".replace("\n", " ")[:300]
        yield Raw(None, Unreadable("unreadable_file", detail), position)


def _text_file(path: Path, limit: int) -> Iterator[Raw]:
    with path.open("rb") as file:
        data = file.read(limit * _TEXT_WIDTH + 1)
    if len(data) > limit * _TEXT_WIDTH:
        yield Raw(1, Unreadable("too_large", f"more than {limit} characters"), len(data))
        return
    try:
        # Line ends stay as they are: offsets count in the text as it was decoded.
        yield Raw(1, {"text": data.decode("utf-8-sig")}, len(data))
    except UnicodeDecodeError as why:
        yield Raw(1, _undecodable(why), len(data))


def _json_lines(path: Path, limit: int, *, packed: bool) -> Iterator[Raw]:
    with path.open("rb") as file:
        lines: IO[bytes] = gzip.GzipFile(fileobj=file) if packed else file  # type: ignore[assignment]
        for number, line in _bounded_lines(lines, limit * _ESCAPED + _SLACK):
            position = file.tell()
            if line is None:
                yield Raw(number, Unreadable("too_large", f"a line that holds more than {limit} characters"), position)
            elif line.strip():
                yield Raw(number, _parsed(line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line), position)


def _bounded_lines(file: IO[bytes], longest: int) -> Iterator[tuple[int, bytes | None]]:
    """Numbered lines; None for one of more than ``longest`` bytes, which is skipped without being held."""
    number = 0
    while line := file.readline(longest + 1):
        number += 1
        if len(line) <= longest:
            yield number, line
            continue
        while line and not line.endswith(b"\n"):
            line = file.readline(_PIECE)
        yield number, None


def _parsed(line: bytes) -> object:
    try:
        return json.loads(line.decode().rstrip())
    except UnicodeDecodeError as why:
        return _undecodable(why)
    except json.JSONDecodeError as why:
        return Unreadable("broken_json", f"{why.msg} at column {why.colno}")
    except (ValueError, RecursionError) as why:
        return Unreadable("broken_json", f"{type(why).__name__}: {why}"[:200])


def _parquet(path: Path) -> Iterator[Raw | Columns]:
    # Whole row groups in memory would be as large as their makers liked them.
    with pq.ParquetFile(path, pre_buffer=False, buffer_size=_PIECE) as file:
        names = file.schema_arrow.names
        if "text" not in names:
            why = Unreadable("no_text", f"no column text; the columns are {', '.join(names) or 'none'}"[:300])
            yield Raw(None, why, path.stat().st_size)
            return
        if twice := [name for name in FIELDS if names.count(name) > 1]:
            why = Unreadable("unreadable_file", f"several columns are called {twice[0]}: give each a name of its own")
            yield Raw(None, why, path.stat().st_size)
            return
        rows, size = max(file.metadata.num_rows, 1), path.stat().st_size
        read = 0
        columns = [name for name in FIELDS if name in names]
        # One column holds nearly all of the bytes: threads would only wait for it.
        for batch in file.iter_batches(batch_size=_at_a_time(file.metadata), columns=columns, use_threads=False):
            read += batch.num_rows
            yield Columns(read - batch.num_rows + 1, batch, size * read // rows)


def _at_a_time(metadata: pq.FileMetaData) -> int:
    size: int = sum(metadata.row_group(number).total_byte_size for number in range(metadata.num_row_groups))
    rows: int = metadata.num_rows
    return min(_BYTES * rows // max(size, 1) + 1, _ROWS)


def _rows(batch: pa.RecordBatch) -> Iterator[object]:
    """The rows as mappings; where the values of a row cannot be turned into Python's, why not."""
    try:
        yield from batch.to_pylist()
    except _MISFITS:  # also bytes that are no UTF-8, in a column that says it is text
        for row in range(batch.num_rows):
            yield _row(batch, row)


def _row(batch: pa.RecordBatch, row: int) -> object:
    value: dict[str, object] = {}
    for name, column in zip(batch.schema.names, batch.columns, strict=True):
        try:
            value[name] = column[row].as_py()
        except UnicodeDecodeError as why:
            return _undecodable(why)
        except _MISFITS as why:
            if name != "published":
                return Unreadable("wrong_type", f"the field {name}: {why}"[:200])
            value[name] = _shown(column[row])
    return value


def _shown(value: pa.Scalar) -> str:
    try:
        return repr(value)
    except _MISFITS:  # of a time zone that nobody knows
        return str(value.type)


def _undecodable(why: UnicodeDecodeError) -> Unreadable:
    return Unreadable("undecodable", f"not UTF-8 at byte {why.start}: {why.reason}")
