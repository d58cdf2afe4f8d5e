"""The command: what it says, and its exit codes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from fake_pipeline import FakeEngine
from typer.testing import CliRunner, Result

from extract import __version__, cli
from extract.errors import AngkaError, GoldError, OutputError, PatternError, SourceError
from extract.run import engine, local

Write = Callable[..., Path]


@pytest.fixture
def angka(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., Result]:
    """Runs the command in a folder of the test's own, over a fake pipeline."""
    monkeypatch.setattr(engine, "PatternEngine", FakeEngine)
    monkeypatch.chdir(tmp_path)
    return lambda *arguments: CliRunner().invoke(cli.app, [str(argument) for argument in arguments])


def test_the_version(angka: Callable[..., Result]) -> None:
    result = angka("--version")
    assert (result.exit_code, result.output) == (0, f"angka {__version__}\n")


def test_a_run_ends_with_a_summary(angka: Callable[..., Result], write_jsonl: Write) -> None:
    write_jsonl({"text": "jkn angka 1 angka 2"}, {"text": "jkn"}, {"text": "lain"}, "{")
    Path("note.md").touch()
    result = angka("run", ".", "--out", "out", "--processes", "2")
    assert result.exit_code == 0
    lines = [" ".join(line.split()) for line in result.stdout.splitlines()]
    assert lines[:8] == [
        "articles read 3 in 1 file, 1 of other kinds passed over",
        "on topic 2",
        "with facts 1",
        "facts 2",
        "participants 2",
        "rejects 1 see rejects.parquet",
        "broken_json 1",
        lines[7],
    ]
    assert lines[7].startswith("seconds ")
    assert lines[7].endswith(" articles a second, 1 process")
    assert lines[8] == "written to out"
    assert result.stderr == ""


def test_a_run_says_what_it_knew_already(angka: Callable[..., Result], write_jsonl: Write) -> None:
    write_jsonl({"text": "jkn angka 1"}, {"text": "jkn angka 2"})
    command = ("run", ".", "--out", "out")
    assert "known" not in angka(*command).stdout
    assert "with facts 2 2 known from the last run" in " ".join(angka(*command).stdout.split())
    assert "known" not in angka(*command, "--afresh").stdout


def test_a_name_that_is_no_unicode_is_read(angka: Callable[..., Result]) -> None:
    name = os.fsdecode(b"caf\xe9.txt")
    Path(name).write_text("jkn angka 1")
    assert angka("run", name, "--out", "out").exit_code == 0
    assert '"caf\\\\xe9.txt"' in Path("out/run.json").read_text()


def test_a_run_says_how_many_articles_of_the_last_one_are_gone(
    angka: Callable[..., Result], write_jsonl: Write
) -> None:
    write_jsonl({"text": "jkn angka 1"}, {"text": "jkn angka 2"})
    assert "gone" not in angka("run", ".", "--out", "out").stdout
    write_jsonl({"text": "jkn angka 2"})
    told = " ".join(angka("run", ".", "--out", "out").stdout.split())
    assert "gone 1 articles of the last run that are not in the input" in told


def test_quiet_says_nothing(angka: Callable[..., Result], write_jsonl: Write) -> None:
    result = angka("run", write_jsonl({"text": "jkn angka 1"}), "--out", "out", "--quiet")
    assert (result.exit_code, result.output) == (0, "")
    assert Path("out/facts.parquet").exists()


def test_a_run_that_finds_nothing_is_a_run(angka: Callable[..., Result], write_jsonl: Write) -> None:
    assert angka("run", write_jsonl({"text": "lain"}), "--out", "out").exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["gone.txt", "--out", "o"], 2, "angka: gone.txt: no such file or folder (check the path)\n"),
        (
            ["empty", "--out", "o"],
            2,
            "angka: empty: nothing to read (give .txt, .jsonl, .jsonl.gz, .csv, .csv.gz or .parquet)\n",
        ),
        (["blank.jsonl", "--out", "o"], 2, "angka: blank.jsonl: holds no record (give files that are not empty)\n"),
        (
            ["a.txt", "--out", "theirs"],
            3,
            "angka: theirs: holds files that are not from a run of angka (letter.odt)"
            " (name an empty or a new folder with --out)\n",
        ),
        (["a.txt", "--out", "a.txt"], 3, "angka: a.txt: is a file, not a folder (name an empty or a new folder"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(
    angka: Callable[..., Result], arguments: list[str], code: int, message: str
) -> None:
    Path("a.txt").write_text("jkn angka 1")
    Path("blank.jsonl").touch()
    Path("empty").mkdir()
    Path("theirs").mkdir()
    Path("theirs/letter.odt").touch()
    result = angka("run", *arguments)
    assert result.exit_code == code
    assert result.stderr.startswith(message)
    assert result.stdout == ""
    assert not Path("o").exists()


@pytest.mark.parametrize(
    "arguments", [["run"], ["run", "a.txt"], ["run", "a", "--out", "o", "--processes", "0"], ["x"]]
)
def test_a_wrong_command_line_is_2(angka: Callable[..., Result], arguments: list[str]) -> None:
    assert angka(*arguments).exit_code == 2


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--master", "local[2]"], "--master: means nothing to the engine local (leave it out, or say --engine spark)"),
        (["--engine", "spark", "--processes", "2"], "--processes: means nothing to the engine spark (leave it out, or"),
        (["--engine", "spark", "--afresh"], "--afresh: means nothing to the engine spark (leave it out, or"),
    ],
)
def test_no_option_is_passed_over(angka: Callable[..., Result], arguments: list[str], message: str) -> None:
    Path("a.txt").write_text("jkn angka 1")
    result = angka("run", "a.txt", "--out", "o", *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"angka: {message}")
    assert not Path("o").exists()


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (AngkaError("x"), 1),
        (SourceError("x"), 2),
        (GoldError("x"), 2),
        (OutputError("x"), 3),
        (PatternError("x", where="patterns/lexicon/units.toml", remedy="mend it"), 4),
        (KeyboardInterrupt(), 130),
    ],
)
def test_every_error_has_its_exit_code(
    angka: Callable[..., Result], monkeypatch: pytest.MonkeyPatch, error: BaseException, code: int
) -> None:
    def failing(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(local, "run_local", failing)
    result = angka("run", "a.txt", "--out", "o")
    assert result.exit_code == code
    expected = str(error) or "stopped; the output folder is as it was"
    assert result.stderr == f"angka: {expected}\n"


def test_a_bug_is_not_dressed_up(angka: Callable[..., Result], monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(local, "run_local", failing)
    assert isinstance(angka("run", "a.txt", "--out", "o").exception, ZeroDivisionError)


def command(repository: Path, *arguments: str) -> subprocess.Popen[str]:
    """The command as a process of its own, over the fake pipeline; it hears Ctrl-C also where the tests do not."""
    code = (
        "import signal, sys; signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "sys.path[:0] = sys.argv[1:3]; del sys.argv[1:3]\n"
        "import fake_pipeline; from extract.run import engine; engine.PatternEngine = fake_pipeline.FakeEngine\n"
        "from extract.cli import main; main()"
    )
    paths = [str(repository / "tests" / "support"), str(repository)]
    argv = [sys.executable, "-c", code, *paths, *arguments]
    return subprocess.Popen(argv, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


@pytest.mark.skipif(os.name == "nt", reason="needs the signals of Unix")
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_being_stopped_leaves_nothing_behind(
    repository: Path, tmp_path: Path, write_jsonl: Write, number: signal.Signals, code: int
) -> None:
    slow, out = write_jsonl({"text": "jkn LAMBAT"}), tmp_path / "out"
    process = command(repository, "run", str(slow), "--out", str(out))
    for _ in range(500):
        if (out / ".angka-staging" / "rejects.parquet").exists():
            break
        time.sleep(0.01)
    time.sleep(0.2)
    process.send_signal(number)
    _, errors = process.communicate(timeout=20)
    assert process.returncode == code
    assert "Traceback" not in errors
    assert not out.exists()


@pytest.mark.skipif(os.name == "nt", reason="needs the pipes of Unix")
def test_a_broken_pipe_is_quiet(repository: Path, tmp_path: Path, write_jsonl: Write) -> None:
    process = command(repository, "run", str(write_jsonl({"text": "jkn angka 1"})), "--out", str(tmp_path / "out"))
    assert process.stdout is not None
    process.stdout.close()
    process.stdout = None
    _, errors = process.communicate(timeout=20)
    assert (process.returncode, errors) == (141, "")
    assert (tmp_path / "out" / "facts.parquet").exists()


def test_the_command_starts_without_what_only_a_run_needs() -> None:
    code = (
        "import sys; import extract.cli\n"
        "print([name for name in ('pyarrow', 'pandas', 'spacy', 'numpy', 'regex') if name in sys.modules])"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout == "[]\n"
