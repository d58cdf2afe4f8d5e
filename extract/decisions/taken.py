"""Why a number became a row: what speaks for its indicator, where each dimension came from, what its confidence is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extract.decisions.flags import flag_says
from extract.decisions.notes import Notes, Words, days_says
from extract.model import Evidence, Fact, Period, Span
from extract.reading import Bid, Bound
from extract.stages.confidence import parts_of

_REGION = {
    "clause": "named in its clause",
    "sentence": "named in its sentence",
    "paragraph": "carried from its paragraph",
    "topic": "what the article is about",
    "speaker": "the speaker's office",
    "dateline": "the dateline",
}
_DATE = {"published": "given with the article", "dateline": "read off its dateline", "text": "read off its text"}
_LABELS = (
    ("segment", "segment"), ("care_class", "care_class"), ("facility_type", "facility"), ("per", "per"),
    ("status", "status"), ("program", "program"),
)  # fmt: skip
_PLAIN = {"status": "actual", "program": "jkn"}
_RIVALS = 2
_TOLD = 0.015


def evidence(notes: Notes, words: Words, bound: Bound, bid: Bid, fact: Fact) -> tuple[Evidence, ...]:
    """All grounds of a row, in the order in which a reader asks for them."""
    found = [
        _cue(notes, words, bound, bid),
        *_labels(words, bound, fact),
        *_qualifier(notes, bound, fact),
        _region(notes, words, fact),
        _period(notes, bound, fact),
        *_speaker(fact),
        *_confidence(notes, fact),
        *_rivals(words, bound, bid),
    ]
    if bound.veto is not None:
        score, veto, mention = bound.veto
        says = f"{words.said(mention, bound)} tells of {veto.meaning}, but speaks less loudly"
        found.append(Evidence("veto", says, words.span(mention), veto.pattern_id, round(score, 3)))
    return (*found, *(Evidence("check", flag_says(flag)) for flag in fact.flags))


def _cue(notes: Notes, words: Words, bound: Bound, bid: Bid) -> Evidence:
    span = words.span(bid.mention) if bid.mention is not None else None
    description = notes.pack.indicators[bid.indicator].description.rstrip(".")
    says = f"{words.ground(bid, bound)} ({description[:1].lower()}{description[1:]})"
    return Evidence("cue", says, span, bid.pattern_id, round(bid.score, 3))


def _labels(words: Words, bound: Bound, fact: Fact) -> Iterator[Evidence]:
    """The word dimensions that say something: by a phrase beside the figure, else carried."""
    for column, kind in _LABELS:
        value = getattr(fact, column)
        if value is None or value == _PLAIN.get(column):
            continue
        sentence = words.reading.sentence_of(bound.figure.token)
        first, last = words.reading.sentence_tokens[sentence : sentence + 2]
        mentions = [m for m in words.reading.between(kind, first, last) if m.value is not None]
        same = [m for m in mentions if str(m.value) == str(value)]
        inside = [m for m in same or mentions if bound.cell.start <= m.start < bound.cell.end]
        near = min(inside or same, key=words.distance, default=None)
        if near is None:
            yield Evidence(column, f"{value}: carried over from before")
        else:
            how = "" if same else "concluded from "
            yield Evidence(column, f"{value}: {how}{words.said(near, bound)}", words.span(near))


def _qualifier(notes: Notes, bound: Bound, fact: Fact) -> Iterator[Evidence]:
    if fact.qualifier == "exact":
        return
    span = bound.figure.quantity.span
    yield Evidence(
        "qualifier", f"{fact.qualifier}: {notes.quote(Span(span.start, max(span.end, fact.char_end)))}", span
    )


def _region(notes: Notes, words: Words, fact: Fact) -> Evidence:
    if fact.region_name is None:
        return Evidence("region", "none: nothing in the article says which area")
    basis = _REGION.get(fact.region_basis or "", str(fact.region_basis))
    named = [place for place in notes.places if place.region.name == fact.region_name]
    before = [place for place in named if place.start < words.figure.end]
    # The article's topic is first met in its title and lead, everything else was read nearest to the figure.
    if fact.region_basis in ("topic", "dateline"):
        place = named[0] if named else None
    elif fact.region_basis == "clause":
        place = min(named, key=lambda p: abs(p.start - words.figure.token), default=None)
    else:
        place = before[-1] if before else named[0] if named else None
    code = f" ({fact.region_code})" if fact.region_code else ""
    if place is None:
        return Evidence("region", f"{fact.region_name}{code}: {basis}; no other area is named for it")
    span = words.reading.span(place.start, place.end)
    return Evidence("region", f"{fact.region_name}{code}: {basis}, {notes.quote(span)}", span)


def _period(notes: Notes, bound: Bound, fact: Fact) -> Evidence:
    days = days_says(fact.period_start, fact.period_end)
    if fact.period_basis == "unknown":
        return Evidence("period", "none: neither the figure nor the article says when")
    if fact.period_basis == "article_date":
        where = _DATE.get(notes.dated.basis, notes.dated.basis)
        return Evidence("period", f"{days}: the article's own date, {where}, as nothing nearer says when")
    period = _nearest_period(notes, bound, fact)
    if period is None:
        return Evidence("period", f"{days}: stated in the article")
    number = bound.figure.sentence
    sentence = notes.sentence(number, period.span)
    inside = sentence.start <= period.span.start < sentence.end
    where = "in its sentence" if inside else "in another sentence that holds for it"
    return Evidence("period", f"{days}: stated {where}, {notes.quote(period.span)}", period.span)


def _nearest_period(notes: Notes, bound: Bound, fact: Fact) -> Period | None:
    bounds = fact.period_start, fact.period_end
    same: Sequence[Period] = [period for period in notes.periods if (period.start, period.end) == bounds]
    at = bound.figure.quantity.span.start
    return min(same, key=lambda period: abs(period.span.start - at), default=None)


def _speaker(fact: Fact) -> Iterator[Evidence]:
    if fact.speaker_name or fact.speaker_role:
        says = ", ".join(part for part in (fact.speaker_name, fact.speaker_role) if part)
        yield Evidence("speaker", f"{says}: quoted with it")


def _confidence(notes: Notes, fact: Fact) -> Iterator[Evidence]:
    """The parts of the confidence, which add up to it: the usual share of right facts, and what is not usual here."""
    grounds = notes.grounds.get(fact.fact_id)
    if grounds is None:
        return
    usual, parts = parts_of(grounds, notes.pack.calibration)
    yield Evidence("confidence", "share of usual facts that are right", weight=round(usual, 3))
    told = [part for part in parts if abs(part.share) >= _TOLD]
    for part in told:
        yield Evidence("confidence", part.says, weight=round(part.share, 3))
    rest = round(fact.confidence - round(usual, 3) - sum(round(part.share, 3) for part in told), 3)
    if rest:
        yield Evidence("confidence", "lesser grounds", weight=rest)


def _rivals(words: Words, bound: Bound, bid: Bid) -> Iterator[Evidence]:
    others = [other for other in bound.bids if other.indicator != bid.indicator]
    for other in others[:_RIVALS]:
        span = words.span(other.mention) if other.mention is not None else None
        but = ""
        if other.score > bid.score:
            but = (
                ", but is less specific" if other.weight < bid.weight else ", but does not go with the figure beside it"
            )
        yield Evidence("rival", words.bid(other, bound) + but, span, other.pattern_id, round(other.score, 3))
