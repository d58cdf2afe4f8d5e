"""Pattern files as checked tables: every complaint names the file, the rule in it and the field."""

from __future__ import annotations

import codecs
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from extract.errors import PatternError

Table = Mapping[str, Any]


def read_toml(data: bytes, where: str) -> dict[str, Any]:
    """The table in a pattern file; :class:`PatternError` with TOML's own line and column where it is malformed."""
    if data.startswith(codecs.BOM_UTF8):
        what = "begins with a byte order mark, which TOML does not allow"
        raise PatternError(what, where=where, remedy="save the file as UTF-8 without BOM")
    try:
        return tomllib.loads(data.decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise PatternError(f"not TOML: {error}", where=where, remedy="mend the file") from error


def text(table: Table, field: str, where: str, default: str | None = None) -> str:
    """A field that must be a non-empty string."""
    value = table.get(field, default)
    if not isinstance(value, str) or not value:
        raise PatternError(f"{field} is missing or no text", where=where, remedy=f'write {field} = "..."')
    return value


def texts(table: Table, field: str, where: str, *, needed: bool = True) -> tuple[str, ...]:
    """A field that must be a list of strings; empty where it may be left out."""
    value = table.get(field, None if needed else [])
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise PatternError(f"{field} is missing or no list of texts", where=where, remedy=f'write {field} = ["..."]')
    return tuple(value)


def number(table: Table, field: str, where: str, low: float, high: float) -> float:
    """A field that must be a number from ``low`` to ``high``."""
    value = table.get(field)
    if isinstance(value, bool) or not isinstance(value, int | float) or not low <= value <= high:
        raise PatternError(f"{field} is {value!r}", where=where, remedy=f"write a number from {low:g} to {high:g}")
    return float(value)


def flag(table: Table, field: str, where: str, default: bool) -> bool:
    """A field that must be true or false, or ``default`` where it is left out."""
    value = table.get(field, default)
    if not isinstance(value, bool):
        raise PatternError(f"{field} is {value!r}", where=where, remedy=f"write {field} = true or false")
    return value


def choice(table: Table, field: str, where: str, allowed: Sequence[str], default: str | None = None) -> str | None:
    """A field that must be one of ``allowed``, or ``default`` where it is left out."""
    value: str | None = table.get(field, default)
    if value is not None and value not in allowed:
        raise PatternError(f"{field} is {value!r}", where=where, remedy=f"name one of: {', '.join(allowed)}")
    return value


def one(table: Table, field: str, where: str, allowed: Sequence[str]) -> str:
    """A field that must be there, and one of ``allowed``."""
    name = text(table, field, where)
    choice(table, field, where, allowed)
    return name


def choices(table: Table, field: str, where: str, allowed: Sequence[str], *, needed: bool = True) -> tuple[str, ...]:
    """A field that must be a list of some of ``allowed``; empty where it may be left out."""
    found = texts(table, field, where, needed=needed)
    for name in found:
        if name not in allowed:
            raise PatternError(f"{field} holds {name!r}", where=where, remedy=f"name some of: {', '.join(allowed)}")
    return found


def rules(table: Table, name: str, where: str) -> Iterator[tuple[str, Table]]:
    """Each ``[[name]]`` table with the place to complain about: ``file [[name]] id-or-number``."""
    found = table.get(name, [])
    if not isinstance(found, list) or not all(isinstance(rule, Mapping) for rule in found):
        raise PatternError(f"{name} is no list of tables", where=where, remedy=f"write [[{name}]]")
    for position, rule in enumerate(found, start=1):
        yield f"{where} [[{name}]] {rule.get('id', position)}", rule


def unique(table: Table, name: str, where: str) -> Iterator[tuple[str, Table]]:
    """The same, of rules that each have an id of their own."""
    seen: set[str] = set()
    for place, rule in rules(table, name, where):
        rule_id = text(rule, "id", place)
        if rule_id in seen:
            raise PatternError(f"id {rule_id!r} again", where=place, remedy="give each rule an id of its own")
        seen.add(rule_id)
        yield place, rule


def only(table: Table, known: Sequence[str], where: str) -> None:
    """Refuse a field or section that nothing reads: a misspelt one would otherwise do nothing in silence."""
    unknown = sorted(set(table) - set(known))
    if unknown:
        raise PatternError(f"unknown field {unknown[0]!r}", where=where, remedy=f"name one of: {', '.join(known)}")


def section(table: Table, name: str, where: str, known: Sequence[str] | None = None) -> Table:
    """A ``[name]`` table that must be there, and hold only the ``known`` fields where these are given."""
    found = table.get(name)
    if not isinstance(found, Mapping):
        raise PatternError(f"[{name}] is missing or no table", where=where, remedy=f"write a [{name}] table")
    if known is not None:
        only(found, known, f"{where} [{name}]")
    return found


def regex(source: str, where: str) -> re.Pattern[str]:
    """A regular expression of a pattern file, case-insensitive."""
    try:
        return re.compile(source, re.IGNORECASE)
    except re.error as error:
        raise PatternError(f"bad regex: {error}", where=where, remedy="mend it") from error
