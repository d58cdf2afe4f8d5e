"""The sets that the bench makes, and its history."""

from __future__ import annotations

import re
from itertools import islice
from pathlib import Path

from bench.history import append, change, last_entry
from bench.sets import Dense, News, corpus_texts, invented_word, mixed, write_set
from extract.patterns import load_pack


def test_words_never_repeat() -> None:
    assert len({invented_word(number) for number in range(200_000)}) == 200_000


def test_sets_are_the_same_every_time_and_no_text_repeats() -> None:
    texts = corpus_texts()[:5]
    first, again = (list(islice(Dense(texts), 40)) for _ in range(2))
    assert first == again
    assert len(set(first)) == 40
    assert len(set(islice(News(), 40))) == 40


def test_dense_articles_are_on_topic_and_news_is_not() -> None:
    screen = re.compile(load_pack().topic.screen)
    assert all(map(screen.search, islice(Dense(corpus_texts()), 80)))
    assert sum(bool(screen.search(text)) for text in islice(News(), 300)) < 3


def test_one_in_a_hundred_is_dense() -> None:
    texts = islice(mixed(iter(["news"] * 200), iter(["dense"] * 2)), 200)
    assert list(texts).count("dense") == 2


def test_a_set_is_a_file(tmp_path: Path) -> None:
    import pyarrow.parquet as pq

    path = write_set(tmp_path / "set.parquet", iter(News()), 5000)
    assert pq.read_table(path).column("id").to_pylist()[-1] == "n4999"


def test_the_history_says_gains_and_losses(tmp_path: Path) -> None:
    path = tmp_path / "history.jsonl"
    assert last_entry(path) is None
    append({"dense_vs_spacy_full": 4.0}, "2031-05-01", {"dense": 10}, path)
    append({"dense_vs_spacy_full": 5.00004}, "2031-05-02", {"dense": 10}, path)
    last = last_entry(path)
    assert last is not None
    assert last["figures"] == {"dense_vs_spacy_full": 5.0}
    assert change("dense_vs_spacy_full", 5.0, 4.0) == "gain 25 %"
    assert change("start_article_s", 1.2, 1.0) == "loss 20 %"
    assert change("start_article_s", 1.02, 1.0) == "same"
