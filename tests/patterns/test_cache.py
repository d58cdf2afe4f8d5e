"""What is kept between processes, and what happens where nothing can be."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from extract.errors import PatternError
from extract.patterns import cache
from extract.patterns.cache import cached


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ANGKA_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


def files(folder: Path) -> list[Path]:
    return sorted(folder.iterdir())


def fails() -> str:
    raise AssertionError("made again")


def test_a_thing_is_made_once(folder: Path) -> None:
    assert cached("one", lambda: {"a": (1, 2)}) == {"a": (1, 2)}
    assert cached("one", fails) == {"a": (1, 2)}
    assert cached("two", lambda: "other") == "other"
    assert len(files(folder)) == 2


def test_other_code_makes_it_again(monkeypatch: pytest.MonkeyPatch) -> None:
    cached("one", lambda: "old")
    monkeypatch.setattr(cache, "__version__", "999")
    assert cached("one", lambda: "new") == "new"


@pytest.mark.parametrize("broken", [b"", b"short", b"x" * 200])
def test_a_broken_file_is_made_again_and_replaced(folder: Path, broken: bytes) -> None:
    cached("one", lambda: "right")
    [path] = files(folder)
    path.write_bytes(broken)
    assert cached("one", lambda: "right") == "right"
    assert cached("one", fails) == "right"


@pytest.mark.skipif(os.name == "nt", reason="asks for the modes of POSIX")
def test_a_file_that_others_can_write_is_not_trusted(folder: Path) -> None:
    cached("one", lambda: "mine")
    [path] = files(folder)
    path.chmod(0o666)
    assert cached("one", lambda: "made") == "made"


def test_a_folder_that_cannot_be_made_is_done_without(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("ANGKA_CACHE", str(tmp_path / "file" / "below"))
    assert cached("one", lambda: 1) == 1


def test_an_empty_name_turns_it_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANGKA_CACHE", "")
    monkeypatch.chdir(tmp_path)
    assert cached("one", lambda: 1) == 1
    assert list(tmp_path.iterdir()) == []


def test_what_cannot_be_made_is_said_and_not_kept(folder: Path) -> None:
    def broken() -> str:
        raise PatternError("no", where="here", remedy="mend it")

    with pytest.raises(PatternError):
        cached("one", broken)
    assert not folder.exists()


def test_old_files_go(folder: Path) -> None:
    for number in range(10):
        cached(str(number), lambda: "kept")
    assert len(files(folder)) == cache._KEPT
