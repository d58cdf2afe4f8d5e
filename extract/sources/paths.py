"""From what the user names (files, folders, globs) to the list of files to read."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from functools import cache
from glob import glob, has_magic
from pathlib import Path
from typing import NamedTuple

from extract.errors import SourceError

SUFFIXES = (".txt", ".jsonl", ".jsonl.gz", ".csv", ".csv.gz", ".parquet")
ANNOTATIONS = ".gold.jsonl"
RUN_MARKER = "run.json"
"""A folder that holds this beside ``facts.parquet`` is the result of a run, and no input of folders and globs."""

NAMED = 100
"""Files passed over whose names are kept."""

_PERMIT = "give the permission to read it, or name others"
_TABLES = ("facts.parquet", "articles.parquet", "rejects.parquet")
_KINDS = "give .txt, .jsonl, .jsonl.gz, .csv, .csv.gz or .parquet"


class Barred(NamedTuple):
    """A folder below a named one that cannot be looked into, and why."""

    folder: Path
    why: str


class Inputs(NamedTuple):
    """The files to read, sorted and each once; ``passed_over`` counts the others that folders and globs held.

    ``others`` are the first of those, as far as ``NAMED`` allows.
    """

    files: tuple[Path, ...]
    passed_over: int
    size: int
    """Of the files together, in bytes."""
    barred: tuple[Barred, ...] = ()
    others: tuple[Path, ...] = ()


class _Result(NamedTuple):
    """A folder that a run has written."""

    folder: Path


def find_inputs(named: Iterable[str | Path]) -> Inputs:
    """Every file that the named files, folders and globs hold.

    Folders are walked to any depth, linked ones included. Hidden files and folders, the results of earlier runs,
    ``*.gold.jsonl`` (annotations, not articles) and files of other kinds are passed over there; a file named outright
    is always read. Raises SourceError for a name that leads nowhere, a file of another kind, and where nothing at all
    is left to read.
    """
    files: dict[str, Path] = {}
    barred: dict[str, Barred] = {}
    results: list[Path] = []
    others: list[Path] = []
    passed_over = 0
    names = [str(name) for name in named]
    for name in names:
        for found in _found(name):
            if isinstance(found, Barred):
                barred.setdefault(os.path.realpath(found.folder), found)
            elif isinstance(found, _Result):
                results.append(found.folder)
            elif _is_wanted(found, name):
                files.setdefault(os.path.realpath(found), found)
            else:
                passed_over += 1
                others += [found] if passed_over <= NAMED else []
    if not files:
        raise _nothing(names, passed_over, results, list(barred.values()))
    paths = tuple(sorted(files.values(), key=lambda path: path.as_posix()))
    size = sum(_size(path) for path in paths)
    return Inputs(paths, passed_over, size, tuple(sorted(barred.values())), tuple(others))


def shown(path: Path | str) -> str:
    r"""A path as tables and messages can hold it: bytes of a name that are no UTF-8 are spelt out.

    >>> shown("berita/caf\udce9.txt")
    'berita/caf\\xe9.txt'
    """
    name = path.as_posix() if isinstance(path, Path) else path
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def _nothing(names: list[str], passed_over: int, results: list[Path], barred: list[Barred]) -> SourceError:
    where = ", ".join(map(shown, names)) or "no input"
    if barred:
        return SourceError(f"cannot be opened: {barred[0].why}", where=shown(barred[0].folder), remedy=_PERMIT)
    if results:
        remedy = "name the files or folders that the run has read"
        return SourceError(f"nothing to read; {shown(results[0])} is the result of a run", where=where, remedy=remedy)
    held = f"; {passed_over} files of other kinds passed over" if passed_over else ""
    return SourceError(f"nothing to read{held}", where=where, remedy=_KINDS)


def _is_wanted(path: Path, name: str) -> bool:
    return path == Path(name) or _is_article_file(path.name)


def _found(name: str) -> Iterator[Path | Barred | _Result]:
    """The files below a name, wanted or not."""
    path = Path(name)
    if _kind(path) == "folder":
        yield from _walk(path)
    elif _kind(path) == "file":
        if not path.name.lower().endswith(SUFFIXES):
            raise SourceError("not a kind of file that can be read", where=shown(name), remedy=_KINDS)
        yield path
    elif has_magic(name):
        matches = [Path(match) for match in glob(name, recursive=True)]
        if not matches:
            raise SourceError(
                "no file matches", where=shown(name), remedy="check the pattern, and quote it in the shell"
            )
        is_result = cache(_is_result)
        for match in matches:
            if _kind(match) == "folder":
                # «**» lists the files below as well; a plain folder that matched is walked like one that is named.
                yield from _walk(match)
            else:
                yield _Result(match.parent) if is_result(match.parent) else match
    else:
        raise SourceError("no such file or folder", where=shown(name), remedy="check the path")


def _kind(path: Path) -> str | None:
    """Whether a folder or a file is there; SourceError where the folder that it is in does not let us see."""
    try:
        return "folder" if path.is_dir() else "file" if path.exists() else None
    except OSError as why:
        raise SourceError(f"cannot be looked at: {why.strerror}", where=shown(path), remedy=_PERMIT) from why


def _walk(top: Path) -> Iterator[Path | Barred | _Result]:
    """The files below a folder, which is met once only; linked ones last, so that files have their own names."""
    barred: list[Barred] = []
    waiting, seen = [top], set[str]()
    while waiting:
        for folder, below, names in os.walk(waiting.pop(0), onerror=lambda why: barred.append(_barred(why))):
            real = os.path.realpath(folder)
            is_result = _is_result(Path(folder))
            if is_result or real in seen:
                below.clear()
                if is_result:
                    yield _Result(Path(folder))
                continue
            seen.add(real)
            below[:] = sorted(name for name in below if not name.startswith("."))
            waiting += [Path(folder, name) for name in below if os.path.islink(os.path.join(folder, name))]
            yield from (Path(folder, name) for name in sorted(names) if not name.startswith("."))
    yield from barred


def _barred(why: OSError) -> Barred:
    return Barred(Path(why.filename), why.strerror or str(why))


def _is_result(folder: Path) -> bool:
    """Whether the folder holds the result of a run, or is one of the tables of a run on Spark."""
    places = (folder, folder.parent) if folder.name in _TABLES else (folder,)
    return any((place / RUN_MARKER).is_file() and (place / "facts.parquet").exists() for place in places)


def _is_article_file(name: str) -> bool:
    lowered = name.lower()
    return lowered.endswith(SUFFIXES) and not lowered.endswith(ANNOTATIONS)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0  # gone or barred: the reader says so, with its place
