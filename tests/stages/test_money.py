"""Which indicator a figure of money gets: who pays, who owes whom, and what the words take up."""

from __future__ import annotations

import pytest
from reader import facts


def _money(text: str) -> list[tuple[str, float]]:
    return [(fact.indicator, fact.value / 1e9) for fact in facts(text) if fact.unit == "idr"]


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("Sepanjang 2023 BPJS Kesehatan Cabang Tegal menggelontorkan Rp 74 miliar ke faskes mitra.", "claims_cost"),
        ("Bulan lalu BPJS Kesehatan sudah mengucurkan Rp 74 miliar di Tegal.", "claims_cost"),
        ("Pemkot Tegal menggelontorkan Rp 74 miliar agar warganya ikut JKN.", "contribution_budget"),
        ("Untuk peserta BPJS Kesehatan Pemkot Tegal mengucurkan Rp 74 miliar.", "contribution_budget"),
    ],
    ids=["an office of the insurer", "the insurer", "a government", "for members of the insurer"],
)
def test_what_the_insurer_spends_is_for_care(text: str, indicator: str) -> None:
    assert _money(text) == [(indicator, 74)]


@pytest.mark.parametrize(
    ("before", "indicator"),
    [
        ("BPJS Kesehatan belum melunasi klaim RSUD Kardinah Rp 18 miliar.", "program_deficit"),
        ("Pemkot Tegal menunggak iuran JKN Rp 18 miliar.", "arrears_amount"),
    ],
    ids=["of hospitals", "for contributions"],
)
def test_bills_are_of_the_debt_that_was_spoken_of(before: str, indicator: str) -> None:
    found = _money(f"{before} Tagihan Mei Rp 7 miliar, Juni Rp 11 miliar.")
    assert found == [(indicator, 18), (indicator, 7), (indicator, 11)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Kartu JKN 8.120 warga menunggak iuran. Menurut pengurus cabang, nilainya bukan main: Rp 3 miliar.",
            [("arrears_amount", 3)],
        ),
        ("Kantor BPJS Kesehatan di Tegal pindah ke ruko, nilainya Rp 3 miliar.", []),
    ],
    ids=["what was spoken of", "nothing was"],
)
def test_a_value_is_that_of_what_was_spoken_of_or_none(text: str, found: list[tuple[str, float]]) -> None:
    assert _money(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Peserta JKN di Tegal yang menunggak Rp 9 miliar. Pemkot menambah kuota 7.100 jiwa. Duitnya Rp 3 miliar.",
            [("arrears_amount", 9), ("contribution_budget", 3)],
        ),
        (
            "Pemkot Tegal menganggarkan iuran JKN Rp 9 miliar. Penunggak iuran 7.100 jiwa. Duitnya Rp 3 miliar.",
            [("contribution_budget", 9), ("arrears_amount", 3)],
        ),
    ],
    ids=["people paid for", "people in arrears"],
)
def test_the_money_of_people_is_theirs_whatever_money_was_told_before(
    text: str, found: list[tuple[str, float]]
) -> None:
    assert _money(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "BPJS Kesehatan menerima iuran Rp 12 miliar, tetapi harus membayar manfaat Rp 26 miliar.",
            [("contribution_revenue", 12), ("claims_cost", 26)],
        ),
        (
            "Iuran JKN masuk Rp 12 miliar, biaya pelayanannya Rp 26 miliar, jadi bolong Rp 14 miliar.",
            [("contribution_revenue", 12), ("claims_cost", 26), ("program_deficit", 14)],
        ),
        (
            "Peserta JKN di Tegal menyumbang iuran Rp 12 miliar tetapi menghabiskan Rp 26 miliar untuk berobat.",
            [("contribution_revenue", 12), ("claims_cost", 26)],
        ),
    ],
    ids=["benefits", "what is lacking", "what members pay and use"],
)
def test_a_figure_with_a_verb_of_its_own_does_not_go_on(text: str, found: list[tuple[str, float]]) -> None:
    assert _money(text) == found


def test_what_is_left_of_a_debt_is_the_debt_though_a_payment_was_told_last() -> None:
    text = (
        "Pemkot Tegal menunggak iuran JKN Rp 14 miliar. Bulan lalu sudah disetor Rp 4,6 miliar. Sisanya Rp 9,4 miliar."
    )
    assert _money(text) == [("arrears_amount", 14), ("contribution_budget", 4.6), ("arrears_amount", 9.4)]


@pytest.mark.parametrize(
    ("first", "indicator"),
    [(7.3, "arrears_amount"), (7.1, "contribution_budget")],
    ids=["they make it", "they do not"],
)
def test_sums_that_make_a_total_are_its_parts(first: float, indicator: str) -> None:
    parts = (
        f"Bantuan iuran warga Rp {first} miliar. Bantuan iuran nelayan Rp 2 miliar. Bantuan iuran guru Rp 1,2 miliar."
    )
    found = _money(f"Pemkot Tegal menunggak iuran JKN Rp 10,5 miliar. {parts.replace('7.', '7,')}")
    assert found == [("arrears_amount", 10.5), (indicator, first), (indicator, 2), (indicator, 1.2)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Plafon kacamata peserta JKN kelas I Rp 330.000, kelas II Rp 220.000.", []),
        ("Iuran peserta JKN kelas I Rp 150.000, kelas II Rp 100.000.", ["contribution_rate", "contribution_rate"]),
        ("BPJS Kesehatan: kas daerah tekor Rp 21 miliar pada 2022, Rp 48 miliar pada 2023.", []),
    ],
    ids=["ceilings", "contributions", "another purse"],
)
def test_a_list_that_is_none_of_ours_goes_on_as_none(text: str, found: list[str]) -> None:
    assert [indicator for indicator, _ in _money(text)] == found


def test_a_weak_word_of_its_own_outbids_the_list() -> None:
    text = "Biaya menanggung klaim JKN Rp 25 miliar sedangkan kemampuan APBD cuma Rp 5 miliar."
    assert _money(text) == [("claims_cost", 25), ("contribution_budget", 5)]


@pytest.mark.parametrize(
    ("before", "indicator"),
    [
        ("Pemkot Tegal membayar iuran JKN Rp 20 miliar.", "contribution_budget"),
        ("Penyakit katastropik menyedot dana BPJS Kesehatan Rp 20 miliar.", "claims_cost"),
    ],
    ids=["contributions", "care"],
)
def test_a_burden_is_of_what_was_borne(before: str, indicator: str) -> None:
    assert _money(f"{before} Tahun ini bebannya Rp 33 miliar.")[-1] == (indicator, 33)


def test_money_of_which_nothing_is_known_is_not_passed_over_by_a_list() -> None:
    text = "Klaim JKN di Tegal Rp 56 miliar. Hasil lelang lahan tembus Rp 9 miliar. Itu melampaui target Rp 4 miliar."
    assert _money(text) == [("claims_cost", 56)]


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("RSUD Kardinah merinci utang yang harus dibayar BPJS Kesehatan Rp 4 miliar.", "program_deficit"),
        ("Pemerintah menambal defisit BPJS Kesehatan yang mencapai Rp 4 miliar.", "program_deficit"),
        ("Utang yang harus dibayar Pemkot Tegal kepada BPJS Kesehatan Rp 4 miliar.", "arrears_amount"),
    ],
    ids=["by the insurer", "a deficit", "by a government"],
)
def test_who_has_to_pay_owes(text: str, indicator: str) -> None:
    assert _money(text) == [(indicator, 4)]


@pytest.mark.parametrize(
    ("before", "indicator"),
    [
        ("BPJS Kesehatan menunggak klaim RSUD Kardinah Rp 9 miliar.", "claims_cost"),
        ("Pemkot Tegal menunggak iuran JKN Rp 9 miliar.", "arrears_amount"),
    ],
    ids=["hospitals are paid for care", "not so the insurer"],
)
def test_what_is_paid_of_a_debt_to_hospitals_is_paid_for_care(before: str, indicator: str) -> None:
    assert _money(f"{before} Yang Rp 3 miliar sudah dibayar pekan lalu.")[-1] == (indicator, 3)


@pytest.mark.parametrize(
    ("doer", "indicator"),
    [("Adapun yang", "claims_cost"), ("Pemkot Tegal yang", "contribution_budget")],
    ids=["nobody", "a government"],
)
def test_what_is_paid_after_claims_is_claims_unless_a_government_pays(doer: str, indicator: str) -> None:
    text = f"Klaim JKN di Tegal sampai Mei Rp 31 miliar. {doer} dibayarkan sampai Juni sebesar Rp 39 miliar."
    assert _money(text)[-1] == (indicator, 39)


def test_words_that_take_up_tell_nothing_to_the_next_sentence() -> None:
    text = "BPJS Kesehatan mengakui klaim RSUD Kardinah belum lunas. Semua nanti dicicil. Totalnya Rp 21 miliar."
    assert _money(text) != [("claims_cost", 21)]


@pytest.mark.parametrize(
    ("before", "indicator"),
    [
        ("BPJS Kesehatan menerima iuran Rp 74 miliar, klaimnya Rp 84 miliar.", "program_deficit"),
        ("Pemkot Tegal menganggarkan iuran JKN Rp 74 miliar.", "contribution_budget"),
        ("Pemkot Tegal menunggak iuran JKN Rp 74 miliar.", "arrears_amount"),
    ],
    ids=["of the insurer", "of a budget", "of what is owed"],
)
def test_what_is_short_is_short_of_what_was_spoken_of(before: str, indicator: str) -> None:
    assert _money(f"{before} Kekurangannya Rp 10 miliar.")[-1] == (indicator, 10)


def test_fines_told_apart_speak_against_nothing() -> None:
    assert _money("Tunggakan iuran JKN di Tegal Rp 7 miliar, di luar denda.") == [("arrears_amount", 7)]
    assert _money("Denda iuran JKN di Tegal Rp 7 miliar.") == []


def test_who_says_it_is_no_part_of_what_is_said() -> None:
    text = "Penunggak iuran JKN di Tegal 7.120 jiwa. Nilainya, lanjut Sutanto, Rp 3 miliar."
    assert _money(text) == [("arrears_amount", 3)]


def test_rates_make_a_budget_together() -> None:
    text = "Iuran JKN warga Tegal ditanggung Rp 32.500 sebulan, kalau diakumulasikan mencapai Rp 19,5 miliar."
    assert _money(text)[-1] == ("contribution_budget", 19.5)


def test_what_came_in_is_told_before_its_figure() -> None:
    assert _money("Dari peserta mandiri JKN di Tegal yang masuk Rp 3 miliar.") == [("contribution_revenue", 3)]
    assert _money("Pemkot Tegal menganggarkan Rp 46 miliar untuk warga yang masuk JKN.") == [
        ("contribution_budget", 46)
    ]


def test_a_speaker_with_titles_is_passed_over() -> None:
    text = "Pemkot Tegal menyiapkan anggaran bagi iuran JKN. Menurut kepala dinas, dr. Sutanto, totalnya Rp 46 miliar."
    assert _money(text) == [("contribution_budget", 46)]


def test_a_date_may_stand_between_claims_and_that_they_are_not_paid() -> None:
    text = "Klaim rumah sakit di Tegal sejak 10 April yang belum dibayarkan BPJS Kesehatan sebesar Rp 3 miliar."
    assert _money(text) == [("program_deficit", 3)]


def test_a_debt_that_the_insurer_pays_is_paid_for_care() -> None:
    text = "Utang klaim kepada rumah sakit di Tegal dilunasi BPJS Kesehatan memakai uang Rp 9 miliar."
    assert _money(text) == [("claims_cost", 9)]


def test_a_whole_clause_of_light_words_goes_over_a_word_that_lacks_its_label() -> None:
    text = (
        "Anggaran JKN dari Pemkot Tegal Rp 6 miliar. Pemkot mendapat penghargaan. "
        "“Tahun depan naik menjadi Rp 7,9 miliar,” tandasnya."
    )
    assert _money(text) == [("contribution_budget", 6), ("contribution_budget", 7.9)]


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("Ada 59.775 jiwa peserta JKN dijamin APBD Tegal dengan nilai Rp 25 miliar.", "contribution_budget"),
        ("Peserta JKN di kabupaten itu 9.775 jiwa menunggak dengan nilai Rp 25 miliar.", "arrears_amount"),
    ],
    ids=["who pays", "who owes"],
)
def test_a_value_is_of_what_its_sentence_tells(text: str, indicator: str) -> None:
    assert _money(text) == [(indicator, 25)]


def test_what_a_government_is_given_is_no_contribution() -> None:
    assert _money("Pemkot Tegal menerima dana bagi hasil cukai Rp 30 miliar, sebagian bagi JKN.") == []


def test_a_loan_is_none_of_the_debts_before_it() -> None:
    text = "Utang klaim BPJS Kesehatan ke RSUD Kardinah Rp 71 miliar. Rumah sakit lalu meminjam Rp 20 miliar ke bank."
    assert _money(text) == [("program_deficit", 71)]


@pytest.mark.parametrize(
    "text",
    [
        "BPJS Kesehatan cabang Tegal punya hutang senilai Rp 40 miliar kepada sepuluh rumah sakit.",
        "Rumah sakit yang klaimnya belum dibayarkan BPJS Kesehatan antara lain RSUD Kardinah Rp 40 miliar.",
        "BPJS Kesehatan menyisakan klaim Rp 40 miliar yang belum terbayarkan.",
        "Tunggakan klaim BPJS Kesehatan sebesar Rp 40 miliar belum dibayar.",
    ],
    ids=["whom, behind", "of some", "what is left", "said twice"],
)
def test_claims_that_are_not_paid_are_owed(text: str) -> None:
    assert _money(text) == [("program_deficit", 40)]


def test_what_is_paid_to_owners_of_land_is_no_loss() -> None:
    assert _money("Di Tegal, kata pengurus BPJS Kesehatan, ganti rugi tanah itu Rp 20 miliar.") == []


def test_a_list_goes_on_over_an_item_that_is_none_of_ours() -> None:
    text = "Klaim JKN di Tegal Juli Rp 6 miliar, alat kesehatan Rp 13 juta, dan Oktober Rp 9 miliar."
    assert [value for _, value in _money(text)] == [6, 9]


def test_a_change_of_an_amount_that_is_none_of_ours_is_none_of_ours() -> None:
    text = "Laporan BPJS Kesehatan: {} Rp 38 miliar, naik 94 persen."
    assert [fact.indicator for fact in facts(text.format("iuran peserta yang diterima"))][1:] == ["growth_pct"]
    assert not facts(text.format("aset neto"))


def test_people_right_behind_what_is_owed_owe_it() -> None:
    text = "Tunggakan JKN di Sragen Rp 1,2 miliar dari 1.100 peserta, di Karanganyar Rp 900 juta dari 1.480 peserta."
    found = [(fact.indicator, fact.value) for fact in facts(text)]
    assert ("arrears_participants", 1100.0) in found
    assert ("arrears_participants", 1480.0) in found
    paid = [fact.indicator for fact in facts("Iuran yang terkumpul di Sragen Rp 1,2 miliar dari 1.100 peserta JKN.")]
    assert paid == ["contribution_revenue", "participants"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("Alokasi iuran BPJS Kesehatan Tegal naik. Tahun lalu Rp 21 miliar.", [21], id="told before"),
        pytest.param("Anggaran kesehatan Tegal besar. Rp 27 miliar untuk iuran BPJS Kesehatan.", [27], id="purpose"),
        pytest.param("Untuk BPJS Kesehatan dianggarkan Rp 22 miliar, kata Bupati Tegal.", [22], id="for the insurer"),
        pytest.param("Pemkab Tegal menanggung iuran BPJS Kesehatan. Pajak parkir Rp 24 miliar.", [], id="other money"),
    ],
)
def test_money_for_contributions_is_a_budget(text: str, found: list[float]) -> None:
    assert _money(text) == [("contribution_budget", value) for value in found]


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        pytest.param("Pemkab Tegal melunasi utang BPJS Kesehatan Rp 22 miliar.", "arrears_amount", id="settled"),
        pytest.param("Utang BPJS Kesehatan Pemkab Tegal Rp 22 miliar.", "arrears_amount", id="whose it is"),
        pytest.param("Utang BPJS Kesehatan ke RSUD Kardinah Rp 22 miliar.", "program_deficit", id="to a hospital"),
    ],
)
def test_whose_debt_it_is(text: str, indicator: str) -> None:
    assert _money(text) == [(indicator, 22)]


def test_what_visits_cost_is_paid_for_care() -> None:
    text = "Di Tegal JKN melayani 812.100 kunjungan rawat jalan dengan biaya Rp 221 miliar."
    assert _money(text) == [("claims_cost", 221)]


def test_a_deficit_beside_the_accounts_of_an_area_is_its_own() -> None:
    told = {f.indicator: f.region_name for f in facts("Di Tegal klaim JKN Rp 67 miliar sehingga defisit Rp 35 miliar.")}
    assert told == {"claims_cost": "Kabupaten Tegal", "program_deficit": "Kabupaten Tegal"}
    apart = facts("Pemkab Tegal membayar iuran JKN Rp 3 miliar, sementara BPJS Kesehatan defisit Rp 9 triliun.")
    assert [fact.region_name for fact in apart] == ["Kabupaten Tegal", "Indonesia"]


def test_what_was_stolen_is_not_paid_for_care() -> None:
    assert _money("Korupsi dana kapitasi JKN di Tegal merugikan negara Rp 2,1 miliar.") == []


def test_what_a_government_has_paid_of_its_debt_is_spent() -> None:
    text = "Dari tunggakan iuran JKN Rp 21 miliar, Pemkab Tegal telah membayar Rp 9 miliar."
    assert _money(text) == [("arrears_amount", 21), ("contribution_budget", 9)]


@pytest.mark.parametrize(
    "text",
    [
        "Realisasi anggaran JKN Tegal tahun lalu Rp 11 miliar.",
        "Serapan anggaran iuran JKN di Tegal Rp 11 miliar.",
        "Anggaran UHC Tegal turun menjadi Rp 11 miliar akibat efisiensi anggaran.",
        "Di tengah efisiensi, Pemkot Tegal mengalokasikan Rp 11 miliar untuk iuran BPJS Kesehatan.",
    ],
    ids=["spent", "taken up", "cut down", "all the same"],
)
def test_what_has_been_spent_or_is_left_of_the_budget_is_ours(text: str) -> None:
    assert _money(text) == [("contribution_budget", 11)]


@pytest.mark.parametrize(
    "other",
    ["Realisasi anggaran sekolah", "Efisiensi belanja kantor", "Gaji yang dipotong", "Anggaran dinas kena efisiensi"],
)
def test_what_has_been_spent_or_saved_elsewhere_is_none_of_ours(other: str) -> None:
    assert _money(f"{other} di Tegal Rp 11 miliar, kata petugas BPJS Kesehatan.") == []


@pytest.mark.parametrize(
    ("purpose", "found"),
    [
        pytest.param("Untuk pembangunan jalan tani", [], id="another"),
        pytest.param("Untuk iuran JKN", [("contribution_budget", 41)], id="ours"),
        pytest.param("Untuk itu", [("contribution_budget", 41)], id="what was told"),
        pytest.param("Untuk warga miskin", [("contribution_budget", 41)], id="its people"),
    ],
)
def test_a_purpose_that_opens_a_sentence(purpose: str, found: list[tuple[str, float]]) -> None:
    assert _money(f"Tegal peduli JKN. {purpose}, APBD mengucurkan Rp 41 miliar.") == found


def test_debts_of_people_right_before_them_are_theirs_whatever_was_owed_before() -> None:
    before = "BPJS Kesehatan menunggak klaim RSUD Tegal Rp 31 miliar. "
    text = "Sebanyak 148.306 peserta menunggak, totalnya Rp 88 miliar."
    assert _money(before + text) == [("program_deficit", 31), ("arrears_amount", 88)]
