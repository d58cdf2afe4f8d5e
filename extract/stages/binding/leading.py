"""What is said behind the last figure of a list is said of all: «2.100 santri, 3.400 siswa dan 900 guru terdaftar»."""

from __future__ import annotations

from collections.abc import Sequence

from extract.reading import BESIDE, GOING_ON, OTHER, Bound, Figure, Reading, Scene

UNSAID = ("no_cue", "cue_too_far")
LESS = 0.05
SURELY = 0.55
_NEXT = 7
_NAME = 1  # tokens that a segment may have behind the noun: «peserta PBI JK»
_LISTING = ("comma", "and")
_EACH_ITS_OWN = ("area", "care_class")
_LEVELS = ("of", "into")
_WHY = "said of the whole list"


def led_on(scene: Scene, bounds: Sequence[Bound], areas: frozenset[str]) -> list[Bound]:
    """The figures of a sentence; those of a list of which little is said, bound as the last of it is by what follows.

    ``areas`` are the patterns of those of which only an area's name is said.
    """
    done = list(bounds)
    if scene.head is not None:
        return done
    for at in range(len(done) - 2, -1, -1):
        left, right = done[at], done[at + 1]
        if left.figure.form != "count" or left.unit != right.unit or right.bid is None or right.unit == OTHER:
            continue
        said = right.bid.mention
        behind = said is not None and said.end > right.figure.end and right.bid.why not in (BESIDE, GOING_ON)
        if not (behind or right.bid.why == _WHY) or right.bid.score < SURELY - LESS * len(done):
            continue
        little = left.reason in UNSAID or (left.bid is not None and left.bid.pattern_id in areas)
        if (little or _alike(scene.reading, left, right)) and _listed(scene.reading, left, right):
            bid = right.bid._replace(score=right.bid.score - LESS, why=_WHY)
            done[at] = left._replace(bid=bid, reason="")
    return done


def _alike(reading: Reading, left: Bound, right: Bound) -> bool:
    """Whether two figures count one noun, each in its own area or class: «900 peserta di Jember dan 400 di Lumajang».

    Nothing but their noun may say what those of the left one are.
    """
    if left.bid is None or right.bid is None or right.bid.mention is None:
        return False
    said = left.bid.mention
    noun = said is not None and left.figure.token <= said.start and said.end <= left.figure.end + _NAME
    if not (noun or left.bid.why == GOING_ON) or not _same_noun(left.figure, right.figure):
        return False
    gaps = ((left.figure.end, right.figure.token), (right.figure.end, right.bid.mention.start))
    return any(
        all(any(m.value is not None for m in reading.between(kind, *gap)) for gap in gaps) for kind in _EACH_ITS_OWN
    )


def _same_noun(left: Figure, right: Figure) -> bool:
    """Whether two figures count the same, which is said of the first of them at least, or of none."""
    if left.noun is None or right.noun is None:
        return right.noun is None
    return left.noun.split()[0].lower() == right.noun.split()[0].lower()


def _listed(reading: Reading, left: Bound, right: Bound) -> bool:
    """Whether two figures stand side by side in a list, a comma or «dan» and a name between them."""
    low, high = left.figure.end, right.figure.token
    between = [m.value for m in reading.between("separator", low, high)]
    if high - low > _NEXT or not between or not all(value in _LISTING for value in between):
        return False
    levels = (m.value for m in reading.between("level", low, high))
    return not reading.between("cue/person", low, high) and not any(value in _LEVELS for value in levels)
