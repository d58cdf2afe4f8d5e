"""What makes a number money, a percentage or a multiple: the signs before it and the words after it."""

from __future__ import annotations

import re

from extract.values.lexicon import Section
from extract.values.parts import Part
from extract.values.scan import GAP, NO_WORD_AFTER, trie

_SIGN_REACH = 8


class Marks:
    """Currency signs, scale words and percent signs of ``numerals.toml``, compiled."""

    def __init__(self, numerals: Section) -> None:
        scales = numerals.section("scales").whole_numbers()
        misspelt = numerals.section("misspelt_scales").whole_numbers()
        always = scales | misspelt | numerals.section("short_scales").whole_numbers()
        self._money_scales = always | numerals.section("money_scales").whole_numbers()
        self._misspelt = frozenset(misspelt)
        currency, percent = numerals.section("currency"), numerals.section("percent")
        self._foreign = frozenset((*currency.words("foreign_signs"), *currency.words("foreign_words")))
        signs = (*currency.words("signs"), *currency.words("foreign_signs"))
        self._sign_ends = frozenset(sign[-1] for sign in signs)
        self._sign = re.compile(rf"(?<!\w)({trie(signs)}){GAP}\Z")
        money = (*currency.words("words"), *currency.words("foreign_words"))
        words = (*always, *percent.words("words"), *money)
        # What a mark can begin with after at most one blank; other blanks are left to the regex.
        self._pairs = frozenset(word[:2] for word in words)
        self._singles = frozenset((*percent.words("signs"), *" a-\t\u00a0\n\r\u202f"))
        self._after_count = _after(always, percent, money, "")
        self._after_money = _after(self._money_scales, percent, money, r"(?: ,[ ]?-{1,2} )?  # «Rp 100.000,-»")

    def attach(self, folded: str, part: Part) -> Part:
        """Gives the part the signs before it and the words after it; the same part."""
        start = part.start
        before = folded[start - 1 : start]
        if before == " ":
            before = folded[start - 2 : start - 1]
        if before.isspace():
            before = folded[max(0, start - _SIGN_REACH) : start].rstrip()[-1:]
        if before in self._sign_ends:
            sign = self._sign.search(folded, max(0, start - _SIGN_REACH), start)
            if sign is not None:
                part.first = sign.start()
                part.form = "money"
                if sign[1] in self._foreign:
                    part.flags = (*part.flags, "foreign_currency")
        if part.token and part.first == start and start and folded[start - 1].isalpha():
            part.flags = (*part.flags, "glued")
        return self.attach_after(folded, part)

    def attach_after(self, folded: str, part: Part) -> Part:
        """Gives the part the words after its end; the same part."""
        if part.form == "count":
            blank = folded[part.end : part.end + 1] == " "
            pair = folded[part.end + blank : part.end + blank + 2]
            if pair not in self._pairs and pair[:1] not in self._singles:
                return part
        after = (self._after_money if part.form == "money" else self._after_count).match(folded, part.end)
        if after is None or after.end() == part.end:
            return part
        suffix, scale, scale_suffix, percent, percent_suffix, money = after.groups()
        part.end = after.end()
        if suffix or scale_suffix or percent_suffix:
            part.approx = True
        if scale is not None:
            part.scale *= self._money_scales[scale]
            if scale in self._misspelt:
                part.flags = (*part.flags, "misspelt_scale")
        if percent is not None and part.form == "count":
            part.form = "percent"
        elif money is not None:
            part.form = "money"
            if " ".join(money.split()) in self._foreign:
                part.flags = (*part.flags, "foreign_currency")
        return part


def _after(scales: dict[str, int], percent: Section, money: tuple[str, ...], dash: str) -> re.Pattern[str]:
    """The regex for what may follow a number: suffix, scale word with suffix, percent, currency word; all optional."""
    percents = rf"(?: {trie(percent.words('signs'))} | {trie(percent.words('words'))} )"
    return re.compile(
        rf"""(-?an{NO_WORD_AFTER})?                                             # «6000an», «dua puluh-an»
             (?: {GAP} ({trie(scales)}) (-?an)? {NO_WORD_AFTER} )?              # «340 ribuan», «14,2miliar»
             # «88,2% persen», «97 persenan»
             (?: {GAP} ({percents}) (-?an)? (?<!\w(?=\w)) (?: {GAP} {percents} (?<!\w(?=\w)) )? )?
             {dash}
             (?: {GAP} ({trie(money)}) {NO_WORD_AFTER} )?                       # «700 juta rupiah»""",
        re.VERBOSE,
    )
