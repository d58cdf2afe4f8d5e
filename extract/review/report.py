"""A finished run as one page to read: each figure in its sentence, and under it the rows that were made of it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from importlib.resources import files
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

import pyarrow as pa
import pyarrow.compute as pc
from jinja2 import Environment, StrictUndefined

from extract.errors import OutputError, SourceError
from extract.model import Fact
from extract.tables.finished import FinishedRun
from extract.tables.folder import REPORT_FILE

_BANDS = (("sure", 0.9), ("fair", 0.7), ("weak", 0.0))
_TEMPLATE = "report.html"
_PAGE = b"<!doctype html"
_OTHER = "name another file with --out"
_LINKS = ("http://", "https://")


class Choice(NamedTuple):
    """Which facts a page shows; nothing said means all. ``region`` is a code, for all areas in it, or part of a name.

    ``below`` leaves those whose confidence is less.
    """

    indicators: Sequence[str] = ()
    region: str | None = None
    below: float | None = None

    def condition(self) -> pc.Expression | None:
        """The same as Arrow puts it."""
        asked = []
        if self.indicators:
            asked.append(pc.field("indicator").cast(pa.string()).isin(list(self.indicators)))
        if self.region is not None:
            region = self.region.strip()
            if region[:1].isdigit():
                code = pc.field("region_code")
                asked.append((code == region) | pc.starts_with(code, f"{region}."))
            else:
                asked.append(pc.match_substring(pc.field("region_name"), region, ignore_case=True))
        if self.below is not None:
            asked.append(pc.field("confidence") < self.below)
        condition = None
        for one in asked:
            condition = one if condition is None else condition & one
        return condition


class Written(NamedTuple):
    """What a page holds: facts of so many articles in all, and how many of these articles are shown with theirs."""

    path: Path
    facts: int
    articles: int
    shown: int


class Part(NamedTuple):
    """Some words of a sentence; those of a figure with its number on the page and how sure its row is."""

    words: str
    number: int | None = None
    band: str = ""


class Told(NamedTuple):
    """A row, the number of its figure on the page, and how sure it is."""

    fact: Fact
    number: int
    band: str


class Passage(NamedTuple):
    """A sentence in parts, and the rows that were read from it."""

    parts: tuple[Part, ...]
    rows: tuple[Told, ...]


def write_report(folder: Path, out: Path | None = None, *, choice: Choice | None = None, limit: int = 500) -> Written:
    """Write the page of the run in ``folder`` to ``out``, or beside the run's tables; the same run gives the same page.

    The overview counts all facts of the ``choice``; the articles follow in the order of the run, the first ``limit`` of
    them (500 take some four megabytes).

    Raises SourceError for a folder without a finished and whole run and for a choice that no fact answers to,
    OutputError where the page cannot be written, or would take the place of a file that is no page.
    """
    path = out or folder / REPORT_FILE
    _check_target(path)
    run = FinishedRun(folder)
    run.check()
    _check_indicators(run, choice)
    condition = choice.condition() if choice is not None else None
    table = run.facts(
        ("article_id", "indicator", "region_code", "period_start", "period_end", "confidence", "flags"), condition
    )
    if condition is not None and not table.num_rows:
        what = "holds no fact that answers to the choice"
        raise SourceError(what, where=str(folder), remedy="check --indicator, --region and --below")
    ids: list[str] = pc.unique(table["article_id"]).to_pylist()
    shown = ids[:limit]
    articles = run.articles(shown)
    page = _environment().from_string(files("extract.review").joinpath(_TEMPLATE).read_text(encoding="utf-8"))
    _write(
        path,
        page.generate(
            run=run.record,
            choice=choice or Choice(),
            facts=table.num_rows,
            articles=len(ids),
            shown=len(shown),
            overview=list(_overview(table)),
            pages=_pages(run.facts_of(shown, condition), articles),
            bands=_BANDS,
        ),
    )
    return Written(path, table.num_rows, len(ids), len(shown))


def passages(text: str, facts: Iterable[Fact], first: int = 1) -> Iterator[Passage]:
    """The sentences of a text that facts were read from, in order; figures are numbered from ``first`` on.

    A figure that several rows were made of (one an area) has one number.
    """
    placed = sorted(((_sentence(text, fact), fact) for fact in facts), key=lambda one: (one[0][0], one[1].char_start))
    for start, group in groupby(placed, key=lambda one: one[0][0]):
        rows = list(group)
        numbers = {place: first + at for at, place in enumerate(dict.fromkeys(_place(fact) for _, fact in rows))}
        first += len(numbers)
        told = tuple(Told(fact, numbers[_place(fact)], band(fact.confidence)) for _, fact in rows)
        yield Passage(tuple(_parts(text, start, max(end for (_, end), _ in rows), told)), told)


def band(confidence: float) -> str:
    """How sure a row is, in a word: as the page shows it, with two digits.

    >>> band(0.896), band(0.4)
    ('sure', 'weak')
    """
    return next(name for name, least in _BANDS if round(confidence, 2) >= least)


def _pages(facts: Iterable[Fact], articles: dict[str, dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """What the template shows of each article."""
    for number, (article_id, rows) in enumerate(groupby(facts, key=lambda fact: fact.article_id), start=1):
        article = articles[article_id]
        url = article.get("url") or ""
        yield {
            "number": number,
            "article": article,
            "link": url if url.startswith(_LINKS) else "",
            "passages": list(passages(article["text"], rows)),
        }


def _overview(table: pa.Table) -> Iterator[dict[str, Any]]:
    """A row for each indicator, by its name."""
    flagged = pc.greater(pc.list_value_length(table["flags"]), 0).cast(pa.int64())
    grouped = table.append_column("flagged", flagged).group_by("indicator")
    counted = grouped.aggregate(
        [
            ("indicator", "count"),
            ("region_code", "count_distinct", pc.CountOptions(mode="only_valid")),
            ("period_start", "min"),
            ("period_end", "max"),
            ("confidence", "mean"),
            ("flagged", "sum"),
        ]
    )
    yield from sorted(counted.to_pylist(), key=lambda row: row["indicator"])


def _sentence(text: str, fact: Fact) -> tuple[int, int]:
    """Where a fact's sentence stands: where it reads so around the figure."""
    start = text.find(fact.sentence, max(0, fact.char_end - len(fact.sentence)), fact.char_start + len(fact.sentence))
    return (start, start + len(fact.sentence)) if start >= 0 else (fact.char_start, fact.char_end)


def _place(fact: Fact) -> tuple[int, int]:
    return fact.char_start, fact.char_end


def _parts(text: str, start: int, end: int, told: Sequence[Told]) -> Iterator[Part]:
    """The words from ``start`` to ``end``, parted at the figures."""
    at = start
    for row in told:
        if row.fact.char_start >= at:
            yield Part(text[at : row.fact.char_start])
            yield Part(text[row.fact.char_start : row.fact.char_end], row.number, row.band)
            at = row.fact.char_end
    yield Part(text[at:end])


def _environment() -> Environment:
    made = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    made.filters["number"] = lambda value: f"{value:,.15g}"
    return made


def _check_indicators(run: FinishedRun, choice: Choice | None) -> None:
    """Refuse an indicator that the table has no fact of, and name those that it has."""
    if choice is None or not choice.indicators:
        return
    known = sorted(pc.unique(run.facts(("indicator",))["indicator"]).to_pylist())
    for name in choice.indicators:
        if name not in known:
            remedy = f"name some of: {', '.join(known) or 'none, for the table has no facts'}"
            raise SourceError(f"the table has no fact of {name!r}", where="--indicator", remedy=remedy)


def _check_target(path: Path) -> None:
    """Refuse to put the page where something else stands: the run's own tables, or anybody's articles."""
    if not path.is_file():
        return
    try:
        with path.open("rb") as file:
            begins = file.read(len(_PAGE))
    except OSError as why:
        raise _unwritable(path, why) from why
    if begins and begins.lower() != _PAGE:
        what = "holds something else than a page, which would be lost"
        raise OutputError(what, where=str(path), remedy=_OTHER)


def _unwritable(path: Path, why: OSError) -> OutputError:
    return OutputError(f"cannot be written: {why.strerror or why}", where=str(path), remedy=_OTHER)


def _write(path: Path, pieces: Iterable[str]) -> None:
    """All of the page or nothing: it is written beside its place first."""
    beside = path.with_name(f".{path.name}.part")
    try:
        with beside.open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(pieces)
        os.replace(beside, path)
    except OSError as why:
        beside.unlink(missing_ok=True)
        raise _unwritable(path, why) from why
