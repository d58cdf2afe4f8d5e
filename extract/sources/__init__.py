"""Records in: text files, JSON lines and Parquet, as batches of articles; what cannot be read becomes a reject.

Arrow is imported with the first name that needs it: a single text does without.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from extract.sources.records import MAX_CHARACTERS, Record, Reject, content_hash, made_id, normalise

if TYPE_CHECKING:
    from extract.sources.batches import ARTICLE_BATCH, Batch, in_batches, read_batches
    from extract.sources.paths import Inputs, find_inputs

__all__ = [
    "ARTICLE_BATCH",
    "MAX_CHARACTERS",
    "Batch",
    "Inputs",
    "Record",
    "Reject",
    "content_hash",
    "find_inputs",
    "in_batches",
    "made_id",
    "normalise",
    "read_batches",
]

_HOME = dict.fromkeys(("ARTICLE_BATCH", "Batch", "in_batches", "read_batches"), "extract.sources.batches")
_HOME |= dict.fromkeys(("Inputs", "find_inputs"), "extract.sources.paths")


def __getattr__(name: str) -> object:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOME[name]), name)
