"""One number on its way to a quantity: a working record, changed while its neighbours are read."""

from __future__ import annotations

from extract.model import Form
from extract.values.digits import read_digits


class Part:
    """A number of the text with what has been found to belong to it.

    ``first`` is where it begins with its currency sign, ``start`` where the digits or words begin, ``end`` where
    the last sign after it ends. ``token`` holds digits, ``words`` the value of number words. ``low`` is the lower end
    where this is the upper end of a range.
    """

    __slots__ = ("approx", "end", "first", "flags", "form", "low", "scale", "start", "token", "words")

    def __init__(self, start: int, end: int, *, token: str = "", words: float | None = None) -> None:
        self.first = self.start = start
        self.end = end
        self.token = token
        self.words = words
        self.scale = 1
        self.form: Form = "count"
        self.approx = False
        self.flags: tuple[str, ...] = ()
        self.low: Part | None = None

    def value(self) -> tuple[float, tuple[str, ...]]:
        """What the number is worth under its form and scale, and all its flags."""
        if self.words is not None:
            value = self.words * self.scale
            return value, (*self.flags, "word") if value.is_integer() else (*self.flags, "word", "fraction")
        if self.token.isdigit():
            return float(int(self.token) * self.scale), self.flags
        reading = read_digits(self.token, form=self.form, scale=self.scale)
        flags = self.flags + reading.flags
        if self.form == "count" and self.scale == 1 and reading.decimals:
            flags = (*flags, "bare_decimal")
        return reading.times(self.scale), flags

    def bare(self) -> bool:
        """Whether nothing but the number itself has been read: no sign, no scale word."""
        return self.scale == 1 and self.form == "count"

    def like_a_year(self) -> bool:
        """Whether it is written as a year of our time would be."""
        return self.bare() and len(self.token) == 4 and self.token[:2] in ("19", "20") and self.token.isdigit()
