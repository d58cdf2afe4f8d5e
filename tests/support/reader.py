"""The real pack and pipeline, loaded once a test run, and short ways to ask them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from extract.model import Article, Extraction, Fact, Span
from extract.patterns import Pack, load_pack
from extract.pipeline import Pipeline
from extract.reading import Figures, Layout, Reading
from extract.stages.figures import find_figures
from extract.stages.mentions import MentionFinder
from extract.stages.sentences import lay_out

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
FOLDERS = ("seen", "seen-odd", "unseen", "unseen-odd", "traps")


class Gold(NamedTuple):
    """A gold article: what goes in, and the facts that must and may come out."""

    article: Article
    facts: tuple[dict[str, Any], ...]
    optional: tuple[dict[str, Any], ...]


class Read(NamedTuple):
    """A text half-way: laid out, its figures found, its phrases matched."""

    layout: Layout
    figures: Figures
    reading: Reading


def pack() -> Pack:
    """The pack of this checkout."""
    return load_pack()


@cache
def pipeline() -> Pipeline:
    """The pipeline of this checkout."""
    return Pipeline(pack())


@cache
def finder() -> MentionFinder:
    """The phrase matcher of this checkout."""
    return MentionFinder(pack())


def extract(text: str, published: date | None = None, *, explain: bool = False) -> Extraction:
    """What the pipeline reads off a text."""
    return pipeline().run(Article("a", text, published=published), explain=explain)


def facts(text: str, published: date | None = None) -> tuple[Fact, ...]:
    """The facts of a text."""
    return extract(text, published).facts


def half_way(text: str) -> Read:
    """A text up to its mentions, without the screen for its topic."""
    layout = lay_out(text, pack().furniture)
    figures = find_figures(text, pack(), layout.sentences, layout.furniture, pack().periods.find(text, None))
    return Read(layout, figures, finder().read(text, layout.sentences, figures.live))


def unmark(example: str) -> tuple[str, Span]:
    """An example's text without the marks around its figure, and where the figure stands.

    >>> unmark("Peserta <12 jiwa>.")
    ('Peserta 12 jiwa.', Span(start=8, end=15))
    """
    before, _, rest = example.partition("<")
    figure, _, after = rest.partition(">")
    return before + figure + after, Span(len(before), len(before) + len(figure))


def at(found: Sequence[Fact], span: Span) -> list[Fact]:
    """The facts whose figure overlaps a span."""
    return [fact for fact in found if fact.char_start < span.end and fact.char_end > span.start]


def read_gold(path: Path) -> list[Gold]:
    """The articles of a gold file, their texts read from beside it."""
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        published = date.fromisoformat(entry["published"]) if entry.get("published") else None
        text = (path.parent / entry["text"]).read_text(encoding="utf-8")
        article = Article(entry["id"], text, published=published)
        found.append(Gold(article, tuple(entry["facts"]), tuple(entry.get("optional", ()))))
    return found


@cache
def corpus(folder: str) -> tuple[Gold, ...]:
    """The gold articles of one corpus folder."""
    return tuple(read_gold(CORPUS / f"{folder}.gold.jsonl"))


@cache
def corpus_facts() -> dict[str, Extraction]:
    """What the pipeline reads off every corpus article, by its id."""
    return {gold.article.article_id: pipeline().run(gold.article) for name in FOLDERS for gold in corpus(name)}
