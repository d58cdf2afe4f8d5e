"""Which area each figure is asserted for: named in its clause, or carried, and on what ground."""

from __future__ import annotations

from collections.abc import Sequence

from extract.reading import NATION, Cell, Figure, Located, Place, Reading

_LEAD = 4


class Locator:
    """Answers for one article; sentences must be asked in order."""

    def __init__(self, reading: Reading, places: Sequence[Place], paragraphs: Sequence[int]) -> None:
        self._reading = reading
        self._paragraphs = paragraphs
        self._by_sentence: dict[int, list[Place]] = {}
        for place in places:
            self._by_sentence.setdefault(reading.sentence_of(place.start), []).append(place)
        self._places = places
        self.topic = self._topic()

    def locate(self, cells: Sequence[Cell], number: int, figure: Figure, goes_on: bool) -> list[Located]:
        """The region of a figure; several where it is said of each of several areas."""
        cell = cells[number]
        sentence = figure.sentence
        here = [p for p in self._by_sentence.get(sentence, ()) if p.role == "plain"]
        own = [p for p in here if cell.start <= p.start < cell.end]
        each = self._each(cell, figure, here)
        if each:
            return each
        if own:
            return [Located(self._choose(own, figure).region, "clause")]
        left = [p for p in here if p.start < cell.start]
        if left:
            return [Located(left[-1].region, "sentence")]
        if here and number == 0 and here[0].start < cells[min(1, len(cells) - 1)].end:
            return [Located(here[0].region, "sentence")]
        return [self._carried(sentence, goes_on)]

    def _each(self, cell: Cell, figure: Figure, here: Sequence[Place]) -> list[Located]:
        """«A dan B masing-masing memiliki N»: one row for each area of the list before the figure."""
        reading = self._reading
        each = reading.between("each", cell.start, figure.token)
        if not each:
            return []
        listed = [p for p in here if p.joined >= 0 and p.end <= figure.token and p.start >= cell.start]
        if len(listed) < 2:
            before = [p for p in here if p.joined >= 0 and p.end <= figure.token]
            listed = [p for p in before if p.joined == before[-1].joined] if before else []
        others = sum(1 for token in reading.figure_tokens if listed and listed[0].start < token < cell.end)
        if len(listed) < 2 or others != 1:
            return []
        return [Located(p.region, "clause") for p in listed]

    def _choose(self, own: Sequence[Place], figure: Figure) -> Place:
        """The place of a figure's own clause: one right behind it, else the last before it, else the first after."""
        before = [p for p in own if p.end <= figure.token]
        behind = [p for p in own if p.start >= figure.token]
        if behind and behind[0].start - figure.end <= 2 and (not before or figure.token - before[-1].end > 2):
            return behind[0]
        return before[-1] if before else behind[0]

    def _carried(self, sentence: int, goes_on: bool) -> Located:
        """The region that holds for a sentence that names none: the one before it, the speaker's, the topic's."""
        offices = [p for p in self._by_sentence.get(sentence, ()) if p.role == "office"]
        at = sentence - 1
        while at >= 0 and (self._paragraphs[at] == self._paragraphs[sentence] or (goes_on and at >= sentence - 1)):
            plain = [p for p in self._by_sentence.get(at, ()) if p.role == "plain" and p.region is not NATION]
            regions = {p.region.name: p.region for p in plain}
            if len(regions) == 1:
                return Located(plain[0].region, "paragraph")
            if regions:
                break
            at -= 1
        if self.topic.region is not None:
            return self.topic
        if offices:
            return Located(offices[0].region, "speaker")
        return Located(NATION, "topic")

    def _topic(self) -> Located:
        """The area that the article is about: of its title and lead, else of the first office, else the dateline."""
        lead = [p for p in self._places if self._reading.sentence_of(p.start) < _LEAD]
        plain = [p for p in lead if p.role == "plain"]
        local = [p for p in plain if p.region is not NATION]
        if local:
            first = local[0]
            if first.region.level == "province":
                inside = [p for p in local if (p.region.code or "")[:2] == first.region.code and p is not first]
                same = [p for p in inside if self._same_sentence(p, first)]
                if same:
                    return Located(same[0].region, "topic")
            return Located(first.region, "topic")
        if plain:
            return Located(NATION, "topic")
        anywhere = [p for p in self._places if p.role == "plain" and p.region is not NATION]
        offices = [p for p in self._places if p.role == "office"]
        if offices and not (anywhere and anywhere[0].start < offices[0].start):
            return Located(offices[0].region, "speaker")
        if anywhere:
            return Located(anywhere[0].region, "topic")
        dateline = [p for p in self._places if p.role == "dateline"]
        if dateline and dateline[0].region.code not in ("31", None):
            return Located(dateline[0].region, "dateline")
        return Located(None, None)

    def _same_sentence(self, one: Place, other: Place) -> bool:
        return self._reading.sentence_of(one.start) == self._reading.sentence_of(other.start)
