"""Figures that take the subjects before them in order: «Cakupan dan keaktifan masing-masing 98,2 dan 80,1 persen»."""

from __future__ import annotations

from itertools import pairwise

from extract.patterns.pack import Cue
from extract.reading import Bid, Figure, Mention, Reading, Scene
from extract.stages.binding.negation import negated
from extract.stages.binding.words import cue_kinds

ORDERED = 0.95
SURELY = 1.4
NEAR = 4
IN_ORDER = "subjects and figures stand in one order"


def ordered_bids(scene: Scene, figure: Figure, unit: str | None) -> list[Bid]:
    """The bid of the subject that a figure behind «masing-masing» takes; as many subjects as figures are named."""
    reading, start = scene.reading, scene.cells[0].start
    each = reading.between("each", start, figure.token)
    if not each:
        return []
    figures = [f for cell in scene.cells for f in cell.figures if f.form == figure.form]
    behind = [f.number for f in figures if f.token >= each[-1].end]
    if len(behind) < 2 or len(behind) < len(figures) or figure.number not in behind:
        return []
    cues: dict[str, Mention] = {}
    for kind in cue_kinds(unit):
        for mention in reading.between(kind, start, each[-1].start):
            cue = mention.value
            if isinstance(cue, Cue) and mention.slot < 0 and cue.specificity != 0 and not negated(reading, mention):
                cues[cue.indicator] = mention
    named = sorted(cues.values(), key=lambda mention: mention.start)
    if len(named) != len(behind) or not all(_joined(reading, *two) for two in pairwise(named)):
        return []
    subject = named[behind.index(figure.number)]
    told = subject.value
    return [Bid(ORDERED, SURELY, told.indicator, told.pattern_id, subject, IN_ORDER)] if isinstance(told, Cue) else []


def _joined(reading: Reading, left: Mention, right: Mention) -> bool:
    """Whether «dan» alone parts two subjects."""
    between = reading.between("separator", left.end, right.start)
    return 0 < right.start - left.end <= NEAR and any(m.value in ("and", "comma") for m in between)
