"""Typed reading of parsed TOML tables: every miss is an error that names the file and the key.

>>> Section({"scale": {"ribu": 1000}}, "numerals.toml").section("scale").whole_numbers()
{'ribu': 1000}
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from extract.errors import PatternError


class Section:
    """One table of a lexicon file, with the place to name when something in it is wrong."""

    def __init__(self, table: Mapping[str, Any], where: str) -> None:
        if not isinstance(table, Mapping):
            raise PatternError("not a table", where=where, remedy="write [name] and key = value lines")
        self.table = table
        self.where = where

    def section(self, key: str) -> Section:
        """The table under ``key``."""
        return Section(self._get(key), f"{self.where} [{key}]")

    def words(self, key: str, *, optional: bool = False) -> tuple[str, ...]:
        """A list of words or phrases, folded to lower case; empty where it is ``optional`` and absent."""
        if optional and key not in self.table:
            return ()
        found = self._get(key)
        if not isinstance(found, list) or not all(isinstance(word, str) and word.strip() for word in found):
            raise self.error(f"{key} is no list of words", remedy=f'write {key} = ["...", "..."]')
        return tuple(" ".join(word.lower().split()) for word in found)

    def word(self, key: str, *, default: str | None = None) -> str:
        """One string; ``default`` stands in where it is absent."""
        found = self.table.get(key, default)
        if not isinstance(found, str) or not found:
            raise self.error(f"{key} is missing or no text", remedy=f'write {key} = "..."')
        return found

    def flag(self, key: str) -> bool:
        """True or false; false where absent."""
        found = self.table.get(key, False)
        if not isinstance(found, bool):
            raise self.error(f"{key} is neither true nor false", remedy=f"write {key} = true")
        return found

    def whole_numbers(self) -> dict[str, int]:
        """The whole table as word -> whole number."""
        return {word: int(value) for word, value in self._values(int).items()}

    def decimals(self) -> dict[str, float]:
        """The whole table as word -> number."""
        return {word: float(value) for word, value in self._values(int, float).items()}

    def error(self, what: str, *, remedy: str) -> PatternError:
        """A :class:`PatternError` at this place."""
        return PatternError(what, where=self.where, remedy=remedy)

    def _get(self, key: str) -> Any:
        if key not in self.table:
            raise self.error(f"{key} is missing", remedy=f"add {key}")
        return self.table[key]

    def _values(self, *kinds: type) -> dict[str, Any]:
        for word, value in self.table.items():
            if isinstance(value, bool) or not isinstance(value, kinds) or float(str(value)) < 0:
                raise self.error(f"{word} is {value!r}, not a number", remedy=f"write {word} = 1000, say")
        return {" ".join(word.lower().split()): value for word, value in self.table.items()}
