"""What pseudo-cues bid against a figure."""

from __future__ import annotations

from extract.patterns.pack import Veto
from extract.reading import Figure, Mention, Scene
from extract.stages.binding.bids import FAR, HEAD, PER_CELL, PER_WORD, SENTENCE_BEFORE, barrier, cell_of
from extract.stages.binding.purposes import is_foreign
from extract.stages.binding.sums import makes_sum

OTHER_CLAUSE = 1.5
ALONE = 0.5


def strongest_veto(scene: Scene, number: int, figure: Figure, unit: str | None) -> tuple[float, Veto, Mention] | None:
    """The veto that speaks loudest against a figure of cell ``number``: its score, itself, and its words."""
    best: tuple[float, Veto, Mention] | None = None
    for mention in scene.reading.between("veto", scene.cells[0].start, scene.cells[-1].end):
        veto = mention.value
        assert isinstance(veto, Veto)
        if veto.counts and unit is not None and unit not in veto.counts:
            continue
        if veto.adds_up_to is not None and not makes_sum(scene, figure, veto.adds_up_to):
            continue
        if veto.unless and not is_foreign(scene, figure, mention, veto):
            continue
        after = mention.start >= figure.end
        low, high = (figure.end, mention.start) if after else (mention.end, figure.token)
        score = veto.strength - PER_WORD * min(max(high - low, 0), FAR)
        if veto.scope == "sentence" and not scene.anchored:
            score += ALONE
        if veto.scope == "clause":
            apart = abs(cell_of(scene.cells, mention) - number)
            score -= PER_CELL[min(apart, len(PER_CELL) - 1)] * OTHER_CLAUSE
            if not apart:
                score -= barrier(scene.reading, low, high)
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
