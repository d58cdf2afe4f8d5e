"""Which numbers are live figures, and which rule says that the others are none."""

from __future__ import annotations

import pytest
from reader import extract, half_way


def live(text: str) -> list[float]:
    """The values of the live figures."""
    return [quantity.value for quantity, _ in half_way(text).figures.live]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        pytest.param("Ada 12.400 jiwa atau 71,3 persen.", [12400.0, 71.3], id="counts and percent"),
        pytest.param("Nilainya Rp 4,2 miliar.", [4_200_000_000.0], id="money"),
        pytest.param("Ada tiga klinik di sana.", [3.0], id="words"),
        pytest.param("Terdaftar 31.204 jiwa (88,21).", [31204.0, 88.21], id="a percent sign dropped"),
        pytest.param("Tunggakannya 9,4 M, kata dia.", [9_400_000_000.0], id="money by its capital"),
        pytest.param("Tunggakannya 9,4  M, kata dia.", [9_400_000_000.0], id="two blanks before it"),
        pytest.param("Gerakan 5 M dan 3M, kata dia.", [5.0, 3.0], id="a name with a capital"),
        pytest.param("Kata dia, semua aman.", [], id="none"),
    ],
)
def test_figures_are_live(text: str, values: list[float]) -> None:
    assert live(text) == values


def test_decimals_alone_in_brackets_are_a_percentage() -> None:
    forms = [quantity.form for quantity, _ in half_way("Terdaftar 31.204 jiwa (88,21).").figures.live]
    assert forms == ["count", "percent"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Dasarnya Perpres Nomor 21 Tahun 2019.", id="a decree"),
        pytest.param("Dasarnya Pasal 42 ayat (3).", id="an article of law"),
        pytest.param("Ia menunggak 24 bulan.", id="months owed"),
        pytest.param("Acara dimulai pukul 10.15 WIB.", id="clock time"),
        pytest.param("Itu terjadi pada 12 Maret 2021.", id="a date"),
        pytest.param("Itu kata dia, Selasa (22/8).", id="a day in brackets"),
        pytest.param("Telepon 0271-889123 untuk bertanya.", id="a phone number"),
        pytest.param("Umar (47 tahun) senang.", id="an age"),
        pytest.param("Sejak 2014 program itu berjalan.", id="a year"),
        pytest.param("Ia memilih kelas 2 saja.", id="a class"),
        pytest.param("Pandemi Covid-19 berlalu.", id="a name with a number"),
    ],
)
def test_numbers_that_are_no_figures(text: str) -> None:
    found = half_way(text).figures
    assert live(text) == []
    assert all(rule for _, _, rule in found.excluded)


def test_excluded_numbers_keep_their_rule_and_sentence() -> None:
    text = "Cakupan 71 persen.\nBaca juga: 4.100 Peserta Menunggak\nIa menunggak 24 bulan."
    found = half_way(text).figures
    told = {text[slice(*quantity.core)]: (number, rule) for quantity, number, rule in found.excluded}
    assert [quantity.value for quantity, _ in found.live] == [71.0]
    assert told["4.100"] == (-1, "related_link")
    assert told["24"][0] == 1


def test_a_live_figure_knows_its_sentence() -> None:
    text = "Kata dia, aman. Ada 12.400 jiwa. Lalu 71 persen."
    assert [number for _, number in half_way(text).figures.live] == [1, 2]


@pytest.mark.parametrize(
    ("listed", "forms"),
    [
        ("Sidrap 81 persen, Barru 79 dan Lima Puluh Kota 83.", ["percent"] * 3),
        ("Sidrap 98,9 persen, Barru 97,5 dan Pinrang 96,8.", ["percent"] * 3),
        ("Sidrap 81 persen, puskesmas 79.", ["percent", "count"]),
        ("Sidrap 81 persen, Barru 790.", ["percent", "count"]),
        ("Sidrap 81 persen, Barru 79 puskesmas.", ["percent", "count"]),
        ("Sidrap 81 persen. Barru 79.", ["percent", "count"]),
        ("Sidrap 81, Barru 79.", ["count", "count"]),
    ],
)
def test_a_name_and_a_bare_number_behind_a_share_are_one(listed: str, forms: list[str]) -> None:
    live = half_way(f"Cakupan JKN {listed}").figures.live
    assert [quantity.form for quantity, _ in live] == forms


def test_numbers_that_count_the_rows_of_a_table_are_no_figures() -> None:
    rows = "Peserta JKN Sragen\n{} PPU 71.208\n{} PBI 38.116\n{} BP 4.902"
    assert [fact.value for fact in extract(rows.format(1, 2, 3)).facts] == [71208, 38116, 4902]
    read = extract("Mitra BPJS Kesehatan\n12 puskesmas, 4 klinik\n13 apotek, 7 optik")
    assert [fact.value for fact in read.facts] == [12, 4, 13, 7]
