"""What is read at all: the words that put an article on the topic, and the lines of a page that are not the article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from extract.errors import PatternError
from extract.patterns.pack import Furniture, Topic
from extract.patterns.phrases import Meanings, PhraseTable
from extract.patterns.read import Table, flag, only, regex, section, text, texts, unique

_ANCHOR: Meanings = {"core": ("anchor", "core"), "near": ("anchor", "near"), "other": ("anchor", None)}
_SECTIONS: Mapping[str, tuple[str, ...]] = {"topic": Topic._fields, "anchor": tuple(_ANCHOR)}


def add_anchors(phrases: PhraseTable, table: Table, where: str) -> None:
    """Add the phrases that keep a sentence on the topic, and those with such a word in them that do not."""
    only(table, tuple(_SECTIONS), where)
    phrases.add_section(table, "anchor", where, _ANCHOR)


def read_topic(table: Table, where: str) -> Topic:
    """The expressions that tell an article on the topic from others."""
    found = section(table, "topic", where, _SECTIONS["topic"])
    place = f"{where} [topic]"
    screen, core, other = (_alternatives(found, field, place) for field in Topic._fields)
    for field, expression in (("core", core), ("other", other)):
        if re.search(r"(?<!\\)[A-Z]", expression):
            raise PatternError("capitals", where=f"{place} {field}", remedy="write it small, as the text is read")
    return Topic(
        screen=f"(?i){regex(screen, f'{place} screen').pattern}",
        core=regex(core, f"{place} core"),
        other=regex(other, f"{place} other"),
    )


def _alternatives(table: Table, field: str, where: str) -> str:
    """The expressions of a field as one; an empty one would match every article."""
    given = texts(table, field, where)
    if not given or not all(expression.strip() for expression in given):
        remedy = "write at least one expression, and none that is empty"
        raise PatternError("an empty expression", where=f"{where} {field}", remedy=remedy)
    return "|".join(given)


def read_furniture(table: Table, where: str) -> Iterator[Furniture]:
    """The rules for lines that are not the article, in the order in which they are tried."""
    only(table, ("rule",), where)
    for place, rule in unique(table, "rule", where):
        only(rule, ("id", *Furniture._fields[1:]), place)
        made = Furniture(
            rule=text(rule, "id", place),
            means=text(rule, "means", place),
            regex=regex(text(rule, "regex", place), place),
            until_end=flag(rule, "until_end", place, False),
            takes_next=flag(rule, "takes_next", place, False),
            holds=texts(rule, "holds", place, needed=False),
            examples=texts(rule, "examples", place),
            counter_examples=texts(rule, "counter_examples", place),
        )
        for line in made.examples if made.holds else ():
            if not any(piece in line.lower() for piece in made.holds):
                raise PatternError(f"example {line!r} holds no piece", where=place, remedy="add one of it to holds")
        yield made
