"""What a run did, in the lines that close it."""

from __future__ import annotations

from collections.abc import Iterator

from extract.run.local import Report


def summary(report: Report) -> Iterator[tuple[str, str, str]]:
    """Label, count and remark of each line."""
    files = f"in {report.files:,} file{'s' * (report.files != 1)}"
    if report.passed_over:
        files += f", {report.passed_over:,} of other kinds passed over"
    yield "articles read", f"{report.articles:,}", files
    if report.gone:
        yield "  gone", f"{report.gone:,}", "articles of the last run that are not in the input"
    yield "  on topic", f"{report.on_topic:,}", ""
    known = f"{report.known:,} known from the last run" if report.known else ""
    yield "  with facts", f"{report.with_facts:,}", known
    yield "facts", f"{report.facts:,}", ""
    for family, count in report.facts_by_family.items():
        yield f"  {family}", f"{count:,}", ""
    rejects = sum(report.rejects_by_reason.values())
    yield "rejects", f"{rejects:,}", "see rejects.parquet" if rejects else ""
    for reason, count in report.rejects_by_reason.items():
        yield f"  {reason}", f"{count:,}", ""
    speed = report.articles / max(report.seconds, 1e-9)
    shared = f"{report.processes} processes" if report.processes > 1 else "1 process" if report.processes else "Spark"
    yield "seconds", f"{report.seconds:,.1f}", f"{speed:,.0f} articles a second, {shared}"
