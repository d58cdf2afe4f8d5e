"""The step that every runner shares."""

from __future__ import annotations

from typing import Any

import pyarrow as pa
from fake_pipeline import FakePipeline

from extract.run.batch import Outcome, extract_batch, rejected
from extract.sources import in_batches
from extract.sources.readers import Raw


def batch_of(*texts: str, **fields: Any) -> pa.RecordBatch:
    raws = [("in", Raw(n, {"id": f"a-{n}", "text": text, **fields}, n)) for n, text in enumerate(texts, start=1)]
    [batch] = in_batches(raws)
    return batch.articles


def read(*texts: str, **fields: Any) -> Outcome:
    return extract_batch(batch_of(*texts, **fields), FakePipeline())


def test_facts_keep_the_order_of_the_articles() -> None:
    facts = read("JKN angka 3 lalu angka 1", "jkn angka 2").facts
    assert facts.column("surface").to_pylist() == ["3", "1", "2"]
    assert facts.column("article_id").to_pylist() == ["a-1", "a-1", "a-2"]


def test_the_surface_stands_where_the_offsets_say() -> None:
    outcome = read("Warga JKN é angka 31", title="Judul")
    [text], [fact] = outcome.articles.column("text").to_pylist(), outcome.facts.to_pylist()
    assert text == "Judul\n\nWarga JKN é angka 31"
    assert text[fact["char_start"] : fact["char_end"]] == fact["surface"] == "31"


def test_an_article_off_the_topic_is_not_read_and_has_a_row() -> None:
    outcome = read("angka 5 GAGAL", published="2021-03-04", outlet="Koran", url="u")
    assert outcome.rejects.num_rows == 0
    [row] = outcome.articles.to_pylist()
    assert row["on_topic"] is False
    assert row["text"] is None
    assert (row["facts"], row["characters"], row["date_basis"]) == (0, 13, "published")
    assert row["article_date"] == row["published"]
    assert (row["outlet"], row["url"], row["source"]) == ("Koran", "u", "in")


def test_the_text_is_kept_only_where_there_are_facts() -> None:
    assert read("jkn saja", "jkn angka 1").articles.column("text").to_pylist() == [None, "jkn angka 1"]


def test_an_article_that_breaks_the_reader_is_a_reject_and_the_others_go_on() -> None:
    outcome = read("jkn angka 1", "jkn GAGAL", "jkn angka 3")
    assert outcome.facts.column("surface").to_pylist() == ["1", "3"]
    assert outcome.articles.num_rows == 2
    [reject] = outcome.rejects.to_pylist()
    assert reject == {
        "source": "in",
        "record": 2,
        "reason": "extraction_failed",
        "detail": "RuntimeError: as the text asked",
    }


def test_a_batch_may_fail_as_a_whole() -> None:
    outcome = read("jkn GAGAL", "jkn GAGAL")
    assert (outcome.facts.num_rows, outcome.articles.num_rows, outcome.rejects.num_rows) == (0, 0, 2)


def test_an_article_whose_facts_do_not_fit_is_a_reject_too() -> None:
    outcome = read("jkn angka 1", "jkn TAKHINGGA angka 2", "jkn angka 3", "jkn GAGAL", "jkn TAKHINGGA angka 5")
    assert outcome.facts.column("surface").to_pylist() == ["1", "3"]
    assert outcome.articles.column("article_id").to_pylist() == ["a-1", "a-3"]
    assert outcome.rejects.column("record").to_pylist() == [2, 4, 5]
    assert outcome.rejects.column("detail").to_pylist()[0] == "ValueError: the value of «2» is not finite"


def test_a_batch_without_articles_gives_empty_tables() -> None:
    outcome = extract_batch(batch_of("jkn").slice(0, 0), FakePipeline())
    assert (outcome.facts.num_rows, outcome.articles.num_rows, outcome.rejects.num_rows) == (0, 0, 0)


def test_a_whole_batch_can_be_rejected() -> None:
    outcome = rejected(batch_of("a", "b"), "worker_died", "SIGKILL")
    assert outcome.rejects.column("record").to_pylist() == [1, 2]
    assert set(outcome.rejects.column("reason").to_pylist()) == {"worker_died"}
