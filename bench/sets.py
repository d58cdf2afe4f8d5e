"""The sets that are measured on, made from ``corpus/`` and from invented words: the same for the same numbers.

*Dense*: every article is about the insurance and full of figures; the corpus articles with their digits changed, the
names of areas shuffled and a few words that no other article has. *Mixed*: one per cent of those among general news of
invented words, the shape of a real crawl.
"""

from __future__ import annotations

import csv
import gzip
import json
import random
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

CHECKOUT = Path(__file__).resolve().parent.parent
DENSE_SHARE = 0.01
SCHEMA = pa.schema([("id", pa.string()), ("text", pa.string())])
_GROUP = 4096  # articles in a row group

_ONSETS = tuple("bcdghjklmnprstwy")  # single sounds, so that no two ways to cut a word give the same one
_RHYMES = ("a", "i", "u", "e", "o", "an", "ar", "at", "ak", "ang", "ing", "ung", "am", "ir", "is", "us")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_YEAR = re.compile(r"(?:19|20)\d\d")


def invented_word(number: int) -> str:
    """A word of its own for every number; none of them is Indonesian but by chance.

    >>> invented_word(4711), invented_word(4712)
    ('lardi', 'mardi')
    """
    syllables = []
    for sounds in (_ONSETS, _RHYMES) * 2:
        number, at = divmod(number, len(sounds))
        syllables.append(sounds[at])
    while number:
        number, at = divmod(number, len(_ONSETS))
        number, rhyme = divmod(number, len(_RHYMES))
        syllables += [_ONSETS[at], _RHYMES[rhyme]]
    return "".join(syllables)


def corpus_texts(folders: Sequence[Path] = ()) -> list[str]:
    """The articles to vary: the corpus without its traps, or the texts of other folders."""
    folders = folders or [CHECKOUT / "corpus" / name for name in ("seen", "seen-odd", "opened", "opened-odd")]
    return [path.read_text(encoding="utf-8") for folder in folders for path in sorted(folder.glob("*.txt"))]


def area_names() -> list[str]:
    """The short official names of all areas, the longest first."""
    with (CHECKOUT / "patterns" / "regions" / "areas.csv").open(encoding="utf-8", newline="") as file:
        names = {row["short"] for row in csv.DictReader(file) if row["level"] != "national"}
    return sorted(names, key=lambda name: (-len(name), name))


class Dense:
    """Variations of some texts, without end and without repeating one."""

    def __init__(self, texts: Sequence[str], seed: int = 1, fresh: int = 12) -> None:
        self._texts = list(texts)
        self._random = random.Random(seed)
        self._names = area_names()
        self._area = re.compile(r"\b(?:" + "|".join(map(re.escape, self._names)) + r")\b")
        self._fresh = fresh
        self._made = 0

    def __iter__(self) -> Iterator[str]:
        while True:
            yield self.article(self._texts[self._made % len(self._texts)])

    def article(self, text: str) -> str:
        """One text with other digits, other areas and ``fresh`` words that no other article has."""
        swapped: dict[str, str] = {}

        def area(found: re.Match[str]) -> str:
            return swapped.setdefault(found[0], self._random.choice(self._names))

        lines = _NUMBER.sub(self._number, self._area.sub(area, text)).split(". ")
        for _ in range(self._fresh):
            self._made += 1
            word = invented_word(self._made).title()
            at = self._random.randrange(len(lines))
            lines[at] += f" bersama {word}"
        return ". ".join(lines)

    def _number(self, found: re.Match[str]) -> str:
        written = found[0]
        if len(written) < 3 or _YEAR.fullmatch(written):
            return written
        rest = "".join(char if char in ".," else str(self._random.randrange(10)) for char in written[1:])
        return str(self._random.randrange(1, 10)) + rest


class News:
    """Articles on nothing: invented words in sentences and paragraphs, some of them new in every article."""

    def __init__(self, seed: int = 2, fresh: int = 20) -> None:
        self._random = random.Random(seed)
        self._words = [invented_word(number) for number in range(30_000)]
        # Some words are many times as frequent as others, as in any language.
        self._weights = [1 / (rank + 10) for rank in range(len(self._words))]
        self._pool: list[str] = []
        self._fresh = fresh
        self._made = len(self._words)

    def __iter__(self) -> Iterator[str]:
        while True:
            yield self.article()

    def article(self) -> str:
        """About 2,300 characters, a number or two among them."""
        count = self._random.randrange(250, 420)
        start = self._random.randrange(200_000)
        words = self._stream(start, count)
        for _ in range(self._fresh):
            self._made += 1
            words[self._random.randrange(count)] = invented_word(self._made)
        words[self._random.randrange(count)] = str(self._random.randrange(2, 5000))
        sentences = [" ".join(words[at : at + 17]).capitalize() for at in range(0, count, 17)]
        paragraphs = [". ".join(sentences[at : at + 3]) for at in range(0, len(sentences), 3)]
        return ".\n\n".join(paragraphs) + "."

    def _stream(self, start: int, count: int) -> list[str]:
        if not self._pool:
            self._pool = self._random.choices(self._words, self._weights, k=250_000)
        return self._pool[start : start + count]


def published_news(path: Path) -> Iterator[str]:
    """Real news from a gzipped file of JSON lines, over and over, each time under another first word."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    number = 0
    while True:
        for text in texts:
            number += 1
            yield f"{invented_word(number)} {text}"


def mixed(news: Iterator[str], dense: Iterator[str], share: float = DENSE_SHARE) -> Iterator[str]:
    """News with a dense article at every ``1 / share``-th place."""
    every = round(1 / share)
    number = 0
    while True:
        number += 1
        yield next(dense) if number % every == every // 2 else next(news)


def write_set(path: Path, texts: Iterator[str], count: int) -> Path:
    """The first ``count`` texts as a Parquet file with the columns ``id`` and ``text``; returns the path."""
    with pq.ParquetWriter(path, SCHEMA, compression="zstd", compression_level=3) as writer:
        for start in range(0, count, _GROUP):
            numbers = range(start, min(start + _GROUP, count))
            columns = [[f"n{number}" for number in numbers], [next(texts) for _ in numbers]]
            writer.write_table(pa.table(columns, schema=SCHEMA))
    return path
