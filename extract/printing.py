"""What the command prints, and how it ends: no other room prints, or knows exit codes.

| code | when |
|---|---|
| 0 | done, also where some records were rejected: the summary and ``rejects.parquet`` say which |
| 1 | something unforeseen, or ``angka check`` found an example that does not hold |
| 2 | the command line or a gold file is wrong, a path leads nowhere, or there is nothing that can be read |
| 3 | the output folder is not ours, is in use, or cannot be written; a page or result would replace another file |
| 4 | the pattern pack cannot be loaded |
| 130, 141, 143 | stopped by Ctrl-C, by the end of the pipe that the output went to, by SIGTERM |
"""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

import typer

from extract.errors import AngkaError, GoldError, OutputError, PatternError, SourceError

if TYPE_CHECKING:
    from extract.review import Line
    from extract.run.local import Progress as RunProgress
    from extract.run.local import Report
    from extract.sources import Reject

_EXIT_CODES: dict[type[AngkaError], int] = {SourceError: 2, GoldError: 2, OutputError: 3, PatternError: 4}
_BAR_STEPS = 1000
_NAMED = 5  # articles of a warning


@contextmanager
def exit_codes(stopped: str = "stopped") -> Iterator[None]:
    """Errors of ours, and Ctrl-C, as one line on standard error and an exit code; unforeseen errors as they are."""
    before = signal.signal(signal.SIGTERM, _stop)  # so that what is half done is cleared on this way out, too
    try:
        yield
        sys.stdout.flush()
    except AngkaError as why:
        typer.echo(f"angka: {why}", err=True)
        code = next((code for kind, code in _EXIT_CODES.items() if isinstance(why, kind)), 1)
        raise typer.Exit(code) from None
    except KeyboardInterrupt:
        typer.echo(f"angka: {stopped}", err=True)
        raise typer.Exit(130) from None
    except BrokenPipeError:
        # Nobody listens any more; without this, the interpreter would complain when it flushes at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(141) from None
    finally:
        signal.signal(signal.SIGTERM, before)


def _stop(number: int, frame: object) -> None:
    raise SystemExit(128 + number)


@contextmanager
def progress_bar(quiet: bool) -> Iterator[Callable[[RunProgress], None] | None]:
    """A bar on standard error, where that is a terminal."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    texts = (TextColumn("{task.percentage:3.0f} %"), TextColumn("{task.description}"))
    with Progress(BarColumn(), *texts, TimeRemainingColumn(), console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("starting", total=None)

        def show(progress: RunProgress) -> None:
            done = _BAR_STEPS * progress.done / max(progress.size, 1)
            bar.update(task, total=_BAR_STEPS, completed=done, description=f"{progress.articles:,} articles")

        yield show


def print_summary(report: Report, out: str) -> None:
    from rich.console import Console
    from rich.table import Table

    from extract.run.summary import summary

    table = Table.grid(padding=(0, 2))
    table.add_column()
    table.add_column(justify="right")
    table.add_column(style="dim")
    for label, count, remark in summary(report):
        table.add_row(label, count, remark)
    console = Console()
    with console.capture() as captured:  # on a broken pipe, rich would end the process by itself
        console.print(table)
        console.print(f"written to {out}", style="bold", highlight=False, markup=False, soft_wrap=True)
    typer.echo(captured.get(), nl=False)


def tell_reject(reject: Reject) -> None:
    place = reject.source if reject.record is None else f"{reject.source}:{reject.record}"
    typer.echo(f"angka: {place}: {reject.reason}: {reject.detail}", err=True)


def tell_absent(table: str, absent: Sequence[str], articles: int) -> None:
    """Warn of gold articles that a judged table does not hold, if there are any."""
    if not absent:
        return
    named = ", ".join(absent[:_NAMED]) + (", ..." if len(absent) > _NAMED else "")
    says = "is not in the table, and counts" if len(absent) == 1 else "are not in the table, and count"
    typer.echo(f"angka: {table}: {len(absent)} of {articles} gold articles {says} as missed: {named}", err=True)


def print_json(record: Mapping[str, object]) -> None:
    typer.echo(json.dumps(record, ensure_ascii=False, allow_nan=False))


def print_lines(lines: Iterable[Line]) -> None:
    """Lines in colour where a terminal shows them."""
    if not sys.stdout.isatty() and "FORCE_COLOR" not in os.environ:
        for line in lines:
            typer.echo("".join(text for text, _ in line))
        return
    from rich.console import Console
    from rich.text import Text

    console = Console(highlight=False, soft_wrap=True)
    for line in lines:
        with console.capture() as captured:  # on a broken pipe, rich would end the process by itself
            console.print(Text.assemble(*line))
        typer.echo(captured.get(), nl=False)
