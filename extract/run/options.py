"""Which options of ``angka run`` mean something to which engine."""

from __future__ import annotations

from extract.errors import SourceError

_ENGINE_OF = {"master": "spark", "processes": "local", "afresh": "local"}


def refuse_unused(engine: str, **given: object) -> None:
    """Raises SourceError for an option that the engine would pass over; None is one that was not given.

    >>> refuse_unused("local", processes=2, master=None)
    """
    for name, value in given.items():
        if value is not None and _ENGINE_OF[name] != engine:
            remedy = f"leave it out, or say --engine {_ENGINE_OF[name]}"
            raise SourceError(f"means nothing to the engine {engine}", where=f"--{name}", remedy=remedy)
