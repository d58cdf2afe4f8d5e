"""The rows to judge: read off the gold's own texts by the pipeline, or taken from a facts table."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from extract.errors import SourceError
from extract.evaluate.gold import GoldArticle
from extract.model import Fact
from extract.run.engine import Reader

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


def read_facts(path: Path | str) -> dict[str, tuple[Fact, ...]]:
    """The rows of a facts table by article id: a Parquet or JSON lines file, or the folder of a run.

    The columns are the contract's; only article_id, indicator, unit and value are needed. Raises SourceError.
    """
    path = Path(path)
    file = path / "facts.parquet" if path.is_dir() else path
    found: dict[str, list[Fact]] = {}
    for number, row in enumerate(_rows(file), start=1):
        lacking = [name for name in _NEEDED if row.get(name) is None]
        if lacking:
            raise SourceError(f"row {number} has no {lacking[0]}", where=str(file), remedy="give a facts table")
        known = {name: value for name, value in row.items() if name in _ABSENT and value is not None}
        fact = Fact(**{**_ABSENT, **known})
        found.setdefault(fact.article_id, []).append(_typed(fact, f"{file} row {number}"))
    return {article: tuple(rows) for article, rows in found.items()}


def _typed(fact: Fact, where: str) -> Fact:
    """The fact with days as days, where a file had them as text."""
    try:
        return fact._replace(
            value=float(fact.value),
            period_start=_day(fact.period_start),
            period_end=_day(fact.period_end),
            flags=tuple(fact.flags),
            region_members=tuple(fact.region_members) if fact.region_members is not None else None,
        )
    except (TypeError, ValueError) as why:
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
            lines = file.read_text(encoding="utf-8-sig").splitlines()
            return [row for line in lines if line.strip() and isinstance(row := json.loads(line), dict)]
    except (OSError, ValueError) as why:  # of which Arrow's errors and those of JSON are kinds
        raise SourceError(f"cannot be read: {why}", where=str(file), remedy="give a facts table") from why
    raise SourceError("is no facts table", where=str(file), remedy="give .parquet, .jsonl or the folder of a run")
