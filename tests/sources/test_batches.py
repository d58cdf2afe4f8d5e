"""From files to batches of articles and rejects."""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from extract.sources import ARTICLE_BATCH, Reject, batches, find_inputs, read_batches
from extract.sources.readers import Columns, read_raw

Write = Callable[..., Path]


def read(*paths: Path, limit: int = 1000) -> tuple[list[dict[str, Any]], list[Reject]]:
    articles: list[dict[str, Any]] = []
    rejects: list[Reject] = []
    for batch in read_batches(find_inputs(paths), limit=limit):
        assert batch.articles.schema == ARTICLE_BATCH
        articles.extend(batch.articles.to_pylist())
        rejects.extend(batch.rejects)
    return articles, rejects


def reasons(rejects: list[Reject]) -> list[tuple[int | None, str]]:
    return [(reject.record, reject.reason) for reject in rejects]


def test_a_text_file_is_one_article_as_it_stands(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("\ufeffJudul\r\n\r\nIsi é".encode())
    [article], rejects = read(tmp_path)
    assert article["text"] == "Judul\r\n\r\nIsi é"
    assert article["source"].endswith("/a.txt")
    assert (article["record"], article["title"], article["title_end"], rejects) == (1, None, 0, [])


@pytest.mark.parametrize(
    ("content", "reason"),
    [(b"", "no_text"), (b" \n", "no_text"), (b"caf\xe9 satu", "undecodable"), (b"x" * 1001, "too_large")],
)
def test_bad_text_files(tmp_path: Path, content: bytes, reason: str) -> None:
    (tmp_path / "a.txt").write_bytes(content)
    articles, rejects = read(tmp_path)
    assert articles == []
    assert reasons(rejects) == [(1, reason)]


def test_a_text_far_over_the_limit_is_not_read_to_its_end(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"x" * 100_000)
    assert reasons(read(tmp_path)[1]) == [(1, "too_large")]


def test_a_file_without_a_record_is_a_reject(tmp_path: Path, write_jsonl: Write) -> None:
    pq.write_table(pa.table({"text": pa.array([], pa.string())}), tmp_path / "a.parquet")
    (tmp_path / "b.jsonl").write_text("\n\n")
    with gzip.open(tmp_path / "c.jsonl.gz", "wb"):
        pass
    articles, rejects = read(tmp_path / "a.parquet", tmp_path / "b.jsonl", tmp_path / "c.jsonl.gz")
    assert articles == []
    assert reasons(rejects) == [(None, "empty_file")] * 3


def test_json_lines_with_every_kind_of_bad_line(write_jsonl: Write) -> None:
    path = write_jsonl(
        '\ufeff{"id": 1, "text": "satu"}',
        "",
        '{"id": 2, "text": "dua"',
        "[1]",
        '{"id": 1, "text": "satu lagi"}',
        '{"id": "1", "text": "dan lagi"}',
        '{"id": 3, "text": ""}',
        '{"id": 4, "text": "\\ud800"}',
        '{"id": 5, "text": "lima", "published": "entah"}\r',
        "[" * 100_000,
        '{"n": ' + "9" * 5000 + "}",
        json.dumps({"id": 6, "text": "x" * 1001}),
        '{"id": 7, "text": "tujuh", "views": [1, {"a": null}], "title": null}',
    )
    path.write_bytes(path.read_bytes() + b'{"id": 8, "text": "\xff"}\n{"id": 9, "text": "akhir"}')
    articles, rejects = read(path)
    assert [article["article_id"] for article in articles] == ["1", "5", "7", "9"]
    assert articles[0]["text"] == "satu"
    assert reasons(rejects) == [
        (3, "broken_json"),
        (4, "wrong_type"),
        (5, "duplicate_id"),
        (6, "duplicate_id"),
        (7, "no_text"),
        (8, "undecodable"),
        (9, "bad_published"),
        (10, "broken_json"),
        (11, "broken_json"),
        (12, "too_large"),
        (14, "undecodable"),
    ]
    assert rejects[0].detail == "Expecting ',' delimiter at column 24"
    assert rejects[2].detail == "the first article of this id was kept: 1"


def test_a_line_beyond_all_bounds_is_skipped_without_being_held(write_jsonl: Write, monkeypatch: Any) -> None:
    monkeypatch.setattr("extract.sources.readers._SLACK", 100)
    monkeypatch.setattr("extract.sources.readers._PIECE", 64)
    path = write_jsonl('{"text": "' + "x" * 900 + '"}', {"text": "dua"}, '{"text": "' + "y" * 10_000)
    articles, rejects = read(path, limit=20)
    assert [article["text"] for article in articles] == ["dua"]
    assert reasons(rejects) == [(1, "too_large"), (3, "too_large")]


def test_the_same_content_without_an_id_is_read_once(write_jsonl: Write) -> None:
    articles, rejects = read(write_jsonl({"text": "satu  dua"}, {"text": "satu dua"}))
    assert len(articles) == 1
    assert reasons(rejects) == [(2, "duplicate_id")]
    assert rejects[0].detail.startswith("an earlier article of the same text was kept: sha256:")


def test_packed_lines_and_a_file_that_breaks_off(tmp_path: Path) -> None:
    lines = "".join(json.dumps({"id": n, "text": f"teks {n * 7919}"}) + "\n" for n in range(2000)).encode()
    packed = gzip.compress(lines)
    (tmp_path / "whole.jsonl.gz").write_bytes(packed)
    assert len(read(tmp_path)[0]) == 2000
    (tmp_path / "whole.jsonl.gz").write_bytes(packed[: len(packed) // 2])
    articles, rejects = read(tmp_path)
    assert 100 < len(articles) < 2000
    assert reasons(rejects[-1:]) == [(None, "unreadable_file")]
    assert "EOFError" in rejects[-1].detail


@pytest.mark.parametrize("name", ["a.jsonl.gz", "a.parquet"])
def test_a_file_that_is_not_what_its_name_says(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"something else")
    (tmp_path / "z.txt").write_text("yang lain")
    articles, rejects = read(tmp_path)
    assert len(articles) == 1
    assert reasons(rejects) == [(None, "unreadable_file")]


def test_a_file_that_went_away(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("satu")
    inputs = find_inputs([path])
    path.unlink()
    [batch] = read_batches(inputs)
    assert reasons(list(batch.rejects)) == [(None, "unreadable_file")]


def test_parquet_that_does_not_say_that_its_columns_are_text(tmp_path: Path) -> None:
    table = pa.table(
        {"id": [b"a", b"\xff", b"c"], "text": [b"caf\xc3\xa9", b"dua", b"\xff"], "title": [b"Judul", None, b""]}
    )
    pq.write_table(table, tmp_path / "a.parquet")
    articles, rejects = read(tmp_path)
    assert [(article["article_id"], article["text"]) for article in articles] == [("a", "Judul\n\ncafé")]
    assert reasons(rejects) == [(2, "undecodable"), (3, "undecodable")]


def test_parquet_with_the_types_that_frames_have(tmp_path: Path) -> None:
    table = pa.table(
        {
            "id": pa.array([1.0, None, 3.0]),
            "text": pa.array(["satu", "dua", None], pa.large_string()),
            "title": pa.array(["Judul", None, None]).dictionary_encode(),
            "published": pa.array([datetime(2021, 3, 4, 23), None, None], pa.timestamp("ns")),
            "other": pa.array([[1], [2], [3]]),
        }
    )
    pq.write_table(table, tmp_path / "a.parquet")
    articles, rejects = read(tmp_path)
    assert [article["text"] for article in articles] == ["Judul\n\nsatu", "dua"]
    assert articles[0]["article_id"] == "1"
    assert articles[0]["published"] == date(2021, 3, 4)
    assert articles[1]["article_id"].startswith("sha256:")
    assert reasons(rejects) == [(3, "no_text")]


def test_parquet_with_bytes_that_are_no_text_in_one_row(tmp_path: Path) -> None:
    binary = pa.array([b"satu", b"\xff\xfe", b"tiga"])
    text = pa.Array.from_buffers(pa.string(), 3, binary.buffers())
    pq.write_table(pa.table({"text": text}), tmp_path / "a.parquet")
    articles, rejects = read(tmp_path)
    assert [article["text"] for article in articles] == ["satu", "tiga"]
    assert reasons(rejects) == [(2, "undecodable")]


@pytest.mark.parametrize("name", ["text", "title"])
def test_parquet_with_two_columns_of_one_name_is_not_read(tmp_path: Path, name: str) -> None:
    columns = [pa.array(["a"]), pa.array(["teks"]), pa.array(["lain"]), pa.array(["lagi"])]
    pq.write_table(pa.Table.from_arrays(columns, ["id", "text", name, "title"]), tmp_path / "a.parquet")
    (tmp_path / "z.txt").write_text("yang lain")
    articles, rejects = read(tmp_path)
    assert [article["text"] for article in articles] == ["yang lain"]
    assert reasons(rejects) == [(None, "unreadable_file")]
    assert rejects[0].detail == f"several columns are called {name}: give each a name of its own"


def test_a_time_zone_that_nobody_knows_costs_the_date_only(tmp_path: Path) -> None:
    published = pa.array([datetime(2021, 3, 4), None], pa.timestamp("us", "WIB"))
    pq.write_table(
        pa.table({"id": ["a", "b"], "text": ["satu", "dua"], "published": published}), tmp_path / "a.parquet"
    )
    articles, rejects = read(tmp_path)
    assert [(article["text"], article["published"]) for article in articles] == [("satu", None), ("dua", None)]
    assert reasons(rejects) == [(1, "bad_published")]
    assert "timestamp[us, tz=WIB]" in rejects[0].detail


def test_parquet_without_a_text_column_names_the_columns(tmp_path: Path) -> None:
    pq.write_table(pa.table({"isi": ["a"], "judul": ["b"]}), tmp_path / "a.parquet")
    assert read(tmp_path)[1][0].detail == "no column text; the columns are isi, judul"


def test_a_row_group_is_not_held_as_a_whole(tmp_path: Path) -> None:
    chance = random.Random(1)
    texts = [f"{chance.getrandbits(16_000):x}" for _ in range(8000)]
    pq.write_table(pa.table({"id": [f"a{n}" for n in range(8000)], "text": texts}), tmp_path / "a.parquet")
    before, size = pa.total_allocated_bytes(), (tmp_path / "a.parquet").stat().st_size
    raws = read_raw(tmp_path / "a.parquet", limit=10_000)
    first = next(raws)
    assert isinstance(first, Columns)
    assert first.batch.num_rows < 8000
    assert pa.total_allocated_bytes() - before < size / 2


def test_batches_are_bounded_and_know_how_far_they_are(write_jsonl: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batches, "ROWS", 50)
    path = write_jsonl(*({"id": n, "text": f"teks {n}"} for n in range(51)), *["{"] * 3)
    made = list(read_batches(find_inputs([path])))
    assert [batch.articles.num_rows for batch in made] == [50, 1]
    assert [len(batch.rejects) for batch in made] == [0, 3]
    assert made[-1].position == path.stat().st_size


@pytest.mark.parametrize("kind", ["jsonl", "parquet"])
def test_few_articles_for_many_processes_are_cut_small(write_jsonl: Write, tmp_path: Path, kind: str) -> None:
    records = [{"id": n, "text": f"teks {n}"} for n in range(200)]
    path = write_jsonl(*records)
    if kind == "parquet":
        path = tmp_path / "a.parquet"
        pq.write_table(pa.Table.from_pylist(records), path)
    made = list(read_batches(find_inputs([path]), processes=4))
    assert [batch.articles.num_rows for batch in made] == [64, 64, 64, 8]
    assert [article["record"] for batch in made for article in batch.articles.to_pylist()] == list(range(1, 201))


def test_long_articles_make_short_batches(write_jsonl: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batches, "CHARACTERS", 10)
    made = list(read_batches(find_inputs([write_jsonl({"text": "x" * 12}, {"text": "y"}, {"text": "z" * 9})])))
    assert [batch.articles.num_rows for batch in made] == [1, 2]


@pytest.mark.shared
def test_the_measuring_articles_are_all_read(shared: Path) -> None:
    articles, rejects = read(shared / "negative" / "news.jsonl.gz", limit=2_000_000)
    assert len(articles) == 700
    assert rejects == []
