"""Explanations: every number of an article has a decision, and the decision says why in words that can be checked."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from fake_pipeline import FakePipeline, a_fact
from reader import corpus, extract, pack, pipeline

import extract as angka
from extract.decisions.flags import flag_says
from extract.errors import SourceError
from extract.model import Article, ArticleDate, Decision, Evidence, Extraction, Span
from extract.review import as_record, explain_files, explain_named, explain_text, explanation, plain
from extract.review.lines import table
from extract.review.show import dimensions, reading

Write = Callable[..., Path]

# A small article that has one of everything.
ARTICLE = """Kepesertaan JKN di Sragen Naik

Sragen - Jumlah peserta JKN-KIS di Kabupaten Sragen per 31 Maret 2023 mencapai 741.300 jiwa, kata Kepala BPJS \
Kesehatan Cabang Surakarta Budi Santosa, Selasa (11/4/2023).
Jumlah peserta JKN-KIS di Kabupaten Sragen per 31 Maret 2023 itu 741.300 jiwa.
Sesuai Perpres Nomor 82 Tahun 2018, peserta mandiri wajib membayar iuran.
BPJS Kesehatan mencatat peserta mandiri yang menunggak sekitar 28.114 jiwa.
Di tempat yang sama, 512 siswa mengikuti pelatihan BPJS Kesehatan.
Baca juga: 4.100 Peserta JKN Menunggak
"""


def decision(text: str, surface: str, *, article: str = "", published: date | None = None) -> Decision:
    """The decision for the first number that reads so."""
    return next(d for d in extract(article or text, published, explain=True).decisions if d.surface.startswith(surface))


def about(found: Decision, what: str) -> list[str]:
    return [ground.says for ground in found.evidence if ground.about == what]


# Taken


@pytest.mark.parametrize(
    ("text", "surface", "says"),
    [
        ("Jumlah peserta JKN di Sragen naik. Sekarang sudah 871.240 orang.", "871.240", "was spoken of last"),
        ("Peserta JKN 812.300 jiwa, penduduk Sragen seluruhnya 900.120 jiwa.", "900.120", "the figure is said of it"),
        (
            "Yang aktif di Sragen 61.300 peserta JKN. PBI menyumbang 21.150 jiwa, PBPU 20.100 jiwa, PPU 20.050 jiwa.",
            "21.150",
            "it is a part of the total before it",
        ),
    ],
)
def test_a_number_that_leans_on_what_was_told_before_says_so(text: str, surface: str, says: str) -> None:
    (cue,) = about(decision(text, surface), "cue")
    assert says in cue


def test_a_taken_number_says_what_made_its_row() -> None:
    found = decision(ARTICLE, "741.300")
    assert (found.taken, found.reason, found.surface) == (True, "taken", "741.300 jiwa")
    assert found.detail.startswith("Taken as participants: ")
    (fact,) = found.facts
    assert (fact.indicator, fact.region_name, fact.period_start) == (
        "participants",
        "Kabupaten Sragen",
        date(2023, 3, 31),
    )
    (cue,) = [ground for ground in found.evidence if ground.about == "cue"]
    assert cue.pattern_id == fact.pattern_id
    assert cue.words is not None
    words = ARTICLE[slice(*cue.words)]
    assert f"«{words}»" in cue.says
    assert pack().indicators["participants"].description[1:].rstrip(".") in cue.says


def test_a_taken_number_says_where_region_and_period_are_from() -> None:
    found = decision(ARTICLE, "741.300")
    assert about(found, "region") == ["Kabupaten Sragen (33.14): named in its clause, «Kabupaten Sragen»"]
    assert about(found, "period") == ["2023-03-31: stated in its sentence, «per 31 Maret 2023»"]
    other = decision(ARTICLE, "sekitar 28.114")
    assert about(other, "period") == [
        "2023-04-11: the article's own date, read off its text, as nothing nearer says when"
    ]
    assert "«Kabupaten Sragen»" in about(other, "region")[0] or "«Sragen»" in about(other, "region")[0]


def test_labels_and_hedges_are_quoted() -> None:
    found = decision(ARTICLE, "sekitar 28.114")
    assert found.facts[0].indicator == "arrears_participants"
    assert about(found, "qualifier") == ["approx: «sekitar 28.114 jiwa»"]
    assert about(found, "segment")[0].startswith("pbpu: «peserta mandiri» ")


def test_the_parts_of_the_confidence_add_up() -> None:
    for found in extract(ARTICLE, explain=True).decisions:
        for fact in found.facts[:1] if found.taken else ():
            parts = [ground.weight or 0.0 for ground in found.evidence if ground.about == "confidence"]
            assert sum(parts) == pytest.approx(fact.confidence, abs=0.002)


def test_a_number_said_of_several_areas_shows_all_its_rows() -> None:
    text = "Kabupaten Sragen dan Kabupaten Karanganyar masing-masing memiliki 12 puskesmas mitra BPJS Kesehatan."
    found = decision(text, "12")
    assert [fact.region_name for fact in found.facts] == ["Kabupaten Sragen", "Kabupaten Karanganyar"]
    assert [says.split(" (")[0] for says in about(found, "region")] == ["Kabupaten Sragen", "Kabupaten Karanganyar"]


@pytest.mark.parametrize(
    ("flag", "says"),
    [
        ("conflicts:active_pct", "does not fit the other figures of its area (part, whole and the share active_pct)"),
        ("word", "flagged word: written in words"),
    ],
)
def test_flags_in_words(flag: str, says: str) -> None:
    assert flag_says(flag) == says


# Not taken


def test_a_rule_speaks_in_its_own_words() -> None:
    found = decision(ARTICLE, "82")
    means = {rule.id: rule.means for rule in pack().noise.rules}
    assert not found.taken
    assert found.reason in means or found.reason == "year_of_something"
    assert "«" in found.detail and "Nomor 82 Tahun 2018»" in found.detail
    if found.reason in means:
        assert means[found.reason] in found.detail


def test_a_number_of_a_period_says_which() -> None:
    found = decision(ARTICLE, "31")
    assert found.detail.startswith("Out of scope: ")
    assert found.detail.endswith("It says when: 2023-03-31.")


def test_page_furniture_is_shown_with_its_line() -> None:
    found = decision(ARTICLE, "4.100")
    furniture = {rule.rule: rule.means for rule in pack().furniture}
    assert furniture[found.reason] in found.detail
    assert found.detail.startswith("Page furniture: ")
    assert ARTICLE[slice(*found.sentence)] == "Baca juga: 4.100 Peserta JKN Menunggak"


def test_another_subject_is_named() -> None:
    found = decision(ARTICLE, "512")
    assert found.reason == "counts_something_else"
    assert found.detail == "It counts «siswa», which no indicator counts."


def test_a_repeat_names_its_row() -> None:
    first, second = [d for d in extract(ARTICLE, explain=True).decisions if d.surface.startswith("741.300")]
    assert {first.taken, second.taken} == {True, False}
    repeat, kept = (second, first) if first.taken else (first, second)
    assert repeat.reason == "repeat"
    assert repeat.facts == kept.facts
    assert repeat.detail.startswith("Said again: it is counted in the row of participants ")


@pytest.mark.parametrize(
    ("text", "surface", "reason", "row", "says"),
    [
        (
            "9 Ribu Peserta JKN Sragen Menunggak\n\nSebanyak 9.321 peserta JKN di Sragen dinonaktifkan.",
            "9 Ribu",
            "headline",
            ("participants_removed", 9321.0),
            "The headline of what the body says: it is told by the row of participants_removed, «9.321 peserta JKN».",
        ),
        (
            "Nasib 45.939 warga Sragen dalam program JKN dibahas.\n\nAda 45.939 peserta JKN dinonaktifkan Kemensos.",
            "45.939",
            "lesser_reading",
            ("participants_removed", 45939.0),
            "The same number, read as participants here: the row of participants_removed, «45.939 peserta JKN», "
            "says better what it counts.",
        ),
        (
            "Peserta JKN di Sragen 8,4 juta orang, tepatnya 8.411.467 orang. Peserta JKN aktif 61 persen.",
            "8,4 juta",
            "repeat",
            ("participants", 8411467.0),
            "Said again: it is counted in the row of participants at its fullest mention, «8.411.467 orang».",
        ),
    ],
    ids=["headline", "lesser reading", "repeat"],
)
def test_a_number_without_a_row_of_its_own_names_the_one_that_stands_for_it(
    text: str, surface: str, reason: str, row: tuple[str, float], says: str
) -> None:
    found = decision(text, surface)
    assert (found.taken, found.reason, found.detail) == (False, reason, says)
    assert [(fact.indicator, fact.value) for fact in found.facts] == [row]


def test_what_a_fact_became_is_told_over_others_that_have_gone_too() -> None:
    text = "9.321 Peserta JKN Nonaktif, 9 Ribu Peserta Menunggak\n\nSebanyak 9.321 peserta JKN dinonaktifkan."
    (kept,) = extract(text).facts
    decisions = extract(text, explain=True).decisions
    assert [(d.taken, d.facts) for d in decisions] == [(False, (kept,)), (False, (kept,)), (True, (kept,))]


def test_a_pseudo_cue_says_what_it_tells_of() -> None:
    text = "Peserta JKN yang menunggak didenda. Denda rawat inap peserta JKN paling banyak Rp 30 juta."
    found = decision(text, "paling banyak Rp 30 juta")
    assert found.reason.startswith("veto.")
    veto = next(veto for veto in pack().vetoes if veto.pattern_id == found.reason)
    assert veto.meaning in found.detail
    assert "«Denda" in found.detail


def test_the_nearest_rule_says_which_condition_failed() -> None:
    text = "BPJS Kesehatan di Sragen mencatat jumlah peserta JKN terdaftar Rp 3 miliar."
    found = decision(text, "Rp 3 miliar")
    assert found.reason == "no_cue"
    assert re.search(
        r"Nearest: «[^»]+» .* speaks for \w+, but that takes .*, and this is an amount of money\.", found.detail
    )
    assert found.evidence[0].about == "nearest"
    assert found.evidence[0].pattern_id is not None


@pytest.mark.parametrize(
    ("text", "surface", "pattern_id", "failed"),
    [
        ("Sebanyak 12 desa didatangi, kata peserta JKN.", "12", "participants.of_scheme", "this counts «desa»"),
        ("Peserta JKN baru 3 saja.", "3", "participants.of_scheme", "the number is under the 15 that it has to be"),
        ("Ada 1.204 pasien peserta JKN.", "1.204", "participants.of_scheme", "this counts «pasien»"),
    ],
)
def test_the_nearest_rule_of_a_count_is_one_for_counts(text: str, surface: str, pattern_id: str, failed: str) -> None:
    nearest = decision(text, surface).evidence[0]
    assert (nearest.about, nearest.pattern_id) == ("nearest", pattern_id)
    assert nearest.says.endswith(failed)


def test_an_article_off_the_topic_says_so_of_every_number() -> None:
    text = "Sebanyak 300 ekor sapi dijual, naik 5 persen."
    found = extract(text, explain=True)
    assert [d.reason for d in found.decisions] == ["off_topic", "off_topic"]
    assert found.decisions[0].detail == "The article is not about the health insurance: it is never named."
    text = "Bukan JKN: BPJS Ketenagakerjaan mencatat 12.000 orang, kata BPJAMSOSTEK."
    (other,) = extract(text, explain=True).decisions
    assert other.reason == "off_topic"
    assert other.detail == "The article is not about the health insurance: named once, other programmes 2 times."


def test_an_article_whose_numbers_are_all_excluded() -> None:
    found = extract("Perpres Nomor 82 Tahun 2018 mengatur JKN, kata BPJS Kesehatan.", explain=True)
    assert found.facts == ()
    assert [d.surface for d in found.decisions] == ["82", "2018"]


# Every number, in every article


def test_every_digit_of_the_corpus_has_its_reason() -> None:
    assert len(corpus()) > 20
    for gold in corpus().values():
        found = pipeline().run(gold.article, explain=True)
        covered = [d.span for d in found.decisions]
        assert covered == sorted(covered)
        for match in re.finditer(r"\d", gold.article.text):
            assert any(span.start <= match.start() < span.end for span in covered), gold.article.text[match.start() :][
                :30
            ]
        told = {fact.fact_id for d in found.decisions if d.taken for fact in d.facts}
        assert told == {fact.fact_id for fact in found.facts}
        for d in found.decisions:
            assert gold.article.text[slice(*d.span)] == d.surface
            assert d.sentence.start <= d.span.start < d.sentence.end
            assert bool(d.facts) == (d.reason in ("taken", "repeat", "headline", "lesser_reading"))
            assert d.detail.endswith(".") and d.taken == (d.reason == "taken") and bool(d.facts) >= d.taken
        json.dumps(as_record(found), allow_nan=False)


def test_explaining_changes_nothing() -> None:
    assert extract(ARTICLE).facts == extract(ARTICLE, explain=True).facts
    assert extract(ARTICLE).decisions == ()


# From Python, and from files


def test_from_python() -> None:
    found = explain_text(ARTICLE, published="2023-04-12")
    assert found == angka.explain_text(ARTICLE, published=date(2023, 4, 12))
    assert [fact for d in found if d.taken for fact in d.facts] == list(
        angka.extract_text(ARTICLE, published="2023-04-12")
    )
    assert any(d.span.start >= len("Naik\n\n") for d in explain_text("12 jiwa peserta JKN.", title="Naik"))


def test_a_blank_text_is_refused() -> None:
    with pytest.raises(SourceError, match="explain_text: the field text is blank"):
        explain_text(" ")


def test_one_article_of_many(write_jsonl: Write) -> None:
    path = write_jsonl(
        {"id": "a", "text": "jkn angka 1"}, "{", {"id": "b", "text": "jkn angka 2", "published": "2023-01-02"}
    )
    rejects: list[str] = []
    day = date(2022, 2, 3)
    reads = list(explain_files([path], FakePipeline(), published=day, on_reject=lambda r: rejects.append(r.reason)))
    assert [(read.article.article_id, read.article.published) for read in reads] == [
        ("a", day),
        ("b", date(2023, 1, 2)),
    ]
    assert rejects == ["broken_json"]
    (one,) = explain_files([path], FakePipeline(), article_id="b")
    assert one.facts[0].value == 2.0
    with pytest.raises(SourceError, match=r"no article has the id c \(check the id, or name the files that hold it\)"):
        list(explain_files([path], FakePipeline(), article_id="c"))


def test_a_file_without_an_article(write_jsonl: Write) -> None:
    with pytest.raises(SourceError, match="holds no article that can be read"):
        list(explain_files([write_jsonl("{")], FakePipeline()))


@pytest.mark.parametrize(
    ("names", "published", "message"),
    [
        (["-", "a.txt"], None, "standard input goes alone"),
        (["a.txt"], "kemarin", "--published: published is no ISO date"),
    ],
)
def test_what_cannot_be_explained(names: list[str], published: str | None, message: str) -> None:
    with pytest.raises(SourceError, match=message):
        list(explain_named(names, published=published))


# As lines, and as data


def a_read(*decisions: Decision, on_topic: bool = True) -> Extraction:
    article = Article("a-1", "Ada 12 jiwa pada\n9/10 lalu.", source="berita.txt")
    facts = tuple(fact for d in decisions for fact in d.facts)
    return Extraction(article, on_topic, ArticleDate(date(2023, 1, 2), "published"), facts, decisions)


SENTENCE = Span(0, 27)
TAKEN = Decision(
    Span(4, 11), "12 jiwa", SENTENCE, True, "taken", "Taken.", (a_fact(confidence=0.75, mentions=2),),
    (
        Evidence("cue", "«Ada» right before it says so", Span(0, 3), "x.y", 0.8),
        Evidence("confidence", "strength", None, "x.y", 0.8),
        Evidence("confidence", "distance", weight=-0.05),
        Evidence("confidence", "lesser grounds", weight=-0.001),
    ),
)  # fmt: skip
NINE = Decision(Span(17, 18), "9", SENTENCE, False, "date", "A date.", (), (Evidence("rule", "A date."),))
TEN = NINE._replace(span=Span(19, 21), surface="10")


def test_an_explanation_in_lines() -> None:
    assert [plain(line) for line in explanation(a_read(TAKEN, NINE, TEN))] == [
        "a-1  berita.txt",
        "2023-01-02 (as given); 3 numbers, 1 taken, 1 row",
        "",
        "Ada 12 jiwa pada 9/10 lalu.",
        "  + 12 jiwa  participants = 12 person",
        "      exact; actual; jkn; Kabupaten Contoh (regency, 99.01); no period; said 2 times",
        "      cue           «Ada» right before it says so  [x.y 0.80]",
        "      confidence    0.75 = 0.80 strength, -0.05 distance",
        "  - 9, 10  date",
        "      A date.",
    ]


def test_numbers_are_coloured_by_their_fate() -> None:
    lines = list(explanation(a_read(TAKEN, NINE)))
    assert lines[3] == (("Ada ", ""), ("12 jiwa", "bold green"), (" pada ", ""), ("9", "yellow"), ("/10 lalu.", ""))


def test_an_article_off_the_topic_in_lines() -> None:
    lines = [plain(line) for line in explanation(a_read(on_topic=False))]
    assert lines[1] == "not about the health insurance, 2023-01-02 (as given); 0 numbers, 0 taken, 0 rows"


def test_all_dimensions_are_shown() -> None:
    fact = a_fact(
        value_low=10.0, value_high=14.0, qualifier="range", segment="ppu", care_class=3, facility_type="klinik",
        per="month", region_members=("99.02", "99.03"), period_start=date(2023, 1, 1), period_end=date(2023, 1, 31),
        speaker_name="Budi", speaker_role="Kepala Dinas",
    )  # fmt: skip
    assert reading(fact) == "participants = 12 person (10 to 14)"
    assert dimensions(fact) == (
        "range; actual; jkn; segment ppu; class 3; kind klinik; per month; Kabupaten Contoh (regency, 99.01), "
        "members 99.02 99.03; 2023-01-01 to 2023-01-31; said by Budi, Kepala Dinas"
    )
    assert dimensions(a_fact(region_name=None, region_level=None, region_code=None)).endswith("; no region; no period")


def test_an_explanation_as_data() -> None:
    record: dict[str, Any] = json.loads(json.dumps(as_record(a_read(TAKEN, NINE))))
    assert (record["article_id"], record["article_date"], record["on_topic"]) == ("a-1", "2023-01-02", True)
    first, second = record["decisions"]
    assert (first["start"], first["end"], first["text"]) == (4, 11, "12 jiwa")
    assert first["facts"][0]["indicator"] == "participants"
    assert first["evidence"][0] == {
        "about": "cue",
        "says": "«Ada» right before it says so",
        "words": {"start": 0, "end": 3, "text": "Ada"},
        "pattern_id": "x.y",
        "weight": 0.8,
    }
    assert (second["taken"], second["reason"], second["facts"]) == (False, "date", [])


def test_a_table_in_lines() -> None:
    lines = list(table(["", "rows"], [["a", "1"], ["long", "12"]], indent=""))
    assert [plain(line) for line in lines] == ["      rows", "a        1", "long    12"]
    assert lines[0][0][1] == "dim"
