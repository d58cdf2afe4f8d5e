"""A run into the folder of an earlier one: what is known is not read again, and the tables are as if it had been."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from fake_pipeline import FakeEngine, FakePipeline

from extract.model import Article, Extraction
from extract.run import earlier, local
from extract.run.engine import Knowledge, PatternEngine, libraries
from extract.run.local import Report, run_local
from extract.sources import batches

Write = Callable[..., Path]
FILES = ("articles.parquet", "facts.parquet", "rejects.parquet", "run.json")
TWO = ({"id": "a", "text": "jkn angka 1"}, {"id": "b", "text": "jkn angka 2 dan angka 3"})
asked: list[str] = []


class Asked(FakePipeline):
    """Notes which articles it is asked to read."""

    def run(self, article: Article, *, explain: bool = False) -> Extraction:
        asked.append(article.article_id)
        return super().run(article, explain=explain)


class AskedEngine(NamedTuple):
    pack_hash: str = "0" * 64

    def reader(self) -> Asked:
        return Asked()

    def knowledge(self) -> Knowledge:
        return FakeEngine().knowledge()._replace(pack_hash=self.pack_hash)


def a_run(path: Path, out: Path, **options: Any) -> Report:
    asked.clear()
    return run_local([path], out, **{"engine": AskedEngine(), "processes": 1, **options})


def bytes_of(out: Path) -> dict[str, bytes]:
    return {name: (out / name).read_bytes() for name in FILES}


def test_the_same_input_is_not_read_again(write_jsonl: Write, tmp_path: Path) -> None:
    path, out = write_jsonl(*TWO), tmp_path / "out"
    first = a_run(path, out)
    assert (asked, first.known) == (["a", "b"], 0)
    before = bytes_of(out)
    again = a_run(path, out)
    assert (asked, again.known) == ([], 2)
    assert again._replace(seconds=0, known=0) == first._replace(seconds=0)
    assert bytes_of(out) == before


def test_only_what_is_new_or_has_changed_is_read(write_jsonl: Write, tmp_path: Path) -> None:
    out = tmp_path / "out"
    a_run(write_jsonl(*TWO, {"id": "c", "text": "jkn angka 4"}), out)
    changed = {"id": "b", "text": "jkn angka 2 dan angka 33"}
    report = a_run(write_jsonl({"id": "new", "text": "jkn angka 9"}, changed, TWO[0]), out)
    assert (asked, report.known) == (["new", "b"], 1)
    assert pq.read_table(out / "facts.parquet")["surface"].to_pylist() == ["9", "2", "33", "1"]


@pytest.mark.parametrize(
    "change",
    [
        {"title": "Kabar"},
        {"published": "2024-06-04"},
        {"published": None},
        {"text": "jkn\nangka 1"},
        {"id": "other"},
    ],
)
def test_whatever_is_read_decides_whether_an_article_is_known(
    write_jsonl: Write, tmp_path: Path, change: dict[str, Any]
) -> None:
    one = {**TWO[0], "published": "2024-06-03"}
    a_run(write_jsonl(one), tmp_path / "out")
    assert a_run(write_jsonl({**one, **change}), tmp_path / "out").known == 0
    assert len(asked) == 1


def test_a_title_that_leaves_the_text_for_its_field_changes_nothing(write_jsonl: Write, tmp_path: Path) -> None:
    title, body = "Peserta JKN di Kota Tegal 12.000 jiwa.", "Kabar ini datang dari kepala dinas, kemarin."
    records = [{"id": "x", "title": title, "text": f"{title}\n\n{body}"}, {"id": "x", "title": title, "text": body}]
    in_title = []
    for night, record in enumerate(records):
        for out in ("out", f"fresh-{night}"):
            a_run(write_jsonl(record), tmp_path / out, engine=PatternEngine())
        in_title += pq.read_table(tmp_path / f"fresh-{night}" / "facts.parquet")["in_title"].to_pylist()
        assert bytes_of(tmp_path / "out") == bytes_of(tmp_path / f"fresh-{night}")
    assert in_title == [True, True]


def test_what_is_only_carried_along_is_that_of_the_new_record(write_jsonl: Write, tmp_path: Path) -> None:
    a_run(write_jsonl(TWO[0]), tmp_path / "out")
    assert a_run(write_jsonl({**TWO[0], "url": "https://contoh.id/a", "outlet": "Kabar"}), tmp_path / "out").known == 1
    [row] = pq.read_table(tmp_path / "out" / "articles.parquet").to_pylist()
    assert (row["url"], row["outlet"], row["text"], row["facts"]) == ("https://contoh.id/a", "Kabar", "jkn angka 1", 1)


def test_articles_without_facts_are_read_again(write_jsonl: Write, tmp_path: Path) -> None:
    path = write_jsonl({"id": "none", "text": "jkn saja"}, {"id": "bad", "text": "jkn GAGAL"}, TWO[0])
    a_run(path, tmp_path / "out")
    assert a_run(path, tmp_path / "out").known == 1
    assert asked == ["none", "bad"]


# What makes an earlier run useless


def test_other_patterns_read_everything(write_jsonl: Write, tmp_path: Path) -> None:
    path = write_jsonl(*TWO)
    a_run(path, tmp_path / "out")
    assert a_run(path, tmp_path / "out", engine=AskedEngine("1" * 64)).known == 0


def test_other_code_reads_everything(write_jsonl: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write_jsonl(*TWO)
    a_run(path, tmp_path / "out")
    monkeypatch.setattr(local, "code_hash", lambda: "changed")
    assert a_run(path, tmp_path / "out").known == 0


@pytest.mark.parametrize("name", ["spacy", "pyarrow", "regex", "numpy", "python"])
def test_another_library_reads_everything(
    write_jsonl: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    path = write_jsonl(*TWO)
    a_run(path, tmp_path / "out")
    changed = {**libraries(), name: "changed"}
    monkeypatch.setattr(local, "libraries", lambda: changed)
    assert a_run(path, tmp_path / "out").known == 0


def test_afresh_reads_everything(write_jsonl: Write, tmp_path: Path) -> None:
    path = write_jsonl(*TWO)
    a_run(path, tmp_path / "out")
    assert a_run(path, tmp_path / "out", afresh=True).known == 0
    assert asked == ["a", "b"]


@pytest.mark.parametrize("harm", ["edited", "gone", "no_sums", "half"])
def test_tables_that_are_not_as_the_run_left_them_are_not_used(write_jsonl: Write, tmp_path: Path, harm: str) -> None:
    path, out = write_jsonl(*TWO), tmp_path / "out"
    a_run(path, out)
    before = bytes_of(out)
    facts, run = out / "facts.parquet", out / "run.json"
    if harm == "edited":
        table = pq.read_table(facts)
        pq.write_table(table.set_column(4, "value", pa.array([9.0] * table.num_rows)), facts)
    elif harm == "gone":
        facts.unlink()
    elif harm == "half":
        facts.write_bytes(facts.read_bytes()[:-100])
    else:
        run.write_text(json.dumps({**json.loads(run.read_text()), "files": {}}))
    assert a_run(path, out).known == 0
    assert bytes_of(out) == before


# The tables are the same as without


def tomorrow(records: list[dict[str, Any]], chance: random.Random) -> list[dict[str, Any]]:
    """The articles of the next day: some gone, some changed, some new, in another order."""
    kept = [dict(record) for record in records if chance.random() > 0.1]
    for record in kept:
        match chance.randrange(12):
            case 0:
                record["text"] += " angka 77"
            case 1:
                record["title"] = "Kabar jkn"
            case 2:
                record["published"] = "2024-01-02"
            case 3:
                record["outlet"] = "Lain"
            case 4:
                record["text"] += " GAGAL"
            case 5:
                record["text"] = "lain topik"
    new = [an_article(chance) for _ in range(chance.randrange(6))]
    place = chance.randrange(len(kept) + 1)
    mixed = [*kept[:place], *new, *kept[place:]]
    if chance.random() < 0.5:
        chance.shuffle(mixed)
    return mixed


def an_article(chance: random.Random) -> dict[str, Any]:
    figures = " ".join(f"angka {chance.randrange(100)}" for _ in range(chance.randrange(4)))
    topic = "jkn" if chance.random() < 0.8 else "lain"
    published = "2023-05-06" if chance.random() < 0.5 else None
    return {"id": f"n{chance.randrange(10**9)}", "text": f"Warga {topic} {figures} é", "published": published}


@pytest.mark.parametrize("seed", range(12))
def test_days_on_end_give_what_one_run_gives(write_jsonl: Write, tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    records = [an_article(chance) for _ in range(chance.randrange(150))] or [an_article(chance)]
    for day in range(4):
        path = write_jsonl(*records)
        known = a_run(path, tmp_path / "out").known
        assert known > 0 or day == 0
        a_run(path, tmp_path / f"fresh-{day}")
        assert bytes_of(tmp_path / "out") == bytes_of(tmp_path / f"fresh-{day}")
        records = tomorrow(records, chance)


def test_a_pool_of_processes_reads_only_the_rest(
    write_jsonl: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(local, "_POOL_ARTICLES", 1)
    monkeypatch.setattr(batches, "ROWS", 4)
    chance = random.Random(7)
    records = [an_article(chance) for _ in range(60)]
    a_run(write_jsonl(*records), tmp_path / "out", processes=2, engine=FakeEngine())
    path = write_jsonl(*tomorrow(records, chance))
    assert a_run(path, tmp_path / "out", processes=2, engine=FakeEngine()).known > 10
    a_run(path, tmp_path / "fresh", engine=FakeEngine())
    assert bytes_of(tmp_path / "out") == bytes_of(tmp_path / "fresh")


def test_tables_of_several_row_groups(write_jsonl: Write, tmp_path: Path) -> None:
    text = "jkn " + " ".join(f"angka {number}" for number in range(200))
    records = [{"id": f"a{number}", "text": f"{text} {number}"} for number in range(100)]
    out = tmp_path / "out"
    a_run(write_jsonl(*records), out)
    assert pq.ParquetFile(out / "facts.parquet").num_row_groups > 2
    path = write_jsonl(*reversed(records), {"id": "new", "text": "jkn angka 1"})
    assert a_run(path, out).known == 100
    assert asked == ["new"]
    a_run(path, tmp_path / "fresh")
    assert bytes_of(out) == bytes_of(tmp_path / "fresh")


@pytest.mark.parametrize(("kept", "most", "least_known"), [(64 << 20, 4, 100), (0, 12, 1)])
def test_articles_in_another_order_do_not_decode_the_tables_again_and_again(
    write_jsonl: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kept: int, most: int, least_known: int
) -> None:
    text = "jkn " + " ".join(f"angka {number}" for number in range(200))
    records = [{"id": f"a{number}", "text": f"{text} {number}"} for number in range(100)]
    out, decoded = tmp_path / "out", list[int]()
    a_run(write_jsonl(*records), out)
    random.Random(5).shuffle(records)
    path = write_jsonl(*records)
    real = pq.ParquetFile.read_row_group

    def noting(file: pq.ParquetFile, number: int, **options: Any) -> pa.Table:
        decoded.append(number)
        return real(file, number, **options)

    monkeypatch.setattr(pq.ParquetFile, "read_row_group", noting)
    monkeypatch.setattr(earlier, "_KEPT", kept)
    monkeypatch.setattr(batches, "ROWS", 2)
    report = a_run(path, out)
    assert len(decoded) <= most
    assert report.known >= least_known
    assert report.known + len(asked) == 100
    a_run(path, tmp_path / "fresh")
    assert bytes_of(out) == bytes_of(tmp_path / "fresh")
