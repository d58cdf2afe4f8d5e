"""Rows against gold: which facts were found, which rows nobody asked for, and what is wrong in those found.

A row finds a gold fact of its article where indicator, unit and value are the same; each fact and each row is used
once, and of several ways to pair them those go first that agree in most dimensions. A row that finds nothing is one
too many, unless an optional fact has its unit and value.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from extract.evaluate.gold import DIMENSIONS, GoldArticle, GoldFact
from extract.model import Fact

EDGES = (0.0, 0.7, 0.8, 0.9, 0.95, 1.0)
"""Where the five bands of confidence begin and end: narrower where most rows are."""


class Tally(NamedTuple):
    """True positives, false positives and false negatives, as counts, and what follows from them.

    >>> tally = Tally(8, 2, 0)
    >>> tally.precision, tally.recall, round(tally.f1, 3)
    (0.8, 1.0, 0.889)
    """

    tp: int
    fp: int
    fn: int

    @property
    def precision(self) -> float:
        """Share of what was said that is right; 1 where nothing was said."""
        return self.tp / (self.tp + self.fp) if self.tp + self.fp else 1.0

    @property
    def recall(self) -> float:
        """Share of what should have been said that was said; 1 where nothing should."""
        return self.tp / (self.tp + self.fn) if self.tp + self.fn else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


class Match(NamedTuple):
    """A gold fact, the row that found it, and each judged dimension with its verdict."""

    gold: GoldFact
    row: Fact
    verdicts: Mapping[str, bool]

    @property
    def wrong(self) -> tuple[str, ...]:
        """The dimensions in which the row is not what the gold says."""
        return tuple(name for name, right in self.verdicts.items() if not right)


class Judged(NamedTuple):
    """One article: facts found, facts missed, rows that nobody asked for."""

    gold: GoldArticle
    matches: tuple[Match, ...]
    missed: tuple[GoldFact, ...]
    extra: tuple[Fact, ...]


class Dimension(NamedTuple):
    """One dimension over the facts that were found: how many are right of those judged, and the tally of its values.

    The tally leaves out what is null on both sides: a value said and right, said and wrong, not said where gold has one
    (a wrong value is both a false positive and a false negative).
    """

    right: int
    judged: int
    values: Tally

    @property
    def accuracy(self) -> float:
        """Share of the judged that are right."""
        return self.right / self.judged if self.judged else 1.0


class Band(NamedTuple):
    """Rows whose confidence is from ``low`` to under ``high`` (1 is in the last band), and what became of them.

    ``found`` counts those with the right indicator, unit and value, ``right`` those right in every judged dimension;
    ``mean`` is the mean confidence, NaN in an empty band. Confidence means to be what ``precision`` is.
    """

    low: float
    high: float
    rows: int
    found: int
    right: int
    mean: float

    @property
    def precision(self) -> float:
        """Share of the rows with the right indicator, unit and value; NaN in an empty band.

        >>> Band(0.9, 1.0, 20, 19, 15, 0.94).precision
        0.95
        """
        return self.found / self.rows if self.rows else math.nan


class Scores(NamedTuple):
    """The whole result, without the articles.

    ``facts`` counts figures with the right indicator, ``rows`` those that are right in every judged dimension, too.
    """

    articles: int
    facts: Tally
    rows: Tally
    indicators: Mapping[str, Tally]
    dimensions: Mapping[str, Dimension]
    bands: tuple[Band, ...]


def judge(gold: GoldArticle, rows: Sequence[Fact]) -> Judged:
    """One article's rows against its gold."""
    pairs = []
    for at, fact in enumerate(gold.facts):
        for number, row in enumerate(rows):
            if _same_figure(fact, row):
                match = Match(fact, row, _verdicts(fact, row))
                pairs.append((-sum(match.verdicts.values()), at, number, match))
    pairs.sort(key=lambda pair: pair[:3])
    matches: dict[int, Match] = {}
    used: set[int] = set()
    for _, at, number, match in pairs:
        if at not in matches and number not in used:
            matches[at] = match
            used.add(number)
    missed = tuple(fact for at, fact in enumerate(gold.facts) if at not in matches)
    extra = tuple(row for number, row in enumerate(rows) if number not in used and not _allowed(row, gold.allowed))
    return Judged(gold, tuple(matches[at] for at in sorted(matches)), missed, extra)


def score(judged: Iterable[Judged], *, edges: Sequence[float] = EDGES) -> Scores:
    """The counts over some articles; ``edges`` are those of the bands of confidence."""
    articles = list(judged)
    matches = [match for article in articles for match in article.matches]
    missed = Counter(fact.indicator for article in articles for fact in article.missed)
    extra = Counter(row.indicator for article in articles for row in article.extra)
    found = Counter(match.gold.indicator for match in matches)
    right = sum(not match.wrong for match in matches)
    wrong = len(matches) - right
    return Scores(
        articles=len(articles),
        facts=Tally(len(matches), extra.total(), missed.total()),
        rows=Tally(right, extra.total() + wrong, missed.total() + wrong),
        indicators={name: Tally(found[name], extra[name], missed[name]) for name in sorted(found | missed | extra)},
        dimensions={name: _dimension(name, matches) for name in DIMENSIONS},
        bands=bands(_standings(articles), edges),
    )


def _same_figure(fact: GoldFact, row: Fact) -> bool:
    return (fact.indicator, fact.unit) == (row.indicator, row.unit) and math.isclose(fact.value, row.value)


def _allowed(row: Fact, allowed: Iterable[tuple[str, float]]) -> bool:
    return any(unit == row.unit and math.isclose(value, row.value) for unit, value in allowed)


def _verdicts(fact: GoldFact, row: Fact) -> dict[str, bool]:
    return {name: _comparable(name, want) == _comparable(name, said(row, name)) for name, want in fact.says.items()}


def said(row: Fact, dimension: str) -> object:
    """What a row says in one dimension, the way gold writes it; None where it says nothing."""
    if dimension == "region":
        return row.region_name or None
    if dimension == "period":
        return (row.period_start, row.period_end) if row.period_start or row.period_end else None
    return getattr(row, dimension) or None


def _comparable(dimension: str, value: object) -> object:
    if dimension == "region":
        return str(value or "").casefold()
    if dimension == "region_members":
        # Gold may name the members where the table has their codes, so what is compared is how many they are.
        return len(value) if isinstance(value, Sequence) else 0
    return value


def _dimension(name: str, matches: Iterable[Match]) -> Dimension:
    right = judged = tp = fp = fn = 0
    for match in matches:
        if name not in match.verdicts:
            continue
        judged += 1
        right += match.verdicts[name]
        want, have = match.gold.says[name], said(match.row, name)
        tp += match.verdicts[name] and want is not None
        fp += not match.verdicts[name] and have is not None
        fn += not match.verdicts[name] and want is not None
    return Dimension(right, judged, Tally(tp, fp, fn))


def _standings(judged: Iterable[Judged]) -> Iterator[tuple[float, bool, bool]]:
    """Confidence of each row, whether it found a fact, and whether it is right in every judged dimension."""
    for article in judged:
        yield from ((match.row.confidence, True, not match.wrong) for match in article.matches)
        yield from ((row.confidence, False, False) for row in article.extra)


def bands(standings: Iterable[tuple[float, bool, bool]], edges: Sequence[float] = EDGES) -> tuple[Band, ...]:
    """Rows by confidence; each is given as its confidence, whether it found a fact, whether it is right throughout."""
    rows = list(standings)
    found = []
    for low, high in pairwise(edges):
        # Confidence is kept in single precision, where 0.7 is a little less; NaN (a table without it) is in no band.
        inside = [row for row in rows if low <= round(row[0], 6) < high or (row[0] == high == edges[-1])]
        mean = sum(row[0] for row in inside) / len(inside) if inside else math.nan
        found.append(Band(low, high, len(inside), sum(row[1] for row in inside), sum(row[2] for row in inside), mean))
    return tuple(found)
