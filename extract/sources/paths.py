"""From what the user names (files, folders, globs) to the list of files to read."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from glob import glob, has_magic
from pathlib import Path
from typing import NamedTuple

from extract.errors import SourceError

SUFFIXES = (".txt", ".jsonl", ".jsonl.gz", ".parquet")
ANNOTATIONS = ".gold.jsonl"
RUN_MARKER = "run.json"
"""A folder that holds this beside ``facts.parquet`` is the result of a run, and no input."""

_KINDS = "give .txt, .jsonl, .jsonl.gz or .parquet"


class Inputs(NamedTuple):
    """The files to read, sorted and each once; ``passed_over`` counts the others that folders and globs held."""

    files: tuple[Path, ...]
    passed_over: int
    size: int
    """Of the files together, in bytes."""


def find_inputs(named: Iterable[str | Path]) -> Inputs:
    """Every file that the named files, folders and globs hold.

    Folders are walked to any depth. Hidden files and folders, the results of earlier runs, ``*.gold.jsonl``
    (annotations, not articles) and files of other kinds are passed over there; a file named outright is always read.
    Raises SourceError for a name that leads nowhere, a file of another kind, and where nothing at all is left to read.
    """
    found: dict[str, Path] = {}
    passed_over = 0
    names = [str(name) for name in named]
    for name in names:
        for path, wanted in _candidates(name):
            if wanted:
                found.setdefault(os.path.realpath(path), path)
            else:
                passed_over += 1
    if not found:
        held = f"; {passed_over} files of other kinds passed over" if passed_over else ""
        raise SourceError(f"nothing to read{held}", where=", ".join(names) or "no input", remedy=_KINDS)
    files = tuple(sorted(found.values(), key=lambda path: path.as_posix()))
    return Inputs(files, passed_over, sum(_size(path) for path in files))


def _candidates(name: str) -> Iterator[tuple[Path, bool]]:
    path = Path(name)
    if path.is_dir():
        yield from _walk(path)
    elif path.exists():
        if not path.name.lower().endswith(SUFFIXES):
            raise SourceError("not a kind of file that can be read", where=name, remedy=_KINDS)
        yield path, True
    elif has_magic(name):
        matches = [Path(match) for match in glob(name, recursive=True)]
        if not matches:
            raise SourceError("no file matches", where=name, remedy="check the pattern, and quote it in the shell")
        for match in matches:
            if match.is_dir():
                # «**» lists the files below as well; a plain folder that matched is walked like one that is named.
                yield from _walk(match)
            else:
                yield match, _is_article_file(match.name)
    else:
        raise SourceError("no such file or folder", where=name, remedy="check the path")


def _walk(top: Path) -> Iterator[tuple[Path, bool]]:
    for folder, below, names in os.walk(top):
        below[:] = sorted(name for name in below if not name.startswith("."))
        if RUN_MARKER in names and "facts.parquet" in names:
            continue
        for name in sorted(names):
            if not name.startswith("."):
                yield Path(folder, name), _is_article_file(name)


def _is_article_file(name: str) -> bool:
    lowered = name.lower()
    return lowered.endswith(SUFFIXES) and not lowered.endswith(ANNOTATIONS)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0  # gone or barred: the reader says so, with its place
