"""Every error that Angka raises on purpose, as one small tree.

A message says what is wrong, where (file, line, rule or record) and what to do about it.
"""

from __future__ import annotations


class AngkaError(Exception):
    """Whatever Angka refuses to do, with the place and the remedy.

    >>> str(AngkaError("no such field", where="patterns/lexicon/units.toml [[unit]] 3", remedy="name one of: a, b"))
    'patterns/lexicon/units.toml [[unit]] 3: no such field (name one of: a, b)'
    """

    def __init__(self, what: str, *, where: str = "", remedy: str = "") -> None:
        self.what = what
        self.where = where
        self.remedy = remedy
        super().__init__((f"{where}: " if where else "") + what + (f" ({remedy})" if remedy else ""))


class PatternError(AngkaError):
    """A pattern pack that cannot be loaded: names the file and the rule in it."""


class SourceError(AngkaError):
    """An input that cannot be opened at all; single bad records become rejects instead."""


class OutputError(AngkaError):
    """An output folder that cannot or must not be written."""


class GoldError(AngkaError):
    """A gold file that does not follow the contract."""
