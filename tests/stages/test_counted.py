"""What a figure without a noun of its own counts."""

from __future__ import annotations

import pytest
from reader import facts


def counted(text: str) -> list[tuple[str, float]]:
    """Indicator and value of each fact of a text."""
    return [(fact.indicator, fact.value) for fact in facts(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Rumah sakit mitra BPJS Kesehatan naik 40 persen, dari 150 menjadi 210.",
            [("growth_pct", 40.0), ("facilities", 150.0), ("facilities", 210.0)],
        ),
        ("Pemanfaatan layanan JKN di FKTP mencapai 98,1 juta.", [("visits", 98100000.0)]),
        ("Faskes mitra BPJS Kesehatan di seluruh Indonesia kini 26.310.", [("facilities", 26310.0)]),
        (
            "Di Sragen 87 badan usaha menunggak iuran BPJS Kesehatan. Yang menunggak paling lama ada 12.",
            [("arrears_employers", 87.0), ("arrears_employers", 12.0)],
        ),
        (
            "Perusahaan penunggak iuran BPJS Kesehatan di Sragen berjumlah 43.",
            [("arrears_employers", 43.0)],
        ),
        (
            "Peserta JKN penyelenggara negara 13.210, badan usaha 21.050, dan mandiri 30.400 jiwa.",
            [("participants", 13210.0), ("participants", 21050.0), ("participants", 30400.0)],
        ),
        (
            "Klinik TNI 3, klinik pratama swasta 64: semuanya melayani peserta JKN di Sragen.",
            [("facilities", 3.0), ("facilities", 64.0)],
        ),
    ],
    ids=[
        "beyond a share",
        "too many to be facilities",
        "all facilities of the nation",
        "few of the sentence before",
        "people who are employers",
        "employers among segments",
        "private clinics",
    ],
)
def test_a_noun_before_it_or_the_figures_before_it_tell_what_is_counted(
    text: str, found: list[tuple[str, float]]
) -> None:
    assert counted(text) == found


def test_few_people_are_not_told_by_a_sentence_before() -> None:
    text = "Di Sragen 8.700 peserta menunggak iuran BPJS Kesehatan. Yang menunggak paling lama ada 12."
    assert counted(text) == [("arrears_participants", 8700.0)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "BPJS Kesehatan berutang Rp 14 miliar kepada RSUD Sragen. Bulan lalu utangnya Rp 9 miliar.",
            [("program_deficit", 14e9), ("program_deficit", 9e9)],
        ),
        (
            "Pemkab Sragen berutang Rp 14 miliar kepada BPJS Kesehatan. Bulan lalu utangnya Rp 9 miliar.",
            [("arrears_amount", 14e9), ("arrears_amount", 9e9)],
        ),
        (
            "Klaim JKN di Sragen Rp 310 miliar. Tahun sebelumnya realisasinya Rp 290 miliar.",
            [("claims_cost", 310e9), ("claims_cost", 290e9)],
        ),
    ],
    ids=["the insurer's", "a government's", "care"],
)
def test_words_for_any_debt_or_amount_speak_of_the_one_before(text: str, found: list[tuple[str, float]]) -> None:
    assert counted(text) == found


@pytest.mark.parametrize(
    ("text", "owed"),
    [
        ("Direktur RSUD Sragen mengatakan tunggakan BPJS Kesehatan Rp 11 miliar.", "program_deficit"),
        ("Obat menipis karena BPJS Kesehatan menunggak Rp 11 miliar.", "program_deficit"),
        ("Peserta BPJS Kesehatan menunggak Rp 11 miliar.", "arrears_amount"),
        ("Peserta mandiri JKN menunggak Rp 11 miliar, sebagian melunasi saat masuk rumah sakit.", "arrears_amount"),
    ],
)
def test_who_owes_is_told_by_who_is_named_in_the_clause(text: str, owed: str) -> None:
    assert counted(text) == [(owed, 11e9)]


def test_what_speaks_against_one_of_two_facilities_speaks_against_both() -> None:
    assert counted("Di Sragen banjir merendam 8 klinik dan 2 rumah sakit mitra BPJS Kesehatan.") == []
    assert counted("BPJS Kesehatan Sragen bermitra dengan 8 klinik dan 2 rumah sakit.") == [
        ("facilities", 8.0),
        ("facilities", 2.0),
    ]


def test_villages_that_a_purpose_is_carried_out_in_make_it_none_of_ours() -> None:
    text = "Pemkab Sragen menyiapkan Rp 2 miliar untuk {} di 208 desa, kata BPJS Kesehatan."
    assert [name for name, _ in counted(text.format("pengasapan")) if name == "contribution_budget"] == []
    assert [name for name, _ in counted(text.format("iuran JKN warga")) if name == "contribution_budget"] != []


def test_facilities_told_for_what_they_lack_are_no_partners() -> None:
    text = "BPJS Kesehatan Sragen: ada 31 puskesmas yang {} di kabupaten itu."
    assert len(facts(text.format("melayani"))) == 1
    assert not facts(text.format("tidak punya dokter"))


@pytest.mark.parametrize(
    ("part", "said"),
    [("Sebagian besar", "tidak aktif"), ("Separuh", "menunggak iuran"), ("Tidak semua", "sudah aktif lagi")],
)
def test_what_is_said_of_a_part_told_by_a_word_is_not_said_of_its_whole(part: str, said: str) -> None:
    assert counted(f"{part} dari 98.210 peserta JKN di Sragen {said}.") == [("participants", 98210.0)]
    assert counted(f"Menurut catatan, 98.210 peserta JKN di Sragen {said}.") != [("participants", 98210.0)]


def test_what_is_said_of_a_counted_part_is_not_said_of_its_whole() -> None:
    found = counted("Di Sragen 3.100 dari 9.400 pengemudi belum terdaftar JKN.")
    assert ("non_participants", 3100.0) in found
    assert ("non_participants", 9400.0) not in found
    assert ("participants_removed", 4120.0) in counted(
        "Sebagian besar dari 4.120 warga Sragen yang dinonaktifkan kepesertaan JKN-nya sudah aktif lagi."
    )


def test_the_total_that_newcomers_make_is_members() -> None:
    text = "Tahun ini Pemkab Sragen mendaftarkan 4.120 jiwa peserta baru JKN{} 58.204 jiwa."
    for joined in (". Totalnya kini", ", sehingga totalnya", ". Sekarang jumlah seluruhnya"):
        assert counted(text.format(joined)) == [("participants_new", 4120.0), ("participants", 58204.0)]


def test_what_rates_come_to_is_a_budget() -> None:
    text = "Pemkab Sragen membayar iuran JKN Rp 35.000 per jiwa per bulan{}."
    for joined in (
        " dengan total Rp 5,16 miliar setahun",
        ", jadi setahun Rp 5,16 miliar",
        ". Totalnya Rp 5,16 miliar",
    ):
        assert counted(text.format(joined)) == [("contribution_rate", 35000.0), ("contribution_budget", 5.16e9)]
    assert counted(text.format(". Totalnya Rp 175.000 untuk satu keluarga"))[1:] != [("contribution_budget", 175000.0)]


def test_a_count_follows_what_words_have_told() -> None:
    text = "Perusahaan di Sragen yang menunggak iuran JKN kian banyak. Yang membandel 34 perusahaan."
    assert counted(text) == [("arrears_employers", 34.0)]
