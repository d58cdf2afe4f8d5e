"""The segment that an article tells of around a figure: in its sentences, behind money, in the next sentence."""

from __future__ import annotations

from collections.abc import Iterator

from extract.patterns.pack import CUES, Cue, Indicator
from extract.reading import Bound, Mention, Reading
from extract.stages.labels.names import Said, SegmentNames
from extract.stages.labels.payers import Payers

_CARRIES = ("area", "town", "care_class", "each", "designator")
_TOLD = 2
_SPECIFIC = 2
_REMARK, _NEXT, _HEAD = 2, 3, 4  # tokens
_FAR = 5  # sentences


class Told:
    """What one article tells of segments."""

    def __init__(self, reading: Reading, names: SegmentNames, payers: Payers) -> None:
        self._reading = reading
        self._names = names
        self._payers = payers
        self._subjects: dict[str, frozenset[tuple[int, str]]] = {}

    def remarked(self, bound: Bound, indicator: Indicator) -> Said | None:
        """«... dinonaktifkan. Mereka selama ini ditanggung pemerintah»: what the next sentence says of people.

        What is said of them all may stand behind further sentences with figures.
        """
        reading = self._reading
        if bound.unit not in ("person", "household") and not indicator.self_paid:
            return None
        for after in range(
            bound.figure.sentence + 1, min(bound.figure.sentence + _FAR, len(reading.sentence_tokens)) - 1
        ):
            first, stop = reading.sentence_tokens[after : after + 2]
            taking_up = reading.between("of_people", first, first + _REMARK)
            taking_up = [m for m in taking_up if m.value != "all" or m.start == first]  # not «hampir semuanya»
            if taking_up and (after == bound.figure.sentence + 1 or taking_up[0].value == "all"):
                return self._says(str(taking_up[0].value), first, stop, bound, indicator)
            if not reading.has_figure(first, stop):
                return None
        return None

    def _says(self, taking_up: str, first: int, stop: int, bound: Bound, indicator: Indicator) -> Said | None:
        """What a sentence that takes up the people of a figure says of them."""
        source, money = taking_up == "source", bound.figure.form == "money"
        if taking_up != "all" and (source != money or (self._reading.has_figure(first, stop) and not source)):
            return None
        told = self._names.told(first, stop, indicator)
        paid = told is not None and told.segment is not None and self._names.is_subsidised(told.segment)
        return None if paid and indicator.self_paid else told

    def totalled(self, bound: Bound, indicator: Indicator) -> Said | None:
        """«Bertambah 3.120 jiwa, sehingga total PBI APBD menjadi 21.050 jiwa»: whose total the people added make."""
        reading, end = self._reading, bound.figure.end
        stop = reading.sentence_tokens[bound.figure.sentence + 1]
        level = next(iter(reading.figures_in(end, stop)), None)
        makes = reading.between("makes", end, level) if level is not None else []
        return self._names.told(makes[0].start, level, indicator) if makes and level is not None else None

    def announced(self, bound: Bound, indicator: Indicator) -> Said | None:
        """The segment of a list by area that the sentence before announces: «PBI dari Pemprov sebagai berikut»."""
        first, last = self._reading.sentence_tokens[bound.figure.sentence - 1 : bound.figure.sentence + 1]
        listed = self.rests(bound) and not self._reading.has_figure(first, last)
        told = listed and self._reading.between("announcing", first, last)
        return self._names.told(first, last, indicator) if told else None

    def introduced(self, bound: Bound, indicator: Indicator) -> Said | None:
        """The segment of what the sentence before, without a figure, says of the very thing that a figure counts."""
        reading, sentence = self._reading, bound.figure.sentence
        first, last = reading.sentence_tokens[sentence - 1 : sentence + 1]
        if indicator.specificity < _SPECIFIC or reading.has_figure(first, last):
            return None
        cues = (m.value for kind in CUES for m in reading.between(kind, first, last))
        if not any(isinstance(cue, Cue) and cue.indicator == indicator.name for cue in cues):
            return None
        return self._names.told(first, last, indicator)

    def rests(self, bound: Bound) -> bool:
        """Whether the figure wears another label only: a region or class of the series that it goes on."""
        cell = bound.cell
        return any(self._reading.between(kind, cell.start, cell.end) for kind in _CARRIES)

    def topic(self, sentence: int, indicator: Indicator) -> Said | None:
        """The segment that a sentence without a figure speaks of by that word: «Paling rendah segmen mandiri»."""
        first, stop = self._reading.sentence_tokens[sentence : sentence + 2]
        if self._reading.has_figure(first, stop) or not self._reading.between("topic", first, stop):
            return None
        return self._names.told(first, stop, indicator)

    def subject(self, bound: Bound, indicator: Indicator) -> str | None:
        """The one segment of all sentences in the article that tell of what an indicator counts.

        One sentence is enough for a flow, which has a cause; of what lasts an article tells in several. A later
        sentence with a figure of its own tells of that.
        """
        if indicator.name not in self._subjects:
            self._subjects[indicator.name] = frozenset(self._told_of(indicator))
        told = self._subjects[indicator.name]
        if indicator.flow or not any(at <= bound.figure.sentence for at, _ in told):
            told = frozenset((at, value) for at, value in told if at <= bound.figure.sentence or not self._counts(at))
        values = {value for _, value in told}
        enough = len(told) >= (1 if indicator.flow else _TOLD) or any(self._is_said_of(at, indicator) for at, _ in told)
        return values.pop() if len(values) == 1 and enough else None

    def _is_said_of(self, sentence: int, indicator: Indicator) -> bool:
        """Whether a sentence without a figure says who the people are: «Yang menunggak itu peserta mandiri»."""
        first, stop = self._reading.sentence_tokens[sentence : sentence + 2]
        names = self._reading.between("segment", first, stop)
        if not names or not indicator.self_paid or self._counts(sentence):
            return False
        if self._reading.between("aside", first, names[0].start):
            return False
        cues = [m for kind in CUES for m in self._reading.between(kind, first, names[0].start)]
        whose = [m for m in cues if self._reading.between("restricting", m.start - 1, m.start + 1)]
        return any(isinstance(m.value, Cue) and m.value.indicator in indicator.keeps_segment_of for m in whose)

    def _counts(self, sentence: int) -> bool:
        """Whether a sentence has a figure."""
        return self._reading.has_figure(*self._reading.sentence_tokens[sentence : sentence + 2])

    def _told_of(self, indicator: Indicator) -> Iterator[tuple[int, str]]:
        """The sentences that tell of what an indicator counts or goes on from, and the segments they name."""
        reading = self._reading
        for label in self._labels(indicator):
            sentence = reading.sentence_of(label.start)
            first, last = reading.sentence_tokens[sentence : sentence + 2]
            cues = (m.value for kind in CUES for m in reading.between(kind, first, last))
            if any(isinstance(cue, Cue) and cue.indicator in indicator.keeps_segment_of for cue in cues):
                yield sentence, str(label.value)

    def _labels(self, indicator: Indicator) -> Iterator[Mention]:
        """The names of segments that an indicator can keep, in the whole article."""
        for label in self._reading.mentions.get("segment", ()):
            value = self._payers.level(label)
            left = indicator.ends_up and self._names.leads_to(label) == "out_of"
            if value is not None and not left and not (indicator.self_paid and self._names.is_subsidised(value)):
                yield label._replace(value=value)
        if indicator.self_paid:
            for noun in self._reading.mentions.get("unit", ()):
                if of_unit := self._names.of_unit(str(noun.value)):
                    yield noun._replace(value=of_unit)

    def spoken_of(self, bound: Bound, indicator: Indicator) -> str | None:
        """The one segment that the sentence so far, or the one before it, speaks of."""
        reading, sentence = self._reading, bound.figure.sentence
        spans = [(reading.sentence_tokens[sentence], bound.figure.token)]
        if sentence:
            spans.append((reading.sentence_tokens[sentence - 1], reading.sentence_tokens[sentence]))
        for first, last in spans:
            if reading.between("segment", first, last):
                if indicator.default_per and last <= spans[0][0] and not self._tells(first, last, indicator):
                    return None
                return self._own_told(first, last, indicator)
        return self._own_told(*self._people_behind(bound), indicator)

    def turned_to(self, bound: Bound, since: int, indicator: Indicator) -> str | None:
        """The segment that the article has turned to after a sentence: one without a figure begins with its name."""
        reading = self._reading
        if not indicator.self_paid:
            return None
        for sentence in range(bound.figure.sentence, since, -1):
            first, stop = reading.sentence_tokens[sentence : sentence + 2]
            if sentence == bound.figure.sentence:
                stop = bound.figure.token
            names = reading.between("segment", first, min(first + _HEAD, stop))
            if names and not reading.has_figure(first, stop) and not reading.between("aside", first, names[0].start):
                return self._own_told(first, stop, indicator)
        return None

    def _tells(self, first: int, last: int, indicator: Indicator) -> bool:
        """Whether some words tell of what an indicator counts, or have no figure of anything else."""
        cues = (m.value for kind in CUES for m in self._reading.between(kind, first, last))
        said = any(isinstance(cue, Cue) and cue.indicator == indicator.name for cue in cues)
        return said or not self._reading.has_figure(first, last)

    def _own_told(self, first: int, last: int, indicator: Indicator) -> str | None:
        """The segment that some words name, unless a government pays for its people and these pay for themselves."""
        said = self._names.told(first, last, indicator)
        value = said.segment if said else None
        return None if value and indicator.self_paid and self._names.is_subsidised(value) else value

    def _people_behind(self, bound: Bound) -> tuple[int, int]:
        """The words on the people behind money that is said of them: «Rp 12 miliar dari 21.000 peserta mandiri»."""
        reading, end = self._reading, bound.figure.end
        stop = reading.sentence_tokens[bound.figure.sentence + 1]
        after = reading.figures_in(end, stop)
        near = bound.figure.form == "money" and after and after[0] - end <= _NEXT
        if not near or any(m.value != "from" for m in reading.between("separator", end, after[0])):
            return (0, 0)
        return after[0], after[1] if len(after) > 1 else stop
