"""Times: which period a figure is said of."""

from __future__ import annotations

from datetime import date

import pytest
from reader import facts

PUBLISHED = date(2024, 5, 20)


def period(text: str) -> tuple[date | None, date | None, str]:
    """The period of the last figure of a text."""
    fact = facts(text, PUBLISHED)[-1]
    return fact.period_start, fact.period_end, fact.period_basis


def test_a_sentence_that_ends_in_a_date_dates_the_next() -> None:
    text = "Peserta JKN Sragen naik. BPJS Kesehatan membuka data posisi 1 September 2023{}. Peserta JKN 871.240 jiwa."
    assert period(text.format("")) == (date(2023, 9, 1), date(2023, 9, 1), "stated")
    assert period(text.format(" kepada pers")) == (PUBLISHED, PUBLISHED, "article_date")


def test_a_year_at_the_end_of_a_sentence_does_not_date_the_next() -> None:
    text = "Peserta JKN Sragen naik. Program itu dibuka pada tahun 2019. Peserta JKN 871.240 jiwa."
    assert period(text) == (PUBLISHED, PUBLISHED, "article_date")


@pytest.mark.parametrize(
    ("said", "start"),
    [
        pytest.param("tunggakan iuran JKN Sragen mencapai Rp 4,2 miliar", date(2014, 1, 1), id="money grows"),
        pytest.param("peserta JKN Sragen yang dinonaktifkan 9.321 jiwa", date(2014, 1, 1), id="a flow grows"),
        pytest.param("peserta JKN Sragen mencapai 871.240 jiwa", date(2017, 1, 1), id="a stock does not"),
    ],
)
def test_what_grows_has_the_span_since_its_opening(said: str, start: date) -> None:
    assert period(f"Sejak 2014, hingga tahun 2017 {said}.") == (start, date(2017, 12, 31), "stated")


def test_one_period_at_the_end_of_a_sentence_is_that_of_all_its_figures() -> None:
    text = "Sragen meraih cakupan UHC 99,68 persen dan keaktifan 83,17 persen{} per 1 Mei 2024."
    assert {fact.period_start for fact in facts(text.format(""), PUBLISHED)} == {date(2024, 5, 1)}
    parted = facts(text.format("; sedangkan 4.312 jiwa menunggak iuran"), PUBLISHED)
    assert [fact.period_start for fact in parted] == [PUBLISHED, PUBLISHED, date(2024, 5, 1)]


def test_the_new_level_of_two_has_the_date_alone() -> None:
    found = facts("Peserta JKN Sragen naik dari 31.204 jiwa menjadi 34.900 jiwa pada April 2024.", PUBLISHED)
    assert found[1].period_start == date(2024, 4, 1)
    assert found[0].period_start == PUBLISHED


@pytest.mark.parametrize("opening", ["Adapun klaim JKN", "Sedangkan klaim JKN"])
def test_the_other_half_has_the_period_of_the_first(opening: str) -> None:
    text = f"Sepanjang 2022 iuran JKN yang terkumpul Rp 41 triliun. {opening} yang dibayar Rp 42 triliun."
    assert period(text) == (date(2022, 1, 1), date(2022, 12, 31), "stated")


def test_another_figure_has_no_period_of_the_one_before() -> None:
    text = "Sepanjang 2022 iuran JKN yang terkumpul Rp 41 triliun. {}"
    assert period(text.format("Peserta JKN 871.240 jiwa.")) == (PUBLISHED, PUBLISHED, "article_date")
    assert period(text.format("Klaim JKN yang dibayar Rp 42 triliun."))[2] == "stated"


@pytest.mark.parametrize("cause", ["imbas", "akibat"])
def test_the_date_of_a_reason_is_not_the_figures(cause: str) -> None:
    text = f"Sebanyak 195 peserta JKN mandiri di Sragen turun kelas {cause} iuran yang naik per 1 Mei 2024."
    assert period(text) == (PUBLISHED, PUBLISHED, "article_date")


def test_a_rate_holds_from_the_day_behind_it() -> None:
    text = "Pada 2023 iuran tetap. Iuran JKN PBI naik dari Rp 23.000 menjadi Rp 42.000 per bulan mulai Juni 2024."
    assert period(text) == (date(2024, 6, 1), date(2024, 6, 30), "stated")


def test_an_article_without_a_date_is_of_the_last_period_it_named() -> None:
    text = "Peserta JKN Sragen naik. Angka itu hasil pendataan hingga September 2018.\n\nPeserta JKN 654.544 jiwa."
    fact = facts(text)[-1]
    assert (fact.period_start, fact.period_end) == (date(2018, 9, 1), date(2018, 9, 30))


def test_a_figure_said_again_keeps_its_period() -> None:
    text = "Per 1 Mei 2024 peserta JKN Sragen 871.240 jiwa.\n\nDari peserta JKN 871.240 jiwa itu semua senang."
    assert {fact.period_start for fact in facts(text, PUBLISHED)} == {date(2024, 5, 1)}


def test_the_same_part_of_another_year() -> None:
    text = "Pada Januari-Maret 2024 peserta JKN baru di Sragen 3.204 jiwa. Pada periode yang sama 2023 ada 2.104 jiwa."
    found = facts(text, PUBLISHED)
    assert [(fact.period_start, fact.period_end) for fact in found] == [
        (date(2024, 1, 1), date(2024, 3, 31)),
        (date(2023, 1, 1), date(2023, 3, 31)),
    ]


def test_a_sentence_that_dates_a_figure_of_now() -> None:
    text = "Saat ini peserta JKN Sragen 871.240 jiwa. Jumlah tersebut merupakan data per 1 Mei 2024."
    assert period(text) == (date(2024, 5, 1), date(2024, 5, 1), "stated")


def test_a_sentence_that_tells_over_what_span_debts_have_grown() -> None:
    text = "Rumah sakit di Sragen belum dibayar BPJS Kesehatan Rp 147 miliar. Utang itu dari Januari hingga April 2024."
    assert period(text) == (date(2024, 1, 1), date(2024, 4, 30), "stated")


def test_what_is_to_stay_so_up_to_a_month_is_of_the_month_to_come() -> None:
    text = "Pemkab Sragen berupaya agar 26.450 peserta JKN tetap aktif sampai Desember."
    assert period(text) == (date(2024, 12, 1), date(2024, 12, 31), "stated")


def test_parts_have_the_period_of_the_sentence_that_they_are_parts_of() -> None:
    text = "Adapun kuota PBI pada tahun 2023 dibagi ke semua daerah. Kuota PBI {}."
    parts = "Sragen 21.020 jiwa, Boyolali 12.194 jiwa, dan Klaten 14.328 jiwa"
    assert period(text.format(parts)) == (date(2023, 1, 1), date(2023, 12, 31), "stated")
    assert period(text.format("Sragen 21.020 jiwa")) == (PUBLISHED, PUBLISHED, "article_date")


def test_a_list_goes_on_with_the_period_of_its_own_kind() -> None:
    text = (
        "Hingga April 2024 peserta JKN Sragen 128.582 jiwa dari jumlah penduduk 164.453 jiwa tahun 2023.\n\n"
        "Rinciannya, peserta JKN PBI APBN 79.960 jiwa."
    )
    assert period(text) == (date(2024, 4, 1), date(2024, 4, 30), "stated")


def test_the_date_of_a_line_that_is_no_text_is_no_figures() -> None:
    text = "Peserta JKN Sragen naik.\n\nBaca juga: Mulai 2026 iuran naik\n\nMenurut segmen, PBI {} jiwa."
    assert period(text.format("98.417"))[2] == "article_date"


def test_a_time_to_come_does_not_date_what_is_so_now() -> None:
    text = "Peserta JKN Sragen sekarang 871.240 jiwa. Bupati itu memastikan anggaran tahun 2026 tidak dipotong."
    assert period(text) == (PUBLISHED, PUBLISHED, "article_date")
    text = "Kepala dinas mengusulkan peserta JKN bulan depan. Sudah 9.977 peserta dinonaktifkan."
    assert period(text) == (PUBLISHED, PUBLISHED, "article_date")


def test_the_title_of_a_table_dates_it() -> None:
    text = "Peserta JKN per Januari 2023\nKABUPATEN JUMLAH\n- Sragen 175.397 jiwa\n- Wonogiri 269.262 jiwa"
    assert period(text) == (date(2023, 1, 1), date(2023, 1, 31), "stated")


def test_a_sentence_without_a_figure_dates_the_count_of_what_it_tells() -> None:
    text = "Per 1 Februari 2024 banyak peserta JKN dinonaktifkan. Di Sragen 17.016 orang dinonaktifkan."
    assert period(text) == (date(2024, 2, 1), date(2024, 2, 1), "stated")


def test_what_lasts_is_not_of_a_time_to_come() -> None:
    text = "Tunggakan iuran JKN Sragen Rp 12,4 miliar akan dilunasi tahun depan."
    assert period(text) == (PUBLISHED, PUBLISHED, "article_date")


@pytest.mark.parametrize(
    "next_one",
    [
        pytest.param("Tingkat keaktifannya 78,4 persen.", id="points back"),
        pytest.param("Dari jumlah itu 61.002 jiwa peserta mandiri.", id="of that number"),
        pytest.param("Yang aktif 683.110 jiwa.", id="people counted at that day"),
        pytest.param("Peserta mandiri 61.002 jiwa.", id="the same thing"),
    ],
)
def test_a_position_holds_on_while_people_are_counted(next_one: str) -> None:
    text = f"Hingga April 2024 peserta JKN Sragen 871.240 jiwa. {next_one}"
    assert period(text) == (date(2024, 4, 1), date(2024, 4, 30), "stated")


def test_a_position_fades_with_the_paragraph() -> None:
    text = "Hingga April 2024 peserta JKN Sragen 871.240 jiwa.\n\n{} 683.110 jiwa."
    assert period(text.format("Peserta aktif JKN sebanyak")) == (PUBLISHED, PUBLISHED, "article_date")
    assert period(text.format("Dari jumlah tersebut peserta aktif")) == (date(2024, 4, 1), date(2024, 4, 30), "stated")


def test_what_is_so_now_ends_the_position() -> None:
    text = "Akhir 2023 cakupan JKN Sragen 95,1 persen, sekarang 97,3 persen. Keaktifan peserta 80,2 persen."
    assert period(text) == (PUBLISHED, PUBLISHED, "article_date")


def test_the_year_of_a_budget_holds_on_for_what_it_pays() -> None:
    text = "Dalam APBD 2023 Pemkab Sragen menyiapkan Rp 42 miliar untuk iuran JKN. {}"
    year = date(2023, 1, 1), date(2023, 12, 31), "stated"
    assert period(text.format("Anggaran itu membayar iuran 92.000 jiwa.")) == year
    assert period(text.format("Dewan hanya menyetujui Rp 39 miliar.")) == year
    assert period(text.format("Peserta JKN Sragen 871.240 jiwa.")) == (PUBLISHED, PUBLISHED, "article_date")


def test_an_aim_is_not_of_the_day_of_a_count_nor_a_count_of_that_of_an_aim() -> None:
    text = "Hingga April 2024 cakupan JKN Sragen 95,1 persen. Pemkab menargetkan cakupan 98 persen."
    assert period(text) == (PUBLISHED, PUBLISHED, "article_date")
    text = "Pemkab Sragen menargetkan cakupan JKN 98 persen pada akhir 2025. Cakupan di kota 95,1 persen."
    assert period(text) == (PUBLISHED, PUBLISHED, "article_date")


def test_each_level_of_a_change_has_the_date_on_its_side() -> None:
    text = "Utang iuran JKN Sragen turun dari Rp 15 miliar per Desember 2023 menjadi Rp 14 miliar pada April 2024."
    found = facts(text, PUBLISHED)
    assert [fact.period_start for fact in found] == [date(2023, 12, 1), date(2024, 4, 1)]


@pytest.mark.parametrize("change", ["bertambah", "naik"])
def test_a_change_at_a_time_parts_the_levels_before_and_behind_it(change: str) -> None:
    text = f"Tahun 2022 peserta JKN Sragen berjumlah 441.200 jiwa {change} di tahun 2023 menjadi 468.700 jiwa."
    found = [(fact.indicator, fact.period_start) for fact in facts(text, PUBLISHED)]
    assert found == [("participants", date(2022, 1, 1)), ("participants", date(2023, 1, 1))]


def test_years_in_order_belong_to_figures_in_order() -> None:
    text = "Tunggakan iuran JKN tahun 2021, 2022, dan 2023 berturut-turut Rp 5 miliar, Rp 9 miliar, dan Rp 12 miliar."
    years = [fact.period_start.year for fact in facts(text, PUBLISHED) if fact.period_start]
    assert years == [2021, 2022, 2023]


def test_a_new_rate_may_be_dated_by_the_sentence_behind() -> None:
    text = "Iuran JKN kelas I naik dari Rp 80.000 menjadi Rp 160.000 per bulan. Kenaikan itu berlaku 1 Juli 2024."
    old, new = facts(text, PUBLISHED)
    assert (old.period_start, old.status) == (PUBLISHED, "actual")
    assert (new.period_start, new.status) == (date(2024, 7, 1), "planned")


def test_a_rate_that_holds_already_is_no_plan() -> None:
    text = (
        "Pindah kelas hanya sampai Agustus 2024.\n\nTarif JKN baru berlaku sejak 1 Januari lalu. "
        "Iuran kelas II dari Rp 51.000 menjadi Rp 110.000 per bulan."
    )
    assert [fact.status for fact in facts(text, PUBLISHED)] == ["actual", "actual"]


def test_what_follows_a_date_is_no_reason() -> None:
    text = "Sragen menyusul triwulan III tahun ini: 1.750 warga akan didaftarkan menjadi peserta JKN."
    assert period(text) == (date(2024, 7, 1), date(2024, 9, 30), "stated")


def test_the_year_of_a_building_is_no_figures() -> None:
    text = "Puskesmas itu berdiri pada tahun 1987, kini cakupan JKN Sragen 95,1 persen dan keaktifan 80,2 persen."
    assert {fact.period_start for fact in facts(text, PUBLISHED)} == {PUBLISHED}


def test_an_aim_behind_a_bracket_dates_no_count() -> None:
    text = "Cakupan JKN Kabupaten Sragen (92,4 persen) dan Klaten (94,2 persen) diharapkan menyusul bulan depan."
    assert [fact.status for fact in facts(text, PUBLISHED)] == ["actual", "actual"]


def test_the_time_of_an_aim_is_not_that_of_the_count_before_it() -> None:
    text = "Cakupan JKN Sragen baru 88 persen dari target 95 persen tahun 2024."
    assert [fact.period_basis for fact in facts(text, PUBLISHED)] == ["article_date", "stated"]


def test_the_same_time_is_not_that_of_the_level_it_grew_from() -> None:
    text = (
        "Per April 2024 peserta PBI JKN Sragen sebanyak 91.040 jiwa. Peserta yang bukan PBI pada periode yang sama "
        "sebanyak 28.360 jiwa atau tumbuh 8,76 persen dari 26.070 jiwa per 1 Januari 2024."
    )
    found = {fact.value: fact.period_start for fact in facts(text, PUBLISHED)}
    assert (found[28360], found[26070]) == (date(2024, 4, 1), date(2024, 1, 1))


def test_what_is_planned_to_follow_has_its_time() -> None:
    text = "Sebanyak 9.300 warga sudah didaftarkan, sisanya 5.700 orang akan menyusul menjadi peserta JKN bulan depan."
    assert period(text)[0] == date(2024, 6, 1)
    text = "Pemkab Sragen telah mendaftarkan 12.000 warga miskin ke JKN dan akan menambah 3.000 orang lagi bulan depan."
    assert [fact.period_basis for fact in facts(text, PUBLISHED)] == ["article_date", "stated"]


def test_the_budget_of_this_year_holds_on_over_a_paragraph() -> None:
    text = (
        "Pemkab Sragen mengusulkan Rp 70 miliar dalam APBD 2024 untuk iuran JKN. Usulan itu terpangkas.\n\n"
        '"Yang akhirnya tersedia untuk iuran JKN hanya Rp 30 miliar," ungkapnya.'
    )
    assert period(text) == (date(2024, 1, 1), date(2024, 12, 31), "stated")


def test_a_time_that_was_only_held_against_a_later_one_does_not_hold_on() -> None:
    text = (
        "Hingga April 2024 peserta JKN Sragen 871.220 jiwa, sedangkan April 2023 masih 840.110 jiwa. "
        "Peserta aktif 701.000 jiwa."
    )
    assert period(text)[0] != date(2023, 4, 1)


def test_sentences_without_figures_do_not_end_a_period() -> None:
    text = (
        "Peserta JKN Sragen per 1 Mei 2024 sebanyak 871.240 jiwa. Rapat itu dihadiri para camat.\n\nWarga diminta "
        "mendaftar.\n\nDari jumlah peserta tersebut, PBI APBN 412.775 jiwa{}"
    )
    assert period(text.format(".")) == (date(2024, 5, 1), date(2024, 5, 1), "stated")
    assert period(text.format(". Ada 51 FKTP yang bekerja sama.")) == (PUBLISHED, PUBLISHED, "article_date")


def test_the_levels_of_a_span_are_of_its_ends() -> None:
    text = "Selama 2015-2023 peserta JKN Sragen {} 712.114 jiwa menjadi 871.240 jiwa."
    old, new = facts(text.format("naik dari"), PUBLISHED)
    assert (old.period_start, old.period_end) == (date(2015, 1, 1), date(2015, 12, 31))
    assert (new.period_start, new.period_end) == (date(2023, 1, 1), date(2023, 12, 31))
    whole = facts("Selama 2015-2023 klaim JKN Sragen yang dibayar Rp 412 miliar.", PUBLISHED)[0]
    assert (whole.period_start, whole.period_end) == (date(2015, 1, 1), date(2023, 12, 31))


def test_a_new_deficit_has_the_year_beside_it() -> None:
    text = "Defisit BPJS Kesehatan pada 2016 sebesar Rp 6,1 triliun. Lalu menjadi Rp 9,2 triliun di tahun 2017."
    assert period(text) == (date(2017, 1, 1), date(2017, 12, 31), "stated")


def test_a_year_in_a_bracket_is_of_the_figure_before_it() -> None:
    first, second = facts("Peserta JKN Sragen 871.240 jiwa dari penduduk 912.554 jiwa (data 2022).", PUBLISHED)
    assert first.period_start == PUBLISHED
    assert second.period_start == date(2022, 1, 1)


def test_a_bracket_before_a_year_to_come_does_not_part_it_from_the_goal() -> None:
    text = "Pemerintah menargetkan 98 persen penduduk ikut program {} pada tahun 2026."
    assert period(text.format("JKN-KIS")) == period(text.format("Kartu Indonesia Sehat (JKN-KIS)"))
    assert period(text.format("Kartu Indonesia Sehat (JKN-KIS)"))[0] == date(2026, 1, 1)


def test_money_has_the_year_that_the_sentence_before_tells_of() -> None:
    text = "{} justru warga miskin yang paling sering berobat. Biaya pelayanan JKN untuk mereka Rp 33,1 miliar."
    assert period(text.format("Sepanjang 2023"))[0] == date(2023, 1, 1)
    assert period(text.format("Pada 2019"))[2] == "article_date"


def test_a_goal_is_of_the_year_before_whose_end_it_is_wanted() -> None:
    text = "Bupati Sragen {} keaktifan peserta JKN 84 persen sebelum tutup tahun."
    assert period(text.format("ingin"))[:2] == (date(2024, 1, 1), date(2024, 12, 31))
    assert period(text.format("mencatat")) == (PUBLISHED, PUBLISHED, "article_date")


def test_a_budget_has_no_month_of_its_people() -> None:
    text = "Kuota PBI APBD Sragen tahun 2024 ada 61.200 jiwa. Hingga April 2024 terisi 52.114 jiwa. Anggarannya {}."
    assert period(text.format("Rp 26,3 miliar"))[:2] == (date(2024, 1, 1), date(2024, 12, 31))


def test_the_rate_to_come_has_the_year_beside_it() -> None:
    text = "Iuran JKN yang sebelumnya Rp 80.000 akan menjadi Rp 150.000 per 1 Juli 2024. Kelas III naik {} pada 2025."
    first, second, third = facts(text.format("menjadi Rp 35.000"), PUBLISHED)
    assert (first.status, second.status) == ("actual", "planned")
    assert (second.period_start, third.period_start) == (date(2024, 7, 1), date(2025, 1, 1))


def test_visits_have_the_span_of_what_they_cost() -> None:
    text = "Selama Januari-Maret 2024 RSUD Sragen menerima klaim JKN Rp 41 miliar. {}"
    assert period(text.format("Kunjungan peserta 12.114 kunjungan."))[0] == date(2024, 1, 1)
    assert period(text.format("Peserta JKN 871.240 jiwa.")) == (PUBLISHED, PUBLISHED, "article_date")


def test_now_behind_a_figure_ends_the_period_before() -> None:
    text = "Rumah sakit mitra BPJS Kesehatan di Sragen bertambah dari 21 rumah sakit pada 2014 menjadi 25 rumah sakit{}"
    assert period(text.format(" saat ini.")) == (PUBLISHED, PUBLISHED, "article_date")


def test_what_stands_before_a_comma_is_no_reason_for_the_period() -> None:
    text = "Akibat pandemi{} sejak Januari hingga April 2024 sebanyak 3.220 peserta JKN di Sragen dinonaktifkan."
    assert period(text.format(","))[:2] == (date(2024, 1, 1), date(2024, 4, 30))


def test_a_day_in_a_bracket_behind_a_figure_is_its_own() -> None:
    text = "Peserta JKN Sragen {} (30 April 2024). Rinciannya PBI APBN 412.775 jiwa."
    assert period(text.format("ada 871.240 jiwa"))[0] == date(2024, 4, 30)
    assert period(text.format("ada 871.240 jiwa, kata Sari"))[0] == PUBLISHED


def test_a_year_in_brackets_is_that_of_the_figure_before_it() -> None:
    found = facts("Peserta JKN di Sragen 92.310 jiwa (2014), 146.720 jiwa (2015), dan 233.930 jiwa (2018).")
    assert [fact.period_end and fact.period_end.year for fact in found] == [2014, 2015, 2018]


def test_a_change_is_not_of_the_time_it_is_a_change_from() -> None:
    text = "Tahun 2024 pemkab menanggung 31.200 jiwa peserta JKN, bertambah 4.100 jiwa dari tahun lalu."
    assert [fact.period_start for fact in facts(text, PUBLISHED)] == [date(2024, 1, 1), date(2024, 1, 1)]


def test_the_date_of_a_list_is_that_of_all_its_lines() -> None:
    text = (
        "Berikut daftar kepesertaan JKN terendah per 1 Mei 2024.\n\n1. Karo\nCakupannya 78,3 persen.\n\n"
        "2. Dairi\nSempat UHC pada Maret lalu. Cakupannya kini 80,1 persen.\n\n3. Samosir\nCakupannya 81,6 persen."
    )
    assert {fact.period_start for fact in facts(text, PUBLISHED)} <= {date(2024, 5, 1), PUBLISHED}
    assert facts(text, PUBLISHED)[-1].period_start == date(2024, 5, 1)


def test_a_time_holds_on_for_those_who_are_not() -> None:
    text = (
        "Pada semester I 2024 penduduk Karo 412.300 jiwa. Dari jumlah itu peserta JKN 380.900 jiwa. "
        "Warga yang belum terdaftar 31.400 jiwa."
    )
    assert {fact.period_start for fact in facts(text, PUBLISHED)} == {date(2024, 1, 1)}


def test_what_was_cared_for_and_what_it_cost_have_one_time() -> None:
    text = (
        "Selama Januari hingga April 2024 kunjungan peserta JKN di Karo 41.200 kunjungan. "
        "Total biaya pelayanan yang dibayarkan Rp 31,2 miliar."
    )
    assert {fact.period_end for fact in facts(text, PUBLISHED)} == {date(2024, 4, 30)}


def test_a_period_may_be_the_last_of_a_text() -> None:
    first, second = facts("Cakupan JKN Sragen 95 persen dan keaktifan peserta 83 persen per 1 November 2023", PUBLISHED)
    assert {first.period_start, second.period_start} == {date(2023, 11, 1)}


def test_a_time_that_is_only_held_against_is_not_that_of_the_next_figure() -> None:
    text = "Iuran JKN yang terkumpul pada 2023 Rp 49,1 triliun, naik 4 persen dari tahun sebelumnya, {} Rp 51 triliun."
    assert period(text.format("sedangkan klaim JKN")) == (date(2023, 1, 1), date(2023, 12, 31), "stated")
    found = facts("Tahun ini premi JKN Sragen naik dari Rp 9 miliar pada 2022 menjadi Rp 12 miliar.", PUBLISHED)
    assert [fact.period_start for fact in found] == [date(2022, 1, 1), date(2024, 1, 1)]


def test_each_figure_of_a_list_has_the_time_behind_it() -> None:
    text = (
        "Peserta JKN Sragen yang turun kelas 1.204 orang pada Januari 2024, 873 orang pada Februari 644 orang "
        "pada Maret, dan 412 orang pada April."
    )
    assert [fact.period_start for fact in facts(text, PUBLISHED)] == [date(2024, month, 1) for month in range(1, 5)]


def test_the_later_of_two_times_in_a_sentence_holds_on() -> None:
    text = (
        "Peserta JKN pada April 2024 tercatat 412.337 jiwa, bandingkan dengan Desember 2023 yang 405.900 jiwa. "
        "Terbanyak di Kabupaten Sragen 301.118 jiwa, kemudian Kabupaten Karanganyar 111.219 jiwa."
    )
    assert [fact.period_start for fact in facts(text, PUBLISHED)][2:] == [date(2024, 4, 1)] * 2


@pytest.mark.parametrize("need", ["Untuk itu dibutuhkan anggaran", "Pemkab akan menganggarkan"])
def test_what_is_planned_has_the_time_of_the_plan_before(need: str) -> None:
    text = f"Tahun depan Pemkab Sragen menargetkan cakupan JKN 98 persen. {need} iuran Rp 14 miliar."
    assert period(text) == (date(2025, 1, 1), date(2025, 12, 31), "stated")


def test_what_is_needed_up_to_december_is_needed_in_the_year() -> None:
    text = "Sampai Desember {} Rp 14 miliar untuk iuran JKN warga Sragen."
    assert period(text.format("dibutuhkan")) == (date(2024, 1, 1), date(2024, 12, 31), "stated")
    assert period(text.format("kita butuh anggaran"))[0] == date(2024, 1, 1)


def test_a_period_to_come_is_of_the_new_level_behind_it() -> None:
    old, new = facts("Iuran JKN kelas III Rp 25.500 per bulan, baru tahun depan menjadi Rp 35.000.", PUBLISHED)
    assert (old.status, old.period_start) == ("actual", PUBLISHED)
    assert new.period_start == date(2025, 1, 1)


def test_a_list_has_the_date_of_its_total_before_the_line_that_heads_it() -> None:
    text = (
        "Posisi 31 Maret 2024 peserta JKN di Solo Raya 912.908 jiwa.\n\nKepala cabang memaparkan rinciannya:\n\n"
        "Kabupaten Sragen 512.400 jiwa\nKabupaten Karanganyar 400.508 jiwa"
    )
    assert {fact.period_start for fact in facts(text, PUBLISHED)} == {date(2024, 3, 31)}


def test_the_goal_told_before_a_list_does_not_date_it() -> None:
    text = (
        "RPJMN mematok cakupan JKN 98 persen pada 2026.\n\n- Peserta JKN Sragen 871.240 jiwa\n"
        "- Peserta JKN Sragen yang menunggak 61.318 jiwa"
    )
    assert {fact.period_start for fact in facts(text, PUBLISHED)[1:]} == {PUBLISHED}


def test_a_period_in_brackets_does_not_hold_on_for_others() -> None:
    text = (
        "Data per 1 Mei 2024 mencatat penduduk Sragen 912.900 jiwa (semester II 2023). "
        "Peserta JKN 880.408 jiwa atau 96,4 persen."
    )
    assert {fact.period_start for fact in facts(text, PUBLISHED)[-2:]} == {date(2024, 5, 1)}


def test_a_new_clause_does_not_date_a_rate_by_the_one_before() -> None:
    text = "Sampai Desember dibutuhkan Rp 21 miliar karena iuran JKN PBI sudah naik jadi Rp 42.000 per jiwa per bulan."
    assert [fact.status for fact in facts(text, PUBLISHED)] == ["planned", "actual"]


def test_the_time_of_a_census_is_that_of_the_people_counted() -> None:
    text = "Per 1 April 2024 kepesertaan JKN Sragen 96,18 persen dari total penduduk{} semester I 2023."
    assert period(text.format(""))[0] == date(2024, 4, 1)
    assert period(text.format(" menurut Data Kependudukan Bersih (DKB)"))[0] == date(2024, 4, 1)


def test_what_is_about_to_come_does_not_date_what_is_done() -> None:
    text = "Jelang berlakunya tarif baru pada Juni 2024, sekitar 248 peserta JKN mandiri di Sragen turun kelas."
    assert period(text) == (PUBLISHED, PUBLISHED, "article_date")


def test_a_state_is_of_the_time_beside_it_and_not_of_a_plan() -> None:
    text = (
        "Pemutihan mulai 2025 menjadi kabar baik bagi 9.609 peserta JKN mandiri Sragen "
        "yang menunggak iuran hingga April 2024."
    )
    assert period(text)[0] == date(2024, 4, 1)


def test_a_sentence_that_begins_with_what_it_dates_may_tell_of_more() -> None:
    text = (
        "Peserta JKN mandiri Sragen menunggak iuran hingga Rp 745 juta. "
        '"Itu angka 21 Maret, barangkali Mei nanti bertambah," kata Sari.'
    )
    assert period(text)[0] == date(2024, 3, 21)


def test_the_time_behind_an_and_is_of_the_level_behind_it() -> None:
    text = "Tunggakan iuran JKN di Sragen Rp 3,3 miliar dan pada 2023 angkanya menjadi Rp 5,7 miliar."
    assert [fact.period_start for fact in facts(text, PUBLISHED)] == [PUBLISHED, date(2023, 1, 1)]


@pytest.mark.parametrize(
    "change",
    ["dari jumlah peserta yang menunggak tahun lalu", "dibandingkan tahun lalu", "dari tahun lalu"],
)
def test_a_share_of_change_is_not_of_the_time_it_is_held_against(change: str) -> None:
    text = f"Sebanyak 13.132 peserta JKN mandiri di Sragen menunggak iuran, naik 10 persen {change}."
    assert [fact.period_start for fact in facts(text, PUBLISHED)] == [PUBLISHED, PUBLISHED]


def test_the_sum_of_this_year_up_to_a_month_is_of_both() -> None:
    text = "Tahun ini sampai April, {} Rp 3,6 triliun."
    assert period(text.format("klaim JKN di Jawa Tengah"))[:2] == (date(2024, 1, 1), date(2024, 4, 30))
    assert period(text.format("tunggakan iuran JKN di Jawa Tengah"))[0] == date(2024, 1, 1)


def test_the_old_rate_may_stand_behind_the_new() -> None:
    text = "Mulai 1 Januari 2025 iuran JKN peserta PBI menjadi Rp 42.000 dari Rp 23.000 per orang per bulan."
    new, old = facts(text, PUBLISHED)
    assert (new.status, old.status) == ("planned", "actual")
    text = "Iuran JKN naik mulai 1 Januari 2025. Kelas I membayar Rp 160.000, dari yang berlaku sekarang Rp 80.000."
    assert [fact.status for fact in facts(text, PUBLISHED)] == ["planned", "actual"]


def test_money_that_begins_a_sentence_is_for_what_was_just_planned() -> None:
    text = (
        "Pada 2025 warga Sragen yang iuran JKN-nya dibayar Pemkab menjadi 30.000 orang. Dana Rp 8,2 miliar disiapkan."
    )
    assert [(fact.status, fact.period_start) for fact in facts(text, PUBLISHED)] == [("planned", date(2025, 1, 1))] * 2


def test_a_time_to_come_is_not_what_the_year_before_is_counted_from() -> None:
    text = "Sisanya didaftarkan ke JKN tahun depan. Di tahun sebelumnya peserta JKN Sragen 871.240 jiwa."
    assert period(text)[0] == date(2023, 1, 1)


def test_the_time_of_a_census_alone_is_that_of_all() -> None:
    text = "Peserta JKN Sragen 704.180 jiwa menurut data kependudukan semester I 2023."
    assert period(text)[:2] == (date(2023, 1, 1), date(2023, 6, 30))


@pytest.mark.parametrize("clause", ["Sempat UHC pada Maret lalu", "Meski warganya didaftarkan pada Maret lalu"])
def test_a_clause_that_opens_a_sentence_does_not_date_what_follows(clause: str) -> None:
    assert period(f"{clause}, cakupan JKN Sragen anjlok ke 84,1 persen.") == (PUBLISHED, PUBLISHED, "article_date")


def test_money_that_points_back_is_for_what_is_planned_of_two() -> None:
    text = (
        "APBD 2025 akan menyediakan kuota JKN 40.000 jiwa, naik dibanding tahun ini yang 26.500 jiwa. "
        "Duitnya Rp 20 miliar."
    )
    fact = facts(text, PUBLISHED)[-1]
    assert (fact.period_start, fact.status) == (date(2025, 1, 1), "planned")


def test_what_is_missing_in_a_year_is_of_it() -> None:
    text = (
        "Sepanjang 2023 iuran JKN yang terkumpul Rp 49,2 triliun, sedangkan klaim yang dibayar Rp 56,1 triliun. "
        "Dengan begitu terdapat defisit Rp 6,9 triliun."
    )
    assert {fact.period_start for fact in facts(text, PUBLISHED)} == {date(2023, 1, 1)}


def test_the_new_rates_of_an_article_wait_for_the_rise_that_it_tells_of() -> None:
    text = (
        "Jelang kenaikan iuran JKN per 1 Januari 2025, kantor BPJS Kesehatan Sragen ramai.\n\n"
        "Warga datang sejak subuh.\n\nKelas I dari Rp 80.000 jadi Rp 160.000 per bulan."
    )
    old, new = facts(text, PUBLISHED)
    assert (old.status, old.period_start) == ("actual", PUBLISHED)
    assert (new.status, new.period_start) == ("planned", date(2025, 1, 1))


def test_a_change_held_against_a_time_before_it_is_not_of_that_time() -> None:
    text = "Dibandingkan Februari 2023, keaktifan peserta JKN Sragen naik 4,1 persen."
    assert period(text) == (PUBLISHED, PUBLISHED, "article_date")


def test_a_time_of_another_matter_is_not_that_of_a_new_rate() -> None:
    text = "Sepanjang April 2024 ada 1.904 peserta JKN yang pindah kelas. Iuran kelas 1 menjadi Rp 160.000 per bulan."
    assert period(text) == (PUBLISHED, PUBLISHED, "article_date")


def test_an_old_rate_has_no_time_of_the_new_one_before_it() -> None:
    text = (
        "Mulai 1 April 2024 iuran JKN kelas I naik dari Rp 59.500 menjadi Rp 80.000 per bulan. "
        "Kelas II naik dari Rp 42.500 menjadi Rp 51.000 per bulan."
    )
    starts = [fact.period_start for fact in facts(text, PUBLISHED)]
    assert starts == [PUBLISHED, date(2024, 4, 1), PUBLISHED, date(2024, 4, 1)]


def test_a_census_at_the_end_leaves_the_time_said_before() -> None:
    text = (
        "Sampai dengan April 2024 peserta JKN Sragen 98,4 persen atau sebanyak 871.240 jiwa "
        "menurut jumlah penduduk pada Data Kependudukan Bersih (DKB) semester I 2023."
    )
    assert {fact.period_start for fact in facts(text, PUBLISHED)} == {date(2024, 4, 1)}


def test_without_a_date_of_its_own_an_article_compares_too() -> None:
    text = "Pemkab Sragen punya anggaran JKN pada 2026. Totalnya Rp 46 miliar, naik 2 persen dari tahun sebelumnya."
    fact = next(fact for fact in facts(text) if fact.value == 46e9)
    assert fact.period_start == date(2026, 1, 1)


def test_a_column_of_a_table_is_of_the_time_over_it() -> None:
    text = (
        "Cakupan JKN per daerah (persen):\nDaerah | Tahun 2022 | Mei 2023\nSragen | 95,1 | 97,2\nBoyolali | 94,1 | 96,2"
    )
    starts = [fact.period_start for fact in facts(text, PUBLISHED)]
    assert starts == [date(2022, 1, 1), date(2023, 5, 1)] * 2


def test_the_months_of_a_list_are_no_ends_of_one_span() -> None:
    listed = "Tunggakan iuran JKN Sragen sejak Februari Rp 64 juta, Maret Rp 39 juta, dan April Rp 57 juta."
    assert period(listed) == (date(2024, 4, 1), date(2024, 4, 30), "stated")
    assert period("Tunggakan iuran JKN Sragen sejak Februari hingga April Rp 57 juta.")[0] == date(2024, 2, 1)


@pytest.mark.parametrize("word", ["naik menjadi", "turun ke", "meningkat jadi", "menjadi"])
def test_a_bare_year_before_a_change_is_its_time(word: str) -> None:
    text = f"Pada 2021 cakupan JKN Kabupaten Paser 86,2 persen, 2022 {word} 83,7 persen."
    assert [fact.period_start and fact.period_start.year for fact in facts(text)] == [2021, 2022]


@pytest.mark.parametrize(
    ("change", "old", "new"),
    [
        pytest.param("naik dari 31.204 jiwa pada 2022 menjadi 34.900 jiwa", 31204, 34900, id="behind the old level"),
        pytest.param("naik menjadi 34.900 jiwa dari 31.204 jiwa pada 2022", 31204, 34900, id="the new level first"),
        pytest.param("turun dari 34.900 jiwa menjadi 31.204 jiwa dibanding 2022", 34900, 31204, id="held against"),
    ],
)
def test_the_time_of_an_old_level_is_not_the_new_ones(change: str, old: int, new: int) -> None:
    found = {fact.value: fact.period_start for fact in facts(f"Peserta JKN Sragen {change}.", PUBLISHED)}
    assert found == {old: date(2022, 1, 1), new: PUBLISHED}


def test_what_a_new_level_is_held_against_does_not_date_it() -> None:
    text = "Peserta JKN Sragen bertambah 1.940 jiwa dibandingkan tahun 2022 menjadi 34.900 jiwa."
    assert period(text) == (PUBLISHED, PUBLISHED, "article_date")


def test_people_of_a_population_have_its_time() -> None:
    found = facts("Peserta JKN Sragen naik menjadi 611.540 jiwa dari 640.120 penduduk pada 2023.", PUBLISHED)
    assert {fact.period_start for fact in found} == {date(2023, 1, 1)}


@pytest.mark.parametrize("due", ["pada 2024", "pada 1 Januari 2024"])
def test_how_things_are_is_not_of_the_time_of_an_aim(due: str) -> None:
    text = f"Pemerintah menargetkan 98 persen penduduk ikut JKN {due}. Kepesertaan JKN di Sragen mencapai 99,1 persen."
    found = [fact.period_start for fact in facts(text, PUBLISHED)]
    assert found == [date(2024, 1, 1), PUBLISHED]


def test_the_year_of_an_aim_behind_is_not_that_of_how_things_are() -> None:
    found = facts("Peserta JKN Sragen 40.120 jiwa, target 2024 ialah 45.300 jiwa.", PUBLISHED)
    assert [fact.period_start for fact in found] == [PUBLISHED, date(2024, 1, 1)]


def test_how_things_are_is_not_of_an_aim_without_a_figure() -> None:
    assert period("Pemerintah menargetkan UHC pada 1 Januari 2024. Peserta JKN Sragen 871.240 jiwa.")[0] == PUBLISHED


@pytest.mark.parametrize("sums", ["Rp 40 miliar dan Rp 41 miliar", "sebesar Rp 40 miliar, dan Rp 41 miliar"])
def test_years_in_a_row_are_those_of_as_many_figures_in_a_row(sums: str) -> None:
    found = facts(f"Utang iuran JKN Sragen tahun 2022 dan 2023 {sums}.", PUBLISHED)
    assert [fact.period_start for fact in found] == [date(2022, 1, 1), date(2023, 1, 1)]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Utang iuran JKN Sragen tahun 2022 dan 2023 mencapai Rp 41 miliar.", 2022, 2023),
        ("Selama 2022 dan 2023, BPJS Kesehatan Sragen membayar klaim Rp 41 miliar.", 2022, 2023),
        ("Utang iuran JKN Sragen tahun 2021, 2022, dan 2023 mencapai Rp 41 miliar.", 2021, 2023),
        ("Sragen menunggak iuran JKN Rp 41 miliar untuk tahun 2022 dan 2023.", 2022, 2023),
        ("Utang iuran JKN Sragen tahun 2020 dan 2023 mencapai Rp 41 miliar.", 2023, 2023),
        ("Utang iuran JKN Sragen tahun 2022 dan 2023 masing-masing Rp 40 miliar dan Rp 41 miliar.", 2023, 2023),
        ("Utang iuran JKN Sragen Rp 40 miliar pada 2022 dan Rp 41 miliar pada 2023.", 2023, 2023),
    ],
)
def test_years_in_a_row_are_those_of_the_one_figure_with_them(text: str, first: int, last: int) -> None:
    assert period(text) == (date(first, 1, 1), date(last, 12, 31), "stated")


@pytest.mark.parametrize("plan", ["target RPJMN tahun 2023 yang sebesar", "target RPJMN 2023 yakni"])
def test_the_year_of_a_plans_goal_is_that_of_the_goal_alone(plan: str) -> None:
    found = facts(f"Cakupan JKN Sragen 99,2 persen, melebihi {plan} 98 persen.", PUBLISHED)
    assert [fact.period_start for fact in found] == [PUBLISHED, date(2023, 1, 1)]


def test_a_sentence_tells_from_when_people_are_struck_off() -> None:
    text = "Sebanyak 19.874 warga Sragen tidak lagi peserta PBI JKN. Penonaktifan berlaku mulai April 2024."
    assert period(text) == (date(2024, 4, 1), date(2024, 4, 30), "stated")


def test_a_line_below_the_title_of_a_table_dates_its_rows() -> None:
    head = "KEPESERTAAN JKN KOTA TEGAL\nPosisi 1 April 2024\n\n"
    rows = "Penduduk (semester I 2023) 192.630\nPeserta 191.874\nAktif 152.415"
    starts = [fact.period_start for fact in facts(head + rows, PUBLISHED)]
    assert starts == [date(2023, 1, 1), date(2024, 4, 1), date(2024, 4, 1)]


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("Anggaran PBI Sragen tahun 2022 Rp 90 miliar, sementara 2023 Rp 102 miliar.", [(2022, 1), (2023, 1)]),
        ("Pada Januari ada 4.300 kunjungan JKN, sedangkan Februari 4.100 kunjungan.", [(2024, 1), (2024, 2)]),
        ("Pada 2022 peserta JKN 31.204 jiwa, sedangkan 2030 jiwa belum terdaftar.", [(2022, 1), (2022, 1)]),
    ],
)
def test_a_bare_time_behind_a_contrast_labels_its_figure(text: str, starts: list[tuple[int, int]]) -> None:
    found = [fact.period_start for fact in facts(text, PUBLISHED)]
    assert [(day.year, day.month) for day in found if day] == starts


@pytest.mark.parametrize("when", ["Tahun sebelumnya pada periode yang sama", "Pada periode yang sama tahun lalu"])
def test_the_same_part_of_the_year_before(when: str) -> None:
    text = f"Selama Januari-April 2024 ada 5.100 peserta baru JKN di Sragen. {when} hanya 4.400 peserta baru."
    assert period(text) == (date(2023, 1, 1), date(2023, 4, 30), "stated")


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ("naik 2,3 persen dari tahun lalu menjadi 78,1 persen", [PUBLISHED, PUBLISHED]),
        ("naik dari 75,8 persen tahun lalu menjadi 78,1 persen", [date(2023, 1, 1), PUBLISHED]),
        ("naik 2,3 persen dibanding tahun 2023 yang hanya 75,8 persen", [PUBLISHED, date(2023, 1, 1)]),
        ("ditargetkan naik 2,3 persen menjadi 78,1 persen pada 2025", [date(2025, 1, 1), date(2025, 1, 1)]),
        ("78,1 persen, naik dari tahun 2023 yang baru 75,8 persen", [PUBLISHED, date(2023, 1, 1)]),
    ],
    ids=["from then", "the level then", "the base", "a change to come", "the base alone"],
)
def test_each_side_of_a_change_has_its_time(change: str, found: list[date]) -> None:
    text = f"Cakupan JKN Sragen {change}."
    assert [fact.period_start for fact in facts(text, PUBLISHED)] == found


@pytest.mark.parametrize("so", ["hanya cukup sampai Agustus", "hanya mampu membiayai warga sampai September"])
def test_how_long_money_lasts_is_not_its_time(so: str) -> None:
    (fact,) = facts(f"Anggaran iuran JKN Sragen Rp 31 miliar {so}.", PUBLISHED)
    assert (fact.period_start, fact.status) == (PUBLISHED, "actual")


def test_what_money_has_changed_by_is_not_of_the_time_before() -> None:
    text = "Anggaran JKN Sragen tahun ini Rp 58 miliar, turun Rp 4 miliar dari tahun lalu."
    assert period(text) == (date(2024, 1, 1), date(2024, 12, 31), "stated")


@pytest.mark.parametrize(
    ("after", "year", "status"),
    [
        ("Anggaran tersebut diperuntukkan bagi 110.000 peserta PBI.", 2025, "planned"),
        ("Dana itu untuk membayar iuran 110.000 warga.", 2025, "planned"),
        ("Saat ini ada 110.000 peserta PBI.", 2024, "actual"),
        ("Anggaran itu naik karena ada 110.000 peserta PBI.", 2024, "actual"),
    ],
)
def test_people_are_of_the_year_whose_budget_pays_for_them(after: str, year: int, status: str) -> None:
    found = facts(f"Pemkab Sragen mengalokasikan Rp 54 miliar pada 2025 untuk iuran JKN. {after}", PUBLISHED)
    assert [(fact.period_start and fact.period_start.year, fact.status) for fact in found] == [
        (2025, "planned"),
        (year, status),
    ]


def test_a_line_below_the_headline_says_of_when_all_is() -> None:
    head = "REKAPITULASI KEPESERTAAN JKN SRAGEN\n{} 30 April 2024\n\n"
    text = head + "Disampaikan Senin.\n\nA. Umum\nPeserta JKN : 775.248 jiwa"
    assert period(text.format("Keadaan"))[:2] == (date(2024, 4, 30), date(2024, 4, 30))
    assert period(text.format("Rapat"))[:2] == (PUBLISHED, PUBLISHED)
