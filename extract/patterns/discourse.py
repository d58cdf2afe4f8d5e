"""The lexicon of discourse: how clauses, lists and quotes hang together, as phrases and as lists of single words."""

from __future__ import annotations

from collections.abc import Mapping

from extract.patterns.pack import Discourse, Parted, PayerWords, Speech
from extract.patterns.phrases import Meanings, PhraseTable
from extract.patterns.read import Table, only, section, texts

_SECTIONS: Mapping[str, Meanings] = {
    "separators": {
        "hard": ("separator", "hard"),
        "relative": ("relative", "relative"),
        "comma": ("separator", "comma"),
        "and": ("separator", "and"),
        "with": ("separator", "with"),
        "from": ("separator", "from"),
        "into": ("separator", "into"),
        "past": ("separator", "past"),
    },
    "negators": {"words": ("negator", "negator"), "besides": ("negator", "besides")},
    "far_hedges": {"approx": ("hedge", "approx")},
    "links": {"phrases": ("link", "link"), "parting": ("link", "parting"), "loose": ("link", "loose")},
    "heads": {
        "phrases": ("head", "head"),
        "each": ("each", "each"),
        "ordered": ("each", "ordered"),
        "total": ("total", "total"),
        "among": ("among", "among"),
        "back": ("back", "back"),
        "now": ("now", "now"),
        "cause": ("cause", "cause"),
        "census": ("census", "census"),
        "position": ("position", "position"),
        "subordinate": ("subordinate", "subordinate"),
        "reason": ("reason", "reason"),
        "apart": ("apart", "apart"),
        "taking_up": ("taking_up", "taking_up"),
        "same_period": ("same_period", "same_period"),
        "lasting": ("lasting", "lasting"),
        "effect": ("effect", "effect"),
        "rise": ("rise", "rise"),
        "rest": ("rest", "rest"),
        "anaphor": ("anaphor", "anaphor"),
        "theirs": ("theirs", "theirs"),
        "ellipsis": ("ellipsis", "ellipsis"),
        "announcing": ("announcing", "announcing"),
        "pronouns": ("pronoun", "pronoun"),
    },
    "levels": {
        "whole": ("whole", "whole"),
        "portion": ("portion", "portion"),
        "of": ("level", "of"),
        "into": ("level", "into"),
        "was": ("level", "was"),
        "to": ("level", "to"),
        "by": ("by", "by"),
        "at": ("level", "at"),
        "present": ("level", "present"),
        "source": ("source", "source"),
        "pointing": ("pointing", "pointing"),
        "restricting": ("restricting", "restricting"),
    },
    "needed": {
        "funds": ("fund", "fund"),
        "dues": ("dues", "dues"),
        "claims": ("claims", "claims"),
        "care": ("care", "care"),
        "not": ("dues", None),
    },
}
_WORDS: Mapping[str, tuple[str, ...]] = {
    "continuers": ("words", "verb_prefixes"),
    "speech": Speech._fields,
    "weekdays": ("words",),
    "telling": ("words",),
    "light": ("words", "joining"),
    "payers": PayerWords._fields,
    "levels_of_areas": ("bare", "general", "pointing"),
    "abbreviations": ("words",),
    "possessive": ("endings", "not"),
    "parted": ("prefixes", "endings", "verbs"),
    "guarded": ("words",),
}


def add_discourse(phrases: PhraseTable, table: Table, where: str) -> None:
    """Add the phrases of the sections that the matcher looks for."""
    only(table, (*_SECTIONS, *_WORDS), where)
    for name, meanings in _SECTIONS.items():
        phrases.add_section(table, name, where, meanings)


def read_discourse(table: Table, where: str) -> Discourse:
    """The word lists of the sections that the stages test single words against."""
    lists: dict[str, dict[str, tuple[str, ...]]] = {}
    for name, fields in _WORDS.items():
        found = section(table, name, where, fields)
        lists[name] = {field: texts(found, field, f"{where} [{name}]") for field in fields}
    return Discourse(
        continuers=frozenset(lists["continuers"]["words"]),
        verb_prefixes=lists["continuers"]["verb_prefixes"],
        speech=Speech(**{field: frozenset(words) for field, words in lists["speech"].items()}),
        weekdays=frozenset(lists["weekdays"]["words"]),
        telling=frozenset(lists["telling"]["words"]),
        light=frozenset(lists["light"]["words"]),
        joining=frozenset(lists["light"]["joining"]),
        payers=PayerWords(**{field: frozenset(words) for field, words in lists["payers"].items()}),
        bare=frozenset(lists["levels_of_areas"]["bare"]),
        general=frozenset(lists["levels_of_areas"]["general"]),
        pointing=frozenset(lists["levels_of_areas"]["pointing"]),
        abbreviations=frozenset(lists["abbreviations"]["words"]),
        possessive=lists["possessive"]["endings"],
        no_possessive=frozenset(lists["possessive"]["not"]),
        parted=Parted(lists["parted"]["prefixes"], lists["parted"]["endings"], frozenset(lists["parted"]["verbs"])),
        guarded=frozenset(lists["guarded"]["words"]),
    )
