"""Records out: the schema of the three tables, their Parquet files, and the folder that holds a finished run."""

from extract.tables.folder import OutputFolder
from extract.tables.rows import as_batch, facts_table
from extract.tables.schema import (
    ARTICLES_SCHEMA,
    FACTS_SCHEMA,
    REASONS,
    REJECTS_SCHEMA,
    SCHEMA_VERSION,
    plain,
)
from extract.tables.writer import TableWriter

__all__ = [
    "ARTICLES_SCHEMA",
    "FACTS_SCHEMA",
    "REASONS",
    "REJECTS_SCHEMA",
    "SCHEMA_VERSION",
    "OutputFolder",
    "TableWriter",
    "as_batch",
    "facts_table",
    "plain",
]
