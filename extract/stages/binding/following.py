"""What words speak for that only take up what was spoken of: «uangnya», «utang itu»."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set

from extract.patterns.pack import CUES_OF, Cue, Discourse, Indicator
from extract.reading import Bid, Bound, Figure, Mention, Reading, Scene
from extract.stages.binding.actors import done_by, own_cue

NEAR = 2
TOLD = 4
SURE = 0.9
ALMOST_ALL = 95  # so many are to be enrolled, whatever share was told before
_NAME, _FULL_NAME = 3, 10  # tokens that the name of an area or of the insurer may have
_PEOPLE = ("person", "household", "employer")
_PAYERS = ("government", "government/short")
_DEBTORS = ("insured", "government")


def following(
    bids: Sequence[Bid],
    scene: Scene,
    figure: Figure,
    sofar: Sequence[Bound],
    indicators: Mapping[str, Indicator],
    words: Discourse,
) -> list[Bid]:
    """The bids of words that speak for another indicator where that was spoken of last, or where others act.

    What was spoken of was told by a figure, by one of the people whose money it is, or without one. ``words`` tell
    which of them are light.
    """
    bids = [done_by(bid, scene.reading, words.light, words.joining) for bid in bids]
    cues = {bid.mention: cue for bid in bids if bid.mention and (cue := own_cue(bid))}
    said = {mention: frozenset((*cue.follows, *cue.after)) for mention, cue in cues.items() if cue.follows or cue.after}
    if not said or (figure.form == "percent" and figure.quantity.value >= ALMOST_ALL):
        return bids
    owing = cues.items() if figure.form == "money" else ()
    debts = {mention: cue.follows[0] for mention, cue in owing if len(cue.follows) == 1}
    of_insurer = next((name for mention, name in debts.items() if _insurer_does(scene.reading, mention)), "")
    spoken = {
        mention: of_insurer or _spoken_of(scene, figure, sofar, {mention: names}, indicators)
        for mention, names in said.items()
    }
    payers = [scene.reading.between(kind, scene.cells[0].start, figure.token) for kind in _PAYERS]
    others = {name for name, entry in indicators.items() if payers[0] and entry.carry_level == "insurer"}
    taken = (_taken_up(bid, spoken.get(bid.mention, "") if bid.mention else "", others, any(payers)) for bid in bids)
    return [bid for bid in taken if bid is not None]


def _taken_up(bid: Bid, name: str, others: Set[str], paid: bool) -> Bid | None:
    """A bid, for what was spoken of where its words follow that; none of words that count only after something else.

    Where a local government is named it is who does what stands in such words, and not ``others``, whose indicators
    are given; where it or its budget is, what is ``paid`` is its.
    """
    cue = own_cue(bid)
    if cue is None:
        return bid
    if cue.after and (bid.indicator in others or name not in cue.after):
        return None
    if name in cue.follows:
        return bid._replace(indicator=name)
    return None if cue.only_follows and name != bid.indicator and (name or not paid) else bid


def _spoken_of(
    scene: Scene,
    figure: Figure,
    sofar: Sequence[Bound],
    said: Mapping[Mention, frozenset[str]],
    indicators: Mapping[str, Indicator],
) -> str:
    """The indicator that was spoken of last; none where people were whose money is another one."""
    near = [b for b in sofar if b.bid is not None and figure.sentence - b.figure.sentence <= NEAR]
    beside = bool(near) and near[-1].figure.sentence == figure.sentence
    whose = near[-1] if near and (beside or max(map(len, said.values())) > 1) else None
    if whose is not None and whose.bid is not None and whose.unit in _PEOPLE and figure.form != "count":
        pair = indicators[whose.bid.indicator].pair
        money = next((name for name in pair if indicators[name].form == figure.form), None)
        return money or _told_of(scene.reading, figure, said, 0) or ""
    last = next((b for b in reversed(sofar) if b.bid is not None and b.figure.form == figure.form), None)
    if last is not None and last.bid is not None and figure.sentence - last.figure.sentence <= NEAR:
        here = last.figure.sentence == figure.sentence
        return (None if here else _told_of(scene.reading, figure, said, 0)) or last.bid.indicator
    return _told_of(scene.reading, figure, said, TOLD) or ""


def _told_of(reading: Reading, figure: Figure, said: Mapping[Mention, frozenset[str]], back: int) -> str | None:
    """The indicator that words at most so many sentences ``back`` tell of, if words that follow it are ``said`` here.

    Words for money that follow one only are those of a debt: they do not where another debtor is named.
    """
    start, last = reading.sentence_tokens[figure.sentence], None
    debtors = _DEBTORS if figure.form == "money" else ()
    others = [m for kind in debtors for m in reading.between(kind, start, figure.token)]
    if all(len(names) == 1 for names in said.values()) and any(
        all(not cue.start <= other.start < cue.end for cue in said) for other in others
    ):
        return None
    for sentence in range(max(figure.sentence - back, 0), figure.sentence + 1):
        first, stop = reading.sentence_tokens[sentence : sentence + 2]
        if sentence == figure.sentence:
            stop = max(cue.start for cue in said)
        told = (m for kind in CUES_OF[figure.form] for m in reading.between(kind, first, stop))
        for mention in sorted(told, key=lambda m: m.start):
            cue = mention.value
            if not isinstance(cue, Cue) or cue.strength < SURE or cue.takes_up:
                continue
            if cue.requires is None or reading.between(cue.requires, first, stop):
                last = cue.indicator
    return last if any(last in names for names in said.values()) else None


def _insurer_does(reading: Reading, cue: Mention) -> bool:
    """«BPJS Kesehatan Jatim berutang»: the insurer, which opens its sentence or clause, is who does it."""
    start = next(
        (m.start for m in reading.between("area", cue.start - _NAME, cue.start) if m.end == cue.start), cue.start
    )
    insurer = next((m for m in reading.between("insurer", start - _FULL_NAME, start) if m.end == start), None)
    return insurer is not None and (
        insurer.start in reading.sentence_tokens or not reading.word(insurer.start - 1).isalpha()
    )
