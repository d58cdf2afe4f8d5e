"""Fields of a pattern file: what is accepted, and what each refusal says."""

from __future__ import annotations

import copy
import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from extract.errors import PatternError
from extract.patterns.discourse import add_discourse, read_discourse
from extract.patterns.expand import expand_fragments
from extract.patterns.labels import (
    add_care_classes,
    add_facilities,
    add_per,
    add_programs,
    add_status,
    add_units,
)
from extract.patterns.offices import add_offices
from extract.patterns.phrases import PhraseTable
from extract.patterns.read import choice, flag, number, only, read_toml, regex, rules, section, text, texts
from extract.patterns.segments import add_segments, read_segments
from extract.patterns.topic import add_anchors, read_furniture, read_topic

PLACE = "indicators/visits.toml [[cue]] use"


def test_a_table_is_read() -> None:
    assert read_toml(b'id = "naik"\nkata = ["a", "b"]', "a.toml") == {"id": "naik", "kata": ["a", "b"]}


@pytest.mark.parametrize(
    "data", [b"id = ", b'id = "a"\nid = "b"', "kata = ['é']".encode("latin-1")], ids=["cut off", "twice", "not UTF-8"]
)
def test_a_broken_file_names_itself(data: bytes) -> None:
    with pytest.raises(PatternError) as caught:
        read_toml(data, "lexicon/per.toml")
    assert str(caught.value).startswith("lexicon/per.toml: not TOML")
    assert caught.value.remedy


def test_a_broken_file_names_the_line() -> None:
    with pytest.raises(PatternError, match="line 2"):
        read_toml(b'id = "a"\nkata = = 1\n', "a.toml")


def test_fields_are_read() -> None:
    table = {"id": "naik", "kata": ["a", "b"], "strength": 1, "side": "after"}
    assert text(table, "id", PLACE) == "naik"
    assert text(table, "label", PLACE, "none") == "none"
    assert texts(table, "kata", PLACE) == ("a", "b")
    assert texts(table, "lain", PLACE, needed=False) == ()
    assert number(table, "strength", PLACE, 0, 1) == 1.0
    assert choice(table, "side", PLACE, ("before", "after")) == "after"
    assert choice(table, "label", PLACE, ("segment",)) is None
    assert choice(table, "label", PLACE, ("segment",), "segment") == "segment"
    assert flag({"flow": True}, "flow", PLACE, False) is True
    assert flag({}, "flow", PLACE, False) is False
    only(table, ("id", "kata", "strength", "side", "label"), PLACE)


def test_a_section_is_read() -> None:
    table = {"heads": {"each": ["masing-masing"]}}
    assert section(table, "heads", PLACE) == section(table, "heads", PLACE, ("each", "total")) == table["heads"]


def test_a_regex_knows_no_case() -> None:
    assert regex(r"baca\s+juga", PLACE).fullmatch("BACA JUGA")


@pytest.mark.parametrize(
    ("read", "what"),
    [
        pytest.param(lambda: text({}, "id", PLACE), "id is missing or no text", id="no id"),
        pytest.param(lambda: text({"id": ""}, "id", PLACE), "id is missing or no text", id="empty id"),
        pytest.param(lambda: text({"id": 3}, "id", PLACE), "id is missing or no text", id="a number for a text"),
        pytest.param(lambda: texts({}, "kata", PLACE), "kata is missing", id="no list"),
        pytest.param(lambda: texts({"kata": "a"}, "kata", PLACE), "no list of texts", id="a text for a list"),
        pytest.param(lambda: texts({"kata": ["a", 1]}, "kata", PLACE), "no list of texts", id="a number in a list"),
        pytest.param(lambda: number({}, "strength", PLACE, 0, 1), "strength is None", id="no number"),
        pytest.param(lambda: number({"strength": 2}, "strength", PLACE, 0, 1), "strength is 2", id="too large"),
        pytest.param(lambda: number({"strength": -0.1}, "strength", PLACE, 0, 1), "is -0.1", id="too small"),
        pytest.param(lambda: number({"strength": True}, "strength", PLACE, 0, 1), "is True", id="true is no number"),
        pytest.param(lambda: number({"strength": "1"}, "strength", PLACE, 0, 1), "is '1'", id="a text for a number"),
        pytest.param(lambda: number({"strength": float("nan")}, "strength", PLACE, 0, 1), "is nan", id="not a number"),
        pytest.param(lambda: choice({"side": "left"}, "side", PLACE, ("before",)), "side is 'left'", id="no choice"),
        pytest.param(lambda: only({"exmaples": []}, ("examples",), PLACE), "unknown field 'exmaples'", id="misspelt"),
        pytest.param(
            lambda: list(rules({"cue": {}}, "cue", PLACE)), "cue is no list of tables", id="[cue], not [[cue]]"
        ),
        pytest.param(
            lambda: list(rules({"cue": ["a"]}, "cue", PLACE)), "cue is no list of tables", id="texts as rules"
        ),
        pytest.param(lambda: flag({"flow": "yes"}, "flow", PLACE, False), "flow is 'yes'", id="a text for a flag"),
        pytest.param(lambda: section({}, "heads", PLACE), "[heads] is missing", id="no section"),
        pytest.param(lambda: section({"heads": []}, "heads", PLACE), "or no table", id="a list for a section"),
        pytest.param(
            lambda: section({"heads": {"eahc": []}}, "heads", PLACE, ("each",)),
            "unknown field 'eahc'",
            id="in a section",
        ),
        pytest.param(lambda: regex("(a", PLACE), "bad regex", id="bad regex"),
    ],
)
def test_a_refusal_says_what_where_and_the_remedy(read: Callable[[], Any], what: str) -> None:
    with pytest.raises(PatternError) as caught:
        read()
    assert what in caught.value.what
    assert caught.value.where.startswith(PLACE)
    assert caught.value.remedy


def test_rules_are_placed_by_id_or_number() -> None:
    table = {"cue": [{"id": "naik"}, {"strength": 1}]}
    assert [place for place, _ in rules(table, "cue", "a.toml")] == ["a.toml [[cue]] naik", "a.toml [[cue]] 2"]
    assert list(rules({}, "cue", "a.toml")) == []


LEXICON = Path(__file__).resolve().parents[2] / "patterns" / "lexicon"
ADDERS: Mapping[str, Callable[[PhraseTable, Mapping[str, Any], str], None]] = {
    "care_classes": add_care_classes,
    "discourse": add_discourse,
    "facilities": add_facilities,
    "offices": add_offices,
    "per": add_per,
    "programs": add_programs,
    "segments": add_segments,
    "status": add_status,
    "topic": add_anchors,
    "units": add_units,
}


def lexicon(name: str) -> dict[str, Any]:
    return tomllib.loads((LEXICON / f"{name}.toml").read_text(encoding="utf-8"))


FRAGMENTS = expand_fragments(lexicon("fragments")["fragments"])


def read_lexicon(name: str, table: Mapping[str, Any]) -> None:
    """Read one lexicon of the pack in all the ways in which loading reads it."""
    where = f"lexicon/{name}.toml"
    if name in ADDERS:
        ADDERS[name](PhraseTable(FRAGMENTS), table, where)
    if name == "discourse":
        read_discourse(table, where)
    if name == "segments":
        read_segments(table, where)
    if name == "topic":
        read_topic(table, where)
    if name == "furniture":
        list(read_furniture(table, where))


def sections() -> list[tuple[str, str]]:
    """Each ``[section]`` that a lexicon must have, with the name of the lexicon."""
    tables = {name: lexicon(name) for name in ADDERS}
    return [
        (name, part)
        for name in tables
        for part, found in tables[name].items()
        if isinstance(found, dict) and part != "none"
    ]


def refused(name: str, table: Mapping[str, Any]) -> PatternError:
    with pytest.raises(PatternError) as caught:
        read_lexicon(name, table)
    assert caught.value.remedy
    return caught.value


@pytest.mark.parametrize(("name", "part"), sections())
def test_a_missing_section_is_named(name: str, part: str) -> None:
    table = lexicon(name)
    del table[part]
    error = refused(name, table)
    assert (error.where, error.what) == (f"lexicon/{name}.toml", f"[{part}] is missing or no table")


@pytest.mark.parametrize(("name", "part"), sections())
def test_a_missing_list_is_named_with_its_section(name: str, part: str) -> None:
    whole = lexicon(name)
    for field in whole[part]:
        table = copy.deepcopy(whole)
        del table[part][field]
        error = refused(name, table)
        assert (error.where, error.what) == (
            f"lexicon/{name}.toml [{part}]",
            f"{field} is missing or no list of texts",
        )


@pytest.mark.parametrize(("name", "part"), sections())
def test_an_unknown_list_in_a_section_is_refused(name: str, part: str) -> None:
    table = lexicon(name)
    table[part]["wrods"] = ["kata"]
    error = refused(name, table)
    assert (error.where, error.what) == (f"lexicon/{name}.toml [{part}]", "unknown field 'wrods'")


@pytest.mark.parametrize("name", [*ADDERS, "furniture"])
def test_an_unknown_section_is_refused(name: str) -> None:
    error = refused(name, {**lexicon(name), "elsewhere": {"words": ["kata"]}})
    assert (error.where, error.what) == (f"lexicon/{name}.toml", "unknown field 'elsewhere'")


@pytest.mark.parametrize("name", ["furniture", *(name for name in ADDERS if name not in ("discourse", "topic"))])
def test_an_unknown_field_in_a_rule_is_refused(name: str) -> None:
    table = lexicon(name)
    kind = next(kind for kind, found in table.items() if isinstance(found, list))
    table[kind][0]["wrods"] = ["kata"]
    error = refused(name, table)
    assert error.where.startswith(f"lexicon/{name}.toml [[{kind}]] ")
    assert error.what == "unknown field 'wrods'"


@pytest.mark.parametrize(("kind", "field"), [("segment", "of"), ("payer", "id")])
def test_a_segment_that_has_no_names_is_refused(kind: str, field: str) -> None:
    table = lexicon("segments")
    table[kind][0][field] = "pbi_desa"
    error = refused("segments", table)
    assert error.where.startswith(f"lexicon/segments.toml [[{kind}]] ")
    assert error.what == "no segment 'pbi_desa'"


def test_how_segments_hang_together_is_read() -> None:
    found = read_segments(lexicon("segments"), "lexicon/segments.toml")
    assert found.whole["pbi_apbd_kab"] == "pbi_apbd"
    assert found.of_unit == {"employer": "ppu_bu"}
    assert not found.same & found.several
