"""A pipeline of the real one's shape that reads one invented phrase, for tests of what lies around it.

«angka N» in a text that names «jkn» is a fact of N persons. Some words make it misbehave.
"""

from __future__ import annotations

import hashlib
import os
import re
import signal
import time
from pathlib import Path
from typing import NamedTuple

from extract.model import Article, ArticleDate, Extraction, Fact
from extract.run.engine import Knowledge

FAMILIES = {"participants": "participants", "coverage_pct": "percentages"}
_FIGURE = re.compile(r"angka (\d+)")


def a_fact(article_id: str = "a-1", surface: str = "12", **changes: object) -> Fact:
    """A fact with every column that must have a value."""
    fact = Fact(
        fact_id=hashlib.sha256(f"{article_id}{surface}".encode()).hexdigest()[:16],
        article_id=article_id,
        indicator="participants",
        unit="person",
        value=float(surface),
        value_low=None,
        value_high=None,
        qualifier="exact",
        status="actual",
        program="jkn",
        segment=None,
        care_class=None,
        facility_type=None,
        per=None,
        region_name="Kabupaten Contoh",
        region_code="99.01",
        region_level="regency",
        region_basis="clause",
        region_members=None,
        period_start=None,
        period_end=None,
        period_basis="unknown",
        speaker_name=None,
        speaker_role=None,
        sentence=f"angka {surface}",
        surface=surface,
        char_start=0,
        char_end=len(surface),
        in_title=False,
        mentions=1,
        pattern_id="fake.figure",
        confidence=0.5,
        flags=(),
    )
    return fact._replace(**changes)


class FakePipeline:
    topic_pattern = "(?i)jkn"

    def run(self, article: Article, *, explain: bool = False) -> Extraction:
        if "GAGAL" in article.text:
            raise RuntimeError("as the text asked")
        if "MATI" in article.text:
            os.kill(os.getpid(), signal.SIGKILL)
        if "SEKALI" in article.text and not Path(once := os.environ["ANGKA_TEST_ONCE"]).exists():
            Path(once).touch()
            os.kill(os.getpid(), signal.SIGKILL)
        if "LAMBAT" in article.text:
            time.sleep(60)
        facts = tuple(
            a_fact(article.article_id, m[1], char_start=m.start(1), char_end=m.end(1))
            for m in _FIGURE.finditer(article.text)
        )
        if "TAKHINGGA" in article.text:
            facts = tuple(fact._replace(value=float("inf")) for fact in facts)
        basis = "published" if article.published else "unknown"
        return Extraction(article, True, ArticleDate(article.published, basis), facts)


class FakeEngine(NamedTuple):
    """The engine of the fake pipeline."""

    folder: Path | None = None
    starts: bool = True

    def reader(self) -> FakePipeline:
        if not self.starts:
            raise RuntimeError("no reader today")
        return FakePipeline()

    def knowledge(self) -> Knowledge:
        return Knowledge("0" * 64, FAMILIES)


class DyingEngine(FakeEngine):
    """Kills its process while the reader is made, as the system does where memory runs out."""

    def reader(self) -> FakePipeline:
        os.kill(os.getpid(), signal.SIGKILL)
        return FakePipeline()
