"""Places: which official area a name means in its text, and what the name does there."""

from __future__ import annotations

import pytest
from reader import facts, half_way


def regions(text: str, year: int | None = None) -> list[str]:
    """The names of the regions that a text names, in order."""
    return [place.region.name for place in half_way(text).places(year)]


def roles(text: str) -> list[tuple[str, str]]:
    """Each place by its short form, with its role."""
    found = half_way(text)
    return [(found.written(place.start, place.end), place.role) for place in found.places()]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("Warga Kabupaten Sragen tenang.", ["Kabupaten Sragen"], id="regency"),
        pytest.param("Warga Kab. Sragen tenang.", ["Kabupaten Sragen"], id="Kab."),
        pytest.param("Warga Sragen tenang.", ["Kabupaten Sragen"], id="bare name"),
        pytest.param("Pemkab Sragen tenang.", ["Kabupaten Sragen"], id="Pemkab"),
        pytest.param("Warga Kota Bima tenang.", ["Kota Bima"], id="city"),
        pytest.param("Pemkot Madiun tenang.", ["Kota Madiun"], id="Pemkot"),
        pytest.param("Pemkab Madiun tenang.", ["Kabupaten Madiun"], id="Pemkab of a twin"),
        pytest.param("Warga Jawa Tengah tenang.", ["Provinsi Jawa Tengah"], id="province"),
        pytest.param("Warga Jateng tenang.", ["Provinsi Jawa Tengah"], id="clipping"),
        pytest.param("Warga Kukar tenang.", ["Kabupaten Kutai Kartanegara"], id="clipping of a regency"),
        pytest.param("Warga DIY tenang.", ["Provinsi Daerah Istimewa Yogyakarta"], id="acronym"),
        pytest.param("Secara nasional angkanya naik.", ["Indonesia"], id="the nation"),
        pytest.param("BPJS Kesehatan Cabang Metro tenang.", ["Cabang Metro"], id="branch"),
        pytest.param("Kata dia, semua tenang.", [], id="none"),
    ],
)
def test_a_name_means_an_area(text: str, names: list[str]) -> None:
    assert regions(text) == names


def test_the_code_is_the_official_one() -> None:
    (place,) = half_way("Warga Kabupaten Sragen tenang.").places()
    assert (place.region.code, place.region.level) == ("33.14", "regency")


def test_a_word_that_is_also_a_name_needs_its_designator() -> None:
    assert regions("Mereka melempar batu ke jalan.") == []
    assert regions("Warga Kota Batu tenang.") == ["Kota Batu"]


def test_the_level_goes_on_through_a_list() -> None:
    text = "Itu berlaku di Kabupaten Madiun, Kediri, dan Blitar."
    assert regions(text) == ["Kabupaten Madiun", "Kabupaten Kediri", "Kabupaten Blitar"]


def test_the_level_changes_where_another_is_said() -> None:
    text = "Itu berlaku di Kabupaten Madiun, Kediri, dan Kota Blitar."
    assert regions(text) == ["Kabupaten Madiun", "Kabupaten Kediri", "Kota Blitar"]


def test_one_name_may_stand_for_two_areas() -> None:
    assert sorted(regions("Warga Kota dan Kabupaten Madiun tenang.")) == ["Kabupaten Madiun", "Kota Madiun"]
    assert "Kota Madiun" in regions("Warga Sragen, juga Kota dan Kabupaten Madiun, tenang.")


def test_a_dateline_is_told_from_a_plain_place() -> None:
    found = roles("SRAGEN - Warga Kabupaten Karanganyar tenang.")
    assert ("SRAGEN", "dateline") in found
    assert "plain" in [role for words, role in found if words.endswith("Karanganyar")]


@pytest.mark.parametrize("text", ["Bupati Sragen datang.", "Wali Kota Madiun datang.", "Kepala Dinkes Sragen datang."])
def test_somebodys_office_is_no_plain_place(text: str) -> None:
    assert [role for _, role in roles(text)] == ["office"]


def test_where_something_was_held() -> None:
    assert ("Sragen", "event") in roles("Itu katanya usai rapat di Sragen, Selasa (22/8).")


def test_a_province_behind_its_regency_only_says_where_it_lies() -> None:
    found = roles("Warga Kabupaten Sragen, Jawa Tengah tenang.")
    assert [role for _, role in found] == ["plain", "parent"]


def test_the_areas_that_a_branch_serves() -> None:
    text = (
        "BPJS Kesehatan Cabang Metro melayani banyak orang. "
        "Wilayah kerjanya meliputi Kota Metro, Lampung Timur dan Lampung Tengah."
    )
    branches = [place.region for place in half_way(text).places() if place.region.level == "branch"]
    assert branches
    assert {region.name for region in branches} == {"Cabang Metro"}
    assert branches[-1].members == ("18.72", "18.07", "18.02")


def test_the_year_decides_between_former_and_present_names() -> None:
    assert regions("Warga Kabupaten Mamuju Utara tenang.", 2015) == ["Kabupaten Pasangkayu"]


def test_places_are_in_order_and_inside_the_text() -> None:
    text = "Di Sragen, Boyolali, dan Kota Solo; secara nasional; Cabang Surakarta."
    found = half_way(text)
    places = found.places()
    assert [place.start for place in places] == sorted(place.start for place in places)
    assert all(found.written(place.start, place.end) in text for place in places)


# Districts


def test_the_names_of_a_list_of_districts_are_districts() -> None:
    text = "Kecamatan Arjasa 4.210 orang, Sapeken 3.890, dan Raas 2.604."
    assert regions(text) == ["Kecamatan Arjasa", "Kecamatan Sapeken", "Kecamatan Raas"]


@pytest.mark.parametrize("text", ["{}, kata Sapeken dan Raas.", "{} menurut Sapeken 3.890 orang."])
def test_names_without_a_figure_or_a_word_of_lists_are_no_districts_of_one(text: str) -> None:
    assert regions(text.format("Kecamatan Arjasa 4.210 orang")) == ["Kecamatan Arjasa"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Peserta di Kecamatan Batam Kota 3.890 orang.", ["Kecamatan Batam Kota"]),
        ("Peserta di Kecamatan Dau Kota Batu 3.890 orang.", ["Kecamatan Dau", "Kota Batu"]),
    ],
)
def test_the_district_in_the_middle_of_a_city_is_called_after_it(text: str, found: list[str]) -> None:
    assert regions(text) == found


@pytest.mark.parametrize("parent", ["Kabupaten Malang", "Kota Malang"])
def test_the_area_behind_a_district_only_says_where_it_lies(parent: str) -> None:
    assert roles(f"Warga Kecamatan Dau, {parent} tenang.") == [("Kecamatan Dau", "plain"), (parent, "parent")]


def test_an_area_joined_to_a_district_by_and_is_its_equal() -> None:
    found = roles("Warga Kecamatan Dau dan Kota Batu tenang.")
    assert [role for _, role in found] == ["plain", "plain"]


# Twins and levels


@pytest.mark.parametrize("others", ["", " serta Kabupaten Blitar"])
def test_a_bare_level_is_the_twin_of_that_level(others: str) -> None:
    text = f"Di Kota Malang dan Kabupaten Malang{others} ada klinik, 44 di kota dan 31 di kabupaten."
    assert regions(text)[-2:] == ["Kota Malang", "Kabupaten Malang"]


@pytest.mark.parametrize(
    "areas",
    [
        pytest.param(["Kabupaten Madiun", "Kabupaten Blitar"], id="no twins"),
        pytest.param(["Kota Madiun", "Kabupaten Madiun", "Kota Blitar", "Kabupaten Blitar"], id="two of twins"),
    ],
)
def test_a_bare_level_of_several_areas_is_none_of_them(areas: list[str]) -> None:
    assert regions(f"Di {' dan '.join(areas)} ada klinik, 31 di kabupaten.") == areas


def test_the_level_goes_on_through_a_sentence_but_no_farther() -> None:
    assert regions("Cakupan Kota Bogor 95 persen, Sukabumi 97 persen.") == ["Kota Bogor", "Kota Sukabumi"]
    assert regions("Cakupan Kota Bogor 95 persen. Sukabumi 97 persen.") == ["Kota Bogor", "Kabupaten Sukabumi"]


# Offices and branches


def test_an_official_before_a_weekday_is_an_office_and_no_event() -> None:
    assert roles("Itu sudah naik, kata Sekda Aceh, Rabu (17/1).") == [("Aceh", "office")]
    assert roles("Itu kata Sekda di Aceh, Rabu (17/1).") == [("Aceh", "event")]


def test_some_of_the_areas_that_a_branch_is_known_to_serve_are_no_list_of_its_areas() -> None:
    text = (
        "BPJS Kesehatan Cabang Metro tenang. Wilayah kerjanya meliputi Kota Metro, Lampung Timur dan Lampung Tengah. "
        "Cakupannya meliputi Kota Metro dan Lampung Timur."
    )
    places = half_way(text).places()
    assert [place.region.name for place in places[-2:]] == ["Kota Metro", "Kabupaten Lampung Timur"]
    assert places[0].region.members == ("18.72", "18.07", "18.02")


@pytest.mark.parametrize(
    "said",
    [
        "Kantor cabang yang membawahi {} itu ramai.",
        "Cabang itu mengurusi tiga daerah: {}.",
        "Angka itu mencakupi {}.",
        "Yang dibawahi kantornya hanya {}.",
        "Ketiga daerah itu ialah {}.",
    ],
)
def test_a_list_behind_a_word_for_serving_is_the_working_area(said: str) -> None:
    text = "BPJS Kesehatan Cabang Metro tenang. " + said.format("Kota Metro, Lampung Timur dan Lampung Tengah")
    assert half_way(text).places()[0].region.members == ("18.72", "18.07", "18.02")


def test_a_list_behind_a_common_word_is_no_working_area_of_a_branch_far_off() -> None:
    text = (
        "BPJS Kesehatan Cabang Metro tenang. " + "Semua lancar saja. " * 4 + "Yang naik yakni Kota Metro dan Pesawaran."
    )
    assert half_way(text).places()[0].region.members == ()


def test_a_list_of_areas_behind_an_office_is_all_of_that_office() -> None:
    found = roles("Hadir Kepala Dinkes Sulsel, Sulbar, dan Maluku.")
    assert [role for _, role in found] == ["office"] * 3


@pytest.mark.parametrize("dash", ["—", "---"])
def test_a_dash_without_blanks_ends_a_dateline(dash: str) -> None:
    assert roles(f"Kabar.com, SRAGEN{dash}Hingga April warga Karanganyar tenang.")[0] == ("SRAGEN", "dateline")


def test_a_province_behind_di_only_says_where_its_regency_lies() -> None:
    assert [role for _, role in roles("Warga Sragen di Jawa Tengah tenang.")] == ["plain", "parent"]


# Names that are also words


def test_a_word_is_an_area_where_its_level_or_its_neighbours_are_named() -> None:
    assert regions("Warga Kota Batu tenang. Adapun Batu senang.")[-1] == "Kota Batu"
    assert regions("Bateng 604 orang, Beltim 58 orang, sedangkan Basel tertinggal.")[-1] == "Kabupaten Bangka Selatan"
    assert "Kabupaten Bangka Selatan" not in regions("Klub Basel tertinggal dari Sragen dan Boyolali.")


def test_a_district_is_not_the_area_whose_name_it_holds() -> None:
    text = "Kecamatan Bantan 12.410 jiwa, Bukit Batu 640 jiwa, Rupat Utara 2.075 jiwa."
    assert regions(text) == ["Kecamatan Bantan", "Kecamatan Bukit Batu", "Kecamatan Rupat Utara"]


def test_a_bare_level_is_the_area_named_last_or_most() -> None:
    text = "Kabupaten Sragen ramai. Kabupaten Sragen dan Kabupaten Blitar tenang. {} ada 31."
    assert regions(text.format("Di kabupaten"))[-1] == "Kabupaten Sragen"
    assert regions(text.format("Di kabupaten itu"))[-1] == "Kabupaten Blitar"


def test_a_place_alone_in_capitals_is_a_dateline() -> None:
    assert roles("SRAGEN. Tahun 2014 warga Boyolali tenang.")[0] == ("SRAGEN", "dateline")
    assert roles("Sragen. Tahun 2014 warga Boyolali tenang.")[0] == ("Sragen", "plain")


def test_what_somebody_answers_before_a_weekday_is_no_event() -> None:
    assert roles('"Kabupaten Sragen," jawabnya, Jumat.') == [("Kabupaten Sragen", "plain")]


def test_the_nation_is_one_and_the_same() -> None:
    found = half_way("Warga Indonesia tenang. Secara nasional angkanya naik.").places()
    assert {place.region.level for place in found} == {"national"}
    assert all(place.region is found[0].region for place in found)


def test_an_office_of_a_regency_without_a_branch_is_that_regencys() -> None:
    (office,) = half_way("Kepala BPJS Kesehatan Cabang Kabupaten Kotawaringin Barat datang.").places()
    assert (office.region.name, office.role) == ("Kabupaten Kotawaringin Barat", "office")
    assert regions("Kepala BPJS Kesehatan Cabang Kota Baubau datang.") == ["Cabang Baubau"]


def test_the_insurers_name_in_a_headline_does_not_make_a_branch_of_the_dateline() -> None:
    assert regions("Warga Belum Punya BPJS\n\nMADIUN - Warga tenang.") == ["Kabupaten Madiun"]


def test_a_page_and_its_article_may_each_have_a_dateline() -> None:
    text = "Jawa Barat, Rabu, 6 Agustus 2025 | 19:42 WIB - Redaktur: Asep\n\nSragen, Kabar.com - Warga tenang."
    assert [role for _, role in roles(text)] == ["dateline", "dateline"]


def test_districts_go_on_behind_words_of_order() -> None:
    text = "Kecamatan Bandar 12.345 jiwa, disusul Reban 9.876 jiwa dan Gringsing 8.765 jiwa."
    assert regions(text) == ["Kecamatan Bandar", "Kecamatan Reban", "Kecamatan Gringsing"]


@pytest.mark.parametrize("insurer", ["BPJS Kesehatan", "Badan Penyelenggara Jaminan Sosial (BPJS) Kesehatan"])
def test_the_insurer_with_a_branchs_town_is_that_branch(insurer: str) -> None:
    assert regions(f"Data {insurer} Madiun naik.") == ["Cabang Madiun"]
    assert regions(f"Banyak peserta {insurer} Madiun naik.") == ["Kabupaten Madiun"]


def test_a_district_whose_name_begins_with_its_regencys() -> None:
    text = "Peserta JKN di Kecamatan Seruyan Hilir 22.183 jiwa dan Kecamatan Seruyan Hulu 1.931 jiwa."
    assert [fact.region_name for fact in facts(text)] == ["Kecamatan Seruyan Hilir", "Kecamatan Seruyan Hulu"]


@pytest.mark.parametrize("outlet", ["Pos Kupang", "Kupang.com", "Kupang Ekspres"])
def test_the_name_of_an_outlet_is_no_place(outlet: str) -> None:
    text = f"Foto: {outlet}\n\nPeserta JKN di Kabupaten Sumba Timur naik.\n\nPeserta JKN 241.045 jiwa."
    assert [fact.region_name for fact in facts(text)] == ["Kabupaten Sumba Timur"]


def test_a_district_named_before_is_one_without_its_level_too() -> None:
    text = (
        "Di Kabupaten Bangka penunggak JKN terbanyak ada di Kecamatan Sungailiat.\n\n"
        "Tunggakan iuran Sungailiat sebesar Rp 8,6 miliar, Belinyu Rp 4,4 miliar, dan Riau Silip Rp 1,6 miliar."
    )
    names = [fact.region_name for fact in facts(text)]
    assert names == ["Kecamatan Sungailiat", "Kecamatan Belinyu", "Kecamatan Riau Silip"]


def test_a_region_around_a_regency_is_not_the_regency() -> None:
    text = "Kabar dari Palopo. Di Luwu Raya peserta JKN 104.207 jiwa."
    assert [fact.region_name for fact in facts(text)] == ["Kota Palopo"]
    text = "BPJS Kesehatan Cabang Palopo hadir. Di Luwu Raya peserta JKN 104.207 jiwa."
    assert [fact.region_name for fact in facts(text)] == ["Cabang Palopo"]


# Districts told without the word


def test_an_area_with_a_side_of_it_is_a_district() -> None:
    text = "Rinciannya Tarakan Timur 291 jiwa, Tarakan Utara 265, dan Tarakan Kota 65 jiwa."
    assert regions(text) == ["Kecamatan Tarakan Timur", "Kecamatan Tarakan Utara", "Kecamatan Tarakan Kota"]
    assert regions("Warga Tarakan Timur tenang.") == ["Kota Tarakan"]
    assert regions("Peserta Lombok Timur 291 jiwa, Lombok Utara 265.") == [
        "Kabupaten Lombok Timur",
        "Kabupaten Lombok Utara",
    ]


def test_bare_names_before_figures_are_districts_where_they_are_told_by_district() -> None:
    text = "{} yakni Pasirian 3.412 orang, Tempeh 2.987 orang, dan PBI 876 orang."
    assert regions(text.format("Per kecamatan")) == ["Kecamatan Pasirian", "Kecamatan Tempeh"]
    assert regions(text.format("Selama ini")) == []


# Where something was said


def test_a_day_may_follow_a_place_with_a_word_before_it() -> None:
    assert roles("Ia bicara di Sragen pada Senin (14/7).") == [("Sragen", "event")]
    assert roles("Ia bicara di Sragen pada tahun itu.") == [("Sragen", "plain")]


def test_a_capital_below_a_headline_without_a_full_stop_is_a_dateline() -> None:
    assert roles("Makin banyak peserta JKN\nJAKARTA. Rumah sakit bergabung.") == [("JAKARTA", "dateline")]


def test_what_is_somewhere_by_an_account_is_not_the_office_of_its_teller() -> None:
    assert roles("Angka terendah menurut dia terdapat di Padang Pariaman.") == [("Padang Pariaman", "plain")]
    assert roles("Angka terendah menurut Dinkes Padang Pariaman.") == [("Padang Pariaman", "office")]


def test_a_list_of_which_each_is_told_a_figure_is_no_list_of_a_branchs_areas() -> None:
    text = "Cabang Sorong mencatat di Kota Sorong dan Kabupaten Sorong {}96 persen."
    assert "Kota Sorong" in regions(text.format("sama-sama "))
    assert regions(text.format("")) == ["Cabang Sorong", "Cabang Sorong"]


def test_a_province_that_pays_for_a_segment_is_not_its_area() -> None:
    assert roles("Peserta PBPU Pemda Provinsi Bali 40.112 jiwa.") == [("Provinsi Bali", "parent")]
    assert roles("Peserta JKN di Provinsi Bali 40.112 jiwa.") == [("Provinsi Bali", "plain")]


def test_a_stroke_ends_a_dateline_in_capitals() -> None:
    assert roles("JAKARTA, KABAR.MEDIA | Kota Lhokseumawe meraih penghargaan.")[0] == ("JAKARTA", "dateline")
    assert roles("Sragen | Rp 41 miliar | 12 desa.")[0] == ("Sragen", "plain")


# Short names that the article gives itself


def test_a_short_name_in_brackets_holds_for_the_article() -> None:
    text = "DPRD Mandailing Natal (Madina) rapat. {} masih 64 persen cakupan JKN."
    assert regions(text.format("Madina"))[-1] == "Kabupaten Mandailing Natal"
    assert regions("DPRD rapat. Madina masih remaja.") == []


def test_a_short_name_that_no_table_holds() -> None:
    text = "Pemkab Tapanuli Utara (Taputra) tenang. Di Dairi ada rapat, {} menyusul."
    assert regions(text.format("Taputra"))[-1] == "Kabupaten Tapanuli Utara"
    assert regions(text.format("Taputri"))[-1] == "Kabupaten Dairi"
    assert regions("Pemkab Dairi (JKN) tenang. Program JKN berjalan.") == ["Kabupaten Dairi"]


def test_a_name_that_is_also_a_word_behind_a_small_word_that_begins_its_sentence() -> None:
    text = "Bangka Barat, Bangka Tengah, dan Belitung sudah. {} Basel yang masih menunggu."
    assert regions(text.format("Hanya"))[-1] == "Kabupaten Bangka Selatan"
    assert regions(text.format("Klub"))[-1] == "Kabupaten Belitung"


def test_a_bare_name_behind_words_for_its_province() -> None:
    text = "Bupati Gorontalo tenang. {}, Gorontalo sudah UHC."
    assert regions(text.format("Di level provinsi"))[-1] == "Provinsi Gorontalo"
    assert regions(text.format("Tahun ini"))[-1] == "Kabupaten Gorontalo"


# Districts and villages


def test_hyphens_in_the_name_of_a_district() -> None:
    found = facts("Cakupan UHC di Kecamatan Wangi-Wangi 83 persen.")
    assert [fact.region_name for fact in found] == ["Kecamatan Wangi-Wangi"]
    text = "Cakupan UHC tiga kecamatan rendah, yakni Rano-Rano 81 persen, Wara 79 persen, dan Ulu Moa 77 persen."
    assert regions(text) == ["Kecamatan Rano-Rano", "Kecamatan Wara", "Kecamatan Ulu Moa"]


def test_districts_behind_a_word_that_leads_to_them() -> None:
    text = "Peserta tersebar di tiga kecamatan, Yaitu Paron ada 3.204 orang, Ulu Moa 1.528 orang."
    assert regions(text) == ["Kecamatan Paron", "Kecamatan Ulu Moa"]


def test_a_village_named_before_has_its_figures_without_the_word_too() -> None:
    text = "{} Rejo Agung di Kabupaten Ngawi dipuji.\n\nRejo Agung, katanya, berpenduduk 1.204 jiwa peserta JKN."
    assert [fact.region_name for fact in facts(text.format("Desa"))] == ["Desa Rejo Agung"]
    assert [fact.region_name for fact in facts(text.format("Bapak"))] == ["Kabupaten Ngawi"]


def test_districts_with_their_figures_in_brackets() -> None:
    text = "Terbanyak di Kecamatan Paron (2.140 orang) dan Ulu Moa (1.988 orang)."
    assert regions(text) == ["Kecamatan Paron", "Kecamatan Ulu Moa"]


def test_the_district_that_has_the_most_is_told_before_its_figure() -> None:
    text = "Kecamatan dengan peserta terbanyak adalah Paron, 41.016 orang, disusul Pondok Gede 31.335 orang."
    assert regions(text) == ["Kecamatan Paron", "Kecamatan Pondok Gede"]


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("Terbanyak di Kelurahan Margo Mulyo, yakni 2.104 orang belum menjadi peserta JKN.", "Kelurahan Margo Mulyo"),
        ("Desa Paron, Kecamatan Paron, Kabupaten Ngawi, baru 61 persen cakupan JKN-nya.", "Desa Paron"),
        ("Ada 310 peserta JKN di Nagari Salayo.", "Nagari Salayo"),
        ("Sebanyak 310 warga Desa Paron menjadi peserta JKN.", "Desa Paron"),
        ("Kepala Desa Paron menyebut 310 warganya belum menjadi peserta JKN.", "Kabupaten Ngawi"),
        ("Siti, warga Desa Paron, 1 dari 310 orang yang belum menjadi peserta JKN.", "Kabupaten Ngawi"),
        ("Acara digelar di Desa Paron. Peserta JKN 310.204 jiwa.", "Kabupaten Ngawi"),
    ],
)
def test_a_village_is_an_area_where_a_figure_is_its_own(text: str, region: str) -> None:
    found = facts(f"Kabar JKN dari Kabupaten Ngawi\n\n{text}")
    assert {fact.region_name for fact in found} == {region}
    assert {fact.region_level for fact in found} == {"regency" if region.startswith("Kab") else "village"}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Bupati Ngawi menghadiri rapat JKN di Hotel Cendana Indah, Madiun.", id="a hotel"),
        pytest.param("Bupati Ngawi menghadiri rapat JKN di Gedung Serbaguna, Kota Madiun, Senin.", id="its level said"),
    ],
)
def test_the_town_behind_the_name_of_a_house_is_where_that_stands(text: str) -> None:
    assert roles(text)[-1][1] == "event"


def test_an_area_behind_the_name_of_a_house_that_is_told_of() -> None:
    assert roles("Seusai rapat di Hotel Cendana Indah, Madiun punya 310.200 peserta JKN.")[-1][1] == "plain"


def test_where_an_officer_of_the_nation_speaks() -> None:
    assert roles("Menko PMK Budi di Makassar mengatakan peserta JKN naik.") == [("Makassar", "event")]
    assert roles("Peserta JKN 98,2 persen, kata Menko PMK Budi Santosa di Makassar.") == [("Makassar", "event")]
    assert roles("Menko PMK Budi mengatakan peserta JKN di Makassar naik.") == [("Makassar", "plain")]
    assert roles("Menko PMK Budi memuji peserta JKN di Makassar.") == [("Makassar", "plain")]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        pytest.param("JKN Jambi 96 persen. Kota Jambi 98 persen, Tebo 91 persen.", "Provinsi Jambi", id="then both"),
        pytest.param("JKN Jambi 96 persen. Kota Jambi masih berbenah.", "Kota Jambi", id="no other area"),
        pytest.param("Kota Jambi tenang. JKN Jambi 96 persen. Kota Jambi dan Tebo.", "Kota Jambi", id="told before"),
        pytest.param("JKN Jambi 96 persen. Kota Jambi lebih baik dari Kota Metro.", "Kota Jambi", id="elsewhere"),
    ],
)
def test_a_bare_name_before_its_namesake_among_others_is_the_provinces(text: str, first: str) -> None:
    assert regions(f"Kabar dari Jakarta. {text}")[1] == first


def test_a_small_di_is_no_part_of_a_name() -> None:
    (place,) = half_way("Warga di Yogyakarta tenang.").places()
    assert (place.start, place.region.level) == (2, "province")
    assert regions("Warga DI Yogyakarta tenang.") == ["Provinsi Daerah Istimewa Yogyakarta"]
