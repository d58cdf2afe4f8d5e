"""The pipeline over one text in memory: what ``extract_text`` and ``explain_text`` are. It needs no Arrow."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from extract.errors import SourceError
from extract.model import Extraction, Fact
from extract.run.engine import Reader, no_collecting
from extract.sources import normalise

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
    return reader_of(pack).run(record.article(), explain=explain)


def reader_of(pack: Pack | None) -> Reader:
    """The reader of a pack, None for the one that came with the installation; made once a process."""
    with no_collecting():
        from extract.patterns import load_pack

        pack = pack or load_pack()
        if pack.hash not in _readers:
            from extract.pipeline import Pipeline  # here, because it loads spaCy

            _readers[pack.hash] = Pipeline(pack)
    return _readers[pack.hash]
