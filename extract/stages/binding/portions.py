"""What is said of a part is not said of its whole: «3.100 dari 9.400 buruh belum terdaftar», «separuh dari 9.400»."""

from __future__ import annotations

from collections.abc import Sequence

from extract.reading import Bid, Bound, Figure, Reading, Scene
from extract.stages.binding.wholes import introduced_as_whole

_NEXT = 4
_LED = 2


def without_those_of_its_part(bids: Sequence[Bid], scene: Scene, figure: Figure, sofar: Sequence[Bound]) -> list[Bid]:
    """The bids of a figure; of a whole, none of words behind it that its part, a number or a word, takes.

    What «yang» leads to behind the whole tells which are meant, and is said of it.
    """
    if figure.form != "count":
        return list(bids)
    part = next((b for b in sofar[-1:] if _is_part(scene.reading, b, figure)), None)
    if part is None and not _in_words(scene.reading, figure):
        return list(bids)
    return [bid for bid in bids if not _is_taken(scene.reading, bid, figure, part)]


def _is_part(reading: Reading, bound: Bound, figure: Figure) -> bool:
    """Whether a figure right before another is said to be a part of it."""
    same = (bound.figure.sentence, bound.figure.form) == (figure.sentence, figure.form)
    near = same and figure.token - bound.figure.end <= _NEXT
    smaller = near and bound.figure.quantity.value < figure.quantity.value
    told = bound.bid is not None or bound.figure.quantity.value < 1
    return smaller and told and introduced_as_whole(reading, figure, bound.figure.end)


def _in_words(reading: Reading, figure: Figure) -> bool:
    """«Sebagian besar dari 9.400 buruh»: the part is told by a word."""
    start = reading.sentence_tokens[figure.sentence]
    said = reading.between("portion", max(start, figure.token - _NEXT), figure.token)
    return bool(said) and introduced_as_whole(reading, figure, said[-1].end)


def _is_taken(reading: Reading, bid: Bid, figure: Figure, part: Bound | None) -> bool:
    """Whether the words of a bid stand behind the whole and are those of the part, or of one told by a word."""
    cue = bid.mention
    if cue is None or cue.start < figure.end or reading.between("restricting", max(cue.start - _LED, 0), cue.start + 1):
        return False
    if part is None or part.bid is None:
        return True
    taken = part.bid.mention
    return taken is not None and (taken.start, taken.end) == (cue.start, cue.end)
