"""Finding the words of a list quickly: text folded without moving an offset, tries, and a scanner of word starts.

``re`` looks for a literal first character at the speed of ``memchr`` and for anything else a character at a time. Words
start after few characters (a blank, a bracket, a quotation mark), so one search after each of these characters that
the text holds is several times quicker than one search with ``(?<!\\w)``.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

# What may stand right before a word in running text; a full stop or comma where two sentences are glued together.
_BEFORE_WORD = " \n(\"“'‘-–—/[\t\u00a0\r.,:;*•>+±|"

# Blanks inside one expression: any horizontal ones, and at most one line break (a blank line parts paragraphs).
# Atomic, so that a failing match does not try every way to share blanks between two neighbours.
GAP = r"(?>[^\S\n]{0,3}\n?[^\S\n]{0,3})"
BLANK = r"(?>[^\S\n]{1,3}\n?[^\S\n]{0,3}|\n[^\S\n]{0,3})"
NO_WORD_AFTER = r"(?!\w)"
_RUN = re.compile(r"[^\S\n]{2,}")
# A text without these holds no run of blanks; looking for them is far quicker than for the run.
_RUNS_HOLD = ("  ", "\t", "\xa0", "\r", "\u2009", "\u202f", "\u3000")


def fold(text: str) -> str:
    """Lower case, the same length as ``text``, so that offsets hold in both.

    >>> fold("Dua PULUH"), len(fold("İ Rp"))
    ('dua puluh', 4)
    """
    folded = text.lower()
    # The dotted capital I is the one character that Unicode lowers to two.
    return folded if len(folded) == len(text) else text.replace("İ", "I").lower()


class Squeezed(NamedTuple):
    """A text with each run of blanks as its first one, and the way back.

    From the character ``breaks[n]`` of the squeezed text on, offsets in the text itself are ``shifts[n]`` higher.
    """

    text: str
    breaks: Sequence[int] = ()
    shifts: Sequence[int] = ()

    def back(self, offset: int) -> int:
        """The offset in the text itself of an offset in the squeezed one, where a word begins or ends."""
        at = bisect_right(self.breaks, offset) - 1
        return offset if at < 0 else offset + self.shifts[at]


def squeeze(text: str) -> Squeezed:
    """``text`` with its runs of blanks as one blank each; a line break is none and ends a run.

    >>> found = squeeze("Mei   2021 \\n ini")
    >>> found.text, found.back(3), found.back(4)
    ('Mei 2021 \\n ini', 3, 6)
    """
    for sign in _RUNS_HOLD:  # any() would take as long as the search
        if sign in text:
            return _squeezed(text)
    return Squeezed(text)


def _squeezed(text: str) -> Squeezed:
    pieces, breaks, shifts = [], [], []
    at = cut = 0
    for run in _RUN.finditer(text):
        pieces.append(text[at : run.start() + 1])
        cut += len(run[0]) - 1
        at = run.end()
        breaks.append(at - cut)
        shifts.append(cut)
    return Squeezed("".join((*pieces, text[at:])), breaks, shifts)


def trie(words: Iterable[str]) -> str:
    """A regex for any of the words, the longest first, that shares their common beginnings; a blank means BLANK.

    >>> re.fullmatch(trie(["dua", "dua puluh", "delapan"]), "dua  puluh") is not None
    True
    >>> trie(["tiga", "tujuh"])
    '(?:t(?:iga|ujuh))'
    """
    branches: dict[str, set[str]] = {}
    for word in words:
        if word:
            branches.setdefault(word[0], set()).add(word[1:])
    parts = [_sign(first) + _rest(rests) for first, rests in sorted(branches.items())]
    return f"(?:{'|'.join(parts)})" if parts else r"(?!)"


def _rest(rests: set[str]) -> str:
    """What may follow a shared first character."""
    if len(rests) == 1:
        return "".join(_sign(char) for char in next(iter(rests)))
    longer = trie(rests - {""})
    return f"{longer}?" if "" in rests else longer


def _sign(char: str) -> str:
    return BLANK if char.isspace() else re.escape(char)


class WordScanner:
    """Finds a regex wherever a word starts, in folded text."""

    def __init__(self, body: str) -> None:
        self._body = body
        self._at_start = re.compile(body)
        self._after: dict[str, re.Pattern[str]] = {}  # made when a text first holds the character: most never do

    def find(self, folded: str) -> list[re.Match[str]]:
        """All matches by position, none overlapping another.

        Each but one at the very start of the text includes the character before the word.
        """
        found = []
        if (first := self._at_start.match(folded)) is not None:
            found.append(first)
        for char in _BEFORE_WORD:
            if char in folded:
                after = self._after.get(char) or self._made(char)
                found.extend(after.finditer(folded))
        found.sort(key=re.Match.start)
        apart: list[re.Match[str]] = []
        limit = 0
        for match in found:
            # «(dua puluh» is found after its bracket and «puluh» once more after its blank.
            if match.start() >= limit:
                limit = match.end()
                apart.append(match)
        return apart

    def _made(self, char: str) -> re.Pattern[str]:
        """The body after a character, compiled and kept."""
        return self._after.setdefault(char, re.compile(re.escape(char) + f"(?:{self._body})"))
