"""Why each number of an article was taken or not, told from the records that the pipeline left.

Nothing here decides anything: it is read when somebody asks for explanations, after the rows are made.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from extract.decisions import left, taken
from extract.decisions.notes import Notes, Words
from extract.model import Article, Decision, Evidence, Fact, Noise, Quantity, Span
from extract.patterns.pack import Pack
from extract.reading import Bound, Gone
from extract.stages.figures import find_figures
from extract.stages.sentences import lay_out
from extract.values.scan import script

__all__ = ["Notes", "decide", "decide_off_topic"]

_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")


def decide(notes: Notes) -> tuple[Decision, ...]:
    """One decision a number, in the order of the text."""
    made = [_excluded(notes, quantity, number, rule) for quantity, number, rule in notes.figures.excluded]
    kept = {fact.fact_id: fact for fact in notes.facts}
    made += [_bound(notes, bound, kept) for bound in notes.bounds]
    made += _digits_left(notes, made)
    return tuple(sorted(made, key=lambda decision: decision.span))


def decide_off_topic(article: Article, pack: Pack) -> tuple[Decision, ...]:
    """The decisions for an article that is not read at all, because it is not about the health insurance."""
    layout = lay_out(article.text, pack.furniture, article.title_end, pack.discourse.abbreviations)
    figures = find_figures(script(article.text), pack, layout.sentences, layout.furniture, ())
    core = len(pack.topic.core.findall(article.text))
    other = len(pack.topic.other.findall(article.text))
    says = "The article is not about the health insurance: "
    says += f"named {_times(core)}, other programmes {_times(other)}." if core else "it is never named."
    quantities = [(quantity, number) for quantity, number, _ in figures.excluded] + list(figures.live)
    notes = Notes(pack, article, pack.periods.article_date(article.text, article.published), layout, (), figures)
    made = [_left(notes, quantity.span, number, "off_topic", says) for quantity, number in quantities]
    return tuple(sorted(made, key=lambda decision: decision.span))


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"


def _left(
    notes: Notes, span: Span, number: int, reason: str, detail: str, evidence: tuple[Evidence, ...] = ()
) -> Decision:
    surface = notes.article.text[span.start : span.end]
    return Decision(span, surface, notes.sentence(number, span), False, reason, detail, (), evidence)


def _excluded(notes: Notes, quantity: Quantity, number: int, rule: str) -> Decision:
    detail, evidence = left.excluded(notes, quantity, rule)
    return _left(notes, quantity.span, number, rule, detail, evidence)


def _bound(notes: Notes, bound: Bound, kept: dict[str, Fact]) -> Decision:
    figure, span = bound.figure, bound.figure.quantity.span
    assert notes.reading is not None
    words = Words(notes, notes.reading, figure)
    if bound.bid is None:
        detail, evidence = left.left_out(notes, words, bound)
        return _left(notes, span, figure.sentence, bound.reason, detail, evidence)
    rows = notes.rows.get(figure.number, ())
    facts = tuple(kept[row.fact_id] for row in rows if row.fact_id in kept)
    if not facts:
        reason, fact = _became(rows[0], notes.gone, kept)
        decision = _left(notes, span, figure.sentence, reason, left.gone(reason, rows[0], fact, notes))
        return decision._replace(facts=(fact,))
    surface = notes.article.text[span.start : facts[0].char_end]
    grounds = taken.evidence(notes, words, bound, bound.bid, facts[0])
    for fact in facts[1:]:
        grounds += tuple(
            ground for ground in taken.evidence(notes, words, bound, bound.bid, fact) if ground.about == "region"
        )
    detail = f"Taken as {words.bid(bound.bid, bound)}."
    span = Span(span.start, facts[0].char_end)
    return Decision(span, surface, notes.sentence(figure.sentence, span), True, "taken", detail, facts, grounds)


def _became(fact: Fact, gone: Mapping[str, Gone], kept: Mapping[str, Fact]) -> tuple[str, Fact]:
    """Why a fact is no row of its own, and the row that stands for it, be it over others that have gone, too."""
    reason, name = gone[fact.fact_id]
    while name not in kept:
        name = gone[name].into
    return reason, kept[name]


def _digits_left(notes: Notes, made: Sequence[Decision]) -> Iterator[Decision]:
    """Digits that no number was read from: the rule that claims them, or that they are no number at all."""
    text = notes.article.text
    spans = sorted(decision.span for decision in made)
    seen = bytearray(len(text))
    for span in spans:
        seen[span.start : span.end] = b"\1" * (span.end - span.start)
    missed = [Span(*match.span()) for match in _DIGITS.finditer(text) if not any(seen[match.start() : match.end()])]
    if not missed:
        return
    claims = [*notes.layout.furniture, *notes.pack.noise.find(text)]
    claims += [Noise(period.span, "date" if period.form != "none" else "year_of_something") for period in notes.periods]
    sentences = notes.layout.sentences
    for span in missed:
        number = next((n for n, s in enumerate(sentences) if s.start <= span.start < s.end), -1)
        rule = next(
            (claim.rule for claim in claims if claim.span.start < span.end and span.start < claim.span.end), None
        )
        if rule is None:
            detail = "Digits that are part of a word or a code, and no number."
            yield _left(notes, span, number, "not_a_number", detail)
        else:
            yield _excluded(notes, Quantity(span, span, 0.0, None, None, "count", "exact"), number, rule)
