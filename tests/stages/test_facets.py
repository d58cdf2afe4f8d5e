"""Care class, kind of facility and per: what a figure wears that its own clause does not say in full."""

from __future__ import annotations

from datetime import date

import pytest
from reader import facts

PUBLISHED = date(2024, 5, 20)


@pytest.mark.parametrize(
    ("text", "classes"),
    [
        pytest.param("Sebanyak 655 peserta JKN pindah, dari kelas II ke kelas III.", [3], id="moved, behind a comma"),
        pytest.param("Sebanyak 655 peserta JKN pindah kelas, kebanyakan ke kelas III.", [None], id="most of them"),
        pytest.param("Iuran JKN Rp 25.500 per orang per bulan, untuk kelas III.", [3], id="rate, behind a comma"),
        pytest.param("Iuran JKN kelas 1 naik. Itu sudah lama. Kini Rp 150.000 per bulan.", [1], id="rate, two before"),
        pytest.param("Kelas 3 JKN paling banyak. Pesertanya 27.213 orang.", [3], id="their people"),
        pytest.param(
            "Penunggak JKN kelas 3 sebanyak 21.340 peserta dari 2.915 KK.", [3, 3], id="people and households"
        ),
        pytest.param("Penunggak JKN 57.000 peserta, baik kelas 1, 2 maupun kelas 3.", [None], id="all of them"),
        pytest.param(
            "Iuran JKN kelas II semula Rp 51.000 menjadi Rp 100.000 dan kelas III yang semula Rp 25.500.",
            [2, 2, 3],
            id="behind and",
        ),
    ],
)
def test_the_class_of_a_figure(text: str, classes: list[int | None]) -> None:
    assert [fact.care_class for fact in facts(text, PUBLISHED)] == classes


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        pytest.param("RS swasta yang bermitra dengan BPJS Kesehatan 12 RS.", ["rs_swasta"], id="the kind before"),
        pytest.param("Klinik pratama mitra BPJS Kesehatan 12 klinik.", ["klinik_pratama"], id="of clinics"),
        pytest.param("Puskesmas dan rumah sakit mitra BPJS Kesehatan 12 rumah sakit.", ["rumah_sakit"], id="another"),
        pytest.param(
            "FKTP yang bekerja sama dengan JKN naik 28 persen, dari 17.210 menjadi 22.030.",
            [None, "fktp", "fktp"],
            id="far",
        ),
        pytest.param("FKTP mitra BPJS Kesehatan ada 91, rumah sakitnya 11.", ["fktp", "rumah_sakit"], id="theirs"),
        (
            "RS swasta mitra BPJS Kesehatan pada Januari 2015 ada 612 RS. Mei 2015 jadi 790 RS, Agustus 808 RS.",
            ["rs_swasta"] * 3,
        ),
        pytest.param(
            "BPJS Kesehatan mengontrak 38 faskes tingkat dasar, 4 faskes tingkat dua, dan 3 RS pelat merah.",
            ["fktp", "fkrtl", "rs_pemerintah"],
            id="levels in words",
        ),
        pytest.param(
            "Di Sragen 13 unit klinik pratama, 7 labkes dan 5 optik rekanan melayani JKN, optiknya 2 di mal.",
            ["klinik_pratama", "laboratorium", "optik", "optik"],
            id="units of them",
        ),
    ],
)
def test_the_kind_of_a_facility(text: str, kinds: list[str | None]) -> None:
    assert [fact.facility_type for fact in facts(text, PUBLISHED)] == kinds


@pytest.mark.parametrize(
    ("text", "per"),
    [
        pytest.param(
            "Tiap keluarga peserta JKN membayar iuran Rp 15.000 sebulan.", "household_month", id="a household"
        ),
        pytest.param("Tahun 2018 defisit JKN Rp 9 triliun, setahun sebelumnya Rp 7 triliun.", None, id="a year before"),
        pytest.param("Anggaran iuran JKN Pemkab Karo Rp 9 miliar setahun.", "year", id="a year"),
    ],
)
def test_for_how_long_money_is(text: str, per: str | None) -> None:
    assert {fact.per for fact in facts(text, PUBLISHED)} == {per}


@pytest.mark.parametrize(
    ("text", "programs"),
    [
        pytest.param(
            "Peserta Jamkesda Karo 7.200 jiwa. Biayanya Rp 3,5 miliar.", ["jamkesda", "jamkesda"], id="its money"
        ),
        pytest.param(
            "Peserta Jamkesda Karo 7.200 jiwa. Tahun lalu 9.500 jiwa.", ["jamkesda", "jamkesda"], id="earlier"
        ),
        pytest.param("Peserta Jamkesda Karo 7.200 jiwa. Peserta JKN 95.000 jiwa.", ["jamkesda", "jkn"], id="the other"),
        pytest.param(
            "Peserta JKN dari integrasi Jamkesda 7.200 jiwa. Rincian peserta Jamkesda Karo 5.100, Dairi 2.100.",
            ["jkn", "jkn", "jkn"],
            id="taken in",
        ),
    ],
)
def test_the_local_scheme_goes_on_until_the_national_one_is_named(text: str, programs: list[str]) -> None:
    assert [fact.program for fact in facts(text, PUBLISHED)] == programs


@pytest.mark.parametrize("noun", ["rumah sakit", "klinik"])
def test_a_part_of_facilities_is_of_their_kind(noun: str) -> None:
    found = facts(f"Sebanyak 8 dari 11 {noun} di Sragen menjadi mitra BPJS Kesehatan.", PUBLISHED)
    assert len({fact.facility_type for fact in found}) == 1
    assert found[0].facility_type is not None
