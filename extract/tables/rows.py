"""Python records to Arrow rows."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import Any

import pyarrow as pa

from extract.model import Fact
from extract.tables.schema import FACTS_SCHEMA, plain

PLAIN_FACTS = plain(FACTS_SCHEMA)


def as_batch(rows: Sequence[tuple[Any, ...]], schema: pa.Schema) -> pa.RecordBatch:
    """Rows whose values stand in the order of the schema's fields, as one record batch.

    Raises pyarrow's ArrowInvalid or ArrowTypeError (a ValueError, a TypeError) where a value does not fit its column,
    and ValueError where a column that must not be null has one.
    """
    if not rows:
        return pa.RecordBatch.from_arrays([pa.nulls(0, field.type) for field in schema], schema=schema)
    columns = list(zip(*rows, strict=True))
    arrays = [pa.array(column, field.type) for column, field in zip(columns, schema, strict=True)]
    for array, field in zip(arrays, schema, strict=True):
        if array.null_count and not field.nullable:
            raise ValueError(f"null in the column {field.name}, which must have a value")
    return pa.RecordBatch.from_arrays(arrays, schema=schema)


_NO_FACTS = as_batch((), PLAIN_FACTS)
"""Made once: most batches of a crawl have none, and there are many columns."""


def fact_rows(facts: Sequence[Fact]) -> pa.RecordBatch:
    """Facts as a record batch of the plain facts schema. ValueError where a value is not finite or does not fit."""
    if not facts:
        return _NO_FACTS
    for fact in facts:
        if not math.isfinite(fact.value):
            raise ValueError(f"the value of «{fact.surface}» is not finite")
    return as_batch(facts, PLAIN_FACTS)


def encoded(rows: pa.Table, schema: pa.Schema) -> pa.Table:
    """Plain rows in the file's own types, each dictionary holding the words of these rows in order of appearance."""
    rows = rows.combine_chunks()
    columns = [
        column.dictionary_encode() if pa.types.is_dictionary(field.type) else column
        for column, field in zip(rows.columns, schema, strict=True)
    ]
    return pa.Table.from_arrays(columns, schema=schema)


def facts_table(batches: Iterable[pa.RecordBatch]) -> pa.Table:
    """Batches of plain facts as one table of the facts schema."""
    return encoded(pa.Table.from_batches(list(batches), PLAIN_FACTS), FACTS_SCHEMA)
