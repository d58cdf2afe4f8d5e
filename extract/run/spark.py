"""A whole run on Spark, for what outgrows one machine: Parquet in, Parquet out, the rows that a local run gives.

Needs the extra ``spark`` (pyspark 4, which needs Java 17 or newer). No pandas takes part.
"""

from __future__ import annotations

import os
import sys
import time
import warnings
from collections.abc import Iterable, Mapping, MutableMapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from extract.errors import AngkaError, SourceError
from extract.run.engine import Knowledge, PatternEngine
from extract.run.local import Report
from extract.run.partition import RESULT, ShippedPack, Task
from extract.run.spark_input import find_files, raw_frame
from extract.run.spark_output import PLACE, Staged, target_of, write_record, write_tables
from extract.sources import MAX_CHARACTERS

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

_TWIN = "the first article of this id was kept: "
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

    Raises SourceError for input that is not there, no Parquet or empty, PatternError for a pack that cannot be loaded,
    OutputError for a folder that holds something else, and AngkaError where pyspark is not installed.
    """
    started = time.perf_counter()
    engine = engine or PatternEngine()
    names = [str(name) for name in named]
    paths, place, files = find_files(names)
    knowledge = engine.knowledge()
    target = target_of(out)
    spark, ours = _session(master)
    try:
        spark.sparkContext.setLogLevel("ERROR")
        shipped = spark.sparkContext.broadcast(_pack_files(engine))
        task = Task(ShippedPack(knowledge.pack_hash, _Value(shipped)), place, limit)
        raw = raw_frame(spark, paths)
        # What comes out is a small part of what goes in: more pieces than that would cost more than they save.
        spark.conf.set("spark.sql.shuffle.partitions", str(max(_PIECES, raw.rdd.getNumPartitions())))
        rows = extract_frame(raw, task)
        with Staged(spark, target) as staged:
            counts = write_tables(rows, staged.folder)
            if not counts["articles"] and not counts["rejects"]:
                raise SourceError("holds no record", where=", ".join(names), remedy="give files that are not empty")
            write_record(staged.folder, names, counts, knowledge)
            staged.commit()
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
    first_come = Window.partitionBy("seen").orderBy(*PLACE)
    ranked = rows.where("seen is not null").withColumn("rank", f.row_number().over(first_come))
    twins = ranked.where("rank > 1").select(*PLACE, "seen").persist(StorageLevel.DISK_ONLY)
    others = rows.where("seen is null")
    if twins.isEmpty():
        return others
    early = others.where("reject is not null and reject.reason != 'extraction_failed'")
    kept = others.join(twins, [*PLACE], "left_anti").unionByName(early.join(twins, [*PLACE], "left_semi"))
    reject = ["source", "record", f.lit("duplicate_id").alias("reason"), f.concat(f.lit(_TWIN), "seen").alias("detail")]
    # Behind what was wrong with the record itself, as in a local run.
    late = twins.select(*PLACE, f.lit(1).alias("nth"), f.struct(*reject).alias("reject"))
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


def _pack_files(engine: PatternEngine) -> dict[str, bytes]:
    from extract.patterns.locate import default_folder

    folder = engine.folder or default_folder()
    paths = [path for path in sorted(folder.rglob("*")) if path.suffix in (".toml", ".csv")]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


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
