"""Explanations as lines to print, and as data for programs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import Any

from extract.model import Decision, Evidence, Extraction, Fact, Span
from extract.review.lines import Line

_TAKEN, _LEFT, _REPEAT, _HEAD, _FAINT = "bold green", "yellow", "cyan", "bold", "dim"
_BREAKS = re.compile(r"[\r\n]+")
_SHOWN = 0.005  # a part of the confidence that is less shows as nothing
_COLUMN = 14
_DATE = {"published": "as given", "dateline": "from its dateline", "text": "from its text"}


def explanation(read: Extraction) -> Iterator[Line]:
    """One article: each sentence that holds numbers, and under it what became of each."""
    yield from _heading(read)
    for _, group in groupby(read.decisions, key=lambda decision: decision.sentence):
        decisions = list(group)
        yield ()
        yield _sentence(read.article.text, decisions)
        for same in _together(decisions):
            yield from _taken(same[0]) if same[0].taken else _left(same)


def _heading(read: Extraction) -> Iterator[Line]:
    article, taken = read.article, sum(decision.taken for decision in read.decisions)
    name = article.article_id if not article.source else f"{article.article_id}  {article.source}"
    yield ((name, _HEAD),)
    day = f"{read.date.value} ({_DATE[read.date.basis]})" if read.date.value else "undated"
    topic = "" if read.on_topic else "not about the health insurance, "
    numbers, rows = len(read.decisions), len(read.facts)
    says = f"{topic}{day}; {numbers} number{'s' * (numbers != 1)}, {taken} taken, {rows} row{'s' * (rows != 1)}"
    yield ((says, _FAINT),)


def _style(decision: Decision) -> str:
    return _TAKEN if decision.taken else _REPEAT if decision.facts else _LEFT


def _sentence(text: str, decisions: Sequence[Decision]) -> Line:
    """The sentence in one line, its numbers in the colours of their decisions."""
    start, end = decisions[0].sentence
    fragments, at = [], start
    for decision in decisions:
        if decision.span.start >= at:
            fragments.append((text[at : decision.span.start], ""))
            fragments.append((text[decision.span.start : decision.span.end], _style(decision)))
            at = decision.span.end
    fragments.append((text[at : max(end, at)], ""))
    return tuple((_BREAKS.sub(" ", words), style) for words, style in fragments if words)


def _together(decisions: Sequence[Decision]) -> Iterator[list[Decision]]:
    """Neighbours that were left out on one ground («9» and «10» of one date) go together."""
    for _, group in groupby(decisions, key=lambda d: d.span if d.taken else (d.reason, d.detail)):
        yield list(group)


def _left(same: Sequence[Decision]) -> Iterator[Line]:
    shown = ", ".join(dict.fromkeys(_inline(decision.surface) for decision in same))
    yield (("  - ", _style(same[0])), (shown, _style(same[0])), (f"  {same[0].reason}", _FAINT))
    yield ((f"      {same[0].detail}", ""),)
    told = same[0].detail
    for ground in same[0].evidence:
        if ground.says.rstrip(".") not in told:
            yield _ground(ground)


def _taken(decision: Decision) -> Iterator[Line]:
    first = decision.facts[0]
    yield (("  + ", _TAKEN), (_inline(decision.surface), _TAKEN), (f"  {reading(first)}", _HEAD))
    for fact in decision.facts:
        yield ((f"      {dimensions(fact)}", ""),)
    for ground in decision.evidence:
        if ground.about != "confidence":
            yield _ground(ground)
    parts = [ground for ground in decision.evidence if ground.about == "confidence"]
    if parts:
        yield _confidence(first.confidence, parts)


def reading(fact: Fact) -> str:
    """What a row says: indicator, value and unit.

    A range also shows its ends.
    """
    ends = f" ({fact.value_low:,.15g} to {fact.value_high:,.15g})" if fact.value_low is not None else ""
    return f"{fact.indicator} = {fact.value:,.15g} {fact.unit}{ends}"


def dimensions(fact: Fact) -> str:
    """All dimensions of a row that say something, in the order of its columns."""
    labels = [("segment", fact.segment), ("class", fact.care_class), ("kind", fact.facility_type), ("per", fact.per)]
    said = [f"{name} {value}" for name, value in labels if value is not None]
    region = fact.region_name or "no region"
    level = [fact.region_level or "", fact.region_code or ""]
    region += f" ({', '.join(part for part in level if part)})" if any(level) else ""
    days = list(dict.fromkeys(day.isoformat() for day in (fact.period_start, fact.period_end) if day is not None))
    speaker = ", ".join(part for part in (fact.speaker_name, fact.speaker_role) if part)
    rest = [f"said by {speaker}"] if speaker else []
    if fact.region_members:
        region += f", members {' '.join(fact.region_members)}"
    if fact.mentions > 1:
        rest.append(f"said {fact.mentions} times")
    return "; ".join(
        [fact.qualifier, fact.status, fact.program, *said, region, " to ".join(days) or "no period", *rest]
    )


def _ground(ground: Evidence) -> Line:
    tail = " ".join(part for part in (ground.pattern_id or "", _weight(ground.weight)) if part)
    line: Line = ((f"      {ground.about:<{_COLUMN}}", _FAINT), (ground.says, ""))
    return (*line, (f"  [{tail}]", _FAINT)) if tail else line


def _confidence(confidence: float, parts: Sequence[Evidence]) -> Line:
    shown = ((part.weight or 0.0, part.says) for part in parts)
    terms = " ".join(f"{weight:+.2f} {says}," for weight, says in shown if abs(weight) >= _SHOWN)
    terms = terms.removeprefix("+").rstrip(",")
    return ((f"      {'confidence':<{_COLUMN}}", _FAINT), (f"{confidence:.2f}", _HEAD), (f" = {terms}", ""))


def _weight(weight: float | None) -> str:
    return "" if weight is None else f"{weight:.2f}"


def _inline(surface: str) -> str:
    return " ".join(surface.split())


def as_record(read: Extraction) -> dict[str, Any]:
    """One article with its decisions as an object that JSON can hold: days as ISO text, spans with their words."""
    text = read.article.text
    return {
        "article_id": read.article.article_id,
        "source": read.article.source,
        "on_topic": read.on_topic,
        "article_date": read.date.value.isoformat() if read.date.value else None,
        "date_basis": read.date.basis,
        "decisions": [_decision(decision, text) for decision in read.decisions],
    }


def _decision(decision: Decision, text: str) -> dict[str, Any]:
    return {
        **_span(decision.span, text),
        "sentence": _span(decision.sentence, text),
        "taken": decision.taken,
        "reason": decision.reason,
        "detail": decision.detail,
        "facts": [{name: _plain(value) for name, value in fact._asdict().items()} for fact in decision.facts],
        "evidence": [
            {**ground._asdict(), "words": _span(ground.words, text) if ground.words is not None else None}
            for ground in decision.evidence
        ],
    }


def _span(span: Span, text: str) -> dict[str, Any]:
    return {"start": span.start, "end": span.end, "text": text[span.start : span.end]}


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value
