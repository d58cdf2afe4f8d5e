"""What a sentence with figures goes on from: the line that heads its list, the total it breaks down, or nothing."""

from __future__ import annotations

from collections.abc import Sequence

from extract.patterns.pack import COUNT_LAYERS
from extract.reading import Cell, Figure, Layout, Mention, Reading, Scene

_SHORT = 90
_CUES = tuple(f"cue/{layer}" for layer in (*COUNT_LAYERS, "percent", "money"))
_ABOUT = 0.18
_PASSING = 0.06
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

    def _find_anchors(self) -> list[bool]:
        """Which sentences hold a word of the programme."""
        bounds = self._reading.sentence_tokens
        anchors = [m for m in self._reading.mentions.get("anchor", ()) if m.value is not None]
        anchored = [False] * (len(bounds) - 1)
        for mention in anchors:
            anchored[self._reading.sentence_of(mention.start)] = True
        return anchored

    def _measure(self) -> float:
        """What a sentence without a word of the programme loses: nothing in an article about it, much in another."""
        density = sum(self._anchored) / len(self._anchored)
        if density >= _ABOUT:
            return 0.0
        aside = _ASIDE * min((_ABOUT - density) / (_ABOUT - _PASSING), 1.0)
        return aside if any(self._anchored[:_LEAD]) else aside + _LATE

    def scene(self, number: int, cells: Sequence[Cell], foreign: Sequence[Figure] = ()) -> Scene:
        """The scene of sentence ``number``, cut into ``cells``."""
        reading, sentences = self._reading, self._layout.sentences
        start = reading.sentence_tokens[number]
        opens = bool(reading.between("head", start, cells[0].figures[0].end + _BEHIND))
        head = self._heads.get(number)
        same = number > 0 and sentences[number].paragraph == sentences[number - 1].paragraph
        aside = 0.0 if self._anchored[number] else self._aside
        if any(self._anchored[max(number - _NEAR, 0) : number]):
            aside *= _BESIDE
        context: list[Mention] = []
        if head is not None:
            context = self._cues(head)
        elif number > 0 and (same or opens) and not self._has_figure(number - 1):
            context = self._cues(number - 1)
        return Scene(
            reading,
            tuple(cells),
            tuple(foreign),
            opens or head is not None,
            same,
            head,
            tuple(context),
            aside,
            self._anchored[number],
        )

    def _cues(self, number: int) -> list[Mention]:
        first, last = self._reading.sentence_tokens[number : number + 2]
        return [m for kind in _CUES for m in self._reading.between(kind, first, last)]

    def _has_figure(self, number: int) -> bool:
        first, last = self._reading.sentence_tokens[number : number + 2]
        return any(first <= token < last for token in self._reading.figure_tokens)

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

    def _ends_colon(self, number: int) -> bool:
        sentence = self._layout.sentences[number]
        return self._reading.text[sentence.end - 1] == ":"

    def _is_line(self, number: int) -> bool:
        """Whether a sentence is a short line of its own, as in a pasted table."""
        sentence = self._layout.sentences[number]
        alone = number == 0 or self._layout.sentences[number - 1].paragraph != sentence.paragraph
        return alone and sentence.end - sentence.start < _SHORT and self._reading.text[sentence.end - 1] not in '.!?”"'
