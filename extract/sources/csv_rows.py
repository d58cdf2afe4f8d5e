"""The rows of a CSV file as raw records: the first row names the fields, as in what spreadsheets write."""

from __future__ import annotations

import csv
import gzip
import io
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO

from extract.sources.raw import FIELDS, Raw
from extract.sources.records import Unreadable

_SIGNS = ",;\t"
_SLACK = 1 << 20  # characters of a field beside those of a text of the longest kind


def csv_rows(path: Path, limit: int, *, packed: bool) -> Iterator[Raw]:
    """The rows of a file, numbered from 1 without the head; quoted fields may hold commas and line ends.

    The sign between the fields is the one of «,», «;» and the tab that the head is cut by. A row that has more or
    fewer fields than the head is no record; where quotes are never closed, what follows is not read.
    """
    csv.field_size_limit(limit + _SLACK)
    with path.open("rb") as file:
        plain: IO[bytes] = gzip.GzipFile(fileobj=file) if packed else file  # type: ignore[assignment]
        # Bytes that are no UTF-8 spoil their own row, and no other.
        lines = io.TextIOWrapper(plain, encoding="utf-8-sig", errors="surrogateescape", newline="")
        head = lines.readline()
        if not head.strip():
            return
        names = next(csv.reader([head], delimiter=_sign(head)), [])
        names = [name.strip() for name in names]
        if why := _unusable(names):
            yield Raw(None, why, path.stat().st_size)
            return
        number = 0
        try:
            for cells in csv.reader(lines, delimiter=_sign(head), strict=True):
                if cells:
                    number += 1
                    yield Raw(number, _record(names, cells), file.tell())
        except csv.Error as why:
            yield Raw(None, Unreadable("unreadable_file", f"behind row {number}: {why}"), file.tell())


def _sign(head: str) -> str:
    return max(_SIGNS, key=lambda sign: len(next(csv.reader([head], delimiter=sign), [])))


def _unusable(names: Sequence[str]) -> Unreadable | None:
    """Why a file with such a head gives no records."""
    if "text" not in names:
        what = ", ".join(name for name in names if name) or "none"
        return Unreadable("no_text", f"no column text; the columns are {what}"[:300])
    if twice := [name for name in FIELDS if names.count(name) > 1]:
        return Unreadable("unreadable_file", f"several columns are called {twice[0]}: give each a name of its own")
    return None


def _record(names: Sequence[str], cells: Sequence[str]) -> object:
    if len(cells) != len(names):
        return Unreadable("wrong_type", f"{len(cells)} fields under {len(names)} columns")
    record = dict(zip(names, cells, strict=True))
    for name in FIELDS:
        try:
            record.get(name, "").encode()
        except UnicodeEncodeError as why:
            return Unreadable("undecodable", f"not UTF-8 in the field {name} at character {why.start}")
    return record
