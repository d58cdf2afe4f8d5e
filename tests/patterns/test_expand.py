"""Phrase templates: what each sign makes, and how a slip in one is told."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.errors import PatternError
from extract.patterns.expand import MAX_PHRASES, expand, expand_fragments

FRAGMENTS = {"people": ("jiwa", "warga"), "scheme": ("jkn", "jkn (kis)")}


@pytest.mark.parametrize(
    ("template", "phrases"),
    [
        pytest.param("sudah terdaftar", ["sudah terdaftar"], id="plain words"),
        pytest.param("Sudah  TERDAFTAR ", ["sudah terdaftar"], id="lower case, single blanks"),
        pytest.param("(sudah|telah) ikut", ["sudah ikut", "telah ikut"], id="one of several"),
        pytest.param("[masih] aktif", ["masih aktif", "aktif"], id="may be left out"),
        pytest.param("[masih|tetap] aktif", ["masih aktif", "tetap aktif", "aktif"], id="one of several or none"),
        pytest.param("aktif|nonaktif", ["aktif", "nonaktif"], id="a bar at the top"),
        pytest.param("(a|b) (c|d)", ["a c", "a d", "b c", "b d"], id="every combination, in order"),
        pytest.param("(a|b [c|d])", ["a", "b c", "b d", "b"], id="nested"),
        pytest.param("kartu (kis)", ["kartu (kis)"], id="brackets without a bar are brackets"),
        pytest.param("[kartu (kis)] baru", ["kartu (kis) baru", "baru"], id="brackets in an option"),
        pytest.param("dari @ {people}", ["dari @ jiwa", "dari @ warga"], id="a fragment"),
        pytest.param("[{people}|orang]", ["jiwa", "warga", "orang"], id="a fragment in an option"),
        pytest.param("{scheme}", ["jkn", "jkn (kis)"], id="brackets in a fragment"),
        pytest.param("dari # @ {people}", ["dari # @ jiwa", "dari # @ warga"], id="two figures"),
        pytest.param("(a|a|[a])", ["a"], id="each once, none empty"),
        pytest.param("pbi[ |-]jk", ["pbi jk", "pbi-jk", "pbijk"], id="a blank as an alternative"),
        pytest.param("", [], id="nothing"),
        pytest.param("[ ]", [], id="only blanks"),
    ],
)
def test_a_template_stands_for_its_phrases(template: str, phrases: list[str]) -> None:
    assert list(expand(template, FRAGMENTS)) == phrases


@pytest.mark.parametrize(
    ("template", "complaint"),
    [
        pytest.param("(sudah", "never closed", id="round bracket left open"),
        pytest.param("[sudah", "never closed", id="square bracket left open"),
        pytest.param("sudah)", "unbalanced", id="round bracket never opened"),
        pytest.param("sudah]", "unbalanced", id="square bracket never opened"),
        pytest.param("sudah}", "unbalanced", id="fragment never opened"),
        pytest.param("sudah {people ", "'{' is never closed", id="fragment left open"),
        pytest.param("(a|b [c) d", "'[' is never closed before ')'", id="brackets crossed"),
        pytest.param("(a|b} c", "'(' is never closed before '}'", id="round bracket closed by a curly one"),
        pytest.param("{peple}", "unknown fragment {peple}", id="unknown fragment"),
        pytest.param("(a|b|c|d|e|f|g|h)" * 5, f"over {MAX_PHRASES} phrases", id="too many phrases"),
    ],
)
def test_a_slip_is_told_with_the_template_and_a_remedy(template: str, complaint: str) -> None:
    with pytest.raises(PatternError) as caught:
        expand(template, FRAGMENTS)
    assert complaint in caught.value.what
    assert template in caught.value.what
    assert caught.value.remedy


def test_an_unknown_fragment_lists_the_known_ones() -> None:
    with pytest.raises(PatternError, match="people, scheme"):
        expand("{nobody}", FRAGMENTS)


def test_a_fragment_uses_those_above_it() -> None:
    made = expand_fragments({"one": ["satu", "sebuah"], "two": ["dua {one}"]})
    assert made == {"one": ("satu", "sebuah"), "two": ("dua satu", "dua sebuah")}


def test_a_fragment_cannot_use_one_below_it() -> None:
    with pytest.raises(PatternError, match=r"unknown fragment \{two\}"):
        expand_fragments({"one": ["{two}"], "two": ["dua"]})


def test_a_slip_in_a_fragment_names_its_place() -> None:
    with pytest.raises(PatternError) as caught:
        expand_fragments({"one": ["satu"], "two": ["(dua"]}, "lexicon/fragments.toml [fragments]")
    assert caught.value.where == "lexicon/fragments.toml [fragments] two"


WORDS = st.lists(st.text("abcde", min_size=1, max_size=4), min_size=1, max_size=4)


@given(st.lists(WORDS, min_size=1, max_size=3))
def test_as_many_phrases_as_combinations(groups: list[list[str]]) -> None:
    made = expand(" ".join(f"({'|'.join([*group, 'x'])})" for group in groups), {})
    choices = 1
    for group in groups:
        choices *= len({*group, "x"})
    assert len(made) == len(set(made)) == choices


@given(st.text("ab @#|() ", max_size=14) | st.text("ab @#|[] ", max_size=14) | st.text("ab |([{}])", max_size=14))
def test_any_text_is_expanded_or_refused(template: str) -> None:
    try:
        phrases = expand(template, {"a": ("fragmen",)})
    except PatternError:
        return
    assert all(phrase == " ".join(phrase.split()) and phrase for phrase in phrases)
