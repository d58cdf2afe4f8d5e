"""The times that lines give for what stands below them: titles, heads of lists and tables, «Keadaan 30 Juni 2023»."""

from __future__ import annotations

from collections.abc import Sequence

from extract.reading import Dated, Reading, Scene
from extract.stages.times.stated import DATES, StatedPeriods, dated


class Titles:
    """The lines of one article that date others."""

    def __init__(self, reading: Reading, stated: StatedPeriods, headlines: Sequence[int]) -> None:
        self._reading = reading
        self._stated = stated
        self._headlines = headlines

    def headed(self, scene: Scene) -> Dated | None:
        """The period of the line that heads a list, or of the title above that line."""
        if scene.head is None:
            return None
        bounds = self._reading.sentence_tokens
        stated = self._stated.of(scene.head)
        below = scene.head + 1
        if not stated and not self._reading.has_figure(*bounds[below : below + 2]):
            stated = self._stated.of(below)
        if not stated and scene.head and not self._reading.has_figure(*bounds[scene.head - 1 : scene.head + 1]):
            stated = self._stated.of(scene.head - 1)
        if self._reading.word(bounds[scene.head + 1] - 1) == ".":
            stated = [s for s in stated if not self._stated.to_come(s.period)]  # a goal told before the list
        return dated(stated[-1].period) if stated else None

    def of_article(self) -> Dated | None:
        """The day or month of the headline, or of a line right below it that says of when all is."""
        below = (at + 1 for at in self._headlines if self._tells_position(at + 1))
        for sentence in (*self._headlines, *below):
            stated = self._stated.of(sentence)
            if len(stated) == 1 and stated[0].period.form in DATES and not self._stated.to_come(stated[0].period):
                return dated(stated[0].period)
        return None

    def _tells_position(self, sentence: int) -> bool:
        """Whether a line without figures below the headline gives the date of all: «Keadaan 30 Juni 2023»."""
        bounds = self._reading.sentence_tokens[sentence : sentence + 2]
        if len(bounds) < 2 or self._reading.has_figure(*bounds) or self._reading.word(bounds[1] - 1) == ".":
            return False
        return any(m.start == bounds[0] for m in self._reading.between("position", bounds[0], bounds[0] + 1))
