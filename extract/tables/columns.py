"""The page that describes every column and its words, made from the schema and the pattern pack.

``python -m extract.tables.columns docs/columns.md`` makes it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import pyarrow as pa

from extract.decisions.flags import FLAGS
from extract.patterns.load import read_indicators, read_labels
from extract.tables.schema import ARTICLES, FACTS, REASONS, REJECTS, SCHEMA_VERSION, Column

_HEAD = """# The columns

Version {version} of the schema. This page is made from `extract/tables/schema.py` and the pattern pack (`make docs`).
The descriptions of the columns stand in the metadata of each field of the Parquet files, too. A column without «null»
always has a value.
"""
_TABLES = (
    ("facts.parquet", "One row is one figure that an article asserts, in the order of the input.", FACTS),
    ("articles.parquet", "One row is one article that was read, in the order of the input.", ARTICLES),
    ("rejects.parquet", "One row is one record that was not read, or not in full.", REJECTS),
)


def columns_page() -> str:
    """The whole page, as Markdown."""
    parts = [_HEAD.format(version=SCHEMA_VERSION)]
    for name, about, columns in _TABLES:
        parts.append(f"## `{name}`\n\n{about}\n")
        parts.append(_table(("column", "type", ""), (_row(column) for column in columns)))
        if columns is FACTS:
            parts += _words()
    parts.append("### Reasons\n")
    parts.append(_table(("reason", "what it says"), ((f"`{name}`", says) for name, says in REASONS.items())))
    return "\n".join(parts)


def _words() -> Iterator[str]:
    """The sections on the words of the facts: those of the pack that came along, and the flags."""
    _, indicators = read_indicators()
    named = sorted(indicators.values(), key=lambda indicator: indicator.name)
    yield "### Indicators\n"
    rows = ((f"`{one.name}`", ", ".join(one.units), one.description) for one in named)
    yield _table(("indicator", "units", "what it counts"), rows)
    labels = read_labels()
    for title, column in (("Segments", "segment"), ("Facility types", "facility_type")):
        yield f"### {title}\n"
        told = ((f"`{one.name}`", f"`{one.of}`" if one.of else "", one.description) for one in labels[column])
        yield _table((column, "part of", "what it means"), told)
    yield "### Flags\n\nA row may have several; `INDICATOR` stands for the name of one.\n"
    yield _table(("flag", "what it says"), ((f"`{name}`", says) for name, says in FLAGS.items()))


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    ruled = "|" + "---|" * len(head)
    return "\n".join([_line(head), ruled, *map(_line, rows)]) + "\n"


def _line(cells: Sequence[str]) -> str:
    return "|" + "|".join(f" {cell} " if cell else " " for cell in cells) + "|"


def _row(column: Column) -> tuple[str, str, str]:
    nullable = ", null" if column.nullable else ""
    return f"`{column.name}`", f"{_type_name(column.type)}{nullable}", column.description


def _type_name(kind: pa.DataType) -> str:
    if pa.types.is_dictionary(kind):
        return f"dictionary of {kind.value_type}"
    if pa.types.is_list(kind):
        return f"list of {kind.value_type}"
    return {pa.float64(): "float64", pa.float32(): "float32", pa.date32(): "date32"}.get(kind, str(kind))


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(columns_page(), encoding="utf-8", newline="\n")
