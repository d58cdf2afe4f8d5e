"""Finding the words of a list quickly: text folded without moving an offset, tries, and a scanner of word starts.

``re`` goes over a text a character at a time. Words start after few characters (a blank, a bracket, a quotation mark),
and what all scanners look for begins with few words: one search finds the places where any of them may find something.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import regex

# What may stand right before a word in running text; a full stop or comma where two sentences are glued together.
_BEFORE_WORD = " \n(\"“”'‘-–—/[\t\u00a0\r.,:;*•>+±|"

# Blanks inside one expression: any horizontal ones, and at most one line break (a blank line parts paragraphs).
# Atomic, so that a failing match does not try every way to share blanks between two neighbours.
GAP = r"(?>[^\S\n]{0,3}\n?[^\S\n]{0,3})"
BLANK = r"(?>[^\S\n]{1,3}\n?[^\S\n]{0,3}|\n[^\S\n]{0,3})"
NO_WORD_AFTER = r"(?!\w)"
_RUN = re.compile(r"[^\S\n]{2,}")
_BLANKS = tuple(sign for sign in map(chr, range(0x3001)) if sign.isspace() and sign not in " \n")
# ``regex`` finds digits several times as fast as ``re``; both read this pattern alike.
_DIGITS = regex.compile(r"[0-9]+(?:[.,][0-9]+)*+")
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


class Script(NamedTuple):
    """A text as the scanners read it.

    ``folded`` is in lower case, ``places`` are where words start that they may find, ``digits`` the spans of its runs
    of digits with the dots and commas in them.
    """

    text: str
    folded: str
    places: list[int]
    digits: list[tuple[int, int]]


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
    plain = text
    for blank in _BLANKS:
        plain = plain.replace(blank, " ")
    if "  " not in plain:
        return Squeezed(text)
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
    """Finds a regex wherever a word starts, in folded text; all that it matches begins like one of ``words``."""

    def __init__(self, body: str, words: Iterable[str]) -> None:
        self._body = re.compile(body)
        self.first = frozenset(word.split()[0] for word in words)

    def find(self, read: Script) -> list[re.Match[str]]:
        """All matches by position, none overlapping another nor beginning right where the one before it ends."""
        found: list[re.Match[str]] = []
        limit = 0
        for at in read.places:
            if at >= limit and (match := self._body.match(read.folded, at)) is not None:
                limit = match.end() + 1
                found.append(match)
        return found


class ScriptReader:
    """Makes texts ready for some scanners, all looked for at once; without any, for every one."""

    def __init__(self, scanners: Sequence[WordScanner] = ()) -> None:
        opening = trie(frozenset().union(*(scanner.first for scanner in scanners))) if scanners else r"\w"
        self._opening = re.compile(opening)
        self._openings = re.compile(rf"[{re.escape(_BEFORE_WORD)}](?={opening})")

    def read(self, text: str, folded: str | None = None) -> Script:
        """The script of a text, folded already or not.

        >>> ScriptReader().read("Dua kali 1.200")[2:]
        ([0, 4, 9, 11], [(9, 14)])
        """
        folded = fold(text) if folded is None else folded
        places = [match.end() for match in self._openings.finditer(folded)]
        if self._opening.match(folded):
            places.insert(0, 0)
        return Script(text, folded, places, [match.span() for match in _DIGITS.finditer(folded)])


def script(text: str) -> Script:
    """The script of a text for any scanner."""
    return ScriptReader().read(text)
