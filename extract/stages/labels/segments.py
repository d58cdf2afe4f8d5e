"""Which segment of participants a figure is of: the label it wears, or the one its series or subject is told of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import cast

from extract.patterns.pack import COUNT_LAYERS, Cue, Indicator, PayerWords
from extract.reading import Bound, Labels, Mention, Place, Reading, Scene
from extract.stages.labels.rows import Rows, goes_into, worn

_CARRIES = ("area", "town", "care_class", "each")
_SERIES = 3
_LOCAL_LEVELS = {"regency": "pbi_apbd_kab", "city": "pbi_apbd_kab", "province": "pbi_apbd_prov"}
_LOCAL = ("pbi_apbd", *_LOCAL_LEVELS.values())
_ARREARS = "arrears"


class SegmentReader:
    """Reads the segments of one article's rows, in order."""

    def __init__(
        self,
        reading: Reading,
        places: Sequence[Place],
        rows: Rows,
        words: PayerWords,
        indicators: Mapping[str, Indicator],
    ) -> None:
        self._reading = reading
        self._places = {place.start: place for place in places}
        self._rows = rows
        self._words = words
        self._indicators = indicators
        self._subjects: dict[str, str | None] = {}
        self._introduced = self._first_pbi()

    def read(self, scene: Scene, bound: Bound, indicator: Indicator) -> str | None:
        """The segment of a bound figure; None for all segments."""
        segment = self._read(scene, bound, indicator)
        return segment if not indicator.segments or segment in indicator.segments else None

    def _read(self, scene: Scene, bound: Bound, indicator: Indicator) -> str | None:
        if not indicator.by_segment:
            return None
        if self._reading.between("segment", bound.cell.start, bound.cell.end):
            label = worn(self._reading, "segment", bound)
            if label is not None and not (indicator.name == "contribution_budget" and self._is_source(label)):
                value = self._level(label)
                paid = value == "pbi" and indicator.name == "participants_quota"
                return (self._payer(bound) if paid else None) or value
        previous = self._rows.before(bound)
        if previous is not None:
            carried = self._carried_segment(previous, bound, indicator)
            if carried is not None:
                return carried
        else:
            carried = self._series_segment(scene, bound)
            if carried is not None:
                return carried
        if bound.bid and (
            bound.bid.pattern_id == "participants.covered_by_payer" or indicator.name == "participants_quota"
        ):
            return self._payer(bound)
        return self._kept_segment(bound, indicator)

    def _first_pbi(self) -> int:
        """Where the article has introduced the PBI-JK: a bare PBI after that is the same."""
        for mention in self._reading.mentions.get("segment", ()):
            if mention.value == "pbi_apbn" and self._words_of(mention) & self._words.introducing:
                return mention.start
            if mention.value in _LOCAL:
                break
        return len(self._reading.offsets)

    def _series_segment(self, scene: Scene, bound: Bound) -> str | None:
        """The segment of the series that a figure goes on: the row before counted the same."""
        if not self._rows.all:
            return None
        assert bound.bid is not None
        if not self._rests(bound) and bound.bid.mention is not None:
            return None
        for before, labels in reversed(self._rows.all):
            if bound.figure.sentence - before.figure.sentence > _SERIES:
                return None
            if before.bid and before.bid.indicator == bound.bid.indicator:
                return labels.segment
            if not scene.goes_on:
                return None
        return None

    def _kept_segment(self, bound: Bound, indicator: Indicator) -> str | None:
        """The segment that an article's arrears, rates or flows have been spoken of so far."""
        if not indicator.keeps_segment or bound.unit == "employer":
            return None
        for before, labels in reversed(self._rows.all):
            assert before.bid is not None
            if before.unit != "employer" and self._alike(before.bid.indicator, indicator.name):
                return labels.segment or self._subject(indicator)
        return self._spoken_of(bound, indicator) or self._subject(indicator)

    def _subject(self, indicator: Indicator) -> str | None:
        """The one segment of all sentences in the article that tell of what an indicator counts."""
        if not indicator.flow:
            return None
        if indicator.name not in self._subjects:
            values = set(self._spoken_beside(indicator))
            self._subjects[indicator.name] = values.pop() if len(values) == 1 else None
        return self._subjects[indicator.name]

    def _spoken_beside(self, indicator: Indicator) -> Iterator[str]:
        """The segments named in sentences with a cue of an indicator, or of one alike."""
        reading = self._reading
        for label in reading.mentions.get("segment", ()):
            first, last = reading.sentence_tokens[(at := reading.sentence_of(label.start)) : at + 2]
            value = self._level(label)
            if value is None:
                continue
            cues = (m.value for layer in COUNT_LAYERS for m in reading.between(f"cue/{layer}", first, last))
            if any(isinstance(cue, Cue) and self._alike(cue.indicator, indicator.name) for cue in cues):
                yield value

    def _spoken_of(self, bound: Bound, indicator: Indicator) -> str | None:
        """The one segment that the sentence so far, or the one before it, speaks of."""
        reading, sentence = self._reading, bound.figure.sentence
        spans = [(reading.sentence_tokens[sentence], bound.figure.token)]
        if sentence:
            spans.append((reading.sentence_tokens[sentence - 1], reading.sentence_tokens[sentence]))
        for first, last in spans:
            labels = reading.between("segment", first, last)
            values = {self._level(label) for label in labels}
            if labels:
                value = values.pop() if len(values) == 1 else None
                subsidised = value is not None and value.startswith("pbi") and indicator.family == _ARREARS
                return None if subsidised else value
        return None

    def _is_source(self, label: Mention) -> bool:
        """Whether a label names where money comes from («dari APBD»), and not whose contributions it pays."""
        return not self._words_of(label) & self._words.members

    def _rests(self, bound: Bound) -> bool:
        """Whether the figure wears another label only: a region or class of the series that it goes on."""
        cell = bound.cell
        return any(self._reading.between(kind, cell.start, cell.end) for kind in _CARRIES)

    def _carried_segment(self, previous: tuple[Bound, Labels], bound: Bound, indicator: Indicator) -> str | None:
        before, labels = previous
        assert before.bid is not None and bound.bid is not None
        if before.unit == "employer" and indicator.name == "arrears_amount":
            return "ppu_bu"
        same = before.bid.indicator == bound.bid.indicator
        if same and (self._rests(bound) or goes_into(self._reading, bound)):
            return labels.segment
        if indicator.flow and before.bid.indicator == indicator.family:
            return labels.segment
        if indicator.family == _ARREARS and self._indicators[before.bid.indicator].family == _ARREARS:
            return labels.segment
        if bound.bid.pattern_id == "participants.covered_by_payer" or self._from(before):
            return labels.segment
        if before.bid.indicator == "contribution_budget" and bound.unit == "person":
            return labels.segment or self._payer(bound)
        return None

    def _from(self, before: Bound) -> bool:
        """Whether the row before is the whole of «dari X peserta mandiri, Y aktif»."""
        token = before.figure.token
        return any(m.value == "of" for m in self._reading.between("level", token - 1, token))

    def _level(self, label: Mention) -> str | None:
        """The segment of a label; «APBD Sragen» and «Pemda Sragen» tell whose budget it is."""
        value = cast("str | None", label.value)
        if value == "pbi" and label.start > self._introduced:
            return "pbi_apbn"
        if value == "pbi_apbd":
            closed = label.end < len(self._reading.offsets) and self._reading.word(label.end) == ")"
            place = self._places.get(label.end + closed)
            if place is not None:
                return _LOCAL_LEVELS.get(place.region.level, value)
            return self._government(label) or value
        return value

    def _government(self, label: Mention) -> str | None:
        """Whose budget «pemerintah daerah» means, where the sentence names a government."""
        reading = self._reading
        words = self._words_of(label)
        if not words & self._words.vague or words & self._words.introducing:
            return None
        sentence = reading.sentence_of(label.start)
        first, last = reading.sentence_tokens[sentence : sentence + 2]
        for mention in reading.between("designator", first, last):
            if reading.word(mention.start).lower() in self._words.governments:
                return _LOCAL_LEVELS.get(str(mention.value))
        return None

    def _payer(self, bound: Bound) -> str | None:
        """Whose budget pays for people without a label: the government named before them, one sentence back at most."""
        reading = self._reading
        first = reading.sentence_tokens[max(bound.figure.sentence - 1, 0)]
        for mention in reversed(reading.between("segment", first, bound.figure.token)):
            if mention.value in (*_LOCAL, "pbi_apbn") and (level := self._level(mention)) != "pbi_apbd":
                return level
        for mention in reversed(reading.between("designator", first, bound.figure.token)):
            level = _LOCAL_LEVELS.get(str(mention.value))
            if level is not None and reading.word(mention.start).lower() in self._words.governments:
                return level
        return None

    def _alike(self, one: str, other: str) -> bool:
        """Whether two indicators are one subject: the people and the money of arrears."""
        entries = self._indicators[one], self._indicators[other]
        return one == other or all(entry.family == _ARREARS and entry.form != "percent" for entry in entries)

    def _words_of(self, label: Mention) -> set[str]:
        return {self._reading.word(token).lower() for token in range(label.start, label.end)}
