"""Every rule of the pattern pack matches its own examples and leaves its counter-examples alone.

An example marks its figure: «Peserta JKN <1.200 jiwa>.» The marks are taken out and the sentence is read as an article.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pytest
from reader import at, extract, facts, pack, phrases, read, unmark

from extract.model import Sentence
from extract.patterns import Cue, Veto
from extract.patterns.pack import Furniture


def cases(rules: Iterable[tuple[str, Iterable[str]]]) -> list[object]:
    """One test a rule and example, so that a failure names both."""
    return [pytest.param(rule, example, id=f"{rule}: {example}") for rule, examples in rules for example in examples]


CUES = [cue for indicator in pack().indicators.values() for cue in indicator.cues]
MARKED = [*CUES, *pack().vetoes]
FURNITURE = {rule.rule: rule for rule in pack().furniture}


def test_there_are_rules_to_test() -> None:
    assert len(CUES) > 40
    assert len(pack().vetoes) > 3
    assert len(FURNITURE) > 3


@pytest.mark.parametrize(("pattern", "example"), cases((cue.pattern_id, cue.examples) for cue in CUES))
def test_a_cue_reads_its_examples(pattern: str, example: str) -> None:
    text, span = unmark(example)
    read = extract(text, explain=True)
    found = [fact.indicator for fact in at(read.facts, span)]
    assert pattern.split(".")[0] in found, [(d.surface, d.reason, d.evidence) for d in read.decisions]


@pytest.mark.parametrize(("pattern", "example"), cases((cue.pattern_id, cue.counter_examples) for cue in CUES))
def test_a_cue_leaves_its_counter_examples(pattern: str, example: str) -> None:
    text, span = unmark(example)
    found = {fact.indicator: fact.pattern_id for fact in at(facts(text), span)}
    assert pattern.split(".")[0] not in found, found


@pytest.mark.parametrize(("pattern", "example"), cases((veto.pattern_id, veto.examples) for veto in pack().vetoes))
def test_a_veto_silences_its_examples(pattern: str, example: str) -> None:
    text, span = unmark(example)
    assert [fact.pattern_id for fact in at(facts(text), span)] == []


@pytest.mark.parametrize(
    ("pattern", "example"), cases((veto.pattern_id, veto.counter_examples) for veto in pack().vetoes)
)
def test_a_veto_leaves_its_counter_examples(pattern: str, example: str) -> None:
    text, span = unmark(example)
    read = extract(text, explain=True)
    assert at(read.facts, span), [(d.surface, d.reason, d.evidence) for d in read.decisions]


@pytest.mark.parametrize("rule", MARKED, ids=lambda rule: rule.pattern_id)
def test_examples_are_well_made(rule: Cue | Veto) -> None:
    for example in (*rule.examples, *rule.counter_examples):
        text, span = unmark(example)
        assert (example.count("<"), example.count(">")) == (1, 1), f"mark one figure: {example}"
        assert span.end > span.start, f"the mark is empty: {example}"
        assert extract(text).on_topic, f"name JKN or BPJS Kesehatan: {example}"
        assert text.rstrip().endswith((".", "?", "!")), f"write a whole sentence: {example}"


def test_vetoes_are_proved_both_ways() -> None:
    for veto in pack().vetoes:
        assert veto.examples, veto.pattern_id
        assert veto.counter_examples, veto.pattern_id


@pytest.mark.parametrize(("rule", "line"), cases((r.rule, r.examples) for r in FURNITURE.values()))
def test_a_furniture_rule_takes_its_examples(rule: str, line: str) -> None:
    assert FURNITURE[rule].regex.fullmatch(line)


@pytest.mark.parametrize(("rule", "line"), cases((r.rule, r.counter_examples) for r in FURNITURE.values()))
def test_no_furniture_rule_takes_a_counter_example(rule: str, line: str) -> None:
    assert [name for name, other in FURNITURE.items() if other.regex.fullmatch(line)] == []


def furniture_text(rule: Furniture) -> Iterator[str]:
    """Each example as a page has it: below the article, on a line of its own."""
    body = "Kepesertaan JKN di Sragen sudah 91 persen, kata kepala dinas setempat kepada pers.\n\n"
    return (body + line + "\n" for line in rule.examples)


@pytest.mark.parametrize("rule", FURNITURE.values(), ids=lambda rule: rule.rule)
def test_figures_in_furniture_are_no_facts(rule: Furniture) -> None:
    for text in furniture_text(rule):
        assert [fact.value for fact in facts(text)] == [91.0]


@pytest.mark.parametrize("kind", ["segment", "facility", "per", "unit", "care_class", "status"])
def test_label_phrases_are_found_in_running_text(kind: str) -> None:
    """A sample of each lexicon's phrases is found with the meaning that the lexicon gives it."""
    entries = [(phrase, entry) for phrase, found in phrases().items() for entry in found if entry.kind == kind]
    assert entries
    for phrase, entry in entries[:: max(1, len(entries) // 60)]:
        text = f"Kata dia, {phrase} begitu."
        found = read(text, [Sentence(0, len(text), 0)]).mentions.get(kind, [])
        assert entry.value in [mention.value for mention in found], phrase
