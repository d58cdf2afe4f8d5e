"""Names of villages, which no gazetteer holds: areas only where a figure is plainly theirs.

Villages are named all the time for something else: where a meeting was held, where somebody lives.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set

from extract.reading import Reading
from extract.stages.places.districts import Named, name_end

_BEHIND = 3  # tokens from a figure to the village that it is counted in
_BEFORE = 6  # words from a village to its figure
_TITLE = 3  # tokens of the title of one who heads it
_SIGNS = frozenset((",", "(", ")"))


def find_villages(reading: Reading, levels: Set[int], named: Sequence[Named]) -> list[Named]:
    """«Di Kelurahan Cipete, yakni 3.104 orang»: what is written large behind the word, where a figure is of it."""
    found: list[Named] = []
    told: dict[str, str] = {}
    for start, end, *_ in reading.mentions.get("village", ()):
        stop = reading.sentence_tokens[reading.sentence_of(start) + 1]
        own = name_end(reading, end, stop, levels)
        if own == end:
            continue
        name = Named(start, end, own, " ".join(reading.written(end, own).split()).lower(), "village", "")
        name = name._replace(by=reading.word(start).lower())
        told[name.name] = name.by
        if not _is_somebodys(reading, start) and _has_figure(reading, name, _behind(reading, own, named), stop):
            found.append(name)
    return found + list(_told_again(reading, told, levels, {name.own for name in found})) if told else found


def _told_again(reading: Reading, told: Mapping[str, str], levels: Set[int], taken: Set[int]) -> Iterator[Named]:
    """«Desa Rejo Agung dipuji. Rejo Agung berpenduduk 1.532»: a village named before, where a figure is its own."""
    heads = {name.partition(" ")[0] for name in told}
    for sentence in sorted({reading.sentence_of(token) for token in reading.figure_tokens}):
        first, stop = reading.sentence_tokens[sentence : sentence + 2]
        for start in range(first, stop):
            if start in taken or reading.word(start).lower() not in heads or reading.between("area", start, start + 1):
                continue
            end = name_end(reading, start, stop, levels)
            name = Named(start, start, end, " ".join(reading.written(start, end).split()).lower(), "village", "")
            alone = start == first or not reading.word(start - 1)[0].isupper()
            if name.name in told and alone and _has_figure(reading, name, end, stop):
                yield name._replace(by=told[name.name])


def _is_somebodys(reading: Reading, start: int) -> bool:
    """Whether a village is one that somebody heads, or lives in: «Kepala Desa Paron», «Siti, warga Desa X»."""
    title = reading.between("official", start - _TITLE, start)
    living = [m for m in reading.between("context", start - 1, start) if not reading.is_level(m.start, "at")]
    aside = start > 1 and bool(living) and reading.word(start - 2) == ","
    return aside or any(m.end == start for m in title)


def _behind(reading: Reading, end: int, named: Sequence[Named]) -> int:
    """The token behind the areas that a village is told to lie in: «Desa Paron, Kecamatan Paron, Kabupaten Ngawi»."""
    for name in named:
        if 0 <= name.start - end <= 1 and (name.start == end or reading.word(end) in _SIGNS):
            end = name.end
    return end


def _has_figure(reading: Reading, name: Named, end: int, stop: int) -> bool:
    """Whether the next figure is told of a village, with no other area before it, or the last was counted there."""
    behind = next(iter(reading.figures_in(end, stop)), None)
    if behind is not None and behind - end <= _BEFORE and not reading.between("area", end, behind):
        return not any(m.value == "hard" for m in reading.between("separator", end, behind))
    at = name.start - 1
    if any(m.value == "person" and m.end == name.start for m in reading.between("unit", at, name.start)):
        return reading.has_figure(at - 1, at)  # «4.120 warga Desa Paron»
    return reading.is_level(at, "at") and reading.has_figure(at - _BEHIND, at)
