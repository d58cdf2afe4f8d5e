"""Which area each figure is asserted for: named in its clause, or carried, and what the article is about."""

from __future__ import annotations

from extract.stages.regions.locator import Locator as Locator
