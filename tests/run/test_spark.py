"""Runs on Spark give what local runs give: on a standalone cluster of one master and two workers on this machine."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from spark_here import skip_without_spark

from extract.run.engine import PatternEngine
from extract.run.local import run_local
from extract.run.partition import FILE, RESULT, ROW, Place, Task

TABLES = ("facts", "articles", "rejects")
ARTICLES = int(os.environ.get("ANGKA_SPARK_ARTICLES", "3000"))


def an_article(number: int) -> str:
    if number % 5:
        return f"Kabar pasar {number}: harga cabai {number} rupiah sekilo, ramai pembeli sejak subuh."
    members, share = 100_000 + 7 * number, 50 + number % 50
    return (
        f"Cakupan naik, kata kepala dinas. Peserta JKN di Kabupaten Batang mencapai {members} jiwa per 1 Mei 2023.\n\n"
        f"Sebanyak {share},5 persen penduduk sudah terdaftar BPJS Kesehatan, sisanya {number + 9} jiwa belum terdaftar."
        f" Cakupan JKN di Kota Salatiga dan Kota Surakarta masing-masing sudah {share},1 persen."
    )


def write_input(folder: Path, articles: int) -> None:
    """Two files, in several row groups; the second has titles, and its first article the id of one in the first."""
    folder.mkdir()
    for half, name in enumerate(("satu", "dua [2]")):
        numbers = range(half * articles // 2, (half + 1) * articles // 2)
        ids = [f"n{3 if half and number == numbers[0] else number}" for number in numbers]
        days = ["2023-05-0" + str(number % 10) for number in numbers]
        table = pa.table({"id": ids, "text": [an_article(number) for number in numbers], "published": days})
        if half:
            table = table.append_column("title", pa.array([f"Kabar {number}" for number in numbers]))
        pq.write_table(table, folder / f"{name}.parquet", row_group_size=max(articles // 8, 1))


def rows(out: Path, table: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = pq.read_table(out / f"{table}.parquet").to_pylist()
    return found


def made_of(*raw: dict[str, Any], names: dict[str, str] | None = None) -> list[dict[str, Any]]:
    task = Task(PatternEngine(), Place(names or {}))
    found: list[dict[str, Any]] = pa.Table.from_batches(
        task(iter([pa.RecordBatch.from_pylist(raw)])), RESULT
    ).to_pylist()
    return found


def test_a_task_gives_the_rows_of_the_shared_step() -> None:
    made = made_of(
        {FILE: "f", ROW: 4, "id": "a", "text": an_article(5)},
        {FILE: "f", ROW: 5, "id": "b", "text": " "},
        names={"f": "satu"},
    )
    assert {(row["source"], row["record"]) for row in made} == {("satu", 5), ("satu", 6)}
    assert [row["seen"] for row in made if row["seen"]] == ["a"]
    assert [row["reject"]["reason"] for row in made if row["reject"]] == ["no_text"]
    facts = [row for row in made if row["fact"]]
    assert [row["nth"] for row in facts] == list(range(len(facts)))
    figures = [row["fact"]["char_start"] for row in facts]
    assert len(set(figures)) < len(figures), "two facts of one figure show that the order is not the figures'"
    assert len(facts) == next(r["article"]["facts"] for r in made if r["article"]) > 0


def test_a_task_reads_all_articles_of_one_id_each_with_its_own_place() -> None:
    records = [("b", 0, "x", 5), ("b", 1, "y", 1), ("a", 0, "x", 10)]
    made = made_of(*({FILE: file, ROW: row, "id": one, "text": an_article(n)} for file, row, one, n in records))
    assert [(row["source"], row["record"], row["seen"]) for row in made if row["seen"]] == [
        ("b", 1, "x"),
        ("b", 2, "y"),
        ("a", 1, "x"),
    ]
    assert not [row for row in made if row["reject"]]
    shares = {row["source"]: row["fact"]["value"] for row in made if row["fact"] and row["fact"]["unit"] == "percent"}
    assert shares == {"b": 55.1, "a": 60.1}
    assert {row["source"] for row in made if row["fact"]} == {"a", "b"}
    assert [(row["source"], row["record"]) for row in made if row["article"]] == [("b", 1), ("b", 2), ("a", 1)]


class Cluster(NamedTuple):
    master: str
    workers: list[subprocess.Popen[bytes]]
    disks: list[Path]
    """Where each worker's executors keep what they have made."""


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    skip_without_spark()
    import pyspark

    started: list[subprocess.Popen[bytes]] = []
    folder = tmp_path_factory.mktemp("cluster")
    home = Path(pyspark.__file__).parent
    environment = {**os.environ, "SPARK_HOME": str(home), "SPARK_LOCAL_IP": "127.0.0.1"}
    disks = [folder / f"disk-{number}" for number in range(2)]

    def start(kind: str, *arguments: str, disk: Path = folder) -> subprocess.Popen[bytes]:
        command = [str(home / "bin" / "spark-class"), f"org.apache.spark.deploy.{kind}", "--host", "127.0.0.1"]
        log = (folder / f"{kind}-{len(started)}.log").open("wb")
        told = {**environment, "SPARK_LOCAL_DIRS": str(disk)}
        process = subprocess.Popen(
            [*command, *arguments], env=told, stdout=log, stderr=log, start_new_session=True, cwd=folder
        )
        started.append(process)
        return process

    port = free_port()
    start("master.Master", "--port", str(port), "--webui-port", "0")
    wait_for(lambda: can_connect(port), "the master does not listen")
    master = f"spark://127.0.0.1:{port}"
    for number, disk in enumerate(disks):
        work = str(folder / f"work-{number}")
        share = ("--cores", "1", "--memory", "1g", "--webui-port", "0", "--work-dir", work)
        start("worker.Worker", *share, master, disk=disk)
    yield Cluster(master, started[1:], disks)
    for process in started:
        end(process)


def end(process: subprocess.Popen[bytes]) -> None:
    """Kill what the process started, too: it leads a group of its own."""
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def can_connect(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def wait_for(condition: Any, otherwise: str, seconds: float = 90) -> None:
    until = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < until, otherwise
        time.sleep(0.2)


def start_run(source: Path, out: Path, master: str) -> subprocess.Popen[str]:
    """``angka run --engine spark`` in small partitions, with the interpreter of these tests on every side."""
    settings = "--conf spark.sql.files.maxPartitionBytes=64k --conf spark.executor.memory=512m pyspark-shell"
    environment = {
        **os.environ,
        "PYSPARK_PYTHON": sys.executable,
        "PYSPARK_SUBMIT_ARGS": settings,
        "SPARK_LOCAL_IP": "127.0.0.1",
    }
    command = [sys.executable, "-m", "extract.cli", "run", str(source), "--out", str(out), "--engine", "spark"]
    return subprocess.Popen([*command, "--master", master], env=environment, stderr=subprocess.PIPE, text=True)


@pytest.mark.slow
def test_spark_gives_the_rows_of_a_local_run(cluster: Cluster, tmp_path: Path) -> None:
    write_input(tmp_path / "in", ARTICLES)
    run = start_run(tmp_path / "in", tmp_path / "spark", cluster.master)
    assert (run.communicate()[1], run.returncode)[1] == 0, run.stderr
    run_local([tmp_path / "in"], tmp_path / "local")
    for table in TABLES:
        assert rows(tmp_path / "spark", table) == rows(tmp_path / "local", table)
    assert [row["reason"] for row in rows(tmp_path / "spark", "rejects")].count("duplicate_id") == 1


@pytest.mark.slow
def test_a_killed_worker_does_not_lose_an_article(cluster: Cluster, tmp_path: Path) -> None:
    write_input(tmp_path / "in", 2 * ARTICLES)
    run = start_run(tmp_path / "in", tmp_path / "spark", cluster.master)
    victim, disk = cluster.workers[0], cluster.disks[0]
    try:
        wait_for(lambda: any(disk.rglob("rdd_*")) or run.poll() is not None, "the worker kept no rows")
        assert run.poll() is None, "the run was over before the worker could be killed"
        end(victim)
        errors = run.communicate(timeout=300)[1]
    finally:
        run.kill()
    assert run.returncode == 0, errors
    run_local([tmp_path / "in"], tmp_path / "local")
    for table in TABLES:
        assert rows(tmp_path / "spark", table) == rows(tmp_path / "local", table)
