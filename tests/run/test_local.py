"""Whole runs over files, with a fake pipeline."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from fake_pipeline import DyingEngine, FakeEngine

from extract.errors import AngkaError, OutputError, SourceError
from extract.run import local, workers
from extract.run.local import Progress, Report, run_local
from extract.sources import batches
from extract.tables import ARTICLES_SCHEMA, FACTS_SCHEMA, REJECTS_SCHEMA

Write = Callable[..., Path]
FILES = ("articles.parquet", "facts.parquet", "rejects.parquet", "run.json")


def a_run(path: Path, out: Path, **options: Any) -> Report:
    return run_local([path], out, engine=options.pop("engine", FakeEngine()), **options)


def column(out: Path, name: str, table: str = "facts") -> list[Any]:
    values: list[Any] = pq.read_table(out / f"{table}.parquet").column(name).to_pylist()
    return values


def bytes_of(out: Path) -> dict[str, bytes]:
    return {name: (out / name).read_bytes() for name in FILES}


@pytest.fixture
def pool_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Small input goes to a pool too, in small batches."""
    monkeypatch.setattr(local, "_POOL_ARTICLES", 1)
    monkeypatch.setattr(batches, "ROWS", 4)


def some_records(count: int = 50) -> list[dict[str, Any] | str]:
    records: list[dict[str, Any] | str] = [
        {"id": n, "text": f"Warga jkn angka {n} dan angka {n + 1}", "published": "2021-03-04"} for n in range(count)
    ]
    return [*records, '{"broken', {"id": 0, "text": "lagi"}, {"id": "x", "text": "lain topik"}, {"text": "jkn GAGAL"}]


def test_a_run_leaves_its_tables_and_a_report(write_jsonl: Write, tmp_path: Path) -> None:
    report = a_run(write_jsonl(*some_records()), tmp_path / "out")
    assert report._replace(seconds=0) == Report(
        articles=51,
        on_topic=50,
        with_facts=50,
        known=0,
        facts=100,
        facts_by_family={"participants": 100},
        rejects_by_reason={"broken_json": 1, "duplicate_id": 1, "extraction_failed": 1},
        files=1,
        passed_over=0,
        processes=1,
        seconds=0,
    )
    for name, schema in [("facts", FACTS_SCHEMA), ("articles", ARTICLES_SCHEMA), ("rejects", REJECTS_SCHEMA)]:
        assert pq.read_schema(tmp_path / "out" / f"{name}.parquet") == schema
    assert column(tmp_path / "out", "record", "rejects") == [51, 52, 54]


def test_run_json_says_what_was_run(write_jsonl: Write, tmp_path: Path) -> None:
    path = write_jsonl(*some_records())
    a_run(path, tmp_path / "out")
    run = json.loads((tmp_path / "out" / "run.json").read_text())
    assert run["patterns"] == "0" * 64
    assert set(run["libraries"]) == {"spacy", "pyarrow", "regex", "numpy", "python"}
    assert run["inputs"] == {
        "named": [str(path)],
        "files": 1,
        "bytes": path.stat().st_size,
        "passed_over": 0,
        "passed_over_first": [],
    }
    assert run["counts"]["facts_by_indicator"] == {"participants": 100}
    assert run["counts"]["rejects_by_reason"] == {"broken_json": 1, "duplicate_id": 1, "extraction_failed": 1}
    assert set(run["files"]) == {"facts.parquet", "articles.parquet", "rejects.parquet"}


def test_the_same_input_gives_the_same_bytes(write_jsonl: Write, tmp_path: Path, pool_at_once: None) -> None:
    path = write_jsonl(*some_records())
    one, two = tmp_path / "one", tmp_path / "two"
    assert a_run(path, one, processes=1).processes == 1
    assert a_run(path, two, processes=2).processes == 2
    first = bytes_of(one)
    assert first == bytes_of(two)
    a_run(path, one, processes=1)
    assert first == bytes_of(one)


def test_nor_does_the_size_of_the_batches_show(
    write_jsonl: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_jsonl(*({"id": n, "text": f"jkn angka {n % 7}"} for n in range(30)))
    a_run(path, tmp_path / "one")
    monkeypatch.setattr(batches, "ROWS", 7)
    a_run(path, tmp_path / "two")
    assert bytes_of(tmp_path / "one") == bytes_of(tmp_path / "two")


def test_rejects_stand_in_the_order_of_the_input(
    write_jsonl: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    records: list[dict[str, Any]] = [{"id": n, "text": f"jkn angka {n}"} for n in range(30)]
    records[4] = {"id": 4, "text": "jkn GAGAL", "published": "entah"}
    records[9]["text"] = " "
    records[20]["text"] = "jkn GAGAL"
    write_jsonl(*records, name="in/b.jsonl")
    (tmp_path / "in" / "a.jsonl").write_text('{"text": "jkn GAGAL"}')
    (tmp_path / "in" / "c.jsonl.gz").write_bytes(b"no gzip")
    expected = [(1, "extraction_failed"), (5, "bad_published"), (5, "extraction_failed"), (10, "no_text")]
    expected += [(21, "extraction_failed"), (None, "unreadable_file")]
    for rows in (1024, 7, 1):
        monkeypatch.setattr(batches, "ROWS", rows)
        a_run(tmp_path / "in", tmp_path / f"out-{rows}", processes=1)
        found = [column(tmp_path / f"out-{rows}", name, "rejects") for name in ("record", "reason")]
        assert list(zip(*found, strict=True)) == expected
        assert bytes_of(tmp_path / f"out-{rows}") == bytes_of(tmp_path / "out-1024")


def some_that_kill(write_jsonl: Write, *which: int) -> Path:
    texts = [f"jkn angka {n}" + " MATI" * (n in which) for n in range(40)]
    return write_jsonl(*({"id": f"a{n}", "text": text} for n, text in enumerate(texts)))


def test_only_the_article_that_kills_its_worker_is_lost(write_jsonl: Write, tmp_path: Path, pool_at_once: None) -> None:
    path = some_that_kill(write_jsonl, 9, 11)
    report = a_run(path, tmp_path / "out", processes=2)
    assert report.rejects_by_reason == {"worker_died": 2}
    assert column(tmp_path / "out", "record", "rejects") == [10, 12]
    assert column(tmp_path / "out", "value") == [n for n in range(40) if n not in (9, 11)]
    details = [f"the worker process died (SIGKILL) on a{n}" for n in (9, 11)]
    assert column(tmp_path / "out", "detail", "rejects") == details


def test_a_worker_that_was_killed_from_elsewhere_loses_nothing(
    write_jsonl: Write, tmp_path: Path, pool_at_once: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ANGKA_TEST_ONCE", str(tmp_path / "killed"))
    path = write_jsonl(*({"id": n, "text": f"jkn angka {n}" + " SEKALI" * (n == 9)} for n in range(40)))
    assert a_run(path, tmp_path / "out", processes=2).rejects_by_reason == {}
    assert (tmp_path / "killed").exists()
    a_run(path, tmp_path / "one", processes=1)
    assert bytes_of(tmp_path / "out") == bytes_of(tmp_path / "one")


def test_workers_that_go_on_dying_are_not_tried_for_ever(
    write_jsonl: Write, tmp_path: Path, pool_at_once: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "_PATIENCE", 1)
    a_run(some_that_kill(write_jsonl, 9), tmp_path / "out", processes=2)
    assert column(tmp_path / "out", "record", "rejects") == [9, 10, 11, 12]
    [detail] = set(column(tmp_path / "out", "detail", "rejects"))
    assert detail == "the worker process died (SIGKILL) on a batch of 4 articles that this one was in"


def test_a_worker_that_dies_while_it_starts_names_the_memory(
    write_jsonl: Write, tmp_path: Path, pool_at_once: None
) -> None:
    with pytest.raises(AngkaError, match=r"while it was starting \(SIGKILL\) \(the memory may not suffice .* fewer"):
        a_run(write_jsonl(*some_records()), tmp_path / "out", processes=2, engine=DyingEngine())


def test_more_processes_than_a_machine_has_use_for_are_refused(
    write_jsonl: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(local, "usable_processors", lambda: 3)
    path = write_jsonl(*some_records())
    with pytest.raises(SourceError, match=r"--processes: 13 processes are too many for 3 processors \(name at most 12"):
        a_run(path, tmp_path / "out", processes=13)
    assert not (tmp_path / "out").exists()
    assert a_run(path, tmp_path / "out", processes=12).processes == 1


def test_a_disk_that_is_full_from_the_start_ends_the_run(
    write_jsonl: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = []

    class Full(pq.ParquetWriter):  # type: ignore[misc]
        def __init__(self, where: Path, *given: object, **more: object) -> None:
            if where.name == "rejects.parquet":
                raise OSError(28, "No space left on device")
            super().__init__(where, *given, **more)
            made.append(self)

    monkeypatch.setattr(pq, "ParquetWriter", Full)
    with pytest.raises(OutputError, match=r"rejects\.parquet: cannot be written: .*No space left on device"):
        a_run(write_jsonl(*some_records()), tmp_path / "out")
    assert [writer.is_open for writer in made] == [False, False]
    assert not (tmp_path / "out").exists()


def test_what_was_passed_over_and_what_was_empty_is_told(write_jsonl: Write, tmp_path: Path) -> None:
    write_jsonl(*some_records(), name="in/a.jsonl")
    write_jsonl(name="in/b.jsonl")
    (tmp_path / "in" / "c.html").touch()
    report = a_run(tmp_path / "in", tmp_path / "out")
    assert report.rejects_by_reason["empty_file"] == 1
    inputs = json.loads((tmp_path / "out" / "run.json").read_text())["inputs"]
    assert (inputs["passed_over"], inputs["passed_over_first"]) == (1, [(tmp_path / "in" / "c.html").as_posix()])
    with pytest.raises(SourceError, match="holds no record"):
        a_run(tmp_path / "in" / "b.jsonl", tmp_path / "none")


def test_workers_that_cannot_start_end_the_run(write_jsonl: Write, tmp_path: Path, pool_at_once: None) -> None:
    path = write_jsonl(*some_records())
    with pytest.raises(AngkaError, match="RuntimeError: no reader today"):
        a_run(path, tmp_path / "out", processes=2, engine=FakeEngine(starts=False))
    assert not (tmp_path / "out").exists()


def test_small_input_needs_no_pool(write_jsonl: Write, tmp_path: Path) -> None:
    assert a_run(write_jsonl(*some_records()), tmp_path / "out", processes=8).processes == 1


def test_progress_goes_up_to_the_whole_input(write_jsonl: Write, tmp_path: Path, pool_at_once: None) -> None:
    path, seen = write_jsonl(*some_records()), list[Progress]()
    a_run(path, tmp_path / "out", processes=1, on_progress=seen.append)
    assert [step.done for step in seen] == sorted(step.done for step in seen)
    assert seen[-1] == Progress(path.stat().st_size, path.stat().st_size, 51)


def test_input_without_a_record_is_an_error_and_changes_nothing(write_jsonl: Write, tmp_path: Path) -> None:
    a_run(write_jsonl(*some_records()), tmp_path / "out")
    before = bytes_of(tmp_path / "out")
    with pytest.raises(SourceError, match=r"empty\.jsonl: holds no record \(give files that are not empty\)"):
        a_run(write_jsonl("", name="empty.jsonl"), tmp_path / "out")
    assert bytes_of(tmp_path / "out") == before


def test_input_of_bad_records_only_is_a_run(write_jsonl: Write, tmp_path: Path) -> None:
    report = a_run(write_jsonl("{", "["), tmp_path / "out")
    assert (report.articles, report.rejects_by_reason) == (0, {"broken_json": 2})
    assert column(tmp_path / "out", "value") == []


def test_input_that_cannot_be_read_does_not_replace_what_was(write_jsonl: Write, tmp_path: Path) -> None:
    a_run(write_jsonl(*some_records()), tmp_path / "out")
    before = bytes_of(tmp_path / "out")
    (tmp_path / "a.parquet").write_bytes(b"broken")
    message = r"no article could be read \(unreadable_file 1\); the 51 of the last run stay .* \(mend the input"
    with pytest.raises(SourceError, match=message):
        a_run(tmp_path / "a.parquet", tmp_path / "out")
    assert bytes_of(tmp_path / "out") == before


def test_articles_that_only_the_last_run_had_are_counted(write_jsonl: Write, tmp_path: Path) -> None:
    assert a_run(write_jsonl(*some_records()), tmp_path / "out").gone == 0
    assert a_run(write_jsonl(*some_records()), tmp_path / "out").gone == 0
    assert a_run(write_jsonl({"id": 3, "text": "jkn"}, {"id": "new", "text": "jkn"}), tmp_path / "out").gone == 50


def test_the_output_folder_is_no_input_of_the_next_run(write_jsonl: Write, tmp_path: Path) -> None:
    write_jsonl(*some_records())
    a_run(tmp_path, tmp_path / "out")
    assert a_run(tmp_path, tmp_path / "out").files == 1


def test_the_output_folder_must_not_hold_the_input(write_jsonl: Write, tmp_path: Path) -> None:
    path = write_jsonl(*some_records())
    with pytest.raises(OutputError, match=r"not from a run of angka \(articles\.jsonl\)"):
        a_run(path, tmp_path)
    assert path.exists()


def test_a_run_that_is_killed_leaves_the_last_good_one(write_jsonl: Write, tmp_path: Path) -> None:
    out, path = tmp_path / "out", write_jsonl(*some_records())
    a_run(path, out)
    before = bytes_of(out)
    slow = write_jsonl({"text": "jkn angka 1"}, {"text": "jkn LAMBAT"}, name="slow.jsonl")
    code = (
        "import sys; sys.path[:0] = sys.argv[3:]\n"
        "from pathlib import Path; from fake_pipeline import FakeEngine; from extract.run.local import run_local\n"
        "run_local([sys.argv[1]], Path(sys.argv[2]), engine=FakeEngine(), processes=1)"
    )
    folders = [str(Path(__file__).parent.parent / "support"), str(Path(__file__).parent.parent.parent)]
    process = subprocess.Popen([sys.executable, "-c", code, str(slow), str(out), *folders])
    for _ in range(500):
        if (out / ".angka-staging" / "rejects.parquet").exists():
            break
        time.sleep(0.01)
    else:
        pytest.fail("the run did not start")
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert bytes_of(out) == before
    a_run(path, out)
    assert sorted(os.listdir(out)) == list(FILES)
    assert bytes_of(out) == before
