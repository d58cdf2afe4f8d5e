"""Texts that are plainly markup: pages of HTML that nobody has turned into text, in which figures hide."""

from __future__ import annotations

import re

BEGINS = (
    r"^[\t\n\f\r ]*<(?:!doctype|!--|\?xml|html|head|body|main|article|section|div|p|br|span|h[1-6]|table|ul|ol|figure"
    r"|img|script)(?:[\t\n\f\r >/]|$)"
)
"""What a page begins with, as RE2 and Python read it, in small or capital letters."""

OPENING, CLOSING = "<", "</"
MANY = 5
_THIN = 1000  # characters for each closing tag: with fewer of them, a text only speaks of HTML

_BEGINS = re.compile(BEGINS, re.IGNORECASE)


def is_markup(text: str) -> bool:
    """Whether a text begins as a page of HTML does, or is full of its tags.

    >>> is_markup("<p>Rp&#160;42,5 miliar</p>"), is_markup("Cakupan < 95 persen, kata <b>Budi</b>.")
    (True, False)
    """
    if OPENING not in text:
        return False
    if _BEGINS.match(text):
        return True
    closing = text.count(CLOSING)
    return closing >= MANY and closing * _THIN >= len(text)
