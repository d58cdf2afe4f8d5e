"""Whether what a cue says is denied, and what it means then."""

from __future__ import annotations

from collections.abc import Mapping

from extract.patterns.pack import Cue, Indicator
from extract.reading import CUE, TURNED_ROUND, Mention, Reading

LONGEST_NAME = 12
NEGATED = 0.93


def negated(reading: Reading, mention: Mention) -> bool:
    """Whether «belum», «tidak» or their like stand right before a cue, one word between them at most."""
    for negator in reading.between("negator", max(mention.start - 3, 0), mention.start):
        gap = mention.start - negator.end
        if negator.value != "besides" and (gap == 0 or (gap == 1 and reading.word(negator.end).isalpha())):
            return not _in_a_name(reading, negator)
    return False


def meaning_of(
    reading: Reading, mention: Mention, cue: Cue, indicators: Mapping[str, Indicator]
) -> tuple[str, float, str] | None:
    """The indicator that a cue speaks for, how strongly, and why; a negation turns it round, or silences it."""
    if not negated(reading, mention):
        return cue.indicator, cue.strength, CUE
    negation = indicators[cue.indicator].negation
    return None if negation is None or cue.paid else (negation, NEGATED, TURNED_ROUND)


def _in_a_name(reading: Reading, negator: Mention) -> bool:
    """Whether a negation is a part of a segment's name: «Bukan Pekerja yang didaftarkan Pemda»."""
    names = reading.between("segment", negator.start - LONGEST_NAME, negator.end)
    return any(name.start <= negator.start < name.end for name in names)
