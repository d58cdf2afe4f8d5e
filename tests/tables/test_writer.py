"""Rows to Parquet: types, bytes, row groups."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from fake_pipeline import a_fact
from hypothesis import given
from hypothesis import strategies as st

from extract.errors import OutputError
from extract.tables import ARTICLES_SCHEMA, FACTS_SCHEMA, REJECTS_SCHEMA, TableWriter, as_batch, facts_table, plain
from extract.tables.rows import fact_rows

FULL = {
    "value_low": 10.0,
    "value_high": 14.0,
    "qualifier": "range",
    "segment": "pbpu",
    "care_class": 3,
    "facility_type": "klinik",
    "per": "month",
    "region_members": ("99.01", "99.02"),
    "period_start": date(2021, 1, 1),
    "period_end": date(2021, 12, 31),
    "speaker_name": "Seseorang",
    "speaker_role": "Kepala Dinas",
    "flags": ("word",),
}


def write_facts(path: Path, *batches: pa.RecordBatch, group_rows: int = 4) -> bytes:
    with TableWriter(path, FACTS_SCHEMA, group_rows=group_rows) as writer:
        for batch in batches:
            writer.write(batch)
    return path.read_bytes()


def test_a_fact_comes_back_as_it_went_in(tmp_path: Path) -> None:
    facts = [a_fact(), a_fact("a-2", "3", **FULL)]
    write_facts(tmp_path / "f.parquet", fact_rows(facts))
    table = pq.read_table(tmp_path / "f.parquet")
    assert table.schema == FACTS_SCHEMA
    assert table.schema.metadata == FACTS_SCHEMA.metadata
    for field in table.schema:
        assert field.metadata[b"description"] == FACTS_SCHEMA.field(field.name).metadata[b"description"]
    back = [
        {name: tuple(value) if isinstance(value, list) else value for name, value in row.items()}
        for row in table.to_pylist()
    ]
    assert back == [fact._asdict() for fact in facts]


def test_pandas_gets_a_frame_that_needs_no_cleaning(tmp_path: Path) -> None:
    write_facts(tmp_path / "f.parquet", fact_rows([a_fact(), a_fact("a-2", "3", **FULL)]))
    frame = pd.read_parquet(tmp_path / "f.parquet")
    assert list(frame.columns) == FACTS_SCHEMA.names
    assert frame["care_class"].dtype == "Int8"
    assert frame["care_class"].tolist() == [pd.NA, 3]
    assert frame["period_start"].dt.year.tolist() == [pd.NA, 2021]
    assert frame["period_end"][1] == date(2021, 12, 31)
    assert frame["indicator"].dtype == "category"
    assert frame["value"].dtype == "float64"
    assert frame["mentions"].dtype == "int16"
    assert frame["in_title"].dtype == "bool"
    assert frame["segment"].isna().tolist() == [True, False]
    some = pd.read_parquet(tmp_path / "f.parquet", columns=["value", "period_end"])
    assert list(some.columns) == ["value", "period_end"]


@pytest.mark.parametrize(
    "schema", [FACTS_SCHEMA, ARTICLES_SCHEMA, REJECTS_SCHEMA], ids=["facts", "articles", "rejects"]
)
def test_a_table_without_rows_has_its_columns(tmp_path: Path, schema: pa.Schema) -> None:
    with TableWriter(tmp_path / "t.parquet", schema) as writer:
        writer.write(as_batch((), plain(schema)))
    assert pq.read_table(tmp_path / "t.parquet").schema == schema
    assert list(pd.read_parquet(tmp_path / "t.parquet").columns) == schema.names


@given(st.lists(st.integers(0, 5), max_size=6))
def test_where_batches_were_cut_leaves_no_trace(tmp_path_factory: pytest.TempPathFactory, sizes: list[int]) -> None:
    folder = tmp_path_factory.mktemp("cut")
    facts = [a_fact(f"a-{n}", str(n), indicator=f"i{n % 3}") for n in range(sum(sizes))]
    rest, batches = list(facts), []
    for size in sizes:
        batches.append(fact_rows(rest[:size]))
        rest = rest[size:]
    assert write_facts(folder / "cut", *batches) == write_facts(folder / "whole", fact_rows(facts))


def test_row_groups_are_of_a_fixed_size(tmp_path: Path) -> None:
    write_facts(tmp_path / "f.parquet", *(fact_rows([a_fact(str(n))]) for n in range(10)))
    metadata = pq.read_metadata(tmp_path / "f.parquet")
    assert [metadata.row_group(n).num_rows for n in range(metadata.num_row_groups)] == [4, 4, 2]
    assert {metadata.row_group(0).column(n).compression for n in range(metadata.num_columns)} == {"ZSTD"}


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"value": float("nan")}, "the value of «12» is not finite"),
        ({"value": float("inf")}, "not finite"),
        ({"unit": None}, "null in the column unit, which must have a value"),
        ({"care_class": 300}, "300"),
        ({"period_start": "2021"}, "cannot be converted"),
    ],
)
def test_a_fact_that_does_not_fit_is_refused(changes: dict[str, object], message: str) -> None:
    with pytest.raises((ValueError, TypeError, OverflowError), match=message):
        fact_rows([a_fact(**changes)])


def test_facts_in_memory_have_the_schema_of_the_file() -> None:
    table = facts_table([fact_rows([a_fact()]), fact_rows([]), fact_rows([a_fact("b")])])
    assert table.schema.equals(FACTS_SCHEMA, check_metadata=True)
    assert table.column("article_id").to_pylist() == ["a-1", "b"]
    assert facts_table([]).num_rows == 0


def test_a_full_disk_is_an_output_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(pq.ParquetWriter, "write_table", full)
    with pytest.raises(OutputError, match=r"f\.parquet: cannot be written: .*No space left.*make room"):
        write_facts(tmp_path / "f.parquet", fact_rows([a_fact()]))


def test_a_disk_that_is_full_from_the_start_is_an_output_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(pq, "ParquetWriter", full)
    with pytest.raises(OutputError, match=r"f\.parquet: cannot be written: .*No space left.*make room"):
        TableWriter(tmp_path / "f.parquet", FACTS_SCHEMA)


def test_a_file_that_cannot_be_closed_is_let_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = []

    class Full(pq.ParquetWriter):  # type: ignore[misc]
        def __init__(self, *given: object, **more: object) -> None:
            super().__init__(*given, **more)
            made.append(self)

        def close(self) -> None:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(pq, "ParquetWriter", Full)
    with pytest.raises(OutputError, match="cannot be written"), TableWriter(tmp_path / "f.parquet", FACTS_SCHEMA):
        pass
    with pytest.raises(ZeroDivisionError), TableWriter(tmp_path / "g.parquet", FACTS_SCHEMA):
        raise ZeroDivisionError
    assert [writer.is_open for writer in made] == [False, False]
