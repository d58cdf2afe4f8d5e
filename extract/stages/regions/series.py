"""Figures of several areas said together: the same one of each, one for each in their order, or one of all."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from operator import attrgetter

from extract.reading import Cell, Figure, Located, Place, Reading, Scene

_START = attrgetter("start")
_BEHIND = 3
_BOUND = 9  # tokens from areas to a share that each is below or above
_FEWEST = 2
_ROW = 4  # tokens from a figure to the next of a row
_KINDS = 7  # and to the next of another kind, with its noun


class Series:
    """Answers for one article."""

    def __init__(self, reading: Reading, places: Sequence[Place]) -> None:
        self._reading = reading
        self._places = places
        self._branch = next((p.region for p in places if p.region.level == "branch"), None)

    def each(self, cell: Cell, figure: Figure, here: Sequence[Place]) -> list[Located]:
        """«A dan B masing-masing memiliki N»: one row for each area of the list before the figure."""
        if not here:
            return self._each_before(figure)
        reading = self._reading
        each = reading.between("each", reading.sentence_tokens[figure.sentence], figure.token)
        if not each or (each[-1].start < cell.start and not self._in_order(each[-1].end, figure, here)):
            paired = self._paired(figure, here)
            before = [p for p in here if cell.start <= p.start and p.end <= figure.token]
            return paired or self._shared(figure, before)
        listed = [p for p in here if p.joined >= 0 and p.end <= figure.token]
        after = [p for p in here if p.joined >= 0 and 0 <= p.start - figure.end <= 3]
        if not listed and after and each[-1].end >= figure.token - 1:
            return [Located(p.region, "clause") for p in here if p.joined == after[0].joined]
        listed = self._without_whole([p for p in listed if p.joined == listed[-1].joined])
        stop = reading.sentence_tokens[figure.sentence + 1]
        if len(listed) < 2:
            return []
        stop = next((p.start for p in here if p.start >= each[-1].end), stop)
        figures = reading.figures_in(listed[-1].end, stop)
        if len(figures) == len(listed):
            return [Located(listed[figures.index(figure.token)].region, "clause")]
        return [Located(p.region, "clause") for p in listed] if figures[:1] == [figure.token] else []

    def _each_before(self, figure: Figure) -> list[Located]:
        """«Kedua kabupaten itu masing-masing N»: each of the areas that the sentence before has listed."""
        reading = self._reading
        first = reading.sentence_tokens[figure.sentence]
        each, several = (reading.between(kind, first, figure.token) for kind in ("each", "all_of"))
        if not each or not several or reading.has_figure(first, figure.token):
            return []
        low = bisect_left(self._places, reading.sentence_tokens[figure.sentence - 1], key=_START)
        high = bisect_left(self._places, first, key=_START)
        before = [p for p in self._places[low:high] if p.joined >= 0]
        listed = [p for p in before if p.joined == before[-1].joined]
        told = len(listed) == int(str(several[0].value))
        return [Located(p.region, "paragraph") for p in listed] if told else []

    def _in_order(self, after: int, figure: Figure, here: Sequence[Place]) -> bool:
        """Whether the figures behind «masing-masing» up to this one are one each of the areas listed before it."""
        reading = self._reading
        listed = [p for p in here if p.joined >= 0 and p.end <= after]
        listed = self._without_whole([p for p in listed if p.joined == listed[-1].joined])
        stop = reading.sentence_tokens[figure.sentence + 1]
        following = next((p.start for p in here if p.start >= after), stop)
        figures = reading.figures_in(after, following)
        return len(listed) > 1 and figure.token in figures and len(figures) == len(listed)

    def _paired(self, figure: Figure, here: Sequence[Place]) -> list[Located]:
        """«Pemkab A dan B berutang Rp 12 miliar dan Rp 4 miliar»: figures in a row, one for each area of the list."""
        reading = self._reading
        before = [p for p in here if p.joined >= 0 and p.end <= figure.token]
        listed = self._without_whole([p for p in before if p.joined == before[-1].joined])
        if len(listed) < 2:
            return []
        stop = reading.sentence_tokens[figure.sentence + 1]
        stop = next((p.start for p in here if p.start >= listed[-1].end), stop)
        row = reading.figures_in(listed[-1].end, stop)
        if (
            figure.token not in row
            or len(row) != len(listed)
            or not all(self._joins(one, other) for one, other in pairwise(row))
        ):
            return []
        return [Located(listed[row.index(figure.token)].region, "clause")]

    def _joins(self, one: int, other: int) -> bool:
        """Whether only a noun and a word that joins stand between two figures of one kind."""
        reading = self._reading
        joints = reading.between("joint", one + 1, other)
        nouns = {reading.word(token + 1).lower() for token in (one, other) if token + 1 < len(reading.starts)}
        bare = other == one + 2
        return bool(joints) and other - one <= _ROW and (bare or len(nouns) == 1) and joints[-1].end == other

    def _shared(self, figure: Figure, before: Sequence[Place]) -> list[Located]:
        """«A dan B tidak sampai 75 persen»: a share right behind two areas is that of each.

        One that is only a bound may stand further behind: «A dan B yang cakupannya di bawah 90 persen».
        """
        reach = _BEHIND if figure.quantity.qualifier not in ("at_least", "at_most") else _BOUND
        if figure.form != "percent" or not before or figure.token - before[-1].end > reach:
            return []
        if self._reading.has_figure(before[-1].end, figure.token):
            return []
        listed = [p for p in before if p.joined >= 0 and p.joined == before[-1].joined]
        listed = self._without_whole(listed)
        return [Located(p.region, "clause") for p in listed] if len(listed) > 1 else []

    def is_spread(self, own: Sequence[Place], figure: Figure) -> bool:
        """«2.216 orang tersebar di Kayan Hulu, Kayan Hilir, dan Pujungan»: one number of several areas is of none.

        Nor is it of a branch, which they would be together.
        """
        listed = [p for p in own if p.joined >= 0 and p.joined == own[0].joined]
        several = len(listed) == len(own) > 1 and own[0].start >= figure.end
        told = figure.form != "count" or self._reading.has_figure(own[-1].end, own[-1].end + 1)
        return several and not told and self.together(own[0], own) is None

    def behind_row(self, number: int, cells: Sequence[Cell], here: Sequence[Place]) -> Place | None:
        """«31 puskesmas dan 2 klinik di Batam, serta 9 puskesmas dan 1 klinik di Natuna»: the area behind a row.

        A row counts a thing of another kind in each clause. Where an area was named before, it stood behind a row, too.
        """
        row = cells[number : number + 1]
        before = [p for p in here if p.start < row[0].start]
        if before and not any(self._is_behind_last(cell, before[-1]) for cell in cells[:number]):
            return None
        for cell in cells[number + 1 :]:
            one, other = row[-1].figures[-1], cell.figures[0]
            kinds = {str(f.noun).lower() for c in (*row, cell) for f in c.figures if f.noun}
            if (
                one.form != "count"
                or other.form != "count"
                or len(kinds) <= len(row)
                or other.token - one.token > _KINDS
            ):
                return None
            row = [*row, cell]
            place = next((p for p in here if cell.start <= p.start < cell.end), None)
            if place is not None:
                plain = place.region.level not in ("national", "branch")
                return place if plain and self._is_behind_last(cell, place) else None
        return None

    @staticmethod
    def _is_behind_last(cell: Cell, place: Place) -> bool:
        """Whether an area stands right behind the one figure of a clause."""
        return len(cell.figures) == 1 and 0 < place.start - cell.figures[0].end <= _BEHIND

    def in_order_of(self, scene: Scene, figure: Figure, before: Sequence[Located]) -> Located | None:
        """«Persentasenya berturut-turut 91,4; 95,9; dan 94,7 persen»: one for each area of the sentence before."""
        each = self._reading.between("each", self._reading.sentence_tokens[figure.sentence], figure.token)
        regions = list(dict.fromkeys(one.region for one in before))
        if not each or len(regions) < _FEWEST:
            return None
        row = [f.token for c in scene.cells for f in c.figures if f.form == figure.form and f.token >= each[-1].end]
        if len(row) != len(regions) or figure.token not in row:
            return None
        return Located(regions[row.index(figure.token)], "paragraph")

    def together(self, chosen: Place, own: Sequence[Place]) -> Located | None:
        """«Untuk Batam dan Karimun tersedia 122 FKTP»: areas said together are the branch that serves them."""
        if chosen.joined < 0:
            return None
        listed = [p for p in own if p.joined == chosen.joined]
        codes = tuple(dict.fromkeys(p.region.code for p in listed if p.region.code))
        branch = self._branch
        if branch is None or len(codes) < 2 or len(codes) != len(listed):
            return None
        return Located(branch._replace(members=codes), "clause")

    def some(self, chosen: Place, own: Sequence[Place], figure: Figure) -> list[Located]:
        """«A, B dan C sudah 98 persen lebih»: a share of some of the areas that a branch serves is that of each."""
        listed = [p for p in own if p.joined == chosen.joined and p.joined >= 0 and p.end <= figure.token]
        branch = self._branch
        if figure.form != "percent" or branch is None or len(listed) < _FEWEST:
            return []
        some = {p.region.code for p in listed} < set(branch.members)
        return [Located(p.region, "clause") for p in listed] if some else []

    def _without_whole(self, listed: Sequence[Place]) -> list[Place]:
        """The areas of a list without a province ahead of it that the next lies in: «Di Banten, Kota Cilegon ...»."""
        if len(listed) < _FEWEST or self._reading.word(listed[0].end) != ",":
            return list(listed)
        whole, inner = listed[0].region, listed[1].region
        at = max(listed[0].start - 1, 0)
        where = self._reading.is_level(at, "at") or self._reading.word(at) == "-"
        inside = where and whole.level == "province" and inner.level in ("regency", "city")
        return list(listed[1:] if inside and (inner.code or "")[:2] == whole.code else listed)
