"""Numbers that stand together and are one: ranges, a number repeated in brackets, «1 miliar 200 juta»."""

from __future__ import annotations

import re

from extract.values.lexicon import Section
from extract.values.marks import Marks
from extract.values.parts import Part
from extract.values.scan import BLANK, GAP, NO_WORD_AFTER, trie

# Farther apart, two numbers have more between them than a word that joins them.
_REACH = 24
_OPENING_REACH = 24
_LENDING_REACH = 40
_THOUSAND, _MILLIARD = 1_000, 1_000_000_000
_ALL = 100
_FAR = 200  # no range is as wide: «kelas tiga hingga 5.500»
_MILLIARDS = re.compile(r"[1-9]\d{0,2}(?:\.\d{3}){3,}")
_STEPS = (10**12, 10**9, 10**6, 10**3)
_DECIMALS = 3
_GROUPED = re.compile(r"[1-9]\d{0,2}\.\d{3}")


class Neighbours:
    """Joins parts of a text that make one quantity, by the ``[range]`` table of ``numerals.toml``."""

    def __init__(self, ranges: Section, marks: Marks) -> None:
        self._marks = marks
        between = ranges.words("between")
        words = [word for word in between if word[-1].isalpha()]
        signs = [word for word in between if not word[-1].isalpha()]
        unit = rf"(?:{BLANK}(?P<unit>{trie(ranges.words('units'))}){NO_WORD_AFTER})?"
        self._between = re.compile(rf"{unit}{GAP}(?:{trie(words)}{NO_WORD_AFTER}|{trie(signs)}){GAP}")
        self._signs = frozenset(signs)
        self._and = re.compile(rf"{BLANK}{trie(ranges.words('and'))}{BLANK}")
        self._closing = re.compile(rf"{GAP}(?:[,;)]|\.(?!\d)|{trie(ranges.words('and'))}{BLANK}|\Z)")
        self._opening = re.compile(rf"(?<!\w){trie(ranges.words('opening'))}{GAP}\Z")
        self._change = re.compile(rf"(?<!\w){trie(ranges.words('change'))}{GAP}\Z")
        self._into = re.compile(rf"{GAP}{trie(ranges.words('into'))}{GAP}")
        self._from = re.compile(rf"(?<!\w){trie(ranges.words('from'))}{GAP}\Z")
        self._counted = re.compile(rf"{GAP}{trie(ranges.words('units'))}{NO_WORD_AFTER}")
        self._comma = re.compile(rf"{BLANK}{trie(ranges.words('comma'))}{BLANK}")
        self._date = re.compile(rf"{GAP}{trie(ranges.words('dates'))}{NO_WORD_AFTER}|[/:.-]\d")

    def join(self, folded: str, parts: list[Part]) -> list[Part]:
        """The parts, by position, with those that are one made one."""
        joined: list[Part] = []
        for part in parts:
            last = joined[-1] if joined else None
            self._mend(folded, last, part)
            if last is None or part.first - last.end > _REACH or not self._one(folded, last, part):
                joined.append(part)
            elif last.low is None and part.low is not None:
                joined[-1] = part
        return joined

    def _mend(self, folded: str, last: Part | None, part: Part) -> None:
        """Slips that the counted noun gives away: «Rp51.320 orang», and «2,3 juta jiwa menjadi 2,1 jiwa».

        «184.062 ribu jiwa» has one scale too many, and what is told in milliards is money, its sign said or not:
        «tertinggi 7,4 miliar, lalu 3,9 miliar dan 850 juta».
        """
        if part.form == "count" and part.scale > 1 and part.token:
            self._mend_scaled(folded, last, part)
        elif part.form == "count" and _MILLIARDS.fullmatch(part.token) and not self._counted.match(folded, part.end):
            part.form, part.flags = "money", (*part.flags, "implied_money")
        if part.scale > 1 or not part.token or (part.form == "count" and "," not in part.token):
            return
        if part.form == "percent":
            self._lend_percent(folded, last, part)
        if part.form == "percent" or self._counted.match(folded, part.end) is None:
            return
        if part.form == "money":
            part.form, part.first, part.flags = "count", part.start, (*part.flags, "wrong_sign")
        elif last is not None and last.form == "count" and part.first - last.end <= _LENDING_REACH:
            value, flags = part.value()
            if "bare_decimal" in flags and value < last.scale:
                part.scale, part.flags = last.scale, (*part.flags, "lent_scale")

    def _lend_percent(self, folded: str, last: Part | None, part: Part) -> None:
        """«naik dari 75 menjadi 80 persen»: the old share is one, too."""
        if last is None or not last.bare() or last.end == part.first or last.value()[0] > _ALL:
            return
        if self._into.fullmatch(folded, last.end, part.first) and self._from.search(folded, 0, last.first):
            last.form, last.flags = "percent", (*last.flags, "lent_percent")

    def _mend_scaled(self, folded: str, last: Part | None, part: Part) -> None:
        if part.scale == _THOUSAND and _GROUPED.fullmatch(part.token):
            part.scale, part.flags = 1, (*part.flags, "extra_scale")
            return
        implied = last is not None and "implied_money" in last.flags and part.first - last.end <= _LENDING_REACH
        listed = last is not None and part.scale > _THOUSAND and self._listed(folded, last, part)
        large = part.scale >= _MILLIARD or listed or (implied and part.scale > _THOUSAND)
        if large and self._counted.match(folded, part.end) is None:
            part.form, part.flags = "money", (*part.flags, "implied_money")

    def _listed(self, folded: str, last: Part, part: Part) -> bool:
        """«Bakam Rp 1,2 miliar, Puding 900 juta, dan»: no noun stands behind an amount of a list."""
        between = folded[last.end : part.first]
        if (
            last.form != "money"
            or len(between) > _LENDING_REACH
            or (":" in between and "\n" in between)
            or last.value()[0] < part.scale
        ):
            return False
        return self._closing.match(folded, part.end) is not None

    def _one(self, folded: str, left: Part, right: Part) -> bool:
        """Whether the two are one quantity; what it is worth is then with the left one, or the right one of a range."""
        between = folded[left.end : right.first]
        if between.endswith("("):
            return not between[:-1].strip() and self._repeated(folded, left, right)
        if not between.strip():
            if "spoken_comma" in left.flags and left.bare() and right.words is not None:
                return _spoken(left, right)  # «tujuh koma dua | lima persen»
            return self._added(folded, between, left, right)
        if self._comma.fullmatch(between) is not None:
            return _spoken(left, right)
        return self._range(folded, between, left, right)

    def _repeated(self, folded: str, left: Part, right: Part) -> bool:
        """«24 (dua puluh empat)», «5% (lima persen)»: the same number twice, once in words."""
        if folded[right.end : right.end + 1] != ")" or (left.words is None) == (right.words is None):
            return False
        if left.value()[0] != right.value()[0] or (right.form != "count" and right.form != left.form):
            return False
        left.end = right.end + 1
        left.flags = (*left.flags, "bracketed_repeat")
        if left.bare():
            self._marks.attach_after(folded, left)  # «5 (lima) persen»
        return True

    def _added(self, folded: str, between: str, left: Part, right: Part) -> bool:
        """«Rp 1 miliar 200 juta»: a rest under a smaller scale word; under none before a noun: «29 ribu 614 jiwa»."""
        smaller = left.scale > right.scale > 1 or self._is_last_group(folded, left, right)
        if not smaller or not between or "\n" in between:
            return False
        if left.low is not None or right.first != right.start or right.form == "percent":
            return False
        total = left.value()[0] + right.value()[0]
        if left.form == "percent" or right.value()[0] >= max(left.scale, right.scale, _THOUSAND):
            return False
        if right.scale == 1 and "implied_money" in left.flags:
            left.form, left.flags = "count", tuple(flag for flag in left.flags if flag != "implied_money")
        left.token, left.scale, left.end = str(round(total)), 1, right.end
        left.words = None
        left.form = right.form if left.form == "count" else left.form
        left.approx = left.approx or right.approx
        left.flags = (*left.flags, *right.flags, "compound")
        return True

    def _is_last_group(self, folded: str, left: Part, right: Part) -> bool:
        """Whether a number is what is left below the thousands of the one before it, the noun of both behind it."""
        thousands = (left.scale == _THOUSAND or "compound" in left.flags) and left.value()[0] % _THOUSAND == 0
        group = right.bare() and right.token.isdigit() and len(right.token) <= _DECIMALS and right.token[0] != "0"
        return thousands and group and self._counted.match(folded, right.end) is not None

    def _range(self, folded: str, between: str, left: Part, right: Part) -> bool:
        """«8 sampai 11 persen»: two ends of one kind, the lower first; not dates, years or telephone numbers."""
        parted = self._and.fullmatch(between) is not None
        if not parted and not self._joined(folded, between, right):
            return False
        opening = self._opening.search(folded, max(0, left.first - _OPENING_REACH), left.first)
        if parted and opening is None:
            return False
        if left.low is not None or left.like_a_year() or right.like_a_year() or self._numbered(folded, left, right):
            return False
        if between.strip() not in self._signs and self._change.search(folded, max(0, left.first - 24), left.first):
            return False
        before = left.form, left.scale, right.form, right.scale, right.end
        if left.form == "money" and right.bare():
            right.form = "money"
            self._marks.attach_after(folded, right)  # «Rp 5-6 M»
        kind = _same_kind(left, right)
        _share(left, right)
        kind = kind and not (right.form == "count" and left.value()[0] * _FAR < right.value()[0])
        if not kind or self._date.match(folded, right.end) or left.value()[0] >= right.value()[0]:
            left.form, left.scale, right.form, right.scale, right.end = before
            return False
        right.low = left
        right.approx = right.approx or left.approx
        right.flags = (*left.flags, *right.flags)
        right.first = opening.start() if opening is not None else left.first
        return True

    def _joined(self, folded: str, between: str, right: Part) -> bool:
        """Whether the words between two numbers make them ends of a range."""
        found = self._between.fullmatch(between)
        if found is None or found["unit"] is None:
            return found is not None
        # «10 orang sampai 15 orang», but not «12 orang hingga 31 Mei»
        return folded[right.end : right.end + 24].lstrip().startswith(found["unit"])

    @staticmethod
    def _numbered(folded: str, left: Part, right: Part) -> bool:
        """Whether one of the two is a piece of a longer code: «0812-3456-7890», «23-08-2017»."""
        before, after = folded[max(0, left.first - 1) : left.first], folded[right.end : right.end + 2]
        if before in ("-", "/", ":") and folded[max(0, left.first - 2) : left.first - 1].isalnum():
            return True
        return (after[:1] in ("-", "/") and after[1:].isdigit()) or any(
            len(part.token) > 1 and part.token[0] == "0" and part.token.isdigit() for part in (left, right)
        )


def _spoken(left: Part, right: Part) -> bool:
    """«27 koma 2 miliar», «satu koma tujuh juta»: digits behind a comma that is a word."""
    whole, step = left.value()[0], _step(right)
    first = left.token if "," in left.token else f"{round(whole)},"
    decimals = right.token or str(round((right.words or 0) / step))
    told = "," in left.token or (whole.is_integer() and whole < _FAR)
    if left.scale > 1 or left.form == "percent" or not (told and decimals.isdigit() and len(decimals) <= _DECIMALS):
        return False
    left.token, left.words, left.end = first + decimals, None, right.end
    left.scale = right.scale * step
    left.form = right.form if left.form == "count" else left.form
    left.approx, left.flags = left.approx or right.approx, (*left.flags, *right.flags, "spoken_comma")
    return True


def _step(part: Part) -> int:
    """The scale that a number of words ends in: «tujuh juta»."""
    words = part.words or 0
    return next((step for step in _STEPS if words and words % step == 0), 1)


def _same_kind(left: Part, right: Part) -> bool:
    """Whether both ends can be of one form: a bare lower end takes the form of the upper one, money holds for both."""
    if left.form == right.form:
        return True
    return left.bare() if right.form == "percent" else left.form != "percent"


def _share(left: Part, right: Part) -> None:
    """Gives the lower end the form, and where it has none the scale word, of the upper end: «10-15 ribu»."""
    left.form = right.form = right.form if right.form != "count" else left.form
    step = _step(right)
    if left.words is not None and step > 1 and left.scale == right.scale and left.words < (right.words or 0) / step:
        left.words *= step  # «dua sampai tiga ribu»
    if left.scale == 1 and right.scale > 1:
        own, raw = left.value()[0], right.value()[0] / right.scale
        if own < raw and own < 1000:
            left.scale = right.scale
