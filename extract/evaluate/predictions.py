"""The rows to judge: read off the gold's own texts by the pipeline, or taken from a facts table."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from extract.errors import SourceError
from extract.evaluate.gold import GoldArticle
from extract.model import Fact
from extract.run.engine import Reader
from extract.sources import content_hash, made_id

_NEEDED = ("article_id", "indicator", "unit", "value")
_ABSENT: Mapping[str, Any] = {
    **dict.fromkeys(Fact._fields),
    "fact_id": "", "qualifier": "exact", "status": "actual", "program": "jkn", "period_basis": "unknown",
    "sentence": "", "surface": "", "char_start": 0, "char_end": 0, "in_title": False, "mentions": 1, "pattern_id": "",
    "confidence": math.nan, "flags": (),
}  # fmt: skip
"""What a row says in a column that a table does not have."""


def predict(gold: Iterable[GoldArticle], reader: Reader) -> dict[str, tuple[Fact, ...]]:
    """What the pipeline reads off each gold text, by article id."""
    return {entry.article.article_id: reader.run(entry.article).facts for entry in gold}


class Found(NamedTuple):
    """The rows of a table by the id of the gold article; ``absent`` are the articles that it is known not to hold."""

    rows: dict[str, tuple[Fact, ...]]
    absent: tuple[str, ...]


def find_rows(gold: Sequence[GoldArticle], path: Path | str) -> Found:
    """What a facts table (as ``read_facts`` takes it) holds of some gold articles.

    An article is found by its id, else by its text: a run over ``.txt`` files makes ids of its own. Whether one without
    a row was read at all is known only where ``articles.parquet`` stands beside the table. Raises SourceError for a
    table that holds none of the articles.
    a row was read at all is known where ``articles.parquet`` stands beside the table; elsewhere it is taken to be
    absent. Raises SourceError for a table that holds none of the articles.
    """
    rows, by_text = read_facts(path), _articles(_table(Path(path)))
    known = rows.keys() | set(by_text.values())
    found: dict[str, tuple[Fact, ...]] = {}
    absent: list[str] = []
    for entry in gold:
        own, digest = entry.article.article_id, content_hash(entry.article.text)
        name = next((name for name in (own, by_text.get(digest), made_id(digest)) if name in known), None)
        if name is None:
            absent.append(own)
        else:
            found[own] = rows.get(name, ())
    if not found and (known or any(entry.facts for entry in gold)):
        what = f"0 of {len(gold)} gold articles are in the table"
        raise SourceError(what, where=str(path), remedy="run angka over the texts of the gold, or keep their ids")
    return Found(found, tuple(absent) if by_text else ())


def read_facts(path: Path | str) -> dict[str, tuple[Fact, ...]]:
    """The rows of a facts table by article id: a Parquet or JSON lines file, or the folder of a run.

    The columns are the contract's; only article_id, indicator, unit and value are needed. Raises SourceError.
    """
    file = _table(Path(path))
    found: dict[str, list[Fact]] = {}
    for number, row in enumerate(_rows(file), start=1):
        lacking = [name for name in _NEEDED if row.get(name) is None]
        if lacking:
            raise SourceError(f"row {number} has no {lacking[0]}", where=str(file), remedy="give a facts table")
        known = {name: value for name, value in row.items() if name in _ABSENT and value is not None}
        fact = Fact(**{**_ABSENT, **known})
        found.setdefault(fact.article_id, []).append(_typed(fact, f"{file} row {number}"))
    return {article: tuple(rows) for article, rows in found.items()}


def _table(path: Path) -> Path:
    """The table itself; Spark's is a folder, too."""
    return path / "facts.parquet" if path.is_dir() and path.suffix != ".parquet" else path


def _articles(table: Path) -> dict[str, str]:
    """The ids of the articles that a run has read, by the hash of their text; those off the topic by their id."""
    file = table.with_name("articles.parquet")
    if table.suffix != ".parquet" or not file.exists():
        return {}
    import pyarrow.parquet as pq

    try:
        read = pq.read_table(file, columns=["content_hash", "article_id"])
    except (OSError, ValueError) as why:  # of which Arrow's errors are kinds
        raise SourceError(f"cannot be read: {why}", where=str(file), remedy="run angka again") from why
    return {row["content_hash"] or row["article_id"]: row["article_id"] for row in read.to_pylist()}


def _typed(fact: Fact, where: str) -> Fact:
    """The fact with days as days, where a file had them as text."""
    try:
        if not math.isfinite(fact.value):
            raise ValueError("value is not finite")
        return fact._replace(
            value=float(fact.value),
            period_start=_day(fact.period_start),
            period_end=_day(fact.period_end),
            flags=tuple(fact.flags),
            region_members=tuple(fact.region_members) if fact.region_members is not None else None,
        )
    except (TypeError, ValueError, OverflowError) as why:
        raise SourceError(str(why), where=where, remedy="give numbers as numbers, days as YYYY-MM-DD") from why


def _day(value: date | str | None) -> date | None:
    return date.fromisoformat(value) if isinstance(value, str) else value


def _rows(file: Path) -> Sequence[Mapping[str, Any]]:
    name = file.name.lower()
    try:
        if name.endswith(".parquet"):
            import pyarrow.parquet as pq

            rows: list[dict[str, Any]] = pq.read_table(file).to_pylist()
            return rows
        if name.endswith(".jsonl"):
            return list(_objects(file))
    except (OSError, ValueError) as why:  # of which Arrow's errors and those of JSON are kinds
        raise SourceError(f"cannot be read: {why}", where=str(file), remedy="give a facts table") from why
    raise SourceError("is no facts table", where=str(file), remedy="give .parquet, .jsonl or the folder of a run")


def _objects(file: Path) -> Iterator[dict[str, Any]]:
    lines = file.read_text(encoding="utf-8-sig").split("\n")  # others that end a line may stand in a string
    for number, line in enumerate(lines, start=1):
        if line.strip():
            row = json.loads(line)
            if not isinstance(row, dict):
                raise SourceError("a line is no object", where=f"{file}:{number}", remedy="write one object a line")
            yield row
