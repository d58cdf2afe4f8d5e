"""Which area each figure is asserted for: named in its clause, or carried, and on what ground."""

from __future__ import annotations

from collections.abc import Sequence
from operator import itemgetter

from extract.gazetteer import Gazetteer
from extract.model import Region
from extract.patterns.pack import Indicator
from extract.reading import NATION, Cell, Figure, Located, Place, Reading, Scene
from extract.stages.regions.branches import Branches
from extract.stages.regions.carried import Carrier
from extract.stages.regions.checks import (
    Sizes,
    begins_next,
    is_of_rates,
    is_ranked,
    pays_hospital,
    turns_to_nation,
)
from extract.stages.regions.choice import Choice
from extract.stages.regions.counts import Counts
from extract.stages.regions.foils import Foils
from extract.stages.regions.payments import Payments
from extract.stages.regions.series import Series
from extract.stages.regions.topic import topic_of

_BESIDE = 2
_LOCAL = ("regency", "city")
_WHOLES = ("national", "province", "branch")


class Locator:
    """Answers for one article; sentences must be asked in order."""

    def __init__(
        self,
        reading: Reading,
        places: Sequence[Place],
        paragraphs: Sequence[int],
        gazetteer: Gazetteer,
        figures: Sequence[Figure] = (),
    ) -> None:
        self._reading = reading
        self._by_sentence: dict[int, list[Place]] = {}
        for place in places:
            self._by_sentence.setdefault(reading.sentence_of(place.start), []).append(place)
        self._first_of: dict[str | None, tuple[int, Region]] = {}
        for number, place in enumerate(places):
            self._first_of.setdefault(place.region.code, (number, place.region))
        self._found: dict[int, list[Located]] = {}
        self._choice = Choice(reading)
        self._counts = Counts(reading)
        self._sizes = Sizes(gazetteer)
        self._series = Series(reading, places)
        self._owed: int | None = None  # the last sentence with what is owed to hospitals there
        self._forms: dict[int, set[str]] = {}
        self._accounts: dict[int, set[Region | None]] = {}  # of what the insurer earned and paid in each sentence
        self._foils = Foils(reading, self._by_sentence, self._forms)
        self._payments = Payments(reading, self._by_sentence, paragraphs, self._found)
        self._branches = Branches(reading, places, gazetteer)
        self.topic = self._branches.topic(topic_of(reading, places, figures, self._sizes))
        self._carrier = Carrier(reading, self._by_sentence, places, paragraphs, self._found, self._counts, self.topic)

    def locate(
        self,
        scene: Scene,
        number: int,
        figure: Figure,
        indicator: Indicator,
        *,
        ruled: bool = False,
        speaker: str | None = None,
    ) -> list[Located]:
        """The region of a figure; several where it is said of each of several areas.

        ``ruled`` figures are set for the nation, whoever quotes them. ``speaker`` is the office of the one who says it.
        """
        found = self._locate(scene, number, figure, indicator, ruled, speaker)
        located = [self._settled(one, figure, indicator) for one in found]
        if len(located) == 1 and self._sizes.overflows(figure, indicator, located[0].region):
            located = [self._larger(located[0].region, figure, indicator)]
            self._branches.grown.add(located[0].region)
            self._turn_to_nation(figure, indicator)
        self._found.setdefault(figure.sentence, []).extend(located)
        owed = indicator.default_region and not indicator.default_per
        if owed and any(one.region and one.region.level in _LOCAL for one in located):
            self._owed = figure.sentence
        if indicator.carry_level == "insurer" and figure.form == "money":
            self._accounts.setdefault(figure.sentence, set()).update(one.region for one in located)
        self._forms.setdefault(figure.sentence, set()).add(figure.form)
        self._counts.add(figure, located)
        return located

    def _locate(
        self, scene: Scene, number: int, figure: Figure, indicator: Indicator, ruled: bool, speaker: str | None
    ) -> list[Located]:
        """As ``locate``, which remembers what it finds."""
        cells, sentence = scene.cells, figure.sentence
        here = [p for p in self._by_sentence.get(sentence, ()) if p.role == "plain"]
        here = [p for p in here if not self._foils.is_aside(p, figure, self.topic.region)]
        each = self._series.each(cells[number], figure, here)
        if each:
            return each
        left = [p for p in here if p.start < cells[number].start and not self._was_target(p, figure)]
        own = self._own(cells[number], figure, here, left)
        if own:
            chosen = self._choice.choose(own, figure)
            chosen = self._framing(chosen, here) or self._choice.whole_in(chosen, here, figure) or chosen
            some = self._series.some(chosen, own, figure)
            return some or [self._series.together(chosen, own) or Located(chosen.region, "clause")]
        if (indicator.default_region == "national" and not self._is_local(figure, indicator)) or ruled:
            return [self._payments.payer(figure, rated=True) or Located(NATION, "topic")]
        if indicator.flow and figure.form == "percent" and is_of_rates(self._reading, figure):
            return [Located(NATION, "topic")]
        paid = self._payments.local_payer(figure, left)
        if paid is not None:
            return [paid]
        trailing = self._series.behind_row(number, cells, here)
        if trailing is not None:
            return [Located(trailing.region, "sentence")]
        if left:
            whole = self._carrier.whole_of(scene, figure) if self._counts.is_total(figure, cells[number]) else None
            return [whole or self._said_before(left, figure)]
        shared = next((p for p in here if number == 0 and self._is_behind(p, figure, cells)), None)
        if shared is not None:
            return [Located(shared.region, "sentence")]
        ordered = self._series.in_order_of(scene, figure, self._found.get(sentence - 1, ())) if not here else None
        if ordered is not None:
            return [ordered]
        return [self._carried(scene, figure, indicator, speaker)]

    def _own(self, cell: Cell, figure: Figure, here: Sequence[Place], left: Sequence[Place]) -> list[Place]:
        """The places of a figure's cell, where they are not the next figure's or the whole series'."""
        own = [p for p in here if cell.start <= p.start < cell.end]
        if left and own and all(p.start >= figure.end for p in own):
            first = own[0]
            if begins_next(self._reading, figure, first) or is_ranked(self._reading, left[-1], figure, first):
                return []
        return [] if own and self._series.is_spread(own, figure) else own

    def _carried(self, scene: Scene, figure: Figure, indicator: Indicator, speaker: str | None) -> Located:
        """The region of a figure whose sentence names none, that may hold it."""
        carried = self._carrier.carried(scene, figure.sentence, figure, indicator, speaker)
        if carried.basis in ("topic", "speaker") and carried.region is not None and carried.region.level in _WHOLES:
            carried = self._payments.payer(figure, rated=False) or carried
        if indicator.carry_level == "branch" and carried.basis == "topic":
            carried = self._carrier.leading_branch() or carried
        if self._sizes.overflows(figure, indicator, carried.region):
            self._turn_to_nation(figure, indicator)
            carried = self._larger(carried.region, figure, indicator)
        if indicator.carry_level is not None:
            self._carrier.keep(figure.sentence, carried)
        return carried

    def _said_before(self, left: Sequence[Place], figure: Figure) -> Located:
        """The area that the sentence named last, or what those named in a row are together."""
        listed = [p.region for p in left if p.joined >= 0 and p.joined == left[-1].joined]
        if len(listed) > 1 and self.topic.region in listed:
            return Located(self.topic.region, "sentence")
        together = self._series.together(left[-1], left)
        if together is not None and not self._reading.between("each", left[-1].end, figure.token):
            return together._replace(basis="sentence")
        return Located(left[-1].region, "sentence")

    def _settled(self, located: Located, figure: Figure, indicator: Indicator) -> Located:
        """The branch or its town, whichever the figure is of; the area of the topic for whom its province pays for."""
        if indicator.carry_level != "insurer" or self._is_in_town(located.region, figure):
            located = self._branches.settle(located, figure, self.topic.region)
        region, topic = located.region, self.topic.region
        if region is None or topic is None or topic.level not in _LOCAL:
            return located
        if region.level == "branch" and located.basis != "clause" and pays_hospital(self._reading, figure, indicator):
            return self.topic
        return self.topic if self._payments.is_for(topic, located, figure) else located

    def _is_in_town(self, region: Region | None, figure: Figure) -> bool:
        """Whether what an insurer tells is no branch's, or its sentence names the area of the topic."""
        here: list[Region | None] = [p.region for p in self._by_sentence.get(figure.sentence, ()) if p.role == "plain"]
        return region is None or region.level != "branch" or self.topic.region in here

    def _larger(self, region: Region | None, figure: Figure, indicator: Indicator) -> Located:
        """The least area that holds as many as a figure counts: the topic, the branch, the province that is named."""
        assert region is not None
        branch = self._branches.serving(region)
        codes = {code[:2] for code in (region.code, *region.members) if code}
        named = [self._first_of[code] for code in codes if code in self._first_of]
        province = min(named, key=itemgetter(0))[1] if named else None
        wider = [other for other in self._branches.namesakes(region) if other.level == "province"]
        near = branch if any(p.region == branch for p in self._by_sentence.get(figure.sentence, ())) else None
        for larger in (*wider, near, self.topic.region, branch, *self._branches.namesakes(region), province):
            if larger is not None and not self._sizes.overflows(figure, indicator, larger):
                return Located(larger, "paragraph" if larger.level == "branch" else "topic")
        return Located(NATION, "topic")

    def _tokens_of(self, sentence: int) -> tuple[int, int]:
        first, stop = self._reading.sentence_tokens[sentence : sentence + 2]
        return first, stop

    def _turn_to_nation(self, figure: Figure, indicator: Indicator) -> None:
        """Takes an article to be about the nation that counts more than the province that it seemed to be about has."""
        region = self.topic.region
        if region is not None and region.level == "province" and self._sizes.overflows(figure, indicator, region):
            self.topic = self._carrier.topic = Located(NATION, "topic")

    def _is_behind(self, place: Place, figure: Figure, cells: Sequence[Cell]) -> bool:
        """Whether an area stands right behind the first figure, or behind those of the first two clauses.

        «31 puskesmas dan 12 klinik di Sragen»; not «31 klinik, tujuh di antaranya di Sragen», nor «31, 7 di Sragen».
        """
        if len(cells) < 2 or place.region.level in ("national", "branch") or place.start >= cells[1].end:
            return False
        gap = range(figure.end, place.start)
        if len(gap) <= _BESIDE and all(self._reading.word(token)[0].isalpha() for token in gap):
            return True
        other = cells[1].figures[0]
        told = bool(other.noun) or figure.form != "count"
        return told and other.token < place.start and not self._reading.between("among", other.token, place.start)

    def _is_local(self, figure: Figure, indicator: Indicator) -> bool:
        """Whether what is mostly the nation's is a hospital's, or goes on from that: «Tagihan Agustus Rp 6 miliar»."""
        goes_on = self._owed is not None and not turns_to_nation(self._reading, self._owed, figure)
        if indicator.default_per:
            return False
        return goes_on or self._of_hospital(figure, indicator) or self._in_accounts(figure)

    def _in_accounts(self, figure: Figure) -> bool:
        """Whether money is told with what the insurer paid in an area: «di Bantul klaim Rp 5 miliar, defisit Rp 2»."""
        told = self._accounts.get(figure.sentence, set())
        return len(told) == 1 and told.isdisjoint((NATION, None))

    def _of_hospital(self, figure: Figure, indicator: Indicator) -> bool:
        """Whether an article about a province, regency or city tells what the insurer owes its hospitals."""
        topic = self.topic.region
        if indicator.default_per or topic is None or topic.level not in (*_LOCAL, "province", "branch"):
            return False
        if self._reading.between("national_office", *self._tokens_of(figure.sentence)):
            return False
        first, stop = self._reading.sentence_tokens[max(figure.sentence - 1, 0)], self._tokens_of(figure.sentence)[1]
        return bool(self._reading.between("facility", first, stop)) and not self._reading.between(
            "national", first, stop
        )

    def _was_target(self, place: Place, figure: Figure) -> bool:
        """Whether a place is a target of the nation in another clause: «target nasional 98 persen, kurang 3 lagi».

        Or the nation is left behind by who speaks of his own: «secara nasional 80 persen, kita masih 75 persen».
        """
        if place.region is not NATION:
            return False
        if place.said and not self._reading.between("we", place.end, figure.token):
            return False
        return any(m.value in ("comma", "hard") for m in self._reading.between("separator", place.end, figure.token))

    def _framing(self, branch: Place, here: Sequence[Place]) -> Place | None:
        """The area of the topic in which a branch does something: «Di Maluku, BPJS Cabang Ambon menggandeng 31 RS»."""
        before = [p for p in here if p.end <= branch.start]
        if branch.region.level != "branch" or branch.region.members or not before:
            return None
        area = before[-1]
        listed = area.joined >= 0 and (self._reading.word(area.end) != "," or len(before) > 1)
        own = area.region == self.topic.region and not listed and area.region.level != "branch"
        return area if own and not self._reading.has_figure(area.end, branch.start) else None
