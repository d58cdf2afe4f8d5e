"""The words of a text, cut the same way for the phrases of a pack and for the articles that they are looked for in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import NamedTuple

import regex

JOINT = "\ue010"
"""What stands for the blank between the parts of a word that its writer parted."""

# The letters of the shortest word that may have one too many.
_LONG = 8

# How many different strings between blanks are remembered.
_KEPT = 30_000

# Blanks are single where this is used. A word keeps the blank after it, so that the pieces add up to the text.
# ``re`` would cut otherwise: to it an accent is no part of its word, and «½» is.
_PIECE = regex.compile(
    r"""[a-z]+[ ]          # most words by far; the next line would say the same, but takes longer
      | (?: [a-z]+\ue010[a-z]+  # a word that was written in two
          | [^\W\d]+       # letters
          | \d+            # digits part from the letters beside them: «14,2miliar»
          | [^\w\s]        # every other sign is a word of its own, and so are the letters that stand for figures
        ) [ ]?
      | \s+""",
    regex.VERBOSE,
)


def pieces(text: str) -> list[str]:
    """The words of a text in order, each with the blank that follows it.

    >>> pieces("Rp14,2miliar (naik)")
    ['Rp', '14', ',', '2', 'miliar ', '(', 'naik', ')']
    """
    found: list[str] = _PIECE.findall(text)
    return found


class Words(NamedTuple):
    """The words of a text in order: the length of each with the blank behind it and without, and its number."""

    lengths: list[int]
    bare: list[int]
    numbers: list[int]


_Cut = tuple[tuple[int, ...], tuple[int, ...], tuple[int, ...]]


class Cutter:
    """Cuts texts into numbered words; words that have no number share ``unknown``.

    What stands between two blanks is cut once and remembered, for most of it returns.
    """

    def __init__(self, numbers: Mapping[str, int], unknown: int, guarded: Iterable[str] = ()) -> None:
        """``guarded`` words are known by a slip, too: a letter too few or too many, or two that changed places."""
        self._numbers = numbers
        self._unknown = unknown
        self._guarded = {word for word in guarded if word in numbers}
        self._longest = max(map(len, self._guarded), default=0) + 1
        self._slips = {slip: numbers[word] for word in sorted(self._guarded) for slip in _slips(word)}
        self._known: dict[str, _Cut] = {}

    def words(self, text: str) -> Words:
        """The words of a text in small letters whose blanks are single.

        >>> Cutter({"rp": 1, "miliar": 2}, 0).words("rp14 miliar,")
        Words(lengths=[2, 3, 6, 1], bare=[2, 2, 6, 1], numbers=[1, 0, 2, 0])
        """
        strings = text.split(" ")
        last = strings.pop()
        cuts = list(map(self._known.get, strings))
        if not all(cuts):
            cuts = [cut or self._cut(string) for cut, string in zip(cuts, strings, strict=True)]
        if last:
            cuts.append(self._made(last))
        lengths, bare, numbers = map(chain.from_iterable, zip(*cuts, strict=True)) if cuts else ((), (), ())
        return Words(list(lengths), list(bare), list(numbers))

    def _cut(self, string: str) -> _Cut:
        """A string and the blank behind it, cut and kept."""
        cut = self._made(f"{string} ")
        if len(self._known) < _KEPT:
            self._known[string] = cut
        return cut

    def _made(self, string: str) -> _Cut:
        words = pieces(string)
        bare = [word.removesuffix(" ") for word in words]
        numbers = tuple(map(self._number, bare))
        return tuple(map(len, words)), tuple(map(len, bare)), numbers

    def _number(self, word: str) -> int:
        """The number of a word, or of the one that it is a slip for."""
        number = self._numbers.get(word.replace(JOINT, ""))
        if number is not None:
            return number
        if word in self._slips:
            return self._slips[word]
        if _LONG <= len(word) <= self._longest:
            shorter = (word[:at] + word[at + 1 :] for at in range(1, len(word)))
            meant = next((one for one in shorter if one in self._guarded), None)
            if meant is not None:
                return self._numbers[meant]
        return self._unknown


def _slips(word: str) -> Iterator[str]:
    """A word without one of its letters but the first, or with two that changed places.

    >>> sorted(_slips("desa"))
    ['dea', 'deas', 'des', 'dsa', 'dsea']
    """
    for at in range(1, len(word)):
        yield word[:at] + word[at + 1 :]
        if at + 1 < len(word) and word[at] != word[at + 1]:
            yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]
