"""Indicator and veto files: what a figure can count, and the phrases that say so or speak against it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from math import inf
from typing import TypeAlias, TypeVar, cast, get_args

from extract.errors import PatternError
from extract.model import Form, Status
from extract.patterns.pack import FORM_OF_UNIT, UNITS, Cue, Indicator, Label, Needed, Scope, Side, Veto
from extract.patterns.read import Table, choice, choices, flag, number, one, only, text, texts, unique

_Read = TypeVar("_Read")
Phrased: TypeAlias = tuple[_Read, tuple[str, ...], str]
"""A rule of a file, its phrase templates, and its place in the file."""

_FORMS: tuple[Form, ...] = get_args(Form)
_OWN = ("name", "form", "cues")  # fields of an Indicator that are not written under their own name
_INDICATOR_FIELDS = ("indicator", *(field.name for field in fields(Indicator) if field.name not in _OWN), "cue")
_CUE_FIELDS = (
    "id",
    "strength",
    "side",
    "label",
    "requires",
    "specificity",
    "paid",
    "adds_up_to",
    "follows",
    "only_follows",
    "elliptic",
    "after",
    "by_insurer",
    "by_members",
    "phrases",
    "examples",
    "counter_examples",
)
_VETO_FIELDS = (
    "id",
    "scope",
    "strength",
    "counts",
    "adds_up_to",
    "joins",
    "asks",
    "rival",
    "unless",
    "meaning",
    "phrases",
    "examples",
    "counter_examples",
)
_PSEUDO_FIELDS = ("id", "means", "forms", "phrases")
_LABELS = ("segment", "facility", "care_class", "area", "change")
NEEDED = (*_LABELS[:-1], "fund", "dues", "claims", "care")
_FAMILIES = ("population", "participants", "percentages", "money", "arrears", "organisations", "facilities", "use")


def read_indicator(table: Table, where: str) -> tuple[Indicator, list[Phrased[Cue]]]:
    """The indicator of one file, and its cues with their phrase templates and places."""
    only(table, _INDICATOR_FIELDS, where)
    name = text(table, "indicator", where)
    units = choices(table, "units", where, UNITS)
    cues = _cues(table, name, where)
    specificity = _specificity(table, where)
    indicator = Indicator(
        name=name,
        family=one(table, "family", where, _FAMILIES),
        description=text(table, "description", where),
        units=units,
        form=_form(units, where),
        pair=texts(table, "pair", where, needed=False),
        pair_of_segment=texts(table, "pair_of_segment", where, needed=False),
        negation=_text_or_none(table, "negation", where),
        whole=_text_or_none(table, "whole", where),
        leaves=_text_or_none(table, "leaves", where),
        specificity=2 if specificity is None else specificity,
        flow=flag(table, "flow", where, False),
        state=flag(table, "state", where, False),
        unreached=cast(Status | None, choice(table, "unreached", where, ("target", "planned"))),
        not_nouns=texts(table, "not_nouns", where, needed=False),
        not_as_whole=texts(table, "not_as_whole", where, needed=False),
        min_value=_number_or_none(table, "min_value", where),
        max_value=_number_or_none(table, "max_value", where),
        usual_max=_number_or_none(table, "usual_max", where),
        default_per=_text_or_none(table, "default_per", where),
        default_region=choice(table, "default_region", where, ("national",)),
        carry_level=choice(table, "carry_level", where, ("branch", "insurer")),
        by_segment=flag(table, "by_segment", where, True),
        segments=texts(table, "segments", where, needed=False),
        keeps_segment_of=texts(table, "keeps_segment_of", where, needed=False),
        segment_if_split=flag(table, "segment_if_split", where, False),
        ends_up=flag(table, "ends_up", where, False),
        self_paid=flag(table, "self_paid", where, False),
        done_by_payer=flag(table, "done_by_payer", where, False),
        cues=tuple(cue for cue, _, _ in cues),
    )
    return indicator, cues


def _form(units: tuple[str, ...], where: str) -> Form:
    forms = {FORM_OF_UNIT.get(unit, "count") for unit in units}
    if len(forms) != 1:
        raise PatternError(f"units {units} mix forms", where=where, remedy="give money, percent and counts own files")
    return forms.pop()


def _text_or_none(table: Table, field: str, where: str) -> str | None:
    return text(table, field, where) if field in table else None


def _number_or_none(table: Table, field: str, where: str) -> float | None:
    return number(table, field, where, -inf, inf) if field in table else None


def _specificity(table: Table, where: str) -> int | None:
    return int(number(table, "specificity", where, 0, 9)) if "specificity" in table else None


def _cues(table: Table, indicator: str, where: str) -> list[Phrased[Cue]]:
    cues = [
        (_cue(rule, indicator, place), texts(rule, "phrases", place), place)
        for place, rule in unique(table, "cue", where)
    ]
    if not cues:
        raise PatternError("no [[cue]]", where=where, remedy="write at least one")
    return cues


def _cue(rule: Table, indicator: str, where: str) -> Cue:
    only(rule, _CUE_FIELDS, where)
    label = choice(rule, "label", where, _LABELS)
    if not label and not rule.get("phrases"):
        raise PatternError("no phrases", where=where, remedy='write phrases = ["..."], or a label')
    examples = texts(rule, "examples", where)
    counter_examples = texts(rule, "counter_examples", where)
    if not examples or not counter_examples:
        raise PatternError("no examples", where=where, remedy="write at least one example and one counter-example")
    return Cue(
        pattern_id=f"{indicator}.{text(rule, 'id', where)}",
        indicator=indicator,
        strength=number(rule, "strength", where, 0.0, 1.0),
        side=cast(Side, choice(rule, "side", where, ("before", "after", "any"), "any")),
        label=cast(Label | None, label),
        requires=cast(Needed | None, choice(rule, "requires", where, NEEDED)),
        specificity=_specificity(rule, where),
        paid=flag(rule, "paid", where, False),
        adds_up_to=_number_or_none(rule, "adds_up_to", where),
        follows=texts(rule, "follows", where) if "follows" in rule else (),
        only_follows=flag(rule, "only_follows", where, False),
        elliptic=flag(rule, "elliptic", where, False),
        after=texts(rule, "after", where, needed=False),
        by_insurer=_text_or_none(rule, "by_insurer", where),
        by_members=_text_or_none(rule, "by_members", where),
        examples=examples,
        counter_examples=counter_examples,
    )


def read_vetoes(table: Table, where: str) -> Iterator[Phrased[Veto]]:
    """The vetoes of a file, with their phrase templates and places."""
    only(table, ("veto",), where)
    for place, rule in unique(table, "veto", where):
        only(rule, _VETO_FIELDS, place)
        veto = Veto(
            pattern_id=f"veto.{text(rule, 'id', place)}",
            scope=cast(Scope, choice(rule, "scope", place, ("clause", "sentence"), "clause")),
            strength=number(rule, "strength", place, 0.0, 1.0),
            counts=choices(rule, "counts", place, UNITS, needed=False),
            adds_up_to=_number_or_none(rule, "adds_up_to", place),
            joins=flag(rule, "joins", place, False),
            asks=flag(rule, "asks", place, False),
            rival=flag(rule, "rival", place, False),
            unless=frozenset(texts(rule, "unless", place, needed=False)),
            meaning=text(rule, "meaning", place),
            examples=texts(rule, "examples", place),
            counter_examples=texts(rule, "counter_examples", place),
        )
        yield veto, texts(rule, "phrases", place), place


def read_pseudo_cues(table: Table, where: str) -> Iterator[Phrased[Form]]:
    """The forms of figures for which the phrases of a file mean nothing, with the templates and places of these."""
    only(table, ("pseudo",), where)
    for place, rule in unique(table, "pseudo", where):
        only(rule, _PSEUDO_FIELDS, place)
        text(rule, "means", place)
        for form in texts(rule, "forms", place):
            if form not in _FORMS:
                raise PatternError(f"form {form!r}", where=place, remedy=f"name some of: {', '.join(_FORMS)}")
            yield form, texts(rule, "phrases", place), place
