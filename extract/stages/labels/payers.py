"""Who pays the contributions of people: the level of government that a name means, or that is named near a figure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from extract.patterns.pack import PayerWords
from extract.reading import Bound, Mention, Place, Reading

SUBSIDISED = "pbi"
CENTRAL = "pbi_apbn"
VAGUE = "pbi_apbd"
LOCAL_LEVELS = {"regency": "pbi_apbd_kab", "city": "pbi_apbd_kab", "province": "pbi_apbd_prov"}
GOVERNMENTS = ("government", "government/short")
_NEAR = 4
_FAR = 10
_REACH = 8
_BESIDE = 1
_ASIDE = 6  # tokens of «, ujar dia,»
STOPS = frozenset((",", ".", ";", ":"))
LOCAL = (VAGUE, *LOCAL_LEVELS.values())
_LEVELS = frozenset(LOCAL_LEVELS.values())


class Payers:
    """The governments of one article that pay."""

    def __init__(self, reading: Reading, places: Sequence[Place], words: PayerWords, saying: frozenset[str]) -> None:
        self._reading = reading
        self._places = {place.start: place for place in places}
        self._words = words
        self._saying = saying
        self._figures = frozenset(reading.figure_tokens)
        self._introduced = self._first_pbi()
        levels = {str(m.value) for m in reading.mentions.get("government", ()) if m.value in LOCAL}
        levels = levels or {level for p in places if p.role == "office" and (level := LOCAL_LEVELS.get(p.region.level))}
        #: the one local government that the article speaks of
        self.home = levels.pop() if len(levels) == 1 else None

    def _first_pbi(self) -> int:
        """Where the article has introduced the PBI-JK: a bare PBI after that is the same."""
        for mention in self._reading.mentions.get("segment", ()):
            if mention.value == CENTRAL and self.words_of(mention) & self._words.introducing:
                return len(self._reading.starts) if self._is_one_of_both(mention) else mention.start
            if mention.value in LOCAL and not self.is_source(mention):
                break
        return len(self._reading.starts)

    def _is_one_of_both(self, central: Mention) -> bool:
        """Whether a name stands beside that of the other PBI: «PBI, baik PBI APBN maupun PBI APBD, mendominasi»."""
        first = self._reading.sentence_tokens[self._reading.sentence_of(central.start)]
        stop = central.end + _NEAR
        whole = any(m.value == SUBSIDISED for m in self._reading.between("segment", first, central.start))
        other = [m for m in self._reading.between("segment", central.end, stop) if m.value in LOCAL]
        return whole and bool(other) and not self._reading.has_figure(central.end, other[0].start)

    def words_of(self, label: Mention) -> set[str]:
        """The single words of a name, lower case."""
        return {self._reading.word(token).lower() for token in range(label.start, label.end)}

    def is_source(self, label: Mention) -> bool:
        """Whether a label names where money comes from («dari APBD»), and not whose contributions it pays."""
        return not self.words_of(label) & self._words.members

    def is_several(self, label: Mention) -> bool:
        """Whether a name is one of several segments."""
        return any(m.end >= label.end for m in self._reading.between("several", label.start, label.start + 1))

    def only_acts(self, label: Mention, bound: Bound, others: bool) -> bool:
        """Whether a name is of a government that does not pay here: «Pemda mencatat 5.120 peserta».

        ``others`` says that the clause names a segment, too.
        """
        if not self.words_of(label) <= self._words.acting:
            return False
        place = self.place_behind(label)
        gap = range(place.end if place else label.end, bound.figure.token)
        return self._says(gap.start, gap.stop) or (others and len(gap) > _BESIDE)

    def level(self, label: Mention) -> str | None:
        """The segment of a label that stands alone: a PBI may have been introduced as the central one."""
        value = self.level_of_name(label)
        bare = value == SUBSIDISED and not self.is_source(label)
        central = bare and label.start > self._introduced and not self._is_whole(label)
        return CENTRAL if central else value

    def _is_whole(self, label: Mention) -> bool:
        """Whether a sentence goes on to tell the parts: «PBI 9.120, terdiri atas PBI APBN 7.000 dan PBI APBD 2.120»."""
        stop = self._reading.sentence_tokens[self._reading.sentence_of(label.start) + 1]
        behind = {m.value for m in self._reading.between("segment", label.end, stop)}
        return CENTRAL in behind and any(level in behind for level in LOCAL)

    def level_of_name(self, label: Mention) -> str | None:
        """The segment of a label by itself; «APBD Sragen» and «Pemda Sragen» tell whose budget it is."""
        value = cast("str | None", label.value)
        if value == LOCAL_LEVELS["province"] and self._is_of_two(label):
            return VAGUE
        if value in LOCAL and self._is_levelless(label):
            return VAGUE
        if value == VAGUE and not self.is_several(label):
            place = self.place_behind(label)
            if place is not None:
                return LOCAL_LEVELS.get(place.region.level, value)
            return self._named_with(label) or self._planned_by(label) or value
        if value == SUBSIDISED and self.is_source(label) and (place := self._places.get(label.end)) is not None:
            return LOCAL_LEVELS.get(place.region.level, value)
        return value

    def _is_levelless(self, label: Mention) -> bool:
        """Whether people of whichever local government are named beside their area: «PBI daerah Kota Tegal»."""
        words = self.words_of(label)
        return bool(words & self._words.levelless and words & self._words.members) and bool(self.place_behind(label))

    def of_scheme(self, scheme: Mention) -> str:
        """The government of a local scheme: «Jamkesda Kabupaten Dompu»; «Jamkesda Bintan» are the people there."""
        place = self._places.get(scheme.end)
        return LOCAL_LEVELS.get(place.region.level, VAGUE) if place is not None and place.said else VAGUE

    def _is_of_two(self, label: Mention) -> bool:
        """Whether a name goes on to another government's area: «PBI APBD Provinsi Banten dan Kota Cilegon»."""
        place = self.place_behind(label)
        end = place.end if place else label.end
        joint = self._reading.between("joint", end, end + 1)
        if joint and place is None:  # «pemerintah provinsi dan kabupaten/kota»
            named = [m for kind in GOVERNMENTS for m in self._reading.between(kind, joint[0].end, joint[0].end + 1)]
            return any(m.value == LOCAL_LEVELS["regency"] for m in named)
        other = self._places.get(joint[0].end) if joint else None
        return other is not None and other.said and other.region.level in ("regency", "city")

    def place_behind(self, label: Mention) -> Place | None:
        """The area right behind a label, its designator perhaps in it: «PBI APBD kabupaten Sragen»."""
        closed = label.end < len(self._reading.starts) and self._reading.word(label.end) == ")"
        starts = (label.end + closed, *range(label.end - 1, label.start, -1))
        return next((place for at in starts if (place := self._places.get(at)) and place.end > label.end), None)

    def _named_with(self, label: Mention) -> str | None:
        """Whose budget «pemerintah daerah» means: of the government that its sentence names, or that pays before it."""
        if not self.is_source(label):
            return None
        reading, sentence = self._reading, self._reading.sentence_of(label.start)
        first, stop = reading.sentence_tokens[sentence : sentence + 2]
        found = {str(m.value) for m in reading.between("government", first, stop)} or self._by_area(label, first)
        if not found and sentence:
            found = {str(m.value) for m in self.named(reading.sentence_tokens[sentence - 1], first)}
        return found.pop() if len(found) == 1 and found <= _LEVELS else None

    def _by_area(self, label: Mention, first: int) -> set[str]:
        """The level of «Pemda Sragen» before a budget in its sentence."""
        named = [m for m in self._reading.between("segment", first, label.start) if m.value == VAGUE]
        places = (self.place_behind(m) for m in named if self.words_of(m) <= self._words.acting | {"(", ")"})
        return {level for p in places if p is not None and (level := LOCAL_LEVELS.get(p.region.level))}

    def _planned_by(self, label: Mention) -> str | None:
        """The government of «pada APBD 2018» and of «kami tanggung»: the one that the article speaks of."""
        own = self._reading.between("own_budget", label.start - 2, label.end)
        return self.home if any(label.start <= m.end - 1 < label.end for m in own) else None

    def named(self, first: int, stop: int) -> list[Mention]:
        """The governments in some tokens that are said to pay: «ditanggung Pemkab», «Pemkab Sragen menanggung»."""
        paying = [m for m in self._reading.between("paying", first, stop) if not self._is_denied(m)]
        if not paying:
            return []
        found = [m for kind in GOVERNMENTS for m in self._reading.between(kind, first, stop)]
        found = [m for m in found if not self._reading.is_level(m.start - 1, "at")]
        return [self._with_level(m) for m in found if any(self._pays(m, word) for word in paying)]

    def said_to_pay(self, bound: Bound) -> str | None:
        """The last government before a figure in its sentence that is said to pay: «provinsi mengalokasikan»."""
        first = self._reading.sentence_tokens[bound.figure.sentence]
        named = [str(m.value) for m in self.named(first, bound.figure.token) if m.value]
        return named[-1] if named else None

    def with_verb(self, government: Mention) -> Mention:
        """A government with the word right before it that says that it pays: «ditanggung kabupaten»."""
        verb = self._reading.between("paying", government.start - 2, government.start)
        return government._replace(start=verb[0].start) if verb and verb[0].value == "by" else government

    def _is_denied(self, word: Mention) -> bool:
        """Whether a word for paying is part of a phrase that says who does not: «bukan tanggungan pemda»."""
        around = self._reading.between("segment", word.start - 2, word.start + 1)
        return any(m.value is None and m.start < word.start < m.end for m in around)

    def _pays(self, government: Mention, word: Mention) -> bool:
        """Whether a government is the one of a word for paying."""
        if word.value == "by":
            first, stop = word.end, government.start
        else:
            place = self._places.get(government.end) or self._places.get(government.start)
            first, stop = max(government.end, place.end if place else 0), word.start
        first = self._past_aside(first, stop)
        reach = _FAR if self._reading.word(government.start - 1).lower() in self._words.by_whom else _NEAR
        return 0 <= stop - first <= reach and not any(self._ends(token) for token in range(first, stop))

    def _past_aside(self, first: int, stop: int) -> int:
        """Behind what stands between commas: «Pemkab, ujar dia, menanggung»; «Pemkab, yang menanggung»."""
        reading = self._reading
        if first >= stop or reading.word(first) != ",":
            return first
        if reading.between("restricting", first + 1, first + 2):
            return first + 2
        closing = [at for at in range(first + 1, min(first + _ASIDE, stop)) if reading.word(at) == ","]
        return closing[0] + 1 if closing else first

    def _ends(self, token: int) -> bool:
        """Whether a token ends what a word for paying reaches over."""
        return token in self._figures or self._reading.word(token) in STOPS

    def _with_level(self, government: Mention) -> Mention:
        return government._replace(value=self.level(government))

    def doing(self, bound: Bound) -> str | None:
        """The government that does what is said of a figure's people: «Kemensos mencoret 5.120 peserta»."""
        cue = bound.bid.mention if bound.bid is not None else None
        if cue is None:
            return None
        sentence = self._reading.sentence_of(cue.start)
        first, stop = self._reading.sentence_tokens[sentence : sentence + 2]
        first, stop = max(cue.start - _REACH, first), min(cue.end + _NEAR, stop)
        found = self._reading.between("government", first, stop)
        found += [m for m in self._reading.between("government/short", first, stop) if m.value == CENTRAL]
        ways = ((m, cue._replace(value="by" if m.start >= cue.end else "does")) for m in found if m.value)
        near = [m for m, way in ways if self._pays(m, way) and not self._says(m.end, cue.start)]
        return self.level(near[-1]) if near else None

    def _is_venue(self, government: Mention) -> bool:
        """Whether a government is named for where something happened: «di ruang rapat utama, Pemkab Serang, Selasa»."""
        place = self._places.get(government.end) or self._places.get(government.start)
        stop = place.end if place else government.end
        around = self._reading.word(government.start - 1) == "," and stop < len(self._reading.starts)
        return around and self._reading.word(stop) in (",", "(", ".")

    def _says(self, first: int, stop: int) -> bool:
        """Whether a word of speaking stands between a government and what is done: «Pemkab mencatat penambahan»."""
        return any(self._reading.word(token).lower() in self._saying for token in range(first, stop))

    def _named_before(self, bound: Bound) -> str | None:
        """The government that a figure's sentence names before it, no segment behind it: «Pemkab menggelontorkan»."""
        reading, token = self._reading, bound.figure.token
        found = reading.between("government", reading.sentence_tokens[bound.figure.sentence], token)
        found = [m for m in found if m.value and not self._is_venue(m)]
        return str(found[-1].value) if found and not reading.between("segment", found[-1].end, token) else None

    def near(self, bound: Bound, since: int | None = None) -> str | None:
        """Whose budget pays for people without a label: the government named before them, one sentence back at most.

        Without one, the first behind them in their sentence. ``since`` is the sentence with the money that pays, where
        one is told: from there on, and the budget that it is of.
        """
        reading = self._reading
        first = reading.sentence_tokens[max(bound.figure.sentence - 1, 0) if since is None else since]
        if since is None and (own := self._named_before(bound)):
            return own
        budget = None
        for mention in reversed(reading.between("segment", first, bound.figure.token)):
            left = any(m.value == "out_of" for m in reading.between("moves", mention.start - _NEAR, mention.start))
            if left or mention.value not in (*LOCAL, CENTRAL):
                continue
            level = self.level(mention)
            if level != VAGUE:
                return level
            budget = VAGUE
        stop = reading.sentence_tokens[bound.figure.sentence + 1]
        found = [m for m in reading.between("government", first, stop) if m.value and not self._is_venue(m)]
        before = [m for m in found if m.start < bound.figure.token]
        near = before[-1] if before else found[0] if found else None
        return str(near.value) if near else budget if since is not None else None
