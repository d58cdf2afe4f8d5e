"""What a clause that names nothing itself goes on speaking of: «Sekarang sudah 4,1 juta orang.»

Such a clause holds a figure and light words only. What it counts was said last: by a figure of its kind, or by a cue.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from extract.patterns.pack import Cue, Discourse, Indicator
from extract.reading import STILL, Bid, Bound, Figure, Mention, Reading, Scene
from extract.stages.binding.negation import meaning_of
from extract.stages.binding.words import cue_kinds, says_of

SPOKEN_OF = 0.5
PER_SENTENCE = 0.03
REACH = 4
SURE = 0.6
OF_THOSE = 0.68
SAME_AS = 1.0
THEIRS = 1.1
SMALL = 100
PASSED_OVER = ("no_cue", "cue_too_far", "bare_word")
_PEOPLE = "cue/person"
_QUOTES = frozenset('"“”')
_KNOWN = (
    "dated",
    "area",
    "town",
    "segment",
    "care_class",
    "link",
    "head",
    "total",
    "anaphor",
    "designator",
    "separator",
)


class Topic(NamedTuple):
    """What was spoken of: the indicator, the pattern and the cue that told it, and how many sentences before."""

    indicator: str
    pattern_id: str
    mention: Mention | None
    apart: int


def elliptic_bid(
    scene: Scene,
    number: int,
    figure: Figure,
    unit: str | None,
    sofar: Sequence[Bound],
    indicators: Mapping[str, Indicator],
    words: Discourse,
) -> list[Bid]:
    """The bid of what was spoken of last for a figure in a clause of light words."""
    here = [b for b in sofar[-REACH:] if b.figure.sentence == figure.sentence]
    if any(b.bid is not None or b.figure.form != "count" or b.figure.quantity.value >= SMALL for b in here):
        return []
    if scene.head is not None and any(m.form == figure.form and m.value is not None for m in scene.context):
        return []
    if unit in ("person", None) and figure.form == "count" and figure.quantity.value < SMALL:
        return []
    if not _is_light(scene, number, figure, words):
        return []
    topic = spoken_of(scene, figure, unit, sofar, indicators)
    if topic is None:
        return []
    score = SPOKEN_OF - PER_SENTENCE * topic.apart
    return [Bid(score, score, topic.indicator, topic.pattern_id, topic.mention, STILL)]


def bids_of_those(
    scene: Scene,
    number: int,
    figure: Figure,
    unit: str | None,
    sofar: Sequence[Bound],
    indicators: Mapping[str, Indicator],
) -> list[Bid]:
    """«Jumlah itu berasal dari 21.700 peserta»: the people whose money was told last.

    «Pesertanya 21.700 orang»; «Jumlah itu 12,5 persen dari penduduk»: the share that the people told last are.
    """
    cell = scene.cells[number]
    theirs = figure.form == "count" and scene.reading.between("theirs", cell.start, figure.token)
    if figure.form == "money" or not (theirs or scene.reading.between("anaphor", cell.start, figure.token)):
        return []
    last = next((b for b in reversed(sofar) if b.figure.sentence < figure.sentence), None)
    if last is None or last.bid is None or figure.sentence - last.figure.sentence > 1:
        return []
    if figure.form == "percent":
        people = any(m.value == "person" for m in scene.reading.between("unit", figure.end, figure.end + 1))
        alone = not scene.reading.has_figure(scene.cells[0].start, figure.token)
        if last.figure.form != "count" or not ((people and alone) or scene.reading.is_level(figure.end, "of")):
            return []
    elif last.figure.form != "money" or not (theirs or says_of(scene.reading, figure.token - 1)):
        return []
    partner = _partner(scene, figure, unit, [last], last.figure.sentence, indicators)
    weight = OF_THOSE if figure.form == "count" and not theirs else SAME_AS
    return [Bid(OF_THOSE, weight, partner[0], partner[1], None, STILL)] if partner else []


def those_who_owe(
    scene: Scene, figure: Figure, unit: str | None, sofar: Sequence[Bound], indicators: Mapping[str, Indicator]
) -> list[Bid]:
    """«Rp 900 juta dari 1.480 peserta»: the people right behind the money that is theirs."""
    money = sofar[-1] if sofar and figure.form == "count" else None
    if money is None or money.bid is None or (money.figure.form, money.figure.sentence) != ("money", figure.sentence):
        return []
    if figure.token - money.figure.end != 1 or not says_of(scene.reading, figure.token - 1):
        return []
    partner = _partner(scene, figure, unit, sofar, figure.sentence, indicators)
    return [Bid(OF_THOSE, THEIRS, partner[0], partner[1], None, STILL)] if partner else []


def share_in_people(
    scene: Scene, figure: Figure, unit: str | None, sofar: Sequence[Bound], indicators: Mapping[str, Indicator]
) -> list[Bid]:
    """«76,5 persen peserta yang aktif, atau sebanyak 642.100 jiwa»: the people that the share before it makes."""
    share = sofar[-1] if sofar else None
    if share is None or share.bid is None or share.figure.sentence != figure.sentence:
        return []
    if (share.figure.form, figure.form) != ("percent", "count"):
        return []
    links = scene.reading.between("link", share.figure.end, figure.token)
    if not any(m.end >= figure.token - 1 and scene.reading.word(m.start - 1) == "," for m in links):
        return []
    partner = _partner(scene, figure, unit, sofar, figure.sentence, indicators)
    return [Bid(OF_THOSE, SAME_AS, partner[0], partner[1], None, STILL)] if partner else []


def _is_light(scene: Scene, number: int, figure: Figure, words: Discourse) -> bool:
    """Whether no word of a figure's clause tells of something; who says it is no part of the clause, its whole is."""
    reading, cell = scene.reading, scene.cells[number]
    whole = number + 1 < len(scene.cells) and says_of(reading, scene.cells[number + 1].start)
    last = scene.cells[number + 1].end if whole else cell.end
    start = figure.token
    while start > cell.start and not _opens(reading.word(start - 1).lower(), words):
        start -= 1
    end = figure.token + 1
    while end < last and not _closes(reading.word(end).lower(), words):
        end += 1
    heavy = {token for token in range(start, end) if reading.word(token).isalpha()}
    heavy.difference_update(reading.figures_in(start, end))
    heavy = {token for token in heavy if reading.word(token).lower() not in words.light}
    heavy.difference_update(_named(reading, start, end) if heavy else ())
    heavy.difference_update(_said_by(reading, start, end, words) if heavy else ())
    for kind in _KNOWN if heavy else ():
        for mention in reading.between(kind, start, end):
            heavy.difference_update(range(mention.start, mention.end))
    for mention in reading.between(_PEOPLE, cell.end, last) if heavy else ():
        heavy.difference_update(range(mention.start, mention.end))
    return not heavy


def _named(reading: Reading, start: int, end: int) -> Iterator[int]:
    """Words written like names behind «di»: of places that no list holds."""
    named = False
    for token in range(start, end):
        named = named and reading.word(token).istitle()
        named = named or reading.is_level(token, "at")
        if named:
            yield token


def _said_by(reading: Reading, start: int, end: int, words: Discourse) -> Iterator[int]:
    """Words that tell who says it, up to a comma: «nilainya, lanjut Sutanto, Rp 31 miliar».

    A name or a title may follow the comma.
    """
    said = False
    for token in range(start, end):
        word = reading.word(token).lower()
        if word == ",":
            named = reading.word(token + 1) if token + 1 < end else ""
            said = said and (named.istitle() or named in words.speech.titles)
        said = said or word in words.speech.closing
        if said:
            yield token


def _opens(word: str, words: Discourse) -> bool:
    """Whether what somebody says begins behind a word."""
    return word in _QUOTES or word in words.speech.opening


def _closes(word: str, words: Discourse) -> bool:
    """Whether what somebody says ends before a word."""
    return word in _QUOTES or word in words.speech.closing or word in words.speech.again


def spoken_of(
    scene: Scene, figure: Figure, unit: str | None, sofar: Sequence[Bound], indicators: Mapping[str, Indicator]
) -> Topic | None:
    """What was spoken of last that a figure can be of: by a figure of its kind, a cue, or the partner of a figure."""
    reading = scene.reading
    linked = reading.between("link", scene.cells[0].start, figure.token)
    last = next(_counted(figure, unit, sofar, indicators), None)
    here = figure.sentence if scene.head is None else scene.head
    for apart in range(1, min(REACH, here) + 1):
        sentence = here - apart
        if last is not None and last.figure.sentence >= sentence and not linked:
            if last.bid is None:
                return None
            return Topic(last.bid.indicator, last.bid.pattern_id, None, apart)
        first, end = reading.sentence_tokens[sentence : sentence + 2]
        cue = _cue(scene, first, end, figure, unit, indicators)
        if cue is not None and not linked:
            return Topic(*cue, apart)
        partner = _partner(scene, figure, unit, sofar, sentence, indicators)
        if partner is not None:
            return Topic(*partner, None, apart)
    return None


def _partner(
    scene: Scene,
    figure: Figure,
    unit: str | None,
    sofar: Sequence[Bound],
    sentence: int,
    indicators: Mapping[str, Indicator],
) -> tuple[str, str] | None:
    """What a figure of another form than the last of a sentence says of that one: its share, or its count."""
    last = next((b for b in reversed(sofar) if b.figure.sentence == sentence), None)
    if last is None or last.bid is None or last.figure.form == figure.form:
        return None
    named = indicators[last.bid.indicator]
    segment = any(m.value is not None for m in scene.reading.between("segment", last.cell.start, last.cell.end))
    pair = (named.pair_of_segment if segment else ()) or named.pair
    mates = [*pair, *(name for name, entry in indicators.items() if named.name in entry.pair)]
    for name in mates:
        entry = indicators[name]
        if entry.form == figure.form and (figure.form != "count" or unit in entry.units):
            return name, last.bid.pattern_id
    return None


def _counted(
    figure: Figure, unit: str | None, sofar: Sequence[Bound], indicators: Mapping[str, Indicator]
) -> Iterator[Bound]:
    """Earlier figures of a figure's kind, from the last back, but those of which nobody says what they count."""
    for previous in reversed(sofar):
        if previous.figure.form != figure.form or unit not in (None, previous.unit):
            continue
        if previous.bid is None and previous.reason in PASSED_OVER:
            continue
        if previous.bid is None or indicators[previous.bid.indicator].specificity:
            yield previous


def _cue(
    scene: Scene, first: int, last: int, figure: Figure, unit: str | None, indicators: Mapping[str, Indicator]
) -> tuple[str, str, Mention] | None:
    """The last sure cue in some tokens whose indicator can take the figure, else a segment that they name."""
    found = [m for kind in cue_kinds(unit) for m in scene.reading.between(kind, first, last)]
    for mention in sorted(found, key=lambda m: -m.start):
        cue = mention.value
        if not isinstance(cue, Cue) or cue.strength < SURE or cue.takes_up or cue.adds_up_to is not None:
            continue
        if cue.requires and not scene.reading.between(cue.requires, first, last):
            continue
        meaning = meaning_of(scene.reading, mention, cue, indicators)
        if meaning is not None and indicators[meaning[0]].form == figure.form == "percent":
            meaning = None if indicators[meaning[0]].flow else meaning
        if meaning is not None and indicators[meaning[0]].form == figure.form and _fits(indicators[meaning[0]], figure):
            return meaning[0], cue.pattern_id, mention
    if figure.form == "count" and unit == "person":
        named = [m for m in scene.reading.between("segment", first, last) if m.value is not None]
        labels = (cue for entry in indicators.values() for cue in entry.cues if cue.label == "segment")
        label = next((cue for cue in labels if indicators[cue.indicator].form == "count"), None)
        if named and label is not None:
            return label.indicator, label.pattern_id, named[-1]
    return None


def _fits(indicator: Indicator, figure: Figure) -> bool:
    """Whether a figure is no more and no less than those of an indicator can be."""
    value = figure.quantity.value
    low, high = indicator.min_value, indicator.max_value
    return (low is None or value >= low) and (high is None or value <= high)
