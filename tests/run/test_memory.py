"""The Python API over texts and tables, with a fake pipeline."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from datetime import date

import pyarrow as pa
import pytest
from fake_pipeline import FakePipeline

import extract
from extract.errors import SourceError
from extract.run import memory, text
from extract.tables import FACTS_SCHEMA


@pytest.fixture(autouse=True)
def _fake_reader(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for module in (memory, text):
        monkeypatch.setattr(module, "reader_of", lambda pack: FakePipeline())
    yield


def test_the_facts_of_a_text() -> None:
    text = "Warga JKN angka 12, lalu angka 13"
    facts = extract.extract_text(text)
    assert [text[fact.char_start : fact.char_end] for fact in facts] == ["12", "13"]


def test_a_table_that_does_not_say_that_its_columns_are_text() -> None:
    table = pa.table({"id": [b"a"], "text": [b"Warga JKN angka 12"]})
    assert extract.extract_table(table).column("article_id").to_pylist() == ["a"]


def test_a_title_is_part_of_what_is_read() -> None:
    [fact] = extract.extract_text("Isi.", title="JKN angka 12", published=date(2021, 3, 4))
    assert fact.char_start == 10


@pytest.mark.parametrize(
    ("text", "published", "message"),
    [("  ", None, "extract_text: the field text is blank"), ("isi", "kemarin", "published is no ISO date: 'kemarin'")],
)
def test_what_cannot_be_read_is_an_error(text: str, published: str | None, message: str) -> None:
    with pytest.raises(SourceError, match=message):
        extract.extract_text(text, published=published)


RECORDS = [{"id": 1, "text": "jkn angka 1"}, {"id": 2, "text": "lain"}, {"id": 3, "text": "jkn angka 3"}]


@pytest.mark.parametrize(
    "given",
    [RECORDS, iter(RECORDS), pa.Table.from_pylist(RECORDS), pa.RecordBatch.from_pylist(RECORDS)],
    ids=["list", "iterator", "table", "batch"],
)
def test_the_facts_of_a_table(given: object) -> None:
    facts = extract.extract_table(given)
    assert facts.schema == FACTS_SCHEMA
    assert facts.column("article_id").to_pylist() == ["1", "3"]


def test_no_articles_no_facts() -> None:
    assert extract.extract_table([]).schema == FACTS_SCHEMA


def test_bad_records_are_counted_in_a_warning() -> None:
    bad = [*RECORDS, {"id": 4}, {"id": 5, "text": "jkn GAGAL"}, {"id": 6}]
    with pytest.warns(UserWarning, match="records not read in full: extraction_failed 1, no_text 2"):
        assert extract.extract_table(bad).num_rows == 2


def test_the_package_offers_its_names_and_no_others() -> None:
    assert set(dir(extract)) == {"__version__", "explain_text", "extract_table", "extract_text", "load_pack"}
    with pytest.raises(AttributeError, match="no attribute 'extract_image'"):
        _ = extract.extract_image


def test_importing_the_package_loads_nothing_heavy() -> None:
    code = "import extract, sys; print([n for n in ('pyarrow', 'spacy', 'pandas', 'typer') if n in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout == "[]\n"


def test_a_text_is_read_without_arrow() -> None:
    code = "import extract, sys; extract.extract_text('JKN'); print({'pyarrow', 'pandas'} & set(sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout == "set()\n"
