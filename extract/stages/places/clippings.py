"""Short names that an article gives an area itself, in brackets behind its full one."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from extract.reading import Reading
from extract.stages.places.districts import Named

_SHORTEST = 3  # letters of a short name that no table holds
_LEVELS = ("regency", "city", "province", None)


def in_brackets(reading: Reading, named: Sequence[Named]) -> list[Named]:
    """The names that stand in brackets right behind another: «DPRD Mandailing Natal (Madina)»."""
    stops = {name.end for name in named}
    return [
        name
        for name in named
        if name.start - 1 in stops and reading.word(name.start - 1) == "(" and _closes(reading, name.end)
    ]


def clipped(reading: Reading, named: Sequence[Named], known: Collection[str]) -> list[Named]:
    """Names that only the article knows, wherever it says them: «Kabupaten Aceh Timur (Atim) ... di Atim».

    Such a name is clipped from the full one: its letters are some of that, in their order.
    """
    short = {word: name for word, name in _given(reading, named) if word.casefold() not in known}
    if not short:
        return []
    taken = {token for name in named for token in range(name.start, name.end)}
    tokens = (token for token in range(len(reading.starts)) if token not in taken)
    told = ((token, short[word]) for token in tokens if (word := reading.word(token)) in short)
    return [Named(token, token, token + 1, name.name, name.level, "") for token, name in told]


def _given(reading: Reading, named: Sequence[Named]) -> Iterator[tuple[str, Named]]:
    """Each word in brackets behind an area's name that is clipped from it."""
    for name in named:
        at = name.end + 1
        if name.level not in _LEVELS or not _closes(reading, at + 1) or reading.word(name.end) != "(":
            continue
        word = reading.word(at)
        if word[0].isupper() and word.isalpha() and len(word) >= _SHORTEST and is_clipped(word, name.name):
            yield word, name


def _closes(reading: Reading, token: int) -> bool:
    return token < len(reading.starts) and reading.word(token) == ")"


def is_clipped(word: str, name: str) -> bool:
    """Whether a word has the first letter of a name, and others of it in their order.

    >>> is_clipped("Atim", "aceh timur"), is_clipped("JKN", "aceh timur"), is_clipped("Aceh", "aceh timur")
    (True, False, False)
    """
    lower, rest = word.lower(), iter(name)
    first = lower[0] == name[0] and lower not in name
    return first and all(letter in rest for letter in lower)
