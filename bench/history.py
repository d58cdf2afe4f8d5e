"""The history of measurements: one line of JSON each, and what was gained or lost since the last."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

HISTORY = Path(__file__).with_name("history.jsonl")
LOWER_IS_BETTER = frozenset(("memory_peak_mb", "memory_growth_mb", "start_help_s", "start_article_s"))
NOISE = 0.05
"""Changes below this share are not called gains or losses."""


def last_entry(path: Path = HISTORY) -> dict[str, Any] | None:
    """The latest entry, None where there is none."""
    if not path.is_file():
        return None
    lines = path.read_text(encoding="utf-8").splitlines()
    return json.loads(lines[-1]) if lines else None


def append(figures: Mapping[str, float], label: str, sizes: Mapping[str, int], path: Path = HISTORY) -> None:
    """Add an entry: what it is called (a date or a commit), how large the sets were, and the figures."""
    rounded = {name: round(value, 4) for name, value in figures.items()}
    entry = {"label": label, "sizes": dict(sizes), "figures": rounded}
    with path.open("a", encoding="utf-8", newline="\n") as file:
        file.write(json.dumps(entry) + "\n")


def change(name: str, value: float, before: float | None) -> str:
    """The change of a figure in words.

    >>> change("dense_vs_spacy_full", 4.4, 4.0), change("start_help_s", 0.44, 0.40), change("x", 1.0, None)
    ('gain 10 %', 'loss 10 %', '')
    """
    if not before:
        return ""
    share = value / before - 1
    if abs(share) < NOISE:
        return "same"
    better = (share < 0) == (name in LOWER_IS_BETTER)
    return f"{'gain' if better else 'loss'} {abs(share) * 100:.0f} %"
