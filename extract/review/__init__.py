"""What people look at: explanations of every number, as lines to print and as data."""

from __future__ import annotations

from extract.review.explain import explain_files, explain_named, explain_text
from extract.review.lines import Line, plain
from extract.review.show import as_record, explanation

__all__ = ["Line", "as_record", "explain_files", "explain_named", "explain_text", "explanation", "plain"]
