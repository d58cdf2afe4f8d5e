"""Number words that are part of a name or a set phrase: «Empat Lawang», «salah satu»."""

from __future__ import annotations

import re

from extract.values.lexicon import Section
from extract.values.numerals import NumeralWords
from extract.values.scan import NO_WORD_AFTER, trie

_PREVIOUS = 20


class Names:
    """The phrases of ``[names]`` in ``numerals.toml``, found from the number word that they hold."""

    def __init__(self, section: Section, words: NumeralWords) -> None:
        starting: list[str] = []
        holding: list[str] = []
        self._before: set[str] = set()
        run = re.compile(rf"(?<!\w){words.pattern}")
        for phrase in section.words("phrases"):
            number = run.search(phrase)
            if number is None:
                raise section.error(f"«{phrase}» holds no number word", remedy="remove it")
            (holding if number.start() else starting).append(phrase)
            self._before.update(phrase[: number.start()].split()[-1:])
        self._starting = re.compile(trie(starting) + NO_WORD_AFTER)
        self._holding = re.compile(rf"(?<!\w){trie(holding)}{NO_WORD_AFTER}")
        self._reach = max(map(len, holding), default=0)

    def skip(self, folded: str, start: int) -> int:
        """Where numbers can begin again: after the name that the word at ``start`` is part of, else ``start``."""
        name = self._starting.match(folded, start)
        if name is not None:
            return name.end()
        previous = folded[max(0, start - _PREVIOUS) : start].split()
        if previous and previous[-1].lstrip("([\"“”‘'") in self._before:
            for name in self._holding.finditer(folded, max(0, start - self._reach), start + self._reach):
                if name.start() < start < name.end():
                    return name.end()
        return start
