"""The stretches of an article between quotation marks."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

_MARK = re.compile('["“”„‟]')


class Quotation(NamedTuple):
    """Characters ``start`` to ``end``, the marks included; ``closed`` is False where its paragraph ends before it."""

    start: int
    end: int
    closed: bool


class Quotations:
    """The quotations of a text, in order. Each paragraph begins outside of quotation marks.

    >>> Quotations("«Ya.» \\"Ada 30 desa,\\" katanya.", [(0, 30)]).around(12)
    Quotation(start=6, end=20, closed=True)
    """

    def __init__(self, text: str, paragraphs: Sequence[tuple[int, int]]) -> None:
        self.found: list[Quotation] = []
        starts = [start for start, _ in paragraphs]
        opened, stop = -1, 0
        for mark in _MARK.finditer(text):
            at = mark.start()
            number = bisect_right(starts, at) - 1
            if number < 0 or at >= paragraphs[number][1]:
                continue
            if opened >= 0 and at >= stop:
                self.found.append(Quotation(opened, stop, False))
                opened = -1
            if opened < 0:
                opened, stop = at, paragraphs[number][1]
            elif mark.group() != "“" or text[at - 1] in ".,!?":
                self.found.append(Quotation(opened, at + 1, True))
                opened = -1
        if opened >= 0:
            self.found.append(Quotation(opened, stop, False))
        self._starts = [quotation.start for quotation in self.found]

    def around(self, offset: int) -> Quotation | None:
        """The quotation that a character stands in."""
        at = bisect_right(self._starts, offset) - 1
        return self.found[at] if at >= 0 and offset < self.found[at].end else None

    def after(self, quotation: Quotation) -> Quotation | None:
        """The next one."""
        at = bisect_right(self._starts, quotation.start)
        return self.found[at] if at < len(self.found) else None
