"""Angka: the figures of Indonesian press articles about the national health insurance, as one table.

Nothing heavy is imported until one of the names below is first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extract.patterns import load_pack
    from extract.review.explain import explain_text
    from extract.run.memory import extract_table
    from extract.run.text import extract_text

__version__ = "0.1.0"
__all__ = ["__version__", "explain_text", "extract_table", "extract_text", "load_pack"]

_HOME = {
    "explain_text": "extract.review.explain",
    "extract_table": "extract.run.memory",
    "extract_text": "extract.run.text",
    "load_pack": "extract.patterns",
}


def __getattr__(name: str) -> object:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOME[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
