"""The sets that the bench makes, and its history."""

from __future__ import annotations

import json
import re
import tomllib
from itertools import islice
from pathlib import Path

import numpy as np
import pytest

from bench import calibrate
from bench.history import append, change, last_entry
from bench.sets import Dense, News, corpus_texts, invented_word, mixed, write_set
from extract.patterns import load_pack
from extract.patterns.grounds import Grounds


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


def a_sample() -> calibrate.Sample:
    """Facts that are right where they score much, and twenty articles of ten facts each."""
    scores = [(number % 10) / 10 for number in range(200)]
    rows = [Grounds(*[0.0] * len(Grounds._fields))._replace(score=score) for score in scores]
    right = [float(score > 0.15 or number % 20 == 0) for number, score in enumerate(scores)]
    articles = [f"a{number // 10}" for number in range(200)]
    return calibrate.Sample(articles, np.array(rows), np.array(right))


def test_weights_are_fitted_and_hold_what_is_not_meant_at_0() -> None:
    sample = a_sample()
    fitted = {entry.ground: entry for entry in calibrate.fit(sample, load_pack().calibration).weights}
    assert fitted["score"].weight > 1
    assert fitted["score"].usual == 0.45
    assert all(entry.weight == 0 for name, entry in fitted.items() if name != "score")
    upside_down = sample._replace(right=1 - sample.right)
    assert calibrate.fit(upside_down, load_pack().calibration).weights[0].weight == 0


def test_wrong_facts_count_for_those_that_were_mended() -> None:
    right, wrong = calibrate.FIRST_SIGHT
    times = calibrate.unmended(np.array([1.0] * 98 + [0.0] * 2))
    assert 2 * times / 98 == pytest.approx(wrong / right)
    assert calibrate.unmended(np.array([1.0, 0.0])) == 1.0


def test_a_lexicon_is_rewritten_with_its_words() -> None:
    lexicon = calibrate.LEXICON.read_text(encoding="utf-8")
    calibration = load_pack().calibration
    assert calibrate.rewritten(lexicon, calibration) == lexicon
    other = calibration._replace(base=1.5, weights=tuple(w._replace(weight=0.25) for w in calibration.weights))
    again = tomllib.loads(calibrate.rewritten(lexicon, other))
    assert again["base"]["log_odds"] == 1.5
    assert {ground["weight"] for ground in again["ground"]} == {0.25}
    assert [ground["high"] for ground in again["ground"]] == [w.high for w in calibration.weights]


def test_bands_of_facts_that_were_left_out() -> None:
    sample = a_sample()
    found = calibrate.left_out_bands(sample, load_pack().calibration)
    assert sum(band.rows for band in found) == 200
    assert sum(band.found for band in found) == sample.right.sum()


def test_a_sample_is_read_off_gold(tmp_path: Path) -> None:
    text = "Peserta JKN di Kabupaten Sragen mencapai 741.300 jiwa."
    fact = {"indicator": "participants", "value": 741300, "unit": "person", "surface": "741.300 jiwa"}
    gold = tmp_path / "x.gold.jsonl"
    gold.write_text(json.dumps({"id": "a", "text": text, "facts": [fact]}), encoding="utf-8")
    sample = calibrate.read_sample([gold])
    assert (sample.articles, sample.right.tolist()) == (["a"], [1.0])
    assert sample.amounts.shape == (1, len(Grounds._fields))
