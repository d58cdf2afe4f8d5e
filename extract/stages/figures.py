"""Which number expressions of an article can be figures at all, and by which rule the others cannot."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import pairwise

from extract.model import Noise, Period, Quantity, Sentence, Span
from extract.patterns.pack import Pack
from extract.reading import Figures
from extract.values.scan import Script


def find_figures(
    read: Script, pack: Pack, sentences: Sequence[Sentence], furniture: Sequence[Noise], periods: Sequence[Period]
) -> Figures:
    """Every quantity of the text, sorted into live and excluded.

    A quantity is excluded where a noise rule or a period claims its digits, or where it stands in page furniture (its
    sentence number is then -1).
    """
    text = read.text
    claims = _Claims(
        [*((f.span, f.rule) for f in furniture), *((n.span, n.rule) for n in pack.noise.read(read))]
        + [(p.span, "date" if p.form != "none" else "year_of_something") for p in periods]
    )
    starts = [sentence.start for sentence in sentences]
    live: list[tuple[Quantity, int]] = []
    excluded = []
    for quantity in pack.quantities.read(read):
        number = bisect_right(starts, quantity.core.start) - 1
        if number >= 0 and quantity.core.start >= sentences[number].end:
            number = -1
        quantity = _lettered(text, quantity, pack.quantities.letters)
        quantity = _implied_form(text, _untold(text, quantity, pack.discourse.telling), pack.quantities.per_head)
        rule = claims.rule(quantity) or ("furniture" if number < 0 else None)
        if rule is None:
            if live and live[-1][1] == number:
                quantity = _in_list_of_shares(text, live[-1][0], quantity, pack.discourse.speech.connectors)
            live.append((quantity, number))
        else:
            excluded.append((quantity, number, rule))
    rows = _row_numbers(text, [quantity for quantity, _ in live])
    excluded += [(quantity, number, "list_number") for quantity, number in live if quantity in rows]
    return Figures(tuple(one for one in live if one[0] not in rows), tuple(excluded))


def _row_numbers(text: str, live: Sequence[Quantity]) -> set[Quantity]:
    """The numbers of a table's rows: each opens a line that holds another figure, and they count on from 1.

    «1 PBI 71.208», and below it «2 PPU 38.116»
    """
    opening: list[tuple[Quantity, int]] = []  # with the end of its line
    for quantity, following in pairwise(live):
        start, end = quantity.core
        if quantity.value < _ROWS and quantity.span == quantity.core and _OPENS_ROW.match(text, start):
            stop = text.find("\n", end)
            stop = len(text) if stop < 0 else stop
            if not text[text.rfind("\n", 0, start) + 1 : start].strip() and following.core.start < stop:
                opening.append((quantity, stop))
    found: list[Quantity] = []
    for (above, stop), (below, _) in pairwise(opening):
        counts_on = below.value == above.value + 1 and not text[stop : below.core.start].strip()
        if counts_on and (above.value == 1 or above in found):
            found += [above, below]
    return set(found)


class _Claims:
    """Spans by their start, to ask which rule claims a quantity's digits."""

    def __init__(self, claims: Iterable[tuple[tuple[int, int], str]]) -> None:
        self._claims = sorted(claims)
        self._starts = [span[0] for span, _ in self._claims]
        self._longest = max((span[1] - span[0] for span, _ in self._claims), default=0)

    def rule(self, quantity: Quantity) -> str | None:
        """The first rule whose span overlaps the number itself."""
        start, end = quantity.core
        at = bisect_right(self._starts, end - 1) - 1
        while at >= 0 and self._starts[at] > start - self._longest - 1:
            span, rule = self._claims[at]
            if span[1] > start:
                return rule
            at -= 1
        return None


def _untold(text: str, quantity: Quantity, telling: frozenset[str]) -> Quantity:
    """«setidaknya membutuhkan Rp 98 miliar»: a hedge that holds a word of weight leaves it to the sentence."""
    if quantity.span.start == quantity.core.start:
        return quantity
    hedge = text[quantity.span.start : quantity.core.start].lower().split()
    if len(hedge) > 1 and telling.intersection(hedge):
        return quantity._replace(span=Span(quantity.core.start, quantity.span.end))
    return quantity


def _lettered(text: str, quantity: Quantity, letters: Mapping[str, int]) -> Quantity:
    """«tunggakannya 8,5 M»: money whose sign was dropped and whose scale is a capital; not «5M», «2021 M», «U-19 T»."""
    if quantity.form != "count":
        return quantity
    blanks = _BLANKS.match(text, quantity.core.end)
    at = blanks.end() if blanks is not None else quantity.core.end
    scale = letters.get(text[at : at + 1])
    if scale is None or text[at + 1 : at + 2].isalnum() or not text[at - 1 : at].isspace():
        return quantity
    if not _LEAST_LETTERED <= quantity.value < _MOST_LETTERED and "bare_decimal" not in quantity.flags:
        return quantity
    core = Span(quantity.core.start, at + 1)
    return quantity._replace(
        form="money", value=quantity.value * scale, core=core, span=Span(quantity.span.start, at + 1)
    )


def _implied_form(text: str, quantity: Quantity, per_head: re.Pattern[str]) -> Quantity:
    """A count that is a percent or money whose sign was dropped.

    «31.204 jiwa (88,21)», «cakupan kita 93,6.»: decimals alone. «35 ribu per orang»: a price.
    """
    if quantity.form != "count":
        return quantity
    if (
        "bare_decimal" in quantity.flags
        and 0 < quantity.value <= 100
        and not _WORD_BEHIND.match(text, quantity.span.end)
    ):
        return quantity._replace(form="percent")
    if quantity.value >= _PRICE and per_head.match(text, quantity.span.end):
        return quantity._replace(form="money")
    return quantity


def _in_list_of_shares(text: str, before: Quantity, quantity: Quantity, joining: frozenset[str]) -> Quantity:
    """«Sidrap 81 persen, Barru 79 dan Pinrang 83»: a name and a bare number behind a share make a share."""
    if (before.form, quantity.form) != ("percent", "count") or not 0 < quantity.value <= _WHOLE:
        return quantity
    joint, behind = _joints(joining)
    named = joint.fullmatch(text, before.span.end, quantity.span.start)
    if named is None or quantity.span != quantity.core or not behind.match(text, quantity.span.end):
        return quantity
    return quantity._replace(form="percent")


@cache
def _joints(joining: frozenset[str]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What may stand between two items of a list, the name of the second with it, and behind the last."""
    words = "|".join(sorted(map(re.escape, joining)))
    return (
        re.compile(
            rf"(?:[^\S\n]*,[^\S\n]*(?:(?:{words})[^\S\n]+)?|[^\S\n]+(?:{words})[^\S\n]+)(?:[A-Z][\w-]*[^\S\n]+){{1,4}}"
        ),
        re.compile(rf"[^\S\n]*(?:[,.;\n]|\Z|(?:{words})[^\S\n])"),
    )


_ROWS = 100
_OPENS_ROW = re.compile(r"\d{1,2}[ \t|]+[^\W\d]")
_WHOLE = 100
_PRICE = 1000
_LEAST_LETTERED = 6
_MOST_LETTERED = 1000
_WORD_BEHIND = re.compile(r"[^\S\n]*\w")
_BLANKS = re.compile(r"[^\S\n]{1,3}")
