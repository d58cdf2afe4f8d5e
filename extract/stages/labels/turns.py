"""Another government that pays for people, told after one that pays for others: «Pemkab 5.120 jiwa, pemprov 2.040»."""

from __future__ import annotations

from collections.abc import Sequence

from extract.reading import Bound, Mention, Place, Reading
from extract.stages.labels.payers import CENTRAL, GOVERNMENTS, LOCAL, STOPS, SUBSIDISED, Payers


class Turns:
    """The governments that one article turns to within its sentences."""

    def __init__(self, reading: Reading, places: Sequence[Place], payers: Payers) -> None:
        self._reading = reading
        self._places = {place.start: place for place in places}
        self._payers = payers

    def going_on(self, bound: Bound, before: str | None) -> str | None:
        """«Pemkab menanggung 5.120 jiwa dan Pemprov 2.040»: another government pays for people, as one did before."""
        if before not in (*LOCAL, CENTRAL):
            return None
        start, token = bound.cell.start, bound.figure.token
        found = [m for m in self._reading.between("government", start, token) if m.value]
        short = self._reading.between("government/short", start, token)
        short = [m for m in short if self._end(m) == token or self._opens(m)]
        found = found or [m for m in short if not self._reading.between("level", m.start - 1, m.start)]
        return self._payers.level(found[-1]) if found else self._right_behind(bound)

    def of_all(self, bound: Bound, said: str | None) -> str | None:
        """«Ditanggung pemerintah 9.120 jiwa. Rinciannya pusat 7.000, daerah 2.120»: which of those that pay for all."""
        token = bound.figure.token
        if said != SUBSIDISED:
            return None
        found = [m for kind in GOVERNMENTS for m in self._reading.between(kind, token - 2, token) if m.end == token]
        named = [m for m in found if m.value in (*LOCAL, CENTRAL) and m.start >= bound.cell.start]
        return self._payers.level(named[-1]) if named else None

    def _opens(self, government: Mention) -> bool:
        """Whether a government, and no area, opens a clause: «sedangkan kabupaten hanya sanggup 4.100 orang»."""
        parts = self._reading.between("separator", government.start - 1, government.start)
        place = self._payers.place_behind(government) or self._places.get(government.start)
        return bool(parts) and (place is None or place.end <= government.end)

    def _right_behind(self, bound: Bound) -> str | None:
        """«5.120 orang dibayar pusat, 2.040 orang provinsi»: the government right behind a figure."""
        end = bound.figure.end
        found = [m for kind in GOVERNMENTS for m in self._reading.between(kind, end, end + 1) if m.value]
        if not found:
            return None
        last = found[-1]
        place = self._payers.place_behind(last)
        return self._payers.level(last) if self._closes(place.end if place else last.end) else None

    def _closes(self, token: int) -> bool:
        """Whether a clause ends before a token."""
        reading = self._reading
        words = token >= len(reading.starts) or reading.word(token) in STOPS
        return words or bool(reading.between("separator", token, token + 1))

    def _end(self, government: Mention) -> int:
        """The token behind a government and the area that it is of: «pemerintah Kalimantan Barat»."""
        place = self._places.get(government.end) if government.value == SUBSIDISED else None
        return place.end if place else government.end
