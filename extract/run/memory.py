"""The pipeline over what is already in memory: one text, a table, records."""

from __future__ import annotations

import warnings
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from extract.errors import SourceError
from extract.model import Extraction, Fact
from extract.run.batch import article_of, extract_batch
from extract.run.engine import Reader
from extract.sources import in_batches, normalise
from extract.sources.readers import Raw
from extract.tables import facts_table

if TYPE_CHECKING:
    from extract.patterns import Pack

_readers: dict[str, Reader] = {}
"""By the hash of their pack: a reader takes longer to make than most texts take to read."""


def extract_text(
    text: str, *, title: str | None = None, published: date | str | None = None, pack: Pack | None = None
) -> tuple[Fact, ...]:
    """The facts of one article, in the order of the text.

    Offsets count in the stored text: the title, a blank line, the text, unless the text begins with its title anyway;
    without a title, the text as it is. ``published`` is a date or an ISO string. ``pack`` is the one that came with the
    installation unless another is given. Raises SourceError for a text or a date that cannot be read.
    """
    return read_text(text, title=title, published=published, pack=pack).facts


def read_text(
    text: str,
    *,
    title: str | None = None,
    published: date | str | None = None,
    pack: Pack | None = None,
    explain: bool = False,
) -> Extraction:
    """All that is read off one article, as ``extract_text`` takes it; with ``explain`` every decision, too."""
    raw = {"text": text, "title": title, "published": published}
    record, reject = normalise(raw, source="text", record=1, limit=max(len(text) + len(title or "") + 2, 1))
    if reject or record is None:
        detail = reject.detail if reject else "nothing to read"
        where = "explain_text" if explain else "extract_text"
        raise SourceError(detail, where=where, remedy="give text, and an ISO date or none")
    return _reader(pack).run(article_of(record), explain=explain)


def extract_table(table_or_records: pa.Table | Iterable[Mapping[str, Any]], *, pack: Pack | None = None) -> pa.Table:
    """The facts of many articles as an Arrow table of the facts schema, in the order of the articles.

    Takes an Arrow table, a record batch or mappings, with the fields that files have: ``text``, and where known ``id``,
    ``title``, ``url``, ``outlet``, ``published``. Records that cannot be read are left out with a warning that counts
    them by reason; ``run_local`` writes them down one by one.
    """
    reader = _reader(pack)
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
        rows = (row for batch in given.to_batches(max_chunksize=512) for row in batch.to_pylist())
    for number, row in enumerate(rows, start=1):
        yield "records", Raw(number, row, number)


def _reader(pack: Pack | None) -> Reader:
    from extract.patterns import load_pack

    pack = pack or load_pack()
    if pack.hash not in _readers:
        from extract.pipeline import Pipeline  # here, because it loads spaCy

        _readers[pack.hash] = Pipeline(pack)
    return _readers[pack.hash]
