"""Which area each figure is asserted for: named in its clause, or carried, and on what ground."""

from __future__ import annotations

from collections.abc import Sequence

from extract.model import Region
from extract.patterns.pack import Indicator
from extract.reading import NATION, Cell, Figure, Located, Place, Reading, Scene

_LEAD = 4
_KEPT = 2
_BEHIND = 3


class Locator:
    """Answers for one article; sentences must be asked in order."""

    def __init__(self, reading: Reading, places: Sequence[Place], paragraphs: Sequence[int]) -> None:
        self._reading = reading
        self._paragraphs = paragraphs
        self._by_sentence: dict[int, list[Place]] = {}
        for place in places:
            self._by_sentence.setdefault(reading.sentence_of(place.start), []).append(place)
        self._places = places
        self._kept: tuple[int, Located] | None = None
        self.topic = self._topic()

    def locate(
        self, scene: Scene, number: int, figure: Figure, indicator: Indicator, *, ruled: bool = False
    ) -> list[Located]:
        """The region of a figure; several where it is said of each of several areas.

        ``ruled`` figures are set for the nation, whoever quotes them.
        """
        cells = scene.cells
        cell = cells[number]
        sentence = figure.sentence
        here = [p for p in self._by_sentence.get(sentence, ()) if p.role == "plain"]
        own = [p for p in here if cell.start <= p.start < cell.end]
        each = self._each(cell, figure, here)
        if each:
            return each
        if own:
            chosen = self._choose(own, figure)
            return [self._together(chosen, own) or Located(chosen.region, "clause")]
        if indicator.default_region == "national" or ruled:
            return [Located(NATION, "topic")]
        left = [p for p in here if p.start < cell.start]
        if left:
            return [Located(left[-1].region, "sentence")]
        if here and number == 0 and len(cells) > 1 and here[0].start < cells[1].end:
            return [Located(here[0].region, "sentence")]
        carried = self._carried(scene, sentence, figure, indicator)
        if indicator.carry_level == "branch" and carried.basis == "topic":
            carried = self._leading_branch() or carried
        if indicator.carry_level is not None:
            self._kept = sentence, carried
        return [carried]

    def _each(self, cell: Cell, figure: Figure, here: Sequence[Place]) -> list[Located]:
        """«A dan B masing-masing memiliki N»: one row for each area of the list before the figure."""
        reading = self._reading
        each = reading.between("each", cell.start, figure.token)
        if not each:
            return self._shared(figure, [p for p in here if cell.start <= p.start and p.end <= figure.token])
        listed = [p for p in here if p.joined >= 0 and p.end <= figure.token]
        after = [p for p in here if p.joined >= 0 and 0 <= p.start - figure.end <= 3]
        if not listed and after and each[-1].end >= figure.token - 1:
            return [Located(p.region, "clause") for p in here if p.joined == after[0].joined]
        listed = [p for p in listed if p.joined == listed[-1].joined]
        stop = reading.sentence_tokens[figure.sentence + 1]
        figures = [token for token in reading.figure_tokens if listed and listed[-1].end <= token < stop]
        if len(listed) < 2:
            return []
        if len(figures) == len(listed):
            return [Located(listed[figures.index(figure.token)].region, "clause")]
        return [Located(p.region, "clause") for p in listed] if figures[:1] == [figure.token] else []

    def _shared(self, figure: Figure, before: Sequence[Place]) -> list[Located]:
        """«A dan B tidak sampai 75 persen»: a share right behind two areas is that of each."""
        if figure.form != "percent" or not before or figure.token - before[-1].end > _BEHIND:
            return []
        listed = [p for p in before if p.joined >= 0 and p.joined == before[-1].joined]
        return [Located(p.region, "clause") for p in listed] if len(listed) > 1 else []

    def _together(self, chosen: Place, own: Sequence[Place]) -> Located | None:
        """«Untuk Batam dan Karimun tersedia 122 FKTP»: areas said together are the branch that serves them."""
        listed = [p for p in own if p.joined >= 0 and p.joined == chosen.joined]
        codes = tuple(dict.fromkeys(p.region.code for p in listed if p.region.code))
        branch = next((p.region for p in self._places if p.region.level == "branch"), None)
        if branch is None or len(codes) < 2 or len(codes) != len(listed):
            return None
        return Located(branch._replace(members=codes), "clause")

    def _choose(self, own: Sequence[Place], figure: Figure) -> Place:
        """The place of a figure's own clause: one right behind it, else the last before it, else the first after."""
        before = [p for p in own if p.end <= figure.token]
        behind = [p for p in own if p.start >= figure.token]
        if behind and behind[0].start - figure.end <= 2 and (not before or figure.token - before[-1].end > 2):
            return behind[0]
        return before[-1] if before else behind[0]

    def _carried(self, scene: Scene, sentence: int, figure: Figure, indicator: Indicator) -> Located:
        """The region that holds for a sentence that names none: the one before it, the speaker's, the topic's."""
        if indicator.carry_level == "branch" and self._kept is not None and sentence - self._kept[0] <= _KEPT:
            return self._kept[1]
        if indicator.carry_level == "branch" and self._speaks_for_branch(sentence):
            branches = [p for p in self._places if p.region.level == "branch" and p.start < figure.token]
            if branches:
                return Located(branches[-1].region, "speaker" if branches[-1].role == "office" else "paragraph")
        if self._reading.between("total", self._reading.sentence_tokens[sentence], figure.token):
            return self._whole_before(scene, sentence) or self._fallback(sentence)
        for at in self._before(scene, sentence):
            plain = [p for p in self._by_sentence.get(at, ()) if p.role == "plain" and p.region is not NATION]
            regions = {p.region.name: p.region for p in plain}
            if len(regions) == 1:
                return Located(plain[0].region, "paragraph")
            if regions:
                break
        return self._fallback(sentence)

    def _leading_branch(self) -> Located | None:
        """The branch that the lead speaks of with the areas it serves."""
        for place in self._places:
            if place.role == "plain" and place.region.level == "branch" and place.region.members:
                return Located(place.region, "topic")
        return None

    def _whole_before(self, scene: Scene, sentence: int) -> Located | None:
        """The branch or province that the sentences before a total have spoken of."""
        for at in self._before(scene, sentence):
            for place in self._by_sentence.get(at, ()):
                if place.role == "plain" and place.region.level in ("branch", "province"):
                    return Located(place.region, "paragraph")
        return None

    def _speaks_for_branch(self, sentence: int) -> bool:
        """Whether a branch speaks of itself: «pihaknya bermitra dengan», «kami bekerja sama dengan»."""
        first, last = self._reading.sentence_tokens[sentence : sentence + 2]
        return bool(self._reading.between("we", first, last))

    def _before(self, scene: Scene, sentence: int) -> list[int]:
        """The sentences whose region a sentence may take up, nearest first."""
        if scene.head is not None:
            return [scene.head]
        found = []
        at = sentence - 1
        while at >= 0 and self._paragraphs[at] == self._paragraphs[sentence]:
            found.append(at)
            at -= 1
        if scene.goes_on and sentence - 1 not in found and sentence > 0:
            found.append(sentence - 1)
        return found

    def _fallback(self, sentence: int) -> Located:
        """The region where nothing nearer names one: of the regency or city whose officer speaks, else the topic's."""
        offices = [p for at in (sentence, sentence - 1) for p in self._by_sentence.get(at, ()) if p.role == "office"]
        local = next((p for p in offices if p.region.level in ("regency", "city")), None)
        if local is not None:
            return Located(local.region, "speaker")
        if self.topic.region is not None and not (offices and self.topic.region is NATION):
            return self.topic
        if offices:
            return Located(offices[0].region, "speaker")
        return Located(NATION, "topic")

    def _topic(self) -> Located:
        """The area that the article is about: of its title and lead, else of the first office, else the dateline."""
        datelines = [self._reading.sentence_of(p.start) for p in self._places if p.role == "dateline"]
        reach = max(_LEAD, datelines[0] + 1) if datelines else _LEAD
        lead = [p for p in self._places if self._reading.sentence_of(p.start) < reach]
        plain = [p for p in lead if p.role == "plain"]
        local = [p for p in plain if p.region is not NATION]
        if local and not self._in_passing(local[0]):
            return Located(self._serving(local[0].region, lead) or local[0].region, "topic")
        if plain and not local:
            return Located(NATION, "topic")
        anywhere = [p for p in self._places if p.role == "plain" and p.region is not NATION]
        offices = [p for p in self._places if p.role == "office"]
        if offices and not (anywhere and anywhere[0].start < offices[0].start):
            return Located(offices[0].region, "speaker")
        dateline = [p for p in self._places if p.role == "dateline"]
        if self._reading.mentions.get("national_office"):
            return Located(NATION, "speaker")
        if dateline and (dateline[0].region.code or "31")[:2] != "31":
            return Located(dateline[0].region, "dateline")
        return Located(None, None)

    def _in_passing(self, place: Place) -> bool:
        """Whether an article of the nation's officials names an area once only, outside its headline."""
        if not self._reading.mentions.get("national_office") or self._reading.sentence_of(place.start) == 0:
            return False
        return sum(p.region.name == place.region.name and p.role != "dateline" for p in self._places) == 1

    def _serving(self, area: Region, lead: Sequence[Place]) -> Region | None:
        """The branch that the lead speaks of with a list of its areas, this area among them, but not its namesake."""
        for place in lead:
            branch = place.region
            if place.role == "plain" and area.code in branch.members and _town(area) != _town(branch):
                return branch
        return None


def _town(region: Region) -> str:
    return region.name.partition(" ")[2]
