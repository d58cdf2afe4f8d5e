"""The officers of areas who tell a figure: a district's chief, a regent, a mayor."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from extract.model import Region
from extract.reading import Figure, Located, Place, Reading
from extract.stages.regions.checks import is_insurers, speaks_for_branch

_LOCAL = ("regency", "city")
_OWN = "pbi_apbd_kab"  # what the governments of regencies and cities pay for


class Officers:
    """Answers for one article, from its places, all and by sentence."""

    def __init__(self, reading: Reading, by_sentence: Mapping[int, list[Place]], places: Sequence[Place]) -> None:
        self._reading = reading
        self._by_sentence = by_sentence
        self._offices = [place for place in places if place.role == "office"]
        self._told = [-1, *sorted({reading.sentence_of(place.start) for place in self._offices})]
        self._seats: dict[str, Place | None] = {}
        self._first: dict[Region, Place] = {}
        for place in places:
            if place.role != "dateline":
                self._first.setdefault(place.region, place)

    def last(self, sentence: int) -> int:
        """The last sentence up to one that names an area in somebody's office, -1 where none does."""
        return self._told[bisect_right(self._told, sentence) - 1]

    def chief(self, sentence: int, figure: Figure) -> Located | None:
        """The district whose chief tells a figure: «Camat Paron menyebut 412 warganya»."""
        offices = (p for p in self._by_sentence.get(sentence, ()) if p.role == "office" and p.end <= figure.token)
        region = next((p.region for p in offices if p.region.level == "district"), None)
        return Located(region, "speaker") if region is not None else None

    def before(
        self, sentence: int, figure: Figure, told: Located, speaker: str | None, topic: Region | None
    ) -> Located | None:
        """The regency or city whose officer tells a figure, where the sentence before was of another area.

        Or the topic's, whose officer goes on to tell of it.
        """
        here = self._by_sentence.get(sentence, ())
        chief = self.chief(sentence, figure)
        if chief is not None:
            return chief
        offices = [p for p in here if p.role == "office" and p.end <= figure.token]
        local = [p for p in offices if p.region.level in _LOCAL]
        own = bool(local) and not is_insurers(self._reading, local[-1])
        whole = told.region is not None and told.region.level in ("province", "national")
        if own and local[-1].region != told.region and told.region is not None and told.region.level in _LOCAL:
            return Located(local[-1].region, "speaker")
        of_topic = any(p.region == topic and p.region.level == "province" for p in offices)
        if of_topic and told.region is not None and told.region.level in _LOCAL:
            return Located(topic, "speaker")
        seat = self.seat_of(speaker) if whole and not local and speaks_for_branch(self._reading, sentence) else None
        if seat is not None:
            return Located(seat.region, "speaker")
        return Located(local[-1].region, "speaker") if whole and local else None

    def seat_of(self, speaker: str | None) -> Place | None:
        """The regency or city named in an office: «Bupati Sragen»; none for that of a branch."""
        if speaker is None:
            return None
        if speaker not in self._seats:
            named = [p for p in self._offices if self._reading.written(p.start, p.end) in speaker]
            of_branch = any(p.region.level == "branch" for p in named)
            self._seats[speaker] = next((p for p in named if p.region.level in _LOCAL and not of_branch), None)
        return self._seats[speaker]

    def is_governments(self, sentence: int, topic: Region | None) -> bool:
        """Whether a sentence is of the government of the topic, a regency or city: «Bupati menambah kuota PBI»."""
        if topic is None or topic.level not in _LOCAL:
            return False
        span = self._reading.sentence_tokens[sentence : sentence + 2]
        return any(
            m.value == "pbi_apbd_kab"
            for kind in ("government", "government/short")
            for m in self._reading.between(kind, *span)
        )

    def before_topic(self, sentence: int, topic: Region | None) -> Located | None:
        """The province whose officer or money a sentence speaks of before the article comes to its topic."""
        if topic is None or topic.level not in _LOCAL:
            return None
        first = self._first.get(topic)
        if first is None or self._reading.sentence_of(first.start) <= sentence:
            return None
        here = [p for p in self._by_sentence.get(sentence, ()) if p.region.level == "province"]
        return Located(here[0].region, "speaker") if here and here[0].role in ("office", "parent") else None
