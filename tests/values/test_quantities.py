"""Number expressions in running text. All names and figures are invented."""

from __future__ import annotations

import time
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.errors import PatternError
from extract.model import Quantity
from extract.values import QuantityGrammar, format_number

LEXICON = Path(__file__).parents[2] / "patterns" / "lexicon"


def table(name: str) -> dict[str, Any]:
    return tomllib.loads((LEXICON / name).read_text(encoding="utf-8"))


GRAMMAR = QuantityGrammar.from_tables(table("numerals.toml"), table("hedges.toml"), where="patterns/lexicon")

# text, the surface of its one quantity, value, form, qualifier
ONE = [
    # digits
    ("tercatat 1.408.233 jiwa", "1.408.233", 1408233, "count", "exact"),
    ("tercatat 1,408,233 jiwa", "1,408,233", 1408233, "count", "exact"),
    ("ada 4312 jiwa", "4312", 4312, "count", "exact"),
    ("yakni 318,402 jiwa", "318,402", 318402, "count", "exact"),
    ("yakni 318,402", "318,402", 318402, "count", "exact"),
    ("di Batangada 1.340 orang", "1.340", 1340, "count", "exact"),
    ("ada 1.340jiwa", "1.340", 1340, "count", "exact"),
    ("peserta 51.310.", "51.310", 51310, "count", "exact"),
    ("(88,21)", "88,21", 88.21, "count", "exact"),
    ("terdata Rp31.207 orang", "31.207", 31207, "count", "exact"),
    ("sebesar Rp31.207 per orang", "Rp31.207", 31207, "money", "exact"),
    # percent
    ("baru 74,01 persen", "74,01 persen", 74.01, "percent", "exact"),
    ("baru 88.17 %", "88.17 %", 88.17, "percent", "exact"),
    ("baru 88%.", "88%", 88, "percent", "exact"),
    ("88,2% persen warga", "88,2% persen", 88.2, "percent", "exact"),
    ("81,5 prosen", "81,5 prosen", 81.5, "percent", "exact"),
    ("81,5℅", "81,5℅", 81.5, "percent", "exact"),
    ("100persen", "100persen", 100, "percent", "exact"),
    ("hasil 1.234 persen", "1.234 persen", 1.234, "percent", "exact"),
    ("5% (lima persen)", "5% (lima persen)", 5, "percent", "exact"),
    ("iuran 5 (lima) persen", "5 (lima) persen", 5, "percent", "exact"),
    ("empat puluh delapan persen", "empat puluh delapan persen", 48, "percent", "exact"),
    ("satu persen saja", "satu persen", 1, "percent", "exact"),
    ("sudah 94 persenan", "94 persenan", 94, "percent", "approx"),
    ("ada 15, 2 juta jiwa", "15, 2 juta", 15.2e6, "count", "exact"),
    ("nilai Rp 10.418. 502.175 itu", "Rp 10.418. 502.175", 10418502175, "money", "exact"),
    ("capaian 102, 30% itu", "102, 30%", 102.3, "percent", "exact"),
    # a comma that is a word
    ("butuh 31 koma 4 miliar", "31 koma 4 miliar", 31.4e9, "money", "exact"),
    ("baru 77 koma 5 persen", "77 koma 5 persen", 77.5, "percent", "exact"),
    ("Rp dua koma tiga triliun", "Rp dua koma tiga triliun", 2.3e12, "money", "exact"),
    ("enam koma nol delapan persen", "enam koma nol delapan persen", 6.08, "percent", "exact"),
    # scale words
    ("58 ribu jiwa", "58 ribu", 58000, "count", "exact"),
    ("2,137 juta jiwa", "2,137 juta", 2137000, "count", "exact"),
    ("2.6 juta jiwa", "2.6 juta", 2600000, "count", "exact"),
    ("58rb jiwa", "58rb", 58000, "count", "exact"),
    ("3,5 jt warga", "3,5 jt", 3500000, "count", "exact"),
    ("58\nribu jiwa", "58\nribu", 58000, "count", "exact"),
    ("8 M", "8", 8, "count", "exact"),
    ("12 T", "12", 12, "count", "exact"),
    ("10\n\nJuta warga", "10", 10, "count", "exact"),
    # money
    ("Rp 1.500,50", "Rp 1.500,50", 1500.5, "money", "exact"),
    ("Rp19000", "Rp19000", 19000, "money", "exact"),
    ("Rp 100.000,-", "Rp 100.000,-", 100000, "money", "exact"),
    ("Rp53M", "Rp53M", 53e9, "money", "exact"),
    ("Rp 10 M lalu", "Rp 10 M", 10e9, "money", "exact"),
    ("Rp 2T", "Rp 2T", 2e12, "money", "exact"),
    ("Rp.62 miliar", "Rp.62 miliar", 62e9, "money", "exact"),
    ("Rp. 62 miliar", "Rp. 62 miliar", 62e9, "money", "exact"),
    ("RP62 MILIAR", "RP62 MILIAR", 62e9, "money", "exact"),
    ("IDR 9 M", "IDR 9 M", 9e9, "money", "exact"),
    ("Rp 14,2miliar", "Rp 14,2miliar", 14.2e9, "money", "exact"),
    ("Rp6,245 miliar", "Rp6,245 miliar", 6245e6, "money", "exact"),
    ("Rp 3.118.402.650 itu", "Rp 3.118.402.650", 3118402650, "money", "exact"),
    ("500 juta rupiah", "500 juta rupiah", 5e8, "money", "exact"),
    ("lima ratus ribu rupiah", "lima ratus ribu rupiah", 500000, "money", "exact"),
    ("Rp\u00a028,6\u00a0miliar", "Rp\u00a028,6\u00a0miliar", 28.6e9, "money", "exact"),
    ("Rp 1 miliar 200 juta", "Rp 1 miliar 200 juta", 1.2e9, "money", "exact"),
    ("Rp 1.000.000 (satu juta rupiah)", "Rp 1.000.000 (satu juta rupiah)", 1e6, "money", "exact"),
    # misspelt scale words
    ("Rp 7 milyar", "Rp 7 milyar", 7e9, "money", "exact"),
    ("Rp 7 milliar", "Rp 7 milliar", 7e9, "money", "exact"),
    ("Rp 7 mliar", "Rp 7 mliar", 7e9, "money", "exact"),
    ("Rp 7 miliyar", "Rp 7 miliyar", 7e9, "money", "exact"),
    ("Rp 7 milair", "Rp 7 milair", 7e9, "money", "exact"),
    ("Rp 7 trililun", "Rp 7 trililun", 7e12, "money", "exact"),
    ("Rp 7 trilyun", "Rp 7 trilyun", 7e12, "money", "exact"),
    # words
    ("tiga klinik utama", "tiga", 3, "count", "exact"),
    ("di tetangga dua", "dua", 2, "count", "exact"),
    ("naik lima ribu", "lima ribu", 5000, "count", "exact"),
    ("ada sebelas desa", "sebelas", 11, "count", "exact"),
    ("(dua puluh empat)", "dua puluh empat", 24, "count", "exact"),
    ("sejuta warga", "sejuta", 1e6, "count", "exact"),
    ("dua setengah juta jiwa", "dua setengah juta", 2.5e6, "count", "exact"),
    ("separuh penduduk", "separuh", 0.5, "count", "exact"),
    ("baru setengahnya", "setengahnya", 0.5, "count", "exact"),
    ("24 (dua puluh empat) desa", "24 (dua puluh empat)", 24, "count", "exact"),
    ("tiga (3) desa", "tiga (3)", 3, "count", "exact"),
    # the suffix -an
    ("340 ribuan jiwa", "340 ribuan", 340000, "count", "approx"),
    ("Rp 2 triliunan", "Rp 2 triliunan", 2e12, "money", "approx"),
    ("6000an orang", "6000an", 6000, "count", "approx"),
    ("delapan ribuan orang", "delapan ribuan", 8000, "count", "approx"),
    ("200-an orang", "200-an", 200, "count", "approx"),
    # hedges before
    ("ada sekitar 40 desa", "sekitar 40", 40, "count", "approx"),
    ("sekira 18 ribu warga", "sekira 18 ribu", 18000, "count", "approx"),
    ("kurang lebih Rp 12 miliar", "kurang lebih Rp 12 miliar", 12e9, "money", "approx"),
    ("kisaran 161 ribu jiwa", "kisaran 161 ribu", 161000, "count", "approx"),
    ("di kisaran angka 10.000 orang", "di kisaran angka 10.000", 10000, "count", "approx"),
    ("hampir 100 persen", "hampir 100 persen", 100, "percent", "approx"),
    ("hampir mencapai 95 persen", "hampir mencapai 95 persen", 95, "percent", "approx"),
    ("rata-rata sebesar 61 persen", "rata-rata sebesar 61 persen", 61, "percent", "approx"),
    ("kira-kira sekitar 20 ribu", "kira-kira sekitar 20 ribu", 20000, "count", "approx"),
    ("±10 ribu jiwa", "±10 ribu", 10000, "count", "approx"),
    ("± 10 ribu jiwa", "± 10 ribu", 10000, "count", "approx"),
    ("sekitar  40 desa", "sekitar  40", 40, "count", "approx"),
    ("kata dia\nsekitar 40 desa", "sekitar 40", 40, "count", "approx"),
    ("(sekitar 40 desa)", "sekitar 40", 40, "count", "approx"),
    ("“Sekitar 40 desa", "Sekitar 40", 40, "count", "approx"),
    ("sekitar separuh penduduk", "sekitar separuh", 0.5, "count", "approx"),
    ("lebih dari Rp 71 miliar", "lebih dari Rp 71 miliar", 71e9, "money", "at_least"),
    ("menembus lebih dari Rp 4 miliar", "lebih dari Rp 4 miliar", 4e9, "money", "at_least"),
    ("di atas 95 persen", "di atas 95 persen", 95, "percent", "at_least"),
    ("minimal 98 persen", "minimal 98 persen", 98, "percent", "at_least"),
    ("sedikitnya tiga desa", "sedikitnya tiga", 3, "count", "at_least"),
    ("setidaknya membutuhkan Rp 8 miliar", "setidaknya membutuhkan Rp 8 miliar", 8e9, "money", "at_least"),
    ("minimal lebih 95%", "minimal lebih 95%", 95, "percent", "at_least"),
    ("tidak kurang dari 40 desa", "tidak kurang dari 40", 40, "count", "at_least"),
    ("≥95%", "≥95%", 95, "percent", "at_least"),
    ("tidak lebih dari 100 orang", "tidak lebih dari 100", 100, "count", "at_most"),
    ("tidak sampai Rp 1 miliar", "tidak sampai Rp 1 miliar", 1e9, "money", "at_most"),
    ("di bawah 40 persen", "di bawah 40 persen", 40, "percent", "at_most"),
    ("belum mencapai 70 persen", "belum mencapai 70 persen", 70, "percent", "at_most"),
    ("maksimal 30 desa", "maksimal 30", 30, "count", "at_most"),
    ("paling banyak lima orang", "paling banyak lima", 5, "count", "at_most"),
    ("paling tinggi dengan 40 persen", "40 persen", 40, "percent", "exact"),
    ("yang paling rendah 12 orang", "12", 12, "count", "exact"),
    ("kira-kira setara 1,5 persen", "kira-kira setara 1,5 persen", 1.5, "percent", "approx"),
    ("kurang dari 12 ribu", "kurang dari 12 ribu", 12000, "count", "at_most"),
    # hedges after
    ("Rp 9 miliar lebih dari APBD", "Rp 9 miliar lebih", 9e9, "money", "at_least"),
    ("Rp 9 miliar lebih", "Rp 9 miliar lebih", 9e9, "money", "at_least"),
    ("Rp 9 miliar lebih sedikit", "Rp 9 miliar lebih sedikit", 9e9, "money", "at_least"),
    ("60 ribu orang lebih", "60 ribu orang lebih", 60000, "count", "at_least"),
    ("80 persen lebih", "80 persen lebih", 80, "percent", "at_least"),
    ("10 orang atau lebih", "10 orang atau lebih", 10, "count", "at_least"),
    ("95 persen ke atas", "95 persen ke atas", 95, "percent", "at_least"),
    # the first of two wins
    ("sekitar 1,3 juta lebih", "sekitar 1,3 juta lebih", 1.3e6, "count", "approx"),
    ("Rp 267,5 milair lebih", "Rp 267,5 milair lebih", 267.5e9, "money", "at_least"),
    # no hedges
    ("baru 60 persen", "60 persen", 60, "percent", "exact"),
    ("mencapai 60 persen", "60 persen", 60, "percent", "exact"),
    ("sebanyak 41 desa", "41", 41, "count", "exact"),
    ("hanya 41 desa", "41", 41, "count", "exact"),
    ("tembus 41 ribu", "41 ribu", 41000, "count", "exact"),
    ("95 persen lebih tinggi", "95 persen", 95, "percent", "exact"),
    ("95 persen lebih dari target", "95 persen", 95, "percent", "exact"),
    ("antara 700.000 orang", "700.000", 700000, "count", "exact"),
    ("rata-rata iuran warga sebesar 61 persen", "61 persen", 61, "percent", "exact"),
]


@pytest.mark.parametrize(("text", "surface", "value", "form", "qualifier"), ONE, ids=[case[0] for case in ONE])
def test_one_quantity(text: str, surface: str, value: float, form: str, qualifier: str) -> None:
    (found,) = GRAMMAR.find(text)
    assert text[found.span.start : found.span.end] == surface
    assert (found.value, found.form, found.qualifier) == (value, form, qualifier)
    assert (found.low, found.high) == (None, None)


RANGES = [
    ("8 sampai 11 persen", "8 sampai 11 persen", 8, 11, "percent"),
    ("70–75 persen", "70–75 persen", 70, 75, "percent"),
    ("70%-75%", "70%-75%", 70, 75, "percent"),
    ("10-15 ribu orang", "10-15 ribu", 10000, 15000, "count"),
    ("500 sampai 600 ribu", "500 sampai 600 ribu", 500000, 600000, "count"),
    ("900 ribu hingga 1,2 juta", "900 ribu hingga 1,2 juta", 9e5, 1.2e6, "count"),
    ("700.000 hingga 1 juta", "700.000 hingga 1 juta", 7e5, 1e6, "count"),
    ("antara 8 hingga 11 juta", "antara 8 hingga 11 juta", 8e6, 11e6, "count"),
    ("antara 5 dan 9 persen", "antara 5 dan 9 persen", 5, 9, "percent"),
    ("Rp 5 miliar hingga Rp 6 miliar", "Rp 5 miliar hingga Rp 6 miliar", 5e9, 6e9, "money"),
    ("Rp 5-6 M", "Rp 5-6 M", 5e9, 6e9, "money"),
    ("Rp 500 juta - 1 miliar", "Rp 500 juta - 1 miliar", 5e8, 1e9, "money"),
    ("dua hingga tiga desa", "dua hingga tiga", 2, 3, "count"),
    ("10 orang sampai 15 orang", "10 orang sampai 15", 10, 15, "count"),
    ("1.500-1.800 jiwa", "1.500-1.800", 1500, 1800, "count"),
    ("sekitar 8 s/d 11 persen", "sekitar 8 s/d 11 persen", 8, 11, "percent"),
    ("8 sampai 11 persen lebih", "8 sampai 11 persen lebih", 8, 11, "percent"),
]


@pytest.mark.parametrize(("text", "surface", "low", "high", "form"), RANGES, ids=[case[0] for case in RANGES])
def test_range(text: str, surface: str, low: float, high: float, form: str) -> None:
    (found,) = GRAMMAR.find(text)
    assert text[found.span.start : found.span.end] == surface
    assert (found.low, found.high, found.value) == (low, high, (low + high) / 2)
    assert (found.form, found.qualifier) == (form, "range")


SEVERAL = [
    ("dari Rp30 ribu menjadi Rp45 ribu", [30000, 45000]),
    ("naik dari 70 hingga 80 persen", [70, 80]),
    ("1500-400", [1500, 400]),
    ("2016-2018", [2016, 2018]),
    ("0812-3456-7890", [812, 3456, 7890]),
    ("23-08-2017", [23, 8, 2017]),
    ("12 orang hingga 31 Mei", [12, 31]),
    ("200.000 jiwa hingga 2017", [200000, 2017]),
    ("1.204 hingga 2017", [1204, 2017]),
    ("11 hingga 8 persen", [11, 8]),
    ("57 persen hingga 80 orang", [57, 80]),
    ("5 desa dan 9 kelurahan", [5, 9]),
    ("dua, tiga dan empat", [2, 3, 4]),
    ("dua tiga desa", [2, 3]),
    ("3 (dua) desa", [3, 2]),
    ("31.204 jiwa (88,21)", [31204, 88.21]),
    ("dari 4,6 juta jiwa menjadi 4,1 jiwa", [4_600_000, 4_100_000]),
    ("dari 4,6 juta jiwa turun 4,1 persen", [4_600_000, 4.1]),
    ("sekitar 60 ribu lewat APBN dan 15 ribu lewat APBD", [60000, 15000]),
    ("puskesmas 14 di Kota Anu dan 9 di Kabupaten Anu", [14, 9]),
    ("Rp60 ribu/30 hari", [60000, 30]),
    ("40\n\n50", [40, 50]),
]


@pytest.mark.parametrize(("text", "values"), SEVERAL, ids=[case[0] for case in SEVERAL])
def test_several_quantities(text: str, values: list[float]) -> None:
    found = GRAMMAR.find(text)
    assert [quantity.value for quantity in found] == values
    assert all(quantity.low is None for quantity in found)


def test_a_hedge_holds_for_its_own_number_only() -> None:
    first, second = GRAMMAR.find("sekitar 60 ribu lewat APBN dan 15 ribu lewat APBD")
    assert (first.qualifier, second.qualifier) == ("approx", "exact")
    first, second = GRAMMAR.find("Rp 4 miliar lebih dari 200 orang")
    assert (first.qualifier, second.qualifier) == ("exact", "at_least")


NONE = [
    "salah satu desa", "satu sama lain", "satu-satunya", "Kabupaten Empat Lawang", "Kabupaten Lima Puluh Kota",
    "Raja Ampat",
    "Kepulauan Seribu", "Tigaraksa", "pihak kedua", "ketiga kalinya", "ribuan warga", "jutaan rupiah", "puluhan desa",
    "belasan",
    "beberapa ribu", "satuan kerja", "se-Kabupaten", "kesatuan", "persatuan", "roda empat", "bintang lima", "persen",
    "miliar", "Rp",
    "seluruh desa", "tujuan", "duanya", "Simpang Lima", "nomor satu", "satu pintu",
]  # fmt: skip


@pytest.mark.parametrize("text", NONE)
def test_no_quantity(text: str) -> None:
    assert GRAMMAR.find(text) == []


def test_a_name_takes_only_its_own_words() -> None:
    text = "Empat Lawang punya tiga rumah sakit"
    assert [text[q.span.start : q.span.end] for q in GRAMMAR.find(text)] == ["tiga"]


FLAGS = [
    ("tiga desa", ("word",)),
    ("separuh penduduk", ("word", "fraction")),
    ("Rp 7 milyar", ("misspelt_scale",)),
    ("1.234 persen", ("ambiguous_separator",)),
    ("88,21 jiwa", ("bare_decimal",)),
    ("88,21 persen", ()),
    ("2,5 juta", ()),
    ("US$ 3 juta", ("foreign_currency",)),
    ("3 juta dolar AS", ("foreign_currency",)),
    ("hms15", ("glued",)),
    ("Rp15", ()),
    ("24 (dua puluh empat)", ("bracketed_repeat",)),
    ("1 juta 200 ribu", ("compound",)),
]


@pytest.mark.parametrize(("text", "flags"), FLAGS, ids=[case[0] for case in FLAGS])
def test_flags(text: str, flags: tuple[str, ...]) -> None:
    (found,) = GRAMMAR.find(text)
    assert found.flags == flags


def test_the_core_leaves_hedges_out() -> None:
    text = "sekitar Rp 2 miliar lebih"
    (found,) = GRAMMAR.find(text)
    assert text[found.core.start : found.core.end] == "Rp 2 miliar"


def test_parse_takes_the_whole_string_or_nothing() -> None:
    found = GRAMMAR.parse("Rp 28,6 miliar")
    assert isinstance(found, Quantity) and found.value == 28.6e9
    assert GRAMMAR.parse("Rp 28,6 miliar itu") is None
    assert GRAMMAR.parse("dua, tiga") is None
    assert GRAMMAR.parse("") is None


def test_offsets_hold_after_letters_that_lower_to_two() -> None:
    text = "İİİ ada 40 desa"
    (found,) = GRAMMAR.find(text)
    assert text[found.span.start : found.span.end] == "40"


PIECES = st.sampled_from(
    [
        "Rp", "Rp ", "12", "1.408.233", "74,01", "9", " ", " ", "\n", "persen", "%", " ribu", " juta", " miliar", "M",
        "(", ")", "-", "–", "sekitar ",
        "lebih", " lebih dari ", " hingga ", "antara ", " dan ", "dua ", "puluh ", "setengah ", "satu", "an", "jiwa ",
        ", ", ".", "warga ", "İ", "salah ",
    ]
)  # fmt: skip


@given(st.lists(PIECES, max_size=30).map("".join))
def test_spans_nest_and_never_overlap(text: str) -> None:
    end = 0
    for found in GRAMMAR.find(text):
        assert end <= found.span.start <= found.core.start < found.core.end <= found.span.end <= len(text)
        assert (found.low is None) == (found.high is None) == (found.qualifier != "range")
        end = found.span.end


@given(st.text(max_size=80))
def test_any_text_is_read(text: str) -> None:
    GRAMMAR.find(text)


@given(st.integers(min_value=0, max_value=10**12), st.sampled_from(["Rp {} lebih", "{} jiwa", "ada {}, lalu", "({})"]))
def test_a_number_in_digits_is_found_in_text(value: int, frame: str) -> None:
    (found,) = GRAMMAR.find(frame.format(format_number(value)))
    assert found.value == value


@given(st.integers(min_value=1, max_value=10**12))
def test_a_number_in_words_is_found_in_text(value: int) -> None:
    spelled = GRAMMAR.words.spell(value)
    text = f"Ada {spelled} warga"
    (found,) = GRAMMAR.find(text)
    assert (found.value, text[found.span.start : found.span.end]) == (value, spelled)


HUGE = {
    "digits": "9" * 100_000,
    "groups": "9," * 50_000,
    "numbers": "9 " * 50_000,
    "words": "dua puluh " * 10_000,
    "glued words": "duapuluh" * 12_500,
    "blanks": "sekitar" + " " * 100_000 + "9",
    "fillers": "sekitar   di   " * 6_000 + "x 9",
    "ranges": "1-2 hingga " * 9_000,
    "brackets": "5 (lima) " * 11_000,
    "signs": "±" * 100_000 + "9",
}


@pytest.mark.parametrize("text", HUGE.values(), ids=HUGE.keys())
def test_long_texts_take_linear_time(text: str) -> None:
    start = time.perf_counter()
    GRAMMAR.find(text)
    assert time.perf_counter() - start < 5


def test_errors_name_file_and_key() -> None:
    numerals = table("numerals.toml")
    del numerals["currency"]["signs"]
    with pytest.raises(PatternError, match=r"lex/numerals\.toml \[currency\]: signs is missing \(add signs\)"):
        QuantityGrammar.from_tables(numerals, table("hedges.toml"), where="lex")
    hedges = table("hedges.toml")
    hedges["before"]["approx"] = "sekitar"
    with pytest.raises(PatternError, match=r"lex/hedges\.toml \[before\]: approx is no list of words"):
        QuantityGrammar.from_tables(table("numerals.toml"), hedges, where="lex")
    names = table("numerals.toml")
    names["names"]["phrases"].append("salah sekian")
    with pytest.raises(PatternError, match=r"numerals\.toml \[names\]: «salah sekian» holds no number word"):
        QuantityGrammar.from_tables(names, table("hedges.toml"), where="lex")
    with pytest.raises(PatternError, match=r"hedges\.toml: before is missing"):
        QuantityGrammar.from_tables(table("numerals.toml"), {}, where="lex")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("masih 6.184. 275 jiwa", 6184275),
        ("penduduk 152. 418 warga", 152418),
        ("sebanyak 1.152 418 jiwa", 1152418),
        ("cakupannya 87, 62 persen", 87.62),
        ("184.062 ribu jiwa", 184062),
    ],
)
def test_a_slip_inside_a_number_is_read_through(text: str, value: float) -> None:
    assert [quantity.value for quantity in GRAMMAR.find(text)] == [value]


@pytest.mark.parametrize(
    "text",
    [
        "pada 2023. 150 jiwa",
        "kelas 1 150 jiwa",
        "hanya 12, 62 orang",
        "kelas 3, 70 persen",
        "4.500,5 300 jiwa",
        "sebanyak 4.500. 1200 jiwa",
        "nomor 12,5. 300 jiwa",
    ],
)
def test_a_full_stop_before_a_number_is_one(text: str) -> None:
    assert len(GRAMMAR.find(text)) == 2


def test_what_is_told_in_milliards_is_money() -> None:
    forms = [quantity.form for quantity in GRAMMAR.find("Tertinggi 7,4 miliar, lalu 3,9 miliar dan 850 juta")]
    assert forms == ["money"] * 3
    assert [quantity.form for quantity in GRAMMAR.find("850 juta lalu 7,4 miliar")] == ["count", "money"]


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Karo Rp 1,3 miliar, Dairi 870 juta dan lain-lain", "money"),
        ("Karo Rp 1,3 miliar, Dairi 870 juta.", "money"),
        ("Karo Rp 1,3 miliar untuk 2,1 juta warga", "count"),
        ("Iuran Rp 42.000, penduduk 87 juta.", "count"),
        ("Dana: Rp 1,3 miliar\nKunjungan: 870 juta,", "count"),
    ],
    ids=["among amounts", "the last of them", "with a noun", "more than the amount before", "a line with a head"],
)
def test_an_amount_of_a_list_needs_no_sign(text: str, form: str) -> None:
    assert GRAMMAR.find(text)[-1].form == form


def test_a_class_and_the_number_behind_it_are_no_range() -> None:
    assert [quantity.value for quantity in GRAMMAR.find("kelas tiga hingga 6.200 orang")] == [3.0, 6200.0]
    assert [quantity.form for quantity in GRAMMAR.find("utang 4.102.335.700, peserta 4.102.335")] == ["money", "count"]


def test_the_old_share_of_a_change_is_a_share() -> None:
    assert [quantity.form for quantity in GRAMMAR.find("naik dari 75 menjadi 80 persen")] == ["percent", "percent"]
    assert [quantity.form for quantity in GRAMMAR.find("naik dari 750 menjadi 80 persen")] == ["count", "percent"]
    assert [quantity.form for quantity in GRAMMAR.find("di 75 desa menjadi 80 persen")] == ["count", "percent"]


def test_an_idiom_is_one_with_its_noun() -> None:
    assert [quantity.value for quantity in GRAMMAR.find("ada seribu satu warga")] == [1001]
    assert GRAMMAR.find("ada seribu satu alasan") == []


@pytest.mark.parametrize("hedge", ["belum tembus", "belum melebihi"])
def test_what_is_not_reached_is_at_most(hedge: str) -> None:
    (found,) = GRAMMAR.find(f"cakupannya {hedge} 95 persen")
    assert found.qualifier == "at_most"


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("31 ribu 207 jiwa", [31207]),
        ("1 juta 450 ribu 36 orang", [1450036]),
        ("31 ribu 207", [31000, 207]),
        ("31 ribu, 207 jiwa", [31000, 207]),
        ("31 ribu 2023 jiwa", [31000, 2023]),
    ],
)
def test_what_is_left_below_the_thousands_has_their_noun_behind_it(text: str, values: list[int]) -> None:
    assert [found.value for found in GRAMMAR.find(text)] == values
