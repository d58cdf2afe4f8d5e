"""Results as data: one object to print as JSON or to keep, and what changed since one that was kept."""

from __future__ import annotations

import json
import math
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from extract import __version__
from extract.errors import GoldError, OutputError
from extract.evaluate.gold import GoldFact
from extract.evaluate.mistakes import Mistake
from extract.evaluate.score import Band, Dimension, Judged, Scores, Tally
from extract.model import Fact

_RIGHT, _MISSED, _EXTRA, _GONE = "right", "missed", "extra", "gone"
_WRONG = "wrong: "


class Change(NamedTuple):
    """One fact of one article: how it stood before, and how it stands now."""

    article_id: str
    fact: str
    before: str
    now: str


class Changes(NamedTuple):
    """What got better and what got worse; only facts and articles that both results judge are compared."""

    gains: tuple[Change, ...]
    losses: tuple[Change, ...]


def as_record(gold: str, scores: Scores, judged: Iterable[Judged], mistakes: Iterable[Mistake]) -> dict[str, Any]:
    """The result as one JSON object. ``findings`` says of every gold fact and every extra row how it stands."""
    return {
        "angka": __version__,
        "gold": gold,
        "articles": scores.articles,
        "facts": _tally(scores.facts),
        "rows": _tally(scores.rows),
        "indicators": {name: _tally(tally) for name, tally in scores.indicators.items()},
        "dimensions": {name: _dimension(found) for name, found in scores.dimensions.items()},
        "confidence": [_band(band) for band in scores.bands],
        "findings": {article.gold.article.article_id: dict(_findings(article)) for article in judged},
        "errors": [_mistake(mistake) for mistake in mistakes],
    }  # fmt: skip


def check_target(path: Path | None, against: Path | None = None) -> None:
    """Raise OutputError where a result must not be saved: over a file that holds something else, or ``against``."""
    remedy = "name a new file, or an earlier result, with --save"
    if path is None or not path.exists():
        return
    if against is not None and against.exists() and path.samefile(against):
        raise OutputError("is the result to compare with", where=str(path), remedy=remedy)
    if path.is_dir():
        raise OutputError("is a folder", where=str(path), remedy=remedy)
    try:
        if path.is_file() and path.stat().st_size:
            load(path)
    except GoldError as why:
        raise OutputError("holds something else than a saved result", where=str(path), remedy=remedy) from why


def save(record: Mapping[str, Any], path: Path) -> None:
    """Write a result; an earlier one of that name is replaced in one step. Raises OutputError."""
    check_target(path)
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        beside.write_text(json.dumps(record, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        os.replace(beside, path)
    except OSError as why:
        beside.unlink(missing_ok=True)
        raise OutputError(
            f"cannot be written: {why.strerror or why}", where=str(path), remedy="name a file in a folder of yours"
        ) from why


def load(path: Path) -> dict[str, Any]:
    """A result that ``save`` wrote. Raises GoldError for anything else."""
    remedy = "name a file that angka evaluate --save wrote"
    try:
        record = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as why:
        raise GoldError(f"is no saved result: {why}", where=str(path), remedy=remedy) from why
    if not isinstance(record, dict) or not isinstance(record.get("findings"), dict):
        raise GoldError("is no saved result", where=str(path), remedy=remedy)
    return record


def compare(before: Mapping[str, Any], now: Mapping[str, Any]) -> Changes:
    """Gains and losses between two results, article by article."""
    gains: list[Change] = []
    losses: list[Change] = []
    for article, facts in now["findings"].items():
        known = before["findings"].get(article)
        if not isinstance(known, dict):
            continue
        for fact in dict.fromkeys((*facts, *known)):
            change = _change(article, fact, known.get(fact), facts.get(fact))
            if change is not None:
                (gains if _rank(change.now) > _rank(change.before) else losses).append(change)
    return Changes(tuple(gains), tuple(losses))


def changes_record(changes: Changes) -> dict[str, Any]:
    """Gains and losses as JSON can hold them."""
    return {name: [change._asdict() for change in found] for name, found in changes._asdict().items()}


def _change(article: str, fact: str, before: str | None, now: str | None) -> Change | None:
    if _EXTRA in (before, now):
        before, now = before or _GONE, now or _GONE
    if before is None or now is None or _rank(before) == _rank(now):
        return None
    return Change(article, fact, before, now)


def _rank(state: str) -> tuple[int, int]:
    """How good a state is; of two wrong ones, the one with fewer wrong dimensions is better."""
    order = {_EXTRA: 0, _MISSED: 0, _RIGHT: 2, _GONE: 2}
    return (order[state], 0) if state in order else (1, -state.count(",") - 1)


def _findings(judged: Judged) -> Iterator[tuple[str, str]]:
    seen: Counter[str] = Counter()
    # In the order of the gold, so that the second of two equal facts stays the second whatever is found.
    standing = {id(match.gold): _WRONG + ", ".join(match.wrong) if match.wrong else _RIGHT for match in judged.matches}
    stated = [(_name(fact), standing.get(id(fact), _MISSED)) for fact in judged.gold.facts]
    for name, state in [*stated, *((f"{_name(row)} too many", _EXTRA) for row in judged.extra)]:
        seen[name] += 1
        yield (name if seen[name] == 1 else f"{name} #{seen[name]}"), state


def _name(found: GoldFact | Fact) -> str:
    return f"{found.indicator} {found.value:.15g} {found.unit} «{found.surface}»"


def _tally(tally: Tally) -> dict[str, float]:
    shares = {"precision": tally.precision, "recall": tally.recall, "f1": tally.f1}
    return {**tally._asdict(), **{name: round(share, 4) for name, share in shares.items()}}


def _dimension(found: Dimension) -> dict[str, float]:
    shares = {"right": found.right, "judged": found.judged, "accuracy": round(found.accuracy, 4)}
    return {**shares, **_tally(found.values)}


def _band(band: Band) -> dict[str, float | None]:
    return {**band._asdict(), "mean": _round(band.mean), "precision": _round(band.precision)}


def _mistake(mistake: Mistake) -> dict[str, Any]:
    wrong = {d.name: {"want": plain_value(d.want), "have": plain_value(d.have)} for d in mistake.dimensions}
    return {**mistake._asdict(), "dimensions": wrong}


def plain_value(value: object) -> object:
    """A dimension's value as gold files write it: a period as one or two days."""
    if isinstance(value, tuple):
        parts = [str(part) for part in value]
        return "/".join(dict.fromkeys(parts)) if len(parts) == 2 and "-" in parts[0] else parts
    return value


def _round(share: float) -> float | None:
    return None if math.isnan(share) else round(share, 4)
