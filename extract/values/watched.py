"""A table of a lexicon file that knows what was read of it: what nothing reads is refused.

>>> with watched({"words": ["kira-kira"], "wrods": []}, "hedges.toml") as table:
...     words = table["words"]
Traceback (most recent call last):
    ...
extract.errors.PatternError: hedges.toml: unknown field 'wrods' (name one of: words)
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from extract.errors import PatternError


@contextmanager
def watched(table: Mapping[str, Any], where: str) -> Iterator[Watched]:
    """The table to read from; :class:`PatternError` afterwards for a field or section that was never asked for."""
    watching = Watched(table, where)
    yield watching
    watching.refuse_unread()


class Watched(Mapping[str, Any]):
    """A parsed table, with the tables inside it, and the place to name when something in it is never asked for."""

    def __init__(self, table: Mapping[str, Any], where: str) -> None:
        self._where = where
        self._inside: list[Watched] = []
        self._table = {key: self._watch(key, value) for key, value in table.items()}
        self._asked: dict[str, None] = {}  # in order

    def __getitem__(self, key: str) -> Any:
        self._asked[key] = None
        return self._table[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._table)

    def __len__(self) -> int:
        return len(self._table)

    def refuse_unread(self) -> None:
        """Raises :class:`PatternError` for a field or section, here or inside, that was never asked for."""
        for key in self._table:
            if key not in self._asked:
                known = ", ".join(self._asked)
                raise PatternError(f"unknown field {key!r}", where=self._where, remedy=f"name one of: {known}")
        for table in self._inside:
            table.refuse_unread()

    def _watch(self, key: str, value: object) -> object:
        if isinstance(value, Mapping):
            self._inside.append(Watched(value, f"{self._where} [{key}]"))
            return self._inside[-1]
        if isinstance(value, list) and value and all(isinstance(one, Mapping) for one in value):
            rules = [
                Watched(rule, f"{self._where} [[{key}]] {rule.get('id', number)}")
                for number, rule in enumerate(value, start=1)
            ]
            self._inside += rules
            return rules
        return value
