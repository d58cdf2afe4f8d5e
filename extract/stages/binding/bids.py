"""What the phrases of a sentence bid for a figure."""

from __future__ import annotations

from collections.abc import Mapping

from extract.patterns.pack import CHANGE, FACILITY, Cue, Indicator
from extract.reading import AROUND, BESIDE, HEAD_OF_LIST, LEADING, SAID_OF, Bid, Cell, Figure, Mention, Reading, Scene
from extract.stages.binding.changed import destination
from extract.stages.binding.negation import meaning_of, negated
from extract.stages.binding.passing import (
    GOES_OVER,
    OF_NEXT,
    follows,
    goes_over,
    in_reason,
    leads,
    leads_on,
    of_some,
    runs_on,
    says_more,
    tells_of_next,
    tells_which,
    told_of_others,
    told_which,
)
from extract.stages.binding.purposes import is_purpose
from extract.stages.binding.sums import makes_sum
from extract.stages.binding.words import (
    FAR,
    barrier,
    cell_of,
    changes,
    cue_kinds,
    distance,
    is_base,
    is_place,
    is_whole_of,
    level_before,
    says_of,
)

PER_WORD = 0.009
PER_CELL = (0.0, 0.38, 0.48, 0.54, 0.58)
AFTER = 0.05
HOLDS = 0.02
RESTRICTED = 0.4
WRONG_SIDE = 0.35
POINTED_AT = 0.28  # «yang dinonaktifkan itu» tells which people are meant; what is said of them follows
PARTED = 0.25  # «dari seluruh penduduk, X orang»: not they are counted, but some of them
LEADS = 0.1
BEHIND = 1.5
PURPOSE = 0.72
OF_PART = 0.7  # «X dari Y warga belum terdaftar»: X are not, Y are all
OF_THEM = 0.15  # «X dari Y warga yang belum terdaftar»: perhaps Y
TURNED = 0.45
SURE = 0.8
SAID = 0.1
HEAD = 0.08
SENTENCE_BEFORE = 0.39
STRONG = 0.88
SPECIFIC = 0.12
LARGE = 1000
ALL = 100
_LED = 2  # tokens of «yang sudah»
_KIND: dict[str, str] = {CHANGE: "segment"}


class Bidder:
    """Bids over one set of indicators."""

    def __init__(self, indicators: Mapping[str, Indicator], light: frozenset[str], joining: frozenset[str]) -> None:
        self._indicators = indicators
        self._light = light - joining
        self._all_light = light
        self._labelled: dict[str, list[Cue]] = {}
        for entry in indicators.values():
            self._labelled.setdefault(entry.form, []).extend(cue for cue in entry.cues if cue.label)

    def bids(self, scene: Scene, number: int, figure: Figure, unit: str | None) -> list[Bid]:
        """All bids for a figure of cell ``number``: phrases with the figure in them, free phrases, labels."""
        reading, cells = scene.reading, scene.cells
        bids = [
            self._around(scene, number, figure, m.value, m)
            for m in reading.between("slot", cells[0].start, figure.token + 1)
            if m.slot == figure.token and isinstance(m.value, Cue) and not tells_of_next(reading, figure, m)
        ]
        for kind in cue_kinds(unit):
            for mention in reading.between(kind, cells[0].start, cells[-1].end):
                bid = self._free(scene, number, figure, mention)
                if bid is not None:
                    bids.append(bid)
        bids += self._labels(scene, cells[number], figure, unit)
        return bids

    def _around(self, scene: Scene, number: int, figure: Figure, cue: Cue, mention: Mention) -> Bid:
        """The bid of a phrase that holds the figure; of equals it is the surer one."""
        ours = mention.start < figure.token or 0 in (cue.specificity, self._indicators[cue.indicator].specificity)
        cost = 0.0 if ours or not is_whole_of(scene, number, figure) else OF_PART
        if figure.form == "percent" and self._turned_behind(scene.reading, cue, mention):
            cost += TURNED
        ends = number + 1 == len(scene.cells) or scene.reading.word(scene.cells[number + 1].start) == ","
        if figure.form == "count" and ends and self._restricted(scene.reading, mention, scene.cells[number].end):
            cost += RESTRICTED
        if leads_on(scene.reading, figure, mention) or runs_on(scene.reading, figure, mention):
            cost += OF_NEXT
        cost += says_more(scene.reading, mention, cue, self._all_light)
        cost += tells_which(scene.reading, figure, mention, scene.cells[number].end, self._indicators)
        bid = self._own(cue, cue.indicator, cue.strength - cost, mention, AROUND)
        return Bid(bid.score, bid.weight + HOLDS, *bid[2:])

    def _turned_behind(self, reading: Reading, cue: Cue, mention: Mention) -> bool:
        """«18 persen dari total warga Sragen yang belum terdaftar»: what follows tells of the others."""
        turned = self._indicators[cue.indicator].negation
        end = mention.end
        while end < reading.sentence_tokens[-1] and reading.word(end).istitle():
            end += 1
        if turned is None or not reading.between("restricting", end, end + 1):
            return False
        found = (m for kind in cue_kinds("percent") for m in reading.between(kind, end, end + 3))
        said = ((m, m.value) for m in found)
        meanings = (meaning_of(reading, m, other, self._indicators) for m, other in said if isinstance(other, Cue))
        return any(meaning is not None and meaning[0] == turned for meaning in meanings)

    def _of_area(self, scene: Scene, figure: Figure, unit: str | None) -> bool:
        """Whether a figure that only an area's name stands beside can be taken: on the topic, and no small number."""
        if figure.form == "percent":
            return not scene.aside and figure.noun is None and figure.quantity.value <= ALL
        return not scene.aside and unit == "person" and figure.quantity.value >= LARGE

    def _in_label(self, scene: Scene, mention: Mention) -> bool:
        """Whether a cue is part of a segment's name: «ditanggung» of «ditanggung APBD»."""
        around = scene.reading.between("segment", max(mention.start - 4, 0), mention.end)
        return any(m.value is not None and m.start <= mention.start and mention.end <= m.end for m in around)

    def context_bids(self, scene: Scene, figure: Figure) -> list[Bid]:
        """Bids of the line that heads a list, or of the sentence before."""
        bids = [self._context(scene, mention, figure) for mention in scene.context]
        return [bid for bid in bids if bid is not None]

    def _own(self, cue: Cue, indicator: str, score: float, mention: Mention, why: str) -> Bid:
        """A bid of the figure's own clause: the more specific indicator outweighs the more general one."""
        specificity = self._indicators[indicator].specificity if cue.specificity is None else cue.specificity
        return Bid(score, score + SPECIFIC * specificity, indicator, cue.pattern_id, mention, why)

    def _free(self, scene: Scene, number: int, figure: Figure, mention: Mention) -> Bid | None:
        """The bid of a cue that stands anywhere in the sentence."""
        cue = mention.value
        if not isinstance(cue, Cue):
            return None
        if cue.adds_up_to is not None:
            if not makes_sum(scene, figure, cue.adds_up_to):
                return None
        elif figure.form == "percent" and self._in_label(scene, mention):
            return None
        if tells_of_next(scene.reading, figure, mention):
            return None
        after = mention.start > figure.token
        low, high = (figure.end, mention.start) if after else (mention.end, figure.token)
        apart = abs(cell_of(scene.cells, mention) - number) if after or high > low else 0
        if apart == 1 and after and self._says_of_part(scene, number, mention):
            low, apart = scene.cells[number + 1].figures[-1].end, 0
        if apart and not after and (changes(scene, number) or self._changed_by(scene, number)):
            apart -= 1
        if apart == 1 and not after and is_base(scene, number):
            apart = 0
        cost = PER_WORD * distance(scene.reading, low, high) + PER_CELL[min(apart, len(PER_CELL) - 1)]
        if apart == 0 and not after and self._says_of_other(scene, figure, mention):
            apart = 1
        wall = self._wall(scene.reading, mention, low, high, after) if apart == 0 else 0.0
        cost += wall + self._misplaced(scene, number, figure, mention, apart, after)
        if after and high > low:
            cost += AFTER
        meaning = meaning_of(scene.reading, mention, cue, self._indicators)
        if meaning is None:
            return None
        indicator, strength, why = meaning
        score = strength - cost
        if apart == 0 and not wall:
            bid = self._own(cue, indicator, score, mention, why)
            said = score < SURE and not after and high > low and self._is_said(scene.reading, low, high)
            return bid._replace(score=score + SAID, weight=bid.weight + SAID, why=SAID_OF) if said else bid
        return Bid(score, score, indicator, cue.pattern_id, mention, why)

    def _wall(self, reading: Reading, mention: Mention, low: int, high: int, after: bool) -> float:
        """What stands between a cue and a figure of its clause costs, and words that point at what the cue names."""
        wall = barrier(reading, low, high)
        if wall and not after and says_of(reading, mention.start):
            wall += PARTED
        if reading.between("pointing", mention.end, mention.end + 1):
            wall += POINTED_AT
        return wall

    def _misplaced(self, scene: Scene, number: int, figure: Figure, mention: Mention, apart: int, after: bool) -> float:
        """What a cue costs that tells of another figure, or stands on the side where it does not count."""
        cue, cost = mention.value, 0.0
        assert isinstance(cue, Cue)
        if after and apart:
            cost += LEADS * (leads(scene.reading, mention) or BEHIND * follows(scene, number, figure, mention))
        if after and not apart and any(of_next(scene.reading, figure, mention) for of_next in (leads_on, of_some)):
            cost += OF_NEXT
        if apart == 0 and not after and self._restricted(scene.reading, mention, figure.token):
            cost += RESTRICTED
        if figure.form == "percent" and apart == 0 and not after and goes_over(scene.reading, mention, figure):
            cost += GOES_OVER
        if apart == 0 and after and cue.specificity != 0 and is_whole_of(scene, number, figure):
            which = scene.reading.between("restricting", mention.start - _LED, mention.start + 1)
            cost += OF_THEM if which else OF_PART
        stop = scene.cells[number].end if apart == 0 else 0
        cost += told_of_others(scene.reading, figure, mention, stop, self._indicators)
        if cue.side != "any" and (cue.side == "after") != after:
            cost += WRONG_SIDE
        cost += says_more(scene.reading, mention, cue, self._all_light)
        if after and figure.form == "money" and self._indicators[cue.indicator].state:
            cost += PURPOSE * is_purpose(scene.reading, figure.end, mention.start)
        return cost

    def _changed_by(self, scene: Scene, number: int) -> bool:
        """«peserta tumbuh 5 persen menjadi X»: the new level is said of the clause that tells the change."""
        before, here = scene.cells[number - 1], scene.cells[number].figures[0]
        if number == 0 or here.form != "count" or level_before(scene.reading, here) != "into":
            return False
        if all(figure.form == "percent" for figure in before.figures):
            return True
        token = before.figures[-1].token
        said = (m for m in scene.reading.between("slot", scene.cells[0].start, token + 1) if m.slot == token)
        return any(isinstance(m.value, Cue) and self._indicators[m.value.indicator].flow for m in said)

    def _is_said(self, reading: Reading, low: int, high: int) -> bool:
        """Whether a figure is what is said of a cue: «penduduk Sragen seluruhnya @», nothing else between them."""
        heavy = {token for token in range(low, high) if reading.word(token).lower() not in self._light}
        for kind in ("area", "dated", "designator") if heavy else ():
            for mention in reading.between(kind, low, high):
                heavy.difference_update(range(mention.start, mention.end))
        return not heavy

    def _restricted(self, reading: Reading, mention: Mention, stop: int) -> bool:
        """«jumlah penduduk yang telah menjadi peserta»: a cue before ``stop`` tells which of them are counted."""
        cue = mention.value
        if not isinstance(cue, Cue) or self._indicators[cue.indicator].specificity:
            return False
        end = next((m.end for m in reading.between("area", mention.end, mention.end + 1)), mention.end)
        if not reading.between("restricting", end, end + 1):
            return False
        others = (m.value for kind in cue_kinds(None) for m in reading.between(kind, mention.end + 1, stop))
        return any(isinstance(other, Cue) and other.indicator != cue.indicator for other in others)

    def _says_of_other(self, scene: Scene, figure: Figure, mention: Mention) -> bool:
        """«X orang yang belum terjamin dari Y»: what is said before «dari» is said of the figure before it."""
        reading, of = scene.reading, figure.token - 1
        if of < mention.end or not says_of(reading, of):
            return False
        return reading.has_figure(scene.cells[0].start, mention.start)

    def _says_of_part(self, scene: Scene, number: int, mention: Mention) -> bool:
        """«X dari Y penduduk telah terdaftar»: what is said behind the whole is said of the part."""
        whole = scene.cells[number + 1]
        if not says_of(scene.reading, whole.start) or len(whole.figures) != 1:
            return False
        cue = mention.value
        return isinstance(cue, Cue) and cue.indicator != "population" and mention.start >= whole.figures[0].end

    def _labels(self, scene: Scene, cell: Cell, figure: Figure, unit: str | None) -> list[Bid]:
        """Bids of labels (segment, facility kind, care class) that stand in the figure's own cell."""
        bids = []
        for cue in self._labelled.get(figure.form, ()):
            found = scene.reading.between(_KIND.get(str(cue.label), str(cue.label)), cell.start, cell.end)
            labels = [m for m in found if m.value is not None] if found else found
            if cue.label == CHANGE:
                labels = [end for end in [destination(scene.reading, figure, labels)] if end]
            if labels and figure.form == "percent":
                labels = [m for m in labels if not in_reason(scene.reading, figure, m)]
            if not labels or (cue.label == FACILITY and is_place(scene.reading, figure)):
                continue
            if cue.label != "area" or self._of_area(scene, figure, unit):
                near = min(labels, key=lambda m: abs(m.start - figure.token))
                apart = PER_WORD * min(max(figure.token - near.end, near.start - figure.end, 0), FAR)
                score = cue.strength - apart - told_which(scene.reading, figure, cue)
                bids.append(self._own(cue, cue.indicator, score, near, BESIDE))
        return bids

    def _context(self, scene: Scene, mention: Mention, figure: Figure) -> Bid | None:
        """The bid of a cue in the line that heads a list, or in the sentence before."""
        cue = mention.value
        if not isinstance(cue, Cue) or mention.form != figure.form or cue.adds_up_to is not None or cue.takes_up:
            return None
        if scene.head is None and cue.strength < STRONG:
            return None
        score = cue.strength - (HEAD if scene.head is not None else SENTENCE_BEFORE)
        why = HEAD_OF_LIST if scene.head is not None else LEADING
        indicator = cue.indicator
        if negated(scene.reading, mention):
            negation = self._indicators[indicator].negation
            if negation is None:
                return None
            indicator = negation
        return Bid(score, score, indicator, cue.pattern_id, mention, why)
