"""What the segment rules of one article read by."""

from __future__ import annotations

from typing import NamedTuple

from extract.reading import Reading
from extract.stages.labels.budgets import Budgets
from extract.stages.labels.names import SegmentNames
from extract.stages.labels.payers import Payers
from extract.stages.labels.rows import Rows


class Known(NamedTuple):
    """One article, its rows so far, and the segments, payers and budgets that its words name."""

    reading: Reading
    rows: Rows
    names: SegmentNames
    payers: Payers
    budgets: Budgets
