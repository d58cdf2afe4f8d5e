"""What the flags of a row mean: how its figure was read where that is not plain, and whether others agree with it."""

from __future__ import annotations

from collections.abc import Mapping

FLAGS: Mapping[str, str] = {
    "agrees:INDICATOR": "fits the other figures of its area (part, whole and the share INDICATOR)",
    "conflicts:INDICATOR": "does not fit the other figures of its area (part, whole and the share INDICATOR)",
    "ambiguous_separator": "three digits behind the only dot: thousands or decimals, whichever makes sense of the unit",
    "bare_decimal": "a decimal fraction without a sign or a scale word of its own",
    "bracketed_repeat": "said twice side by side, in digits and in words",
    "compound": "added up of two numbers that stand side by side («1 miliar 200 juta»)",
    "extra_scale": "a scale word behind digits that are written out already was passed over",
    "foreign_currency": "money in another currency",
    "fraction": "a fraction in words",
    "glued": "letters stand right before the digits",
    "implied_money": "taken as money by its size or its list, without a currency",
    "lent_percent": "taken as a percentage because the number beside it is one",
    "lent_scale": "its scale word was taken from the number beside it",
    "misspelt_scale": "a scale word that is misspelt",
    "mixed_separators": "dots and commas of which neither can be the decimal sign: all taken as thousands",
    "odd_groups": "digits in groups that are not of three",
    "spoken_comma": "the decimal comma is written as a word",
    "swapped_separator": "the dot read as decimal sign, or the comma as thousands sign, as only that makes sense",
    "word": "written in words",
    "wrong_sign": "a currency sign before people or things that are counted was passed over",
}
"""Every flag that a row can have; INDICATOR stands for the name of one."""

_NAMED = ":INDICATOR"


def flag_says(flag: str) -> str:
    """What a flag of a row means, in a sentence of an explanation.

    >>> flag_says("agrees:coverage_pct")
    'fits the other figures of its area (part, whole and the share coverage_pct)'
    >>> flag_says("word")
    'flagged word: written in words'
    """
    name, _, about = flag.partition(":")
    if about:
        return FLAGS[name + _NAMED].replace("INDICATOR", about)
    return f"flagged {name}: {FLAGS[name]}"
