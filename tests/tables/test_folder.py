"""The folder of a run: whose it is, and that it changes at once or not at all."""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path

import pytest

from extract.errors import OutputError
from extract.tables import OutputFolder

FILES = ("articles.parquet", "facts.parquet", "rejects.parquet")


def a_run(path: Path, content: str) -> None:
    with OutputFolder(path) as folder:
        for name in FILES:
            (folder.staging / name).write_text(f"{name} {content}")
        folder.commit({"counts": content})


def contents(path: Path) -> dict[str, str]:
    return {name: (path / name).read_text() for name in FILES}


def expected(content: str) -> dict[str, str]:
    return {name: f"{name} {content}" for name in FILES}


def test_a_finished_run_leaves_its_files_and_nothing_else(tmp_path: Path) -> None:
    a_run(tmp_path / "new" / "out", "1")
    assert sorted(os.listdir(tmp_path / "new" / "out")) == [*FILES, "run.json"]
    run = json.loads((tmp_path / "new" / "out" / "run.json").read_text())
    assert run["program"] == "angka"
    assert run["counts"] == "1"
    digest = hashlib.sha256(b"facts.parquet 1").hexdigest()
    assert run["files"]["facts.parquet"] == {"bytes": 15, "sha256": digest}


def test_a_later_run_replaces_an_earlier_one(tmp_path: Path) -> None:
    a_run(tmp_path, "1")
    (tmp_path / "notes.md").write_text("the reader's own")
    a_run(tmp_path, "2")
    assert contents(tmp_path) == expected("2")
    assert (tmp_path / "notes.md").exists()


def test_a_run_that_fails_leaves_the_last_good_one(tmp_path: Path) -> None:
    a_run(tmp_path, "1")
    with pytest.raises(RuntimeError), OutputFolder(tmp_path) as folder:
        (folder.staging / "facts.parquet").write_text("half")
        raise RuntimeError
    assert contents(tmp_path) == expected("1")
    assert sorted(os.listdir(tmp_path)) == [*FILES, "run.json"]


def test_a_first_run_that_fails_leaves_no_folder(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError), OutputFolder(tmp_path / "out"):
        raise RuntimeError
    assert not (tmp_path / "out").exists()


def test_what_a_killed_run_left_is_cleared(tmp_path: Path) -> None:
    a_run(tmp_path, "1")
    (tmp_path / ".angka-staging").mkdir()
    (tmp_path / ".angka-staging" / "facts.parquet").write_text("half")
    a_run(tmp_path, "2")
    assert contents(tmp_path) == expected("2")
    assert sorted(os.listdir(tmp_path)) == [*FILES, "run.json"]


@pytest.mark.parametrize("replaced", [0, 1, 2, 3])
def test_a_run_killed_while_it_was_put_in_place_is_finished_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, replaced: int
) -> None:
    a_run(tmp_path, "1")
    real, done = os.replace, 0

    def dying(source: Path, target: Path) -> None:
        nonlocal done
        if done == replaced:
            raise KeyboardInterrupt
        done += 1
        real(source, target)

    monkeypatch.setattr(os, "replace", dying)
    with pytest.raises(KeyboardInterrupt):
        a_run(tmp_path, "2")
    monkeypatch.undo()
    with pytest.raises(RuntimeError), OutputFolder(tmp_path):
        raise RuntimeError
    assert contents(tmp_path) == expected("2")
    assert json.loads((tmp_path / "run.json").read_text())["counts"] == "2"


def test_run_json_comes_last(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    order: list[str] = []
    real = os.replace

    def noting(source: Path, target: Path) -> None:
        order.append(Path(target).name)
        real(source, target)

    monkeypatch.setattr(os, "replace", noting)
    a_run(tmp_path, "1")
    assert order == [*FILES, "run.json"]


@pytest.mark.parametrize("name", ["README.md", ".gitignore", ".gitkeep"])
def test_a_folder_that_waits_for_a_run_is_fine(tmp_path: Path, name: str) -> None:
    (tmp_path / name).touch()
    a_run(tmp_path, "1")
    assert contents(tmp_path) == expected("1")


@pytest.mark.parametrize(
    ("name", "content"),
    [("thesis.docx", ""), ("run.json", "{}"), ("run.json", "[]"), ("facts.parquet", "")],
)
def test_a_folder_of_somebody_else_is_refused(tmp_path: Path, name: str, content: str) -> None:
    (tmp_path / name).write_text(content)
    message = rf"holds files that are not from a run of angka \({name}\) \(name an empty or a new folder with --out\)"
    with pytest.raises(OutputError, match=message):
        a_run(tmp_path, "1")
    assert os.listdir(tmp_path) == [name]


@pytest.mark.parametrize("content", ["", "no json", "\xff"])
def test_a_broken_run_json_is_named_with_what_to_delete(tmp_path: Path, content: str) -> None:
    a_run(tmp_path, "1")
    (tmp_path / "run.json").write_text(content, encoding="latin-1")
    with pytest.raises(OutputError) as told:
        a_run(tmp_path, "2")
    assert str(told.value) == (
        f"{tmp_path}: holds a run.json that cannot be read (name an empty or a new folder with --out, or,"
        " if a run wrote it, delete articles.parquet, facts.parquet, rejects.parquet, run.json)"
    )
    assert contents(tmp_path) == expected("1")


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "out").touch()
    with pytest.raises(OutputError, match="out: is a file, not a folder"):
        a_run(tmp_path / "out", "1")


def test_a_folder_below_a_file_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(OutputError, match="cannot be written: Not a directory"):
        a_run(tmp_path / "file" / "out", "1")


@pytest.mark.skipif(os.name == "nt", reason="needs flock")
def test_two_runs_at_a_time_are_refused(tmp_path: Path) -> None:
    with OutputFolder(tmp_path) as first:
        with pytest.raises(OutputError, match="another run is writing here"):
            a_run(tmp_path, "2")
        assert first.staging.is_dir()
    a_run(tmp_path, "3")
