"""How well the pipeline reads the measuring texts beside the checkout; skipped where they are absent."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from reader import judged, pipeline

from extract.evaluate import score
from extract.sources import normalise

pytestmark = pytest.mark.shared

# gold file: F1 of facts, F1 of rows that are right in every dimension
FLOORS = {"seeds": (0.985, 0.970), "dev": (0.965, 0.915)}
MOST_FALSE_ON_OTHER_NEWS = 0


@pytest.mark.parametrize("name", FLOORS)
def test_facts_are_found(shared: Path, name: str) -> None:
    reached = score(judged(shared / "gold" / f"{name}.jsonl")).facts
    assert reached.f1 >= FLOORS[name][0], reached


@pytest.mark.parametrize("name", FLOORS)
def test_rows_are_right_in_every_dimension(shared: Path, name: str) -> None:
    reached = score(judged(shared / "gold" / f"{name}.jsonl")).rows
    assert reached.f1 >= FLOORS[name][1], reached


def test_news_of_other_subjects_makes_no_facts(shared: Path) -> None:
    file = shared / "negative" / "news.jsonl.gz"
    if not file.is_file():
        pytest.skip("no ../shared/negative here")
    false = []
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            record, _ = normalise(json.loads(line), source=file.name, record=number)
            if record is not None:
                found = pipeline().run(record.article()).facts
                false += [(record.article_id, fact.pattern_id, fact.surface) for fact in found]
    assert len(false) <= MOST_FALSE_ON_OTHER_NEWS, false
