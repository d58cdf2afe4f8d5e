"""What decides between a run on Spark and a local one is seen in small inputs, read in one session on this machine."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from spark_here import skip_without_spark

from extract.errors import SourceError
from extract.run.local import run_local

TABLES = ("facts", "articles", "rejects")
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def session() -> Iterator[None]:
    skip_without_spark()
    from pyspark.sql import SparkSession

    from extract.run.spark import use_this_python

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SPARK_LOCAL_IP", "127.0.0.1")
        patch.delenv("PYSPARK_PYTHON", raising=False)
        use_this_python("local", os.environ)
        spark = SparkSession.builder.master("local[1]").config("spark.ui.enabled", "false").getOrCreate()
        yield
        spark.stop()


def a_file(path: Path, **columns: Any) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    pq.write_table(pa.table(columns), path)


def text(share: int) -> str:
    return f"Cakupan JKN di Kota Tegal pada 2023 sudah {share} persen."


def rows(out: Path) -> dict[str, list[dict[str, Any]]]:
    return {table: pq.read_table(out / f"{table}.parquet").to_pylist() for table in TABLES}


def both(source: Path, folder: Path) -> dict[str, list[dict[str, Any]]]:
    """The rows of both runs, which have to be the same."""
    from extract.run.spark import run_spark

    run_spark([source], folder / "spark")
    run_local([source], folder / "local", processes=1)
    found = rows(folder / "spark")
    assert found == rows(folder / "local")
    return found


def test_the_first_of_an_id_wins_though_its_file_is_the_smaller_one(session: None, tmp_path: Path) -> None:
    a_file(tmp_path / "in" / "a.parquet", id=["dup"], text=[text(51)])
    a_file(tmp_path / "in" / "b.parquet", id=["dup", *map(str, range(60, 99))], text=list(map(text, range(60, 100))))
    found = both(tmp_path / "in", tmp_path)
    assert found["facts"][0]["value"] == 51
    assert [row["source"].endswith("b.parquet") for row in found["rejects"]] == [True]


NAMES = ("year=2024/month=01/p.parquet", "détik–1.parquet", "a b.parquet", "a%20b.parquet", "q#[1]{x}?.parquet")


def test_files_are_called_what_a_local_run_calls_them(session: None, tmp_path: Path) -> None:
    for number, name in enumerate(NAMES):
        a_file(tmp_path / "in" / name, id=[f"i{number}"], text=[text(50 + number)])
    found = both(tmp_path / "in", tmp_path)
    assert {Path(row["source"]).name for row in found["articles"]} == {Path(name).name for name in NAMES}


def test_an_article_is_of_the_day_that_its_own_file_names(session: None, tmp_path: Path) -> None:
    late = datetime(2024, 6, 3, 18, 30, tzinfo=UTC)
    for number, zone in enumerate(("UTC", "Asia/Jakarta", "+09:00")):
        published = pa.array([late], pa.timestamp("us", zone))
        a_file(tmp_path / "in" / f"{number}.parquet", id=[zone], text=[text(50)], published=published)
    found = both(tmp_path / "in", tmp_path)
    days = {row["article_id"]: row["published"].day for row in found["articles"]}
    assert days == {"UTC": 3, "Asia/Jakarta": 4, "+09:00": 4}


def test_a_run_that_fails_leaves_the_last_good_tables(
    session: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from extract.run import spark

    a_file(tmp_path / "in.parquet", id=["a"], text=[text(51)])
    a_file(tmp_path / "other.parquet", id=["b"], text=[text(62)])
    out = tmp_path / "détik"
    spark.run_spark([tmp_path / "in.parquet"], out)
    before = rows(out)
    assert before["facts"]

    def dying(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(spark, "write_record", dying)
    (tmp_path / "empty").mkdir()
    for folder in (out, tmp_path / "new", tmp_path / "empty"):
        with pytest.raises(KeyboardInterrupt):
            spark.run_spark([tmp_path / "other.parquet"], folder)
    assert rows(out) == before
    assert not (tmp_path / "new").exists()
    assert list((tmp_path / "empty").iterdir()) == []
    assert sorted(path.name for path in out.iterdir()) == [
        "articles.parquet",
        "facts.parquet",
        "rejects.parquet",
        "run.json",
    ]
    monkeypatch.undo()
    spark.run_spark([tmp_path / "other.parquet"], out)
    assert rows(out)["facts"][0]["value"] == 62


def test_a_run_killed_while_it_was_put_in_place_is_finished_by_the_next(
    session: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from extract.run import spark, spark_output

    a_file(tmp_path / "in.parquet", id=["a"], text=[text(51)])
    a_file(tmp_path / "other.parquet", id=["b"], text=[text(62)])
    out = tmp_path / "out"
    spark.run_spark([tmp_path / "in.parquet"], out)
    monkeypatch.setattr(spark_output.Staged, "_finish_commit", lambda _: None)
    spark.run_spark([tmp_path / "other.parquet"], out)
    assert rows(out)["facts"][0]["value"] == 51
    monkeypatch.undo()
    monkeypatch.setattr(spark, "write_tables", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        spark.run_spark([tmp_path / "in.parquet"], out)
    assert rows(out)["facts"][0]["value"] == 62


def test_input_without_a_record_replaces_nothing(session: None, tmp_path: Path) -> None:
    from extract.run.spark import run_spark

    a_file(tmp_path / "in.parquet", id=["a"], text=[text(51)])
    a_file(tmp_path / "none.parquet", id=pa.array([], pa.string()), text=pa.array([], pa.string()))
    run_spark([tmp_path / "in.parquet"], tmp_path / "out")
    before = rows(tmp_path / "out")
    with pytest.raises(SourceError, match=r"none\.parquet: holds no record"):
        run_spark([tmp_path / "none.parquet"], tmp_path / "out")
    assert rows(tmp_path / "out") == before
