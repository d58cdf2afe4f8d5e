"""The real pack and pipeline, loaded once a test run, and short ways to ask them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

from extract.evaluate import GoldArticle, Judged, judge, read_gold
from extract.model import Article, Extraction, Fact, Noise, Quantity, Sentence, Span
from extract.patterns import Entry, Pack, load_pack
from extract.patterns.load import read_phrases
from extract.pipeline import Pipeline
from extract.reading import Cell, Figure, Figures, Layout, Place, Reading
from extract.stages.cells import cut
from extract.stages.figures import find_figures
from extract.stages.mentions import MentionFinder
from extract.stages.places import PlaceReader
from extract.stages.sentences import lay_out
from extract.stages.units import read_units
from extract.values.scan import script

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
FOLDERS = sorted(file.name.removesuffix(".gold.jsonl") for file in CORPUS.glob("*.gold.jsonl"))


class HalfWay(NamedTuple):
    """A text with its sentences laid out, its figures found and its phrases matched."""

    text: str
    layout: Layout
    figures: Figures
    reading: Reading

    def words(self, kind: str) -> list[tuple[str, object]]:
        """Each mention of a kind as it is written, with its meaning."""
        return [(self.written(m.start, m.end), m.value) for m in self.reading.mentions.get(kind, ())]

    def written(self, start: int, end: int) -> str:
        """Some tokens as they stand in the text."""
        return self.text[slice(*self.reading.span(start, end))]

    def units(self) -> tuple[Figure, ...]:
        """The live figures with their nouns."""
        return read_units(self.reading, self.figures.live, pack().discourse)

    def cells(self) -> list[Cell]:
        """The cells of a text of one sentence."""
        return cut(self.reading, self.units())

    def places(self, year: int | None = None) -> tuple[Place, ...]:
        """The places that the text names."""
        return place_reader().read(self.reading, year).places


def pack() -> Pack:
    """The pack of this checkout."""
    return load_pack()


@cache
def phrases() -> Mapping[str, tuple[Entry, ...]]:
    """The phrases of this checkout's pack, and all that each may mean."""
    return read_phrases()


@cache
def pipeline() -> Pipeline:
    """The pipeline of this checkout."""
    return Pipeline(pack())


@cache
def finder() -> MentionFinder:
    """The phrase matcher of this checkout."""
    return MentionFinder(pack())


@cache
def place_reader() -> PlaceReader:
    """The reader of places of this checkout."""
    return PlaceReader(pack())


def extract(text: str, published: date | None = None, *, explain: bool = False) -> Extraction:
    """What the pipeline reads off a text."""
    return pipeline().run(Article("a", text, published=published), explain=explain)


def facts(text: str, published: date | None = None) -> tuple[Fact, ...]:
    """The facts of a text."""
    return extract(text, published).facts


def half_way(text: str) -> HalfWay:
    """A text up to its mentions, without the screen for its topic."""
    layout = lay_out(text, pack().furniture, abbreviations=pack().discourse.abbreviations)
    figures = find_figures(script(text), pack(), layout.sentences, layout.furniture, pack().periods.find(text, None))
    return HalfWay(text, layout, figures, read(text, layout.sentences, figures.live, layout.furniture))


def read(
    text: str,
    sentences: Sequence[Sentence],
    live: Sequence[tuple[Quantity, int]] = (),
    furniture: Sequence[Noise] = (),
) -> Reading:
    """The phrases of a text."""
    return finder().read(text, sentences, live, furniture)


def at(found: Iterable[Fact], span: Span) -> list[Fact]:
    """The facts whose figure overlaps a span."""
    return [fact for fact in found if fact.char_start < span.end and fact.char_end > span.start]


@cache
def gold(path: Path) -> tuple[GoldArticle, ...]:
    """The articles of a gold file."""
    return read_gold(path)


@cache
def corpus() -> dict[str, GoldArticle]:
    """Every corpus article by its id."""
    return {entry.article.article_id: entry for name in FOLDERS for entry in gold(CORPUS / f"{name}.gold.jsonl")}


@cache
def judged(path: Path) -> tuple[Judged, ...]:
    """What the pipeline reads off the articles of a gold file, beside what it should have read."""
    return tuple(judge(entry, pipeline().run(entry.article).facts) for entry in gold(path))
