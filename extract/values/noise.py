"""Stretches of text whose numbers are no figures: decrees, dates, clock times, telephone numbers, page furniture.

The rules are data (``noise.toml``), and all of them speak of a number, so only numbers are looked at: for a word
shortly before it that a rule starts with (``at = "lead"``), for what follows it (``at = "after"``), and, where its
neighbours are unusual, for its own shape (``at = "shape"``).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from extract.errors import PatternError
from extract.model import Noise, Span
from extract.values.lexicon import Section
from extract.values.scan import BLANK, GAP, NO_WORD_AFTER, Script, WordScanner, script, trie
from extract.values.watched import watched

_FRAGMENT = re.compile(r"\{([a-z_]+)\}")
_PLACES = ("lead", "after", "shape")
# How far before its number a rule may start, in characters and in words.
_LEAD_REACH = 64
_LEAD_WORDS = 7
# What may be glued to a word without being part of it.
_PUNCTUATION = "([\"“”‘'-–—:,./\u00a0"


class NoiseRule(NamedTuple):
    """One rule: its name, what it is for, where it is anchored, its VERBOSE regex, and the cases that hold it to that.

    ``number`` is what the whole number must look like, for a rule ``after`` it. ``cased`` rules (only of ``shape``)
    read the text as written, the others in lower case.
    """

    id: str
    means: str
    at: str
    leads: tuple[str, ...]
    regex: str
    number: re.Pattern[str] | None
    cased: bool
    examples: tuple[str, ...]
    counter_examples: tuple[str, ...]


class NoiseGrammar:
    """Finds noise; made of the table ``noise.toml``, then immutable. ``rules`` are in the order of the file."""

    def __init__(self, section: Section) -> None:
        lists = section.section("lists")
        words = {name: lists.words(name) for name in lists.table}
        first, more = lists.words("numeral"), lists.words("numeral_joint")
        run = rf"{trie(first)}(?:{BLANK}?{trie((*first, *more))}){{0,8}}{NO_WORD_AFTER}"
        fragments = {name: trie(listed) + NO_WORD_AFTER for name, listed in words.items()}
        fragments |= _patterns(section, fragments | {"gap": GAP, "numeral": run})
        self._fragments = fragments | {"gap": GAP, "numeral": run, "number": rf"(?:[0-9]+(?:[.,][0-9]+)*|{run})"}
        self.rules = tuple(_rules(section))
        self._ids = {f"r{index}": rule.id for index, rule in enumerate(self.rules)}
        self._after = self._together(section, "after", GAP)
        self._shape = self._together(section, "shape")
        self._cased = self._together(section, "shape", cased=True)
        shape = section.section("shape")
        self._odd_before = frozenset(shape.word("before"))
        self._odd_after = frozenset(shape.word("after"))
        self._tails = self._by_lead(section)
        self._lead = re.compile(rf"(?:{trie(self._tails)})(?!(?<=\w)\w)")
        self._lead_words = frozenset(_plain(lead).split()[0] for lead in self._tails)
        self.scanner = WordScanner(rf"(?P<run>{run})", first)

    @classmethod
    def from_table(cls, table: Mapping[str, Any], *, where: str) -> NoiseGrammar:
        """The grammar of the parsed TOML table; ``where`` is the file to name in errors.

        Raises :class:`~extract.errors.PatternError` naming file and rule, also for a field that nothing reads.
        """
        with watched(table, where) as read:
            return cls(Section(read, where))

    def find(self, text: str) -> list[Noise]:
        """All noise of ``text``, by position, none overlapping another; where two rules meet the earlier span wins."""
        return self.read(script(text))

    def read(self, read: Script) -> list[Noise]:
        """As ``find``, of a text that is made ready already."""
        text, folded, _, places = read
        plain = _plain(folded)
        runs = [match.span("run") for match in self.scanner.find(read)]
        if runs:
            places = sorted(places + runs)
        noise: list[Noise] = []
        limit = 0
        for start, end in places:
            if start < limit:
                continue
            found = self._led(folded, plain, limit, start) or self._followed(folded, start, end)
            if found is None and "0" <= folded[start] <= "9":
                found = self._shaped(text, folded, start, end)
            if found is not None:
                limit = found[1]
                noise.append(Noise(Span(found[0], limit), found[2]))
        return noise

    def failures(self) -> list[str]:
        """Every example that its rule does not claim and every counter-example that it does, as messages."""
        wrong = []
        for rule in self.rules:
            for text in rule.examples:
                if rule.id not in (noise.rule for noise in self.find(text)):
                    wrong.append(f"{rule.id}: does not match its example {text!r}")
            for text in rule.counter_examples:
                if rule.id in (noise.rule for noise in self.find(text)):
                    wrong.append(f"{rule.id}: matches its counter-example {text!r}")
        return wrong

    def _led(self, folded: str, plain: str, limit: int, start: int) -> tuple[int, int, str] | None:
        """The noise that begins with a lead before the number at ``start`` and takes the number in."""
        words = plain[max(limit, start - _LEAD_REACH) : start].rsplit(None, _LEAD_WORDS)
        if self._lead_words.isdisjoint(words):
            return None
        first = start
        found = None
        for word in reversed(words):
            first = plain.rfind(word, 0, first)
            if word in self._lead_words and (lead := self._lead.match(folded, first, start)) is not None:
                tail = self._tails[lead[0] if lead[0] in self._tails else " ".join(lead[0].split())]
                after = tail.match(folded, lead.end())
                if after is not None and after.end() > start:
                    found = first, after.end(), self._ids[after.lastgroup or ""]
        return found

    def _followed(self, folded: str, start: int, end: int) -> tuple[int, int, str] | None:
        """The noise that the words after the number make of it."""
        found = self._after.match(folded, end)
        if found is None:
            return None
        rule = self.rules[int((found.lastgroup or "")[1:])]
        fits = rule.number is None or rule.number.fullmatch(folded, start, end)
        return (start, found.end(), rule.id) if fits else None

    def _shaped(self, text: str, folded: str, start: int, end: int) -> tuple[int, int, str] | None:
        """The noise that the number's own shape makes, if its neighbours or its length give reason to look."""
        before, after = folded[start - 1 : start], folded[end : end + 2]
        found = None
        if (
            before in self._odd_before
            or not start
            or after[:1] in self._odd_after
            or (after[:1] == " " and after[1:] in self._odd_after)
            or end - start == 4
            or folded[start] == "0"
        ):
            found = self._shape.match(folded, start)
        if found is None and (before.isalpha() or before in self._odd_before or text[start - 2 : start - 1].isupper()):
            found = self._cased.match(text, start)
        return None if found is None else (start, found.end(), self._ids[found.lastgroup or ""])

    def _by_lead(self, section: Section) -> dict[str, re.Pattern[str]]:
        """For each lead the rules that start with it, as one regex of what follows."""
        by_lead: dict[str, list[int]] = {}
        for index, rule in enumerate(self.rules):
            for lead in rule.leads:
                by_lead.setdefault(lead, []).append(index)
        compiled: dict[tuple[int, ...], re.Pattern[str]] = {}
        for indices in map(tuple, by_lead.values()):
            if indices not in compiled:
                compiled[indices] = self._alternation(section, list(indices))
        return {lead: compiled[tuple(indices)] for lead, indices in by_lead.items()}

    def _together(self, section: Section, at: str, before: str = "", *, cased: bool = False) -> re.Pattern[str]:
        """All rules anchored at one place, as one regex."""
        rules = [index for index, rule in enumerate(self.rules) if rule.at == at and rule.cased == cased]
        return self._alternation(section, rules, before)

    def _alternation(self, section: Section, indices: list[int], before: str = "") -> re.Pattern[str]:
        branches = []
        for index in indices:
            rule = self.rules[index]
            where = f"{section.where} [[rule]] {rule.id}"
            pattern = _expand(rule.regex, self._fragments, where)
            _check_regex(rule.regex, where)
            branches.append(f"(?P<r{index}>{pattern}\n)")
        return re.compile(f"{before}(?:{'|'.join(branches) or '(?!)'})", re.VERBOSE)


def _plain(folded: str) -> str:
    """The text with a blank for every punctuation mark that may be glued to a word; the same length."""
    for mark in _PUNCTUATION:
        if mark in folded:
            folded = folded.replace(mark, " ")
    return folded


def _rules(section: Section) -> list[NoiseRule]:
    """The rules of the file, checked; leads may name a list as «{month}»."""
    tables = section.table.get("rule")
    if not isinstance(tables, list) or not tables:
        raise section.error("no [[rule]] in it", remedy="write one [[rule]] for each kind of noise")
    rules: list[NoiseRule] = []
    for number, table in enumerate(tables, start=1):
        name = table.get("id") if isinstance(table, Mapping) else None
        rule = Section(table, f"{section.where} [[rule]] {name or number}")
        made = NoiseRule(
            id=rule.word("id"),
            means=rule.word("means"),
            at=rule.word("at"),
            leads=_leads(section, rule),
            regex=rule.word("regex"),
            number=_compiled(rule.word("number"), rule.where) if "number" in rule.table else None,
            cased=rule.flag("cased"),
            examples=tuple(rule.table.get("examples", ())),
            counter_examples=tuple(rule.table.get("counter_examples", ())),
        )
        _check(made, rule)
        rules.append(made)
    return rules


def _check(made: NoiseRule, rule: Section) -> None:
    """Raises :class:`PatternError` for a rule that cannot be anchored or has nothing to be tested with."""
    if made.at not in _PLACES:
        raise rule.error(f"at = {made.at!r} is no place", remedy=f"one of: {', '.join(_PLACES)}")
    if (made.at == "lead") != bool(made.leads):
        raise rule.error('leads and at = "lead" go together', remedy="give both or neither")
    if (made.cased and made.at != "shape") or (made.number is not None and made.at != "after"):
        raise rule.error("cased is for rules of shape, number for rules after it", remedy="remove it")
    if not made.examples or not made.counter_examples:
        raise rule.error("no examples or no counter_examples", remedy="give at least one of each")


def _leads(section: Section, rule: Section) -> tuple[str, ...]:
    """The lead words of a rule, lists replaced by their words."""
    words: list[str] = []
    for lead in rule.words("leads", optional=True):
        named = _FRAGMENT.fullmatch(lead)
        words += section.section("lists").words(named[1]) if named else [lead]
    return tuple(dict.fromkeys(words))


def _patterns(section: Section, fragments: Mapping[str, str]) -> dict[str, str]:
    """The named regex fragments of ``[patterns]``; one may use the lists and those before it."""
    made: dict[str, str] = {}
    patterns = section.section("patterns")
    for name in patterns.table:
        where = f"{patterns.where} {name}"
        made[name] = f"(?:{_expand(patterns.word(name), {**fragments, **made}, where)})"
        _check_regex(patterns.word(name), where)
    return made


def _expand(pattern: str, fragments: Mapping[str, str], where: str) -> str:
    def fragment(match: re.Match[str]) -> str:
        if match[1] not in fragments:
            raise PatternError(
                f"unknown fragment {match[0]}", where=where, remedy=f"name one of: {', '.join(sorted(fragments))}"
            )
        return fragments[match[1]]

    return _FRAGMENT.sub(fragment, pattern)


def _check_regex(template: str, where: str) -> None:
    """Raises :class:`PatternError` for a template that is no regex; its fragments, being checked or made, are left out.

    Compiling all that they stand for would take longer than the regexes that are used.
    """
    _compiled(_FRAGMENT.sub("(?:x)", template), where)


def _compiled(pattern: str, where: str) -> re.Pattern[str]:
    try:
        return re.compile(pattern, re.VERBOSE)
    except re.error as error:
        raise PatternError(f"not a regex: {error}", where=where, remedy="correct the regex") from error
