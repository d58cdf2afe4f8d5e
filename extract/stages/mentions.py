"""The phrases of an article, found by one spaCy matcher: cues, units, labels, places, discourse words.

Every live figure is replaced by one letter before matching, so that a phrase may hold the figure as a word («dari @
penduduk»). Words that no phrase holds are one and the same word to the matcher: its vocabulary never grows, however
many articles it reads. Offsets are carried back to the stored text.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate, repeat
from operator import add, itemgetter
from typing import Any, TypeAlias

from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc
from spacy.vocab import Vocab

from extract.model import Form, Noise, Quantity, Sentence
from extract.patterns.pack import Pack, Parted
from extract.patterns.phrases import SLOTS
from extract.patterns.tokens import JOINT, Cutter
from extract.reading import BEYOND, Mention, Reading
from extract.values.scan import trie

_BLANKS = "\n\r\xa0\u200b\u202f"
_RUNS = re.compile("  +")
_UNKNOWN = "\ue00f"
"""The word that stands for every word that no phrase holds."""
_FIRST = itemgetter(0)
_NEW = tuple.__new__  # hundreds of mentions are made an article: the class's own way takes twice as long
_Found: TypeAlias = tuple[int, int, object, Form | None, int]
"""The fields of a mention: what no longer one overlaps is made one."""


class MentionFinder:
    """The matcher of a pack; one is built a process and serves every article."""

    def __init__(self, pack: Pack) -> None:
        index = pack.index
        self._vocab = Vocab()
        unknown: int = self._vocab.strings.add(_UNKNOWN)
        hashes: list[int] = [self._vocab.strings.add(word) for word in index.words]
        self._cutter = Cutter(dict(zip(index.words, hashes, strict=True)), unknown, pack.discourse.guarded)
        self._parted = _parted(pack.discourse.parted, index.words)
        self._matcher = PhraseMatcher(self._vocab, attr="ORTH")
        self._meanings: dict[int, tuple[tuple[int, object, Form | None, int], ...]] = {}
        numbers: dict[str, int] = {}
        for number, (meanings, sequences) in enumerate(index.entries):
            key = f"#{number}"
            # A pattern may be given as the hashes of its words, which is how the matcher keeps it: no Doc is made.
            patterns: Any = [[hashes[word] for word in sequence] for sequence in sequences]
            self._matcher.add(key, patterns)
            self._meanings[self._vocab.strings[key]] = tuple(
                (numbers.setdefault(kind, len(numbers)), value, form, slot) for kind, value, form, slot in meanings
            )
        self._kinds = tuple(numbers)

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
        words = self._cutter.words(self._parted.sub(JOINT, _small(matched)))
        offsets = list(accumulate(words.lengths, initial=0))
        offsets.pop()
        starts = _stored(offsets, words.lengths, breaks, shifts)
        bounds = [*(bisect_left(starts, sentence.start) for sentence in sentences), len(starts)]
        mentions = self._mentions(words.numbers, bounds)
        return Reading(
            text=text,
            sentence_tokens=bounds,
            figure_tokens=[bisect_left(offsets, place) for place in places],
            mentions=mentions,
            mention_starts={kind: [*map(_FIRST, each), BEYOND] for kind, each in mentions.items()},
            starts=starts,
            stops=list(map(add, starts, words.bare)),
        )

    def _mentions(self, numbers: list[Any], bounds: list[int]) -> dict[str, list[Mention]]:
        found: list[list[_Found]] = [[] for _ in self._kinds]
        doc = Doc(self._vocab, words=numbers)  # a Doc takes hashes as well as words
        known = self._meanings
        stop = 0  # where the sentence ends; the matches come by their first words
        for key, start, end in self._matcher(doc):
            if start >= stop:
                stop = bounds[bisect_right(bounds, start)]
            if end <= stop:
                for place, value, form, slot in known[key]:
                    found[place].append((start, end, value, form, slot))
        mentions: dict[str, list[Mention]] = {}
        for kind, each in zip(self._kinds, found, strict=True):
            if each:
                if kind == "slot":
                    each = [(start, end, value, form, start + slot) for start, end, value, form, slot in each]
                elif len(each) > 1:
                    each = longest(each)
                mentions[kind] = list(map(_NEW, repeat(Mention), each))
        return mentions


def _small(matched: str) -> str:
    """The text in lower case, as long as it is written."""
    lowered = matched.lower()
    if len(lowered) == len(matched):
        return lowered
    # The dotted capital I is the one character that Unicode lowers to two.
    return "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in matched)


def _parted(parted: Parted, words: Sequence[str]) -> re.Pattern[str]:
    """The blank in a word that is written in two, «di bayar», where the phrases hold it in one."""
    verbs = {word.removeprefix(prefix) for prefix in parted.prefixes for word in words if word.startswith(prefix)}
    known = [verb for verb in verbs if verb.endswith(parted.endings) or verb in parted.verbs]
    return re.compile(rf"(?<=(?<!\w){trie(parted.prefixes)}) (?={trie(known)}(?!\w))")


def _stored(offsets: list[int], lengths: list[int], breaks: list[int], shifts: list[int]) -> list[int]:
    """The offsets in the stored text of words at ``offsets`` in the matched one, where they have these lengths."""
    steps = [0, *lengths]
    before = 0
    for place, shift in zip(breaks, shifts, strict=True):
        steps[bisect_left(offsets, place)] += shift - before
        before = shift
    return list(accumulate(steps))[:-1]


def longest(found: Sequence[_Found]) -> list[_Found]:
    """What was found of one kind, by its place, without what a longer one overlaps; of equals, the later one stays.

    Two meanings of the same words both stay.
    """
    kept: list[_Found] = []
    # What overlaps begins at place ``first``, is kept from place ``at`` on, and covers words ``begin`` to ``reach``.
    first = at = begin = reach = 0
    tangled = False
    for number, each in enumerate(found):
        start, end = each[0], each[1]
        if start >= reach:
            if tangled:
                kept[at:] = _settled(found[first:number])
                tangled = False
            first, at, begin, reach = number, len(kept), start, end
            kept.append(each)
        elif end > reach:
            tangled = tangled or start > begin
            kept[at:] = [each]
            reach = end
        elif start == begin and end == reach:
            kept.append(each)
    if tangled:
        kept[at:] = _settled(found[first:])
    return kept


def _settled(cluster: Sequence[_Found]) -> list[_Found]:
    """The ones that stay of some that overlap, none of them all others."""
    if len(cluster) == 2:
        one, other = cluster
        return [one if one[1] - one[0] > other[1] - other[0] else other]
    kept: list[_Found] = []
    for each in sorted(cluster, key=lambda one: (one[0] - one[1], -one[1])):
        start, end = each[:2]
        if all(end <= other[0] or other[1] <= start or (start, end) == other[:2] for other in kept):
            kept.append(each)
    return sorted(kept, key=lambda one: one[:2])


def _blanked(text: str, furniture: Sequence[Noise]) -> str:
    """The text with blanks in place of its furniture and of whatever else is blank; a tab parts columns."""
    for (start, end), _ in furniture:
        text = text[:start] + " " * (end - start) + text[end:]
    for blank in _BLANKS:
        text = text.replace(blank, " ")
    return text.replace("\t", "|")


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
