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
