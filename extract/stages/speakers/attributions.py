"""What the text between and around quotations says of who speaks, and which figures that holds for.

A figure has a speaker where its sentence says so, where it stands inside quotation marks, where the next sentence
points back to it («Hal itu disampaikan X»), or in a list that the speaker's sentence opens with a colon. Plain
narration and institutions («BPJS Kesehatan mencatat») have none.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

from extract.model import Sentence, Speaker
from extract.patterns.pack import Discourse
from extract.stages.speakers.people import Kind, People, Phrase
from extract.stages.speakers.quotes import Quotation, Quotations
from extract.stages.speakers.roster import Roster
from extract.values.scan import Script, WordScanner

_NOBODY = -1
_HEAD = 60  # characters before a pointing verb at the head of its sentence: «Angka per Maret 2025 itu disampaikan»
_LIST_LINE = 120  # characters of a list line at most
_LIST_LINES = 12
_PARAGRAPHS = 50  # of one quotation, at most
_BEFORE = 90  # characters before a verb in which its subject may stand right beside it

_SKIP = re.compile(
    r"""
    \s*[,:]?\s*
    (?: (?:[a-z]+\s+){0,2} oleh\s+      # «disampaikan langsung oleh Bupati X»
      | (?:lagi|pula|juga)\s+ )?        # «kata lagi Bupati X»
    """,
    re.VERBOSE,
)
_QUOTED_BEFORE = re.compile('["”“]\\s*[,.]?\\s*$')
_APPOSED = re.compile(r"(?:[A-Za-z][\w.'’`-]*\s+){0,6}[A-Z][\w.'’`-]*\s*,\s*$")
_WORD_BEFORE = re.compile(r"[^\W\d_]+\s+$")
_FORMAL = re.compile(r"[a-z]+\s+[A-Z]")  # «anggota DPRA», not «Rp 25.500 per kepala, Rp ...»
_FREE = re.compile(r"(?:^|[,\"”“.?!:–-])\s*$")


class Mark(NamedTuple):
    """A verb of speaking at a character: how it stands to its speaker, and the speaker's number."""

    at: int
    kind: Kind
    who: int


@lru_cache(maxsize=4)
def _people(discourse: Discourse, places: frozenset[str]) -> People:
    """The compiled forms of a lexicon; one pack is in use at a time."""
    return People(discourse, places)


def speaking(discourse: Discourse, places: frozenset[str]) -> WordScanner:
    """What finds the verbs of speaking and the offices, for scripts to be made ready for it."""
    return _people(discourse, places).scanner


class Speakers:
    """The speakers of one article, read when the first is asked for.

    ``places`` are the folded names of areas, which tell where an office ends and a name begins.
    """

    def __init__(
        self,
        read: Script,
        sentences: Sequence[Sentence],
        discourse: Discourse,
        places: frozenset[str] = frozenset(),
    ) -> None:
        self._read, self._text = read, read.text
        self._sentences = sentences
        self._people = _people(discourse, places)
        self._roster = Roster()
        self._track: list[tuple[int, int]] = []

    def of(self, char_start: int, sentence_number: int) -> Speaker | None:
        """Who is quoted with the figure at a character of the stored text; None in narration."""
        who = self._who(char_start, sentence_number)
        return self._roster.speaker(who) if who >= 0 else None

    def _who(self, at: int, number: int) -> int:
        marks = self._marks
        quotation = self._quotations.around(at)
        if quotation is not None:
            return self._of_quotation(quotation)
        own = [mark for mark in marks.get(number, ()) if self._covers(mark, at)]
        if own:
            return min(own, key=lambda mark: abs(mark.at - at)).who
        pointed = self._pointed(number)
        return pointed if pointed is not None else self._listed(number)

    def _covers(self, mark: Mark, at: int) -> bool:
        """Whether a verb speaks for a figure of its sentence that stands outside of quotation marks."""
        if at < mark.at:
            return mark.kind != "opening"
        if mark.kind in ("closing", "again"):
            return _QUOTED_BEFORE.search(self._text, max(0, mark.at - 6), mark.at) is None
        return True

    def _of_quotation(self, quotation: Quotation) -> int:
        """Who says it: told right behind it, behind its next paragraph, before it, or in the sentence after it."""
        for _ in range(_PARAGRAPHS):
            last = self._sentence(quotation.end - 1)
            after = self._quotations.after(quotation)
            stop = after.start if after is not None else len(self._text)
            for mark in self._marks.get(last, ()):
                if quotation.end <= mark.at < stop:
                    return mark.who
            if quotation.closed or after is None or self._sentence(after.start) != last + 1:
                break
            quotation = after
        before = bisect_left(self._track, (quotation.start,)) - 1
        at, who = self._track[before] if before >= 0 else (0, _NOBODY)
        if before >= 0 and self._paragraph(at) == self._paragraph(quotation.start):
            return who
        pointed = self._pointed(last)
        return who if pointed is None else pointed

    def _pointed(self, number: int) -> int | None:
        """Who the next sentence with a verb of speaking names, if that verb points back: «Hal itu disampaikan X»."""
        following = bisect_right(self._marked, number)
        if following == len(self._marked):
            return None
        at = self._marked[following]
        if at > number + 1 and self._sentences[at - 1].paragraph != self._sentences[number].paragraph:
            return None
        first = self._marks[at][0]
        head = first.kind == "pointing" and first.at - self._sentences[at].start < _HEAD
        return first.who if head else None

    def _listed(self, number: int) -> int:
        """Who opened the list that a line stands in."""
        for at in range(number - 1, max(-1, number - 1 - _LIST_LINES), -1):
            sentence = self._sentences[at]
            marks = self._marks.get(at)
            if self._text[sentence.end - 1] == ":":
                return marks[-1].who if marks else _NOBODY
            if marks or sentence.end - sentence.start > _LIST_LINE or self._text[sentence.end - 1] in ".!?":
                break
        return _NOBODY

    @cached_property
    def _marked(self) -> list[int]:
        """The sentences with a verb of speaking, in order."""
        return sorted(self._marks)

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.start for sentence in self._sentences]

    def _sentence(self, at: int) -> int:
        """The number of the sentence that a character stands in or after."""
        return bisect_right(self._starts, at) - 1

    def _paragraph(self, at: int) -> int:
        return self._sentences[max(0, self._sentence(at))].paragraph

    @cached_property
    def _quotations(self) -> Quotations:
        spans: dict[int, tuple[int, int]] = {}
        for start, end, paragraph in self._sentences:
            spans[paragraph] = spans[paragraph][0] if paragraph in spans else start, end
        return Quotations(self._text, list(spans.values()))

    @cached_property
    def _marks(self) -> dict[int, list[Mark]]:
        """Every verb of speaking with a speaker, by sentence; people are entered in the roster on the way."""
        people = self._people
        found: dict[int, list[Mark]] = {}
        self._named: list[tuple[Phrase, int]] = []
        done = 0
        for match in people.scanner.find(self._read):
            at = match.start("word")
            number = self._sentence(at)
            if at < done or number < 0 or at >= self._sentences[number].end or self._quotations.around(at):
                continue
            kind = people.kinds.get(match["word"], "office")
            if kind == "office":
                done = max(done, self._office(at, number))
                continue
            who, end = self._speaker(kind, at, match.end(), number)
            done = max(done, end)
            if who is not None:
                found.setdefault(number, []).append(Mark(at, kind, who))
                if who >= 0:
                    self._track.append((at, who))
        return found

    def _office(self, at: int, number: int) -> int:
        """Enters the holder of an office that begins here; gives where the phrase ends."""
        sentence = self._sentences[number]
        text = self._text
        formal = text[at].isupper()
        if not formal and _FORMAL.match(text, at) is None:
            return 0
        owned = _WORD_BEFORE.search(text, max(0, at - 20), at)
        if owned is not None and owned.group().strip().lower() in self._people.speech.belongings:
            return 0
        phrase = self._people.read(text, at, self._end(number))
        if phrase is None or not (formal or phrase.name):
            return 0
        start = at
        if phrase.name is None:
            before = _APPOSED.search(self._text, max(sentence.start, at - _BEFORE), at)
            if before is not None:  # «Ratih Pramudita, Kepala Dinas X, mengatakan»
                whole = self._people.read(self._text, before.start(), self._end(number))
                if whole is not None and whole.role == phrase.role:
                    phrase, start = whole, before.start()
        who = self._roster.add(phrase.name, phrase.role)
        self._named.append((phrase, who))
        if start == sentence.start:
            self._track.append((at, who))
        return phrase.end

    def _end(self, number: int) -> int:
        """Where the paragraph of a sentence ends, up to two sentences on: a clipped name may have cut the sentence."""
        last = number
        while last + 1 < len(self._sentences) and last < number + 2:
            if self._sentences[last + 1].paragraph != self._sentences[number].paragraph:
                break
            last += 1
        return self._sentences[last].end

    def _speaker(self, kind: Kind, at: int, end: int, number: int) -> tuple[int | None, int]:
        """The speaker of a verb, None where it has none, and where the words that name the speaker end."""
        current = self._track[-1][1] if self._track else None
        if kind == "again":
            return current, end
        if kind == "opening":
            return self._subject(at, number, current), end
        return self._following(kind, at, end, number, current)

    def _following(self, kind: Kind, at: int, end: int, number: int, current: int | None) -> tuple[int | None, int]:
        """The speaker named behind a verb; nobody where an institution closes a quotation."""
        skip = _SKIP.match(self._text, end)
        start = skip.end() if skip else end
        pronoun = self._people.pronoun.match(self._text, start)
        if pronoun is not None:
            return current, pronoun.end()
        phrase = self._people.read(self._text, start, self._end(number))
        if phrase is not None:
            first = self._sentences[number].start
            free = phrase.role or _FREE.search(self._text, max(first, at - 4), at) or at == first
            if free or (phrase.name and self._roster.known(phrase.name) is not None):
                who = self._roster.add(phrase.name, phrase.role)
                self._named.append((phrase, who))
                return who, phrase.end
        quoted = kind == "closing" and _QUOTED_BEFORE.search(self._text, max(0, at - 6), at)
        return (_NOBODY if quoted and self._text[start : start + 1].isupper() else None), end

    def _subject(self, at: int, number: int, current: int | None) -> int | None:
        """The speaker named before a verb: right beside it, as an office in its sentence, or at the sentence's head."""
        first = self._sentences[number].start
        beside = self._people.subject.search(self._text, max(first, at - _BEFORE), at)
        if beside is not None:
            words = beside["subject"].split()
            if words[-1].lower() in self._people.speech.anaphora:
                return current
            if self._named and self._named[-1][0].end > beside.start():
                return self._named[-1][1]
            who = self._bare(beside.start(), beside.end("subject"), first)
            if who is not None:
                return who
        if self._named and self._named[-1][0].start >= first:
            return self._named[-1][1]
        if self._people.pronoun.match(self._text, first):
            return current
        for token in self._people.tokens(self._text, first, min(first + 40, at))[:3]:
            if token.capital and token.low not in self._people.speech.titles:
                return self._roster.known(token.word)
        return None

    def _bare(self, start: int, end: int, first: int) -> int | None:
        """The person whom a run of capitals names without an office: one met before, or a full name at a clause's head.

        A single new word is no name: «Warga mengaku».
        """
        tokens = self._people.tokens(self._text, start, end)
        while tokens and tokens[-1].word == ",":
            tokens.pop()
        commas = [at for at, token in enumerate(tokens) if token.word == ","]
        tokens = tokens[commas[-1] + 1 :] if commas else tokens
        name = self._people.written(tokens)
        if name is None:
            return None
        known = self._roster.known(name)
        if known is None and start == first and not commas and " " in name:  # «Sementara Tatu menyebut»
            known = self._roster.known(name.split(" ", 1)[1])
        free = commas or start == first or _FREE.search(self._text, max(first, start - 4), start)
        if known is not None or not (free or tokens[0].low in self._people.speech.titles) or " " not in name:
            return known
        return self._roster.add(name, None)
