"""The phrases of an article, found by one spaCy matcher: cues, units, labels, places, discourse words.

Every live figure is replaced by one letter before matching, so that a phrase may hold the figure as a word («dari @
penduduk»). Words that no phrase holds are one and the same word to the matcher: its vocabulary never grows, however
many articles it reads. Offsets are carried back to the stored text.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from itertools import accumulate, islice, pairwise
from operator import add
from typing import Any

from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc
from spacy.vocab import Vocab

from extract.model import Noise, Quantity, Sentence
from extract.patterns.index import Meaning
from extract.patterns.pack import Pack
from extract.patterns.phrases import SLOTS
from extract.patterns.tokens import pieces
from extract.reading import Mention, Reading

_BLANKS = "\n\r\t\xa0\u200b\u202f"
_RUNS = re.compile("  +")
_UNKNOWN = "\ue00f"
"""The word that stands for every word that no phrase holds."""


class MentionFinder:
    """The matcher of a pack; one is built a process and serves every article."""

    def __init__(self, pack: Pack) -> None:
        index = pack.index
        self._vocab = Vocab()
        self._unknown: int = self._vocab.strings.add(_UNKNOWN)
        hashes: list[int] = [self._vocab.strings.add(word) for word in index.words]
        # With the blank after it and without: no word has to be cut before it is looked up.
        self._words = dict(zip(index.words, hashes, strict=True))
        self._words.update({f"{word} ": number for word, number in self._words.items()})
        self._matcher = PhraseMatcher(self._vocab, attr="ORTH")
        self._meanings: dict[int, tuple[Meaning, ...]] = {}
        for number, (meanings, sequences) in enumerate(index.entries):
            key = f"#{number}"
            # A pattern may be given as the hashes of its words, which is how the matcher keeps it: no Doc is made.
            patterns: Any = [[hashes[word] for word in sequence] for sequence in sequences]
            self._matcher.add(key, patterns)
            self._meanings[self._vocab.strings[key]] = meanings

    def read(
        self,
        text: str,
        sentences: Sequence[Sentence],
        figures: Sequence[tuple[Quantity, int]],
        furniture: Sequence[Noise] = (),
    ) -> Reading:
        """Tokens and mentions of a text whose live figures are given; mentions never cross a sentence.

        Nothing is read in ``furniture``.
        """
        matched, breaks, shifts, places = _mask(_blanked(text, furniture), figures)
        words = _words(matched)
        offsets = list(accumulate(map(len, words), initial=0))
        ends = [at - 1 if word[-1] == " " else at for at, word in zip(islice(offsets, 1, None), words, strict=True)]
        offsets.pop()
        stored = list(map(add, breaks, shifts))
        bounds = []
        for sentence in sentences:
            at = bisect_right(stored, sentence.start) - 1
            start = sentence.start - shifts[at] if at >= 0 else sentence.start
            bounds.append(bisect_left(offsets, start))
        bounds.append(len(offsets))
        mentions = self._mentions(words, bounds)
        return Reading(
            text=text,
            offsets=offsets,
            ends=ends,
            breaks=breaks,
            shifts=shifts,
            sentence_tokens=bounds,
            figure_tokens=[bisect_left(offsets, place) for place in places],
            mentions=mentions,
            mention_starts={kind: [mention[0] for mention in each] for kind, each in mentions.items()},
            starts=_stored(offsets, 0, breaks, shifts),
            stops=_stored(ends, 1, breaks, shifts),
        )

    def _mentions(self, words: list[str], bounds: list[int]) -> dict[str, list[Mention]]:
        found: defaultdict[str, list[Mention]] = defaultdict(list)
        find, unknown = self._words.get, self._unknown
        numbers: list[Any] = [find(word, unknown) for word in words]  # a Doc takes hashes as well as words
        doc = Doc(self._vocab, words=numbers)
        known = self._meanings
        new = tuple.__new__  # there are hundreds of mentions in an article: their class's own way takes twice as long
        stop = 0  # where the sentence ends; the matches come by their first words
        for key, start, end in self._matcher(doc):
            if start >= stop:
                stop = bounds[bisect_right(bounds, start)]
            if end <= stop:
                for kind, value, form, slot in known[key]:
                    at = start + slot if slot >= 0 else -1
                    found[kind].append(new(Mention, (start, end, value, form, at)))
        return {kind: each if kind == "slot" or len(each) == 1 else longest(each) for kind, each in found.items()}


def _words(matched: str) -> list[str]:
    """The words of the text in lower case, each with the blank after it and as long as it is written."""
    lowered = matched.lower()
    if len(lowered) == len(matched):
        return pieces(lowered)
    # The dotted capital I is the one character that Unicode lowers to two.
    return [piece if len(piece.lower()) != len(piece) else piece.lower() for piece in pieces(matched)]


def _stored(offsets: list[int], after: int, breaks: list[int], shifts: list[int]) -> list[int]:
    """The offsets in the stored text of ascending offsets that lie ``after`` characters behind what they belong to."""
    cuts = [0, *(bisect_left(offsets, place + after) for place in breaks), len(offsets)]
    spread: list[int] = []
    for shift, (low, high) in zip((0, *shifts), pairwise(cuts), strict=True):
        spread += [shift] * (high - low)
    return list(map(add, offsets, spread))


def longest(found: list[Mention]) -> list[Mention]:
    """What was found of one kind, by its place, without what a longer one overlaps; of equals, the later one stays.

    Two meanings of the same words both stay.
    """
    kept: list[Mention] = []
    done = first = reach = 0  # what stands from ``first`` on overlaps, and ends at ``reach``
    for at, each in enumerate(found):
        if each[0] >= reach:
            if at - first > 1:
                kept += found[done:first] + _settled(found[first:at], reach)
                done = at
            first, reach = at, each[1]
        elif each[1] > reach:
            reach = each[1]
    if len(found) - first > 1:
        return kept + found[done:first] + _settled(found[first:], reach)
    return kept + found[done:]


def _settled(cluster: list[Mention], reach: int) -> list[Mention]:
    """The ones that stay of some that overlap, the first to ``reach``."""
    start = cluster[0][0]
    whole = [each for each in cluster if each[1] == reach and each[0] == start]
    if whole:  # nearly always
        return whole
    kept: list[Mention] = []
    for each in sorted(cluster, key=lambda one: (one[0] - one[1], -one[1])):
        start, end = each[:2]
        if all(end <= other[0] or other[1] <= start or (start, end) == other[:2] for other in kept):
            kept.append(each)
    return sorted(kept, key=lambda one: one[:2])


def _blanked(text: str, furniture: Sequence[Noise]) -> str:
    """The text with blanks in place of its furniture and of whatever else is blank."""
    for (start, end), _ in furniture:
        text = text[:start] + " " * (end - start) + text[end:]
    for blank in _BLANKS:
        text = text.replace(blank, " ")
    return text


def _mask(text: str, figures: Sequence[tuple[Quantity, int]]) -> tuple[str, list[int], list[int], list[int]]:
    """The text to match, with figures as letters and runs of blanks as one, and how its offsets map back.

    Returns the text, the offsets in it at which the shift to the stored text changes, those shifts, and the offset of
    each figure's letter.
    """
    pieces: list[str] = []
    breaks, shifts, places = list[int](), list[int](), list[int]()
    length = at = 0

    def copy(upto: int) -> None:
        nonlocal length, at
        for run in _RUNS.finditer(text, at, upto):
            pieces.append(text[at : run.start() + 1])
            length += run.start() + 1 - at
            at = run.end()
            breaks.append(length)
            shifts.append(at - length)
        pieces.append(text[at:upto])
        length += upto - at
        at = upto

    for quantity, _ in figures:
        start, end = quantity.span
        copy(start)
        if pieces and pieces[-1] and pieces[-1][-1] != " ":
            pieces.append(" ")
            length += 1
        places.append(length)
        breaks.append(length)
        shifts.append(start - length)
        letter = SLOTS[quantity.form]
        glued = end < len(text) and text[end] != " "
        pieces.append(letter + " " if glued else letter)
        length += 2 if glued else 1
        at = end
        breaks.append(length)
        shifts.append(end - length)
    copy(len(text))
    return "".join(pieces), breaks, shifts, places
