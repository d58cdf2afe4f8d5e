"""Stretches of text whose numbers are no figures. All names and figures are invented."""

from __future__ import annotations

import time
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.errors import PatternError
from extract.values import NoiseGrammar

FILE = Path(__file__).parents[2] / "patterns" / "lexicon" / "noise.toml"


def table() -> dict[str, Any]:
    return tomllib.loads(FILE.read_text(encoding="utf-8"))


GRAMMAR = NoiseGrammar.from_table(table(), where="patterns/lexicon/noise.toml")
EXAMPLES = [(rule.id, text) for rule in GRAMMAR.rules for text in rule.examples]
COUNTER_EXAMPLES = [(rule.id, text) for rule in GRAMMAR.rules for text in rule.counter_examples]


@pytest.mark.parametrize(("rule", "text"), EXAMPLES)
def test_rule_claims_its_example(rule: str, text: str) -> None:
    assert rule in [noise.rule for noise in GRAMMAR.find(text)]


@pytest.mark.parametrize(("rule", "text"), COUNTER_EXAMPLES)
def test_rule_leaves_its_counter_example(rule: str, text: str) -> None:
    assert rule not in [noise.rule for noise in GRAMMAR.find(text)]


def test_every_rule_says_what_it_means() -> None:
    ids = [rule.id for rule in GRAMMAR.rules]
    assert len(ids) == len(set(ids)) >= 35
    assert all(len(rule.means) > 10 and rule.means.endswith(".") for rule in GRAMMAR.rules)
    assert GRAMMAR.failures() == []


# text, what is claimed in it
CLAIMED = [
    ("sesuai Perpres 64 Tahun 2020 tentang", ["Perpres 64 Tahun 2020"]),
    ("PP Nomor 40 Tahun 2004 dan UU No 24 tahun 2011", ["PP Nomor 40 Tahun 2004", "UU No 24 tahun 2011"]),
    ("melalui Care Center 165, sebanyak 165 orang", ["Care Center 165"]),
    ("pukul 13.20 WIB ada 1.320 orang", ["pukul 13.20 WIB"]),
    ("Rabu (23/8/2017) pukul 10:15 WIB", ["Rabu (23/8/2017)", "pukul 10:15 WIB"]),
    ("per 31 Maret 2023 tercatat 31.200 jiwa", ["31 Maret 2023"]),
    ("pada 2017 warga terdaftar 2.017 jiwa", ["2017"]),
    ("2017 warga terdaftar", []),
    ("kelas 1 sebanyak 812 jiwa, kelas 2 sebanyak 330 jiwa", ["kelas 1", "kelas 2"]),
    ("kelas 3, 1.200 jiwa", ["kelas 3"]),
    ("kelas I, II dan 3 mandiri", ["kelas I, II dan 3"]),
    ("menunggak 24 bulan senilai Rp 24 juta", ["24 bulan"]),
    ("dua kali lipat dari dua juta", ["dua kali lipat"]),
    ("Rp 2,3 miliar per 3 bulan", ["3 bulan"]),
    ("24 bulan kepesertaan", ["24 bulan"]),
    ("sebanyak 51.310 tahun ini", []),
    ("Sumiati (55), warga Desa Karangjati", ["55)"]),
    ("Sragen (45), Klaten (38) dan Wonogiri (21)", []),
    ("desil 1 hingga 4 data kemiskinan", ["desil 1 hingga 4"]),
    ("naik ke 95 persen, peringkat ke-4", ["peringkat ke-4"]),
    ("Judul\n\n0\n42\n\nada 42 desa", ["0", "42"]),
    ("RPJMN 2020-2024 menargetkan 98 persen", ["2020-2024"]),
    ("semester I 2019 ada 2.019 jiwa", ["semester I 2019"]),
    ("luas 12,5 km, dihuni 12.500 jiwa", ["12,5 km"]),
    ("15 ribu hektare dan 15 ribu jiwa", ["15 ribu hektare"]),
    ("1x24 jam", ["1x24 jam"]),
    ("rinciannya\n1. PBI 40.118\n2. PPU 12.004", ["1.", "2."]),
    ("• PBI JK 210.400", []),
    ("Covid-19 menimpa 19 orang", ["Covid-19"]),
    ("250 kasus per 100.000 penduduk", ["per 100.000 penduduk"]),
    ("Rp60 ribu/30 hari", ["30 hari"]),
    ("3-6 bulan", ["3-6 bulan"]),
    ("19–21 Januari 2026", ["19–21 Januari 2026"]),
    ("Dilihat 1.234 kali", ["Dilihat 1.234 kali"]),
    ("(Xy12/B/S07)", ["12", "07"]),
    ("Rp19000 dan G20", ["20"]),
    ("satu persen, tiga desa, 40 puskesmas", []),
    ("89,26 persen (571.330 jiwa)", []),
    ("Sangihe 1000 dan Talaud 800", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "claimed"), CLAIMED, ids=[case[0][:40] for case in CLAIMED])
def test_claims(text: str, claimed: list[str]) -> None:
    assert [text[noise.span.start : noise.span.end].strip() for noise in GRAMMAR.find(text)] == claimed


PIECES = st.sampled_from(
    [
        "No ", "Nomor ", "Tahun ", "tahun", "kelas ", "12", "2017", "1.200", "/", "-", " ", " ", "\n", "(", ")", ":",
        "Mei ", "Senin ", "pukul ", "dua ", "bulan", "ke-",
        "G", "Rp", "x", "jiwa ", "per ", "%", "desil ", "I ", "pasal ", "ayat ", ".", ", ", "İ", "Jl. ", "usia ",
    ]
)  # fmt: skip


@given(st.lists(PIECES, max_size=30).map("".join))
def test_spans_lie_in_the_text_and_never_overlap(text: str) -> None:
    end = 0
    for noise in GRAMMAR.find(text):
        assert end <= noise.span.start < noise.span.end <= len(text)
        end = noise.span.end


HUGE = {
    "digits": "9" * 100_000,
    "groups": "9," * 50_000,
    "numbers": "9 " * 50_000,
    "leads": "kelas 1, 2, " * 8_000,
    "open leads": "nomor tahun kelas pasal " * 4_000 + "9",
    "strokes": "9/" * 50_000,
    "hyphens": "0812-" * 20_000,
    "words": "dua puluh " * 10_000,
    "streets": "Jl. a b c d e " * 7_000 + "9",
    "lines": "9\n" * 50_000,
    "blanks": "pukul" + " " * 100_000 + "9",
}


@pytest.mark.parametrize("text", HUGE.values(), ids=HUGE.keys())
def test_long_texts_take_linear_time(text: str) -> None:
    start = time.perf_counter()
    GRAMMAR.find(text)
    assert time.perf_counter() - start < 5


def broken(**changes: Any) -> dict[str, Any]:
    made = table()
    rule: dict[str, Any] = {"id": "mine", "means": "A test.", "at": "after", "regex": "x"}
    rule |= {"examples": ["9 x"], "counter_examples": ["9"]}
    made["rule"] = [{key: value for key, value in (rule | changes).items() if value is not None}]
    return made


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"at": "behind"}, r"noise\.toml \[\[rule\]\] mine: at = 'behind' is no place \(one of: lead, after, shape\)"),
        ({"regex": "(x"}, r"noise\.toml \[\[rule\]\] mine: not a regex: .* \(correct the regex\)"),
        ({"regex": "{nothing}"}, r"noise\.toml \[\[rule\]\] mine: unknown fragment \{nothing\} \(name one of: "),
        ({"means": None}, r"noise\.toml \[\[rule\]\] mine: means is missing"),
        ({"examples": []}, r"noise\.toml \[\[rule\]\] mine: no examples or no counter_examples"),
        ({"at": "lead"}, r"noise\.toml \[\[rule\]\] mine: leads and at = \"lead\" go together"),
        ({"cased": True}, r"noise\.toml \[\[rule\]\] mine: cased is for rules of shape"),
        ({"number": "["}, r"noise\.toml \[\[rule\]\] mine: not a regex"),
        ({"cased": "yes"}, r"noise\.toml \[\[rule\]\] mine: cased is neither true nor false"),
    ],
)
def test_errors_name_file_and_rule(changes: dict[str, Any], message: str) -> None:
    with pytest.raises(PatternError, match=message):
        NoiseGrammar.from_table(broken(**changes), where="patterns/lexicon/noise.toml")


def test_a_file_without_rules_is_an_error() -> None:
    made = table()
    made["rule"] = []
    with pytest.raises(PatternError, match=r"noise\.toml: no \[\[rule\]\] in it"):
        NoiseGrammar.from_table(made, where="noise.toml")


def test_failures_tells_what_a_wrong_rule_does() -> None:
    grammar = NoiseGrammar.from_table(broken(examples=["9 y"], counter_examples=["9 x"]), where="noise.toml")
    assert grammar.failures() == ["mine: does not match its example '9 y'", "mine: matches its counter-example '9 x'"]
