"""What scale costs: a second process, a million articles, a start."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from multiprocessing import active_children
from pathlib import Path
from typing import NamedTuple

import pyarrow as pa

from bench.sets import Dense, News, corpus_texts, mixed
from extract.run.engine import PatternEngine
from extract.run.workers import map_batches
from extract.sources import Batch, in_batches
from extract.sources.raw import Raw

SETTLED = 50_000  # articles after which memory has to be flat
_EVERY = 5_000
_ONE = "Peserta JKN di Kabupaten Batang mencapai 512.300 jiwa per 1 Mei 2023."
_ROWS_OF_ONE = f"from extract import extract_text; assert len(extract_text({_ONE!r})) == 1"


class Memory(NamedTuple):
    """Resident memory of a worker in megabytes: peak, after the first ``SETTLED`` articles, at the end; all samples."""

    peak: float
    settled: float
    last: float
    samples: tuple[tuple[int, float], ...]


def wall(path: Path, processes: int) -> float:
    """Seconds on the clock that the command takes over ``path`` with so many processes, its start included."""
    with tempfile.TemporaryDirectory() as folder:
        out = str(Path(folder, "out"))
        return _clock(["-m", "extract.cli", "run", str(path), "--out", out, "--processes", str(processes), "--quiet"])


def worker_memory(articles: int, dense_share: float) -> Memory:
    """Stream articles of words that do not repeat through one worker process and watch its memory."""
    texts = mixed(iter(News()), iter(Dense(corpus_texts())), dense_share)
    raws = (("bench", Raw(number, {"id": number, "text": next(texts)}, number)) for number in range(articles))
    samples: list[tuple[int, float]] = []
    done = 0
    for outcome in map_batches(_articles(in_batches(raws)), PatternEngine(), 1):
        done += outcome.articles.num_rows
        if done // _EVERY > len(samples):
            samples.append((done, _status(_worker(), "VmRSS")))
            peak = _status(_worker(), "VmHWM")
    settled = max(size for number, size in samples if number <= max(SETTLED, samples[0][0]))
    return Memory(peak, settled, max(size for _, size in samples[-5:]), tuple(samples))


def _articles(batches: Iterator[Batch]) -> Iterator[pa.RecordBatch]:
    for batch in batches:
        yield batch.articles


def _worker() -> int:
    [worker] = active_children()
    assert worker.pid is not None
    return worker.pid


def _status(pid: int, field: str) -> float:
    lines = Path("/proc", str(pid), "status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(field)) / 1024


def start_up(times: int = 7) -> dict[str, float]:
    """The shortest of some starts, in seconds on the clock: the help page; one article, its rows there."""
    commands = {
        "python": ["-c", "pass"],
        "help": ["-m", "extract.cli", "--help"],
        "article": ["-c", _ROWS_OF_ONE],
    }
    return {name: min(_clock(command) for _ in range(times)) for name, command in commands.items()}


def _clock(arguments: list[str]) -> float:
    # Installed packages are compiled: where the environment forbids to write that down, each start would do it anew.
    env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    started = time.perf_counter()
    subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL, env=env)
    return time.perf_counter() - started
