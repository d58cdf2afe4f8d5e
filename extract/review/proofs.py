"""What a pattern pack is held to: every rule matches its own examples and leaves its counter-examples alone.

An example of a cue or a veto marks its figure: «Peserta JKN <1.200 jiwa>.» The marks are taken out and the sentence is
read as an article.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from extract.model import Article, Extraction, Fact, Sentence, Span
from extract.patterns import Cue, Entry, Pack, Veto, load_pack
from extract.patterns.load import read_phrases
from extract.pipeline import Pipeline
from extract.stages.mentions import MentionFinder

LABELS: Mapping[str, str] = {
    "segment": "segments",
    "facility": "facilities",
    "per": "per",
    "unit": "units",
    "care_class": "care_classes",
    "status": "status",
}
"""The kinds of lexicon phrases of which a sample is looked for in running text, and the file of each."""

_SAMPLE = 60  # phrases of a kind, more or less
_ENDS = (".", "?", "!")


class Proof(NamedTuple):
    """One sentence that an entry of a file is held to; ``wrong`` says what is wrong with it, or None."""

    file: str
    entry: str
    sentence: str
    wrong: Callable[[], str | None]


class Failure(NamedTuple):
    """A sentence that does not hold, and why."""

    file: str
    entry: str
    sentence: str
    what: str


class Checked(NamedTuple):
    """A pack, how many sentences it is held to, and those that do not hold."""

    pack_hash: str
    proofs: int
    failures: tuple[Failure, ...]


def check_pack(folder: Path | None = None) -> Checked:
    """Load the pack in a folder, or the one that came along, and try all it is held to. Raises PatternError."""
    pack = load_pack(folder)
    tried = [(proof, proof.wrong()) for proof in proofs(Pipeline(pack), read_phrases(folder))]
    failures = (Failure(proof.file, proof.entry, proof.sentence, what) for proof, what in tried if what is not None)
    return Checked(pack.hash, len(tried), tuple(failures))


def proofs(pipeline: Pipeline, phrases: Mapping[str, tuple[Entry, ...]]) -> Iterator[Proof]:
    """Everything that the pack of a pipeline is held to; ``phrases`` are its own (``read_phrases``)."""
    for indicator in pipeline.pack.indicators.values():
        for cue in indicator.cues:
            yield from _of_cue(pipeline, cue)
    for veto in pipeline.pack.vetoes:
        yield from _of_veto(pipeline, veto)
    yield from _of_noise(pipeline.pack)
    yield from _of_furniture(pipeline)
    yield from _of_labels(pipeline.pack, phrases)


def unmark(example: str) -> tuple[str, Span]:
    """An example's text without the marks around its figure, and where the figure stands.

    >>> unmark("Peserta <12 jiwa>.")
    ('Peserta 12 jiwa.', Span(start=8, end=15))
    """
    before, _, rest = example.partition("<")
    figure, _, after = rest.partition(">")
    return before + figure + after, Span(len(before), len(before) + len(figure))


def _of_cue(pipeline: Pipeline, cue: Cue) -> Iterator[Proof]:
    file, entry = f"indicators/{cue.indicator}.toml", f"[[cue]] {cue.pattern_id.partition('.')[2]}"

    def reads(found: list[Fact], read: Extraction) -> str | None:
        if any(fact.indicator == cue.indicator for fact in found):
            return None
        return f"is not read as {cue.indicator}{_instead(found, read)}"

    def leaves(found: list[Fact], read: Extraction) -> str | None:
        by = next((fact.pattern_id for fact in found if fact.indicator == cue.indicator), None)
        return by and f"is read as {cue.indicator} by {by}, and must not be"

    yield from (Proof(file, entry, text, _marked(pipeline, text, reads)) for text in cue.examples)
    yield from (Proof(file, entry, text, _marked(pipeline, text, leaves)) for text in cue.counter_examples)


def _of_veto(pipeline: Pipeline, veto: Veto) -> Iterator[Proof]:
    file, entry = "lexicon/vetoes.toml", f"[[veto]] {veto.pattern_id.partition('.')[2]}"

    def silences(found: list[Fact], read: Extraction) -> str | None:
        return f"is read by {found[0].pattern_id}, and must not be" if found else None

    def leaves(found: list[Fact], read: Extraction) -> str | None:
        return None if found else f"gives no row{_instead(found, read)}"

    if not veto.examples or not veto.counter_examples:
        yield Proof(file, entry, "", lambda: "has no examples, or no counter-examples: write at least one of each")
    yield from (Proof(file, entry, text, _marked(pipeline, text, silences)) for text in veto.examples)
    yield from (Proof(file, entry, text, _marked(pipeline, text, leaves)) for text in veto.counter_examples)


def _marked(
    pipeline: Pipeline, example: str, judge: Callable[[list[Fact], Extraction], str | None]
) -> Callable[[], str | None]:
    """A trial of one marked sentence: whether it is well made, and what ``judge`` says of the rows of its figure."""

    def wrong() -> str | None:
        text, span = unmark(example)
        if (example.count("<"), example.count(">")) != (1, 1) or not span.end > span.start:
            return "marks no figure, or several: write <...> around one"
        if not text.rstrip().endswith(_ENDS):
            return "is no whole sentence: end it with a full stop"
        read = pipeline.run(Article("example", text), explain=True)
        if not read.on_topic:
            return "is off the topic: name the programme"
        return judge([fact for fact in read.facts if fact.char_start < span.end and fact.char_end > span.start], read)

    return wrong


def _instead(found: Iterable[Fact], read: Extraction) -> str:
    """What became of the figure of an example, or of all where it gave no row."""
    rows = [f"{fact.indicator} by {fact.pattern_id}" for fact in found]
    left = [f"«{one.surface}» {one.reason}" for one in read.decisions if not one.taken]
    return f"; it is {', '.join(rows)}" if rows else f"; left out: {', '.join(left)}" if left else ""


def _of_noise(pack: Pack) -> Iterator[Proof]:
    def claims(rule: str, text: str, wanted: bool) -> str | None:
        claimed = rule in (noise.rule for noise in pack.noise.find(text))
        return None if claimed == wanted else "is not claimed" if wanted else "is claimed, and must not be"

    for rule in pack.noise.rules:
        for texts, wanted in ((rule.examples, True), (rule.counter_examples, False)):
            for text in texts:
                trial = _bound(claims, rule.id, text, wanted)
                yield Proof("lexicon/noise.toml", f"[[rule]] {rule.id}", text, trial)


def _of_furniture(pipeline: Pipeline) -> Iterator[Proof]:
    rules = pipeline.pack.furniture
    body = next(unmark(cue.examples[0])[0] for one in pipeline.pack.indicators.values() for cue in one.cues)
    facts = [fact.value for fact in pipeline.run(Article("example", body)).facts]

    def takes(number: int, line: str) -> str | None:
        if not rules[number].regex.fullmatch(line):
            return "is not taken"
        page = f"{body}\n\n{line}\n"
        read = [fact.value for fact in pipeline.run(Article("example", page)).facts]
        return None if read == facts else "is taken, but below an article its figures become rows"

    def leaves(number: int, line: str) -> str | None:
        by = next((rule.rule for rule in rules if rule.regex.fullmatch(line)), None)
        return by and f"is taken by {by}, and must not be"

    for number, rule in enumerate(rules):
        place = "lexicon/furniture.toml", f"[[rule]] {rule.rule}"
        yield from (Proof(*place, line, _bound(takes, number, line)) for line in rule.examples)
        yield from (Proof(*place, line, _bound(leaves, number, line)) for line in rule.counter_examples)


def _of_labels(pack: Pack, phrases: Mapping[str, tuple[Entry, ...]]) -> Iterator[Proof]:
    """A sample of each lexicon's phrases is found with the meaning that the lexicon gives it."""
    finder = MentionFinder(pack)

    def found(kind: str, value: object, text: str) -> str | None:
        mentions = finder.read(text, [Sentence(0, len(text), 0)], (), ()).mentions.get(kind, [])
        if value in [mention.value for mention in mentions]:
            return None
        return f"is not found as {value or 'meaning nothing'}"

    for kind, file in LABELS.items():
        entries = [(phrase, entry) for phrase, held in phrases.items() for entry in held if entry.kind == kind]
        for phrase, entry in entries[:: max(1, len(entries) // _SAMPLE)]:
            trial = _bound(found, kind, entry.value, f"- , {phrase} .")
            yield Proof(f"lexicon/{file}.toml", f"[[{kind}]] {entry.value or '(means nothing)'}", phrase, trial)


def _bound(trial: Callable[..., str | None], *given: object) -> Callable[[], str | None]:
    return lambda: trial(*given)
