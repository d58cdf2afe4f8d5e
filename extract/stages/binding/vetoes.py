"""What pseudo-cues bid against a figure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from extract.model import Form
from extract.patterns.pack import Indicator, Veto
from extract.reading import AROUND, BESIDE, GOING_ON, Bound, Figure, Mention, Scene
from extract.stages.binding.bids import HEAD, PER_CELL, PER_WORD, SENTENCE_BEFORE
from extract.stages.binding.purposes import is_foreign
from extract.stages.binding.sums import makes_sum
from extract.stages.binding.words import FAR, barrier, cell_of

OTHER_CLAUSE = 1.5
_BOUNDS = ("at_least",)
ALONE = 0.5
_REFUSED = "veto."
_BESIDE = 5  # tokens between a figure and the programme that it is of
_CHANGED = 3  # tokens of «, naik» between an amount and the change of it


def strongest_veto(scene: Scene, number: int, figure: Figure, unit: str | None) -> tuple[float, Veto, Mention] | None:
    """The veto that speaks loudest against a figure of cell ``number``: its score, itself, and its words."""
    best: tuple[float, Veto, Mention] | None = None
    for mention in scene.reading.between("veto", scene.cells[0].start, scene.cells[-1].end):
        veto = mention.value
        assert isinstance(veto, Veto)
        if (veto.counts and unit is not None and unit not in veto.counts) or not _concerns(
            scene, number, figure, mention, veto
        ):
            continue
        score = _score(scene, number, figure, mention, veto)
        if best is None or score > best[0]:
            best = score, veto, mention
    for mention in scene.reading.between("veto", *scene.leads):
        veto = mention.value
        assert isinstance(veto, Veto)
        if veto.unless or veto.adds_up_to is not None:
            continue
        score = veto.strength - (HEAD if scene.head is not None else SENTENCE_BEFORE)
        if (not veto.counts or unit is None or unit in veto.counts) and (best is None or score > best[0]):
            best = score, veto, mention
    return best


def _concerns(scene: Scene, number: int, figure: Figure, mention: Mention, veto: Veto) -> bool:
    """Whether the words of a veto speak of a figure of cell ``number`` at all: its sum, its purpose, its programme."""
    if veto.unless and not is_foreign(scene, figure, mention, veto):
        return False
    if veto.rival and _is_ours(scene, number, figure, mention):
        return False
    if veto.asks and _is_reached(scene, figure, mention):
        return False
    if veto.adds_up_to is None:
        return True
    if _in_a_name(scene, mention) or scene.reading.is_level(mention.start - 1, "at"):
        return False  # «di Provinsi Gorontalo»: where, not who pays
    return makes_sum(scene, figure, veto.adds_up_to)


def _is_ours(scene: Scene, number: int, figure: Figure, rival: Mention) -> bool:
    """Whether our programme stands beside a figure, and the other one beside another: «JKN 8.120, naker 940 orang».

    A figure stands between the two: «BPJS Kesehatan dan Ketenagakerjaan» have theirs together.
    """
    cell, reading = scene.cells[number], scene.reading
    if cell.start <= rival.start < cell.end:
        return False
    beside = max(cell.start, figure.token - _BESIDE), min(cell.end, figure.end + _BESIDE)
    ours = [m for m in reading.between("anchor", *beside) if m.value is not None]
    gaps = ((min(m.end, rival.end), max(m.start, rival.start)) for m in ours)
    return bool(ours) and all(reading.has_figure(*gap) for gap in gaps)


def _is_reached(scene: Scene, figure: Figure, asked: Mention) -> bool:
    """Whether a share is what an area has, and not what is asked of it.

    «99,1 persen, di atas syarat UHC», «Sragen memenuhi syarat UHC dengan cakupan 99,1 persen»
    """
    reading = scene.reading
    if figure.quantity.qualifier in _BOUNDS:
        return False
    if asked.start >= figure.end:
        return True
    named = reading.between("area", reading.sentence_tokens[figure.sentence], figure.token)
    led = any(m.value == "with" for m in reading.between("separator", asked.end, figure.token))
    return bool(named) and (led or bool(reading.between("reason", asked.end, figure.token)))


def _score(scene: Scene, number: int, figure: Figure, mention: Mention, veto: Veto) -> float:
    """How loudly a veto speaks against a figure of cell ``number``: its strength less its distance."""
    after = mention.start >= figure.end
    low, high = (figure.end, mention.start) if after else (mention.end, figure.token)
    score = veto.strength - PER_WORD * min(max(high - low, 0), FAR)
    if veto.scope == "sentence":
        return score if scene.anchored else score + ALONE
    if veto.unless:
        return score
    at = cell_of(scene.cells, mention)
    if veto.joins and not after and _all_bounds(scene, at, number):
        return veto.strength
    apart = abs(at - number)
    if apart == 1 and _joined(scene, max(at, number), "percent" if veto.joins else "count", figure):
        apart = 0
    score -= PER_CELL[min(apart, len(PER_CELL) - 1)] * OTHER_CLAUSE
    return score if apart else score - barrier(scene.reading, low, high)


def refused_with(bounds: Sequence[Bound]) -> list[Bound]:
    """The figures of a sentence; money of a list whose first is refused is no more ours where only labels tell it.

    «Plafon kacamata kelas 1 Rp 330.000, kelas 2 Rp 220.000»
    """
    done: list[Bound] = []
    refused = ""
    for bound in bounds:
        if bound.figure.form == "money":
            listed = bound.bid is not None and bound.bid.why in (BESIDE, GOING_ON)
            if listed and refused and not any(map(_is_our_money, done)):
                bound = bound._replace(bid=None, reason=refused)
            refused = bound.reason if bound.reason.startswith(_REFUSED) else ""
        else:
            refused = ""
        done.append(bound)
    return done


def changed_with(bounds: Sequence[Bound], indicators: Mapping[str, Indicator]) -> list[Bound]:
    """The figures of a sentence; a change right behind an amount that is none of ours is none of ours.

    «Beban lain Rp 38 miliar, naik 94 persen»
    """
    done = list(bounds)
    for at, (left, right) in enumerate(pairwise(bounds)):
        if right.bid is None or right.bid.why != AROUND or right.figure.form != "percent" or left.reason == "":
            continue
        near = left.figure.form != "percent" and right.figure.token - left.figure.end <= _CHANGED
        if near and indicators[right.bid.indicator].flow:
            done[at + 1] = right._replace(bid=None, reason=left.reason)
    return done


def _is_our_money(bound: Bound) -> bool:
    return bound.bid is not None and bound.figure.form == "money"


def _in_a_name(scene: Scene, mention: Mention) -> bool:
    """Whether words are a part of a segment's name that begins with letters that stand for it: «PBPU Pemda»."""
    names = scene.reading.between("segment", mention.start - 1, mention.start)
    named = any(name.value is not None and mention.end <= name.end for name in names)
    return named and scene.reading.word(mention.start - 1).isupper()


def _all_bounds(scene: Scene, first: int, last: int) -> bool:
    """Whether all figures of some cells are bounds: «cakupan minimal 99 persen, keaktifan minimal 95 persen»."""
    figures = [figure for cell in scene.cells[first : last + 1] for figure in cell.figures]
    return all(figure.quantity.qualifier in _BOUNDS for figure in figures)


def _joined(scene: Scene, number: int, form: Form, figure: Figure) -> bool:
    """Whether a cell only adds to the one before: «14 puskesmas dan 9 rumah sakit», «98 persen dan aktif 80 persen»."""
    cell = scene.cells[number]
    first = cell.figures[0]
    reach = 1 if form == "count" else 2
    joining = {m.value for m in scene.reading.between("separator", cell.start, cell.start + reach)} - {"comma"}
    near = form == "percent" or first.token == cell.start + 1
    joins = joining == {"and"} or (form == "percent" and joining == {"with"})
    return joins and near and first.form == figure.form == form
