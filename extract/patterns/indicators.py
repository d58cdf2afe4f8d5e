"""Indicator and veto files: what a figure can count, and the phrases that say so or speak against it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from extract.errors import PatternError
from extract.patterns.pack import FORM_OF_UNIT, Cue, Indicator, Label, Scope, Side, Veto
from extract.patterns.read import Table, choice, number, only, rules, text, texts

_INDICATOR_FIELDS = (
    "indicator", "family", "description", "units", "pair", "pair_of_segment", "negation", "whole", "specificity", "flow",
    "not_nouns", "min_value", "max_value", "default_per", "default_region", "carry_level", "by_segment", "segments", "keeps_segment", "cue",
)  # fmt: skip
_CUE_FIELDS = ("id", "strength", "side", "label", "requires", "specificity", "phrases", "examples", "counter_examples")
_VETO_FIELDS = ("id", "scope", "strength", "counts", "meaning", "phrases", "examples", "counter_examples")
_LABELS = ("segment", "facility", "care_class", "area")


def read_indicator(table: Table, where: str) -> tuple[Indicator, list[tuple[Cue, tuple[str, ...], str]]]:
    """The indicator of one file, and its cues with their phrase templates and places."""
    only(table, _INDICATOR_FIELDS, where)
    name = text(table, "indicator", where)
    units = texts(table, "units", where)
    forms = {FORM_OF_UNIT.get(unit, "count") for unit in units}
    if len(forms) != 1:
        raise PatternError(f"units {units} mix forms", where=where, remedy="give money, percent and counts own files")
    cues = [
        (_cue(rule, name, place), texts(rule, "phrases", place), place) for place, rule in rules(table, "cue", where)
    ]
    if not cues:
        raise PatternError("no [[cue]]", where=where, remedy="write at least one")
    indicator = Indicator(
        name=name,
        family=text(table, "family", where),
        description=text(table, "description", where),
        units=units,
        form=forms.pop(),
        pair=texts(table, "pair", where, needed=False),
        pair_of_segment=texts(table, "pair_of_segment", where, needed=False),
        negation=table.get("negation"),
        whole=table.get("whole"),
        specificity=int(table.get("specificity", 2)),
        flow=bool(table.get("flow", False)),
        not_nouns=texts(table, "not_nouns", where, needed=False),
        min_value=table.get("min_value"),
        max_value=table.get("max_value"),
        default_per=table.get("default_per"),
        default_region=choice(table, "default_region", where, ("national",)),
        carry_level=choice(table, "carry_level", where, ("branch",)),
        by_segment=bool(table.get("by_segment", True)),
        segments=texts(table, "segments", where, needed=False),
        keeps_segment=bool(table.get("keeps_segment", False)),
        cues=tuple(cue for cue, _, _ in cues),
    )
    return indicator, cues


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
        requires=cast(Label | None, choice(rule, "requires", where, _LABELS)),
        specificity=rule.get("specificity"),
        examples=examples,
        counter_examples=counter_examples,
    )


def read_vetoes(table: Table, where: str) -> Iterator[tuple[Veto, tuple[str, ...], str]]:
    """The vetoes of a file, with their phrase templates and places."""
    for place, rule in rules(table, "veto", where):
        only(rule, _VETO_FIELDS, place)
        veto = Veto(
            pattern_id=f"veto.{text(rule, 'id', place)}",
            scope=cast(Scope, choice(rule, "scope", place, ("clause", "sentence"), "clause")),
            strength=number(rule, "strength", place, 0.0, 1.0),
            counts=texts(rule, "counts", place, needed=False),
            meaning=text(rule, "meaning", place),
            examples=texts(rule, "examples", place),
            counter_examples=texts(rule, "counter_examples", place),
        )
        yield veto, texts(rule, "phrases", place), place
