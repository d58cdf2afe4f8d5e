"""Loading a pattern pack: a folder of TOML and CSV files to one immutable :class:`Pack`."""

from __future__ import annotations

import hashlib
import re
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple, cast

from extract.errors import PatternError
from extract.gazetteer import Gazetteer
from extract.model import Form
from extract.patterns.cache import cached
from extract.patterns.expand import expand_fragments
from extract.patterns.index import PhraseIndex, index_phrases
from extract.patterns.indicators import read_indicator, read_vetoes
from extract.patterns.locate import default_folder
from extract.patterns.pack import (
    COUNT_LAYERS,
    Discourse,
    Entry,
    Furniture,
    Indicator,
    Pack,
    Speech,
    Topic,
    Veto,
    layer_of,
)
from extract.patterns.phrases import PhraseTable
from extract.patterns.read import only, read_toml, rules, text, texts
from extract.values import NoiseGrammar, PeriodGrammar, QuantityGrammar


def load_pack(path: Path | str | None = None) -> Pack:
    """The pack in a folder, or the one that came with this installation; loaded once a process.

    Raises :class:`PatternError`, which names the file, the rule and what to do.
    """
    return _load(Path(path) if path is not None else default_folder())


@lru_cache(maxsize=4)
def _load(folder: Path) -> Pack:
    if not folder.is_dir():
        raise PatternError("no such folder", where=str(folder), remedy="name a folder that holds a pattern pack")
    return _Loader(folder).pack()


class Words(NamedTuple):
    """The parts of a pack that are kept in the cache, together because they hold the same objects."""

    indicators: dict[str, Indicator]
    vetoes: tuple[Veto, ...]
    gazetteer: Gazetteer
    phrases: dict[str, tuple[Entry, ...]]
    indexed: PhraseIndex


class _Loader:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        fragments = self._toml("lexicon/fragments.toml").get("fragments", {})
        self.phrases = PhraseTable(expand_fragments(fragments))
        self.indicators: dict[str, Indicator] = {}
        self.vetoes: list[Veto] = []

    def pack(self) -> Pack:
        content = _hash(self.folder)
        words = cached(content, self._words)
        return Pack(
            hash=content,
            indicators=MappingProxyType(words.indicators),
            vetoes=words.vetoes,
            discourse=self._discourse(),
            phrases=MappingProxyType(words.phrases),
            index=words.indexed,
            quantities=QuantityGrammar.from_tables(
                self._toml("lexicon/numerals.toml"), self._toml("lexicon/hedges.toml"), where="lexicon"
            ),
            noise=NoiseGrammar.from_table(self._toml("lexicon/noise.toml"), where="lexicon/noise.toml"),
            periods=PeriodGrammar.from_table(self._toml("lexicon/periods.toml"), where="lexicon/periods.toml"),
            gazetteer=words.gazetteer,
            topic=self._topic(),
            furniture=self._furniture(),
        )

    def _words(self) -> Words:
        """What takes long to make and no regex is part of."""
        self._read_indicators()
        self._read_vetoes()
        self._read_pseudo_cues()
        self._read_labels()
        self._read_places()
        gazetteer = Gazetteer.load(self.folder / "regions")
        for kind, names in (("area", gazetteer.names()), ("town", gazetteer.seats()), ("town", gazetteer.branches())):
            for name in names:
                self.phrases.add([_literal(name)], kind, name, "regions")
        for phrase in gazetteer.decoys():
            self.phrases.add([_literal(phrase)], "area", None, "regions/decoys.csv")
        phrases = self.phrases.done()
        return Words(self.indicators, tuple(self.vetoes), gazetteer, phrases, index_phrases(phrases))

    def _toml(self, name: str) -> dict[str, Any]:
        file = self.folder / name
        if not file.is_file():
            raise PatternError("file is missing", where=name, remedy=f"add it to the pack in {self.folder}")
        return read_toml(file.read_bytes(), name)

    def _read_indicators(self) -> None:
        files = sorted((self.folder / "indicators").glob("*.toml"))
        if not files:
            raise PatternError("no indicator files", where="indicators", remedy="add one TOML file an indicator")
        for file in files:
            where = f"indicators/{file.name}"
            indicator, cues = read_indicator(self._toml(where), where)
            if indicator.name in self.indicators:
                raise PatternError(f"indicator {indicator.name} again", where=where, remedy="one file an indicator")
            self.indicators[indicator.name] = indicator
            for cue, phrases, place in cues:
                self.phrases.add(phrases, "cue", cue, place, indicator.form, layer_of(indicator.units))
        self._check_names()

    def _check_names(self) -> None:
        for indicator in self.indicators.values():
            named = (*indicator.pair, *indicator.pair_of_segment, *filter(None, [indicator.negation, indicator.whole]))
            for other in named:
                if other not in self.indicators:
                    where = f"indicators/{indicator.name}.toml"
                    raise PatternError(f"no indicator {other!r}", where=where, remedy="name one that has a file")

    def _read_vetoes(self) -> None:
        where = "lexicon/vetoes.toml"
        for veto, phrases, place in read_vetoes(self._toml(where), where):
            self.vetoes.append(veto)
            self.phrases.add([p for p in phrases if "@" not in p], "veto", veto, place)

    def _read_pseudo_cues(self) -> None:
        where = "lexicon/pseudo_cues.toml"
        for place, rule in rules(self._toml(where), "pseudo", where):
            only(rule, ("id", "means", "forms", "phrases"), place)
            for form in texts(rule, "forms", place):
                for layer in COUNT_LAYERS if form == "count" else (form,):
                    self.phrases.add(texts(rule, "phrases", place), "cue", None, place, cast(Form, form), layer)

    def _read_labels(self) -> None:
        units = self._toml("lexicon/units.toml")
        for place, rule in rules(units, "unit", "lexicon/units.toml"):
            self.phrases.add(texts(rule, "nouns", place), "unit", text(rule, "id", place), place)
        self.phrases.add(texts(units["other"], "nouns", "lexicon/units.toml"), "unit", "other", "lexicon/units.toml")
        for name in ("segment", "facility"):
            where = f"lexicon/{'segments' if name == 'segment' else 'facilities'}.toml"
            self.phrases.add_lexicon(self._toml(where), name, name, where)
        for name, file in (("per", "per"), ("care_class", "care_classes"), ("program", "programs")):
            self.phrases.add_lexicon(self._toml(f"lexicon/{file}.toml"), name, name, f"lexicon/{file}.toml")
        for place, rule in rules(self._toml("lexicon/status.toml"), "status", "lexicon/status.toml"):
            self.phrases.add(texts(rule, "phrases", place), "status", text(rule, "id", place), place)
            self.phrases.add(texts(rule, "not", place, needed=False), "status", None, place)

    def _read_places(self) -> None:
        where = "lexicon/offices.toml"
        offices = self._toml(where)
        for place, rule in rules(offices, "designator", where):
            self.phrases.add(texts(rule, "phrases", place), "designator", text(rule, "level", place), place)
        for name in ("context", "national"):
            self.phrases.add(texts(offices[name], "phrases", where), name, name, f"{where} [{name}]")
        self.phrases.add(texts(offices["not_national"], "phrases", where), "national", None, where)
        anaphora = offices["anaphora"]
        self.phrases.add_lists(anaphora, {name: "anaphor" for name in anaphora if name != "we"}, f"{where} [anaphora]")
        self.phrases.add(anaphora["we"], "we", "we", f"{where} [anaphora] we")
        for name in ("joint", "official", "payer", "capital", "national_office"):
            self.phrases.add(offices[f"{name}s"]["words"], name, name, f"{where} [{name}s]")
        self.phrases.add(offices["insurer"]["words"], "insurer", "insurer", f"{where} [insurer]")
        self.phrases.add(offices["insurer"]["owned"], "insured", "insured", f"{where} [insurer]")
        self.phrases.add(texts(offices["members"], "phrases", where), "members", "members", where)
        where = "lexicon/topic.toml [anchor]"
        anchor = self._toml("lexicon/topic.toml")["anchor"]
        for name in ("core", "near"):
            self.phrases.add(texts(anchor, name, where), "anchor", name, where)
        self.phrases.add(texts(anchor, "other", where), "anchor", None, where)
        discourse = self._toml("lexicon/discourse.toml")
        levels = discourse["separators"]
        self.phrases.add_lists(levels, dict.fromkeys(levels, "separator"), "lexicon/discourse.toml [separators]")
        self.phrases.add(discourse["negators"]["words"], "negator", "negator", "lexicon/discourse.toml [negators]")
        self.phrases.add(discourse["far_hedges"]["approx"], "hedge", "approx", "lexicon/discourse.toml [far_hedges]")
        self.phrases.add(texts(discourse["links"], "phrases", "links"), "link", "link", "links")
        self.phrases.add(texts(discourse["heads"], "phrases", "heads"), "head", "head", "heads")
        self.phrases.add_lists(
            discourse["heads"],
            {
                "each": "each",
                "ordered": "each",
                "total": "total",
                "back": "back",
                "now": "now",
                "same_period": "same_period",
            },
            "heads",
        )

    def _discourse(self) -> Discourse:
        where = "lexicon/discourse.toml"
        table = self._toml(where)
        speech = table["speech"]
        return Discourse(
            continuers=frozenset(table["continuers"]["words"]),
            verb_prefixes=tuple(table["continuers"]["verb_prefixes"]),
            speech=Speech(*(frozenset(texts(speech, name, f"{where} [speech]")) for name in Speech._fields)),
            weekdays=frozenset(table["weekdays"]["words"]),
            telling=frozenset(table["telling"]["words"]),
        )

    def _topic(self) -> Topic:
        where = "lexicon/topic.toml"
        table = self._toml(where)["topic"]
        return Topic(
            screen="(?i)" + "|".join(texts(table, "screen", where)),
            core=re.compile("|".join(texts(table, "core", where)), re.IGNORECASE),
            other=re.compile("|".join(texts(table, "other", where)), re.IGNORECASE),
        )

    def _furniture(self) -> tuple[Furniture, ...]:
        found = []
        for place, rule in rules(self._toml("lexicon/furniture.toml"), "rule", "lexicon/furniture.toml"):
            try:
                pattern = re.compile(text(rule, "regex", place), re.IGNORECASE)
            except re.error as error:
                raise PatternError(f"bad regex: {error}", where=place, remedy="mend it") from error
            found.append(
                Furniture(
                    rule=text(rule, "id", place),
                    means=text(rule, "means", place),
                    regex=pattern,
                    until_end=bool(rule.get("until_end", False)),
                    examples=texts(rule, "examples", place),
                    counter_examples=texts(rule, "counter_examples", place),
                )
            )
        return tuple(found)


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
