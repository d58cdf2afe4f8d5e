"""The wheel holds all that it needs: it works in an environment of its own, away from the checkout."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

SOURCES = ("extract", "patterns", "pyproject.toml", "README.md", "LICENSE")


def call(*command: object, cwd: Path) -> str:
    away = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    result = subprocess.run([str(part) for part in command], cwd=cwd, env=away, capture_output=True, text=True)
    assert result.returncode == 0, result.stdout + result.stderr
    return result.stdout


@pytest.fixture(scope="module")
def wheel(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    checkout = tmp_path_factory.mktemp("checkout")
    for name in SOURCES:
        source = repository / name
        if source.is_dir():
            shutil.copytree(source, checkout / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, checkout / name)
    call(sys.executable, "-m", "build", "--wheel", "--no-isolation", cwd=checkout)
    [path] = (checkout / "dist").glob("angka_berita-*.whl")
    return path


@pytest.mark.slow
def test_the_wheel_holds_the_package_and_the_patterns(wheel: Path, repository: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    assert "extract/py.typed" in names
    for path in (repository / "patterns").rglob("*.*"):
        assert f"extract/_patterns/{path.relative_to(repository / 'patterns').as_posix()}" in names
    assert {name.split("/")[0].split("-")[0] for name in names} == {"extract", "angka_berita"}


@pytest.mark.slow
def test_the_wheel_works_away_from_the_checkout(wheel: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    venv.create(home, with_pip=False, symlinks=True)
    folder = "Scripts" if sys.platform == "win32" else "bin"
    python, angka = home / folder / "python", home / folder / "angka"
    call(sys.executable, "-m", "pip", "--python", python, "install", "--no-deps", "--no-index", wheel, cwd=tmp_path)
    # The libraries are the ones that these tests run with; the package itself comes from the wheel alone.
    site = Path(call(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=tmp_path).strip())
    (site / "libraries.pth").write_text(sysconfig.get_path("purelib") + "\n")
    where = "from extract.patterns.locate import default_folder; print(default_folder())"
    assert Path(call(python, "-c", where, cwd=tmp_path).strip()) == (site / "extract" / "_patterns").resolve()
    assert call(angka, "--version", cwd=tmp_path).startswith("angka ")
    (tmp_path / "berita.txt").write_text("Peserta JKN di Kabupaten Batang mencapai 512.300 jiwa per 1 Mei 2023.\n")
    call(angka, "run", "berita.txt", "--out", "tables", cwd=tmp_path)
    count = "import pyarrow.parquet as pq; print(pq.read_table('tables/facts.parquet').num_rows)"
    assert call(python, "-c", count, cwd=tmp_path) == "1\n"
