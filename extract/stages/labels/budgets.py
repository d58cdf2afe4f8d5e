"""Governments beside money: who owes it, whose share of a sum it is, and from whose budget it comes."""

from __future__ import annotations

from collections.abc import Sequence

from extract.reading import Bound, Place, Reading
from extract.stages.labels.payers import CENTRAL, LOCAL, VAGUE, Payers

_BESIDE = 1
_NEAR = 4


class Budgets:
    """The governments beside the money of one article."""

    def __init__(self, reading: Reading, places: Sequence[Place], payers: Payers) -> None:
        self._reading = reading
        self._places = {place.start: place for place in places}
        self._payers = payers

    def owes(self, bound: Bound) -> bool:
        """Whether it is a government that owes money: «tunggakan Pemkab», «Pemkab Sragen masih menunggak»."""
        cue = bound.bid.mention if bound.bid is not None else None
        if cue is None or bound.figure.form != "money":
            return False
        near = self._reading.between("government", cue.start - _NEAR, cue.end + _BESIDE + 1)
        for government in near:
            place = self._places.get(government.end) or self._places.get(government.start)
            stop = max(government.end, place.end if place else 0)
            if cue.start <= government.start <= cue.end + _BESIDE or 0 <= cue.start - stop <= _BESIDE:
                return True
        return False

    def share(self, bound: Bound) -> str | None:
        """The government whose share of a sum a figure is: «pemkab Rp 22,7 miliar dan Pemprov Bali Rp 23,5 miliar»."""
        first, stop = self._reading.sentence_tokens[bound.figure.sentence : bound.figure.sentence + 2]
        tokens = self._reading.figures_in(first, stop)
        shares = {token: self._right_before(token) for token in tokens}
        own = shares[bound.figure.token]
        return own if own is not None and set(shares.values()) - {own, None} else None

    def _right_before(self, token: int) -> str | None:
        """The government, with its area, right before a figure."""
        found = [m for m in self._reading.between("government", token - _NEAR, token) if m.value]
        place = self._places.get(found[-1].end) or self._places.get(found[-1].start) if found else None
        near = found and max(found[-1].end, place.end if place else 0) == token
        return str(found[-1].value) if near else None

    def of_money(self, money: Bound) -> str | None:
        """Whose budget money is said to come from before it: «sedangkan APBD provinsi Rp 3 miliar»."""
        start, token = money.cell.start, money.figure.token
        found = [m for kind in ("segment", "government") for m in self._reading.between(kind, start, token)]
        named = [m for m in found if m.value in (*LOCAL, CENTRAL)]
        return self._payers.level(max(named, key=lambda m: m.start)) if named else None

    def vague(self, bound: Bound) -> str | None:
        """The local governments, where a sentence has told of their budget before a figure: «APBD 2022 menyediakan»."""
        first = self._reading.sentence_tokens[bound.figure.sentence]
        named = self._reading.between("segment", first, bound.figure.token)
        return VAGUE if any(m.value == VAGUE for m in named) else None
