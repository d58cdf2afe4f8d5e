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


# Tables, and series that go on under a date or a kecamatan


def test_the_line_above_a_table_says_what_its_rows_count() -> None:
    found = bound("WARGA BELUM TERDAFTAR JKN\nKab/Kota Jumlah\nSragen 45.837\nBlora98.680\nKudus 7.271\nTotal 151.788")
    assert found == [("non_participants", float(value)) for value in (45837, 98680, 7271, 151788)]


def test_two_lines_are_no_table() -> None:
    assert bound("WARGA BELUM TERDAFTAR JKN\nPendaftaran dibuka di Sragen\nLoket 45.837\nLoket 98.680") == []


def test_a_series_goes_on_at_another_time() -> None:
    found = bound("Peserta JKN Sragen 812.400 jiwa.\n\nPada Mei 2024 tercatat sebanyak 790.115 jiwa.")
    assert found == [("participants", 812400.0), ("participants", 790115.0)]


def test_a_series_goes_on_in_another_kecamatan() -> None:
    found = bound("Peserta JKN Kecamatan Gondang 31.200 jiwa.\n\nKecamatan Sambirejo sebanyak 28.930 jiwa.")
    assert found == [("participants", 31200.0), ("participants", 28930.0)]


@pytest.mark.parametrize(("value", "indicator"), [("8,4", "non_coverage_pct"), ("91,6", "coverage_pct")])
def test_a_share_that_is_far_from_usual_is_doubted(value: str, indicator: str) -> None:
    before = "Cakupan JKN Jawa Tengah 90 persen dan yang belum terdaftar 10 persen."
    assert bound(f"{before} Di antaranya Kabupaten Sragen {value} persen.")[-1][0] == indicator


def test_a_cue_of_its_own_outweighs_a_more_special_series() -> None:
    found = bound(
        "Sragen mencapai kepesertaan JKN 100 persen dengan keaktifan 84 persen dan Blora kepesertaan 99 persen."
    )
    assert found == [("coverage_pct", 100.0), ("active_pct", 84.0), ("coverage_pct", 99.0)]


def test_a_veto_of_the_sentence_before_holds_for_what_has_no_cue_of_its_own() -> None:
    ceilings = "Peserta JKN kelas 3 mendapat Rp 165.000 dan kelas 1 Rp 330.000."
    assert bound(f"Plafon kacamata bergantung pada hak kelas rawat. {ceilings}") == []
    assert bound(f"Warga Sragen membayar menurut hak kelas rawat. {ceilings}") != []


# What a clause leaves out


_LEAD = "Jumlah peserta JKN di Sragen sudah melampaui sasaran."


@pytest.mark.parametrize(
    "clause",
    ["Sampai akhir Mei tercatat 871.240 jiwa.", '"Alhamdulillah, sekarang sudah 871.240 orang," kata Sri Wahyuni.'],
)
def test_a_clause_that_names_nothing_speaks_of_what_was_spoken_of_last(clause: str) -> None:
    assert bound(f"{_LEAD} {clause}") == [("participants", 871240.0)]


@pytest.mark.parametrize(
    "clause",
    [
        "Panitia membagikan undangan kepada 871.240 orang.",
        "Sebanyak 871.240 pelari ikut lomba.",
        "Kursinya 871.240 unit.",
    ],
)
def test_a_clause_with_a_subject_of_its_own_does_not(clause: str) -> None:
    assert bound(f"{_LEAD} {clause}") == []


def test_a_share_said_after_a_count_is_that_counts_share() -> None:
    text = "Warga Sragen yang terdaftar sebagai peserta JKN 871.240 jiwa. Baru 88,4 persen."
    assert bound(text) == [("participants", 871240.0), ("coverage_pct", 88.4)]


def test_the_lines_of_a_list_go_on_from_the_sentence_before_the_line_that_heads_them() -> None:
    text = (
        "Sebanyak 21.450 peserta mandiri JKN di Sragen menunggak iuran.\n\n"
        "Kepala Bidang Kepesertaan BPJS Kesehatan Sri Wahyuni merinci:\n\n- Kelas 1: 5.210 jiwa\n- Kelas 2: 16.240 jiwa"
    )
    assert {indicator for indicator, _ in bound(text)} == {"arrears_participants"}
    assert len(bound(text)) == 3


# Those who are told of and those of whom they are a part


def test_employers_that_have_not_enrolled_are_told_apart_from_all() -> None:
    text = "BPJS Kesehatan Sragen mencatat 214 perusahaan yang belum terdaftar dari total 903 perusahaan."
    assert bound(text) == [("employers_not_enrolled", 214.0), ("employers", 903.0)]


def test_what_one_patient_costs_is_no_cost_of_the_scheme() -> None:
    assert bound("Biaya operasi tumor yang ditanggung BPJS Kesehatan di Sragen mencapai Rp 88 juta.") == []
    claims = "Klaim operasi tumor yang ditanggung BPJS Kesehatan di Sragen mencapai Rp 8,8 miliar."
    assert bound(claims) == [("claims_cost", 8.8e9)]


def test_what_is_told_besides_is_not_denied() -> None:
    text = "BPJS Kesehatan Sragen membayar klaim Rp 512 miliar, {} kapitasi puskesmas Rp 61 miliar."
    assert bound(text.format("belum termasuk")) == [("claims_cost", 5.12e11), ("claims_cost", 6.1e10)]
    assert bound(text.format("tidak ada")) == [("claims_cost", 5.12e11)]


def test_a_sum_told_in_a_clause_of_fillers_is_of_what_was_spoken_of() -> None:
    text = "Penunggak iuran JKN di Sragen 6.204 orang. {} Rp 9,3 miliar."
    both = [("arrears_participants", 6204.0), ("arrears_amount", 9.3e9)]
    assert bound(text.format("Tak tanggung-tanggung, nilainya")) == both
    assert bound(text.format("Kalau diuangkan, lumayan, nilainya")) == both
    assert bound(text.format("Alun-alun dibangun dengan")) == both[:1]


def test_members_told_with_what_is_owed_owe_it() -> None:
    text = "{} di Sragen Rp 43,1 miliar dengan jumlah peserta 14.222 jiwa, kata BPJS Kesehatan."
    assert bound(text.format("Tunggakan iuran JKN"))[-1] == ("arrears_participants", 14222.0)
    assert bound(text.format("Anggaran iuran JKN"))[-1] == ("participants", 14222.0)


def test_the_rest_of_a_list_of_areas_is_no_negation() -> None:
    text = "Peserta JKN di Kabupaten Boyolali 151.330 jiwa, Klaten 98.204 jiwa, sisanya 77.415 jiwa{}."
    assert bound(text.format(" di Sragen"))[-1] == ("participants", 77415.0)
    assert bound(text.format(" belum"))[-1] == ("non_participants", 77415.0)


def test_a_negation_in_the_name_of_a_segment_denies_nothing() -> None:
    text = "Bukan Pekerja yang didaftarkan Pemkab Sragen ke JKN 17.508 jiwa."
    assert [indicator for indicator, _ in bound(text)] == ["participants"]


def test_money_given_out_strikes_nobody_off() -> None:
    text = "Rp 9,1 miliar dikeluarkan Pemkab Sragen untuk menanggung iuran JKN 17.508 jiwa."
    assert bound(text) == [("contribution_budget", 9.1e9), ("participants", 17508.0)]


@pytest.mark.parametrize(("word", "indicator"), [("turun", "growth_pct"), ("turun ke", "coverage_pct")])
def test_a_share_changes_by_so_much_or_to_so_much(word: str, indicator: str) -> None:
    assert bound(f"Kepesertaan JKN di Sragen {word} 7,8 persen.") == [(indicator, 7.8)]


@pytest.mark.parametrize(
    ("said", "indicator"),
    [
        ("Pemkab menggenjot peningkatan kepesertaan JKN hingga 97,3 persen", "coverage_pct"),
        ("Cakupan JKN 93,4 persen dan terus mengalami kenaikan", "coverage_pct"),
        ("Terjadi peningkatan 1,9 persen kepesertaan aktif JKN", "growth_pct"),
        ("Kenaikan iuran JKN 100 persen", "growth_pct"),
    ],
)
def test_a_high_share_is_what_is_reached_and_no_change(said: str, indicator: str) -> None:
    assert [name for name, _ in bound(f"{said} di Sragen.")] == [indicator]


def test_nobody_is_added_to_a_state() -> None:
    text = "Peserta JKN nonaktif di Sragen 46.120 jiwa. Angka ini meningkat 1.730 jiwa dibanding Desember."
    assert bound(text) == [("participants_inactive", 46120.0)]


# Cues of the next figure


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Provinsi Jambi dengan jumlah penduduk 1,3 juta teregistrasi JKN sebesar 97,4 persen.",
            ["population", "coverage_pct"],
        ),
        (
            "Di Sragen peserta JKN aktif mencapai 495.120 Peserta non aktif 125.310.",
            ["participants_active", "participants_inactive"],
        ),
        ("Pemkab Sragen menaikkan angka keaktifan JKN dan mencapai target UHC 97 persen.", ["coverage_pct"]),
    ],
)
def test_a_cue_that_leads_to_a_figure_is_said_of_that_one(text: str, told: list[str]) -> None:
    assert [indicator for indicator, _ in bound(text)] == told


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        (
            "Sebanyak 8.140 warga Sragen yang sebelumnya menunggak dialihkan menjadi PBI daerah JKN.",
            "participants_moved",
        ),
        ("Di Sragen tersisa 6.830 peserta JKN yang belum bisa diaktifkan.", "participants_inactive"),
        ("Sebanyak 8.140 warga Sragen yang menunggak iuran JKN ditagih.", "arrears_participants"),
    ],
)
def test_a_longer_phrase_says_more_than_the_one_that_it_runs_over(text: str, indicator: str) -> None:
    assert [name for name, _ in bound(text)] == [indicator]


def test_an_old_level_is_no_flow() -> None:
    text = "Jumlah peserta PBI APBD JKN Sragen yang semula 31.250 jiwa dikurangi menjadi 25.140 jiwa."
    assert bound(text) == [("participants", 31250.0), ("participants", 25140.0)]


def test_what_the_next_figure_is_said_to_be_the_one_before_it_is_not() -> None:
    text = (
        "Dari 62.170 peserta mandiri JKN, hanya 27.540 peserta yang aktif. "
        "Rinciannya, peserta mandiri Sragen 12.480 peserta, aktif 7.350 peserta."
    )
    assert [indicator for indicator, _ in bound(text)] == ["participants", "participants_active"] * 2


# Wholes and parts


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Dari total 504.290 jiwa atau 96,15 persen warga Sragen yang telah terdaftar JKN, hanya 67,2 persen aktif.",
            ["participants", "coverage_pct", "active_pct"],
        ),
        ("Sragen dihuni 340.610 penduduk, 271.330 di antaranya peserta JKN.", ["population", "participants"]),
        (
            "Peserta JKN Sragen 371.330 jiwa dari jumlah penduduk menurut Dukcapil, yakni 440.610 jiwa.",
            ["participants", "population"],
        ),
        (
            "Sragen punya 500.000 penduduk, peserta JKN 480.000, yang aktif 350.000 jiwa atau 70 persen.",
            ["population", "participants", "participants_active", "active_pct"],
        ),
        (
            "Artinya dari jumlah penduduk 1,4 juta jiwa sebesar 97,4 persen terdaftar sebagai peserta JKN di Sragen.",
            ["population", "coverage_pct"],
        ),
        (
            "Cakupan kepesertaan JKN Sragen dengan persentase 81,3 persen dengan 706.240 jiwa.",
            ["coverage_pct", "participants"],
        ),
        (
            "Penunggak iuran JKN di Sragen sebanyak 12.310 peserta dari 84.240 peserta mandiri yang terdaftar.",
            ["arrears_participants", "participants"],
        ),
        (
            "Peserta JKN di Sragen 371.330 jiwa. Sementara yang belum ada 54.190 jiwa.",
            ["participants", "non_participants"],
        ),
        (
            "Cakupan JKN Sragen naik. Angka itu setara 270.620 jiwa penduduk Sragen dari total penduduk 282.030 jiwa.",
            ["participants", "population"],
        ),
        (
            "Sragen mencatat 71.520 warga peserta JKN dari 84.900 warga yang terdaftar di dukcapil atau 84,24 persen.",
            ["participants", "population", "coverage_pct"],
        ),
        (
            "Peserta JKN Sragen 672.370 jiwa dari total penduduk 640.900 jiwa atau 104,91 persen dengan tingkat "
            "keaktifan peserta 80,3 persen atau 514.643 jiwa terdaftar dan aktif.",
            ["participants", "population", "coverage_pct", "active_pct", "participants_active"],
        ),
        (
            "Peserta JKN yang rajin di Sragen termasuk banyak, keaktifannya 80,1 persen dari total peserta sebanyak "
            "225.600 orang.",
            ["active_pct", "participants"],
        ),
        (
            "Persentase warga Sragen yang sudah terdaftar JKN 95,2 persen. Kalau jumlah orangnya 226.300 jiwa, dan "
            "masih ada 11.320 jiwa belum terdaftar.",
            ["coverage_pct", "participants", "non_participants"],
        ),
        (
            "Sebanyak 225.600 warga Sragen terdaftar JKN, 180.706 jiwa atau 80,1 persen di antaranya aktif.",
            ["participants", "participants_active", "active_pct"],
        ),
        (
            "Sragen tercapai 65,3 persen peserta JKN atau masih ada 160.200 warga yang belum terdaftar.",
            ["coverage_pct", "non_participants"],
        ),
        (
            "Di Sragen peserta JKN 871.240 jiwa atau 96,9 persen dari jumlah penduduk Kabupaten Sragen sebesar "
            "899.110 jiwa.",
            ["participants", "coverage_pct", "population"],
        ),
        (
            "Cakupan kepesertaan JKN 96,9 persen dari jumlah penduduk Kabupaten Sragen sebesar 890.110 jiwa.",
            ["coverage_pct", "population"],
        ),
        (
            "Kepesertaan JKN Sragen baru 61,3 persen dari jumlah penduduk atau 552.160 jiwa.",
            ["coverage_pct", "participants"],
        ),
        (
            "Penduduk Kabupaten Sragen yang berjumlah 890.110 jiwa, 97,1 persen di antaranya sudah terdaftar JKN.",
            ["population", "coverage_pct"],
        ),
        (
            "Peserta JKN Sragen berjumlah 871.240 jiwa, 81,4 persen di antaranya aktif.",
            ["participants", "active_pct"],
        ),
        (
            "Peserta mandiri JKN di Sragen 21.240 orang, 61,4 persen di antaranya menunggak iuran.",
            ["participants", "arrears_pct"],
        ),
        ("Bupati Sragen menyebut, baru 640 ribu dari 890 ribu warga terdaftar JKN.", ["participants", "population"]),
        (
            "Sebanyak 5.120 dari 640.110 warga terdaftar JKN Sragen menunggak iuran.",
            ["arrears_participants", "participants"],
        ),
        (
            "Sragen dengan 890.110 penduduk memiliki 871.240 peserta JKN. Sedangkan Blora dengan 880.330 penduduk "
            "memiliki 851.220 peserta.",
            ["population", "participants"] * 2,
        ),
    ],
)
def test_a_part_a_whole_and_what_is_left(text: str, told: list[str]) -> None:
    assert [indicator for indicator, _ in bound(text)] == told


def test_a_share_is_no_whole_of_another() -> None:
    text = "Kabupaten Sragen 98,1 persen dan Kabupaten Blora 97,3 persen penduduknya telah menjadi peserta JKN."
    assert bound(text) == [("coverage_pct", 98.1), ("coverage_pct", 97.3)]


@pytest.mark.parametrize("rest", ["PPU 53.200 jiwa", "53.200 peserta penerima upah"])
def test_the_rest_of_a_segment_is_enrolled(rest: str) -> None:
    assert bound(f"Peserta JKN Sragen 171.330 jiwa. PBI 118.130 jiwa. Sisanya {rest}.")[-1] == ("participants", 53200.0)


# Targets


def test_a_target_is_of_the_share_spoken_of() -> None:
    text = "Keaktifan peserta JKN di Sragen baru 73 persen. Target kami akhir tahun bisa tembus 81 persen."
    assert bound(text) == [("active_pct", 73.0), ("active_pct", 81.0)]


def test_a_target_of_nearly_all_is_of_those_enrolled() -> None:
    text = "Keaktifan peserta JKN di Sragen baru 73 persen. Target nasional 98 persen dan keaktifan 81 persen."
    assert bound(text) == [("active_pct", 73.0), ("coverage_pct", 98.0), ("active_pct", 81.0)]


def test_shares_of_segments_named_after_governments_are_no_shares_of_a_bill() -> None:
    text = "Komposisi peserta JKN Sragen: PBI JK 51,5 persen, PBPU Pemda 22,5 persen, PPU 26 persen."
    assert [indicator for indicator, _ in bound(text)] == ["segment_share_pct"] * 3


def test_a_target_not_reached_is_not_turned_round() -> None:
    assert bound("Pada aspek keaktifan JKN, Sragen belum melampaui target 81 persen.") == [("active_pct", 81.0)]


# Items of a list


def test_the_next_area_goes_on_with_what_the_last_began_with() -> None:
    text = (
        "Progres UHC Sragen mencapai 86,2 persen. Peserta aktif 230.610 sedangkan nonaktif 44.350. "
        "Persentase aktif peserta JKN 83,4 persen. Kemudian untuk Klaten 87,9 persen."
    )
    assert bound(text)[-1] == ("coverage_pct", 87.9)


def test_a_new_area_begins_with_what_the_one_before_began_with() -> None:
    text = "Cakupan JKN Sragen 98,2 persen dengan keaktifan 80,1 persen, Klaten 97 persen dengan keaktifan 77,3 persen."
    told = ["coverage_pct", "active_pct"] * 2
    assert [indicator for indicator, _ in bound(text)] == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Cakupan JKN dan keaktifan di Sragen masing-masing 98,2 persen dan 80,1 persen.",
            ["coverage_pct", "active_pct"],
        ),
        ("Cakupan JKN di Klaten dan Sragen masing-masing 98,2 persen dan 80,1 persen.", ["coverage_pct"] * 2),
    ],
)
def test_subjects_and_figures_stand_in_one_order(text: str, told: list[str]) -> None:
    assert [indicator for indicator, _ in bound(text)] == told


def test_few_employers_in_words_go_on_under_an_area() -> None:
    text = "Sembilan perusahaan di Jawa Tengah menunggak iuran JKN, tiga di Sragen dan enam di Klaten."
    assert bound(text) == [("arrears_employers", value) for value in (9.0, 3.0, 6.0)]


# Sums and purposes


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("Iuran JKN warga Sragen ditanggung Pemprov 35 persen dan Pemkab 65 persen.", []),
        ("Cakupan JKN di Pemprov Bali 95 persen dan di Pemkab Sragen 65 persen.", ["coverage_pct", "coverage_pct"]),
        (
            "Iuran JKN perangkat desa itu 2 persen dari APBD dan 3 persen dari dana desa.",
            ["contribution_rate_pct", "contribution_rate_pct"],
        ),
    ],
    ids=["of a bill", "no sum", "of a rate"],
)
def test_shares_that_make_a_sum_are_of_a_bill_or_of_a_rate(text: str, taken: list[str]) -> None:
    assert [indicator for indicator, _ in bound(text)] == taken


@pytest.mark.parametrize(
    ("purpose", "ours"),
    [
        ("untuk membeli mobil jenazah", False),
        ("untuk 2022", True),
        ("guna menambal jalan desa", False),
        ("untuk 14 mobil jenazah", False),
        ("untuk iuran warga", True),
        ("guna menutup kekurangannya", True),
        ("untuk 14.310 warga", True),
        ("untuk 14.310 kasus", True),
        ("untuk Karanganyar dan Sragen", True),
        ("dari APBD, untuk jalan desa belum ada", True),
    ],
)
def test_money_is_the_programmes_unless_its_purpose_is_another(purpose: str, ours: bool) -> None:
    text = f"Pemkab Sragen menyiapkan Rp 9 miliar {purpose}, kata BPJS Kesehatan."
    assert [indicator for indicator, _ in bound(text) if indicator == "contribution_budget"] == (
        ["contribution_budget"] if ours else []
    )


@pytest.mark.parametrize(
    ("text", "part", "whole"),
    [
        ("Baru 41 dari 208 desa di Sragen yang perangkatnya didaftarkan ke JKN.", "villages_enrolled", "villages"),
        ("Sebanyak 41 dari 208 perusahaan di Sragen menunggak iuran JKN.", "arrears_employers", "employers"),
    ],
)
def test_what_a_part_is_told_of_is_not_told_of_the_whole(text: str, part: str, whole: str) -> None:
    assert bound(text) == [(part, 41.0), (whole, 208.0)]


@pytest.mark.parametrize(
    ("text", "owed"),
    [
        ("Tunggakan BPJS Kesehatan kepada RSUD Sragen Rp 14 miliar.", "program_deficit"),
        ("Tagihan RSUD Sragen yang belum dibayar BPJS Kesehatan Rp 14 miliar.", "program_deficit"),
        ("RSUD Sragen menunggak iuran BPJS Kesehatan pegawainya Rp 14 miliar.", "arrears_amount"),
        ("Pemkab Sragen berutang ke BPJS Kesehatan Rp 14 miliar, sehingga rumah sakit gelisah.", "arrears_amount"),
    ],
)
def test_a_debt_to_hospitals_is_the_insurers(text: str, owed: str) -> None:
    assert bound(text) == [(owed, 14e9)]


def test_people_told_for_an_area_are_those_spoken_of_last() -> None:
    text = "Kementerian Sosial menonaktifkan peserta PBI JKN. Kabupaten Sragen ikut terkena, totalnya {} orang."
    assert bound(text.format("17.316")) == [("participants_removed", 17316.0)]


# Beside each other


def test_what_leads_on_to_another_figure_is_said_of_that_one() -> None:
    text = "Di Sragen dari 9.100 peserta mandiri JKN yang menunggak 3.450 orang."
    assert bound(text) == [("participants", 9100.0), ("arrears_participants", 3450.0)]


@pytest.mark.parametrize(
    "text",
    [
        "BPJS Kesehatan Sragen menagih tunggakan iuran Rp 11,2 miliar dari 67.140 peserta mandiri.",
        "Di Sragen 67.140 peserta mandiri JKN menunggak iuran dengan Rp 11,2 miliar.",
    ],
)
def test_people_beside_what_they_owe_owe_it(text: str) -> None:
    assert set(bound(text)) == {("arrears_amount", 11.2e9), ("arrears_participants", 67140.0)}


def test_a_share_of_something_else_than_people_is_not_that_of_the_area_beside_it() -> None:
    assert bound("Data BPJS Kesehatan: Sragen 87,5 persen, Karo 61 persen lahan kritis.") == [("coverage_pct", 87.5)]


def test_a_debt_goes_on_without_the_hospitals_name() -> None:
    text = "Utang BPJS Kesehatan kepada RSUD Sragen Rp 14 miliar. Untuk Agustus beda lagi, Rp 2 miliar."
    assert bound(text) == [("program_deficit", 14e9), ("program_deficit", 2e9)]


def test_households_beside_the_people_that_they_are_count_the_same() -> None:
    text = "Di Sragen penunggak iuran JKN 20.140 peserta dari 7.215 KK."
    assert [indicator for indicator, _ in bound(text)] == ["arrears_participants"] * 2


def test_people_that_a_sum_comes_from_are_those_who_owe_it() -> None:
    text = "Tunggakan iuran JKN mandiri di Sragen Rp 11,2 miliar. Jumlah itu berasal dari 21.730 peserta."
    assert bound(text) == [("arrears_amount", 11.2e9), ("arrears_participants", 21730.0)]


def test_an_old_and_a_new_level_are_said_of_the_clause_before_them() -> None:
    text = "FKTP di Sragen yang bekerja sama dengan BPJS Kesehatan naik 28 persen, dari 120 menjadi 154."
    assert [value for indicator, value in bound(text) if indicator == "facilities"] == [120.0, 154.0]


def test_a_sentence_on_shares_ends_the_series_before_it() -> None:
    text = (
        "Penunggak iuran JKN di Sragen 21.730 orang, di Blora 18.100 orang. Dari sisi cakupan, keadaannya terbalik. "
        "Sragen paling tinggi dengan 812.400 peserta (98,2 persen)."
    )
    assert bound(text)[2:] == [("participants", 812400.0), ("coverage_pct", 98.2)]


def test_a_cue_that_a_figure_is_said_of_outweighs_the_series() -> None:
    text = "Yang belum terdaftar JKN di Sragen 11.210 jiwa, sedangkan penduduk Sragen seluruhnya 887.340 jiwa."
    assert bound(text) == [("non_participants", 11210.0), ("population", 887340.0)]


def test_a_share_told_under_the_name_of_a_segment_is_its_share() -> None:
    text = "BPJS Kesehatan memaparkan program JKN. Kepesertaan yang ditanggung APBD {}Sragen hanya 8,7 persen."
    assert bound(text.format("")) == [("segment_share_pct", 8.7)]
    assert bound("Kepesertaan JKN di Sragen 88,7 persen.") == [("coverage_pct", 88.7)]


def test_of_a_whole_told_before_a_comma_a_part_is_counted() -> None:
    text = "Dari seluruh penduduk Sragen, 84,2 persen atau 747.140 jiwa sudah memegang JKN."
    assert ("participants", 747140.0) in bound(text)


def test_places_that_no_list_holds_say_nothing_of_what_is_counted() -> None:
    text = (
        "Sebanyak 9.210 peserta PBI JKN di Sragen dinonaktifkan. Di Plosorejo 5.110 orang, di Karangasri 4.100 orang."
    )
    assert bound(text) == [("participants_removed", value) for value in (9210.0, 5110.0, 4100.0)]


def test_a_bare_noun_of_people_goes_on_with_what_was_told_right_before() -> None:
    text = "Di Sragen 5.210 peserta mandiri JKN menunggak iuran. Di Blora ada 4.115 peserta."
    assert bound(text) == [("arrears_participants", 5210.0), ("arrears_participants", 4115.0)]


def test_who_is_not_paid_for_may_be_registered_all_the_same() -> None:
    text = "Yang tidak dibiayai pemerintah di Sragen, pekerja penerima upah (PPU) peserta JKN 23.410 orang."
    assert bound(text) == [("participants", 23410.0)]


# Parts that add up


_SUMS = "Yang aktif di Sragen 61.300 peserta JKN. {}, PBPU 20.100 jiwa, dan PPU 20.050 jiwa."


def test_counts_that_add_up_to_the_total_before_them_are_its_parts() -> None:
    parts = bound(_SUMS.format("PBI menyumbang 21.150 jiwa"))
    assert parts == [("participants_active", value) for value in (61300.0, 21150.0, 20100.0, 20050.0)]


def test_counts_that_do_not_are_read_by_their_own_labels() -> None:
    parts = bound(_SUMS.format("PBI menyumbang 31.150 jiwa"))
    assert [indicator for indicator, _ in parts[1:]] == ["participants"] * 3


def test_a_province_may_have_many_parts_whatever_was_said_last() -> None:
    areas = ["Sragen", "Klaten", "Boyolali", "Wonogiri", "Sukoharjo", "Karanganyar", "Kudus", "Jepara", "Demak", "Pati",
             "Rembang", "Blora", "Grobogan", "Kendal"]  # fmt: skip
    values = [30_107 + 1_013 * at for at in range(len(areas))]
    items = (f"Kabupaten {area} {value:,}".replace(",", ".") for area, value in zip(areas, values, strict=True))
    listed = ", ".join(items)

    def read(total: int) -> list[tuple[str, float]]:
        said = f"{total:,}".replace(",", ".")
        return bound(
            f"Peserta JKN di Jawa Tengah {said} jiwa. Di Sragen 9.012 jiwa belum terdaftar. Dia merinci, {listed} jiwa."
        )

    assert [value for indicator, value in read(sum(values)) if indicator == "participants"] == [sum(values), *values]
    assert ("participants", values[0]) not in read(sum(values) + 500)


def test_two_parts_of_a_total_may_be_of_two_kinds() -> None:
    text = "Peserta JKN Sragen 61.300 jiwa. Yang aktif 50.200 jiwa dan yang tidak aktif 11.100 jiwa."
    assert [indicator for indicator, _ in bound(text)] == [
        "participants",
        "participants_active",
        "participants_inactive",
    ]


def test_a_part_of_something_else_counts_that() -> None:
    assert bound("Di Puskesmas Sragen, kata BPJS Kesehatan, dari 140 pasien hanya 15 yang antre dari rumah.") == []


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Yang belum terdaftar JKN di Sragen 28.880 jiwa. Penduduk kota ini sendiri {} jiwa.", "population"),
        ("Yang belum terdaftar JKN di Sragen 28.880 jiwa. Peserta di Wonogiri mencapai {} jiwa.", "participants"),
        ("Yang belum terdaftar JKN di Sragen 28.880 jiwa. Di Wonogiri {} jiwa.", "non_participants"),
        ("Yang menunggak iuran JKN di Sragen 28.880 jiwa. Di Wonogiri, penduduknya {} jiwa.", "population"),
    ],
)
def test_what_the_words_before_a_figure_contradict_does_not_go_on(text: str, last: str) -> None:
    assert bound(text.format("41.250"))[-1] == (last, 41250.0)


def test_the_old_level_is_no_flow_of_people() -> None:
    text = "Kuota PBI daerah JKN Sragen dikurangi dari 34.500 jiwa menjadi 25.100 jiwa."
    assert bound(text) == [("participants_quota", 34500.0), ("participants_quota", 25100.0)]
    assert bound("Sragen mencoret peserta JKN dari 34.500 jiwa itu.") == [("participants_removed", 34500.0)]


@pytest.mark.parametrize(
    "head",
    [
        "Kabupaten Jumlah Penduduk Peserta JKN",
        "Kabupaten | Penduduk | Peserta JKN",
        "Daerah\tPenduduk\tPeserta",
        "Cakupan JKN menurut daerah (penduduk, peserta):",
    ],
)
def test_each_column_is_of_what_stands_over_it(head: str) -> None:
    rows = "\n".join(
        f"- {name} {row}" for name, row in (("Sragen", "900.120 871.240"), ("Wonogiri", "990.310 941.500"))
    )
    expected = [
        ("population", 900120.0),
        ("participants", 871240.0),
        ("population", 990310.0),
        ("participants", 941500.0),
    ]
    assert bound(f"Berikut data BPJS Kesehatan.\n\n{head}\n{rows}") == expected


_PEOPLE = ["population", "participants", "coverage_pct"]
_OWED = ["arrears_participants", "arrears_amount"]
_PAID = ["participants_quota", "contribution_budget"]


@pytest.mark.parametrize(
    ("head", "row", "expected"),
    [
        pytest.param(
            "Daerah | Penduduk | Peserta | Cakupan", "Sragen | 161.120 | 158.310 | 98,26", _PEOPLE, id="a share"
        ),
        pytest.param(
            "No | Daerah | Penduduk | Peserta | %", "4 | Sragen | 161.120 | 158.310 | 98,26", _PEOPLE, id="numbers"
        ),
        pytest.param("Daerah\tPeserta\tKeaktifan", "Sragen\t158.310\t71,4", ["participants", "active_pct"], id="tabs"),
        pytest.param("Daerah | Penunggak | Nilai", "Sragen | 21.340 | Rp 22,7 miliar", _OWED, id="their money"),
        pytest.param("Daerah | Kuota (jiwa) | Anggaran iuran", "Sragen | 21.340 | Rp 8,1 miliar", _PAID, id="brackets"),
    ],
)
def test_a_figure_stands_under_the_column_with_as_many_signs_before_it(
    head: str, row: str, expected: list[str]
) -> None:
    table = f"{head}\n{row}"
    assert [name for name, _ in bound(f"BPJS Kesehatan memaparkan tabel berikut:\n\n{table}\n")] == expected


def test_a_line_with_words_of_its_own_is_no_row() -> None:
    head = "Berikut penduduk Sragen dan Wonogiri, peserta JKN:\n"
    assert bound(f"{head}- Yang aktif 501.200, yang nonaktif 91.310") == [
        ("participants_active", 501200.0),
        ("participants_inactive", 91310.0),
    ]


def test_what_follows_a_list_is_said_of_all_of_it() -> None:
    said = "Di Sragen 41.200 petani, di Wonogiri 60.150 jiwa, dan di Klaten 39.800 jiwa belum terdaftar JKN."
    assert {name for name, _ in bound(said)} == {"non_participants"}
    assert len(bound(said)) == 3


@pytest.mark.parametrize("change", ["tumbuh 5,1 persen", "bertambah 3.210 orang"])
def test_the_level_after_a_change_is_of_those_who_changed(change: str) -> None:
    assert bound(f"Peserta JKN di Sragen {change} menjadi 88.900 jiwa.")[-1] == ("participants", 88900.0)
    assert bound(f"Peserta JKN aktif di Sragen {change} menjadi 88.900 jiwa.")[-1] == ("participants_active", 88900.0)


def test_a_total_after_a_flow_is_a_level() -> None:
    text = "Peserta PBI JKN di Sragen bertambah 3.210 orang sehingga kini totalnya 88.900 orang."
    assert bound(text) == [("participants_new", 3210.0), ("participants", 88900.0)]


def test_what_is_said_behind_a_whole_is_said_of_its_part() -> None:
    text = "Di Sragen 39.800 dari 50.100 jiwa belum terdaftar JKN."
    assert bound(text) == [("non_participants", 39800.0), ("population", 50100.0)]


@pytest.mark.parametrize(
    ("share", "whole"),
    [
        ("Cakupan JKN di Sragen baru", ("population", 692500.0)),
        ("Keaktifan peserta JKN di Sragen baru", ("participants", 692500.0)),
    ],
)
def test_whose_whole_a_share_has_hangs_on_the_share(share: str, whole: tuple[str, float]) -> None:
    assert bound(f"{share} 87,3 persen dari 692.500 jiwa yang telah terdaftar.")[-1] == whole


@pytest.mark.parametrize("area", ["", " Kota Madiun"])
def test_a_share_of_all_who_are_not_enrolled_is_theirs(area: str) -> None:
    text = f"Masih ada 31 persen dari total warga{area} yang belum menjadi peserta BPJS Kesehatan."
    assert bound(text) == [("non_coverage_pct", 31.0)]


def test_people_that_a_share_makes_are_those_of_the_share() -> None:
    text = "Dari 841.500 jiwa peserta JKN di Sragen, hanya 71,2 persen peserta yang aktif, atau sebanyak 599.100 jiwa."
    assert bound(text)[-1] == ("participants_active", 599100.0)


def test_what_was_before_a_cut_is_not_struck_off() -> None:
    text = "Sebelum {} ada 91.600 warga Sragen yang dibantu sebagai peserta JKN."
    assert bound(text.format("penonaktifan")) == [("participants", 91600.0)]
    assert bound("Pemerintah memangkas jumlah peserta JKN di Sragen sebanyak 91.600 orang.") == [
        ("participants_removed", 91600.0)
    ]


def test_the_old_level_needs_no_of() -> None:
    text = "Data penduduk Sragen yang semula 901.200 jiwa naik menjadi 911.300 jiwa, kata BPJS Kesehatan."
    assert bound(text) == [("population", 901200.0), ("population", 911300.0)]


def test_a_level_after_a_rise_told_without_a_figure_is_no_rise() -> None:
    text = "Warga Sragen yang tercover JKN naik. Tahun lalu 78 persen, sekarang sudah 97,3 persen."
    assert {name for name, _ in bound(text)} == {"coverage_pct"}


def test_what_there_is_now_is_no_flow() -> None:
    text = "Peserta JKN Sragen 890.100 jiwa, lalu naik 34.200 jiwa. Dengan demikian kini 924.300 jiwa."
    assert bound(text)[1:] == [("participants_new", 34200.0), ("participants", 924300.0)]


# Whose debt it is


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        (
            "Klaim RSUD Sragen lama ditunggak BPJS Kesehatan. Menurut direktur, ada tunggakan Rp 19 miliar.",
            "program_deficit",
        ),
        ("Klaim RSUD Sragen lama ditunggak BPJS Kesehatan. Tunggakan Pemkab Rp 19 miliar.", "arrears_amount"),
        (
            "Iuran warga lama ditunggak pemkab, kata BPJS Kesehatan. Menurut bupati, ada tunggakan Rp 19 miliar.",
            "arrears_amount",
        ),
        ("BPJS Kesehatan Jateng berutang Rp 19 miliar.", "program_deficit"),
        ("Peserta BPJS Kesehatan Jateng berutang Rp 19 miliar.", "arrears_amount"),
    ],
    ids=["claims before", "another debtor", "contributions before", "the insurer", "its members"],
)
def test_who_owes_tells_contributions_from_claims(text: str, indicator: str) -> None:
    assert [fact.indicator for fact in facts(text) if fact.unit == "idr"] == [indicator]


def test_money_that_comes_with_people_in_arrears_is_what_they_owe() -> None:
    text = "Peserta mandiri JKN yang menunggak 9.400 jiwa. Terendah kelas III 4.700 jiwa dengan nilai Rp 2,3 miliar."
    assert [(fact.indicator, fact.value) for fact in facts(text)][-1] == ("arrears_amount", 2.3e9)


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        (
            "Pemkot Tegal mendapat anggaran Rp 43 miliar untuk melunasi tunggakan iuran BPJS Kesehatan.",
            "contribution_budget",
        ),
        ("Rp 43 miliar tunggakan iuran BPJS Kesehatan belum dibayar Pemkot Tegal.", "arrears_amount"),
        ("Nilainya Rp 43 miliar untuk iuran JKN dua bulan dan belum dibayar Pemkot Tegal.", "arrears_amount"),
    ],
    ids=["what money is for", "what it is", "what is said of it"],
)
def test_a_debt_that_money_is_for_is_not_what_it_is(text: str, indicator: str) -> None:
    assert [fact.indicator for fact in facts(text)] == [indicator]


def test_words_that_say_what_a_figure_is_stand_against_the_share_beside_it() -> None:
    text = "Jumlah penduduk di lima daerah 412.300 jiwa, artinya cakupan JKN 65,3 persen."
    assert [fact.indicator for fact in facts(text)] == ["population", "coverage_pct"]


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("Peserta mandiri JKN di Karo yang menunggak 4.120 orang, uangnya Rp 3,1 miliar.", "arrears_amount"),
        ("Pemkab Karo mendaftarkan 4.120 warga ke JKN. Uangnya Rp 3,1 miliar dari APBD.", "contribution_budget"),
    ],
    ids=["owed", "set aside"],
)
def test_money_of_a_pronoun_is_that_which_was_spoken_of(text: str, indicator: str) -> None:
    assert [fact.indicator for fact in facts(text) if fact.unit == "idr"] == [indicator]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Dari 12.300 warga Karo yang kartu BPJS Kesehatannya dinonaktifkan, banyak yang miskin.",
            ["participants_removed"],
        ),
        ("Dari 12.300 warga yang terdata, 9.100 sudah terdaftar JKN.", ["population", "participants"]),
    ],
    ids=["which of them", "all of them"],
)
def test_a_whole_that_is_told_more_closely_is_no_population(text: str, found: list[str]) -> None:
    assert [fact.indicator for fact in facts(text)] == found


# What people do, in the words of those who do it


@pytest.mark.parametrize(
    ("said", "indicator"),
    [
        ("Sebanyak 2.140 peserta mandiri sudah kami alihkan ke PBI APBD.", "participants_moved"),
        ("Sebagian peserta JKN pindah menjadi peserta mandiri, ada 2.140 orang.", "participants_moved"),
        ("Akibatnya 2.140 peserta PBI APBD terpaksa kami keluarkan.", "participants_removed"),
        ("Warga Sragen yang kehilangan PBI JK berjumlah 2.140 jiwa.", "participants_removed"),
        ("Kartu JKN milik 2.140 warga yang mati sejak Maret bakal menyala lagi.", "participants_reactivated"),
        ("Yang mampu dibiayai APBD Sragen untuk ikut JKN hanya 2.140 jiwa.", "participants_quota"),
        ("Peserta JKN yang bisa langsung pakai kartunya baru 2.140 jiwa.", "participants_active"),
    ],
)
def test_verbs_of_those_who_speak(said: str, indicator: str) -> None:
    assert bound(said) == [(indicator, 2140.0)]


def test_what_is_denied_after_a_state_is_its_opposite() -> None:
    text = "Peserta JKN Sragen 139.100 jiwa, 96.400 di antaranya aktif (69,3 persen) dan 42.700 tidak."
    assert bound(text)[-1] == ("participants_inactive", 42700.0)


def test_a_whole_is_what_its_own_words_say() -> None:
    told = "Peserta mandiri JKN jumlahnya 24.100 jiwa, cuma 13,1 persen dari seluruh peserta yang 184.300 jiwa."
    assert bound(told) == [("participants", 24100.0), ("segment_share_pct", 13.1), ("participants", 184300.0)]


def test_a_part_of_which_nothing_is_said_is_of_those_who_are_in() -> None:
    told = "Bagaimana kepesertaan JKN di Sragen? Ada 128.700 jiwa dari 162.300 penduduk, jadi 79,3 persen."
    assert bound(told) == [("participants", 128700.0), ("population", 162300.0), ("coverage_pct", 79.3)]


def test_a_half_is_no_count_of_people() -> None:
    assert bound("Hampir separuh warga Sragen, tepatnya 46 persen, belum masuk JKN.") == [("non_coverage_pct", 46.0)]


def test_a_share_of_the_number_told_before_is_theirs() -> None:
    told = "Warga Sragen yang belum terdaftar JKN 91.300 jiwa. Jumlah itu setara 10,2 persen dari jumlah penduduk."
    assert bound(told)[-1] == ("non_coverage_pct", 10.2)


def test_the_old_level_behind_a_comma_is_no_whole() -> None:
    told = "Penerima PBI JK di Sragen kini tersisa 288.100 jiwa, dari sebelumnya sebanyak 310.400 jiwa."
    assert [name for name, _ in bound(told)] == ["participants"] * 2


def test_who_is_told_of_as_a_whole_is_told_which_they_are_before_the_comma() -> None:
    told = "Dari 277.100 jiwa penduduk Sragen yang terdaftar JKN, sebanyak 146.200 jiwa ditanggung APBN."
    assert [name for name, _ in bound(told)] == ["participants"] * 2


def test_an_achievement_is_of_the_activity_spoken_of_last() -> None:
    told = "Keaktifan peserta JKN di Sragen 80,3 persen. Capaian tertinggi di Wonogiri, yakni 84,1 persen."
    assert [name for name, _ in bound(told)] == ["active_pct"] * 2


def test_a_list_goes_on_behind_a_number_too_small_for_people() -> None:
    told = "Peserta JKN di Sragen dicoret. Tahun 2016 hanya 31 jiwa, tahun 2018 sebanyak 4.410 jiwa."
    assert ("participants_removed", 4410.0) in bound(told)


def test_a_province_that_something_is_in_pays_nothing() -> None:
    told = "Kepesertaan JKN di Provinsi Gorontalo 94,7 persen, sedangkan 5,3 persen belum menjadi peserta."
    assert bound(told) == [("coverage_pct", 94.7), ("non_coverage_pct", 5.3)]


def test_round_numbers_fit_roughly_where_nothing_is_said_of_the_share() -> None:
    told = "Warga NTB yang terdaftar JKN baru 3,8 juta dari sekitar 5,2 juta penduduk atau lebih kurang 73 persen."
    assert [name for name, _ in bound(told)] == ["participants", "population", "coverage_pct"]
    other = told.replace("73 persen", "58 persen")
    assert [name for name, _ in bound(other)] == ["participants", "population"]


def test_a_payer_in_the_reason_for_a_share_is_not_what_it_is_a_share_of() -> None:
    told = "Cakupan JKN Sragen 81 persen. Ia membandingkannya dengan Dompu yang sudah 84 persen berkat sokongan APBD."
    assert bound(told)[-1] == ("coverage_pct", 84.0)


def test_participants_are_never_those_who_are_not() -> None:
    told = "Yang belum terdaftar JKN di Sragen 21.490 jiwa. Dari 121.490 peserta di Sragen, empat dari sepuluh sakit."
    assert bound(told)[-1] == ("participants", 121490.0)


# What is owed to hospitals, and who owes


@pytest.mark.parametrize(
    "said",
    [
        "BPJS Kesehatan Cabang Surakarta masih punya hutang Rp40,6 miliar pada sebelas rumah sakit.",
        "Bulan April masih menyisakan klaim Rp40,6 miliar yang belum terbayarkan BPJS Kesehatan.",
        "Keuangan RSUD Sragen memburuk karena tunggakan klaim BPJS Kesehatan sebesar Rp40,6 miliar belum dibayar.",
        "Klaim RSUD Sragen yang belum dibayar BPJS Kesehatan bulan April Rp40,6 miliar.",
    ],
)
def test_what_is_owed_to_hospitals(said: str) -> None:
    assert ("program_deficit", 40.6e9) in bound(said)


def test_money_paid_to_a_counted_number_of_hospitals_is_for_claims() -> None:
    assert ("claims_cost", 105.7e9) in bound("BPJS Kesehatan membayar Rp 105,7 miliar kepada 23 rumah sakit di Sragen.")


@pytest.mark.parametrize(
    "said",
    [
        "Tunggakan iuran JKN di Sragen Rp 87,1 miliar. Pesertanya 13.060 orang.",
        "Tunggakan iuran JKN di Sragen Rp 87,1 miliar, dengan rincian peserta kelas 1 sebanyak 13.060 orang.",
        "Yang paling banyak menunggak iuran JKN di Sragen dengan jumlah peserta 13.060 tembus Rp 87,1 miliar.",
    ],
)
def test_those_who_are_counted_beside_what_is_owed_owe_it(said: str) -> None:
    assert ("arrears_participants", 13060.0) in bound(said)


def test_what_is_told_besides_says_nothing_of_what_follows() -> None:
    told = "Selain peserta tidak aktif, masih terdapat 57.300 jiwa penduduk Sragen yang belum terdaftar JKN."
    assert bound(told) == [("non_participants", 57300.0)]


@pytest.mark.parametrize(
    ("said", "indicator"),
    [
        ("Dari total 48.100 peserta JKN yang sebelumnya dinonaktifkan, hampir semua sakit.", "participants_removed"),
        ("Tercatat 48.100 warga Sragen tidak lagi terdaftar sebagai peserta PBI JKN.", "participants_removed"),
        ("Dinas mengeluarkan data peserta PBI JKN Sragen sebanyak 48.100 jiwa.", "participants"),
        ("Untuk mencapai UHC 95 persen, dibutuhkan peserta baru JKN sejumlah 48.100 jiwa.", "coverage_gap"),
        ("Peserta JKN Sragen mengalami peningkatan sebanyak 48.100 orang.", "participants_new"),
    ],
)
def test_what_people_are_said_to_be(said: str, indicator: str) -> None:
    assert (indicator, 48100.0) in bound(said)


def test_those_registered_in_a_segment_are_a_share_of_all() -> None:
    told = "Sebanyak 30,8 persen warga Sragen peserta JKN terdaftar dalam segmen PPU."
    assert bound(told) == [("segment_share_pct", 30.8)]


def test_the_insurer_that_aims_at_a_share_aims_at_coverage() -> None:
    assert bound("BPJS Kesehatan menargetkan 91 persen penduduk Sragen pada 2025.") == [("coverage_pct", 91.0)]


def test_a_noun_for_everybody_before_a_segments_name_is_of_the_segment() -> None:
    told = "Pemkab Sragen menargetkan jumlah warga PBI JKN sebesar 10.200 jiwa."
    assert [name for name, _ in bound(told)] == ["participants"]


def test_officials_behind_the_name_of_their_segment_are_counted() -> None:
    told = "Peserta JKN Sragen segmen PPU terbagi atas 12.400 PNS/TNI/Polri dan 33.100 pekerja swasta."
    assert bound(told) == [("participants", 12400.0), ("participants", 33100.0)]


def test_money_for_contributions_of_a_number_of_people() -> None:
    told = "Pemkab Sragen akan menganggarkan Rp 12,5 miliar untuk iuran JKN 31.000 warga tidak mampu."
    assert bound(told) == [("contribution_budget", 12.5e9), ("participants", 31000.0)]


@pytest.mark.parametrize(
    "whole",
    ["dari total 92.310 jiwa penduduk", "dari 92.310 jiwa penduduk", "dari jumlah penduduk sebanyak 92.310 jiwa"],
)
def test_a_noun_for_all_residents_says_what_a_whole_is(whole: str) -> None:
    text = f"Peserta aktif JKN di Sragen 81.450 jiwa, {whole}, atau 91,3 persen populasi terdaftar sebagai peserta."
    assert bound(text)[:2] == [("participants_active", 81450.0), ("population", 92310.0)]


def test_residents_who_are_registered_are_the_whole_of_those_active() -> None:
    text = "Keaktifan peserta JKN di Sragen 80,2 persen dari 92.310 jiwa penduduk yang terdaftar."
    assert bound(text) == [("active_pct", 80.2), ("participants", 92310.0)]


def test_words_of_a_level_follow_what_their_own_sentence_speaks_of() -> None:
    text = "Cakupan JKN Sragen 97,3 persen. Tingkat keaktifan peserta itu, ujarnya, realisasinya {} persen."
    assert bound(text.format("74,6"))[-1] == ("active_pct", 74.6)


def test_who_is_told_of_up_to_now_is_told_by_the_cue_before() -> None:
    text = "Kepesertaan aktif JKN di Sragen kini mencapai 81.450 jiwa atau 84,2 persen dari jumlah penduduk."
    assert bound(text)[0] == ("participants_active", 81450.0)


def test_people_who_are_not_enrolled_are_counted_before_their_whole() -> None:
    text = "Di Sragen terdapat 12.470 warga yang belum terdaftar JKN dari jumlah penduduk sebanyak 92.310 jiwa{}."
    assert bound(text.format("")) == [("non_participants", 12470.0), ("population", 92310.0)]
    assert bound(text.format(" atau 86 persen"))[:2] == [("non_participants", 12470.0), ("population", 92310.0)]


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("belum.", [("non_participants", 812.0)]),
        ("belum terdaftar JKN.", [("non_participants", 812.0)]),
        ("belum mencetak kartu JKN.", []),
    ],
)
def test_not_yet_says_little_where_another_word_goes_on(said: str, found: list[tuple[str, float]]) -> None:
    text = f"Peserta JKN di Sragen 41.200 jiwa, sedangkan 812 siswa {said}"
    assert [fact for fact in bound(text) if fact[0] == "non_participants"] == found


@pytest.mark.parametrize("noun", ["Warga Sragen", "Masyarakat Sragen"])
def test_people_of_an_area_before_fewer_who_are_enrolled_are_all_of_it(noun: str) -> None:
    assert bound(f"{noun} 92.310 jiwa, yang sudah terdaftar JKN 81.450.")[0] == ("population", 92310.0)
    assert bound(f"{noun} 92.310 jiwa, yang sudah terdaftar JKN 2.450.")[0] == ("participants", 92310.0)


def test_a_larger_whole_at_the_head_of_a_sentence_begins_anew() -> None:
    text = "JKN Sragen: {} 4.120 warga. Dari 92.310 peserta di Karo, yang kartunya nonaktif 12.470 jiwa."
    assert ("participants", 92310.0) in bound(text.format("Untuk UHC tinggal mengejar"))


def test_a_breakdown_by_segment_goes_on_with_what_was_counted() -> None:
    text = (
        "Peserta JKN Sragen yang tidak aktif 52.310 jiwa. Terbanyak dari segmen PPU 29.410 jiwa, lalu PBPU 22.900 jiwa."
    )
    assert {indicator for indicator, _ in bound(text)} == {"participants_inactive"}


def test_what_people_were_before_is_not_what_they_are() -> None:
    text = "Sebanyak 1.204 peserta JKN Sragen yang {} menunggak dan menjadi tidak aktif."
    assert bound(text.format("sudah lama")) == [("arrears_participants", 1204.0)]
    assert bound(text.format("sebelumnya")) == [("participants_removed", 1204.0)]


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("12.310 jiwa itu statusnya kini nonaktif", [("participants_removed", 12310), ("participants_removed", 4100)]),
        ("peserta JKN yang nonaktif 98.200 jiwa", [("participants_removed", 12310), ("participants_inactive", 98200)]),
    ],
)
def test_people_struck_off_are_then_inactive_and_still_the_same(said: str, told: list[tuple[str, float]]) -> None:
    text = f"Sebanyak 12.310 peserta PBI JKN di Jawa Tengah dinonaktifkan. Menurut Budi, {said}. "
    found = [(fact.indicator, fact.value) for fact in facts(text + "Rinciannya, Sragen 4.100 jiwa.")]
    assert found[:2] == told


@pytest.mark.parametrize("verb", ["menunggak iuran", "dinonaktifkan", "yang kini tidak aktif"])
def test_what_follows_the_last_of_two_areas_is_said_of_both(verb: str) -> None:
    text = f"Sebanyak 61.203 peserta JKN di Kabupaten Jember dan 17.550 peserta di Kabupaten Lumajang {verb}."
    one, other = facts(text)
    assert (one.value, other.value) == (61203, 17550)
    assert one.indicator == other.indicator != "participants"


def test_what_is_said_of_some_is_not_said_of_all() -> None:
    text = "Sragen mencatat 741.300 peserta JKN dan 28.114 peserta di Kecamatan Gemolong menunggak iuran."
    assert [fact.indicator for fact in facts(text)] == ["participants", "arrears_participants"]


def test_people_of_a_list_go_on_as_those_who_owe_what_is_told_beside_them() -> None:
    text = (
        "Di Sragen 2.134 peserta mandiri JKN menunggak Rp 3,1 miliar, di Karanganyar 3.870 peserta Rp 3,4 miliar, "
        "dan di Klaten 9.114 peserta Rp 4,2 miliar."
    )
    assert [name for name, _ in bound(text)] == ["arrears_participants", "arrears_amount"] * 3


def test_what_follows_the_last_of_several_classes_is_said_of_all() -> None:
    text = "Di Mataram ada 22.817 peserta JKN kelas I, 16.240 kelas II dan 61.930 kelas III yang menunggak."
    assert [name for name, _ in bound(text)] == ["arrears_participants"] * 3


@pytest.mark.parametrize(
    ("text", "shares"),
    [
        pytest.param("Kepesertaan JKN Sragen 98,2 persen, di atas syarat UHC minimal 95 persen.", [98.2], id="above"),
        pytest.param("Keaktifan JKN Sragen 76,1 persen, belum memenuhi syarat UHC Prioritas.", [76.1], id="not yet"),
        pytest.param("Sragen memenuhi syarat UHC dengan cakupan JKN 98,2 persen.", [98.2], id="led by with"),
        pytest.param("Sragen memenuhi syarat UHC karena 98,2 persen warganya peserta JKN.", [98.2], id="the reason"),
        pytest.param("Cakupan JKN 98 persen dan keaktifan 80 persen menjadi syarat UHC.", [], id="asked of all"),
        pytest.param(
            "Syarat UHC di Sragen yakni cakupan JKN 98 persen, keaktifan 80 persen.", [], id="behind the words"
        ),
    ],
)
def test_what_an_area_has_is_not_what_an_award_asks_for(text: str, shares: list[float]) -> None:
    assert [fact.value for fact in facts(text)] == shares
    assert {fact.status for fact in facts(text)} <= {"actual"}


def test_a_target_that_is_not_reached_is_no_gap() -> None:
    assert bound("Cakupan JKN Sragen 91 persen, masih di bawah target 98 persen.") == [
        ("coverage_pct", 91.0),
        ("coverage_pct", 98.0),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("Peserta JKN Sragen 41.300 orang, peserta BPJS Ketenagakerjaan 9.120 orang.", [41300], id="ours"),
        pytest.param("Peserta BPJS Kesehatan dan BPJS Ketenagakerjaan di Sragen 41.300 orang.", [], id="both"),
        pytest.param("RSUD Sragen merawat 90 pasien, 80 di antaranya peserta JKN.", [], id="patients among patients"),
        pytest.param("RSUD Sragen melayani 600 peserta JKN per hari.", [], id="a day"),
        pytest.param("Reaktivasi PBI JK Sragen: 1.400 orang disetujui, 700 orang ditolak.", [1400], id="refused"),
    ],
)
def test_whom_a_figure_counts(text: str, found: list[float]) -> None:
    assert [value for _, value in bound(text)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("Klinik mitra BPJS Kesehatan Sragen bertambah 3 menjadi 21 klinik.", [21.0], id="a number"),
        pytest.param("Mitra BPJS Kesehatan bertambah satu menjadi 5 rumah sakit.", [5.0], id="a word"),
        pytest.param("Klinik mitra BPJS Kesehatan Sragen bertambah menjadi 21 klinik.", [21.0], id="the level alone"),
        pytest.param("Peserta JKN Sragen bertambah 300 menjadi 2.100 jiwa.", [300.0, 2100.0], id="people"),
    ],
)
def test_a_change_of_what_no_flow_counts_is_no_stock(text: str, found: list[float]) -> None:
    assert [fact.value for fact in facts(text)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            "Kuota PBI daerah JKN di Sragen 21.000 orang, realisasinya 19.420 orang.",
            ["participants_quota", "participants"],
            id="filled",
        ),
        pytest.param(
            "Peserta JKN Sragen yang tidak aktif: menunggak 31.200 jiwa, berhenti bekerja 12.100 jiwa.",
            ["arrears_participants", "participants_inactive"],
            id="the reasons",
        ),
    ],
)
def test_what_becomes_of_people(text: str, found: list[str]) -> None:
    assert [name for name, _ in bound(text)] == found


def test_what_is_not_lessened_is_not_denied() -> None:
    assert bound("Aturan itu tidak mengurangi keaktifan peserta JKN Sragen yang 92 persen.") == [("active_pct", 92.0)]


def test_an_unusual_share_is_none_of_a_gap() -> None:
    assert bound("Di Sragen keaktifan JKN harus naik minimal 80 persen.") == [("active_pct", 80.0)]
    assert bound("Di Sragen keaktifan JKN harus naik 8 persen lagi.") == [("coverage_gap_pct", 8.0)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Cakupan JKN Sragen naik 3,1 persen dibanding tahun 2023 yang hanya 94,4 persen.",
            [("growth_pct", 3.1), ("coverage_pct", 94.4)],
        ),
        (
            "Peserta JKN Sragen meningkat 9.000 jiwa dari tahun lalu yang berjumlah 371.000 jiwa.",
            [("participants_new", 9000.0), ("participants", 371000.0)],
        ),
    ],
)
def test_the_base_of_a_change_is_a_level(text: str, found: list[tuple[str, float]]) -> None:
    assert bound(text) == found
