"""What holds for every row, whatever the article: the contract's vocabulary, offsets, codes, periods, stable ids."""

from __future__ import annotations

import csv
import json
import math
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reader import CORPUS, corpus, pack, pipeline

from extract.model import Article, Extraction, Fact

REPOSITORY = CORPUS.parent
WILAYAH = REPOSITORY.parent / "shared" / "reference" / "wilayah.csv"

PEOPLE = ("person", "household")
UNITS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("population", "participants", "non_participants", "coverage_gap", "arrears_participants"), PEOPLE),
    **dict.fromkeys(
        ("participants_active", "participants_inactive", "participants_new", "participants_removed"), PEOPLE
    ),
    **dict.fromkeys(("participants_reactivated", "participants_moved", "participants_quota"), PEOPLE),
    **dict.fromkeys(("coverage_pct", "non_coverage_pct", "active_pct", "inactive_pct", "arrears_pct"), ("percent",)),
    **dict.fromkeys(("collection_pct", "segment_share_pct", "coverage_gap_pct", "growth_pct"), ("percent",)),
    **dict.fromkeys(("budget_share_pct", "contribution_rate_pct"), ("percent",)),
    **dict.fromkeys(("contribution_budget", "contribution_rate", "contribution_revenue"), ("idr",)),
    **dict.fromkeys(("arrears_amount", "claims_cost", "program_deficit"), ("idr",)),
    **dict.fromkeys(("employers", "employers_not_enrolled", "arrears_employers"), ("employer",)),
    **dict.fromkeys(("villages", "villages_enrolled", "villages_not_enrolled"), ("village",)),
    "facilities": ("facility",),
    "visits": ("visit",),
}
WORDS: dict[str, set[str | int | None]] = {
    "qualifier": {"exact", "approx", "at_least", "at_most", "range"},
    "status": {"actual", "target", "planned"},
    "program": {"jkn", "jamkesda"},
    "segment": {
        None, "pbi", "pbi_apbn", "pbi_apbd", "pbi_apbd_prov", "pbi_apbd_kab", "non_pbi", "ppu", "ppu_pn", "ppu_bu",
        "pbpu", "bp",
    },
    "care_class": {None, 1, 2, 3},
    "facility_type": {
        None, "all", "fktp", "fkrtl", "puskesmas", "praktik_dokter", "praktik_dokter_gigi", "klinik", "klinik_pratama",
        "klinik_utama", "klinik_tni", "klinik_polri", "rumah_sakit", "rs_pemerintah", "rs_swasta", "rs_tni_polri",
        "rs_d_pratama", "apotek", "apotek_prb", "optik", "laboratorium", "other",
    },
    "per": {None, "month", "year", "person_month", "person_year", "household_month"},
    "region_level": {None, "national", "province", "regency", "city", "district", "village", "branch", "other"},
    "region_basis": {None, "clause", "sentence", "paragraph", "topic", "speaker", "dateline"},
    "period_basis": {"stated", "article_date", "unknown"},
}  # fmt: skip
CODES = {"national": "", "province": r"\d\d", "regency": r"\d\d\.[0-6]\d", "city": r"\d\d\.[7-9]\d"}
UNDATED = (None, None)


@cache
def official() -> frozenset[str]:
    """The official codes: of the reference list where it is at hand, else of the gazetteer."""
    if WILAYAH.is_file():
        with WILAYAH.open(encoding="utf-8", newline="") as file:
            return frozenset(row["code"] for row in csv.DictReader(file))
    return frozenset(pack().gazetteer.areas())


@cache
def patterns() -> frozenset[str]:
    """The ids of all cues."""
    return frozenset(cue.pattern_id for indicator in pack().indicators.values() for cue in indicator.cues)


def check_words(fact: Fact) -> None:
    assert fact.unit in UNITS[fact.indicator]
    for column, allowed in WORDS.items():
        assert getattr(fact, column) in allowed, column
    assert fact.pattern_id in patterns()
    assert fact.facility_type is None or fact.indicator == "facilities"
    assert fact.per is None or fact.unit == "idr"


def check_numbers(fact: Fact) -> None:
    assert math.isfinite(fact.value)
    assert fact.value >= 0
    ends = (fact.value_low, fact.value_high)
    if fact.qualifier == "range":
        assert None not in ends
        assert fact.value_low <= fact.value <= fact.value_high  # type: ignore[operator]
        assert math.isclose(fact.value, (fact.value_low + fact.value_high) / 2)  # type: ignore[operator]
    else:
        assert ends == (None, None)
    assert 0 < fact.confidence <= 1
    assert fact.mentions >= 1


def check_evidence(fact: Fact, article: Article) -> None:
    assert 0 <= fact.char_start < fact.char_end <= len(article.text)
    assert fact.surface == article.text[fact.char_start : fact.char_end]
    assert fact.surface in fact.sentence
    assert fact.sentence in article.text
    assert fact.article_id == article.article_id
    assert re.fullmatch(r"[0-9a-f]{16,}", fact.fact_id)


def check_region(fact: Fact) -> None:
    assert (fact.region_name is None) == (fact.region_level is None)
    if fact.region_level in CODES:
        assert re.fullmatch(CODES[fact.region_level], fact.region_code or "")
    else:
        assert fact.region_code is None
    if fact.region_code:
        assert fact.region_code in official()
        assert fact.region_name == pack().gazetteer.area(fact.region_code).name
    assert fact.region_members is None or (fact.region_level == "branch" and fact.region_members)
    assert set(fact.region_members or ()) <= official()


def check_period(fact: Fact) -> None:
    period = (fact.period_start, fact.period_end)
    assert (period == UNDATED) == (fact.period_basis == "unknown")
    if fact.period_start is not None and fact.period_end is not None:
        assert fact.period_start <= fact.period_end
        assert fact.period_start >= date(1990, 1, 1)


def check(made: Extraction) -> None:
    """Everything that the contract says of the rows of one article."""
    ids = [fact.fact_id for fact in made.facts]
    assert len(set(ids)) == len(ids)
    places = [fact.char_start for fact in made.facts]
    assert places == sorted(places)
    for fact in made.facts:
        check_words(fact)
        check_numbers(fact)
        check_evidence(fact, made.article)
        check_region(fact)
        check_period(fact)


@pytest.mark.parametrize("name", sorted(corpus()))
def test_rows_of_the_corpus_keep_the_contract(name: str) -> None:
    check(pipeline().run(corpus()[name].article))


def test_the_pack_has_the_contracts_indicators_and_units() -> None:
    assert {name: indicator.units for name, indicator in pack().indicators.items()} == UNITS


def test_the_lexicons_have_the_contracts_words() -> None:
    found: dict[str, set[object]] = {}
    for entries in pack().phrases.values():
        for entry in entries:
            found.setdefault(entry.kind, set()).add(entry.value)
    for kind, column in {"segment": "segment", "facility": "facility_type", "per": "per", "status": "status"}.items():
        assert found[kind] - {None} <= WORDS[column], kind
    assert WORDS["segment"] - {None} <= found["segment"]
    assert WORDS["facility_type"] - {None} <= found["facility"]
    assert WORDS["per"] - {None} <= found["per"]


def test_explaining_changes_nothing() -> None:
    for entry in corpus().values():
        assert pipeline().run(entry.article, explain=True).facts == pipeline().run(entry.article).facts


PRINT_IDS = """
import json
from reader import corpus, pipeline
found = {name: [f.fact_id for f in pipeline().run(entry.article).facts] for name, entry in corpus().items()}
print(json.dumps(found))
"""


def test_another_process_gives_the_same_ids() -> None:
    """Nothing may hang on the order of a set, which differs from process to process."""
    here = {name: [f.fact_id for f in pipeline().run(entry.article).facts] for name, entry in corpus().items()}
    paths = os.pathsep.join(str(folder) for folder in (REPOSITORY, REPOSITORY / "tests" / "support"))
    environment = {**os.environ, "PYTHONHASHSEED": "4711", "PYTHONPATH": paths}
    command = [sys.executable, "-c", PRINT_IDS]
    there = subprocess.run(command, env=environment, cwd=REPOSITORY, capture_output=True, text=True, check=True)
    assert json.loads(there.stdout) == here


def test_another_article_with_the_same_words_has_other_ids() -> None:
    article = corpus()["seen-ngawi-2021"].article
    ids = [
        {fact.fact_id for fact in pipeline().run(article._replace(article_id=name)).facts} for name in ("one", "two")
    ]
    assert ids[0]
    assert not ids[0] & ids[1]


Change = Callable[[str], str]
BLANKS: dict[str, Change] = {
    "two blanks": lambda text: text.replace(" ", "  "),
    "hard blanks": lambda text: re.sub(r"(?<=[a-z]) (?=[a-z])", "\u00a0", text),
    "Windows lines": lambda text: text.replace("\n", "\r\n"),
    "blanks at line ends": lambda text: text.replace("\n", " \n"),
    "blank lines around": lambda text: f"\n\n{text}\n\n",
}
MARKS: dict[str, Change] = {
    "curly quotes": lambda text: re.sub(r'"([^"\n]*)"', "“\\1”", text),
    "straight quotes": lambda text: text.replace("“", '"').replace("”", '"'),
}
BREAKS: dict[str, Change] = {
    "no line breaks": lambda text: text.replace("\n", " "),
    "a line each word": lambda text: text.replace(" ", "\n"),
    "capitals": str.upper,
    "small letters": str.lower,
    "no full stops": lambda text: text.replace(". ", " "),
    "commas for dots": lambda text: text.translate(str.maketrans(".,", ",.")),
    "no digits grouped": lambda text: re.sub(r"(?<=\d)\.(?=\d{3})", "", text),
    "dotted capital I": lambda text: text.replace("i", "İ"),
    "no blanks": lambda text: text.replace(" ", ""),
    "backwards": lambda text: " ".join(reversed(text.split(" "))),
}
CHANGES = {**BLANKS, **MARKS, **BREAKS}
ARTICLES = st.sampled_from([entry.article for entry in corpus().values()])


@settings(max_examples=100)
@given(ARTICLES, st.lists(st.sampled_from(sorted(CHANGES)), max_size=3), st.data())
def test_changed_texts_keep_the_contract(article: Article, names: list[str], data: st.DataObject) -> None:
    text = article.text
    for name in names:
        text = CHANGES[name](text)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    check(pipeline().run(article._replace(text=text[:end])))
    check(pipeline().run(article._replace(text="JKN " + text[start:end])))


@settings(max_examples=40)
@given(ARTICLES, ARTICLES)
def test_two_articles_in_one_keep_the_contract(one: Article, two: Article) -> None:
    check(pipeline().run(one._replace(text=f"{one.text}\n\n{two.text}")))
    title = two.text.split("\n")[0]
    check(pipeline().run(one._replace(text=f"{title}\n\n{one.text}", title_end=len(title), title=title)))


WORD = st.sampled_from(["BPJS", "Kesehatan", "jiwa", "Sragen", "12.400", "71,3", "persen", "Rp", "miliar", "dan", "("])


@settings(max_examples=100)
@given(st.lists(WORD | st.sampled_from([",", ".", ")", ":", "\n", "\n\n", "PBI", "yang belum", "per bulan", "2021"])))
def test_any_words_keep_the_contract(words: list[str]) -> None:
    check(pipeline().run(Article("a", "JKN " + " ".join(words))))


@settings(max_examples=100)
@given(st.text(max_size=200))
def test_any_text_keeps_the_contract(text: str) -> None:
    check(pipeline().run(Article("a", f"JKN {text} 12 jiwa {text}")))


@cache
def figures(text: str, article: Article) -> list[tuple[str, float, str]]:
    """What the pipeline reads off a text in an article's place, without offsets and words."""
    found = pipeline().run(article._replace(text=text)).facts
    return sorted((fact.indicator, fact.value, fact.segment or "") for fact in found)


@cache
def periods(text: str, article: Article) -> list[tuple[str, float, date | None, date | None]]:
    """The periods of the figures of a text in an article's place."""
    found = pipeline().run(article._replace(text=text)).facts
    return sorted((fact.indicator, fact.value, fact.period_start, fact.period_end) for fact in found)


def on_topic() -> Iterator[Article]:
    """Every other corpus article that is read at all."""
    articles = [entry.article for entry in corpus().values()]
    return (article for article in articles[::2] if pipeline().on_topic(article.text))


@pytest.mark.parametrize("name", [*BLANKS, *MARKS])
def test_blanks_and_quotes_change_no_figure(name: str) -> None:
    for article in on_topic():
        assert figures(CHANGES[name](article.text), article) == figures(article.text, article), article.article_id


BLANKS_IN_DATES = pytest.mark.xfail(strict=True, reason="two blanks between month and year, or before «ini», part them")
TWO_BLANKS = [pytest.param(name, marks=BLANKS_IN_DATES) for name in ("two blanks",)]


@pytest.mark.parametrize("name", [*TWO_BLANKS, "hard blanks", "blank lines around", *MARKS])
def test_blanks_and_quotes_change_no_period(name: str) -> None:
    for article in on_topic():
        assert periods(CHANGES[name](article.text), article) == periods(article.text, article), article.article_id


@pytest.mark.xfail(strict=True, reason="the topic's words are looked for with single blanks")
def test_blanks_do_not_put_an_article_on_the_topic() -> None:
    texts = [entry.article.text for entry in corpus().values()]
    assert [pipeline().on_topic(CHANGES["two blanks"](text)) for text in texts] == [*map(pipeline().on_topic, texts)]


@pytest.mark.parametrize("line", ["Baca juga: 9.321 Warga Menunggak", "Copyright © ANGKA 2026", "ADVERTISEMENT"])
def test_furniture_at_the_end_changes_no_figure(line: str) -> None:
    for article in on_topic():
        text = f"{article.text}\n\n{line}\n"
        assert figures(text, article) == figures(article.text, article), article.article_id
