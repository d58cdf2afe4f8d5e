"""Gold files: articles with the facts that somebody read in them, one JSON object a line.

| field | |
|---|---|
| ``id`` | the article's id |
| ``text`` | the text itself, or the path of a ``.txt`` file beside the gold file |
| ``published``, ``title`` | what the record gives to go with the text; may be null or left out |
| ``facts`` | facts that have to be found |
| ``optional`` | facts that may be found or left out |

A fact has ``indicator``, ``value``, ``unit`` and ``surface`` (its words as they stand in the text), and those
dimensions that are to be judged. One that is left out, or a null region or period, is not judged, except ``segment``,
``care_class``, ``per`` and ``facility_type``, where leaving out says null.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple, get_args

from extract.errors import AngkaError, GoldError
from extract.evaluate.names import FIELDS, Names, slip
from extract.model import Article, Program, Qualifier, Status
from extract.sources import MAX_CHARACTERS, normalise
from extract.values import period_bounds

NULL_UNLESS_SAID = ("segment", "care_class", "per", "facility_type")
DIMENSIONS = ("region", "period", "qualifier", "status", "program", "region_members", *NULL_UNLESS_SAID)
"""What is judged of a fact that was found, in the order in which it is reported."""

_VALUES: Mapping[str, tuple[object, ...]] = {
    "qualifier": get_args(Qualifier),
    "status": get_args(Status),
    "program": get_args(Program),
    "care_class": (1, 2, 3, None),
}
_NEVER_NULL = ("region", "period", "region_members")
_FIGURE_FIELDS = ("indicator", "value", "unit", "surface")
_NOTES = ("note", "value_low", "value_high")


class GoldFact(NamedTuple):
    """One annotated fact; ``says`` holds each dimension that is judged and what it has to be.

    A region is its official name, a period its first and last day, region members are names or codes.
    """

    indicator: str
    unit: str
    value: float
    surface: str
    says: Mapping[str, object]


class GoldArticle(NamedTuple):
    """One annotated article. ``allowed`` are the unit and value of each optional fact."""

    article: Article
    facts: tuple[GoldFact, ...]
    allowed: tuple[tuple[str, float], ...]


def read_gold(path: Path | str, *, names: Names | None = None) -> tuple[GoldArticle, ...]:
    """The articles of a gold file, in its order.

    With ``names`` no other indicators and units may be named, and no area that is a slip for an official one. Raises
    GoldError with the file and the line.
    """
    path = Path(path)
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")  # others that end a line may stand in a text
    except (OSError, UnicodeDecodeError) as why:
        raise GoldError(f"cannot be read: {_short(why)}", where=str(path), remedy="name a gold file") from why
    articles: dict[str, GoldArticle] = {}
    for number, line in enumerate(lines, start=1):
        if line.strip():
            gold = _Line(path, number, names).article(line)
            if gold.article.article_id in articles:
                what = f"id {gold.article.article_id!r} again"
                raise GoldError(what, where=f"{path}:{number}", remedy="give each article its own")
            articles[gold.article.article_id] = gold
    if not articles:
        raise GoldError("holds no article", where=str(path), remedy="write one JSON object a line")
    return tuple(articles.values())


class _Line:
    """One line of a gold file; every complaint names it."""

    def __init__(self, path: Path, number: int, names: Names | None) -> None:
        self.path = path
        self.where = f"{path}:{number}"
        self.names = names

    def error(self, what: str, remedy: str) -> GoldError:
        return GoldError(what, where=self.where, remedy=remedy)

    def article(self, line: str) -> GoldArticle:
        try:
            table = json.loads(line)
        except json.JSONDecodeError as why:
            raise self.error(f"not JSON: {why.msg} at column {why.colno}", "write one JSON object a line") from why
        except (ValueError, RecursionError) as why:  # a number of thousands of digits, brackets without end
            raise self.error(f"not JSON: {why}"[:200], "write one JSON object a line") from why
        if not isinstance(table, dict):
            raise self.error("a line is no object", f"write an object of {', '.join(FIELDS)}")
        misspelt = slip(table, FIELDS)
        if misspelt:
            raise self.error(f"unknown field {misspelt[0]!r}", f"write {misspelt[1]}, or another name for a note")
        if not isinstance(table.get("id"), str) or not table["id"]:
            raise self.error("id is missing or no text", 'write "id": "..."')
        raw = {"id": table["id"], "title": table.get("title"), "published": table.get("published")}
        article = self._article({**raw, "text": self._text(table)})
        facts = tuple(self._fact(fact, place, article.text) for fact, place in self._facts(table, "facts"))
        allowed = tuple(self._figure(fact, place) for fact, place in self._facts(table, "optional"))
        return GoldArticle(article, facts, allowed)

    def _text(self, table: Mapping[str, Any]) -> str:
        text = table.get("text")
        if not isinstance(text, str) or not text.strip():
            raise self.error("text is missing or empty", "write the text, or the path of a .txt file beside this one")
        if not text.endswith(".txt") or "\n" in text:
            return text
        try:
            return (self.path.parent / text).read_bytes().decode("utf-8-sig")
        except (OSError, UnicodeDecodeError) as why:
            raise self.error(f"text {text} cannot be read: {_short(why)}", "mend the path, from this file on") from why

    def _article(self, raw: Mapping[str, object]) -> Article:
        record, reject = normalise(raw, source=str(self.path), record=1, limit=MAX_CHARACTERS)
        if reject or record is None:
            raise self.error(reject.detail if reject else "no article", "write texts, and dates as YYYY-MM-DD or null")
        return Article(record.article_id, record.text, record.title_end, record.title, published=record.published)

    def _facts(self, table: Mapping[str, Any], field: str) -> Iterator[tuple[Mapping[str, Any], str]]:
        facts = table.get(field, None if field == "facts" else [])
        if not isinstance(facts, list) or not all(isinstance(fact, dict) for fact in facts):
            raise self.error(f"{field} is missing or no list of objects", f'write "{field}": [...]')
        for number, fact in enumerate(facts, start=1):
            unknown = set(fact) - {*_FIGURE_FIELDS, *DIMENSIONS, *_NOTES}
            if unknown:
                known = ", ".join((*_FIGURE_FIELDS, *DIMENSIONS, *_NOTES))
                raise self.error(f"{field} {number}: unknown field {min(unknown)!r}", f"name some of: {known}")
            yield fact, f"{field} {number}"

    def _figure(self, fact: Mapping[str, Any], place: str) -> tuple[str, float]:
        unit, value = fact.get("unit"), fact.get("value")
        if not isinstance(unit, str) or not unit:
            raise self.error(f"{place}: unit is missing or no text", 'write "unit": "person" or another unit')
        if self.names is not None and unit not in self.names.units:
            raise self.error(f"{place}: no unit {unit!r}", f"name one of: {', '.join(self.names.units)}")
        if isinstance(value, bool) or not isinstance(value, int | float) or not _is_finite(value):
            raise self.error(f"{place}: value is {value!r:.40}", "write a finite number, absolute and in the unit")
        return unit, float(value)

    def _fact(self, fact: Mapping[str, Any], place: str, text: str) -> GoldFact:
        unit, value = self._figure(fact, place)
        indicator, surface = fact.get("indicator"), fact.get("surface")
        if not isinstance(indicator, str) or (self.names and indicator not in self.names.indicators):
            known = ", ".join(sorted(self.names.indicators)) if self.names else "the contract's"
            raise self.error(f"{place}: no indicator {indicator!r}", f"name one of: {known}")
        if not isinstance(surface, str) or not surface or surface not in text:
            raise self.error(f"{place}: surface {surface!r} is not in the text", "copy the words of the figure")
        return GoldFact(indicator, unit, value, surface, self._says(fact, place))

    def _says(self, fact: Mapping[str, Any], place: str) -> dict[str, object]:
        """The judged dimensions of a fact, checked."""
        says: dict[str, object] = {}
        for name in DIMENSIONS:
            if name in NULL_UNLESS_SAID or name in fact:
                value = fact.get(name)
                if value is not None or name not in _NEVER_NULL:
                    says[name] = self._value(name, value, place)
        return says

    def _value(self, name: str, value: object, place: str) -> object:
        if name in _VALUES and value not in _VALUES[name]:
            allowed = ", ".join(str(allowed) for allowed in _VALUES[name])
            raise self.error(f"{place}: {name} is {value!r}", f"write one of: {allowed}")
        if name == "region_members":
            if not isinstance(value, list) or not all(isinstance(member, str) for member in value):
                raise self.error(f"{place}: region_members is {value!r}", 'write "region_members": ["..."]')
            return tuple(value)
        if name == "period":
            return self._period(value, place)
        if value is not None and name != "care_class" and not isinstance(value, str):
            raise self.error(f"{place}: {name} is {value!r}", "write a text")
        if name == "region" and isinstance(value, str):
            self._region(value, place)
        return value or None

    def _region(self, region: str, place: str) -> None:
        meant = self.names.area_meant(region) if self.names is not None else None
        if meant is not None:
            remedy = f"perhaps {meant}: write the official full name; districts, villages and branches are free"
            raise self.error(f"{place}: no area {region!r}", remedy)

    def _period(self, value: object, place: str) -> tuple[date, date]:
        try:
            return period_bounds(value if isinstance(value, str) else repr(value))
        except AngkaError as why:
            raise self.error(f"{place}: {why.what}", why.remedy) from why


def _is_finite(value: float) -> bool:
    try:
        return math.isfinite(value)
    except OverflowError:  # a whole number of hundreds of digits
        return False


def _short(why: Exception) -> str:
    return getattr(why, "strerror", None) or type(why).__name__
