"""Labels: status and segment of a figure, by the words beside it and by the figures before it."""

from __future__ import annotations

from datetime import date

import pytest
from reader import facts

PUBLISHED = date(2024, 5, 20)


def statuses(text: str) -> list[tuple[str, float, str]]:
    """Indicator, value and status of each fact of a text."""
    return [(fact.indicator, fact.value, fact.status) for fact in facts(text, PUBLISHED)]


def segments(text: str) -> list[tuple[str, str | None]]:
    """Indicator and segment of each fact of a text."""
    return [(fact.indicator, fact.segment) for fact in facts(text, PUBLISHED)]


# Status


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Pemkab Sragen menargetkan 28.880 warga yang belum terdaftar JKN.", id="aimed at"),
        pytest.param("Tahun 2026 sebanyak 28.880 warga Sragen belum terdaftar JKN.", id="of a time to come"),
    ],
)
def test_a_state_is_always_actual(text: str) -> None:
    assert statuses(text) == [("non_participants", 28880.0, "actual")]


def test_what_is_no_state_may_be_planned() -> None:
    assert statuses("Iuran JKN Sragen tahun 2026 dianggarkan Rp 4,2 miliar.")[0][2] == "planned"


def test_the_old_level_of_a_target_is_actual() -> None:
    found = statuses("Cakupan JKN Sragen ditargetkan dari 92 persen menjadi 98 persen.")
    assert found[0] == ("coverage_pct", 92.0, "actual")


def test_the_new_level_of_a_target_is_the_target() -> None:
    found = statuses("Cakupan JKN Sragen ditargetkan dari 92 persen menjadi 98 persen.")
    assert found[-1] == ("coverage_pct", 98.0, "target")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            "Iuran JKN akan naik dari sekarang sebesar Rp 25.500 menjadi Rp 42.000.", "actual", id="word between"
        ),
        pytest.param(
            "Mulai Januari 2025 iuran JKN naik dari semula Rp 25.500 menjadi Rp 42.000.", "actual", id="dated"
        ),
    ],
)
def test_the_old_level_of_a_plan_is_actual(text: str, found: str) -> None:
    assert [status for _, _, status in statuses(text)] == [found, "planned"]


def test_new_levels_go_on_being_planned() -> None:
    first = "Iuran JKN kelas 3 akan naik dari Rp 25.500 menjadi Rp 42.000."
    found = statuses(f"{first} Iuran kelas 2 naik dari Rp 51.000 menjadi Rp 110.000.")
    assert [status for _, _, status in found] == ["actual", "planned", "actual", "planned"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        pytest.param("Cakupan JKN Sragen akan dinaikkan menjadi 98 persen.", "target", id="a share is aimed at"),
        pytest.param("Pemkab mematok anggaran iuran JKN Rp 4,2 miliar.", "actual", id="money is not"),
        pytest.param("Iuran JKN pekerja dipatok 5 persen dari gaji.", "actual", id="a rate of wages is a state"),
        pytest.param("Pemkab berjanji mendaftarkan 4.300 warga miskin ke JKN.", "planned", id="promised"),
        pytest.param("Kami harap cakupan JKN Sragen mencapai 98 persen.", "target", id="hoped for"),
        pytest.param("Cakupan JKN Sragen bisa mencapai 98 persen.", "actual", id="could"),
        pytest.param("Mudah – mudahan cakupan JKN Sragen mencapai 98 persen.", "target", id="wished, parted"),
        pytest.param("Keaktifan JKN Sragen 81,4 persen, melampaui target RPJMN 2025.", "actual", id="above the aim"),
        pytest.param("Pada akhir tahun nanti, kami ingin cakupan JKN sudah 98 persen.", "target", id="aimed at before"),
    ],
)
def test_what_is_not_yet_so(text: str, status: str) -> None:
    assert [found for _, _, found in statuses(text)] == [status]


def test_what_is_so_already_is_no_target() -> None:
    found = statuses("Pusat menargetkan cakupan JKN 98 persen, Sragen sudah 99,2 persen.")
    assert [status for _, _, status in found] == ["target", "actual"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            "Pemkab Sragen akan mendaftarkan 4.300 warga miskin ke JKN. Biayanya Rp 1,9 miliar.",
            ["planned", "planned"],
            id="in the next sentence",
        ),
        pytest.param(
            "Pemkab Sragen akan mendaftarkan 4.300 warga miskin ke JKN dan biayanya Rp 1,9 miliar.",
            ["planned", "planned"],
            id="in the same sentence",
        ),
        pytest.param(
            "Pemkab Sragen mengusulkan anggaran iuran JKN Rp 61 miliar. Tahun ini anggarannya hanya Rp 47 miliar.",
            ["planned", "actual"],
            id="of another year",
        ),
    ],
)
def test_money_for_what_is_planned_is_planned(text: str, found: list[str]) -> None:
    assert [status for _, _, status in statuses(text)] == found


def test_people_still_to_be_proposed_are_planned() -> None:
    found = statuses("Masih ada 2.130 peserta JKN yang akan diusulkan untuk reaktivasi.")
    assert [status for _, _, status in found] == ["planned"]


def test_the_total_that_a_plan_makes_is_planned() -> None:
    found = statuses("Dinsos mengusulkan 14.000 penerima baru PBI JKN, sehingga total peserta PBI sekitar 31.000 jiwa.")
    assert [status for _, _, status in found] == ["planned", "planned"]


# Segments of flows


def test_a_flow_wears_the_segment_of_the_participants_beside_it() -> None:
    found = segments("Peserta mandiri JKN 5.000 orang, peserta PBI APBN 12.400 orang, 340 orang dinonaktifkan.")
    assert found == [("participants", "pbpu"), ("participants", "pbi_apbn"), ("participants_removed", "pbi_apbn")]


@pytest.mark.parametrize(
    ("told_of", "said", "found"),
    [
        pytest.param(
            "Peserta PBI JK yang dinonaktifkan banyak",
            "Sebanyak 1.340 peserta JKN dinonaktifkan",
            ("participants_removed", "pbi_apbn"),
            id="one segment",
        ),
        pytest.param(
            "Peserta PBI JK yang dinonaktifkan banyak, peserta mandiri yang dinonaktifkan sedikit",
            "Sebanyak 1.340 peserta JKN dinonaktifkan",
            ("participants_removed", None),
            id="two segments",
        ),
        pytest.param(
            "Tunggakan iuran peserta mandiri banyak",
            "Tunggakan iuran JKN Rp 4,2 miliar",
            ("arrears_amount", None),
            id="no flow",
        ),
    ],
)
def test_a_flow_wears_the_one_segment_that_its_subject_is_told_of(
    told_of: str, said: str, found: tuple[str, str | None]
) -> None:
    assert segments(f"{told_of}. Kata dia, aman. {said}.") == [found]


def test_what_lasts_wears_the_one_segment_that_several_sentences_tell_of() -> None:
    told = (
        "Tunggakan iuran peserta mandiri menumpuk. Tunggakan iuran JKN Rp 4,2 miliar. Peserta mandiri menunggak lama."
    )
    assert segments(told) == [("arrears_amount", "pbpu")]


def test_what_is_counted_later_is_not_told_of_the_first() -> None:
    text = (
        "Tunggakan iuran JKN di Kabupaten Sragen Rp 44,2 miliar. Kata dia, aman. "
        "Di antaranya peserta mandiri menunggak 5.100 orang. Peserta mandiri menunggak lama 2.300 orang."
    )
    assert segments(text)[0] == ("arrears_amount", None)


# Segments: names in the clause


@pytest.mark.parametrize(
    ("clause", "segment"),
    [
        pytest.param("peserta PBI yang dibayar oleh APBN sebanyak 5.120 jiwa", "pbi_apbn", id="name and payer"),
        pytest.param("5.120 jiwa peserta PBI yang dibiayai APBN", "pbi_apbn", id="behind the figure"),
        pytest.param("peserta PBI APBN dan PBI APBD sebanyak 5.120 jiwa", "pbi", id="two parts of one"),
        pytest.param(
            "peserta PPU yakni ASN, TNI dan pekerja swasta sebanyak 5.120 jiwa", "ppu", id="parts spelled out"
        ),
        pytest.param("peserta PBPU yang dibayar Pemkab sebanyak 5.120 jiwa", "pbi_apbd_kab", id="paid for"),
        pytest.param("peserta PBPU dan Bukan Pekerja sebanyak 5.120 jiwa", None, id="two that are no part of one"),
        pytest.param("total peserta JKN, selain yang mandiri, 5.120 jiwa", None, id="others"),
        pytest.param("peserta yang ditanggung provinsi sebanyak 5.120 jiwa", "pbi_apbd_prov", id="short payer"),
        pytest.param("Pemprov membiayai 5.120 jiwa peserta", "pbi_apbd_prov", id="payer before"),
        pytest.param("Pemkab Sragen kini menanggung 5.120 jiwa peserta", "pbi_apbd_kab", id="payer with its area"),
        pytest.param("peserta bantuan iuran dari pemerintah pusat 5.120 jiwa", "pbi_apbn", id="central"),
        pytest.param("5.120 jiwa warga miskin, iurannya dari APBD provinsi,", "pbi_apbd_prov", id="remark behind"),
        pytest.param("peserta PBPU dan BP yang didaftarkan Pemda 5.120 jiwa", "pbi_apbd", id="several, paid for"),
        pytest.param(
            "peserta PPU (pekerja penerima upah) meliputi ASN, Polri, pekerja swasta dan BUMN 5.120 jiwa",
            "ppu",
            id="far",
        ),
        pytest.param("peserta yang preminya dibayar Pemerintah Aceh 5.120 jiwa", "pbi_apbd_prov", id="vague and named"),
        pytest.param("peserta PBI APBD kabupaten Sragen 5.120 jiwa", "pbi_apbd_kab", id="area behind"),
        pytest.param("pensiunan PNS 5.120 jiwa", "bp", id="pensioners"),
        pytest.param("peserta PBI ABPD 5.120 jiwa", "pbi_apbd", id="a slip"),
        pytest.param("peserta yang dibiayai APBD Pemerintah Provinsi 5.120 jiwa", "pbi_apbd_prov", id="budget of whom"),
        pytest.param("Pemkab kini menanggung 5.120 orang PBPU dan BP", "pbi_apbd_kab", id="several, payer before"),
        pytest.param("seluruh peserta, dari PBI sampai mandiri, 5.120 jiwa", None, id="from one to the other"),
        pytest.param("kalau ditambah PBI APBD, seluruh peserta 5.120 jiwa", None, id="others added"),
        pytest.param("peserta berjumlah 5.120 jiwa, sudah termasuk yang didaftarkan Pemda,", None, id="others within"),
    ],
)
def test_the_names_in_a_clause_mean_one_segment_together(clause: str, segment: str | None) -> None:
    found = [(fact.value, fact.segment) for fact in facts(f"Di Sragen, {clause} terdaftar JKN.", PUBLISHED)]
    assert found == [(5120.0, segment)]


def test_a_name_in_the_reason_is_not_the_figures() -> None:
    found = segments("Keaktifan peserta JKN Sragen turun ke 74 persen lantaran PBI daerah dihentikan.")
    assert found == [("active_pct", None)]


def test_a_coverage_has_no_segment() -> None:
    assert segments("Didukung peserta PBI APBD, cakupan JKN Sragen 97 persen.") == [("coverage_pct", None)]


@pytest.mark.parametrize(
    ("text", "segment"),
    [
        pytest.param("Sebanyak 1.340 peserta mandiri JKN dialihkan menjadi PBI APBN.", "pbi_apbn", id="to"),
        pytest.param(
            "Sebanyak 1.340 peserta JKN yang tadinya PBI APBN dialihkan ke PBI daerah.", "pbi_apbd", id="from, to"
        ),
        pytest.param("Sebanyak 1.340 peserta JKN dialihkan dari PBI APBN.", None, id="from alone"),
    ],
)
def test_who_moves_is_of_the_segment_they_end_up_in(text: str, segment: str | None) -> None:
    assert segments(text) == [("participants_moved", segment)]


def test_arrears_and_collection_of_employers_are_of_their_employees() -> None:
    assert segments("Kolektibilitas iuran JKN badan usaha 97,4 persen.") == [("collection_pct", "ppu_bu")]


# Segments: what goes on


def test_a_sentence_about_its_people_goes_on_with_the_segment_before() -> None:
    found = segments("Lalu ada peserta PBPU alias mandiri di JKN. Pesertanya 5.120 jiwa.")
    assert found == [("participants", "pbpu")]


def test_some_of_the_people_before_are_of_their_segment() -> None:
    found = segments("Peserta mandiri JKN di Sragen 51.200 jiwa. Yang aktif hanya 30.400 jiwa.")
    assert found == [("participants", "pbpu"), ("participants_active", "pbpu")]


def test_states_in_a_sentence_are_of_its_participants() -> None:
    found = segments("Kabupaten Sragen punya 22.500 peserta mandiri JKN, aktif 8.700 peserta.")
    assert found == [("participants", "pbpu"), ("participants_active", "pbpu")]


def test_people_registered_by_employers_are_employees() -> None:
    found = segments("Di Sragen ada 1.303 badan usaha yang teregistrasi JKN dengan jumlah terdaftar 54.051 jiwa.")
    assert found[-1] == ("participants", "ppu_bu")


def test_who_is_of_a_class_pays_for_oneself() -> None:
    rates = "Iuran JKN kelas 1 sebesar Rp 150.000 per bulan."
    assert segments(rates) == [("contribution_rate", None)]
    assert segments(f"Naik tarif JKN untuk peserta mandiri. Lalu berapa besarnya sekarang? {rates}") == [
        ("contribution_rate", "pbpu")
    ]


def test_more_than_the_people_before_are_of_all_segments() -> None:
    found = segments("Peserta mandiri JKN di Sragen 51.200 jiwa. Yang aktif 630.400 jiwa.")
    assert found[-1] == ("participants_active", None)


def test_money_said_with_people_is_theirs() -> None:
    found = segments("Ada 1.120 peserta mandiri JKN yang kembali aktif, dengan iuran yang masuk Rp 904 juta.")
    assert found[-1] == ("contribution_revenue", "pbpu")


def test_a_sentence_without_a_figure_says_whose_the_next_one_is() -> None:
    found = segments("Keaktifan peserta mandiri JKN di Sragen menurun. Tahun lalu yang aktif 64 persen.")
    assert found == [("active_pct", "pbpu")]


def test_a_label_with_a_colon_is_of_the_figure_behind_it() -> None:
    found = segments("Peserta JKN Sragen. PBI APBN: 200.110 jiwa\nPPU: 90.230 jiwa\nPBPU: 60.120 jiwa")
    assert [segment for _, segment in found] == ["pbi_apbn", "ppu", "pbpu"]


def test_what_follows_a_segment_in_its_sentence_is_of_it_until_a_total() -> None:
    found = segments("PBI APBN JKN di kabupaten 5.120 jiwa, di kota 2.040 jiwa, dan totalnya 91.160 jiwa.")
    assert [segment for _, segment in found] == ["pbi_apbn", "pbi_apbn", None]


def test_two_flows_of_one_segment() -> None:
    found = segments("Peserta PPU badan usaha JKN bertambah 5.120 jiwa, tetapi dinonaktifkan 2.040 jiwa.")
    assert found == [("participants_new", "ppu_bu"), ("participants_removed", "ppu_bu")]


def test_reactivated_people_are_of_the_segment_that_was_removed() -> None:
    found = segments("Sebanyak 5.120 peserta PBI JK di Sragen dinonaktifkan. Yang sudah direaktivasi 214 orang.")
    assert found == [("participants_removed", "pbi_apbn"), ("participants_reactivated", "pbi_apbn")]


def test_money_for_people_has_a_segment_only_where_it_is_split() -> None:
    whole = "Pemkab Sragen menganggarkan iuran JKN peserta PBI APBD Rp 4,2 miliar."
    split = f"{whole} Pemprov menganggarkan iuran JKN peserta PBI APBD provinsi Rp 6,1 miliar."
    assert [segment for _, segment in segments(whole)] == [None]
    assert None not in [segment for _, segment in segments(split)]


def test_a_breakdown_by_segment_ends_with_its_sentence() -> None:
    found = segments(
        "PBI APBN JKN 45.120 jiwa, mandiri 30.400 jiwa. Kabupaten Sragen sebanyak 62.040 jiwa peserta JKN."
    )
    assert [segment for _, segment in found] == ["pbi_apbn", "pbpu", None]


def test_arrears_by_class_are_of_those_who_choose_one() -> None:
    found = segments("PPU JKN 45.120 jiwa dan PBPU 30.400 jiwa. Penunggak iuran di kelas III 2.340 jiwa.")
    assert found[-1] == ("arrears_participants", "pbpu")


# What is asked for, and what is missing


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Keaktifan peserta JKN di Sragen harus 95 persen.", "target"),
        ("Cakupan UHC Sragen baru mencapai target Universal Health Coverage 98 persen.", "target"),
        ("RPJMN mengharapkan cakupan peserta JKN di Sragen mencapai 98 persen.", "target"),
        ("Pemkab Sragen perlu Rp 18,4 miliar untuk iuran JKN.", "planned"),
        ("DPRD Sragen merekomendasikan tambahan Rp 18,4 miliar untuk iuran JKN.", "planned"),
        ("Cakupan JKN Wonogiri (92,8 persen) dan Sragen (94,1 persen) diharapkan menyusul.", "actual"),
        ("Pemkab Sragen akan terus menambah kepesertaan JKN yang kini mencapai 91 persen.", "actual"),
        ("Kuota PBI JKN Sragen sebanyak 500.120 jiwa diperkirakan bertambah.", "actual"),
        ("Kita dorong keaktifan peserta JKN Sragen minimal 80 persen tahun ini.", "target"),
        ("Agar UHC lagi, keaktifan peserta JKN Sragen mesti sampai 80 persen.", "target"),
        ("RPJMN menargetkan cakupan JKN 98 persen pada 2024 dengan keaktifan 80 persen.", "target"),
        ("Di perubahan anggaran Dinkes Sragen minta tambah Rp 1,1 miliar untuk iuran JKN.", "planned"),
        ("Pemkab Sragen siap mendaftarkan 15.000 warga ke JKN.", "planned"),
        ("Selama April sebanyak 1.377 peserta JKN mandiri di Sragen mengajukan pindah kelas.", "actual"),
        ("Kebutuhan iuran JKN Sragen tahun ini Rp 8,3 miliar, yang tersedia Rp 6,7 miliar.", "actual"),
        ("Yang ada Rp 14 miliar untuk iuran JKN Sragen, kurangnya masih Rp 17 miliar.", "planned"),
        ("Pemkab Sragen siap mendaftarkan 2.000 warga ke JKN, sedangkan Pemkab Karanganyar 3.500 warga.", "planned"),
        ("Pemkab mengajukan 4.107 warga Sragen ke JKN, sudah disetujui 3.904 orang.", "actual"),
        ("Sebanyak 5.120 warga yang diusulkan Pemkab sudah menjadi peserta PBI JKN.", "actual"),
        ("Untuk mengejar target 98 persen JKN, Sragen masih butuh 3,3 persen lagi.", "actual"),
    ],
)
def test_what_is_asked_for_is_not_so_yet_and_what_is_missing_is(text: str, status: str) -> None:
    assert statuses(text)[-1][2] == status


# Who pays for people


@pytest.mark.parametrize(
    ("text", "segment"),
    [
        (
            "Pemkot Padang mengucurkan Rp 46 miliar untuk iuran JKN. Dengan dana itu dijamin 101.874 jiwa.",
            "pbi_apbd_kab",
        ),
        (
            "Anggaran iuran JKN PBPU Pemda di Sragen Rp 52,7 miliar. "
            "Yang dibayari juga berkurang, dari 201.430 jiwa menjadi 148.352 jiwa.",
            "pbi_apbd",
        ),
        ("Pemprov Kaltara menanggung 20.118 peserta JKN. Tahun ini naik 5.204 jiwa.", "pbi_apbd_prov"),
        ("Peserta JKN Sragen sebagian besar PBI dari pusat, yakni 257.311 jiwa.", "pbi_apbn"),
        ("Peserta JKN Sragen yang bukan tanggungan pemerintah daerah ada 41.206 jiwa.", None),
        ("Peserta JKN dari TNI, Polri, 38.199 peserta mandiri.", "pbpu"),
    ],
)
def test_who_is_paid_for_from_what_was_said(text: str, segment: str | None) -> None:
    assert segments(text)[-1] == (segments(text)[-1][0], segment)


def test_a_total_behind_a_list_is_of_no_segment() -> None:
    text = "Data peserta JKN Sragen:\n- PBI APBN : 98.417 jiwa\n- BP : 3.177 jiwa\nTotal : 101.594 jiwa"
    assert [segment for _, segment in segments(text)] == ["pbi_apbn", "bp", None]


def test_the_local_scheme_goes_on() -> None:
    text = "Peserta Jamkesda Sragen 7.204 KK, sementara tahun 2014 masih 9.507 KK. {}"
    assert [fact.program for fact in facts(text.format(""))] == ["jamkesda", "jamkesda"]
    text = text.format("Padahal pada 2013 jumlahnya 12.451 KK.")
    assert [fact.program for fact in facts(text)] == ["jamkesda", "jamkesda", "jamkesda"]


# Classes of care


@pytest.mark.parametrize(
    ("text", "classes"),
    [
        ("Penunggak JKN kelas 1 sebanyak 812 orang, tunggakannya Rp 1,1 miliar.", [1, 1]),
        ("Kelas 3 (Rp 17,9 miliar) dihuni 40.266 penunggak JKN.", [3, 3]),
        ("Iuran JKN kelas 3 Rp 42.000, tetapi peserta membayar Rp 35.000.", [3, 3]),
        ("Iuran JKN naik dari Rp 25.500 menjadi Rp 42.000 per bulan untuk kelas III.", [3, 3]),
        ("Sebanyak 517 peserta JKN turun dari kelas I ke kelas III.", [3]),
        ("Iuran JKN kelas 3 Rp 42.000. Iuran PBI Rp 23.000.", [3, None]),
        ("Peserta JKN kelas 3 ada 873 jiwa masih nonaktif dan 1.120 jiwa lainnya sudah aktif kembali.", [3, 3]),
    ],
)
def test_the_class_of_a_figure(text: str, classes: list[int | None]) -> None:
    assert [fact.care_class for fact in facts(text, PUBLISHED)] == classes


def test_a_hedge_behind_a_date_is_of_the_figure_that_follows() -> None:
    (fact,) = facts("Peserta JKN Sragen per 30 Juni 2019 kurang lebih 264 ribu jiwa.")
    assert fact.qualifier == "approx"


# Names in their order, and who else pays


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Peserta JKN PBI APBN dan PBI APBD masing-masing 40.118 dan 20.004 jiwa.", ["pbi_apbn", "pbi_apbd"]),
        ("Pemkab Serang membiayai 13.204 peserta JKN, dan Pemprov 18.407 peserta.", ["pbi_apbd_kab", "pbi_apbd_prov"]),
        ("Sebanyak 66.160 peserta JKN dinonaktifkan. Mereka ditanggung pemerintah pusat.", ["pbi_apbn"]),
        ("Pemkab Sragen hadir. Peserta JKN bertambah 5.204 jiwa pada APBD 2023.", ["pbi_apbd_kab"]),
        ("Pemkab Sragen hadir. Peserta JKN yang kita tanggung 5.204 jiwa.", ["pbi_apbd_kab"]),
        ("Pemkab Sragen hadir. Peserta JKN PBI APBD 5.204 jiwa.", ["pbi_apbd"]),
        (
            "Pemprov menanggung iuran JKN 40.121 warga. Anggarannya Rp 18,2 miliar. "
            "Tahun lalu yang ditanggung 32.114 jiwa.",
            ["pbi_apbd_prov", None, "pbi_apbd_prov"],
        ),
        ("Tahun 2017 Pemprov mengikutsertakan 300.121 warga Sragen ke JKN.", ["pbi_apbd_prov"]),
        (
            "JKN Sragen didanai Pemprov 24.104 jiwa, sedangkan kabupaten/kota 61.307 jiwa.",
            ["pbi_apbd_prov", "pbi_apbd_kab"],
        ),
        ("Sragen sudah UHC karena pemkabnya membayari iuran JKN 61.204 warga.", ["pbi_apbd_kab"]),
        ("Iuran JKN belum dibayar 141.384 peserta. Mereka peserta segmen PBPU.", ["pbpu"]),
        ("Tunggakan iuran JKN Rp 12,4 miliar dari 21.204 peserta mandiri.", ["pbpu", "pbpu"]),
        (
            "Peserta JKN bertambah 4.100 jiwa, sehingga total PBI yang dibayari Pemkab Sragen menjadi 51.300 jiwa.",
            ["pbi_apbd_kab", "pbi_apbd_kab"],
        ),
        (
            "PBI JK 61.300 jiwa, PBI JKN yang ditanggung Pemkab 12.100 jiwa. Jadi PBI 73.400 jiwa.",
            ["pbi_apbn", "pbi_apbd_kab", "pbi"],
        ),
        (
            "Dari 84.100 peserta JKN non-PBI, sebanyak 9.300 orang menunggak. Adapun peserta yang aktif 74.800 orang.",
            ["non_pbi", "non_pbi", "non_pbi"],
        ),
        (
            "Peserta JKN 9.100 orang dibayar pusat, 2.300 orang provinsi, 4.200 orang kabupaten.",
            ["pbi_apbn", "pbi_apbd_prov", "pbi_apbd_kab"],
        ),
        (
            "Peserta JKN PBPU BP Pemda Kabupaten Wajo 21.300 jiwa, PBPU BP Pemda Provinsi Gorontalo 5.100 jiwa.",
            ["pbi_apbd_kab", "pbi_apbd_prov"],
        ),
        (
            "Sebanyak 97.700 warga menjadi peserta JKN yakni PBI APBN 93.600 orang, PBPU 4.100 orang.",
            [None, "pbi_apbn", "pbpu"],
        ),
        (
            "Yang paling rendah segmen PBPU yang dibiayai Pemda. "
            "Dari total 50.700 peserta JKN hanya 9.300 jiwa (18,3 persen) yang aktif.",
            ["pbi_apbd", "pbi_apbd", "pbi_apbd"],
        ),
        ("Peserta JKN bukan pekerja 24.500 aktif (88,1 persen).", ["bp", "bp"]),
        (
            "Peserta JKN PBI APBN bertambah 4.400 jiwa. Dari 9.500 peserta dulu menjadi 13.900 peserta kini.",
            ["pbi_apbn", "pbi_apbn", "pbi_apbn"],
        ),
        (
            "Kita alokasikan Rp 3,1 miliar iuran JKN untuk membiayai 13.900 jiwa, kata Bupati Sikka.",
            [None, "pbi_apbd_kab"],
        ),
        (
            "PBI-JK dibahas. Peserta JKN yang ditanggung pemerintah 132,6 juta orang.",
            ["pbi"],
        ),
        (
            "Sebanyak 18.500 peserta JKN diputus. Iurannya dulu ditanggung Pemkab Sragen. "
            "Lalu 19.600 peserta JKN dibiayai Pemprov dinonaktifkan.",
            ["pbi_apbd_kab", "pbi_apbd_prov"],
        ),
        (
            "Peserta JKN dari karyawan swasta 4.400 orang, yang aktif 4.300 orang dan menunggak 110 orang.",
            ["ppu_bu", "ppu_bu", "ppu_bu"],
        ),
        (
            "Peserta JKN di Ternate 68.800 jiwa termasuk di dalamnya yang didaftarkan oleh Pemerintah Daerah.",
            [None],
        ),
        (
            "Segmen JKN PPU yang di dalamnya termasuk PNS, pegawai swasta, BUMN maupun BUMD 33.700 orang.",
            ["ppu"],
        ),
        ("Ada pula 14.700 peserta JKN yang termasuk PPU PNS.", ["ppu_pn"]),
        (
            "Rapat JKN digelar di aula utama, Pemkab Serang, Selasa. Kuota PBI JKN Lebak 31.200 jiwa. "
            "Kalau Serang dapat kuotanya 24.600 jiwa.",
            ["pbi", "pbi"],
        ),
        ("Kuota PBI JKN Buleleng 314.000 jiwa. Kini sisa kuota 11.700 jiwa.", ["pbi", "pbi"]),
        (
            "JKN disusul PPU, baik ASN, TNI dan Polri maupun karyawan swasta. Jumlah peserta mencapai 374.500 jiwa.",
            ["ppu"],
        ),
        ("Pemprov menghentikan kerja sama bagi 64.300 peserta PBI JKN.", ["pbi_apbd_prov"]),
        ("Peserta JKN penerima upah (PPU) untuk PNS dan Polri 21.300 orang.", ["ppu_pn"]),
        (
            "Peserta JKN perseorangan 21.300 orang, BP-PP 4.100 orang, yang berbayar 25.400 orang.",
            ["pbpu", "bp", "non_pbi"],
        ),
    ],
)
def test_segments_of_several_figures(text: str, found: list[str | None]) -> None:
    assert [segment for _, segment in segments(text)] == found


@pytest.mark.parametrize(
    "text",
    [
        "Dinas Pengendalian Penduduk dan Keluarga Berencana Sragen mencatat peserta JKN 90.314 jiwa.",
        "Akan tetapi peserta JKN di Sragen pada Agustus 90.314 jiwa.",
    ],
)
def test_names_with_words_for_plans_plan_nothing(text: str) -> None:
    (fact,) = facts(text, PUBLISHED)
    assert fact.status == "actual"
    assert fact.period_start is not None and fact.period_start <= PUBLISHED


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param("Keaktifan peserta JKN Sragen minimal harus 80 persen.", ["target"], id="a hedge that asks"),
        pytest.param("RPJMN menghendaki keaktifan peserta JKN minimal 85 persen.", ["target"], id="what a plan asks"),
        pytest.param(
            "Cakupan JKN Sragen sudah melampaui target 98 persen, yakni 98,7 persen.", ["target", "actual"], id="told"
        ),
        pytest.param(
            "Dari target 95 persen, realisasi cakupan JKN Sragen mencapai 96,2 persen.", ["target", "actual"], id="done"
        ),
        pytest.param(
            "Cakupan JKN Sragen di atas target yang ditetapkan, yaitu 95 persen.", ["target"], id="the goal behind"
        ),
        pytest.param("Sragen menargetkan 15.000 peserta JKN baru.", ["target"], id="a flow aimed at"),
        pytest.param(
            "Dinas mengusulkan 4.200 warga menjadi peserta PBI JKN. Dari usulan itu baru 1.100 orang yang disetujui.",
            ["planned", "actual"],
            id="of what was proposed",
        ),
        pytest.param("Iuran JKN Rp 31 miliar dan akan ditambah Rp 4 miliar.", ["actual", "planned"], id="added"),
        pytest.param(
            "Anggaran yang diperlukan untuk mengaktifkan 23.000 peserta JKN itu sekitar Rp 10 miliar.",
            ["planned", "planned"],
            id="needed",
        ),
        pytest.param("Iuran JKN Sragen masih kurang Rp 8 miliar.", ["planned"], id="lacking"),
        pytest.param("Untuk iuran JKN Sragen masih ada kekurangan dana Rp 8 miliar.", ["planned"], id="a lack"),
        pytest.param("Pemkab Sragen mesti menambah Rp 8 miliar untuk iuran JKN.", ["planned"], id="that must be added"),
        pytest.param(
            "Kebutuhan iuran PBI JKN Rp 3,2 miliar per bulan atau Rp 38,4 miliar setahun.",
            ["planned", "planned"],
            id="told again",
        ),
        pytest.param(
            "Iuran JKN kelas I akan naik 90 persen. Sedangkan kelas III sebesar 40 persen.",
            ["planned", "planned"],
            id="a list that goes on",
        ),
        pytest.param(
            "Dana harus betul-betul disiapkan karena saat ini cakupan JKN Sragen sudah mencapai 65 persen.",
            ["actual"],
            id="so already in a clause of its own",
        ),
        pytest.param("Untuk PBI JKN belum memenuhi target, baru sampai 6.100 jiwa.", ["actual"], id="only so far"),
        pytest.param(
            "Iuran JKN Rp 20 miliar diusulkan naik Rp 8 miliar sehingga menjadi Rp 28 miliar.",
            ["actual", "planned", "planned"],
            id="what a plan comes to",
        ),
        pytest.param(
            "Kebutuhan iuran JKN Sragen tahun ini hanya teranggarkan sebesar Rp 41,2 miliar.", ["actual"], id="only met"
        ),
        pytest.param("Sragen menuju UHC dengan cakupan JKN 94,2 persen.", ["actual"], id="on the way"),
        pytest.param("Cakupan JKN Sragen menuju 98 persen.", ["target"], id="where to"),
        pytest.param("Iuran JKN peserta mandiri nanti Rp 96.000 per bulan.", ["planned"], id="later"),
    ],
)
def test_what_is_aimed_at_and_what_came_of_it(text: str, wanted: list[str]) -> None:
    assert [status for _, _, status in statuses(text)] == wanted


def test_the_old_rate_may_stand_last() -> None:
    text = "Iuran JKN kelas I naik menjadi Rp 150.000 mulai 1 Juli 2024, dari sebelumnya Rp 80.000 per bulan."
    new, old = facts(text, PUBLISHED)
    assert (new.status, old.status, old.period_start) == ("planned", "actual", PUBLISHED)


def test_an_average_is_near_the_figure_that_it_is_said_of() -> None:
    (near,) = facts("Di kabupaten lain rata-rata keaktifan peserta JKN 76 persen.", PUBLISHED)
    (exact,) = facts("Keaktifan peserta JKN di bawah rata-rata nasional yang kini 76 persen.", PUBLISHED)
    assert (near.qualifier, exact.qualifier) == ("approx", "exact")


def test_a_list_of_goals_goes_on() -> None:
    text = (
        "Target kepesertaan JKN Sragen 2024: PBI 412.300 jiwa, dan untuk non PBI yakni untuk PPU 91.250 jiwa, "
        "PBPU 60.140 jiwa dan BP sebanyak 12.860 jiwa."
    )
    assert {status for _, _, status in statuses(text)} == {"target"}


def test_a_rate_is_not_planned_with_what_it_pays() -> None:
    text = "Sisanya akan didaftarkan Pemkab Sragen ke JKN. Preminya Rp 19.225 per orang per bulan."
    assert statuses(text)[-1][2] == "actual"


def test_what_falls_short_of_a_hope_is_no_goal() -> None:
    assert statuses("Meleset dari harapan, cakupan JKN Sragen 88,4 persen.")[0][2] == "actual"


def test_what_is_pointed_back_at_is_as_it_was_told() -> None:
    text = "Pemkab Sragen menargetkan cakupan JKN 98 persen. Demi 98 persen itu warga didata ulang."
    assert statuses(text) == [("coverage_pct", 98.0, "target")]


def test_what_there_is_now_is_no_plan() -> None:
    text = "Pemkab Sragen akan menambah peserta JKN sebanyak 52.000, tambahan dari 27.000 yang kini ada."
    assert statuses(text)[-1][1:] == (27000.0, "actual")


@pytest.mark.parametrize(
    ("said", "classes"),
    [
        ("2.134 peserta mandiri kelas 1 menunggak iuran Rp 3,1 miliar", [1, 1]),
        ("yang menunggak 2.134 peserta: kelas 1 sebanyak 900 orang", [None, 1]),
    ],
)
def test_the_class_right_behind_the_noun_is_the_peoples(said: str, classes: list[int | None]) -> None:
    found = facts(f"BPJS Kesehatan mencatat di Sragen {said}.")
    assert [fact.care_class for fact in found] == classes


def test_employers_can_be_aimed_at() -> None:
    text = "Badan usaha di Batam yang terdaftar di BPJS Kesehatan 1.872. Untuk 2015 ditargetkan 2.400 badan usaha."
    assert [fact.status for fact in facts(text, date(2014, 12, 30))] == ["actual", "target"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Keaktifan peserta JKN Sragen harus naik menjadi 80 persen.", id="has to rise"),
        pytest.param("Cakupan JKN Sragen perlu ditingkatkan menjadi 98 persen.", id="needs raising"),
        pytest.param("Cakupan JKN Sragen 98 persen wajib dicapai tahun ini.", id="has to be reached"),
        pytest.param("Pemkab Sragen berkomitmen mewujudkan UHC 100 persen tahun ini.", id="resolved"),
        pytest.param("Pemkab Sragen mendorong agar keaktifan peserta JKN mencapai 80 persen.", id="urged on"),
        pytest.param("Cakupan JKN Sragen 98 persen ditargetkan terealisasi tahun ini.", id="to come true"),
        pytest.param("BPJS Kesehatan menargetkan pertumbuhan peserta 5 persen.", id="growth aimed at"),
    ],
)
def test_what_has_to_be_or_is_resolved_is_aimed_at(text: str) -> None:
    assert [status for _, _, status in statuses(text)] == ["target"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Keaktifan peserta JKN Sragen berhasil ditingkatkan menjadi 80 persen.", "actual"),
        ("Pemkab Sragen mengupayakan keaktifan peserta JKN yang baru 71 persen.", "actual"),
        ("Pemkab Sragen berkomitmen meningkatkan layanan bagi 97 persen warga peserta JKN.", "actual"),
        ("Kepesertaan JKN Sragen tumbuh 5 persen.", "actual"),
        ("Iuran JKN akan naik 100 persen.", "planned"),
        ("Iuran JKN naik 100 persen per 1 Januari 2028.", "planned"),
    ],
)
def test_what_has_risen_or_will_rise_is_not_aimed_at(text: str, status: str) -> None:
    assert statuses(text)[-1][2] == status


@pytest.mark.parametrize(
    ("so", "found"),
    [
        ("menargetkan keaktifan peserta JKN yang baru 71 persen naik menjadi", ["actual", "target"]),
        ("mencatat keaktifan peserta JKN yang baru 71 persen naik menjadi", ["actual", "actual"]),
    ],
)
def test_the_new_level_of_what_is_so_is_aimed_at(so: str, found: list[str]) -> None:
    assert [status for _, _, status in statuses(f"Pemkab Sragen {so} 80 persen.")] == found
