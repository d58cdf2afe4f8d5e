"""Worker processes that read one batch at a time each, so that a death always names the batch that it was on.

A batch that a worker died on is given out again: once as it is, for the death may have come from elsewhere, then in
halves, until the article is alone that kills.
"""

from __future__ import annotations

import os
import signal
from collections import defaultdict, deque
from collections.abc import Iterator
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from types import TracebackType
from typing import Any, NamedTuple

import pyarrow as pa

from extract.errors import AngkaError
from extract.run.batch import DETAIL, Outcome, extract_batch, joined_up, rejected
from extract.run.engine import Engine

_AHEAD = 4  # batches that may wait to be written, per worker, when an earlier one takes long
_PATIENCE = 100  # deaths in a run; what kills after that is given up whole, for it may be the machine, and starts cost
_SPAWN = get_context("spawn")  # a fork would copy the locks of Arrow's threads, held or not


def map_batches(batches: Iterator[pa.RecordBatch], engine: Engine, processes: int) -> Iterator[Outcome]:
    """The outcome of each batch, in order, read by ``processes`` workers; memory is bounded by what ``_AHEAD`` allows.

    An article that kills its worker becomes a reject, reason ``worker_died``, and a new worker takes over.
    Raises what the engine raised where a worker cannot make its reader, and AngkaError where one dies on that.
    """
    with _Crew(engine, processes) as crew:
        waiting: dict[int, Outcome] = {}
        handed_out = written = 0
        more = True
        while more or handed_out > written:
            crew.give_again()
            while more and crew.idle and handed_out - written < _AHEAD * processes:
                batch = next(batches, None)
                if batch is None:
                    more = False
                else:
                    crew.give(_Piece(handed_out, 0, batch))
                    handed_out += 1
            if more or handed_out > written:
                waiting.update(crew.results())
            while written in waiting:
                yield waiting.pop(written)
                written += 1


class _Piece(NamedTuple):
    """A batch or a part of it: the number of the batch, the row in it that the part begins at."""

    number: int
    start: int
    batch: pa.RecordBatch
    again: bool = False
    """Whether a worker has died on it or on what it is a part of, and it was tried once more as it was."""

    def rest(self) -> Iterator[_Piece]:
        """What is to be tried after a death."""
        rows = self.batch.num_rows
        if not self.again:
            yield self._replace(again=True)
            return
        half = rows // 2
        yield self._replace(batch=self.batch.slice(0, half))
        yield self._replace(start=self.start + half, batch=self.batch.slice(half))

    def given_up(self, how: str) -> Outcome:
        """Its articles as rejects."""
        rows = self.batch.num_rows
        on = self.batch["article_id"][0].as_py() if rows == 1 else f"a batch of {rows} articles that this one was in"
        return rejected(self.batch, "worker_died", f"the worker process died ({how}) on {on}"[:DETAIL])


class _Worker:
    """One process, its end of the pipe, and what it is on."""

    def __init__(self, engine: Engine) -> None:
        self.pipe, theirs = _SPAWN.Pipe()
        self.process = _SPAWN.Process(target=_work, args=(theirs, engine), daemon=True)
        self.process.start()
        theirs.close()  # so that the death of the process ends the pipe
        self.ready = False
        self.task: _Piece | None = None

    @property
    def is_idle(self) -> bool:
        return self.ready and self.task is None


class _Crew:
    def __init__(self, engine: Engine, processes: int) -> None:
        self._engine = engine
        self._size = processes
        self._workers: list[_Worker] = []
        self._again: deque[_Piece] = deque()
        self._parts: defaultdict[int, dict[int, Outcome]] = defaultdict(dict)
        self._pieces: dict[int, int] = {}
        self._deaths = 0

    def __enter__(self) -> _Crew:
        self._workers = [_Worker(self._engine) for _ in range(self._size)]
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        for worker in self._workers:
            worker.pipe.close()  # an idle worker ends by itself
            if kind or not worker.is_idle:
                worker.process.terminate()
        for worker in self._workers:
            worker.process.join()

    @property
    def idle(self) -> bool:
        return any(worker.is_idle for worker in self._workers)

    def give(self, piece: _Piece) -> None:
        """Hand the piece to an idle worker. There has to be one."""
        worker = next(worker for worker in self._workers if worker.is_idle)
        worker.task = piece
        self._pieces.setdefault(piece.number, 1)
        with suppress(BrokenPipeError):  # it has died just now: ``results`` finds that out
            worker.pipe.send(piece.batch)

    def give_again(self) -> None:
        """Hand what workers have died on to those that are idle."""
        while self._again and self.idle:
            self.give(self._again.popleft())

    def results(self) -> dict[int, Outcome]:
        """Wait until some worker reports, and return what is finished, by number of batch."""
        done: dict[int, Outcome] = {}
        by_pipe = {worker.pipe: worker for worker in self._workers}
        for pipe in wait(list(by_pipe)):
            worker = by_pipe[pipe]  # type: ignore[index]
            try:
                report = worker.pipe.recv()
            except (EOFError, ConnectionResetError):
                done.update(self._bury(worker))
                continue
            if isinstance(report, Exception):
                raise report
            if report is None:
                worker.ready = True
            elif worker.task:
                done.update(self._finished(worker.task, report))
                worker.task = None
        return done

    def _bury(self, worker: _Worker) -> dict[int, Outcome]:
        worker.process.join()
        worker.pipe.close()
        how = _cause(worker.process.exitcode)
        if not worker.ready:
            what = f"a worker process died while it was starting ({how})"
            remedy = "the memory may not suffice for so many: name fewer with --processes; with 1 it says why"
            raise AngkaError(what, remedy=remedy)
        self._workers[self._workers.index(worker)] = _Worker(self._engine)
        piece = worker.task
        if piece is None:
            return {}
        self._deaths += 1
        if (piece.again and piece.batch.num_rows <= 1) or self._deaths > _PATIENCE:
            return self._finished(piece, piece.given_up(how))
        rest = list(piece.rest())
        self._pieces[piece.number] += len(rest) - 1
        self._again.extend(rest)
        return {}

    def _finished(self, piece: _Piece, outcome: Outcome) -> dict[int, Outcome]:
        """The outcome of the whole batch, where this piece was the last that it lacked."""
        parts = self._parts[piece.number]
        parts[piece.start] = outcome
        if len(parts) < self._pieces[piece.number]:
            return {}
        del self._parts[piece.number], self._pieces[piece.number]
        return {piece.number: joined_up([parts[start] for start in sorted(parts)])}


def _cause(code: int | None) -> str:
    if code is not None and code < 0:
        with suppress(ValueError):
            return signal.Signals(-code).name
    return f"exit code {code}"


def _work(pipe: Connection[Any, Any], engine: Engine) -> None:
    """The life of a worker: make the reader, say so with None, then batch in, outcome out, until the pipe ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C goes to everybody: the first process decides
    pa.set_cpu_count(1)
    with suppress(EOFError, BrokenPipeError, ConnectionResetError):
        try:
            reader = engine.reader()
        except Exception as why:
            pipe.send(why if isinstance(why, AngkaError) else AngkaError(f"{type(why).__name__}: {why}"))
            return
        pipe.send(None)
        while True:
            pipe.send(extract_batch(pipe.recv(), reader))
    os._exit(0)  # the first process is gone or done: nothing is left to tidy up for
