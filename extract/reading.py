"""The working records of one article on its way through the stages: what one stage hands to the next.

Positions are token numbers of the :class:`Reading`; it gives them back as characters of the stored text. Records that
are read far more often than made are data classes with slots, whose fields take a quarter of a tuple's time to read.
"""

from __future__ import annotations

import sys
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from extract.model import Form, Noise, PeriodBasis, Program, Quantity, Region, RegionBasis, Sentence, Span, Status
from extract.patterns.pack import Veto

Role = Literal["plain", "office", "dateline", "event", "parent"]

NATION = Region("Indonesia", "national", None)

OTHER = "other"
"""The unit of a figure whose noun counts something that is not ours."""

BEYOND = sys.maxsize
"""A token behind all others."""

# Why a bid was made, where other stages ask for it.
CUE = "cue"
TURNED_ROUND = "cue turned round by a negation"
HEAD_OF_LIST = "head of the list"
LEADING = "sentence before"
TOGETHER = "said of the figure beside it"
FITTING = "it fits the figures beside it"
WHOLE_OF = "the whole of the figure before it"
AROUND = "phrase around the figure"
BESIDE = "label beside it"
SAID_OF = "cue that the figure is said of"
GOING_ON = "the list goes on"
PART_OF = "it is a part of the total before it"
STILL = "what was spoken of last"
AGAIN = "said before"
COLUMN_HEAD = "head of its column"


class Layout(NamedTuple):
    """The sentences of an article in order, the furniture passed over, which sentences are list lines and headlines."""

    sentences: tuple[Sentence, ...]
    furniture: tuple[Noise, ...]
    bullets: frozenset[int]
    headlines: tuple[int, ...]


class Figures(NamedTuple):
    """The live figures with their sentence numbers; the excluded ones with the rule that excludes each."""

    live: tuple[tuple[Quantity, int], ...]
    excluded: tuple[tuple[Quantity, int, str], ...]


class Mention(NamedTuple):
    """One phrase in the text: tokens from ``start`` to ``end``, and what it means."""

    start: int
    end: int
    value: object
    form: Form | None = None
    slot: int = -1


@dataclass(frozen=True, slots=True)
class Reading:
    """An article as tokens: where sentences begin, where the figures stand, and the mentions by kind.

    Each token stands from ``starts`` to ``stops`` in the stored text. ``sentence_tokens`` holds the first token of each
    sentence and, last, the number of tokens. ``mention_starts`` are the first tokens of the mentions of each kind and,
    last, ``BEYOND``.
    """

    text: str
    sentence_tokens: list[int]
    figure_tokens: list[int]
    mentions: dict[str, list[Mention]]
    mention_starts: dict[str, list[int]]
    starts: list[int]
    stops: list[int]

    def span(self, start: int, end: int) -> Span:
        """Characters of the stored text that tokens ``start`` to ``end`` cover."""
        return Span(self.starts[start], self.stops[end - 1])

    def word(self, token: int) -> str:
        """A token as it is written."""
        return self.text[self.starts[token] : self.stops[token]]

    def written(self, start: int, end: int) -> str:
        """Tokens ``start`` to ``end`` as they are written."""
        return self.text[self.starts[start] : self.stops[end - 1]]

    def token_at(self, offset: int) -> int:
        """The first token that starts at or after a character of the stored text."""
        return bisect_left(self.starts, offset)

    def sentence_of(self, token: int) -> int:
        """The number of the sentence that a token stands in."""
        return bisect_right(self.sentence_tokens, token) - 1

    def is_level(self, token: int, kind: str) -> bool:
        """Whether a word of some kind of level stands at a token: «dari» («of»), «di» («at»)."""
        said = self.between("level", token, token + 1) if token >= 0 else ()
        return bool(said) and any(m.value == kind for m in said)

    def leads(self, kind: str, token: int, reach: int = 2) -> bool:
        """Whether a mention of a kind, of at most ``reach`` tokens, ends right before a token."""
        return any(m.end == token for m in self.between(kind, token - reach, token))

    def holds(self, kind: str, token: int) -> bool:
        """Whether a token stands in a mention of a kind, none of which overlap."""
        starts = self.mention_starts.get(kind)
        last = bisect_right(starts, token) - 1 if starts else -1
        return last >= 0 and token < self.mentions[kind][last].end

    def has_figure(self, start: int, end: int) -> bool:
        """Whether a live figure stands in tokens ``start`` to ``end``."""
        at = bisect_left(self.figure_tokens, start)
        return at < len(self.figure_tokens) and self.figure_tokens[at] < end

    def is_figure(self, token: int) -> bool:
        """Whether a live figure stands at a token."""
        return self.has_figure(token, token + 1)

    def figures_in(self, start: int, end: int) -> list[int]:
        """The tokens of the live figures among tokens ``start`` to ``end``."""
        tokens = self.figure_tokens
        low = bisect_left(tokens, start)
        return tokens[low : bisect_left(tokens, end, low)]

    def between(self, kind: str, start: int, end: int) -> list[Mention]:
        """Mentions of a kind that begin in tokens ``start`` to ``end``."""
        starts = self.mention_starts.get(kind)
        if starts is None:
            return []
        low = bisect_left(starts, start)
        if starts[low] >= end:
            return []
        return self.mentions[kind][low : bisect_left(starts, end, low)]


@dataclass(frozen=True, slots=True)
class Figure:
    """A live figure with the noun beside it.

    ``number`` counts the live figures of an article, ``token`` is the figure's own token, ``end`` the token after its
    noun. ``unit`` is None where no noun says it, ``OTHER`` where the noun counts something that is not ours; ``noun``
    is that noun as written. ``form`` is the quantity's.
    """

    number: int
    quantity: Quantity
    sentence: int
    token: int
    end: int
    unit: str | None
    noun: str | None
    facility: str | None
    form: Form


@dataclass(frozen=True, slots=True)
class Cell:
    """Tokens ``start`` to ``end`` and the figures in them."""

    start: int
    end: int
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Scene:
    """One sentence with figures: its cells, the figures that count something else, and what it goes on from.

    ``goes_on`` says that the sentence takes up the one before; ``head`` is the line that heads the list it stands in;
    ``context`` are the cues of that line, or of the sentence before where that holds no figure; ``leads`` are the
    tokens of that line or sentence, (0, 0) where there is none.
    ``aside`` is what evidence loses in a sentence that speaks of something else than the article's programme.
    """

    reading: Reading
    cells: tuple[Cell, ...]
    foreign: tuple[Figure, ...]
    goes_on: bool
    same_paragraph: bool
    head: int | None
    context: tuple[Mention, ...]
    leads: tuple[int, int]
    aside: float
    anchored: bool


class Bid(NamedTuple):
    """One reading of a figure: the indicator, the pattern and the words that speak for it.

    ``score`` is the evidence, 0 to 1; ``weight`` decides between bids, and adds what is due to a specific indicator.
    """

    score: float
    weight: float
    indicator: str
    pattern_id: str
    mention: Mention | None
    why: str


class Bound(NamedTuple):
    """A figure after the competition: the winning bid and the others, best first; the strongest veto, if any."""

    figure: Figure
    cell: Cell
    unit: str | None
    bid: Bid | None
    bids: tuple[Bid, ...]
    veto: tuple[float, Veto, Mention] | None
    reason: str


class Gone(NamedTuple):
    """Why a fact is no row of its own, and the id of the one that stands for it, which may have gone as well.

    A «repeat» is merged into another mention's row; a «headline» says what the body says; a «lesser_reading» is of a
    number that is better known to count something else.
    """

    reason: Literal["repeat", "headline", "lesser_reading"]
    into: str


class Labels(NamedTuple):
    """The word dimensions of one row."""

    segment: str | None
    care_class: int | None
    facility_type: str | None
    per: str | None
    status: Status
    program: Program


class Place(NamedTuple):
    """A place in the text: tokens ``start`` to ``end`` (its designator with it), the region, and its role.

    ``said`` tells whether a level was said with the name, ``joined`` the number of the list it stands in, or -1.
    """

    start: int
    end: int
    region: Region
    role: Role
    said: bool
    joined: int = -1


class Places(NamedTuple):
    """All places of an article, in order, and the branch members that it names."""

    places: tuple[Place, ...]
    members: dict[str, tuple[str, ...]]


class Located(NamedTuple):
    """A region and how it was found."""

    region: Region | None
    basis: RegionBasis | None


class Dated(NamedTuple):
    """First and last day of a figure's period and how it was found."""

    start: date | None
    end: date | None
    basis: PeriodBasis


def column_signs(reading: Reading, start: int, end: int) -> list[int]:
    """The tokens that part the columns of a table's line: upright strokes and tabs."""
    return [token for token in range(start, end) if reading.text[reading.starts[token]] in _COLUMN_SIGNS]


def has_columns(text: str) -> bool:
    """Whether a text holds a sign that parts columns at all."""
    return any(sign in text for sign in _COLUMN_SIGNS)


_COLUMN_SIGNS = "|\t"
