"""The tables of areas as files: what a line may be, and the tables filled from them one line at a time."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import NamedTuple

from extract.errors import PatternError
from extract.model import Area, Level

AREA_LEVELS: tuple[Level, ...] = ("national", "province", "regency", "city")
ALIAS_KINDS = ("short", "clipping", "acronym", "spelling", "former", "nickname")

AREAS = ("areas.csv", ("code", "level", "name", "short", "province", "valid_from", "word"))
ALIASES = ("aliases.csv", ("alias", "codes", "kind", "valid_until", "word", "note"))
SEATS = ("seats.csv", ("town", "code", "word"))
BRANCHES = ("branches.csv", ("town", "code", "spellings"))
DECOYS = ("decoys.csv", ("phrase", "note"))
PEOPLE = ("people.csv", ("code", "most", "most_of_each"))


def fold(name: str) -> str:
    """The key of a name: case folded, every run of white space one blank.

    >>> fold("KULON  Progo")
    'kulon progo'
    """
    return " ".join(name.split()).casefold()


class Years(NamedTuple):
    """First and last year in which a name means an area, both inclusive; None where it is open."""

    first: int | None
    last: int | None

    def hold(self, year: int | None) -> bool:
        """Whether the name is in force in ``year``; without a year, whether it is today.

        >>> Years(None, 2017).hold(2017), Years(None, 2017).hold(2018), Years(None, 2017).hold(None)
        (True, False, False)
        """
        if year is None:
            return self.last is None
        return (self.first is None or year >= self.first) and (self.last is None or year <= self.last)


class Row(NamedTuple):
    """One line of a file: where it stands, for messages, and its cells in the order of the columns."""

    where: str
    cells: list[str]


class Build:
    """The tables while they are being filled, one line at a time; every method takes a line and may refuse it."""

    def __init__(self) -> None:
        self.areas: dict[str, Area] = {}
        self.since: dict[str, int] = {}
        self.names: dict[str, list[Area]] = {}
        self.years: dict[tuple[str, str], Years] = {}
        self.words: set[str] = set()
        self.seats: dict[str, Area] = {}
        self.branches: dict[str, str] = {}
        self.offices: dict[str, Area] = {}
        self.most: dict[str, float] = {}
        self.most_of_each: dict[str, float] = {}
        self.decoys: set[str] = set()
        self._aliases: set[str] = set()

    def area(self, row: Row) -> None:
        code, level, name, short, province, valid_from, word = row.cells
        if level not in AREA_LEVELS:
            raise PatternError(f"unknown level {level!r}", where=row.where, remedy="use " + ", ".join(AREA_LEVELS))
        if code in self.areas:
            raise PatternError(f"code {code!r} comes twice", where=row.where, remedy="one line for each area")
        if province != code[:2] or (level in ("regency", "city") and province not in self.areas):
            raise PatternError(
                f"area {code!r} is in province {province!r}", where=row.where, remedy="put it below its own province"
            )
        area = self.areas[code] = Area(code, name, level, short, province)
        since = _year(valid_from, row.where)
        if since is not None:
            self.since[code] = since
        self._name(fold(short), area, None)
        self._flag(fold(short), word, row.where)

    def alias(self, row: Row) -> None:
        alias, codes, kind, valid_until, word, _note = row.cells
        if kind not in ALIAS_KINDS:
            raise PatternError(f"unknown kind {kind!r}", where=row.where, remedy="use " + ", ".join(ALIAS_KINDS))
        if (kind == "former") != bool(valid_until):
            raise PatternError(
                f"alias {alias!r} is {kind} and valid until {valid_until or 'now'}",
                where=row.where,
                remedy="a former name has the last year it held, other names have none",
            )
        key = fold(alias)
        if key in self._aliases:
            raise PatternError(f"alias {alias!r} comes twice", where=row.where, remedy="one line, codes joined by ;")
        self._aliases.add(key)
        until = _year(valid_until, row.where)
        for code in codes.split(";"):
            self._name(key, self._known(code, f"alias {alias!r}", row.where), until)
        self._flag(key, word, row.where)

    def seat(self, row: Row) -> None:
        town, code, word = row.cells
        key = fold(town)
        if key in self.names or key in self.seats:
            raise PatternError(
                f"seat {town!r} is already a name", where=row.where, remedy="drop it, or name it in aliases.csv"
            )
        self.seats[key] = self._known(code, f"seat {town!r}", row.where)
        self._flag(key, word, row.where)

    def branch(self, row: Row) -> None:
        town, code, spellings = row.cells
        self.offices[town] = self._known(code, f"branch {town!r}", row.where)
        for spelling in (town, *filter(None, spellings.split(";"))):
            if self.branches.setdefault(fold(spelling), town) != town:
                raise PatternError(f"branch {spelling!r} comes twice", where=row.where, remedy="one line an office")

    def decoy(self, row: Row) -> None:
        phrase, _note = row.cells
        if fold(phrase) in self.names:
            raise PatternError(f"decoy {phrase!r} is an area's name", where=row.where, remedy="spell the longer phrase")
        self.decoys.add(fold(phrase))

    def people(self, row: Row) -> None:
        code, most, of_each = row.cells
        area = self._known(code, "a line of people", row.where)
        if not most.isdecimal() or (of_each and (area.level != "province" or not of_each.isdecimal())):
            raise PatternError(f"no people: {row.cells}", where=row.where, remedy="a number; of each of a province's")
        if code in self.most:
            raise PatternError(f"people of {code!r} come twice", where=row.where, remedy="one line for each area")
        self.most[code] = float(most)
        if of_each:
            self.most_of_each[code] = float(of_each)

    def _known(self, code: str, what: str, where: str) -> Area:
        area = self.areas.get(code)
        if area is None:
            raise PatternError(f"{what} has unknown code {code!r}", where=where, remedy="use a code of areas.csv")
        return area

    def _name(self, key: str, area: Area, until: int | None) -> None:
        areas = self.names.setdefault(key, [])
        if area in areas:
            return
        areas.append(area)
        since = self.since.get(area.code)
        if since is not None or until is not None:
            self.years[key, area.code] = Years(since, until)

    def _flag(self, key: str, word: str, where: str) -> None:
        if word == "1":
            self.words.add(key)
        elif word:
            raise PatternError(f"word is {word!r}", where=where, remedy="1 where the name is also a word, else empty")


def _year(cell: str, where: str) -> int | None:
    """A year of four digits, None for an empty cell."""
    if not cell:
        return None
    if len(cell) != 4 or not cell.isdecimal():
        raise PatternError(f"no year: {cell!r}", where=where, remedy="four digits, or leave it empty")
    return int(cell)


def each(folder: Path | Traversable, file: str, columns: tuple[str, ...], take: Callable[[Row], None]) -> None:
    """Hand every line of one file to ``take``."""
    for row in _rows(folder, file, columns):
        take(row)


def _rows(folder: Path | Traversable, file: str, columns: tuple[str, ...]) -> Iterator[Row]:
    """The lines of one CSV file below its header, with the file's path and line number."""
    path = folder / file
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise PatternError("cannot be read", where=str(path), remedy="restore the file") from error
    lines = csv.reader(text.splitlines())
    if next(lines, None) != list(columns):
        raise PatternError("wrong header", where=f"{path} line 1", remedy="the columns are " + ",".join(columns))
    for cells in lines:
        where = f"{path} line {lines.line_num}"
        if len(cells) != len(columns):
            raise PatternError(f"{len(cells)} cells", where=where, remedy=f"the columns are {','.join(columns)}")
        yield Row(where, cells)
