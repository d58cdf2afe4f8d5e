"""A decision for every number of an article, from a text in memory or from files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from extract.errors import SourceError
from extract.model import Decision, Extraction
from extract.patterns import load_pack
from extract.run.engine import PatternEngine, Reader
from extract.run.text import read_text
from extract.sources import Record, Reject, find_inputs, read_batches
from extract.sources.days import read_day

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
        article = record.article()
        yield reader.run(article._replace(published=article.published or published), explain=True)
        if article_id is not None:
            return
    if not found:
        what = "holds no article that can be read" if article_id is None else f"no article has the id {article_id}"
        remedy = "check the file" if article_id is None else "check the id, or name the files that hold it"
        raise SourceError(what, where=", ".join(names), remedy=remedy)


def explain_named(
    names: Sequence[str],
    patterns: Path | None = None,
    *,
    article_id: str | None = None,
    published: str | None = None,
    stdin: BinaryIO | None = None,
    on_reject: Callable[[Reject], None] | None = None,
) -> Iterator[Extraction]:
    """``explain_files`` as the command has it: files by name, or ``-`` alone for one text from ``stdin``."""
    try:
        day = read_day(published)
    except ValueError as why:
        raise SourceError(str(why), where="--published", remedy="give a day as 2023-08-22") from why
    if list(names) == ["-"] and stdin is not None:
        if article_id is not None:
            raise SourceError(
                "a text from standard input has no id", where="--id", remedy="leave it out, or name files"
            )
        yield read_text(_text_of(stdin), published=day, pack=load_pack(patterns), explain=True)
        return
    if "-" in names:
        raise SourceError("standard input goes alone", where="-", remedy="name either - or files")
    reader = PatternEngine(patterns).reader()
    yield from explain_files(names, reader, article_id=article_id, published=day, on_reject=on_reject)


def _text_of(stdin: BinaryIO) -> str:
    try:
        return stdin.read().decode("utf-8-sig")
    except UnicodeDecodeError as why:
        raise SourceError(f"not UTF-8 at byte {why.start}", where="-", remedy="give plain text in UTF-8") from why


def _records(names: list[str], on_reject: Callable[[Reject], None] | None) -> Iterator[Record]:
    for batch in read_batches(find_inputs(names)):
        if on_reject is not None:
            for reject in batch.rejects:
                on_reject(reject)
        for row in zip(*(column.to_pylist() for column in batch.articles.columns), strict=True):
            yield Record._make(row)
