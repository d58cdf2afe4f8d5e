"""The pipeline over tables and records that are already in memory."""

from __future__ import annotations

import warnings
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from extract.run.batch import extract_batch
from extract.run.text import reader_of
from extract.sources import in_batches
from extract.sources.columns import decoded
from extract.sources.raw import Raw
from extract.tables import facts_table

if TYPE_CHECKING:
    from extract.patterns import Pack


def extract_table(table_or_records: pa.Table | Iterable[Mapping[str, Any]], *, pack: Pack | None = None) -> pa.Table:
    """The facts of many articles as an Arrow table of the facts schema, in the order of the articles.

    Takes an Arrow table, a record batch or mappings, with the fields that files have: ``text``, and where known ``id``,
    ``title``, ``url``, ``outlet``, ``published``. Records that cannot be read are left out with a warning that counts
    them by reason; ``run_local`` writes them down one by one.
    """
    reader = reader_of(pack)
    rejects: Counter[str] = Counter()
    facts = []
    for batch in in_batches(_raws(table_or_records)):
        outcome = extract_batch(batch.articles, reader)
        facts.append(outcome.facts)
        rejects.update(reject.reason for reject in batch.rejects)
        rejects.update(outcome.rejects.column("reason").to_pylist())
    if rejects:
        counted = ", ".join(f"{reason} {count}" for reason, count in sorted(rejects.items()))
        warnings.warn(f"records not read in full: {counted}", stacklevel=2)
    return facts_table(facts)


def _raws(given: pa.Table | Iterable[Mapping[str, Any]]) -> Iterator[tuple[str, Raw]]:
    rows: Iterable[Mapping[str, Any]] = given
    if isinstance(given, pa.RecordBatch):
        given = pa.Table.from_batches([given])
    if isinstance(given, pa.Table):
        rows = (row for batch in given.to_batches(max_chunksize=512) for row in decoded(batch).to_pylist())
    for number, row in enumerate(rows, start=1):
        yield "records", Raw(number, row, number)
