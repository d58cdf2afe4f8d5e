"""The forms in which the press names a person: office before name or after it, titles, degrees, clipped names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from extract.patterns.pack import Discourse
from extract.values.scan import WordScanner, trie

Kind = Literal["closing", "pointing", "opening", "again", "office"]

_REACH = 240  # characters that an office and a name may take
_NAME = 8  # words that a name with its titles may take
_PLACE = 4  # words that the name of an area may take

_STOPS = frozenset('.?!;:"“”')  # no name or office goes on after these
_TOKEN = re.compile(r"[^\W_]+(?:[-'’`][^\W_]+)*|\S")


class Phrase(NamedTuple):
    """A person as named in one place: characters ``start`` to ``end``, the name and the office, either may be None."""

    start: int
    end: int
    name: str | None
    role: str | None


class Token(NamedTuple):
    """A word or sign: where it stands, as written, and in lower case without the full stop of an abbreviation."""

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
        return self.word[0].isdigit() or (len(self.word) > 1 and self.word.isupper() and self.word[-1] != ".")


class People:
    """The forms that persons are named in, for one discourse lexicon and one set of folded place names."""

    def __init__(self, discourse: Discourse, places: frozenset[str]) -> None:
        self.speech = speech = discourse.speech
        self._weekdays = discourse.weekdays
        self._places = places
        kinds: tuple[Kind, ...] = ("closing", "pointing", "opening", "again")
        self.kinds: dict[str, Kind] = {word: kind for kind in kinds for word in getattr(speech, kind)}
        spoken = (*self.kinds, *speech.offices)
        self.scanner = WordScanner(f"(?P<word>{trie(spoken)})(?!\\w)", spoken)
        self._heads = frozenset(office.split()[0] for office in speech.offices)
        self._office_words = frozenset(word for office in speech.offices for word in office.split())
        self._informal = self._office_words | speech.designators
        self._no_names = discourse.weekdays | speech.anaphora | frozenset(self.kinds)
        self._known = speech.institutions | self._office_words | speech.titles | speech.particles | speech.connectors
        self._place_heads = frozenset(place.split()[0] for place in places)
        anaphora = trie(speech.anaphora)
        self.pronoun = re.compile(rf"(?i:{anaphora})(?!\w)")
        self.subject = re.compile(
            rf"""
            (?P<subject>
              (?: (?<!\S) (?i:{anaphora}) \s+                 # «Ia », «kata dia, ia »
                | (?<![^\s(]) [A-Z][\w.'’`-]* \s*,?\s+ )+ )    # «Kepala Dinas X, Ratih Pramudita, »
            (?: (?!(?:yang|{anaphora})\b) [a-z]+\s+ ){{0,2}} $   # «juga kembali » and then the verb
            """,
            re.VERBOSE,
        )

    def tokens(self, text: str, start: int, end: int) -> list[Token]:
        """Words and signs of a stretch up to a sign that ends it, or its second word that no name or office has.

        The full stop of an initial, a title or a clipped name is part of the word.
        """
        speech = self.speech
        found: list[Token] = []
        foreign = 0
        for match in _TOKEN.finditer(text, start, end):
            word = match.group()
            if word == "." and found and found[-1].end == match.start():
                last = found[-1]
                if len(last.word) == 1 or last.low in speech.titles or last.low in speech.clipped:
                    found[-1] = last._replace(end=match.end(), word=last.word + ".")
                    continue
            low = word.lower()
            found.append(Token(match.start(), match.end(), word, low))
            if word in _STOPS:
                break
            if word.islower() and low not in self._known:
                foreign += 1
                if foreign > 1:
                    break
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
        """The name in these words without titles before it and degrees after it; None where they are no name."""
        words = [token for token in tokens if token.low not in self.speech.titles]
        for at in range(1, len(words) - 1):
            if words[at].word.endswith(".") and words[at].end == words[at + 1].start:  # «S.Sos», «M.Kes»
                words = words[:at]
                break
        while len(words) > 1 and words[-1].acronym and not words[0].acronym:
            words.pop()
        if not words or self._place(words, 0) == len(words):
            return None
        if any(word.low in self.speech.institutions or word.low in self._weekdays for word in words):
            return None
        if words[0].low in self.speech.anaphora or (words[0].acronym and len(words[0].word) < 5):
            return None
        return " ".join(word.word for word in words)

    def _heads_office(self, tokens: Sequence[Token], at: int) -> bool:
        return tokens[at].low in self._heads

    def _office(self, text: str, tokens: Sequence[Token], first: int) -> Phrase:
        """An office that begins at a token, and the name of its holder after it."""
        role, at = self._role(tokens, first)
        pending = at - role
        name: str | None = None
        end = tokens[role - 1].end
        if pending or at == len(tokens) or tokens[at].word not in ",:":
            stop = self._name(tokens, role)
            name, end = self.written(tokens[role:stop]), tokens[max(stop, role) - 1].end
        if at < len(tokens) and tokens[at].word == ",":
            stop = self._name(tokens, at + 1)
            behind = self.written(tokens[at + 1 : stop])
            longer = stop - at > 2 and not tokens[at + 1].acronym and pending > 0
            if pending > 1:  # «Kepala Balai Bujana, Rahmi Kartosen, Rabu»
                ends = stop == len(tokens) or tokens[stop].word in ",.(" or tokens[stop].low in self.kinds
                longer = longer and role == first + 1 and ends
            if behind and (name is None or longer):
                name, end, role = behind, tokens[stop - 1].end, at
        if name is None and pending:
            role, end = at, tokens[at - 1].end
        written = " ".join(text[tokens[first].start : tokens[role - 1].end].split())
        return Phrase(tokens[first].start, end, name, written)

    def _role(self, tokens: Sequence[Token], first: int) -> tuple[int, int]:
        """The token after the last one that surely belongs to the office, and the one after the last that may."""
        speech = self.speech
        sure = at = first + (self._belongs(tokens, first, True, False) or 1)
        while at < len(tokens):
            token = tokens[at]
            if token.word == "(":
                if not self._bracket(tokens, at, at > sure):
                    break
                at += 3
                sure = at
            elif token.word == "," or token.low in speech.connectors:
                more = self._goes_on(tokens, at, at - sure)
                if not more:
                    break
                at += more
                sure = at
            elif token.low in speech.titles:
                return at, at
            elif step := self._belongs(tokens, at, at == sure, tokens[first].capital):
                at += step
                sure = at
            elif token.capital and not self._no_name(token):
                at += 1
            else:
                break
        return sure, at

    def _bracket(self, tokens: Sequence[Token], at: int, pending: bool) -> bool:
        """Whether an abbreviation in brackets goes on with the office: «(BPKAD)», but not «(54)» or «(Jokowi)»."""
        if at + 2 >= len(tokens) or tokens[at + 2].word != ")" or tokens[at + 1].word.isdigit():
            return False
        return tokens[at + 1].acronym or not pending

    def _belongs(self, tokens: Sequence[Token], at: int, adjacent: bool, formal: bool) -> int:
        """How many tokens from here on are words of an office: its own words, acronyms, the place it is for.

        ``formal`` offices are written with a capital, and so are their words: «Kepala cabang», not «Bupati tidak».
        """
        token = tokens[at]
        if formal and not token.capital and token.low not in self._informal:
            return 0
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

    def _goes_on(self, tokens: Sequence[Token], at: int, pending: int) -> int:
        """How many tokens of an office a comma or «dan» adds: «Kepala Bagian SDM, Umum, dan Komunikasi»."""
        comma = tokens[at].word == ","
        word = at + 1
        if comma and word < len(tokens) and tokens[word].low in self.speech.connectors:
            word += 1
        if word == len(tokens) or pending > 1 or tokens[word].low in self._heads:
            return 0
        after = tokens[word]
        known = after.low in self.speech.institutions
        if comma and word == at + 1:
            return 2 if known and after.capital else 0
        return word - at + 1 if known or (after.capital and not self._no_name(after)) else 0

    def _name(self, tokens: Sequence[Token], first: int) -> int:
        """The token after the name that begins at a token."""
        speech, at = self.speech, first
        while at < len(tokens) and at < first + _NAME:
            token = tokens[at]
            if self._no_name(token) or token.low in self._heads or token.low in speech.institutions:
                break
            if not (token.capital or token.low in speech.titles):
                particle = at > first and token.low in speech.particles and at + 1 < len(tokens)
                if not (particle and tokens[at + 1].capital):
                    break
            at += 1
        return at

    def _no_name(self, token: Token) -> bool:
        """Whether a word with a capital ends a name: a weekday, «Dia», a verb in a headline."""
        return token.low in self._no_names

    def _place(self, tokens: Sequence[Token], at: int) -> int:
        """How many tokens from here on name an area, 0 where none does; only words with a capital do."""
        if at == len(tokens) or not tokens[at].capital or tokens[at].low not in self._place_heads:
            return 0
        for count in range(min(_PLACE, len(tokens) - at), 0, -1):
            if " ".join(token.low for token in tokens[at : at + count]) in self._places:
                return count
        return 0
