"""How exact a figure is said to be: the hedge words before it («sekitar», «lebih dari») and after it («lebih»)."""

from __future__ import annotations

import re

from extract.model import Qualifier
from extract.values.lexicon import Section
from extract.values.scan import BLANK, GAP, NO_WORD_AFTER, trie

_KINDS: tuple[Qualifier, ...] = ("approx", "at_least", "at_most")
# A hedge and its fillers are short; farther back it speaks of something else. It also bounds the search.
_REACH = 72
_WORDS = 6
# How far before a superlative the word may begin that makes it one: «yang paling rendah 12 persen».
_BESIDE = 7


class Hedges:
    """The hedge grammar of ``hedges.toml``, compiled."""

    def __init__(self, section: Section) -> None:
        before, signs, after = section.section("before"), section.section("before_signs"), section.section("after")
        words = {word: kind for kind in _KINDS for word in before.words(kind)}
        marks = {mark: kind for kind in _KINDS for mark in signs.words(kind)}
        fillers = section.section("fillers").words("words")
        self._kinds: dict[str, Qualifier] = words | marks
        self._before = re.compile(
            rf"""(?<!\w)(?:(?P<word>{trie(words)}){NO_WORD_AFTER} | (?P<sign>{trie(marks)}))
                 (?: {GAP} (?:{trie([*words, *fillers])}{NO_WORD_AFTER} | {trie(marks)}) )*   # «hampir mencapai angka»
                 {GAP}\Z""",
            re.VERBOSE,
        )
        most = section.section("superlative")
        self._superlative = re.compile(
            rf"""(?: {trie(most.words("words"))} {GAP} {trie(most.words("after"))}{NO_WORD_AFTER}
                   | (?<!\w){trie(most.words("before"))} {GAP} {trie(most.words("words"))}{NO_WORD_AFTER} )""",
            re.VERBOSE,
        )
        self._most = frozenset(most.words("words"))
        passing = frozenset(part for phrase in fillers for part in phrase.split())
        # One word of each hedge that is no filler: without it nearby there is no hedge, and no need of the regex.
        self._keys = frozenset(next((part for part in word.split() if part not in passing), word) for word in words)
        self._passing = passing | {part for word in words for part in word.split()}
        self._last_signs = tuple(marks)
        endings = {word: kind for kind in _KINDS for word in after.words(kind)}
        self._endings: dict[str, Qualifier] = endings
        self._after = re.compile(
            rf"""(?: {BLANK} {trie(after.words("units"))}{NO_WORD_AFTER} )?     # «60 ribu orang lebih»
                 {BLANK} (?P<word>{trie(endings)}){NO_WORD_AFTER}
                 (?: (?= {BLANK} {trie(after.words("before"))}{NO_WORD_AFTER} )     # «Rp 7 miliar lebih dari APBD»
                   | (?! {BLANK} {trie(after.words("not_before"))}{NO_WORD_AFTER} ) )  # «lebih dari», «lebih tinggi»
                 (?! {BLANK} (?:rp\W*)? \d )                           # «per 2018 kurang lebih 287 ribu»""",
            re.VERBOSE,
        )

    def before(self, folded: str, limit: int, start: int) -> tuple[Qualifier, int] | None:
        """The hedge that holds for the number at ``start`` and where it begins, searched back to ``limit`` at most."""
        reach = max(limit, start - _REACH)
        if not self._near(folded, reach, start):
            return None
        found = self._before.search(folded, reach, start)
        if found is None:
            return None
        word = " ".join((found["word"] or found["sign"]).split())
        if word in self._most and self._superlative.search(folded, max(limit, found.start() - _BESIDE), start):
            return None
        return self._kinds[word], found.start()

    def _near(self, folded: str, reach: int, start: int) -> bool:
        """Whether a hedge may stand before the number, nothing but fillers between: a cheap look, word by word."""
        end = start
        if folded[start - 1 : start] == " ":
            end -= 1
        elif not folded[start - 1 : start].isspace():
            return folded.endswith(self._last_signs, reach, start)
        for _ in range(_WORDS):
            blank = max(folded.rfind(" ", reach, end), reach - 1)
            word = folded[blank + 1 : end]
            if word in self._keys:
                return True
            if word not in self._passing:
                # «(sekitar», a line break: the regex knows. «desa,» is none of its business.
                return not word or word.endswith(self._last_signs) or word[-1].isalpha() != word.isalpha()
            end = blank
        return False

    def after(self, folded: str, end: int) -> tuple[Qualifier, int] | None:
        """The hedge that follows a number ending at ``end``, and where it ends."""
        found = self._after.match(folded, end)
        if found is None:
            return None
        return self._endings[" ".join(found["word"].split())], found.end()
