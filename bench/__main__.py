"""``python -m bench``: measure, print the ratios, and keep them.

All figures are ratios of what ran in turns on the same machine in the same minutes; each contender has a process of its
own. ``--record LABEL`` adds the figures to ``bench/history.jsonl``.
"""

from __future__ import annotations

import argparse
import importlib.util
import tempfile
from collections.abc import Iterator, Sequence
from multiprocessing import get_context
from pathlib import Path
from statistics import median

from bench.contenders import CONTENDERS, Timing
from bench.history import append, change, last_entry
from bench.scale import start_up, wall, worker_memory
from bench.sets import Dense, News, corpus_texts, mixed, published_news, write_set

AIMS = {
    "dense_vs_spacy_full": ("at least 4, better 7", "times the dense speed of spaCy full"),
    "dense_vs_edsnlp": ("", "times the dense speed of EDS-NLP"),
    "mixed_vs_read_and_screen": ("at least 0.35", "of the mixed speed of reading and screening alone"),
    "two_processes_vs_one": ("at least 1.7", "times as fast on the clock with two processes"),
    "memory_peak_mb": ("at most 300", "MB at most in a worker"),
    "memory_growth_mb": ("flat", "MB more at the end than after 50,000 articles"),
    "start_help_s": ("at most 0.3", "s to the help page"),
    "start_article_s": ("at most 1.2", "s from the start of the process to the rows of an article"),
}
_SLOW = 0.1  # share of a set that a contender of documents by the hundred a second is given


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure what is wanted and print it."""
    options = _parser().parse_args(arguments)
    sizes = {"dense": options.dense, "mixed": options.mixed, "memory": options.memory}
    figures: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as folder:
        if not options.only or "speed" in options.only:
            figures |= _speeds(Path(folder), options)
        if not options.only or "processes" in options.only:
            figures |= _processes(Path(folder), options)
    if not options.only or "memory" in options.only:
        memory = worker_memory(options.memory, options.memory_dense)
        figures |= {"memory_peak_mb": memory.peak, "memory_growth_mb": memory.last - memory.settled}
        print("memory of a worker, MB:", "  ".join(f"{n:,}: {size:.0f}" for n, size in _thinned(memory.samples)))
    if not options.only or "start" in options.only:
        starts = start_up()
        figures |= {"start_help_s": starts["help"], "start_article_s": starts["article"]}
        print(f"an empty Python starts in {starts['python']:.2f} s")
    _print(figures)
    if options.record:
        append(figures, options.record, sizes)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--dense", type=int, default=6_000, help="articles of the dense set")
    parser.add_argument("--mixed", type=int, default=60_000, help="articles of the mixed set")
    parser.add_argument("--memory", type=int, default=1_000_000, help="articles streamed to see memory")
    parser.add_argument("--memory-dense", type=float, default=0.05, help="share of dense articles among those")
    parser.add_argument(
        "--rounds", type=int, default=3, help="rounds; of ratios the median counts, of seconds the shortest"
    )
    parser.add_argument("--only", nargs="+", choices=["speed", "processes", "memory", "start"])
    parser.add_argument("--texts", type=Path, nargs="+", default=[], help="folders of .txt to vary, not the corpus")
    parser.add_argument("--news", type=Path, help="gzipped JSON lines of real news for the mixed set")
    parser.add_argument("--record", metavar="LABEL", help="keep the figures under this date or commit")
    return parser


def _speeds(folder: Path, options: argparse.Namespace) -> dict[str, float]:
    """Documents a second of processor time of every contender, and the ratios."""
    texts = corpus_texts(options.texts)
    news: Iterator[str] = published_news(options.news) if options.news else iter(News())
    paths = {
        ("dense", False): write_set(folder / "dense.parquet", iter(Dense(texts)), options.dense),
        ("dense", True): write_set(folder / "few.parquet", iter(Dense(texts)), max(int(options.dense * _SLOW), 50)),
        ("mixed", False): write_set(folder / "mixed.parquet", mixed(news, iter(Dense(texts))), options.mixed),
    }
    plan = [("dense", "angka", False), ("dense", "spacy_full", True), ("dense", "edsnlp", True)]
    plan += [("mixed", "angka", False), ("mixed", "read_and_screen", False)]
    if importlib.util.find_spec("edsnlp") is None:
        print("EDS-NLP is not installed (pip install edsnlp): left out")
        plan = [step for step in plan if step[1] != "edsnlp"]
    speeds: dict[tuple[str, str], list[float]] = {}
    for _ in range(options.rounds):
        for kind, name, few in plan:
            speeds.setdefault((kind, name), []).append(_apart(name, paths[kind, few]).speed)
    for (kind, name), found in speeds.items():
        shown = "  ".join(f"{speed:,.0f}" for speed in found)
        print(f"{kind:6} {name:16} {median(found):>10,.0f} documents a second and core   ({shown})")
    pairs = [("dense", "angka", "spacy_full"), ("dense", "angka", "edsnlp"), ("mixed", "angka", "read_and_screen")]
    return {
        f"{kind}_vs_{other}": median(a / b for a, b in zip(speeds[kind, name], speeds[kind, other], strict=True))
        for kind, name, other in pairs
        if (kind, other) in speeds
    }


def _apart(name: str, path: Path) -> Timing:
    """One contender in a fresh process."""
    with get_context("spawn").Pool(1) as pool:
        return pool.apply(CONTENDERS[name], (path,))


def _processes(folder: Path, options: argparse.Namespace) -> dict[str, float]:
    """The shortest of some commands each, in turns: whatever else the machine does can only add to what they take."""
    path = write_set(folder / "both.parquet", iter(Dense(corpus_texts(options.texts))), options.dense)
    taken = [(wall(path, 1), wall(path, 2)) for _ in range(options.rounds)]
    print("one process, two processes, s:", "  ".join(f"{one:.1f}, {two:.1f}" for one, two in taken))
    one, two = map(min, zip(*taken, strict=True))
    return {"two_processes_vs_one": one / two}


def _thinned(samples: Sequence[tuple[int, float]]) -> Sequence[tuple[int, float]]:
    return samples[:: max(len(samples) // 12, 1)]


def _print(figures: dict[str, float]) -> None:
    before = last_entry()
    known = before["figures"] if before else {}
    print(f"\n{'figure':26} {'now':>8}  {'aim':20} {'since ' + before['label'] if before else '':14}")
    for name, value in figures.items():
        aim, meaning = AIMS[name]
        print(f"{name:26} {value:>8.2f}  {aim:20} {change(name, value, known.get(name)):14} {meaning}")


if __name__ == "__main__":
    main()
