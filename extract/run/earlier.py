"""What the last run into the same folder has read already, so that only what is new or has changed is read again.

An article is known where its id, title, day of publication and stored text are those of an article that gave facts,
and where the same rules read it. What is taken over is what reading it again would give, to the byte. Articles without
facts are read again: their text was not kept, and they cost little.
"""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

import extract
from extract.errors import SourceError
from extract.run.batch import PLAIN_ARTICLES, PLAIN_REJECTS, Outcome
from extract.sources.columns import key_of
from extract.tables import as_batch, plain
from extract.tables.finished import FinishedRun
from extract.tables.rows import PLAIN_FACTS

_COMPARED = ("title", "published", "text")
_MADE = ("article_date", "date_basis", "content_hash", "characters", "facts", "on_topic", "text")
"""The columns of an article that reading it fills; the others are the record's own, and may have changed."""

_KEPT = 64 << 20  # bytes of decoded rows of a table that stay in memory
_FREE = 2  # times that the tables may be decoded before it is asked whether that pays
_COSTS = (10, 3)  # articles that are read in the time in which a row group of articles, of facts is decoded


class Parted(NamedTuple):
    """A batch, parted: the articles that are to be read, and what is known of the others."""

    articles: pa.RecordBatch
    known: Outcome | None


class Earlier:
    """The tables of an earlier run of the same rules. It has to be closed before they are replaced."""

    def __init__(self, run: FinishedRun) -> None:
        self._articles = _Rows(run.folder / "articles.parquet")
        self._facts = _Rows(run.folder / "facts.parquet")
        counts = self._articles.column("facts").to_numpy()
        self._first_facts = np.concatenate([[0], np.cumsum(counts, dtype=np.int64)])
        with_facts = np.flatnonzero(counts)
        ids = self._articles.column("article_id").take(pa.array(with_facts)).to_pylist()
        self._numbers = dict(zip(map(key_of, ids), with_facts.tolist(), strict=True))

    def part(self, articles: pa.RecordBatch) -> Parted:
        """What of a batch (schema ``sources.ARTICLE_BATCH``) is known, and what is not."""
        numbers = [self._numbers.get(key_of(one), -1) for one in articles.column("article_id").to_pylist()]
        named = np.flatnonzero(np.array(numbers, dtype=np.int64) >= 0)
        if not len(named):
            return Parted(articles, None)
        rows = np.array(numbers, dtype=np.int64)[named]
        if not self._is_worth_it(rows):
            return Parted(articles, None)
        before, now = self._articles.take(rows), articles.take(pa.array(named))
        same = np.logical_and.reduce([_same(before[name], now[name]) for name in _COMPARED])
        if not same.any():
            return Parted(articles, None)
        rest = np.ones(articles.num_rows, dtype=bool)
        rest[named[same]] = False
        known = self._outcome(rows[same], before.filter(pa.array(same)), now.filter(pa.array(same)))
        return Parted(articles.filter(pa.array(rest)), known)

    def _is_worth_it(self, rows: np.ndarray[Any, Any]) -> bool:
        """Whether these articles are looked up in less time than read: not where they lie all over the tables."""
        groups = self._articles.groups + self._facts.groups
        if self._articles.decoded + self._facts.decoded <= _FREE * groups:
            return True
        missing = self._articles.missing(rows), self._facts.missing(self._facts_of(rows))
        return len(rows) >= sum(cost * count for cost, count in zip(_COSTS, missing, strict=True))

    def close(self) -> None:
        """Let go of the files."""
        self._articles.close()
        self._facts.close()

    def _facts_of(self, rows: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
        return np.concatenate([np.arange(self._first_facts[row], self._first_facts[row + 1]) for row in rows])

    def _outcome(self, rows: np.ndarray[Any, Any], before: pa.Table, now: pa.RecordBatch) -> Outcome:
        columns = [
            (before[name].combine_chunks() if name in _MADE else now[name]).cast(PLAIN_ARTICLES.field(name).type)
            for name in PLAIN_ARTICLES.names
        ]
        return Outcome(
            _batch(self._facts.take(self._facts_of(rows)).cast(PLAIN_FACTS)),
            pa.RecordBatch.from_arrays(columns, schema=PLAIN_ARTICLES),
            as_batch((), PLAIN_REJECTS),
        )


def find_earlier(folder: Path, rules: Mapping[str, Any]) -> Earlier | None:
    """The run that ``folder`` holds, where it went by the same ``rules`` and its tables are as it left them."""
    try:
        run = FinishedRun(folder)
    except SourceError:
        return None
    if any(run.record.get(name) != value for name, value in rules.items()) or not run.is_whole():
        return None
    return Earlier(run)


def article_ids(folder: Path) -> pa.ChunkedArray:
    """The ids of the articles that a run has left in ``folder``; none where it holds no such table."""
    try:
        return pq.read_table(folder / "articles.parquet", columns=["article_id"])["article_id"]
    except (OSError, LookupError, pa.ArrowException):
        return pa.chunked_array([], pa.string())


def count_gone(folder: Path, staged: Path) -> int:
    """How many articles of the run in ``folder`` the tables in ``staged`` do not have."""
    before = article_ids(folder)
    kept: int = pc.sum(pc.is_in(before, value_set=article_ids(staged))).as_py() or 0
    return len(before) - kept


def joined(batch: pa.RecordBatch, known: Outcome | None, read: Outcome) -> Outcome:
    """What is known and what was read of a batch, in its order."""
    if known is None:
        return read
    ids = batch.column("article_id")
    facts, articles = (_in_order(one, other, ids) for one, other in zip(known[:2], read[:2], strict=True))
    return Outcome(facts, articles, read.rejects)


def code_hash() -> str:
    """Of all code of the package: a rule that is changed in it reads every article anew."""
    digest = hashlib.sha256()
    folder = Path(extract.__file__).parent
    for path in sorted(folder.rglob("*.py")):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:16]


class _Rows:
    """The rows of a Parquet file by their numbers; the row groups used last stay in memory.

    ``groups`` is how many there are, ``decoded`` how often one was.
    """

    def __init__(self, path: Path) -> None:
        self._file = pq.ParquetFile(path, pre_buffer=False)
        metadata = self._file.metadata
        sizes = [metadata.row_group(number).num_rows for number in range(metadata.num_row_groups)]
        self._firsts = np.concatenate([[0], np.cumsum(sizes, dtype=np.int64)])
        self._held: OrderedDict[int, pa.Table] = OrderedDict()
        self.groups = len(sizes)
        self.decoded = 0

    def column(self, name: str) -> pa.ChunkedArray:
        """One column, whole."""
        return self._file.read([name], use_threads=False)[name]

    def take(self, numbers: np.ndarray[Any, Any]) -> pa.Table:
        """Some rows, in the order of their ``numbers``."""
        order = np.argsort(numbers, kind="stable")
        placed = numbers[order]
        groups = self._groups_of(placed)
        pieces = [
            self._group(int(group)).take(pa.array(placed[groups == group] - self._firsts[group]))
            for group in np.unique(groups)
        ]
        back = np.empty_like(order)
        back[order] = np.arange(len(order))
        return pa.concat_tables(pieces, promote_options="none").take(pa.array(back))

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()
        self._held.clear()

    def missing(self, numbers: np.ndarray[Any, Any]) -> int:
        """How many row groups would have to be decoded for some rows."""
        return len(set(self._groups_of(numbers).tolist()) - self._held.keys())

    def _groups_of(self, numbers: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
        return np.searchsorted(self._firsts, numbers, side="right") - 1

    def _group(self, number: int) -> pa.Table:
        if number not in self._held:
            table = self._file.read_row_group(number, use_threads=False)
            self._held[number] = table.cast(plain(table.schema))
            self.decoded += 1
        self._held.move_to_end(number)
        while len(self._held) > 1 and sum(table.nbytes for table in self._held.values()) > _KEPT:
            self._held.popitem(last=False)
        return self._held[number]


def _same(before: pa.ChunkedArray, now: pa.Array) -> np.ndarray[Any, Any]:
    """Where two columns say the same; two nulls do."""
    equal = pc.equal(before, now).fill_null(False)
    neither = pc.and_(before.is_null(), pc.is_null(now))
    same: np.ndarray[Any, Any] = pc.or_(equal, neither).to_numpy(zero_copy_only=False)
    return same


def _in_order(one: pa.RecordBatch, other: pa.RecordBatch, ids: pa.Array) -> pa.RecordBatch:
    """The rows of both, in the order of their articles."""
    both = pa.Table.from_batches([one, other])
    places = pc.index_in(both["article_id"], ids).to_numpy()
    return _batch(both.take(pa.array(np.argsort(places, kind="stable"))))


def _batch(rows: pa.Table) -> pa.RecordBatch:
    whole = rows.combine_chunks().to_batches()
    return whole[0] if whole else pa.RecordBatch.from_pylist([], schema=rows.schema)
