"""What earlier figures bid for a figure: a list goes on, a breakdown follows its total."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from extract.patterns.pack import Cue, Indicator
from extract.reading import GOING_ON, Bid, Bound, Cell, Figure, Reading, Scene
from extract.stages.binding.bids import SPECIFIC
from extract.stages.binding.wholes import introduced_as_whole
from extract.stages.binding.words import OLD, cue_kinds, labels_of, level_before, says_of

SAME_SENTENCE = 0.86
GOES_ON = 0.62
FURTHER_ON = 0.54
NEXT_SENTENCE = 0.6
NEXT_AREA = 0.54
NEXT_DATE = 0.55
UNLABELLED = 0.17
SMALL = 100
PER_STEP = 0.05
REACH = 8
NEAR = 2
CANDIDATES = 3
CHANGED = 1.05
SHIFTED = 0.1
SPOKEN_FOR = 0.1
SAID_FOR = 0.2
MONEY_FOR = 0.15
BEGINS = 0.3
SURE = 0.8
NEXT_TO = 2
ITEMS = ("person", "percent")
TAKING_UP = ("dated", "anaphor")
LINKING = frozenset(TAKING_UP)
SMALL_AREAS = ("district", "village")
LISTED = ("area", "segment", "care_class")


class _Place(NamedTuple):
    """Where a figure stands: under which labels, as what, and what its own cue takes from the series."""

    labels: Sequence[str]
    level: bool
    rest: bool
    held: bool
    taken: float


def series_bids(
    scene: Scene,
    number: int,
    figure: Figure,
    unit: str | None,
    sofar: Sequence[Bound],
    indicators: Mapping[str, Indicator],
    own: bool,
    said: bool,
) -> list[Bid]:
    """Bids of the series that a figure may go on: what was counted last, under another label."""
    earlier = list(_earlier(scene, figure, unit, sofar))
    begun = [] if own or figure.form != "percent" else _begun(scene, number, figure, sofar)
    if not earlier and not begun:
        return []
    place = _place(scene, number, figure, (SAID_FOR if said else SPOKEN_FOR) if own else 0.0)
    heads = begun or _heads(scene, number, figure, earlier)
    bids: dict[str, Bid] = {}
    for previous, bid in [*heads[:1], *earlier]:
        apart = figure.sentence - previous.figure.sentence
        name = (indicators[bid.indicator].negation if _turned(scene, previous, apart, place) else None) or bid.indicator
        if name in bids or _stops(scene, figure, previous, indicators[name], place):
            continue
        if apart and unit in ITEMS and indicators[name].specificity > 1 and _told_later(scene, number, unit, name):
            break
        base = NEXT_AREA if heads is begun and not bids else _base(scene, number, apart, place.labels)
        few = unit == "person" and figure.quantity.value < SMALL
        if base is None or (apart and (few or place.held)):
            break
        if apart > 1 and _topic_shift(scene, figure):
            base -= SHIFTED
        score = base - PER_STEP * len(bids) - (0.0 if place.labels or place.rest else UNLABELLED) - place.taken
        score -= MONEY_FOR * (own and not apart and figure.form == "money")
        worn = _wears(place.labels, apart, figure) and base >= FURTHER_ON and not own
        weight = score + (SPECIFIC * indicators[name].specificity if worn else 0.0)
        weight += BEGINS if heads and not bids else 0.0
        if place.level and apart == 0 and _was(scene, previous.figure):
            weight = CHANGED
        bids[name] = Bid(score, weight, name, bid.pattern_id, None, GOING_ON)
        if len(bids) == CANDIDATES:
            break
    return list(bids.values())


def _turned(scene: Scene, previous: Bound, apart: int, place: _Place) -> bool:
    """Whether a figure is the rest of the one before it: of those enrolled the rest are not."""
    rest = place.rest and apart <= 1 and "segment" not in place.labels
    return rest and not _listed(scene, previous, apart, place.labels)


def _place(scene: Scene, number: int, figure: Figure, taken: float) -> _Place:
    reading, start = scene.reading, scene.cells[number].start
    labels = labels_of(scene, number)
    labels += [kind for kind in TAKING_UP if reading.between(kind, start, figure.token)]
    level = level_before(reading, figure) in ("of", "into")
    held = not labels and bool(reading.between("compared", start, figure.token))
    return _Place(labels, level, bool(reading.between("rest", start, figure.token)), held, taken)


def _earlier(scene: Scene, figure: Figure, unit: str | None, sofar: Sequence[Bound]) -> Iterator[tuple[Bound, Bid]]:
    """The bound figures of a figure's form and unit, from the last back, as far as a series reaches."""
    form = figure.form
    reach = REACH if scene.goes_on else NEAR
    first = max(figure.sentence - reach, scene.head or 0)
    for previous in reversed(sofar):
        if previous.figure.sentence < first:
            break
        if previous.figure.form != form:
            continue
        if previous.bid is not None and unit in (None, previous.unit):
            yield previous, previous.bid
        elif form == "money" and previous.bid is None and previous.figure.sentence != figure.sentence:
            break


def _stops(scene: Scene, figure: Figure, previous: Bound, indicator: Indicator, place: _Place) -> bool:
    """Whether a count does not go on: the people of an area under a segment's name, a flow at a level, a whole."""
    level = place.level or level_before(scene.reading, figure) == "present"
    if (indicator.name == "population" and "segment" in place.labels) or (level and indicator.flow):
        return True
    start = scene.cells[0].start
    if indicator.specificity > 1 and _opens_new_whole(scene, figure, previous.figure):
        return True
    if indicator.specificity == 0 and _counts_some(scene, figure, start):
        return True
    here = previous.figure.token >= start
    if here and indicator.whole and _is_its_whole(scene.reading, previous.figure, figure):
        return True
    return here and indicator.specificity == 0 and introduced_as_whole(scene.reading, previous.figure, start)


def _opens_new_whole(scene: Scene, figure: Figure, before: Figure) -> bool:
    """Whether a sentence begins with a whole larger than what was counted before it: «Dari 9.120 peserta, ...»."""
    if before.sentence == figure.sentence or not says_of(scene.reading, scene.cells[0].start):
        return False
    return figure.token == scene.cells[0].start + 1 and figure.quantity.value > before.quantity.value


def _is_its_whole(reading: Reading, part: Figure, figure: Figure) -> bool:
    """Whether a figure is the whole of a smaller one right before it: «penunggak X dari Y peserta mandiri»."""
    if part.form != "count" or figure.form != "count" or part.quantity.value >= figure.quantity.value:
        return False
    return figure.token - part.end <= NEXT_TO and says_of(reading, figure.token - 1)


def _counts_some(scene: Scene, figure: Figure, start: int) -> bool:
    """Whether a figure is a total, or some of those before it: «640.118 penduduk, 571.330 di antaranya»."""
    reading = scene.reading
    return bool(reading.between("total", start, figure.token) or reading.between("among", figure.end, figure.end + 1))


def _heads(scene: Scene, number: int, figure: Figure, earlier: Sequence[tuple[Bound, Bid]]) -> list[tuple[Bound, Bid]]:
    """What the areas before a new area began with, where more was told of the last: «A 98 persen, aktif 80, B 97»."""
    reading, cell = scene.reading, scene.cells[number]
    if not earlier:
        return []
    last = earlier[0][0].figure.sentence
    if last != figure.sentence or cell.figures[0].number != figure.number or not _area_before(reading, cell, figure):
        return []
    here = [entry for entry in earlier if entry[0].figure.sentence == last]
    heads = [entry for entry in here if _area_before(reading, entry[0].cell, entry[0].figure)]
    return heads if heads and heads[0] is not here[0] else []


def _begun(scene: Scene, number: int, figure: Figure, sofar: Sequence[Bound]) -> list[tuple[Bound, Bid]]:
    """The share that the area before this new one began with, some sentences ago: «A 98 persen. Aktif 80. B 97 persen.»

    Only where other shares were told of it since, and the sentence before tells of nothing new.
    """
    reading, cell = scene.reading, scene.cells[number]
    if any(m.form == figure.form for m in scene.context) or reading.between("among", cell.start, figure.token):
        return []
    if number or cell.figures[0].number != figure.number or not sofar or not _area_before(reading, cell, figure):
        return []
    begins, others = None, set[str]()
    for at in range(len(sofar) - 1, -1, -1):
        previous = sofar[at]
        if figure.sentence - previous.figure.sentence > REACH or previous.figure.sentence == figure.sentence:
            break
        if previous.bid is None or previous.figure.form != figure.form:
            continue
        first = at == 0 or sofar[at - 1].figure.sentence < previous.figure.sentence
        if _area_before(reading, previous.cell, previous.figure):
            begins = (previous, previous.bid) if first else None
            break
        others.add(previous.bid.indicator)
    return [begins] if begins is not None and others - {begins[1].indicator} else []


def _told_later(scene: Scene, number: int, unit: str | None, name: str) -> bool:
    """Whether the next figure of the sentence is said to be of an indicator: «Karo 22.509 peserta, aktif 8.733»."""
    if number + 1 == len(scene.cells):
        return False
    cell = scene.cells[number + 1]
    if not {"area", "segment", "care_class"}.isdisjoint(labels_of(scene, number + 1)):
        return False
    told = (m.value for kind in cue_kinds(unit) for m in scene.reading.between(kind, cell.start, cell.figures[0].token))
    return any(isinstance(cue, Cue) and cue.indicator == name and cue.strength >= SURE for cue in told)


def _area_before(reading: Reading, cell: Cell, figure: Figure) -> bool:
    return any(m.value is not None for m in reading.between("area", cell.start, figure.token))


def _listed(scene: Scene, previous: Bound, apart: int, labels: Sequence[str]) -> bool:
    """Whether the rest is the last of a list: «Majene 100.942 jiwa, sisanya 84.621 jiwa di Mamasa»."""
    cell = previous.cell
    return apart == 0 and any(kind in labels and scene.reading.between(kind, cell.start, cell.end) for kind in LISTED)


def _was(scene: Scene, figure: Figure) -> bool:
    """Whether a figure is the old level of «dari X menjadi Y», «semula X menjadi Y»."""
    return level_before(scene.reading, figure) in OLD


def _wears(labels: Sequence[str], apart: int, figure: Figure) -> bool:
    """Whether the labels of a cell make it a part of the series: a segment does so in the same sentence only."""
    return bool(labels) and (apart == 0 or figure.form == "percent" or "segment" not in labels)


def _topic_shift(scene: Scene, figure: Figure) -> bool:
    """Whether the sentence before, which holds no figure, has turned to something else."""
    return scene.head is None and any(m.form in (figure.form, "percent") and m.value is not None for m in scene.context)


def _base(scene: Scene, number: int, apart: int, labels: Sequence[str]) -> float | None:
    if apart == 0:
        return SAME_SENTENCE
    if scene.goes_on and apart <= REACH:
        return GOES_ON if apart == 1 or scene.head is not None else FURTHER_ON
    if apart <= NEAR and ("area" in labels or "care_class" in labels or _small_area(scene, number)):
        return NEXT_AREA
    if apart == 1 and not LINKING.isdisjoint(labels):
        return NEXT_DATE
    if apart == 1 and scene.same_paragraph:
        return NEXT_SENTENCE
    return None


def _small_area(scene: Scene, number: int) -> bool:
    """Whether a cell names an area that no list of areas holds: «Kecamatan Rupat»."""
    cell = scene.cells[number]
    return any(m.value in SMALL_AREAS for m in scene.reading.between("designator", cell.start, cell.end))
