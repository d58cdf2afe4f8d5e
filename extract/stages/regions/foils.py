"""Places that a figure is only held against, or that stand in its reason: no areas of its own."""

from __future__ import annotations

from collections.abc import Mapping

from extract.model import Region
from extract.reading import Figure, Mention, Place, Reading
from extract.stages.regions.checks import held_against

_OWNED = 3  # words from what a figure is held against to the figure of that
_GIVEN = 4  # tokens of «bekerja sama dengan»
_NAMED = 5  # tokens from a place to the figure that «yakni» leads to
_LED = 2  # tokens of «, yakni»
_LOCAL = ("regency", "city")
_WHOLES = ("national", "province", "branch")


class Foils:
    """Answers for one article, from its places and the forms of the figures located so far, both by sentence."""

    def __init__(self, reading: Reading, by_sentence: Mapping[int, list[Place]], forms: Mapping[int, set[str]]) -> None:
        self._reading = reading
        self._by_sentence = by_sentence
        self._forms = forms

    def is_aside(self, place: Place, figure: Figure, topic: Region | None) -> bool:
        """Whether a place is only compared with a figure's own, or stands in the reason for the figure, behind it."""
        reasons = self._reading.between("aside", figure.end, place.start)
        if place.region.level == "branch" and place.start >= figure.end and self._is_foil(place, figure, topic):
            return True
        if any(m.value == "reason" for m in reasons) or self._leads(place, figure) or self._is_among(place, figure):
            return True
        return self._compared(place, figure, topic)

    def _is_among(self, whole: Place, figure: Figure) -> bool:
        """Whether a province only says among whose areas one is: «Sampang, satu dari lima kabupaten di Jawa Timur»."""
        reading = self._reading
        at = whole.start - 1
        if whole.region.level != "province" or whole.end > figure.token or not reading.is_level(at, "at"):
            return False
        here = self._by_sentence[reading.sentence_of(whole.start)]
        before = [p for p in here if p.end <= at and p.role == "plain" and p.region.level in _LOCAL]
        before = [p for p in before if not reading.word(p.start).isupper()]  # «SORONG, peserta di Papua Barat Daya»
        if not before or before[-1].joined >= 0 or before[-1].end == at or not reading.word(at - 1)[0].isalpha():
            return False
        gap = before[-1].end, at
        told = any(reading.has_figure(t, t + 1) and not reading.between("areas", t + 1, t + 2) for t in range(*gap))
        hard = any(m.value in ("hard", "and") for m in reading.between("separator", *gap))
        return not told and not hard and (before[-1].region.code or "")[:2] == whole.region.code

    def _leads(self, place: Place, figure: Figure) -> bool:
        """Whether a place behind a figure only has the most of it: «1.240 penunggak, dan terbanyak di Kota Palu»."""
        if place.start < figure.end or place.region.level not in _LOCAL:
            return False
        most = [m for m in self._reading.between("some", figure.end, place.start) if m.value == "most"]
        if not most or self._reading.has_figure(most[-1].end, place.start):
            return False
        joins = self._reading.between("separator", figure.end, most[-1].start)
        return any(m.value in ("and", "with") for m in joins)

    def _is_foil(self, branch: Place, figure: Figure, topic: Region | None) -> bool:
        """Whether a branch behind a figure is the one that it is owed to, or among whose areas it is the best."""
        reading = self._reading
        best = reading.between("compared", figure.end, branch.start)
        if any(m.value in ("superlative", "of_all") for m in best) and self._named_within(branch, topic):
            return True
        given = reading.between("given_to", branch.start - _GIVEN, branch.start)
        return any(m.end == branch.start for m in given) and self._named_within(branch, topic)

    def _compared(self, place: Place, figure: Figure, topic: Region | None) -> bool:
        """Whether a place is only what a figure's own is held against: «di atas rata-rata nasional», «terluas se-Bali».

        Behind «dibanding» the place has a figure of its own where that follows at once, or behind «, yang».
        """
        reading = self._reading
        behind = self._behind_best(place)
        near = behind or held_against(reading, place) or self._held_in_brackets(place)
        if not near or self._is_subject(near[-1], place, figure):
            return False
        if near[-1].value == "superlative" and not behind:
            return place.region.level in _WHOLES and self._named_within(place, topic)
        if (near[-1].value == "of_all" and not behind) or place.start >= figure.token:
            return True
        told = place.end + (
            reading.word(place.end) == "," and bool(reading.between("restricting", place.end + 1, place.end + 2))
        )
        gap = range(told, figure.token)
        if len(gap) <= _OWNED and all(reading.word(token)[0].isalpha() for token in gap):
            return False
        if self._is_named_for_it(place, figure) or self._is_told_of_it(near[-1], place, figure):
            return False
        return any(m.value in ("comma", "hard") for m in reading.between("separator", place.end, figure.token))

    def _is_named_for_it(self, place: Place, figure: Figure) -> bool:
        """Whether a place alone in its sentence has a share that goes on: «Itu di bawah NTT, yakni 79 persen»."""
        reading = self._reading
        sentence = figure.sentence
        if len(self._by_sentence[sentence]) > 1 or figure.token - place.end > _NAMED or sentence < 1:
            return False
        led = any(m.value == "listing" for m in reading.between("members", figure.token - 1, figure.token))
        return led and figure.form in self._forms.get(sentence - 1, ())

    def _is_told_of_it(self, held: Mention, place: Place, figure: Figure) -> bool:
        """Whether what the place has is told behind it: «81 persen, lebih rendah dibanding Kota X, yakni 88 persen».

        The figure of the other one, which is of the same form, stands before both.
        """
        reading = self._reading
        told = figure.token - place.end <= _LED and reading.word(place.end) == ","
        if not told or not any(m.value == "listing" for m in reading.between("members", place.end, figure.token)):
            return False
        own = reading.has_figure(reading.sentence_tokens[figure.sentence], held.start)
        return own and figure.form in self._forms.get(figure.sentence, ())

    def _held_in_brackets(self, place: Place) -> list[Mention]:
        """As ``held_against``, of the same area before a place in brackets: «di bawah target Rencana … (RPJMN)»."""
        if self._reading.word(max(place.start - 1, 0)) != "(":
            return []
        here = self._by_sentence[self._reading.sentence_of(place.start)]
        same = (p for p in here if p.end == place.start - 1 and p.region == place.region)
        return next((held_against(self._reading, p) for p in same), [])

    def _behind_best(self, place: Place) -> list[Mention]:
        """As ``held_against``, of an area that this place is before: «kedua se-Sumsel setelah Palembang»."""
        behind = self._reading.between("behind", place.start - 2, place.start)
        if not behind or behind[-1].end != place.start:
            return []
        here = self._by_sentence[self._reading.sentence_of(place.start)]
        return next((held_against(self._reading, p) for p in here if p.end == behind[-1].start), [])

    def _is_subject(self, held: Mention, place: Place, figure: Figure) -> bool:
        """Whether a sentence begins with an average, and tells that: «Rata-rata Kalbar, kata dia, 57 persen»."""
        first = self._reading.sentence_tokens[figure.sentence]
        opens = held.value == "average" and held.start == first and place.end <= figure.token
        return opens and not self._reading.has_figure(first, figure.token)

    def _named_within(self, whole: Place, topic: Region | None) -> bool:
        """Whether the sentence of a place, or the topic, names a regency or city."""
        near = self._by_sentence[self._reading.sentence_of(whole.start)]
        return any(p.region.level in _LOCAL for p in near) or (topic is not None and topic.level in _LOCAL)
