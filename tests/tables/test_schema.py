"""The schema, the contract it keeps and the page made from it."""

from __future__ import annotations

import re
from pathlib import Path

import pyarrow as pa
import pytest
from contract import WORDS
from reader import corpus, pack, pipeline

from extract.decisions.flags import FLAGS, flag_says
from extract.model import Fact
from extract.tables import ARTICLES_SCHEMA, FACTS_SCHEMA, REASONS, REJECTS_SCHEMA, SCHEMA_VERSION, plain
from extract.tables.columns import columns_page

SCHEMAS = [FACTS_SCHEMA, ARTICLES_SCHEMA, REJECTS_SCHEMA]


def test_the_fields_of_a_fact_are_the_columns_in_order() -> None:
    assert tuple(FACTS_SCHEMA.names) == Fact._fields


@pytest.mark.parametrize("schema", SCHEMAS, ids=["facts", "articles", "rejects"])
def test_every_field_says_what_it_means(schema: pa.Schema) -> None:
    for field in schema:
        assert re.fullmatch(r"\S.*\.", field.metadata[b"description"].decode()), field.name
    assert schema.metadata[b"schema_version"] == SCHEMA_VERSION.encode()


def test_the_types_of_the_contract() -> None:
    word = pa.dictionary(pa.int32(), pa.string())
    for names, kind in [
        ("fact_id article_id region_name region_code speaker_name speaker_role sentence surface", pa.string()),
        ("indicator unit qualifier status program segment facility_type per region_level region_basis", word),
        ("period_basis pattern_id", word),
        ("value value_low value_high", pa.float64()),
        ("care_class", pa.int8()),
        ("region_members flags", pa.list_(pa.string())),
        ("period_start period_end", pa.date32()),
        ("char_start char_end", pa.int32()),
        ("in_title", pa.bool_()),
        ("mentions", pa.int16()),
        ("confidence", pa.float32()),
    ]:
        for name in names.split():
            assert FACTS_SCHEMA.field(name).type == kind, name


def test_what_is_never_null() -> None:
    never = {field.name for field in FACTS_SCHEMA if not field.nullable}
    assert {"indicator", "unit", "qualifier", "status", "program", "value", "period_basis", "pattern_id"} <= never
    assert not {"segment", "region_name", "region_code", "period_start", "value_low", "care_class"} & never


def test_plain_keeps_all_but_the_dictionaries() -> None:
    for before, after in zip(FACTS_SCHEMA, plain(FACTS_SCHEMA), strict=True):
        assert (before.name, before.nullable) == (after.name, after.nullable)
        assert not pa.types.is_dictionary(after.type)


def test_the_page_of_columns_is_the_one_that_the_schema_makes(repository: Path) -> None:
    page = (repository / "docs" / "columns.md").read_text(encoding="utf-8")
    assert page == columns_page(), "the schema has changed: make docs"


def test_every_reason_that_the_code_gives_is_on_the_page(repository: Path) -> None:
    given = set()
    for room in ("sources", "run"):
        for module in (repository / "extract" / room).glob("*.py"):
            text = module.read_text(encoding="utf-8")
            calls = r'(?:Unreadable|Reject|rejected)\((?:[^"()]|\w\([^()]*\))*?"([a-z_]+)"'
            given.update(re.findall(calls, text))
    assert given == set(REASONS)


def test_every_flag_that_the_code_sets_is_on_the_page(repository: Path) -> None:
    given = set()
    for module in (repository / "extract" / "values").glob("*.py"):
        for line in module.read_text(encoding="utf-8").splitlines():
            if re.search(r"flags|swapped|Reading\(", line) and "slots" not in line:
                given.update(re.findall(r'"([a-z_]+)"', line))
    assert given - {"count", "money", "percent"} == {flag for flag in FLAGS if ":" not in flag}
    page = columns_page()
    assert all(f"| `{flag}` |" in page for flag in FLAGS)


def test_the_page_lists_the_words_of_the_pack() -> None:
    page = columns_page()
    for indicator in pack().indicators.values():
        assert f"| `{indicator.name}` | {', '.join(indicator.units)} | {indicator.description} |" in page
    for column in ("segment", "facility_type"):
        assert all(f"| `{word}` |" in page for word in WORDS[column] if word)


def test_the_flags_of_the_corpus_have_meanings() -> None:
    flags = {flag for entry in corpus().values() for fact in pipeline().run(entry.article).facts for flag in fact.flags}
    assert {flag_says(flag) for flag in flags}
