"""The lexicon of offices: words that say which level of area a name is, or that stand for an area without naming it."""

from __future__ import annotations

from collections.abc import Mapping

from extract.patterns.phrases import Meanings, PhraseTable
from extract.patterns.read import Table, only, rules, text, texts

_SECTIONS: Mapping[str, Meanings] = {
    "context": {"phrases": ("context", "context")},
    "national": {
        "phrases": ("national", "national"),
        "targets": ("national", "target"),
        "targets_again": ("target_again", "target_again"),
        "rates": ("rate_rise", "rate_rise"),
    },
    "not_national": {"phrases": ("national", None)},
    "anaphora": {
        "province": ("anaphor", "province"),
        "here": ("anaphor", "here"),
        "there": ("anaphor", "there"),
        "branch": ("anaphor", "branch"),
        "own": ("anaphor", "own"),
        "own_regency": ("anaphor", "own_regency"),
        "own_city": ("anaphor", "own_city"),
        "own_province": ("anaphor", "own_province"),
        "we": ("we", "we"),
    },
    "joints": {"words": ("joint", "joint")},
    "officials": {"words": ("official", "official")},
    "sides": {"words": ("side", "side"), "listed": ("side", "listed"), "rows": ("no_district", "no_district")},
    "villages": {"words": ("village", "village")},
    "sources": {"words": ("told_by", "told_by")},
    "compared": {
        "with": ("compared", "with"),
        "of_all": ("compared", "of_all"),
        "superlative": ("compared", "superlative"),
        "average": ("compared", "average"),
        "idioms": ("compared", None),
        "ranks": ("rank", "rank"),
        "behind": ("behind", "behind"),
        "passing": ("passing", "passing"),
        "given_to": ("given_to", "given_to"),
    },
    "payers": {
        "words": ("payer", "payer"),
        "provinces": ("payer", "province"),
        "schemes": ("scheme", "scheme"),
        "everywhere": ("everywhere", "everywhere"),
    },
    "eponyms": {
        "words": ("eponym", "eponym"),
        "sections": ("section", "section"),
        "around": ("around", "around"),
        "around_before": ("around_before", "around_before"),
        "outlets": ("outlet", "outlet"),
    },
    "venues": {"words": ("venue", "venue"), "bodies": ("venue", "body"), "halls": ("hall", "hall"), "on": ("on", "on")},
    "capitals": {"words": ("capital", "capital"), "insurers": ("capital", None)},
    "national_offices": {"words": ("national_office", "national_office")},
    "insurer": {"words": ("insurer", "insurer"), "owned": ("insured", "insured")},
    "members": {
        "listing": ("members", "listing"),
        "serving": ("members", "serving"),
        "land": ("members", "land"),
        "beside": ("members", "beside"),
        "besides": ("besides", "besides"),
        "served": ("served", "served"),
        "some": ("some", "some"),
        "most": ("some", "most"),
    },
    "number_of_areas": {
        "nouns": ("areas", "areas"),
        "these": ("these", "these"),
        "others": ("other_areas", "other_areas"),
        **{number: ("all_of", number) for number in ("2", "3", "4", "5", "6", "7", "8", "9", "10")},
        **{f"all_{number}": ("all_named", number) for number in ("3", "4", "5", "6")},
    },
}


def add_offices(phrases: PhraseTable, table: Table, where: str) -> None:
    """Add the words before a place name that say its level, and the word lists of the other sections."""
    only(table, ("designator", *_SECTIONS), where)
    for place, rule in rules(table, "designator", where):
        only(rule, ("level", "phrases"), place)
        phrases.add(texts(rule, "phrases", place), "designator", text(rule, "level", place), place)
    for name, meanings in _SECTIONS.items():
        phrases.add_section(table, name, where, meanings)
