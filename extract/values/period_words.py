"""The words of dates and periods, checked, and the regexes they are compiled into."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from extract.errors import PatternError
from extract.values.period_shapes import FOLLOWING, GOAL, OPENING, SCAN, SHAPES, TAIL
from extract.values.period_shapes import NEVER as NEVER_YEAR
from extract.values.watched import watched

# Lead words from the weakest to the strongest: in «per awal Mei» the «per» decides.
LEADS = ("in", "part", "at", "before", "since", "from", "written")
RELATIVES = ("now", "past", "future", "later", "before", "after", "same")
# words of one sentence, or a part of it
SENTENCE = r"(?:[^.!?;\"“”]|\.(?=[0-9]))*"
NEVER = ("plan", "award", "event", "person", "copyright")


class PeriodWords(NamedTuple):
    """What each word means, and the compiled regexes.

    ``months`` are 1 to 12, ``weekdays`` 0 (Monday) to 6, ``leads`` places in LEADS.
    """

    months: dict[str, int]
    weekdays: dict[str, int]
    leads: dict[str, int]
    units: dict[str, str]
    fractions: dict[str, int]
    ordinals: dict[str, int]
    counts: dict[str, int]
    once: dict[str, str]
    relatives: dict[str, str]
    between: frozenset[str]
    against: frozenset[str]
    every: tuple[str, ...]
    opening_parts: tuple[str, ...]
    scan: re.Pattern[str]
    never: re.Pattern[str]
    goal: re.Pattern[str]
    opening: re.Pattern[str]
    following: re.Pattern[str]
    tail: re.Pattern[str]
    counted: re.Pattern[str]
    after_year: re.Pattern[str]
    future: re.Pattern[str]
    future_behind: re.Pattern[str]
    after_month: re.Pattern[str]
    month_over: re.Pattern[str]
    listed: re.Pattern[str]
    labelling: re.Pattern[str]
    labels_next: re.Pattern[str]
    until_now: re.Pattern[str]
    begun: re.Pattern[str]


def period_words(table: Mapping[str, Any], where: str) -> PeriodWords:
    """The words and regexes of a periods table; PatternError names what is missing, wrong, or read by nothing."""
    with watched(table, where) as read:
        return _made_of(read, where)


def _made_of(table: Mapping[str, Any], where: str) -> PeriodWords:
    months = _numbered(table, "months", where, range(1, 13))
    weekdays = _numbered(table, "weekdays", where, range(7))
    leads = _keyed(table, "lead", where, LEADS)
    units = _keyed(table, "unit", where, ("year", "month"))
    fractions = _numbered(table, "fraction", where, range(1, 13))
    ordinals = _numbered(table, "ordinal", where, range(1, 13))
    counts = _numbered(table, "count", where, range(1, 100))
    once = _keyed(table, "once", where, ("year", "month"))
    relatives = _keyed(table, "relative", where, RELATIVES)
    against = _words(table, "against", where)
    nouns = [*_words(table, "before_year", where), *against]
    join = _keyed(table, "join", where, ("range", "list", "between", "now"))
    labelling = [*_words(table, "after_year", where), *_words(table, "labelling", where)]
    endings = either(_list(_section(table, "labelling", where), "endings", f"{where} [labelling]"))
    listing = [*_of(join, "list"), *_list(_section(table, "labelling", where), "behind", f"{where} [labelling]")]
    future = _keyed(table, "future", where, ("words", "not_before", "not_after"))
    budgets = _words(table, "budget", where)
    goal = _keyed(table, "goal", where, ("words", "plans"))
    pieces = {
        "MON": either(months), "WEEK": either(weekdays), "FRACTION": either(fractions), "ORDINAL": either(ordinals),
        "NOUN": either(nouns), "BUDGET": either(budgets), "COUNT": either(counts), "ONCE": either(once),
        "REL": either(relatives),
        "LEAD": either([*leads, *units]), "AT": either(_of(leads, "at")), "PART": either(_of(leads, "part")),
        "UNIT": either(units), "YEARWORD": either(_of(units, "year")),
        "RANGE": either(_of(join, "range")), "LIST": either(_of(join, "list")), "TODAY": either(_of(join, "now")),
        "GOALS": either(_of(goal, "words")), "PLANS": either(_of(goal, "plans")),
        **_never_pieces(table, where),
    }  # fmt: skip
    openers = [*months, *weekdays, *fractions, *once, *units, *_of(leads, "part")]
    pieces["GUARD"] = beginnings(openers, 5)
    pieces["HEAD"] = beginnings([*leads, *units, *nouns, *budgets, *counts], 3)
    return PeriodWords(
        months, weekdays, _lead_ranks(leads, units), units, fractions, ordinals, counts, once, relatives,
        between=frozenset(_of(join, "between")),
        against=frozenset(against),
        every=tuple(_words(table, "every", where)),
        opening_parts=tuple(_words(table, "opening_part", where)),
        scan=_compiled(SCAN, pieces),
        never=_compiled(NEVER_YEAR, pieces),
        goal=_compiled(GOAL, pieces),
        opening=_compiled(OPENING, pieces),
        following=_compiled(FOLLOWING, pieces),
        tail=_compiled(TAIL, pieces),
        counted=re.compile(rf"\s(?:%|℅|{either(_words(table, 'counted', where))}(?![a-z]))|%|℅"),
        after_year=re.compile(rf"\s(?:{either(_words(table, 'after_year', where))})(?![a-z])"),
        month_over=re.compile(rf"\s(?:{either(_words(table, 'month_over', where))})(?![a-z])"),
        listed=re.compile(rf"[^a-z](?:{either(listing)})\s\Z"),
        future_behind=re.compile(
            rf"(?:\s[a-z]{{2,20}}){{0,2}}\s(?:{either(_words(table, 'future_behind', where))})(?![a-z])"
        ),
        after_month=re.compile(rf"\s(?:{either(_words(table, 'after_month', where))})(?![a-z])"),
        labelling=re.compile(rf"\s(?:(?:{either(labelling)}|[a-z]{{3,14}}{endings})\s?){{0,3}}[0-9]"),
        labels_next=re.compile(
            rf"\s(?:{either(labelling)}\s?){{0,3}}[0-9][^.!?\n\x00;]{{0,40}}?(?:,|\s{either(_of(join, 'list'))})\s"
            rf"{either(months)}(?![a-z])"
        ),
        begun=re.compile(rf"[^a-z](?:{either(_of(leads, 'since'))})(?:\s[a-z-]{{2,20}}){{1,3}}\s\Z"),
        until_now=re.compile(rf"[^a-z]{either(_of(leads, 'at'))}\s{either(_of(join, 'now'))}\s?\(\Z"),
        future=re.compile(
            rf"{_not_behind(future)}[^a-z](?:{either(_of(future, 'words'))})(?![a-z])"
            rf"(?!\s(?:{either(_of(future, 'not_before'))})){SENTENCE}\Z"
        ),
    )  # fmt: skip


def _not_behind(future: Mapping[str, str]) -> str:
    """What must not stand before a word for the future: «keluarga berencana» plans nothing."""
    return "".join(rf"(?<!{re.escape(word)})" for word in _of(future, "not_after"))


def either(words: Iterable[str]) -> str:
    r"""A regex of alternatives, the longest first, factored by first letter so that most words are refused at once.

    >>> either(["mei", "mar", "sampai dengan"])
    '(?:s(?:ampai\\s+dengan)|m(?:ar|ei))'
    """
    groups: dict[str, list[str]] = {}
    for word in sorted(set(words), key=lambda word: (-len(word), word)):
        groups.setdefault(word[0], []).append(re.escape(word[1:]).replace(r"\ ", r"\s+"))
    return "(?:" + "|".join(f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in groups.items()) + ")"


def beginnings(words: Iterable[str], letters: int) -> str:
    """A regex of the first ``letters`` letters of all words, nested, to refuse other words at the first letter.

    >>> beginnings(["juni", "juli", "mei"], 3)
    '(?:j(?:u(?:l|n))|m(?:e(?:i)))'
    """
    rests: dict[str, list[str]] = {}
    for word in sorted(set(words)):
        rests.setdefault(word[0], []).append(word[1:])
    branches = [
        re.escape(first) + (beginnings(rest, letters - 1) if letters > 1 and all(rest) else "")
        for first, rest in rests.items()
    ]
    return f"(?:{'|'.join(branches)})"


def _compiled(template: str, pieces: Mapping[str, str]) -> re.Pattern[str]:
    """``template`` with its {NAMES} filled in, twice over for those that hold others; in VERBOSE notation."""
    values = {**SHAPES, **pieces}
    while "{" in (found := re.sub(r"\{([A-Z]+)\}", lambda name: values[name[1]], template)) and found != template:
        template = found
    return re.compile(template, re.VERBOSE)


def _lead_ranks(leads: Mapping[str, str], units: Mapping[str, str]) -> dict[str, int]:
    """Each single word of the lead phrases with the rank (in LEADS) of the weakest class it stands in.

    So «mulai dari» has the rank of «mulai»: «dari» is weak, by itself and here.
    """
    found = {word: 0 for phrase in units for word in phrase.split()}
    for rank, kind in enumerate(LEADS):
        for phrase in _of(leads, kind):
            for word in phrase.split():
                found.setdefault(word, rank)
    return found


def _never(table: Mapping[str, Any], where: str) -> dict[str, list[str]]:
    """The names whose year is no period, by kind."""
    section = _section(table, "never", where)
    return {kind: _list(section, kind, f"{where} [never]") for kind in ("about", "number", "law", *NEVER)}


def _never_pieces(table: Mapping[str, Any], where: str) -> dict[str, str]:
    """Fragments for the names: laws, the word for number, and the other names with the words they reach over."""
    names, reach = _never(table, where), _section(table, "never_reach", where)
    named = []
    for kind in NEVER:
        steps = reach.get(kind)
        if not isinstance(steps, int) or not 0 <= steps <= 9:
            raise PatternError(f"{kind} is {steps!r}", where=f"{where} [never_reach]", remedy="write a number, 0 to 9")
        # a publisher's name may be any words
        between = "{ANYWORD}" if kind == "copyright" else "{BETWEEN}"
        named.append(either(names[kind]) + between + "{0," + str(steps) + "}")
    told = {"LAW": names["law"], "NUMBER": names["number"], "ABOUT": names["about"]}
    return {**{name: either(words) for name, words in told.items()}, "NAMED": "(?:" + "|".join(named) + ")"}


def _of(words: Mapping[str, str], kind: str) -> list[str]:
    return [word for word, value in words.items() if value == kind]


def _numbered(table: Mapping[str, Any], name: str, where: str, allowed: range) -> dict[str, int]:
    """Word to number, of a section whose keys are numbers."""
    found: dict[str, int] = {}
    section = _section(table, name, where)
    for key in section:
        if not key.isdecimal() or int(key) not in allowed:
            raise PatternError(
                f"no number {key!r}", where=f"{where} [{name}]", remedy=f"use {allowed[0]} to {allowed[-1]}"
            )
        for word in _list(section, key, f"{where} [{name}]"):
            if found.setdefault(word, int(key)) != int(key):
                raise PatternError(f"{word!r} stands under two numbers", where=f"{where} [{name}]", remedy="keep one")
    return found


def _keyed(table: Mapping[str, Any], name: str, where: str, keys: Iterable[str]) -> dict[str, str]:
    """Word to key, of a section that has all of ``keys``."""
    section = _section(table, name, where)
    return {word: key for key in keys for word in _list(section, key, f"{where} [{name}]")}


def _words(table: Mapping[str, Any], name: str, where: str) -> list[str]:
    return _list(_section(table, name, where), "words", f"{where} [{name}]")


def _section(table: Mapping[str, Any], name: str, where: str) -> Mapping[str, Any]:
    section = table.get(name)
    if not isinstance(section, Mapping) or not section:
        raise PatternError(f"no section [{name}]", where=where, remedy="add it with its words")
    return section


def _list(section: Mapping[str, Any], key: str, where: str) -> list[str]:
    words = section.get(key)
    if not isinstance(words, list) or not words or not all(isinstance(word, str) and word.strip() for word in words):
        raise PatternError(f"{key} is not a list of words", where=where, remedy="write a list of words in quotes")
    wrong = next((word for word in words if word != word.lower().strip()), None)
    if wrong is not None:
        raise PatternError(f"{wrong!r} in {key} is not written small", where=where, remedy="write it small, no blanks")
    return words
