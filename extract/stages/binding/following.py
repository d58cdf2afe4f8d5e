"""What words speak for that only take up what was spoken of: «uangnya», «utang itu»."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from extract.patterns.pack import Cue
from extract.reading import Bid, Bound, Figure, Mention, Reading, Scene

NEAR = 2
TOLD = 4
SURE = 0.9
ALMOST_ALL = 95  # so many are to be enrolled, whatever share was told before
_NAME, _FULL_NAME = 3, 10  # tokens that the name of an area or of the insurer may have
_DEBTORS = ("insured", "government")


def following(
    bids: Sequence[Bid],
    scene: Scene,
    figure: Figure,
    sofar: Sequence[Bound],
    cues: Mapping[tuple[str, str], frozenset[str]],
) -> list[Bid]:
    """The bids of words that speak for another indicator where that was spoken of last, by a figure or without one.

    ``cues`` gives the indicators that each such cue follows.
    """
    said = {bid.mention: names for bid in bids if bid.mention and (names := cues.get((bid.indicator, bid.pattern_id)))}
    if not said or (figure.form == "percent" and figure.quantity.value >= ALMOST_ALL):
        return list(bids)
    last = next((b for b in reversed(sofar) if b.bid is not None and b.figure.form == figure.form), None)
    of_insurer = next((min(names) for cue, names in said.items() if _insurer_does(scene.reading, cue)), None)
    if of_insurer:
        name = of_insurer
    elif last is not None and last.bid is not None and figure.sentence - last.figure.sentence <= NEAR:
        name = last.bid.indicator
    else:
        name = _told_of(scene.reading, figure, said) or ""
    return [
        bid._replace(indicator=name) if bid.mention and name in cues.get((bid.indicator, bid.pattern_id), ()) else bid
        for bid in bids
    ]


def _told_of(reading: Reading, figure: Figure, said: Mapping[Mention, frozenset[str]]) -> str | None:
    """The indicator that words shortly before tell of, if words that follow it are ``said`` here.

    Words that follow one only are those of a debt: they do not where another debtor is named.
    """
    start, last = reading.sentence_tokens[figure.sentence], None
    others = [m for kind in _DEBTORS for m in reading.between(kind, start, figure.token)]
    if all(len(names) == 1 for names in said.values()) and any(
        all(not cue.start <= other.start < cue.end for cue in said) for other in others
    ):
        return None
    for sentence in range(max(figure.sentence - TOLD, 0), figure.sentence + 1):
        first, stop = reading.sentence_tokens[sentence : sentence + 2]
        if sentence == figure.sentence:
            stop = max(cue.start for cue in said)
        for mention in reading.between(f"cue/{figure.form}", first, stop):
            cue = mention.value
            if not isinstance(cue, Cue) or cue.strength < SURE:
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
