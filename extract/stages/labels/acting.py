"""Local governments named for what they tell or do with others, «menurut Pemda Sragen»: no people are theirs."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace

from extract.patterns.pack import Discourse
from extract.reading import BEYOND, Mention, Place, Reading
from extract.stages.labels.payers import GOVERNMENTS, LOCAL_LEVELS, VAGUE

_SEGMENT = "segment"
_SOURCE = 4  # tokens of the words for a source
_SAYS = 2  # tokens behind a name in which the word for saying stands
_BESIDE = 2  # tokens from its area to a figure that is its own
_PARTNER = 2  # tokens to the insurer


def set_apart(reading: Reading, places: Sequence[Place], words: Discourse, linking: Set[str]) -> Reading:
    """An article without the names of segments that are of local governments only as who tells or does something.

    Those with an area behind them are governments of its level, as «Pemkab» is. ``linking`` words stand between people
    and who pays for them.
    """
    starts = {place.start: place for place in places}
    acting = _Acting(reading, starts, words, linking)
    named = reading.mentions.get(_SEGMENT, ())
    dropped = [mention for mention in named if acting.is_one(mention)]
    if not dropped:
        return reading
    areas = [(mention, starts[mention.end]) for mention in dropped if mention.end in starts]
    governments = [m._replace(value=LOCAL_LEVELS[p.region.level]) for m, p in areas if p.region.level in LOCAL_LEVELS]
    kept = {_SEGMENT: [mention for mention in named if mention not in dropped]}
    kept[GOVERNMENTS[0]] = sorted([*reading.mentions.get(GOVERNMENTS[0], ()), *governments], key=lambda m: m.start)
    return replace(
        reading,
        mentions={**reading.mentions, **kept},
        mention_starts={**reading.mention_starts, **{k: [*(m.start for m in v), BEYOND] for k, v in kept.items()}},
    )


class _Acting:
    """Tells these names from those of who pays."""

    def __init__(self, reading: Reading, places: dict[int, Place], words: Discourse, linking: Set[str]) -> None:
        self._reading = reading
        self._places = places
        self._words = words.payers
        self._saying = words.speech.opening
        self._linking = linking

    def is_one(self, label: Mention) -> bool:
        """Whether a name is of a government that is a source, says something, or works together with others."""
        if label.value != VAGUE:
            return False
        words = [self._reading.word(token).lower() for token in range(label.start, label.end)]
        core = next((label.start + at for at, word in enumerate(words) if word in self._words.acting), label.end)
        if core == label.end or not set(words[core - label.start :]) <= self._words.acting:
            return False
        if self._is_source(label.start, core):
            return True
        return core == label.start and (self._says(label) or self._is_partner(label) or self._is_subject(label))

    def _is_source(self, start: int, core: int) -> bool:
        """Whether words for a source lead to a name: «data dari Pemda», not «bersumber dari Pemda»."""
        told = self._reading.between("told_by", core - _SOURCE, core)
        return any(m.end in (start, core) and not self._links(m) for m in told)

    def _links(self, source: Mention) -> bool:
        return all(self._reading.word(token).lower() in self._linking for token in range(source.start, source.end))

    def _says(self, label: Mention) -> bool:
        """Whether a word for saying follows: «Pemda Sragen mencatat»."""
        end = self._end(label)
        stop = min(end + _SAYS, len(self._reading.starts))
        following = [self._reading.word(token).lower() for token in range(end, stop)]
        return any(word in self._saying for word in following[: 1 if following[:1] == [","] else _SAYS])

    def _is_partner(self, label: Mention) -> bool:
        """Whether others work together with a government: «kerja sama Pemda», «Pemda bersama BPJS Kesehatan»."""
        if label.start and self._reading.word(label.start - 1).lower() in self._words.partners:
            return True
        end = self._end(label)
        insurer = self._reading.between("insurer", end + 1, end + _PARTNER)
        return bool(insurer) and self._is_joint(end)

    def _is_joint(self, token: int) -> bool:
        joint = self._reading.between("joint", token, token + 1)
        return bool(joint) or self._reading.word(token).lower() in self._words.partners

    def _is_subject(self, label: Mention) -> bool:
        """Whether a government named with its area does whatever its sentence says, as «Pemkab Sragen» would.

        It is no part of a list of segments, and no figure stands beside it: «PBI 5.120 jiwa, Pemda Sragen 2.040 jiwa».
        """
        place = self._places.get(label.end)
        if place is None or place.region.level not in LOCAL_LEVELS:
            return False
        first, stop = self._reading.sentence_tokens[(at := self._reading.sentence_of(label.start)) : at + 2]
        others = [m for m in self._reading.between(_SEGMENT, first, stop) if m != label and m.value is not None]
        return not others and not self._reading.has_figure(place.end, place.end + _BESIDE)

    def _end(self, label: Mention) -> int:
        """The token behind a name and its area."""
        place = self._places.get(label.end)
        return place.end if place is not None else label.end
