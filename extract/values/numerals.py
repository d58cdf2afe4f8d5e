"""Numbers in words, to values and back."""

from __future__ import annotations

import re
from typing import NamedTuple

from extract.values.lexicon import Section
from extract.values.scan import BLANK, NO_WORD_AFTER, trie

# The longest number in words, one below 1000 triliun, has 29.
_MOST_WORDS = 32
# What a group of three may still take: something below the slot.
_UNIT_SLOT, _TEN_SLOT, _HUNDRED_SLOT, _CLOSED = 10, 100, 1000, 1


class Vocabulary(NamedTuple):
    """The closed class of number words: what each is worth, or what it does."""

    units: dict[str, int]
    fused: dict[str, int]
    scales: dict[str, int]
    fractions: dict[str, float]
    teen: str
    ten: str
    hundred: str
    half: str


class NumeralWords:
    """Numbers in words: the closed class of words of ``numerals.toml``, to values and back.

    ``pattern`` matches a run of such words in folded text; which prefix of the run is one number, :meth:`prefix` says.
    """

    def __init__(self, section: Section) -> None:
        joints = section.section("joints")
        self._vocabulary = words = Vocabulary(
            units=section.section("units").whole_numbers(),
            fused=section.section("fused").whole_numbers(),
            scales=section.section("scales").whole_numbers(),
            fractions=section.section("fractions").decimals(),
            teen=joints.word("teen"),
            ten=joints.word("ten"),
            hundred=joints.word("hundred"),
            half=joints.word("half"),
        )
        if sorted(set(words.units.values())) != list(range(10)):
            raise section.error("[units] does not name 0 to 9", remedy="name each digit once or more")
        for value in (10, 11, 100, 1000):
            if value not in words.fused.values():
                raise section.error(f"[fused] has no word for {value}", remedy=f"add a word with the value {value}")
        self.starters = starters = (*words.units, *words.fused, *words.fractions, words.half)
        any_word = trie([*starters, words.teen, words.ten, words.hundred, *words.scales])
        self.pattern = rf"{trie(starters)}(?:{BLANK}?{any_word}){{0,{_MOST_WORDS}}}(?:-?an)?{NO_WORD_AFTER}"
        self._token = re.compile(any_word)
        self._names = {value: word for word, value in reversed((words.units | words.fused).items())}
        scale_names = {value: word for word, value in reversed(words.scales.items())}
        self._scale_names = sorted(scale_names.items(), reverse=True)

    def prefix(self, run: str) -> tuple[float, int, bool]:
        """The longest beginning of ``run`` (matched by ``pattern``) that is one number: value, length, suffix -an.

        «dua tiga» is two numbers, so its prefix is «dua». The length is 0 where no number begins, as in «satuan»,
        where the suffix makes a noun.
        """
        units = self._vocabulary.units
        if run in units:
            return float(units[run]), len(run), False
        count = _Count(self._vocabulary)
        end = last = 0
        for token in self._token.finditer(run):
            if run[end : token.start()].strip() or not count.take(" ".join(token[0].split())):
                break
            last, end = token.start(), token.end()
        if run[end:] not in ("an", "-an"):
            return count.value(), end, False
        if run[last:end] in units:
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
            parts += [self._names[100]] if hundreds == 1 else [self._names[hundreds], self._vocabulary.hundred]
        tens, unit = divmod(rest, 10)
        if rest in (10, 11):
            parts.append(self._names[rest])
        elif tens == 1:
            parts += [self._names[unit], self._vocabulary.teen]
        else:
            parts += [self._names[tens], self._vocabulary.ten] if tens else []
            parts += [self._names[unit]] if unit else []
        return " ".join(parts)


class _Count:
    """The value of number words taken one after the other; a word that does not fit is refused."""

    def __init__(self, words: Vocabulary) -> None:
        self._words = words
        self._joints = {
            words.teen: (_TEN_SLOT, 1, 10),
            words.ten: (_TEN_SLOT, 10, 0),
            words.hundred: (_HUNDRED_SLOT, 100, 0),
        }
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
        words = self._words
        if word in words.scales:
            return self._take_scale(words.scales[word])
        if self._half_taken:
            return False
        if word in words.units:
            return self._take_digit(words.units[word])
        if word in words.fused:
            return self._take_fused(words.fused[word])
        if word in words.fractions:
            fresh = not (self._total or self._group or self._digit)
            self._fraction = words.fractions[word] if fresh else None
            return fresh
        if word == words.half:
            self._half_taken = bool(self._group or self._digit) or not self._total
            return self._half_taken
        return self._take_joint(word)

    def _take_digit(self, digit: int) -> bool:
        fits = self._digit is None and self._slot >= _UNIT_SLOT
        if fits:
            self._digit = digit
            self._slot = _CLOSED if digit == 0 else self._slot
        return fits

    def _take_joint(self, word: str) -> bool:
        below, factor, extra = self._joints[word]
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
