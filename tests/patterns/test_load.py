"""Loading a pack: what it holds, what a mistake in it is told as, and that a new indicator is one file."""

from __future__ import annotations

import shutil
import tomllib
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

import pytest
from reader import pack, phrases

from extract.errors import PatternError
from extract.model import Article
from extract.patterns import Cue, load_pack
from extract.patterns.pack import FORM_OF_UNIT, Entry
from extract.pipeline import Pipeline

ONE_MEANING = ("segment", "facility", "per", "unit", "status", "care_class", "designator", "national", "separator")
MANY_PHRASES = 60_000

Pack = Callable[..., Path]
Replace = tuple[str, str]


@pytest.fixture
def copied(tmp_path: Path, repository: Path) -> Pack:
    """Copies the pack to a folder of the test's own, with one change in one file."""

    def copy(name: str = "", *replace: Replace, text: str | None = None) -> Path:
        folder = tmp_path / "patterns"
        shutil.copytree(repository / "patterns", folder)
        if name:
            file = folder / name
            file.parent.mkdir(parents=True, exist_ok=True)
            content = file.read_text(encoding="utf-8") if text is None else text
            for old, new in replace:
                assert old in content, f"{name} no longer holds {old!r}"
                content = content.replace(old, new, 1)
            file.write_text(content, encoding="utf-8")
        return folder

    return copy


def test_the_pack_is_loaded_once() -> None:
    assert load_pack() is load_pack()


def test_the_pack_cannot_be_changed() -> None:
    with pytest.raises(TypeError):
        pack().indicators["jkn"] = pack().indicators["participants"]  # type: ignore[index]
    with pytest.raises(AttributeError):
        pack().hash = ""  # type: ignore[misc]


def test_a_copy_is_the_same_pack(copied: Pack) -> None:
    loaded = load_pack(str(copied()))
    assert loaded.hash == pack().hash
    assert loaded.index == pack().index


def test_any_change_is_another_pack(copied: Pack) -> None:
    assert load_pack(copied("lexicon/per.toml", ("# ", "#  "))).hash != pack().hash


def test_phrases_are_not_too_many() -> None:
    assert 1_000 < len(phrases()) < MANY_PHRASES


def test_phrases_are_clean() -> None:
    for phrase in phrases():
        assert phrase == " ".join(phrase.lower().split())
        assert not set("|{}").intersection(phrase), phrase


@pytest.mark.parametrize("kind", ONE_MEANING)
def test_a_phrase_has_one_meaning_in_its_kind(kind: str) -> None:
    meanings: defaultdict[str, set[object]] = defaultdict(set)
    for phrase, entries in phrases().items():
        meanings[phrase].update(entry.value for entry in entries if entry.kind == kind)
    assert {phrase: values for phrase, values in meanings.items() if len(values) > 1} == {}


def test_a_cue_phrase_has_the_form_of_its_indicator() -> None:
    def right(entry: Entry) -> bool:
        return not isinstance(entry.value, Cue) or entry.form == pack().indicators[entry.value.indicator].form

    assert all(right(entry) for entries in phrases().values() for entry in entries)


def test_every_indicator_is_whole() -> None:
    for name, indicator in pack().indicators.items():
        assert name == indicator.name
        assert indicator.family
        assert indicator.description.endswith(".")
        assert {FORM_OF_UNIT.get(unit, "count") for unit in indicator.units} == {indicator.form}
        ids = [cue.pattern_id for cue in indicator.cues]
        assert len(set(ids)) == len(ids), "two cues of one id"
        assert all(cue.examples and cue.counter_examples for cue in indicator.cues)


def test_every_fragment_is_used(repository: Path) -> None:
    files = {file: file.read_text(encoding="utf-8") for file in (repository / "patterns").rglob("*.toml")}
    fragments = tomllib.loads(files[repository / "patterns" / "lexicon" / "fragments.toml"])["fragments"]
    unused = [name for name in fragments if not any(f"{{{name}}}" in written for written in files.values())]
    assert (len(fragments) > 5, unused) == (True, [])


def test_an_indicator_file_is_named_for_its_indicator(repository: Path) -> None:
    names = {file.stem for file in (repository / "patterns" / "indicators").glob("*.toml")}
    assert names == set(pack().indicators)


VISITS = "indicators/visits.toml"
CONFIDENCE = "lexicon/confidence.toml"
NEW_FILE = "indicators/new.toml"
MINIMAL = """
indicator = "{name}"
family = "use"
description = "A count."
units = {units}
[[cue]]
id = "one"
strength = {strength}
phrases = {phrases}
examples = ["Ada <9 orang> JKN."]
counter_examples = ["Ada <9 kota> JKN."]
"""


def minimal(
    name: str = "baru", units: str = '["person"]', strength: str = "0.5", phrases: str = '["kata"]', rest: str = ""
) -> str:
    """A new indicator file, right but for what the test makes wrong; ``rest`` goes into its [[cue]]."""
    return MINIMAL.format(name=name, units=units, strength=strength, phrases=phrases) + rest


@pytest.mark.parametrize(
    ("name", "content", "where", "what"),
    [
        pytest.param(NEW_FILE, "indicator = ", NEW_FILE, "not TOML", id="bad TOML"),
        pytest.param(NEW_FILE, 'colour = "red"\n' + minimal(), NEW_FILE, "unknown field 'colour'", id="unknown field"),
        pytest.param(
            NEW_FILE, minimal(rest="weight = 1"), "[[cue]] one", "unknown field 'weight'", id="unknown cue field"
        ),
        pytest.param(
            NEW_FILE, minimal(phrases='["{tiada}"]'), "[[cue]] one", "unknown fragment {tiada}", id="fragment"
        ),
        pytest.param(NEW_FILE, minimal(phrases='["(kata"]'), "[[cue]] one", "never closed", id="open bracket"),
        pytest.param(NEW_FILE, minimal(phrases='["@ dari @"]'), "[[cue]] one", "an @ too many", id="two slots"),
        pytest.param(NEW_FILE, minimal(phrases="[]"), "[[cue]] one", "no phrases", id="no phrases"),
        pytest.param(NEW_FILE, minimal(phrases='"kata"'), "[[cue]] one", "phrases", id="phrases no list"),
        pytest.param(NEW_FILE, minimal(strength="2"), "[[cue]] one", "strength is 2", id="strength 2"),
        pytest.param(NEW_FILE, minimal(strength='"much"'), "[[cue]] one", "strength is 'much'", id="strength a word"),
        pytest.param(NEW_FILE, minimal(rest='side = "left"'), "[[cue]] one", "side is 'left'", id="side"),
        pytest.param(NEW_FILE, minimal(rest='label = "colour"'), "[[cue]] one", "label is 'colour'", id="label"),
        pytest.param(NEW_FILE, minimal(rest='requires = "all"'), "[[cue]] one", "requires is 'all'", id="requires"),
        pytest.param(NEW_FILE, minimal(name="visits"), "visits.toml", "visits again", id="indicator twice"),
        pytest.param(NEW_FILE, minimal(units='["person", "idr"]'), NEW_FILE, "mix forms", id="mixed units"),
        pytest.param(NEW_FILE, minimal(units='["houshold"]'), NEW_FILE, "units holds 'houshold'", id="unknown unit"),
        pytest.param(
            NEW_FILE, minimal().replace('"use"', '"usage"'), NEW_FILE, "family is 'usage'", id="unknown family"
        ),
        pytest.param(
            NEW_FILE, 'default_per = "week"\n' + minimal(), "baru.toml", "default_per is 'week'", id="unknown per"
        ),
        pytest.param(
            NEW_FILE, 'segments = ["pnp"]\n' + minimal(), "baru.toml", "no segment 'pnp'", id="unknown segment"
        ),
        pytest.param(
            NEW_FILE,
            minimal() + minimal()[minimal().index("[[cue]]") :],
            "[[cue]] one",
            "id 'one' again",
            id="cue twice",
        ),
        pytest.param(NEW_FILE, 'pair = ["umur"]\n' + minimal(), "baru.toml", "no indicator 'umur'", id="unknown pair"),
        pytest.param(NEW_FILE, 'negation = "umur"\n' + minimal(), "baru.toml", "no indicator 'umur'", id="negation"),
        pytest.param(
            NEW_FILE, "min_value = 9\nmax_value = 8\n" + minimal(), NEW_FILE, "min_value 9 is more than", id="bounds"
        ),
        pytest.param(NEW_FILE, minimal().split("[[cue]]")[0], NEW_FILE, "no [[cue]]", id="no cue"),
        pytest.param(
            NEW_FILE, minimal().replace("counter_", "counter_no_"), "[[cue]] one", "unknown field", id="misspelt"
        ),
        pytest.param(
            NEW_FILE, minimal().replace('["Ada <9 orang> JKN."]', "[]"), "[[cue]] one", "no examples", id="unproved"
        ),
        pytest.param(NEW_FILE, minimal().replace('id = "one"', ""), "[[cue]] 1", "id is missing", id="cue without id"),
    ],
)
def test_a_mistake_in_an_indicator_file(copied: Pack, name: str, content: str, where: str, what: str) -> None:
    refuses(copied(name, text=content), where, what)


@pytest.mark.parametrize(
    ("name", "old", "new", "where", "what"),
    [
        pytest.param(
            "lexicon/vetoes.toml", 'scope = "clause"', 'scope = "page"', "[[veto]]", "scope is 'page'", id="scope"
        ),
        pytest.param(
            "lexicon/vetoes.toml", "meaning = ", "means = ", "[[veto]]", "unknown field 'means'", id="veto field"
        ),
        pytest.param(
            "lexicon/vetoes.toml", 'counts = ["idr"]', 'counts = ["rupiah"]', "[[veto]]", "'rupiah'", id="veto counts"
        ),
        pytest.param(
            "lexicon/pseudo_cues.toml", "means = ", "# ", "[[pseudo]] payer_names", "means is missing", id="means"
        ),
        pytest.param(
            "lexicon/pseudo_cues.toml", '"comparisons"', '"payer_names"', "payer_names", "again", id="pseudo cue twice"
        ),
        pytest.param("lexicon/units.toml", '"person"', '"persn"', "[[unit]] persn", "id is 'persn'", id="unit"),
        pytest.param(
            "lexicon/segments.toml", '"employer"', '"emploer"', "[[segment]]", "unit is", id="unit of a segment"
        ),
        pytest.param(
            "lexicon/facilities.toml", 'of = "klinik"', 'of = "kliniks"', "[[facility]]", "of is", id="kind of"
        ),
        pytest.param("lexicon/furniture.toml", "regex = '", "regex = '(", "[[rule]]", "bad regex", id="bad regex"),
        pytest.param("lexicon/furniture.toml", "regex = ", "regexp = ", "[[rule]]", "field 'regexp'", id="no regex"),
        pytest.param("lexicon/furniture.toml", '"copyright", "©"', '"@"', "copyright", "holds no piece", id="holds"),
        pytest.param(
            "lexicon/segments.toml", "phrases = [", "phrase = [", "[[segment]]", "unknown field 'phrase'", id="segment"
        ),
        pytest.param(
            "lexicon/facilities.toml", 'id = "', 'name = "', "[[facility]] 1", "unknown field 'name'", id="facility id"
        ),
        pytest.param("lexicon/status.toml", 'id = "', '# "', "[[status]] 1", "id is missing", id="no id"),
        pytest.param("lexicon/topic.toml", "core = ['", "core = ['(", "[topic] core", "bad regex", id="topic regex"),
        pytest.param("lexicon/topic.toml", "core = ['", "core = ['BPJS', '", "[topic] core", "capitals", id="capital"),
        pytest.param("lexicon/topic.toml", "screen = ['", "screen = ['', '", "] screen", "empty", id="all on topic"),
        pytest.param("lexicon/topic.toml", "core = [", "core = [] # [", "[topic] core", "empty", id="none on topic"),
        pytest.param("lexicon/pseudo_cues.toml", '"money"', '"coin"', "[[pseudo]]", "form 'coin'", id="form"),
        pytest.param(
            "lexicon/fragments.toml",
            "already = [",
            'already = ["{x}", ',
            "[fragments] already",
            "{x}",
            id="in a fragment",
        ),
        pytest.param("lexicon/per.toml", 'phrases = ["', 'phrases = ["{besok} ', "[[per]]", "{besok}", id="fragment"),
        pytest.param("lexicon/noise.toml", "regex = ", "regexp = ", "lexicon/noise.toml", "regex", id="noise rule"),
        pytest.param(
            "lexicon/noise.toml", "\n[shape]", "\n[shape]\nbehind = []", "[shape]", "'behind'", id="noise field"
        ),
        pytest.param(
            "lexicon/noise.toml", "means = ", "scope = 1\nmeans = ", "[[rule]]", "'scope'", id="noise rule field"
        ),
        pytest.param(
            "lexicon/numerals.toml", "[currency]", "[money]\n[currency]", "numerals.toml", "'money'", id="numerals"
        ),
        pytest.param(
            "lexicon/hedges.toml", "[after]", "[after]\nnear = []", "hedges.toml [after]", "'near'", id="hedges"
        ),
        pytest.param(
            "lexicon/periods.toml", "[weekdays]", "[days]\n[weekdays]", "periods.toml", "'days'", id="periods"
        ),
        pytest.param("lexicon/periods.toml", "[every]", "[every]\nword = []", "[every]", "'word'", id="periods field"),
        pytest.param(CONFIDENCE, "log_odds", "logodds", "[base]", "unknown field 'logodds'", id="base"),
        pytest.param(CONFIDENCE, "[base]", "[bases]", CONFIDENCE, "unknown field 'bases'", id="no base"),
        pytest.param(CONFIDENCE, "usual = ", "mean = ", "[[ground]] score", "field 'mean'", id="ground field"),
        pytest.param(CONFIDENCE, "weight = ", "weight = -", "score", "weight is -", id="a score that speaks against"),
        pytest.param(CONFIDENCE, 'id = "score"', 'id = "luck"', "luck", "unknown ground 'luck'", id="ground"),
        pytest.param(CONFIDENCE, 'id = "margin"', 'id = "score"', "score", "ground score again", id="ground twice"),
        pytest.param(CONFIDENCE, 'high = "', 'high = "" # "', "[[ground]] score", "high is missing", id="no words"),
    ],
)
def test_a_mistake_in_a_lexicon(copied: Pack, name: str, old: str, new: str, where: str, what: str) -> None:
    refuses(copied(name, (old, new)), where, what)


def test_every_ground_is_weighed(copied: Pack) -> None:
    refuses(copied(CONFIDENCE, text="ground = []\n[base]\nlog_odds = 2.0\n"), CONFIDENCE, "no ground 'score'")


LEXICONS = [
    "care_classes",
    "confidence",
    "discourse",
    "facilities",
    "fragments",
    "furniture",
    "hedges",
    "noise",
    "numerals",
]
LEXICONS += ["offices", "per", "periods", "programs", "pseudo_cues", "segments", "status", "topic", "units", "vetoes"]


@pytest.mark.parametrize("name", LEXICONS)
def test_a_missing_lexicon_is_named(copied: Pack, name: str) -> None:
    folder = copied()
    (folder / "lexicon" / f"{name}.toml").unlink()
    refuses(folder, f"lexicon/{name}.toml", "file is missing")


@pytest.mark.parametrize("name", ["fragments", "noise", "topic"])
def test_a_broken_lexicon_is_named(copied: Pack, name: str) -> None:
    refuses(copied(f"lexicon/{name}.toml", text="[[[\n"), f"lexicon/{name}.toml", "not TOML")


@pytest.mark.parametrize("name", LEXICONS)
def test_an_empty_lexicon_is_refused_in_words_if_at_all(copied: Pack, name: str) -> None:
    folder = copied(f"lexicon/{name}.toml", text="\n")
    try:
        load_pack(folder)
    except PatternError as error:
        assert error.where
        assert error.remedy


def test_a_pack_without_indicators_is_refused(copied: Pack) -> None:
    folder = copied()
    shutil.rmtree(folder / "indicators")
    refuses(folder, "indicators", "no indicator files")


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    refuses(tmp_path / "nowhere", "nowhere", "no such folder")


def refuses(folder: Path, where: str, what: str) -> None:
    """Loading must fail, naming file and rule, what is wrong, and what to do."""
    with pytest.raises(PatternError) as caught:
        load_pack(folder)
    assert where in caught.value.where
    assert what in caught.value.what
    assert caught.value.remedy


KADER = """
indicator = "cadres"
family = "use"
description = "Volunteers who knock on doors for the programme."
units = ["person"]

[[cue]]
id = "volunteers"
strength = 0.99
phrases = ["kader jkn", "@ [orang] kader", "(jumlah|total) kader"]
examples = ["Di Sragen kini ada 112 kader JKN."]
counter_examples = ["Di Sragen ada 112 peserta JKN."]
"""


def test_a_new_indicator_takes_one_pattern_file_and_no_python(copied: Pack) -> None:
    text = "Jumlah kader JKN di Kabupaten Sragen kini 112 orang. Peserta JKN di sana 871.240 jiwa."
    before = Pipeline(pack()).run(Article("a", text)).facts
    assert "cadres" not in [fact.indicator for fact in before]
    after = Pipeline(load_pack(copied("indicators/cadres.toml", text=KADER))).run(Article("a", text)).facts
    assert [(fact.indicator, fact.value, fact.unit, fact.pattern_id) for fact in after[:1]] == [
        ("cadres", 112.0, "person", "cadres.volunteers")
    ]
    assert [fact.value for fact in after[1:]] == [fact.value for fact in before if fact.value != 112.0]


def test_a_new_wording_takes_one_phrase(copied: Pack) -> None:
    text = "BPJS Kesehatan menyebut 4.300 warga Sragen bersanding dengan perlindungan semesta."
    folder = copied(
        "lexicon/fragments.toml", ("enrolled = [", 'enrolled = [\n  "bersanding dengan perlindungan semesta",')
    )
    found = Pipeline(load_pack(folder)).run(Article("a", text)).facts
    assert [(fact.indicator, fact.value) for fact in found] == [("participants", 4300.0)]
