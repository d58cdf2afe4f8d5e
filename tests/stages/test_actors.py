"""Who pays in, what has not come in, and what a fund is shared out for: words that need others beside them."""

from __future__ import annotations

import pytest
from reader import facts


def _money(text: str) -> list[tuple[str, float]]:
    return [(fact.indicator, fact.value / 1e9) for fact in facts(text) if fact.unit == "idr"]


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("Perusahaan di Tegal menyetor iuran JKN Rp 74 miliar.", "contribution_revenue"),
        ("Peserta mandiri di Tegal menyetorkan iuran JKN Rp 74 miliar.", "contribution_revenue"),
        ("Pemkot Tegal menyetor iuran JKN Rp 74 miliar.", "contribution_budget"),
        ("Untuk peserta mandiri yang miskin Pemkot Tegal menyetor iuran JKN Rp 74 miliar.", "contribution_budget"),
        ("PBI APBD di Tegal dibayari pemkot, yang menyetor iuran JKN Rp 74 miliar.", "contribution_budget"),
    ],
    ids=["employers", "members", "a government", "a government for members", "of the subsidised"],
)
def test_what_members_and_employers_pay_in_is_income(text: str, indicator: str) -> None:
    assert _money(text) == [(indicator, 74)]


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("Iuran JKN yang belum terkumpul di Tegal Rp 74 miliar.", "arrears_amount"),
        ("Iuran JKN yang sudah terkumpul di Tegal Rp 74 miliar.", "contribution_revenue"),
        ("BPJS Kesehatan belum membayarkan klaim di Tegal sebesar Rp 74 miliar.", "program_deficit"),
        ("BPJS Kesehatan sudah membayarkan klaim di Tegal sebesar Rp 74 miliar.", "claims_cost"),
    ],
)
def test_what_has_not_come_in_or_been_paid_is_owed(text: str, indicator: str) -> None:
    assert _money(text) == [(indicator, 74)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Setoran iuran JKN di Tegal seret, nilainya Rp 74 miliar.", [("arrears_amount", 74)]),
        ("Pembayaran klaim JKN di Tegal seret, nilainya Rp 74 miliar.", [("program_deficit", 74)]),
        ("Lalu lintas di depan kantor BPJS Kesehatan Tegal seret, nilainya Rp 74 miliar.", []),
    ],
    ids=["of contributions", "of claims", "of something else"],
)
def test_what_does_not_come_in_needs_the_word_for_what_that_is(text: str, found: list[tuple[str, float]]) -> None:
    assert _money(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Pemkot Tegal memakai 12,5 persen DAU untuk iuran JKN warganya.", [("budget_share_pct", 12.5)]),
        ("Pemkot Tegal kehilangan 12,5 persen DAU, kata pengurus JKN.", []),
    ],
    ids=["for contributions", "for nothing of ours"],
)
def test_a_share_of_a_fund_counts_where_it_goes_into_contributions(text: str, found: list[tuple[str, float]]) -> None:
    assert [(fact.indicator, fact.value) for fact in facts(text)] == found
