"""Whose budget pays for a figure's people, by what was said before it: money, a government, people paid for."""

from __future__ import annotations

from collections.abc import Mapping

from extract.patterns.pack import Cue, Indicator
from extract.reading import GOING_ON, Bound, Scene
from extract.stages.labels.known import Known
from extract.stages.labels.names import Said
from extract.stages.labels.payers import LOCAL, SUBSIDISED

_MORE = 4.0  # times the number before: of others than its people
_SCHEME = "jamkesda"
_SERIES, _MONEY = 3, 6  # sentences back


class PaidFor:
    """The people of one article whom governments pay for."""

    def __init__(self, known: Known, indicators: Mapping[str, Indicator]) -> None:
        self._reading, self._rows, self._names, self._payers, self._budgets = known
        self._indicators = indicators

    def indicator(self, row: Bound) -> Indicator:
        """The indicator of a row."""
        assert row.bid is not None
        return self._indicators[row.bid.indicator]

    def cues(self, bound: Bound) -> list[Cue]:
        """The cues that made a figure's row."""
        assert bound.bid is not None
        return [cue for cue in self.indicator(bound).cues if cue.pattern_id == bound.bid.pattern_id]

    def is_paid(self, bound: Bound) -> bool:
        """Whether words say that somebody pays for the people of a figure."""
        return any(cue.paid for cue in self.cues(bound)) and not self._is_of_more(bound)

    def _is_of_more(self, bound: Bound) -> bool:
        """Whether a figure that only goes on from one of another sentence is far larger: «Se-cabang 1,5 juta»."""
        last = self._rows.all[-1][0] if self._rows.all else None
        if (
            last is None
            or bound.bid is None
            or bound.bid.why != GOING_ON
            or last.figure.sentence == bound.figure.sentence
        ):
            return False
        return (
            last.figure.form == bound.figure.form and bound.figure.quantity.value > _MORE * last.figure.quantity.value
        )

    def sums_up(self, bound: Bound) -> bool:
        """Whether a figure is a total, or what is left of one."""
        start, stop = bound.cell.start, bound.figure.token
        if any(self._reading.between(kind, start, stop) for kind in ("total", "rest")):
            return True
        return self._rows.adds_up(bound, bound.figure.sentence)

    def taken_in(self, scene: Scene, bound: Bound, indicator: Indicator) -> Said | None:
        """The segment of a local scheme's people among the national programme's: «peserta Jamkesda 9.600 orang»."""
        named = self._reading.between("program", self._since(bound), bound.figure.token)
        if not named or named[-1].value != _SCHEME or bound.unit not in ("person", "household"):
            return None
        return Said(self._payers.of_scheme(named[-1]))

    def _since(self, bound: Bound) -> int:
        """The first token of a figure's clause, behind the figure before it."""
        before = self._reading.figures_in(bound.cell.start, bound.figure.token)
        return before[-1] if before else bound.cell.start

    def done(self, scene: Scene, bound: Bound, indicator: Indicator) -> Said | None:
        """The segment that a government pays for, where it does what is said of these people."""
        payer = self._payers.doing(bound) if indicator.done_by_payer else None
        return Said(payer) if payer else None

    def refined(self, bound: Bound, indicator: Indicator) -> Said | None:
        """Which government pays for people who are only called PBI."""
        payer = self._payers.doing(bound) if indicator.done_by_payer else None
        payer = payer or (self._payers.near(bound) if self.is_paid(bound) and not self.sums_up(bound) else None)
        if payer is None and not indicator.flow and bound.unit == "person" and self.is_budget_before(bound):
            payer = self._payers.near(bound, bound.figure.sentence)
        return Said(payer) if payer else None

    def is_budget_before(self, bound: Bound) -> bool:
        """Whether the figure before in the sentence is money that pays contributions."""
        previous = self._rows.before(bound)
        return previous is not None and self.indicator(previous[0]).segment_if_split

    def payer(self, scene: Scene, bound: Bound, indicator: Indicator) -> Said | None:
        """Whose budget pays for people that words say are paid for, or that money said before them pays for."""
        previous = self._rows.before(bound)
        paid = self.is_paid(bound)
        since = self._money_before(bound)
        if since is not None:
            return Said(payer) if (payer := self._payers.near(bound, since) or self._payers.home) else None
        if not paid and previous is not None and bound.unit == "person":
            budget = self.is_budget_before(bound)
            return Said(payer) if budget and (payer := self._budget_of(bound)) else None
        payer = self._payer_before(bound) if paid else None
        if payer is None and paid and self.is_budget_before(bound):
            payer = self._budget_of(bound)
        return Said(payer) if payer else None

    def _budget_of(self, bound: Bound) -> str | None:
        """The government that pays people from the money before them in their sentence."""
        payers = self._payers
        said = payers.said_to_pay(bound) or self._payer_before(bound) or self._paid_last(bound)
        return said or payers.home or self._budgets.vague(bound)

    def _paid_last(self, bound: Bound) -> str | None:
        """The local government that paid for the people counted last, in the sentence before."""
        rows = self._rows.of_sentence(bound.figure.sentence - 1)
        told = [labels.segment for row, labels in rows if row.unit in ("person", "household")]
        return told[-1] if told and told[-1] in LOCAL else None

    def from_money(self, money: Bound, bound: Bound) -> str | None:
        """The government that pays people from the money of the sentence before: «Penerimanya 29.900 jiwa»."""
        if bound.unit not in ("person", "household") or not self.indicator(money).segment_if_split:
            return None
        return self._payers.near(bound, money.figure.sentence)

    def _payer_before(self, bound: Bound) -> str | None:
        return self._payers.near(bound) or self._paid_before(bound)

    def _paid_before(self, bound: Bound) -> str | None:
        """The segment of people shortly before whom a government pays for: «Tahun lalu yang ditanggung 5.120 jiwa»."""
        for before, labels in reversed(self._rows.all):
            if bound.figure.sentence - before.figure.sentence > _SERIES:
                return None
            same = before.bid is not None and bound.bid is not None and before.bid.indicator == bound.bid.indicator
            if same and labels.segment:
                paid = self._names.is_subsidised(labels.segment) and labels.segment != SUBSIDISED
                return labels.segment if paid and not self._rows.is_by_segment(before) else None
        return None

    def _money_before(self, bound: Bound) -> int | None:
        """The sentence with the money that a figure's people are paid from: «Dengan dana itu dijamin 5.120 jiwa»."""
        first = self._reading.sentence_tokens[bound.figure.sentence]
        if bound.unit not in ("person", "household") or not self._reading.between("from_it", first, bound.figure.token):
            return None
        for before, _ in reversed(self._rows.all):
            if bound.figure.sentence - before.figure.sentence > _MONEY:
                return None
            if before.bid and self.indicator(before).segment_if_split:
                return before.figure.sentence
        return None
