"""Regions: which of the areas of an article each figure is said of, and on what ground."""

from __future__ import annotations

import pytest
from reader import facts

MADIUN = "BPJS Kesehatan Cabang Madiun tenang. Wilayah kerjanya meliputi Kota Madiun, Magetan, dan Ngawi."
MEMBERS = ("35.77", "35.20", "35.21")


def regions(text: str) -> list[tuple[str, str | None, str | None]]:
    """Each fact of a text: the indicator, its region and how that was found."""
    return [(fact.indicator, fact.region_name, fact.region_basis) for fact in facts(text)]


# A branch and the areas that it serves


def test_the_branch_that_serves_the_area_of_the_headline_is_the_topic() -> None:
    (fact,) = facts(f"Peserta JKN di Magetan Naik\n\n{MADIUN}\n\nJumlah peserta JKN mencapai 1.204.551 jiwa.")
    assert (fact.region_name, fact.region_basis, fact.region_members) == ("Cabang Madiun", "topic", MEMBERS)


@pytest.mark.parametrize("area", ["Kota Madiun", "Kabupaten Sragen"])
def test_a_branch_is_not_the_topic_of_its_namesake_nor_of_an_area_that_it_does_not_serve(area: str) -> None:
    text = f"Peserta JKN di {area} Naik\n\n{MADIUN}\n\nJumlah peserta JKN mencapai 104.551 jiwa."
    assert regions(text) == [("participants", area, "topic")]


def test_facilities_are_the_branchs_where_the_lead_tells_its_areas() -> None:
    text = f"Peserta JKN di Kota Madiun Naik\n\n{MADIUN}\n\nAda 122 FKTP yang bekerja sama. Peserta JKN 204.551 jiwa."
    assert regions(text) == [("facilities", "Cabang Madiun", "topic"), ("participants", "Kota Madiun", "topic")]


# Totals and shares


def test_a_total_is_that_of_the_branch_said_before() -> None:
    text = (
        "BPJS Kesehatan Cabang Madiun mencatat tunggakan iuran peserta di Kabupaten Ngawi Rp 4,2 miliar. "
        "Di Kabupaten Magetan tunggakan iuran Rp 5,1 miliar. {} mencapai Rp 9,3 miliar."
    )
    assert regions(text.format("Totalnya"))[-1] == ("arrears_amount", "Cabang Madiun", "paragraph")
    assert regions(text.format("Tunggakan iuran"))[-1] == ("arrears_amount", "Kabupaten Magetan", "paragraph")


def test_a_share_right_behind_two_areas_is_that_of_each() -> None:
    found = facts("Cakupan UHC di HSU dan HSS tidak sampai 75 persen.")
    assert [fact.region_name for fact in found] == ["Kabupaten Hulu Sungai Selatan", "Kabupaten Hulu Sungai Utara"]
    assert {(fact.value, fact.qualifier, fact.region_basis) for fact in found} == {(75.0, "at_most", "clause")}


def test_a_count_behind_two_areas_is_no_count_of_each() -> None:
    assert len(facts("Peserta JKN di HSU dan HSS 75.210 jiwa.")) == 1


# Working areas that no list tells


@pytest.mark.parametrize(
    ("text", "members"),
    [
        pytest.param(
            "BPJS Kesehatan Cabang Makassar mencatat 338.211 penunggak di tiga daerah. "
            "Kota Makassar 214.876 peserta, Gowa 61.340 peserta, dan Maros 33.119 peserta.",
            ("73.71", "73.06", "73.09"),
            id="as many as announced",
        ),
        pytest.param(
            "Peserta mandiri yang menunggak di BPJS Kesehatan Cabang Makassar 309.335 peserta. "
            "Kota Makassar 214.876 peserta, Gowa 61.340 peserta, dan Maros 33.119 peserta.",
            ("73.71", "73.06", "73.09"),
            id="figures that add up",
        ),
        pytest.param(
            "Peserta mandiri yang menunggak di BPJS Kesehatan Cabang Makassar 338.211 peserta. "
            "Kota Makassar 214.876 peserta, Gowa 61.340 peserta, dan Maros 33.119 peserta.",
            None,
            id="some of them",
        ),
    ],
)
def test_the_areas_of_a_branch_by_their_number_or_sum(text: str, members: tuple[str, ...] | None) -> None:
    fact = facts(text)[0]
    assert (fact.region_name, fact.region_members) == ("Cabang Makassar", members)


def test_so_many_areas_pointed_back_to_are_their_branch() -> None:
    text = f"{MADIUN}\n\nPeserta JKN Kota Madiun 204.551 jiwa. Di tiga daerah itu peserta JKN 1.204.551 jiwa."
    assert [name for _, name, _ in regions(text)] == ["Kota Madiun", "Cabang Madiun"]


# What an area is held against


@pytest.mark.parametrize(
    "text",
    [
        "Di Kabupaten Sragen cakupan UHC jauh dibandingkan angka nasional, baru 47 persen.",
        "Cakupan UHC di kabupaten terluas se-Jateng itu baru 47 persen, sama dengan tetangganya.",
        "Cakupan UHC Kabupaten Sragen 47 persen, masih di bawah target nasional.",
        "Cakupan UHC Kabupaten Sragen merupakan yang terendah di Jawa Tengah, 47 persen.",
    ],
)
def test_what_a_figure_is_held_against_is_not_its_area(text: str) -> None:
    assert [fact.region_name for fact in facts(f"Kabar dari Kabupaten Sragen\n\n{text}")] == ["Kabupaten Sragen"]


def test_a_figure_right_behind_what_is_compared_is_its_own() -> None:
    found = regions("Cakupan UHC Sragen 87 persen dibandingkan rata-rata nasional 95 persen.")
    assert [name for _, name, _ in found] == ["Kabupaten Sragen", "Indonesia"]


# Carried


def test_figures_in_the_order_of_the_areas_before_them() -> None:
    found = facts("Peserta JKN di Sragen, Boyolali dan Blora masing-masing 98.107; 44.190; dan 21.978 jiwa.")
    assert [(fact.value, fact.region_name) for fact in found] == [
        (98107, "Kabupaten Sragen"),
        (44190, "Kabupaten Boyolali"),
        (21978, "Kabupaten Blora"),
    ]


def test_a_sentence_goes_on_with_the_area_of_the_figures_before_it() -> None:
    text = "Menurut BPJS Kesehatan Cabang Palu penduduk Sulteng 3.011.077 jiwa. Dari angka itu peserta JKN 2.517.076."
    assert [name for _, name, _ in regions(text)] == ["Provinsi Sulawesi Tengah"] * 2


def test_an_officer_speaks_for_the_same_area_through_a_paragraph() -> None:
    text = (
        "Peserta JKN di Jawa Barat naik.\n\n"
        'Wali Kota Sukabumi santai. "Kami tenang," katanya. Semua lancar. Yang menunggak 38,6 persen peserta.'
    )
    assert regions(text) == [("arrears_pct", "Kota Sukabumi", "speaker")]


def test_a_count_in_an_area_is_not_that_of_the_branch_that_counted_it() -> None:
    found = regions("BPJS Kesehatan Cabang Bekasi mencatat baru 6.214 badan usaha di Kota Bekasi yang terdaftar.")
    assert found == [("employers", "Kota Bekasi", "clause")]


def test_the_working_area_of_the_lead_is_the_topic_and_not_its_province() -> None:
    text = (
        "Tunggakan Iuran di Jawa Timur Naik\n\n"
        "Iuran macet di wilayah kerja BPJS Kesehatan Cabang Madiun, yaitu Kota Madiun, Magetan, dan Ngawi.\n\n"
        "Tunggakan iuran kelas 1 sebanyak Rp 5,1 miliar."
    )
    assert regions(text) == [("arrears_amount", "Cabang Madiun", "topic")]


def test_a_place_behind_and_is_that_of_the_next_figure() -> None:
    found = facts("Di Kota Cilegon peserta JKN 404.426 jiwa dan yang terkecil Kota Serang, peserta JKN 304.320 jiwa.")
    assert [fact.region_name for fact in found] == ["Kota Cilegon", "Kota Serang"]


def test_the_target_of_the_nation_is_not_the_region_of_what_is_missing() -> None:
    text = (
        "Keaktifan peserta JKN di Sragen 78 persen. Target nasional keaktifan 80 persen, berarti kurang 2 persen lagi."
    )
    found = regions(text)
    assert found[1][1] == "Indonesia"
    assert found[-1][:2] == ("coverage_gap_pct", "Kabupaten Sragen")


def test_a_rate_is_of_the_regency_that_pays_it() -> None:
    text = "Menurut Kepala BPJS Kesehatan Cabang Watampone, iuran JKN aparat desa 4 persen upah dari Pemkab Bone."
    assert [name for _, name, _ in regions(text)] == ["Kabupaten Bone"]


def test_a_sentence_goes_on_with_the_branch_of_the_last_figures() -> None:
    text = (
        "Pemkab Sragen Didorong\n\nPeserta JKN di Sragen naik.\n\nDi BPJS Kesehatan Cabang Surakarta peserta JKN "
        "2.104.551 jiwa.\n\nYang rutin membayar iuran {}52,6 persen."
    )
    assert regions(text.format(""))[-1] == ("collection_pct", "Cabang Surakarta", "paragraph")
    assert regions(text.format("di Sragen "))[-1][1] == "Kabupaten Sragen"


def test_the_areas_of_the_headline_are_the_branch_that_serves_just_these() -> None:
    text = (
        "Iuran Tertunggak di {}\n\nWilayah kerja BPJS Kesehatan Cabang Madiun meliputi Kota Madiun, Magetan, dan Ngawi."
        "\n\nNilai tunggakan iuran seluruhnya Rp 67 miliar."
    )
    assert regions(text.format("Magetan, Ngawi, dan Kota Madiun"))[-1][1] == "Cabang Madiun"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Gubernur Jawa Tengah menyebut peserta JKN di provinsinya 34.204.551 jiwa. Kota Semarang tenang.",
         "Provinsi Jawa Tengah"),
        ("Bupati Kudus menyebut peserta JKN di daerahnya 812.345 jiwa. Kota Semarang tenang.", "Kabupaten Kudus"),
        ("Peserta JKN dari APBD Provinsi Sulsel 1,2 juta jiwa. Di Kabupaten Maros semua tenang.",
         "Provinsi Sulawesi Selatan"),
    ],
)  # fmt: skip
def test_the_area_of_whoever_speaks_or_pays_before_the_topic_is_named(text: str, name: str) -> None:
    assert [name for _, name, _ in regions(text)] == [name]


def test_the_nation_goes_on_through_a_paragraph() -> None:
    text = (
        "Peserta JKN di Sragen naik. Secara nasional keaktifan JKN 78 persen. Yang menunggak iuran 4.312.000 peserta."
    )
    assert regions(text)[-1] == ("arrears_participants", "Indonesia", "paragraph")


def test_more_people_than_an_area_has_are_of_the_nation() -> None:
    text = "Peserta JKN di Sragen naik. Kementerian Sosial mencoret {} peserta PBI."
    assert regions(text.format("7,3 juta"))[0][:2] == ("participants_removed", "Indonesia")
    assert regions(text.format("73 ribu"))[0][:2] == ("participants_removed", "Kabupaten Sragen")


def test_the_area_of_the_topic_among_those_of_a_list_before_a_figure() -> None:
    text = (
        "Peserta JKN di {} naik.\n\n"
        "Dalam rapat Wilayah Jawa Tengah dan Yogyakarta, penduduk 37 juta orang, peserta JKN 31 juta orang."
    )
    assert regions(text.format("Jawa Tengah"))[-1][1] == "Provinsi Jawa Tengah"


@pytest.mark.parametrize(
    "told", [", ungkap Dinda (petugas BPJS Kesehatan Surakarta)", ", demikian data cakupan JKN di Jateng"]
)
def test_a_place_behind_a_verb_of_speaking_is_not_the_figures(told: str) -> None:
    assert [name for _, name, _ in regions(f"Dari Sragen terdata peserta JKN 871.240 jiwa{told}.")] == [
        "Kabupaten Sragen"
    ]


def test_a_line_that_others_are_held_against_does_not_go_on() -> None:
    text = (
        "Keaktifan peserta JKN di Sragen 83 persen. Itu di atas ambang nasional 80 persen. "
        "Adapun yang menunggak iuran 12 persen."
    )
    assert regions(text)[-1][:2] == ("arrears_pct", "Kabupaten Sragen")


# A branch that counts in one area


def test_a_branch_that_counts_in_one_area_is_not_the_topic() -> None:
    text = (
        "BPJS Kesehatan Cabang Dumai mencatat 12.304 penunggak iuran JKN di Kota Dumai.\n\n"
        "Di kelas 3 penunggak iurannya 10.127 orang."
    )
    assert [name for _, name, _ in regions(text)] == ["Kota Dumai", "Kota Dumai"]


def test_the_one_area_singled_out_of_a_working_area_is_what_follows_is_said_of() -> None:
    text = (
        "Dari semua daerah yang dilayani BPJS Kesehatan Cabang Singkawang, kepesertaan JKN di Kabupaten Sambas "
        "paling rendah. Peserta JKN baru 322.407 jiwa."
    )
    assert regions(text) == [("participants", "Kabupaten Sambas", "paragraph")]


# What a sentence leaves out


@pytest.mark.parametrize(
    "following", ["Adapun yang belum terdaftar 21.310 jiwa.", "Sisanya 21.310 jiwa belum menjadi peserta."]
)
def test_a_sentence_that_leaves_out_its_subject_is_of_the_area_before_it(following: str) -> None:
    text = f"Kabar JKN dari Kabupaten Brebes\n\nDi Kota Tegal peserta JKN 250.140 jiwa.\n\n{following}"
    assert [name for _, name, _ in regions(text)] == ["Kota Tegal", "Kota Tegal"]


def test_of_a_number_just_said_is_not_of_the_province_that_it_is_the_most_in() -> None:
    text = (
        "Penduduk Kabupaten Brebes yang terbanyak di Jawa Tengah mencapai 2.026.118 jiwa. "
        "Dari jumlah itu peserta JKN 1.731.402 jiwa."
    )
    assert [name for _, name, _ in regions(text)] == ["Kabupaten Brebes", "Kabupaten Brebes"]


def test_a_part_of_the_last_number_is_of_its_area_and_a_sum_of_all() -> None:
    text = (
        "BPJS Kesehatan Cabang Madiun mencatat penduduk Kabupaten Ngawi 870.100 jiwa, peserta JKN 790.400 jiwa. "
        "Kabupaten Magetan berpenduduk 671.200 jiwa. Dari jumlah itu peserta JKN {} jiwa."
    )
    assert regions(text.format("601.300"))[-1] == ("participants", "Kabupaten Magetan", "paragraph")
    assert regions(text.format("1.391.700"))[-1][1] == "Cabang Madiun"


# Places that are not the area of a figure


@pytest.mark.parametrize(
    "text",
    [
        "Peserta JKN yang menunggak 16.204.118 orang, kata Direktur Utama BPJS Kesehatan, di Jakarta.",
        "JAKARTA, Kabar Kita. Peserta JKN yang menunggak 16.204.118 orang, kata Direktur Utama BPJS Kesehatan.",
        "Menkes menjelaskan tunggakan JKN. Hal itu disampaikannya di Jakarta. Penunggak iuran 6.204.118 orang.",
        "Rapat soal JKN digelar di Jakarta. Peserta JKN yang menunggak iuran 6.204.118 orang.",
        "Tunggakan iuran JKN di Jakarta naik. Peserta JKN 278.104.220 jiwa.",
    ],
)
def test_where_the_news_of_the_nation_is_told_is_not_its_area(text: str) -> None:
    assert {fact.region_name for fact in facts(text)} == {"Indonesia"}


@pytest.mark.parametrize(
    "text",
    [
        "Program Bali Sehat menjangkau warga Buleleng. Peserta JKN 783.291 jiwa.",
        "Klaim JKN warga Buleleng Rp 6,2 miliar karena pasien dirujuk sampai ke Badung dan Denpasar.",
        "Cabang Singaraja melayani Buleleng. Di kabupaten ujung utara Bali itu peserta JKN 783.291 jiwa.",
        "Pemprov Bali menanggung iuran JKN 6.714 warga Buleleng.",
        "Kabar JKN Buleleng. Dibandingkan Badung dan Gianyar angka itu rendah. Peserta JKN 783.291 jiwa.",
    ],
)
def test_a_place_in_passing_is_not_the_area(text: str) -> None:
    assert [fact.region_name for fact in facts(text)] == ["Kabupaten Buleleng"]


def test_an_area_of_the_next_clause_is_not_that_of_the_first() -> None:
    text = "Kabar JKN Kabupaten Sragen. Peserta JKN aktif 300.120 jiwa, sedangkan di Wonogiri 140.207 jiwa."
    assert [name for _, name, _ in regions(text)] == ["Kabupaten Sragen", "Kabupaten Wonogiri"]


def test_what_an_officer_goes_on_to_say_is_of_his_area() -> None:
    text = (
        "Peserta JKN di Jawa Tengah 36.104.220 jiwa.\n\nBupati Sragen Yuni menambah anggaran. Ia juga menyurati pabrik."
        '\n\n"Guru mengaji menjadi peserta JKN, jumlahnya 1.254 orang," katanya.'
    )
    assert regions(text)[-1] == ("participants", "Kabupaten Sragen", "speaker")


def test_what_companies_pay_is_set_for_the_nation() -> None:
    text = "Kabar JKN Sragen. Iurannya 5 persen dari gaji, 4 persen dibayar {} dan 1 persen dari pekerja."
    assert {name for _, name, _ in regions(text.format("perusahaan"))} == {"Indonesia"}
    assert {name for _, name, _ in regions(text.format("pemerintah desa"))} == {"Kabupaten Sragen"}


# Branches and their namesakes, provinces that pay


def test_a_branch_without_areas_is_its_namesake_that_the_article_is_about() -> None:
    text = (
        "Cakupan JKN di Kabupaten Kebumen 99 persen.\n\n"
        "BPJS Kesehatan Cabang Kebumen mencatat {}peserta aktif 901.240 jiwa."
    )
    assert regions(text.format(""))[-1] == ("participants_active", "Kabupaten Kebumen", "topic")
    assert regions(text.format("di dua daerah "))[-1][1] == "Cabang Kebumen"


def test_whom_a_province_pays_for_are_of_the_area_told_of() -> None:
    text = "Pemkab Serang membiayai 13.204 peserta PBI JKN, dan Pemprov Banten membiayai 18.407 peserta."
    assert [name for _, name, _ in regions(text)] == ["Kabupaten Serang", "Kabupaten Serang"]


def test_so_many_areas_of_the_lead_are_the_branch_that_has_them() -> None:
    text = (
        "Dari 92.104 peserta mandiri JKN di tiga daerah di Provinsi Jawa Timur, 52.304 orang menunggak iuran.\n\n"
        "Ketiga daerah itu, yakni Kota Madiun, Magetan dan Ngawi, merupakan wilayah kerja BPJS Kesehatan Cabang Madiun."
    )
    assert {name for _, name, _ in regions(text)} == {"Cabang Madiun"}


def test_a_bracket_in_a_list_of_areas_does_not_end_it() -> None:
    text = (
        "Peserta JKN di wilayah kerja Cabang Palu, yakni Kota Palu, Parigi Moutong (parimo), dan Poso 1.204.551 jiwa."
    )
    assert facts(text)[0].region_members == ("72.71", "72.08", "72.02")


# Words for a place, and places that are none


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("Peserta JKN di Kabupaten Wonosobo 841.230 orang. Di sana masih 12.640 warga belum terdaftar.", "Wonosobo"),
        ("Kabar Wonosobo. Sebanyak 92.875 orang belum memiliki Kartu Indonesia Sejahtera JKN.", "Wonosobo"),
        ('JKN Wonosobo. "Yang belum 11.311 jiwa," ujar Kepala Bagian SDM, Umum BPJS Kesehatan Magelang.', "Wonosobo"),
        ("JKN Wonosobo. Pusat mematok target 95 persen masyarakat Banjarnegara menjadi peserta.", "Banjarnegara"),
        ("BPJS Kesehatan menunggak klaim Rp 20,4 miliar. Tagihan itu milik RSUD Wonosobo.", None),
    ],
)
def test_words_for_a_place(text: str, region: str | None) -> None:
    assert facts(text)[-1].region_name == (f"Kabupaten {region}" if region else "Indonesia")


def test_a_debt_to_a_hospital_is_of_its_area() -> None:
    text = "Kabar dari Kabupaten Magetan.\n\n{}utang klaim BPJS Kesehatan{} Rp 20,4 miliar."
    assert regions(text.format("Di rumah sakit itu ", "")) == [("program_deficit", "Kabupaten Magetan", "topic")]
    assert regions(text.format("Secara keseluruhan ", "")) == [("program_deficit", "Indonesia", "topic")]


def test_a_branch_that_counts_in_a_province_is_not_the_topic() -> None:
    text = (
        "BPJS Kesehatan Cabang Banjarmasin mencatat 3.104.220 peserta JKN di Kalimantan Selatan.\n\n"
        "Klaim JKN Rp 6,8 triliun."
    )
    assert [name for _, name, _ in regions(text)] == ["Provinsi Kalimantan Selatan", "Provinsi Kalimantan Selatan"]


def test_who_pays_is_the_area_where_nothing_else_is() -> None:
    assert regions("Peserta JKN yang ditanggung Pemprov Bali 12.304 jiwa.") == [
        ("participants", "Provinsi Bali", "topic")
    ]


def test_an_area_in_the_reason_for_a_figure_is_not_its_own() -> None:
    text = "Kabar dari Kabupaten Lebong. Peserta JKN naik menjadi 8.731 warga sebab ada tambahan dari Rejang Lebong."
    assert [fact.region_name for fact in facts(text)] == ["Kabupaten Lebong"]


# The nation's officers and its capital


@pytest.mark.parametrize("place", ["di Jakarta Pusat", "di TMII Jakarta"])
def test_where_an_officer_of_the_nation_speaks_is_no_area(place: str) -> None:
    text = (
        f"Kolektibilitas iuran JKN 97,1 persen, kata Menteri Kesehatan {place}.\n\nKeaktifan peserta JKN 81,4 persen."
    )
    assert {name for _, name, _ in regions(text)} == {"Indonesia"}


def test_the_office_of_the_capital_speaks_for_it() -> None:
    text = "Menteri Kesehatan hadir. Kepala Dinas Kesehatan DKI Jakarta menyebut keaktifan peserta JKN 91 persen."
    assert [name for _, name, _ in regions(text)] == ["Provinsi DKI Jakarta"]


# A branch beside an area


def test_a_branch_that_acts_in_the_area_of_the_topic_is_not_the_area() -> None:
    text = (
        "Peserta JKN di Maluku Naik\n\nUntuk warga Maluku, BPJS Kesehatan Cabang {} telah menggandeng 31 rumah sakit."
    )
    assert [name for _, name, _ in regions(text.format("Ambon"))] == ["Provinsi Maluku"]


def test_more_people_than_a_town_has_are_those_of_its_branch() -> None:
    text = (
        "Warga di Kota Madiun Didata\n\nKepala BPJS Kesehatan Cabang Madiun menyebut target peserta JKN 2 juta jiwa. "
        "Kini baru ada 1,7 juta peserta."
    )
    assert [name for _, name, _ in regions(text)] == ["Cabang Madiun", "Cabang Madiun"]


def test_what_points_at_a_regency_with_more_words_is_the_one_named_last() -> None:
    text = (
        "Cakupan JKN di Kabupaten Lebong 98,3 persen, Kabupaten Lebong teratas.\n\n"
        "Paling rendah Bengkulu Utara. Kabupaten terluas {} baru mencapai 73,2 persen warganya."
    )
    assert regions(text.format("ini"))[-1][1] == "Kabupaten Bengkulu Utara"


# Back to the own area


@pytest.mark.parametrize("average", ["rata-rata Provinsi Jawa Tengah", "rerata Jawa Tengah"])
def test_what_follows_an_average_is_of_the_area_before_it(average: str) -> None:
    text = f"Cakupan JKN di Wonogiri 96,4 persen. Sementara {average} 91,2 persen. Peserta JKN aktif 780.120 jiwa."
    assert [name for _, name, _ in regions(text)] == [
        "Kabupaten Wonogiri",
        "Provinsi Jawa Tengah",
        "Kabupaten Wonogiri",
    ]


def test_what_follows_a_comparison_is_of_the_area_before_it() -> None:
    text = (
        "Peserta JKN di Kabupaten Agam 410.210 jiwa. Bila dibandingkan Kabupaten Pasaman yang 250.110 jiwa, itu naik. "
        "Adapun yang menunggak iuran 51.200 jiwa."
    )
    assert regions(text)[-1][:2] == ("arrears_participants", "Kabupaten Agam")


def test_the_nations_figure_ends_where_the_officer_says_we() -> None:
    text = (
        "Wali Kota Bekasi menyebut 210.300 peserta JKN dinonaktifkan. Secara nasional 7,3 juta peserta JKN. "
        '"{} reaktivasi 41.100 peserta JKN," katanya.'
    )
    assert regions(text.format("Kami akan"))[-1][1] == "Kota Bekasi"


def test_the_regency_pointed_at_is_the_one_named_last() -> None:
    text = (
        "Peserta JKN Kota Bima\n\nCakupan JKN di Kabupaten Bima 70 persen. Di Dompu sudah 84 persen. "
        "Di kabupaten itu 31.800 peserta JKN dijamin pemkab."
    )
    assert regions(text)[-1][1] == "Kabupaten Dompu"


# Areas behind a figure that are not its own


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("UHC Kota Salatiga pecah rekor, 98,7 persen di tingkat Jawa Tengah.", "Kota Salatiga"),
        (
            "Cakupan UHC di Ngada 99,4 persen, tertinggi di antara kabupaten di wilayah kerja Cabang Ende.",
            "Kabupaten Ngada",
        ),
        ("Pemkab Sikka menunggak iuran JKN Rp 4,1 miliar ke BPJS Kesehatan Cabang Maumere.", "Kabupaten Sikka"),
        ("Keaktifan peserta JKN Lotim 74 persen, di bawah target RPJMN (RPJMN).", "Kabupaten Lombok Timur"),
        ("Tunggakan iuran JKN di Belitung Rp 23,1 miliar, di mana Kecamatan Membalong terbesar.", "Kabupaten Belitung"),
        ("Cakupan UHC mencapai 91,4 persen di tingkat Jawa Tengah.", "Provinsi Jawa Tengah"),
    ],
)
def test_areas_behind_a_figure(text: str, region: str) -> None:
    assert [name for _, name, _ in regions(text)] == [region]


def test_a_rate_that_a_city_spends_is_of_the_city() -> None:
    text = "Pemkot Balikpapan {} iuran JKN Rp 501 juta per bulan, atau Rp 23.000 untuk tiap jiwa."
    assert regions(text.format("membayar"))[-1][:2] == ("contribution_rate", "Kota Balikpapan")


def test_where_an_officer_of_the_nation_visits_is_no_area() -> None:
    text = "Menteri Kesehatan menyebut peserta JKN aktif 81 persen {} Kota Semarang."
    assert [name for _, name, _ in regions(text.format("saat kunjungan kerja ke"))] == ["Indonesia"]
    assert [name for _, name, _ in regions(text.format("di"))] == ["Kota Semarang"]


# Lines that are nothing but an area


LISTED = (
    "Cakupan JKN Terendah di Jawa Timur\n\nCakupan JKN Provinsi Jawa Timur baru 91,4 persen.\n\n"
    "{}\nPeserta JKN baru 412.300 jiwa.\n\n{}\nCakupan JKN 78,3 persen.\n\nYang aktif 61 persen.\n\n"
)


@pytest.mark.parametrize(
    ("one", "other"), [("1. Sampang", "2. Bangkalan"), ("Kabupaten Sampang:", "Kabupaten Bangkalan:")]
)
def test_what_stands_below_a_line_that_is_only_an_area_is_said_of_it(one: str, other: str) -> None:
    found = [fact.region_name for fact in facts(LISTED.format(one, other))]
    assert found[:3] == ["Provinsi Jawa Timur", "Kabupaten Sampang", "Kabupaten Bangkalan"]


def test_lists_below_a_line_that_is_only_an_area_are_said_of_it() -> None:
    rows = "- Peserta JKN {}12.400 jiwa\n- Belum terdaftar {}3.100 jiwa\n\n"
    found = facts(f"Peserta JKN di Dua Daerah\n\n1) Sampang\n{rows.format(2, 3)}2) Bangkalan\n{rows.format(4, 5)}")
    assert [fact.region_name for fact in found] == ["Kabupaten Sampang"] * 2 + ["Kabupaten Bangkalan"] * 2


def test_one_line_that_is_only_an_area_heads_nothing() -> None:
    text = "Cakupan JKN Provinsi Jawa Timur baru 91,4 persen.\n\nSampang\nPeserta JKN 12.300.000 jiwa."
    assert facts(text)[-1].region_name == "Provinsi Jawa Timur"


# A new paragraph of an article about a branch


def test_what_a_branch_pays_is_not_of_the_government_of_the_paragraph_before() -> None:
    text = (
        f"{MADIUN}\n\n"
        "Pemerintah Kabupaten Ngawi siap mendaftarkan 21.000 jiwa.\n\n"
        "Selama triwulan I iuran yang terkumpul Rp 91,2 miliar, "
        "sementara biaya pelayanan kesehatan yang dibayarkan Rp 240,1 miliar."
    )
    assert [fact.region_name for fact in facts(text)][-2:] == ["Cabang Madiun"] * 2


@pytest.mark.parametrize(("opening", "region"), [("", "Cabang Madiun"), ("Menurut dia, ", "Kabupaten Ngawi")])
def test_a_new_paragraph_is_of_an_areas_officer_only_where_he_goes_on(opening: str, region: str) -> None:
    text = f"{MADIUN}\n\nBupati Ngawi berjanji mendukung program JKN.\n\n{opening}sekitar 64 persen peserta JKN aktif."
    (fact,) = facts(text)
    assert fact.region_name == region


# Words that hold nothing against anything, and the city of a regency


def test_what_is_so_on_paper_holds_no_area_against_another() -> None:
    text = (
        "Peserta JKN Kabupaten Cirebon 2,1 juta jiwa.\n\n"
        "Di atas kertas Kota Cirebon sudah menyandang predikat UHC. Cakupan JKN 98,6 persen."
    )
    assert facts(text)[-1].region_name == "Kota Cirebon"


def test_its_city_is_the_one_that_the_article_names() -> None:
    text = (
        "BPJS Kesehatan mencatat penunggak iuran di Kabupaten Probolinggo dan Kota Probolinggo. "
        "Tunggakan yang kabupaten Rp 6,1 miliar, kotanya Rp 2,9 miliar."
    )
    assert [fact.region_name for fact in facts(text)] == ["Kabupaten Probolinggo", "Kota Probolinggo"]


def test_the_land_of_a_regency_is_no_branch() -> None:
    text = (
        "BPJS Kesehatan Cabang Pasuruan melayani Kota Pasuruan, Kabupaten Pasuruan dan Kabupaten Probolinggo. "
        "Cakupan JKN di Kota Pasuruan 91 persen. Adapun di Kabupaten Probolinggo, kabupaten yang wilayahnya "
        "jauh lebih luas, baru 56 persen."
    )
    assert facts(text)[-1].region_name == "Kabupaten Probolinggo"


# A province that pays for the people of a regency


@pytest.mark.parametrize(
    "paid",
    [
        "lalu Pemerintah Aceh melalui JKA sebanyak 98.300 jiwa. Peserta mandiri 12.700 jiwa.",
        "sedangkan APBD Aceh untuk 98.300 jiwa dengan anggaran Rp 31 miliar.",
    ],
)
def test_people_whom_a_province_pays_for_are_the_regencys(paid: str) -> None:
    found = regions(
        f"Jumlah peserta JKN di Kabupaten Pidie kini 401.220 jiwa. Sebanyak 150.210 jiwa dibayar APBN, {paid}"
    )
    assert len(found) == 4
    assert {region for _, region, _ in found} == {"Kabupaten Pidie"}


def test_people_whom_a_province_pays_for_everywhere_are_the_provinces() -> None:
    text = "Cakupan JKN di Kabupaten Sragen 97,2 persen. {} 391.000 jiwa di 35 kabupaten/kota."
    assert regions(text.format("Pemprov Jawa Tengah menanggung"))[-1][1] == "Provinsi Jawa Tengah"


# Ranks, averages and lists of districts


def test_the_one_that_an_area_comes_behind_has_not_its_figure() -> None:
    text = "Cakupan JKN di {} tertinggi kedua se-Sumbar setelah Padang Panjang, yakni 95,2 persen."
    assert regions(text.format("Kota Pariaman")) == [("coverage_pct", "Kota Pariaman", "clause")]
    text = "Cakupan JKN Sragen 96,1 persen, nomor dua di Jawa Tengah setelah Kota Surakarta yang sudah 99 persen."
    assert [region for _, region, _ in regions(text)] == ["Kabupaten Sragen", "Kota Surakarta"]


def test_an_average_that_a_sentence_begins_with_is_told_in_it() -> None:
    text = "Cakupan JKN di Kota Pariaman 95,2 persen. Rata-rata Sumatera Barat, menurut dia, masih 84,4 persen."
    assert [region for _, region, _ in regions(text)] == ["Kota Pariaman", "Provinsi Sumatera Barat"]


@pytest.mark.parametrize("row", ["• {} {} jiwa", "- {}: {} jiwa", "{} ({} jiwa)"])
def test_rows_below_a_line_of_districts_are_of_these(row: str) -> None:
    names = ("Gemolong", "Plupuh", "Kalijambe", "Tanon")
    rows = "\n".join(row.format(name, 412 + at) for at, name in enumerate(names))
    found = facts(f"Peserta PBI yang dinonaktifkan di Kabupaten Sragen menurut kecamatan:\n\n{rows}")
    assert [fact.region_name for fact in found] == [f"Kecamatan {name}" for name in names]


@pytest.mark.parametrize("word", ["Total", "Jumlah:", "Lainnya"])
def test_a_total_below_districts_is_no_district(word: str) -> None:
    text = f"Peserta PBI nonaktif di Kabupaten Sragen menurut kecamatan:\n\n- Gemolong 412 jiwa\n- {word} 912 jiwa"
    assert facts(text)[-1].region_name == "Kabupaten Sragen"


@pytest.mark.parametrize(
    ("before", "region"), [("Cakupan JKN", "Provinsi Jawa Tengah"), ("Peserta JKN", "Kabupaten Sragen")]
)
def test_what_a_share_is_below_is_told_behind_it(before: str, region: str) -> None:
    told = "75,2 persen" if before.startswith("Cakupan") else "712.300 jiwa"
    text = f"{before} di Kabupaten Sragen {told}. Cakupannya masih di bawah rata-rata Jawa Tengah, yakni 84,1 persen."
    assert [found for _, found, _ in regions(text)] == ["Kabupaten Sragen", region]


def test_a_government_without_a_name_is_that_of_the_one_area_just_told_of() -> None:
    text = (
        "BPJS Kesehatan Cabang Sorong melayani Kota Sorong, Kabupaten Sorong, Raja Ampat dan Maybrat. "
        "Peserta JKN Kabupaten Sorong 98.300 jiwa, Kota Sorong 212.700 jiwa.\n\n"
        "Di Raja Ampat kepesertaan JKN sudah 99 persen. Pemkab menanggung 21.300 jiwa."
    )
    assert facts(text)[-1].region_name == "Kabupaten Raja Ampat"


# What an article is about


def test_where_an_author_lives_is_not_what_is_written_about() -> None:
    text = (
        "Menata Ulang Iuran JKN\n\nOleh Ratih Prabasari\n(Pengamat asuransi, bermukim di Kota Malang)\n\n"
        "Tahun ini pemanfaatan layanan BPJS Kesehatan naik. Cakupan JKN sudah 96,1 persen."
    )
    assert regions(text) == [("coverage_pct", "Indonesia", "topic")]


def test_an_article_that_counts_more_than_its_area_has_is_about_a_larger_one() -> None:
    text = (
        "Peserta JKN {}\n\nDi Kulon Progo kemarin dicanangkan desa sadar JKN.\n\n"
        "Cakupan kepesertaannya 96,2 persen. Peserta JKN yang aktif {} jiwa dan yang nonaktif {} jiwa."
    )
    assert regions(text.format("Naik", "201.400.000", "52.100.000"))[0] == ("coverage_pct", "Indonesia", "topic")
    assert regions(text.format("Naik", "310.400", "52.100"))[0] == (
        "coverage_pct",
        "Kabupaten Kulon Progo",
        "topic",
    )


def test_the_area_that_is_told_of_later_is_that_of_the_lead_without_one() -> None:
    text = (
        "Kartu Sehat di Tepi Laut\n\nTahun ini 92,3 persen warga sudah menjadi peserta JKN.\n\n"
        "Di Maluku Tenggara dari 98.400 peserta separuhnya belum pernah berobat. "
        "Di kabupaten ini ada 31 puskesmas mitra.\n\n"
        "Secara nasional, kata Menteri Kesehatan, cakupan JKN 95 persen."
    )
    found = regions(text)
    assert found[0] == ("coverage_pct", "Kabupaten Maluku Tenggara", "topic")
    assert found[-1][:2] == ("coverage_pct", "Indonesia")


def test_an_answer_is_of_the_area_of_its_question() -> None:
    text = "Berapa peserta JKN di Sleman?\n\nAda 868.100 jiwa.\n\n"
    text += "Bagaimana dengan Kota Yogyakarta?\n\nMereka sudah 95 persen."
    assert [region for _, region, _ in regions(text)] == ["Kabupaten Sleman", "Kota Yogyakarta"]


def test_who_speaks_of_his_own_leaves_the_nation() -> None:
    text = "Cakupan JKN di NTB 98,2 persen. “Secara nasional keaktifan 80 persen, kita masih kurang 5,1 persen lagi.”"
    assert [region for _, region, _ in regions(text)][1:] == ["Indonesia", "Provinsi Nusa Tenggara Barat"]


def test_where_the_officer_of_a_province_speaks_is_not_his_area() -> None:
    text = "Peserta JKN di NTB naik.\n\nCakupannya baru 91,2 persen, kata Kepala Dinas Kesehatan NTB Hamzi di Mataram."
    assert regions(text) == [("coverage_pct", "Provinsi Nusa Tenggara Barat", "topic")]


# A branch, its town, and the insurer's own


def test_a_nickname_is_the_towns_and_never_a_branchs() -> None:
    text = (
        "Cakupan JKN di Bumi Blambangan baru 71,2 persen, kata Kepala BPJS Kesehatan Cabang Banyuwangi Titus. "
        "Cabang Banyuwangi membawahi Banyuwangi dan Situbondo.\n\nBupati menambah kuota PBI daerah menjadi 52.300 jiwa."
    )
    assert {region for _, region, _ in regions(text)} == {"Kabupaten Banyuwangi"}


def test_what_the_insurer_pays_is_its_branchs_unless_said_of_the_town() -> None:
    text = (
        "Peserta JKN di Kota Ambon 341.200 jiwa, kata Kepala BPJS Kesehatan Cabang Ambon Yosef.\n\n"
        "Pihaknya membayar klaim rumah sakit {}Rp 78,4 miliar."
    )
    assert regions(text.format(""))[1] == ("claims_cost", "Cabang Ambon", "speaker")
    assert regions(text.format("di Kota Ambon "))[1] == ("claims_cost", "Kota Ambon", "clause")


def test_the_capital_of_a_regency_is_no_name_of_that() -> None:
    text = "Di Sanggau peserta JKN 351.200 jiwa. Di Kecamatan Kapuas, ibu kota kabupaten, cakupannya 87,4 persen."
    assert [region for _, region, _ in regions(text)] == ["Kabupaten Sanggau", "Kecamatan Kapuas"]


@pytest.mark.parametrize(("line", "region"), [("Palu Hari Ini", "Indonesia"), ("Palu Hari Ini Siaga", "Kota Palu")])
def test_a_part_of_a_page_is_no_area(line: str, region: str) -> None:
    assert regions(f"{line}\n\nPeserta JKN yang menunggak iuran 173.800 jiwa.")[-1][1] == region


def test_regencies_and_cities_are_no_name_of_one() -> None:
    text = (
        "Di NTB, kata Kepala BPJS Kesehatan Kota Mataram, tunggakan iuran JKN Rp 19 miliar di seluruh kabupaten kota."
    )
    assert regions(text)[0][1] == "Provinsi Nusa Tenggara Barat"


def test_whom_facilities_work_with_is_not_where_they_are() -> None:
    text = (
        "BPJS Kesehatan Cabang Baubau melayani Kota Baubau, Kabupaten Buton dan Kabupaten Muna. "
        "Klaim dibayarkan oleh BPJS Kesehatan Baubau kepada 162 FKTP. Khusus di Kota Baubau terdapat 29 FKTP dan dua "
        "rumah sakit yang bekerja sama dengan BPJS Kesehatan Baubau."
    )
    assert [region for _, region, _ in regions(text)] == ["Cabang Baubau", "Kota Bau Bau", "Kota Bau Bau"]


def test_the_scheme_of_a_province_is_for_the_people_of_the_area_told_of() -> None:
    text = "Di Dompu peserta JKN terdiri dari PBI APBN 121.900 jiwa, peserta Jamkesda Provinsi NTB 2.020 jiwa."
    assert [region for _, region, _ in regions(text)] == ["Kabupaten Dompu"] * 2


def test_the_people_of_a_town_are_not_its_branchs() -> None:
    text = (
        "{} yang menjadi peserta JKN 826.100 jiwa.\n\n"
        "Cabang Kudus melayani Kabupaten Kudus, Jepara dan Grobogan. Peserta JKN di Kudus kelas I 41.200 jiwa."
    )
    assert regions(text.format("Warga Kudus"))[0][1] == "Kabupaten Kudus"
    assert regions(text.format("Di Kudus"))[0][1] == "Cabang Kudus"


def test_a_body_of_the_state_is_no_area() -> None:
    text = "BPJS Kesehatan Cabang Baubau, yang melayani Baubau, Buton dan Muna, menggandeng Kejaksaan Negeri Baubau. "
    assert regions(text + "Ada 17 perusahaan menunggak iuran.")[0][1] == "Cabang Baubau"


def test_a_hospital_that_is_named_is_paid_in_its_area() -> None:
    text = (
        "Peserta JKN di Lampung Utara 512.300 jiwa.\n\nKata Kepala BPJS Kesehatan Cabang Kotabumi Herlina, "
        "“Kami membayar klaim Rp 3,8 miliar ke {}.”"
    )
    assert regions(text.format("RSUD Ryacudu"))[-1][1] == "Kabupaten Lampung Utara"
    assert regions(text.format("rumah sakit"))[-1][1] == "Cabang Kotabumi"


def test_bills_go_on_from_what_is_owed_to_a_hospital() -> None:
    text = (
        "Utang klaim BPJS Kesehatan kepada RSUD Praya di Lombok Tengah Rp 27,4 miliar. Itu tagihan empat bulan. "
        "Utang klaim Agustus Rp 6,1 miliar."
    )
    assert {region for _, region, _ in regions(text)} == {"Kabupaten Lombok Tengah"}


def test_a_district_visited_is_not_that_of_what_follows_later() -> None:
    text = (
        "Peserta JKN di Kabupaten Bungo 312.400 jiwa.\n\nMobil keliling dikirim ke Kecamatan Jujuhan. "
        "Berkasnya dicocokkan. Terjaring 2.910 peserta JKN baru."
    )
    assert regions(text)[-1][1] == "Kabupaten Bungo"


def test_a_province_helps_the_people_of_the_area_told_of() -> None:
    text = "Di Ende peserta JKN 201.300 jiwa. Bupati Ende membiayai 18.200 warga, {} menanggung 2.100 orang."
    assert [region for _, region, _ in regions(text.format("Provinsi NTT"))] == ["Kabupaten Ende"] * 3


def test_a_province_counts_in_one_of_its_areas() -> None:
    text = "Pemprov Jatim menonaktifkan 5.100 orang peserta PBI JKN di Bangkalan."
    assert [region for _, region, _ in regions(text)] == ["Kabupaten Bangkalan"]


def test_what_is_missing_of_a_number_is_of_the_same_branch() -> None:
    text = (
        "Di Kota Malang peserta JKN kelas III 201.300 jiwa.\n\nKepala BPJS Kesehatan Cabang Malang menuturkan yang "
        "sudah menjadi peserta JKN 2,7 juta jiwa. Artinya masih ada kekurangan 300.000 peserta dari target."
    )
    assert [region for _, region, _ in regions(text)] == ["Kota Malang", "Cabang Malang", "Cabang Malang"]


def test_a_lead_of_provinces_of_several_islands_is_about_the_nation() -> None:
    text = "Peserta JKN di {} masing-masing sudah banyak.\n\nAda 24 daerah yang cakupan JKN-nya di bawah 80 persen."
    assert regions(text.format("Kepri, Jawa Barat dan Bali"))[-1][1] == "Indonesia"
    assert regions(text.format("Jawa Barat"))[-1][1] == "Provinsi Jawa Barat"


def test_what_is_owed_to_a_hospital_goes_on_through_the_article_until_the_nation_is_spoken_of() -> None:
    told = (
        "BPJS Kesehatan masih menunggak Rp 18,6 miliar kepada RSUD Jepara. Pelayanan tetap diberikan. "
        "Upaya terus dilakukan, kata wakil direktur. Bulan April masih menyisakan klaim Rp 54 juta. {}"
    )
    assert [name for _, name, _ in regions(told.format(""))] == ["Kabupaten Jepara"] * 2
    nation = "Secara nasional antrean panjang. Defisit BPJS Kesehatan Rp 9,1 triliun."
    assert regions(told.format(nation))[-1][1] == "Indonesia"


def test_a_table_is_of_the_area_in_the_line_above_its_head() -> None:
    text = (
        "BPJS Kesehatan Cabang Surakarta memaparkan program JKN.\n\n"
        "Komposisi peserta JKN Kabupaten Sragen:\nSegmen | Peserta\nPBI APBN | 31.100\nPBPU | 3.980"
    )
    assert [name for _, name, _ in regions(text)] == ["Kabupaten Sragen"] * 2


def test_the_rows_of_a_table_by_district_are_of_districts() -> None:
    text = (
        "Data JKN Kabupaten Sragen:\nKecamatan | Peserta | Keaktifan\nMasaran | 3.110 | 71,2\nGemolong | 3.980 | 69,9"
    )
    assert [name for _, name, _ in regions(text)] == ["Kecamatan Masaran"] * 2 + ["Kecamatan Gemolong"] * 2


# Comparisons in passing, and whom a province pays for everywhere


@pytest.mark.parametrize(("said", "region"), [("saja masih", "Kabupaten Kolaka Utara"), ("kini", "Kabupaten Buton")])
def test_an_area_held_up_for_an_example_does_not_go_on(said: str, region: str) -> None:
    text = (
        "Pemkab Kolaka Utara Raih UHC\n\nCakupan JKN Kolaka Utara 99 persen. "
        f'"Buton {said} 72 persen," katanya. Tahun ini pemkab mengalokasikan Rp 21 miliar untuk iuran JKN.'
    )
    assert regions(text)[-1][1] == region


def test_what_the_one_compared_has_is_told_behind_it() -> None:
    text = "Keaktifan peserta JKN di Kabupaten Ngawi 81 persen, lebih rendah dibandingkan dengan Kota Madiun, yakni {}."
    found = regions(text.format("88 persen"))
    assert [name for _, name, _ in found] == ["Kabupaten Ngawi", "Kota Madiun"]
    text = "Keaktifan peserta JKN di Kabupaten Ngawi lebih rendah dibandingkan dengan Kota Madiun, yakni 81 persen."
    assert [name for _, name, _ in regions(text)] == ["Kabupaten Ngawi"]


@pytest.mark.parametrize(("where", "region"), [("di seluruh NTT", "Provinsi Nusa Tenggara Timur"), ("", "Kota Kupang")])
def test_a_province_pays_for_people_all_over_it(where: str, region: str) -> None:
    text = f"Pemkot Kupang menanggung 21.316 peserta JKN. Pemprov NTT menanggung 12 ribu orang {where}."
    assert regions(text)[-1][1] == region


def test_an_average_of_the_sentence_before_holds_nothing_against_an_area() -> None:
    text = (
        "Cakupan JKN Aceh 95 persen. Sebelas provinsi lain di bawah rata-rata. Papua terendah, yaitu hanya 41 persen."
    )
    assert regions(text)[-1] == ("coverage_pct", "Provinsi Papua", "clause")


def test_a_paragraph_that_begins_with_a_small_word_takes_up_the_one_before() -> None:
    text = (
        "Peserta JKN di Kota Mojokerto Naik\n\nPeserta JKN di Kota Mojokerto 97.120 jiwa. Itu kabar baik. "
        "Penduduk di Kabupaten Mojokerto 1.104.220 jiwa.\n\n"
        "Namun, dari jumlah tersebut, sekitar 41 persen atau 455 ribu jiwa belum terdaftar menjadi peserta JKN."
    )
    assert {name for _, name, _ in regions(text)[1:]} == {"Kabupaten Mojokerto"}


def test_a_total_is_of_the_area_just_named() -> None:
    text = (
        "Peserta JKN di Kabupaten Madiun 611.420 jiwa. Demikian pula dengan warga Kota Madiun. "
        "Dari jumlah keseluruhan penduduk 141.210 jiwa, peserta JKN 97.120 jiwa."
    )
    assert {name for _, name, _ in regions(text)[1:]} == {"Kota Madiun"}


@pytest.mark.parametrize(
    "paid",
    [
        "termasuk peserta Jamkesda Kota Madiun 31.204 jiwa dan dari Pemkab Ngawi {}.",
        "terdiri dari yang ditanggung Pemprov Jatim 31.204 jiwa. Dari APBD Kabupaten Ngawi ada {}.",
    ],
)
def test_whom_a_local_government_pays_for_are_its_own(paid: str) -> None:
    text = f"BPJS Kesehatan Cabang Madiun mencatat peserta JKN 804.551 jiwa, {paid.format('14.120 jiwa')}"
    assert regions(text)[-1][1] == "Kabupaten Ngawi"


def test_a_province_that_shares_the_costs_is_not_the_area() -> None:
    text = "Peserta JKN Kota Padang {} provinsi Sumatera Barat 12.903 orang."
    assert regions(text.format("yang didanai sharing dengan"))[-1][1] == "Kota Padang"
    assert regions(text.format("lebih sedikit. Peserta JKN di"))[-1][1] == "Provinsi Sumatera Barat"


def test_in_the_province_without_its_name() -> None:
    text = "Di Kota Madiun 7.204 peserta JKN menunggak iuran. Di provinsi {} 171.840 peserta menunggak."
    assert regions(text.format("ada"))[-1][1] == "Provinsi Jawa Timur"
    assert regions(text.format("lain"))[-1][1] == "Kota Madiun"


@pytest.mark.parametrize(("line", "region"), [("Makassar Mulia", "Kabupaten Wajo"), ("Peserta JKN", "Kota Makassar")])
def test_what_only_the_page_above_an_article_names_is_not_its_topic(line: str, region: str) -> None:
    text = f"{line}\nKota Makassar Kota Kita\n\nPemkab Wajo Bayar Iuran JKN\n\nPeserta JKN kini 201.204 jiwa."
    assert regions(text)[-1][1] == region


# What is a hospital's, and what is too much for a town


def test_where_the_patients_of_a_hospital_come_from_are_not_the_areas_of_a_branch() -> None:
    text = "BPJS Kesehatan Cabang Madiun melayani {} Ngawi dan Magetan. Peserta JKN di Cabang Madiun 604.551 jiwa."
    assert facts(text.format("pasien dari"))[-1].region_members is None
    assert facts(text.format("wilayah"))[-1].region_members == ("35.21", "35.20")


def test_a_hospital_pointed_back_to_is_paid_in_its_area() -> None:
    text = (
        "RSUD Soeroto di Kabupaten Ngawi Menunggu\n\nKepala BPJS Kesehatan Cabang Madiun tenang. "
        "Kata dia, pihaknya membayar klaim {} Rp 3,4 miliar."
    )
    assert regions(text.format("rumah sakit itu"))[0][1] == "Kabupaten Ngawi"
    assert regions(text.format("rumah sakit"))[0][1] == "Cabang Madiun"


def test_the_place_of_some_is_not_that_of_all() -> None:
    text = f"{MADIUN}\n\nAda 27 rumah sakit yang bermitra, {{}} di Kota Madiun."
    found = regions(text.format("tujuh di antaranya"))
    assert [name for _, name, _ in found] == ["Cabang Madiun", "Kota Madiun"]


@pytest.mark.parametrize(("paid", "region"), [("11 triliun", "Indonesia"), ("1,1 triliun", "Cabang Madiun")])
def test_more_money_than_a_branch_can_pay_is_the_nations(paid: str, region: str) -> None:
    text = f"Kepala BPJS Kesehatan Cabang Madiun menyebut klaim rumah sakit Rp {paid} sudah dibayar."
    assert regions(text)[0][1] == region


# More words that hold one area against another, and words for the capital and the branch


@pytest.mark.parametrize("held", ["kalah dari", "tertinggal jauh dari", "mengungguli"])
def test_the_one_that_an_area_wins_or_loses_against_has_its_own_figure(held: str) -> None:
    text = f"Cakupan JKN Kabupaten Ngawi naik. Angka itu 89 persen dari penduduk, {held} Magetan yang sudah 97 persen."
    assert [name for _, name, _ in regions(text)] == ["Kabupaten Ngawi", "Kabupaten Magetan"]


def test_a_relative_clause_tells_of_the_one_compared() -> None:
    text = "Cakupan JKN Kabupaten Ngawi jauh tertinggal dari angka nasional, {} sudah 87 persen."
    assert [name for _, name, _ in regions(text.format("yang"))] == ["Indonesia"]
    assert [name for _, name, _ in regions(text.format("kini"))] == ["Kabupaten Ngawi"]


def test_the_capital_of_a_province_is_not_the_province() -> None:
    text = "Pemko Padang menanggung 81.204 peserta JKN. Di {} provinsi itu cakupan JKN 93 persen."
    assert regions(text.format("ibu kota"))[-1][1] == "Kota Padang"
    assert regions(text.format("seluruh"))[-1][1] == "Provinsi Sumatera Barat"


def test_what_a_branch_has_as_a_branch() -> None:
    text = "Di Kota Batu tunggakan iuran JKN Rp 9 miliar. Kepala BPJS Kesehatan Cabang Malang menyebut {} Rp 61 miliar."
    assert regions(text.format("secara cabang nilainya"))[-1][1] == "Cabang Malang"


# A town that is only ever part of the insurer's name


@pytest.mark.parametrize(
    ("title", "region"),
    [
        ("Tunggakan Iuran BPJS Kesehatan Palembang Naik", "Cabang Palembang"),
        ("Tunggakan Iuran BPJS Kesehatan di Palembang Naik", "Kota Palembang"),
        ("Tunggakan Iuran BPJS Kesehatan Kota Palembang Naik", "Kota Palembang"),
    ],
)
def test_a_town_that_only_the_insurers_name_holds_is_its_branch(title: str, region: str) -> None:
    text = (
        f"{title}\n\nPalembang (ANTARA) - Tunggakan iuran mencapai Rp 61 miliar, kata Kepala BPJS Kesehatan Cabang "
        "Palembang. Ada bantuan dari kota lain."
    )
    assert regions(text)[-1][1] == region


def test_what_is_owed_to_hospitals_of_a_working_area_is_the_branchs() -> None:
    text = (
        "Kepala BPJS Kesehatan Cabang Madiun menjelaskan. Di wilayah kerja Cabang Madiun klaim yang dibayar "
        "Rp 115 miliar. Sedangkan klaim rumah sakit yang belum dibayar Rp 3,4 miliar."
    )
    assert {name for _, name, _ in regions(text)} == {"Cabang Madiun"}


def test_a_figure_that_is_all_of_the_last_sentence() -> None:
    assert regions("Cakupan JKN Kabupaten Ngawi naik.\n\n95 persen") == [("coverage_pct", "Kabupaten Ngawi", "topic")]


@pytest.mark.parametrize("first", ["Batam", "Karimun"])
def test_the_area_behind_a_row_of_kinds_is_that_of_them_all(first: str) -> None:
    other = "Natuna"
    text = (
        f"BPJS Kesehatan bermitra dengan 31 puskesmas, 2 klinik pratama, dan 3 apotek di {first} serta 9 puskesmas, "
        f"4 klinik pratama, dan 1 apotek di {other}."
    )
    assert [name.split()[-1] for _, name, _ in regions(text)] == [first] * 3 + [other] * 3


def test_the_area_behind_a_part_is_not_that_of_the_total() -> None:
    text = "Peserta JKN di Karimun naik. BPJS Kesehatan bermitra dengan 31 klinik, 20 di Batam dan 11 di Natuna."
    assert [name.split()[-1] for _, name, _ in regions(text)][1:] == ["Batam", "Natuna"]
    assert regions(text)[0][1].split()[-1] != "Batam"


@pytest.mark.parametrize(
    ("who", "region"),
    [("Kejaksaan Negeri Klaten", "Kabupaten Klaten"), ("SRAGEN - Kejari Klaten", "Kabupaten Sragen")],
    ids=["alone", "behind a dateline"],
)
def test_another_body_names_the_area_where_nothing_else_does(who: str, region: str) -> None:
    found = regions(f"{who} menagih tunggakan iuran BPJS Kesehatan Rp 341 juta.")
    assert [name for _, name, _ in found] == [region]


@pytest.mark.parametrize(
    "text",
    [
        "Di Provinsi Banten, Kota Cilegon sudah 99,2 persen, sedangkan Kabupaten Lebak 88,2 persen peserta JKN.",
        "Kepesertaan JKN naik. Dari delapan kabupaten/kota di Banten, Cilegon sudah 99,2 persen, Lebak 88,2 persen.",
        "JKN naik. Se-Banten, Kota Cilegon tertinggi dengan 99,2 persen dan Lebak terendah dengan 88,2 persen.",
    ],
)
def test_a_share_behind_an_area_is_not_its_provinces_named_before(text: str) -> None:
    assert [name for _, name, _ in regions(text)] == ["Kota Cilegon", "Kabupaten Lebak"]


def test_a_province_and_one_of_its_areas_each_with_a_share() -> None:
    found = regions("Peserta JKN Provinsi Banten dan Kota Cilegon masing-masing 98 persen.")
    assert {name for _, name, _ in found} == {"Provinsi Banten", "Kota Cilegon"}
    assert len(regions("Kepesertaan JKN Provinsi Banten, Kota Cilegon, dan Lebak sudah 98 persen.")) == 3


def test_an_officer_goes_on_with_his_own_area_after_its_province() -> None:
    text = "Wali Kota Madiun mengatakan kepesertaan JKN 99,2 persen, sementara {} 97,1 persen. Yang aktif 150.220 jiwa."
    assert regions(text.format("Provinsi Jawa Timur"))[-1][1:] == ("Kota Madiun", "paragraph")
    assert regions(text.format("Kabupaten Ngawi"))[-1][1:] == ("Kabupaten Ngawi", "paragraph")


# A paragraph that brings up an area


@pytest.mark.parametrize(
    ("said", "region"),
    [
        pytest.param("Kabupaten Ngawi menjadi daerah dengan kepesertaan terendah.", "Kabupaten Ngawi", id="tells"),
        pytest.param("Sementara itu, Ngawi kepesertaannya terendah.", "Kabupaten Ngawi", id="behind a small word"),
        pytest.param("Ngawi Pesta Gol di Stadion Peserta", "Kota Madiun", id="a headline"),
        pytest.param("Petugas mendata peserta JKN di Kabupaten Ngawi.", "Kota Madiun", id="where something happens"),
        pytest.param("Kabupaten Ngawi berbeda dengan kepesertaan di Magetan.", "Kota Madiun", id="two areas"),
    ],
)
def test_what_follows_a_paragraph_that_brings_up_an_area(said: str, region: str) -> None:
    text = f"Kepesertaan JKN di Kota Madiun 99,2 persen.\n\n{said}\n\nDari 190.110 penduduk, terdaftar 180.220 jiwa."
    assert [name for _, name, _ in regions(text)] == ["Kota Madiun", region, region]


def test_somebody_who_speaks_of_his_own_does_not_go_on_with_the_area_brought_up() -> None:
    text = (
        "Kepesertaan JKN di Kota Madiun 99,2 persen.\n\nKabupaten Ngawi menjadi daerah dengan kepesertaan terendah.\n\n"
        "Kami mencatat dari 190.110 penduduk terdaftar 180.220 jiwa."
    )
    assert [name for _, name, _ in regions(text)][1:] == ["Kota Madiun"] * 2


# Totals at the end of a list


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        (
            "Peserta JKN di Kota Madiun 190.200 jiwa, Magetan 610.100 jiwa, dan Ngawi 802.300 jiwa, sehingga secara "
            "keseluruhan 1.602.600 jiwa, kata Kepala BPJS Kesehatan Cabang Madiun.",
            ("Cabang Madiun", "speaker"),
        ),
        (
            "Di Jawa Timur peserta JKN, yakni Kota Madiun 190.200 jiwa dan Ngawi 802.300 jiwa, total 992.500 jiwa.",
            ("Provinsi Jawa Timur", "sentence"),
        ),
        (
            "Peserta JKN Kota Madiun 190.200 jiwa, Ngawi 802.300 jiwa, jadi total 992.500 jiwa atau 98,2 persen warga, "
            "kata Kepala BPJS Kesehatan Cabang Madiun.",
            ("Cabang Madiun", "speaker"),
        ),
        (
            "Tunggakan iuran JKN di Magetan Rp 12 miliar, Ngawi Rp 10,5 miliar, sehingga total Rp 22,5 miliar, kata "
            "Kepala BPJS Kesehatan Cabang Madiun.",
            ("Cabang Madiun", "speaker"),
        ),
        (
            "Kepala BPJS Kesehatan Cabang Madiun menyebut peserta JKN di Kota Madiun 190.200 jiwa dan di Ngawi "
            "802.300 jiwa, yang aktif 702.600 jiwa.",
            ("Kabupaten Ngawi", "sentence"),
        ),
    ],
)
def test_what_the_areas_of_a_list_have_together_is_of_their_whole(text: str, whole: tuple[str, str]) -> None:
    assert regions(text)[-1][1:] == whole
