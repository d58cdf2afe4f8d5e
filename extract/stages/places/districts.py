"""Names of districts, which no gazetteer holds: what is written large after «Kecamatan», and what goes on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from typing import NamedTuple

from extract.reading import OTHER, Mention, Reading

_MAX_WORDS = 3
_FRAME = 2  # sentences behind «per kecamatan» in which districts are told by their bare names
_JOINING = ("joint", "head", "separator")
_NAMES = ("town", "side")
_LEADS = 2  # tokens from «kecamatan» to the word that leads to their names
_FEWEST = 2
_SIGNS = frozenset((":", "=", "(", "–", "|", "\t"))
_ROW = 8  # tokens of a row of a list
_SHORTEST = 3  # letters of a word of a name


class Named(NamedTuple):
    """A name with the level said before it («Kabupaten», «Wali Kota», «Cabang»): tokens, the name's own first token."""

    start: int
    own: int
    end: int
    name: str
    level: str | None
    by: str


def find_districts(reading: Reading, designators: Mapping[int, Mention], named: Sequence[Named]) -> list[Named]:
    """«Kecamatan Paron»: a district needs no gazetteer, its name is what is written large after the word."""
    covered = {token: name for name in named for token in range(name.start, name.end)}
    levels = {token for m in designators.values() for token in range(m.start, m.end)}
    found = []
    for end, mention in designators.items():
        if mention.value != "district":
            continue
        stop = name_end(reading, end, len(reading.starts), levels)
        if stop > end and stop in levels and _is_large(reading, stop) and not _is_large(reading, stop + 1):
            stop += 1  # «Kecamatan Batam Kota»
        if stop > end and not (end in covered and stop == covered[end].end):
            found.append(_district(reading, mention.start, end, stop))
        if stop > end:
            found += _listed(reading, stop, covered, levels) or _joined(reading, stop, covered, levels)
        else:
            found += _enumerated(reading, end, levels)
    found += _compass(reading, named, designators, any_told=any(m.value == "district" for m in designators.values()))
    found += _framed(reading, designators, found, levels)
    starts = {name.start for name in found}
    told = [*found, *(name for name in named if name.level == "district" and name.start not in starts)]
    return found + _named_again(reading, told, covered, levels) if told else found


def _named_again(
    reading: Reading, districts: Sequence[Named], covered: Mapping[int, Named], levels: Set[int]
) -> list[Named]:
    """«Sungailiat sebesar Rp 8,6 miliar, Belinyu Rp 4,4 miliar»: a district named before, with the list it heads."""
    known = {name.name for name in districts}
    heads = {name.replace("-", " ").partition(" ")[0] for name in known}
    taken = {token for name in districts for token in range(name.start, name.end)}
    found: list[Named] = []
    for sentence in sorted({reading.sentence_of(token) for token in reading.figure_tokens}):
        first, stop = reading.sentence_tokens[sentence : sentence + 2]
        for start in range(first, stop):
            if reading.word(start).lower() not in heads or not _is_large(reading, start):
                continue
            if start in taken or reading.between("area", start, start + 1):
                continue
            ends = (end for end in range(start + 1, min(start + _MAX_WORDS, stop) + 1) if _is_large(reading, end - 1))
            names = (_district(reading, start, start, end) for end in ends)
            again = next((name for name in names if name.name in known), None)
            if again is not None and start - 1 not in levels:
                listed = [name for name in _listed(reading, again.end, covered, levels) if name.start not in taken]
                found += [again, *listed]
                taken.update(token for name in (again, *listed) for token in range(name.start, name.end))
    return found


def name_end(reading: Reading, start: int, last: int, levels: Set[int]) -> int:
    """The token behind a name of words written large, hyphens within it: «Kecamatan Aluh-Aluh»."""
    stop = start
    while stop < last and stop - start < _MAX_WORDS and _is_large(reading, stop) and stop not in levels:
        stop += 3 if _is_hyphen(reading, stop + 1) and stop + 2 not in levels else 1
    return min(stop, last)


def _name_start(reading: Reading, end: int, first: int, levels: Set[int]) -> int:
    """The first token of such a name that ends before a token; «Yaitu» is none of it."""
    start = end
    while start > first and end - start < _MAX_WORDS and _is_large(reading, start - 1) and start - 1 not in levels:
        if reading.between("members", start - 1, start):
            break
        start -= 3 if start - 2 > first and _is_hyphen(reading, start - 2) and start - 3 not in levels else 1
    return start


def _is_hyphen(reading: Reading, token: int) -> bool:
    """Whether a token is a hyphen that joins two words written large."""
    if not 0 < token < len(reading.starts) - 1 or reading.word(token) != "-":
        return False
    glued = reading.stops[token - 1] == reading.starts[token] and reading.stops[token] == reading.starts[token + 1]
    return glued and _is_large(reading, token - 1) and _is_large(reading, token + 1)


def _is_large(reading: Reading, token: int) -> bool:
    large = token < len(reading.starts) and reading.word(token)[0].isupper()
    return large and not reading.is_figure(token)


def _is_small(reading: Reading, token: int) -> bool:
    """Whether a token is a word in small letters: «Sungailiat sebesar Rp8,6 miliar»."""
    return not reading.is_figure(token) and reading.word(token).isalpha() and reading.word(token).islower()


def _district(reading: Reading, start: int, own: int, end: int) -> Named:
    name = " ".join(reading.written(own, end).split()).lower()
    return Named(start, own, end, name, "district", "")


def _listed(reading: Reading, after: int, covered: Mapping[int, Named], levels: Set[int]) -> list[Named]:
    """«Kecamatan Arjasa 4.210, Sapeken 3.890 dan Raas 2.604»: names before the next figures go on the list.

    A name that holds an area's, «Bukit Batu», is none of that area.
    """
    found = []
    stop = reading.sentence_tokens[reading.sentence_of(after - 1) + 1]
    for figure in reading.figures_in(after + 1, stop):
        end = figure - (reading.word(figure - 1) == "(")
        start = _name_start(reading, end, after, levels)
        before = max(start - 2, after)
        joined = any(m.end == start for kind in _JOINING for m in reading.between(kind, before, start))
        held = [covered[token] for token in range(start, end) if token in covered]
        if start < end and joined and all(not name.level and name.end - name.start < end - start for name in held):
            found.append(_district(reading, start, start, end))
    return found


def _joined(reading: Reading, stop: int, covered: Mapping[int, Named], levels: Set[int]) -> list[Named]:
    """«Kecamatan Kayan Hulu, Kayan Hilir, dan Pujungan»: names that go on to one behind a word that joins."""
    last = reading.sentence_tokens[reading.sentence_of(stop - 1) + 1]
    found: list[Named] = []
    worded = False
    while not worded:
        joints = [m for m in reading.between("joint", stop, min(stop + 2, last)) if m.start == stop]
        if not joints:
            return []
        worded = reading.word(joints[-1].end - 1).isalpha()
        start = stop = joints[-1].end + (not worded and reading.holds("joint", joints[-1].end))
        worded = worded or reading.word(start - 1).isalpha()
        stop = name_end(reading, start, last, levels)
        if stop == start or any(token in covered for token in range(start, stop)) or _is_known(reading, start, stop):
            return []
        found.append(_district(reading, start, start, stop))
    return found if len(found) >= _FEWEST else []


def _is_known(reading: Reading, start: int, end: int) -> bool:
    """Whether words mean anything else that is known; a town may be a district, too."""
    parts = (m.value == OTHER and m.end - m.start < end - start for m in reading.between("unit", start, end))
    kinds = _NAMES + ("unit",) * any(parts)  # «Pondok Aren»
    return any(reading.between(kind, start, end) for kind in reading.mentions if kind not in kinds)


def _enumerated(reading: Reading, end: int, levels: Set[int]) -> list[Named]:
    """«Tiga kecamatan, yakni Bantarkawung, Salem, dan Tonjong»: two or more names behind a word that leads to them."""
    last = reading.sentence_tokens[reading.sentence_of(end - 1) + 1]
    cue = next((m for m in reading.between("members", end, min(end + _LEADS, last)) if m.value == "listing"), None)
    found: list[Named] = []
    at = cue.end if cue is not None else last
    while at < last:
        stop = name_end(reading, at, last, levels)
        if stop == at or (_is_known(reading, at, stop) and not reading.between("area", at, stop)):
            break
        found.append(_district(reading, at, at, stop))
        joints = reading.between("joint", stop, stop + 2)
        at = joints[-1].end if joints and joints[0].start == stop else last
    return found if len(found) >= _FEWEST else []


def _compass(
    reading: Reading, named: Sequence[Named], designators: Mapping[int, Mention], *, any_told: bool
) -> list[Named]:
    """«Balikpapan Timur 291, Balikpapan Utara 265»: an area's name with a side of it is that of a district.

    Where the article speaks of districts, or tells of several such names.
    """
    found, listed = list[Named](), list[Named]()
    for name in named:
        sides = reading.between("side", name.end, name.end + 1)
        if name.level or name.end in designators or not sides or not _is_large(reading, name.end):
            continue
        side = _district(reading, name.start, name.start, sides[0].end)
        (listed if sides[0].value == "listed" else found).append(side)
    several = len({name.name for name in found}) > 1
    if not several and not any_told:
        return []
    return found + (listed if several else [])


def _framed(
    reading: Reading, designators: Mapping[int, Mention], found: Sequence[Named], levels: Set[int]
) -> list[Named]:
    """«Data per kecamatan: Sakra 4.512 peserta, Keruak 3.106 peserta»: bare names right before figures."""
    taken = {token for name in found for token in range(name.start, name.end)}
    framed: dict[int, Named] = {}
    for end, mention in designators.items():
        if mention.value != "district" or _is_large(reading, end):
            continue
        sentence = reading.sentence_of(mention.start)
        last = min(sentence + _FRAME + 1, len(reading.sentence_tokens) - 1)
        while last < len(reading.sentence_tokens) - 1 and _is_row(reading, last):
            last += 1
        for figure in reading.figures_in(end + 1, reading.sentence_tokens[last]):
            name = _before(reading, figure, taken, levels)
            if name is not None:
                framed[name.start] = name
    return list(framed.values())


def _is_row(reading: Reading, sentence: int) -> bool:
    """Whether a sentence is a row of a list: a few words and figures, with a sign or a number before them or none."""
    first, stop = reading.sentence_tokens[sentence : sentence + 2]
    return stop - first <= _ROW and reading.has_figure(first, stop)


def _before(reading: Reading, figure: int, taken: Set[int], levels: Set[int]) -> Named | None:
    """The words written large right before a figure, behind a word of lists, where they mean nothing that is known."""
    first = reading.sentence_tokens[reading.sentence_of(figure)]
    led = reading.word(figure - 1) == ","
    apart = figure - first > 1 and (led or _is_small(reading, figure - 1) or reading.word(figure - 1) in _SIGNS)
    end = figure - 1 if apart else figure
    start = _name_start(reading, end, first, levels)
    if led and not any(m.end == start for m in reading.between("members", start - 1, start)):
        return None  # only «terbanyak adalah Pamulang, 94.016 orang»
    tokens = range(start, end)
    words = [reading.word(token) for token in tokens if not _is_hyphen(reading, token)]
    if not words or any(len(word) < _SHORTEST or word.isupper() for word in words):
        return None
    if not taken.isdisjoint(tokens) or not levels.isdisjoint(tokens) or not (led or _goes_on(reading, start, first)):
        return None
    return None if _is_known(reading, start, end) else _district(reading, start, start, end)


def _goes_on(reading: Reading, start: int, first: int) -> bool:
    """Whether a list goes on with a token: behind a sign, a word that joins, a sentence's first word; or in a row."""
    if not any(reading.word(token)[0].isalpha() for token in range(first, start)):
        return _is_row(reading, reading.sentence_of(start))
    if start <= first + 1:
        return True
    if not reading.word(start - 1)[0].isalnum() or reading.is_level(start - 1, "at"):
        return True
    return any(m.end == start for kind in ("joint", "head") for m in reading.between(kind, start - 2, start))
