"""The segment that names of segments mean together: the part among them, or what they are all parts of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import dropwhile, pairwise

from extract.patterns.pack import Segments
from extract.reading import Bound, Mention, Reading
from extract.stages.labels.payers import SUBSIDISED, Payers

_GAP = 7


class Together:
    """Puts the names of segments of one article together."""

    def __init__(self, reading: Reading, payers: Payers, segments: Segments) -> None:
        self._reading = reading
        self._payers = payers
        self._segments = segments

    def of(self, label: Mention, labels: Sequence[Mention], bound: Bound) -> str | None:
        """The segment that a name means with the names beside it."""
        spelled = self._spelled_out(label, labels, bound) if label.value is not None else None
        if spelled is not None:
            return spelled
        names, several = self._beside(label, labels, bound)
        if len(names) == 1:
            return self._alone(label, labels)
        values = [self._payers.level_of_name(name) for name in names]
        known = [value for value in values if value is not None]
        parts = self._parts(known)
        if not several:
            parts = [part for part in parts if self.is_subsidised(part)] or parts
        if len(known) < len(values) and (several or not all(self.is_subsidised(part) for part in parts)):
            return None
        if len(parts) == 1:
            return self._payers.level(label) if parts[0] == label.value else parts[0]
        value = self._payers.level_of_name(label)
        return self.common(parts) if several else value if value in parts else parts[-1]

    def _beside(self, label: Mention, labels: Sequence[Mention], bound: Bound) -> tuple[list[Mention], bool]:
        """A name with those that hang together with it, and whether they are names of several segments."""
        at = labels.index(label)
        names, several = [label], False
        for other in reversed(labels[:at]):
            link = self.link(other, names[0], bound)
            if link is None:
                break
            several |= link
            names.insert(0, other)
        for other in labels[at + 1 :]:
            link = self.link(names[-1], other, bound)
            if link is None:
                break
            several |= link
            names.append(other)
        return names, several

    def _alone(self, label: Mention, labels: Sequence[Mention]) -> str | None:
        """The segment of a name that none stands beside: the one part of it that the clause names, else its own."""
        named = {value for other in labels if (value := self._payers.level_of_name(other))}
        parts = {value for value in named if label.value in tuple(self.wholes(value))}
        return parts.pop() if len(parts) == 1 else self._payers.level(label)

    def _spelled_out(self, label: Mention, labels: Sequence[Mention], bound: Bound) -> str | None:
        """The segment whose parts are told up to a name: «PPU yang terdiri atas ASN dan karyawan swasta»."""
        before = [value for m in labels if m.end <= label.end and (value := self._payers.level_of_name(m))]
        whole = before[0]
        parts = set(dropwhile(whole.__eq__, before))
        spelled = (
            (len(parts) > 1 or (bool(parts) and self._includes(labels, bound)))
            and not self._is_again(whole, label, labels)
            and all(whole in (part, *self.wholes(part)) for part in parts)
        )
        return whole if spelled and parts != {whole} else None

    def _includes(self, labels: Sequence[Mention], bound: Bound) -> bool:
        """Whether the first of some names before a figure includes the next: «PPU termasuk ASN dan TNI 9.120 jiwa»."""
        if len(labels) < 2 or labels[-1].end > bound.figure.token:
            return False
        between = range(labels[0].end, labels[1].start)
        if any(self._reading.has_figure(at, at + 1) for at in between):
            return False
        return any(m.value == "others" for m in self._reading.between("aside", between.start, between.stop))

    def _is_again(self, whole: str, label: Mention, labels: Sequence[Mention]) -> bool:
        """Whether the whole is named again right before a name, which is another: «... dan APBN, kuota PBI APBD»."""
        before = [m for m in labels if m.end <= label.start]
        return len(before) > 1 and before[-1].value == whole and self.are_one([before[-1], label])

    def link(self, one: Mention, other: Mention, bound: Bound) -> bool | None:
        """How two neighbours hang together: as one (False), as several (True), or not at all (None)."""
        if other.start - one.end > _GAP or one.end <= bound.figure.token < other.start:
            return None
        words = self._words(one, other)
        if words <= self._segments.same:
            return False
        return True if words <= self._segments.same | self._segments.several else None

    def are_one(self, labels: Sequence[Mention]) -> bool:
        """Whether names that follow each other are of one segment: «PBPU yang dibiayai pemda»."""
        return all(self._words(one, other) <= self._segments.same for one, other in pairwise(labels))

    def _words(self, one: Mention, other: Mention) -> set[str]:
        return {self._reading.word(token).lower() for token in range(one.end, other.start)}

    def _parts(self, values: Sequence[str]) -> list[str]:
        """Without the ones that have a part among the others."""
        wholes = {whole for value in values for whole in self.wholes(value)}
        return [value for value in dict.fromkeys(values) if value not in wholes]

    def common(self, values: Sequence[str]) -> str | None:
        """The one segment that some are, or are parts of."""
        parts = self._parts(values)
        if len(parts) == 1:
            return parts[0]
        chains = [(value, *self.wholes(value)) for value in parts]
        return next((whole for whole in chains[0] if all(whole in chain for chain in chains)), None) if chains else None

    def wholes(self, value: str) -> Iterator[str]:
        """The segments that one is a part of, the nearest first."""
        whole = self._segments.whole.get(value)
        while whole is not None:
            yield whole
            whole = self._segments.whole.get(whole)

    def is_subsidised(self, segment: str) -> bool:
        """Whether a government pays for the people of a segment."""
        return segment == SUBSIDISED or SUBSIDISED in self.wholes(segment)
