"""Lexicons of labels: the words for what a figure counts, whom it is about, where, per what, and how sure it is."""

from __future__ import annotations

from extract.patterns.pack import UNITS
from extract.patterns.phrases import PhraseTable
from extract.patterns.read import Table, one, only, rules, text, texts


def add_units(phrases: PhraseTable, table: Table, where: str) -> None:
    """Add the nouns of the counting units, of ``[other]`` ones that no indicator counts in, of ``[some]`` people."""
    only(table, ("unit", "other", "some"), where)
    for place, rule in rules(table, "unit", where):
        only(rule, ("id", "nouns"), place)
        phrases.add(texts(rule, "nouns", place), "unit", one(rule, "id", place, UNITS), place)
    phrases.add_section(table, "other", where, {"nouns": ("unit", "other")})
    phrases.add_section(table, "some", where, {"nouns": ("unit", "some")})


def add_facilities(phrases: PhraseTable, table: Table, where: str) -> None:
    """Add the kinds of health facility, and which kind each is ``of``."""
    phrases.add_lexicon(table, "facility", where, ("of", "description"))
    kinds = [text(rule, "id", place) for place, rule in rules(table, "facility", where)]
    for place, rule in rules(table, "facility", where):
        if "of" in rule:
            phrases.add(texts(rule, "phrases", place), "facility_of", one(rule, "of", place, kinds), place)


def add_per(phrases: PhraseTable, table: Table, where: str) -> None:
    """Add what money is paid per."""
    phrases.add_lexicon(table, "per", where)


def add_care_classes(phrases: PhraseTable, table: Table, where: str) -> None:
    """Add the classes of care."""
    phrases.add_lexicon(table, "care_class", where)


def add_programs(phrases: PhraseTable, table: Table, where: str) -> None:
    """Add the programmes by name."""
    phrases.add_lexicon(table, "program", where)


def add_status(phrases: PhraseTable, table: Table, where: str) -> None:
    """Add the words for figures that are not yet so, and those with such a word in them that mean nothing (``not``)."""
    only(table, ("status", "already", "becoming", "costs", "pays", "asked", "done", "again"), where)
    phrases.add_section(table, "becoming", where, {"words": ("becoming", "becoming")})
    phrases.add_section(table, "asked", where, {"target": ("asked", "target"), "planned": ("asked", "planned")})
    phrases.add_section(table, "done", where, {"words": ("done", "done")})
    phrases.add_section(table, "again", where, {"words": ("again", "again")})
    phrases.add_section(table, "costs", where, {"phrases": ("costs", "costs")})
    phrases.add_section(table, "pays", where, {"phrases": ("pays", "pays")})
    phrases.add_section(
        table,
        "already",
        where,
        {"phrases": ("already", "already"), "now": ("already", "now"), "not": ("already", None)},
    )
    for place, rule in rules(table, "status", where):
        only(rule, ("id", "phrases", "not"), place)
        phrases.add(texts(rule, "phrases", place), "status", text(rule, "id", place), place)
        phrases.add(texts(rule, "not", place, needed=False), "status", None, place)
        phrases.add(texts(rule, "not", place, needed=False), "no_status", text(rule, "id", place), place)
