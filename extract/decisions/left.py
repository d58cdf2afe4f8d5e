"""Why a number did not become a row: the rule that excludes it, what speaks against it, or what it lacks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from extract.decisions.notes import Notes, Words, days_says
from extract.model import Evidence, Fact, Noise, Quantity, Span
from extract.patterns.pack import CUES, Cue, Indicator
from extract.reading import Bound, Figure, Mention
from extract.stages.binding import ACCEPT
from extract.stages.binding.counted import BARE_COUNT
from extract.values.noise import NoiseGrammar

_KINDS = {"money": "an amount of money", "percent": "a percentage", "count": "a count"}
_DATES = {
    "date": "It belongs to a date or period.",
    "year_of_something": "It is the year, or the years, of something that has a name: of a law, a plan, an award.",
}
_NEGATION = 3
_SHOWN = 3
_LONGEST = 80  # characters of a quotation


def excluded(notes: Notes, quantity: Quantity, rule: str) -> tuple[str, tuple[Evidence, ...]]:
    """The sentence, and the ground, for a number whose digits a rule claims."""
    spans = [noise.span for noise in notes.layout.furniture if noise.rule == rule]
    spans += [period.span for period in notes.periods if rule in _DATES]
    spans += [noise.span for noise in _noise(notes.pack.noise, notes.article.text) if noise.rule == rule]
    core = quantity.core
    claim = next((span for span in spans if span.start < core.end and core.start < span.end), quantity.span)
    means = _meanings(notes).get(rule) or f"The rule {rule} claims its digits."
    kind = "Page furniture" if any(noise.rule == rule for noise in notes.layout.furniture) else "Out of scope"
    shown = f" {notes.quote(claim)}." if claim != quantity.span and claim.end - claim.start <= _LONGEST else ""
    period = next((p for p in notes.periods if p.span.start < core.end and core.start < p.span.end and p.start), None)
    dates = f" It says when: {days_says(period.start, period.end)}." if period is not None else ""
    return f"{kind}: {means}{shown}{dates}", (Evidence("rule", means, claim, rule),)


@lru_cache(maxsize=1)
def _noise(grammar: NoiseGrammar, text: str) -> list[Noise]:
    """The noise of an article, which each of its numbers asks for."""
    return grammar.find(text)


def _meanings(notes: Notes) -> Mapping[str, str]:
    """What each rule that can exclude a number means, in its own words."""
    noise = {rule.id: rule.means for rule in notes.pack.noise.rules}
    furniture = {rule.rule: rule.means for rule in notes.pack.furniture}
    return {**noise, **furniture, **_DATES, "furniture": "It stands on a line that is not the article."}


def left_out(notes: Notes, words: Words, bound: Bound) -> tuple[str, tuple[Evidence, ...]]:
    """The sentence, and the grounds, for a figure that lost or had no competition."""
    figure = bound.figure
    if bound.reason == "counts_something_else":
        says = f"It counts «{figure.noun}», which no indicator counts."
        return says, tuple(_nearest(notes, words, bound))
    if bound.reason == "no_cue":
        nearest = tuple(_nearest(notes, words, bound))
        if nearest:
            return f"No phrase that fits it speaks for it. Nearest: {nearest[0].says}.", nearest
        return f"{_counts(figure)} no phrase in its sentence speaks for an indicator.", ()
    if bound.veto is not None and bound.reason == bound.veto[1].pattern_id:
        return _vetoed(words, bound)
    if bound.reason == "cue_too_far":
        return _too_weak(words, bound)
    if bound.reason == "off_topic_sentence":
        says = "Its sentence does not name the programme, in an article that is mostly about something else"
        return f"{says}{_for(words, bound)}, which is too weak there.", tuple(_bids(words, bound))
    if bound.reason == "bare_word":
        says = f"A number in words with no noun beside it that says what it counts{_for(words, bound)}."
        return says, tuple(_bids(words, bound))
    return f"{bound.reason.replace('_', ' ').capitalize()}{_for(words, bound)}.", tuple(_bids(words, bound))


def _counts(figure: Figure) -> str:
    """What a figure without a cue is, as the first half of a sentence."""
    if figure.form == "count":
        return f"It counts «{figure.noun}», but" if figure.noun else "Nothing says what it counts, and"
    return f"It is {_KINDS[figure.form]}, but"


def _for(words: Words, bound: Bound) -> str:
    return f"; the best reading was {words.bid(bound.bids[0], bound)}" if bound.bids else ""


def _vetoed(words: Words, bound: Bound) -> tuple[str, tuple[Evidence, ...]]:
    assert bound.veto is not None
    score, veto, mention = bound.veto
    against = Evidence(
        "veto", f"{words.said(mention, bound)}: {veto.meaning}", words.span(mention), veto.pattern_id, score
    )
    says = f"Vetoed: {words.said(mention, bound)} tells of {veto.meaning}"
    if bound.bids:
        bid = bound.bids[0]
        weak = "; what speaks for it is weak anyway:" if bid.score < ACCEPT else ", and outweighs"
        says += f" ({score:.2f}){weak} {words.bid(bid, bound)} ({bid.score:.2f})"
    return f"{says}.", (against._replace(weight=round(score, 3)), *_bids(words, bound))


def _too_weak(words: Words, bound: Bound) -> tuple[str, tuple[Evidence, ...]]:
    grounds = tuple(_bids(words, bound))
    if not bound.bids:
        return "What speaks for it is too far away.", grounds
    bid = bound.bids[0]
    cue = bid.mention.value if bid.mention is not None else None
    wrong = isinstance(cue, Cue) and bid.mention is not None and _wrong_side(cue, bid.mention, bound.figure)
    why = "on the wrong side of it" if wrong else "too far from it"
    if bid.mention is None:
        why = "too weak, as no label of its own says that it goes on"
    if bid.score >= ACCEPT:
        return f"{words.bid(bid, bound)}, but not together with the figure beside it.", grounds
    return (
        f"{words.bid(bid, bound)}, but {why}: worth {bid.score:.2f}, and a row needs {ACCEPT:.2f}.",
        grounds,
    )


def _wrong_side(cue: Cue, mention: Mention, figure: Figure) -> bool:
    return cue.side != "any" and (cue.side == "after") != (mention.start >= figure.end)


def _bids(words: Words, bound: Bound) -> Iterator[Evidence]:
    """The readings that were weighed."""
    for bid in bound.bids[:_SHOWN]:
        span = words.span(bid.mention) if bid.mention is not None else None
        yield Evidence("rival", words.bid(bid, bound), span, bid.pattern_id, round(bid.score, 3))


def _nearest(notes: Notes, words: Words, bound: Bound) -> Iterator[Evidence]:
    """The cues of the sentence that come nearest to taking the figure, each with the condition that failed."""
    reading, figure = words.reading, bound.figure
    sentence = reading.sentence_of(figure.token)
    first, last = reading.sentence_tokens[sentence : sentence + 2]
    mentions = [m for kind in CUES for m in reading.between(kind, first, last) if isinstance(m.value, Cue)]
    ranked = sorted(mentions, key=lambda m: (m.form != figure.form, words.distance(m)))
    told: set[str] = set()
    for mention in ranked:
        cue = mention.value
        assert isinstance(cue, Cue)
        if cue.indicator in told:
            continue
        told.add(cue.indicator)
        failed = _failed(words, bound, mention, cue, notes.pack.indicators[cue.indicator])
        says = f"{words.said(mention, bound)} speaks for {cue.indicator}, but {failed}"
        yield Evidence("nearest", says, words.span(mention), cue.pattern_id)
        if len(told) == _SHOWN:
            return


def _failed(words: Words, bound: Bound, mention: Mention, cue: Cue, indicator: Indicator) -> str:
    """The condition of a cue that a figure does not meet."""
    figure, value, unit = bound.figure, bound.figure.quantity.value, bound.unit
    if indicator.form != figure.form:
        return f"that takes {_listed(indicator.units)}, and this is {_KINDS[figure.form]}"
    if figure.form == "count":
        if unit is None and indicator.units[0] != "person":
            return f"no word says that the number counts {_listed(indicator.units)}"
        if unit is None and value < BARE_COUNT:
            return "no word says what the number counts, and it is too small to be one of people without it"
        if unit is not None and unit not in indicator.units:
            counts = f"this counts «{figure.noun}»" if figure.noun else "no word says that this is one"
            return f"that takes {_listed(indicator.units)}, and {counts}"
        if value != int(value):
            return "that comes in whole numbers"
    if indicator.max_value is not None and value > indicator.max_value:
        return f"the number is over the {indicator.max_value:,.15g} that it may be"
    if indicator.min_value is not None and value < indicator.min_value:
        return f"the number is under the {indicator.min_value:,.15g} that it has to be"
    if cue.requires and not _has(words, cue.requires, bound):
        return f"that needs a {cue.requires.replace('_', ' ')} beside the figure, and there is none"
    if cue.adds_up_to is not None:
        return f"it counts only for figures that add up to {cue.adds_up_to:g}"
    if indicator.negation is None and words.reading.between(
        "negator", max(mention.start - _NEGATION, 0), mention.start
    ):
        return "it is negated"
    if _wrong_side(cue, mention, figure):
        return f"it counts only where it stands {cue.side} the figure"
    return "it is too far away or belongs to another figure"


def _has(words: Words, label: str, bound: Bound) -> bool:
    return any(m.value is not None for m in words.reading.between(label, bound.cell.start, bound.cell.end))


def _listed(names: Sequence[str]) -> str:
    """Units in words.

    >>> _listed(("person", "household"))
    'person or household'
    """
    return " or ".join(names)


def gone(reason: str, fact: Fact, row: Fact, notes: Notes) -> str:
    """The sentence for a figure whose ``fact`` is no row of its own, and for which another ``row`` stands."""
    said = notes.quote(Span(row.char_start, row.char_end))
    if reason == "headline":
        return f"The headline of what the body says: it is told by the row of {row.indicator}, {said}."
    if reason == "lesser_reading":
        known = f"the row of {row.indicator}, {said}, says better what it counts"
        return f"The same number, read as {fact.indicator} here: {known}."
    where = "in the title" if row.in_title else "at its fullest mention"
    return f"Said again: it is counted in the row of {row.indicator} {where}, {said}."
