"""Segments: whose people a figure counts where its own words say little, or too much."""

from __future__ import annotations

from datetime import date

import pytest
from reader import facts

PUBLISHED = date(2024, 5, 20)


def segments(text: str) -> list[str | None]:
    """The segments of the facts of a text, in order."""
    return [fact.segment for fact in sorted(facts(text, PUBLISHED), key=lambda fact: fact.char_start)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("Piutang iuran JKN dari pemerintah daerah Rp 35,2 miliar.", [None], id="owes"),
        pytest.param("Pemda mencatat 310.000 warga Karo menjadi peserta JKN.", [None], id="says"),
        pytest.param("Pemda menanggung 31.000 warga Karo peserta JKN.", ["pbi_apbd"], id="pays"),
        pytest.param("Pemda Karo 31.000 peserta JKN.", ["pbi_apbd_kab"], id="stands beside"),
        pytest.param(
            "Beban pemerintah daerah naik sebab 2.150 peserta JKN yang dibayar pemerintah pusat dinonaktifkan.",
            ["pbi_apbn"],
            id="named by the way",
        ),
        pytest.param("Menurut Pemda Karo, peserta JKN 310.000 jiwa atau 97,2 persen.", [None, None], id="the source"),
        pytest.param("Data dari Pemda Karo, peserta JKN 310.000 jiwa.", [None], id="the source of data"),
        pytest.param("Pemda Karo menyebut 97,2 persen warga peserta JKN.", [None], id="says of its area"),
        pytest.param(
            "Kerja sama Pemda dan BPJS Kesehatan membuat peserta JKN di Karo 310.000 jiwa atau 97,2 persen.",
            [None, None],
            id="works together",
        ),
        pytest.param("Pemda Karo bersama BPJS Kesehatan mencatat 310.000 peserta JKN.", [None], id="together"),
        pytest.param("Iuran 31.000 peserta JKN di Karo bersumber dari Pemda.", ["pbi_apbd"], id="the source of money"),
        pytest.param(
            "Pemda Karo menyebut 31.000 warga miskin sudah ditanggung JKN-nya.",
            ["pbi_apbd_kab"],
            id="says that it pays",
        ),
        pytest.param("Pemda Karo berhasil mencapai cakupan JKN 97,2 persen.", [None], id="has reached a share"),
        pytest.param("Peserta JKN Karo 310.000 jiwa atau 97,2 persen, ungkap Pemda Karo.", [None] * 2, id="told last"),
        pytest.param(
            "Peserta JKN PBI 51.200 jiwa, Pemda Karo 31.000 jiwa.", ["pbi", "pbi_apbd_kab"], id="one of a list"
        ),
    ],
)
def test_a_government_names_a_segment_where_it_pays(text: str, found: list[str | None]) -> None:
    assert segments(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("Pemkab Karo menyisir 9.120 peserta JKN yang dibiayai APBD.", ["pbi_apbd_kab"], id="in it"),
        pytest.param("Pemkab Karo memverifikasi 9.120 peserta JKN segmen PBPU Pemda.", ["pbi_apbd"], id="a full name"),
        pytest.param(
            "Iuran JKN dibayar Pemkab Karo. Sebanyak 9.120 warga ditanggung pemerintah daerah.",
            ["pbi_apbd_kab"],
            id="before it",
        ),
        pytest.param("Peserta yang didaftarkan pemerintah Karo ke JKN 9.120 jiwa.", ["pbi_apbd_kab"], id="an area"),
        pytest.param("Iuran JKN yang di-cover Pemkot Medan milik 9.120 warga.", ["pbi_apbd_kab"], id="covered"),
        pytest.param("Pemkot Medan menyiapkan kuota 9.120 peserta JKN PBI.", ["pbi_apbd_kab"], id="places of a PBI"),
        pytest.param(
            "Dari kuota 9.120 jiwa JKN yang diberikan Kementerian Sosial terisi 8.204 jiwa.",
            ["pbi_apbn", "pbi_apbn"],
            id="places of the nation",
        ),
    ],
)
def test_whose_a_budget_is(text: str, found: list[str | None]) -> None:
    assert segments(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("Kemensos mencoret 4.120 peserta PBI JKN.", ["pbi_apbn"], id="before it"),
        pytest.param("Sebanyak 4.120 peserta PBI JKN dinonaktifkan pemerintah pusat.", ["pbi_apbn"], id="behind it"),
        pytest.param("Sebanyak 4.120 peserta JKN dinonaktifkan Kemensos.", ["pbi_apbn"], id="no name"),
        pytest.param("Sebanyak 4.120 peserta PBI JKN dinonaktifkan.", ["pbi"], id="nobody"),
        pytest.param("Pemkab Bone mencatat penambahan 5.000 peserta JKN.", [None], id="who only counts"),
        pytest.param(
            "Pemkab Bone meminta BPJS Kesehatan mengaktifkan kembali 5.000 peserta JKN.", [None], id="who asks"
        ),
    ],
)
def test_who_strikes_off_is_who_pays(text: str, found: list[str | None]) -> None:
    assert segments(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            "Peserta JKN segmen PBPU dan BP masing-masing 5.120 jiwa dan 2.040 jiwa.", ["pbpu", "bp"], id="of two"
        ),
        pytest.param(
            "Peserta JKN dari Jamkesda kabupaten dan provinsi masing-masing 5.120 dan 2.040 jiwa.",
            ["pbi_apbd_kab", "pbi_apbd_prov"],
            id="of two budgets",
        ),
        pytest.param("Iuran JKN 5.120 warga berasal dari APBN dan APBD.", ["pbi"], id="what both are"),
        pytest.param("Peserta PBPU JKN digabung bukan pekerja mencapai 5.120 jiwa.", [None], id="what neither is"),
    ],
)
def test_names_of_two_segments(text: str, found: list[str | None]) -> None:
    assert segments(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            "Menurut segmen JKN:\n\n- PBI JK: aktif 5.120 (81 persen), nonaktif 1.204 (19 persen)",
            ["pbi_apbn"] * 4,
            id="active and inactive",
        ),
        pytest.param(
            "Peserta JKN non-PBI 28.360 jiwa atau tumbuh 8,7 persen dari 26.070 jiwa.",
            ["non_pbi"] * 3,
            id="then and now",
        ),
        pytest.param(
            "Di Karo 13.600 dari 20.000 peserta mandiri JKN menunggak, di Dairi 3.500 orang.", ["pbpu"] * 3, id="X of Y"
        ),
        pytest.param(
            "Pada 2015 dialokasikan Rp 8,8 miliar untuk 41.821 peserta PBI JKN, 2016 Rp 3,1 miliar untuk 32.200 jiwa.",
            [None, "pbi", None, "pbi"],
            id="money and people",
        ),
    ],
)
def test_a_figure_goes_on_from_the_pair_before_it(text: str, found: list[str | None]) -> None:
    assert segments(text) == found


def test_arrears_turn_to_the_people_that_a_sentence_begins_with() -> None:
    text = "Di Karo 40 badan usaha menunggak iuran JKN Rp 52,7 juta. Peserta mandiri lebih parah. Ada 6.110 penunggak."
    assert segments(text)[-2:] == ["ppu_bu", "pbpu"]


def test_the_rate_of_a_class_is_not_of_employees() -> None:
    found = segments(
        "Peserta JKN penerima upah 53.500 orang. Mulai 2025 iuran kelas I naik menjadi Rp160.000 per bulan."
    )
    assert found == ["ppu", None]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            "Peserta JKN yang ditanggung pemda Bali 5.120 dan peserta mandiri yang terdaftar 1.204 jiwa.",
            ["pbi_apbd_prov", "pbpu"],
            id="behind and",
        ),
        pytest.param(
            "Peserta didaftarkan dan diintegrasikan ke dalam JKN tahun ini oleh Pemkab Karo 5.120 jiwa.",
            ["pbi_apbd_kab"],
            id="by whom, far",
        ),
        pytest.param(
            "Kemensos mencoret 1.204 peserta PBI JK JKN. Mei penerima kami 9.120 jiwa.",
            ["pbi_apbn", "pbi_apbn"],
            id="struck off, and all of them",
        ),
        pytest.param(
            "Mayoritas peserta JKN Karo adalah PBI. Ada 9.120 KK belum terdaftar. Preminya Rp 42.000 per jiwa.",
            [None, None],
            id="a rate that nothing tells of",
        ),
    ],
)
def test_people_that_other_words_tell_of(text: str, found: list[str | None]) -> None:
    assert segments(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            "Pemkab menyiapkan Rp 9 miliar bagi PBI JKN dan Rp 7 miliar bagi PBI APBD JKN.",
            [None, None],
            id="one in all",
        ),
        pytest.param(
            "Pemkab menyiapkan Rp 9 miliar untuk iuran PBI JKN dan Rp 7 miliar untuk iuran ASN.",
            ["pbi", "ppu_pn"],
            id="side by side",
        ),
    ],
)
def test_money_is_split_where_its_parts_stand_side_by_side(text: str, found: list[str | None]) -> None:
    assert segments(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            "PBPU Pemda peserta JKN naik menjadi 71.858 jiwa, atau tumbuh 8,9 persen.", ["pbi_apbd"] * 2, id="grown"
        ),
        pytest.param("Peserta JKN PPU 9.000 jiwa, BP 2.001 jiwa, total 11.001 jiwa.", ["ppu", "bp", None], id="in all"),
        pytest.param(
            "PPU PN JKN di Palu aktif 98 persen, badan usaha aktif 91 persen.", ["ppu_pn", "ppu_bu"], id="staff"
        ),
    ],
)
def test_what_stands_beside_the_people_of_a_segment(text: str, found: list[str | None]) -> None:
    assert segments(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            "Peserta JKN mandiri 41.204 jiwa, sisanya ditanggung pemkab.", ["pbpu"], id="what is said of the rest"
        ),
        pytest.param(
            "Penerima Bantuan Iuran (PBI) di Kabupaten Karo ada 71.204 peserta JKN.",
            ["pbi"],
            id="no one pays at a place",
        ),
        pytest.param(
            "Pemkab Karo, kata dia, menanggung iuran JKN 51.204 jiwa.", ["pbi_apbd_kab"], id="a speaker between"
        ),
        pytest.param(
            "Kartu PBI JK dibagikan. PBI JKN 9.120 jiwa, yaitu PBI APBN 7.010 jiwa dan PBI APBD 2.110 jiwa.",
            ["pbi", "pbi_apbn", "pbi_apbd"],
            id="the whole of both",
        ),
        pytest.param(
            "Kemensos mencoret 4.120 PBI APBN JKN, yakni dari 31.070 menjadi 26.950 jiwa.",
            ["pbi_apbn"] * 3,
            id="levels of a change",
        ),
        pytest.param("Pusat pekan lalu mencoret 9.810 peserta PBI JKN.", ["pbi_apbn"], id="struck off by the nation"),
        pytest.param(
            "Agar JKN terbayar, Pemkot Tegal mengeluarkan Rp 494 juta per bulan, atau iuran Rp 23.000 per jiwa.",
            [None, "pbi_apbd_kab"],
            id="the rate that a budget pays",
        ),
        pytest.param(
            "Pemkab PPU mengalokasikan Rp 33 miliar untuk iuran JKN, dan Rp 4 miliar untuk iuran JKN ASN.",
            [None, None],
            id="a regency of three letters",
        ),
    ],
)
def test_words_around_a_figure_that_name_others(text: str, found: list[str | None]) -> None:
    assert segments(text) == found


def test_a_list_of_areas_is_of_the_people_told_before_the_money_for_them() -> None:
    text = (
        "Peserta JKN APBD provinsi 9.120 jiwa. Untuk iurannya disetor Rp 4 miliar. "
        "Rinciannya, Kabupaten Karo 5.110 jiwa dan Kabupaten Dairi 4.010 jiwa."
    )
    assert segments(text) == ["pbi_apbd_prov", None, "pbi_apbd_prov", "pbi_apbd_prov"]


def test_the_columns_of_a_table_are_of_the_segments_over_them() -> None:
    text = (
        "Peserta JKN per Januari\n\nWilayah | Penduduk | PBI APBD | PBI APBN\n"
        "- Karo 402.110 jiwa 20.115 91.204\n- Dairi 301.207 jiwa 23.104 81.502\n"
    )
    assert segments(text) == [None, "pbi_apbd", "pbi_apbn"] * 2


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            "Pekerja penerima upah peserta JKN 40.110 jiwa: 12.210 ASN dan 27.900 karyawan swasta.",
            ["ppu", "ppu_pn", "ppu_bu"],
            id="a name behind an and",
        ),
        pytest.param(
            "Pemkab Karo menyiapkan Rp 12 miliar untuk iuran 26.410 peserta JKN, "
            "sedangkan APBD provinsi Rp 3 miliar untuk 7.910 peserta.",
            [None, "pbi_apbd_kab", None, "pbi_apbd_prov"],
            id="money of another budget",
        ),
        pytest.param("Peserta JKN aktif 71.010 jiwa dari total 91.020 peserta mandiri.", ["pbpu"] * 2, id="of a total"),
        pytest.param(
            "Iuran JKN mandiri kelas 3 yang disubsidi pemerintah Rp 7.000 per orang per bulan.", ["pbpu"], id="helped"
        ),
        pytest.param(
            "Iuran JKN pegawai non-ASN Rp 31 miliar dari pemkab, iuran JKN PBI Rp 201 miliar.",
            [None, None],
            id="no civil servants",
        ),
        pytest.param(
            "Rincian peserta JKN Solok:\n120.310 jiwa PBI JK\n31.210 jiwa PBPU Pemda\n41.310 jiwa PPU",
            ["pbi_apbn", "pbi_apbd", "ppu"],
            id="lines that begin with their figures",
        ),
    ],
)
def test_which_of_the_names_around_a_figure_is_its_own(text: str, found: list[str | None]) -> None:
    assert segments(text) == found


def test_a_sign_for_and_parts_two_segments() -> None:
    text = "Peserta JKN di Sragen terdiri dari 61,4% peserta PBI APBD & 8,2% bukan pekerja."
    assert segments(text) == ["pbi_apbd", "bp"]


# Who pays, in the words of the press


@pytest.mark.parametrize(
    ("text", "segment"),
    [
        (
            "Provinsi mengalokasikan Rp 19 miliar tahun ini untuk iuran 44.200 warga tidak mampu peserta JKN.",
            "pbi_apbd_prov",
        ),
        ("Dalam APBD 2024 ada Rp 6,4 miliar untuk membayari iuran JKN 14.300 orang.", "pbi_apbd"),
        ("Pemkab Sragen hanya sanggup mengkaver iuran JKN 38.500 jiwa.", "pbi_apbd_kab"),
        ("Di luar yang ditanggung kabupaten, Pemprov Jateng menanggung JKN 19.800 warga.", "pbi_apbd_prov"),
        ("Dinsos mengusulkan 58.200 warga ke Kemensos menjadi peserta JKN.", "pbi_apbn"),
        ("Peserta JKN yang membayar dari kocek sendiri hanya 7.640 orang.", "pbpu"),
        ("Pemkab Kepahiang menganggarkan Rp 13,2 miliar untuk iuran JKN. Penerimanya 29.900 jiwa.", "pbi_apbd_kab"),
    ],
)
def test_whose_people_are_paid_for(text: str, segment: str) -> None:
    assert segments(text)[-1] == segment


def test_how_many_the_others_are() -> None:
    text = "Pemkab Sragen menanggung JKN 17.300 orang, di luar yang dibayari pusat, 68.200 orang."
    assert segments(text) == ["pbi_apbd_kab", "pbi_apbn"]


def test_from_the_province_and_from_the_regency() -> None:
    text = "Di Sragen PBI JKN yang APBN 270.100 jiwa, yang APBD dari provinsi 38.100, dari kabupaten 56.900."
    assert segments(text) == ["pbi_apbn", "pbi_apbd_prov", "pbi_apbd_kab"]


def test_the_shares_of_two_governments_split_a_sum() -> None:
    text = "Premi JKN disiapkan Rp 46,2 miliar, dengan skema pemkab Rp 22,7 miliar dan Pemprov Bali Rp 23,5 miliar."
    assert segments(text) == [None, "pbi_apbd_kab", "pbi_apbd_prov"]


def test_what_a_government_owes_is_of_no_segment() -> None:
    text = "Peserta mandiri yang menunggak iuran JKN 12.300 jiwa. Tunggakan Pemkab {}menembus Rp 11 miliar."
    assert segments(text.format("")) == ["pbpu", None]


def test_what_people_cost_is_of_those_spoken_of() -> None:
    text = (
        "Peserta mandiri BPJS Kesehatan 15.100.000 orang dari 160.200.000 peserta, tetapi menghabiskan biaya klaim "
        "Rp 17,1 triliun. Yang rutin membayar cuma 52 persen."
    )
    assert segments(text) == ["pbpu", None, "pbpu", "pbpu"]


def test_claims_by_segment_and_none_by_budget() -> None:
    text = "Biaya pelayanan BPJS Kesehatan untuk PBI Rp 33,1 triliun, pekerja penerima upah Rp 35,2 triliun."
    assert segments(text) == ["pbi", "ppu"]
    assert segments("Klaim rumah sakit BPJS Kesehatan yang kami bayarkan Rp 57,2 miliar.") == [None]


def test_the_rate_of_wages_is_of_those_who_earn_them() -> None:
    text = (
        "Iuran pekerja untuk BPJS Kesehatan 5 persen dari gaji, 4 persen dibayar perusahaan dan 1 persen oleh pekerja."
    )
    assert segments(text) == ["ppu", "ppu", "ppu"]


def test_a_rate_is_of_the_segment_of_its_own_sentence() -> None:
    text = (
        "Tunggakan iuran peserta mandiri JKN Rp 4,8 miliar. Iuran peserta PBI yang ditanggung APBN naik, "
        "dari Rp 19.225 menjadi Rp 23.000 per orang per bulan."
    )
    assert segments(text) == ["pbpu", "pbi_apbn", "pbi_apbn"]


def test_people_of_the_budgets_of_two_governments() -> None:
    assert segments("Peserta PBI APBD Provinsi Banten dan Kota Cilegon pada JKN 95.700 jiwa.") == ["pbi_apbd"]
    assert segments("Peserta PBI APBD Provinsi Banten pada JKN 95.700 jiwa.") == ["pbi_apbd_prov"]


def test_a_budget_is_of_the_local_government_named_before_it() -> None:
    text = "Pemerintah Daerah (Pemda) Bolmong menaikkan peserta JKN yang dibiayai APBD dari 10.000 menjadi 15.500 jiwa."
    assert segments(text) == ["pbi_apbd_kab", "pbi_apbd_kab"]


def test_a_pbi_beside_both_is_neither_of_them() -> None:
    text = "PBI, baik PBI APBN maupun PBI APBD, mendominasi peserta JKN di Sragen. Peserta PBI ada 312.400 jiwa."
    assert segments(text) == ["pbi"]


def test_a_local_schemes_people_among_those_of_the_national_one() -> None:
    text = (
        "Peserta JKN terdiri dari PBI APBN 121.900 jiwa, peserta Jamkesda Kabupaten Dompu 48.800 jiwa, "
        "peserta Jamkesda Provinsi NTB 2.020 jiwa dan mandiri 16.900 jiwa."
    )
    assert segments(text) == ["pbi_apbn", "pbi_apbd_kab", "pbi_apbd_prov", "pbpu"]


def test_a_list_by_area_is_of_the_segment_announced() -> None:
    text = (
        "Peserta PBI APBN JKN 703.700 jiwa. Rincian peserta JKN PBI dari Pemprov Kaltim sebagai berikut. "
        "Berau sebanyak 4.530 jiwa, Paser 101 jiwa, Kutai Barat 245 jiwa. Balikpapan 2.100 jiwa."
    )
    assert segments(text) == ["pbi_apbn", *["pbi_apbd_prov"] * 4]


def test_a_share_of_people_just_counted() -> None:
    text = "BPJS Kesehatan memiliki 28.800 peserta mandiri, dan hanya 49 persen yang aktif."
    assert segments(text) == ["pbpu", "pbpu"]


def test_what_is_said_of_the_last_of_several_segments_does_not_go_on() -> None:
    text = (
        "Peserta JKN ditanggung Pemkab 63.520 jiwa dan pekerja penerima upah 48.800 jiwa. "
        "Yaitu pegawai pemerintah dan pekerja swasta. Yang aktif hanya 81,1 persen."
    )
    assert segments(text)[-1] is None


def test_people_counted_before_are_of_the_government_that_paid_for_them() -> None:
    text = (
        "Peserta JKN yang ditanggung Pemkab Dompu 63.520 jiwa.\n\n"
        "Dari 63.520 jiwa yang ditanggung pemerintah daerah, 58.110 jiwa aktif."
    )
    assert segments(text)[-1] == "pbi_apbd_kab"


def test_where_arrears_come_from_is_told_behind_them() -> None:
    text = "Jumlah tunggakan iuran JKN mencapai Rp 15,5 miliar. Berasal dari 29.000 peserta mandiri."
    assert segments(text)[0] == "pbpu"


def test_the_whole_of_arrears_is_of_all_segments() -> None:
    text = (
        "Tunggakan iuran peserta mandiri JKN Rp 32 miliar. Iuran yang belum dibayar PBI APBD 82 persen, "
        "badan usaha 96 persen. Secara keseluruhan tunggakan iuran mencapai Rp 170 miliar."
    )
    assert segments(text)[-1] is None


def test_not_of_employers_is_not_theirs() -> None:
    text = "Khusus mandiri, bukan dari badan usaha, peserta JKN yang menunggak mencapai 261.300 peserta."
    assert segments(text) == ["pbpu"]


def test_people_of_one_government_and_the_ones_below_it() -> None:
    text = "Peserta JKN yang dibayarkan Pemerintah Provinsi dan Kabupaten/Kota sebesar 13 persen."
    assert segments(text) == ["pbi_apbd"]


def test_a_rate_of_a_higher_class_is_not_a_governments() -> None:
    text = (
        "Iuran peserta mandiri JKN kelas III Rp 25.500, dan Rp 16.500 dibayar pemerintah pusat. "
        "Untuk kelas II sebesar Rp 100.000 per jiwa per bulan."
    )
    assert segments(text)[-1] == "pbpu"


def test_the_rest_of_those_that_are_active() -> None:
    text = "Peserta JKN yang ditanggung Pemkab Dompu 63.520 jiwa, 58.110 jiwa aktif. Sisanya 5.410 jiwa tidak aktif."
    assert segments(text) == ["pbi_apbd_kab"] * 3


def test_of_all_of_a_segment_some_are_active() -> None:
    assert segments("Dari total 113.000 peserta PPU JKN, hanya 55 persen yang aktif.") == ["ppu", "ppu"]


def test_how_many_of_those_counted_pay() -> None:
    text = "Pekerja swasta peserta JKN 9.700.000 orang, meleset dari harapan, kendati kolektibilitasnya 97,4 persen."
    assert segments(text) == ["ppu_bu", "ppu_bu"]


def test_people_paid_from_a_sum_that_one_government_has() -> None:
    text = "Iuran PBI JKN yang ditanggung Pemprov Bali Rp 211 miliar untuk 512.300 jiwa."
    assert segments(text)[-1] == "pbi_apbd_prov"


def test_all_classes_are_none() -> None:
    text = "Peserta mandiri JKN yang menunggak dari kelas 1 sampai kelas 3 total 68.100 peserta."
    assert [fact.care_class for fact in facts(text, PUBLISHED)] == [None]


def test_what_people_of_a_class_owe_is_told_behind_them() -> None:
    text = "Peserta mandiri JKN kelas 3 yang menunggak 60.200 jiwa. Dengan tunggakan iuran mencapai Rp 14,9 miliar."
    assert [fact.care_class for fact in facts(text, PUBLISHED)] == [3, 3]


def test_far_more_than_were_paid_for_are_not_paid_for() -> None:
    text = "Iuran JKN yang dibayar Pemkab Selayar Rp 21 miliar untuk 46.100 jiwa.\n\nSe-cabang, peserta 1,5 juta jiwa."
    assert segments(text)[-1] is None


def test_a_larger_sum_is_for_the_people_of_the_same_government() -> None:
    text = (
        "Gubernur Kepri mengalokasikan Rp 21 miliar untuk iuran 47.200 warga miskin peserta JKN. "
        "Tahun depan disiapkan Rp 34,5 miliar, cukup untuk 76.300 jiwa. Pemkab menanggung 12.100 jiwa."
    )
    assert segments(text)[-2:] == ["pbi_apbd_prov", "pbi_apbd_kab"]


def test_what_is_left_is_of_those_who_were_struck_off() -> None:
    text = "Sebanyak 37.400 peserta PBI JK dinonaktifkan. Sekarang yang tersisa 512.600 jiwa dari semula 550.000 jiwa."
    assert set(segments(text)) == {"pbi_apbn"}


def test_the_active_beside_those_in_arrears() -> None:
    text = "Peserta JKN mandiri yang menunggak sekitar 1.870 jiwa, yang aktif sebanyak 5.290 jiwa."
    assert segments(text) == ["pbpu", "pbpu"]


def test_a_name_again_behind_those_of_a_move_is_another() -> None:
    text = (
        "Dengan peralihan PBI JKN dari APBD ke APBN, kuota peserta PBI BPJS Kesehatan APBD masih tersisa 16.900 jiwa."
    )
    assert segments(text) == ["pbi_apbd"]


def test_another_number_of_a_sentence_does_not_tell_who_pays() -> None:
    text = (
        "Sebanyak 6.100 peserta JKN PBI APBD Kabupaten Sragen dinonaktifkan. Peserta PBI APBD menjadi 58.030 jiwa "
        "setelah 6.100 orang dialihkan ke APBN dari total peserta PBI APBD sebanyak 64.130 jiwa."
    )
    assert segments(text)[-1] == "pbi_apbd"


def test_what_is_said_of_them_all_is_said_of_the_list_before_it() -> None:
    told = (
        "Peserta JKN di Karo yang menunggak 148.600 jiwa, terbanyak di Berastagi 28.900 peserta. "
        "Lalu Kabanjahe 24.700 peserta. {}"
    )
    assert segments(told.format("Semuanya dari peserta mandiri.")) == ["pbpu"] * 3
    assert segments(told.format("Hampir semuanya dari peserta mandiri.")) == [None] * 3


def test_the_rows_of_a_table_are_of_the_segments_that_open_them() -> None:
    text = "Peserta JKN di Karo:\nSegmen | Peserta\nPBI APBN | 31.100\nPBI APBD | 5.980\nPBPU | 3.980\nPPU | 8.970"
    assert segments(text) == ["pbi_apbn", "pbi_apbd", "pbpu", "ppu"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("Peserta JKN PBI daerah Kota Tegal 9.120 jiwa.", ["pbi_apbd"], id="with a designator"),
        pytest.param("Peserta JKN PBI daerah Sragen 9.120 jiwa.", ["pbi_apbd"], id="of the local governments"),
        pytest.param("Peserta JKN PBI APBD Sragen 9.120 jiwa.", ["pbi_apbd_kab"], id="of one budget"),
    ],
)
def test_an_area_tells_whose_budget_it_is_but_not_whose_people(text: str, found: list[str | None]) -> None:
    assert segments(text) == found


def test_what_a_government_has_not_paid_is_not_of_its_people() -> None:
    text = "Sebanyak 9.120 peserta JKN tanggungan Pemda Karo terancam dinonaktifkan. Tunggakannya sudah Rp 3,6 miliar."
    assert segments(text) == ["pbi_apbd_kab", None]


def test_what_people_are_is_said_behind_them() -> None:
    text = "Peserta JKN di Karo 21.300 jiwa. Sebagian besar, yakni 18.900 jiwa, merupakan peserta PBI pusat."
    assert segments(text) == [None, "pbi_apbn"]


def test_those_whom_a_share_falls_short_of() -> None:
    text = "Kolektibilitas iuran JKN segmen mandiri baru 52 persen, jauh di bawah karyawan swasta yang sudah 97 persen."
    assert segments(text) == ["pbpu", "ppu_bu"]


def test_a_government_does_nothing_in_the_sentence_before_its_own() -> None:
    text = "JKN Karo Tambah 3.450 Peserta\n\nKabanjahe – Pemkab Karo menambah 3.450 peserta JKN PBI daerah."
    assert segments(text) == ["pbi_apbd"]


def test_what_employers_owe_is_told_in_the_next_sentence() -> None:
    text = (
        "Peserta mandiri JKN di Karo menunggak Rp 5,2 miliar. Selain itu ada 23 perusahaan yang menunggak iuran. "
        "Nilainya Rp 410 juta."
    )
    assert segments(text) == ["pbpu", None, "ppu_bu"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            "Sebagian warga diusulkan masuk PBI JK. Pada 2021 Pemkab Karo menggelontorkan Rp 5,9 miliar premi JKN "
            "untuk 13.020 jiwa.",
            [None, "pbi_apbd_kab"],
            id="names itself after another",
        ),
        pytest.param(
            "Dinas Kesehatan Kabupaten Karo menganggarkan premi JKN Rp 14 miliar. Dana itu dipakai membayar 33.100 "
            "jiwa yang tidak tercakup PBI pusat.",
            [None, "pbi_apbd_kab"],
            id="an office of its own",
        ),
        pytest.param(
            "Sebanyak 11.340 warga Kota Tegal, Jawa Tengah, ditanggung iuran BPJS Kesehatannya oleh pemerintah kota.",
            ["pbi_apbd_kab"],
            id="far behind",
        ),
        pytest.param(
            "Peserta JKN yang ditanggulangi Pemkot Tegal sebanyak 11.340 jiwa.", ["pbi_apbd_kab"], id="another word"
        ),
    ],
)
def test_the_government_whose_money_it_is_pays(text: str, found: list[str | None]) -> None:
    assert segments(text) == found


def test_people_struck_off_are_of_those_who_can_come_back() -> None:
    text = "Peserta PBI JK Bisa Diaktifkan Lagi\n\nPer April ada 33.700 jiwa peserta JKN di Karo yang dinonaktifkan."
    assert segments(text) == ["pbi_apbn"]


def test_how_many_pay_of_those_counted_before_a_sentence_of_words() -> None:
    text = "Peserta JKN segmen mandiri di Karo 96.300 jiwa. Tidak semuanya aktif. Yang rutin bayar hanya 61 persen."
    assert segments(text) == ["pbpu", "pbpu"]


@pytest.mark.parametrize(
    ("said", "segment"),
    [
        pytest.param("Peserta yang menunggak itu terdaftar sebagai peserta mandiri.", "pbpu", id="all"),
        pytest.param("Yang menunggak umumnya peserta mandiri.", None, id="most"),
    ],
)
def test_a_sentence_of_its_own_says_who_is_in_arrears(said: str, segment: str | None) -> None:
    text = f"Di Karo 67.900 peserta BPJS Kesehatan menunggak iuran. Warga diminta segera melunasi. {said}"
    assert segments(text) == [segment]


def test_the_active_of_the_people_counted_before() -> None:
    text = "Jumlah peserta JKN segmen PBPU di Karo 66.100 orang. Sedangkan peserta aktif hanya 24.300 orang."
    assert segments(text) == ["pbpu", "pbpu"]


def test_a_segment_that_includes_its_parts() -> None:
    text = "Segmen JKN di Karo: PPU termasuk ASN, TNI, Polri dan lainnya 97.900 jiwa, mandiri 43.900 jiwa."
    assert segments(text) == ["ppu", "pbpu"]


def test_by_a_decree_of_the_minister_the_nation_strikes_off() -> None:
    text = "Sebanyak 9.120 peserta PBI JKN di Karo dinonaktifkan berdasarkan SK Mensos."
    assert segments(text) == ["pbi_apbn"]


def test_what_is_owed_by_those_whose_money_was_told() -> None:
    text = (
        "Biang keroknya peserta mandiri. Iuran JKN yang masuk dari segmen ini Rp 3,2 miliar. Piutangnya Rp 41,7 miliar."
    )
    assert segments(text)[-1] == "pbpu"


def test_a_new_level_asked_for_is_of_the_same_people() -> None:
    text = "Pemprov Riau menanggung iuran JKN 32.180 jiwa. Kami minta tahun 2025 bisa naik menjadi 50.000 jiwa."
    assert segments(text) == ["pbi_apbd_prov", "pbi_apbd_prov"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            "Pemkab Karo membiayai iuran JKN 21.300 warga. Sebanyak 2.130 di antaranya baru didaftarkan bulan ini.",
            ["pbi_apbd_kab", "pbi_apbd_kab"],
            id="some of them",
        ),
        pytest.param(
            "Peserta BPJS Kesehatan jalur mandiri di Karo 24.300 jiwa. Hanya 9.870 yang kartunya aktif.",
            ["pbpu", "pbpu"],
            id="without a noun",
        ),
        pytest.param(
            "Peserta BPJS Kesehatan jalur mandiri di Karo 24.300 jiwa. Dairi punya 9.870 peserta yang aktif.",
            ["pbpu", None],
            id="others",
        ),
    ],
)
def test_a_sentence_goes_on_about_the_people_counted_before(text: str, found: list[str | None]) -> None:
    assert segments(text) == found


@pytest.mark.parametrize(
    ("other", "segment"),
    [
        pytest.param("kabupaten hanya sanggup 4.120 orang", "pbi_apbd_kab", id="a government"),
        pytest.param("Kabupaten Dairi mendapat 4.120 orang", "pbi_apbd_prov", id="an area"),
    ],
)
def test_another_government_opens_the_next_clause(other: str, segment: str) -> None:
    assert segments(f"Provinsi mendaftarkan 9.310 warga Karo ke JKN, sedangkan {other}.") == ["pbi_apbd_prov", segment]


@pytest.mark.parametrize(
    ("text", "segment"),
    [
        pytest.param(
            "Kementerian Sosial, yang mencoret 9.120 peserta PBI JKN, diprotes.", "pbi_apbn", id="in a clause"
        ),
        pytest.param("Sebanyak 2.310 warga Karo mendaftar BPJS Kesehatan sendiri.", "pbpu", id="themselves"),
        pytest.param("Sebanyak 2.310 warga Karo membayar iuran BPJS Kesehatan sendiri.", "pbpu", id="their money"),
        pytest.param("Pekerja pabrik di Karo yang terdaftar JKN 23.100 orang.", "ppu_bu", id="of factories"),
    ],
)
def test_who_pays_in_other_words(text: str, segment: str) -> None:
    assert segments(text) == [segment]


def test_people_paid_with_that_much_money() -> None:
    text = "Pemkab Karo tahun ini menyiapkan Rp 12 miliar untuk iuran JKN. Dengan uang segitu 26.450 warga terjamin."
    assert segments(text) == [None, "pbi_apbd_kab"]


def test_a_list_is_of_the_segment_of_its_head() -> None:
    text = "Tunggakan peserta PPU JKN:\n- Tegal (31 badan usaha): Rp 177 juta\n- Sragen (9 badan usaha): Rp 83 juta"
    assert segments(text) == [None, "ppu", None, "ppu"]


def test_which_governments_pay_of_those_that_pay_for_all() -> None:
    text = "Peserta JKN Karo yang ditanggung pemerintah 166.750 jiwa. Rinciannya pusat 140.300 dan daerah 26.450 jiwa."
    assert segments(text) == ["pbi", "pbi_apbn", "pbi_apbd"]


@pytest.mark.parametrize(
    ("people", "segment"),
    [("Peserta JKN segmen PBI di Sragen 40.120 jiwa", "pbi"), ("Peserta JKN mandiri di Sragen 40.120 jiwa", "pbpu")],
)
def test_the_share_of_those_counted_last_is_of_their_segment(people: str, segment: str) -> None:
    assert segments(f"{people}. Porsinya 34,7 persen dari seluruh peserta.")[-1] == segment


@pytest.mark.parametrize(
    ("after", "segment"),
    [
        ("Seluruh iuran mereka ditanggung Pemkab Sragen.", "pbi_apbd_kab"),
        ("Premi warga itu dibayar Pemkab Sragen.", "pbi_apbd_kab"),
        ("Bulan depan iuran warga lain ditanggung Pemkab Karanganyar.", None),
    ],
)
def test_who_pays_is_told_by_the_next_sentence(after: str, segment: str | None) -> None:
    assert segments(f"Warga tak mampu di Sragen yang ikut JKN 12.300 jiwa. {after}") == [segment]


def test_what_is_filled_of_a_quota_is_of_its_segment() -> None:
    found = facts("Kuota PBI daerah JKN di Sragen 21.000 orang, realisasinya 19.420 orang.")
    assert [fact.segment for fact in found] == ["pbi_apbd", "pbi_apbd"]


@pytest.mark.parametrize(
    ("people", "segment"),
    [
        ("PBPU Kota Tegal", "pbpu"),
        ("PBPU Kabupaten Tegal", "pbpu"),
        ("PBPU Pemkot Tegal", "pbi_apbd_kab"),
        ("PBPU Pemda", "pbi_apbd"),
        ("PBI Kota Tegal", "pbi_apbd_kab"),
    ],
)
def test_those_who_pay_for_themselves_do_so_in_any_area(people: str, segment: str) -> None:
    assert segments(f"Peserta PPU JKN 31.000 jiwa, {people} 21.000 jiwa.") == ["ppu", segment]
