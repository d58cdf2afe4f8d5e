"""What confidence is made of, as the lexicon says it: a weight for each ground."""

from __future__ import annotations

from collections.abc import Iterator

from extract.errors import PatternError
from extract.patterns.grounds import Calibration, Grounds, Weight
from extract.patterns.read import Table, number, only, rules, section, text

_MOST = 20.0  # log-odds: beyond it a ground would decide alone


def read_calibration(table: Table, where: str) -> Calibration:
    """The base and the weights, in the order of :class:`Grounds`; each ground has exactly one.

    Raises :class:`PatternError`, also where a weight has the wrong sign to go up with score or agreement.
    """
    only(table, ("base", "ground"), where)
    found = {}
    for place, weight in _weights(table, where):
        if weight.ground in found:
            raise PatternError(f"ground {weight.ground} again", where=place, remedy="weigh each ground once")
        found[weight.ground] = weight
    lacking = [name for name in Grounds._fields if name not in found]
    if lacking:
        raise PatternError(f"no ground {lacking[0]!r}", where=where, remedy="write its [[ground]]")
    base = number(section(table, "base", where, ("log_odds",)), "log_odds", f"{where} [base]", -_MOST, _MOST)
    return Calibration(base, tuple(found[name] for name in Grounds._fields))


def _weights(table: Table, where: str) -> Iterator[tuple[str, Weight]]:
    for place, rule in rules(table, "ground", where):
        only(rule, ("id", *Weight._fields[1:]), place)
        name = text(rule, "id", place)
        if name not in Grounds._fields:
            known = ", ".join(Grounds._fields)
            raise PatternError(f"unknown ground {name!r}", where=place, remedy=f"name one of: {known}")
        low, high = _SIGNS.get(name, (-_MOST, _MOST))
        yield (
            place,
            Weight(
                name,
                number(rule, "weight", place, low, high),
                number(rule, "usual", place, 0, _MOST),
                text(rule, "high", place),
                text(rule, "low", place),
            ),
        )


_SIGNS = {"score": (0.0, _MOST), "agrees": (0.0, _MOST), "conflicts": (-_MOST, 0.0)}
