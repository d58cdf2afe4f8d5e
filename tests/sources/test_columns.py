"""Records read as columns are the records read one by one."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.sources import ARTICLE_BATCH, find_inputs, read_batches
from extract.sources.batches import in_batches
from extract.sources.columns import character_counts, decoded, read_columns
from extract.sources.readers import Columns

LIMIT = 200


def one_by_one(batch: pa.RecordBatch) -> list[dict[str, Any]]:
    rows = (("in", row) for row in Columns(1, batch, 0).rows())
    return [article for made in in_batches(rows, limit=LIMIT) for article in made.articles.to_pylist()]


def as_columns(batch: pa.RecordBatch) -> list[dict[str, Any]] | None:
    made = read_columns(batch, "in", 1, LIMIT, ARTICLE_BATCH)
    rows: list[dict[str, Any]] | None = None if made is None else made.to_pylist()
    return rows


TITLED = st.builds(
    lambda before, title, between, rest: {"text": before + title + between + rest, "title": title},
    *(
        st.text(" \n", max_size=70),
        st.sampled_from(["Aa", "é a"]),
        st.sampled_from(["", "\n", " \r\n", " " * 63 + "\n", " x"]),
    ),
    st.sampled_from(["x", "\nx"]),
)


@given(TITLED, st.integers(0, 80))
def test_both_ways_see_where_the_title_ends(record: dict[str, Any], longest: int) -> None:
    other = {"id": "b", "text": "lain", "title": "y" * longest}
    batch = pa.RecordBatch.from_pylist([{"id": "a", **record}, other])
    assert as_columns(batch) == one_by_one(batch)


TEXTS = st.text("aİé \n\t\u00a0\u3000.7", max_size=12).map(lambda text: text + "x")
TITLES = st.one_of(st.none(), st.text("aİé \n", max_size=4))
RECORDS = st.lists(
    st.fixed_dictionaries(
        {"text": TEXTS, "title": TITLES, "url": TITLES, "published": st.sampled_from([None, "2021-03-04", " "])}
    ),
    min_size=1,
    max_size=6,
)


@given(RECORDS)
def test_both_ways_give_the_same_articles(records: list[dict[str, Any]]) -> None:
    batch = pa.RecordBatch.from_pylist([{"id": f"a{n}", **record} for n, record in enumerate(records)])
    assert as_columns(batch) == one_by_one(batch)


@given(TEXTS, st.integers(0, 12))
def test_a_text_that_begins_with_its_title_is_seen_to(text: str, length: int) -> None:
    batch = pa.RecordBatch.from_pylist([{"id": 7, "text": text, "title": text.strip()[:length].upper()}])
    assert as_columns(batch) == one_by_one(batch)


@given(st.lists(st.text(), max_size=6), st.integers(0, 3))
def test_characters_are_counted_as_arrow_counts_them(texts: list[str], start: int) -> None:
    column = pa.array(texts, pa.string()).slice(start)
    assert character_counts(column).equals(pc.utf8_length(column))


@pytest.mark.parametrize(
    "records",
    [
        [{"id": "a", "text": "satu"}, {"id": "b", "text": None}],
        [{"id": "a", "text": "satu"}, {"id": "b", "text": " \u00a0"}],
        [{"id": "a", "text": "satu"}, {"id": " ", "text": "dua"}],
        [{"id": None, "text": "satu"}],
        [{"text": "satu"}],
        [{"id": 1.5, "text": "satu"}],
        [{"id": "a", "text": "satu", "title": 3.5}],
        [{"id": "a", "text": "satu", "published": "kemarin"}],
        [{"id": "a", "text": "x" * (LIMIT + 1)}],
        [{"id": "a", "text": "x" * LIMIT, "title": "Judul"}],
    ],
)
def test_what_needs_a_closer_look_is_left_to_it(records: list[dict[str, Any]]) -> None:
    assert as_columns(pa.RecordBatch.from_pylist(records)) is None


def test_a_page_among_the_texts_is_left_to_a_closer_look(tmp_path: Path) -> None:
    texts = ["Peserta JKN 12 orang.", "\n<!DOCTYPE html><p>JKN 12 orang</p>", "A < B.", "x </b>" * 5]
    records = [{"id": str(number), "text": text} for number, text in enumerate(texts)]
    assert as_columns(pa.RecordBatch.from_pylist(records)) is None
    assert as_columns(pa.RecordBatch.from_pylist(records[::2])) is not None
    assert [row["article_id"] for row in one_by_one(pa.RecordBatch.from_pylist(records))] == ["0", "2"]


def test_days_of_every_kind_are_read() -> None:
    days = [date(2021, 3, 4), datetime(2021, 3, 4, 23, 30)]
    for kind, day in zip((pa.date32(), pa.timestamp("us", "Asia/Jakarta")), days, strict=True):
        columns = [pa.array(["a"]), pa.array(["satu"]), pa.array([day], kind)]
        batch = pa.RecordBatch.from_arrays(columns, ["id", "text", "published"])
        assert as_columns(batch) == one_by_one(batch)


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("text", pa.array([b"caf\xc3\xa9", b"satu"])),
        ("text", pa.array([b"satu", b"dua"], pa.large_binary())),
        ("id", pa.array([b"0123", b"0456"], pa.binary(4))),
        ("id", pa.array([b"x", b"y"])),
        ("id", pa.array([Decimal(10**19), Decimal(7)], pa.decimal128(20, 0))),
        ("title", pa.array([2024, None])),
        ("title", pa.array([b"Judul", None])),
        ("outlet", pa.array([7, 8])),
        ("published", pa.array([b"2024-06-03", None])),
    ],
)
def test_columns_of_the_types_that_warehouses_have(name: str, values: pa.Array) -> None:
    columns = {"id": pa.array(["a", "b"]), "text": pa.array(["satu", "dua"]), name: values}
    batch = decoded(pa.RecordBatch.from_pydict(columns))
    made = as_columns(batch)
    assert made is not None
    assert made == one_by_one(batch)
    given = [value.decode() if isinstance(value, bytes) else value for value in values.to_pylist()]
    kept = {"id": "article_id"}.get(name, name)
    if name not in ("title", "published"):
        assert [row[kept] for row in made] == [str(value) for value in given]
    assert [row["text"] for row in made] == [
        f"{given[0]}\n\nsatu" if name == "title" else str(given[0]) if name == "text" else "satu",
        str(given[1]) if name == "text" else "dua",
    ]


def test_bytes_that_are_no_text_are_left_to_a_closer_look() -> None:
    text = pa.array([b"caf\xe9", b"satu"]).view(pa.string())
    batch = pa.RecordBatch.from_arrays([pa.array(["a", "b"]), text], ["id", "text"])
    assert as_columns(batch) is None


def test_an_id_of_an_earlier_batch_is_still_a_twin(tmp_path: Path) -> None:
    for name in ("a", "b"):
        pq.write_table(pa.table({"id": ["1", name], "text": ["satu", "dua"]}), tmp_path / f"{name}.parquet")
    found = list(read_batches(find_inputs([tmp_path])))
    ids = [article for batch in found for article in batch.articles.column("article_id").to_pylist()]
    assert ids == ["1", "a", "b"]
    assert [(reject.record, reject.reason) for batch in found for reject in batch.rejects] == [(1, "duplicate_id")]
