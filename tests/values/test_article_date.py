"""The date that an article bears, read off its text."""

from __future__ import annotations

import json
import tomllib
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.values.dates import weekday_year
from extract.values.periods import PeriodGrammar

ROOT = Path(__file__).resolve().parents[2]
WHERE = "patterns/lexicon/periods.toml"
GRAMMAR = PeriodGrammar.from_table(tomllib.loads((ROOT / WHERE).read_text(encoding="utf-8")), where=WHERE)
GOLD = ROOT.parent / "shared" / "gold"
PUBLISHED = date(2021, 12, 23)
WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")

# an article's words | its date | where that was read
ARTICLES = """
"Naik," kata Sari, Selasa (22/8). Jamkesda berakhir awal tahun 2018. | 2017-08-22 | text
"Akhir 2019 nanti semua," kata Sari, Selasa (19/12). | 2017-12-19 | text
ujar Sari pada Kamis, 23 Desember 2021. Sejak 2014 berjalan. | 2021-12-23 | text
kata Sari, Rabu (31/7/2019). | 2019-07-31 | text
kata Sari, Rabu (28/02/24). | 2024-02-28 | text
ujar Sari (27/1/2026). | 2026-01-27 | text
Pembukaan Senin (20/10/2025), kata Sari. Selasa (21/10/2025) ia menutup. | 2025-10-21 | text
Judul//Rabu, 17 Mei 2023 20:47 WIB//Per 31 Maret 2023 ada 40 desa, kata Sari, Rabu (17/5/2023). | 2023-05-17 | dateline
Foto Selasa (20/1).//Minggu, 1 Maret 2015 | 10:35 WIB//Akhir 2015 naik, kata Ani, Jumat (27/2). | 2015-03-01 | dateline
Kabar Sungai - 03/04/2017, 13:20 WIB//Per 24 Maret 2017 ada 40 desa. | 2017-04-03 | dateline
Sukamaju, 24 April 2025 - Sebanyak 40 desa per 1 Maret 2025. | 2025-04-24 | dateline
Selasa 22 Dec 2020 20:35 WIB//Tunggakan per 30 November 2020. | 2020-12-22 | dateline
Kamis, 5 Februari 2026 09:00 WIB//Sampai Juni 2017 naik, kata Sari, Selasa (22/8). | 2017-08-22 | text
Kamis, 5 Februari 2026 09:00 WIB//Sampai Juni 2017 naik. | None | unknown
Naik, kata Sari, Kamis (10/3). Perpres Nomor 7 Tahun 2020 menyebut, di 2024 semua. | 2022-03-10 | text
Naik, kata Sari, Kamis (10/3), menurut Perpres Nomor 7 Tahun 2020. | 2022-03-10 | text
Per Maret 2025 turun. Triwulan II-2025 naik, kata Sari, Minggu (16/6). | 2025-06-16 | text
Per Maret 2016 naik. Tahun 2016 turun, kata Sari, Jumat (22/12). | 2017-12-22 | text
Naik, kata Sari, Selasa (22/8).//Copyright © Kabar 2026 | None | unknown
kata Sari, Rabu. Per 31 Desember 2024 ada 40 desa. | None | unknown
kata Sari, Selasa (22/8). | None | unknown
Lomba akan digelar Sabtu (12/11/2022), kata Sari, Kamis (3/11/2022). | 2022-11-03 | text
Senin, 22 Desember 2025//Tunggakan Naik//Kamis, 10 Juli 2025 | 19:00 WIB//Per 1 Juli 2025 naik. | 2025-07-10 | dateline
Kamis 11 May 2017 10:45 WIB//Naik, kata Sari, Rabu (11/5). | 2017-05-11 | dateline
Pada 2024 defisit Rp 9 triliun, kata Sari, Selasa (27/8). Per 31 Juli 2019 naik. | 2019-08-27 | text
Ada 900 orang pada Desember 2025 lalu, kata Sari, Rabu (24/4). | 2026-04-24 | text
Pada bulan September 2025 naik dari 2024, kata Sari, Selasa (11/10). | 2025-10-11 | text
Sejak Senin (19/6) mogok, kata Sari, Minggu (18/6). Pada November 2016 juga. | 2017-06-18 | text
"""


@pytest.mark.parametrize("case", ARTICLES.strip().splitlines())
def test_article_date(case: str) -> None:
    text, value, basis = case.rsplit(" | ", 2)
    found = GRAMMAR.article_date(text.replace("//", "\n\n"), None)
    assert (str(found.value), found.basis) == (value, basis)


def test_the_published_date_wins() -> None:
    assert GRAMMAR.article_date("kata Sari, Rabu (31/7/2019).", PUBLISHED) == (PUBLISHED, "published")


@given(st.dates(date(2014, 1, 1), date(2030, 12, 31)))
def test_a_weekday_is_resolved_to_the_year_that_the_text_names(day: date) -> None:
    text = f'"Naik," kata Sari, {WEEKDAYS[day.weekday()]} ({day.day}/{day.month}). Sepanjang {day.year} ada 40 desa.'
    assert GRAMMAR.article_date(text, None).value == day
    assert weekday_year(day.day, day.month, day.weekday(), {day.year}) == day.year


@pytest.mark.parametrize(
    ("day", "month", "weekday", "named", "floor", "year"),
    [
        (22, 8, 1, {2017, 2018}, None, 2017),
        (19, 12, 1, {2019}, None, 2017),
        (10, 3, 3, {2024}, 2020, 2022),
        (10, 3, 3, set(), 2020, 2022),
        (10, 3, 3, set(), None, None),
        (29, 2, 5, {2020}, None, 2020),
        (31, 2, 5, {2020}, None, None),
    ],
)
def test_weekday_year(day: int, month: int, weekday: int, named: set[int], floor: int | None, year: int | None) -> None:
    assert weekday_year(day, month, weekday, named, floor=floor) == year


def gold() -> list[tuple[dict[str, Any], str]]:
    lines = [line for name in ("seeds", "dev") for line in (GOLD / f"{name}.jsonl").read_text("utf-8").splitlines()]
    articles = [json.loads(line) for line in lines]
    return [(article, (GOLD / article["text"]).read_text("utf-8")) for article in articles]


@pytest.mark.shared
@pytest.mark.skipif(not GOLD.exists(), reason="no ../shared/gold")
def test_gold_article_dates_without_the_published_one() -> None:
    """No date that the text does not give; at most a day off, where a page is dated the day after its quotes."""
    for article, text in gold():
        found = GRAMMAR.article_date(text, None).value
        if article["article_date"] is None:
            assert found is None, article["id"]
        elif found is not None:
            apart = date.fromisoformat(article["article_date"]) - found
            assert timedelta(0) <= apart <= timedelta(days=1), article["id"]
