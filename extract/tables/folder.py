"""The folder that a run writes into: all of its files change together, once the run has finished, or not at all."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any

try:
    import fcntl
except ImportError:  # Windows: two runs into one folder at the same time are not noticed there
    fcntl = None  # type: ignore[assignment]

from extract.errors import OutputError
from extract.tables.writer import sha256

PROGRAM = "angka"
RUN_FILE = "run.json"
REPORT_FILE = "report.html"
"""The page that ``angka report`` makes of a run; it goes when another run takes that one's place."""

_BYSTANDERS = {"README.md", ".gitignore", ".gitkeep"}
_OURS = {"facts.parquet", "articles.parquet", "rejects.parquet", RUN_FILE, REPORT_FILE}
_STAGING = ".angka-staging"
_COMMIT = ".angka-commit"
_CHOOSE = "name an empty or a new folder with --out"


class OutputFolder:
    """A folder of our own, held by one run at a time.

    Entering makes it, checks that it is empty or an earlier run's, and gives ``staging``, where the run writes its
    files. ``commit`` puts them in place; leaving without it leaves the folder as it was. A run that was killed leaves
    at most hidden folders: the next one clears them, or, where it was killed while the files were being put in place,
    first finishes that. Raises OutputError for a folder that is not ours, is in use, or cannot be written.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.staging = path / _STAGING
        self._lock: int | None = None
        self._made = False

    def __enter__(self) -> OutputFolder:
        try:
            self._claim()
            self._hold()
            self._finish_commit()
            shutil.rmtree(self.staging, ignore_errors=True)
            self.staging.mkdir()
        except OSError as why:
            self._release()
            raise self._unwritable(why) from why
        except OutputError:
            self._release()
            raise
        return self

    def commit(self, run: Mapping[str, Any]) -> None:
        """Put the staged files in place. ``run`` goes to ``run.json``, with the size and SHA-256 of each file.

        Each file is replaced in one step, ``run.json`` last, so that a reader meets whole files only; one who needs
        them all from the same run compares the checksums.
        """
        try:
            files = {path.name: _described(path) for path in sorted(self.staging.iterdir())}
            record = {"program": PROGRAM, **run, "files": files}
            text = json.dumps(record, indent=2, ensure_ascii=False, sort_keys=False) + "\n"
            (self.staging / RUN_FILE).write_text(text, encoding="utf-8", newline="\n")
            for path in self.staging.iterdir():
                _sync(path)
            _sync(self.staging)
            # From here on the run has happened: whoever comes next finishes it.
            os.rename(self.staging, self.path / _COMMIT)
            self._finish_commit()
        except OSError as why:
            raise self._unwritable(why) from why

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        shutil.rmtree(self.staging, ignore_errors=True)
        if kind is not None and self._made:
            with suppress(OSError):  # not empty: the run was put in place before the error
                self.path.rmdir()
        self._release()

    def _unwritable(self, why: OSError) -> OutputError:
        return OutputError(f"cannot be written: {why.strerror or why}", where=str(self.path), remedy=_CHOOSE)

    def _claim(self) -> None:
        if self.path.exists() and not self.path.is_dir():
            raise OutputError("is a file, not a folder", where=str(self.path), remedy=_CHOOSE)
        self._made = not self.path.exists()
        self.path.mkdir(parents=True, exist_ok=True)
        names = {path.name for path in self.path.iterdir()} - _BYSTANDERS - {_STAGING, _COMMIT}
        if names and not self._is_ours():
            if self._is_broken():
                what = f"holds a {RUN_FILE} that cannot be read"
                remedy = f"{_CHOOSE}, or, if a run wrote it, delete {', '.join(sorted(names & _OURS))}"
                raise OutputError(what, where=str(self.path), remedy=remedy)
            what = f"holds files that are not from a run of {PROGRAM} ({', '.join(sorted(names)[:3])})"
            raise OutputError(what, where=str(self.path), remedy=_CHOOSE)

    def _is_ours(self) -> bool:
        if (self.path / _COMMIT).is_dir():
            return True
        try:
            run = json.loads((self.path / RUN_FILE).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return False
        return isinstance(run, dict) and run.get("program") == PROGRAM

    def _is_broken(self) -> bool:
        try:
            json.loads((self.path / RUN_FILE).read_text(encoding="utf-8"))
        except FileNotFoundError:
            return False
        except (OSError, ValueError):
            return True
        return False

    def _hold(self) -> None:
        if fcntl is None:
            return
        self._lock = os.open(self.path, os.O_RDONLY)
        try:
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise OutputError("another run is writing here", where=str(self.path), remedy="wait for it") from None

    def _release(self) -> None:
        if self._lock is not None:
            os.close(self._lock)  # which lets go of the lock; the end of the process does, too
            self._lock = None

    def _finish_commit(self) -> None:
        folder = self.path / _COMMIT
        if not folder.is_dir():
            return
        _sync(self.path)
        (self.path / REPORT_FILE).unlink(missing_ok=True)
        for path in sorted(folder.iterdir(), key=lambda path: (path.name == RUN_FILE, path.name)):
            os.replace(path, self.path / path.name)
        _sync(self.path)
        folder.rmdir()


def is_half_committed(folder: Path) -> bool:
    """Whether a run into the folder was killed while its files were being put in place."""
    return (folder / _COMMIT).is_dir()


def _described(path: Path) -> dict[str, Any]:
    return {"bytes": path.stat().st_size, "sha256": sha256(path)}


def _sync(path: Path) -> None:
    """Have the operating system write the file, or the entries of the folder, to the disk."""
    if os.name == "nt" and path.is_dir():
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
