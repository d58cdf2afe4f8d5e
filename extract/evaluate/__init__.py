"""How good the table is: precision, recall and F1 against gold, the mistakes one by one, and what changed."""

from __future__ import annotations

from extract.evaluate.gold import DIMENSIONS, GoldArticle, GoldFact, read_gold
from extract.evaluate.mistakes import Mistake, find_mistakes
from extract.evaluate.predictions import predict, read_facts
from extract.evaluate.saved import Changes, as_record, compare, load, save
from extract.evaluate.score import EDGES, Band, Dimension, Judged, Match, Scores, Tally, judge, score

__all__ = [
    "DIMENSIONS",
    "EDGES",
    "Band",
    "Changes",
    "Dimension",
    "GoldArticle",
    "GoldFact",
    "Judged",
    "Match",
    "Mistake",
    "Scores",
    "Tally",
    "as_record",
    "compare",
    "find_mistakes",
    "judge",
    "load",
    "predict",
    "read_facts",
    "read_gold",
    "save",
    "score",
]
