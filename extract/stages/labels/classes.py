"""Which class of care a figure is of."""

from __future__ import annotations

from bisect import bisect_left

from extract.patterns.pack import Indicator
from extract.reading import Bound, Mention, Reading, Scene
from extract.stages.labels.rows import Rows, goes_into, is_old_level, nearest, worn

_RATES = 2  # sentences back that tell the class of a rate
_OPENS = 4
_BEHIND = 2  # «peserta JKN kelas 1»
_NEXT = 2  # «kelas 1 sebanyak 900 jiwa»: the next item of a list


class ClassReader:
    """Reads the care classes of one article's rows, in order."""

    def __init__(self, reading: Reading, rows: Rows) -> None:
        self._reading = reading
        self._rows = rows
        self._named = bool(reading.mentions.get("care_class"))

    def read(self, scene: Scene, bound: Bound, indicator: Indicator) -> int | None:
        """The care class of a bound figure: 1, 2, 3, or None for all."""
        if not self._named:
            return None
        label = self._ends_up(bound) if indicator.ends_up else None
        label = label or worn(self._reading, "care_class", bound) or self._of_noun(bound)
        if label is None and indicator.default_per:
            label = self._remark(bound)
        previous = self._rows.before(bound)
        if label is not None:
            classes = [int(part) for part in str(label.value or "").split()]
            return classes[0] if len(classes) == 1 else self._ordered(scene, bound, label, classes)
        if previous is not None:
            ordered = self._sentence_list(scene, bound)
            goes_on = goes_into(self._reading, bound) or self._in_brackets(bound) or self._belongs(previous[0], bound)
            return ordered or (previous[1].care_class if goes_on else self._behind_new_level(scene, bound))
        if indicator.default_per:
            return self._behind_new_level(scene, bound) or self._class_before(bound, _RATES)
        first = self._begins(bound)
        takes_up = bool(self._reading.between("goes_on", first, min(first + _OPENS, bound.figure.token)))
        last = self._rows.all[-1][1].care_class if self._rows.all else None
        owed = bound.figure.form == "money" and last is not None  # «Kelas 3 ada 60 jiwa. Dengan tunggakan Rp 14 miliar»
        return self._class_before(bound, 1) if takes_up and (bound.figure.form == "count" or owed) else None

    def _ends_up(self, bound: Bound) -> Mention | None:
        """The class that people move to: «dari kelas II ke kelas III»."""
        reading, cell = self._reading, bound.cell
        stop = self._next_figure(bound)
        most = any(m.value == "most" for m in reading.between("aside", bound.figure.end, stop))
        alone = self._is_last(stop, bound) and not most
        stop = stop if alone else cell.end
        into = {m.end for m in reading.between("level", cell.start, stop) if m.value == "to"}
        found = [m for m in reading.between("care_class", cell.start, stop) if m.start in into]
        return (nearest(reading, found, bound) or (found[0] if alone else None)) if found else None

    def _of_noun(self, bound: Bound) -> Mention | None:
        """The class right behind what a figure counts: «2.134 peserta mandiri kelas 1 menunggak Rp 3,1 miliar»."""
        end = bound.figure.end
        found = self._reading.between("care_class", end, end + _BEHIND) if bound.figure.noun is not None else []
        if not found or self._reading.between("separator", end, found[0].start):
            return None
        return None if self._reading.has_figure(found[0].end, found[0].end + _NEXT) else found[0]

    def _remark(self, bound: Bound) -> Mention | None:
        """The class that is said of a rate behind a comma: «Rp 25.500 per orang per bulan, untuk kelas III»."""
        stop = self._next_figure(bound)
        found = self._reading.between("care_class", bound.figure.end, stop)
        before = self._reading.between("care_class", self._begins(bound), bound.figure.token)
        return found[0] if len(found) == 1 and self._is_last(stop, bound) and not before else None

    def _begins(self, bound: Bound) -> int:
        return self._reading.sentence_tokens[bound.figure.sentence]

    def _is_last(self, stop: int, bound: Bound) -> bool:
        return stop == self._reading.sentence_tokens[bound.figure.sentence + 1]

    def _next_figure(self, bound: Bound) -> int:
        """The token of the next figure of a figure's sentence, or the end of the sentence."""
        stop = self._reading.sentence_tokens[bound.figure.sentence + 1]
        after = bisect_left(self._reading.figure_tokens, bound.figure.end)
        tokens = self._reading.figure_tokens[after : after + 1]
        return min([stop, *tokens])

    def _belongs(self, before: Bound, bound: Bound) -> bool:
        """Whether a figure tells of the people before it what they owe, or how many owe it; or is their other rate.

        «Kelas 1 sebanyak 812 orang, tunggakannya Rp 1,1 miliar»; «tarifnya Rp 42.000, yang dibayar Rp 35.000».
        """
        reading, start, token = self._reading, bound.cell.start, bound.figure.token
        if any(reading.between(kind, start, token) for kind in ("total", "rest", "segment", "area")):
            return False
        if before.figure.form == bound.figure.form:
            same = before.bid is not None and bound.bid is not None and before.bid.indicator == bound.bid.indicator
            if not same and bound.figure.form == "count":
                parting = reading.between("separator", before.figure.end, token)
                return [m.value for m in parting] == ["and"]
            other = bound.figure.form == "money" or before.unit != bound.unit
            return same and other and not reading.between("care_class", start, bound.cell.end)
        return {before.figure.form, bound.figure.form} == {"count", "money"}

    def _behind_new_level(self, scene: Scene, bound: Bound) -> int | None:
        """The class named behind the new one of two levels: «dari Rp 25.500 menjadi Rp 42.000 untuk kelas III»."""
        if not is_old_level(self._reading, scene, bound):
            return None
        after = [f for cell in scene.cells for f in cell.figures if f.token > bound.figure.token]
        stop = after[1].token if len(after) > 1 else scene.cells[-1].end
        labels = self._reading.between("care_class", after[0].end, stop) if after else []
        values = {str(label.value) for label in labels}
        return int(values.pop()) if len(values) == 1 and len(str(labels[0].value)) == 1 else None

    def _in_brackets(self, bound: Bound) -> bool:
        """Whether a figure is said in brackets behind the one before it: «kelas 1 3.207 jiwa (Rp 4,02 miliar)»."""
        token = bound.figure.token
        return token > 0 and self._reading.word(token - 1) == "("

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
        ordered = zip(figures, classes, strict=True)
        return next((value for figure, value in ordered if figure.number == bound.figure.number), None)

    def _class_before(self, bound: Bound, most: int) -> int | None:
        """The class that the nearest of the sentences before spoke of, at most so many back."""
        reading, sentence = self._reading, bound.figure.sentence
        if reading.between("segment", bound.cell.start, bound.figure.token):
            return None
        for before in range(sentence - 1, max(sentence - 1 - most, -1), -1):
            first, last = reading.sentence_tokens[before : before + 2]
            values = {m.value for m in reading.between("care_class", first, last)}
            if values:
                value = str(values.pop()) if len(values) == 1 else ""
                return int(value) if len(value) == 1 and value.isdigit() else None
        return None
