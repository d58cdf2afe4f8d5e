"""What a place does in its sentence: carry the figure, or only say where, of whom, or from where something was said."""

from __future__ import annotations

import re
from collections.abc import Set

from extract.patterns.pack import Discourse
from extract.reading import Place, Reading, Role
from extract.stages.places.districts import Named

_DATELINE = re.compile(
    r"""^.{0,70}?(?: \s[-–—]{1,3}\s? | [A-Z)][-–—]\s{1,2} | [A-Z)](?:—|-{2,3}) | [a-z]-\s  # what ends it
      | \)\s*[-–—:] | [–—]{1,2}\s | \|\| | (?<=[A-Z])\s\|\s(?!Rp\b|\d) | \s?:\s )
    \s* (?= [A-Z0-9"“‘'(,] | $ )                      # and a sentence begins, or the line ends""",
    re.VERBOSE,
)
_CELL = re.compile(r"\s?:\s*\d")
_DATELINE_SIGNS = re.compile(r"[-–—:|]")  # no dateline is without one
_DATELINE_SENTENCES = 10
_DATELINE_TOKENS = 12
_PAYER = 4  # tokens of the words before one who pays
_LINE = 90  # characters of a line that may be one
_VENUE = 6  # tokens of the words for where something was held
_OPENING = 3  # words of a sentence that a place in capitals may open
_SOURCE = 4  # tokens of the words for a source
_HALL = 5  # words of its name
_INSIDE = 4  # tokens from «kabupaten» to the province that it lies in
_OFFICE_REACH = 16
_OUTLET, _SIGNS = 6, 2  # words of an outlet's name with the signs around it, and these signs alone
_DAY_REACH = 5
_ON = 2  # tokens behind a place in which «pada» («on») may stand before the day
_ACRONYM = 4  # letters of a name in capitals that may be an acronym
_LARGER = ("district", "regency", "city")  # what a village lies in
_STOPS = frozenset((",", "“", "”", '"', ":", ";"))
_ENDS = frozenset((".", ",", "(", ";"))
_QUOTES = frozenset(("“", "”", '"'))
_GAP = re.compile(r"[\s,(]*|\s+di\s+")


class RoleReader:
    """Reads roles with the names of the weekdays and the words for who pays."""

    def __init__(self, discourse: Discourse) -> None:
        self._weekdays = discourse.weekdays
        self._paying = discourse.payers.paying
        self._opening = discourse.speech.opening
        self._ending = _STOPS | discourse.speech.opening
        self._told = discourse.speech.closing | discourse.speech.pointing
        self._parts = discourse.speech.institutions

    def role(self, reading: Reading, name: Named) -> Role:
        """The role of a named place."""
        sentence = reading.sentence_of(name.start)
        first, stop = reading.sentence_tokens[sentence : sentence + 2]
        if (
            sentence < _DATELINE_SENTENCES
            and name.start - first < _DATELINE_TOKENS
            and not self._is_body(reading, name)
            and not reading.is_level(first, "at")
        ):
            start = reading.starts[first]
            line = reading.text[start : start + _LINE].split("\n")[0]
            dateline = _DATELINE.match(line) if _DATELINE_SIGNS.search(line) else None
            end = reading.stops[name.end - 1]
            if dateline and end - start < dateline.end() and not _in_table(reading, name, end):
                return "dateline"
        if sentence < _DATELINE_SENTENCES and _stands_alone(reading, name, first, stop):
            return "dateline"
        held = reading.between("venue", max(name.start - _VENUE, first), name.start)
        if name.level != "branch" and any(m.end == name.start for m in held):
            return "event"
        if self._names_hall(reading, name, first, stop):
            return "event"
        office = self._in_office(reading, name, first)
        if self._told_at(reading, name, first, stop) or self._speaks_at(reading, name, first, stop):
            return "event"
        if self._is_event(reading, name, stop):
            return "office" if office and not reading.is_level(name.start - 1, "at") else "event"
        if any(m.value and m.end in (name.start, name.own) for m in reading.mentions.get("capital", ())):
            return "parent"
        if self._pays(reading, name, first):
            return "parent"
        return "office" if office or self._is_source(reading, name, first) else "plain"

    def _is_source(self, reading: Reading, name: Named, first: int) -> bool:
        """Whether a branch is named as who has told a figure: «menurut data BPJS Kesehatan Cabang Metro»."""
        if name.level != "branch":
            return False
        insurer = [m for m in reading.between("insurer", name.start - _HALL, name.start) if m.end == name.start]
        start = insurer[0].start if insurer else name.start
        told = reading.between("told_by", max(start - _SOURCE, first), start)
        return any(m.end == start for m in told)

    def _is_body(self, reading: Reading, name: Named) -> bool:
        """Whether a name is that of a government, an officer or a branch: «Pemkot Metro: Dicicil» is a headline."""
        return (
            name.level == "branch" or name.by in self._paying or bool(reading.between("official", name.start, name.own))
        )

    def _names_hall(self, reading: Reading, name: Named, first: int, stop: int) -> bool:
        """Whether a place ends the name of a house or a street, «di Aula Praja Nabire», or is where it stands.

        «di Hotel Cendana, Nabire.»
        """
        token = name.start
        if token > first and reading.word(token - 1) == "," and (name.end >= stop or reading.word(name.end) in _ENDS):
            token -= 1
        elif name.level:
            return False
        while token > max(first, name.start - _HALL) and reading.word(token - 1)[0].isupper():
            token -= 1
            if any(m.end <= name.start for m in reading.between("hall", token, token + 1)):
                return True
        return False

    def _is_event(self, reading: Reading, name: Named, stop: int) -> bool:
        """Whether a weekday follows: «di Tangerang, Banten, Senin (3/4)»."""
        words = [reading.word(token).lower() for token in range(name.end, min(name.end + _DAY_REACH, stop))]
        if self._weekdays.isdisjoint(words) or (name.level == "branch" and reading.is_level(name.end, "at")):
            return False
        if words[0] == ",":
            words = words[1:]
        if words[0] in self._weekdays:
            return True
        if any(reading.word(m.end).lower() in self._weekdays for m in reading.between("on", name.end, name.end + _ON)):
            return True
        comma = words.index(",") if "," in words and _QUOTES.isdisjoint(words) else len(words)
        return comma + 1 < len(words) and words[comma + 1] in self._weekdays

    def _told_at(self, reading: Reading, name: Named, first: int, stop: int) -> bool:
        """Whether a place is where something was said: «kata Direktur Utama, di Jakarta.»."""
        at = name.start - 1
        if name.level or at <= first or not reading.is_level(at, "at") or reading.word(at - 1) != ",":
            return False
        if name.end < stop and reading.word(name.end) not in _ENDS:
            return False
        for token in range(at - 2, max(first, at - _OFFICE_REACH) - 1, -1):
            if reading.is_figure(token) or reading.word(token) in _QUOTES:
                return False
            if reading.word(token) in self._told:
                return True
        return False

    def _speaks_at(self, reading: Reading, name: Named, first: int, stop: int) -> bool:
        """Whether an officer of the nation speaks at a place: «Direktur Utama BPJS Kesehatan di Ambon mengatakan».

        Or stands there: «kata Direktur Utama BPJS Kesehatan Budi Santosa di Ambon.»
        """
        at = name.start - 1
        offices = reading.between("national_office", first, at) if reading.is_level(at, "at") else []
        if not offices or name.end >= stop or reading.has_figure(offices[-1].end, at):
            return False
        if reading.word(name.end).lower() in self._opening:
            return True
        called = all(not reading.word(token)[0].islower() for token in range(offices[-1].end, at))
        return called and reading.word(name.end) in _ENDS

    def _goes_on(self, reading: Reading, token: int, name: Named) -> bool:
        """Whether a comma stands within a title: «Kepala Bagian SDM, Umum dan Komunikasi BPJS Kesehatan Tuban»."""
        if reading.word(token) != "," or token + 1 >= name.start:
            return False
        following = reading.word(token + 1)
        return following[0].isupper() and following.lower() in self._parts

    def _pays(self, reading: Reading, name: Named, first: int) -> bool:
        """Whether a government is named as the one who pays: «bantuan iuran dari Pemprov Banten»."""
        start = name.start
        if name.level == "province" and any(m.end == start for m in reading.between("scheme", start - _PAYER, start)):
            return True
        if name.level == "province" and start > first and reading.word(start - 1).lower() in self._paying:
            start -= 1
        elif name.by not in self._paying and name.level != "province":
            return False
        payers = (m for m in reading.between("payer", max(start - _PAYER, first), start) if m.end == start)
        if name.by not in self._paying and start == name.start:
            return any(m.value == "province" for m in payers)
        return any(name.level == "province" or m.value != "province" for m in payers)

    def pays_unnamed(self, reading: Reading, name: Named) -> bool:
        """Whether a province pays whose government has no name of its own: «ditanggung Pemerintah Aceh»."""
        start = name.start - 1
        if name.level or start < 0 or reading.word(start).lower() not in self._paying:
            return False
        return pays_at(reading, start)

    def _in_office(self, reading: Reading, name: Named, first: int) -> bool:
        """Whether a place is part of somebody's title: «Kepala Bidang Penagihan BPJS Kesehatan Cabang Medan»."""
        reach = max(first, name.start - _OFFICE_REACH)
        officials = [m.start for m in reading.between("official", reach, name.own)]
        if officials and officials[-1] >= name.start:
            return True
        for token in range(name.start - 1, reach - 1, -1):
            word = reading.word(token)
            if reading.is_figure(token) or (word in self._ending and not self._goes_on(reading, token, name)):
                return False
            if token in officials or (word in self._told and not _is_with(reading, token + 1)):
                return token in officials or not _is_found_at(reading, name)
        return False


def pays_at(reading: Reading, token: int) -> bool:
    """Whether who pays is named at a token: «dibayar Pemprov», «yang disetujui Pemprov»."""
    return any(m.end == token for m in reading.between("payer", token - _PAYER, token))


def _is_with(reading: Reading, token: int) -> bool:
    """Whether a word like «demikian» only likens one area to another: «demikian pula dengan warga Kota Bima»."""
    joins = reading.between("separator", token, token + 2)
    return any(m.value == "with" for m in joins)


def _is_found_at(reading: Reading, name: Named) -> bool:
    """Whether a place is where something is, by whoever's account: «menurut dia terdapat di Kabupaten Agam»."""
    at = name.start - 1
    return at > 0 and reading.is_level(at, "at") and reading.word(at - 1).islower()


def _stands_alone(reading: Reading, name: Named, first: int, stop: int) -> bool:
    """Whether a place in capitals is a sentence of its own: «JAKARTA. Tahun 2014 ...», «JAKARTA, Harian Kita. ...».

    Or opens one with a comma behind it: «JAKARTA, Sebanyak 4.215 warga ...».
    """
    written = reading.written(name.start, name.end)
    if not written.isupper() or len(written) <= _ACRONYM:
        return False
    if reading.text[: reading.starts[name.start]].rstrip(" \t").endswith("\n"):  # below a headline without a full stop
        first = name.start
    rest = [reading.word(token) for token in (*range(first, name.start), *range(name.end, stop))]
    if not name.level and name.start - first < _OPENING and rest[name.start - first :][:1] == [","]:
        return not any(len(word) > 1 and word.isupper() for word in rest[name.start - first + 1 :][:_OPENING])
    if rest[-1:] != ["."]:
        return False
    by_outlet = rest[0] == "," and len(rest) <= _OUTLET and all(word[0].isupper() for word in rest[1:-1])
    return rest == ["."] or (by_outlet and len(rest) > _SIGNS)


def _in_table(reading: Reading, name: Named, end: int) -> bool:
    """Whether a figure follows a place and a colon: «Kota Metro: 41.200 jiwa» is a line of a table."""
    return bool(_CELL.match(reading.text, end)) and not reading.word(name.own).isupper()


def mark_parents(reading: Reading, places: list[Place], pointing: Set[str]) -> list[Place]:
    """Marks a province that only says where the area before it lies: «Kabupaten Agam, Sumatera Barat».

    And in «kabupaten di ujung barat Bali itu».
    """
    for at in range(1, len(places)):
        place, before = places[at], places[at - 1]
        if place.region.level == "province" and not place.said and place.start - before.end <= _INSIDE:
            bare = before.end - before.start == 1 and before.said and before.region.level in ("regency", "city")
            if bare and place.end < len(reading.starts) and reading.word(place.end) in pointing:
                places[at] = place._replace(role="parent", joined=-1)
                continue
        if before.region.level == "village" and place.start - before.end <= 1 and place.region.level in _LARGER:
            places[at] = place._replace(role="parent", joined=-1)
            continue
        if place.region.level in ("regency", "city") and before.region.level in ("district", "branch"):
            if place.joined >= 0 and place.start == before.end + 1 and reading.word(before.end) == ",":
                places[at] = place._replace(role="parent", joined=-1)
            continue
        if place.region.level != "province" or before.region.level not in ("regency", "city", "branch"):
            continue
        gap = reading.text[reading.stops[before.end - 1] : reading.starts[place.start]]
        inside = before.region.level == "branch" or (before.region.code or "")[:2] == place.region.code
        if inside and (gap.strip() == "," or (place.joined < 0 and _GAP.fullmatch(gap))):
            places[at] = place._replace(role="parent", joined=-1)
    return places
