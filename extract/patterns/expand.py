"""Phrase templates to plain phrases: how the pattern files write many wordings in one line.

A template is words and four signs, which nest:

- ``(a|b)``   one of the alternatives; brackets without a bar are brackets in the text: ``(jkn)``;
- ``[a|b]``   one of them or nothing;
- ``{name}``  a named fragment of ``lexicon/fragments.toml``, itself a list of templates;
- ``@`` ``#`` the figure that the phrase speaks about, another figure of the same form.

>>> expand("(sudah|telah) [ter]daftar", {})
('sudah terdaftar', 'sudah daftar', 'telah terdaftar', 'telah daftar')
>>> expand("dari @ {people}", {"people": ("jiwa", "warga")})
('dari @ jiwa', 'dari @ warga')
>>> expand("(rs|rumah sakit (rs))", {})
('rs', 'rumah sakit (rs)')
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from extract.errors import PatternError

MAX_PHRASES = 4000
_CLOSING = {"(": ")", "[": "]"}


def expand(template: str, fragments: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """All phrases that a template stands for: lower case, single-spaced, each once, in order.

    Raises :class:`PatternError` (without a place; the caller knows it) for an unbalanced bracket, an unknown fragment,
    or a template that would make more than ``MAX_PHRASES`` phrases.
    """
    made, end = _alternatives(template, 0, "", fragments)
    if end != len(template):
        raise PatternError(f"unbalanced {template[end]!r} in template {template!r}", remedy="close every bracket")
    phrases = (" ".join(phrase.lower().split()) for phrase in made)
    return tuple(dict.fromkeys(phrase for phrase in phrases if phrase))


def _alternatives(text: str, at: int, closing: str, fragments: Mapping[str, Sequence[str]]) -> tuple[list[str], int]:
    """Phrases of ``a|b|c`` from ``at`` to the closing sign, and where that stands."""
    done: list[str] = []
    current = [""]
    while at < len(text):
        sign = text[at]
        if sign == closing or (not closing and sign in ")]"):
            break
        if sign in ")]":
            raise PatternError(f"unbalanced {sign!r} in template {text!r}", remedy="close brackets in their order")
        if sign == "|":
            done += current
            current = [""]
            at += 1
        elif sign in _CLOSING:
            inner, end = _alternatives(text, at + 1, _CLOSING[sign], fragments)
            if end >= len(text):
                raise PatternError(f"{sign!r} is never closed in template {text!r}", remedy=f"add {_CLOSING[sign]!r}")
            if sign == "[":
                inner = [*inner, ""]
            elif "|" not in text[at:end]:
                inner = [f"({phrase})" for phrase in inner]
            current = _product(current, inner, text)
            at = end + 1
        elif sign == "{":
            end = text.find("}", at)
            if end < 0:
                raise PatternError(f"'{{' is never closed in template {text!r}", remedy="add '}'")
            current = _product(current, _fragment(text[at + 1 : end], text, fragments), text)
            at = end + 1
        else:
            stop = at
            while stop < len(text) and text[stop] not in "|()[]{}":
                stop += 1
            current = [phrase + text[at:stop] for phrase in current]
            at = stop
    return done + current, at


def _fragment(name: str, template: str, fragments: Mapping[str, Sequence[str]]) -> Sequence[str]:
    if name not in fragments:
        raise PatternError(
            f"unknown fragment {{{name}}} in template {template!r}",
            remedy=f"name one of lexicon/fragments.toml: {', '.join(sorted(fragments))}",
        )
    return fragments[name]


def _product(left: list[str], right: Sequence[str], template: str) -> list[str]:
    if len(left) * len(right) > MAX_PHRASES:
        raise PatternError(f"template {template!r} makes over {MAX_PHRASES} phrases", remedy="split it")
    return [a + b for a in left for b in right]


def expand_fragments(tables: Mapping[str, Sequence[str]]) -> dict[str, tuple[str, ...]]:
    """Fragments with the fragments inside them expanded; a fragment may use only those written before it."""
    expanded: dict[str, tuple[str, ...]] = {}
    for name, templates in tables.items():
        phrases: dict[str, None] = {}
        for template in templates:
            phrases.update(dict.fromkeys(expand(template, expanded)))
        expanded[name] = tuple(phrases)
    return expanded
