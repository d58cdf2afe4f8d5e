"""The page that describes every column, made from the schema: ``python -m extract.tables.columns docs/columns.md``."""

from __future__ import annotations

import sys
from pathlib import Path

import pyarrow as pa

from extract.tables.schema import ARTICLES, FACTS, REASONS, REJECTS, SCHEMA_VERSION, Column

_HEAD = """# The columns

Version {version} of the schema. This page is made from `extract/tables/schema.py` (`make docs`); the same descriptions
stand in the metadata of each field of the Parquet files. A column without «null» always has a value.
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
        rows = "\n".join(_row(column) for column in columns)
        parts.append(f"## `{name}`\n\n{about}\n\n| column | type | |\n|---|---|---|\n{rows}\n")
    reasons = "\n".join(f"| `{reason}` | {meaning} |" for reason, meaning in REASONS.items())
    parts.append(f"### Reasons\n\n| reason | what it says |\n|---|---|\n{reasons}\n")
    return "\n".join(parts)


def _row(column: Column) -> str:
    nullable = ", null" if column.nullable else ""
    return f"| `{column.name}` | {_type_name(column.type)}{nullable} | {column.description} |"


def _type_name(kind: pa.DataType) -> str:
    if pa.types.is_dictionary(kind):
        return f"dictionary of {kind.value_type}"
    if pa.types.is_list(kind):
        return f"list of {kind.value_type}"
    return {pa.float64(): "float64", pa.float32(): "float32", pa.date32(): "date32"}.get(kind, str(kind))


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(columns_page(), encoding="utf-8", newline="\n")
