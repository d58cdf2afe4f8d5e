"""A decision for every number of an article, from a text in memory or from files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from extract.errors import SourceError
from extract.model import Decision, Extraction
from extract.run.batch import article_of
from extract.run.engine import Reader
from extract.run.memory import read_text
from extract.sources import Record, Reject, find_inputs, read_batches

if TYPE_CHECKING:
    from extract.patterns import Pack


def explain_text(
    text: str, *, title: str | None = None, published: date | str | None = None, pack: Pack | None = None
) -> tuple[Decision, ...]:
    """Why each number of one article was taken or not, in the order of the text.

    Takes what ``extract_text`` takes, and raises what it raises; the facts in the decisions are the same.
    """
    return read_text(text, title=title, published=published, pack=pack, explain=True).decisions


def explain_files(
    named: Iterable[str | Path],
    reader: Reader,
    *,
    article_id: str | None = None,
    published: date | None = None,
    on_reject: Callable[[Reject], None] | None = None,
) -> Iterator[Extraction]:
    """The articles of some files, each with its decisions; with ``article_id`` only that one.

    ``published`` is for articles that come without a date. Raises SourceError where there is no such article.
    """
    names = [str(name) for name in named]
    found = False
    for record in _records(names, on_reject):
        if article_id is not None and record.article_id != article_id:
            continue
        found = True
        article = article_of(record)
        yield reader.run(article._replace(published=article.published or published), explain=True)
        if article_id is not None:
            return
    if not found:
        what = "holds no article that can be read" if article_id is None else f"no article has the id {article_id}"
        remedy = "check the file" if article_id is None else "check the id, or name the files that hold it"
        raise SourceError(what, where=", ".join(names), remedy=remedy)


def _records(names: list[str], on_reject: Callable[[Reject], None] | None) -> Iterator[Record]:
    for batch in read_batches(find_inputs(names)):
        for reject in batch.rejects if on_reject is not None else ():
            on_reject(reject)  # type: ignore[misc]
        for row in zip(*(column.to_pylist() for column in batch.articles.columns), strict=True):
            yield Record._make(row)
