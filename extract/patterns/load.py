"""Loading a pattern pack: a folder of TOML and CSV files to one immutable :class:`Pack`."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from extract.errors import PatternError
from extract.gazetteer import Gazetteer
from extract.patterns import labels
from extract.patterns.cache import cached
from extract.patterns.calibration import read_calibration
from extract.patterns.discourse import add_discourse, read_discourse
from extract.patterns.expand import expand_fragments
from extract.patterns.index import PhraseIndex, index_phrases
from extract.patterns.indicators import read_indicator, read_pseudo_cues, read_vetoes
from extract.patterns.locate import default_folder
from extract.patterns.offices import add_offices
from extract.patterns.pack import COUNT_LAYERS, Entry, Indicator, Pack, Veto, layer_of
from extract.patterns.phrases import PhraseTable
from extract.patterns.read import Table, only, read_toml, rules, section, text, texts
from extract.patterns.segments import add_segments, read_segments
from extract.patterns.topic import add_anchors, read_furniture, read_topic
from extract.values import NoiseGrammar, PeriodGrammar, QuantityGrammar

_LEXICONS: Mapping[str, Callable[[PhraseTable, Table, str], None]] = {
    "lexicon/units.toml": labels.add_units,
    "lexicon/segments.toml": add_segments,
    "lexicon/facilities.toml": labels.add_facilities,
    "lexicon/per.toml": labels.add_per,
    "lexicon/care_classes.toml": labels.add_care_classes,
    "lexicon/programs.toml": labels.add_programs,
    "lexicon/status.toml": labels.add_status,
    "lexicon/offices.toml": add_offices,
    "lexicon/topic.toml": add_anchors,
    "lexicon/discourse.toml": add_discourse,
}
_LABELS = {
    "segment": ("segment", "lexicon/segments.toml"),
    "facility_type": ("facility", "lexicon/facilities.toml"),
}
_GRAMMARS = tuple(
    f"lexicon/{name}.toml"
    for name in ("numerals", "hedges", "noise", "periods", "topic", "furniture", "discourse", "segments", "confidence")
)


def load_pack(path: Path | str | None = None) -> Pack:
    """The pack in a folder, or the one that came with this installation; loaded once a process.

    Raises :class:`PatternError`, which names the file, the rule and what to do.
    """
    return _load(Path(path) if path is not None else default_folder())


@lru_cache(maxsize=4)
def _load(folder: Path) -> Pack:
    return _Loader(folder).pack()


def read_indicators(path: Path | str | None = None) -> tuple[str, Mapping[str, Indicator]]:
    """The hash of a pack and its indicators, without what only reading articles needs: no regex is compiled."""
    loader = _Loader(Path(path) if path is not None else default_folder())
    return loader.hash, loader.words().indicators


def read_phrases(path: Path | str | None = None) -> Mapping[str, tuple[Entry, ...]]:
    """Every phrase of a pack as it is written, and all that it may mean, for who wants to see them.

    Reading articles takes the index alone, where they are numbers.
    """
    return _Loader(Path(path) if path is not None else default_folder()).phrases()[0]


class Label(NamedTuple):
    """A value of a word dimension: its name, what it is a part of, and what it means; empty where a pack says none."""

    name: str
    of: str
    description: str


def read_labels(path: Path | str | None = None) -> Mapping[str, tuple[Label, ...]]:
    """The segments and the kinds of facility of a pack, by the column that they stand in, in the order of the files."""
    loader = _Loader(Path(path) if path is not None else default_folder())
    return {column: tuple(loader.labels(*file)) for column, file in _LABELS.items()}


class Words(NamedTuple):
    """The parts of a pack that are kept in the cache, together because they hold the same objects."""

    indicators: dict[str, Indicator]
    vetoes: tuple[Veto, ...]
    gazetteer: Gazetteer
    phrases: PhraseIndex
    tables: dict[str, dict[str, Any]]
    """The files that regexes are made of in each process, by name."""


class _Loader:
    """Reads the files of one folder, each at most once."""

    def __init__(self, folder: Path) -> None:
        if not folder.is_dir():
            raise PatternError("no such folder", where=str(folder), remedy="name a folder that holds a pattern pack")
        self.hash = _hash(folder)
        self._folder = folder
        self._tables: dict[str, dict[str, Any]] = {}

    def words(self) -> Words:
        """What takes long to make and no regex is part of, out of the cache where it can be."""
        return cached(self.hash, self._words)

    def pack(self) -> Pack:
        words = self.words()
        self._tables.update(words.tables)
        lexicon = self._toml
        return Pack(
            hash=self.hash,
            indicators=MappingProxyType(words.indicators),
            vetoes=words.vetoes,
            discourse=read_discourse(lexicon("lexicon/discourse.toml"), "lexicon/discourse.toml"),
            segments=read_segments(lexicon("lexicon/segments.toml"), "lexicon/segments.toml"),
            index=words.phrases,
            quantities=QuantityGrammar.from_tables(
                lexicon("lexicon/numerals.toml"), lexicon("lexicon/hedges.toml"), where="lexicon"
            ),
            noise=NoiseGrammar.from_table(lexicon("lexicon/noise.toml"), where="lexicon/noise.toml"),
            periods=PeriodGrammar.from_table(lexicon("lexicon/periods.toml"), where="lexicon/periods.toml"),
            gazetteer=words.gazetteer,
            topic=read_topic(lexicon("lexicon/topic.toml"), "lexicon/topic.toml"),
            furniture=tuple(read_furniture(lexicon("lexicon/furniture.toml"), "lexicon/furniture.toml")),
            calibration=read_calibration(lexicon("lexicon/confidence.toml"), "lexicon/confidence.toml"),
        )

    def _toml(self, name: str) -> dict[str, Any]:
        if name not in self._tables:
            file = self._folder / name
            if not file.is_file():
                raise PatternError("file is missing", where=name, remedy=f"add it to the pack in {self._folder}")
            self._tables[name] = read_toml(file.read_bytes(), name)
        return self._tables[name]

    def _words(self) -> Words:
        phrases, indicators, vetoes, gazetteer = self.phrases()
        tables = {name: self._toml(name) for name in _GRAMMARS}
        return Words(indicators, vetoes, gazetteer, index_phrases(phrases), tables)

    def labels(self, name: str, where: str) -> Iterator[Label]:
        """What a lexicon of ``[[name]]`` rules names."""
        for place, rule in rules(self._toml(where), name, where):
            said = (text(rule, field, place) if field in rule else "" for field in ("of", "description"))
            yield Label(text(rule, "id", place), *said)

    def phrases(self) -> tuple[dict[str, tuple[Entry, ...]], dict[str, Indicator], tuple[Veto, ...], Gazetteer]:
        """The phrases, and what they are made of."""
        phrases = PhraseTable(self._fragments())
        indicators = self._add_indicators(phrases)
        vetoes = self._add_vetoes(phrases)
        for name, add in _LEXICONS.items():
            add(phrases, self._toml(name), name)
        gazetteer = Gazetteer.load(self._folder / "regions")
        _add_regions(phrases, gazetteer)
        return phrases.done(), indicators, vetoes, gazetteer

    def _fragments(self) -> dict[str, tuple[str, ...]]:
        where = "lexicon/fragments.toml"
        table = self._toml(where)
        only(table, ("fragments",), where)
        fragments = section(table, "fragments", where)
        place = f"{where} [fragments]"
        return expand_fragments({name: texts(fragments, name, place) for name in fragments}, place)

    def _add_indicators(self, phrases: PhraseTable) -> dict[str, Indicator]:
        files = sorted((self._folder / "indicators").glob("*.toml"))
        if not files:
            raise PatternError("no indicator files", where="indicators", remedy="add one TOML file an indicator")
        indicators: dict[str, Indicator] = {}
        for file in files:
            where = f"indicators/{file.name}"
            indicator, cues = read_indicator(self._toml(where), where)
            _check_bounds(indicator, where)
            if indicator.name in indicators:
                raise PatternError(f"indicator {indicator.name} again", where=where, remedy="one file an indicator")
            indicators[indicator.name] = indicator
            for cue, templates, place in cues:
                phrases.add(templates, "cue", cue, place, indicator.form, layer_of(indicator.units))
        _check_names(indicators)
        _check_labels(indicators, self._ids("lexicon/segments.toml", "segment"), self._ids("lexicon/per.toml", "per"))
        return indicators

    def _ids(self, where: str, name: str) -> tuple[str, ...]:
        """The ids of the ``[[name]]`` rules of a lexicon."""
        return tuple(text(rule, "id", place) for place, rule in rules(self._toml(where), name, where))

    def _add_vetoes(self, phrases: PhraseTable) -> tuple[Veto, ...]:
        """Add the phrases that speak against an indicator, and those that only look like its cues."""
        vetoes: list[Veto] = []
        where = "lexicon/vetoes.toml"
        for veto, templates, place in read_vetoes(self._toml(where), where):
            if any("@" in template for template in templates):
                raise PatternError("a veto with a figure in it (@)", where=place, remedy="write the words around it")
            vetoes.append(veto)
            phrases.add(templates, "veto", veto, place)
        where = "lexicon/pseudo_cues.toml"
        for form, templates, place in read_pseudo_cues(self._toml(where), where):
            for layer in COUNT_LAYERS if form == "count" else (form,):
                phrases.add(templates, "cue", None, place, form, layer)
        return tuple(vetoes)


def _check_names(indicators: Mapping[str, Indicator]) -> None:
    """Refuse an indicator that names another one that has no file."""
    for indicator in indicators.values():
        named = (
            *indicator.pair,
            *indicator.pair_of_segment,
            *indicator.keeps_segment_of,
            *filter(None, (indicator.negation, indicator.whole, indicator.leaves)),
            *(name for cue in indicator.cues for name in (cue.by_insurer, cue.by_members) if name),
            *(name for cue in indicator.cues for name in (*cue.follows, *cue.after)),
        )
        for other in named:
            if other not in indicators:
                where = f"indicators/{indicator.name}.toml"
                raise PatternError(f"no indicator {other!r}", where=where, remedy="name one that has a file")


def _check_labels(indicators: Mapping[str, Indicator], segments: Sequence[str], per: Sequence[str]) -> None:
    """Refuse an indicator that names a segment, or a time that money is paid per, which has no words."""
    for indicator in indicators.values():
        where = f"indicators/{indicator.name}.toml"
        for name in indicator.segments:
            if name not in segments:
                raise PatternError(f"no segment {name!r}", where=where, remedy=f"name some of: {', '.join(segments)}")
        if indicator.default_per is not None and indicator.default_per not in per:
            what = f"default_per is {indicator.default_per!r}"
            raise PatternError(what, where=where, remedy=f"name one of: {', '.join(per)}")


def _check_bounds(indicator: Indicator, where: str) -> None:
    """Refuse bounds that no value is within."""
    low, high = indicator.min_value, indicator.max_value
    if low is not None and high is not None and low > high:
        what = f"min_value {low:g} is more than max_value {high:g}"
        raise PatternError(what, where=where, remedy="give bounds that a value can be within")


def _add_regions(phrases: PhraseTable, gazetteer: Gazetteer) -> None:
    for kind, names in (("area", gazetteer.names()), ("town", gazetteer.seats()), ("town", gazetteer.branches())):
        for name in names:
            phrases.add([_literal(name)], kind, name, "regions")
    for phrase in sorted(gazetteer.decoys()):  # a set: the same order in every process
        phrases.add([_literal(phrase)], "area", None, "regions/decoys.csv")


def _literal(name: str) -> str:
    """A name as a template that stands for itself: names hold no template signs worth keeping."""
    return re.sub(r"[()\[\]{}|@#]", " ", name)


def _hash(folder: Path) -> str:
    """Names a pack by the names and bytes of its files."""
    digest = hashlib.sha256()
    for file in sorted(folder.rglob("*")):
        if file.suffix in {".toml", ".csv"}:
            digest.update(file.relative_to(folder).as_posix().encode())
            digest.update(file.read_bytes())
    return digest.hexdigest()[:16]
