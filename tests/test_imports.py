"""The shape of the house: who imports whom, and what the files of the set-up must not name."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parent.parent
SET_UP = ["pyproject.toml", "constraints.txt", "Makefile", ".ci/run", ".gitignore"]


def test_rooms_import_only_what_they_may() -> None:
    command = [Path(sys.executable).with_name("lint-imports"), "--no-cache"]
    result = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize("name", SET_UP)
def test_the_set_up_names_no_registry(name: str) -> None:
    text = (REPOSITORY / name).read_text(encoding="utf-8")
    assert "://" not in text
    assert not re.search(r"(?m)index-url|find-links|trusted-host|^\s*(?:-i|-f|--index)\b", text)


def test_constraints_pin_one_version_each() -> None:
    lines = (REPOSITORY / "constraints.txt").read_text(encoding="utf-8").splitlines()
    assert len(lines) > 20
    for line in lines:
        assert re.fullmatch(r"[A-Za-z0-9._-]+==[A-Za-z0-9.!+]+", line), line


def test_every_dependency_is_pinned() -> None:
    pinned = {
        line.split("==")[0].lower().replace("_", "-")
        for line in (REPOSITORY / "constraints.txt").read_text(encoding="utf-8").splitlines()
    }
    text = (REPOSITORY / "pyproject.toml").read_text(encoding="utf-8")
    lists = re.findall(r"(?ms)^(?:dependencies|dev|requires) = \[(.*?)\]", text)
    wanted = {name.lower() for part in lists for name in re.findall(r'"([A-Za-z0-9-]+)', part)}
    assert {"spacy", "pyarrow", "pytest", "hatchling"} <= wanted
    assert wanted <= pinned
