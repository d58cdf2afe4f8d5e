"""The names of segments that are said of a figure's people outside its own words: behind a comma, before a «yang»."""

from __future__ import annotations

from collections.abc import Sequence

from extract.patterns.pack import Segments
from extract.reading import Bound, Mention, Reading
from extract.stages.labels.payers import Payers

_BEHIND = 2  # tokens from the noun of a figure to the name of its people
_REMARK = 12
_MOVES = 3


class Remarks:
    """What one article says beside its figures of whose people these count."""

    def __init__(self, reading: Reading, payers: Payers, segments: Segments) -> None:
        self._reading = reading
        self._payers = payers
        self._predicates = segments.predicates

    def of_whole(self, bound: Bound) -> Mention | None:
        """The name behind Y in «X dari Y peserta mandiri», which X are of, too."""
        reading, end = self._reading, bound.figure.end
        if bound.figure.form != "count" or not reading.is_level(end, "of"):
            return None
        of = end + 1 if reading.has_figure(end + 1, end + 2) else end + 2  # «dari 9.000», «dari total 9.000»
        if not reading.has_figure(of, of + 1):
            return None
        names = [m for m in reading.between("segment", of + 1, of + 1 + _BEHIND) if m.value is not None]
        return names[0] if names else None

    def antecedent(self, bound: Bound) -> Mention | None:
        """The name that a figure's clause begins behind: «jauh di bawah karyawan swasta yang sudah 97 persen»."""
        reading, start = self._reading, bound.cell.start
        if not reading.between("restricting", start, start + 1):
            return None
        names = [m for m in reading.between("segment", start - _REMARK, start) if m.end == start]
        return names[-1] if names and names[-1].value is not None else None

    def behind(self, labels: Sequence[Mention], bound: Bound) -> Mention | None:
        """The name in «5.120 jiwa, iurannya dari APBD», in «5.120 jiwa, merupakan PBI», and in «5.120: PBI»."""
        label = next((m for m in labels if m.start >= bound.figure.end), None)
        if label is None:
            return None
        gap = range(bound.figure.end, label.start)
        if (
            len(gap)
            and all(self._reading.word(at) == ":" or at > gap[0] for at in gap)
            and bound.figure.token == self._first(bound)
        ):
            return label
        hard = any(m.value == "hard" for m in self._reading.between("separator", gap.start, gap.stop))
        hard = hard or bool(self._reading.between("aside", gap.start, gap.stop))
        paying = self._reading.between("paying", gap.start, label.end)
        paid = any(m.start <= label.start or self._payers.is_source(label) for m in paying)
        said = paid or self.leads_to(label) == "into" or self._is_predicate(gap)
        return label if said and not hard and len(gap) <= _REMARK else None

    def _is_predicate(self, gap: range) -> bool:
        """Whether a comma and a word that says what people are stand between a figure and a name."""
        words = [self._reading.word(at).lower() for at in gap[:2]]
        return len(words) > 1 and words[0] == "," and words[1] in self._predicates

    def leads_to(self, label: Mention) -> object:
        """Which way the last word of moving before a name, or in it, points."""
        found = self._reading.between("moves", label.start - _MOVES, label.start + 1)
        return found[-1].value if found else None

    def _first(self, bound: Bound) -> int:
        """The first token of a figure's sentence that is a word or a figure."""
        first = self._reading.sentence_tokens[bound.figure.sentence]
        return next(
            at
            for at in range(first, bound.figure.token + 1)
            if at == bound.figure.token or self._reading.word(at)[0].isalnum()
        )
