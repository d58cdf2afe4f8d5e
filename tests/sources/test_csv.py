"""CSV files: the head names the fields, odd rows are rejects, and nothing else is lost."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from extract.sources.raw import Raw
from extract.sources.readers import read_raw
from extract.sources.records import Unreadable


def rows(path: Path, data: bytes, limit: int = 1000) -> list[tuple[int | None, object]]:
    """Number and value of each raw record of a file with this content."""
    path.write_bytes(gzip.compress(data) if path.suffix == ".gz" else data)
    found = list(read_raw(path, limit=limit))
    assert all(isinstance(raw, Raw) for raw in found)
    return [(raw.record, _told(raw.value)) for raw in found if isinstance(raw, Raw)]


def _told(value: object) -> object:
    return (value.reason, str(value)) if isinstance(value, Unreadable) else value


@pytest.mark.parametrize("sign", [",", ";", "\t"])
@pytest.mark.parametrize("name", ["a.csv", "a.csv.gz", "A.CSV"])
def test_rows_are_records_of_the_fields_that_the_head_names(tmp_path: Path, name: str, sign: str) -> None:
    text = f'id{sign}text{sign}more\r\n1{sign}"dua, tiga; empat\nlima ""enam"""{sign}x\r\n\r\n2{sign}tujuh{sign}\r\n'
    assert rows(tmp_path / name, b"\xef\xbb\xbf" + text.encode()) == [
        (1, {"id": "1", "text": 'dua, tiga; empat\nlima "enam"', "more": "x"}),
        (2, {"id": "2", "text": "tujuh", "more": ""}),
    ]


def test_a_row_that_is_odd_spoils_no_other(tmp_path: Path) -> None:
    found = rows(tmp_path / "a.csv", b"id,text\n1,caf\xe9\n2,a,b\n3\n4,ada\n")
    assert found == [
        (1, ("undecodable", "not UTF-8 in the field text at character 3")),
        (2, ("wrong_type", "3 fields under 2 columns")),
        (3, ("wrong_type", "1 fields under 2 columns")),
        (4, {"id": "4", "text": "ada"}),
    ]


@pytest.mark.parametrize(
    ("data", "reason", "detail"),
    [
        pytest.param(b"id,isi\n1,x\n", "no_text", "no column text; the columns are id, isi", id="no text"),
        pytest.param(
            b"text,text\n1,x\n",
            "unreadable_file",
            "several columns are called text: give each a name of its own",
            id="two of one name",
        ),
    ],
)
def test_a_head_that_names_no_text_is_a_reject(tmp_path: Path, data: bytes, reason: str, detail: str) -> None:
    assert rows(tmp_path / "a.csv", data) == [(None, (reason, detail))]


def test_quotes_that_are_never_closed_end_the_file(tmp_path: Path) -> None:
    found = rows(tmp_path / "a.csv", b'id,text\n1,satu\n2,"dua\n3,tiga\n')
    assert found[0] == (1, {"id": "1", "text": "satu"})
    assert found[1:] == [(None, ("unreadable_file", "behind row 1: unexpected end of data"))]


def test_a_file_without_a_head_holds_no_record(tmp_path: Path) -> None:
    assert rows(tmp_path / "a.csv", b"") == []
