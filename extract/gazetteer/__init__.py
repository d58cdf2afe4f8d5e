"""The official areas, their names, and how many people they have."""

from __future__ import annotations

from extract.gazetteer.files import ALIASES as ALIASES
from extract.gazetteer.files import AREAS as AREAS
from extract.gazetteer.files import BRANCHES as BRANCHES
from extract.gazetteer.files import DECOYS as DECOYS
from extract.gazetteer.files import PEOPLE as PEOPLE
from extract.gazetteer.files import SEATS as SEATS
from extract.gazetteer.files import fold as fold
from extract.gazetteer.official import Gazetteer as Gazetteer
from extract.gazetteer.official import nearest as nearest
from extract.gazetteer.official import town_of as town_of
