"""The segment that a figure goes on with: of the figure or sentence before, of its series, of who pays.

What ends it: a name of another segment in the figure's own clause, a total or a rest, another subject with a cue of its
own, and for people whose contributions are paid a government that pays them.
"""

from __future__ import annotations

from extract.patterns.pack import Indicator
from extract.reading import STILL, Bound, Labels, Mention, Scene
from extract.stages.labels.known import Known
from extract.stages.labels.names import Said
from extract.stages.labels.paid import PaidFor
from extract.stages.labels.rows import goes_into, is_new_level, is_share, is_state
from extract.stages.labels.told import Told
from extract.stages.labels.turns import Turns

_SERIES = 3  # sentences back
_PAIR = 4  # tokens between a count and its share
_ELLIPTIC = 2  # tokens
_OPENS, _GROWS, _WHOLE = 4, 9, 3  # tokens
_ALIKE = 4.0  # how much larger the next of a series may be
_PART = 1.5  # some more, where a later count of the same people is told


class Carried:
    """What was said before the figures of one article."""

    def __init__(self, known: Known, paid: PaidFor, told: Told, turns: Turns) -> None:
        self._reading, self._rows, self._names, self._payers, self._budgets = known
        self._paid = paid
        self._told = told
        self._turns = turns

    def in_sentence(self, scene: Scene, bound: Bound, indicator: Indicator) -> Said | None:
        """The segment of the row before in the same sentence, where the figure is of the same people."""
        previous = self._rows.before(bound)
        if previous is None:
            return None
        before, labels = previous
        if bound.unit in ("person", "household") and (payer := self._turns.going_on(bound, labels.segment)):
            return Said(payer)
        of_unit = self._names.of_unit(before.unit)
        if of_unit and (indicator.self_paid or bound.unit in ("person", "household")):
            return self._headed(scene, of_unit, indicator) or Said(of_unit)
        if labels.segment and self._same_people(before, bound, indicator):
            return Said(labels.segment)
        if indicator.default_per and self._paid.is_budget_before(bound):
            payers = self._payers.named(self._reading.sentence_tokens[bound.figure.sentence], bound.figure.token)
            return Said(str(payers[-1].value)) if payers and payers[-1].value else None
        if indicator.carry_level and indicator.form == "money" and (segment := self._of_subject(bound)):
            return Said(segment)
        return self._past_pair(bound, indicator)

    def _headed(self, scene: Scene, part: str, indicator: Indicator) -> Said | None:
        """The segment over a list that a part of it is told in: «Peserta PPU: Karo (31 badan usaha) Rp 7 juta»."""
        if scene.head is None:
            return None
        first, stop = self._reading.sentence_tokens[scene.head : scene.head + 2]
        told = self._names.told(first, stop, indicator)
        return told if told is not None and told.segment in self._names.wholes(part) else None

    def _of_subject(self, bound: Bound) -> str | None:
        """The segment counted first in a sentence that goes on to tell what it costs, and no other.

        «Peserta mandiri 5.120 orang dari 90.300 peserta, tetapi menghabiskan Rp 12 miliar.»
        """
        rows = self._rows.of_sentence(bound.figure.sentence)
        first = rows[0]
        only = {segment for row, segment in ((row, labels.segment) for row, labels in rows) if segment}
        return first[1].segment if only == {first[1].segment} and first[0].unit in ("person", "household") else None

    def _past_pair(self, bound: Bound, indicator: Indicator) -> Said | None:
        """The segment of the figure before the last one, where these two stand together and this goes on from both.

        «Aktif 5.120 (81 persen), nonaktif 1.204»; «tumbuh 8 persen dari 26.070 jiwa»; «5.120 menunggak dari 9.000
        peserta mandiri, di Karo 1.204 dari 3.010 peserta».
        """
        last = self._rows.all[-3:]
        if len(last) < 2 or any(row.bid is None for row, _ in last):
            return None
        (one, labels), (pair, beside) = last[-2:]
        earlier, between = self._paid.indicator(one), self._paid.indicator(pair)
        apart = bound.figure.sentence - one.figure.sentence
        if labels.segment is None or apart > _SERIES or self._paid.sums_up(bound):
            return None
        if len(last) == 3 and earlier is indicator and self._paid.indicator(last[0][0]) is between:
            if between.segment_if_split and (other := self._budgets.of_money(pair)):
                return Said(other)
            return Said(labels.segment) if between.segment_if_split or beside.segment == labels.segment else None
        if apart or pair.figure.form == bound.figure.form or beside.segment not in (labels.segment, None):
            return None
        changed = earlier is indicator and between.flow and self._reading.is_level(bound.figure.token - 1, "of")
        opposite = earlier.name == indicator.negation or indicator.name == earlier.negation
        return Said(labels.segment) if changed or opposite else None

    def _same_people(self, before: Bound, bound: Bound, indicator: Indicator) -> bool:
        """Whether a figure speaks of the people of the one before it in its sentence."""
        assert before.bid is not None and bound.bid is not None
        earlier = self._paid.indicator(before)
        if any(earlier.name in cue.after for cue in self._paid.cues(bound)):
            return True  # «kuota PBI daerah 21.000, terisi 19.420»
        if earlier is indicator:
            goes_on = bound.bid.mention is None and not self._paid.sums_up(bound)
            if goes_on or self._told.rests(bound) or goes_into(self._reading, bound):
                return True
        if indicator.name in earlier.pair and bound.figure.form == "percent" and self._stands_with(before, bound):
            return True
        if earlier.name == "participants" and is_share(self._reading, before, bound, indicator):
            return True
        if earlier.self_paid and is_state(self._reading, before, bound, indicator):
            return True
        if (indicator.flow and earlier.name == indicator.family) or earlier.name in indicator.keeps_segment_of:
            return True
        if indicator.flow and earlier.flow and earlier.family == indicator.family:
            return True
        if earlier.flow and earlier.family == indicator.name and self._is_level(bound):
            return True
        if earlier.name == indicator.family and self._is_part(bound, before, 1.0):
            return not self._paid.sums_up(bound)
        if earlier.name == indicator.negation or indicator.name == earlier.negation:
            return not self._reading.between("total", bound.cell.start, bound.figure.token)
        if self._paid.is_paid(bound) or self._is_whole(before):
            return True
        if indicator.self_paid and bound.unit == before.unit and self._is_joined(before, bound):
            return True
        if indicator.flow and bound.figure.form == "percent" and before.figure.form != "money":
            return not self._reading.between("total", before.figure.end, bound.figure.token)
        if before.figure.form == "count" and bound.figure.form == "money" and self._comes_with(before, bound):
            return True
        return earlier.segment_if_split and bound.unit == "person"

    def _stands_with(self, before: Bound, bound: Bound) -> bool:
        """Whether a share follows at once on the count that it is of: «24.552 aktif (88,03 persen)»."""
        first, stop = before.figure.end, bound.figure.token
        parting = {m.value for m in self._reading.between("separator", first, stop)} - {"with"}
        return stop - first <= _PAIR and not parting

    def _is_joined(self, before: Bound, bound: Bound) -> bool:
        """Whether nothing but an «and» parts two figures: «aktif 44.773 dan menunggak 118 peserta»."""
        between = self._reading.between("separator", before.figure.end, bound.figure.token)
        return [m.value for m in between] == ["and"] and self._is_part(bound, before, 1.0)

    def _comes_with(self, before: Bound, bound: Bound) -> bool:
        """Whether money is said of the people before it: «1.204 peserta mandiri dengan iuran Rp 904 juta»."""
        between = self._reading.between("separator", before.figure.end, bound.figure.token)
        return bound.cell is before.cell or "with" in {m.value for m in between}

    def _is_labelled(self, bound: Bound) -> bool:
        """Whether nothing but an area or a class beside a figure speaks for what it counts."""
        return any(cue.label not in (None, "segment") for cue in self._paid.cues(bound))

    def _is_level(self, bound: Bound) -> bool:
        """Whether a figure is one of the levels of a change: «dicoret 4.120, dari 31.070 menjadi 26.950 jiwa»."""
        return goes_into(self._reading, bound) or self._is_whole(bound)

    def _is_whole(self, before: Bound) -> bool:
        """Whether the row before is the whole of «dari X peserta mandiri, Y aktif», or of «dari total X»."""
        reading, token = self._reading, before.figure.token
        return reading.is_level(token - 1, "of") or (
            reading.is_level(token - 2, "of")
            and any(m.end == token for m in reading.between("whole", token - 1, token))
        )

    def taken_up(self, scene: Scene, bound: Bound, indicator: Indicator) -> Said | None:
        """«Pesertanya 40 ribu»: the segment that the sentence before names, or that its last figure is of."""
        reading, sentence = self._reading, bound.figure.sentence
        first = reading.sentence_tokens[sentence]
        if sentence == 0 or self._rows.before(bound) is not None:
            return None
        if self._breaks_down(first, bound) and (topic := self._told.topic(sentence - 1, indicator)):
            return topic
        taking = reading.between("goes_on", first, bound.figure.token)
        takes_up = bound.bid is not None and bound.bid.why == STILL
        takes_up = (
            takes_up
            or self._is_elliptic(bound, first)
            or (not taking and self._grows(first, bound, indicator))
            or self._begins_with_old(bound)
        )
        if (rest := self._rest_of(first, sentence, indicator) or self._level_of(bound, indicator)) is not None:
            return rest
        taking = [*taking, *reading.between("goes_on", bound.figure.end, bound.figure.end + 1)]  # «2.130 di antaranya»
        if not takes_up and not any(self._opens(m, first) or m.value == "anywhere" for m in taking):
            return self._told.announced(bound, indicator) or self._told.introduced(bound, indicator)
        before = [(row, labels.segment) for row, labels in self._before_money(sentence, bound)]
        if bound.figure.form == "count" and any(segment for _, segment in before):
            before = [one for one in before if one[1] or one[0].figure.form == "count"]
        if before:
            segments = {segment for row, segment in before if not self._is_beside_first(row, before[0][0])}
            paid = self._paid.from_money(before[-1][0], bound) if segments == {None} else None
            if paid is not None:
                return Said(paid)
            most = _ALIKE if is_new_level(self._reading, bound) else _PART
            part = any(self._is_part(bound, row, most) or self._is_apart(row, indicator) for row, _ in before)
            of_all = self._turns.of_all(bound, before[0][1])
            return Said(of_all or before[0][1]) if len(segments) == 1 and before[0][1] and part else None
        if self._rows.is_broken_down(sentence - 2):  # what the sentence before says of the last of several segments
            return None
        return self._names.told(reading.sentence_tokens[sentence - 1], first, indicator)

    def _is_beside_first(self, row: Bound, first: Bound) -> bool:
        """Whether a row is the share of the people counted first, or the whole that these are of."""
        return row is not first and (row.figure.form == "percent" or self._is_whole(row))

    def _level_of(self, bound: Bound, indicator: Indicator) -> Said | None:
        """«37.400 peserta PBI JK dicoret. Sekarang tersisa 512.600 jiwa»: of whose people a change was told before."""
        rows = self._rows.of_sentence(bound.figure.sentence - 1)
        if not rows or not (goes_into(self._reading, bound) or is_new_level(self._reading, bound)):
            return None
        (last, labels), earlier = rows[-1], self._paid.indicator(rows[-1][0])
        start, token = bound.cell.start, bound.figure.token
        others = any(self._reading.between(kind, start, token) for kind in ("area", "segment", "total", "program"))
        changed = earlier.flow and earlier.family == indicator.name and last.figure.form == bound.figure.form
        return Said(labels.segment) if changed and labels.segment and not others else None

    def _rest_of(self, first: int, sentence: int, indicator: Indicator) -> Said | None:
        """The segment of the rest of the people just told: «Dari 64.484 jiwa PBI 59.260 aktif. Sisanya 5.224 tidak»."""
        rows = self._rows.of_sentence(sentence - 1)
        if not rows or not self._reading.between("rest", first, first + 1):
            return None
        (last, labels), earlier = rows[-1], self._paid.indicator(rows[-1][0])
        opposite = earlier.name == indicator.negation or indicator.name == earlier.negation
        return Said(labels.segment) if opposite and labels.segment and last.figure.form == "count" else None

    def _before_money(self, sentence: int, bound: Bound) -> list[tuple[Bound, Labels]]:
        """The rows of the sentence before; where these are money for people, those of the people who were told first.

        «Untuk 9.120 peserta PBI APBD disetor Rp 4 miliar. Rinciannya, Karo 5.120 jiwa, Dairi 4.000 jiwa.»
        """
        rows = self._rows.of_sentence(sentence - 1)
        for back in range(sentence - 2, max(sentence - 1 - _SERIES, -1), -1):
            told = any(row.figure.form != "money" or labels.segment for row, labels in rows)
            if bound.figure.form != "count" or not rows or told:
                break
            rows = [row for row in self._rows.of_sentence(back) if row[0].figure.sentence == back] or rows
        return rows

    def _opens(self, taking: Mention, first: int) -> bool:
        """Whether words that go on begin a sentence, or stand behind who says it: «Menurut Kepala X, yang aktif»."""
        if taking.start < first + _OPENS:
            return True
        reading, comma = self._reading, taking.start - 1
        told = any(reading.between(kind, first, comma) for kind in ("official", "area"))
        named = any(reading.between(kind, first, comma) for kind in ("segment", "unit"))
        return reading.word(comma) == "," and told and not named

    def _grows(self, first: int, bound: Bound, indicator: Indicator) -> bool:
        """Whether a change is one of the people spoken of, with no others named: «Tahun ini naik lima ribu jiwa»."""
        if indicator.default_per or not (indicator.flow or is_new_level(self._reading, bound)):
            return False
        others = [m for m in self._reading.between("unit", first, bound.figure.token) if m.value != "other"]
        others += [m for kind in ("area", "official") for m in self._reading.between(kind, first, bound.figure.token)]
        return not others and bound.figure.token - first <= _GROWS

    def _is_elliptic(self, bound: Bound, first: int) -> bool:
        """«Hanya 9.870 yang kartunya aktif»: a sentence that begins with a figure and has no noun for its people."""
        figure, reading = bound.figure, self._reading
        open_ = figure.form == "count" and not figure.noun and figure.token - first <= _ELLIPTIC
        return open_ and bool(reading.between("restricting", figure.end, figure.end + 1))

    def _breaks_down(self, first: int, bound: Bound) -> bool:
        """Whether a sentence without a name begins with the whole that it breaks down: «Dari total 5.120 peserta»."""
        token = bound.figure.token
        return token - first <= _WHOLE and self._reading.is_level(first, "of") and not self._rows.before(bound)

    def _begins_with_old(self, bound: Bound) -> bool:
        """«PBI bertambah 5.120 jiwa. Dari 9.000 jiwa kini 14.120»: a sentence that begins with the level before."""
        first = self._reading.sentence_tokens[bound.figure.sentence]
        changed = bool(self._rows.all) and self._paid.indicator(self._rows.all[-1][0]).flow
        return changed and first == bound.figure.token - 1 and self._reading.is_level(first, "of")

    def _is_part(self, bound: Bound, whole: Bound, most: float = _PART) -> bool:
        """Whether a figure can be of some of the people that another counts."""
        counts = bound.figure.form == whole.figure.form == "count"
        return not counts or bound.figure.quantity.value <= most * whole.figure.quantity.value

    def _is_apart(self, before: Bound, indicator: Indicator) -> bool:
        """Whether a figure may be larger than one of its people before it: that was a flow, and this another or all."""
        earlier = self._paid.indicator(before)
        return earlier.flow and earlier.family == indicator.family

    def series(self, scene: Scene, bound: Bound, indicator: Indicator) -> Said | None:
        """The segment of the series that a figure goes on: the row before counted the same."""
        assert bound.bid is not None
        if self._rows.before(bound) is not None or (bound.bid.mention is not None and not self._is_labelled(bound)):
            return None
        if self._paid.sums_up(bound):
            return None
        for before, labels in reversed(self._rows.all):
            if bound.figure.sentence - before.figure.sentence > _SERIES:
                return None
            if before.bid and before.bid.indicator == bound.bid.indicator:
                listed = self._rows.alike(before)
                largest = max(listed, key=lambda row: row.figure.quantity.value) if len(listed) > 2 else before
                alike = not self._rows.is_by_segment(before) and self._is_part(bound, largest, _ALIKE)
                return Said(labels.segment) if labels.segment and alike else None
            if not scene.goes_on:
                return None
        return None
