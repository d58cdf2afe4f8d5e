"""What a run needs of the linguistic core, and how each process comes by it."""

from __future__ import annotations

import gc
import platform
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple, Protocol

from extract.errors import PatternError
from extract.model import Article, Extraction


class Reader(Protocol):
    """What reads one article: ``extract.pipeline.Pipeline``."""

    @property
    def topic_pattern(self) -> str:
        """RE2 pattern that an article on the topic matches; the others are not read."""

    def run(self, article: Article, *, explain: bool = False) -> Extraction:
        """The article's facts."""


class Knowledge(NamedTuple):
    """What a run reports of its pattern pack: its hash, and the family of each indicator."""

    pack_hash: str
    families: Mapping[str, str]


_LIBRARIES = ("spacy", "pyarrow", "regex", "numpy")


def libraries(*more: str) -> dict[str, str]:
    """The versions of Python, of the libraries that decide rows, and of some ``more``, as ``run.json`` says them."""
    return {name: version(name) for name in (*_LIBRARIES, *more)} | {"python": platform.python_version()}


# An article makes some two thousand records and leaves its rows: what is looked through more often is not garbage yet.
_YOUNG = 10_000


class Engine(Protocol):
    """Makes the reader, once in each process, and so has to survive pickling."""

    def reader(self) -> Reader:
        """A reader of this process. Raises PatternError where the pack cannot be loaded."""

    def knowledge(self) -> Knowledge:
        """Of the same pack, without what only reading needs."""


@contextmanager
def no_collecting() -> Iterator[None]:
    """While libraries and a pack are loaded, nothing of them is garbage: looking for some takes a tenth of the time."""
    on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if on:
            gc.enable()


class PatternEngine(NamedTuple):
    """The pipeline over the pattern pack in ``folder``; None is the pack that came with the installation."""

    folder: Path | None = None

    def reader(self) -> Reader:
        """See ``Engine``."""
        import pyarrow as pa
        import pyarrow.compute as pc

        with no_collecting():
            from extract.patterns import load_pack
            from extract.pipeline import Pipeline  # here, because it loads spaCy, and some processes only hand out work

            reader: Reader = Pipeline(load_pack(self.folder))
        gc.freeze()  # the pack stays for good: nothing is gained by going through it again and again
        gc.set_threshold(_YOUNG)
        try:
            pc.match_substring_regex(pa.array([""]), reader.topic_pattern)
        except pa.ArrowInvalid as why:
            from extract.patterns.locate import default_folder

            where = str(self.folder or default_folder())
            raise PatternError(f"RE2 cannot take the topic pattern: {why}", where=where, remedy="mend it") from why
        return reader

    def knowledge(self) -> Knowledge:
        """See ``Engine``."""
        with no_collecting():
            from extract.patterns.load import read_indicators

            pack_hash, indicators = read_indicators(self.folder)
        return Knowledge(pack_hash, {name: indicator.family for name, indicator in indicators.items()})
