"""Lines that are nothing but an area, «2. Sumenep»: what stands below one is said of it, up to the next.

And paragraphs of one sentence that only bring up an area, of which the next tells.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extract.reading import Place, Reading, column_signs

_LEVELS = ("regency", "city", "district", "province", "branch")
_FEWEST = 2
_MOST = 6  # paragraphs below a line
_SIGNS = frozenset((".", ")", "(", ":", "-", "–", "•", "*", "#"))
_LONGEST = 3  # characters of what numbers a line
_LOCAL = ("regency", "city")
_TOPICAL = ("anchor", "cue/person", "cue/percent")
_OPENS = 3  # tokens before the subject of a sentence: «Sementara itu, Sumenep ...»


def headings(reading: Reading, places: Sequence[Place], paragraphs: Sequence[int]) -> dict[int, int]:
    """For each sentence below a line that is nothing but an area the number of that line.

    There are two such lines at least; below the last no more paragraphs are said of it than below another.
    """
    named = sorted({reading.sentence_of(p.start) for p in places})
    lines = [number for number in named if _is_heading(reading, places, paragraphs, number)]
    areas = {p.region.name for p in places if reading.sentence_of(p.start) in lines}
    if len(lines) < _FEWEST or len(areas) < len(lines):
        return {}
    longest = max(paragraphs[other] - paragraphs[one] for one, other in pairwise(lines)) - 1
    if longest > _MOST:
        return {}
    stops = [*lines[1:], len(paragraphs)]
    return {
        number: line
        for line, stop in zip(lines, stops, strict=True)
        for number in range(line + 1, stop)
        if paragraphs[number] - paragraphs[line] <= longest
    }


def _is_heading(reading: Reading, places: Sequence[Place], paragraphs: Sequence[int], number: int) -> bool:
    """Whether a sentence is a paragraph by itself and holds, but for its number and signs, one area only."""
    alone = number == 0 or paragraphs[number - 1] != paragraphs[number]
    if not alone or (number + 1 < len(paragraphs) and paragraphs[number + 1] == paragraphs[number]):
        return False
    first, stop = reading.sentence_tokens[number : number + 2]
    here = [p for p in places if first <= p.start < stop]
    if len(here) != 1 or here[0].region.level not in _LEVELS or here[0].role not in ("plain", "dateline"):
        return False
    rest = [reading.word(token) for token in range(first, stop) if not here[0].start <= token < here[0].end]
    return all(word in _SIGNS or (len(word) < _LONGEST and word.isalnum()) for word in rest)


def titles(reading: Reading, head: int) -> list[int]:
    """The line that heads a list, and the one above it where that line is the head of columns."""
    above, first, stop = reading.sentence_tokens[max(head - 1, 0)], *reading.sentence_tokens[head : head + 2]
    titled = above < first and bool(column_signs(reading, first, stop))
    return [head, head - 1] if titled and not reading.has_figure(above, first) else [head]


def brought_up(reading: Reading, here: Sequence[Place], paragraphs: Sequence[int], number: int) -> Place | None:
    """The one regency or city of which a paragraph of one sentence tells no figure; sentence ``number`` comes next.

    ``here`` are the places of that paragraph.

    «Sumenep menjadi daerah dengan kepesertaan terendah.»
    """
    at = number - 1
    if at < 1 or paragraphs[at - 1] == paragraphs[at] or paragraphs[at] == paragraphs[number]:
        return None
    first, stop = reading.sentence_tokens[at : number + 1]
    if len(here) != 1 or here[0].role != "plain" or here[0].region.level not in _LOCAL:
        return None
    opens = here[0].start - first <= _OPENS and not reading.is_level(here[0].start - 1, "at")
    told = reading.word(stop - 1) == "." and any(reading.between(kind, first, stop) for kind in _TOPICAL)
    return here[0] if opens and told and not reading.has_figure(first, stop) else None
