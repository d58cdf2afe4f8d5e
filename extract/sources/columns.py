"""Articles from Arrow columns without a Python object for each text: what a crawl of millions is read by.

Only batches in which every record is as it should be go this way. All others are read record by record, which says
what is wrong with each; both ways give the same articles.
"""

from __future__ import annotations

import hashlib
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from extract.sources.days import read_day
from extract.sources.markup import BEGINS, CLOSING, MANY, OPENING
from extract.sources.records import with_title

_SOME_LETTER = "[!-~]"  # anything that prints; a text without it is left to the reading of single records
_MARGIN = 64  # blanks before a text, and behind its title, that a comparison with the title looks past
_SHORT = 40  # characters of an id that is no longer than what would stand for it: also of a UUID, of half a SHA-256
_INSIDE = -64  # below it as a signed byte: one that is not the first of its character in UTF-8


def decoded(batch: pa.RecordBatch) -> pa.RecordBatch:
    """The batch with text where it has bytes: how files come that do not say that their columns are text.

    Bytes that are no UTF-8 are found where single values are looked at.
    """
    for number, field in enumerate(batch.schema):
        kind = field.type
        if pa.types.is_fixed_size_binary(kind) or pa.types.is_binary_view(kind) or pa.types.is_large_binary(kind):
            kind = pa.binary()
        if pa.types.is_binary(kind):
            text = batch.column(number).cast(kind).cast(pa.string(), safe=False)
            batch = batch.set_column(number, field.with_type(pa.string()), text)
    return batch


def read_columns(
    batch: pa.RecordBatch, source: str, first: int, limit: int, schema: pa.Schema
) -> pa.RecordBatch | None:
    """The articles of a batch of raw records, numbered from ``first``, as a batch of ``schema``.

    None where a record in it needs a closer look: one without an id or text, or whose fields are of unusual types.
    """
    try:
        batch.validate(full=True)  # bytes that are no UTF-8, in a column that says it is text
        texts = _strings(batch, "text")
        ids = _ids(batch)
        titles = [title.strip() if title else None for title in _optional(batch, "title")]
        outlets, urls = _optional(batch, "outlet"), _optional(batch, "url")
        days = _days(batch)
    except (ValueError, TypeError, OverflowError, LookupError, pa.ArrowException):
        return None
    if texts is None or ids is None or not _all_readable(texts) or _any_markup(texts):
        return None
    ends = pa.repeat(pa.scalar(0, pa.int32()), len(texts))
    if any(titles):
        texts, ends = _stored(texts, titles)
    if pc.max(pc.binary_length(texts)).as_py() > limit and pc.max(character_counts(texts)).as_py() > limit:
        return None
    sources = pa.repeat(source, len(ids))
    rows = pa.array(np.arange(first, first + len(ids)))
    nothing = pa.nulls(len(ids), pa.string())
    values: list[Any] = [ids, sources, rows, titles, ends, outlets, urls, days, nothing, texts]
    columns = [
        value if isinstance(value, pa.Array) else pa.array(value, field.type)
        for value, field in zip(values, schema, strict=True)
    ]
    return pa.RecordBatch.from_arrays(columns, schema=schema)


def key_of(article_id: str) -> str | bytes:
    """What stands for an id of any length: itself, or sixteen bytes."""
    if len(article_id) <= _SHORT:
        return article_id
    return hashlib.blake2b(article_id.encode(), digest_size=16).digest()


def character_counts(texts: pa.Array) -> pa.Array:
    """The lengths in characters of texts (type ``string``, none of them null).

    It is what ``pyarrow.compute.utf8_length`` gives, in a third of the time: nearly all bytes of prose are letters.

    >>> character_counts(pa.array(["", "é", "naik 5 %", "½ «é»"])).to_pylist()
    [0, 1, 8, 5]
    """
    _, starts, letters = texts.buffers()
    offsets = np.frombuffer(starts, np.int32, len(texts) + 1, texts.offset * 4)
    within = np.flatnonzero(np.frombuffer(letters or b"", np.int8)[offsets[0] : offsets[-1]] < _INSIDE)
    return pa.array(np.diff(offsets) - np.diff(np.searchsorted(within, offsets - offsets[0])), pa.int32())


def _strings(batch: pa.RecordBatch, name: str) -> pa.Array | None:
    """A column of text without gaps; None for any other."""
    column = batch.column(name)
    if column.null_count or not (pa.types.is_string(column.type) or pa.types.is_large_string(column.type)):
        return None
    return column.cast(pa.string())


def _ids(batch: pa.RecordBatch) -> list[str] | None:
    if "id" not in batch.schema.names:
        return None
    column = batch.column("id")
    if _is_whole(column.type) and not column.null_count:
        column = column.cast(pa.string())
    elif not (pa.types.is_string(column.type) or pa.types.is_large_string(column.type)):
        return None
    ids: list[str] = column.to_pylist()
    return ids if all(ids) and not any(map(str.isspace, ids)) else None


def _is_whole(kind: pa.DataType) -> bool:
    return bool(pa.types.is_integer(kind) or (pa.types.is_decimal(kind) and kind.scale == 0))


def _optional(batch: pa.RecordBatch, name: str) -> list[str | None]:
    """A column of text or whole numbers where blanks mean nothing. TypeError for a column of anything else."""
    if name not in batch.schema.names or batch.column(name).null_count == batch.num_rows:
        return [None] * batch.num_rows
    column = batch.column(name)
    if _is_whole(column.type):
        column = column.cast(pa.string())
    if not (pa.types.is_string(column.type) or pa.types.is_large_string(column.type)):
        raise TypeError(name)
    return [value if value and not value.isspace() else None for value in column.to_pylist()]


def _days(batch: pa.RecordBatch) -> list[Any]:
    """The days of publication. ValueError where one cannot be read."""
    if "published" not in batch.schema.names or batch.column("published").null_count == batch.num_rows:
        return [None] * batch.num_rows
    return [read_day(value) for value in batch.column("published").to_pylist()]


def _all_readable(texts: pa.Array) -> bool:
    return bool(pc.all(pc.match_substring_regex(texts, _SOME_LETTER)).as_py())


def _any_markup(texts: pa.Array) -> bool:
    """Whether a text may be a page of HTML: a closer look says for sure."""
    _, starts, letters = texts.buffers()
    offsets = np.frombuffer(starts, np.int32, len(texts) + 1, texts.offset * 4)
    within = letters.slice(offsets[0], offsets[-1] - offsets[0]).to_pybytes() if letters else b""
    if OPENING.encode() not in within:  # as in nearly all batches, which takes next to no time to see
        return False
    begin = pc.match_substring_regex(texts, BEGINS, ignore_case=True)
    return bool(pc.any(pc.or_(begin, pc.greater_equal(pc.count_substring(texts, CLOSING), MANY))).as_py())


def _stored(texts: pa.Array, titles: list[str | None]) -> tuple[pa.Array, list[int]]:
    """The stored texts, and where the title ends that each begins with: see ``with_title``."""
    longest = max(len(title) for title in titles if title)
    heads = pc.utf8_slice_codeunits(texts, 0, longest + 2 * _MARGIN).to_pylist()
    put: list[str | None] = []
    ends = []
    for head, title, text in zip(heads, titles, texts, strict=True):
        beginning = head if head[:_MARGIN].strip() else text.as_py()
        stored, end = with_title(beginning, title)
        put.append(None if stored is beginning else title)
        ends.append(end)
    joined = pc.binary_join_element_wise(pa.array(put, pa.string()), texts, "\n\n", null_handling="skip")
    return joined, ends
