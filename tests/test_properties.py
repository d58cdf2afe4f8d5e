"""What holds for every row, whatever the article: the contract's vocabulary, offsets, codes, periods, stable ids."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache

import pytest
from contract import UNITS, WORDS, check
from hypothesis import given, settings
from hypothesis import strategies as st
from reader import CORPUS, corpus, pack, phrases, pipeline

from extract.model import Article

REPOSITORY = CORPUS.parent


@pytest.mark.parametrize("name", sorted(corpus()))
def test_rows_of_the_corpus_keep_the_contract(name: str) -> None:
    check(pipeline().run(corpus()[name].article))


def test_the_pack_has_the_contracts_indicators_and_units() -> None:
    assert {name: indicator.units for name, indicator in pack().indicators.items()} == UNITS


def test_the_lexicons_have_the_contracts_words() -> None:
    found: dict[str, set[object]] = {}
    for entries in phrases().values():
        for entry in entries:
            found.setdefault(entry.kind, set()).add(entry.value)
    for kind, column in {"segment": "segment", "facility": "facility_type", "per": "per", "status": "status"}.items():
        assert found[kind] - {None} <= WORDS[column], kind
    assert WORDS["segment"] - {None} <= found["segment"]
    assert WORDS["facility_type"] - {None} <= found["facility"]
    assert WORDS["per"] - {None} <= found["per"]


def test_explaining_changes_nothing() -> None:
    for entry in corpus().values():
        assert pipeline().run(entry.article, explain=True).facts == pipeline().run(entry.article).facts


PRINT_IDS = """
import json
from reader import corpus, pipeline
found = {name: [f.fact_id for f in pipeline().run(entry.article).facts] for name, entry in corpus().items()}
print(json.dumps(found))
"""


def test_every_process_gives_the_same_ids() -> None:
    """Nothing may hang on the order of a set, which differs from process to process."""
    paths = os.pathsep.join(str(folder) for folder in (REPOSITORY, REPOSITORY / "tests" / "support"))
    command = [sys.executable, "-c", PRINT_IDS]
    readers = [
        subprocess.Popen(
            command,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": paths},
            cwd=REPOSITORY,
            stdout=subprocess.PIPE,
        )
        for seed in ("1", "4711")
    ]
    one, other = (json.loads(reader.communicate(timeout=120)[0]) for reader in readers)
    assert one == other
    assert sum(map(len, one.values())) > 500


def test_another_article_with_the_same_words_has_other_ids() -> None:
    article = corpus()["seen-ngawi-2021"].article
    ids = [
        {fact.fact_id for fact in pipeline().run(article._replace(article_id=name)).facts} for name in ("one", "two")
    ]
    assert ids[0]
    assert not ids[0] & ids[1]


Change = Callable[[str], str]
BLANKS: dict[str, Change] = {
    "two blanks": lambda text: text.replace(" ", "  "),
    "hard blanks": lambda text: re.sub(r"(?<=[a-z]) (?=[a-z])", "\u00a0", text),
    "Windows lines": lambda text: text.replace("\n", "\r\n"),
    "blanks at line ends": lambda text: text.replace("\n", " \n"),
    "blank lines around": lambda text: f"\n\n{text}\n\n",
}
MARKS: dict[str, Change] = {
    "curly quotes": lambda text: re.sub(r'"([^"\n]*)"', "“\\1”", text),
    "straight quotes": lambda text: text.replace("“", '"').replace("”", '"'),
}
BREAKS: dict[str, Change] = {
    "no line breaks": lambda text: text.replace("\n", " "),
    "a line each word": lambda text: text.replace(" ", "\n"),
    "capitals": str.upper,
    "small letters": str.lower,
    "no full stops": lambda text: text.replace(". ", " "),
    "commas for dots": lambda text: text.translate(str.maketrans(".,", ",.")),
    "no digits grouped": lambda text: re.sub(r"(?<=\d)\.(?=\d{3})", "", text),
    "dotted capital I": lambda text: text.replace("i", "İ"),
    "no blanks": lambda text: text.replace(" ", ""),
    "backwards": lambda text: " ".join(reversed(text.split(" "))),
}
CHANGES = {**BLANKS, **MARKS, **BREAKS}
ARTICLES = st.sampled_from(sorted(corpus())).map(lambda name: corpus()[name].article)


@settings(max_examples=100)
@given(ARTICLES, st.lists(st.sampled_from(sorted(CHANGES)), max_size=3), st.data())
def test_changed_texts_keep_the_contract(article: Article, names: list[str], data: st.DataObject) -> None:
    text = article.text
    for name in names:
        text = CHANGES[name](text)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    check(pipeline().run(article._replace(text=text[:end])))
    check(pipeline().run(article._replace(text="JKN " + text[start:end])))


@settings(max_examples=40)
@given(ARTICLES, ARTICLES)
def test_two_articles_in_one_keep_the_contract(one: Article, two: Article) -> None:
    check(pipeline().run(one._replace(text=f"{one.text}\n\n{two.text}")))
    title = two.text.split("\n")[0]
    check(pipeline().run(one._replace(text=f"{title}\n\n{one.text}", title_end=len(title), title=title)))


WORD = st.sampled_from(["BPJS", "Kesehatan", "jiwa", "Sragen", "12.400", "71,3", "persen", "Rp", "miliar", "dan", "("])


@settings(max_examples=100)
@given(st.lists(WORD | st.sampled_from([",", ".", ")", ":", "\n", "\n\n", "PBI", "yang belum", "per bulan", "2021"])))
def test_any_words_keep_the_contract(words: list[str]) -> None:
    check(pipeline().run(Article("a", "JKN " + " ".join(words))))


@settings(max_examples=100)
@given(st.text(max_size=200))
def test_any_text_keeps_the_contract(text: str) -> None:
    check(pipeline().run(Article("a", f"JKN {text} 12 jiwa {text}")))


@cache
def figures(text: str, article: Article) -> list[tuple[str, float, str]]:
    """What the pipeline reads off a text in an article's place, without offsets and words."""
    found = pipeline().run(article._replace(text=text)).facts
    return sorted((fact.indicator, fact.value, fact.segment or "") for fact in found)


@cache
def periods(text: str, article: Article) -> list[tuple[str, float, date | None, date | None]]:
    """The periods of the figures of a text in an article's place."""
    found = pipeline().run(article._replace(text=text)).facts
    return sorted((fact.indicator, fact.value, fact.period_start, fact.period_end) for fact in found)


def on_topic() -> Iterator[Article]:
    """Every other corpus article that is read at all."""
    articles = [entry.article for entry in corpus().values()]
    return (article for article in articles[::2] if pipeline().on_topic(article.text))


@pytest.mark.parametrize("name", [*BLANKS, *MARKS])
def test_blanks_and_quotes_change_no_figure(name: str) -> None:
    for article in on_topic():
        assert figures(CHANGES[name](article.text), article) == figures(article.text, article), article.article_id


@pytest.mark.parametrize("name", ["two blanks", "hard blanks", "blank lines around", *MARKS])
def test_blanks_and_quotes_change_no_period(name: str) -> None:
    for article in on_topic():
        assert periods(CHANGES[name](article.text), article) == periods(article.text, article), article.article_id


def test_blanks_do_not_put_an_article_on_the_topic() -> None:
    texts = [entry.article.text for entry in corpus().values()]
    assert [pipeline().on_topic(CHANGES["two blanks"](text)) for text in texts] == [*map(pipeline().on_topic, texts)]


@pytest.mark.parametrize("line", ["Baca juga: 9.321 Warga Menunggak", "Copyright © ANGKA 2026", "ADVERTISEMENT"])
def test_furniture_at_the_end_changes_no_figure(line: str) -> None:
    for article in on_topic():
        text = f"{article.text}\n\n{line}\n"
        assert figures(text, article) == figures(article.text, article), article.article_id
