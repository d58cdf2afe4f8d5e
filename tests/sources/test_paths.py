"""From names to files."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from extract.errors import SourceError
from extract.sources import Reject, find_inputs, paths, read_batches


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    names = ["b/2.txt", "b/10.txt", "a.jsonl", "c.jsonl.gz", "d.parquet", "seen.gold.jsonl", "note.md", ".hid/x.txt"]
    for name in [*names, "b/.hidden.txt", "UPPER.TXT", "run/run.json", "run/facts.parquet", "run/articles.parquet"]:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"x")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def named(*names: str) -> list[str]:
    return [path.as_posix() for path in find_inputs(names).files]


def test_a_folder_gives_its_article_files_sorted_at_any_depth(tree: Path) -> None:
    assert named(".") == ["UPPER.TXT", "a.jsonl", "b/10.txt", "b/2.txt", "c.jsonl.gz", "d.parquet"]


def test_what_a_folder_holds_besides_is_counted(tree: Path) -> None:
    found = find_inputs(["."])
    assert found.passed_over == 2
    assert [path.as_posix() for path in found.others] == ["note.md", "seen.gold.jsonl"]


def test_the_names_of_what_is_passed_over_are_bounded(tree: Path) -> None:
    for number in range(paths.NAMED + 5):
        (tree / f"{number}.html").touch()
    found = find_inputs(["."])
    assert (found.passed_over, len(found.others)) == (paths.NAMED + 7, paths.NAMED)


def test_the_result_of_a_run_is_no_input(tree: Path) -> None:
    with pytest.raises(SourceError, match="run: nothing to read"):
        find_inputs(["run"])


def test_the_result_of_a_run_says_that_it_is_one(tree: Path) -> None:
    with pytest.raises(SourceError, match=r"\.: nothing to read; run is the result of a run \(name the files or"):
        for name in named("."):
            Path(name).unlink()
        find_inputs(["."])


def test_linked_folders_are_read_once_and_under_their_own_name(tree: Path) -> None:
    elsewhere = tree.parent / f"{tree.name}-elsewhere"
    (elsewhere / "deep").mkdir(parents=True)
    (elsewhere / "deep" / "x.txt").touch()
    (elsewhere / "back").symlink_to(tree)
    (tree / "a-link").symlink_to("b")
    (tree / "b" / "loop").symlink_to("..")
    (tree / "far").symlink_to(elsewhere)
    files = ["UPPER.TXT", "a.jsonl", "b/10.txt", "b/2.txt", "c.jsonl.gz", "d.parquet", "far/deep/x.txt"]
    assert named(".") == files
    assert find_inputs(["."]).passed_over == 2


@pytest.fixture
def barred(tree: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that the system does not let us look into, whoever runs the test."""

    def scandir(folder: str) -> Any:
        if Path(folder).name == "b":
            raise PermissionError(13, "Permission denied", folder)
        return scan(folder)

    def stat(path: Path, **more: Any) -> os.stat_result:
        if path.parent.name == "b":
            raise PermissionError(13, "Permission denied", str(path))
        return look(path, **more)

    scan, look = os.scandir, Path.stat
    monkeypatch.setattr(os, "scandir", scandir)
    monkeypatch.setattr(Path, "stat", stat)
    return tree / "b"


def rejects(*names: str) -> Iterator[Reject]:
    return (reject for batch in read_batches(find_inputs(names)) for reject in batch.rejects)


def test_a_folder_that_cannot_be_looked_into_is_a_reject(barred: Path) -> None:
    for name in ("c.jsonl.gz", "d.parquet", "a.jsonl"):
        Path(name).unlink()
    assert list(rejects(".")) == [Reject("b", None, "unreadable_folder", "Permission denied")]


@pytest.mark.parametrize("name", ["b", "b/2.txt", "b/new.txt"])
def test_a_name_that_cannot_be_looked_at_says_so(barred: Path, name: str) -> None:
    with pytest.raises(SourceError, match=rf"^{name}: cannot be .*: Permission denied \(give the permission to read"):
        find_inputs([name])


def test_a_name_that_is_no_unicode_is_spelt_out(tree: Path) -> None:
    with (tree / os.fsdecode(b"caf\xe9.txt")).open("w") as file:
        file.write("Peserta JKN 12 orang.")
    (batch,) = read_batches(find_inputs([os.fsdecode(b"caf\xe9.txt")]))
    assert batch.articles.column("source").to_pylist() == ["caf\\xe9.txt"]


def test_globs_match_and_walk(tree: Path) -> None:
    assert named("b/*.txt") == ["b/10.txt", "b/2.txt"]
    assert named("*.jsonl") == ["a.jsonl"]
    assert named("[b]") == ["b/10.txt", "b/2.txt"]
    assert named("**/*.txt") == ["b/10.txt", "b/2.txt"]


def test_the_result_of_a_run_is_no_input_of_a_glob_either(tree: Path) -> None:
    assert named("**/*.parquet") == ["d.parquet"]
    assert named("[r]un", "*.jsonl") == ["a.jsonl"]
    assert named("run/facts.parquet") == ["run/facts.parquet"]


def test_the_result_of_a_run_on_spark_is_no_input(tree: Path) -> None:
    for table in ("facts", "articles", "rejects"):
        (tree / "spark" / f"{table}.parquet").mkdir(parents=True)
        (tree / "spark" / f"{table}.parquet" / "part-0.parquet").touch()
    (tree / "spark" / "run.json").touch()
    assert named(".") == ["UPPER.TXT", "a.jsonl", "b/10.txt", "b/2.txt", "c.jsonl.gz", "d.parquet"]
    assert named("**/*.parquet") == ["d.parquet"]


def test_a_file_named_outright_is_read_whatever_a_folder_would_do(tree: Path) -> None:
    assert named("seen.gold.jsonl", ".hid/x.txt") == [".hid/x.txt", "seen.gold.jsonl"]


def test_a_file_named_twice_is_read_once(tree: Path) -> None:
    assert named("a.jsonl", "./a.jsonl", str(tree / "a.jsonl"), "*.jsonl") == ["a.jsonl"]


def test_the_order_of_the_names_does_not_matter(tree: Path) -> None:
    assert named("d.parquet", "b", "a.jsonl") == named("a.jsonl", "d.parquet", "b")


def test_a_name_with_brackets_is_a_file_before_it_is_a_glob(tree: Path) -> None:
    (tree / "a[1].txt").write_text("x")
    assert named("a[1].txt") == ["a[1].txt"]


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("gone.txt", r"gone\.txt: no such file or folder \(check the path\)"),
        ("*.csv", r"\*\.csv: no file matches \(check the pattern"),
        ("note.md", r"note\.md: not a kind of file that can be read \(give \.txt"),
        (".hid/none", r"no such file or folder"),
    ],
)
def test_a_name_that_leads_nowhere_says_so(tree: Path, name: str, message: str) -> None:
    with pytest.raises(SourceError, match=message):
        find_inputs([name])


def test_a_folder_of_other_files_says_what_can_be_read(tmp_path: Path) -> None:
    (tmp_path / "table.html").touch()
    with pytest.raises(SourceError, match=r"nothing to read; 1 files of other kinds passed over \(give \.txt, \.jsonl"):
        find_inputs([tmp_path])


def test_no_name_at_all(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no input: nothing to read"):
        find_inputs([])
