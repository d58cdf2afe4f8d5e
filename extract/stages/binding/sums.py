"""Figures of a sentence that make a sum together: the shares of a bill that two governments split."""

from __future__ import annotations

from math import isclose

from extract.reading import Figure, Scene

_SUM = 0.001


def makes_sum(scene: Scene, figure: Figure, total: float) -> bool:
    """Whether a figure makes ``total`` with another of its form in the sentence, or with all of them."""
    value = figure.quantity.value
    others = [
        other.quantity.value
        for cell in scene.cells
        for other in cell.figures
        if other.form == figure.form and other.number != figure.number
    ]
    if any(isclose(value + other, total, abs_tol=_SUM) for other in others):
        return True
    return len(others) > 1 and isclose(value + sum(others), total, abs_tol=_SUM)
