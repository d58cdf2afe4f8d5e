"""Who does what a cue says: what a government pays as contributions others pay for care, or pay in."""

from __future__ import annotations

from collections.abc import Iterator, Set

from extract.patterns.pack import Cue
from extract.reading import Bid, Mention, Reading

_OFFICE = 8  # tokens from the name of who does it to what is done
_SUBSIDISED = "pbi"


def own_cue(bid: Bid) -> Cue | None:
    """The cue whose words bid, where no negation turned them round."""
    cue = bid.mention.value if bid.mention is not None else None
    return cue if isinstance(cue, Cue) and cue.indicator == bid.indicator else None


def done_by(bid: Bid, reading: Reading, light: Set[str], joining: Set[str]) -> Bid:
    """A bid, for what its words say of the insurer or of members where these are who does it.

    «BPJS Kesehatan menggelontorkan Rp 5 miliar» pays for care; «perusahaan di Tegal menyetor iuran» fills its purse.
    ``light`` are words of which none tells what a figure counts, ``joining`` those that join it to something else.
    """
    cue = own_cue(bid)
    if cue is None or bid.mention is None:
        return bid
    if cue.by_insurer is not None and _insurer_acts(reading, bid.mention, light):
        return bid._replace(indicator=cue.by_insurer)
    if cue.by_members is not None and _members_act(reading, bid.mention, light, joining):
        return bid._replace(indicator=cue.by_members)
    return bid


def _insurer_acts(reading: Reading, cue: Mention, light: Set[str]) -> bool:
    """Whether the insurer or an office of its is who does what a cue says, light words and names alone between them."""
    start = _start(reading, cue)
    insurer = next(iter(reversed(reading.between("insurer", start, cue.start))), None)
    if insurer is None or insurer.end > cue.start:
        return False
    before = insurer.start - 1
    if before >= start and reading.word(before).isalpha():
        owned = reading.between("insured", before, insurer.start) or reading.between("level", before, insurer.start)
        given = any(m.value == "from" for m in reading.between("separator", before, insurer.start))
        if owned or given or reading.word(before).lower() not in light:
            return False
    return _leads_up(reading, insurer.end, cue.start, light)


def _members_act(reading: Reading, cue: Mention, light: Set[str], joining: Set[str]) -> bool:
    """Whether those who pay for themselves or for their staff are who does what a cue says, and no government is."""
    start = _start(reading, cue)
    member = max(_members(reading, start, cue.start), key=lambda m: m.start, default=None)
    if member is None or any(reading.between(kind, start, cue.start) for kind in ("government", "government/short")):
        return False
    before = reading.word(member.start - 1).lower() if member.start > start else ""
    return before not in joining and _leads_up(reading, member.end, cue.start, light)


def _members(reading: Reading, low: int, high: int) -> Iterator[Mention]:
    for mention in reading.between("segment", low, high):
        if mention.value is not None and not str(mention.value).startswith(_SUBSIDISED):
            yield mention
    yield from (m for m in reading.between("unit", low, high) if m.value == "employer")


def _start(reading: Reading, cue: Mention) -> int:
    return max(reading.sentence_tokens[reading.sentence_of(cue.start)], cue.start - _OFFICE)


def _leads_up(reading: Reading, low: int, high: int, light: Set[str]) -> bool:
    """Whether only light words and names stand between who does something and what is done."""
    return all(reading.word(token).istitle() or reading.word(token).lower() in light for token in range(low, high))
