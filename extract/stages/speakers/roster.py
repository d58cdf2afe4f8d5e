"""The people of one article: every form of a name or an office, first, last or short, goes back to one person."""

from __future__ import annotations

from extract.model import Speaker


class Roster:
    """Persons in the order in which they are met, each by number; the fullest name and office of each are kept.

    >>> roster = Roster()
    >>> first = roster.add("Ratih Pramudita", "Bupati Arunika")
    >>> roster.add("Ratih", None) == first, roster.speaker(first)
    (True, Speaker(name='Ratih Pramudita', role='Bupati Arunika'))
    """

    def __init__(self) -> None:
        self._people: list[Speaker] = []
        self._names: list[list[str]] = []

    def add(self, name: str | None, role: str | None) -> int:
        """The number of the person so named, who is a new one where nobody fits."""
        found = self.known(name) if name else None
        if found is None and role:
            found = self._holder(role, named=name is None)
        if found is None:
            self._people.append(Speaker(name, role))
            self._names.append(_words(name or ""))
            return len(self._people) - 1
        person = self._people[found]
        fuller = Speaker(_fuller(person.name, name), _fuller(person.role, role))
        if fuller != person:
            self._people[found] = fuller
            self._names[found] = _words(fuller.name or "")
        return found

    def known(self, name: str) -> int | None:
        """The last person met whose name holds these words or is held in them, but for a slip of one letter."""
        words = _words(name)
        for slip in (False, True):
            for number in range(len(self._people) - 1, -1, -1):
                few, many = sorted((words, self._names[number]), key=len)
                if few and all(any(_alike(a, b) if slip else a == b for b in many) for a in few):
                    return number
        return None

    def speaker(self, number: int) -> Speaker:
        """The person with this number, as fully as the article names them."""
        return self._people[number]

    def _holder(self, role: str, *, named: bool) -> int | None:
        """Who holds an office: for a bare office anyone, for one with a new name only somebody without a name."""
        words = _words(role)
        for number in range(len(self._people) - 1, -1, -1):
            person = self._people[number]
            if person.role is None or not (named or person.name is None):
                continue
            few, many = sorted((words, _words(person.role)), key=len)
            if few[0] == many[0] and set(few) <= set(many):
                return number
        return None


def _words(name: str) -> list[str]:
    return [word.strip(".,()").casefold() for word in name.split()]


def _alike(one: str, other: str) -> bool:
    """Whether two words of a name differ in one letter at most: «Masrur», «Musrur»."""
    if len(one) != len(other) or len(one) < 5:
        return one == other
    return sum(a != b for a, b in zip(one, other, strict=True)) <= 1


def _fuller(one: str | None, other: str | None) -> str | None:
    return max(one, other, key=len) if one and other else one or other
