"""Which areas a branch serves, told in other ways than a list behind it; and what neither it nor a list owns."""

from __future__ import annotations

import pytest
from reader import facts

KUDUS = ("33.19", "33.20", "33.15")


def told(text: str) -> list[tuple[str | None, int]]:
    """Region of each fact of a text, and how many areas it is known to serve."""
    return [(fact.region_name, len(fact.region_members or ())) for fact in facts(text)]


def names(text: str) -> list[str | None]:
    return [fact.region_name for fact in facts(text)]


# Lists


@pytest.mark.parametrize(
    "some",
    [
        "Masih ada dua daerah yang belum UHC, yakni Jepara dan Grobogan.",
        "Tersisa dua kabupaten, yaitu Jepara dan Grobogan.",
        "Penunggak terbanyak berasal dari Jepara dan Grobogan.",
    ],
)
def test_some_of_its_areas_are_no_list_of_a_branchs_areas(some: str) -> None:
    text = f"BPJS Kesehatan Cabang Kudus mencatat 41.220 peserta menunggak. {some}"
    assert told(text)[0] == ("Cabang Kudus", 0)


def test_a_relative_clause_may_say_that_a_branch_serves_its_areas() -> None:
    text = (
        "BPJS Kesehatan Cabang Kudus mencatat 41.220 peserta menunggak. Ada dua daerah yang diurus kantornya, yakni {}"
    )
    assert told(text.format("Jepara dan Kudus."))[0] == ("Cabang Kudus", 2)


@pytest.mark.parametrize(
    "text",
    [
        "Di Kudus, Jepara dan Grobogan 41.220 peserta menunggak iuran. Itu kata Kepala BPJS Kesehatan Cabang Kudus.",
        "Kantor BPJS Kesehatan Cabang Kudus mencatat 41.220 peserta menunggak, gabungan Kudus, Jepara dan Grobogan.",
    ],
)
def test_a_list_in_the_lead_or_of_what_was_put_together_has_the_branchs_areas(text: str) -> None:
    (fact,) = facts(text)
    assert (fact.region_name, fact.region_members) == ("Cabang Kudus", KUDUS)


def test_so_many_areas_as_the_article_has_named() -> None:
    text = (
        "Kata Kepala BPJS Kesehatan Cabang Kudus, warga Kudus yang belum punya JKN 4.120 orang. Di Jepara 3.011 orang, "
        "di Grobogan 9.220 orang. Kalau ketiga kabupaten itu digabung, yang belum punya JKN 16.351 orang."
    )
    assert facts(text)[-1].region_members == KUDUS


def test_all_its_areas_stand_for_the_branch_named_before() -> None:
    text = (
        "Kepala BPJS Kesehatan Cabang Kudus bicara di Kudus. Klaim yang dibayar Rp 58 miliar untuk ketiga daerah. "
        "Cabang Kudus membawahi tiga daerah: Kudus, Jepara, dan Grobogan."
    )
    assert told(text) == [("Cabang Kudus", 3)]


def test_a_share_of_some_of_a_branchs_areas_is_that_of_each() -> None:
    text = (
        "Wilayah kerja BPJS Kesehatan Cabang Kudus meliputi Kudus, Jepara dan Grobogan. "
        "Untuk Kudus dan Jepara cakupan JKN sudah melewati batas, yaitu sebanyak 98 persen."
    )
    assert names(text) == ["Kabupaten Jepara", "Kabupaten Kudus"]


# A branch or its town


def test_a_town_told_before_others_of_which_it_is_one_is_itself() -> None:
    text = (
        "Kata Kepala BPJS Kesehatan Cabang Kudus, peserta JKN di Kudus 801.220 jiwa. Untuk Jepara 902.110 jiwa. "
        "Cabang itu membawahi Kudus, Jepara, dan Grobogan."
    )
    assert names(text) == ["Kabupaten Kudus", "Kabupaten Jepara"]


def test_a_share_that_a_branch_tells_of_a_whole_elsewhere() -> None:
    text = "BPJS Kesehatan Cabang Kudus mencatat 97 persen {} di Kabupaten Jepara terdaftar JKN."
    assert names(text.format("dari jumlah penduduk sekitar 221 ribu jiwa"))[0] == "Kabupaten Jepara"


# Places behind a figure that are not its own


@pytest.mark.parametrize(
    "behind",
    [
        "dan penunggak terbanyak ada di Kota Palu",
        "dengan jumlah terbesar di Kota Palu",
        "angka tertinggi yang ada di Sulawesi",
    ],
)
def test_what_has_the_most_of_a_figure_does_not_own_it(behind: str) -> None:
    text = f"Peserta JKN di Sulawesi Tengah didata.\n\nYang menunggak iuran 31.205 orang {behind}."
    assert names(text) == ["Provinsi Sulawesi Tengah"]


def test_a_rise_of_the_rates_is_the_nations() -> None:
    text = "Warga Sidoarjo mengeluh. {} Kelas 3 naik 65 persen."
    assert names(text.format("Iuran BPJS Kesehatan akan dinaikkan.")) == ["Indonesia"]
    assert names(text.format("Peserta JKN bertambah.")) == ["Kabupaten Sidoarjo"]


@pytest.mark.parametrize(
    "told_by",
    [
        "Yang disetujui Pemprov hanya 2.383 jiwa.",
        "Pemerintah Provinsi Jawa Timur menargetkan peserta itu menjadi 22.000 orang.",
    ],
)
def test_what_a_province_agrees_to_for_the_area_of_the_topic(told_by: str) -> None:
    text = f"Kabupaten Pasuruan, Jawa Timur, mengajukan 7.004 warga sebagai peserta JKN. {told_by}"
    assert names(text)[-1] == "Kabupaten Pasuruan"


# Officers


def test_the_officer_of_another_area_tells_of_his_own() -> None:
    text = (
        "Bupati Sambas mengatakan kepesertaan JKN di daerahnya 67 persen. "
        "Wali Kota Singkawang menyebut kepesertaannya 95 persen."
    )
    assert names(text)[1] == "Kota Singkawang"


def test_the_insurers_office_in_a_town_is_no_officer_of_it() -> None:
    text = (
        "Di Kabupaten Garut ada 227 perusahaan peserta JKN. Menurut data BPJS Kota Bandung, 172 perusahaan menunggak."
    )
    assert names(text)[1] == "Kabupaten Garut"


def test_the_officer_of_the_province_goes_on_with_it() -> None:
    text = (
        "Kepesertaan JKN di Bali 97 persen. Buleleng masih 92 persen. Kepala Dinas Kesehatan Bali menyebut 112.220 "
        "orang belum terdaftar. Ia menambahkan, 41.220 peserta menunggak."
    )
    assert names(text)[-2:] == ["Provinsi Bali", "Provinsi Bali"]


def test_a_camat_tells_of_his_district() -> None:
    assert names("Kabar Amuntai. Camat Banjang menyebut 412 warganya belum terdaftar JKN.") == ["Kecamatan Banjang"]


# Series and totals


def test_a_total_of_figures_of_one_area_is_of_that_area() -> None:
    text = (
        "Peserta JKN di Sumatera Selatan didata.\n\nTunggakan iuran Pemkab Empat Lawang tahun 2022 Rp5,4 miliar dan "
        "tahun 2023 Rp9,6 miliar.\n\nJika dijumlahkan, totalnya Rp15 miliar."
    )
    assert names(text)[-1] == "Kabupaten Empat Lawang"


def test_figures_in_the_order_of_the_areas_of_the_sentence_before() -> None:
    text = (
        "Peserta JKN di Banggai 378.116 jiwa, di Buol 119.447 jiwa. Cakupannya berturut-turut 91 persen dan 95 persen."
    )
    assert names(text) == ["Kabupaten Banggai", "Kabupaten Buol"] * 2


def test_the_regency_and_the_city_of_a_name() -> None:
    text = (
        "BPJS Kesehatan menggandeng klinik di Kota Pasuruan, Kabupaten Pasuruan, Kota Probolinggo dan Kabupaten "
        "Probolinggo. Ada 12 klinik di Kota Probolinggo, 29 klinik di kabupatennya. Di Kabupaten Pasuruan 21 klinik, "
        "di kota empat klinik."
    )
    assert sorted(map(str, names(text)))[-4:] == [
        "Kabupaten Pasuruan",
        "Kabupaten Probolinggo",
        "Kota Pasuruan",
        "Kota Probolinggo",
    ]


def test_districts_listed_by_name_are_these_where_they_are_named_again() -> None:
    text = "Petugas mendatangi dua kecamatan, yakni Salem dan Tonjong. Di Tonjong 812 orang didaftarkan JKN."
    assert names(text) == ["Kecamatan Tonjong"]


def test_a_word_may_stand_between_a_district_and_its_figure() -> None:
    text = "Penunggak JKN Kabupaten Bangka ada di delapan kecamatan, Belinyu sebanyak 410 orang, Pemali 250 orang."
    assert names(text) == ["Kecamatan Belinyu", "Kecamatan Pemali"]


# The topic of an article that begins with its province


@pytest.mark.parametrize(
    "lead",
    [
        "Pemerintah Provinsi Jawa Tengah memberi penghargaan kepada Kabupaten Wonogiri.",
        "Kabar baik dari ujung tenggara Jawa Tengah. Pemkab Wonogiri bersiap.",
        "Jawa Tengah punya 35 kabupaten/kota. Salah satunya Wonogiri.",
    ],
)
def test_the_one_area_of_a_province_that_an_article_comes_to(lead: str) -> None:
    assert names(f"{lead}\n\nPeserta JKN sudah 912.220 jiwa.") == ["Kabupaten Wonogiri"]


def test_a_province_that_is_told_figures_of_stays_the_topic() -> None:
    text = "Peserta JKN di Jawa Tengah 33 juta jiwa. Terbaik Wonogiri.\n\nYang menunggak 912.220 jiwa."
    assert names(text)[-1] == "Provinsi Jawa Tengah"


# Sums, and what is said of all


@pytest.mark.parametrize("total", ["Rp 96 miliar", "Rp 97 miliar"])
def test_money_of_areas_that_adds_up_to_the_branchs(total: str) -> None:
    text = (
        f"Utang iuran peserta mandiri di BPJS Kesehatan Cabang Kudus {total}. Kudus Rp 29 miliar, Jepara Rp 38 miliar, "
        "dan Grobogan Rp 29 miliar."
    )
    assert facts(text)[0].region_members == (KUDUS if total == "Rp 96 miliar" else None)


def test_the_areas_of_a_branch_without_a_noun() -> None:
    text = (
        "Peserta JKN di Kudus 801.220 jiwa, kata Kepala BPJS Kesehatan Cabang Kudus. Di Jepara 902.110 jiwa, di "
        "Grobogan 912.004 jiwa. Ketiganya di bawah Cabang Kudus. Di Cabang Kudus 41.220 peserta menunggak."
    )
    assert facts(text)[-1].region_members == KUDUS


def test_the_twin_of_the_area_of_the_sentence_before() -> None:
    text = "Kota Blitar tenang. Peserta JKN Kabupaten Blitar 941.004 jiwa. Peserta JKN kotanya hanya 156.004 jiwa."
    assert names(text) == ["Kabupaten Blitar", "Kota Blitar"]


def test_a_sentence_that_only_compares_areas_is_not_gone_on_with() -> None:
    text = (
        "Di wilayah kerja BPJS Kesehatan Cabang Sampit tunggakan iuran Rp 29 miliar. Peserta Kotawaringin Barat banyak "
        "dibanding Seruyan, Lamandau, dan Sukamara. Kolektibilitas iuran peserta mandiri 53 persen."
    )
    assert names(text)[-1] == "Cabang Sampit"


def test_a_minister_tells_what_the_insurer_owes_all_hospitals() -> None:
    text = (
        "Menteri Kesehatan mengatakan utang klaim BPJS Kesehatan ke rumah sakit Rp 9,1 triliun. Di RSUD Kota Bogor "
        "utang klaim Rp 51 miliar."
    )
    assert names(text) == ["Indonesia", "Kota Bogor"]


# One number of several areas


@pytest.mark.parametrize(
    ("places", "area"),
    [
        ("Kecamatan Kayan Hulu, Kayan Hilir, dan Pujungan", "Kabupaten Malinau"),
        ("Kecamatan Kayan Hulu", "Kecamatan Kayan Hulu"),
    ],
)
def test_one_number_of_several_districts_is_of_none(places: str, area: str) -> None:
    text = f"Peserta JKN di Kabupaten Malinau didata. Sebanyak 2.216 orang yang belum terdaftar tersebar di {places}."
    assert names(text) == [area]


def test_one_number_of_areas_whose_province_tells_it() -> None:
    text = "Dinas Kesehatan Kalteng mencatat 61.220 peserta JKN menunggak di Kapuas, Katingan, dan Barito Utara."
    assert names(text) == ["Provinsi Kalimantan Tengah"]


def test_both_of_the_areas_listed_in_the_sentence_before() -> None:
    text = "Bolmong dan Bolmut tertinggal. Cakupan JKN kedua kabupaten itu masing-masing baru 91 persen."
    assert names(text) == ["Kabupaten Bolaang Mongondow", "Kabupaten Bolaang Mongondow Utara"]


def test_no_dateline_begins_with_a_word_for_where() -> None:
    text = "Peserta JKN Baubau didata. Di kabupaten tetangga, Buton Tengah, justru kurang: cakupan JKN 88 persen."
    assert names(text) == ["Kabupaten Buton Tengah"]


def test_the_average_of_a_branch() -> None:
    text = "Kata Kepala BPJS Kesehatan Cabang Singaraja, cakupan JKN Jembrana 100 persen. Rata-rata cabang 97 persen."
    assert names(text) == ["Kabupaten Jembrana", "Cabang Singaraja"]


# A province that only says among whose areas one is


@pytest.mark.parametrize(
    "text",
    [
        "Sampang menjadi satu-satunya di Jawa Timur dengan cakupan JKN 61 persen.",
        "Sampang tertinggal dari kabupaten lain di Jawa Timur, cakupan JKN-nya 61 persen.",
        "Sampang menyusul daerah tetangga di Jawa Timur, cakupan JKN-nya kini 61 persen.",
        "Sampang dan Pemprov Jawa Timur menanggung iuran JKN 61.220 jiwa.",
        "Sampang menerima bantuan iuran JKN Rp 9 miliar dari Provinsi Jawa Timur.",
    ],
)
def test_the_province_behind_an_area_of_it_is_not_the_figures(text: str) -> None:
    assert names(text) == ["Kabupaten Sampang"]


@pytest.mark.parametrize(
    "text",
    [
        "Cakupan JKN di Sampang 61 persen, di Jawa Timur 91 persen.",
        "Sampang belum punya data, di Jawa Timur cakupan JKN 91 persen.",
        "Bila ditambah warga dari Batam dan Karimun, peserta JKN di Kepri 1,3 juta jiwa.",
    ],
)
def test_a_province_that_is_told_a_figure_of_its_own(text: str) -> None:
    assert str(names(text)[-1]).startswith("Provinsi")


@pytest.mark.parametrize("words", ["lingkup cabang", "lingkup kerjanya", "sewilayah kerja"])
def test_more_words_for_a_branchs_areas(words: str) -> None:
    text = (
        "Kata Kepala BPJS Kesehatan Cabang Singaraja, peserta JKN di Jembrana 312.004 jiwa. "
        f"Tunggakan iuran di {words} Rp 31 miliar."
    )
    assert names(text) == ["Kabupaten Jembrana", "Cabang Singaraja"]


def test_areas_of_a_branch_with_semicolons_between() -> None:
    text = (
        "BPJS Kesehatan Cabang Kudus mencatat 41.220 peserta menunggak. Wilayah kerjanya meliputi Kabupaten Kudus; "
        "Kabupaten Jepara; dan Kabupaten Grobogan."
    )
    assert facts(text)[0].region_members == KUDUS


def test_the_average_of_the_province() -> None:
    text = "Cakupan JKN terendah di NTB ada di Dompu, 91 persen. Rata-rata provinsi 98 persen."
    assert names(text) == ["Kabupaten Dompu", "Provinsi Nusa Tenggara Barat"]
