"""Every number expression of a text: digits or words with their scale word, sign and hedge, as one quantity each.

Which of them are figures is not decided here; years and ages are quantities too.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

import regex

from extract.model import Qualifier, Quantity, Span
from extract.values.hedges import Hedges
from extract.values.lexicon import Section
from extract.values.marks import Marks
from extract.values.names import Names
from extract.values.neighbours import Neighbours
from extract.values.numerals import NumeralWords
from extract.values.parts import Part
from extract.values.scan import Script, WordScanner, script, trie
from extract.values.watched import watched

_GROUPS = regex.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3})*+")
_THREES = regex.compile(r"[0-9]{3}(?:\.[0-9]{3})++")
# Longer runs of digits are keys of machines, not numbers.
_LONGEST = 24
_THOUSAND = 1_000


class QuantityGrammar:
    """Finds number expressions; made of the tables ``numerals.toml`` and ``hedges.toml``, then immutable."""

    def __init__(self, numerals: Section, hedges: Section) -> None:
        self.words = NumeralWords(numerals)
        self._hedges = Hedges(hedges)
        self._marks = Marks(numerals)
        self._neighbours = Neighbours(numerals.section("range"), self._marks)
        self._names = Names(numerals.section("names"), self.words)
        self.scanner = WordScanner(rf"(?P<run>{self.words.pattern})", self.words.starters)
        percent = numerals.section("percent")
        percents = trie((*percent.words("signs"), *percent.words("words")))
        words = trie(word for word, scale in numerals.section("scales").whole_numbers().items() if scale > _THOUSAND)
        # «87, 86 persen», «15, 2 juta»: what stands behind says that the comma is no list's
        self._parted = re.compile(rf"(?:10|[1-9])[0-9], (?:[0-9]{{2}} ?{percents}|[0-9] {words})")
        scales = numerals.section("money_scales").whole_numbers()
        self.letters = MappingProxyType({letter.upper(): scale for letter, scale in scales.items()})
        heads = numerals.section("per_head")
        each, whom, words = (trie(heads.words(key)) for key in ("each", "whom", "words"))
        self.per_head = re.compile(rf"(?:\s*{each}\s*{whom}|\s+{words})\b", re.IGNORECASE)

    @classmethod
    def from_tables(cls, numerals: Mapping[str, Any], hedges: Mapping[str, Any], *, where: str) -> QuantityGrammar:
        """The grammar of the two parsed TOML tables; ``where`` is the folder to name in errors.

        Raises :class:`~extract.errors.PatternError` naming file and key, also for one that nothing reads.
        """
        places = f"{where}/numerals.toml", f"{where}/hedges.toml"
        with watched(numerals, places[0]) as numbers, watched(hedges, places[1]) as words:
            return cls(Section(numbers, places[0]), Section(words, places[1]))

    def find(self, text: str) -> list[Quantity]:
        """All number expressions of ``text``, by position, none overlapping another."""
        return self.read(script(text))

    def read(self, read: Script) -> list[Quantity]:
        """As ``find``, of a text that is made ready already."""
        folded = read.folded
        quantities: list[Quantity] = []
        limit = 0
        for part in self._neighbours.join(folded, self._parts(read)):
            quantity = self._quantity(folded, part, limit)
            limit = quantity.span.end
            quantities.append(quantity)
        return quantities

    def parse(self, text: str) -> Quantity | None:
        """The whole of ``text`` as one number expression, None where it is something else or more."""
        found = self.find(text)
        return found[0] if len(found) == 1 and found[0].span == (0, len(text)) else None

    def _parts(self, read: Script) -> list[Part]:
        """The single numbers of the text with their signs and scale words, by position."""
        marks, folded = self._marks, read.folded
        parts = [
            marks.attach(folded, Part(start, end, token=folded[start:end].replace(" ", "")))
            for start, end in _together(folded, read.digits, self._parted)
            if end - start <= _LONGEST
        ]
        digits = len(parts)
        for match in self.scanner.find(read):
            parts += self._in_words(folded, *match.span("run"))
        if len(parts) > digits:
            parts.sort(key=lambda part: part.start)
        return parts

    def _in_words(self, folded: str, start: int, end: int) -> list[Part]:
        """The numbers of a run of number words, none where it is part of a name: «dua tiga» makes two."""
        parts: list[Part] = []
        start = self._names.skip(folded, start)
        while start < end:
            value, length, suffixed = self.words.prefix(folded[start:end])
            if not length:
                break
            part = Part(start, start + length, words=value)
            part.approx = suffixed
            parts.append(self._marks.attach(folded, part))
            start += length
            while start < end and folded[start].isspace():
                start += 1
        return parts

    def _quantity(self, folded: str, part: Part, limit: int) -> Quantity:
        """The finished quantity, hedges included; ``limit`` is where the one before it ends."""
        start, end = part.first, part.end
        qualifier: Qualifier = "range" if part.low is not None else "approx" if part.approx else "exact"
        after = self._hedges.after(folded, end)
        if after is not None:
            end = after[1]
            qualifier = after[0] if qualifier == "exact" else qualifier
        before = self._hedges.before(folded, limit, start)
        if before is not None:
            start = before[1]
            qualifier = before[0] if part.low is None else qualifier
        value, flags = part.value()
        low = part.low.value()[0] if part.low is not None else None
        high = value if low is not None else None
        if low is not None and high is not None:
            value = (low + high) / 2
        core = Span(part.first, part.end)
        span = core if (start, end) == core else Span(start, end)
        return Quantity(span, core, value, low, high, part.form, qualifier, flags)


def _together(folded: str, found: Sequence[tuple[int, int]], parted: re.Pattern[str]) -> list[tuple[int, int]]:
    """Runs of digits, those made one that a blank has parted: «6.184. 275 jiwa», «1.707 831 jiwa», «87, 86 persen»."""
    spans: list[tuple[int, int]] = []
    for start, end in found:
        if spans and start - spans[-1][1] <= 2 and _are_one(folded, *spans[-1], start, end, parted):
            spans[-1] = spans[-1][0], end
        else:
            spans.append((start, end))
    return spans


def _are_one(folded: str, first: int, last: int, start: int, end: int, parted: re.Pattern[str]) -> bool:
    """Whether the digits from ``first`` to ``last`` and those from ``start`` to ``end`` were one number."""
    if folded[start - 1] != " ":
        return False
    between = folded[last:start]
    one = end - start == 3 and (between == ". " or (between == " " and "." in folded[first:last]))
    if one or (between == ". " and _THREES.fullmatch(folded, start, end)):
        return _GROUPS.fullmatch(folded, first, last) is not None
    return between == ", " and parted.match(folded, first) is not None and not folded.endswith(", ", 0, first)
