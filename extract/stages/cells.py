"""Which words of a sentence belong to which figure.

Figures said of one thing («571.330 jiwa atau 89,26 persen», «102.736 (95,11%)») form a group, and a sentence is cut
into one cell a group, at the strongest separator between two groups: a cell is a figure's own clause.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import attrgetter

from extract.reading import Cell, Figure, Mention, Reading

PEOPLE = {"person", "household"}
"""The units that one crowd is counted in twice: «21.340 jiwa atau 6.905 KK»."""

_RANK = {"hard": 0, "comma": 1, "and": 2, "with": 3, "from": 4, "into": 5}
_GROUP = 12  # figures said of one thing, at most
_STRETCH = 60  # cells that are read as one, at most
_TOKEN = attrgetter("token")
_FILLER = 3
_NOUN_PHRASE = 5
_BARE = 1
_ASIDE = 12
_PARTING = ("hard", "comma", "and")


def cut(reading: Reading, figures: Sequence[Figure]) -> list[Cell]:
    """The cells of one sentence that holds ``figures``, in order; together they cover the sentence."""
    if not figures:
        return []
    start, stop = reading.sentence_tokens[figures[0].sentence], reading.sentence_tokens[figures[0].sentence + 1]
    groups: list[list[Figure]] = [[figures[0]]]
    for figure in figures[1:]:
        if len(groups[-1]) < _GROUP and _linked(reading, groups[-1][-1], figure):
            groups[-1].append(figure)
        else:
            groups.append([figure])
    cells = []
    for group, after in zip(groups, [*groups[1:], None], strict=True):
        end = _cut(reading, group[-1], after[0]) if after else stop
        cells.append(Cell(start, end, tuple(group)))
        start = end
    return cells


def stretches(cells: Sequence[Cell], foreign: Sequence[Figure]) -> Iterator[tuple[Sequence[Cell], Sequence[Figure]]]:
    """The cells of a sentence that bid together, and the figures among them that count something else.

    They are all cells, but in a sentence with more figures than any prose has, where the time it takes to weigh each
    word for each figure would know no bounds: there, runs of as many cells as are still read as one.
    """
    for at in range(0, len(cells), _STRETCH):
        run = cells[at : at + _STRETCH]
        low = bisect_left(foreign, run[0].start, key=_TOKEN)
        yield run, foreign[low : bisect_left(foreign, run[-1].end, low, key=_TOKEN)]


def _linked(reading: Reading, left: Figure, right: Figure) -> bool:
    """Whether two neighbours speak of one thing.

    They do in «31.204 jiwa (88,21 persen)», «31.204 jiwa, 88,21 persen», and with a linking phrase between them that
    follows the noun of the first («jiwa peserta atau»), no comma before it but its own. One that begins with a comma
    leads to the share that a whole follows: «24.100 jiwa, hanya 13,1 persen dari».
    """
    if right.token == left.end + 1 and reading.word(left.end) == "(":
        return True
    if right.token == left.token + 2 and reading.word(left.token + 1) == "(":
        return True
    if (left.form, right.form) == ("percent", "count") and right.token == left.end + 1 and _with(reading, left.end):
        return True
    if left.form == right.form and {left.unit, right.unit} != PEOPLE:
        return False
    if right.form == "percent" and right.token == left.end + 1 and reading.word(left.end) == ",":
        return True
    links = reading.between("link", left.token + 1, right.token)
    if not links or links[0].value == "parting" or right.token - links[0].end > _FILLER:
        return False
    if reading.word(links[0].start) == "," and (right.form != "percent" or not reading.is_level(right.end, "of")):
        return False
    link = links[0].start - (reading.word(links[0].start - 1) == ",")
    own = reading.between("relative", left.end, left.end + 1)  # «X peserta yang tidak aktif atau Y persen»
    low = own[-1].end if own else left.end
    if link - low > _NOUN_PHRASE:
        return False
    return not any(m.value in ("hard", "comma") for m in reading.between("separator", low, link))


def _with(reading: Reading, token: int) -> bool:
    """Whether a token is the «dengan» of «84,1 persen dengan 1.206.700 jiwa»."""
    return any(m.value == "with" and m.end == token + 1 for m in reading.between("separator", token, token + 1))


def _cut(reading: Reading, left: Figure, right: Figure) -> int:
    """The token at which the words between two groups part."""
    between = [m for m in reading.between("separator", left.end, right.token) if m.value in _RANK]
    separators = [m for m in between if not (_leads(reading, m, right) or _tells(reading, between, m, right))]
    separators = [m for m in separators if not (m.value == "comma" and _which(reading, m))]
    if not separators:
        return left.end
    best = next((m for m in separators if _opens_whole(reading, m, right)), None) or min(
        separators, key=lambda m: (_RANK[str(m.value)], m.start)
    )
    if best.value == "into":
        named = [m for m in reading.between("cue/person", left.end + 1, best.start) if best.start - m.start > _BARE]
        return named[0].start if named else best.start
    return best.start


def _leads(reading: Reading, separator: Mention, right: Figure) -> bool:
    """Whether a colon stands between a label and its figure: «PBI 200.110 PPU: 90.230»."""
    return separator.end == right.token and reading.word(separator.start) == ":"


def _which(reading: Reading, separator: Mention) -> bool:
    """Whether a word for a time stands in the clause that tells which people: «4.100 peserta yang sebelumnya aktif»."""
    return bool(reading.between("restricting", separator.start - 1, separator.start))


def _opens_whole(reading: Reading, separator: Mention, right: Figure) -> bool:
    """Whether «dari» leads to a whole told behind a comma: «X jiwa dari jumlah penduduk semester II, Y jiwa»."""
    if separator.value != "from" or right.token - separator.end > _ASIDE or right.form != "count":
        return False
    commas = [m.value for m in reading.between("separator", separator.end, right.token) if m.value in _PARTING]
    return commas == ["comma"] and any(
        m.start == separator.start for m in reading.between("cue/person", separator.start, separator.end)
    )


def _tells(reading: Reading, between: Sequence[Mention], mention: Mention, right: Figure) -> bool:
    """Whether a separator is a relative clause that tells of the noun before it, not of the next figure.

    It opens one behind another separator («..., yang sudah terdaftar 800»), and where none parts it from that figure;
    «dari» parts it from a whole: «X warga yang belum terdaftar dari jumlah penduduk Y jiwa».
    """
    if not reading.between("relative", mention.start, mention.end) or any(m.end == mention.start for m in between):
        return False
    behind = [m for m in between if m.start >= mention.end]
    return any(m.value in _PARTING or _is_of_whole(reading, m, right) for m in behind)


def _is_of_whole(reading: Reading, separator: Mention, right: Figure) -> bool:
    """Whether a separator is the «dari» that leads to a whole, at once or by the noun of those in it."""
    if separator.value != "from" or right.form != "count" or not reading.is_level(separator.start, "of"):
        return False
    named = reading.between("cue/person", separator.start, separator.end)
    return separator.end == right.token or any(m.start == separator.start for m in named)
