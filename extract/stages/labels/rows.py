"""The rows labelled so far, and which label a figure wears."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from math import isclose

from extract.patterns.pack import Indicator
from extract.reading import Bound, Figure, Labels, Mention, Reading, Scene

_RIGHT_BEHIND = 1
_REACH = 3
_BEFORE = 2
_OLD = 3
_OLD_LEVELS = ("of", "was")
_SUM = 0.02
_GROWS = 9  # tokens from people to those of them who are active
_PAID = 14  # tokens from people to how many of them pay


class Rows:
    """The labelled rows of one article, in order."""

    def __init__(self) -> None:
        self.all: list[tuple[Bound, Labels]] = []
        self._first_of_value: dict[float, tuple[int, str]] = {}
        self._first_alike: dict[tuple[float, str | None], Labels] = {}
        self._first_segment: dict[tuple[float, str | None], str] = {}
        # What was met last stands last in these two.
        self._last_segments: dict[str, None] = {}
        self._last_counted: dict[tuple[str | None, str | None], tuple[Bound, Labels]] = {}

    def add(self, bound: Bound, labels: Labels) -> None:
        """Keeps the next row."""
        self.all.append((bound, labels))
        figure = bound.figure
        counted = figure.quantity.value, _indicator(bound)
        self._first_alike.setdefault(counted, labels)
        if labels.segment:
            self._first_of_value.setdefault(figure.quantity.value, (figure.sentence, labels.segment))
            self._first_segment.setdefault(counted, labels.segment)
            self._last_segments.pop(labels.segment, None)
            self._last_segments[labels.segment] = None
        self._last_counted.pop((counted[1], bound.unit), None)
        self._last_counted[counted[1], bound.unit] = bound, labels

    def segments(self) -> Iterator[str]:
        """Each segment told so far once, the last one first."""
        return reversed(self._last_segments)

    def last_counted(self) -> Iterator[tuple[Bound, Labels]]:
        """The last row of each indicator and unit, the last one first."""
        return reversed(self._last_counted.values())

    def before(self, bound: Bound) -> tuple[Bound, Labels] | None:
        """The row before a figure, if it stands in the same sentence."""
        if self.all and self.all[-1][0].figure.sentence == bound.figure.sentence:
            return self.all[-1]
        return None

    def of_sentence(self, number: int) -> list[tuple[Bound, Labels]]:
        """The rows of a sentence that is not far back, in order."""
        found = []
        for row in reversed(self.all):
            if row[0].figure.sentence < number:
                break
            if row[0].figure.sentence == number:
                found.append(row)
        return found[::-1]

    def alike(self, bound: Bound) -> list[Bound]:
        """The rows of a figure's sentence that count the same as it, and the figure."""
        rows = [row for row, _ in self.of_sentence(bound.figure.sentence) if _indicator(row) == _indicator(bound)]
        return rows or [bound]

    def of_value(self, value: float, sentence: int) -> str | None:
        """The segment of the first row before a sentence that counted just as many."""
        first, segment = self._first_of_value.get(value, (sentence, None))
        return segment if first < sentence else None

    def segment_again(self, bound: Bound) -> str | None:
        """The segment of the first row that counted the same, and just as many."""
        return self._first_segment.get((bound.figure.quantity.value, _indicator(bound)))

    def alike_before(self, bound: Bound) -> Labels | None:
        """The labels of the first row that counted the same, and just as many."""
        return self._first_alike.get((bound.figure.quantity.value, _indicator(bound)))

    def is_by_segment(self, bound: Bound) -> bool:
        """Whether a figure's sentence gives its indicator by segment: the last of them does not go on."""
        rows = self.of_sentence(bound.figure.sentence)
        alike = {
            labels.segment for row, labels in rows if row.bid and bound.bid and row.bid.indicator == bound.bid.indicator
        }
        return len(alike) > 1

    def is_broken_down(self, sentence: int) -> bool:
        """Whether a sentence counts several segments."""
        return len({labels.segment for _, labels in self.of_sentence(sentence) if labels.segment}) > 1

    def adds_up(self, bound: Bound, sentence: int) -> bool:
        """Whether a figure is the sum of those that a sentence counts by segment: a total, though no word says so."""
        rows = self.of_sentence(sentence)
        alike = [(row, labels.segment) for row, labels in rows if row.bid and row.bid.indicator == _indicator(bound)]
        parts = [row.figure.quantity.value for row, _ in alike]
        apart = len({segment for _, segment in alike}) > 1
        return apart and isclose(sum(parts), bound.figure.quantity.value, rel_tol=_SUM)


def _indicator(bound: Bound) -> str | None:
    return bound.bid.indicator if bound.bid is not None else None


def worn(reading: Reading, kind: str, bound: Bound) -> Mention | None:
    """The label that a figure wears: one right behind it, else the last before it, else the first after."""
    mentions = reading.between(kind, begins(reading, bound), bound.cell.end)
    return nearest(reading, mentions, bound) if mentions else None


def begins(reading: Reading, bound: Bound) -> int:
    """The first token of what is said of a figure: of its clause, or behind the figure before it.

    «Aktif 5.120 dan peserta mandiri | yang aktif 1.204»: a label behind the «and» is of the figure that follows.
    «Pensiunan 2.040 jiwa, total 5.120 jiwa»: one before a total that follows another figure is not the total's.
    """
    start = bound.cell.start
    last = bisect_left(reading.figure_tokens, bound.figure.token) - 1
    if last >= 0 and start <= reading.figure_tokens[last]:
        total = reading.between("total", reading.figure_tokens[last], bound.figure.token)
        return min(total[0].start, reading.figure_tokens[last] + _REACH) if total else start
    before = bisect_left(reading.figure_tokens, start) - 1
    if before < 0 or reading.figure_tokens[before] < reading.sentence_tokens[bound.figure.sentence]:
        return start
    last = reading.figure_tokens[before]
    joined = [m for m in reading.between("separator", last, start) if m.value == "and"]
    joined = joined or reading.between("link", last, start)
    return joined[-1].start if joined else start


def nearest(reading: Reading, mentions: Sequence[Mention], bound: Bound) -> Mention | None:
    """The label that a figure wears of some in its clause."""
    figure = bound.figure
    before = [m for m in mentions if m.end <= figure.token]
    behind = [m for m in mentions if m.start >= figure.token]
    close = behind and behind[0].start - figure.end <= _RIGHT_BEHIND
    close = close and not any(m.value == "and" for m in reading.between("separator", figure.end, behind[0].start))
    gap = range(before[-1].end, figure.token) if before else range(0)
    parted = any(reading.word(token) == "," for token in gap)
    parted = parted or any(m.value == "and" for m in reading.between("separator", gap.start, gap.stop))
    beside = before and len(gap) <= _RIGHT_BEHIND and not parted
    if close and not beside:
        return behind[0]
    if before:
        return before[-1]
    return behind[0] if behind and not _parted(reading, figure.end, behind[0]) else None


def _parted(reading: Reading, end: int, label: Mention) -> bool:
    """Whether a label behind a figure is parted from it: by a comma, or as that of the figure behind an «and»."""
    between = {m.value for m in reading.between("separator", end, label.start)}
    told = "and" in between or reading.between("link", end, label.start)
    return bool(between & {"hard", "comma"}) or bool(told and reading.has_figure(label.end, label.end + _REACH))


def goes_into(reading: Reading, bound: Bound) -> bool:
    """Whether a figure is the second of «dari X menjadi Y», which wears the labels of the first."""
    token = bound.figure.token
    said = reading.between("level", max(token - _REACH, bound.cell.start), token)
    return any(m.value in ("into", "to", "present") for m in said)


def is_new_level(reading: Reading, bound: Bound) -> bool:
    """Whether a figure is the new one of «naik dari X menjadi Y»."""
    token = bound.figure.token
    return _leads(reading, max(token - _BEFORE, bound.cell.start), token)


def is_followed_by_old(reading: Reading, bound: Bound) -> bool:
    """Whether an old level stands right behind a figure: «Rp 42 ribu, dari yang berlaku sekarang Rp 25.500»."""
    end = bound.figure.end
    said = [m for m in reading.between("level", end, end + _REACH + 1) if m.value == "of"]
    if not said or reading.has_figure(end, said[0].start) or reading.between("source", said[0].end, said[0].end + 1):
        return False
    return reading.has_figure(said[0].end, said[0].end + _REACH + 1)


def is_old_level(reading: Reading, scene: Scene, bound: Bound) -> bool:
    """Whether a figure is the old one of «naik dari X menjadi Y»."""
    token = bound.figure.token
    of = [m for m in reading.between("level", max(token - _OLD, bound.cell.start - 1), token) if m.value in _OLD_LEVELS]
    if not of:
        return False
    if of[-1].end == token and of[-1].end - of[-1].start > 1:
        return True  # «dari sebelumnya X»
    before = bisect_left(reading.figure_tokens, token) - 1
    if bound.figure.form == "money" and before >= 0:
        new = reading.figure_tokens[before]
        if of[-1].value == "of" and of[-1].end == token and _leads(reading, max(new - _BEFORE, 0), new):
            return True  # «menjadi Rp 42 ribu dari Rp 23 ribu»
    following = _next_of_form(scene, bound.figure)
    return following is not None and _leads(reading, max(following.token - _REACH, token), following.token)


def _leads(reading: Reading, first: int, stop: int) -> bool:
    return any(m.value in ("into", "to") for m in reading.between("level", first, stop))


def _next_of_form(scene: Scene, figure: Figure) -> Figure | None:
    after = (f for cell in scene.cells for f in cell.figures if f.token > figure.token and f.form == figure.form)
    return next(after, None)


def is_share(reading: Reading, before: Bound, bound: Bound, indicator: Indicator) -> bool:
    """Whether a share follows on those it is of: «28.800 peserta mandiri, dan hanya 49 persen aktif»."""
    percent = before.figure.form == "count" and bound.figure.form == "percent"
    own = percent and (indicator.negation is not None or indicator.self_paid)
    first, stop = before.figure.end, bound.figure.token
    parting = {m.value for m in reading.between("separator", first, stop)}
    names = any(reading.between(kind, first, stop) for kind in ("segment", "area", "unit", "total"))
    if indicator.self_paid:  # «9.700 orang, meleset dari harapan, kendati kepatuhan bayarnya 97 persen»
        return own and stop - first <= _PAID and not names
    return own and stop - first <= _GROWS and "and" in parting and "hard" not in parting and not names


def is_state(reading: Reading, before: Bound, bound: Bound, indicator: Indicator) -> bool:
    """Whether those who are active follow on those in arrears: «menunggak 1.872 jiwa, yang aktif 5.294»."""
    counts = before.figure.form == bound.figure.form == "count" and indicator.negation is not None
    first, stop = before.figure.end, bound.figure.token
    names = any(reading.between(kind, first, stop) for kind in ("segment", "area", "unit", "total"))
    return counts and stop - first <= _GROWS and not names
