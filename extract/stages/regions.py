"""Which area each figure is asserted for: named in its clause, or carried, and on what ground."""

from __future__ import annotations

from collections.abc import Sequence

from extract.model import Region
from extract.patterns.pack import Indicator
from extract.reading import NATION, Cell, Figure, Located, Place, Reading, Scene

_LEAD = 4
_KEPT = 2
_BEHIND = 3
_FURNITURE = 3
_LISTED = 2
_LOCAL = ("regency", "city")
_WHOLES = ("national", "province", "branch")


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
        self._found: dict[int, list[Located]] = {}
        self.topic = self._topic()

    def locate(
        self, scene: Scene, number: int, figure: Figure, indicator: Indicator, *, ruled: bool = False
    ) -> list[Located]:
        """The region of a figure; several where it is said of each of several areas.

        ``ruled`` figures are set for the nation, whoever quotes them.
        """
        located = self._locate(scene, number, figure, indicator, ruled=ruled)
        self._found.setdefault(figure.sentence, []).extend(located)
        return located

    def _locate(
        self, scene: Scene, number: int, figure: Figure, indicator: Indicator, *, ruled: bool = False
    ) -> list[Located]:
        """As ``locate``, which remembers what it finds."""
        cells = scene.cells
        cell = cells[number]
        sentence = figure.sentence
        here = [p for p in self._by_sentence.get(sentence, ()) if p.role == "plain" and not self._compared(p, figure)]
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
        if here and number == 0 and len(cells) > 1 and here[0].start < cells[1].end and here[0].region is not NATION:
            return [Located(here[0].region, "sentence")]
        carried = self._carried(scene, sentence, figure, indicator)
        if indicator.carry_level == "branch" and carried.basis == "topic":
            carried = self._leading_branch() or carried
        if indicator.carry_level is not None:
            self._kept = sentence, carried
        return [carried]

    def _compared(self, place: Place, figure: Figure) -> bool:
        """Whether a place is only what a figure's own is held against: «di atas rata-rata nasional», «terluas se-Bali».

        Behind «dibanding» the place has a figure of its own where that follows at once.
        """
        reading = self._reading
        near = reading.between("compared", place.start - 4, place.start)
        if not near or place.start - near[-1].end > 1:
            return False
        if near[-1].value == "superlative":
            return place.region.level in _WHOLES and self._named_within(place)
        if near[-1].value == "of_all" or place.start >= figure.token:
            return True
        return any(m.value in ("comma", "hard") for m in reading.between("separator", place.end, figure.token))

    def _named_within(self, whole: Place) -> bool:
        """Whether the sentence of a place, or the topic, names a regency or city."""
        near = self._by_sentence[self._reading.sentence_of(whole.start)]
        topic = self.topic.region
        return any(p.region.level in _LOCAL for p in near) or (topic is not None and topic.level in _LOCAL)

    def _each(self, cell: Cell, figure: Figure, here: Sequence[Place]) -> list[Located]:
        """«A dan B masing-masing memiliki N»: one row for each area of the list before the figure."""
        reading = self._reading
        each = reading.between("each", reading.sentence_tokens[figure.sentence], figure.token)
        if not each or (each[-1].start < cell.start and not self._in_order(each[-1].end, figure, here)):
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

    def _in_order(self, after: int, figure: Figure, here: Sequence[Place]) -> bool:
        """Whether the figures behind «masing-masing» up to this one are one each of the areas listed before it."""
        reading = self._reading
        listed = [p for p in here if p.joined >= 0 and p.end <= after]
        listed = [p for p in listed if p.joined == listed[-1].joined]
        stop = reading.sentence_tokens[figure.sentence + 1]
        named = any(after <= p.start < figure.token for p in here)
        return (
            len(listed) > 1
            and not named
            and len([t for t in reading.figure_tokens if after <= t < stop]) == len(listed)
        )

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
        if behind and behind[0].start - figure.end <= 2 and (not before or self._farther(before[-1], figure)):
            return behind[0]
        return before[-1] if before else behind[0]

    def _farther(self, place: Place, figure: Figure) -> bool:
        """Whether a place before a figure stands off from it, or is only a branch that has counted it."""
        return figure.token - place.end > 2 or (place.region.level == "branch" and figure.token > place.end)

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
                found = {one.region.name: one.region for one in self._found.get(at, ()) if one.region is not None}
                if len(found) == 1 and found.keys() <= regions.keys():
                    return Located(next(iter(found.values())), "paragraph")
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
        near = [sentence, sentence - 1]
        while near[-1] > 0 and self._paragraphs[near[-1] - 1] == self._paragraphs[sentence]:
            near.append(near[-1] - 1)
        offices = [p for at in near for p in self._by_sentence.get(at, ()) if p.role == "office"]
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
        reach = max(_LEAD + self._preface(), datelines[0] + 1 if datelines else 0)
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

    def _preface(self) -> int:
        """How many sentences stand before the first that speaks of the programme, where that is a page's furniture."""
        anchors = (m for m in self._reading.mentions.get("anchor", ()) if m.value is not None)
        first = next((self._reading.sentence_of(m.start) for m in anchors), 0)
        return first if _FURNITURE <= first < 2 * _LEAD else 0

    def _in_passing(self, place: Place) -> bool:
        """Whether an article of the nation's officials names an area once only, outside its headline."""
        if not self._reading.mentions.get("national_office") or self._reading.sentence_of(place.start) == 0:
            return False
        return sum(p.region.name == place.region.name and p.role != "dateline" for p in self._places) == 1

    def _as_working_area(self, place: Place) -> bool:
        """Whether a branch is spoken of as the areas it serves: «di wilayah kerja Cabang X», or by their list."""
        said = self._reading.between("anaphor", max(place.start - 3, 0), place.end)
        listed = self._reading.between("area", place.start, place.end)
        return any(m.value == "branch" for m in said) or len(listed) > _LISTED

    def _serving(self, area: Region, lead: Sequence[Place]) -> Region | None:
        """The branch that the lead speaks of with its areas, and that this area is one of, but not its namesake.

        Or all of them lie in this area, a province.
        """
        for place in lead:
            branch = place.region
            if place.role != "plain" or not branch.members:
                continue
            inside = area.level == "province" and all(code[:2] == area.code for code in branch.members)
            if inside and self._as_working_area(place):
                return branch
            if area.code in branch.members and _town(area) != _town(branch):
                return branch
        return None


def _town(region: Region) -> str:
    return region.name.partition(" ")[2]
