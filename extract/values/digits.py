"""Digits with dots and commas, to values and back."""

from __future__ import annotations

import re
from typing import NamedTuple

from extract.model import Form

_MILLION = 1_000_000
_MORE_THAN_THERE_IS = 10**18


class Reading(NamedTuple):
    """Digits read: ``mantissa / 10 ** decimals``, and what was uncertain in them."""

    mantissa: int
    decimals: int
    flags: tuple[str, ...] = ()

    def times(self, scale: int) -> float:
        """The value under a scale word, rounded once (28,6 miliar is 28600000000.0 exactly).

        A scale word behind all the digits is a slip where it makes more than there is: 87.170.466.658 miliar.
        """
        if not self.decimals:
            value = self.mantissa * scale
            return float(value if value < _MORE_THAN_THERE_IS else self.mantissa)
        return self.mantissa * scale / int(10**self.decimals)


def read_digits(token: str, *, form: Form = "count", scale: int = 1) -> Reading:
    """Digits with dots and commas, read the way that makes sense under their unit.

    A dot groups thousands and a comma is the decimal sign. The other way round is read where the groups say so: three
    digits after a comma are thousands unless a scale word or a percent sign follows, one or two digits after a dot are
    decimals. ``flags`` names such readings.

    >>> read_digits("1.201.528").times(1), read_digits("709,155").times(1)
    (1201528.0, 709155.0)
    >>> read_digits("2,137", scale=10**6).times(10**6)
    2137000.0
    >>> read_digits("2.1354").times(1)
    21354.0
    >>> read_digits("95.26", form="percent")
    Reading(mantissa=9526, decimals=2, flags=('swapped_separator',))
    """
    if "," not in token:
        groups, sign = token.split("."), "."
    elif "." not in token:
        groups, sign = token.split(","), ","
    else:
        return _two_separators(re.split("[.,]", token), re.findall("[.,]", token), form, scale)
    if len(groups) == 1:
        return Reading(int(token), 0)
    if len(groups) == 2:
        return _one_separator(groups[0], groups[1], sign, form, scale)
    return _groups(groups, sign)


def _one_separator(left: str, right: str, sign: str, form: Form, scale: int) -> Reading:
    comma = sign == ","
    swapped = ("swapped_separator",)
    if len(right) != 3 or left.startswith("0"):
        if len(right) > 3 and not comma and scale == 1 and form != "percent":
            return Reading(int(left + right), 0, ("odd_groups",))  # a digit too many, or one dot of two got lost
        return Reading(int(left + right), len(right), () if comma else swapped)
    thousands, decimal = int(left + right), (int(left + right), 3)
    if form == "percent":
        if comma:
            return Reading(*decimal)
        # Nobody writes three zeros as decimals; other digits are rather decimals than thousands of percent.
        return Reading(thousands, 0) if right == "000" else Reading(*decimal, ("ambiguous_separator",))
    if scale > 1:
        if comma:
            return Reading(*decimal)
        if form == "count" and scale >= _MILLION:  # a thousand million of anybody is more than there are
            return Reading(*decimal, ("ambiguous_separator",))
        return Reading(thousands, 0, ("ambiguous_separator",))
    if len(left) > 3:
        return Reading(thousands, 0, ("odd_groups",))
    return Reading(thousands, 0, swapped if comma else ())


def _groups(groups: list[str], sign: str) -> Reading:
    """Three or more groups parted by the same sign: thousands, or a slip."""
    joined, last = int("".join(groups)), len(groups[-1])
    grouped = _grouped(groups)
    if grouped and last == 3:
        return Reading(joined, 0, ("swapped_separator",) if sign == "," else ())
    return Reading(joined, last if grouped and last < 3 else 0, ("odd_groups",))


def _two_separators(groups: list[str], signs: list[str], form: Form, scale: int) -> Reading:
    """Both signs: the last one is the decimal sign if it stands alone."""
    joined, last = int("".join(groups)), len(groups[-1])
    if not _grouped(groups):
        return Reading(joined, last if last < 3 else 0, ("odd_groups",))
    alone = signs[-1] not in signs[:-1] and len(set(signs[:-1])) == 1
    if last == 3 and not (alone and (scale > 1 or form == "percent")):
        return Reading(joined, 0, ("mixed_separators",))  # «1.201,528 jiwa»: no thousandths of a person
    flags = ("odd_groups",) if not alone else ("swapped_separator",) if signs[-1] == "." else ()
    return Reading(joined, last, flags)


def _grouped(groups: list[str]) -> bool:
    """Whether all groups but the last are of thousands."""
    return len(groups[0]) <= 3 and all(len(group) == 3 for group in groups[1:-1])


def format_number(value: float) -> str:
    """A number in Indonesian digits: dots for thousands, a comma for decimals.

    >>> format_number(1201528), format_number(74.01)
    ('1.201.528', '74,01')
    """
    whole, _, decimals = f"{value:,.10f}".rstrip("0").partition(".")
    return whole.replace(",", ".") + (f",{decimals}" if decimals else "")
