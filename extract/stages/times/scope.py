"""Which of the periods that a sentence states are a figure's own: the nearest, but for those of other figures."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from datetime import timedelta
from itertools import pairwise

from extract.reading import Cell, Dated, Figure, Mention, Reading, Scene
from extract.stages.times.stated import AGAINST, DATES, FROM, Stated, StatedPeriods, dated

_PRESENT = 4  # tokens behind a figure that end its clause with «saat ini»
_LED = 2  # tokens before a new level in which «menjadi» stands
_HELD = 4  # tokens between «dari tahun lalu» and the figure of that year
_JOINED = 2  # tokens of «, dan»
_MANY = 3
_APART = 40  # how much farther a period is behind «menjadi», or behind another figure


class Scope:
    """How far the periods of one article reach within their sentences."""

    def __init__(self, reading: Reading, stated: StatedPeriods) -> None:
        self._reading = reading
        self._stated = stated

    def compared(self, stated: Stated, figure: Figure) -> bool:
        """«bertambah 5.120 jiwa dari tahun lalu»: the time that a change is a change from."""
        if stated.period.form == AGAINST and not self._reading.has_figure(stated.end, figure.token):
            return not self._reading.has_figure(figure.end, stated.start)
        if stated.start < figure.end or self._reading.has_figure(figure.end, stated.start):
            return False
        first = figure.end if figure.form == "percent" else stated.start - 1
        levels = self._reading.between("level", first, stated.start + 1)
        return any(m.value == "of" for m in levels) and self._stated.over(stated.period)

    def may_be_against(self, stated: Stated) -> bool:
        """Whether a time may be one that another is held against: «dibanding 2023», «dari tahun lalu»."""
        from_then = self._reading.is_level(stated.start, "of") and self._stated.over(stated.period)
        return stated.period.form == AGAINST or from_then

    def held_against(self, stated: Stated, figure: Figure) -> bool:
        """Whether a time before a figure is that of another, with which it is compared.

        «naik 5 persen dari tahun sebelumnya, sedangkan biayanya Rp 156 miliar», «dari Rp 19 miliar pada 2018 menjadi».
        """
        reading = self._reading
        first = reading.sentence_tokens[figure.sentence]
        if stated.end > figure.token:
            return False
        into = any(m.value == "into" for m in reading.between("separator", stated.end, figure.token))
        into = into and not reading.has_figure(stated.end, figure.token)
        if stated.period.form == AGAINST and into:
            return True
        if not reading.has_figure(first, stated.start):
            return False
        if reading.is_level(stated.start, "of") and self._stated.over(stated.period):
            beside = figure.token - stated.end <= _HELD and not reading.between("separator", stated.end, figure.token)
            return not beside
        last = reading.figure_tokens[bisect_left(reading.figure_tokens, stated.start) - 1]
        return into and not reading.between("separator", last, stated.start)

    def of_old(self, stated: Stated, figure: Figure, scene: Scene) -> bool:
        """Whether a time that is over is that of the old level behind a new one: «menjadi B dari A pada 2023»."""
        reading = self._reading
        if stated.start < figure.end or not self._stated.may_be_over(stated.period):
            return False
        behind = next((f for cell in scene.cells for f in cell.figures if f.token >= figure.end), None)
        if behind is None or behind.token > stated.start or (behind.form, behind.noun) != (figure.form, figure.noun):
            return False
        led = reading.between("level", figure.token - _LED, figure.token)
        old = reading.between("level", figure.end, behind.token)
        return any(m.value in ("into", "to") for m in led) and any(m.value == "of" for m in old)

    def in_turn(self, here: Sequence[Stated], figure: Figure) -> Stated | None:
        """«A pada Januari, B pada Februari C pada Maret»: each of many figures has the time behind it."""
        if len(here) < _MANY:
            return None
        first, stop = self._reading.sentence_tokens[figure.sentence : figure.sentence + 2]
        tokens = self._reading.figures_in(first, stop)
        if len(tokens) != len(here) or any(token > s.start for token, s in zip(tokens, here, strict=True)):
            return None
        if any(s.start > token for token, s in zip(tokens[1:], here, strict=False)) or figure.token not in tokens:
            return None
        return here[tokens.index(figure.token)]

    def of_more(self, stated: Stated, figure: Figure) -> bool:
        """Whether a period behind a figure is not its own.

        A time to come behind its bracket is hoped of more than that; «pada periode yang sama» says its own. The year
        of a goal is the goal's: «99,2 persen, melebihi target RPJMN 2024».
        """
        goals = self._reading.between("status", max(stated.start - _HELD, figure.end), stated.start)
        if stated.period.form == "year" and any(m.value is None for m in goals):
            return True
        if self._reading.has_figure(figure.end, stated.start):
            first = self._reading.sentence_tokens[figure.sentence]
            return bool(self._reading.between("same_period", first, figure.token))
        if not self._stated.to_come(stated.period):
            return False
        words = [self._reading.word(token) for token in range(figure.end, stated.start)]
        return words.count(")") > words.count("(")

    def distance(self, stated: Stated, figure: Figure) -> int:
        """How far a period stands from a figure; farther where the new level of two, or another figure, is between."""
        first, stop = (stated.end, figure.token) if stated.end <= figure.token else (figure.end, stated.start)
        opening = self._reading.sentence_tokens[figure.sentence]
        into = any(m.value == "into" for m in self._reading.between("separator", first, stop))
        of_old = into and self._reading.has_figure(opening, first)
        return stop - first + (_APART if of_old or self._reading.has_figure(first, stop) else 0)

    def whole(self, stated: Stated, figure: Figure, scene: Scene) -> Dated:
        """The period of a figure, with the years joined to it: «tahun 2023 dan 2024 mencapai Rp 41 miliar».

        As many figures side by side behind them are of these in order.
        """
        run = self._run(stated, figure.sentence)
        alike = [f for cell in scene.cells for f in cell.figures if f.form == figure.form]
        behind = [f for f in alike if f.token >= run[-1].end]
        each = self._reading.between("each", run[0].start, self._reading.sentence_tokens[figure.sentence + 1])
        one = len(behind) == 1 if figure.token >= run[-1].end else len(alike) == 1
        if len(run) == len(behind) > 1 and figure in behind and self._side_by_side(behind):
            return dated(run[behind.index(figure)].period)
        if len(run) == 1 or each or not one:
            return dated(stated.period)
        return Dated(run[0].period.start, run[-1].period.end, "stated")

    def _side_by_side(self, figures: Sequence[Figure]) -> bool:
        """Whether nothing but a comma or «dan» parts some figures: «Rp 41 miliar, Rp 50 miliar dan Rp 60 miliar»."""
        gaps = [range(left.end, right.token) for left, right in pairwise(figures)]
        joints = {m.start for gap in gaps for m in self._joints(gap.start, gap.stop)}
        return all(0 < len(gap) <= _JOINED and joints.issuperset(gap) for gap in gaps)

    def _joints(self, first: int, stop: int) -> list[Mention]:
        """The commas and «dan» among some tokens."""
        return [m for m in self._reading.between("separator", first, stop) if m.value in ("and", "comma")]

    def _run(self, stated: Stated, sentence: int) -> list[Stated]:
        """A year with those that follow one another beside it, only a comma or «dan» between them."""
        run: list[Stated] = []
        for each in self._stated.of(sentence):
            if run and not self._follows(run[-1], each):
                if stated in run:
                    return run
                run = []
            run.append(each)
        return run if stated in run else [stated]

    def _follows(self, left: Stated, right: Stated) -> bool:
        """Whether a year is joined to the one before it in time."""
        if not left.period.form == right.period.form == "year" or left.period.end is None:
            return False
        gap = range(left.end, right.start)
        joined = 0 < len(gap) <= _JOINED and {m.start for m in self._joints(gap.start, gap.stop)}.issuperset(gap)
        return joined and right.period.start == left.period.end + timedelta(1)

    def to_reach(self, scene: Scene, figure: Figure) -> Dated | None:
        """«ditargetkan naik 2 persen menjadi 99 persen pada 2026»: a change is of the time of its new level to come."""
        level = next((f for cell in scene.cells for f in cell.figures if f.token >= figure.end), None)
        if level is None:
            return None
        into = any(m.value == "into" for m in self._reading.between("separator", figure.end, level.token))
        behind = [s for s in self._stated.of(figure.sentence) if s.start >= level.end]
        if not into or not behind or self._reading.has_figure(level.end, behind[0].start):
            return None
        return dated(behind[0].period) if self._stated.to_come(behind[0].period) else None

    def lasts(self, stated: Stated, figure: Figure) -> bool:
        """«Rp 31 miliar hanya cukup sampai Agustus»: whether a time to come says how long money lasts."""
        if stated.period.form not in DATES or stated.start < figure.end or not self._stated.to_come(stated.period):
            return False
        return bool(self._reading.between("lasting", figure.end, stated.start))

    def in_order(self, here: Sequence[Stated], figure: Figure) -> Stated | None:
        """«2016, 2017 dan 2018 berturut-turut A, B dan C»: the period that stands at the figure's own place."""
        first, stop = self._reading.sentence_tokens[figure.sentence : figure.sentence + 2]
        order = [m for m in self._reading.between("each", first, figure.token) if m.value == "ordered"]
        if not order:
            return None
        listed = [s for s in here if s.end <= order[-1].start]
        tokens = self._reading.figures_in(order[-1].start + 1, stop)
        if len(listed) < 2 or len(listed) != len(tokens) or self._reading.has_figure(listed[0].start, order[-1].start):
            return None
        return listed[tokens.index(figure.token)] if figure.token in tokens else None

    def parted(self, stated: Stated, figure: Figure) -> bool:
        """Whether a new clause begins between a period and a figure: «sampai Mei cukup, karena iuran naik jadi»."""
        joints = self._reading.between("separator", stated.end, figure.token)
        return stated.period.form != FROM and any(m.value == "hard" for m in joints)

    def now(self, cell: Cell, figure: Figure) -> bool:
        """Whether «kini», «sekarang» in the figure's own clause end the period before."""
        behind = self._reading.between("now", figure.end, min(figure.end + _PRESENT, cell.end))
        return bool(
            self._reading.between("now", cell.start, figure.token) or (behind and behind[0].end >= cell.end - 1)
        )

    def trailing(self, here: Sequence[Stated], cell: Cell, figure: Figure) -> Stated | None:
        """The one period of a sentence, at its end: «95 persen dan keaktifan 83 persen per 1 November 2025».

        One of a plan is not that of another figure before it: «baru 900 jiwa dan akan ditambah 90 jiwa bulan depan».
        """
        if len(here) != 1 or here[0].start < cell.end or self.of_more(here[0], figure):
            return None
        if self.may_be_against(here[0]) and self._reading.leads("by", here[0].start):
            return None  # «98 persen, naik dari tahun 2023 yang baru 96 persen»
        into = self._reading.between("level", here[0].end, here[0].end + _HELD)
        if self._stated.may_be_over(here[0].period) and self._from_another(here[0], figure):
            return None
        between = self._reading.between("separator", figure.end, here[0].start)
        other = self._stated.to_come(here[0].period) or any(m.value == "and" for m in between)
        if other and any(m.value == "into" for m in into):
            return None  # «dibayar Rp 25.500, baru tahun depan menjadi Rp 35 ribu»
        if any(m.value in ("hard", "into") for m in between) or self._aside(here[0], figure):
            return None
        plans = self._reading.between("status", figure.end, here[0].start)
        if not plans:
            return here[0]
        first = plans[0]
        others = self._stated.to_come(here[0].period) or self._labels(here[0], first)
        joined = others and self._reading.between("separator", figure.end, first.start)
        parted = figure.form != "money" and self._reading.has_figure(first.end, here[0].start)
        return None if joined or parted else here[0]

    def _labels(self, stated: Stated, aim: Mention) -> bool:
        """Whether a year behind a word for an aim is that of the figure behind it: «target 2025 ialah 450 jiwa»."""
        beside = stated.start - aim.end <= 1 and self._reading.has_figure(stated.end, stated.end + _HELD)
        return beside and stated.period.form == "year"

    def _from_another(self, stated: Stated, figure: Figure) -> bool:
        """Whether another figure is a change from a period: «Rp 34 miliar, turun 2 persen dari tahun lalu»."""
        tokens = self._reading.figure_tokens
        last = tokens[bisect_left(tokens, stated.start) - 1]
        levels = self._reading.between("level", last, stated.start + 1) if last > figure.token else ()
        return any(m.value == "of" for m in levels)

    def _aside(self, stated: Stated, figure: Figure) -> bool:
        """Whether a bracket behind another figure gives the year of that one: «dari 412.775 warga (data 2022)»."""
        closes = stated.end < len(self._reading.starts) and self._reading.word(stated.end) == ")"
        last = closes and stated.period.form == "year"
        return last and self._reading.has_figure(figure.end, stated.start)
