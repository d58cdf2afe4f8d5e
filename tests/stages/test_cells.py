"""Which words of a sentence belong to which figure."""

from __future__ import annotations

import itertools

import pytest
from reader import facts, half_way


def cells(text: str) -> list[str]:
    """The cells of a sentence as they are written."""
    found = half_way(text)
    return [found.written(cell.start, cell.end) for cell in found.cells()]


def groups(text: str) -> list[int]:
    """How many figures stand in each cell."""
    return [len(cell.figures) for cell in half_way(text).cells()]


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        pytest.param("Ada 571.330 jiwa atau 89,26 persen.", [2], id="atau"),
        pytest.param("Ada 571.330 jiwa (89,26 persen).", [2], id="brackets"),
        pytest.param("Ada 571.330 jiwa, setara 89,26 persen.", [2], id="setara"),
        pytest.param("Ada 571.330 jiwa atau sekitar 89,26 persen.", [2], id="with a hedge"),
        pytest.param("Ada 500 jiwa atau 600 jiwa.", [1, 1], id="two of one form are two things"),
        pytest.param("Ada 500 jiwa, yang aktif 300 jiwa.", [1, 1], id="a comma"),
        pytest.param("Ada 500 jiwa sedangkan 300 jiwa belum.", [1, 1], id="a conjunction"),
        pytest.param("PBI 500 jiwa atau 50 persen, PPU 300 jiwa atau 30 persen.", [2, 2], id="two pairs"),
        pytest.param("Ada 500 jiwa.", [1], id="one figure"),
    ],
)
def test_figures_of_one_thing_share_a_cell(text: str, counts: list[int]) -> None:
    assert groups(text) == counts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        pytest.param(
            "Yang ikut 500 jiwa, sedangkan yang belum 300 jiwa.",
            ["Yang ikut 500 jiwa,", "sedangkan yang belum 300 jiwa."],
            id="the conjunction parts, not the comma before it",
        ),
        pytest.param("PBI 500 jiwa, PPU 300 jiwa.", ["PBI 500 jiwa", ", PPU 300 jiwa."], id="a comma"),
        pytest.param("PBI 500 jiwa dan PPU 300 jiwa.", ["PBI 500 jiwa", "dan PPU 300 jiwa."], id="and"),
        pytest.param(
            "Ada 500 jiwa yang sudah ikut, jadi masih 300 jiwa.",
            ["Ada 500 jiwa yang sudah ikut", ", jadi masih 300 jiwa."],
            id="a relative clause that a comma ends tells of the figure before it",
        ),
        pytest.param(
            "Dari 500 jiwa yang sudah ikut 300 jiwa.",
            ["Dari 500 jiwa", "yang sudah ikut 300 jiwa."],
            id="one that the next figure ends tells of that",
        ),
        pytest.param(
            "Ada 500 jiwa, yang sudah ikut, kata dia, 300 jiwa.",
            ["Ada 500 jiwa,", "yang sudah ikut, kata dia, 300 jiwa."],
            id="one behind a comma opens a clause",
        ),
    ],
)
def test_a_sentence_is_cut_at_the_strongest_word(text: str, parts: list[str]) -> None:
    assert cells(text) == parts


def test_no_figure_makes_no_cell() -> None:
    assert half_way("Kata dia, aman.").cells() == []


@pytest.mark.parametrize(
    "text",
    [
        "Dari 640.118 penduduk, yang jadi peserta 571.330 atau 89,26 persen, sisanya 68.788.",
        "Kelas 1 ada 812 jiwa (Rp 1,1 miliar), kelas 2 ada 640 jiwa (Rp 600 juta) dan kelas 3 ada 90 jiwa.",
        "Semula 500 jiwa; kini 900 jiwa: naik 80 persen.",
    ],
)
def test_cells_cover_the_sentence_without_overlap(text: str) -> None:
    found = half_way(text)
    made = found.cells()
    assert made[0].start == found.reading.sentence_tokens[0]
    assert made[-1].end == found.reading.sentence_tokens[1]
    assert all(left.end == right.start for left, right in itertools.pairwise(made))
    inside = [figure for cell in made for figure in cell.figures if cell.start <= figure.token < cell.end]
    assert inside == list(found.units())


def test_a_time_that_is_past_parts_nothing() -> None:
    text = "Anggaran iuran JKN Pemkab Sragen tahun lalu Rp 23 miliar."
    assert [fact.indicator for fact in facts(text)] == ["contribution_budget"]


def test_a_clause_that_tells_which_people_stays_with_them_before_dari() -> None:
    text = "Ada 500 warga yang belum terdaftar JKN dari jumlah penduduk 900 jiwa."
    assert cells(text) == ["Ada 500 warga yang belum terdaftar JKN", "dari jumlah penduduk 900 jiwa."]


@pytest.mark.parametrize("said", ["yang tidak aktif", "yang menunggak", "yang nonaktif"])
def test_a_relative_clause_of_the_noun_does_not_part_a_count_from_its_share(said: str) -> None:
    found = half_way(f"Ada 5.270 peserta JKN {said} per Oktober 2023 atau 20 persen.")
    assert len(found.cells()) == 1
