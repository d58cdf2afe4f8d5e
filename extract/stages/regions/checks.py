"""What speaks against a place as the area of a figure: another is held against it, or it has not so many people."""

from __future__ import annotations

from collections.abc import Sequence

from extract.gazetteer import Gazetteer
from extract.model import Region
from extract.patterns.pack import Indicator
from extract.reading import Figure, Mention, Place, Reading

CAPITAL = "31"
"""The code of the province of the nation's capital, where its news is written."""
_RATES = 2  # sentences before a share in which it may be said what rises by it
_COMPARING = 7  # tokens before a place in which the words of a comparison may begin
_RANK = 3  # tokens of «di tingkat»
_INSURER = 10  # tokens that the insurer's name may have
_OFFICE = 3  # tokens from the word for an office to the area that it is of
_MOST_MONEY = 3e13
_MOST_MONEY_OF_LOCAL = 6e12
_MOST_OF_DISTRICT = 1e6
_MOST_OF_BRANCH = 2e7


def held_against(reading: Reading, place: Place) -> list[Mention]:
    """The words right before a place that hold another area against it: «di atas rata-rata»; none for most places."""
    first = reading.sentence_tokens[reading.sentence_of(place.start)]
    near = reading.between("compared", max(place.start - _COMPARING, first), place.start)
    return near if near and near[-1].value and place.start - near[-1].end <= 1 else []


def is_compared(reading: Reading, place: Place) -> bool:
    """Whether another area is held against a place, or it is one in passing: «Konsel saja masih 71 persen»."""
    return bool(held_against(reading, place) or reading.between("passing", place.end, place.end + 1))


def is_spoken_in(reading: Reading, place: Place) -> bool:
    """Whether a place behind an office is only where its holder spoke: no «Dinas», «DPRD» stands right before it."""
    before = reading.between("official", place.start - _OFFICE, place.start)
    return not place.said and (reading.is_level(place.start - 1, "at") or not before)


def is_insurers(reading: Reading, place: Place) -> bool:
    """Whether an office is the insurer's in a town: «menurut data BPJS Kota Tasikmalaya»."""
    near = reading.between("insurer", place.start - _INSURER, place.start)
    return any(m.end == place.start for m in near)


def spends(reading: Reading, place: Place, figure: Figure) -> bool:
    """Whether a government named before a rate spends it: «Pemkot X membayar Rp 501 juta, atau Rp 23.000 per jiwa»."""
    named = place.end <= figure.token and reading.between("government", place.start, place.start + 1)
    return bool(named) and figure.form == "money" and bool(reading.between("paying", place.end, figure.token))


def holds(reading: Reading, whole: Region, place: Place) -> bool:
    """Whether an area lies in a province whose government counts it: «Pemprov Jambi menanggung 2.150 warga Bungo»."""
    local = whole.level == "province" and place.region.level in ("regency", "city")
    return local and (place.region.code or "")[:2] == whole.code and not reading.is_figure(place.end)


def helped_by_province(reading: Reading, before: Sequence[Place], behind: Sequence[Place]) -> Place | None:
    """The area that its province only helps: «Sampang dan Pemprov Jatim», «Sampang menerima N dari Provinsi Jatim»."""
    gives = bool(before and behind) and reading.is_level(behind[0].start - 1, "of")
    if gives and holds(reading, behind[0].region, before[-1]):
        return before[-1]
    joined = len(before) > 1 and before[-1].joined >= 0 and before[-1].joined == before[-2].joined
    return before[-2] if joined and holds(reading, before[-1].region, before[-2]) else None


def is_ranked(reading: Reading, place: Place, figure: Figure, whole: Place) -> bool:
    """Whether a place behind a figure is that of an area before it: «X pecah rekor, 98 persen di tingkat Y»."""
    near = reading.between("rank", whole.start - _RANK, whole.start)
    inside = place.region.level in ("regency", "city") and whole.region.level in ("province", "national")
    return inside and any(m.end == whole.start for m in near) and not reading.has_figure(place.end, figure.token)


def begins_next(reading: Reading, figure: Figure, place: Place) -> bool:
    """Whether a place behind a figure is that of the next: «89 persen dan yang terendah Kota Serang, 52 persen»."""
    stop = reading.sentence_tokens[figure.sentence + 1]
    joins = [m for m in reading.between("separator", figure.end, place.start) if m.value == "and"]
    return bool(joins) and joins[0].start <= figure.end + 1 and reading.has_figure(place.end, stop)


def pays_hospital(reading: Reading, figure: Figure, indicator: Indicator) -> bool:
    """Whether the insurer pays a hospital that is named, «kami transfer Rp 3,8 miliar ke RSUD Ryacudu», or was."""
    if indicator.carry_level != "insurer" or figure.form != "money":
        return False
    first, stop = reading.sentence_tokens[figure.sentence : figure.sentence + 2]
    behind = (m.end for m in reading.between("facility", first, stop) if m.end < stop)
    return any(
        (reading.word(token)[0].isupper() and not reading.is_figure(token))
        or reading.between("pointing", token, token + 1)  # «klaim rumah sakit itu Rp 3,8 miliar»
        for token in behind
    )


def lies_in_capital(region: Region, topic: Region | None) -> bool:
    """Whether a region lies in the nation's capital, and the article is about another: something was held there."""
    here = (region.code or "").startswith(CAPITAL)
    return here and topic is not None and not (topic.code or "").startswith(CAPITAL)


def speaks_for_branch(reading: Reading, sentence: int) -> bool:
    """Whether a branch speaks of itself: «pihaknya bermitra dengan», «kami bekerja sama dengan»."""
    return bool(reading.between("we", *reading.sentence_tokens[sentence : sentence + 2]))


class Sizes:
    """How much the areas of one gazetteer can have."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer

    def overflows(self, figure: Figure, indicator: Indicator, region: Region | None) -> bool:
        """Whether a figure counts more people, or money, than an area can have: «7,3 juta peserta» of a regency."""
        if region is None or region.level == "national":
            return False
        if figure.form == "money":
            return figure.quantity.value > (_MOST_MONEY if region.level == "province" else _MOST_MONEY_OF_LOCAL)
        people = figure.form == "count" and figure.unit != "household" and "person" in indicator.units
        return people and figure.quantity.value > self._most(region)

    def outgrows(self, figure: Figure, region: Region) -> bool:
        """Whether a figure counts more people than an area can have, whatever they are."""
        return figure.form == "count" and figure.unit == "person" and figure.quantity.value > self._most(region)

    def _most(self, region: Region) -> float:
        if region.level == "branch":
            return sum(map(self._gazetteer.most, region.members)) or _MOST_OF_BRANCH
        return _MOST_OF_DISTRICT if region.code is None else self._gazetteer.most(region.code)


def turns_to_nation(reading: Reading, since: int, figure: Figure) -> bool:
    """Whether the nation or its officials are spoken of in a sentence behind a given one, up to a figure's own."""
    first, stop = reading.sentence_tokens[since + 1], reading.sentence_tokens[figure.sentence + 1]
    return any(reading.between(kind, first, stop) for kind in ("national", "national_office"))


def is_of_rates(reading: Reading, figure: Figure) -> bool:
    """Whether a rise is that of the contribution rates, before which it is told: these are the nation's."""
    first = reading.sentence_tokens[max(figure.sentence - _RATES, 0)]
    return bool(reading.between("rate_rise", first, figure.token))
