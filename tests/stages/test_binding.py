"""Binding: which indicator a figure is of, by the words around it, the figures beside it and the series so far."""

from __future__ import annotations

import pytest
from reader import facts


def bound(text: str) -> list[tuple[str, float]]:
    """Indicator and value of each fact of a text."""
    return [(fact.indicator, fact.value) for fact in facts(text)]


# Pairs


@pytest.mark.parametrize(
    ("counted", "indicator"),
    [("312 badan usaha", "arrears_employers"), ("1.312 jiwa", "arrears_participants")],
)
def test_those_beside_an_amount_owed_owe_it_and_are_counted_in_their_unit(counted: str, indicator: str) -> None:
    (amount, people) = facts(f"Kekurangan pembayaran iuran JKN Sragen Rp 4,2 miliar ({counted}).")
    assert (amount.indicator, people.indicator) == ("arrears_amount", indicator)


# Series


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Dari 900.120 penduduk Sragen, 871.240 jiwa terdaftar JKN, sisanya 28.880 jiwa.", "non_participants"),
        ("Peserta JKN Sragen yang aktif 871.240 jiwa, sisanya 28.880 jiwa.", "participants_inactive"),
    ],
)
def test_the_rest_of_a_series_is_its_negation(text: str, rest: str) -> None:
    assert bound(text)[-1] == (rest, 28880.0)


def test_few_people_do_not_go_on_a_series_of_another_sentence() -> None:
    text = "Sebanyak 871.240 jiwa sudah terdaftar JKN di Sragen{} Kecamatan Gemolong {} orang."
    first = ("participants", 871240.0)
    assert bound(text.format(".", "45")) == [first]
    assert bound(text.format(".", "4.500")) == [first, ("participants", 4500.0)]
    assert bound(text.format(",", "45")) == [first, ("participants", 45.0)]


# Parts and wholes


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Sebanyak 871.240 dari 900.120 penduduk Sragen telah terdaftar sebagai peserta JKN.", "participants"),
        ("Sebanyak 871.240 orang yang belum terjamin JKN dari 900.120 penduduk Sragen.", "non_participants"),
    ],
)
def test_what_is_said_around_the_whole_is_said_of_the_part(text: str, part: str) -> None:
    assert bound(text) == [(part, 871240.0), ("population", 900120.0)]


def test_a_triple_that_words_deny_is_not_fitted() -> None:
    text = "Peserta JKN Sragen naik. Sebanyak 871.240 jiwa {}dari 900.120 penduduk, atau 96,79 persen{}."
    assert bound(text.format("terdaftar ", "")) == [
        ("participants", 871240.0),
        ("population", 900120.0),
        ("coverage_pct", 96.79),
    ]
    assert bound(text.format("", ", sudah divaksin")) == [("population", 900120.0)]


# What the sentence before says


@pytest.mark.parametrize(
    ("before", "indicator"),
    [
        pytest.param("Tingkat keaktifan peserta JKN Jawa Tengah dipaparkan.", "active_pct", id="another share"),
        pytest.param("Cakupan JKN Jawa Tengah dipaparkan.", "coverage_pct", id="the usual one"),
        pytest.param(
            "Warga yang belum terdaftar JKN di Jawa Tengah dipaparkan.", "coverage_pct", id="not turned round"
        ),
    ],
)
def test_the_sentence_before_says_what_a_bare_share_of_an_area_is(before: str, indicator: str) -> None:
    assert bound(f"{before} Kabupaten Sragen 80 persen.") == [(indicator, 80.0)]


# Levels and growth


@pytest.mark.parametrize(
    ("said", "indicator"), [("naik menjadi", "coverage_pct"), ("naik jadi", "coverage_pct"), ("naik", "growth_pct")]
)
def test_a_level_is_no_growth(said: str, indicator: str) -> None:
    assert bound(f"Cakupan JKN Sragen {said} 95 persen.") == [(indicator, 95.0)]


def test_the_old_level_is_no_growth() -> None:
    found = bound("Cakupan JKN Sragen naik dari 92 persen menjadi 98 persen.")
    assert found == [("coverage_pct", 92.0), ("coverage_pct", 98.0)]
