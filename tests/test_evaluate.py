"""Evaluation: gold files and their errors, matching, scores, mistakes, saved results."""

from __future__ import annotations

import importlib.util
import json
import math
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from fake_pipeline import FakePipeline, a_fact
from reader import pack

from extract import evaluate as measuring
from extract.errors import GoldError, OutputError, SourceError
from extract.evaluate.names import Names
from extract.model import Decision, Fact, Span
from extract.review import plain
from extract.sources import content_hash, made_id
from extract.tables import facts_table
from extract.tables.rows import fact_rows

Write = Callable[..., Path]
TEXT = "Peserta JKN di Contoh 12 orang. Yang aktif 9 orang atau 75 persen, kata Budi.\nKuota 12 orang."
TWELVE = {
    "indicator": "participants",
    "value": 12,
    "unit": "person",
    "surface": "12 orang",
    "region": "Kabupaten Contoh",
}
NINE = {"indicator": "participants_active", "value": 9, "unit": "person", "surface": "9 orang", "period": "2023-02"}


def gold_line(*facts: Mapping[str, Any], **fields: Any) -> dict[str, Any]:
    return {"id": "a-1", "text": TEXT, "facts": list(facts), **fields}


def one_gold(write_jsonl: Write, *facts: Mapping[str, Any], **fields: Any) -> measuring.GoldArticle:
    return measuring.read_gold(write_jsonl(gold_line(*facts, **fields), name="x.gold.jsonl"))[0]


def scores(gold: measuring.GoldArticle, *rows: Fact) -> measuring.Scores:
    return measuring.score([measuring.judge(gold, rows)])


# Gold files


def test_a_text_beside_the_gold_file(write_jsonl: Write, tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "a.txt").write_text(TEXT)
    gold = one_gold(write_jsonl, TWELVE, text="texts/a.txt", published="2023-04-01", title="Peserta bertambah")
    assert gold.article.text == f"Peserta bertambah\n\n{TEXT}"
    assert gold.article.published == date(2023, 4, 1)
    assert gold.article.title_end == len("Peserta bertambah")


def test_what_is_left_out_is_null_or_not_judged(write_jsonl: Write) -> None:
    (fact,) = one_gold(write_jsonl, {**NINE, "region": None, "per": ""}).facts
    assert fact.says == {
        "period": (date(2023, 2, 1), date(2023, 2, 28)),
        **dict.fromkeys(("segment", "care_class", "per", "facility_type")),
    }


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (f'{{"id": "a", "text": "b", "facts": [{{"value": {"9" * 5000}}}]}}', "x.gold.jsonl:2: not JSON: Exceeds the"),
        ("{", "x.gold.jsonl:2: not JSON: Expecting property name enclosed in double quotes at column 2"),
        ("[]", "x.gold.jsonl:2: a line is no object (write an object of id, text,"),
        (gold_line(id=""), 'x.gold.jsonl:2: id is missing or no text (write "id": "...")'),
        (gold_line(id="first"), "x.gold.jsonl:2: id 'first' again (give each article its own)"),
        (gold_line(text=" "), "x.gold.jsonl:2: text is missing or empty"),
        (gold_line(text="gone.txt"), "x.gold.jsonl:2: text gone.txt cannot be read: No such file or directory"),
        (gold_line(published="kemarin"), "x.gold.jsonl:2: read without its date: published is no ISO date: 'kemarin'"),
        ({"id": "a", "text": "b"}, "x.gold.jsonl:2: facts is missing or no list of objects"),
        (gold_line(optional=["x"]), "x.gold.jsonl:2: optional is missing or no list of objects"),
        (
            gold_line({**TWELVE, "indicator": "peserta"}),
            "x.gold.jsonl:2: facts 1: no indicator 'peserta' (name one of: ",
        ),
        (gold_line({**TWELVE, "value": "12"}), "x.gold.jsonl:2: facts 1: value is '12' (write a finite number"),
        (gold_line({**TWELVE, "value": math.nan}), "facts 1: value is nan (write a finite number"),
        (gold_line({**TWELVE, "value": -math.inf}), "facts 1: value is -inf (write a finite number"),
        (gold_line({**TWELVE, "value": 10**400}), "facts 1: value is 1000"),
        (gold_line(optional=[{**TWELVE, "value": math.inf}]), "optional 1: value is inf (write a finite number"),
        (
            gold_line({**TWELVE, "unit": "persen"}),
            "facts 1: no unit 'persen' (name one of: employer, facility, household",
        ),
        (
            gold_line({**TWELVE, "regiom": "Papua"}),
            "facts 1: unknown field 'regiom' (name some of: indicator, value, u",
        ),
        (gold_line(optionals=[]), "x.gold.jsonl:2: unknown field 'optionals' (write optional, or another name for a"),
        (
            gold_line({**TWELVE, "region": "Kabupaten Sragne"}),
            "no area 'Kabupaten Sragne' (perhaps Kabupaten Sragen: w",
        ),
        (gold_line({**TWELVE, "region": "Kota Contoh"}), "no area 'Kota Contoh' (perhaps Kota "),
        (gold_line({**TWELVE, "region": "Sragen"}), "no area 'Sragen' (perhaps Kabupaten Sragen: "),
        (gold_line({**TWELVE, "region": "Provinsi Jaw"}), "no area 'Provinsi Jaw' (perhaps Provinsi "),
        (gold_line({**TWELVE, "unit": None}), "x.gold.jsonl:2: facts 1: unit is missing or no text"),
        (
            gold_line({**TWELVE, "region": None}, {**NINE, "surface": "9 jiwa"}),
            "x.gold.jsonl:2: facts 2: surface '9 jiwa' is not in the text",
        ),
        (gold_line({**NINE, "period": "2023-13"}), "x.gold.jsonl:2: facts 1: "),
        (gold_line({**NINE, "status": "soon"}), "facts 1: status is 'soon' (write one of: actual, target, planned)"),
        (gold_line({**NINE, "care_class": "3"}), "facts 1: care_class is '3' (write one of: 1, 2, 3, None)"),
        (gold_line({**NINE, "region_members": "Contoh"}), "facts 1: region_members is 'Contoh'"),
        (gold_line({**NINE, "segment": 3}), "facts 1: segment is 3 (write a text)"),
    ],
)
def test_bad_gold_names_the_line_and_the_remedy(write_jsonl: Write, line: Any, message: str) -> None:
    path = write_jsonl(gold_line(id="first"), line, name="x.gold.jsonl")
    with pytest.raises(GoldError) as caught:
        measuring.read_gold(path, names=Names(pack()))
    assert message in str(caught.value)
    assert str(caught.value).startswith(f"{path}:2: ")
    assert caught.value.remedy


def test_names_that_no_list_holds_are_free(write_jsonl: Write) -> None:
    free = ("Kecamatan Contoh", "Kelurahan Tegal", "Cabang Madiun", "Indonesia", "kabupaten sragen")
    facts = [{**TWELVE, "region": region, "note": "x"} for region in free]
    path = write_jsonl(gold_line(*facts, outlet="x", article_date="2024-01-02"), name="x.gold.jsonl")
    assert [fact.says["region"] for fact in measuring.read_gold(path, names=Names(pack()))[0].facts] == list(free)


def test_the_gold_of_the_corpus_names_what_there_is(repository: Path) -> None:
    names = Names(pack())
    for path in (repository / "corpus").glob("*.gold.jsonl"):
        assert measuring.read_gold(path, names=names)


def test_signs_that_end_a_line_may_stand_in_a_text(write_jsonl: Write) -> None:
    text = "Kabar.\u2028Peserta JKN 12 orang.\x85Tamat."
    assert one_gold(write_jsonl, TWELVE, text=text).article.text == text
    row = {"article_id": "a-1", "indicator": "participants", "unit": "person", "value": 12, "sentence": text}
    assert [fact.sentence for fact in measuring.read_facts(write_jsonl(row))["a-1"]] == [text]


@pytest.mark.parametrize(("content", "message"), [(None, "cannot be read"), ("\n", "holds no article")])
def test_no_gold_at_all(tmp_path: Path, content: str | None, message: str) -> None:
    path = tmp_path / "x.gold.jsonl"
    if content is not None:
        path.write_text(content)
    with pytest.raises(GoldError, match=message):
        measuring.read_gold(path)


# Matching


def test_each_row_finds_one_fact(write_jsonl: Write) -> None:
    gold = one_gold(write_jsonl, TWELVE, NINE)
    judged = measuring.judge(gold, [a_fact(), a_fact(), a_fact(surface="8")])
    assert [match.gold.value for match in judged.matches] == [12.0]
    assert [fact.value for fact in judged.missed] == [9.0]
    assert [row.value for row in judged.extra] == [12.0, 8.0]


def test_the_pair_that_agrees_most_goes_first(write_jsonl: Write) -> None:
    gold = one_gold(write_jsonl, {**TWELVE, "segment": "ppu"}, {**TWELVE, "segment": "bp"})
    judged = measuring.judge(gold, [a_fact(segment="bp"), a_fact(segment="ppu")])
    assert [(match.gold.says["segment"], match.row.segment) for match in judged.matches] == [
        ("ppu", "ppu"),
        ("bp", "bp"),
    ]
    assert not judged.extra
    assert not any(match.wrong for match in judged.matches)


def test_an_optional_fact_forgives_its_number(write_jsonl: Write) -> None:
    gold = one_gold(write_jsonl, optional=[{"indicator": "employers", "value": 12, "unit": "person"}])
    assert scores(gold, a_fact(), a_fact()).facts == (0, 0, 0)
    assert scores(gold, a_fact(unit="household")).facts == (0, 1, 0)


@pytest.mark.parametrize(
    ("gold", "row", "wrong"),
    [
        ({}, {"segment": "ppu"}, ("segment",)),
        ({}, {"region_name": "Kota Lain"}, ("region",)),
        ({}, {"region_name": "KABUPATEN contoh"}, ()),
        ({"region": None}, {"region_name": "Kota Lain"}, ()),
        ({"period": "2023"}, {"period_start": date(2023, 1, 1), "period_end": date(2023, 12, 31)}, ()),
        ({"period": "2023"}, {"period_start": date(2023, 1, 1), "period_end": date(2023, 1, 1)}, ("period",)),
        ({"period": "2023"}, {}, ("period",)),
        ({}, {"period_start": date(2023, 1, 1)}, ()),
        ({"region_members": ["Kota A", "Kota B"]}, {"region_members": ("99.01", "99.02")}, ()),
        ({"region_members": ["Kota A", "Kota B"]}, {}, ("region_members",)),
        ({"qualifier": "approx", "status": "target"}, {}, ("qualifier", "status")),
        ({"care_class": 3, "per": "month"}, {"care_class": 3, "per": "month"}, ()),
        ({}, {"facility_type": "klinik", "program": "jamkesda"}, ("facility_type",)),
    ],
)
def test_what_is_judged_of_a_fact(
    write_jsonl: Write, gold: dict[str, Any], row: dict[str, Any], wrong: tuple[str, ...]
) -> None:
    (match,) = measuring.judge(one_gold(write_jsonl, {**TWELVE, **gold}), [a_fact(**row)]).matches
    assert match.wrong == wrong


# Scores


def test_counts_and_shares(write_jsonl: Write) -> None:
    found = scores(one_gold(write_jsonl, TWELVE, NINE), a_fact(segment="ppu"), a_fact(surface="8"))
    assert found.facts == (1, 1, 1)
    assert found.rows == (0, 2, 2)
    assert (found.facts.precision, found.facts.recall, found.facts.f1) == (0.5, 0.5, 0.5)
    assert found.indicators == {"participants": (1, 1, 0), "participants_active": (0, 0, 1)}
    region, segment = found.dimensions["region"], found.dimensions["segment"]
    assert (region.right, region.judged, region.values) == (1, 1, (1, 0, 0))
    assert (segment.accuracy, segment.values) == (0.0, (0, 1, 0))
    assert found.dimensions["period"].judged == 0


def test_nothing_asked_and_nothing_said_is_right(write_jsonl: Write) -> None:
    found = scores(one_gold(write_jsonl))
    assert (found.facts.f1, found.rows.f1) == (1.0, 1.0)
    assert scores(one_gold(write_jsonl), a_fact()).facts.f1 == 0.0


def test_bands_of_confidence(write_jsonl: Write) -> None:
    gold = one_gold(write_jsonl, TWELVE, {**TWELVE, "segment": "bp"}, {**TWELVE, "segment": "ppu"})
    rows = [a_fact(confidence=1.0), a_fact(confidence=0.95, segment="bp"), a_fact(confidence=0.79999999, segment="x")]
    bands = scores(gold, *rows, a_fact(surface="8", confidence=0.2)).bands
    assert [(band.rows, band.found, band.right) for band in bands] == [
        (1, 0, 0),
        (0, 0, 0),
        (1, 1, 0),
        (0, 0, 0),
        (2, 2, 2),
    ]
    assert bands[4].mean == pytest.approx(0.975)
    assert bands[0].precision == 0.0
    assert bands[2].precision == 1.0
    assert math.isnan(bands[1].precision)


def test_bands_tell_confidence_from_what_was_right() -> None:
    shares = {0.65: 6, 0.85: 8, 0.97: 10}
    found = measuring.bands((share, at < right, at < right - 1) for share, right in shares.items() for at in range(10))
    assert [(band.rows, band.precision) for band in found if band.rows] == [(10, 0.6), (10, 0.8), (10, 1.0)]
    assert [band.right for band in found if band.rows] == [5, 7, 9]
    assert [band.rows for band in measuring.bands([(math.nan, True, True)])] == [0, 0, 0, 0, 0]


def test_a_report_and_a_record_hold_the_five_bands(write_jsonl: Write) -> None:
    rows = [a_fact(confidence=0.96), a_fact(confidence=0.96, surface="8"), a_fact(confidence=0.75, surface="7")]
    found = result(write_jsonl, *rows)
    lines = [" ".join(plain(line).split()) for line in measuring.score_lines(found.scores)]
    start = lines.index("rows mean precision fact right row right share") + 1
    assert lines[start : start + 5] == [
        "0 to 0.7 0 0 0",
        "0.7 to 0.8 1 0.750 0.000 0 0 0.000",
        "0.8 to 0.9 0 0 0",
        "0.9 to 0.95 0 0 0",
        "0.95 to 1 2 0.960 0.500 1 1 0.500",
    ]
    assert [(band["rows"], band["mean"], band["precision"]) for band in found.record["confidence"]] == [
        (0, None, None),
        (1, 0.75, 0.0),
        (0, None, None),
        (0, None, None),
        (2, 0.96, 0.5),
    ]


@pytest.mark.parametrize("written", ["", "0", "0,x,1", "0,0.7,0.5,1", "0.1,1", "0,2", "0,0.5"])
def test_edges_go_up_from_0_to_1(written: str) -> None:
    with pytest.raises(GoldError, match=r"--bands: .* are no edges"):
        measuring.read_edges(written)


def test_edges_as_written() -> None:
    assert measuring.read_edges(None) == measuring.EDGES
    assert len(measuring.EDGES) == 6


# Mistakes


def test_mistakes_come_with_their_sentences(write_jsonl: Write) -> None:
    gold = one_gold(write_jsonl, TWELVE, {**TWELVE, "indicator": "participants_quota"}, NINE)
    rows = [
        a_fact(segment="ppu", sentence="Peserta JKN di Contoh 12 orang.", char_start=22, char_end=30),
        a_fact(surface="8"),
    ]
    extra, missed, wrong = sorted(
        measuring.find_mistakes([measuring.judge(gold, rows)]), key=lambda m: (m.kind, m.value)
    )[:3]
    assert (extra.kind, extra.value, extra.sentence) == ("extra", 8.0, "angka 8")
    assert (missed.kind, missed.indicator, missed.sentence) == (
        "missed",
        "participants_active",
        "Yang aktif 9 orang atau 75 persen, kata Budi.",
    )
    assert (wrong.kind, wrong.indicator, wrong.sentence) == ("missed", "participants_quota", "Kuota 12 orang.")
    (last,) = [m for m in measuring.find_mistakes([measuring.judge(gold, rows)]) if m.kind == "wrong"]
    assert [tuple(dimension) for dimension in last.dimensions] == [("segment", None, "ppu")]
    assert last.sentence == "Peserta JKN di Contoh 12 orang."


@pytest.mark.parametrize(
    ("decision", "why"),
    [
        (None, ""),
        (
            Decision(Span(43, 50), "9 orang", Span(32, 77), False, "no_cue", "Nothing speaks for it."),
            "Nothing speaks for it.",
        ),
        (Decision(Span(43, 44), "9", Span(32, 77), False, "no_cue", ""), "no_cue"),
        (Decision(Span(0, 3), "xxx", Span(0, 9), False, "x", "y"), "no number was seen here"),
        (
            Decision(Span(43, 50), "9 orang", Span(32, 77), True, "taken", "", (a_fact(),)),
            "taken as participants in person",
        ),
        (
            Decision(Span(43, 50), "9", Span(32, 77), True, "taken", "", (a_fact(indicator="participants_active"),)),
            "read as 12 person",
        ),
    ],
)
def test_a_missed_fact_says_what_became_of_its_number(write_jsonl: Write, decision: Decision | None, why: str) -> None:
    judged = measuring.judge(one_gold(write_jsonl, NINE), [])
    (mistake,) = measuring.find_mistakes([judged], lambda article: (decision,) if decision else ())
    assert mistake.why == why


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Peserta JKN naik. Data dr. Budi, 9 orang. Sekian.", "Data dr. Budi, 9 orang."),
        ("Peserta JKN naik. Yang aktif 9 orang\nBaca juga: Iuran JKN naik", "Yang aktif 9 orang"),
    ],
    ids=["an abbreviation", "page furniture"],
)
def test_a_missed_fact_stands_in_the_sentence_that_the_pipeline_reads(
    write_jsonl: Write, text: str, sentence: str
) -> None:
    gold = one_gold(write_jsonl, NINE, text=text)
    (mistake,) = measuring.find_mistakes([measuring.judge(gold, [])])
    assert mistake.sentence == sentence


# Facts tables


def test_facts_from_a_parquet_file_or_the_folder_of_a_run(tmp_path: Path) -> None:
    fact = a_fact(region_members=("99.01",), period_start=date(2023, 1, 1), flags=("odd",))
    pq.write_table(facts_table([fact_rows([fact])]), tmp_path / "facts.parquet")
    assert measuring.read_facts(tmp_path / "facts.parquet") == {"a-1": (fact,)}
    assert measuring.read_facts(tmp_path) == {"a-1": (fact,)}


def test_facts_of_somebody_else(write_jsonl: Write) -> None:
    row = {
        "article_id": "a-1",
        "indicator": "participants",
        "unit": "person",
        "value": 12,
        "period_start": "2023-01-31",
    }
    (fact,) = measuring.read_facts(write_jsonl({**row, "their_own": 1}))["a-1"]
    assert (fact.value, fact.period_start, fact.qualifier, fact.segment) == (12.0, date(2023, 1, 31), "exact", None)


def a_run(folder: Path, *articles: tuple[str, str | None], facts: tuple[Fact, ...] = ()) -> Path:
    """What finding gold articles needs of a run's folder; articles are ids and texts, None off the topic."""
    pq.write_table(facts_table([fact_rows(facts)]), folder / "facts.parquet")
    hashes = [text and content_hash(text) for _, text in articles]
    columns = {"article_id": [name for name, _ in articles], "content_hash": pa.array(hashes, pa.string())}
    pq.write_table(pa.table(columns), folder / "articles.parquet")
    return folder


def test_articles_that_a_run_has_named_are_found_by_their_text(write_jsonl: Write, tmp_path: Path) -> None:
    gold = one_gold(write_jsonl, TWELVE)
    named = a_fact(article_id="theirs")
    folder = a_run(tmp_path, ("theirs", TEXT.replace("\n", "  ")), facts=(named,))
    assert measuring.find_rows([gold], folder) == ({"a-1": (named,)}, ())
    made = a_fact(article_id=made_id(content_hash(TEXT)))
    (tmp_path / "articles.parquet").unlink()
    pq.write_table(facts_table([fact_rows([made])]), tmp_path / "facts.parquet")
    assert measuring.find_rows([gold], folder).rows == {"a-1": (made,)}


def test_a_table_without_an_article_of_the_gold_is_refused(write_jsonl: Write, tmp_path: Path) -> None:
    gold = [one_gold(write_jsonl, TWELVE), one_gold(write_jsonl, TWELVE, id="a-2", text=f"Kabar baik. {TEXT}")]
    folder = a_run(tmp_path, ("x", "lain"), facts=(a_fact(article_id="x"),))
    with pytest.raises(SourceError, match=r"0 of 2 gold articles are in the table \(run angka over the texts"):
        measuring.find_rows(gold, folder)
    assert measuring.find_rows(gold, a_run(tmp_path, ("a-2", None))) == ({"a-2": ()}, ("a-1",))


def test_a_table_without_confidence_fills_no_band(write_jsonl: Write) -> None:
    row = {"article_id": "a-1", "indicator": "participants", "unit": "person", "value": 12}
    rows = measuring.read_facts(write_jsonl(row))["a-1"]
    found = scores(one_gold(write_jsonl, {**TWELVE, "region": None}), *rows)
    assert found.facts == (1, 0, 0)
    assert [band.rows for band in found.bands] == [0, 0, 0, 0, 0]


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("gone.parquet", None, "cannot be read"),
        ("bad.parquet", "x", "cannot be read"),
        ("bad.jsonl", "{", "cannot be read"),
        ("nan.jsonl", '{"article_id":"a","indicator":"x","unit":"y","value":NaN}', "value is not finite"),
        ("huge.jsonl", f'{{"article_id":"a","indicator":"x","unit":"y","value":1{"0" * 400}}}', "too large"),
        ("list.jsonl", "\n[]\n", "list.jsonl:2: a line is no object"),
        ("facts.csv", "x", "is no facts table"),
        ("facts.jsonl", '{"article_id": "a", "unit": "person", "value": 1}', "row 1 has no indicator"),
        ("when.jsonl", '{"article_id":"a","indicator":"x","unit":"y","value":1,"period_end":"kini"}', "kini"),
    ],
)
def test_what_is_no_facts_table(tmp_path: Path, name: str, content: str | None, message: str) -> None:
    if content is not None:
        (tmp_path / name).write_text(content)
    with pytest.raises(SourceError, match=message) as caught:
        measuring.read_facts(tmp_path / name)
    assert caught.value.remedy


def test_a_parquet_file_without_the_columns(tmp_path: Path) -> None:
    pq.write_table(pa.table({"text": ["x"]}), tmp_path / "facts.parquet")
    with pytest.raises(SourceError, match="row 1 has no article_id"):
        measuring.read_facts(tmp_path)


# Results as data


def result(write_jsonl: Write, *rows: Fact) -> measuring.Result:
    gold = one_gold(write_jsonl, TWELVE, NINE, {**TWELVE, "indicator": "participants_quota"})
    return measuring.result_of("x.gold.jsonl", [gold], {"a-1": rows})


def test_a_result_is_json_and_comes_back(write_jsonl: Write, tmp_path: Path) -> None:
    record = result(write_jsonl, a_fact(segment="ppu"), a_fact(surface="8")).record
    measuring.save(record, tmp_path / "r.json")
    measuring.save(record, tmp_path / "r.json")
    assert measuring.load(tmp_path / "r.json") == json.loads(json.dumps(record, allow_nan=False))
    assert [path.name for path in tmp_path.iterdir() if "r.json" in path.name] == ["r.json"]
    assert record["findings"] == {
        "a-1": {
            "participants 12 person «12 orang»": "wrong: segment",
            "participants_active 9 person «9 orang»": "missed",
            "participants_quota 12 person «12 orang»": "missed",
            "participants 8 person «8» too many": "extra",
        }
    }
    assert record["facts"] == {"tp": 1, "fp": 1, "fn": 2, "precision": 0.5, "recall": 0.3333, "f1": 0.4}
    assert record["errors"][2]["dimensions"] == {} and record["errors"][3]["dimensions"] == {
        "segment": {"want": None, "have": "ppu"}
    }


def test_gains_and_losses(write_jsonl: Write) -> None:
    nine = a_fact(
        surface="9", indicator="participants_active", period_start=date(2023, 2, 1), period_end=date(2023, 2, 28)
    )
    before = result(write_jsonl, a_fact(segment="ppu", region_name=None), a_fact(surface="8"), nine).record
    now = result(write_jsonl, a_fact(segment="ppu"), a_fact(surface="7")).record
    changes = measuring.compare(before, now)
    assert [change[1:] for change in changes.gains] == [
        ("participants 12 person «12 orang»", "wrong: region, segment", "wrong: segment"),
        ("participants 8 person «8» too many", "extra", "gone"),
    ]
    assert [change[1:] for change in changes.losses] == [
        ("participants_active 9 person «9 orang»", "right", "missed"),
        ("participants 7 person «7» too many", "gone", "extra"),
    ]
    assert measuring.compare(now, now) == ((), ())
    assert measuring.compare({"findings": {}}, now) == ((), ())


def test_equal_facts_are_told_apart(write_jsonl: Write) -> None:
    gold = one_gold(write_jsonl, TWELVE, {**TWELVE, "segment": "bp"})
    record = measuring.result_of("x", [gold], {"a-1": (a_fact(segment="bp"),)}).record
    assert record["findings"]["a-1"] == {
        "participants 12 person «12 orang»": "missed",
        "participants 12 person «12 orang» #2": "right",
    }


@pytest.mark.parametrize("content", [None, "{", "[]", '{"facts": 1}'])
def test_what_is_no_saved_result(tmp_path: Path, content: str | None) -> None:
    if content is not None:
        (tmp_path / "r.json").write_text(content)
    with pytest.raises(GoldError, match=r"is no saved result.*angka evaluate --save"):
        measuring.load(tmp_path / "r.json")


def test_a_result_that_cannot_be_kept(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="cannot be written"):
        measuring.save({}, tmp_path / "gone" / "r.json")


def test_the_lines_of_a_result(write_jsonl: Write) -> None:
    found = result(write_jsonl, a_fact(segment="ppu"), a_fact(surface="8"))
    lines = [plain(line) for line in measuring.mistake_lines(found.mistakes)]
    assert lines[:2] == [
        "missed a-1  participants_active = 9 person, «9 orang»",
        "        Yang aktif 9 orang atau 75 persen, kata Budi.",
    ]
    assert "        segment: should be nothing, is ppu" in lines
    lines = [" ".join(plain(line).split()) for line in measuring.score_lines(found.scores)]
    assert "participants 1 1 0 0.5000 1.0000 0.6667" in lines
    assert "region 1 1 1.0000 1 0 0 1.0000 1.0000 1.0000" in lines
    assert "0 to 0.7 2 0.500 0.500 1 0 0.000" in lines
    assert lines[-3:] == [
        "tp fp fn precision recall F1",
        "fact 1 1 2 0.5000 0.3333 0.4000",
        "row 0 2 3 0.0000 0.0000 0.0000",
    ]


# The whole


class FakePatternEngine:
    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder

    def reader(self) -> FakePipeline:
        return FakePipeline()


def test_without_a_table_the_pipeline_reads_the_texts(write_jsonl: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extract.evaluate.whole.PatternEngine", FakePatternEngine)
    fact = {**TWELVE, "surface": "12", "region": "Kabupaten Sragen"}
    line = gold_line(fact, text="jkn angka 12 angka 13")
    found = measuring.evaluate(write_jsonl(line, name="x.gold.jsonl"))
    assert found.scores.facts == (1, 1, 0)
    assert found.record["gold"] == "x.gold.jsonl"


def test_gold_may_only_name_indicators_of_the_pack(write_jsonl: Write) -> None:
    with pytest.raises(GoldError, match="no indicator 'peserta'"):
        measuring.evaluate(write_jsonl(gold_line({**TWELVE, "indicator": "peserta"})))


@pytest.mark.shared
@pytest.mark.parametrize("name", ["gold/seeds.jsonl", "gold/dev.jsonl", "seen.gold.jsonl", "seen-odd.gold.jsonl"])
def test_the_counts_are_those_of_the_common_scorer(shared: Path, repository: Path, tmp_path: Path, name: str) -> None:
    spec = importlib.util.spec_from_file_location("common_scorer", shared / "tools" / "score.py")
    assert spec is not None and spec.loader is not None
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    path = shared / name if "/" in name else repository / "corpus" / name
    gold = measuring.read_gold(path)
    rows = _spoilt(gold)
    pq.write_table(facts_table([fact_rows([row for found in rows.values() for row in found])]), tmp_path / "f.parquet")
    expected, _ = scorer.score(path, tmp_path / "f.parquet")
    ours = measuring.result_of(name, gold, measuring.read_facts(tmp_path / "f.parquet")).record
    for part, theirs in (("facts", "fact"), ("rows", "row")):
        assert {k: ours[part][k] for k in ("precision", "recall", "f1")} == expected[theirs]
    for indicator, counts in expected["indicators"].items():
        mine = ours["indicators"][indicator]
        assert (mine["tp"], mine["fn"], mine["fp"]) == tuple(counts.get(k, 0) for k in ("hit", "miss", "extra"))
        assert mine["f1"] == counts["f1"]
    judged = {name: found["accuracy"] for name, found in ours["dimensions"].items() if found["judged"]}
    assert judged == expected["dimensions"]


def _spoilt(gold: tuple[measuring.GoldArticle, ...]) -> dict[str, tuple[Fact, ...]]:
    """The gold as rows, some of them left out, doubled or with a wrong dimension, each in its turn."""
    made: dict[str, tuple[Fact, ...]] = {}
    turn = 0
    for entry in gold:
        rows = []
        for fact in entry.facts:
            turn += 1
            says = dict(fact.says)
            start, end = says.pop("period", None) or (None, None)  # type: ignore[misc]
            region = says.pop("region", None)
            row = a_fact(entry.article.article_id, "1", unit=fact.unit, value=fact.value, indicator=fact.indicator)
            row = row._replace(period_start=start, period_end=end, region_name=region, **says)  # type: ignore[arg-type]
            row = row._replace(segment="bp") if turn % 5 == 0 else row
            row = row._replace(region_name="Kota Lain", period_end=None) if turn % 7 == 0 else row
            row = row._replace(indicator="villages") if turn % 11 == 0 else row
            rows += [row] * (0 if turn % 4 == 0 else 2 if turn % 9 == 0 else 1)
        for unit, value in entry.allowed:
            rows.append(a_fact(entry.article.article_id, "1", unit=unit, value=value))
        made[entry.article.article_id] = tuple(rows)
    return made
