"""How good the table is: precision, recall and F1 against gold, the mistakes one by one, and what changed."""

from __future__ import annotations

from extract.evaluate.gold import DIMENSIONS, GoldArticle, GoldFact, read_gold
from extract.evaluate.mistakes import Mistake, find_mistakes
from extract.evaluate.predictions import Found, find_rows, predict, read_facts
from extract.evaluate.report import change_lines, mistake_lines, result_lines, score_lines
from extract.evaluate.saved import Change, Changes, as_record, changes_record, check_target, compare, load, save
from extract.evaluate.score import EDGES, Band, Dimension, Judged, Match, Scores, Tally, bands, judge, score
from extract.evaluate.whole import Result, evaluate, read_edges, result_of

__all__ = [
    "DIMENSIONS",
    "EDGES",
    "Band",
    "Change",
    "Changes",
    "Dimension",
    "Found",
    "GoldArticle",
    "GoldFact",
    "Judged",
    "Match",
    "Mistake",
    "Result",
    "Scores",
    "Tally",
    "as_record",
    "bands",
    "change_lines",
    "changes_record",
    "check_target",
    "compare",
    "evaluate",
    "find_mistakes",
    "find_rows",
    "judge",
    "load",
    "mistake_lines",
    "predict",
    "read_edges",
    "read_facts",
    "read_gold",
    "result_lines",
    "result_of",
    "save",
    "score",
    "score_lines",
]
