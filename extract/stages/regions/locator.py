"""Which area each figure is asserted for: named in its clause, or carried, and on what ground."""

from __future__ import annotations

from collections.abc import Sequence

from extract.patterns.pack import Indicator
from extract.reading import NATION, Cell, Figure, Located, Place, Reading, Scene
from extract.stages.regions.checks import held_against, overflows
from extract.stages.regions.topic import topic_of

_KEPT = 2
_BEHIND = 3
_FRAME = 2
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
        self.topic = topic_of(reading, places)

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
        left = [p for p in here if p.start < cell.start and not self._was_target(p, figure)]
        if left and own and all(p.start >= figure.end for p in own) and self._begins_next(figure, own[0]):
            own = []
        if own:
            chosen = self._choose(own, figure)
            return [self._together(chosen, own) or Located(chosen.region, "clause")]
        if indicator.default_region == "national" or ruled:
            return [self._payer(figure) or Located(NATION, "topic")]
        if left:
            listed = [p.region for p in left if p.joined >= 0 and p.joined == left[-1].joined]
            if len(listed) > 1 and self.topic.region in listed:
                return [Located(self.topic.region, "sentence")]
            return [Located(left[-1].region, "sentence")]
        if here and number == 0 and len(cells) > 1 and here[0].start < cells[1].end and here[0].region is not NATION:
            return [Located(here[0].region, "sentence")]
        carried = self._carried(scene, sentence, figure, indicator)
        if carried.basis in ("topic", "speaker") and carried.region is not None and carried.region.level in _WHOLES:
            carried = self._payer(figure) or carried
        if indicator.carry_level == "branch" and carried.basis == "topic":
            carried = self._leading_branch() or carried
        if overflows(figure, carried.region):
            carried = Located(NATION, "topic")
        if indicator.carry_level is not None:
            self._kept = sentence, carried
        return [carried]

    def _payer(self, figure: Figure) -> Located | None:
        """The regency or city said to pay a rate, in its sentence or one beside it: «4 persen dari Pemkab»."""
        for at in (figure.sentence, figure.sentence - 1):
            for place in self._by_sentence.get(at, ()):
                if place.region.level in _LOCAL and place.role == "parent":
                    return Located(place.region, "sentence")
        return None

    def _was_target(self, place: Place, figure: Figure) -> bool:
        """Whether a place is a target of the nation in another clause: «target nasional 98 persen, kurang 3 lagi»."""
        if place.said or place.region is not NATION:
            return False
        return any(m.value in ("comma", "hard") for m in self._reading.between("separator", place.end, figure.token))

    def _begins_next(self, figure: Figure, place: Place) -> bool:
        """Whether a place behind a figure is that of the next: «89 persen dan yang terendah Kota Serang, 52 persen»."""
        reading = self._reading
        stop = reading.sentence_tokens[figure.sentence + 1]
        joins = [m for m in reading.between("separator", figure.end, place.start) if m.value == "and"]
        more = any(place.end <= token < stop for token in reading.figure_tokens)
        return bool(joins) and joins[0].start <= figure.end + 1 and more

    def _compared(self, place: Place, figure: Figure) -> bool:
        """Whether a place is only what a figure's own is held against: «di atas rata-rata nasional», «terluas se-Bali».

        Behind «dibanding» the place has a figure of its own where that follows at once.
        """
        reading = self._reading
        near = held_against(reading, place)
        if not near:
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
            found_here = [p for p in self._by_sentence.get(at, ()) if not held_against(self._reading, p)]
            plain = [p for p in found_here if p.role == "plain" and p.region is not NATION]
            regions = {p.region.name: p.region for p in plain}
            if len(regions) == 1:
                return Located(plain[0].region, "paragraph")
            if regions:
                found = {one.region.name: one.region for one in self._found.get(at, ()) if one.region is not None}
                if len(found) == 1 and found.keys() <= regions.keys():
                    return Located(next(iter(found.values())), "paragraph")
                break
            here = [p for p in found_here if p.region is NATION and p.said]
            if here and all(one.region is NATION for one in self._found.get(at, [Located(None, None)])):
                return Located(NATION, "paragraph")
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

    def _told_before_topic(self, sentence: int) -> Located | None:
        """The province whose officer or money a sentence speaks of before the article comes to its topic."""
        topic = self.topic.region
        if topic is None or topic.level not in _LOCAL:
            return None
        first = next((p for p in self._places if p.region == topic and p.role != "dateline"), None)
        if first is None or self._reading.sentence_of(first.start) <= sentence:
            return None
        here = [p for p in self._by_sentence.get(sentence, ()) if p.region.level == "province"]
        return Located(here[0].region, "speaker") if here and here[0].role in ("office", "parent") else None

    def _frame(self, sentence: int) -> Located | None:
        """The branch that all figures of the last sentence with figures are of, where that stands just before."""
        at = max((number for number in self._found if number < sentence), default=-1)
        if at < 0 or sentence - at > _FRAME:
            return None
        found = {one.region.name: one for one in self._found[at] if one.region is not None}
        one = next(iter(found.values()), None)
        if one is None or len(found) > 1 or one.region is None or one.basis in ("topic", "speaker"):
            return None
        if one.region == self.topic.region:
            return self.topic
        topic = self.topic.region.level if self.topic.region is not None else None
        if one.region.level == "branch" or (one.region.level == "province" and topic not in _LOCAL):
            return Located(one.region, "paragraph")
        return None

    def _fallback(self, sentence: int) -> Located:
        """The region where nothing nearer names one: of the regency or city whose officer speaks, else the topic's."""
        near = [sentence, sentence - 1]
        while near[-1] > 0 and self._paragraphs[near[-1] - 1] == self._paragraphs[sentence]:
            near.append(near[-1] - 1)
        offices = [p for at in near for p in self._by_sentence.get(at, ()) if p.role == "office"]
        local = next((p for p in offices if p.region.level in ("regency", "city")), None)
        if local is not None:
            return Located(local.region, "speaker")
        framed = self._frame(sentence)
        if framed is not None:
            return framed
        early = self._told_before_topic(sentence)
        if early is not None:
            return early
        if self.topic.region is not None and not (offices and self.topic.region is NATION):
            return self.topic
        if offices:
            return Located(offices[0].region, "speaker")
        return Located(NATION, "topic")
