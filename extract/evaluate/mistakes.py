"""What is wrong, one by one: facts missed, rows too many, dimensions wrong, each with its sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from extract.evaluate.gold import GoldFact
from extract.evaluate.score import Judged, said
from extract.model import Article, Decision, Span
from extract.patterns import Pack, load_pack
from extract.stages.sentences import lay_out

Kind = Literal["missed", "extra", "wrong"]
Explain = Callable[[Article], Sequence[Decision]]


class WrongDimension(NamedTuple):
    """A dimension of a found fact: what gold wants, what the row has."""

    name: str
    want: object
    have: object


class Mistake(NamedTuple):
    """One mistake; ``dimensions`` only where ``kind`` is wrong. ``why`` says what became of a missed fact's number."""

    kind: Kind
    article_id: str
    indicator: str
    unit: str
    value: float
    surface: str
    sentence: str
    dimensions: tuple[WrongDimension, ...] = ()
    why: str = ""


def find_mistakes(
    judged: Iterable[Judged], explain: Explain | None = None, pack: Pack | None = None
) -> Iterator[Mistake]:
    """All mistakes, article by article. With ``explain`` a missed fact says why its number was not taken.

    Sentences are those that the pipeline reads with the same ``pack``, the one that came along unless given.
    """
    pack = pack or load_pack()
    for article in judged:
        yield from _of_article(article, explain, pack)


def _of_article(judged: Judged, explain: Explain | None, pack: Pack) -> Iterator[Mistake]:
    article = judged.gold.article
    decisions = explain(article) if explain is not None and judged.missed else ()
    taken = [Span(match.row.char_start, match.row.char_end) for match in judged.matches]
    layout = lay_out(article.text, pack.furniture, article.title_end, pack.discourse.abbreviations)
    sentences = [Span(sentence.start, sentence.end) for sentence in layout.sentences]
    for fact in judged.missed:
        place = _place(article.text, fact.surface, taken)
        taken.append(place)
        yield Mistake(
            "missed", article.article_id, fact.indicator, fact.unit, fact.value, fact.surface,
            _sentence(article.text, place, sentences), why=_fate(fact, place, decisions),
        )  # fmt: skip
    for row in judged.extra:
        place = Span(row.char_start, row.char_end)
        sentence = row.sentence or _sentence(article.text, place, sentences)
        yield Mistake("extra", article.article_id, row.indicator, row.unit, row.value, row.surface, sentence)
    for match in judged.matches:
        if match.wrong:
            row = match.row
            place = _place(article.text, match.gold.surface, [])
            dimensions = tuple(WrongDimension(name, match.gold.says[name], said(row, name)) for name in match.wrong)
            sentence = row.sentence or _sentence(article.text, place, sentences)
            yield Mistake(
                "wrong", article.article_id, row.indicator, row.unit, row.value, match.gold.surface, sentence,
                dimensions,
            )  # fmt: skip


def _place(text: str, surface: str, taken: Sequence[Span]) -> Span:
    """Where a surface stands: of several places the first that no other fact was read from."""
    first = at = text.find(surface)
    while at >= 0:
        if not any(at < span.end and span.start < at + len(surface) for span in taken):
            return Span(at, at + len(surface))
        at = text.find(surface, at + 1)
    return Span(first, first + len(surface))


def _sentence(text: str, place: Span, sentences: Sequence[Span]) -> str:
    inside = [text[span.start : span.end] for span in sentences if span.start < place.end and place.start < span.end]
    return " ".join(" ".join(inside).split())


def _fate(fact: GoldFact, place: Span, decisions: Sequence[Decision]) -> str:
    """What became of a missed fact's number."""
    here = [decision for decision in decisions if decision.span.start < place.end and place.start < decision.span.end]
    if not here:
        return "no number was seen here" if decisions else ""
    decision = max(here, key=lambda d: min(d.span.end, place.end) - max(d.span.start, place.start))
    if decision.taken:
        row = decision.facts[0]
        same = (row.indicator, row.unit) == (fact.indicator, fact.unit)
        return f"read as {row.value:.15g} {row.unit}" if same else f"taken as {row.indicator} in {row.unit}"
    return decision.detail or decision.reason
