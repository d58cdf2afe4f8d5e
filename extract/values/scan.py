"""Finding the words of a list quickly: text folded without moving an offset, tries, and a scanner of word starts.

``re`` looks for a literal first character at the speed of ``memchr`` and for anything else a character at a time. But a
text says most of its words more than once and shares nearly all of them with other texts: the strings between its
blanks are looked up, and a regex is tried only where one stands that it can match at.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import regex

# What may stand right before a word in running text; a full stop or comma where two sentences are glued together.
_BEFORE_WORD = " \n(\"“'‘-–—/[\t\u00a0\r.,:;*•>+±|"

# Blanks inside one expression: any horizontal ones, and at most one line break (a blank line parts paragraphs).
# Atomic, so that a failing match does not try every way to share blanks between two neighbours.
GAP = r"(?>[^\S\n]{0,3}\n?[^\S\n]{0,3})"
BLANK = r"(?>[^\S\n]{1,3}\n?[^\S\n]{0,3}|\n[^\S\n]{0,3})"
NO_WORD_AFTER = r"(?!\w)"
_RUN = re.compile(r"[^\S\n]{2,}")
_BLANKS = tuple(sign for sign in map(chr, range(0x3001)) if sign.isspace() and sign not in " \n")
# ``regex`` finds digits several times as fast as ``re``; both read this pattern alike.
_DIGITS = regex.compile(r"[0-9]+(?:[.,][0-9]+)*+")
# How many different strings a scanner remembers.
_KEPT = 30_000
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

    ``folded`` is in lower case, ``words`` are the strings between its blanks that one of them may begin in, and where,
    ``digits`` the places of its runs of digits with the dots and commas in them.
    """

    text: str
    folded: str
    words: list[tuple[int, str]]
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
        first = trie({word.split()[0] for word in words})
        self._opening = re.compile(rf"(?:\A|(?<=[{re.escape(_BEFORE_WORD)}]))(?={first})")
        self._steps: dict[str, tuple[int, ...]] = {}

    def find(self, read: Script) -> list[re.Match[str]]:
        """All matches by position, none overlapping another nor beginning right where the one before it ends."""
        folded = read.folded
        found: list[re.Match[str]] = []
        limit = 0
        for place, string in read.words:
            for step in self.steps(string):
                at = place + step
                if at >= limit and (not at or folded[at - 1] in _BEFORE_WORD):
                    match = self._body.match(folded, at)
                    if match is not None:
                        limit = match.end() + 1
                        found.append(match)
        return found

    def steps(self, string: str) -> tuple[int, ...]:
        """Where in a string a match may begin; remembered."""
        steps = self._steps.get(string)
        if steps is None:
            steps = tuple(found.start() for found in self._opening.finditer(string))
            if len(self._steps) < _KEPT:
                self._steps[string] = steps
        return steps


class ScriptReader:
    """Makes texts ready for some scanners; without any, for every one."""

    def __init__(self, scanners: Sequence[WordScanner] = ()) -> None:
        self._scanners = scanners
        self._passed: set[str] = set()

    def read(self, text: str, folded: str | None = None) -> Script:
        """The script of a text, folded already or not.

        >>> ScriptReader().read("Dua kali 1.200")[2:]
        ([(0, 'dua'), (4, 'kali')], [(9, 14)])
        """
        folded = fold(text) if folded is None else folded
        strings = folded.replace("\n", " ").split(" ")
        words: list[tuple[int, str]] = []
        place = before = 0
        passed = self._passed
        for number in [number for number, string in enumerate(strings) if string not in passed]:
            string = strings[number]
            place += sum(map(len, strings[before:number])) + number - before
            before = number
            if string.islower() and not self._passes(string):
                words.append((place, string))
        return Script(text, folded, words, [match.span() for match in _DIGITS.finditer(folded)])

    def _passes(self, string: str) -> bool:
        """Whether no scanner can begin in a string; remembered."""
        passes = bool(self._scanners) and not any(scanner.steps(string) for scanner in self._scanners)
        if passes and len(self._passed) < _KEPT:
            self._passed.add(string)
        return passes


def script(text: str) -> Script:
    """The script of a text for any scanner."""
    return ScriptReader().read(text)
