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
