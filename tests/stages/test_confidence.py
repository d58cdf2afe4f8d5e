"""Confidence: what is known of a fact, what it is worth, and that the number keeps within bounds."""

from __future__ import annotations

import math
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reader import corpus, pack, pipeline

from extract.model import Article
from extract.patterns.grounds import Calibration, Grounds, Weight
from extract.stages.confidence import Confidence, parts_of

amounts = st.builds(
    Grounds,
    **{name: st.sampled_from([0.0, 1.0]) for name in Grounds._fields[2:]},
    score=st.floats(0, 1),
    margin=st.floats(0, 0.5),
)
USUAL = Grounds(*(entry.usual for entry in pack().calibration.weights))


def grounds(text: str, surface: str, published: date | None = None) -> Grounds:
    """What is known of the fact that begins so."""
    known: dict[str, Grounds] = {}
    found = pipeline().run(Article("a", text, published=published), grounds=known).facts
    return next(known[fact.fact_id] for fact in found if fact.surface.startswith(surface))


def confidence(known: Grounds) -> float:
    return Confidence(pack().calibration).of(known)


# The number


@given(amounts)
def test_it_is_a_share_between_0_and_1(known: Grounds) -> None:
    assert 0 < confidence(known) < 1


def test_the_heaviest_grounds_keep_it_within_bounds() -> None:
    for weight in (-20.0, 20.0):
        sure = Calibration(weight, tuple(Weight(name, weight, 0.0, "a", "b") for name in Grounds._fields))
        assert 0 < Confidence(sure).of(Grounds(*[1.0] * len(Grounds._fields))) < 1


@given(amounts, st.floats(0, 1))
def test_it_does_not_fall_with_the_score(known: Grounds, score: float) -> None:
    low, high = sorted((known.score, score))
    assert confidence(known._replace(score=low)) <= confidence(known._replace(score=high))


def test_it_rises_with_the_score() -> None:
    found = [confidence(USUAL._replace(score=score / 10)) for score in range(3, 11)]
    assert found == sorted(set(found))


@given(amounts)
def test_figures_that_agree_raise_it_and_figures_that_conflict_do_not(known: Grounds) -> None:
    plain = confidence(known._replace(agrees=0.0, conflicts=0.0))
    assert confidence(known._replace(agrees=1.0, conflicts=0.0)) >= plain
    assert confidence(known._replace(agrees=0.0, conflicts=1.0)) <= plain
    assert confidence(USUAL._replace(agrees=1.0)) > confidence(USUAL._replace(agrees=0.0))


@pytest.mark.parametrize("ground", ["margin", "segment", "paired"])
def test_what_speaks_for_a_fact(ground: str) -> None:
    assert confidence(USUAL._replace(**{ground: 0.5})) > confidence(USUAL._replace(**{ground: 0.0}))


@pytest.mark.parametrize("ground", ["carried", "left", "title", "veto"])
def test_what_speaks_against_a_fact(ground: str) -> None:
    assert confidence(USUAL._replace(**{ground: 1.0})) < confidence(USUAL._replace(**{ground: 0.0}))


def test_usual_grounds_give_the_base() -> None:
    assert confidence(USUAL) == pytest.approx(1 / (1 + math.exp(-pack().calibration.base)), abs=0.001)
    assert all(part.share == 0 for part in parts_of(USUAL, pack().calibration)[1])


@given(amounts)
def test_its_parts_add_up(known: Grounds) -> None:
    usual, parts = parts_of(known, pack().calibration)
    assert {part.ground for part in parts} == set(Grounds._fields)
    assert usual + sum(part.share for part in parts) == pytest.approx(confidence(known), abs=0.0016)


def test_a_part_is_told_as_what_is_so() -> None:
    says = {part.ground: part.says for part in parts_of(USUAL._replace(agrees=1.0), pack().calibration)[1]}
    words = {entry.ground: entry for entry in pack().calibration.weights}
    assert says["agrees"] == words["agrees"].high
    assert {part.says for part in parts_of(USUAL._replace(agrees=0.0), pack().calibration)[1]} >= {words["agrees"].low}


# The grounds


AGREE = "Peserta JKN di Kabupaten Sragen 450.000 jiwa dari 500.000 penduduk, cakupannya {} persen."


@pytest.mark.parametrize(("percent", "agrees", "conflicts"), [("90", 1.0, 0.0), ("70", 0.0, 1.0)])
def test_arithmetic_is_a_ground(percent: str, agrees: float, conflicts: float) -> None:
    known = grounds(AGREE.format(percent), percent)
    assert (known.agrees, known.conflicts) == (agrees, conflicts)


def test_figures_that_agree_are_surer_in_the_text() -> None:
    found = [pipeline().run(Article("a", AGREE.format(percent))).facts for percent in ("90", "88")]
    sure, unsure = ({fact.indicator: fact.confidence for fact in facts} for facts in found)
    assert all(sure[name] > unsure[name] for name in ("participants", "coverage_pct"))


def test_what_the_words_say_is_a_ground() -> None:
    text = "Per 1 Maret 2023 sekitar 12.300 peserta mandiri JKN di Kabupaten Sragen menunggak iuran."
    known = grounds(text, "sekitar 12.300")
    assert (known.stated, known.segment, known.rounded, known.unit, known.people) == (1.0, 1.0, 1.0, 1.0, 1.0)
    assert (known.anchored, known.small, known.title, known.again, known.left) == (1.0, 0.0, 0.0, 0.0, 0.0)


def test_a_figure_said_twice_and_one_nobody_takes() -> None:
    text = "Peserta JKN di Kabupaten Sragen 741.312 jiwa. Jumlah peserta JKN di Sragen itu 741.312 jiwa."
    assert grounds(text, "741.312").again == 1.0
    assert grounds(text, "741.312").left == 0.0


def test_every_ground_is_met_in_the_corpus() -> None:
    met: set[str] = set()
    for entry in corpus().values():
        known: dict[str, Grounds] = {}
        facts = pipeline().run(entry.article, grounds=known).facts
        assert {fact.fact_id for fact in facts} <= known.keys()
        assert all(fact.confidence == confidence(known[fact.fact_id]) for fact in facts)
        met.update(name for one in known.values() for name, amount in one._asdict().items() if amount)
    assert met == set(Grounds._fields)
