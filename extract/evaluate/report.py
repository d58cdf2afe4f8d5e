"""The result as lines to print: mistakes, tables, what changed."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence

from extract.evaluate.mistakes import Mistake
from extract.evaluate.saved import Changes, plain_value
from extract.evaluate.score import Scores, Tally
from extract.review.lines import Line, table

_STYLES = {"missed": "yellow", "extra": "magenta", "wrong": "cyan"}
_COUNTS = ("tp", "fp", "fn", "precision", "recall", "F1")


def result_lines(scores: Scores, mistakes: Sequence[Mistake], changes: Changes | None) -> Iterator[Line]:
    """All of a result: the mistakes, the scores, and what changed where it was compared."""
    if mistakes:
        yield from mistake_lines(mistakes)
        yield ()
    yield from score_lines(scores)
    if changes is not None:
        yield ()
        yield from change_lines(changes)


def mistake_lines(mistakes: Iterable[Mistake]) -> Iterator[Line]:
    """Each mistake with its sentence."""
    for mistake in mistakes:
        figure = f"{mistake.indicator} = {mistake.value:,.15g} {mistake.unit}, «{' '.join(mistake.surface.split())}»"
        yield ((f"{mistake.kind:<7}", _STYLES[mistake.kind]), (f"{mistake.article_id}  ", "dim"), (figure, "bold"))
        for wrong in mistake.dimensions:
            yield ((f"        {wrong.name}: should be {_shown(wrong.want)}, is {_shown(wrong.have)}", ""),)
        if mistake.why:
            yield ((f"        {mistake.why}", ""),)
        yield ((f"        {' '.join(mistake.sentence.split())}", "dim"),)


def score_lines(scores: Scores) -> Iterator[Line]:
    """The tables by indicator, dimension and band of confidence, and the totals last."""
    yield (("By indicator", "bold"),)
    yield from table(["", *_COUNTS], ([name, *_tally(tally)] for name, tally in scores.indicators.items()))
    yield ()
    yield (("By dimension, of the facts that were found", "bold"),)
    found = ((name, one) for name, one in scores.dimensions.items() if one.judged)
    head = ["", "judged", "right", "share", *_COUNTS]
    yield from table(
        head, ([name, f"{d.judged}", f"{d.right}", f"{d.accuracy:.4f}", *_tally(d.values)] for name, d in found)
    )
    yield ()
    yield (("By confidence: its mean beside the share of facts and of rows that are right", "bold"),)
    yield from table(["", "rows", "mean", "precision", "fact right", "row right", "share"], _bands(scores))
    yield ()
    rows = [["fact", *_tally(scores.facts)], ["row", *_tally(scores.rows)]]
    yield ((f"Of {scores.articles} articles and {scores.facts.tp + scores.facts.fn} facts", "bold"),)
    yield from table(["", *_COUNTS], rows)


def change_lines(changes: Changes) -> Iterator[Line]:
    """What got better and what got worse."""
    yield ((f"Against the earlier result: {len(changes.gains)} better, {len(changes.losses)} worse", "bold"),)
    for sign, style, found in (("+", "green", changes.gains), ("-", "red", changes.losses)):
        for change in found:
            moved = f"  {change.before} -> {change.now}"
            yield ((f"  {sign} ", style), (f"{change.article_id}  ", "dim"), (change.fact, ""), (moved, style))


def _bands(scores: Scores) -> Iterator[list[str]]:
    for band in scores.bands:
        shares = band.mean, band.precision, band.right / band.rows if band.rows else math.nan
        mean, precision, share = ("" if math.isnan(shown) else f"{shown:.3f}" for shown in shares)
        counts = f"{band.found}", f"{band.right}"
        yield [f"{band.low:g} to {band.high:g}", f"{band.rows}", mean, precision, *counts, share]


def _tally(tally: Tally) -> list[str]:
    shares = (tally.precision, tally.recall, tally.f1)
    return [f"{tally.tp}", f"{tally.fp}", f"{tally.fn}", *(f"{share:.4f}" for share in shares)]


def _shown(value: object) -> str:
    plain = plain_value(value)
    return "nothing" if plain is None else ", ".join(plain) if isinstance(plain, list) else str(plain)
