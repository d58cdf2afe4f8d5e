"""Checking a pattern pack: what does not hold is named with its file, its entry and its sentence."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from extract.cli import app

VILLAGES = "indicators/villages.toml"
VETOES = "lexicon/vetoes.toml"
NOISE = "lexicon/noise.toml"
HEAD = """
indicator = "villages"
family = "organisations"
description = "Villages."
units = ["village"]
"""
CUE = """
[[cue]]
id = "{id}"
strength = 0.8
phrases = ["@ desa"]
examples = ["{example}"]
counter_examples = ["{counter}"]
"""
READ, LEFT = "Peserta JKN di Sragen ada di <208 desa>.", "Peserta JKN di Sragen <9.208 orang>."
NO_MARK = "marks no figure, or several: write <...> around one"
CUES = {
    "right": (READ, LEFT, None),
    "another": (LEFT, LEFT, "is not read as villages; it is participants by "),
    "left_out": ("Kata JKN, <208>.", LEFT, "is not read as villages; left out: «208» "),
    "counter": (READ, READ, "is read as villages by villages.right, and must not be"),
    "no_mark": (READ.replace("<", ""), LEFT, NO_MARK),
    "two_marks": (READ.replace(">", "> <b>"), LEFT, NO_MARK),
    "empty_mark": ("Peserta JKN di Sragen <>.", LEFT, NO_MARK),
    "no_sentence": (READ[:-1], LEFT, "is no whole sentence: end it with a full stop"),
    "off_topic": ("Ada <208 desa>.", LEFT, "is off the topic: name the programme"),
}
CHANGES = (
    (VETOES, "\nexamples = [", f'\nexamples = ["{LEFT}", ', f"«{LEFT}» is read by participants."),
    (VETOES, "\n[[veto]]", '\n[[veto]]\nid = "bare"\nstrength = 0.5\nmeaning = "a"\nphrases = ["zz"]\nexamples = []\n'
     "counter_examples = []\n\n[[veto]]", "[[veto]] bare: «» has no examples, or no counter-examples"),
    (NOISE, "\nexamples = [", '\nexamples = ["kata", ', "«kata» is not claimed"),
)  # fmt: skip


def checked(folder: Path | None = None) -> Result:
    return CliRunner().invoke(app, ["check", *(["--patterns", str(folder)] if folder else [])])


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory, repository: Path) -> Path:
    """A pack of which some sentences do not hold."""
    folder = Path(shutil.copytree(repository / "patterns", tmp_path_factory.mktemp("pack") / "mine"))
    cues = (CUE.format(id=name, example=one, counter=other) for name, (one, other, _) in CUES.items())
    (folder / VILLAGES).write_text(HEAD + "".join(cues), encoding="utf-8")
    for name, old, new, _ in CHANGES:
        content = (folder / name).read_text(encoding="utf-8")
        assert old in content
        (folder / name).write_text(content.replace(old, new, 1), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def told(pack: Path) -> list[str]:
    result = checked(pack)
    assert (result.exit_code, result.stderr) == (1, "")
    return result.stdout.splitlines()


def test_the_pack_that_came_along_holds() -> None:
    result = checked()
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.count("\n") == 1
    assert result.stdout.endswith(" examples tried, all hold\n")


@pytest.mark.parametrize("name", CUES)
def test_a_cue_that_does_not_hold_is_named(told: list[str], name: str) -> None:
    example, _, says = CUES[name]
    lines = [line for line in told if line.startswith(f"{VILLAGES} [[cue]] {name}: ")]
    assert len(lines) == (says is not None)
    assert all(line.startswith(f"{VILLAGES} [[cue]] {name}: «{example}» {says}") for line in lines), lines


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change[0])
def test_other_rules_that_do_not_hold_are_named(told: list[str], change: tuple[str, str, str, str]) -> None:
    assert any(line.startswith(f"{change[0]} [[") and change[3] in line for line in told), told


def test_the_last_line_counts(told: list[str]) -> None:
    assert told[-1].endswith(f" examples tried, {len(told) - 1} do not hold")


def test_a_pack_that_cannot_be_loaded_is_no_check(pack: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(pack, tmp_path / "mine"))
    (folder / VILLAGES).write_bytes(b"\xef\xbb\xbf" + (pack / VILLAGES).read_bytes())
    result = checked(folder)
    assert (result.exit_code, result.stdout) == (4, "")
    assert result.stderr == (
        f"angka: {VILLAGES}: begins with a byte order mark, which TOML does not allow"
        " (save the file as UTF-8 without BOM)\n"
    )
