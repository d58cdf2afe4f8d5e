"""Which class of care a figure is of."""

from __future__ import annotations

from extract.patterns.pack import Indicator
from extract.reading import Bound, Mention, Reading, Scene
from extract.stages.labels.rows import Rows, goes_into, worn


class ClassReader:
    """Reads the care classes of one article's rows, in order."""

    def __init__(self, reading: Reading, rows: Rows) -> None:
        self._reading = reading
        self._rows = rows

    def read(self, scene: Scene, bound: Bound, indicator: Indicator) -> int | None:
        """The care class of a bound figure: 1, 2, 3, or None for all."""
        label = worn(self._reading, "care_class", bound)
        previous = self._rows.before(bound)
        if label is not None:
            classes = [int(part) for part in str(label.value or "").split()]
            return classes[0] if len(classes) == 1 else self._ordered(scene, bound, label, classes)
        if previous is not None:
            ordered = self._sentence_list(scene, bound)
            goes_on = goes_into(self._reading, bound) or self._in_brackets(bound)
            return ordered or (previous[1].care_class if goes_on else None)
        if indicator.name == "contribution_rate":
            return self._class_before(bound)
        return None

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
        place = next(at for at, figure in enumerate(figures) if figure.number == bound.figure.number)
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
