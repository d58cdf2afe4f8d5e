"""Whose a figure is: a branch's, or of the town where its office stands. The press calls both by one name.

The branch's are figures told of no nearer area where the article says that the branch serves several, and those told of
the town by its bare name before the article comes to the branch's other areas. The area's are those told of «Kota X» or
its government, of the bare town among the branch's other areas, and all where nothing says that there are others.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

from extract.gazetteer import Gazetteer, fold, town_of
from extract.model import Region
from extract.reading import Figure, Located, Place, Reading
from extract.stages.regions.checks import is_insurers

_START = attrgetter("start")
_LOCAL = ("regency", "city")
_LISTED = 2
_LEAD = 4
_SOON = 5  # sentences from a town to the areas of its branch
_CARRIED = ("topic", "dateline")
_PAYING = 2  # tokens before a town in which the word for its government may stand


class Branches:
    """Answers for one article."""

    def __init__(self, reading: Reading, places: Sequence[Place], gazetteer: Gazetteer) -> None:
        self._reading = reading
        self._places = places
        self._gazetteer = gazetteer
        #: those that were found for more people than the area named has
        self.grown: set[Region | None] = set()
        self._of: dict[Region, list[Place]] = {}
        for place in places:
            self._of.setdefault(place.region, []).append(place)
        self._lead = [p for p in places if reading.sentence_of(p.start) < _LEAD]
        self._only_insurers: dict[Region | None, bool] = {}
        self._serves_areas: dict[Region, bool] = {}
        self._namesakes: dict[Region, list[Region]] = {}
        self._named = list({p.region.name: p.region for p in places if p.region.level == "branch"}.values())

    def settle(self, located: Located, figure: Figure, topic: Region | None) -> Located:
        """A region and its ground, where it may be a branch or its town: the one of both that the figure is of."""
        region = located.region
        if region is None or not self._named:
            return located
        if region in self.grown and located.basis == "paragraph" and figure.unit == "person":
            return located
        if region.level in _LOCAL:
            branch = self.of_town(region)
            if branch is not None and self.is_only_insurers(region):
                return located._replace(region=branch)
            if branch is not None and branch.members and self._is_branch(located, figure, branch, topic):
                return located._replace(region=branch)
        elif region.level == "branch" and not region.members and topic is not None and self._is_seat(region, topic):
            return located if self._has_areas(region) else Located(topic, "topic")
        return located

    def topic(self, found: Located) -> Located:
        """What an article is about: the branch where its town is never named but in the insurer's name."""
        branch = self.of_town(found.region) if found.region is not None else None
        return found._replace(region=branch) if branch is not None and self.is_only_insurers(found.region) else found

    def is_only_insurers(self, town: Region | None) -> bool:
        """Whether a town is never named but in the insurer's name, in an office, or where news is from."""
        if town is None:
            return False
        if town not in self._only_insurers:
            told = [p for p in self._of.get(town, ()) if p.role == "plain"]
            self._only_insurers[town] = bool(told) and all(is_insurers(self._reading, p) and not p.said for p in told)
        return self._only_insurers[town]

    def of_town(self, area: Region) -> Region | None:
        """The branch that has its office in an area, or its name from it, where the article names it."""
        return next((branch for branch in self._named if self._is_seat(branch, area)), None)

    def _is_branch(self, located: Located, figure: Figure, branch: Region, topic: Region | None) -> bool:
        """Whether what was found to be of a town is of the branch that serves it with others."""
        assert located.region is not None
        told = self._told(located.region, figure)
        if located.basis in _CARRIED:
            return not self._by_level(located.region)
        if told is None or told.said or located.region != topic or self._of_government(told) or self._is_own(told):
            return False
        return self._is_early(told, branch) and not self._of_people(told)

    def _by_level(self, area: Region) -> bool:
        """Whether the lead names an area with its level, «Kabupaten Metro», which no branch is called."""
        return any(p.region == area and p.said and p.role == "plain" for p in self._lead)

    def _told(self, area: Region, figure: Figure) -> Place | None:
        """Where an area was named last up to a figure, or else in its sentence."""
        stop = self._reading.sentence_tokens[figure.sentence + 1]
        places = self._of.get(area, [])
        for end in (figure.token, stop):
            before = map(places.__getitem__, range(bisect_left(places, end, key=_START) - 1, -1, -1))
            last = next((p for p in before if p.role != "dateline"), None)
            if last is not None:
                return last
        return None

    def _is_own(self, place: Place) -> bool:
        """Whether a name is an area's alone, and never that of a branch: «Bumi Blambangan»."""
        return fold(self._reading.written(place.start, place.end)) not in self._gazetteer.branches()

    def _of_people(self, place: Place) -> bool:
        """Whether a town's name is that of the people who live there: «warga Kudus»."""
        return any(m.value == "person" for m in self._reading.between("unit", place.start - 1, place.start))

    def _of_government(self, place: Place) -> bool:
        """Whether a town's name is that of its government: «Pemkot Padang», «pemerintah Padang», «APBD Padang»."""
        return bool(self._reading.between("government", place.start - _PAYING, place.start + 1))

    def _is_early(self, place: Place, branch: Region) -> bool:
        """Whether a town is named in the lead, soon before the article tells the branch's areas and without another."""
        sentence = self._reading.sentence_of(place.start)
        for other in self._places if sentence < _LEAD else ():
            region = other.region
            listed = region.name == branch.name and self._is_list(other)
            if listed or (region.code in branch.members and not self._is_seat(branch, region)):
                apart = self._reading.sentence_of(other.start) - sentence
                if place.start >= other.start or apart > _SOON:
                    return False
                return listed or (apart > 0 and self._is_named_after(place.region, other))
        return False

    def _is_named_after(self, town: Region, other: Place) -> bool:
        """Whether a town is told of again behind another area: it is one of them there, and was the branch before."""
        later = reversed(self._of.get(town, ()))
        return next((p.start > other.start for p in later if p.role == "plain"), False)

    def _is_list(self, place: Place) -> bool:
        return len(self._reading.between("area", place.start, place.end)) >= _LISTED

    def _is_seat(self, branch: Region, area: Region) -> bool:
        """Whether an area has a branch's name, or its office."""
        if area.level not in _LOCAL:
            return False
        return town_of(branch) == town_of(area)

    def serving(self, area: Region) -> Region | None:
        """The branch named after an area or with its office there, where the article names it."""
        return self.of_town(area) or next((branch for branch in self._named if self._has_office(branch, area)), None)

    def namesakes(self, area: Region) -> list[Region]:
        """The other areas that the bare name of an area may mean, where the article names it so: «warga Gorontalo»."""
        if area not in self._namesakes:
            bare = [p for p in self._of.get(area, ()) if not p.said]
            names = {fold(self._reading.written(p.start, p.end)) for p in bare}
            found = [other for name in names for other in self._gazetteer.names().get(name, ())]
            others = [Region(other.name, other.level, other.code) for other in found if other.code != area.code]
            self._namesakes[area] = others
        return self._namesakes[area]

    def _has_office(self, branch: Region, area: Region) -> bool:
        office = self._gazetteer.office(branch.name.partition(" ")[2])
        return office is not None and office.code == area.code

    def _has_areas(self, branch: Region) -> bool:
        """Whether an article speaks of a branch as of several areas: «di seluruh wilayah Cabang X», «empat daerah»."""
        if branch not in self._serves_areas:
            sentences = {self._reading.sentence_of(p.start) for p in self._of.get(branch, ())}
            self._serves_areas[branch] = any(map(self._tells_areas, sentences))
        return self._serves_areas[branch]

    def _tells_areas(self, sentence: int) -> bool:
        first, stop = self._reading.sentence_tokens[sentence : sentence + 2]
        if any(m.value == "branch" for m in self._reading.between("anaphor", first, stop)):
            return True
        return bool(self._reading.between("areas", first, stop))
