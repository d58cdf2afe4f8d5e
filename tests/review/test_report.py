"""The page of a run: every figure in its sentence with its rows, as they are in the tables, and safe to open."""

from __future__ import annotations

import json
import re
import shutil
from html.parser import HTMLParser
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from reader import corpus, facts, pipeline
from typer.testing import CliRunner

from extract.cli import app
from extract.errors import OutputError, SourceError
from extract.model import Fact
from extract.review.report import Choice, Passage, passages, write_report
from extract.run.local import run_local
from extract.tables.finished import FinishedRun

TEGAL = "Cakupan UHC Kota Tegal kini 98,2 persen, dan 4.310 peserta mandiri menunggak iuran."
BATANG = "Masing-masing 12 puskesmas di Kabupaten Sragen dan Kabupaten Batang bekerja sama dengan BPJS Kesehatan <b>."
ARTICLES = (
    {"id": "a", "title": "UHC <i>Tegal</i>", "url": "https://contoh.id/a", "published": "2024-06-03", "text": TEGAL},
    {"id": "b", "url": "javascript:alert(1)", "text": BATANG},
    {"id": "c", "text": "Ada 3 sapi."},
)


class Page(HTMLParser):
    """What stands on a page: the names of its tags, its marks and links, and all its words."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.marks: list[str] = []
        self.links: list[str | None] = []
        self.words = ""
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag == "mark":
            self.marks.append("")
        if tag == "a":
            self.links.append(dict(attrs)["href"])

    def handle_data(self, data: str) -> None:
        self.words += data
        if self.tags[-1:] == ["mark"] and self.marks[-1] == "":
            self.marks[-1] = data


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A finished run over the articles above."""
    home = tmp_path_factory.mktemp("report")
    (home / "berita.jsonl").write_text("\n".join(map(json.dumps, ARTICLES)))
    run_local([home / "berita.jsonl"], home / "out", processes=1)
    return home / "out"


# Passages


def shown(passage: Passage) -> str:
    return "".join(f"[{p.words}|{p.number}]" if p.number is not None else p.words for p in passage.parts)


def test_figures_stand_in_their_sentence_with_their_numbers() -> None:
    text = f"BPJS Kesehatan bersyukur. {TEGAL} Peserta JKN di Kota Tegal 290.114 jiwa."
    first, second = passages(text, facts(text))
    assert shown(first) == (
        "Cakupan UHC Kota Tegal kini [98,2 persen|1], dan [4.310 peserta mandiri|2] menunggak iuran."
    )
    assert shown(second) == "Peserta JKN di Kota Tegal [290.114 jiwa|3]."
    assert [(row.number, row.fact.indicator) for row in second.rows] == [(3, "participants")]


def test_rows_of_one_figure_share_its_number() -> None:
    (passage,) = passages(BATANG, facts(BATANG))
    assert shown(passage).count("|1]") == 1
    assert [(row.number, row.fact.region_name) for row in passage.rows] == [
        (1, "Kabupaten Batang"),
        (1, "Kabupaten Sragen"),
    ]


def test_a_sentence_that_stands_twice_is_shown_where_the_figure_was_read() -> None:
    sentence = "Peserta JKN di Kota Tegal 290.114 jiwa."
    text = f"{sentence}\n{sentence}"
    (fact,) = facts(text)
    later = fact._replace(char_start=fact.char_start + len(sentence) + 1, char_end=fact.char_end + len(sentence) + 1)
    for each in (fact, later):
        (passage,) = passages(text, [each])
        assert shown(passage) == "Peserta JKN di Kota Tegal [290.114 jiwa|1]."


def test_all_figures_of_the_corpus_are_marked_as_they_are_written() -> None:
    for entry in corpus().values():
        text = entry.article.text
        for passage in passages(text, pipeline().run(entry.article).facts):
            written = "".join(part.words for part in passage.parts)
            assert written in text
            assert all(row.fact.sentence in written for row in passage.rows)
            marks = {part.number: part.words for part in passage.parts if part.number is not None}
            overlapped = [row for row in passage.rows if row.number not in marks]
            assert all(marks[row.number] == row.fact.surface for row in passage.rows if row not in overlapped)
            assert len(overlapped) < len(passage.rows)


# The page


def test_a_page_shows_each_fact_of_the_run(folder: Path) -> None:
    written = write_report(folder)
    assert (written.path, written.facts, written.articles, written.shown) == (folder / "report.html", 4, 2, 2)
    page = Page(written.path)
    assert page.marks == [
        "0.9 and more",
        "0.7 and more",
        "less",
        "98,2 persen",
        "4.310 peserta mandiri",
        "12 puskesmas",
    ]
    for words in ("Kabupaten Batang", "33.25", "2024-06-03", "coverage_pct", "4,310", "pbpu", "undated"):
        assert words in page.words
    assert "javascript" not in written.path.read_text()
    assert page.links == ["https://contoh.id/a"]


def test_an_article_cannot_write_html(folder: Path) -> None:
    page = Page(write_report(folder).path)
    assert not {"i", "b", "script"} & set(page.tags)
    assert "UHC <i>Tegal</i>" in page.words
    assert "BPJS Kesehatan <b>." in page.words


def test_the_same_run_gives_the_same_page(folder: Path, tmp_path: Path) -> None:
    one, other = write_report(folder, tmp_path / "1.html"), write_report(folder, tmp_path / "2.html")
    assert one.path.read_bytes() == other.path.read_bytes()


@pytest.mark.parametrize(
    ("choice", "marks"),
    [
        (Choice(indicators=("arrears_participants", "facilities")), ["4.310 peserta mandiri", "12 puskesmas"]),
        (Choice(region="33.25"), ["12 puskesmas"]),
        (Choice(region="33"), ["98,2 persen", "4.310 peserta mandiri", "12 puskesmas"]),
        (Choice(region="tegal"), ["98,2 persen", "4.310 peserta mandiri"]),
        (Choice(region="33", indicators=("coverage_pct",)), ["98,2 persen"]),
    ],
)
def test_a_page_of_some_facts(folder: Path, tmp_path: Path, choice: Choice, marks: list[str]) -> None:
    assert Page(write_report(folder, tmp_path / "r.html", choice=choice).path).marks[3:] == marks


def test_a_page_of_what_is_least_sure(folder: Path, tmp_path: Path) -> None:
    rows = FinishedRun(folder).facts_of(["a", "b"])
    edge = sorted({row.confidence for row in rows})[1]
    written = write_report(folder, tmp_path / "r.html", choice=Choice(below=edge))
    assert written.facts == sum(row.confidence < edge for row in rows) > 0


def test_the_overview_counts_what_is_not_shown(folder: Path, tmp_path: Path) -> None:
    written = write_report(folder, tmp_path / "r.html", limit=1)
    assert (written.facts, written.articles, written.shown) == (4, 2, 1)
    page = Page(written.path)
    assert page.marks[3:] == ["98,2 persen", "4.310 peserta mandiri"]
    assert re.search(r"facilities\s*2\s+2", page.words)
    assert "below are the first 1." in page.words


def test_a_run_without_facts_has_a_page(tmp_path: Path) -> None:
    (tmp_path / "sapi.txt").write_text("Ada 3 sapi.")
    run_local([tmp_path / "sapi.txt"], tmp_path / "out", processes=1)
    assert "0 facts of 0 articles" in Page(write_report(tmp_path / "out").path).words


def test_a_choice_that_nothing_answers_to_is_refused(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"holds no fact that answers to the choice .*--indicator"):
        write_report(folder, tmp_path / "r.html", choice=Choice(region="Papua"))
    assert not (tmp_path / "r.html").exists()


def test_a_page_that_cannot_be_written_says_so(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"nowhere.*cannot be written"):
        write_report(folder, tmp_path / "nowhere" / "r.html")


# The run, read back


def test_an_indicator_that_the_table_does_not_have_names_those_that_it_has(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"no fact of 'nope' \(name some of: arrears_participants, coverage_pct, fac"):
        write_report(folder, tmp_path / "r.html", choice=Choice(indicators=("coverage_pct", "nope")))


def test_blanks_around_a_region_do_not_count(folder: Path, tmp_path: Path) -> None:
    for region in (" 33.14 ", " kabupaten sragen "):
        assert write_report(folder, tmp_path / "r.html", choice=Choice(region=region)).facts == 1


def test_tables_of_two_runs_are_refused(folder: Path, tmp_path: Path) -> None:
    copy = shutil.copytree(folder, tmp_path / "run")
    other = tmp_path / "b.txt"
    other.write_text("Ada 3 sapi.")
    run_local([other], tmp_path / "other")
    shutil.copy(tmp_path / "other" / "articles.parquet", copy)
    with pytest.raises(SourceError, match=r"run: run.json and the tables are not from one run \(name the folder that"):
        write_report(copy)


def test_a_run_that_was_stopped_half_way_is_refused(folder: Path, tmp_path: Path) -> None:
    copy = shutil.copytree(folder, tmp_path / "run")
    (copy / ".angka-commit").mkdir()
    with pytest.raises(SourceError, match=r"stopped while its tables were put in place \(run it again, which finishes"):
        write_report(copy)


@pytest.mark.parametrize("name", ["facts.parquet", "articles.parquet", "rejects.parquet", "run.json", "berita.txt"])
def test_a_page_takes_the_place_of_no_other_file(folder: Path, tmp_path: Path, name: str) -> None:
    copy = shutil.copytree(folder, tmp_path / "run")
    (copy / "berita.txt").write_text("Peserta JKN.")
    before = (copy / name).read_bytes()
    with pytest.raises(OutputError, match=r"holds something else than a page.*\(name another file with --out\)"):
        write_report(copy, copy / name)
    assert (copy / name).read_bytes() == before
    (copy / "empty.html").touch()
    for page in (copy / "empty.html", copy / "empty.html"):
        assert write_report(copy, page).path == page


def test_facts_come_back_as_they_were_made(folder: Path) -> None:
    rows = FinishedRun(folder).facts_of(["b"])
    made = facts(BATANG)
    same: list[str] = [name for name in Fact._fields if name not in ("fact_id", "article_id", "confidence")]
    assert [[getattr(row, name) for name in same] for row in rows] == [
        [getattr(f, name) for name in same] for f in made
    ]


@pytest.mark.parametrize(
    ("run", "what"),
    [(None, "holds no run.json"), ("{", "cannot be read"), ('{"program": "other"}', "not from a run of angka")],
)
def test_a_folder_of_somebody_else_is_no_run(tmp_path: Path, run: str | None, what: str) -> None:
    if run is not None:
        (tmp_path / "run.json").write_text(run)
    with pytest.raises(SourceError, match=what):
        FinishedRun(tmp_path)


def test_a_table_that_is_gone_or_of_another_version_is_named(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "run.json").write_bytes((folder / "run.json").read_bytes())
    with pytest.raises(SourceError, match=r"facts\.parquet: cannot be read"):
        FinishedRun(tmp_path)
    for name in ("facts", "articles"):
        (tmp_path / f"{name}.parquet").write_bytes((folder / "articles.parquet").read_bytes())
    with pytest.raises(SourceError, match=r"has no column .*another version"):
        FinishedRun(tmp_path)


def test_a_run_on_spark_has_the_same_page(folder: Path, tmp_path: Path) -> None:
    record = json.loads((folder / "run.json").read_text(encoding="utf-8"))
    del record["files"]  # Spark leaves no checksums
    (tmp_path / "run.json").write_text(json.dumps(record), encoding="utf-8")
    for name in ("facts", "articles"):  # there, a table is a folder of files, and words are plain text
        rows = pq.read_table(folder / f"{name}.parquet")
        plain = [c.cast(pa.string()) if pa.types.is_dictionary(c.type) else c for c in rows.columns]
        (tmp_path / f"{name}.parquet").mkdir()
        for number in range(rows.num_rows):
            part = tmp_path / f"{name}.parquet" / f"part-{number:05}.parquet"
            pq.write_table(pa.table(plain, rows.column_names).slice(number, 1), part)
        (tmp_path / f"{name}.parquet" / "_SUCCESS").touch()
    assert write_report(tmp_path).path.read_bytes() == write_report(folder).path.read_bytes()


# The command


def test_the_command(folder: Path, tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["report", str(folder), "--out", str(tmp_path / "r.html"), "--articles", "1"])
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == f"4 facts of 2 articles, the first 1 shown: {tmp_path / 'r.html'}\n"
    refused = CliRunner().invoke(app, ["report", str(tmp_path)])
    assert refused.exit_code == 2
    assert refused.stderr.startswith(f"angka: {tmp_path}: holds no run.json")


def test_a_new_run_takes_the_old_page_away(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEGAL)
    out = tmp_path / "out"
    run_local([tmp_path / "a.txt"], out, processes=1)
    assert write_report(out).path.exists()
    run_local([tmp_path / "a.txt"], out, processes=1)
    assert not (out / "report.html").exists()
