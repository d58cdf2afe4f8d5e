"""Dates and periods: what is found, what it means, and what is no period."""

from __future__ import annotations

import copy
import json
import time
import tomllib
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.errors import GoldError, PatternError
from extract.values.dates import period_bounds, year_for
from extract.values.periods import PeriodGrammar

ROOT = Path(__file__).resolve().parents[2]
WHERE = "patterns/lexicon/periods.toml"
TABLE: dict[str, Any] = tomllib.loads((ROOT / WHERE).read_text(encoding="utf-8"))
GRAMMAR = PeriodGrammar.from_table(TABLE, where=WHERE)
GOLD = ROOT.parent / "shared" / "gold"
ARTICLE = date(2021, 12, 23)
WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip


def read(text: str, reference: date | None = ARTICLE) -> list[tuple[str, str, str]]:
    """Words, bounds in gold notation as days, and form of each period."""
    found = GRAMMAR.find(text, reference)
    return [(text[item.span.start : item.span.end], f"{item.start}/{item.end}", item.form) for item in found]


def days(notation: str) -> str:
    """Gold notation as the bounds that ``read`` writes; "-" for none, also for an end."""
    if notation == "-":
        return "None/None"
    if notation.endswith("/-"):
        return f"{period_bounds(notation.removesuffix('/-'))[0]}/None"
    start, end = period_bounds(notation)
    return f"{start}/{end}"


# words in a sentence | the words of the period | what it means | form
SENTENCES = """
Peserta aktif per 31 Maret 2023 sebanyak 812 jiwa | per 31 Maret 2023 | 2023-03-31 | day
hingga 5 Mei 2021 tercatat 40 desa | hingga 5 Mei 2021 | 2021-05-05 | day
hingga per 30 November 2020 | hingga per 30 November 2020 | 2020-11-30 | day
sampai dengan tanggal 2 Januari 2020. | sampai dengan tanggal 2 Januari 2020 | 2020-01-02 | day
menurut SK Mensos tentang penetapan PBI tahun 2021 ada | SK Mensos tentang penetapan PBI tahun 2021 | - | none
dalam surat tertanggal 20 Mei 2020 disebut | tertanggal 20 Mei 2020 | - | none
dari Januari sampe Mei ada 4.902 kunjungan | dari Januari sampe Mei | 2021-01/2021-05 | span
di pengujung 2014 | di pengujung 2014 | 2014 | year
anggaran Jaminan Kesehatan Daerah (Jamkesda) 2014 guna | 2014 | 2014 | year
akan naik awal tahun | awal tahun | 2022 | year
mendaftar sejak awal tahun | sejak awal tahun | 2021-01-01/- | open
s.d. 31 Des. 2020 | s.d. 31 Des. 2020 | 2020-12-31 | day
aktif hingga 1 Oktober (2021) kemarin | hingga 1 Oktober (2021) kemarin | 2021-10-01 | day
data 30/6/2022 menyebut | 30/6/2022 | 2022-06-30 | day
posisi 01-09-2019 | posisi 01-09-2019 | 2019-09-01 | day
per 1.10.2022 | per 1.10.2022 | 2022-10-01 | day
per 2022-09-01 | per 2022-09-01 | 2022-09-01 | day
ditulis 5 Agt 2020 | 5 Agt 2020 | 2020-08-05 | day
ujarnya (27/1/2026). | 27/1/2026 | 2026-01-27 | utterance
katanya (28/02/24) | 28/02/24 | 2024-02-28 | utterance
katanya (08/02) lagi | 08/02 | 2021-02-08 | utterance
posisi 1 Oktober | posisi 1 Oktober | 2021-10-01 | day
hingga 29 Desember | hingga 29 Desember | 2021-12-29 | day
hingga 31 Desember | hingga 31 Desember | 2020-12-31 | day
paling lambat 31 Desember | paling lambat 31 Desember | 2021-12-31 | day
aktif kembali 1 April mendatang | 1 April mendatang | 2022-04-01 | day
per Kamis, 2 Desember 2021 | per Kamis, 2 Desember 2021 | 2021-12-02 | day
ujar Sari pada Kamis, 23 Desember 2021. | pada Kamis, 23 Desember 2021 | 2021-12-23 | utterance
kata Budi, Selasa (22/8). | Selasa (22/8) | 2021-08-22 | utterance
kata Budi, Selasa 22 Agustus 2017, | Selasa 22 Agustus 2017 | 2017-08-22 | utterance
kata Budi, Senin, (20/12/2021) lalu | Senin, (20/12/2021) lalu | 2021-12-20 | utterance
kata Budi , Senin ( 20 / 12 ) malam | Senin ( 20 / 12 ) | 2021-12-20 | utterance
Rabu, 17 Mei 2023 20:47 WIB | Rabu, 17 Mei 2023 | 2023-05-17 | utterance
Kabar Sungai - 03/04/2017, 13:20 WIB | 03/04/2017 | 2017-04-03 | utterance
05 February 2026 11:45 WIB | 05 February 2026 | 2026-02-05 | utterance
Sukamaju, 24 April 2025 - Sebanyak | 24 April 2025 | 2025-04-24 | utterance
Sukamaju, 24 April 2025. Sebanyak | 24 April 2025 | 2025-04-24 | utterance
Sukamaju, 24 April 2025 | 24 April 2025 | 2025-04-24 | utterance
Kamis tanggal 9 Desember 2021 | Kamis tanggal 9 Desember 2021 | 2021-12-09 | utterance
sampai Mei 2020 | sampai Mei 2020 | 2020-05 | month
hingga hari ini (21/12) | 21/12 | 2021-12-21 | day
klaim triwulan terakhir 2020 | triwulan terakhir 2020 | 2020-10/2020-12 | part
selama lima bulan pertama 2020 | selama lima bulan pertama 2020 | 2020-01/2020-05 | part
tiga bulan terakhir 2020 | tiga bulan terakhir 2020 | 2020-10/2020-12 | part
dua triwulan pertama tahun lalu | dua triwulan pertama tahun lalu | 2020-01/2020-06 | part
semester terakhir tahun lalu | semester terakhir tahun lalu | 2020-07/2020-12 | part
kebutuhan sampai Februari | sampai Februari | 2022-02 | month
sampai Mei 2020mencapai 40 desa | sampai Mei 2020 | 2020-05 | month
selama bulan Juli 2021, | selama bulan Juli 2021 | 2021-07 | month
hingga akhir September 2022 | hingga akhir September 2022 | 2022-09 | month
per-Juli ada | per-Juli | 2021-07 | month
klaim semester lalu sebesar | semester lalu | 2021-01/2021-06 | part
triwulan ini ada | triwulan ini | 2021-10/2021-12 | part
padahal Januari masih 91 | Januari | 2021-01 | month
data Juni menyebut | Juni | 2021-06 | month
awal Februari kami terpaksa mencoret | awal Februari | 2022-02 | month
awal Februari kami mencoret | awal Februari | 2021-02 | month
di bulan Mei 2024 | di bulan Mei 2024 | 2024-05 | month
pada Februari lalu | pada Februari lalu | 2021-02 | month
November lalu | November lalu | 2021-11 | month
Desember lalu | Desember lalu | 2020-12 | month
bulan depan | bulan depan | 2022-01 | month
bulan lalu | bulan lalu | 2021-11 | month
bulan ini | bulan ini | 2021-12 | month
tiga bulan lalu | tiga bulan lalu | 2021-09 | month
Mei tahun lalu | Mei tahun lalu | 2020-05 | month
Desember ini | Desember ini | 2021-12 | month
Nop 2019 | Nop 2019 | 2019-11 | month
akan dibayar pada Maret | pada Maret | 2022-03 | month
akan didaftarkan, tahap pertama 5.500 jiwa pada Maret | pada Maret | 2022-03 | month
Februari nanti | Februari nanti | 2022-02 | month
tahun 2018 | tahun 2018 | 2018 | year
pada akhir 2016 | pada akhir 2016 | 2016 | year
sepanjang 2022 | sepanjang 2022 | 2022 | year
tahun anggaran 2023 | tahun anggaran 2023 | 2023 | year
APBD TA 2024 | TA 2024 | 2024 | year
APBD 2024 | 2024 | 2024 | year
utang (2023) itu | 2023 | 2023 | year
dibanding 2015 | 2015 | 2015 | against
PBI 2015 sebanyak 700 | 2015 | 2015 | year
Tahun 2019 ini | Tahun 2019 ini | 2019 | year
hingga 2017 ini jumlahnya | hingga 2017 ini | 2017 | year
tahun ini | tahun ini | 2021 | year
tahun lalu | tahun lalu | 2020 | year
di akhir tahun ini | di akhir tahun ini | 2021 | year
awal tahun depan | awal tahun depan | 2022 | year
akhir tahun nanti | akhir tahun nanti | 2021 | year
akhir tahun 95 persen | akhir tahun | 2021 | year
padahal 2019 masih 38,8 juta | 2019 | 2019 | year
iuran PBI 2020. | 2020 | 2020 | year
APBD Perubahan Sungai Baru 2018 | 2018 | 2018 | year
Belanja Daerah (APBD) 2018 sudah | 2018 | 2018 | year
Lalu ditahun 2021 | ditahun 2021 | 2021 | year
hingga akhir tahun diperkirakan | hingga akhir tahun | 2021 | year
dua tahun lalu | dua tahun lalu | 2019 | year
setahun lalu | setahun lalu | 2020 | year
3 tahun yang lalu | 3 tahun yang lalu | 2018 | year
semester I 2019 | semester I 2019 | 2019-01/2019-06 | part
per semester II tahun 2025 | per semester II tahun 2025 | 2025-07/2025-12 | part
semester pertama 2019 | semester pertama 2019 | 2019-01/2019-06 | part
triwulan II-2025 | triwulan II-2025 | 2025-04/2025-06 | part
kuartal ketiga 2022 | kuartal ketiga 2022 | 2022-07/2022-09 | part
triwulan 4 tahun lalu | triwulan 4 tahun lalu | 2020-10/2020-12 | part
semester I | semester I | 2021-01/2021-06 | part
selama Januari hingga Mei 2021 | selama Januari hingga Mei 2021 | 2021-01/2021-05 | span
April sampai Desember 2020 | April sampai Desember 2020 | 2020-04/2020-12 | span
November 2020 hingga Februari | November 2020 hingga Februari | 2020-11/2021-02 | span
November hingga Januari 2021 | November hingga Januari 2021 | 2020-11/2021-01 | span
(April-Juni 2025) | April-Juni 2025 | 2025-04/2025-06 | span
tahun 2016-2018 | tahun 2016-2018 | 2016/2018 | span
2014 hingga 2017 | 2014 hingga 2017 | 2014/2017 | span
antara 2016 dan 2018 | antara 2016 dan 2018 | 2016/2018 | span
sejak 2015 hingga Desember 2019 | sejak 2015 hingga Desember 2019 | 2015-01/2019-12 | span
dari Januari 2021 hingga sekarang | dari Januari 2021 hingga sekarang | 2021-01-01/2021-12-23 | span
mulai 1 Maret sampai 30 April 2020 | mulai 1 Maret sampai 30 April 2020 | 2020-03-01/2020-04-30 | span
17-19 Oktober 2021 | 17-19 Oktober 2021 | 2021-10-17/2021-10-19 | span
Oktober, November dan Desember | Oktober, November dan Desember | 2021-10/2021-12 | span
Bulan Agustus dan September ini | Bulan Agustus dan September ini | 2021-08/2021-09 | span
sejak Juni 2021 | sejak Juni 2021 | 2021-06/- | open
sejak tahun 2014 | sejak tahun 2014 | 2014/- | open
sejak diluncurkan pada 2014 | pada 2014 | 2014/- | open
sejak berdiri, pada 2014 | pada 2014 | 2014 | year
hingga 31 Oktober tahun lalu | hingga 31 Oktober tahun lalu | 2020-10-31 | day
per 1 Maret tahun ini | per 1 Maret tahun ini | 2021-03-01 | day
sejak 1 Januari 2014 lalu | sejak 1 Januari 2014 lalu | 2014-01-01/- | open
setelah 30 Juni 2015 | setelah 30 Juni 2015 | 2015-06-30/- | open
sejak dua bulan silam | sejak dua bulan silam | 2021-10/- | open
mulai Juli 2020 | mulai Juli 2020 | 2020-07 | from
mulai bulan depan | mulai bulan depan | 2022-01 | from
terhitung mulai 1 Juli 2020 | terhitung mulai 1 Juli 2020 | 2020-07-01 | from
mulai Januari | mulai Januari | 2022-01 | from
mulai 1 April mendatang | mulai 1 April mendatang | 2022-04-01 | from
UU Nomor 9 Tahun 2033 | UU Nomor 9 Tahun 2033 | - | none
Perpres No. 7 Tahun 2033 | Perpres No. 7 Tahun 2033 | - | none
Peraturan Presiden (Perpres) Nomor 7 Tahun 2033 | Peraturan Presiden (Perpres) Nomor 7 Tahun 2033 | - | none
Perbup Nomer 1 tahun 2033 | Perbup Nomer 1 tahun 2033 | - | none
UU 9/2033 | UU 9/2033 | - | none
SK 8/KEP/2033 | SK 8/KEP/2033 | - | none
Perda tahun 2033 | Perda tahun 2033 | - | none
RPJMN 2030-2034 | RPJMN 2030-2034 | - | none
RPJMN tahun 2030 sampai dengan 2034 | RPJMN tahun 2030 sampai dengan 2034 | - | none
RPJMD Kabupaten Sungai Baru 2031 | RPJMD Kabupaten Sungai Baru 2031 | - | none
target RPJMN 2030-2034 | RPJMN 2030-2034 | - | none
target RPJMN 2031 | 2031 | 2031-01-01/2031-12-31 | year
RPJMN tahun 2031 | tahun 2031 | 2031-01-01/2031-12-31 | year
UHC Award 2025 | Award 2025 | - | none
Copyright © Antara Sungai Baru 2026 | Copyright © Antara Sungai Baru 2026 | - | none
Pilkada 2024 | Pilkada 2024 | - | none
angkatan 2019 | angkatan 2019 | - | none
per 31 Februari 2020 | per 31 Februari 2020 | - | none
"""


@pytest.mark.parametrize("case", SENTENCES.strip().splitlines())
def test_one_period(case: str) -> None:
    text, words, meaning, form = (part.strip() for part in case.split(" | "))
    assert read(text) == [(words, days(meaning), form)]


@pytest.mark.parametrize(
    "text",
    [
        "sebanyak 2.017 jiwa", "untuk 2018 jiwa", "di 2000 desa", "hingga 1998 orang", "total 2019 peserta",
        "Rp 2.020,5 juta", "desil 1-5", "Rp30.000/15 hari", "antara 10-12 persen", "menunggak 24 bulan",
        "setiap akhir tahun", "tahun-tahun sebelumnya", "pada tahun kedua", "tiga bulan ini", "selama 12 bulan",
        "kata Sari, Rabu", "menang 3/4 suara", "dekade 2010-an", "Bu Mei Sari", "umur 17 tahun", "08123-2019-44",
        "pukul 10.05 WIB", "kelas I, II dan III", "(3/15)", "dalam triwulan terakhir ada", "tiga bulan pertama",
        "bulan 3 orang", "",
    ],
)  # fmt: skip
def test_no_period(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "meanings"),
    [
        ("dari 31.200 jiwa di 2017 menjadi 34.900 untuk 2018", ["2017", "2018"]),
        ("pada 2015 dan 2016", ["2015", "2016"]),
        ("kuota tahun 2026 turun, padahal tahun sebelumnya naik", ["2026", "2025"]),
        ("bulan Mei 2020 naik, bulan sebelumnya turun", ["2020-05", "2020-04"]),
        ("triwulan III 2023 naik, triwulan sebelumnya turun", ["2023-07/2023-09", "2023-04/2023-06"]),
        ("tahun ini hingga April", ["2021", "2021-04"]),
        ("klaim April Rp 12 miliar dan Mei Rp 13 miliar", ["2021-04", "2021-05"]),
        ("kata April 2 kali dan Maya", []),
        ("Tahun pertama berdiri, 2014, defisitnya naik", ["2014"]),
        ("| 2019 | Rp 31,5 miliar |\n| 2020 | Rp 34 miliar |", ["2019", "2020"]),
        ("kebutuhan 2020 dihitung", ["2020"]),
        ("menjadi Rp 42.000 terhitung 1 Januari", ["2022-01-01"]),
        ("mulai Oktober mendatang, yakni Oktober, November dan Desember", ["2022-10", "2022-10/2022-12"]),
        ("pada tahun 2019\n\n2020 orang", ["2019"]),
        ("tahun 2018 naik, sepanjang tahun itu", ["2018", "2018"]),
        ("pada tahun 2017 turun, tahun berikutnya naik", ["2017", "2018"]),
        ("target Agustus 2022 mendatang, kemungkinan bulan Agustus tercapai", ["2022-08", "2022-08"]),
        ("tahun 2018 naik dibanding 2016, dan pada tahun yang sama", ["2018", "2016", "2018"]),
        ("hingga Mei 2020, kata Sari, Selasa (22/6), dan bulan yang sama", ["2020-05", "2021-06-22", "2020-05"]),
        ("pada Januari 2020 ada 2.066, Februari 48.675, dan Mei sebanyak 9", ["2020-01", "2020-02", "2020-05"]),
        ("pada November 2020 ada 2.066, Januari 48.675", ["2020-11", "2021-01"]),
        ("pada Januari 2020 ada 2.066, Februari hujan", ["2020-01"]),
        ("hingga\n2017 ini", ["2017"]),
        ("pada 2014 sebesar Rp 3 triliun, 2015 Rp 5 triliun, dan 2016 Rp 9 triliun", ["2014", "2015", "2016"]),
        ("dari target 25.000 jiwa, hingga Juli baru 9.000 jiwa", ["2021-07"]),
        ("Pada 2019 turun. Setahun kemudian naik, dua tahun berselang", ["2019", "2020", "2022"]),
        ("pada 2019 naik, Kota A 2015 jiwa, 2016 jiwa", ["2019"]),
    ],
)
def test_several_periods(text: str, meanings: list[str]) -> None:
    assert [meaning for _, meaning, _ in read(text)] == [days(meaning) for meaning in meanings]


@pytest.mark.parametrize(
    "text", ["tahun ini", "posisi 1 Oktober", "Februari lalu", "semester I", "Mei hingga Juni", "Selasa (22/8)"]
)
def test_without_an_article_date_words_without_a_year_stay_open(text: str) -> None:
    assert read(text, None) == [(text, "None/None", "relative")]


def test_without_an_article_date_a_month_is_of_the_year_named_before() -> None:
    found = read("Periode Januari-Juli 2017 naik. Pada Mei turun.", None)
    assert [item[1] for item in found][-1] == days("2017-05")


def test_with_no_article_date_a_year_named_before_still_counts() -> None:
    assert [item[1] for item in read("pada 2026, tahun sebelumnya", None)] == [days("2026"), days("2025")]


@pytest.mark.parametrize(
    ("text", "meanings"),
    [
        ("Tahun 2023 ini naik. Tahun lalu turun, tahun ini tinggal 9", ["2023", "2022", "2023"]),
        ("Hingga 1 Desember 2024 naik. Untuk 2025 ada. Tahun depan", ["2024-12-01", "2025", "2025"]),
        ("Lewat APBD 2024 ada. Tahun lalu kurang", ["2024", "2023"]),
    ],
)
def test_with_no_article_date_the_last_year_counts_from_the_one_it_is_of(text: str, meanings: list[str]) -> None:
    assert [item[1] for item in read(text, None)] == [days(meaning) for meaning in meanings]


def test_letters_that_grow_when_made_small_keep_the_offsets() -> None:
    assert read("İİ per 1 Mei 2020")[0][0] == "per 1 Mei 2020"


@pytest.mark.parametrize("blanks", ["  ", "   ", "      ", "\t\t", "\u00a0 "])
@pytest.mark.parametrize(
    "text", ["Per 31 Maret 2021", "hingga akhir Mei 2020", "pada bulan ini", "dari 2016 hingga 2018"]
)
def test_a_run_of_blanks_is_one_blank(text: str, blanks: str) -> None:
    (found,) = GRAMMAR.find(text, ARTICLE)
    wide = f"Naik,{blanks}{text.replace(' ', blanks)}{blanks}dan 7{blanks}jiwa."
    (other,) = GRAMMAR.find(wide, ARTICLE)
    assert other[1:] == found[1:]
    assert wide[slice(*other.span)].split() == text[slice(*found.span)].split()


def test_a_blank_line_is_no_run_of_blanks() -> None:
    assert read("Per  Mei\n\n2021") != read("Per  Mei  2021")


@given(st.dates(date(2014, 1, 1), date(2030, 12, 31)), st.integers(-30, 3))
def test_a_quote_near_the_article_date_is_that_day(day: date, apart: int) -> None:
    said = day + timedelta(days=apart)
    found = GRAMMAR.find(f"kata Sari, {WEEKDAYS[said.weekday()]} ({said.day}/{said.month}).", day)
    assert [(item.start, item.form) for item in found] == [(said, "utterance")]


@given(st.dates(date(1990, 1, 1), date(2040, 12, 31)), st.sampled_from(["per ", "hingga ", "posisi ", "tanggal "]))
def test_a_full_day_is_read_back(day: date, lead: str) -> None:
    for text in (f"{day.day} {MONTHS[day.month - 1]} {day.year}", f"{day.day}/{day.month}/{day.year}", day.isoformat()):
        found = GRAMMAR.find(f"Naik {lead}{text}.", None)
        assert [(item.start, item.end, item.form) for item in found] == [(day, day, "day")]


PIECES = st.sampled_from([
    "per", "hingga", "sejak", "mulai", "tahun", "bulan", "akhir", "semester", "I", "ini", "lalu", "dan", "Nomor", "©",
    "Mei", "Oktober", "2020", "2016-2018", "31/12", "(22/8)", "Selasa,", "5", "17-", "40%", "\n\n", ".", "İ", " ",
])  # fmt: skip


@given(st.lists(PIECES, max_size=14).map(" ".join), st.none() | st.just(ARTICLE))
def test_spans_are_in_order_inside_the_text_and_never_overlap(text: str, reference: date | None) -> None:
    at = 0
    for item in GRAMMAR.find(text, reference):
        assert at <= item.span.start < item.span.end <= len(text)
        words = text[item.span.start : item.span.end]
        assert words == words.strip() and any(letter.isalnum() for letter in words)
        assert (item.start is None) <= (item.end is None)
        assert (item.end is None) == (item.start is None or item.form == "open")
        assert item.start is None or item.end is None or item.start <= item.end
        at = item.span.end


@pytest.mark.parametrize(
    ("month", "day", "lean", "year"),
    [
        (11, None, "past", 2021), (12, None, "past", 2021), (12, None, "before", 2020), (1, None, "future", 2022),
        (12, None, "future", 2021), (1, None, "near", 2022), (12, 30, "past", 2021), (12, 31, "past", 2020),
        (2, 29, "past", 2020), (2, 29, "future", None),
    ],
)  # fmt: skip
def test_year_for(month: int, day: int | None, lean: Any, year: int | None) -> None:
    assert year_for(month, day, ARTICLE, lean) == year


@pytest.mark.parametrize("text", ["", "20", "2020-13", "2020-02-30", "2020/2019", "2020/", "/2020", "Mei 2020", "0000"])
def test_gold_notation_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(GoldError, match="no such period"):
        period_bounds(text)


def broken(section: str, key: str | None, value: Any) -> dict[str, Any]:
    table = copy.deepcopy(TABLE)
    if key is None:
        table[section] = value
    else:
        table[section][key] = value
    return table


@pytest.mark.parametrize(
    ("section", "key", "value", "message"),
    [
        ("months", None, None, r"periods.toml: no section \[months\] \(add it with its words\)"),
        ("months", "13", ["tigabelas"], r"\[months\]: no number '13' \(use 1 to 12\)"),
        ("months", "2", ["januari"], r"\[months\]: 'januari' stands under two numbers"),
        ("lead", "since", [], r"\[lead\]: since is not a list of words"),
        ("lead", "from", ["Mulai"], r"\[lead\]: 'Mulai' in from is not written small"),
        ("never_reach", "plan", "far", r"\[never_reach\]: plan is 'far'"),
    ],
)
def test_a_table_that_is_wrong_is_refused(section: str, key: str | None, value: Any, message: str) -> None:
    with pytest.raises(PatternError, match=message):
        PeriodGrammar.from_table(broken(section, key, value), where=WHERE)


def gold() -> list[tuple[dict[str, Any], str]]:
    lines = [line for name in ("seeds", "dev") for line in (GOLD / f"{name}.jsonl").read_text("utf-8").splitlines()]
    articles = [json.loads(line) for line in lines]
    return [(article, (GOLD / article["text"]).read_text("utf-8")) for article in articles]


@pytest.mark.shared
@pytest.mark.skipif(not GOLD.exists(), reason="no ../shared/gold")
def test_gold_periods_are_among_those_found() -> None:
    """All but one: «sejak 2014 ... hingga 2017» over two clauses is read as two."""
    missing = []
    for article, text in gold():
        own = article["article_date"]
        found = GRAMMAR.find(text, date.fromisoformat(own) if own else None)
        bounds = {(item.start, item.end) for item in found}
        periods = {fact["period"] for fact in article["facts"] if fact.get("period") not in (None, own)}
        missing += [(article["id"], period) for period in periods if period_bounds(period) not in bounds]
    assert missing == [("palembang-2017", "2014/2017")]


@pytest.mark.bench
@pytest.mark.shared
@pytest.mark.skipif(not GOLD.exists(), reason="no ../shared/gold")
def test_speed_of_find() -> None:
    """Some 200 microseconds for an article of 3 kB on a quiet machine; the bound leaves room for a busy one."""
    texts = [text for _, text in gold()[:5]]
    times = []
    for _ in range(30):
        begin = time.perf_counter()
        for text in texts:
            GRAMMAR.find(text, ARTICLE)
        times.append(time.perf_counter() - begin)
    assert min(times) / sum(map(len, texts)) * 3000 < 600e-6


@pytest.mark.parametrize("row", ["- 2014 - Iuran: Rp 38,2 T", "2014: Rp 38,2 T", "• 2014 = 40 ribu jiwa"])
def test_a_year_at_the_head_of_a_row_is_its_period(row: str) -> None:
    found = GRAMMAR.find(f"Iuran tiap tahun\n{row}", date(2025, 11, 13))
    assert [(period.start, period.end) for period in found] == [(date(2014, 1, 1), date(2014, 12, 31))]


def test_a_year_inside_a_line_is_no_head() -> None:
    assert GRAMMAR.find("Surat nomor 3 - 2014 - perihal iuran", date(2025, 11, 13)) == []


@pytest.mark.parametrize(
    ("reference", "year"), [(date(2023, 1, 5), 2022), (date(2023, 6, 5), 2023)], ids=["begun", "half over"]
)
def test_the_end_of_the_year_is_of_the_last_year_while_the_new_one_has_only_begun(reference: date, year: int) -> None:
    found = read("Pada Desember 2022 naik; hingga akhir tahun mencapai 81", reference)
    assert [item[1] for item in found] == [days("2022-12"), days(str(year))]
    assert read("hingga akhir tahun mencapai 81", date(2023, 1, 5))[0][1] == days("2023")


@pytest.mark.parametrize("reference", [date.min, date(1, 12, 31), date(9999, 1, 1), date.max], ids=str)
@pytest.mark.parametrize(
    "text",
    [
        *(
            "bulan lalu",
            "bulan depan",
            "tahun lalu",
            "tahun depan",
            "triwulan lalu",
            "triwulan depan",
            "3000 tahun lalu",
        ),
        *("Selasa (22/8)", "per 1 Desember", "hingga Januari", "akan pada Februari mendatang", "Januari-Juni ini"),
    ],
)
def test_at_the_ends_of_the_calendar_a_period_is_left_open_and_nothing_breaks(text: str, reference: date) -> None:
    for found in GRAMMAR.find(text, reference):
        assert found.start is None or found.start.year in (reference.year - 1, reference.year, reference.year + 1)
