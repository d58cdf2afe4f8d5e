"""The columns of the three tables, said once: the Parquet files, the docs and the tests are all made from here."""

from __future__ import annotations

import json
from typing import Any, NamedTuple

import pyarrow as pa

SCHEMA_VERSION = "1.1"
"""Goes up in its first number when a column is renamed, loses values or changes its meaning; else in its second."""


class Column(NamedTuple):
    """One column: its Arrow type, whether it may be null, and what it means."""

    name: str
    type: pa.DataType
    nullable: bool
    description: str


_WORD = pa.dictionary(pa.int32(), pa.string())
_TEXT = pa.string()
_WORDS = pa.list_(pa.string())

FACTS = (
    Column("fact_id", _TEXT, False, "Stable: the same article, figure and reading give the same id on every run."),
    Column("article_id", _TEXT, False, "The record's own id where it has one, else made from its content."),
    Column("indicator", _WORD, False, "What the figure counts."),
    Column("unit", _WORD, False, "person, household, percent, idr, facility, employer, village or visit."),
    Column("value", pa.float64(), False, "The figure, absolute, in the unit; the midpoint of a range. Always finite."),
    Column("value_low", pa.float64(), True, "Lower end of a range, else null."),
    Column("value_high", pa.float64(), True, "Upper end of a range, else null."),
    Column("qualifier", _WORD, False, "How exact the article is: exact, approx, at_least, at_most or range."),
    Column("status", _WORD, False, "actual, target or planned."),
    Column("program", _WORD, False, "jkn, or jamkesda where the people or the money are the local scheme's own."),
    Column("segment", _WORD, True, "Participant segment (pbi_apbn, ppu, pbpu, ...); null means all."),
    Column("care_class", pa.int8(), True, "Care class 1, 2 or 3; null where none is meant."),
    Column("facility_type", _WORD, True, "Kind of health facility; null where none is meant."),
    Column("per", _WORD, True, "What a rate of money is for: month, year, person_month, person_year, household_month."),
    Column("region_name", _TEXT, True, "Official full name of the area that the figure is asserted for."),
    Column("region_code", _TEXT, True, "Kemendagri code of that area as text («35.22»); a branch office has none."),
    Column("region_level", _WORD, True, "national, province, regency, city, district, village, branch or other."),
    Column("region_basis", _WORD, True, "Where it was read: clause, sentence, paragraph, topic, speaker or dateline."),
    Column("region_members", _WORDS, True, "Codes of the areas that a branch serves, where the article names them."),
    Column("period_start", pa.date32(), True, "First day of the period that the figure is asserted for."),
    Column("period_end", pa.date32(), True, "Last day of that period, inclusive."),
    Column("period_basis", _WORD, False, "stated, article_date or unknown."),
    Column("speaker_name", _TEXT, True, "Who is quoted with the figure."),
    Column("speaker_role", _TEXT, True, "The office of who is quoted."),
    Column("sentence", _TEXT, False, "The sentence that the figure was read from."),
    Column("surface", _TEXT, False, "The words of the figure: the stored text from char_start to char_end."),
    Column("char_start", pa.int32(), False, "Where the surface begins, in characters of the stored text."),
    Column("char_end", pa.int32(), False, "Where it ends, exclusive."),
    Column("in_title", pa.bool_(), False, "Whether the figure was read from the title."),
    Column("mentions", pa.int16(), False, "How often the article says the figure."),
    Column("pattern_id", _WORD, False, "The pattern that made the row."),
    Column(
        "confidence",
        pa.float32(),
        False,
        "How likely indicator, value and unit are right: of rows near 0.9 about nine in ten. Between 0 and 1.",
    ),
    Column(
        "flags",
        _WORDS,
        False,
        "How it was read where that is not plain, and whether others agree; mostly empty.",
    ),
)
ARTICLES = (
    Column("article_id", _TEXT, False, "The record's own id where it has one, else made from its content."),
    Column("source", _TEXT, False, "The file that it was read from, as it was named."),
    Column("title", _TEXT, True, "The title that came with it."),
    Column("outlet", _TEXT, True, "The outlet that came with it."),
    Column("url", _TEXT, True, "The address that came with it."),
    Column("published", pa.date32(), True, "The date of publication that came with it."),
    Column("article_date", pa.date32(), True, "The article's own date: published, else read off its text."),
    Column("date_basis", _WORD, False, "Where that date is from: published, dateline, text or unknown."),
    Column("content_hash", _TEXT, True, "SHA-256 of the stored text in NFC, blanks as single spaces; on topic only."),
    Column("characters", pa.int32(), False, "Length of the stored text."),
    Column("facts", pa.int32(), False, "How many facts it gave."),
    Column("on_topic", pa.bool_(), False, "False where it says nothing of health insurance and was not read further."),
    Column("text", _TEXT, True, "The stored text that offsets count in; null where the article gave no fact."),
)
REJECTS = (
    Column("source", _TEXT, False, "The file, or the folder."),
    Column("record", pa.int64(), True, "Line or row in it, from 1; null where the whole file or folder is meant."),
    Column("reason", _WORD, False, "Why: one of the reasons below."),
    Column("detail", _TEXT, False, "What exactly was wrong."),
)
REASONS = {
    "no_text": "no field text, or a blank one",
    "wrong_type": "a record that is no object, or a field that holds something else than it should",
    "markup": "a text that is HTML or the like, in which figures hide: turn it into plain text first",
    "too_large": "longer than the limit",
    "broken_json": "a line that is no JSON",
    "undecodable": "bytes that are no UTF-8",
    "duplicate_id": "the id of an earlier article, which was kept",
    "unreadable_file": "a file that cannot be opened or breaks off; what came before was read",
    "empty_file": "a file without a record",
    "unreadable_folder": "a folder that cannot be looked into: none of its files was read",
    "bad_published": "a warning: the article was read, without its date of publication",
    "extraction_failed": "an article that the extraction broke down on",
    "worker_died": "an article that a worker process died on when it was given that one alone",
}
"""Every reason that a row of rejects can have."""


def _schema(table: str, columns: tuple[Column, ...]) -> pa.Schema:
    fields = [
        pa.field(name, kind, nullable=nullable, metadata={"description": description})
        for name, kind, nullable, description in columns
    ]
    metadata = {"table": table, "schema_version": SCHEMA_VERSION, "pandas": json.dumps(_for_pandas(columns))}
    return pa.schema(fields, metadata=metadata)


def _for_pandas(columns: tuple[Column, ...]) -> dict[str, Any]:
    """What pandas needs to know to give integers with gaps and dates types of their own, not float and object."""
    own = {pa.int8(): "Int8", pa.int64(): "Int64", pa.date32(): "date32[day][pyarrow]"}
    described = [
        {"name": c.name, "field_name": c.name, "pandas_type": str(c.type), "numpy_type": own[c.type], "metadata": None}
        for c in columns
        if c.type in own and c.nullable
    ]
    return {"index_columns": [], "column_indexes": [], "columns": described}


FACTS_SCHEMA = _schema("facts", FACTS)
ARTICLES_SCHEMA = _schema("articles", ARTICLES)
REJECTS_SCHEMA = _schema("rejects", REJECTS)


def plain(schema: pa.Schema) -> pa.Schema:
    """The schema with text where it has dictionaries: how rows travel before the file's own dictionaries are made."""
    return pa.schema([f.with_type(pa.string()) if pa.types.is_dictionary(f.type) else f for f in schema])
