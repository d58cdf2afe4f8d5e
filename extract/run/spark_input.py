"""What a run on Spark reads: the named Parquet files as one frame, and what the tables call each file."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.parquet as pq

from extract.errors import SourceError
from extract.run.partition import FILE, ROW, Place
from extract.sources import find_inputs

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

_FIELDS = ("id", "text", "title", "url", "outlet", "published")


def find_files(names: list[str]) -> tuple[list[str], Place, int]:
    """Paths for Spark, the names that the tables call them by, and how many files there are, as far as we know."""
    remote = [name for name in names if "://" in name]
    local = [name for name in names if "://" not in name]
    if not local:
        return remote, Place({}), len(remote)
    found = find_inputs(local).files
    other = next((path for path in found if not path.name.lower().endswith(".parquet")), None)
    if other is not None:
        raise SourceError("Spark reads Parquet files only", where=str(other), remedy="make it Parquet, or run locally")
    names_of = {path.resolve().as_posix(): path.as_posix() for path in found}
    zones = {path.resolve().as_posix(): zone for path in found if (zone := _zone(path)) is not None}
    plain = ["file://" + re.sub(r"([\\\[\]{}*?])", r"\\\1", path.resolve().as_posix()) for path in found]
    return [*remote, *plain], Place(names_of, zones), len(remote) + len(found)


def _zone(path: Path) -> str | None:
    """The time zone of the file's column ``published``, where it has one."""
    try:
        field = pq.read_schema(path).field("published")
    except (OSError, KeyError, pa.ArrowException):  # what is wrong with the file Spark says
        return None
    return field.type.tz if pa.types.is_timestamp(field.type) else None


def raw_frame(spark: SparkSession, paths: list[str]) -> DataFrame:
    """The records of the files, each with its place. SourceError where Spark cannot read them."""
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
