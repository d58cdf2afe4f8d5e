"""One raw record to an article, or to the reason why not."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.sources import Record, normalise
from extract.sources.days import read_day
from extract.sources.records import content_hash, with_title


def article(**fields: Any) -> Record:
    record, reject = normalise({"text": "Cakupan 97 persen.", **fields}, source="here", record=3)
    assert reject is None
    assert record is not None
    return record


@pytest.mark.parametrize(
    ("given_id", "stored"),
    [
        ("a b/ç ", "a b/ç "),
        ("007", "007"),
        (7, "7"),
        (-7, "-7"),
        (10**20, "1" + "0" * 20),
        (7.0, "7"),
        (np.int64(7), "7"),
        (Decimal("10000000000000000000"), "1" + "0" * 19),
    ],
)
def test_a_given_id_is_kept(given_id: object, stored: str) -> None:
    assert article(id=given_id).article_id == stored


@pytest.mark.parametrize("nothing", [None, "", "  ", float("nan"), pd.NA, pd.NaT])
def test_without_an_id_it_is_made_from_the_content(nothing: object) -> None:
    assert article(id=nothing).article_id == "sha256:fd82f8356a85a6e7f00e57cb0d2fab15"


def test_the_made_id_looks_through_white_space_and_unicode_forms() -> None:
    assert content_hash("Pé  satu\r\ndua ") == content_hash("Pe\u0301 satu\ndua")
    assert content_hash("satu dua") != content_hash("satudua")


def test_the_made_id_is_of_title_and_text() -> None:
    assert article(title="Judul").article_id != article(title="Lain").article_id
    assert article(title="Judul").article_id == article(text="Judul\nCakupan 97 persen.").article_id


def test_title_and_text_make_the_stored_text() -> None:
    made = article(title=" Judul ", outlet="Koran", url="tak ada", published="2021-03-04")
    assert made.text == "Judul\n\nCakupan 97 persen."
    assert (made.title, made.title_end, made.outlet, made.url) == ("Judul", 5, "Koran", "tak ada")
    assert (made.published, made.source, made.record) == (date(2021, 3, 4), "here", 3)


@given(st.text(), st.text())
def test_the_stored_text_ends_with_the_text_and_begins_with_the_title(text: str, title: str) -> None:
    stored, end = with_title(text, title.strip())
    assert stored.endswith(text)
    assert stored[:end].lstrip().casefold() == (title.strip().casefold() if end else "")
    assert with_title(stored, title.strip()) == (stored, end)


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("Judul.", 6),
        ("\n judul. \r\nIsi.", 8),
        ("Judul.\u00a0\nIsi.", 6),
        ("Judul. Isi.", 0),
        ("Judul.: isi", 0),
    ],
)
def test_where_the_title_ends_that_a_text_begins_with(text: str, end: int) -> None:
    assert with_title(text, "Judul.") == (text, end)


def test_line_ends_and_odd_spaces_stay_in_the_text() -> None:
    text = "Satu\r\n\r\nDua\u00a0\u200bTiga\t\n"
    assert article(text=text).text == text


@pytest.mark.parametrize(
    ("raw", "reason", "detail"),
    [
        ({}, "no_text", "no field text"),
        ({"text": None}, "no_text", "no field text"),
        ({"text": " \n\u00a0"}, "no_text", "blank"),
        ({"text": 5}, "wrong_type", "the field text is a number, not text"),
        ({"text": ["a"]}, "wrong_type", "text is a list"),
        ({"text": "a", "title": {"id": 1}}, "wrong_type", "title is an object"),
        ({"text": "a", "url": True}, "wrong_type", "url is true or false"),
        ({"text": "a", "outlet": b"x"}, "wrong_type", "outlet is a bytes"),
        ({"text": "a", "id": True}, "wrong_type", "id is true or false"),
        ({"text": "a", "id": 1.5}, "wrong_type", "id is a number"),
        ({"text": "a", "id": Decimal("1.5")}, "wrong_type", "id is a Decimal"),
        ({"text": "a", "id": Decimal("inf")}, "wrong_type", "id is a Decimal"),
        ({"text": "a", "title": float("inf")}, "wrong_type", "title is a number"),
        ({"text": "a", "id": [1]}, "wrong_type", "id is a list"),
        ({"text": "x\ud83d"}, "undecodable", "the field text holds half a surrogate pair"),
        ({"text": "x", "id": "\udc80"}, "undecodable", "the field id holds"),
        ({"text": "x" * 101}, "too_large", "101 characters, more than 100"),
        ({"text": "x" * 95, "title": "judul"}, "too_large", "102 characters"),
        (["text"], "wrong_type", "this is a list"),
        (None, "wrong_type", "this is null"),
        ("text", "wrong_type", "this is text"),
    ],
)
def test_bad_records_are_rejects(raw: object, reason: str, detail: str) -> None:
    record, reject = normalise(raw, source="in.jsonl", record=9, limit=100)
    assert record is None
    assert reject is not None
    assert (reject.source, reject.record, reject.reason) == ("in.jsonl", 9, reason)
    assert detail in reject.detail


JAKARTA = timezone(timedelta(hours=7))


@pytest.mark.parametrize(
    ("value", "day"),
    [
        (date(2021, 3, 4), date(2021, 3, 4)),
        (datetime(2021, 3, 4, 23, 59), date(2021, 3, 4)),
        (datetime(2021, 3, 4, 23, 59, tzinfo=JAKARTA), date(2021, 3, 4)),
        ("2021-03-04", date(2021, 3, 4)),
        (" 2021-03-04T23:59:00Z ", date(2021, 3, 4)),
        ("2021-03-04 23:59:00+07:00", date(2021, 3, 4)),
        ("2021-03-04 23:59 WIB", date(2021, 3, 4)),
        (int(datetime(2021, 3, 4, tzinfo=UTC).timestamp()), date(2021, 3, 4)),
        (datetime(2021, 3, 4, 5, tzinfo=UTC).timestamp() * 1000, date(2021, 3, 4)),
        (np.int64(1614816000), date(2021, 3, 4)),
        (pd.Timestamp("2021-03-04 10:00"), date(2021, 3, 4)),
        ("1614816000", date(2021, 3, 4)),
        ("1614816000000", date(2021, 3, 4)),
        (20210304, date(2021, 3, 4)),
        (20210304.0, date(2021, 3, 4)),
        ("20210304", date(2021, 3, 4)),
        ("2021/03/04", date(2021, 3, 4)),
        ("2021/3/4 10:15", date(2021, 3, 4)),
        ("2021-3-4", date(2021, 3, 4)),
        ("Thu, 04 Mar 2021 23:30:00 GMT", date(2021, 3, 4)),
        ("4 Mar 2021 23:30 +0700", date(2021, 3, 4)),
        (None, None),
        ("", None),
        (float("nan"), None),
        (pd.NaT, None),
    ],
)
def test_published_is_read(value: object, day: date | None) -> None:
    assert read_day(value) == day


@pytest.mark.parametrize(
    "value",
    [
        *("4 Maret 2021", "2021-13-01", "2021-02-30 10:00", "2021/2/30", "kemarin", 1e300, True, [2021], {}),
        *("0001-01-01T00:00:00Z", "9999-12-31", "1900-01-01", -62135596800, 0, 86399, 20211301, 21010101, "1989-12-31"),
        *(
            date(1, 1, 1),
            datetime(9999, 12, 31),
            pd.Timestamp(0),
            "Thu, 04 Abc 2021 10:00:00",
            "Thu, 31 Feb 2021 10:00:00",
        ),
    ],
)
def test_a_published_that_cannot_be_read_keeps_the_article(value: object) -> None:
    record, reject = normalise({"text": "a", "published": value}, source="s", record=1)
    assert record is not None
    assert record.published is None
    assert reject is not None
    assert reject.reason == "bad_published"
    assert "read without its date" in reject.detail


def test_a_date_that_stands_for_none_is_said_to_lie_outside() -> None:
    _, reject = normalise({"text": "a", "published": "0001-01-01"}, source="s", record=1)
    assert reject is not None
    assert reject.detail == "read without its date: published lies outside of the years 1990 to 2100: 0001-01-01"


@given(
    st.one_of(st.none(), st.integers(), st.floats(), st.text(), st.binary(), st.lists(st.integers()), st.datetimes())
)
def test_nothing_in_a_field_breaks_the_reading(value: object) -> None:
    for field in ("id", "text", "title", "url", "outlet", "published"):
        record, reject = normalise({"text": "teks", field: value}, source="s", record=1)
        assert record or reject


@pytest.mark.parametrize(
    ("text", "markup"),
    [
        ("<p>Rp&#160;42,5 miliar", True),
        ("\n\t<!doctype html>", True),
        ("<HTML lang='id'><body>12 orang", True),
        ("<div class=isi>12 orang</div>", True),
        ("<br/>12 orang", True),
        ("JKN " + "<b>12</b> orang " * 5, True),
        ("<Batang> Peserta JKN 12 orang.", False),
        ("<pbi> 12 orang", False),
        ("< 95 persen, kata <b>Budi</b>", False),
        ("Peserta JKN. " * 1000 + "</b>" * 6, False),
    ],
)
def test_a_page_of_html_is_no_text(text: str, markup: bool) -> None:
    record, reject = normalise({"text": text}, source="a.jsonl", record=3)
    assert (record is None, reject is not None and reject.reason == "markup") == (markup, markup)
    assert reject is None or "take the tags out" in reject.detail
