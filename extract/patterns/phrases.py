"""The phrase table of a pack: every phrase that the matcher looks for, and all that it may mean."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from extract.errors import PatternError
from extract.model import Form
from extract.patterns.expand import expand
from extract.patterns.pack import Entry
from extract.patterns.read import Table, only, rules, section, text, texts

SLOTS: Mapping[Form, str] = {"count": "\ue000", "percent": "\ue001", "money": "\ue002"}
"""The letters that stand in a phrase, and in the text that is matched, for a figure of each form."""

Meanings = Mapping[str, tuple[str, str | None]]
"""The fields of a section, each with the kind of its phrases and their value; None where they mean nothing."""


class PhraseTable:
    """Collects phrases while a pack loads; :meth:`done` gives the finished table."""

    def __init__(self, fragments: Mapping[str, Sequence[str]]) -> None:
        self._fragments = fragments
        self._entries: defaultdict[str, list[Entry]] = defaultdict(list)

    def add(
        self,
        templates: Iterable[str],
        kind: str,
        value: object,
        where: str,
        form: Form | None = None,
        layer: str | None = None,
    ) -> None:
        """Add the phrases of some templates; raises :class:`PatternError` with the place."""
        for template in templates:
            try:
                phrases = expand(template, self._fragments)
            except PatternError as error:
                raise PatternError(error.what, where=where, remedy=error.remedy) from None
            for phrase in phrases:
                self._add(phrase, kind, value, where, form, layer)

    def _add(
        self, phrase: str, kind: str, value: object, where: str, form: Form | None, layer: str | None = None
    ) -> None:
        if "@" not in phrase:
            entry = Entry(kind, value, form, layer=layer)
        elif form is None or phrase.count("@") > 1:
            raise PatternError(f"phrase {phrase!r} has an @ too many", where=where, remedy="one @ a phrase, in cues")
        else:
            entry = Entry(kind, value, form, slot=1)
            phrase = phrase.replace("#", SLOTS[form]).replace("%", SLOTS["percent"]).replace("&", SLOTS["count"])
        if entry not in self._entries[phrase]:
            self._entries[phrase].append(entry)

    def add_lexicon(self, table: Table, name: str, where: str, more: Sequence[str] = ()) -> None:
        """Add a lexicon of ``[[name]]`` rules whose value is their id, and of ``[none]`` phrases that mean nothing.

        The kind of the phrases is ``name``. The rules may have ``more`` fields.
        """
        only(table, (name, "none"), where)
        for place, rule in rules(table, name, where):
            only(rule, ("id", "phrases", *more), place)
            self.add(texts(rule, "phrases", place), name, text(rule, "id", place), place)
        if "none" in table:
            self.add_section(table, "none", where, {"phrases": (name, None)})

    def add_section(self, table: Table, name: str, where: str, meanings: Meanings) -> None:
        """Add the lists of a ``[name]`` section, which must all be there, and no others."""
        lists = section(table, name, where, tuple(meanings))
        place = f"{where} [{name}]"
        for field, (kind, value) in meanings.items():
            self.add(texts(lists, field, place), kind, value, f"{place} {field}")

    def done(self) -> dict[str, tuple[Entry, ...]]:
        """Phrases with what they mean, in the order in which they were added."""
        return {phrase: tuple(entries) for phrase, entries in self._entries.items()}
