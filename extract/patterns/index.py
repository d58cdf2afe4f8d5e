"""The phrases of a pack as sequences of word numbers, for a matcher; phrases that mean the same share an entry."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from extract.model import Form
from extract.patterns.pack import Entry
from extract.patterns.phrases import SLOTS
from extract.patterns.tokens import pieces


class Meaning(NamedTuple):
    """What a phrase means where it is found: the kind of mention, its value and form, the word that is its figure."""

    kind: str
    value: object
    form: Form | None
    slot: int


class PhraseIndex(NamedTuple):
    """All phrases: ``words`` by number, and for each set of meanings the phrases that have it, as numbers of words."""

    words: tuple[str, ...]
    entries: tuple[tuple[tuple[Meaning, ...], tuple[tuple[int, ...], ...]], ...]


def index_phrases(phrases: Mapping[str, tuple[Entry, ...]]) -> PhraseIndex:
    """The index of a phrase table. Case does not count."""
    numbers: dict[str, int] = {}
    found: dict[tuple[int, ...], list[Meaning]] = {}
    for phrase, entries in phrases.items():
        plain = [piece.strip() for piece in pieces(phrase.lower())]
        for entry in entries:
            form = entry.form if entry.slot >= 0 else None
            words = plain if form is None else [SLOTS[form] if word == "@" else word for word in plain]
            sequence = tuple(numbers.setdefault(word, len(numbers)) for word in words)
            meaning = _meaning(entry, form, phrase, words)
            known = found.setdefault(sequence, [])
            if sequence and meaning not in known:
                known.append(meaning)
    return PhraseIndex(tuple(numbers), _grouped(found))


def _meaning(entry: Entry, form: Form | None, phrase: str, words: list[str]) -> Meaning:
    if form is None:
        kind = entry.kind if entry.form is None else f"{entry.kind}/{entry.layer or entry.form}"
        return Meaning(kind, entry.value, entry.form, -1)
    return Meaning("slot", entry.value, entry.form, phrase_slot(words, phrase, SLOTS[form]))


def phrase_slot(words: list[str], phrase: str, letter: str) -> int:
    """Index of the word of a phrase that stands for the figure the phrase speaks about.

    >>> phrase_slot(["dari", "#", "jiwa", "#", "aktif"], "dari # jiwa @ aktif", "#")
    3
    """
    before = phrase[: phrase.index("@")].count(letter)
    places = [at for at, word in enumerate(words) if word == letter]
    return places[before]


def _grouped(
    found: Mapping[tuple[int, ...], list[Meaning]],
) -> tuple[tuple[tuple[Meaning, ...], tuple[tuple[int, ...], ...]], ...]:
    groups: dict[tuple[tuple[str, int, int], ...], tuple[tuple[Meaning, ...], list[tuple[int, ...]]]] = {}
    for sequence, meanings in found.items():
        if sequence:
            # The values are the pack's own objects: telling them apart by identity is quick and enough.
            key = tuple((meaning.kind, id(meaning.value), meaning.slot) for meaning in meanings)
            groups.setdefault(key, (tuple(meanings), []))[1].append(sequence)
    return tuple((meanings, tuple(sequences)) for meanings, sequences in groups.values())
