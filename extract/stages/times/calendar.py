"""The periods of one article: which of them a figure has, from the nearest to the farthest."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from extract.model import ArticleDate, Period
from extract.patterns.pack import Discourse, Indicator
from extract.reading import Bound, Dated, Figure, Layout, Reading, Scene
from extract.stages.times.carried import Carrier
from extract.stages.times.kin import is_budget
from extract.stages.times.lists import Announced, over_column
from extract.stages.times.scope import Scope
from extract.stages.times.stated import AGAINST, DATES, FROM, Stated, StatedPeriods, dated
from extract.stages.times.titles import Titles
from extract.values.dates import month_of, year_of

_BEHIND = 6  # tokens between a new rate and the day it holds from
_BACK = 2  # sentences behind a figure of which one may date it
_SAME = 5  # tokens before a year in which «periode yang sama» may begin
_POINTS = 6  # tokens at a sentence's beginning, or before its date, that may point back
_POPULATION = "population"
_VISITS = ("visit",)
_BESIDE = 1.0


class Calendar:
    """The periods of one article, by sentence."""

    def __init__(
        self,
        reading: Reading,
        periods: Sequence[Period],
        article: ArticleDate,
        layout: Layout,
        discourse: Discourse,
        indicators: Mapping[str, Indicator],
    ) -> None:
        self._reading = reading
        self._article = article
        self._paragraphs = [sentence.paragraph for sentence in layout.sentences]
        self._stated = StatedPeriods(reading, periods, article.value)
        self._scope = Scope(reading, self._stated)
        self._titles = Titles(reading, self._stated, layout.headlines)
        self._announced = Announced(reading, self._stated)
        self._carrier = Carrier(reading, self._stated, discourse, indicators)
        self._indicators = indicators
        self._from: tuple[int, Dated] | None = None  # the sentence and the span of the last old level

    def date(
        self, scene: Scene, number: int, bound: Bound, *, aimed: bool = False, old: bool = False, new: bool = False
    ) -> Dated:
        """The period of a bound figure of cell ``number``, remembered for those after it.

        ``aimed`` says that it is aimed at or planned, ``old`` that it is the old level of two, ``new`` the new one. A
        state is never one of a time to come.
        """
        assert bound.bid is not None
        indicator = self._indicators[bound.bid.indicator]
        found, hold = self._found(scene, number, bound, indicator, aimed=aimed, old=old)
        if aimed and is_budget(indicator):
            found = self._whole_year(found)
        if new and indicator.default_per is not None:
            found = self._coming(bound.figure) or found
        today = self._article.value
        if (indicator.state or old) and today is not None and self._stated.to_come(found):
            found = Dated(today, today, "article_date")
        spanned = old and self._is_near(found, bound.figure.sentence)
        if spanned or (new and self._from == (bound.figure.sentence, found)):
            self._from = bound.figure.sentence, found
            found = _end_of(found, last=not old)
        self._carrier.keep(bound, found, hold, aimed)
        return found

    def _whole_year(self, found: Dated) -> Dated:
        """«Sampai Desember dibutuhkan Rp 55 miliar»: what is needed up to the end of the year is needed in it."""
        start, today = found.start, self._article.value
        if found.basis != "stated" or start is None or today is None or (start.month, start.day) != (12, 1):
            return found
        return Dated(*year_of(max(start, today)), "stated")

    def _is_near(self, found: Dated, sentence: int) -> bool:
        """Whether a period is stated in a sentence or the one before."""
        near = [s.period for at in (sentence - 1, sentence) for s in self._stated.of(at)]
        return any((period.start, period.end) == (found.start, found.end) for period in near)

    def _found(
        self, scene: Scene, number: int, bound: Bound, indicator: Indicator, *, aimed: bool, old: bool
    ) -> tuple[Dated, float]:
        """The period that a figure has, and how firmly it holds for the next."""
        figure = bound.figure
        here = self._in_sentence(scene, number, figure, indicator, old)
        if here is None and aimed and indicator.flow:
            here = self._scope.to_reach(scene, figure)
        if here is not None:
            return here, _BESIDE
        if old and indicator.default_per is not None:
            return self._default(figure.sentence), 0.0  # an old rate is not of the day of the new one told before it
        headed = over_column(self._reading, scene, figure, self._stated) or self._titles.headed(scene)
        if headed is not None:
            return headed, _BESIDE
        series = self._announced.of_list(figure.sentence) or self._carrier.of_series(scene, bound, aimed)
        if series is not None:
            return series, _BESIDE
        parts = self._announced.of_parts(scene, figure.sentence)
        if parts is not None:
            return parts, _BESIDE
        carried = self._carrier.from_before(scene, bound, self._paragraphs, aimed)
        if carried is not None:
            return carried
        told = self._announced.before(figure.sentence) or self._looked_back(figure.sentence, indicator)
        return (told, _BESIDE) if told is not None else (self._default(figure.sentence), 0.0)

    def _in_sentence(self, scene: Scene, number: int, figure: Figure, indicator: Indicator, old: bool) -> Dated | None:
        """The period that the figure's own clause or sentence states.

        Money and flows grow over time: they have the span since the opening that the sentence names. An old level is
        not of the day from which the new one holds.
        """
        here = [s for s in self._stated.of(figure.sentence) if not self._stated.of_cause(s)]
        if old:
            here = [s for s in here if s.period.form != FROM]
        here = self._possible(here, figure, indicator)
        if indicator.flow or self._reading.leads("by", figure.token):
            here = [s for s in here if not self._scope.compared(s, figure)]
        cell = scene.cells[number]
        turn = self._scope.in_turn(here, figure)
        if turn is not None:
            return dated(turn.period)
        against = [s for s in here if s.period.form == AGAINST and s.start >= figure.end]
        if old and against:
            return dated(against[0].period)  # «turun dari A menjadi B dibanding tahun lalu»
        here = [s for s in here if s not in against and not self._scope.of_old(s, figure, scene)]
        own = [s for s in here if cell.start <= s.start < cell.end and not self._scope.of_more(s, figure)]
        own = [s for s in own if not (self._scope.may_be_against(s) and self._scope.held_against(s, figure))]
        if own:
            near = self._scope.in_order(here, figure) or min(own, key=lambda s: self._scope.distance(s, figure))
            stated = self._same_span(near) or self._scope.whole(near, figure, scene)
            grows = indicator.form == "money" or indicator.flow or indicator.units == _VISITS
            return self._since(near, stated) if grows else stated
        if self._scope.now(cell, figure):
            value = self._article.value
            following = self._looked_back(figure.sentence, indicator)
            return following or Dated(value, value, "article_date" if value else "unknown")
        here = [s for s in here if s.period.form != AGAINST]
        before = [s for s in here if s.start < figure.token and not self._scope.held_against(s, figure)]
        if indicator.default_per is not None:
            before = [s for s in before if not self._scope.parted(s, figure)]
        if before:
            return self._scope.whole(self._scope.in_order(here, figure) or before[-1], figure, scene)
        trailing = self._scope.trailing(here, cell, figure)
        return self._scope.whole(trailing, figure, scene) if trailing is not None else None

    def _possible(self, here: list[Stated], figure: Figure, indicator: Indicator) -> list[Stated]:
        """Without the time of a census, which is the population's, and that up to which money lasts.

        A state is not of a time to come beside another.
        """
        if is_budget(indicator):
            here = [s for s in here if not self._scope.lasts(s, figure)]
        if indicator.family != _POPULATION:
            here = [s for s in here if not self._stated.of_census(s)] or here
        if indicator.state:
            lasting = [s for s in here if not self._stated.to_come(s.period)]
            return lasting or here
        return here

    def _same_span(self, near: Stated) -> Dated | None:
        """«periode yang sama tahun lalu»: the part of the year said before, in the year said here."""
        same = self._reading.between("same_period", max(near.start - _SAME, 0), near.end + 1)
        earlier = self._stated.before(near.start) if same else []
        if not earlier or near.period.form != "year" or near.period.start is None:
            return None
        period = max(earlier, key=lambda s: s.start).period
        if period.start is None or period.end is None or period.form == "year" or period.start.year != period.end.year:
            return None
        year = near.period.start.year
        return Dated(_in_year(period.start, year), _in_year(period.end, year), "stated")

    def _since(self, stated: Stated, period: Dated) -> Dated:
        """«sejak 2014, hingga 2017 ini», «tahun ini sampai April»: what has grown since an opening has its span."""
        sentence = self._reading.sentence_of(stated.start)
        opened = self._stated.opened(sentence)
        year = next((s.period for s in self._stated.of(sentence) if s.end == stated.start), None)
        if year is not None and year.form == "year" and year.end and period.end and year.end > period.end:
            opened = year.start
        closings = {s.period.start for s in self._stated.of(sentence) if s.period.form == "month"}
        if opened is None or period.start is None or opened >= period.start or len(closings) > 1:
            return period
        return period._replace(start=opened)

    def _coming(self, figure: Figure) -> Dated | None:
        """The period from which a new rate holds: the last one said up to here, two sentences back at most.

        Where none is said, the next sentences may say it: «Kenaikan itu berlaku 1 Januari 2020».
        """
        behind = [s for s in self._stated.of(figure.sentence) if s.start >= figure.end]
        if behind and behind[0].start - figure.end <= _BEHIND:
            period = behind[0].period
            if period.form == FROM or self._stated.to_come(period):
                return dated(period)
        for sentence in range(figure.sentence, max(figure.sentence - 3, -1), -1):
            if self._stated.opened(sentence) is not None:
                return None
            stated = [s for s in self._stated.of(sentence) if s.start < figure.token]
            if stated and sentence == figure.sentence and self._scope.parted(stated[-1], figure):
                return None
            if stated and sentence < figure.sentence and not self._of_rates(sentence, stated[-1]):
                return None
            if stated:
                return dated(stated[-1].period)
        return self._taking_effect(figure.sentence)

    def _of_rates(self, sentence: int, stated: Stated) -> bool:
        """Whether a sentence before a rate tells when rates change: «naik mulai Juli», «berlaku per 1 Januari»."""
        if stated.period.form == FROM or self._stated.to_come(stated.period):
            return True
        bounds = self._reading.sentence_tokens[sentence : sentence + 2]
        return any(self._reading.between(kind, *bounds) for kind in ("effect", "rise"))

    def _taking_effect(self, sentence: int) -> Dated | None:
        """The day from which the sentences after a new rate say that it holds."""
        bounds = self._reading.sentence_tokens
        for at in range(sentence, min(sentence + 1 + _BACK, len(bounds) - 1)):
            for stated in self._stated.of(at):
                effect = self._reading.between("effect", stated.start - _POINTS, stated.end)
                if stated.period.form in (*DATES, FROM) and effect and effect[0].start >= bounds[at]:
                    return dated(stated.period)
        return self._stated.risen()

    def _looked_back(self, sentence: int, indicator: Indicator) -> Dated | None:
        """A sentence without figures that dates one shortly before it: «Angka itu posisi per 31 Desember».

        A span is not that of money set aside, which lasts for so long.
        """
        bounds = self._reading.sentence_tokens
        for at in range(sentence + 1, min(sentence + 1 + _BACK, len(bounds) - 1)):
            first, last = bounds[at : at + 2]
            if self._reading.has_figure(first, last):
                return None
            stated = self._stated.of(at)
            if stated:
                effect = self._reading.between("effect", first, stated[0].end)
                if indicator.flow and effect and not self._stated.to_come(stated[0].period):
                    return dated(stated[0].period)  # «Penonaktifan berlaku mulai Mei»
                words = self._reading.between("back", first, stated[0].end + 2)
                near = [m for m in words if m.start < first + _POINTS or m.start >= stated[0].start - _POINTS]
                counted = stated[0].period.form in DATES or not is_budget(indicator)
                one = len(stated) == 1 or stated[0].start < first + _POINTS
                back = one and near and counted and not self._stated.to_come(stated[0].period)
                return dated(stated[0].period) if back else None
        return None

    def _default(self, upto: int) -> Dated:
        """What holds where nothing nearer is said: the period of the headline, the article's date, the last stated."""
        titled = self._titles.of_article()
        if titled is not None:
            return titled
        value = self._article.value
        if value is None:
            last = self._stated.last(upto)
            if last is not None:
                return last
        return Dated(value, value, "article_date" if value else "unknown")


def _end_of(span: Dated, *, last: bool) -> Dated:
    """The first or last year or month of a stated span: «selama 2014-2024 naik dari A menjadi B»."""
    start, end = span.start, span.end
    if span.basis != "stated" or start is None or end is None or (start.year, start.month) == (end.year, end.month):
        return span
    whole = (start.month, start.day, end.month, end.day) == (1, 1, 12, 31)
    if (whole and start.year == end.year) or (not whole and (start.day != 1 or (end + timedelta(1)).day != 1)):
        return span
    day = end if last else start
    return Dated(*(year_of(day) if whole else month_of(day)), "stated")


def _in_year(day: date, year: int) -> date:
    """A day in another year; the last of February stays the last."""
    return day.replace(year=year, day=monthrange(year, day.month)[1] if day.month == 2 and day.day > 27 else day.day)
