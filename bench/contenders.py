"""What Angka is measured against, each over the same Parquet file, in documents a second of processor time."""

from __future__ import annotations

import importlib
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from bench.sets import area_names
from extract.run.engine import Engine, Knowledge, PatternEngine, Reader
from extract.run.local import run_local

_ROWS = 1024
_SCALES = ("ribu", "juta", "miliar", "triliun", "rb", "jt")
_UNITS = ("jiwa", "orang", "peserta", "persen", "kk", "faskes", "puskesmas", "desa")


class Timing(NamedTuple):
    """Documents read and the processor seconds that it took, all threads of the process together."""

    documents: int
    seconds: float

    @property
    def speed(self) -> float:
        return self.documents / self.seconds


class Ready(NamedTuple):
    """An engine whose reader is made already: what starting costs is measured elsewhere."""

    made: Reader
    known: Knowledge

    def reader(self) -> Reader:
        """See ``extract.run.engine.Engine``."""
        return self.made

    def knowledge(self) -> Knowledge:
        """See ``extract.run.engine.Engine``."""
        return self.known


def ready_engine() -> Engine:
    """The pipeline over the pack that came along, made."""
    engine = PatternEngine()
    return Ready(engine.reader(), engine.knowledge())


def angka(path: Path) -> Timing:
    """The whole command in one process: Parquet in, the four files of a finished run out."""
    engine = ready_engine()
    with tempfile.TemporaryDirectory() as folder:
        started = time.process_time()
        report = run_local([path], Path(folder, "out"), processes=1, engine=engine)
        return Timing(report.articles, time.process_time() - started)


def read_and_screen(path: Path) -> Timing:
    """The practical limit: reading the text column and searching it for the topic words with RE2, in Arrow."""
    pattern = PatternEngine().reader().topic_pattern
    pa.set_cpu_count(1)
    documents = 0
    started = time.process_time()
    with pq.ParquetFile(path, pre_buffer=False) as file:
        for batch in file.iter_batches(batch_size=_ROWS, columns=["text"], use_threads=False):
            pc.sum(pc.match_substring_regex(batch.column(0), pattern)).as_py()
            documents += batch.num_rows
    return Timing(documents, time.process_time() - started)


def spacy_full(path: Path) -> Timing:
    """``spacy.blank("id")``, the sentencizer and an EntityRuler of number patterns and area names."""
    import spacy

    nlp = spacy.blank("id")
    nlp.add_pipe("sentencizer")
    ruler: Any = nlp.add_pipe("entity_ruler")
    ruler.add_patterns([*_number_patterns(), *({"label": "AREA", "pattern": name} for name in area_names())])
    return _pipe(nlp, path)


def _number_patterns() -> list[dict[str, Any]]:
    """46 token patterns: a number, a scale word or none, a unit."""
    number = {"LIKE_NUM": True}
    scaled = [[number, {"LOWER": scale}, {"LOWER": unit}] for scale in _SCALES[:4] for unit in _UNITS]
    bare = [[number, {"LOWER": unit}] for unit in _UNITS]
    money = [[{"LOWER": "rp"}, number, {"LOWER": scale}] for scale in _SCALES]
    return [{"label": "FIGURE", "pattern": pattern} for pattern in (*scaled, *bare, *money)]


def edsnlp(path: Path) -> Timing:
    """EDS-NLP with its rules for sentences, terms, quantities, dates, negation and hypothesis."""
    library: Any = importlib.import_module("edsnlp")  # only where somebody has installed it

    nlp = library.blank("eds")
    for name in ("eds.normalizer", "eds.sentences"):
        nlp.add_pipe(name)
    nlp.add_pipe("eds.matcher", config={"terms": {"area": area_names()}})
    for name in ("eds.quantities", "eds.dates", "eds.negation", "eds.hypothesis", "eds.family"):
        nlp.add_pipe(name)
    return _pipe(nlp, path)


def _pipe(nlp: Any, path: Path) -> Timing:
    texts = list(_texts(path))
    for _ in nlp.pipe(texts[:20]):
        pass
    started = time.process_time()
    for doc in nlp.pipe(texts):
        list(doc.ents)
    return Timing(len(texts), time.process_time() - started)


def _texts(path: Path) -> Iterator[str]:
    with pq.ParquetFile(path) as file:
        for batch in file.iter_batches(batch_size=_ROWS, columns=["text"]):
            yield from batch.column(0).to_pylist()


CONTENDERS: dict[str, Callable[[Path], Timing]] = {
    "angka": angka,
    "spacy_full": spacy_full,
    "edsnlp": edsnlp,
    "read_and_screen": read_and_screen,
}
