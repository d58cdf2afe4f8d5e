"""Figures to indicators, by competition: every compatible cue in reach bids for a figure, and the best bid wins.

A bid is the cue's strength less its distance: words between, cells between, the wrong side. Pseudo-cues bid against.
What a figure before it in a list counted bids too, and figures of one group bid together («X jiwa atau Y persen»).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from extract.patterns.pack import FACILITY, Cue, Indicator, Pack, Veto
from extract.reading import OTHER, Bid, Bound, Cell, Figure, Mention, Reading

ACCEPT = 0.40
PER_WORD = 0.012
FAR = 24
PER_CELL = (0.0, 0.30, 0.42, 0.50, 0.56)
AFTER = 0.05
WRONG_SIDE = 0.35
NEGATED = 0.93
CARRIED = 0.12
UNLABELLED = 0.22
PAIRED = 0.15
CONTEXT = 0.22
SUPPORT = 0.04
BARE_COUNT = 100


class Competition:
    """The rules of the competition over one pack."""

    def __init__(self, pack: Pack) -> None:
        self._indicators = pack.indicators
        self._labelled = [
            (cue, indicator) for indicator in pack.indicators.values() for cue in indicator.cues if cue.label
        ]

    def bind(
        self, reading: Reading, cells: Sequence[Cell], context: Sequence[Mention], before: Sequence[Bound]
    ) -> list[Bound]:
        """Bind the figures of one sentence.

        ``context`` are cues of a list's head line, ``before`` the figures bound in the sentences before that this one
        goes on from; both bid, at a discount.
        """
        bound: list[Bound] = []
        for number, cell in enumerate(cells):
            units = [self._unit(reading, cells, number, figure, bound, before) for figure in cell.figures]
            offers = [
                self._bids(reading, cells, number, figure, unit, context, [*before, *bound])
                for figure, unit in zip(cell.figures, units, strict=True)
            ]
            chosen = self._joint(reading, cell, offers)
            for figure, unit, bids, bid in zip(cell.figures, units, offers, chosen, strict=True):
                bound.append(self._judge(reading, cells, number, figure, unit, bids, bid))
        return bound

    def _unit(
        self, reading: Reading, cells: Sequence[Cell], number: int, figure: Figure, bound: Sequence[Bound],
        before: Sequence[Bound],
    ) -> str | None:  # fmt: skip
        """The unit of a figure: by its noun, else by a noun in its cell, else the one the list goes on with."""
        if figure.unit is not None:
            return figure.unit
        cell = cells[number]
        nouns = [
            m
            for kind in ("unit", "facility")
            for m in reading.between(kind, cell.start, cell.end)
            if m.value not in (None, OTHER)
        ]
        left = [m for m in nouns if m.end <= figure.token]
        near = max(left, key=lambda m: m.end) if left else None
        previous = next((b.unit for b in reversed([*before, *bound]) if b.figure.form == "count" and b.bid), None)
        if near is not None:
            kind = FACILITY if near in reading.mentions.get("facility", ()) else str(near.value)
            if kind != FACILITY or figure.quantity.value < 2000:
                return kind
        return previous

    def _bids(
        self, reading: Reading, cells: Sequence[Cell], number: int, figure: Figure, unit: str | None,
        context: Sequence[Mention], before: Sequence[Bound],
    ) -> tuple[Bid, ...]:  # fmt: skip
        if unit == OTHER:
            return ()
        best: dict[str, Bid] = {}
        cell = cells[number]
        cues = reading.between(f"cue/{figure.form}", cells[0].start, cells[-1].end)
        bids = [self._free(reading, cells, number, figure, mention) for mention in cues]
        bids += [
            Bid(m.value.strength, m.value.indicator, m.value.pattern_id, m, "phrase around the figure")
            for m in reading.mentions.get("slot", ())
            if m.slot == figure.token and isinstance(m.value, Cue)
        ]
        bids += self._labels(reading, cell, figure)
        bids += [self._from_context(mention, figure) for mention in context]
        bids += self._carried(reading, cell, figure, unit, before)
        for bid in bids:
            if bid is None or not self._allows(bid, figure, unit, reading, cell):
                continue
            known = best.get(bid.indicator)
            if known is None:
                best[bid.indicator] = bid
            else:
                top = max(known, bid)
                best[bid.indicator] = top._replace(score=min(top.score + SUPPORT, 1.0))
        return tuple(sorted(best.values(), key=lambda bid: (-bid.score, bid.indicator)))

    def _free(
        self, reading: Reading, cells: Sequence[Cell], number: int, figure: Figure, mention: Mention
    ) -> Bid | None:
        """The bid of a cue that stands anywhere in the sentence."""
        cue = mention.value
        assert isinstance(cue, Cue)
        if cue.label:
            return None
        after = mention.start >= figure.end
        distance = mention.start - figure.end if after else figure.token - mention.end
        if distance < 0:
            distance = 0
        apart = abs(_cell_of(cells, mention) - number)
        score = cue.strength - PER_WORD * min(distance, FAR) - PER_CELL[min(apart, len(PER_CELL) - 1)]
        if after:
            score -= AFTER if distance else 0.0
        if cue.side != "any" and (cue.side == "after") != after:
            score -= WRONG_SIDE
        indicator, why = cue.indicator, "cue"
        if _negated(reading, mention):
            negation = self._indicators[indicator].negation
            if negation is None:
                return None
            score += NEGATED - cue.strength
            indicator, why = negation, "cue turned round by a negation"
        return Bid(score, indicator, cue.pattern_id, mention, why)

    def _labels(self, reading: Reading, cell: Cell, figure: Figure) -> list[Bid]:
        """Bids of labels (segment, facility kind, care class) that stand in the figure's own cell."""
        bids = []
        for cue, indicator in self._labelled:
            if indicator.form != figure.form:
                continue
            labels = [m for m in reading.between(str(cue.label), cell.start, cell.end) if m.value is not None]
            if labels:
                near = min(labels, key=lambda m: abs(m.start - figure.token))
                distance = min(abs(figure.token - near.end), abs(near.start - figure.end), FAR)
                bids.append(Bid(cue.strength - PER_WORD * distance, indicator.name, cue.pattern_id, near, "label"))
        return bids

    def _from_context(self, mention: Mention, figure: Figure) -> Bid | None:
        cue = mention.value
        if not isinstance(cue, Cue) or mention.form != figure.form or cue.label:
            return None
        return Bid(cue.strength - CONTEXT, cue.indicator, cue.pattern_id, mention, "head of the list")

    def _carried(
        self, reading: Reading, cell: Cell, figure: Figure, unit: str | None, before: Sequence[Bound]
    ) -> list[Bid]:
        """The bid of the figure before it in the series: the same thing counted again, under another label."""
        for previous in reversed(before):
            if previous.bid is None or previous.figure.form != figure.form:
                continue
            if unit is not None and previous.unit != unit:
                continue
            score = min(previous.bid.score, 0.9) - CARRIED
            if not _has_label(reading, cell):
                score -= UNLABELLED
            if previous.figure.sentence != figure.sentence:
                score -= CARRIED
            return [Bid(score, previous.bid.indicator, previous.bid.pattern_id, None, "list goes on")]
        return []

    def _allows(self, bid: Bid, figure: Figure, unit: str | None, reading: Reading, cell: Cell) -> bool:
        """Whether an indicator can take the figure at all: unit, size, needed label."""
        indicator = self._indicators[bid.indicator]
        if indicator.form != figure.form:
            return False
        if figure.form == "count":
            if unit is None and (indicator.units[0] not in ("person",) or figure.quantity.value < BARE_COUNT):
                return False
            if unit is not None and unit not in indicator.units:
                return False
        if indicator.max_value is not None and figure.quantity.value > indicator.max_value:
            return False
        cue = next((c for c in indicator.cues if c.pattern_id == bid.pattern_id), None)
        if cue is not None and cue.requires:
            return any(m.value is not None for m in reading.between(cue.requires, cell.start, cell.end))
        return True

    def _joint(self, reading: Reading, cell: Cell, offers: Sequence[tuple[Bid, ...]]) -> list[Bid | None]:
        """The best bid of each figure of a group, where a number and its percent speak for each other."""
        chosen: list[Bid | None] = [bids[0] if bids else None for bids in offers]
        if len(offers) < 2:
            return chosen
        segment = any(m.value is not None for m in reading.between("segment", cell.start, cell.end))
        for left in range(len(offers) - 1):
            pair = self._best_pair(offers[left], offers[left + 1], cell.figures[left + 1], segment)
            if pair is not None:
                chosen[left], chosen[left + 1] = pair
        return chosen

    def _best_pair(
        self, left: tuple[Bid, ...], right: tuple[Bid, ...], figure: Figure, segment: bool
    ) -> tuple[Bid, Bid] | None:
        best: tuple[float, Bid, Bid] | None = None
        for a in left:
            for b in right or ():
                total = a.score + b.score + PAIRED * self._pairs(a.indicator, b.indicator, segment)
                if best is None or total > best[0]:
                    best = total, a, b
            for name in self._partners(a.indicator, segment):
                if self._indicators[name].form == figure.form:
                    b = Bid(a.score - 0.05, name, a.pattern_id, a.mention, "said of the figure beside it")
                    total = 2 * a.score - 0.05 + PAIRED
                    if best is None or total > best[0]:
                        best = total, a, b
        if best is None:
            return None
        return best[1], best[2]

    def _partners(self, indicator: str, segment: bool) -> tuple[str, ...]:
        entry = self._indicators[indicator]
        return (entry.pair_of_segment or entry.pair) if segment else entry.pair

    def _pairs(self, left: str, right: str, segment: bool) -> bool:
        return right in self._partners(left, segment) or left in self._partners(right, segment)

    def _judge(
        self, reading: Reading, cells: Sequence[Cell], number: int, figure: Figure, unit: str | None,
        bids: tuple[Bid, ...], bid: Bid | None,
    ) -> Bound:  # fmt: skip
        """The verdict: taken, or the reason why not."""
        veto = _veto(reading, cells, number, figure)
        if bid is not None and unit is None and figure.form == "count":
            unit = self._indicators[bid.indicator].units[0]
        if unit == OTHER:
            reason = "counts_something_else"
        elif bid is None:
            reason = "no_cue"
        elif veto is not None and veto[0] >= bid.score - 0.05:
            reason = veto[1].pattern_id
        elif bid.score < ACCEPT:
            reason = "cue_too_far"
        elif "word" in figure.quantity.flags and figure.unit is None and figure.facility is None and unit != FACILITY:
            reason = "bare_word"
        else:
            return Bound(figure, cells[number], unit, bid, bids, veto, "")
        return Bound(figure, cells[number], unit, None, bids, veto, reason)


def _cell_of(cells: Sequence[Cell], mention: Mention) -> int:
    for number, cell in enumerate(cells):
        if mention.start < cell.end:
            return number
    return len(cells) - 1


def _negated(reading: Reading, mention: Mention) -> bool:
    return any(m.end <= mention.start for m in reading.between("negator", mention.start - 3, mention.start))


def _has_label(reading: Reading, cell: Cell) -> bool:
    return any(
        m.value is not None
        for kind in ("segment", "area", "care_class", "facility", "each", "town")
        for m in reading.between(kind, cell.start, cell.end)
    )


def _veto(reading: Reading, cells: Sequence[Cell], number: int, figure: Figure) -> tuple[float, Veto, Mention] | None:
    best: tuple[float, Veto, Mention] | None = None
    for mention in reading.between("veto", cells[0].start, cells[-1].end):
        veto = mention.value
        assert isinstance(veto, Veto)
        apart = abs(_cell_of(cells, mention) - number)
        distance = max(mention.start - figure.end, figure.token - mention.end, 0)
        score = veto.strength - PER_WORD * min(distance, FAR)
        if veto.scope == "clause":
            score -= PER_CELL[min(apart, len(PER_CELL) - 1)] * 1.5
        if best is None or score > best[0]:
            best = score, veto, mention
    return best


def indicators_of(bounds: Sequence[Bound], indicators: Mapping[str, Indicator]) -> list[Indicator]:
    """The indicators that some bound figures were given, in order."""
    return [indicators[b.bid.indicator] for b in bounds if b.bid is not None]
