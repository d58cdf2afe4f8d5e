"""The area of a figure whose sentence names none: carried from what was said before, or what the article is about."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from operator import attrgetter

from extract.model import Region
from extract.patterns.pack import Indicator
from extract.reading import NATION, Figure, Located, Place, Reading, Scene
from extract.stages.regions.checks import is_compared, is_spoken_in, lies_in_capital, speaks_for_branch
from extract.stages.regions.counts import Counts
from extract.stages.regions.headings import brought_up, headings, titles
from extract.stages.regions.officers import Officers
from extract.stages.regions.silent import Silent

_START = attrgetter("start")
_KEPT = 2
_FRAME = 2
_SUMMED = 4  # sentences that a total may sum up
_BESIDE = 2  # tokens from an officer to the figure that is his
_OPENS = 2  # tokens at the beginning of a sentence in which words may take up the one before it
_WHOLES = ("branch", "province", "national")
_LOCAL = ("regency", "city")
_SMALL = ("district", "village")
_SPOKEN = ("pronoun", "we")  # the one who spoke last does


class Carrier:
    """Answers for one article, from its places by sentence and the regions found so far."""

    def __init__(
        self,
        reading: Reading,
        by_sentence: Mapping[int, list[Place]],
        places: Sequence[Place],
        paragraphs: Sequence[int],
        found: dict[int, list[Located]],
        counts: Counts,
        topic: Located,
    ) -> None:
        self._reading = reading
        self._by_sentence = by_sentence
        self._branches = [place for place in places if place.region.level == "branch"]
        self._paragraphs = paragraphs
        self._found = found
        self._counts = counts
        self.topic = topic
        self._silent = Silent()
        wholes = (p for p in places if p.role == "plain" and p.region.level in ("branch", "province"))
        self._wholes = {reading.sentence_of(p.start): p for p in reversed([*wholes])}
        self._telling = [-1, *sorted(self._wholes)]
        self._officers = Officers(reading, by_sentence, places)
        self._kept: tuple[int, Located] | None = None
        self._headings = headings(reading, places, paragraphs)

    def carried(
        self, scene: Scene, sentence: int, figure: Figure, indicator: Indicator, speaker: str | None
    ) -> Located:
        """The region that holds for a sentence that names none: the one before it, the speaker's, the topic's.

        ``speaker`` is the office of the one who says it.
        """
        if indicator.carry_level and self._kept is not None and sentence - self._kept[0] <= _KEPT:
            return self._kept[1]
        if indicator.carry_level and speaks_for_branch(self._reading, sentence):
            before = bisect_left(self._branches, figure.token, key=_START) - 1
            if before >= 0:
                branch = self._branches[before]
                return Located(branch.region, "speaker" if branch.role == "office" else "paragraph")
        first = self._reading.sentence_tokens[sentence]
        first += 2 * (first + 1 < figure.token and self._reading.word(first + 1) == ",")  # «Namun, dari jumlah itu ...»
        sums_up = bool(self._reading.between("total", first, figure.token)) and not self._counts.has_part(figure)
        if self._reading.between("target_again", first, first + _OPENS) and self._aimed_at_before(sentence):
            return Located(NATION, "paragraph")
        if self._takes_up(sentence, first):
            taken_up = self._only_found(sentence - 1)
            if (
                taken_up is not None
                and not self._was_held(sentence - 1, taken_up)
                and not self._is_part(sentence - 1, taken_up, sums_up)
            ):
                return Located(taken_up, "paragraph")
        if sums_up:
            whole = self._whole_before(scene, sentence) or self._all_before(sentence)
            return whole or self._fallback(sentence, figure, speaker)
        for at in self._before(scene, sentence, lambda at: self._silent.last(at, self.topic)):
            told, ended = self._returned_in(at), True
            if told is None:
                told, ended = self._told_in(at, beside=at == sentence - 1)
            if told is not None:
                return self._officers.before(sentence, figure, told, speaker, self.topic.region) or told
            if ended:
                break
            self._silent.add(at)
        near = self._goes_on(sentence) or self._brought_up(sentence, speaker)
        return near or self._fallback(sentence, figure, speaker)

    def keep(self, sentence: int, located: Located) -> None:
        """Remember the region of a figure that the next of its indicator goes on with."""
        self._kept = sentence, located

    def _was_held(self, at: int, region: Region) -> bool:
        """Whether a sentence has named a region only to hold another against it."""
        named = [p for p in self._by_sentence.get(at, ()) if p.region == region]
        return bool(named) and all(is_compared(self._reading, p) for p in named)

    def _aimed_at_before(self, sentence: int) -> bool:
        """Whether the sentence before tells of the nation's targets, and of no figure that has an area."""
        before = self._by_sentence.get(sentence - 1, ())
        return any(p.region is NATION and p.role == "plain" for p in before) and not self._found.get(sentence - 1)

    def _takes_up(self, sentence: int, first: int) -> bool:
        """Whether a sentence begins with words that take up the one before, and is not told of somebody's own area."""
        if self._reading.between("ellipsis", first, first + _OPENS):
            return True
        offices = [p for p in self._by_sentence.get(sentence, ()) if p.region.level in _LOCAL]
        national = self._only_found(sentence - 1) is NATION
        return not offices and not national and bool(self._reading.between("taking_up", first, first + _OPENS))

    def _goes_on(self, sentence: int) -> Located | None:
        """The one area of all figures of the sentence before in its paragraph, where these were found to have it."""
        before = sentence - 1
        if before < 0 or self._paragraphs[before] != self._paragraphs[sentence]:
            return None
        told = self._only_found(before)
        bases = {one.basis for one in self._found.get(before, ())}
        local = told is not None and told is not NATION
        return Located(told, "paragraph") if local and bases <= {"sentence", "paragraph"} else None

    def _brought_up(self, sentence: int, speaker: str | None) -> Located | None:
        """The area of which the paragraph before tells no figure, unless somebody begins to speak of his own."""
        here, before = self._reading.sentence_tokens[sentence : sentence + 2], self._by_sentence.get(sentence - 1, ())
        spoken = any(self._reading.between(kind, *here) for kind in _SPOKEN) or self._officers.seat_of(speaker)
        place = None if spoken else brought_up(self._reading, before, self._paragraphs, sentence)
        return Located(place.region, "paragraph") if place is not None else None

    def _returned_in(self, at: int) -> Located | None:
        """The area of an officer who only held its province against it: «kami 99 persen, sementara Bali 97 persen»."""
        first = next((one for one in self._found.get(at, ())), None)
        if first is None or first.basis != "speaker" or first.region is None or first.region.level not in _LOCAL:
            return None
        named = {p.region.code for p in self._own_of(at) if p.role == "plain"}
        return Located(first.region, "paragraph") if named == {(first.region.code or "")[:2]} else None

    def _told_in(self, at: int, *, beside: bool) -> tuple[Located | None, bool]:
        """The region that a sentence before has spoken of, and whether it speaks of several, which ends the search."""
        found_here = self._own_of(at)
        plain = [p for p in found_here if p.role == "plain" and p.region is not NATION]
        if not self._found.get(at) and len(self._by_sentence.get(at, ())) - len(found_here) > 1:
            return None, True  # it only explains why one area is ahead of others
        if not self._found.get(at):
            plain = [p for p in plain if not lies_in_capital(p.region, self.topic.region)]
            plain = [p for p in plain if beside or p.region.level not in _SMALL]
        regions = {p.region.name: p.region for p in plain}
        if len(regions) == 1:
            paid = plain[0].region.level == "province" and self._only_found(at) == self.topic.region
            return Located(self.topic.region if paid else plain[0].region, "paragraph"), True
        if regions:
            found = self._only_found(at)
            local = [region for region in regions.values() if region.level in _LOCAL]
            if found is None and not self._found.get(at) and len(local) == 1:
                found = local[0]
            return (Located(found, "paragraph") if found is not None and found.name in regions else None), True
        here = [p for p in found_here if p.region is NATION and p.said]
        if here and all(one.region is NATION for one in self._found.get(at, [Located(None, None)])):
            return Located(NATION, "paragraph"), True
        spoken = self._only_found(at) if {one.basis for one in self._found.get(at, ())} == {"speaker"} else None
        return (Located(spoken, "paragraph") if spoken is not None else None), spoken is not None

    def _own_of(self, at: int) -> list[Place]:
        """The places of a sentence without those that another is held against, and what is listed with these."""
        here = self._by_sentence.get(at, [])
        held = [p for p in here if is_compared(self._reading, p)]
        lists = {p.joined for p in held if p.joined >= 0}
        return [p for p in here if p not in held and p.joined not in lists]

    def _only_found(self, at: int) -> Region | None:
        """The one region that all figures of a sentence are of."""
        found = {one.region.name: one.region for one in self._found.get(at, ()) if one.region is not None}
        return next(iter(found.values())) if len(found) == 1 else None

    def _is_part(self, at: int, region: Region, sums_up: bool) -> bool:
        """Whether a sentence goes on with the parts that the one before it has begun to tell."""
        before = {one.region for one in self._found.get(at - 1, ()) if one.region is not None}
        return bool(before - ({region} if sums_up else {region, self.topic.region}))

    def leading_branch(self) -> Located | None:
        """The branch that the lead speaks of with the areas it serves."""
        for place in self._branches:
            if place.role == "plain" and place.region.members:
                return Located(place.region, "topic")
        return None

    def whole_of(self, scene: Scene, figure: Figure) -> Located | None:
        """The branch or province of a total of areas: named in its sentence or before, or what the article is about."""
        here = [p for p in self._by_sentence.get(figure.sentence, ()) if p.region.level in ("branch", "province")]
        if here:
            return Located(here[0].region, "speaker" if here[0].role == "office" else "sentence")
        topic = self.topic if self.topic.region is not None and self.topic.region.level in _WHOLES else None
        return self._whole_before(scene, figure.sentence) or topic

    def _whole_before(self, scene: Scene, sentence: int) -> Located | None:
        """The branch or province that the sentences before a total have spoken of."""
        before = self._before(scene, sentence, lambda at: self._telling[bisect_right(self._telling, at) - 1])
        place = next((self._wholes[at] for at in before if at in self._wholes), None)
        return Located(place.region, "paragraph") if place is not None else None

    def _all_before(self, sentence: int) -> Located | None:
        """The regency or city that all figures of the sentences just before a total are of, or that was named since."""
        named = [] if self._found.get(sentence - 1) else self._own_of(sentence - 1)
        if len(named) == 1 and named[0].role == "plain" and named[0].region.level in _LOCAL:
            return Located(named[0].region, "paragraph")
        told = [at for at in range(max(sentence - _SUMMED, 0), sentence) if self._found.get(at)]
        found = {self._only_found(at) for at in told}
        one = next(iter(found)) if len(found) == 1 else None
        return Located(one, "paragraph") if one is not None and one.level in _LOCAL else None

    def _before(self, scene: Scene, sentence: int, last: Callable[[int], int]) -> Iterator[int]:
        """The sentences whose region a sentence may take up, nearest first; ``last`` gives the next up to one."""
        heading = self._headings.get(sentence)
        above = [heading] if heading is not None else []
        if scene.head is not None:
            yield from titles(self._reading, scene.head) if heading is None or scene.head > heading else above
            return
        at = last(sentence - 1)
        while at >= 0 and self._paragraphs[at] == self._paragraphs[sentence]:
            yield at
            at = last(at - 1)
        begun = sentence > 0 and self._paragraphs[sentence - 1] != self._paragraphs[sentence]
        if begun and (scene.goes_on or self._answers(sentence)):
            yield sentence - 1
        yield from above

    def _answers(self, sentence: int) -> bool:
        """Whether the sentence before is a question, which this one answers."""
        return sentence > 0 and self._reading.word(self._reading.sentence_tokens[sentence] - 1) == "?"

    def _frame(self, sentence: int) -> Located | None:
        """The branch that all figures of the last sentence with figures are of, where that stands just before."""
        at = next((number for number in reversed(self._found) if number < sentence), -1)
        if at < 0 or sentence - at > _FRAME:
            return None
        found = {one.region.name: one for one in self._found[at] if one.region is not None}
        one = next(iter(found.values()), None)
        if one is None or len(found) > 1 or one.region is None or one.basis in ("topic", "speaker"):
            return None
        if one.region == self.topic.region:
            return self.topic
        topic = self.topic.region.level if self.topic.region is not None else None
        whole = self.topic.region in (None, NATION) and self._paragraphs[at] != self._paragraphs[sentence]
        if one.region.level == "branch" or (one.region.level == "province" and topic not in _LOCAL and not whole):
            return Located(one.region, "paragraph")
        return None

    def _turns_to_branch(self, sentence: int) -> bool:
        """Whether a paragraph of an article about a branch begins that no longer tells what who spoke last has said."""
        topic = self.topic.region
        if topic is None or not topic.members or sentence < 1:
            return False
        begun = self._paragraphs[sentence] != self._paragraphs[sentence - 1]
        spoken = (
            self._reading.between(kind, *self._reading.sentence_tokens[sentence : sentence + 2]) for kind in _SPOKEN
        )
        return begun and not any(spoken)

    def _fallback(self, sentence: int, figure: Figure, speaker: str | None) -> Located:
        """The region where nothing nearer names one: of the regency or city whose officer speaks, else the topic's."""
        near = [sentence] if self._turns_to_branch(sentence) else [sentence, sentence - 1]
        at, topic = self._officers.last(max(near[-1], 0) - 1), self.topic.region
        while at >= 0 and self._paragraphs[at] == self._paragraphs[sentence]:
            near.append(at)
            at = self._officers.last(at - 1)
        named = (p for at in near for p in self._by_sentence.get(at, ()) if p.role == "office")
        offices = [p for p in named if not (lies_in_capital(p.region, topic) and is_spoken_in(self._reading, p))]
        chief = self._officers.chief(sentence, figure)
        if chief is not None:
            return chief
        beside = (p for p in offices if p.region.level in _LOCAL and 0 <= figure.token - p.end <= _BESIDE)
        told = (p for p in offices if p.region.level in _LOCAL)
        local = next(beside, None) or next(told, None) or self._officers.seat_of(speaker)
        if local is not None:
            return Located(local.region, "speaker")
        if self._officers.is_governments(sentence, self.topic.region):
            return Located(self.topic.region, "speaker")
        framed = self._frame(sentence)
        if framed is not None:
            return framed
        here = [p for p in offices if self._reading.sentence_of(p.start) == sentence and p.end <= figure.token]
        if here and self.topic.basis == "speaker" and here[-1].region.level == "province":
            return Located(here[-1].region, "speaker")
        early = self._officers.before_topic(sentence, self.topic.region)
        if early is not None:
            return early
        if self.topic.region is not None and not (offices and self.topic.region is NATION):
            return self.topic
        if offices:
            return Located(offices[0].region, "speaker")
        return Located(NATION, "topic")
