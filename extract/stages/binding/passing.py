"""Cues that pass a figure by: what they say is said of the next one, or something else has been spoken of since."""

from __future__ import annotations

from collections.abc import Mapping, Set

from extract.patterns.pack import FACILITY, Cue, Indicator
from extract.reading import Figure, Mention, Reading, Scene
from extract.stages.binding.negation import negated
from extract.stages.binding.words import cue_kinds, says_of

OF_NEXT = 0.3
GOES_OVER = 0.25
_OF_WHICH = 0.15
_OF_SEGMENT = 0.5
_NO_MORE = 0.45
_SAYS_MORE = 0.65
_MEANT = 0.2
_PAST = 2  # tokens of «sebelumnya tergolong» before a state
_TOLD_APART = 0.6
_PEOPLE = (None, "person", "household")
_TOLD = 4
_NOUN = 2
_NAMED = 9  # tokens from a figure to what tells of its people: noun, programme, who pays
_APART = 4
_BEHIND_CUE = 2
_SURE = 0.7
_WALLS = ("hard", "comma")
_PARTING = ("hard", "with")
_ASKED = ("urged", "reason", "restricting")


def leads(reading: Reading, mention: Mention, words: int = 1) -> bool:
    """Whether a cue stands right before another figure, with at most some ``words`` between: it leads to that."""
    return reading.has_figure(mention.end, mention.end + words + 1)


def follows(scene: Scene, number: int, figure: Figure, mention: Mention) -> bool:
    """Whether a cue of people or shares stands right behind another figure and its noun: it is said of that.

    In a list of areas or segments it is said of them all.
    """
    reading, cell = scene.reading, scene.cells[number]
    if figure.unit not in _PEOPLE or not reading.has_figure(max(mention.start - _NOUN, figure.end), mention.start):
        return False
    return not any(reading.between(kind, cell.start, cell.end) for kind in ("area", "segment"))


def leads_on(reading: Reading, figure: Figure, mention: Mention) -> bool:
    """«jumlah penduduk 900.120 jiwa teregistrasi 98 persen»: words right before a figure tell what it is.

    The cue behind it leads to the next.
    """
    if figure.form == "money" or mention.start < figure.token or mention.end <= figure.end:
        return False
    if not leads(reading, mention, _BEHIND_CUE):
        return False
    if any(m.value in _WALLS for m in reading.between("separator", mention.end, mention.end + _BEHIND_CUE)):
        return False
    kinds = cue_kinds("percent" if figure.form == "percent" else figure.unit)
    before = (m for kind in kinds for m in reading.between(kind, figure.token - _TOLD, figure.token))
    return any(_of_another(other, mention) for other in before if other.end <= figure.token)


def of_some(reading: Reading, figure: Figure, mention: Mention) -> bool:
    """«900.120 jiwa, 98,1 persen di antaranya terdaftar»: what is said behind a share of them is said of that share."""
    among = reading.between("among", figure.end, mention.start)
    return bool(among) and reading.has_figure(figure.end, among[0].start)


def runs_on(reading: Reading, figure: Figure, mention: Mention) -> bool:
    """«410 peserta yang menunggak sudah dialihkan»: a longer phrase runs over the one around the figure."""
    if mention.end <= figure.end or figure.form != "count":
        return False
    behind = (m for kind in cue_kinds(figure.unit) for m in reading.between(kind, figure.token + 1, mention.end))
    return any(m.end > mention.end and _of_another(m, mention) for m in behind)


def goes_over(reading: Reading, mention: Mention, figure: Figure) -> bool:
    """«meningkatkan keaktifan dan mencapai target UHC 98 persen»: behind «and» something else is spoken of."""
    joins = [m for m in reading.between("separator", mention.end, figure.token) if m.value == "and"]
    if not joins:
        return False
    return any(_of_another(m, mention) for m in reading.between("cue/percent", joins[-1].end, figure.token))


def tells_of_next(reading: Reading, figure: Figure, mention: Mention) -> bool:
    """«dari 9.000 peserta mandiri yang menunggak 3.500»: what leads on to another figure is said of that one.

    So is «dari 9.000 warga yang terdaftar JKN 3.500», the programme named in between.
    """
    if mention.end <= figure.end:
        return False
    named = reading.between("program", mention.end, mention.end + 1)
    end = named[-1].end if named else mention.end
    return reading.is_figure(end) and says_of(reading, figure.token - 1)


def says_more(reading: Reading, mention: Mention, cue: Cue, light: Set[str]) -> float:
    """What an elliptic cue costs where a word goes on that tells something of its own.

    «Belum dicetak», but not «belum, kata dia». ``light`` are words that do not tell anything; a longer phrase for the
    cue's own indicator says the same.
    """
    token = mention.end
    if not cue.elliptic or token >= reading.sentence_tokens[reading.sentence_of(token - 1) + 1]:
        return 0.0
    word = reading.word(token)
    if reading.has_figure(token, token + 1) or not word.isalpha() or word.lower() in light:
        return 0.0
    longer = (m for kind in cue_kinds(None) for m in reading.between(kind, mention.start, token) if m.end > token)
    same = any(isinstance(m.value, Cue) and m.value.indicator == cue.indicator for m in longer)
    return 0.0 if same else _SAYS_MORE


def _of_another(other: Mention, mention: Mention) -> bool:
    """Whether a mention is a sure cue of another indicator."""
    cue, met = mention.value, other.value
    if not (isinstance(cue, Cue) and isinstance(met, Cue)):
        return False
    return met.strength > _SURE and met.indicator != cue.indicator


def told_of_others(
    reading: Reading, figure: Figure, mention: Mention, stop: int, indicators: Mapping[str, Indicator]
) -> float:
    """What a cue costs that says which people are meant, tells of others besides, or is the noun of a segment.

    ``stop`` ends the clause of the figure where the cue stands in it, else it is 0.
    """
    cue, after, cost = mention.value, mention.start > figure.token, 0.0
    assert isinstance(cue, Cue)
    if stop and after:
        cost += tells_which(reading, figure, mention, stop, indicators)
        cost += _NO_MORE * (indicators[cue.indicator].state and _is_no_more(reading, mention, stop))
    if not after and "apart" in reading.mentions and _told_apart(reading, mention, figure):
        cost += _TOLD_APART
    if not indicators[cue.indicator].by_segment and _named_by_segment(reading, mention):
        cost += _OF_SEGMENT
    return cost


def tells_which(
    reading: Reading, figure: Figure, mention: Mention, stop: int, indicators: Mapping[str, Indicator]
) -> float:
    """«X warga yang mati sejak Maret akan diaktifkan lagi»: what a cue costs that tells which people the change is of.

    ``stop`` ends the clause. What those in arrears owe may be struck off, not they. A change tells so, too, where
    another follows that undoes it: «X warga yang dicoret kini aktif lagi», not where they are only asked to see to it.
    So does a state that one undoes: «X peserta nonaktif di Sragen diaktifkan lagi».
    """
    cue = mention.value
    if not isinstance(cue, Cue):
        return 0.0
    told = indicators[cue.indicator]
    if not (told.state or told.flow) or told.self_paid:
        return 0.0
    if told.state and mention.start - figure.end <= _APART and _is_undone(reading, mention, stop, indicators):
        return _OF_WHICH
    if mention.start - figure.end > (_NAMED if told.flow else _NOUN):
        return 0.0
    first = max(figure.end, mention.start - _NOUN) if told.flow else figure.end
    if not reading.between("restricting", first, max(mention.start + 1, mention.end)):
        return 0.0
    later = ((m, m.value) for m in reading.between("cue/person", mention.end, stop) if m.start >= mention.end)
    changes = (m for m, met in later if isinstance(met, Cue) and indicators[met.indicator].flow)
    return _OF_WHICH if any(told.state or _undoes(reading, mention, m, indicators) for m in changes) else 0.0


def told_which(reading: Reading, figure: Figure, cue: Cue) -> float:
    """What the name of a facility alone costs where a clause says what these lack: «31 puskesmas yang tidak punya»."""
    which = cue.label == FACILITY and reading.between("restricting", figure.end, figure.end + 1)
    return _MEANT if which and reading.between("negator", figure.end + 1, figure.end + 2) else 0.0


def _undoes(reading: Reading, mention: Mention, later: Mention, indicators: Mapping[str, Indicator]) -> bool:
    """Whether a later change takes up the people of an earlier one, and has come or is to come."""
    if not isinstance(mention.value, Cue) or not isinstance(later.value, Cue):
        return False
    takes_up = mention.value.indicator in indicators[later.value.indicator].keeps_segment_of
    if not takes_up or later.value.indicator == mention.value.indicator:
        return False
    return not any(reading.between(kind, mention.end, later.start) for kind in _ASKED)


def _is_undone(reading: Reading, mention: Mention, stop: int, indicators: Mapping[str, Indicator]) -> bool:
    """Whether a change before ``stop`` takes people out of the state that a mention tells of."""
    assert isinstance(mention.value, Cue)
    state = mention.value.indicator
    for later in reading.between("cue/person", mention.end, stop):
        change = indicators[later.value.indicator] if isinstance(later.value, Cue) else None
        if change is None or not any(indicators[name].leaves == state for name in change.keeps_segment_of):
            continue
        if change.leaves == state or later.start < mention.end or negated(reading, later):
            continue
        joints = (m.value for m in reading.between("separator", mention.end, later.start))
        parted = any(value in _PARTING for value in joints)
        return not parted and not any(reading.between(kind, mention.end, later.start) for kind in _ASKED)
    return False


def _is_no_more(reading: Reading, mention: Mention, stop: int) -> bool:
    """«X peserta yang tadinya nonaktif kini aktif lagi»: what people were before tells of them what they are not now.

    ``stop`` ends the clause, which has to tell what they are.
    """
    said = [m for m in reading.between("level", mention.start - _PAST, mention.start) if m.value == "was"]
    cue = mention.value
    later = (m.value for m in reading.between("cue/person", mention.end, stop)) if said else ()
    return any(isinstance(other, Cue) and isinstance(cue, Cue) and other.indicator != cue.indicator for other in later)


def in_reason(reading: Reading, figure: Figure, label: Mention) -> bool:
    """«sudah 84 persen berkat sokongan APBD»: what stands in the reason for a share is not what it is a share of."""
    return label.start >= figure.end and bool(reading.between("reason", figure.end, label.start))


def _told_apart(reading: Reading, mention: Mention, figure: Figure) -> bool:
    """«Selain peserta tidak aktif, ada 57.100 jiwa»: what is told besides says nothing of what follows."""
    if not reading.between("apart", mention.start - _APART, mention.start):
        return False
    return any(m.value == "comma" for m in reading.between("separator", mention.end, figure.token))


def _named_by_segment(reading: Reading, mention: Mention) -> bool:
    """«jumlah warga PBI»: a noun for everybody, right before the name of a segment, is for that."""
    return any(m.value is not None for m in reading.between("segment", mention.end, mention.end + 1))
