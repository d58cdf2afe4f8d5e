"""Kinds of mentions are plain strings: each that is asked for is one that something gives, and the other way round."""

from __future__ import annotations

import ast
import importlib
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from reader import pack

from extract.patterns.indicators import NEEDED
from extract.patterns.pack import CUES

ROOMS = ("stages", "decisions")
MADE = {"dated"}
"""Kinds that a stage makes itself: of the periods of a text."""

COMPUTED: dict[str, Iterable[str]] = {
    "cue_kinds(unit)": CUES,
    "cue_kinds(figure.unit)": CUES,
    "cue_kinds('percent' if figure.form == 'percent' else figure.unit)": CUES,
    "CUES_OF[figure.form]": CUES,
    "cue.requires": NEEDED,
    "self._required.get((bid.indicator, bid.pattern_id))": NEEDED,
    "_KIND.get(str(cue.label), str(cue.label))": ("segment", "facility", "care_class", "area"),
    "reading.mentions": ("no_district",),  # whatever there is: a word that means something is no name of a district
}
"""Expressions that give one kind of several."""


class Function(NamedTuple):
    """A function that may ask for mentions, and the names of its module."""

    name: str
    tree: ast.FunctionDef
    names: dict[str, Any]


@cache
def functions() -> tuple[Function, ...]:
    package = Path(__file__).resolve().parents[2] / "extract"
    found = []
    for file in (file for room in ROOMS for file in sorted((package / room).rglob("*.py"))):
        module = ".".join(file.relative_to(package.parent).with_suffix("").parts).removesuffix(".__init__")
        names = dict(vars(importlib.import_module(module)))
        trees = ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        found += [Function(f"{module}.{t.name}", t, names) for t in trees if isinstance(t, ast.FunctionDef)]
    return tuple(found)


def asked(function: Function) -> Iterator[ast.expr]:
    """What a function asks for: the first argument of ``between``, ``holds`` and ``leads``, the key of ``mentions``."""
    for node in ast.walk(function.tree):
        if isinstance(node, ast.Subscript) and ast.unparse(node.value).endswith(".mentions"):
            yield node.slice
        elif isinstance(node, ast.Call) and node.args:
            called = ast.unparse(node.func)
            if called == "between" or called.endswith((".between", ".holds", ".leads", ".mentions.get")):
                yield node.args[0]


def kinds(wanted: ast.expr, function: Function) -> set[str]:
    """The kinds that an expression stands for; raises :class:`LookupError` where they cannot be told."""
    written = ast.unparse(wanted)
    if written in COMPUTED:
        return set(COMPUTED[written])
    if isinstance(wanted, ast.IfExp):
        return kinds(wanted.body, function) | kinds(wanted.orelse, function)
    told = list(bound(written, function))
    if told:
        return set().union(*told)
    try:
        found = eval(written, function.names)
    except NameError:
        raise LookupError(f"{function.name} asks for {written}: add it to COMPUTED") from None
    return {found} if isinstance(found, str) else set(found)


def bound(name: str, function: Function) -> Iterator[set[str]]:
    """The kinds that a name stands for: what it is set to, what a loop goes over, what callers give for it."""
    for node in ast.walk(function.tree):
        if isinstance(node, ast.Assign) and [ast.unparse(target) for target in node.targets] == [name]:
            yield kinds(node.value, function)
        elif isinstance(node, ast.For | ast.comprehension):
            target = node.target
            if isinstance(target, ast.Name) and target.id == name:
                yield kinds(node.iter, function)
            elif isinstance(target, ast.Tuple) and name in (parts := [ast.unparse(part) for part in target.elts]):
                rows = eval(ast.unparse(node.iter), function.names)
                yield {row[parts.index(name)] for row in rows}
    arguments = [argument.arg for argument in function.tree.args.args]
    if name in arguments:
        for caller in functions():
            for call in ast.walk(caller.tree):
                if isinstance(call, ast.Call) and ast.unparse(call.func) == function.tree.name:
                    yield kinds(call.args[arguments.index(name)], caller)


@cache
def asked_for() -> dict[str, str]:
    """Every kind that the code asks for, with one of the functions that do."""
    return {kind: f.name for f in functions() for wanted in asked(f) for kind in kinds(wanted, f)}


@cache
def given() -> frozenset[str]:
    """Every kind that the pack gives to its phrases, or that a stage makes."""
    return frozenset(meaning.kind for meanings, _ in pack().index.entries for meaning in meanings) | MADE


def test_every_kind_that_is_asked_for_is_given() -> None:
    assert len(asked_for()) > 50
    assert {kind: name for kind, name in asked_for().items() if kind not in given()} == {}


def test_every_kind_that_is_given_is_asked_for() -> None:
    assert given() - asked_for().keys() == set()
