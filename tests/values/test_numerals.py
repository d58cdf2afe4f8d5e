"""Digits and number words, to values and back."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.errors import PatternError
from extract.model import Form
from extract.values import NumeralWords, format_number, read_digits
from extract.values.lexicon import Section

LEXICON = Path(__file__).parents[2] / "patterns" / "lexicon"


def table() -> dict[str, Any]:
    return tomllib.loads((LEXICON / "numerals.toml").read_text(encoding="utf-8"))


WORDS = NumeralWords(Section(table(), "numerals.toml"))

DIGITS: list[tuple[str, Form, int, float, tuple[str, ...]]] = [
    # a dot groups thousands, a comma is the decimal sign
    ("1.408.233", "count", 1, 1408233, ()),
    ("4312", "count", 1, 4312, ()),
    ("12.400", "count", 1, 12400, ()),
    ("74,01", "percent", 1, 74.01, ()),
    ("1.408.233,50", "money", 1, 1408233.5, ()),
    ("1.500,5", "money", 1, 1500.5, ()),
    ("0,75", "count", 1, 0.75, ()),
    ("0,753", "count", 1, 0.753, ()),
    # the other way round
    ("1,408,233", "count", 1, 1408233, ("swapped_separator",)),
    ("318,402", "count", 1, 318402, ("swapped_separator",)),
    ("1,500", "money", 1, 1500, ("swapped_separator",)),
    ("88.17", "percent", 1, 88.17, ("swapped_separator",)),
    ("5.3", "count", 10**12, 5.3e12, ("swapped_separator",)),
    ("1,408,233.5", "money", 1, 1408233.5, ("swapped_separator",)),
    # three decimals under a scale word or a percent sign
    ("2,137", "count", 10**6, 2137000, ()),
    ("6,245", "money", 10**9, 6245000000, ()),
    ("71,343", "percent", 1, 71.343, ()),
    ("1.234", "percent", 1, 1.234, ("ambiguous_separator",)),
    ("1.000", "percent", 1, 1000, ()),
    ("2.137", "count", 10**6, 2137000, ("ambiguous_separator",)),
    ("3.842", "money", 10**12, 3842 * 10**12, ("ambiguous_separator",)),
    ("1.200", "count", 1000, 1200000, ("ambiguous_separator",)),
    # slips
    ("49,040.562.303", "money", 1, 49040562303, ("mixed_separators",)),
    ("1.408,233", "count", 1, 1408233, ("mixed_separators",)),
    ("1.408233", "count", 1, 1408233, ("odd_groups",)),
    ("1408.233", "count", 1, 1408233, ("odd_groups",)),
    ("1.40.233", "count", 1, 140233, ("odd_groups",)),
    ("1.408.23", "count", 1, 1408.23, ("odd_groups",)),
    ("49.040.562.303", "money", 10**9, 49040562303, ()),
]


@pytest.mark.parametrize(("token", "form", "scale", "value", "flags"), DIGITS, ids=[case[0] for case in DIGITS])
def test_digits(token: str, form: Form, scale: int, value: float, flags: tuple[str, ...]) -> None:
    reading = read_digits(token, form=form, scale=scale)
    assert (reading.times(scale), reading.flags) == (value, flags)


def test_scaled_decimals_are_rounded_once() -> None:
    assert read_digits("28,6", scale=10**9).times(10**9) == 28600000000.0
    assert read_digits("0,07", scale=10**6).times(10**6) == 70000.0


SPELLED = {
    "nol": 0, "satu": 1, "sepuluh": 10, "sebelas": 11, "dua belas": 12, "sembilan belas": 19, "dua puluh": 20,
    "dua puluh empat": 24, "seratus": 100, "seratus satu": 101, "dua ratus lima belas": 215, "seribu": 1000,
    "seribu lima ratus": 1500, "dua ratus ribu": 200_000, "satu juta": 1_000_000, "seratus ribu satu": 100_001,
    "tiga miliar empat ratus juta": 3_400_000_000, "dua triliun seribu": 2_000_000_001_000,
}  # fmt: skip


@pytest.mark.parametrize(("words", "value"), SPELLED.items())
def test_words_both_ways(words: str, value: int) -> None:
    assert WORDS.parse(words) == value
    assert WORDS.spell(value) == words


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("sejuta", 1e6), ("setengah", 0.5), ("dua setengah juta", 2.5e6), ("setengah miliar", 5e8), ("separuh", 0.5),
        ("dua setengah", 2.5), ("duapuluh empat", 24), ("dua ratus  ribu", 2e5), ("LIMA RIBU", 5000),
        ("tiga perempat", 0.75),
        ("dua ribu triliun", 2e15), ("lima puluhan", 50), ("delapan", 8), ("sembilan belas", 19),
        ("dua juta setengah", None),
        ("dua tiga", None), ("puluh", None), ("sepuluh satu", None), ("dua belas tiga", None), ("satuan", None),
        ("ratus dua", None), ("dua ribu tiga ribu", None), ("kedua", None), ("", None), ("belasan", None),
        ("enam rumah", None),
    ],
)  # fmt: skip
def test_parse(words: str, value: float | None) -> None:
    assert WORDS.parse(words) == value


@given(st.integers(min_value=0, max_value=10**15 - 1))
def test_any_whole_number_survives_its_words(value: int) -> None:
    assert WORDS.parse(WORDS.spell(value)) == value


@given(st.integers(min_value=0, max_value=10**12))
def test_words_agree_with_another_speller(value: int) -> None:
    num2words = pytest.importorskip("num2words").num2words
    spelled = num2words(value, lang="id").replace("milyar", "miliar").replace("trilyun", "triliun")
    assert WORDS.parse(spelled) == value


@given(st.integers(min_value=0, max_value=10**14), st.integers(min_value=0, max_value=2))
def test_any_number_survives_its_digits(mantissa: int, decimals: int) -> None:
    value = mantissa / 10**decimals
    assert read_digits(format_number(value)).times(1) == pytest.approx(value, rel=1e-15)


@pytest.mark.parametrize(
    ("value", "digits"),
    [(1408233, "1.408.233"), (74.01, "74,01"), (0.5, "0,5"), (1500, "1.500"), (0, "0"), (1234.5, "1.234,5")],
)
def test_format_number(value: float, digits: str) -> None:
    assert format_number(value) == digits


@pytest.mark.parametrize("value", [-1, 10**15])
def test_spell_says_its_range(value: int) -> None:
    with pytest.raises(ValueError, match="outside 0 to 999 triliun"):
        WORDS.spell(value)


def test_errors_name_file_and_key() -> None:
    broken = table()
    broken["units"]["satu"] = "1"
    with pytest.raises(PatternError, match=r"numerals\.toml \[units\]: satu is '1', not a number \(write satu"):
        NumeralWords(Section(broken, "numerals.toml"))
    missing = table()
    del missing["joints"]["half"]
    with pytest.raises(PatternError, match=r"numerals\.toml \[joints\]: half is missing or no text"):
        NumeralWords(Section(missing, "numerals.toml"))
    gap = table()
    del gap["units"]["enam"]
    with pytest.raises(PatternError, match=r"\[units\] does not name 0 to 9"):
        NumeralWords(Section(gap, "numerals.toml"))
    fused = table()
    del fused["fused"]["sebelas"]
    with pytest.raises(PatternError, match=r"\[fused\] has no word for 11"):
        NumeralWords(Section(fused, "numerals.toml"))
