"""Records in: text files, JSON lines and Parquet, as batches of articles; what cannot be read becomes a reject."""

from extract.sources.batches import ARTICLE_BATCH, Batch, in_batches, read_batches
from extract.sources.paths import Inputs, find_inputs
from extract.sources.records import MAX_CHARACTERS, Record, Reject, content_hash, normalise

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
    "normalise",
    "read_batches",
]
