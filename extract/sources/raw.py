"""A record as a file holds it, before anything is asked of it."""

from __future__ import annotations

from typing import NamedTuple

FIELDS = ("id", "text", "title", "url", "outlet", "published")
"""What an article may come with."""


class Raw(NamedTuple):
    """One raw record: what it holds, or why that cannot be read; ``position`` counts the file's bytes so far."""

    record: int | None
    value: object
    position: int
