"""The sentences that tell of no area, passed over by whoever looks back for one."""

from __future__ import annotations

from extract.reading import Located


class Silent:
    """The silent sentences of one article, as long as it is about one area: what it is about may change."""

    def __init__(self) -> None:
        self._before: dict[int, int] = {}
        self._topic: Located | None = None

    def add(self, sentence: int) -> None:
        """Passes over a sentence from now on."""
        self._before.setdefault(sentence, sentence - 1)

    def last(self, sentence: int, topic: Located) -> int:
        """The last sentence up to one that may tell of an area, -1 where none may."""
        if topic is not self._topic:
            self._before, self._topic = {}, topic
        passed = []
        while sentence in self._before:
            passed.append(sentence)
            sentence = self._before[sentence]
        for number in passed:
            self._before[number] = sentence
        return sentence
