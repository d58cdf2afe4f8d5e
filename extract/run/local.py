"""A whole run on this machine: files in, a folder of Parquet files out."""

from __future__ import annotations

import os
import time
from collections import Counter, deque
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from contextlib import ExitStack, closing, nullcontext
from itertools import chain
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

import extract
from extract.errors import SourceError
from extract.run.batch import Outcome, all_rejects, extract_batch
from extract.run.earlier import Earlier, Parted, article_ids, code_hash, count_gone, find_earlier, joined
from extract.run.engine import Engine, Knowledge, PatternEngine, libraries
from extract.run.workers import map_batches
from extract.sources import MAX_CHARACTERS, Batch, Inputs, find_inputs, read_batches
from extract.sources.paths import shown
from extract.tables import (
    ARTICLES_SCHEMA,
    FACTS_SCHEMA,
    REJECTS_SCHEMA,
    SCHEMA_VERSION,
    OutputFolder,
    TableWriter,
)

_FOR_EACH = 4
_ANYWHERE = 8
"""Processes for each processor, and on any machine, that are let be: more gain nothing, and each takes its memory."""

_POOL_ARTICLES = 2_000
_POOL_CHARACTERS = 8_000_000
"""Input below both of these is read before a pool of processes would have started."""


class Report(NamedTuple):
    """What a run did. ``facts_by_family`` and ``rejects_by_reason`` are in descending order of their counts.

    ``known`` counts the articles that were not read, for an earlier run had read them; ``gone`` those of the last run
    that are not among the articles of this one.
    """

    articles: int
    on_topic: int
    with_facts: int
    known: int
    facts: int
    facts_by_family: Mapping[str, int]
    rejects_by_reason: Mapping[str, int]
    files: int
    passed_over: int
    processes: int
    seconds: float
    gone: int = 0


class Progress(NamedTuple):
    """How far a run is: bytes of the input that are done, of all; articles so far."""

    done: int
    size: int
    articles: int


def run_local(
    named: Iterable[str | Path],
    out: Path,
    *,
    processes: int | None = None,
    engine: Engine | None = None,
    limit: int = MAX_CHARACTERS,
    afresh: bool = False,
    on_progress: Callable[[Progress], None] | None = None,
) -> Report:
    """Read the named files, folders and globs and leave the tables in the folder ``out``.

    What an earlier run into ``out`` has read by the same rules is not read again, unless ``afresh``; the tables are the
    same either way. ``processes`` is how many read at the same time (None: one for each processor that this process may
    use; small inputs are read in this one). Neither it nor the clock leaves a trace in the files. A script that runs
    more than one has to keep its own code under ``if __name__ == "__main__"``.

    Raises SourceError for a name that leads nowhere, for input without a record, for too many processes, and for input
    without an article where ``out`` has some, PatternError for a pack that cannot be loaded, OutputError for a folder
    that is not ours or cannot be written. Whatever it raises, ``out`` keeps the last finished run.
    """
    started = time.perf_counter()
    engine = engine or PatternEngine()
    names = [str(name) for name in named]
    inputs = find_inputs(names)
    wanted = _processes(processes)
    with OutputFolder(out) as folder:
        knowledge = engine.knowledge()
        rules = _rules(knowledge)
        head, batches = _look_ahead(read_batches(inputs, limit=limit, processes=wanted))
        wanted = 1 if head else wanted
        earlier = None if afresh else find_earlier(out, rules)
        with closing(_outcomes(batches, engine, wanted, earlier)) as outcomes:
            counts = _write(outcomes, folder.staging, inputs.size, on_progress)
        _check(counts, names, out)
        counts.gone = count_gone(out, folder.staging)
        folder.commit(_run_record(names, inputs, counts, rules))
    return _report(counts, knowledge, inputs, wanted, time.perf_counter() - started)


def _processes(asked: int | None) -> int:
    """How many processes may read. Raises SourceError for more than the machine has any use for."""
    usable = usable_processors()
    most = max(usable * _FOR_EACH, _ANYWHERE)
    if asked is not None and asked > most:
        what = f"{asked} processes are too many for {usable} processor{'s' * (usable != 1)}"
        raise SourceError(what, where="--processes", remedy=f"name at most {most}, or leave it out")
    return max(1, asked or usable)


def usable_processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class _Counts:
    """Running totals of a run."""

    def __init__(self) -> None:
        self.articles = self.on_topic = self.with_facts = self.known = self.gone = 0
        self.indicators: Counter[str] = Counter()
        self.rejects: Counter[str] = Counter()

    def add(self, batch: Batch, known: int, outcome: Outcome) -> None:
        self.articles += outcome.articles.num_rows
        self.known += known
        self.on_topic += outcome.articles.column("on_topic").true_count
        self.with_facts += pc.greater(outcome.articles.column("facts"), 0).true_count
        self.indicators.update(outcome.facts.column("indicator").to_pylist())
        self.rejects.update(reject.reason for reject in batch.rejects)
        self.rejects.update(outcome.rejects.column("reason").to_pylist())


class _Tables:
    """The three files of a run, in the making."""

    def __init__(self, folder: Path) -> None:
        with ExitStack() as opened:  # those that are open are closed where the next cannot be
            self.facts = opened.enter_context(TableWriter(folder / "facts.parquet", FACTS_SCHEMA))
            self.articles = opened.enter_context(TableWriter(folder / "articles.parquet", ARTICLES_SCHEMA))
            self.rejects = opened.enter_context(TableWriter(folder / "rejects.parquet", REJECTS_SCHEMA))
            self._opened = opened.pop_all()

    def __enter__(self) -> _Tables:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._opened.__exit__(kind, error, at)

    def write(self, batch: Batch, outcome: Outcome) -> None:
        self.facts.write(outcome.facts)
        self.articles.write(outcome.articles)
        self.rejects.write(all_rejects(batch.rejects, outcome.rejects))


def _write(
    outcomes: Iterable[tuple[Batch, int, Outcome]],
    folder: Path,
    size: int,
    on_progress: Callable[[Progress], None] | None,
) -> _Counts:
    """Write the tables of an input of ``size`` bytes into ``folder``, and count what is in them."""
    counts = _Counts()
    with _Tables(folder) as tables:
        for batch, known, outcome in outcomes:
            tables.write(batch, outcome)
            counts.add(batch, known, outcome)
            if on_progress:
                on_progress(Progress(batch.position, size, counts.articles))
    return counts


def _check(counts: _Counts, names: list[str], out: Path) -> None:
    """SourceError where nothing was read that should take the place of what is there."""
    where = ", ".join(names)
    if not counts.articles and not set(counts.rejects) - {"empty_file"}:
        raise SourceError("holds no record", where=where, remedy="give files that are not empty")
    if not counts.articles and (last := len(article_ids(out))):
        reasons = ", ".join(f"{reason} {count}" for reason, count in sorted(counts.rejects.items()))
        what = f"no article could be read ({reasons}); the {last:,} of the last run stay as they are"
        raise SourceError(what, where=where, remedy="mend the input, or see what is wrong with it in a new --out")


def _look_ahead(batches: Iterator[Batch]) -> tuple[bool, Iterator[Batch]]:
    """Whether the input is too small for a pool, and all of its batches."""
    head: list[Batch] = []
    articles = characters = 0
    for batch in batches:
        head.append(batch)
        articles += batch.articles.num_rows
        characters += batch.articles.column("text").nbytes
        if articles >= _POOL_ARTICLES or characters >= _POOL_CHARACTERS:
            return False, chain(head, batches)
    return True, iter(head)


def _outcomes(
    batches: Iterator[Batch], engine: Engine, processes: int, earlier: Earlier | None
) -> Generator[tuple[Batch, int, Outcome], None, None]:
    """Each batch, how many of its articles were known, and what came of it, in order; closes ``earlier`` at the end."""
    on_the_way: deque[tuple[Batch, Outcome | None]] = deque()

    def articles() -> Iterator[pa.RecordBatch]:
        for batch in batches:
            parted = earlier.part(batch.articles) if earlier else Parted(batch.articles, None)
            on_the_way.append((batch, parted.known))
            yield parted.articles

    with closing(earlier) if earlier else nullcontext():
        for outcome in _extracted(articles(), engine, processes):
            batch, known = on_the_way.popleft()
            yield batch, known.articles.num_rows if known else 0, joined(batch.articles, known, outcome)


def _extracted(articles: Iterator[pa.RecordBatch], engine: Engine, processes: int) -> Iterator[Outcome]:
    if processes > 1:
        yield from map_batches(articles, engine, processes)
        return
    reader = engine.reader()
    for batch in articles:
        yield extract_batch(batch, reader)


def _rules(knowledge: Knowledge) -> dict[str, Any]:
    """What decides how an article is read, as ``run.json`` says it."""
    return {
        "angka": extract.__version__,
        "code": code_hash(),
        "schema": SCHEMA_VERSION,
        "patterns": knowledge.pack_hash,
        "libraries": libraries(),
    }


def _run_record(names: list[str], inputs: Inputs, counts: _Counts, rules: Mapping[str, Any]) -> dict[str, Any]:
    """What ``run.json`` says: nothing of the clock and the processes, so that the same input gives the same file."""
    return {
        **rules,
        "inputs": {
            "named": [shown(name) for name in names],
            "files": len(inputs.files),
            "bytes": inputs.size,
            "passed_over": inputs.passed_over,
            "passed_over_first": [shown(path) for path in inputs.others],
        },
        "counts": {
            "articles": counts.articles,
            "on_topic": counts.on_topic,
            "with_facts": counts.with_facts,
            "facts": counts.indicators.total(),
            "facts_by_indicator": dict(sorted(counts.indicators.items())),
            "rejects": counts.rejects.total(),
            "rejects_by_reason": dict(sorted(counts.rejects.items())),
        },
    }


def _report(counts: _Counts, knowledge: Knowledge, inputs: Inputs, processes: int, seconds: float) -> Report:
    families: Counter[str] = Counter()
    for indicator, facts in counts.indicators.items():
        families[knowledge.families.get(indicator, "other")] += facts
    return Report(
        articles=counts.articles,
        on_topic=counts.on_topic,
        with_facts=counts.with_facts,
        known=counts.known,
        facts=counts.indicators.total(),
        facts_by_family=dict(sorted(families.items(), key=lambda item: (-item[1], item[0]))),
        rejects_by_reason=dict(sorted(counts.rejects.items(), key=lambda item: (-item[1], item[0]))),
        files=len(inputs.files),
        passed_over=inputs.passed_over,
        processes=processes,
        seconds=seconds,
        gone=counts.gone,
    )
