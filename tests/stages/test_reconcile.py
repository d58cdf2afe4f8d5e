"""Reconciling: the same figure said twice is one row."""

from __future__ import annotations

import pytest
from reader import facts


def rows(text: str) -> list[tuple[str, float, bool]]:
    """Indicator, value and whether it stands in the headline, of each fact of a text."""
    return [(fact.indicator, fact.value, fact.in_title) for fact in facts(text)]


def test_a_headline_figure_gives_way_to_the_one_that_it_rounds() -> None:
    text = "9 Ribu Peserta JKN Sragen Menunggak\n\nSebanyak {} peserta JKN di Sragen dinonaktifkan."
    body = ("participants_removed", 9321.0, False)
    assert rows(text.format("9.321")) == [body]
    assert rows(text.format("8.321")) == [("arrears_participants", 9000.0, True), (*body[:1], 8321.0, False)]


@pytest.mark.parametrize("unit", ["peserta", "KK"])
def test_a_headline_figure_does_not_give_way_to_one_of_another_unit(unit: str) -> None:
    found = rows(f"9 Ribu Peserta JKN Sragen Menunggak\n\nSebanyak 9.321 {unit} di Sragen dinonaktifkan dari JKN.")
    assert (9000.0 in [value for _, value, _ in found]) == (unit == "KK")


def test_a_figure_said_again_counts_its_mentions() -> None:
    (fact,) = facts("Peserta JKN Sragen 871.240 jiwa. Kata dia, peserta JKN Sragen sudah 871 ribu jiwa.")
    assert (fact.value, fact.mentions) == (871240.0, 2)
