"""What a run on Spark leaves: three folders of Parquet files, and ``run.json`` beside them.

All of it is written into a hidden folder of the target and put in place when the run has finished.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import nullcontext, suppress
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

import extract
from extract.errors import OutputError
from extract.run.engine import Knowledge, libraries
from extract.tables import SCHEMA_VERSION
from extract.tables.folder import PROGRAM, REPORT_FILE, RUN_FILE

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

_TABLES = {"fact": "facts", "article": "articles", "reject": "rejects"}
_PARTS = (*(f"{name}.parquet" for name in _TABLES.values()), RUN_FILE)
_LOCAL = "file://"
_STAGING, _COMMIT = ".angka-staging", ".angka-commit"
PLACE = ("source", "record")
"""The columns that put rows in the order of the input."""


class Staged:
    """The folder that a run is written into, and the one that it goes to: ``target``, Spark's name of it.

    Entering clears what a run that was killed has left, or finishes it where it was being put in place. Leaving without
    ``commit`` leaves the target as it was.
    """

    def __init__(self, spark: SparkSession, target: str) -> None:
        hadoop = spark._jvm.org.apache.hadoop.fs
        self.folder = f"{target}/{_STAGING}"
        self._target = target
        self._path = hadoop.Path
        self._files = hadoop.Path(target).getFileSystem(spark._jsc.hadoopConfiguration())

    def __enter__(self) -> Staged:
        self._made = not self._files.exists(self._at(""))
        self._finish_commit()
        self._delete(_STAGING)
        return self

    def commit(self) -> None:
        """Put what was written in place, ``run.json`` last."""
        self._rename(_STAGING, _COMMIT)  # from here on the run has happened: whoever comes next finishes it
        self._finish_commit()

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        with suppress(Exception) if kind else nullcontext():  # the error that is on its way is the one to tell
            self._delete(_STAGING)
            if kind and self._made:
                self._files.delete(self._at(""), False)  # which fails where the run was put in place before the error

    def _finish_commit(self) -> None:
        if not self._files.exists(self._at(_COMMIT)):
            return
        self._delete(REPORT_FILE)  # it is an earlier run's
        for name in _PARTS:
            if self._files.exists(self._at(f"{_COMMIT}/{name}")):
                self._delete(name)
                self._rename(f"{_COMMIT}/{name}", name)
        self._delete(_COMMIT)

    def _at(self, name: str) -> Any:
        return self._path(f"{self._target}/{name}" if name else self._target)

    def _delete(self, name: str) -> None:
        self._files.delete(self._at(name), True)

    def _rename(self, name: str, new: str) -> None:
        if not self._files.rename(self._at(name), self._at(new)):
            what = f"{name} cannot be renamed to {new}"
            raise OutputError(what, where=self._target, remedy="check that it may be written to, and run again")


def target_of(out: str | Path) -> str:
    """Spark's name of the folder. OutputError for one that holds something else than a run on Spark."""
    if "://" in str(out):
        return str(out).rstrip("/")
    folder = Path(out).resolve()
    ours = {*_PARTS, REPORT_FILE, _STAGING, _COMMIT, "README.md", ".gitignore"}
    strange = [path.name for path in folder.iterdir() if path.name not in ours] if folder.is_dir() else []
    if strange or folder.is_file() or any((folder / f"{name}.parquet").is_file() for name in _TABLES.values()):
        what = f"holds what no run on Spark has written ({', '.join(strange[:3]) or 'files of a local run'})"
        raise OutputError(what, where=str(out), remedy="name an empty or a new folder with --out")
    return f"{_LOCAL}{folder.as_posix()}"  # no URI: Hadoop takes «%C3%A9» for the name itself


def write_tables(rows: DataFrame, folder: str) -> dict[str, Any]:
    """Write into a folder the three tables, each in the order of the input, and count what is in them."""
    from pyspark.sql import functions as f

    for kind, name in _TABLES.items():
        one = rows.where(f"{kind} is not null").orderBy(*PLACE, "nth").select(f"{kind}.*")
        one.write.mode("overwrite").option("compression", "zstd").parquet(f"{folder}/{name}.parquet")
    articles = rows.where("article is not null").agg(
        f.count("*"), f.count_if("article.on_topic"), f.count_if(f.col("article.facts") > 0)
    )
    total, on_topic, with_facts = articles.first() or (0, 0, 0)
    indicators = rows.where("fact is not null").groupBy("fact.indicator").count().collect()
    reasons = rows.where("reject is not null").groupBy("reject.reason").count().collect()
    return {
        "articles": total,
        "on_topic": on_topic,
        "with_facts": with_facts,
        "facts": sum(row["count"] for row in indicators),
        "facts_by_indicator": {row["indicator"]: row["count"] for row in sorted(indicators)},
        "rejects": sum(row["count"] for row in reasons),
        "rejects_by_reason": {row["reason"]: row["count"] for row in sorted(reasons)},
    }


def write_record(folder: str, names: list[str], counts: Mapping[str, Any], knowledge: Knowledge) -> None:
    """Write ``run.json`` into a folder of this machine; other file systems have none."""
    if not folder.startswith(_LOCAL):
        return
    record = {
        "program": PROGRAM,
        "angka": extract.__version__,
        "schema": SCHEMA_VERSION,
        "patterns": knowledge.pack_hash,
        "libraries": libraries("pyspark"),
        "inputs": {"named": names},
        "counts": counts,
    }
    text = json.dumps(record, indent=2, ensure_ascii=False) + "\n"
    Path(folder.removeprefix(_LOCAL), RUN_FILE).write_text(text, encoding="utf-8", newline="\n")
