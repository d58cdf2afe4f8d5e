"""A whole run on Spark, for what outgrows one machine: Parquet in, Parquet out, the rows that a local run gives.

Needs the extra ``spark`` (pyspark 4, which needs Java 17 or newer). No pandas takes part.
"""

from __future__ import annotations

import json
import os
import re
import sys
import time
import warnings
from collections.abc import Iterable, Mapping, MutableMapping
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa

import extract
from extract.errors import AngkaError, OutputError, SourceError
from extract.run.engine import Knowledge, PatternEngine, libraries
from extract.run.local import Report
from extract.run.partition import FILE, RESULT, ROW, Place, ShippedPack, Task
from extract.sources import MAX_CHARACTERS, find_inputs
from extract.tables import SCHEMA_VERSION
from extract.tables.folder import REPORT_FILE

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

_FIELDS = ("id", "text", "title", "url", "outlet", "published")
_TWIN = "the first article of this id was kept: "
_TABLES = {"fact": "facts", "article": "articles", "reject": "rejects"}
_PLACE = ("source", "record")
_PIECES = 8
_SETTINGS = {
    "spark.sql.session.timeZone": "UTC",  # a day is the one that the value itself names
    "spark.sql.execution.arrow.maxRecordsPerBatch": "256",
    "spark.sql.files.maxPartitionBytes": "16m",  # as packed on the disk: some ten thousand articles
}
"""Where whoever started Spark has not said otherwise."""
_SPARK_TYPES = {"int8": "tinyint", "int16": "smallint", "int32": "int", "int64": "bigint", "bool": "boolean"}
_SPARK_TYPES |= {"date32[day]": "date"}


def run_spark(
    named: Iterable[str | Path],
    out: str | Path,
    *,
    master: str | None = None,
    engine: PatternEngine | None = None,
    limit: int = MAX_CHARACTERS,
) -> Report:
    """Read the named Parquet files, folders and globs and leave three folders of Parquet files and run.json in ``out``.

    Names with a scheme («s3a://…», «hdfs://…») go to Spark as they are; all others, and ``out``, have to lead to the
    same place on every machine. ``master`` is Spark's; None takes the one that spark-submit or the platform set.

    Raises SourceError for input that is not there or no Parquet, PatternError for a pack that cannot be loaded,
    OutputError for a folder that holds something else, and AngkaError where pyspark is not installed.
    """
    started = time.perf_counter()
    engine = engine or PatternEngine()
    names = [str(name) for name in named]
    paths, place, files = _inputs(names)
    knowledge = engine.knowledge()
    target = _target(out)
    spark, ours = _session(master)
    try:
        spark.sparkContext.setLogLevel("ERROR")
        shipped = spark.sparkContext.broadcast(_pack_files(engine))
        task = Task(ShippedPack(knowledge.pack_hash, _Value(shipped)), place, limit)
        raw = _raw(spark, paths)
        # What comes out is a small part of what goes in: more pieces than that would cost more than they save.
        spark.conf.set("spark.sql.shuffle.partitions", str(max(_PIECES, raw.rdd.getNumPartitions())))
        rows = extract_frame(raw, task)
        counts = _write(rows, target)
        _write_record(out, names, counts, knowledge)
    finally:
        if ours:
            spark.stop()
    return _report(counts, knowledge, files, time.perf_counter() - started)


class _Value:
    """What a broadcast holds, on the machine where it is asked for."""

    def __init__(self, shipped: Any) -> None:
        self._shipped = shipped

    def __call__(self) -> Mapping[str, bytes]:
        files: Mapping[str, bytes] = self._shipped.value
        return files


def extract_frame(raw: DataFrame, task: Task) -> DataFrame:
    """Everything that comes of a frame of raw records with ``FILE`` and ``ROW``, kept on the disks of the cluster.

    The columns are those of ``partition.RESULT``. Articles whose id an earlier one has are rejects, whatever partition
    the two are in.
    """
    from pyspark import StorageLevel
    from pyspark.sql import Window
    from pyspark.sql import functions as f

    # Read once, written three times; what a lost worker held is made again.
    columns = ", ".join(f"{field.name} {spark_type(field.type)}" for field in RESULT)
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="PySpark does not yet fully support pandas")  # none takes part
        rows = raw.mapInArrow(task, columns).persist(StorageLevel.DISK_ONLY)
    first_come = Window.partitionBy("seen").orderBy(*_PLACE)
    ranked = rows.where("seen is not null").withColumn("rank", f.row_number().over(first_come))
    twins = ranked.where("rank > 1").select(*_PLACE, "seen").persist(StorageLevel.DISK_ONLY)
    others = rows.where("seen is null")
    if twins.isEmpty():
        return others
    early = others.where("reject is not null and reject.reason != 'extraction_failed'")
    kept = others.join(twins, [*_PLACE], "left_anti").unionByName(early.join(twins, [*_PLACE], "left_semi"))
    reject = ["source", "record", f.lit("duplicate_id").alias("reason"), f.concat(f.lit(_TWIN), "seen").alias("detail")]
    # Behind what was wrong with the record itself, as in a local run.
    late = twins.select(*_PLACE, f.lit(1).alias("nth"), f.struct(*reject).alias("reject"))
    return kept.unionByName(late, allowMissingColumns=True)


def spark_type(kind: pa.DataType) -> str:
    """The name that Spark's SQL has for an Arrow type.

    >>> import pyarrow as pa
    >>> spark_type(pa.struct([("a", pa.int8()), ("b", pa.list_(pa.string()))]))
    'struct<a: tinyint, b: array<string>>'
    """
    if isinstance(kind, pa.StructType):
        return f"struct<{', '.join(f'{field.name}: {spark_type(field.type)}' for field in kind)}>"
    if isinstance(kind, pa.ListType):
        return f"array<{spark_type(kind.value_type)}>"
    return _SPARK_TYPES.get(str(kind), str(kind))


def _inputs(names: list[str]) -> tuple[list[str], Place, int]:
    """Paths for Spark, the names that the tables call them by, and how many files there are, as far as we know."""
    remote = [name for name in names if "://" in name]
    local = [name for name in names if "://" not in name]
    if not local:
        return remote, Place({}), len(remote)
    found = find_inputs(local).files
    other = next((path for path in found if not path.name.lower().endswith(".parquet")), None)
    if other is not None:
        raise SourceError("Spark reads Parquet files only", where=str(other), remedy="make it Parquet, or run locally")
    names_of = {}
    for path in found:
        uri = path.resolve().as_uri()
        names_of[uri] = names_of[uri.replace("file:///", "file:/", 1)] = path.as_posix()
    plain = ["file://" + re.sub(r"([\\\[\]{}*?])", r"\\\1", path.resolve().as_posix()) for path in found]
    return [*remote, *plain], Place(names_of), len(remote) + len(found)


def _session(master: str | None) -> tuple[SparkSession, bool]:
    """The session, and whether it is ours to stop."""
    try:
        from pyspark.errors import PySparkException
        from pyspark.sql import SparkSession
    except ImportError as why:
        raise AngkaError("pyspark is not installed", remedy="in a checkout: pip install '.[spark]'") from why
    use_this_python(master, os.environ)
    ours = SparkSession.getActiveSession() is None
    builder = SparkSession.builder.appName("angka").config("spark.ui.showConsoleProgress", "false")
    try:
        spark = (builder.master(master) if master else builder).getOrCreate()
    except (PySparkException, RuntimeError, OSError) as why:
        remedy = "check --master, and that Java 17 or newer is there"
        raise AngkaError(f"Spark does not start: {str(why).splitlines()[0]}", remedy=remedy) from why
    told = spark.sparkContext.getConf()
    for name, value in _SETTINGS.items():
        if not told.contains(name):
            spark.conf.set(name, value)
    return spark, ours


def use_this_python(master: str | None, environment: MutableMapping[str, str]) -> None:
    """Have workers on this machine run in the environment of this process, where nobody has named another.

    >>> told: dict[str, str] = {}
    >>> use_this_python("local[2]", told)
    >>> told == {"PYSPARK_PYTHON": sys.executable}
    True
    >>> use_this_python("spark://driver:7077", (told := {}))
    >>> told
    {}
    """
    if master is not None and master.startswith("local"):
        environment.setdefault("PYSPARK_PYTHON", sys.executable)


def _raw(spark: SparkSession, paths: list[str]) -> DataFrame:
    from pyspark.errors import PySparkException

    java_error = import_module("py4j.protocol").Py4JJavaError  # what pyspark leaves untranslated
    try:
        # Spark would else take the columns of one file for those of all, and pass over what only others have.
        frame = spark.read.option("mergeSchema", "true").parquet(*paths)
    except (PySparkException, java_error) as why:
        told = why.java_exception.getMessage() if isinstance(why, java_error) else str(why)
        what = f"Spark cannot read it: {(told or str(why)).splitlines()[0]}"
        remedy = "check the path, and that a column has one type in all files"
        raise SourceError(what, where=", ".join(paths)[:200], remedy=remedy) from why
    if "text" not in frame.columns:
        raise SourceError("no column text", where=", ".join(paths)[:200], remedy="name it so")
    fields = [name for name in _FIELDS if name in frame.columns]
    return frame.selectExpr(*fields, f"_metadata.file_path as {FILE}", f"_metadata.row_index as {ROW}")


def _pack_files(engine: PatternEngine) -> dict[str, bytes]:
    from extract.patterns.locate import default_folder

    folder = engine.folder or default_folder()
    paths = [path for path in sorted(folder.rglob("*")) if path.suffix in (".toml", ".csv")]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def _target(out: str | Path) -> str:
    if "://" in str(out):
        return str(out).rstrip("/")
    folder = Path(out).resolve()
    ours = {*(f"{name}.parquet" for name in _TABLES.values()), "run.json", REPORT_FILE, "README.md", ".gitignore"}
    strange = [path.name for path in folder.iterdir() if path.name not in ours] if folder.is_dir() else []
    if strange or folder.is_file() or any((folder / f"{name}.parquet").is_file() for name in _TABLES.values()):
        what = f"holds what no run on Spark has written ({', '.join(strange[:3]) or 'files of a local run'})"
        raise OutputError(what, where=str(out), remedy="name an empty or a new folder with --out")
    return folder.as_uri()


def _write(rows: DataFrame, target: str) -> dict[str, Any]:
    """Write the three tables, each in the order of the input, and count what is in them."""
    from pyspark.sql import functions as f

    for kind, name in _TABLES.items():
        one = rows.where(f"{kind} is not null").orderBy(*_PLACE, "nth").select(f"{kind}.*")
        one.write.mode("overwrite").option("compression", "zstd").parquet(f"{target}/{name}.parquet")
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


def _write_record(out: str | Path, names: list[str], counts: Mapping[str, Any], knowledge: Knowledge) -> None:
    if "://" in str(out):
        return
    Path(out, REPORT_FILE).unlink(missing_ok=True)  # it is an earlier run's
    record = {
        "program": "angka",
        "angka": extract.__version__,
        "schema": SCHEMA_VERSION,
        "patterns": knowledge.pack_hash,
        "libraries": libraries("pyspark"),
        "inputs": {"named": names},
        "counts": counts,
    }
    text = json.dumps(record, indent=2, ensure_ascii=False) + "\n"
    Path(out, "run.json").write_text(text, encoding="utf-8", newline="\n")


def _report(counts: Mapping[str, Any], knowledge: Knowledge, files: int, seconds: float) -> Report:
    families: dict[str, int] = {}
    for indicator, facts in counts["facts_by_indicator"].items():
        family = knowledge.families.get(indicator, "other")
        families[family] = families.get(family, 0) + facts
    return Report(
        articles=counts["articles"],
        on_topic=counts["on_topic"],
        with_facts=counts["with_facts"],
        known=0,
        facts=counts["facts"],
        facts_by_family=dict(sorted(families.items(), key=lambda item: (-item[1], item[0]))),
        rejects_by_reason=dict(sorted(counts["rejects_by_reason"].items(), key=lambda item: (-item[1], item[0]))),
        files=files,
        passed_over=0,
        processes=0,
        seconds=seconds,
    )
