"""Whether this machine can run Spark: tests that need it skip and say what is missing."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path

import pytest

JAVA = 17


def skip_without_spark() -> None:
    """Skip the test where pyspark or its Java is not there."""
    if find_spec("pyspark") is None:
        pytest.skip("pyspark is not installed: pip install '.[spark]'")
    if java_version() < JAVA:
        pytest.skip(f"no Java {JAVA} or newer on the path or in JAVA_HOME")


def java_version() -> int:
    home = os.environ.get("JAVA_HOME")
    java = str(Path(home, "bin", "java")) if home else shutil.which("java")
    if not java or not Path(java).is_file():
        return 0
    told = subprocess.run([java, "-version"], capture_output=True, text=True).stderr
    found = re.search(r'version "(\d+)', told)
    return int(found[1]) if found else 0
