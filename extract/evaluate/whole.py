"""The whole evaluation in one step: gold in, scores, mistakes and the result as data out."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

from extract.errors import GoldError
from extract.evaluate.gold import GoldArticle, read_gold
from extract.evaluate.mistakes import Explain, Mistake, find_mistakes
from extract.evaluate.names import Names
from extract.evaluate.predictions import Found, find_rows, predict
from extract.evaluate.saved import as_record
from extract.evaluate.score import EDGES, Judged, Scores, judge, score
from extract.model import Fact
from extract.patterns import Pack, load_pack
from extract.run.engine import PatternEngine, Reader


class Result(NamedTuple):
    """An evaluation: article by article, in counts, mistake by mistake, and as one JSON object.

    ``absent`` are the ids of the gold articles that the judged table does not hold: all their facts count as missed.
    """

    judged: tuple[Judged, ...]
    scores: Scores
    mistakes: tuple[Mistake, ...]
    record: dict[str, Any]
    absent: tuple[str, ...] = ()


def evaluate(
    gold: Path | str,
    *,
    facts: Path | str | None = None,
    patterns: Path | None = None,
    edges: Sequence[float] = EDGES,
    explain: bool = True,
) -> Result:
    """Judge the rows of a facts table, or, without one, what the pipeline reads off the gold's own texts.

    With ``explain`` a missed fact says what became of its number, where the pipeline did the reading. Raises GoldError
    for the gold, SourceError for the table, PatternError for the pack.
    """
    pack = load_pack(patterns)
    articles = read_gold(gold, names=Names(pack))
    reader: Reader | None = None
    if facts is None:
        reader = PatternEngine(patterns).reader()
        found = Found(predict(articles, reader), ())
    else:
        found = find_rows(articles, facts)
    explainer = _explainer(reader) if explain else None
    result = result_of(Path(gold).name, articles, found.rows, edges=edges, explain=explainer, pack=pack)
    if not found.absent:
        return result
    return result._replace(record={**result.record, "absent": list(found.absent)}, absent=found.absent)


def result_of(
    name: str,
    gold: Sequence[GoldArticle],
    rows: dict[str, tuple[Fact, ...]],
    *,
    edges: Sequence[float] = EDGES,
    explain: Explain | None = None,
    pack: Pack | None = None,
) -> Result:
    """Judge rows, by article id, that are in memory; ``pack`` as :func:`find_mistakes` takes it."""
    judged = tuple(judge(entry, rows.get(entry.article.article_id, ())) for entry in gold)
    scores = score(judged, edges=edges)
    mistakes = tuple(find_mistakes(judged, explain, pack))
    return Result(judged, scores, mistakes, as_record(name, scores, judged, mistakes))


def _explainer(reader: Reader | None) -> Explain | None:
    if reader is None:
        return None
    return lambda article: reader.run(article, explain=True).decisions


def read_edges(written: str | None) -> tuple[float, ...]:
    """The edges of the bands of confidence as the command takes them; GoldError where they do not go up from 0 to 1.

    >>> read_edges("0, 0.5, 1")
    (0.0, 0.5, 1.0)
    """
    if written is None:
        return EDGES
    try:
        edges = tuple(float(part) for part in written.split(","))
    except ValueError:
        edges = (math.nan,)
    if len(edges) < 2 or (edges[0], edges[-1]) != (0.0, 1.0) or not all(low < high for low, high in pairwise(edges)):
        raise GoldError(
            f"{written!r} are no edges", where="--bands", remedy="give numbers going up from 0 to 1: 0,0.5,1"
        )
    return edges
