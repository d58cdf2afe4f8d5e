"""Numbers as the press writes them, to values and back: digits with dots and commas, and numbers in words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from extract.model import Form
from extract.values.lexicon import Section
from extract.values.scan import BLANK, NO_WORD_AFTER, trie

_MILLION = 1_000_000
# What a group of three may still take: something below the slot.
_UNIT_SLOT, _TEN_SLOT, _HUNDRED_SLOT, _CLOSED = 10, 100, 1000, 1


class Reading(NamedTuple):
    """Digits read: ``mantissa / 10 ** decimals``, and what was uncertain in them."""

    mantissa: int
    decimals: int
    flags: tuple[str, ...] = ()

    def times(self, scale: int) -> float:
        """The value under a scale word, rounded once (28,6 miliar is 28600000000.0 exactly)."""
        return self.mantissa * scale / 10**self.decimals


def read_digits(token: str, *, form: Form = "count", scale: int = 1) -> Reading:
    """Digits with dots and commas, read the way that makes sense under their unit.

    A dot groups thousands and a comma is the decimal sign. The other way round is read where the groups say so: three
    digits after a comma are thousands unless a scale word or a percent sign follows, one or two digits after a dot are
    decimals. ``flags`` names such readings.

    >>> read_digits("1.201.528").times(1), read_digits("709,155").times(1), read_digits("2,137", scale=10**6).times(10**6)
    (1201528.0, 709155.0, 2137000.0)
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
        if len(right) == 6 and not comma and scale == 1 and form != "percent":
            return Reading(int(left + right), 0, ("odd_groups",))  # one dot of two got lost
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


class NumeralWords:
    """Numbers in words: the closed class of words of ``numerals.toml``, to values and back.

    ``pattern`` matches a run of such words in folded text; which prefix of the run is one number, :meth:`prefix` says.
    """

    def __init__(self, section: Section) -> None:
        self._units = section.section("units").whole_numbers()
        self._fused = section.section("fused").whole_numbers()
        self._scales = section.section("scales").whole_numbers()
        self._fractions = section.section("fractions").decimals()
        joints = section.section("joints")
        self._teen, self._ten, self._hundred = (joints.word(key) for key in ("teen", "ten", "hundred"))
        self._half = joints.word("half")
        if sorted(set(self._units.values())) != list(range(10)):
            raise section.error("[units] does not name 0 to 9", remedy="name each digit once or more")
        for value in (10, 11, 100, 1000):
            if value not in self._fused.values():
                raise section.error(f"[fused] has no word for {value}", remedy=f"add a word with the value {value}")
        starters = [*self._units, *self._fused, *self._fractions, self._half]
        others = [self._teen, self._ten, self._hundred, *self._scales]
        any_word = trie([*starters, *others])
        self.pattern = rf"{trie(starters)}(?:{BLANK}?{any_word}){{0,24}}(?:-?an)?{NO_WORD_AFTER}"
        self._token = re.compile(any_word)
        self._names = {value: word for word, value in reversed((self._units | self._fused).items())}
        scale_names = {value: word for word, value in reversed(self._scales.items())}
        self._scale_names = sorted(scale_names.items(), reverse=True)

    def prefix(self, run: str) -> tuple[float, int, bool]:
        """The longest beginning of ``run`` (matched by ``pattern``) that is one number: value, length, suffix -an.

        «dua tiga» is two numbers, so its prefix is «dua». The length is 0 where no number begins, as in «satuan»,
        where the suffix makes a noun.
        """
        if run in self._units:
            return float(self._units[run]), len(run), False
        count = _Count(self)
        end = last = 0
        for token in self._token.finditer(run):
            if run[end : token.start()].strip() or not count.take(" ".join(token[0].split())):
                break
            last, end = token.start(), token.end()
        if run[end:] not in ("an", "-an"):
            return count.value(), end, False
        if run[last:end] in self._units:
            return self.prefix(run[:last].rstrip()) if last else (0.0, 0, False)
        return count.value(), len(run), True

    def parse(self, words: str) -> float | None:
        """The value of a whole string of number words, None where it is none."""
        folded = " ".join(words.lower().split())
        if re.fullmatch(self.pattern, folded) is None:
            return None
        value, length, _ = self.prefix(folded)
        return value if length == len(folded) else None

    def spell(self, value: int) -> str:
        """A whole number from 0 to 999 triliun in words.

        Raises :class:`ValueError` outside this range.
        """
        if not 0 <= value < 10**15:
            raise ValueError(f"{value} is outside 0 to 999 triliun")
        if value in self._names and value <= 1000:
            return self._names[value]
        parts: list[str] = []
        for scale, name in self._scale_names:
            head, value = divmod(value, scale)
            if head == 1 and scale == 1000:
                parts.append(self._names[1000])
            elif head:
                parts += [self._below_thousand(head), name]
        return " ".join([*parts, self._below_thousand(value)]).strip()

    def _below_thousand(self, value: int) -> str:
        parts: list[str] = []
        hundreds, rest = divmod(value, 100)
        if hundreds:
            parts += [self._names[100]] if hundreds == 1 else [self._names[hundreds], self._hundred]
        tens, unit = divmod(rest, 10)
        if rest in (10, 11):
            parts.append(self._names[rest])
        elif tens == 1:
            parts += [self._names[unit], self._teen]
        else:
            parts += [self._names[tens], self._ten] if tens else []
            parts += [self._names[unit]] if unit else []
        return " ".join(parts)

    def roles(self) -> Sequence[dict[str, float] | dict[str, int]]:
        """Fractions, digits, fused words and scales, for the counting of a run."""
        return self._fractions, self._units, self._fused, self._scales

    def joints(self) -> tuple[str, str, str, str]:
        """The words for teens, tens, hundreds and «and a half»."""
        return self._teen, self._ten, self._hundred, self._half


class _Count:
    """The value of number words taken one after the other; a word that does not fit is refused."""

    def __init__(self, words: NumeralWords) -> None:
        self._fractions, self._units, self._fused, self._scales = words.roles()
        self._teen, self._ten, self._hundred, self._half = words.joints()
        self._total = 0
        self._group = 0
        self._digit: int | None = None
        self._slot = _HUNDRED_SLOT  # the next part of the group must be below this
        self._last_scale = 0
        self._half_taken = False
        self._fraction: float | None = None

    def value(self) -> float:
        """What has been taken so far."""
        if self._fraction is not None:
            return self._fraction
        return float(self._total + self._group + (self._digit or 0)) + (0.5 if self._half_taken else 0.0)

    def take(self, word: str) -> bool:
        """Takes the word where the number can go on with it."""
        if self._fraction is not None:
            return False
        if word in self._scales:
            return self._take_scale(self._scales[word])  # type: ignore[arg-type]
        if self._half_taken:
            return False
        if word in self._units:
            return self._take_digit(int(self._units[word]))
        if word in self._fused:
            return self._take_fused(int(self._fused[word]))
        if word == self._half:
            self._half_taken = bool(self._group or self._digit) or not self._total
            return self._half_taken
        if word in self._fractions:
            fresh = not (self._total or self._group or self._digit)
            self._fraction = self._fractions[word] if fresh else None
            return fresh
        return self._take_joint(word)

    def _take_digit(self, digit: int) -> bool:
        fits = self._digit is None and self._slot >= _UNIT_SLOT
        if fits:
            self._digit = digit
            self._slot = _CLOSED if digit == 0 else self._slot
        return fits

    def _take_joint(self, word: str) -> bool:
        below, factor, extra = {
            self._teen: (_TEN_SLOT, 1, 10), self._ten: (_TEN_SLOT, 10, 0), self._hundred: (_HUNDRED_SLOT, 100, 0),
        }[word]  # fmt: skip
        if not self._digit or self._slot < below:
            return False
        self._group += self._digit * factor + extra
        self._digit = None
        self._slot = _CLOSED if extra else factor
        return True

    def _take_fused(self, value: int) -> bool:
        if self._digit is not None:
            return False
        if value < 1000:
            if self._slot < (_HUNDRED_SLOT if value == 100 else _TEN_SLOT):
                return False
            self._group += value
            self._slot = _TEN_SLOT if value == 100 else _CLOSED
            return True
        if self._group or (self._last_scale and value >= self._last_scale):
            return False
        self._total += value
        self._last_scale = value
        return True

    def _take_scale(self, scale: int) -> bool:
        head = self._group + (self._digit or 0)
        if self._half_taken:
            if self._total:
                return False
            self._total = (2 * head + 1) * scale // 2
        elif self._last_scale and scale >= self._last_scale:
            if scale == self._last_scale or (not head and self._total % self._last_scale):
                return False
            self._total = (self._total + head) * scale  # «dua ribu triliun»
        elif not head:
            return False
        else:
            self._total += head * scale
        self._group, self._digit, self._slot, self._last_scale = 0, None, _HUNDRED_SLOT, scale
        self._half_taken = False
        return True
