"""The lexicon of segments: their names, who pays for their people, and the words around both."""

from __future__ import annotations

from collections.abc import Mapping

from extract.errors import PatternError
from extract.patterns.pack import UNITS, Segments
from extract.patterns.phrases import Meanings, PhraseTable
from extract.patterns.read import Table, flag, one, only, rules, section, text, texts

_SECTIONS: Mapping[str, Meanings] = {
    "none": {"phrases": ("segment", None)},
    "paying": {
        "by": ("paying", "by"),
        "does": ("paying", "does"),
        "from_it": ("from_it", "from_it"),
        "own": ("own_budget", "own_budget"),
    },
    "aside": {
        "others": ("aside", "others"),
        "own": ("aside", "own"),
        "most": ("aside", "most"),
        "reason": ("aside", "reason"),
    },
    "moves": {
        "into": ("moves", "into"),
        "out_of": ("moves", "out_of"),
        "urged": ("urged", "urged"),
        "turned": ("turned", "turned"),
    },
    "goes_on": {
        "first": ("goes_on", "first"),
        "anywhere": ("goes_on", "anywhere"),
        "people": ("of_people", "people"),
        "sources": ("of_people", "source"),
        "all": ("of_people", "all"),
        "makes": ("makes", "makes"),
        "topic": ("topic", "topic"),
    },
}


def add_segments(phrases: PhraseTable, table: Table, where: str) -> None:
    """Add the names of the segments of participants and of those who pay for them, and the phrases around these."""
    only(table, ("segment", "several", "payer", "between", "twin", *_SECTIONS), where)
    for place, rule in rules(table, "segment", where):
        only(rule, ("id", "description", "of", "unit", "classes", "phrases"), place)
        phrases.add(texts(rule, "phrases", place), "segment", text(rule, "id", place), place)
    for place, rule in rules(table, "payer", where):
        only(rule, ("id", "names", "short"), place)
        phrases.add(texts(rule, "names", place), "government", text(rule, "id", place), place)
        phrases.add(texts(rule, "short", place), "government/short", text(rule, "id", place), place)
    for name, meanings in _SECTIONS.items():
        phrases.add_section(table, name, where, meanings)
    for place, rule in rules(table, "several", where):
        only(rule, ("of", "each", "phrases"), place)
        phrases.add(texts(rule, "phrases", place), "segment", rule.get("of"), place)
        phrases.add(texts(rule, "phrases", place), "several", " ".join(texts(rule, "each", place, needed=False)), place)


def read_segments(table: Table, where: str) -> Segments:
    """Which segment is part of which, and the words that stand between two names of segments."""
    between = section(table, "between", where, ("same", "several", "predicates"))
    whole: dict[str, str] = {}
    of_unit: dict[str, str] = {}
    ids = {text(rule, "id", place) for place, rule in rules(table, "segment", where)}
    for place, rule in rules(table, "segment", where):
        if "of" in rule:
            whole[rule["id"]] = _known(rule, "of", place, ids)
        if "unit" in rule:
            of_unit[one(rule, "unit", place, UNITS)] = rule["id"]
    for place, rule in (*rules(table, "payer", where), *rules(table, "several", where)):
        for field in ("id", "of"):
            if field in rule:
                _known(rule, field, place, ids)
    classed = [rule["id"] for place, rule in rules(table, "segment", where) if flag(rule, "classes", place, False)]
    for place, rule in rules(table, "twin", where):
        only(rule, ("name", "code"), place)
    return Segments(
        classed=frozenset(classed),
        whole=whole,
        of_unit=of_unit,
        same=frozenset(texts(between, "same", f"{where} [between]")),
        several=frozenset(texts(between, "several", f"{where} [between]")),
        predicates=frozenset(texts(between, "predicates", f"{where} [between]")),
        twins={text(rule, "name", place): text(rule, "code", place) for place, rule in rules(table, "twin", where)},
    )


def _known(rule: Table, field: str, where: str, ids: set[str]) -> str:
    """A field that must name a segment of the lexicon."""
    name = text(rule, field, where)
    if name not in ids:
        raise PatternError(f"no segment {name!r}", where=where, remedy=f"name one of: {', '.join(sorted(ids))}")
    return name
