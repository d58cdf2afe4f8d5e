"""The pattern pack: the language of the press, loaded from ``patterns/`` into immutable tables."""

from __future__ import annotations

from extract.patterns.load import load_pack
from extract.patterns.pack import Cue, Entry, Indicator, Pack, Veto

__all__ = ["Cue", "Entry", "Indicator", "Pack", "Veto", "load_pack"]
