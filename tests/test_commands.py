"""The commands ``angka explain`` and ``angka evaluate``: what they print, and their exit codes."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from extract import cli

Write = Callable[..., Path]
TEXT = "Jumlah peserta JKN di Kabupaten Sragen 741.300 jiwa, kata BPJS Kesehatan, Selasa (11/4/2023)."
FACT = {"indicator": "participants", "value": 741300, "unit": "person", "surface": "741.300 jiwa"}
GOLD = {"id": "sragen", "text": TEXT, "facts": [{**FACT, "region": "Kabupaten Sragen"}]}


@pytest.fixture
def angka(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., Result]:
    """Runs the command in a folder of the test's own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    return lambda *arguments, **more: CliRunner().invoke(cli.app, [str(argument) for argument in arguments], **more)


# explain


def test_explain_a_file(angka: Callable[..., Result]) -> None:
    Path("berita.txt").write_text(TEXT)
    result = angka("explain", "berita.txt")
    assert (result.exit_code, result.stderr) == (0, "")
    lines = result.stdout.splitlines()
    assert lines[0].endswith("  berita.txt")
    assert lines[3] == TEXT
    assert lines[4] == "  + 741.300 jiwa  participants = 741,300 person"
    assert "\x1b" not in result.stdout


def test_explain_standard_input(angka: Callable[..., Result]) -> None:
    result = angka("explain", "-", "--published", "2023-04-12", input=TEXT)
    assert result.exit_code == 0
    assert "2023-04-12 (as given)" in result.stdout


def test_explain_in_colours(angka: Callable[..., Result], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    result = angka("explain", "-", input=TEXT, color=True)
    assert "\x1b[1;32m741.300 jiwa\x1b[0m" in result.stdout


def test_explain_as_json_one_article_a_line(angka: Callable[..., Result], write_jsonl: Write) -> None:
    path = write_jsonl({"id": "a", "text": TEXT}, {"id": "b", "text": "Ada 3 sapi."}, "{")
    result = angka("explain", path, "--json")
    assert result.exit_code == 0
    first, second = (json.loads(line) for line in result.stdout.splitlines())
    assert [d["taken"] for d in first["decisions"]] == [True, False, False, False]
    assert [d["reason"] for d in second["decisions"]] == ["off_topic"]
    assert result.stderr.startswith(f"angka: {path}:3: broken_json: ")


def test_explain_one_article_by_its_id(angka: Callable[..., Result], write_jsonl: Write) -> None:
    path = write_jsonl({"id": "a", "text": TEXT}, {"id": "b", "text": "Ada 3 sapi."})
    result = angka("explain", path, "--id", "b")
    assert result.stdout.splitlines()[0] == f"b  {path}"
    assert "741.300" not in result.stdout


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["gone.txt"], 2, "angka: gone.txt: no such file or folder (check the path)\n"),
        (["a.txt", "--id", "x"], 2, "angka: a.txt: no article has the id x (check the id, or name the files"),
        (["-", "a.txt"], 2, "angka: -: standard input goes alone (name either - or files)\n"),
        (["-", "--id", "x"], 2, "angka: --id: a text from standard input has no id (leave it out, or name files)\n"),
        (["-", "--published", "x"], 2, "angka: --published: published is no ISO date: 'x' (give a day"),
        (["a.txt", "--published", "x"], 2, "angka: --published: published is no ISO date: 'x' (give a day"),
        (["a.txt", "--patterns", "gone"], 4, "angka: gone: no such folder"),
    ],
)
def test_what_cannot_be_explained(angka: Callable[..., Result], arguments: list[str], code: int, message: str) -> None:
    Path("a.txt").write_text(TEXT)
    result = angka("explain", *arguments)
    assert (result.exit_code, result.stdout) == (code, "")
    assert result.stderr.startswith(message)


def test_explain_nothing_is_a_wrong_command_line(angka: Callable[..., Result]) -> None:
    assert angka("explain").exit_code == 2
    assert angka("explain", "-", input=" ").exit_code == 2
    result = angka("explain", "-", input=b"\xff\xfe")
    assert (result.exit_code, result.stderr) == (2, "angka: -: not UTF-8 at byte 0 (give plain text in UTF-8)\n")


# evaluate


def spaced(result: Result) -> list[str]:
    return [" ".join(line.split()) for line in result.stdout.splitlines()]


def gold(write_jsonl: Write, *records: dict[str, Any]) -> Path:
    return write_jsonl(*(records or (GOLD,)), name="x.gold.jsonl")


def facts(write_jsonl: Write, rows: Iterable[dict[str, Any]]) -> Path:
    return write_jsonl(*({"article_id": "sragen", **row} for row in rows), name="facts.jsonl")


def test_evaluate_the_pipeline(angka: Callable[..., Result], write_jsonl: Write) -> None:
    result = angka("evaluate", gold(write_jsonl))
    assert (result.exit_code, result.stderr) == (0, "")
    assert spaced(result)[-2:] == ["fact 1 0 0 1.0000 1.0000 1.0000", "row 1 0 0 1.0000 1.0000 1.0000"]


def test_evaluate_says_why_a_number_was_missed(angka: Callable[..., Result], write_jsonl: Write) -> None:
    wanted = {"indicator": "visits", "value": 11, "unit": "visit", "surface": "11/4"}
    path = gold(write_jsonl, {**GOLD, "facts": [wanted], "optional": GOLD["facts"]})
    result = angka("evaluate", path)
    assert spaced(result)[0] == "missed sragen visits = 11 visit, «11/4»"
    assert spaced(result)[1].startswith("Out of scope: ")
    assert spaced(result)[2] == TEXT
    assert "missed" not in angka("evaluate", path, "--no-errors").stdout


def test_evaluate_a_table(angka: Callable[..., Result], write_jsonl: Write) -> None:
    table = facts(write_jsonl, [{**FACT, "region_name": "Kota Lain", "confidence": 0.4}])
    result = angka("evaluate", gold(write_jsonl), "--facts", table, "--bands", "0,0.5,1")
    lines = spaced(result)
    assert "region: should be Kabupaten Sragen, is Kota Lain" in lines
    assert "0 to 0.5 1 0.400 1.000 1 0 0.000" in lines
    assert lines[-2:] == ["fact 1 0 0 1.0000 1.0000 1.0000", "row 0 1 1 0.0000 0.0000 0.0000"]


def test_evaluate_the_folder_of_a_run_over_text_files(angka: Callable[..., Result], write_jsonl: Write) -> None:
    Path("texts").mkdir()
    Path("texts/a.txt").write_text(TEXT)
    assert angka("run", "texts", "--out", "out", "-q").exit_code == 0
    path = gold(write_jsonl, GOLD, {**GOLD, "id": "gone", "text": f"Kabar lain. {TEXT}"})
    result = angka("evaluate", path, "--facts", "out")
    assert spaced(result)[-2].startswith("fact 1 0 1 ")
    assert result.stderr == ("angka: out: 1 of 2 gold articles is not in the table, and counts as missed: gone\n")
    assert json.loads(angka("evaluate", path, "--facts", "out", "--json").stdout)["absent"] == ["gone"]
    result = angka("evaluate", gold(write_jsonl, {**GOLD, "text": f"Kabar lain. {TEXT}"}), "--facts", "out")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("angka: out: 0 of 1 gold articles are in the table (run angka over")


def test_gains_and_losses_against_a_saved_result(angka: Callable[..., Result], write_jsonl: Write) -> None:
    path = gold(write_jsonl)
    before = angka("evaluate", path, "--facts", facts(write_jsonl, [{**FACT, "value": 1}]), "--save", "r.json")
    assert before.exit_code == 0
    after = angka("evaluate", path, "--against", "r.json")
    assert after.stdout.splitlines()[-3:] == [
        "Against the earlier result: 2 better, 0 worse",
        "  + sragen  participants 741300 person «741.300 jiwa»  missed -> right",
        "  + sragen  participants 1 person «741.300 jiwa» too many  extra -> gone",
    ]
    record = json.loads(angka("evaluate", path, "--against", "r.json", "--json").stdout)
    assert record["facts"]["f1"] == 1.0
    assert [change["now"] for change in record["changes"]["gains"]] == ["right", "gone"]
    assert "changes" not in json.loads(Path("r.json").read_text())


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["gone.jsonl"], 2, "angka: gone.jsonl: cannot be read: No such file or directory (name a gold file)\n"),
        (["bad.jsonl"], 2, "angka: bad.jsonl:1: not JSON: "),
        (["x.gold.jsonl", "--bands", "1,0"], 2, "angka: --bands: '1,0' are no edges (give numbers going up"),
        (["x.gold.jsonl", "--against", "bad.jsonl"], 2, "angka: bad.jsonl: is no saved result"),
        (["x.gold.jsonl", "--facts", "gone.parquet"], 2, "angka: gone.parquet: cannot be read"),
        (["x.gold.jsonl", "--patterns", "gone"], 4, "angka: gone: no such folder"),
        (["x.gold.jsonl", "--save", "gone/r.json"], 3, "angka: gone/r.json: cannot be written"),
        (
            ["x.gold.jsonl", "--save", "x.gold.jsonl"],
            3,
            "angka: x.gold.jsonl: holds something else than a saved result",
        ),
        (["x.gold.jsonl", "--save", "./texts"], 3, "angka: texts: is a folder (name a new file"),
        (["x.gold.jsonl", "--against", "r.json", "--save", "./r.json"], 3, "angka: r.json: is the result to compare"),
    ],
)
def test_what_cannot_be_evaluated(
    angka: Callable[..., Result], write_jsonl: Write, arguments: list[str], code: int, message: str
) -> None:
    gold(write_jsonl)
    Path("bad.jsonl").write_text("{\n")
    Path("r.json").write_text('{"findings": {}}')
    Path("texts").mkdir()
    before = Path("x.gold.jsonl").read_bytes()
    result = angka("evaluate", *arguments)
    assert Path("x.gold.jsonl").read_bytes() == before
    assert result.exit_code == code
    assert result.stderr.startswith(message)
