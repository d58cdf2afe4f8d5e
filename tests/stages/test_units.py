"""What a figure counts, by the noun at its side."""

from __future__ import annotations

import pytest
from reader import facts, half_way

from extract.reading import OTHER, Figure


def figure(text: str) -> Figure:
    """The one live figure of a text."""
    found = half_way(text).units()
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize(
    ("text", "unit", "noun"),
    [
        ("Ada 40 jiwa di sana.", "person", "jiwa"),
        ("Ada 40 orang di sana.", "person", "orang"),
        ("Ada 40 peserta di sana.", "person", "peserta"),
        ("Ada 40 KK di sana.", "household", "KK"),
        ("Ada 40 kepala keluarga di sana.", "household", "kepala keluarga"),
        ("Ada 40 desa di sana.", "village", "desa"),
        ("Ada 40 gampong di sana.", "village", "gampong"),
        ("Ada 40 badan usaha di sana.", "employer", "badan usaha"),
        ("Ada 40 perusahaan di sana.", "employer", "perusahaan"),
        ("Ada 40 kunjungan di sana.", "visit", "kunjungan"),
        ("Ada 40 pasien di sana.", OTHER, "pasien"),
        ("Ada 40 kecamatan di sana.", OTHER, "kecamatan"),
        ("Ada 40 peserta didik di sana.", OTHER, "peserta didik"),
        ("Ada 40 gerobak di sana.", OTHER, "gerobak"),
    ],
)
def test_the_noun_says_the_unit(text: str, unit: str, noun: str) -> None:
    found = figure(text)
    assert (found.unit, found.noun) == (unit, noun)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ada 40 puskesmas di sana.", "puskesmas"),
        ("Ada 40 FKTP di sana.", "fktp"),
        ("Ada 40 rumah sakit di sana.", "rumah_sakit"),
        ("Ada 40 rumah sakit swasta di sana.", "rs_swasta"),
        ("Ada 40 dokter gigi di sana.", "praktik_dokter_gigi"),
        ("Ada 40 klinik utama di sana.", "klinik_utama"),
        ("Ada 40 klinik di sana.", "klinik"),
        ("Ada 40 apotek di sana.", "apotek"),
    ],
)
def test_a_kind_of_facility_is_a_unit(text: str, kind: str) -> None:
    found = figure(text)
    assert (found.unit, found.facility) == ("facility", kind)


@pytest.mark.parametrize(
    ("text", "unit"),
    [("Nilainya Rp 4 miliar warga.", "idr"), ("Cakupannya 40 persen desa.", "percent"), ("Cakupannya 40%.", "percent")],
)
def test_money_and_percent_are_their_own_unit(text: str, unit: str) -> None:
    found = figure(text)
    assert (found.unit, found.noun) == (unit, None)


@pytest.mark.parametrize(
    "text",
    ["Jumlahnya 4.000.", "Ada 4.000 dari sana.", "Ada 4.000 yang ikut.", "Ada 4.000 terdaftar.", "Ada 4.000 lagi."],
)
def test_no_noun_leaves_the_unit_open(text: str) -> None:
    assert figure(text).unit is None


def test_the_noun_may_stand_behind_a_bracket() -> None:
    found = half_way("Ada 102.736 (95,11%) orang di sana.").units()
    assert [each.unit for each in found] == ["person", "percent"]


def test_the_noun_of_another_sentence_is_not_taken() -> None:
    assert half_way("Jumlahnya 4.000. Desa itu jauh.").units()[0].unit is None


def test_the_noun_of_the_next_line_is_not_taken() -> None:
    found = half_way("PBI JK\t214.806\nWarga miskin\t159.377\nPPU\t171.240").units()
    assert [each.unit for each in found] == [None, None, None]


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Sebanyak 1.240 ibu hamil di Sragen telah terdaftar sebagai peserta JKN.", True),
        ("Di Sragen 4.310 siswa dan 1.205 santri sudah terdaftar JKN.", True),
        ("Pemkab Sragen membiayai JKN 1.062 kepala desa.", True),
        ("Sebanyak 1.240 ibu hamil di Sragen mengikuti kelas yoga.", False),
        ("Petugas BPJS Kesehatan menemui 1.240 siswa di Sragen.", False),
    ],
)
def test_some_people_are_counted_where_they_are_enrolled(text: str, counted: bool) -> None:
    assert bool(facts(text)) is counted


@pytest.mark.parametrize("noun", ["peternak", "penambang", "penjaga sekolah"])
def test_people_of_any_calling_are_counted_where_they_are_enrolled(noun: str) -> None:
    (fact,) = facts(f"Sebanyak 1.204 {noun} di Sragen sudah menjadi peserta JKN.")
    assert (fact.indicator, fact.unit) == ("participants", "person")
    assert not facts(f"Sebanyak 1.204 {noun} di Sragen hadir dalam sosialisasi JKN.")


def test_an_old_level_counts_what_the_new_one_does() -> None:
    read = half_way("Peserta JKN dilayani, loket ditambah dari 8 menjadi 15 loket.").units()
    assert [one.unit for one in read] == ["other", "other"]
