"""What a line or sentence that announces others says of their time."""

from __future__ import annotations

from extract.reading import Dated, Figure, Reading, Scene, column_signs
from extract.stages.times.stated import DATES, FROM, StatedPeriods, dated

_PARTS = 3


class Announced:
    """The times that the sentences of one article announce for those after them."""

    def __init__(self, reading: Reading, stated: StatedPeriods) -> None:
        self._reading = reading
        self._stated = stated
        self._read = 0  # sentences that were looked through for lists
        self._listed: Dated | None = None

    def of_parts(self, scene: Scene, sentence: int) -> Dated | None:
        """The period of the sentence before, where that speaks of what this one gives the parts of."""
        stated = self._stated.of(sentence - 1)
        if (
            not scene.same_paragraph
            or not stated
            or self._reading.has_figure(*self._reading.sentence_tokens[sentence - 1 : sentence + 1])
            or len(scene.cells) < _PARTS
        ):
            return None
        lasting = stated[-1].period.form != FROM and not self._stated.to_come(stated[-1].period)
        return dated(stated[-1].period) if lasting else None

    def before(self, sentence: int) -> Dated | None:
        """A sentence that ends in a date announces that of the figures after it: «membuka data posisi 1 September».

        The date up to which something is aimed at announces nothing.
        """
        stated = self._stated.of(sentence - 1)
        if not stated or stated[-1].period.form not in DATES or self._stated.to_come(stated[-1].period):
            return None
        first, stop = self._reading.sentence_tokens[sentence - 1 : sentence + 1]
        if any(m.value == "target" for m in self._reading.between("status", first, stop)):
            return None
        ends = all(not self._reading.word(token).isalnum() for token in range(stated[-1].end, stop))
        return dated(stated[-1].period) if ends else None

    def of_list(self, sentence: int) -> Dated | None:
        """The date of all figures of a list that a sentence announces: «Berikut daftarnya per 1 September 2023.»"""
        while self._read < sentence:
            self._read += 1
            first, stop = self._reading.sentence_tokens[self._read - 1 : self._read + 1]
            if self._reading.between("announcing", first, stop):
                self._listed = self.before(self._read)
        return self._listed


def over_column(reading: Reading, scene: Scene, figure: Figure, periods: StatedPeriods) -> Dated | None:
    """The period in the head of a figure's column: «Daerah | Mei 2023 | Mei 2024»."""
    above = column_signs(reading, *scene.leads) if scene.head is not None else []
    signs = column_signs(reading, *reading.sentence_tokens[figure.sentence : figure.sentence + 2]) if above else []
    if scene.head is None or not signs or len(signs) != len(above):
        return None
    column = sum(sign < figure.token for sign in signs)
    stated = [s for s in periods.of(scene.head) if sum(sign < s.start for sign in above) == column]
    return dated(stated[0].period) if stated else None
