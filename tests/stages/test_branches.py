"""Whose a figure is: a branch's, or of the town that it has its name from; and which area can hold what is counted."""

from __future__ import annotations

import pytest
from reader import facts

SERVES = "Wilayah kerja BPJS Kesehatan Madiun ialah Ngawi, Magetan, dan Madiun."


def named(text: str) -> list[tuple[str | None, str | None]]:
    """Region and basis of each fact of a text."""
    return [(fact.region_name, fact.region_basis) for fact in facts(text)]


def test_the_bare_town_ahead_of_its_branchs_areas_is_the_branch() -> None:
    text = f"Iuran JKN yang tertunggak di {{}} mencapai Rp 75 miliar. Penunggaknya 31.415 orang. {SERVES}"
    assert named(text.format("Madiun")) == [("Cabang Madiun", "clause"), ("Cabang Madiun", "paragraph")]
    assert named(text.format("Kota Madiun"))[0] == ("Kota Madiun", "clause")


def test_the_bare_town_among_the_areas_is_itself() -> None:
    text = f"Tunggakan iuran JKN diumumkan. {SERVES} Kalau untuk Madiun, tunggakan iuran Rp 55 miliar."
    assert [fact.region_name for fact in facts(text)] == ["Kabupaten Madiun"]


def test_what_nothing_nearer_tells_is_the_branchs_that_serves_several() -> None:
    text = "Warga Madiun Malas Bayar Iuran\n\n{}\n\nPeserta JKN yang menunggak 41.220 jiwa."
    assert named(text.format(SERVES)) == [("Cabang Madiun", "topic")]
    alone = "Hal itu disampaikan Kepala BPJS Kesehatan Cabang Madiun."
    assert named(text.format(alone)) == [("Kabupaten Madiun", "topic")]


@pytest.mark.parametrize("source", ["Menurut", "Menurut data", "Berdasarkan catatan", "Mengutip"])
def test_a_branch_that_is_the_source_owns_no_figure(source: str) -> None:
    text = (
        f"Warga Kabupaten Belu sudah dijamin JKN. {source} BPJS Kesehatan Cabang Atambua, kepesertaannya 96,4 persen."
    )
    assert named(text) == [("Kabupaten Belu", "paragraph")]


@pytest.mark.parametrize(
    "office",
    [
        "Kantor BPJS Kesehatan Cabang Utama Metro",
        "Badan Penyelenggara Jaminan Kesehatan (BPJS) Kesehatan Kantor Cabang Metro",
        "Kantor Cabang BPJS Kesehatan Metro",
        "BPJS Kesehatan (KC) Metro",
    ],
)
def test_every_way_of_saying_branch(office: str) -> None:
    assert named(f"{office} mencatat 28.669 peserta yang menunggak.")[0][0] == "Cabang Metro"


def test_areas_announced_before_their_branch() -> None:
    text = (
        "Di tiga kabupaten di Jawa Timur, 31.657 peserta menunggak iuran JKN. Ketiganya, kata Kepala BPJS Kesehatan "
        "Cabang Bojonegoro, adalah Bojonegoro, Tuban, dan Lamongan."
    )
    (fact,) = facts(text)
    assert (fact.region_name, fact.region_members) == ("Cabang Bojonegoro", ("35.22", "35.23", "35.24"))


def test_one_more_area_ahead_of_the_list() -> None:
    text = (
        "BPJS Kesehatan Cabang Dumai mencatat 8.402 peserta menunggak. "
        "Selain Dumai, wilayah kerja kantornya mencakup Bengkalis dan Rokanhilir."
    )
    assert facts(text)[0].region_members == ("14.72", "14.03", "14.07")


def test_areas_whose_figures_add_up_are_more_than_those_listed() -> None:
    text = (
        "Tunggakan lebih rendah dibanding dua daerah lain di wilayah kerja BPJS Kesehatan Cabang Kudus, yakni Jepara "
        "dan Grobogan.\n\nPeserta JKN di wilayah kerja BPJS Kesehatan Cabang Kudus 2,4 juta peserta. Terbanyak "
        "Grobogan 1.010.300 orang, kemudian Jepara 801.200 orang dan Kudus 588.500 orang."
    )
    assert facts(text)[0].region_members == ("33.15", "33.20", "33.19")


def test_areas_that_come_before_their_branch() -> None:
    text = (
        "Nunukan, Malinau dan Tarakan merupakan wilayah kerja BPJS Kesehatan Cabang Tarakan. Ada 61 FKTP yang bermitra."
    )
    assert facts(text)[0].region_members == ("65.03", "65.02", "65.71")


def test_areas_named_by_themselves_before_are_not_listed_as_the_branchs() -> None:
    text = (
        "Kepala BPJS Kesehatan Cabang Sorong menyebut cakupan JKN di Raja Ampat 101 persen. "
        "Di Kabupaten Sorong, Maybrat dan Tambrauw di atas 95 persen."
    )
    found = {fact.region_name for fact in facts(text) if fact.value == 95}
    assert found == {"Kabupaten Sorong", "Kabupaten Maybrat", "Kabupaten Tambrauw"}


def test_an_office_and_the_regency_behind_it() -> None:
    text = "Peserta JKN di Cabang Waingapu, Sumba Timur 108.161 jiwa."
    assert named(text) == [("Cabang Waingapu", "clause")]


# Figures that an area cannot hold


@pytest.mark.parametrize(("people", "region"), [("98.000", "Kota Mojokerto"), ("412.000", "Cabang Mojokerto")])
def test_more_people_than_a_town_has_are_its_branchs(people: str, region: str) -> None:
    text = f"Peserta JKN di Kota Mojokerto naik, kata Kepala BPJS Kesehatan Cabang Mojokerto. Pesertanya {people} jiwa."
    assert facts(text)[0].region_name == region


def test_more_people_than_a_regency_has_are_the_provinces_that_is_named() -> None:
    text = "Kepesertaan JKN di Kabupaten Ende, NTT, naik. Pesertanya {} jiwa."
    assert facts(text.format("3.940.000"))[0].region_name == "Provinsi Nusa Tenggara Timur"
    assert facts(text.format("240.000"))[0].region_name == "Kabupaten Ende"


# Going on, and targets


def test_words_that_take_up_the_sentence_before_take_its_area() -> None:
    text = (
        "Warga Bone Bolango didata.\n\nPeserta JKN di Provinsi Gorontalo 1.112.111 orang dari 1.144.090 penduduk.\n\n"
        "“Jadi masih ada 28.414 orang yang belum terdaftar.”"
    )
    assert {name for name, _ in named(text)} == {"Provinsi Gorontalo"}


def test_a_target_of_the_nation_told_in_the_sentence_before() -> None:
    text = "Kepesertaan JKN di Cianjur 85 persen. Ia membandingkannya dengan RPJMN. Targetnya 98 persen pada 2024."
    assert named(text)[1] == ("Indonesia", "paragraph")
    local = "Kepesertaan JKN di Cianjur 85 persen. Bupati optimistis. Targetnya 98 persen pada 2024."
    assert named(local)[1][0] == "Kabupaten Cianjur"


@pytest.mark.parametrize(
    "target",
    [
        "dari target 98 persen yang ditetapkan pemerintah pusat",
        "padahal pemerintah menargetkan 98 persen",
        "sedangkan target nasional 98 persen",
    ],
)
def test_targets_that_the_nation_sets(target: str) -> None:
    text = f"Kepesertaan JKN di Garut baru 87 persen, {target}."
    assert [name for name, _ in named(text)] == ["Kabupaten Garut", "Indonesia"]


# Series


def test_figures_in_a_row_are_one_of_each_area_before_them() -> None:
    text = "Pemkab Mamuju Tengah dan Majene berutang iuran JKN Rp 12 miliar dan Rp 4 miliar."
    assert [(fact.value, fact.region_name) for fact in facts(text)] == [
        (12e9, "Kabupaten Mamuju Tengah"),
        (4e9, "Kabupaten Majene"),
    ]


def test_a_bound_is_of_each_area_before_it() -> None:
    text = "Hanya Sumenep dan Bangkalan yang cakupan JKN-nya {} 90 persen."
    assert {name for name, _ in named(text.format("di bawah"))} == {"Kabupaten Sumenep", "Kabupaten Bangkalan"}
    assert len(named(text.format("sekitar"))) == 1


def test_the_bare_name_of_two_areas_is_the_one_that_holds_the_people() -> None:
    text = "Sebanyak {} warga Gorontalo terdaftar JKN. Di Kota Gorontalo 201 ribu jiwa."
    assert named(text.format("1,19 juta"))[0][0] == "Provinsi Gorontalo"


def test_the_government_of_aceh() -> None:
    text = "Pemerintah Aceh menanggung iuran JKN 1,7 juta warga. Di Pidie 210 ribu jiwa."
    assert [name for name, _ in named(text)] == ["Provinsi Aceh", "Kabupaten Pidie"]


def test_the_first_line_of_a_table_is_no_dateline() -> None:
    text = "Peserta JKN nonaktif\n- Kota Cirebon: 41.200 jiwa\n- Kuningan: 121.000 jiwa"
    assert [name for name, _ in named(text)] == ["Kota Cirebon", "Kabupaten Kuningan"]


# Where something is said, held or written


@pytest.mark.parametrize(
    "text",
    [
        "Peserta JKN di Papua Barat Daya bertambah. Iuran dibahas di Hotel Vega Sorong. Pesertanya 61.220 jiwa.",
        "SORONG, Peserta JKN di Papua Barat Daya 61.220 jiwa.",
        "Papua Barat Daya Terlindungi\n\nPapua\n\nPeserta JKN bertambah menjadi 61.220 jiwa.",
        "JKN Terbanyak di Indonesia\n\nPeserta JKN di Papua Barat Daya 61.220 jiwa.",
    ],
)
def test_places_that_own_no_figure(text: str) -> None:
    assert {name for name, _ in named(text)} == {"Provinsi Papua Barat Daya"}


def test_what_is_held_against_owns_the_figure_right_behind_it() -> None:
    text = "Keaktifan peserta JKN di Lampung 66,31 persen, jauh di bawah rerata nasional yang kini 75,20 persen."
    assert [name for name, _ in named(text)] == ["Provinsi Lampung", "Indonesia"]


def test_a_place_that_begins_what_is_told_next() -> None:
    text = "Di Buton Tengah yang punya kartu JKN 50 persen, kalau Wakatobi targetnya sama."
    assert [name for name, _ in named(text)] == ["Kabupaten Buton Tengah"]
