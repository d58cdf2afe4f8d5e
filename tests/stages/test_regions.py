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
    text = f"Peserta JKN di {area} Naik\n\n{MADIUN}\n\nJumlah peserta JKN mencapai 1.204.551 jiwa."
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
