"""Who is quoted with each figure: verbs of speaking, the people named beside them, and what each of them covers.

The words around a verb of speaking say who speaks; a later «ujarnya», «kata dia» or short name goes back to the fullest
form of the name and office. A figure has a speaker where its sentence says so, where it stands inside quotation marks,
or where the next sentence points back to it («Hal itu disampaikan X»). Plain narration and institutions have none.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property, lru_cache
from typing import Literal, NamedTuple

from extract.model import Sentence, Speaker
from extract.patterns.pack import Discourse
from extract.values.scan import WordScanner, fold, trie

Kind = Literal["closing", "pointing", "opening", "again", "office"]

NOBODY = -1
_REACH = 240  # characters that an office and a name may take
_HEAD = 60  # characters before a pointing verb at the head of its sentence: «Angka per Maret 2025 itu disampaikan»
_LIST_LINE = 120
_LIST_LINES = 12

_TOKEN = re.compile(r"[^\W_]+(?:[-'’`.][^\W_]+)*|\S")
_QUOTE = re.compile("[\"“”„‟]")
_SMALL = re.compile(r"\s*(?:[,:]\s*)?(?:(?!ia\b|dia\b)[a-z]+\s+){0,2}oleh\s+|\s*(?:[,:]\s*)?(?:(?:lagi|pula|langsung)\s+)?")


class Phrase(NamedTuple):
    """A person as named in one place: characters ``start`` to ``end``, the name and the office, either may be None."""

    start: int
    end: int
    name: str | None
    role: str | None


class Token(NamedTuple):
    """A word or sign: where it stands, as written, and in lower case without its full stop."""

    start: int
    end: int
    word: str
    low: str

    @property
    def capital(self) -> bool:
        return self.word[0].isupper()

    @property
    def acronym(self) -> bool:
        """BPKAD, VI, P3A, 2: nothing that a person is called by."""
        return len(self.word) > 1 and self.word.isupper() or self.word[0].isdigit()


class People:
    """The forms that persons are named in, for one discourse lexicon and one set of folded place names."""

    def __init__(self, discourse: Discourse, places: frozenset[str]) -> None:
        self.speech = speech = discourse.speech
        self._weekdays = discourse.weekdays
        self._places = places
        kinds: tuple[Kind, ...] = ("closing", "pointing", "opening", "again")
        self.kinds: dict[str, Kind] = {word: kind for kind in kinds for word in getattr(speech, kind)}
        self.scanner = WordScanner(f"(?P<word>{trie([*self.kinds, *speech.offices])})(?!\\w)")
        self._heads = frozenset(office.split()[0] for office in speech.offices)

    def tokens(self, text: str, start: int, end: int) -> list[Token]:
        """Words and signs of a stretch; the full stop of an initial, a title or a clipped name is part of the word."""
        speech = self.speech
        found: list[Token] = []
        for match in _TOKEN.finditer(text, start, end):
            word = match.group()
            if word == "." and found and found[-1].end == match.start():
                last = found[-1]
                if len(last.word) == 1 or last.low in speech.titles or last.low in speech.clipped:
                    found[-1] = last._replace(end=match.end(), word=last.word + ".")
                    continue
            found.append(Token(match.start(), match.end(), word, word.lower()))
        return found

    def read(self, text: str, start: int, end: int) -> Phrase | None:
        """The person named right at ``start``: office and name in either order, or one of them."""
        tokens = self.tokens(text, start, min(end, start + _REACH))
        if not tokens:
            return None
        if self._heads_office(tokens, 0):
            return self._office(text, tokens, 0)
        stop = self._name(tokens, 0)
        name = self.written(tokens[:stop])
        if name is None:
            return None
        at = stop
        while at < len(tokens) and at < stop + 2 and (tokens[at].word in ",(" or tokens[at].low in self.speech.bearing):
            at += 1
        if stop < at < len(tokens) and self._heads_office(tokens, at):
            office = self._office(text, tokens, at)
            if office.name is None or tokens[at - 1].word == "(":
                return Phrase(start, office.end, name, office.role)
        return Phrase(start, tokens[stop - 1].end, name, None)

    def written(self, tokens: Sequence[Token]) -> str | None:
        """A name without the titles before it and the degrees after it; None where these words are no name.

        >>> people = People(load_pack().discourse, frozenset())
        >>> people.written(people.tokens("drg. Ratih Pramudita MKM", 0, 24))
        'Ratih Pramudita'
        """
        words = [token for token in tokens if token.low.rstrip(".") not in self.speech.titles]
        while len(words) > 1 and words[-1].acronym and not words[0].acronym:
            words.pop()
        if not words or self._place(words, 0) == len(words):
            return None
        if any(word.low in self.speech.institutions or word.low in self._weekdays for word in words):
            return None
        if words[0].low in self.speech.anaphora or (len(words) == 1 and words[0].acronym):
            return None
        return " ".join(word.word for word in words)

    def _heads_office(self, tokens: Sequence[Token], at: int) -> bool:
        return tokens[at].low in self._heads

    def _office(self, text: str, tokens: Sequence[Token], first: int) -> Phrase:
        """An office that begins at a token, and the name of its holder after it."""
        role, at = self._role(tokens, first)
        pending = tokens[role:at]
        name: str | None = None
        end = tokens[role - 1].end
        if pending or at == len(tokens) or tokens[at].word not in ",:":
            stop = self._name(tokens, role)
            name, end = self.written(tokens[role:stop]), tokens[max(stop, role) - 1].end
        if at < len(tokens) and tokens[at].word == ",":
            stop = self._name(tokens, at + 1)
            behind = self.written(tokens[at + 1 : stop])
            if behind and (name is None or (len(pending) == 1 and stop - at > 2 and not self._degree(tokens[at + 1]))):
                name, end, role = behind, tokens[stop - 1].end, at
        if name is None and pending:
            role, end = at, tokens[at - 1].end
        written = " ".join(text[tokens[first].start : tokens[role - 1].end].split())
        return Phrase(tokens[first].start, end, name, written)

    def _role(self, tokens: Sequence[Token], first: int) -> tuple[int, int]:
        """The token after the last one that surely belongs to the office, and the one after the last that may."""
        speech, sure, at = self.speech, first + 1, first + 1
        while at < len(tokens):
            token = tokens[at]
            if token.word == "(" and at + 2 < len(tokens) and tokens[at + 2].word == ")":
                at += 3
                sure = at
            elif token.word == "," or token.low in speech.connectors:
                if at + 1 == len(tokens) or not self._goes_on(tokens, at, at > sure):
                    break
                at += 1
            elif token.low.rstrip(".") in speech.titles and token.low != "kh":
                break
            elif step := self._belongs(tokens, at, at == sure):
                at += step
                sure = at
            elif token.capital and token.low not in self._weekdays and token.low not in speech.anaphora:
                at += 1
            else:
                break
        return sure, at

    def _belongs(self, tokens: Sequence[Token], at: int, adjacent: bool) -> int:
        """How many tokens from here on are words of an office: its own words, acronyms, the place it is for."""
        token = tokens[at]
        after = tokens[at + 1] if at + 1 < len(tokens) else None
        if token.low in self.speech.designators:
            return 1 + (self._place(tokens, at + 1) or int(self._unknown(after)))
        if token.low in self.speech.institutions or token.low in self._heads:
            return 1
        if token.acronym and (adjacent or (after is not None and after.capital and not after.acronym)):
            return 1
        return self._place(tokens, at) if adjacent else 0

    def _unknown(self, token: Token | None) -> bool:
        """Whether a word after «Cabang» can only be the place."""
        return token is not None and token.capital and token.low not in self.speech.institutions

    def _goes_on(self, tokens: Sequence[Token], at: int, named: bool) -> bool:
        """Whether an office goes on after a comma or «dan»: «Kepala Bagian SDM, Umum, dan Komunikasi»."""
        after = tokens[at + 1]
        if after.low in self._heads and (named or tokens[at].word == ","):
            return False
        if tokens[at].word == ",":
            if after.low in self.speech.connectors:
                return at + 2 < len(tokens) and tokens[at + 2].capital
            return after.capital and after.low in self.speech.institutions
        return after.capital or after.low in self.speech.institutions

    def _name(self, tokens: Sequence[Token], first: int) -> int:
        """The token after the name that begins at a token."""
        speech, at = self.speech, first
        while at < len(tokens) and at < first + 8:
            token = tokens[at]
            if token.low in self._weekdays or token.low in self._heads or token.low in speech.institutions:
                break
            if not (token.capital or token.low.rstrip(".") in speech.titles):
                particle = at > first and token.low in speech.particles and at + 1 < len(tokens)
                if not (particle and tokens[at + 1].capital):
                    break
            at += 1
        return at

    def _degree(self, token: Token) -> bool:
        return token.acronym or "." in token.word

    def _place(self, tokens: Sequence[Token], at: int) -> int:
        """How many tokens from here on name an area, 0 where none does; only words with a capital do."""
        longest = min(4, len(tokens) - at)
        for count in range(longest, 0, -1):
            if tokens[at].capital and " ".join(token.low for token in tokens[at : at + count]) in self._places:
                return count
        return 0
