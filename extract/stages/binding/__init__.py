"""Figures to indicators, by competition: every compatible cue in reach bids for a figure, and the best bid wins.

A bid is a cue's strength less its distance (:mod:`bids`). What the series so far counted bids too (:mod:`series`),
figures of one group bid together (:mod:`groups`), and pseudo-cues bid against (:mod:`vetoes`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from operator import attrgetter

from extract.patterns.pack import FACILITY, Pack
from extract.reading import BESIDE, CUE, GOING_ON, OTHER, SAID_OF, STILL, Bid, Bound, Cell, Figure, Scene
from extract.stages.binding.bids import Bidder
from extract.stages.binding.columns import column_bid
from extract.stages.binding.contradicted import changes_state, contradicted, doubted, lessened
from extract.stages.binding.counted import BARE_COUNT, FEW, is_few, unit_of
from extract.stages.binding.earlier import Earlier, repeated
from extract.stages.binding.ellipsis import bids_of_those, elliptic_bid, share_in_people, spoken_of, those_who_owe
from extract.stages.binding.following import following
from extract.stages.binding.groups import Partners, joint, paired
from extract.stages.binding.leading import led_on
from extract.stages.binding.needed import has_needed, is_paid_from
from extract.stages.binding.ordered import ordered_bids
from extract.stages.binding.series import series_bids
from extract.stages.binding.sums import Part, breakdowns, sum_bids
from extract.stages.binding.vetoes import changed_with, refused_with, strongest_veto
from extract.stages.binding.wholes import fit, household_bid, shared_bid, whole_bid
from extract.stages.binding.words import is_level_of, labels_of, level_before, says_of

ACCEPT = 0.37
ABOUT = 0.05  # how much weaker than a bid a veto may be that wins
SUPPORT = 0.02
CARRIED_ASIDE = 0.4
OWN_CUE = 0.55
OWN_MONEY = 0.4
RATHER = 0.03
TELLING = 2
SEGMENTED = 0.32
BEHIND = 3
_SCORE = attrgetter("score")


class Binder:
    """The competition over one pack; holds no state between articles."""

    def __init__(self, pack: Pack) -> None:
        self._indicators = pack.indicators
        self._words = pack.discourse
        self._bidder = Bidder(pack.indicators, pack.discourse.light, pack.discourse.joining)
        cues = [cue for indicator in pack.indicators.values() for cue in indicator.cues]
        self._pointing = frozenset(
            c.pattern_id for c in cues if c.follows or c.takes_up or c.by_insurer or c.by_members
        )
        self._required = {(cue.indicator, cue.pattern_id): cue.requires for cue in cues if cue.requires}
        shares = {name for entry in pack.indicators.values() if entry.pair_of_segment for name in entry.pair}
        turned = {pack.indicators[name].negation for name in shares}
        self._specific = frozenset(name for name, entry in pack.indicators.items() if entry.specificity)
        self._states = frozenset(name for name, entry in pack.indicators.items() if entry.state and entry.specificity)
        flows = (entry for entry in pack.indicators.values() if entry.flow)
        self._flowing = frozenset(unit for entry in flows for unit in entry.units)
        self._partners = Partners(pack.indicators, segment=False), Partners(pack.indicators, segment=True)
        self._of_everybody = frozenset(name for name in shares | turned if name)
        nouns = (cue for cue in cues if cue.specificity == 0 and cue.label is None)
        self._nouns = frozenset(cue.pattern_id for cue in nouns if pack.indicators[cue.indicator].form == "count")
        named = (cue for cue in cues if cue.label == "segment" and pack.indicators[cue.indicator].form == "count")
        self._segment_cue = next(named, None)
        self._area_cues = frozenset(cue.pattern_id for cue in cues if cue.label == "area")

    def bind(self, scene: Scene, before: Earlier, parts: Mapping[int, Part]) -> list[Bound]:
        """Bind the figures of one sentence; ``before`` are the figures of the article bound so far.

        ``parts`` are the breakdowns of the article (:func:`~extract.stages.binding.sums.breakdowns`).
        """
        sofar = [*before.recent, *(self._foreign(scene, figure) for figure in scene.foreign)]
        for number, cell in enumerate(scene.cells):
            units = [unit_of(scene, number, figure, sofar) for figure in cell.figures]
            offers = [
                self._offers(scene, number, figure, unit, sofar, before, parts)
                for figure, unit in zip(cell.figures, units, strict=True)
            ]
            chosen = joint(scene, number, units, offers, self._partners)
            for figure, unit, bids, bid in zip(cell.figures, units, offers, chosen, strict=True):
                sofar.append(self._judge(scene, number, figure, unit, bids, bid))
        told = led_on(scene, paired(scene, sofar[len(before.recent) :], self._indicators), self._area_cues)
        return fit(changed_with(refused_with(told), self._indicators), self._indicators, self._area_cues)

    def _foreign(self, scene: Scene, figure: Figure) -> Bound:
        """A figure that counts something else stands in no cell of its own."""
        cell = Cell(scene.cells[0].start, scene.cells[-1].end, (figure,))
        return Bound(figure, cell, OTHER, None, (), None, "counts_something_else")

    def _offers(
        self,
        scene: Scene,
        number: int,
        figure: Figure,
        unit: str | None,
        sofar: Sequence[Bound],
        before: Earlier,
        parts: Mapping[int, Part],
    ) -> tuple[Bid, ...]:
        """The best bid of each indicator that can take the figure, best first."""
        if unit == OTHER:
            return ()
        best: dict[str, Bid] = {}
        supported: set[str] = set()
        bids = self._bids(scene, number, figure, unit, sofar)
        bids += repeated(scene, figure, before, sofar[len(before.recent) :], bids, self._indicators)
        told = any(_speaks_out(bid) for bid in bids)
        bids += sum_bids(scene, number, figure, told, sofar, parts, self._indicators)
        own = (bid for bid in bids if bid.score >= ACCEPT or _in_cell(bid, scene.cells[number]))
        if not any(self._allows(bid, scene, number, figure, unit) for bid in own):
            bids += elliptic_bid(scene, number, figure, unit, sofar, self._indicators, self._words)
        bids += self._spoken_of(scene, figure, unit, sofar, bids)
        against = contradicted(bids, scene.cells[number], figure, self._indicators, self._specific, self._area_cues)
        if changes_state(scene, number, figure, sofar, self._states) and any(map(self._is_change, bids)):
            return ()
        for bid in bids:
            if not self._allows(bid, scene, number, figure, unit):
                continue
            bid = doubted(bid, figure.quantity.value, self._indicators[bid.indicator])
            if against:
                bid = lessened(bid, against)
            if bid.indicator in self._of_everybody and _of_segment(scene, number, figure):
                bid = bid._replace(weight=bid.weight - SEGMENTED)
            known = best.setdefault(bid.indicator, bid)
            if known is not bid:
                supported.add(bid.indicator)
                best[bid.indicator] = bid if bid.weight > known.weight else known
        for name in supported:
            bid = best[name]
            best[name] = Bid(min(bid.score + SUPPORT, 1.0), bid.weight + SUPPORT, *bid[2:])
        return tuple(sorted(best.values(), key=lambda bid: (-bid.weight, bid.indicator)))

    def _bids(self, scene: Scene, number: int, figure: Figure, unit: str | None, sofar: Sequence[Bound]) -> list[Bid]:
        """What the words of the sentence and of the one that leads to it bid, and what earlier figures do."""
        found = [
            bid for bid in self._bidder.bids(scene, number, figure, unit) if self._counts(bid, scene, number, figure)
        ]
        bids = list(found)
        if any(bid.pattern_id in self._pointing for bid in found):
            bids = following(found, scene, figure, sofar, self._indicators, self._words)
        spoken = tuple(bids)
        if scene.context:
            bids += self._in_context(scene, figure, bids)
        said = SAID_OF in [bid.why for bid in bids]
        least = OWN_MONEY if figure.form == "money" else OWN_CUE
        own = said or max([bid.score for bid in bids if bid.why == CUE], default=0.0) >= least
        bids += series_bids(scene, number, figure, unit, sofar, self._indicators, own, said)
        bids += bids_of_those(scene, number, figure, unit, sofar, self._indicators)
        bids += those_who_owe(scene, figure, unit, sofar, self._indicators)
        bids += share_in_people(scene, figure, unit, sofar, self._indicators)
        bids += household_bid(figure, unit, sofar)
        bids += column_bid(scene, figure, spoken, self._segment_cue)
        bids += ordered_bids(scene, figure, unit)
        bids += whole_bid(scene, figure, sofar, self._indicators)
        bids += shared_bid(scene, figure, sofar, self._indicators)
        return bids

    def _spoken_of(
        self, scene: Scene, figure: Figure, unit: str | None, sofar: Sequence[Bound], bids: Sequence[Bid]
    ) -> list[Bid]:
        """Of people of whom only an area or a bare noun is said: what was spoken of last is told of them, too.

        After a bare noun («5.120 peserta») that is what the sentence before tells, where it is more than that noun.
        """
        if scene.head is not None or figure.form != "count":
            return []
        said = max([bid for bid in bids if bid.why != GOING_ON], key=_SCORE, default=None)
        if said is None:
            return []
        noun = said.pattern_id in self._nouns and said.score < OWN_CUE
        noun = noun and level_before(scene.reading, figure) != "of" and not says_of(scene.reading, figure.end)
        if not noun:
            going_on = any(bid.why == GOING_ON and bid.score >= ACCEPT for bid in bids)
            if going_on or said.pattern_id not in self._area_cues:
                return []
        topic = spoken_of(scene, figure, unit, sofar, self._indicators)
        if topic is None or (noun and (topic.apart > 1 or self._indicators[topic.indicator].specificity < TELLING)):
            return []
        weight = said.weight if noun else said.score
        return [Bid(said.score + RATHER, weight + RATHER, *topic[:3], STILL)]

    def _in_context(self, scene: Scene, figure: Figure, own: Sequence[Bid]) -> list[Bid]:
        """The bids of the context that count beside a figure's own: all for a list's line and for a figure without own.

        Else those that say the same as the best of its own; and for a share that nothing but an area's name stands
        beside, those that do not turn it round.
        """
        context = self._bidder.context_bids(scene, figure)
        best = max(own, key=_SCORE, default=None)
        if scene.head is not None or best is None or best.score < ACCEPT:
            return context
        if figure.form == "percent" and best.pattern_id in self._area_cues:
            turned = self._indicators[best.indicator].negation
            return [bid for bid in context if bid.indicator != turned]
        return [bid for bid in context if bid.indicator == best.indicator]

    def _allows(self, bid: Bid, scene: Scene, number: int, figure: Figure, unit: str | None) -> bool:
        """Whether an indicator can take the figure at all: form, unit, size, needed label."""
        indicator = self._indicators[bid.indicator]
        value, form = figure.quantity.value, figure.form
        if indicator.form != form:
            return False
        if indicator.flow and is_level_of(scene, number, figure):
            return False
        if form == "count":
            if unit is None and (indicator.units[0] != "person" or value < BARE_COUNT):
                return False
            if unit is not None and (unit not in indicator.units or self._comes_or_goes(scene, figure, unit)):
                return False
            if unit == "person" and figure.unit is None and value < BARE_COUNT:
                return False
            if value != int(value):
                return False
        if indicator.not_nouns and figure.noun and figure.noun.split()[0].lower() in indicator.not_nouns:
            return False
        if indicator.max_value is not None and value > indicator.max_value:
            return False
        if indicator.min_value is not None and value < indicator.min_value:
            return False
        return self._counts(bid, scene, number, figure)

    def _comes_or_goes(self, scene: Scene, figure: Figure, unit: str) -> bool:
        """«bertambah 3 menjadi 21 klinik»: a change of what no flow counts is no figure of ours."""
        return unit not in self._flowing and scene.reading.leads("by", figure.token)

    def _counts(self, bid: Bid, scene: Scene, number: int, figure: Figure) -> bool:
        """Whether the label that a bid's cue needs stands beside it."""
        needed = self._required.get((bid.indicator, bid.pattern_id))
        return not needed or bid.mention is None or has_needed(scene, number, needed, bid.mention, figure)

    def _is_change(self, bid: Bid) -> bool:
        """Whether words of the sentence say that people came or went."""
        return bid.mention is not None and self._indicators[bid.indicator].flow

    def _aside(self, scene: Scene, bid: Bid) -> float:
        """What a bid loses in a sentence that does not speak of the programme."""
        return scene.aside * (CARRIED_ASIDE if bid.mention is None else 1.0)

    def _judge(
        self, scene: Scene, number: int, figure: Figure, unit: str | None, bids: tuple[Bid, ...], bid: Bid | None
    ) -> Bound:
        """The verdict: taken, or the reason why not."""
        if bid is not None and unit is None and figure.form == "count":
            unit = self._indicators[bid.indicator].units[0]
        veto = strongest_veto(scene, number, figure, unit)
        needed = bid and self._required.get((bid.indicator, bid.pattern_id))
        if veto is not None and is_paid_from(scene.reading, needed, veto[2]):
            veto = None
        worded = "word" in figure.quantity.flags and figure.unit is None and unit != FACILITY
        if unit == OTHER:
            reason = "counts_something_else"
        elif bid is None:
            reason = "no_cue"
        elif veto is not None and veto[0] >= bid.score - ABOUT:
            reason = veto[1].pattern_id
        elif bid.score < ACCEPT:
            reason = "cue_too_far"
        elif bid.score - self._aside(scene, bid) < ACCEPT:
            reason = "off_topic_sentence"
        elif worded and is_few(figure) and not _few_of_an_area(scene, number, unit, bid):
            reason = "bare_word"
        else:
            return Bound(figure, scene.cells[number], unit, bid, bids, veto, "")
        return Bound(figure, scene.cells[number], unit, None, bids, veto, reason)


def _few_of_an_area(scene: Scene, number: int, unit: str | None, bid: Bid) -> bool:
    """«Sembilan perusahaan menunggak, tiga di Boyolali dan enam di Klaten»: small numbers that go on under an area."""
    return unit in FEW and bid.why == GOING_ON and "area" in labels_of(scene, number)


def _of_segment(scene: Scene, number: int, figure: Figure) -> bool:
    """Whether a figure's cell names one segment, before it or right behind."""
    cell = scene.cells[number]
    named = [m for m in scene.reading.between("segment", cell.start, min(figure.end + BEHIND, cell.end)) if m.value]
    return len({str(m.value).partition("_")[0] for m in named}) == 1


def _speaks_out(bid: Bid) -> bool:
    """Whether words of a figure's own say what it counts; a label tells only whose it is."""
    return bid.mention is not None and bid.score >= OWN_CUE and bid.why != BESIDE


def _in_cell(bid: Bid, cell: Cell) -> bool:
    """Whether the words that a bid rests on begin in a cell."""
    return bid.mention is not None and cell.start <= bid.mention.start < cell.end


__all__ = ["Binder", "Earlier", "breakdowns"]
