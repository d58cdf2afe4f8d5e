"""Figures of one group bid together: a number and its percent speak for each other."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import TypeAlias

from extract.patterns.pack import Cue, Indicator
from extract.reading import CUE, GOING_ON, TOGETHER, Bid, Bound, Figure, Scene, column_signs
from extract.stages.binding.wholes import introduced_as_whole
from extract.stages.binding.words import is_whole_of, says_of

PAIRED = 0.15
INFERRED = 0.27
LESS_SURE = 0.06
LITTLE = 0.95
GENERAL = 1.0
SURE = 0.85
NEXT = 2
WHOLE_BESIDE = 0.3
PART = 0.4
SAID = 0.85
NAMED = 4
UNSAID = ("no_cue", "cue_too_far")
_Counted: TypeAlias = tuple[str, str | None]


def joint(
    scene: Scene,
    number: int,
    units: Sequence[str | None],
    offers: Sequence[tuple[Bid, ...]],
    partners: tuple[Partners, Partners],
) -> list[Bid | None]:
    """The winning bid of each figure of a cell, whose units are given; neighbours of a group are chosen as a pair.

    ``partners`` are those of indicators in a cell that names no segment, and in one that does.
    """
    chosen: list[Bid | None] = [bids[0] if bids else None for bids in offers]
    if len(offers) < 2:
        return chosen
    cell = scene.cells[number]
    segment = any(m.value is not None for m in scene.reading.between("segment", cell.start, cell.end))
    for left in range(len(offers) - 1):
        beside = cell.figures[left : left + 2]
        if any("word" in figure.quantity.flags and figure.unit is None for figure in beside):
            continue
        if any(figure.form == "count" and figure.quantity.value < 1 for figure in beside):
            continue
        counted = (beside[0].form, units[left]), (beside[1].form, units[left + 1])
        near = beside[1].token - beside[0].end <= NEXT and not _loosely(scene, beside[0], beside[1])
        whole = is_whole_of(scene, number, beside[0])
        wholes = _is_whole_behind(scene, beside), _is_whole_ahead(scene, beside)
        pair = _best_pair(
            offers[left],
            offers[left + 1],
            counted,
            partners[segment],
            near=near and not whole,
            whole=whole,
            wholes=wholes,
        )
        if pair is not None:
            chosen[left], chosen[left + 1] = pair
    return chosen


def paired(scene: Scene, bounds: Sequence[Bound], indicators: Mapping[str, Indicator]) -> list[Bound]:
    """The figures of a sentence, people of whom little is said bound as those whose money is told beside them.

    «total peserta 5.120 jiwa, tunggakannya Rp 3,8 miliar», «menunggak Rp 3,8 miliar dari 5.120 jiwa», «tunggakan
    Rp 3,8 miliar dengan jumlah peserta 5.120 jiwa»; money or a share of which nothing is said is that of the people
    before it: «Sragen 5.120 penunggak dengan Rp 3,8 miliar». What goes on from people so bound is bound like them.
    """
    done = list(bounds)
    turned: set[str] = set()
    for at, (left, right) in enumerate(pairwise(bounds)):
        forms = left.figure.form, right.figure.form
        if forms[0] == "count" and forms[1] != "count":
            if right.bid is not None and forms[1] == "money":
                goes_on = left.bid is not None and left.bid.why == GOING_ON and left.bid.indicator in turned
                done[at] = _whose(done[at], right.bid, indicators, math.inf if goes_on else LITTLE)
                if left.bid is not None and done[at] is not left:
                    turned.add(left.bid.indicator)
            elif (
                right.bid is None
                and left.bid is not None
                and _is_unsaid(right, left.bid)
                and _stands_by(scene, left, right)
            ):
                told = next((n for n in indicators[left.bid.indicator].pair if indicators[n].form == forms[1]), None)
                if told is not None:
                    bid = _inferred(left.bid, told)
                    done[at + 1] = right._replace(bid=bid._replace(score=left.bid.score - LESS_SURE), reason="")
        elif forms == ("money", "count") and left.bid is not None:
            if says_of(scene.reading, right.figure.token - 1):
                done[at + 1] = _whose(right, left.bid, indicators)
            elif _comes_with(scene, left, right, NAMED) or _broken_down(scene, left, right):
                done[at + 1] = _whose(right, left.bid, indicators, GENERAL)
        elif forms == ("count", "count") and done[at] is not left:
            whose = done[at].bid
            if right.bid and left.bid and whose and right.bid.indicator == left.bid.indicator:
                done[at + 1] = right._replace(bid=right.bid._replace(indicator=whose.indicator))
    return done


def _is_unsaid(figure: Bound, beside: Bid) -> bool:
    """Whether nothing is said of a figure, or less against it than for the one beside it."""
    lesser = figure.bid is None and figure.veto is not None and figure.veto[0] < beside.score - LESS_SURE
    return figure.reason in UNSAID or lesser


def _whose(people: Bound, money: Bid, indicators: Mapping[str, Indicator], little: float = LITTLE) -> Bound:
    """People bound as those whose money is told beside them, where little else is said of them."""
    named = [name for name, entry in indicators.items() if money.indicator in entry.pair and people.unit in entry.units]
    if people.bid is None or not named or people.bid.indicator in named or people.bid.weight >= little:
        return people
    said = people.bid.mention.value if people.bid.mention is not None else None
    paid_for = isinstance(said, Cue) and said.paid
    if paid_for or (people.unit == "household" and people.figure is not people.cell.figures[0]):
        return people  # the households are those of the people told before them
    return people._replace(bid=_inferred(people.bid, named[0])._replace(score=people.bid.score))


def _broken_down(scene: Scene, left: Bound, right: Bound) -> bool:
    """«tunggakannya Rp 87 miliar, dengan rincian kelas 1 sebanyak 5.210 orang»: those who owe it, in parts."""
    return bool(scene.reading.between("head", left.figure.end, right.figure.token))


def _stands_by(scene: Scene, left: Bound, right: Bound) -> bool:
    """Whether money comes with the people before it, or anything stands in the column next to theirs."""
    if len(column_signs(scene.reading, left.figure.end, right.figure.token)) == right.figure.token - left.figure.end:
        return right.figure.token > left.figure.end
    return right.figure.form == "money" and _comes_with(scene, left, right)


def _comes_with(scene: Scene, left: Bound, right: Bound, reach: int = NEXT) -> bool:
    """Whether «dengan» alone parts two figures that stand within ``reach`` words of each other."""
    between = scene.reading.between("separator", left.figure.end, right.figure.token)
    return right.figure.token - left.figure.end <= reach and [m.value for m in between] == ["with"]


class Partners:
    """Which indicators are said beside which, where a segment is named or where none is."""

    def __init__(self, indicators: Mapping[str, Indicator], *, segment: bool) -> None:
        self._indicators = indicators
        self._segment = segment
        self._known: dict[tuple[str, _Counted], list[str]] = {}

    def of(self, name: str, counted: _Counted, *, whole: bool = False) -> list[str]:
        """The indicators of a form and unit said beside ``name``: its partners, and those whose partner it is.

        With ``whole`` only what it is a share of.
        """
        if whole:
            of = self.whole_of(name)
            return [of] if of is not None and self._fits(of, counted) else []
        known = self._known.get((name, counted))
        if known is None:
            known = self._known[name, counted] = self._found(name, counted)
        return known

    def whole_of(self, name: str) -> str | None:
        """The whole that a share is a share of; a count has none here."""
        entry = self._indicators[name]
        return entry.whole if entry.form == "percent" else None

    def _found(self, name: str, counted: _Counted) -> list[str]:
        own = [other for other in (name, *self._named(name)) if self._fits(other, counted)]
        return own + [other for other in self._indicators if name in self._named(other) and self._fits(other, counted)]

    def _fits(self, name: str, counted: _Counted) -> bool:
        form, unit = counted
        entry = self._indicators[name]
        return entry.form == form and (form != "count" or unit is None or unit in entry.units)

    def _named(self, name: str) -> tuple[str, ...]:
        entry = self._indicators[name]
        return (entry.pair_of_segment or entry.pair) if self._segment else entry.pair


def _best_pair(
    left: tuple[Bid, ...],
    right: tuple[Bid, ...],
    counted: tuple[_Counted, _Counted],
    partners: Partners,
    *,
    near: bool,
    whole: bool,
    wholes: tuple[bool, bool],
) -> tuple[Bid, Bid] | None:
    """The bids of two figures side by side that weigh most together, where any do.

    ``whole`` is whether the left one is told as a whole, ``wholes`` whether the right one is the whole of a share
    before it, and the left one of a share behind it.
    """
    behind, ahead = wholes
    pairs: list[tuple[float, Bid, Bid]] = []
    for a in left:
        mates = partners.of(a.indicator, counted[1], whole=behind)
        if ahead:
            mates = [b.indicator for b in right if partners.whole_of(b.indicator) == a.indicator]
        pairs += [
            (a.weight + b.weight + _together(a, b, mates, left if near else (), partners, whole), a, b) for b in right
        ]
        if not ahead and not _is_sure(right):
            pairs += [(2 * a.weight - INFERRED + PAIRED, a, _inferred(a, name)) for name in mates]
    for b in right:
        mates = partners.of(b.indicator, counted[0], whole=ahead)
        if not near and left and partners.whole_of(b.indicator) == left[0].indicator and left[0].score >= SAID:
            continue
        pairs += [(2 * b.weight - INFERRED + PAIRED, _inferred(b, name), b) for name in mates if not _is_sure(left)]
    if not pairs:
        return None
    weight, a, b = max(pairs, key=lambda pair: pair[0])
    alone = max((bid.weight for bid in left or right), default=0.0) if not (left and right) else weight
    return (a, b) if weight >= alone else None


def _loosely(scene: Scene, left: Figure, right: Figure) -> bool:
    """Whether nothing but «sebesar» ties two figures: «jumlah penduduk X sebesar Y persen terdaftar»."""
    between = scene.reading.between("link", left.token, right.token)
    return bool(between) and all(m.value == "loose" for m in between)


def _is_whole_behind(scene: Scene, beside: Sequence[Figure]) -> bool:
    """Whether the second of two figures is what the first is a share of: «97 persen dari penduduk sebesar 50 ribu».

    Not where words tie two that are one and the same: «51,4 persen dari jumlah penduduk atau 412.600 jiwa».
    """
    share, people = beside
    if share.form != "percent" or not introduced_as_whole(scene.reading, people, share.end):
        return False
    return all(m.value == "loose" for m in scene.reading.between("link", share.end, people.token))


def _is_whole_ahead(scene: Scene, beside: Sequence[Figure]) -> bool:
    """Whether the first of two figures is what the second is a share of: «50.110 jiwa, 97 persen di antaranya»."""
    people, share = beside
    said = share.form == "percent" and people.form == "count"
    return said and bool(scene.reading.between("among", share.end, share.end + 1))


def _together(a: Bid, b: Bid, mates: Sequence[str], left: Sequence[Bid], partners: Partners, whole: bool) -> float:
    """What two bids gain side by side: partners some; a whole beside its own share loses where it may be the part.

    ``left`` are the bids for the whole; none where words stand between the two.
    """
    if b.indicator in mates or (whole and partners.whole_of(b.indicator) == a.indicator):
        return PAIRED
    part = partners.whole_of(b.indicator) == a.indicator and any(bid.score >= PART for bid in left if bid is not a)
    return -WHOLE_BESIDE if part else 0.0


def _is_sure(bids: tuple[Bid, ...]) -> bool:
    """Whether words of a figure's own say what it is, so that the figure beside it need not."""
    return bool(bids) and bids[0].mention is not None and bids[0].score >= SURE and bids[0].why == CUE


def _inferred(bid: Bid, indicator: str) -> Bid:
    return bid._replace(
        score=bid.score - LESS_SURE,
        weight=bid.weight - INFERRED,
        indicator=indicator,
        mention=bid.mention,
        why=TOGETHER,
    )
