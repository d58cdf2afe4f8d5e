"""The command ``angka``: what it takes, and what it calls; :mod:`extract.printing` tells of it."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from extract import __version__
from extract.printing import exit_codes, print_json, print_lines, print_summary, progress_bar, tell_absent, tell_reject


class Where(StrEnum):
    """What runs the extraction."""

    LOCAL = "local"
    SPARK = "spark"


app = typer.Typer(add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False)


def main() -> None:
    """The entry point of the command."""
    app()


@app.callback()
def _angka(
    _version: Annotated[
        bool, typer.Option("--version", callback=lambda wanted: _tell_version(wanted), is_eager=True, help="Say which.")
    ] = False,
) -> None:
    """Reads Indonesian press articles about the national health insurance and writes one table of their figures."""


@app.command()
def run(
    inputs: Annotated[
        list[str],
        typer.Argument(metavar="INPUT...", help="Files, folders or globs of .txt, .jsonl, .jsonl.gz, .parquet."),
    ],
    out: Annotated[str, typer.Option(metavar="DIR", help="Folder for the tables: new, empty or an earlier run's.")],
    processes: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="How many read at a time.", show_default="all processors")
    ] = None,
    patterns: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Pattern pack to use.", show_default="the one that came along")
    ] = None,
    engine: Annotated[Where, typer.Option(help="This machine, or a Spark cluster (extra spark).")] = Where.LOCAL,
    master: Annotated[
        str | None, typer.Option(metavar="URL", help="Spark's master.", show_default="what spark-submit says")
    ] = None,
    afresh: Annotated[bool, typer.Option("--afresh", help="Read again what the last run into DIR has read.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing unless something is wrong.")] = False,
) -> None:
    """Read articles and write facts.parquet, articles.parquet, rejects.parquet and run.json."""
    with exit_codes("stopped; the output folder is as it was"), progress_bar(quiet) as show:
        from extract.run.engine import PatternEngine
        from extract.run.options import refuse_unused

        refuse_unused(engine, master=master, processes=processes, afresh=afresh or None)
        made = PatternEngine(patterns)
        if engine is Where.SPARK:
            from extract.run.spark import run_spark

            report = run_spark(inputs, out, master=master, engine=made)
        else:
            from extract.run.local import run_local

            report = run_local(inputs, Path(out), processes=processes, engine=made, afresh=afresh, on_progress=show)
    if not quiet:
        with exit_codes():
            print_summary(report, out)


@app.command()
def explain(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="INPUT...", help="Files, folders or globs of articles; - reads one text from standard input."
        ),
    ],
    article: Annotated[str | None, typer.Option("--id", metavar="ID", help="Only the article of this id.")] = None,
    published: Annotated[
        str | None, typer.Option(metavar="DATE", help="Day of publication (2023-08-22) of articles that come without.")
    ] = None,
    patterns: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Pattern pack to use.", show_default="the one that came along")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object an article, one a line.")] = False,
) -> None:
    """Say of every number why it was taken, and every dimension from where, or why it was not."""
    with exit_codes():
        from extract.review import as_record, explain_named, explanation

        reads = explain_named(
            inputs, patterns, article_id=article, published=published, stdin=sys.stdin.buffer, on_reject=tell_reject
        )
        for number, read in enumerate(reads):
            if as_json:
                print_json(as_record(read))
            else:
                print_lines([*([(), ()] if number else []), *explanation(read)])


@app.command()
def report(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Folder that a run has written.")],
    out: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Where the page goes.", show_default="DIR/report.html")
    ] = None,
    indicators: Annotated[
        list[str] | None, typer.Option("--indicator", metavar="NAME", help="Only this indicator; may be repeated.")
    ] = None,
    region: Annotated[
        str | None,
        typer.Option(metavar="AREA", help="Only areas with this in their name, or in the area of this code."),
    ] = None,
    below: Annotated[float | None, typer.Option(min=0, help="Only facts with less confidence than this.")] = None,
    articles: Annotated[int, typer.Option(min=1, metavar="N", help="How many articles to show.")] = 500,
) -> None:
    """Make a page of a finished run that shows each figure in its sentence, with the rows read from it."""
    with exit_codes():
        from extract.review.report import Choice, write_report

        written = write_report(folder, out, choice=Choice(tuple(indicators or ()), region, below), limit=articles)
        shown = "" if written.shown == written.articles else f", the first {written.shown:,} shown"
        typer.echo(f"{written.facts:,} facts of {written.articles:,} articles{shown}: {written.path}")


@app.command()
def evaluate(
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="Annotated articles, one JSON object a line.")],
    facts: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Facts table, or folder of a run.", show_default="reads the gold's texts"),
    ] = None,
    patterns: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Pattern pack to use.", show_default="the one that came along")
    ] = None,
    errors: Annotated[bool, typer.Option(help="List every mistake with its sentence.")] = True,
    bands: Annotated[
        str | None, typer.Option(metavar="EDGES", help="Edges of the bands of confidence, with commas between.")
    ] = None,
    against: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Say what changed since this saved result.")
    ] = None,
    save: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Keep the result, to compare later ones with.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object instead.")] = False,
) -> None:
    """Compare with gold: precision, recall and F1 by indicator and dimension, every mistake, gains and losses."""
    with exit_codes():
        from extract import evaluate as measuring

        measuring.check_target(save, against)
        earlier = measuring.load(against) if against else None
        result = measuring.evaluate(
            gold, facts=facts, patterns=patterns, edges=measuring.read_edges(bands), explain=errors
        )
        tell_absent(str(facts), result.absent, result.scores.articles)
        changes = measuring.compare(earlier, result.record) if earlier is not None else None
        if as_json:
            print_json(
                {**result.record, **({"changes": measuring.changes_record(changes)} if changes is not None else {})}
            )
        else:
            print_lines(measuring.result_lines(result.scores, result.mistakes if errors else (), changes))
        if save:
            measuring.save(result.record, save)


@app.command()
def check(
    patterns: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Pattern pack to check.", show_default="the one that came along")
    ] = None,
) -> None:
    """Try every example and counter-example of a pattern pack, and name those that do not hold."""
    with exit_codes():
        from extract.review.proofs import check_pack

        checked = check_pack(patterns)
        for file, entry, sentence, what in checked.failures:
            typer.echo(f"{file} {entry}: «{sentence}» {what}")
        verdict = f"{len(checked.failures):,} do not hold" if checked.failures else "all hold"
        typer.echo(f"pack {checked.pack_hash}: {checked.proofs:,} examples tried, {verdict}")
        if checked.failures:
            raise typer.Exit(1)


def _tell_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"angka {__version__}")
        raise typer.Exit


if __name__ == "__main__":
    main()
