"""Phrases in a text: found whatever the blanks and capitals, the longest of a kind, with offsets of the stored text."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reader import half_way

from extract.patterns import Cue


def cues(text: str) -> list[tuple[str, str]]:
    """The cues in a text, as written, with their indicators."""
    found = half_way(text)
    kinds = [kind for kind in found.reading.mentions if kind.startswith("cue")]
    return [(words, cue.indicator) for kind in kinds for words, cue in found.words(kind) if isinstance(cue, Cue)]


def slots(text: str) -> list[tuple[str, str, str]]:
    """Phrases that hold a figure: the words, the indicator, the text from the figure on that they speak about."""
    found = half_way(text)
    return [
        (found.written(m.start, m.end), m.value.indicator, text[found.reading.span(m.slot, m.slot + 1)[0] :])
        for m in found.reading.mentions.get("slot", ())
        if isinstance(m.value, Cue)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Warga yang belum terdaftar banyak.",
        "Warga yang BELUM Terdaftar banyak.",
        "Warga yang belum  terdaftar banyak.",
        "Warga yang belum\nterdaftar banyak.",
        "Warga yang belum\u00a0terdaftar banyak.",
        "Warga yang (belum terdaftar) banyak.",
    ],
    ids=["plain", "capitals", "two blanks", "a line break", "a hard blank", "brackets"],
)
def test_a_phrase_is_found_however_it_is_set(text: str) -> None:
    found = [(" ".join(words.lower().split()), indicator) for words, indicator in cues(text)]
    assert ("belum terdaftar", "non_participants") in found


def test_a_phrase_is_no_part_of_a_word() -> None:
    assert cues("Mereka teraktifkan otomatis.") == []


def test_a_phrase_does_not_cross_a_sentence() -> None:
    found = cues("Ia belum. Terdaftar sudah lama.")
    assert found
    assert all("." not in words for words, _ in found)


def test_the_longest_of_a_kind_wins() -> None:
    assert half_way("Segmen PBI APBN naik.").words("segment") == [("PBI APBN", "pbi_apbn")]


def test_words_may_be_cues_of_several_indicators() -> None:
    found = {indicator for words, indicator in cues("Warga itu belum terdaftar.") if words == "belum terdaftar"}
    assert {"non_participants", "non_coverage_pct"} <= found


def test_phrases_that_mean_nothing_shadow_what_they_hold() -> None:
    values = [value for _, value in half_way("Ia menabung di Bank Mandiri.").words("segment")]
    assert values == [None]


def test_a_phrase_may_hold_the_figure() -> None:
    text = "Dari 640.118 penduduk, separuhnya ikut."
    assert ("Dari 640.118 penduduk", "population", text.removeprefix("Dari ")) in slots(text)


def test_of_two_figures_a_phrase_speaks_about_one() -> None:
    text = "Dari 96 desa, baru 58 desa yang ikut."
    assert ("baru 58 desa", "villages_enrolled", "58 desa yang ikut.") in slots(text)


def test_the_figure_of_a_phrase_has_its_form() -> None:
    assert "population" not in [indicator for _, indicator, _ in slots("Dari 64 persen penduduk, separuhnya ikut.")]


def test_words_beside_a_figure_are_found_where_they_stand() -> None:
    text = "Di sana  (ada)   1.204 jiwa,dan 71,5%warga   PBI APBN\n\nkata dia."
    found = half_way(text)
    assert [text[slice(*quantity.span)] for quantity, _ in found.figures.live] == ["1.204", "71,5%"]
    starts = [found.reading.span(token, token + 1)[0] for token in found.reading.figure_tokens]
    assert starts == [text.index("1.204"), text.index("71,5%")]
    assert found.words("segment") == [("PBI APBN", "pbi_apbn")]
    assert ("jiwa", "person") in found.words("unit")


def test_tokens_are_written_as_in_the_text() -> None:
    text = "Kab. Sragen\n(Jateng):  871.240 jiwa/orang."
    found = half_way(text)
    reading = found.reading
    for token in range(reading.sentence_tokens[-1]):
        start, end = reading.span(token, token + 1)
        assert reading.word(token) == text[start:end] != ""


@given(st.text("aB 1.,%\n()İé-", max_size=60))
def test_tokens_are_in_order_for_any_text(text: str) -> None:
    found = half_way(text)
    first, last = found.reading.sentence_tokens[0], found.reading.sentence_tokens[-1]
    spans = [found.reading.span(token, token + 1) for token in range(first, last)] if found.layout.sentences else []
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(left[1] <= right[0] for left, right in itertools.pairwise(spans))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Iuran warga di bayar lewat APBD.", ["di bayar"]),
        ("Peserta yang di nonaktifkan banyak.", ["di nonaktifkan"]),
        ("Mereka tinggal di bayaran.", []),
    ],
    ids=["a verb of the list", "a verb with the ending", "a longer word"],
)
def test_a_prefix_may_stand_apart_from_its_verb(text: str, found: list[str]) -> None:
    words = [words for words, _ in cues(text)]
    assert [part for part in found if any(part in word for word in words)] == found
    assert found or not any(word.startswith("di ") for word in words)
