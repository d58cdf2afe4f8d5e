"""The dimensions that stand as words beside a figure: segment, care class, facility type, per, status, programme."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import cast

from extract.model import Program, Qualifier, Status
from extract.patterns.pack import COUNT_LAYERS, Cue, Indicator
from extract.reading import Bound, Labels, Mention, Place, Reading, Scene

_CARRIES = ("area", "town", "care_class", "each")
_NEAR = 8
_STATUS_REACH = 14
_LEVELS = frozenset(("menjadi", "jadi", "ke"))
_SERIES = 3
_INTRODUCES = frozenset(("jk", "pbijk", "jaminan", "pbi"))
_MEMBERS = frozenset(("pbi", "penerima", "ppu", "pbpu", "bp", "pekerja", "mandiri", "jk"))
_RIGHT_BEHIND = 1
_INTO = frozenset(("menjadi", "jadi", "ke", "kini", "sekarang", "tinggal"))
_LOCAL_LEVELS = {"regency": "pbi_apbd_kab", "city": "pbi_apbd_kab", "province": "pbi_apbd_prov"}


class Labeller:
    """Reads the labels of one article's rows, in order."""

    def __init__(self, reading: Reading, places: Sequence[Place], article_date: date | None) -> None:
        self._reading = reading
        self._places = {place.start: place for place in places}
        self._today = article_date
        self._rows: list[tuple[Bound, Labels]] = []
        self._subjects: dict[str, str | None] = {}
        self._introduced = self._first_pbi()

    def read(self, scene: Scene, number: int, bound: Bound, indicator: Indicator) -> Labels:
        """The labels of a bound figure of cell ``number``."""
        segment = self._segment(scene, bound, indicator)
        if indicator.segments and segment not in indicator.segments:
            segment = None
        labels = Labels(
            segment=segment,
            care_class=self._care_class(scene, number, bound, indicator),
            facility_type=self._facility(bound),
            per=self._per(bound, indicator),
            status=self._status(scene, number, bound, indicator),
            program=self._program(bound),
        )
        if labels.program == "jamkesda":
            labels = labels._replace(segment=None)
        self._rows.append((bound, labels))
        return labels

    def _first_pbi(self) -> int:
        """Where the article has introduced the PBI-JK: a bare PBI after that is the same."""
        for mention in self._reading.mentions.get("segment", ()):
            words = {self._reading.word(token).lower() for token in range(mention.start, mention.end)}
            if mention.value == "pbi_apbn" and words & _INTRODUCES:
                return mention.start
            if mention.value in ("pbi_apbd", "pbi_apbd_kab", "pbi_apbd_prov"):
                break
        return len(self._reading.offsets)

    def _worn(self, kind: str, bound: Bound) -> Mention | None:
        """The label that a figure wears: one right behind it, else the last before it, else the first after."""
        reading, cell, figure = self._reading, bound.cell, bound.figure
        mentions = reading.between(kind, cell.start, cell.end)
        if not mentions:
            return None
        before = [m for m in mentions if m.end <= figure.token]
        behind = [m for m in mentions if m.start >= figure.token]
        close = behind and behind[0].start - figure.end <= _RIGHT_BEHIND
        if close and not (before and figure.token - before[-1].end <= _RIGHT_BEHIND):
            return behind[0]
        if before:
            return before[-1]
        if behind and not any(
            m.value in ("hard", "comma") for m in reading.between("separator", figure.end, behind[0].start)
        ):
            return behind[0]
        return None

    def _previous(self, bound: Bound) -> tuple[Bound, Labels] | None:
        """The row before, if it stands in the same sentence."""
        if self._rows and self._rows[-1][0].figure.sentence == bound.figure.sentence:
            return self._rows[-1]
        return None

    def _segment(self, scene: Scene, bound: Bound, indicator: Indicator) -> str | None:
        if not indicator.by_segment:
            return None
        if self._reading.between("segment", bound.cell.start, bound.cell.end):
            label = self._worn("segment", bound)
            if label is not None and not (indicator.name == "contribution_budget" and self._is_source(label)):
                value = self._level(label)
                paid = value == "pbi" and indicator.name == "participants_quota"
                return (self._payer(bound) if paid else None) or value
        previous = self._previous(bound)
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

    def _series_segment(self, scene: Scene, bound: Bound) -> str | None:
        """The segment of the series that a figure goes on: the row before counted the same."""
        if not self._rows:
            return None
        assert bound.bid is not None
        if not self._rests(bound) and bound.bid.mention is not None:
            return None
        for before, labels in reversed(self._rows):
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
        for before, labels in reversed(self._rows):
            assert before.bid is not None
            if before.unit != "employer" and _alike(before.bid.indicator, indicator.name):
                return labels.segment or self._subject(indicator)
        return self._spoken_of(bound, indicator) or self._subject(indicator)

    def _subject(self, indicator: Indicator) -> str | None:
        """The one segment that the sentences speak of which tell of what an indicator counts, anywhere in the article."""
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
            if any(isinstance(cue, Cue) and _alike(cue.indicator, indicator.name) for cue in cues):
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
                subsidised = value is not None and value.startswith("pbi") and indicator.family == "arrears"
                return None if subsidised else value
        return None

    def _is_source(self, label: Mention) -> bool:
        """Whether a label names where money comes from («dari APBD»), and not whose contributions it pays."""
        words = {self._reading.word(token).lower() for token in range(label.start, label.end)}
        return not words & _MEMBERS

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
        if same and (self._rests(bound) or self._into(bound)):
            return labels.segment
        if indicator.flow and before.bid.indicator == indicator.family:
            return labels.segment
        if indicator.family == "arrears" and before.bid.indicator.startswith("arrears"):
            return labels.segment
        if bound.bid.pattern_id == "participants.covered_by_payer" or self._from(before):
            return labels.segment
        if before.bid.indicator == "contribution_budget" and bound.unit == "person":
            return labels.segment or self._payer(bound)
        return None

    def _from(self, before: Bound) -> bool:
        """Whether the row before is the whole of «dari X peserta mandiri, Y aktif»."""
        word = before.figure.token - 1
        return word >= 0 and self._reading.word(word).lower() == "dari"

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
        words = {reading.word(token).lower() for token in range(label.start, label.end)}
        if not words & {"pemerintah", "daerah"} or words & {"pbi"}:
            return None
        sentence = reading.sentence_of(label.start)
        first, last = reading.sentence_tokens[sentence : sentence + 2]
        for mention in reading.between("designator", first, last):
            if reading.word(mention.start).lower() in ("pemkab", "pemkot", "pemprov", "pemko"):
                return _LOCAL_LEVELS.get(str(mention.value))
        return None

    def _payer(self, bound: Bound) -> str | None:
        """Whose budget pays for people without a label: the government named before them, one sentence back at most."""
        reading = self._reading
        first = reading.sentence_tokens[max(bound.figure.sentence - 1, 0)]
        for mention in reversed(reading.between("segment", first, bound.figure.token)):
            if mention.value in ("pbi_apbd", "pbi_apbd_kab", "pbi_apbd_prov", "pbi_apbn"):
                level = self._level(mention)
                if level != "pbi_apbd":
                    return level
        for mention in reversed(reading.between("designator", first, bound.figure.token)):
            word = reading.word(mention.start).lower()
            if word.startswith("pem") and str(mention.value) in _LOCAL_LEVELS:
                return _LOCAL_LEVELS[str(mention.value)]
        return None

    def _care_class(self, scene: Scene, number: int, bound: Bound, indicator: Indicator) -> int | None:
        label = self._worn("care_class", bound)
        previous = self._previous(bound)
        if label is not None:
            classes = [int(part) for part in str(label.value or "").split()]
            return classes[0] if len(classes) == 1 else self._ordered(scene, bound, label, classes)
        if previous is not None:
            ordered = self._sentence_list(scene, bound)
            return ordered or (previous[1].care_class if self._into(bound) else None)
        if indicator.name == "contribution_rate":
            return self._class_before(bound)
        return None

    def _sentence_list(self, scene: Scene, bound: Bound) -> int | None:
        start = scene.cells[0].start
        for label in self._reading.between("care_class", start, bound.figure.token):
            classes = [int(part) for part in str(label.value or "").split()]
            if len(classes) > 1:
                return self._ordered(scene, bound, label, classes)
        return None

    def _ordered(self, scene: Scene, bound: Bound, label: Mention, classes: list[int]) -> int | None:
        """«kelas 2 dan 3 secara berurutan Rp X dan Rp Y»: the figures take the classes in order."""
        start, stop = scene.cells[0].start, scene.cells[-1].end
        figures = [
            f for cell in scene.cells for f in cell.figures if f.form == bound.figure.form and f.token > label.start
        ]
        said = self._reading.between("each", start, stop)
        if not said or len(figures) != len(classes):
            return None
        place = next(at for at, figure in enumerate(figures) if figure.index == bound.figure.index)
        return classes[place]

    def _class_before(self, bound: Bound) -> int | None:
        """The class that the sentence before spoke of."""
        sentence = bound.figure.sentence
        if sentence == 0:
            return None
        first, last = self._reading.sentence_tokens[sentence - 1 : sentence + 1]
        values = {m.value for m in self._reading.between("care_class", first, last)}
        value = values.pop() if len(values) == 1 else None
        return int(str(value)) if value is not None and len(str(value)) == 1 else None

    def _into(self, bound: Bound) -> bool:
        """Whether the figure is the second of «dari X menjadi Y», which wears the labels of the first."""
        token = bound.figure.token
        return any(self._reading.word(at).lower() in _INTO for at in range(max(token - 3, bound.cell.start), token))

    def _facility(self, bound: Bound) -> str | None:
        if bound.bid is None or bound.bid.indicator != "facilities":
            return None
        if bound.figure.facility:
            return bound.figure.facility
        label = self._worn("facility", bound)
        if label is not None and label.value is not None:
            return str(label.value)
        return self._rows[-1][1].facility_type if self._rows else None

    def _per(self, bound: Bound, indicator: Indicator) -> str | None:
        if indicator.form != "money":
            return None
        figure, cell = bound.figure, bound.cell
        mentions = self._reading.between("per", cell.start, cell.end)
        near = min(mentions, key=lambda m: abs(m.start - figure.token), default=None)
        value = str(near.value) if near is not None else None
        if indicator.default_per:
            return {None: indicator.default_per, "month": "person_month", "year": "person_year"}.get(value, value)
        return value.removeprefix("person_") if value else None

    def _status(self, scene: Scene, number: int, bound: Bound, indicator: Indicator) -> Status:
        reading, cell, figure = self._reading, bound.cell, bound.figure
        if indicator.state or self.is_old_level(scene, bound):
            return "actual"
        mentions = reading.between("status", cell.start, cell.end)
        before = [m for m in mentions if m.end <= figure.token and figure.token - m.end <= _STATUS_REACH]
        if before:
            last = before[-1]
            if last.value is None and figure.token - last.end <= 2:
                return "target"
            if last.value == "planned" and any(m.value == "target" for m in before):
                return "target"
            return cast(Status, last.value or "actual")
        after = [m for m in mentions if 0 <= m.start - figure.end <= _NEAR]
        if after and after[0].value:
            return cast(Status, after[0].value)
        return self._status_before(scene, number, bound)

    def hedge(self, bound: Bound) -> Qualifier | None:
        """The hedge at the head of a figure's clause: «kisaran biaya yang ditanggung di angka 700 juta»."""
        found = self._reading.between("hedge", bound.cell.start, bound.figure.token)
        return cast("Qualifier | None", found[-1].value) if found else None

    def is_old_level(self, scene: Scene, bound: Bound) -> bool:
        """Whether a figure is the old one of «naik dari X menjadi Y»."""
        token = bound.figure.token
        if not any(self._reading.word(at).lower() == "dari" for at in range(max(token - 2, bound.cell.start), token)):
            return False
        after = (f for cell in scene.cells for f in cell.figures if f.token > token and f.form == bound.figure.form)
        following = next(after, None)
        if following is None:
            return False
        between = range(max(following.token - 3, token), following.token)
        return any(self._reading.word(at).lower() in _LEVELS for at in between)

    def is_new_level(self, bound: Bound) -> bool:
        """Whether a figure is the new one of «naik dari X menjadi Y»."""
        token = bound.figure.token
        return any(self._reading.word(at).lower() in _LEVELS for at in range(max(token - 2, bound.cell.start), token))

    def _status_before(self, scene: Scene, number: int, bound: Bound) -> Status:
        """«cakupan 98 persen dan keaktifan 80 persen»: one target for both."""
        previous = self._previous(bound)
        if previous is None or number == 0 or previous[0].figure.form != bound.figure.form:
            return "actual"
        joint = {str(m.value) for m in self._reading.between("separator", bound.cell.start, bound.figure.token)}
        goes_on = joint <= {"and", "comma"} and previous[1].status != "actual"
        return previous[1].status if goes_on else "actual"

    def _program(self, bound: Bound) -> Program:
        said = [m.value for m in self._reading.between("program", bound.cell.start, bound.cell.end)]
        return "jamkesda" if said and said[-1] == "jamkesda" else "jkn"


def _alike(one: str, other: str) -> bool:
    """Whether two indicators are one subject: the people and the money of arrears, those struck off and brought back."""
    return one == other or (one.startswith("arrears") and other.startswith("arrears"))


def split_money(labels: Sequence[Labels]) -> bool:
    """Whether the money rows of an article are split by segment: at least two segments among them."""
    return len({label.segment for label in labels if label.segment}) > 1
