"""What a pack is made into, kept between processes: made once for one content of the pack and of the code.

The cache is never needed. Where its folder cannot be written, is not the user's own, or holds something that is broken
or of another version, the pack is made as if there were none. ``ANGKA_CACHE`` names another folder; empty, it is off.
"""

from __future__ import annotations

import hashlib
import os
import pickle
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from extract import __version__

_KEPT = 6  # files; the oldest go
_DIGEST = 32  # bytes of SHA-256 before the rest of a file, so that half a file is known for what it is
_CODE = Path(__file__).resolve().parent

Made = TypeVar("Made")


def cached(name: str, make: Callable[[], Made]) -> Made:
    """What ``make`` gives, from the cache where it is there; ``name`` says the content that it is made from.

    What ``make`` raises comes through. Two processes that make the same at the same time do not disturb each other.
    """
    folder = _folder()
    if folder is None:
        return make()
    path = folder / f"pack-{_key(name)}.pickle"
    found: Made | None = _read(path)
    if found is not None:
        return found
    made = make()
    _write(path, made)
    return made


def _key(name: str) -> str:
    """Of the pack, the code that makes something of it, and the Python that pickles it."""
    digest = hashlib.sha256(f"{name} {__version__} {sys.version}".encode())
    code = (*sorted(_CODE.glob("*.py")), *sorted((_CODE.parent / "gazetteer").glob("*.py")), _CODE.parent / "model.py")
    for file in code:
        digest.update(file.read_bytes())
    return digest.hexdigest()[:24]


def _folder() -> Path | None:
    named = os.environ.get("ANGKA_CACHE")
    if named is not None:
        return Path(named) if named else None
    home = os.environ.get("LOCALAPPDATA" if os.name == "nt" else "XDG_CACHE_HOME")
    with suppress(RuntimeError):  # nobody's home
        return (Path(home) if home else Path.home() / ".cache") / "angka"
    return None


def _read(path: Path) -> Made | None:
    try:
        with path.open("rb") as file:
            status = os.fstat(file.fileno())
            if os.name != "nt" and (status.st_uid != os.getuid() or status.st_mode & 0o022):
                return None  # somebody else could have put anything in it
            data = file.read()
        if hashlib.sha256(data[_DIGEST:]).digest() != data[:_DIGEST]:
            return None
        found: Made = pickle.loads(data[_DIGEST:])
        return found
    except Exception:  # whatever a file of unknown age makes unpickling do
        return None


def _write(path: Path, made: object) -> None:
    with suppress(OSError, pickle.PicklingError):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        data = pickle.dumps(made, protocol=5)
        handle, name = tempfile.mkstemp(dir=path.parent)  # readable by the user alone
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(hashlib.sha256(data).digest() + data)
            os.replace(name, path)
        except OSError:
            os.unlink(name)
            raise
        _prune(path.parent)


def _prune(folder: Path) -> None:
    files = sorted(folder.glob("pack-*.pickle"), key=lambda file: file.stat().st_mtime, reverse=True)
    for file in files[_KEPT:]:
        with suppress(OSError):
            file.unlink()
