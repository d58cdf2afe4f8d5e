"""The words of a text, cut the same way for the phrases of a pack and for the articles that they are looked for in."""

from __future__ import annotations

import regex

# Blanks are single where this is used. A word keeps the blank after it, so that the pieces add up to the text.
# ``re`` would cut otherwise: to it an accent is no part of its word, and «½» is.
_PIECE = regex.compile(
    r"""[a-z]+[ ]          # most words by far; the next line would say the same, but takes longer
      | (?: [^\W\d]+       # letters
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
