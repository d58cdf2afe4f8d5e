"""The words of a text, cut the same way for the phrases of a pack and for the articles that they are looked for in."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain
from typing import NamedTuple

import regex

JOINT = "\ue010"
"""What stands for the blank between the parts of a word that its writer parted."""

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

    def __init__(self, numbers: Mapping[str, int], unknown: int) -> None:
        self._numbers = numbers
        self._unknown = unknown
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
        numbers = tuple(self._numbers.get(word.replace(JOINT, ""), self._unknown) for word in bare)
        return tuple(map(len, words)), tuple(map(len, bare)), numbers
