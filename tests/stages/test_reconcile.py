"""Reconciling: the same figure said twice is one row."""

from __future__ import annotations

import pytest
from reader import facts


def rows(text: str) -> list[tuple[str, float, bool]]:
    """Indicator, value and whether it stands in the headline, of each fact of a text."""
    return [(fact.indicator, fact.value, fact.in_title) for fact in facts(text)]


def test_a_headline_figure_gives_way_to_the_one_that_it_rounds() -> None:
    text = "9 Ribu Peserta JKN Sragen Menunggak\n\nSebanyak {} peserta JKN di Sragen dinonaktifkan."
    body = ("participants_removed", 9321.0, False)
    assert rows(text.format("9.321")) == [body]
    assert rows(text.format("8.321")) == [("arrears_participants", 9000.0, True), (*body[:1], 8321.0, False)]


@pytest.mark.parametrize("unit", ["peserta", "KK"])
def test_a_headline_figure_does_not_give_way_to_one_of_another_unit(unit: str) -> None:
    found = rows(f"9 Ribu Peserta JKN Sragen Menunggak\n\nSebanyak 9.321 {unit} di Sragen dinonaktifkan dari JKN.")
    assert (9000.0 in [value for _, value, _ in found]) == (unit == "KK")


def test_a_figure_said_again_counts_its_mentions() -> None:
    (fact,) = facts("Peserta JKN Sragen 871.240 jiwa. Kata dia, peserta JKN Sragen sudah 871 ribu jiwa.")
    assert (fact.value, fact.mentions) == (871240.0, 2)


def test_the_day_of_a_figure_is_more_than_its_month() -> None:
    text = "Cakupan JKN Sragen 98,37 persen per Mei 2024.\n\nPer 1 Mei 2024 cakupan JKN Sragen mencapai 98,37 persen."
    (fact,) = facts(text)
    assert str(fact.period_end) == "2024-05-01"


def readings(text: str) -> list[tuple[str, float]]:
    return [(fact.indicator, fact.value) for fact in facts(text)]


def test_a_telling_number_said_again_counts_what_it_is_best_known_to_count() -> None:
    text = (
        "Nasib 45.939 warga Kabupaten Sragen dalam program JKN dibahas kemarin.\n\n"
        "Sebanyak 45.939 peserta JKN dinonaktifkan Kementerian Sosial."
    )
    assert readings(text) == [("participants_removed", 45939.0)]


def test_a_telling_number_is_a_flow_rather_than_what_it_ends_in() -> None:
    text = (
        "Kementerian Sosial menonaktifkan kepesertaan 17.316 peserta PBI JKN di Sragen.\n\n"
        "Kepala Dinas Sosial Sragen membenarkan ada 17.316 peserta JKN yang nonaktif."
    )
    assert readings(text) == [("participants_removed", 17316.0)]


def test_two_readings_in_one_sentence_both_stay() -> None:
    text = "Penduduk Sragen 901.203 jiwa dan peserta JKN aktif 901.203 jiwa."
    assert len(readings(text)) == 2


def test_a_headline_says_nothing_that_the_body_says() -> None:
    text = (
        "Nunggak Iuran, 17.503 Peserta JKN Mandiri Sragen Ditagih\n\n"
        "Di Sragen 17.503 peserta mandiri JKN menunggak iuran, kata Kepala BPJS Kesehatan, Senin (3/6/2024)."
    )
    assert readings(text) == [("arrears_participants", 17503.0)]


def test_a_telling_number_is_one_row_in_a_branch_and_in_its_regency() -> None:
    text = (
        "BPJS Kesehatan Cabang Surakarta mencatat 31.657 peserta JKN menunggak iuran.\n\n"
        "Di Kabupaten Sragen dan sekitarnya, 31.657 peserta JKN itu menunggak sejak 2021."
    )
    assert readings(text) == [("arrears_participants", 31657.0)]


def test_a_rounder_figure_beside_another_is_a_figure_of_its_own() -> None:
    text = "Klaim JKN: penyakit stroke Rp 1,38 triliun, penyakit ginjal Rp 1,3 triliun."
    assert readings(text) == [("claims_cost", 1.38e12), ("claims_cost", 1.3e12)]
    text = "Peserta JKN di Sragen 8,4 juta orang, tepatnya 8.411.467 orang."
    assert readings(text) == [("participants", 8411467.0)]


def test_more_than_a_round_sum_is_not_a_lesser_one() -> None:
    text = "Tunggakan iuran JKN Sragen {} Rp 7 miliar. Tunggakan iuran JKN Sragen itu tercatat Rp 6,93 miliar."
    assert [fact.value for fact in facts(text.format("lebih dari"))] == [7e9, 6.93e9]
    assert [fact.value for fact in facts(text.format("sekitar"))] == [6.93e9]


@pytest.mark.parametrize(
    ("number", "rows"),
    [
        ("9.863", ["participants_new"]),
        ("416 ribu", ["participants_new"]),
        ("900", ["participants_new", "participants"]),
        ("9 ribu", ["participants_new", "participants"]),
    ],
)
def test_a_number_of_people_tells_of_one_thing_if_it_is_not_small_or_round(number: str, rows: list[str]) -> None:
    text = (
        f"Pemkab Sragen mendaftarkan {number} peserta baru JKN. Sosialisasi berlangsung di aula.\n\n"
        f"Peserta JKN di Kabupaten Sragen {number} jiwa."
    )
    assert [name for name, _ in readings(text)] == rows


def test_the_same_number_of_two_months_is_two_rows() -> None:
    text = (
        "Penerimaan iuran JKN di Meulaboh tahun 2020: Januari Rp 5,1 miliar, Februari Rp 5,3 miliar, Mei Rp 5,3 miliar."
    )
    assert [(fact.value, fact.period_start and fact.period_start.month) for fact in facts(text)] == [
        (5.1e9, 1),
        (5.3e9, 2),
        (5.3e9, 5),
    ]


def test_one_rate_of_a_class_and_of_a_segment_is_two_rows() -> None:
    text = "Iuran JKN kelas III diusulkan Rp 42.000 per bulan. Untuk peserta PBI juga diusulkan Rp 42.000 per bulan."
    assert {(fact.care_class, fact.segment) for fact in facts(text)} == {(3, None), (None, "pbi")}


_PEOPLE = "Peserta JKN Sragen {} 700.000 jiwa dari 1.000.000 penduduk. "


@pytest.mark.parametrize(
    ("text", "flags"),
    [
        pytest.param("pada 2023|Cakupan JKN Sragen pada 2023 mencapai 70 persen.", {"agrees:coverage_pct"}, id="fits"),
        pytest.param("pada 2023|Cakupan JKN Sragen pada 2023 95 persen.", {"conflicts:coverage_pct"}, id="does not"),
        pytest.param("pada 2021|Cakupan JKN Sragen pada 2023 mencapai 95 persen.", set(), id="another year"),
        pytest.param("pada 2023|Cakupan JKN Karanganyar pada 2023 95 persen.", set(), id="another area"),
    ],
)
def test_figures_of_one_area_and_time_are_held_against_each_other(text: str, flags: set[str]) -> None:
    when, share = text.split("|")
    found = facts(_PEOPLE.format(when) + share)
    assert {flag for fact in found for flag in fact.flags if ":" in flag} == flags
    assert len(found) == 3


@pytest.mark.parametrize(
    ("again", "rows"),
    [
        pytest.param("Jika 88 ribu peserta tadi dinonaktifkan, keaktifan turun.", 1, id="pointed at"),
        pytest.param("Jika 88 ribu peserta dinonaktifkan, keaktifan turun.", 2, id="not pointed at"),
        pytest.param("Jika 31 ribu peserta tadi dinonaktifkan, keaktifan turun.", 2, id="another number"),
    ],
)
def test_a_number_told_again_in_round_words(again: str, rows: int) -> None:
    text = f"Sebanyak 88.413 peserta PBI JKN Sragen menunggak. Bupati khawatir. {again}"
    assert len([fact for fact in facts(text) if fact.unit == "person"]) == rows
