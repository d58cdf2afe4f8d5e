"""What is known of one article when its rows are made: all that its decisions are told from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from extract.model import Article, ArticleDate, Fact, Period, Span
from extract.patterns.grounds import Grounds
from extract.patterns.pack import Pack
from extract.reading import (
    AGAIN,
    AROUND,
    BESIDE,
    CUE,
    GOING_ON,
    HEAD_OF_LIST,
    LEADING,
    SAID_OF,
    STILL,
    TOGETHER,
    TURNED_ROUND,
    Bid,
    Bound,
    Figure,
    Figures,
    Gone,
    Layout,
    Mention,
    Place,
    Reading,
)

_NEAR = ("right before it", "right behind it")


class Notes(NamedTuple):
    """The working records of one article. ``rows`` are by figure number and from before repeats were merged,
    ``grounds`` are by fact id, and so is what became of facts that are ``gone``.

    ``reading`` is None where no number was worth matching phrases for.
    """

    pack: Pack
    article: Article
    dated: ArticleDate
    layout: Layout
    periods: Sequence[Period]
    figures: Figures
    reading: Reading | None = None
    places: Sequence[Place] = ()
    bounds: Sequence[Bound] = ()
    rows: Mapping[int, Sequence[Fact]] = MappingProxyType({})
    facts: Sequence[Fact] = ()
    grounds: Mapping[str, Grounds] = MappingProxyType({})
    gone: Mapping[str, Gone] = MappingProxyType({})

    def quote(self, span: Span) -> str:
        """Words of the text, in one line and in quotation marks."""
        return f"«{' '.join(self.article.text[span.start : span.end].split())}»"

    def sentence(self, number: int, place: Span) -> Span:
        """The sentence of that number; for a number in page furniture, the furniture."""
        if number >= 0:
            sentence = self.layout.sentences[number]
            return Span(sentence.start, sentence.end)
        furniture = (noise.span for noise in self.layout.furniture)
        found = next((span for span in furniture if span.start <= place.start < span.end), place)
        # Of furniture that reaches to the end of the page one line is enough.
        start = max(self.article.text.rfind("\n", 0, place.start) + 1, found.start)
        stop = self.article.text.find("\n", place.end)
        return Span(min(start, place.start), max(place.end, min(found.end, stop if stop >= 0 else found.end)))


class Words:
    """Puts the phrases around one figure into words."""

    def __init__(self, notes: Notes, reading: Reading, figure: Figure) -> None:
        self.notes = notes
        self.reading = reading
        self.figure = figure

    def span(self, mention: Mention) -> Span:
        """The characters of a phrase; a figure at its end, which the matcher saw as one letter, in full."""
        span = self.reading.span(mention.start, max(mention.end, mention.start + 1))
        figure = self.figure.quantity.span
        return Span(span.start, max(span.end, figure.end)) if mention.end == self.figure.token + 1 else span

    def quote(self, mention: Mention) -> str:
        """A phrase as the text has it."""
        return self.notes.quote(self.span(mention))

    def distance(self, mention: Mention) -> int:
        """Words between a phrase and the figure; 0 where they touch or overlap."""
        low, high = self._gap(mention)
        return sum(self.reading.word(token).isalnum() for token in range(low, high))

    def place(self, mention: Mention, start: int, end: int) -> str:
        """Where a phrase stands, seen from the figure; tokens ``start`` to ``end`` are the figure's own clause."""
        own = self.reading.sentence_of(self.figure.token)
        its = self.reading.sentence_of(mention.start)
        if its != own:
            return "in the sentence before" if own - its == 1 else "further up" if its < own else "further down"
        if mention.start <= self.figure.token < mention.end:
            return "around it"
        behind = mention.start > self.figure.token
        count = self.distance(mention)
        where = f"{count} word{'s' * (count > 1)} {'behind' if behind else 'before'} it" if count else _NEAR[behind]
        return where if start <= mention.start < end else f"{where} in another clause"

    def said(self, mention: Mention, bound: Bound) -> str:
        """A phrase and where it stands."""
        return f"{self.quote(mention)} {self.place(mention, bound.cell.start, bound.cell.end)}"

    def bid(self, bid: Bid, bound: Bound) -> str:
        """A reading of the figure: the indicator, and what speaks for it."""
        return f"{bid.indicator}: {self.ground(bid, bound)}"

    def ground(self, bid: Bid, bound: Bound) -> str:
        """What speaks for a reading. The pipeline's own word for it is given where there is no better one."""
        said = self.said(bid.mention, bound) if bid.mention is not None else ""
        if bid.why in (CUE, HEAD_OF_LIST, LEADING):
            return f"{said} says so"
        if bid.why == AROUND:
            return f"the phrase {said} says so"
        if bid.why == TURNED_ROUND:
            return f"{said} says so, turned round by the negation before it"
        if bid.why == BESIDE:
            return f"the label {said} says so"
        if bid.why == SAID_OF:
            return f"{said} says so, and the figure is said of it"
        if bid.why == STILL:
            return f"little else is said of it, and {said or 'what the figures before it count'} was spoken of last"
        if bid.why == GOING_ON:
            return "it goes on with what the figure before it counts"
        if bid.why == AGAIN:
            return "the same number was said before"
        if bid.why == TOGETHER:
            return f"it is said together with the figure beside it{f', for which {said} speaks' if said else ''}"
        return f"{said} ({bid.why})" if said else bid.why

    def _gap(self, mention: Mention) -> tuple[int, int]:
        if mention.start > self.figure.token:  # it may be the figure's own noun
            return min(self.figure.end, mention.start), mention.start
        return min(mention.end, self.figure.token), self.figure.token


def days_says(start: date | None, end: date | None) -> str:
    """A period in one word: a day, or the first and the last."""
    if start is None or end is None:
        return "undated"
    return start.isoformat() if start == end else f"{start.isoformat()} to {end.isoformat()}"
