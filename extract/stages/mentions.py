"""The phrases of an article, found by one spaCy matcher: cues, units, labels, places, discourse words.

Every live figure is replaced by one letter before matching, so that a phrase may hold the figure as a word («dari @
penduduk»), and so that the tokenizer meets few words that it has not seen. Offsets are carried back to the stored text.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence

import regex
from spacy.attrs import IDX, LOWER
from spacy.matcher import PhraseMatcher
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc
from spacy.vocab import Vocab

from extract.model import Quantity, Sentence
from extract.patterns.pack import Entry, Pack
from extract.patterns.phrases import SLOTS
from extract.reading import Mention, Reading

_OPENING = r"[^\w\s\ue000-\ue002]|[\ue000-\ue002]"
_INFIX = regex.compile(r"[^\w\s]|[\ue000-\ue002]|(?<=\d)(?=[^\W\d])|(?<=[^\W\d])(?=\d)")
_PREFIX = regex.compile(rf"^(?:{_OPENING})")
_SUFFIX = regex.compile(rf"(?:{_OPENING})$")
_BLANKS = str.maketrans("\n\r\t\xa0\u200b\u202f", "      ")
_RUNS = regex.compile(r" {2,}")


class MentionFinder:
    """The matcher of a pack; one is built a process and serves every article."""

    def __init__(self, pack: Pack) -> None:
        self._vocab = Vocab(lex_attr_getters={LOWER: str.lower})
        self._tokenizer = Tokenizer(
            self._vocab,
            rules={},
            prefix_search=_PREFIX.search,
            suffix_search=_SUFFIX.search,
            infix_finditer=_INFIX.finditer,
            token_match=None,
        )
        self._matcher = PhraseMatcher(self._vocab, attr="LOWER")
        self._entries: dict[int, tuple[Entry, ...]] = {}
        self._add_phrases(pack)

    def _add_phrases(self, pack: Pack) -> None:
        docs: defaultdict[str, list[Doc]] = defaultdict(list)
        entries: defaultdict[str, list[Entry]] = defaultdict(list)
        for phrase, meanings in pack.phrases.items():
            for form in (None, *SLOTS):
                own = [entry for entry in meanings if (entry.form if entry.slot >= 0 else None) == form]
                if not own:
                    continue
                doc = self._tokenizer(phrase.replace("@", SLOTS[form]) if form else phrase)
                slot = phrase_slot(doc, phrase, SLOTS[form]) if form else -1
                key = " ".join(token.text for token in doc)
                if key not in docs:
                    docs[key].append(doc)
                entries[key] += [
                    entry._replace(slot=slot) for entry in own if entry._replace(slot=slot) not in entries[key]
                ]
        for key, patterns in docs.items():
            self._matcher.add(key, patterns)
            self._entries[self._vocab.strings[key]] = tuple(entries[key])

    def read(self, text: str, sentences: Sequence[Sentence], figures: Sequence[tuple[Quantity, int]]) -> Reading:
        """Tokens and mentions of a text whose live figures are given; mentions never cross a sentence."""
        matched, mask = _mask(text, sentences, figures)
        doc = self._tokenizer(matched)
        offsets: list[int] = doc.to_array([IDX]).reshape(-1).tolist()
        ends = [*offsets[1:], len(matched)]
        ends = [end - 1 if matched[end - 1] == " " else end for end in ends]
        bounds = [bisect_left(offsets, start) for start in mask.starts]
        bounds.append(len(offsets))
        return Reading(
            text=text,
            offsets=offsets,
            ends=ends,
            breaks=mask.breaks,
            shifts=mask.shifts,
            sentence_tokens=bounds,
            figure_tokens=[bisect_left(offsets, place) for place in mask.places],
            mentions=self._mentions(doc, bounds),
        )

    def _mentions(self, doc: Doc, bounds: list[int]) -> dict[str, list[Mention]]:
        found: defaultdict[str, list[Mention]] = defaultdict(list)
        entries = self._entries
        for key, start, end in self._matcher(doc):
            if end - start > 1 and bisect_right(bounds, start) != bisect_right(bounds, end - 1):
                continue
            for kind, value, form, slot in entries[key]:
                name = kind if form is None else f"{kind}/{form}" if slot < 0 else "slot"
                found[name].append(Mention(start, end, value, form, start + slot if slot >= 0 else -1))
        return {
            kind: sorted(mentions, key=_position) if kind == "slot" else longest(mentions)
            for kind, mentions in found.items()
        }


def _position(mention: Mention) -> tuple[int, int]:
    return mention.start, mention.end


def phrase_slot(doc: Doc, phrase: str, letter: str) -> int:
    """Index of the word of a phrase that stands for the figure the phrase speaks about."""
    before = phrase[: phrase.index("@")].count(letter)
    places = [token.i for token in doc if token.text == letter]
    return places[before]


def longest(mentions: Iterable[Mention]) -> list[Mention]:
    """Mentions of one kind without those that a longer one overlaps; of equals, the one that ends later.

    Two meanings of the same words both stay.
    """
    kept: list[Mention] = []
    taken: dict[int, tuple[int, int]] = {}
    for mention in sorted(mentions, key=lambda m: (m.start - m.end, -m.end)):
        tokens = range(mention.start, mention.end)
        if all(taken.get(token, mention[:2]) == mention[:2] for token in tokens):
            kept.append(mention)
            for token in tokens:
                taken[token] = mention[:2]
    kept.sort(key=_position)
    return kept


def _mask(text: str, sentences: Sequence[Sentence], figures: Sequence[tuple[Quantity, int]]) -> tuple[str, _Mask]:
    """The text to match: the sentences only, figures as letters, runs of blanks as one."""
    mask = _Mask(text.translate(_BLANKS))
    at = 0
    for number, sentence in enumerate(sentences):
        mask.open(sentence.start)
        while at < len(figures) and figures[at][1] == number:
            mask.figure(figures[at][0])
            at += 1
        mask.copy(sentence.end)
    return "".join(mask.pieces), mask


class _Mask:
    """Builds the matched text piece by piece, and keeps how its offsets map back.

    ``breaks`` are the offsets at which the shift to the stored text changes, ``shifts`` those shifts; ``starts`` and
    ``places`` are the offsets of sentences and of figures.
    """

    def __init__(self, text: str) -> None:
        self.pieces: list[str] = []
        self.breaks: list[int] = []
        self.shifts: list[int] = []
        self.starts: list[int] = []
        self.places: list[int] = []
        self._text = text
        self._length = 0
        self._at = 0

    def open(self, start: int) -> None:
        """Begin a sentence at ``start``."""
        self._add(" ")
        self._at = start
        self._jump()
        self.starts.append(self._length)

    def copy(self, upto: int) -> None:
        """Copy the text up to an offset, runs of blanks as one."""
        for run in _RUNS.finditer(self._text, self._at, upto):
            self._add(self._text[self._at : run.start() + 1])
            self._at = run.end()
            self._jump()
        self._add(self._text[self._at : upto])
        self._at = upto

    def figure(self, quantity: Quantity) -> None:
        """Put a letter in place of a figure, set off by blanks."""
        start, end = quantity.span
        self.copy(start)
        if self.pieces and not self.pieces[-1].endswith(" "):
            self._add(" ")
        self.places.append(self._length)
        self._at = start
        self._jump()
        glued = end < len(self._text) and self._text[end] != " "
        self._add(SLOTS[quantity.form] + (" " if glued else ""))
        self._at = end
        self._jump()

    def _add(self, piece: str) -> None:
        if piece:
            self.pieces.append(piece)
            self._length += len(piece)

    def _jump(self) -> None:
        self.breaks.append(self._length)
        self.shifts.append(self._at - self._length)
