"""A finished run, read back from its folder: its facts and its articles, no more of them than are asked for."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.dataset as ds

from extract.errors import SourceError
from extract.model import Fact
from extract.tables.folder import PROGRAM, RUN_FILE, is_half_committed
from extract.tables.schema import plain
from extract.tables.writer import sha256

_REMEDY = "name the folder that a run wrote, or run it again"


class FinishedRun:
    """The tables of a run, wherever they were made: single files or Spark's folders of files.

    ``record`` is what ``run.json`` holds. Raises SourceError for a folder that no run has finished in.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        try:
            self.record: Mapping[str, Any] = json.loads((folder / RUN_FILE).read_text(encoding="utf-8"))
        except FileNotFoundError as why:
            raise SourceError(f"holds no {RUN_FILE}", where=str(folder), remedy=_REMEDY) from why
        except (OSError, ValueError) as why:
            raise SourceError(f"cannot be read: {why}", where=str(folder / RUN_FILE), remedy=_REMEDY) from why
        if not isinstance(self.record, dict) or self.record.get("program") != PROGRAM:
            raise SourceError(f"is not from a run of {PROGRAM}", where=str(folder), remedy=_REMEDY)
        self._facts = self._open("facts", Fact._fields)
        self._articles = self._open("articles", ("article_id", "text"))

    def is_whole(self) -> bool:
        """Whether the files are there as the run left them, to the byte; False also where it left no checksums."""
        files = self.record.get("files")
        if not isinstance(files, dict) or not files:
            return False
        try:
            return all(sha256(self.folder / name) == described["sha256"] for name, described in files.items())
        except (OSError, KeyError, TypeError):
            return False

    def check(self) -> None:
        """Raise SourceError where the tables are not those of ``run.json``; Spark leaves nothing to compare."""
        if is_half_committed(self.folder):
            what = "holds a run that was stopped while its tables were put in place"
            raise SourceError(what, where=str(self.folder), remedy="run it again, which finishes that")
        if self.record.get("files") and not self.is_whole():
            raise SourceError(f"{RUN_FILE} and the tables are not from one run", where=str(self.folder), remedy=_REMEDY)

    def facts(self, columns: Sequence[str], where: pc.Expression | None = None) -> pa.Table:
        """Some columns of the facts for which ``where`` holds, in the order of the table, words as plain text."""
        table = self._facts.to_table(columns=list(columns), filter=where)
        return table.cast(plain(table.schema))

    def facts_of(self, articles: Collection[str], where: pc.Expression | None = None) -> list[Fact]:
        """The facts of some articles, as records."""
        chosen = pc.field("article_id").isin(pa.array(articles, pa.string()))
        rows = self.facts(Fact._fields, chosen if where is None else chosen & where)
        return [_fact(row) for row in rows.to_pylist()]

    def articles(self, ids: Collection[str]) -> dict[str, dict[str, Any]]:
        """The rows of some articles, by id."""
        chosen = pc.field("article_id").isin(pa.array(ids, pa.string()))
        return {row["article_id"]: row for row in self._articles.to_table(filter=chosen).to_pylist()}

    def _open(self, name: str, needed: Collection[str]) -> ds.Dataset:
        path = self.folder / f"{name}.parquet"
        try:
            found = ds.dataset(path, format="parquet")
        except (OSError, ValueError) as why:  # of which Arrow's errors are kinds
            raise SourceError(f"cannot be read: {why}", where=str(path), remedy=_REMEDY) from why
        lacking = set(needed) - set(found.schema.names)
        if lacking:
            what = f"has no column {min(lacking)}: another version wrote it"
            raise SourceError(what, where=str(path), remedy=_REMEDY)
        return found


def _fact(row: Mapping[str, Any]) -> Fact:
    """A row, its columns in the order of the fields, as a record; lists become tuples."""
    return Fact._make(tuple(value) if isinstance(value, list) else value for value in row.values())
