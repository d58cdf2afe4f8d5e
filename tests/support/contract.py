"""What the contract says of every row, whatever the article: vocabulary, numbers, evidence, codes, periods."""

from __future__ import annotations

import csv
import math
import re
from datetime import date
from functools import cache

from reader import CORPUS, pack

from extract.model import Article, Extraction, Fact

WILAYAH = CORPUS.parents[1] / "shared" / "reference" / "wilayah.csv"

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
