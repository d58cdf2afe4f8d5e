"""What each figure counts, by the noun at its side; a figure of something else is told by its noun."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import zip_longest

from extract.model import Quantity
from extract.patterns.pack import FACILITY, FORM_OF_UNIT, Cue, Discourse
from extract.reading import OTHER, Figure, Mention, Reading

SOME = "some"
"""The unit of nouns of some people, who are counted only where words beside them say that they are enrolled."""

_BEFORE = 5
_INTO = 2  # tokens of «menjadi» between two levels
_BEHIND = 14
_SAYS = 0.6
_UNIT_OF_FORM = {form: unit for unit, form in FORM_OF_UNIT.items()}


def read_units(reading: Reading, figures: tuple[tuple[Quantity, int], ...], discourse: Discourse) -> tuple[Figure, ...]:
    """Each live figure with its unit, in order."""
    nouns = {m.start: m for m in reading.mentions.get("unit", ())}
    kinds = {m.start: m for m in reading.mentions.get("facility", ())}
    found = []
    unit: str | None
    for index, ((quantity, sentence), token) in enumerate(zip(figures, reading.figure_tokens, strict=True)):
        stop = reading.sentence_tokens[sentence + 1]
        if quantity.form != "count":
            unit, end = _UNIT_OF_FORM[quantity.form], token + 1
            noun = _share_of(reading, discourse, end, stop, nouns) if quantity.form == "percent" else None
            found.append(Figure(index, quantity, sentence, token, end, unit, noun, None, quantity.form))
            continue
        at = _noun_place(reading, token, stop)
        unit, facility, end = _noun(nouns.get(at), kinds.get(at), at) if at < stop else (None, None, at)
        if unit == SOME:
            unit = "person" if _enrolled(reading, sentence, token, end) else OTHER
        if unit is None:
            unit = _foreign(reading, discourse, at, stop)
            end = at + 1 if unit else token + 1
            if unit and _enrolled(reading, sentence, token, end):
                unit = "person"
        noun = reading.written(at, end) if unit else None
        if unit is None and _is_among_others(reading, quantity, sentence, at, found):
            unit, noun = OTHER, found[-1].noun
        found.append(Figure(index, quantity, sentence, token, end, unit, noun, facility, quantity.form))
    return tuple(_with_new_level(reading, one, following) for one, following in zip_longest(found, found[1:]))


def _with_new_level(reading: Reading, figure: Figure, following: Figure | None) -> Figure:
    """A bare old level counts what the new one does, where that is not ours: «dari 8 menjadi 15 loket»."""
    if figure.unit is not None or following is None or following.unit != OTHER or following.form != "count":
        return figure
    into = reading.between("level", figure.end, following.token)
    if following.token - figure.end > _INTO or all(m.value != "into" for m in into):
        return figure
    return replace(figure, unit=OTHER, noun=following.noun)


def _is_among_others(reading: Reading, quantity: Quantity, sentence: int, at: int, before: Sequence[Figure]) -> bool:
    """Whether some are counted of what the figure before counts, which is not ours: «90 pasien, 80 di antaranya»."""
    last = before[-1] if before else None
    if last is None or last.sentence != sentence or last.unit != OTHER or last.quantity.value < quantity.value:
        return False
    return bool(reading.between("among", at, at + 1))


def _share_of(reading: Reading, discourse: Discourse, at: int, stop: int, nouns: Mapping[int, Mention]) -> str | None:
    """The noun behind a percentage that names something else than people: «20 persen lahan»."""
    noun = nouns.get(at)
    if at >= stop or (noun is not None and noun.value != OTHER) or reading.holds("cue/percent", at):
        return None
    return reading.word(at) if noun is not None or _foreign(reading, discourse, at, stop) else None


def _noun_place(reading: Reading, token: int, stop: int) -> int:
    """The token where a figure's noun would stand: the next one, or the one after a bracketed figure.

    «102.736 (95,11%) orang»
    """
    at = token + 1
    if at + 2 < stop and reading.word(at) == "(" and reading.word(at + 2) == ")" and reading.is_figure(at + 1):
        return at + 3
    return at


def _noun(noun: Mention | None, kind: Mention | None, at: int) -> tuple[str | None, str | None, int]:
    """Unit, facility type and end of the noun at a place; the longer of two readings wins."""
    if kind is not None and kind.value is not None and (noun is None or kind.end >= noun.end):
        return FACILITY, str(kind.value), kind.end
    if noun is not None:
        return str(noun.value), None, noun.end
    return None, None, at


def _enrolled(reading: Reading, sentence: int, token: int, end: int) -> bool:
    """Whether words of its clause say of a figure with the noun of some people that they are enrolled or paid for."""
    first, last = reading.sentence_tokens[sentence : sentence + 2]
    if not any(m.value is not None for m in reading.between("anchor", first, last)):
        return False
    if any(m.value is not None for m in reading.between("segment", max(first, token - _BEFORE), token)):
        return True  # «PPU terbagi atas 12.400 PNS»
    said = reading.between("cue/person", max(first, token - _BEFORE), min(end + _BEHIND, last))
    for mention in said:
        cue = mention.value
        if not isinstance(cue, Cue) or cue.strength < _SAYS or cue.label or cue.side == "before":
            continue
        low, high = (end, mention.start) if mention.start >= end else (mention.end, token)
        parted = {m.value for m in reading.between("separator", low, high)} & {"hard", "from"}
        if low <= high and not parted:
            return True
    return False


def _foreign(reading: Reading, discourse: Discourse, at: int, stop: int) -> str | None:
    """``OTHER`` where an ordinary noun follows that no lexicon knows: what it counts is not ours."""
    if at >= stop:
        return None
    word = reading.word(at)
    if not word.isalpha() or not word.islower() or len(word) < 3:
        return None
    if word in discourse.continuers or word.startswith(discourse.verb_prefixes):
        return None
    if any(reading.holds(kind, at) for kind in _KNOWN):
        return None
    return OTHER


_KNOWN = ("segment", "designator", "per", "status", "head", "separator", "negator", "cue/person", "link", "context")
