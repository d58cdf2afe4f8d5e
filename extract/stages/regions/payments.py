"""Governments that pay: whose area a rate or sum is then, and for whose people a province pays."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from extract.model import Region
from extract.reading import Figure, Located, Place, Reading
from extract.stages.regions.checks import spends

_BUDGET = 2  # tokens of «APBD», «dana APBD» before an area, whose level the name of the budget may hold
_SAID = 5  # words from a number that was told before to what it is to be
_EVERYWHERE = 3  # tokens of «di seluruh wilayah»
_LOCAL = ("regency", "city")
_PEOPLE = ("person", "household")


class Payments:
    """Answers for one article, from its places by sentence and the regions found so far."""

    def __init__(
        self,
        reading: Reading,
        by_sentence: Mapping[int, list[Place]],
        paragraphs: Sequence[int],
        found: Mapping[int, list[Located]],
    ) -> None:
        self._reading = reading
        self._by_sentence = by_sentence
        self._paragraphs = paragraphs
        self._found = found

    def payer(self, figure: Figure, *, rated: bool) -> Located | None:
        """The regency or city said to pay a rate, in its sentence or one beside it: «4 persen dari Pemkab».

        What is no rate is spent by a government only where its paragraph names it.
        """
        for at in (figure.sentence, figure.sentence - 1):
            near = rated or self._paragraphs[at] == self._paragraphs[figure.sentence]
            for place in self._by_sentence.get(at, ()):
                spent = place.role == "parent" or (near and spends(self._reading, place, figure))
                if spent and place.region.level in _LOCAL:
                    return Located(place.region, "sentence")
        return None

    def local_payer(self, figure: Figure, left: Sequence[Place]) -> Located | None:
        """The regency or city that pays, named behind all other areas before a figure: «dan dari Pemkab Y 4.302 jiwa».

        A local government pays for its own people only.
        """
        since = max((p.end for p in left), default=0)
        here = (p for p in self._by_sentence.get(figure.sentence, ()) if since <= p.start < figure.token)
        paying = [p for p in here if p.role == "parent" and p.region.level in _LOCAL]
        if not paying or not (self._is_government(paying[-1]) or self._is_budget(paying[-1])):
            return None
        return Located(paying[-1].region, "clause")

    def is_for(self, topic: Region, located: Located, figure: Figure) -> bool:
        """Whether a figure found to be of the province of the topic, a regency, is of those there whom it pays for."""
        region = located.region
        if region is None or region.level != "province" or region.code != (topic.code or "")[:2]:
            return False
        again = located.basis == "sentence" and self._is_of(topic, figure.sentence)
        return (located.basis == "clause" or again) and self._is_paid_by(region, topic, figure)

    def _is_paid_by(self, region: Region, topic: Region, figure: Figure) -> bool:
        """Whether a figure counts the people whom the government of an area pays for, where the topic is told of.

        Or the money for those just counted.
        """
        told = max((at for at, found in self._found.items() if found), default=-1)
        spent = figure.form == "money" and told == figure.sentence
        people = figure.unit in _PEOPLE or (figure.form == "count" and figure.unit is None)
        if not (people or spent) or not self._is_of(topic, told):
            return False
        here = [p for p in self._by_sentence.get(figure.sentence, ()) if p.region == region]
        reading = self._reading
        first, stop = reading.sentence_tokens[figure.sentence : figure.sentence + 2]
        everywhere = any(reading.is_figure(m.start - 1) for m in reading.between("areas", first, stop))
        if everywhere or any(p.role == "office" or self._is_all_of(p, figure) for p in here):
            return False
        if any(self._is_budget(p) for p in here):
            return True
        governments = [p for p in here if not spent and self._is_government(p)]
        again = any(reading.between("pointing", max(p.end, figure.token - _SAID), figure.token) for p in governments)
        return bool(governments) and (again or bool(reading.between("paying", first, stop)))

    def _is_all_of(self, place: Place, figure: Figure) -> bool:
        """Whether a place behind a figure says that its people live all over the area: «di seluruh NTT»."""
        everywhere = self._reading.between("everywhere", max(place.start - _EVERYWHERE, figure.end), place.start)
        return any(m.end == place.start for m in everywhere)

    def _is_government(self, place: Place) -> bool:
        """Whether an area's name is that of its government: «Pemprov NTT», «Provinsi NTT menanggung»."""
        named = self._reading.between("government", place.start - 1, place.start + 1)
        return bool(named) or (place.said and bool(self._reading.between("paying", place.end, place.end + _SAID)))

    def _is_budget(self, place: Place) -> bool:
        """Whether an area's name is that of its budget, out of which people are paid for: «APBD DIY»."""
        near = self._reading.between("segment", place.start - _BUDGET, place.start)
        return any(m.end in (place.start, place.start + 1) for m in near)

    def _is_of(self, topic: Region, sentence: int) -> bool:
        """Whether all figures of a sentence, of which there are some, are the topic's."""
        found = self._found.get(sentence, ())
        return bool(found) and all(one.region == topic for one in found)
