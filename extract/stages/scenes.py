"""What a sentence with figures goes on from: the line that heads its list, the total it breaks down, or nothing."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extract.patterns.pack import CUES
from extract.reading import Cell, Figure, Layout, Mention, Reading, Scene, column_signs, has_columns

_SHORT = 90
_ROWS = 3
_TITLES = 3
_ABOUT = 0.18
_PASSING = 0.06
_OPENED = 0.1
_TOLD = 6
_ASIDE = 0.45
_LEAD = 3
_LATE = 0.1
_BEHIND = 1
_NEAR = 2
_BESIDE = 0.5


class Scenes:
    """Sets the scene for the sentences of one article."""

    def __init__(self, reading: Reading, layout: Layout) -> None:
        self._reading = reading
        self._layout = layout
        self._heads: dict[int, int] = {}
        self._anchored = self._find_anchors()
        self._aside = self._measure()
        self._find_heads()
        self._spoken = self._find_spoken()

    def _find_anchors(self) -> list[bool]:
        """Which sentences hold a word of the programme."""
        bounds = self._reading.sentence_tokens
        anchors = [m for m in self._reading.mentions.get("anchor", ()) if m.value is not None]
        anchored = [False] * (len(bounds) - 1)
        for mention in anchors:
            anchored[self._reading.sentence_of(mention.start)] = True
        return anchored

    def _find_spoken(self) -> list[bool]:
        """Which sentences speak of the programme: by a word of their own, right after one, or under a line that does.

        A line that heads a list goes on from the list before it.
        """
        spoken: list[bool] = []
        for number, anchored in enumerate(self._anchored):
            head = self._heads.get(number)
            after = number > 0 and (self._anchored[number - 1] or (spoken[-1] and self._ends_colon(number)))
            spoken.append(anchored or after or (head is not None and spoken[head]))
        return spoken

    def _measure(self) -> float:
        """What a sentence without a word of the programme loses: nothing in an article about it, much in another."""
        bounds = self._reading.sentence_tokens
        told = sum(end - start >= _TOLD for start, end in pairwise(bounds))
        density = sum(self._anchored) / max(told, 1)
        about = _OPENED if any(self._anchored[:2]) else _ABOUT
        if density >= about:
            return 0.0
        aside = _ASIDE * min((about - density) / (about - _PASSING), 1.0)
        return aside if any(self._anchored[:_LEAD]) else aside + _LATE

    def scene(self, number: int, cells: Sequence[Cell], foreign: Sequence[Figure] = ()) -> Scene:
        """The scene of sentence ``number``, cut into ``cells``."""
        reading, sentences = self._reading, self._layout.sentences
        start = reading.sentence_tokens[number]
        opens = bool(reading.between("head", start, cells[0].figures[0].end + _BEHIND))
        head = self._heads.get(number)
        same = number > 0 and sentences[number].paragraph == sentences[number - 1].paragraph
        aside = 0.0 if self._anchored[number] or (head is not None and self._spoken[head]) else self._aside
        if any(self._anchored[max(number - _NEAR, 0) : number]):
            aside *= _BESIDE
        leading = head
        if head is None and number > 0 and (same or opens) and not self._has_figure(number - 1):
            leading = number - 1
        context = self._cues(leading) if leading is not None else []
        first, last = reading.sentence_tokens[leading : leading + 2] if leading is not None else (0, 0)
        return Scene(
            reading,
            tuple(cells),
            tuple(foreign),
            opens or head is not None,
            same,
            head,
            tuple(context),
            (first, last),
            aside,
            self._spoken[number],
        )

    def _cues(self, number: int) -> list[Mention]:
        first, last = self._reading.sentence_tokens[number : number + 2]
        return [m for kind in CUES for m in self._reading.between(kind, first, last)]

    def _has_figure(self, number: int) -> bool:
        return self._reading.has_figure(*self._reading.sentence_tokens[number : number + 2])

    def _find_heads(self) -> None:
        """List lines with the line that heads them: one that ends with a colon, or the last before the bullets."""
        head: int | None = None
        for number in range(len(self._layout.sentences)):
            if self._ends_colon(number):
                head = number
            elif number in self._layout.bullets:
                if head is None and number:
                    head = number - 1
                if head is not None:
                    self._heads[number] = head
            elif head is not None and self._is_line(number):
                self._heads[number] = head
            else:
                head = None
        self._find_tables()
        self._find_grids()

    def _find_tables(self) -> None:
        """Runs of short lines with figures that nothing heads yet; the nearest line above with a cue heads them."""
        run: list[int] = []
        for number in range(len(self._layout.sentences) + 1):
            if number < len(self._layout.sentences) and self._is_row(number):
                run.append(number)
                continue
            if len(run) >= _ROWS:
                above = range(run[0] - 1, max(run[0] - 1 - _TITLES, -1), -1)
                head = next((line for line in above if self._cues(line)), None)
                if head is not None and not any(self._has_figure(line) for line in range(head, run[0])):
                    self._heads |= dict.fromkeys(run, head)
            run = []

    def _find_grids(self) -> None:
        """Lines cut into equally many columns by signs: a first one that holds no figure heads those below it."""
        if not has_columns(self._reading.text):
            return
        head: int | None = None
        width = 0
        for number in range(len(self._layout.sentences)):
            signs = len(column_signs(self._reading, *self._reading.sentence_tokens[number : number + 2]))
            if not signs or signs != width:
                head, width = (number if signs and not self._has_figure(number) else None), signs
            elif head is not None:
                self._heads[number] = head

    def _is_row(self, number: int) -> bool:
        """Whether a line is a row of a table: short, with a figure, and headed by no other line."""
        return number not in self._heads and self._is_line(number) and self._has_figure(number)

    def _ends_colon(self, number: int) -> bool:
        sentence = self._layout.sentences[number]
        return self._reading.text[sentence.end - 1] == ":"

    def _is_line(self, number: int) -> bool:
        """Whether a sentence is a short line of its own, as in a pasted table."""
        sentence = self._layout.sentences[number]
        alone = number == 0 or self._layout.sentences[number - 1].paragraph != sentence.paragraph
        return alone and sentence.end - sentence.start < _SHORT and self._reading.text[sentence.end - 1] not in '.!?”"'
