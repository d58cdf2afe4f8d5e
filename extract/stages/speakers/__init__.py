"""Who is quoted with each figure: verbs of speaking, the people named beside them, and what each of them covers."""

from __future__ import annotations

from extract.stages.speakers.attributions import Speakers as Speakers
from extract.stages.speakers.attributions import speaking as speaking
