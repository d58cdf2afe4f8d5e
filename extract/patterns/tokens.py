"""The words of a text, cut the same way for the phrases of a pack and for the articles that they are looked for in."""

from __future__ import annotations

import re

# Blanks are single where this is used. A word keeps the blank after it, so that the pieces add up to the text.
_PIECE = re.compile(
    r"""[a-z]+[ ]           # most words by far: the others say the same of any, but take longer
      | (?: [^\W\d]++      # letters
          | \d++           # digits part from the letters beside them: «14,2miliar»
          | [^\w\s]        # every other sign is a word of its own, and so are the letters that stand for figures
        ) [ ]?
      | \s++""",
    re.VERBOSE,
)


def pieces(text: str) -> list[str]:
    """The words of a text in order, each with the blank that follows it.

    >>> pieces("Rp14,2miliar (naik)")
    ['Rp', '14', ',', '2', 'miliar ', '(', 'naik', ')']
    """
    return _PIECE.findall(text)
