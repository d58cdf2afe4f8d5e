"""Where the pattern pack lies when nobody names a folder."""

from __future__ import annotations

from pathlib import Path

from extract.errors import PatternError

_PACKAGE = Path(__file__).resolve().parent.parent


def default_folder() -> Path:
    """The pack that came with this installation: inside the package from a wheel, beside it in a checkout.

    Raises PatternError where neither is there.
    """
    for folder in (_PACKAGE / "_patterns", _PACKAGE.parent / "patterns"):
        if folder.is_dir():
            return folder
    raise PatternError("no pattern pack here", where=str(_PACKAGE), remedy="install again, or name a folder")
