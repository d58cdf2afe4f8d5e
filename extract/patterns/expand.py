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
_SIGNS = "|()[]{}"


def expand(template: str, fragments: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """All phrases that a template stands for: lower case, single-spaced, each once, in order.

    Raises :class:`PatternError` (without a place; the caller knows it) for an unbalanced bracket, an unknown fragment,
    or a template that would make more than ``MAX_PHRASES`` phrases.
    """
    made, end = _alternatives(template, 0, fragments)
    if end != len(template):
        raise PatternError(f"unbalanced {template[end]!r} in template {template!r}", remedy="close every bracket")
    phrases = (" ".join(phrase.lower().split()) for phrase in made)
    return tuple(dict.fromkeys(phrase for phrase in phrases if phrase))


def _alternatives(text: str, at: int, fragments: Mapping[str, Sequence[str]]) -> tuple[list[str], int]:
    """Phrases of ``a|b|c`` from ``at`` to the first closing sign that was not opened there, and where that stands."""
    done: list[str] = []
    current = [""]
    while at < len(text) and text[at] not in ")]}":
        if text[at] == "|":
            done += current
            current = [""]
            at += 1
        else:
            made, at = _piece(text, at, fragments)
            current = _product(current, made, text)
    return done + current, at


def _piece(text: str, at: int, fragments: Mapping[str, Sequence[str]]) -> tuple[Sequence[str], int]:
    """What one piece stands for, brackets, a fragment or plain text, and where the next one begins."""
    sign = text[at]
    if sign in _CLOSING:
        return _brackets(text, at, fragments)
    if sign == "{":
        end = text.find("}", at)
        if end < 0:
            raise PatternError(f"{sign!r} is never closed in template {text!r}", remedy="add '}'")
        return _fragment(text[at + 1 : end], text, fragments), end + 1
    end = at
    while end < len(text) and text[end] not in _SIGNS:
        end += 1
    return [text[at:end]], end


def _brackets(text: str, at: int, fragments: Mapping[str, Sequence[str]]) -> tuple[list[str], int]:
    sign = text[at]
    inner, end = _alternatives(text, at + 1, fragments)
    if text[end : end + 1] != _CLOSING[sign]:
        before = f" before {text[end]!r}" if end < len(text) else ""
        raise PatternError(
            f"{sign!r} is never closed{before} in template {text!r}", remedy=f"add {_CLOSING[sign]!r}{before}"
        )
    if sign == "[":
        inner = [*inner, ""]
    elif "|" not in text[at:end]:
        inner = [f"({phrase})" for phrase in inner]
    return inner, end + 1


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


def expand_fragments(tables: Mapping[str, Sequence[str]], where: str = "") -> dict[str, tuple[str, ...]]:
    """Fragments with the fragments inside them expanded; a fragment may use only those written before it.

    Raises :class:`PatternError` as :func:`expand` does, with the place: ``where`` and the name of the fragment.
    """
    expanded: dict[str, tuple[str, ...]] = {}
    for name, templates in tables.items():
        phrases: dict[str, None] = {}
        for template in templates:
            try:
                phrases.update(dict.fromkeys(expand(template, expanded)))
            except PatternError as error:
                raise PatternError(error.what, where=f"{where} {name}".strip(), remedy=error.remedy) from None
        expanded[name] = tuple(phrases)
    return expanded
