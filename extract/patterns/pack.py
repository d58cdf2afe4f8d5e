"""The pattern pack: the language of the press as immutable data, ready to match.

A pack is loaded once (:func:`extract.patterns.load_pack`) and shared by every article. Its phrases are plain strings;
the spaCy matcher that finds them is built in :mod:`extract.stages.mentions`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from extract.gazetteer import Gazetteer
from extract.model import Form, Status
from extract.values import NoiseGrammar, PeriodGrammar, QuantityGrammar

if TYPE_CHECKING:
    from extract.patterns.grounds import Calibration
    from extract.patterns.index import PhraseIndex

Side = Literal["before", "after", "any"]
Label = Literal["segment", "facility", "care_class", "area", "change"]
Needed = Literal["segment", "facility", "care_class", "area", "fund", "dues", "claims", "care"]
CARE: Literal["care"] = "care"
Scope = Literal["clause", "sentence"]

FACILITY = "facility"
CHANGE: Label = "change"
FUND = "fund"
FORM_OF_UNIT: Mapping[str, Form] = {"percent": "percent", "idr": "money"}

COUNT_LAYERS = ("person", "village", "employer", "facility", "visit")
CUES_OF: Mapping[Form, tuple[str, ...]] = {
    "count": tuple(f"cue/{layer}" for layer in COUNT_LAYERS),
    "percent": ("cue/percent",),
    "money": ("cue/money",),
}
"""The kinds of mentions that hold the cues for figures of each form."""
CUES = tuple(kind for kinds in CUES_OF.values() for kind in kinds)
UNITS = (*COUNT_LAYERS, "household", *FORM_OF_UNIT)


def layer_of(units: Sequence[str]) -> str:
    """The layer of cues for some units: people and households share one, and so do all indicators of a form.

    >>> layer_of(("person", "household")), layer_of(("idr",))
    ('person', 'money')
    """
    return FORM_OF_UNIT.get(units[0], "person" if units[0] == "household" else units[0])


@dataclass(frozen=True, slots=True)
class Cue:
    """One pattern: the phrases that speak for an indicator, and how strongly.

    ``strength`` is 0 to 1. ``side`` says on which side of the figure the phrase counts. ``label`` makes the mere
    presence of a segment, facility kind or care class beside the figure the cue; ``requires`` asks for one, or for
    a fund, dues or claims, ``adds_up_to`` for figures beside it that make this sum with it. After a ``paid`` one
    the government that pays tells the segment. Where one of the indicators that it ``follows`` was spoken of last, it
    speaks for that, and one that ``only_follows`` for nothing else; where the insurer is who does it, for
    ``by_insurer``, and for ``by_members`` where members or employers are. One with ``after`` counts only where one of
    these was spoken of last, and for what the insurer does only where no local government is named.
    """

    pattern_id: str
    indicator: str
    strength: float
    side: Side
    label: Label | None
    requires: Needed | None
    specificity: int | None
    paid: bool
    adds_up_to: float | None
    follows: tuple[str, ...]
    only_follows: bool
    elliptic: bool
    after: tuple[str, ...]
    by_insurer: str | None
    by_members: str | None
    examples: tuple[str, ...]
    counter_examples: tuple[str, ...]

    @property
    def takes_up(self) -> bool:
        """Whether its words only go on with what was spoken of, and tell nothing by themselves."""
        return bool(self.after) or self.only_follows


class Veto(NamedTuple):
    """A pseudo-cue: words of another programme or subject, and how strongly they speak against a figure.

    With ``adds_up_to`` they do only where figures of the sentence make this sum with it. Where there are words in
    ``unless``, they lead to what the money before them is for, and speak against it unless that holds one of these.
    Where it ``joins``, they speak against a share, too, that «dan» adds to one. Where it ``asks``, they say what an
    area has to reach, and not what one has reached already. Where it is ``rival``, they do not speak against a figure
    in another clause, which names the programme.
    """

    pattern_id: str
    scope: Scope
    strength: float
    counts: tuple[str, ...]
    adds_up_to: float | None
    joins: bool
    asks: bool
    rival: bool
    unless: frozenset[str]
    meaning: str
    examples: tuple[str, ...]
    counter_examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Indicator:
    """One indicator of the contract, as its pattern file says it."""

    name: str
    family: str
    description: str
    units: tuple[str, ...]
    form: Form
    pair: tuple[str, ...]
    pair_of_segment: tuple[str, ...]
    negation: str | None
    whole: str | None
    leaves: str | None
    specificity: int
    flow: bool
    state: bool
    unreached: Status | None
    not_nouns: tuple[str, ...]
    not_as_whole: tuple[str, ...]
    min_value: float | None
    max_value: float | None
    usual_max: float | None
    default_per: str | None
    default_region: str | None
    carry_level: str | None
    by_segment: bool
    segments: tuple[str, ...]
    keeps_segment_of: tuple[str, ...]
    segment_if_split: bool
    ends_up: bool
    self_paid: bool
    done_by_payer: bool
    cues: tuple[Cue, ...]


class Entry(NamedTuple):
    """What a phrase means: its kind, and the value that the kind gives it.

    ``slot`` is the index of the word that stands for the figure itself, or -1 for a phrase without one. Cues of one
    ``layer`` compete for the words of the text; those of another do not.
    """

    kind: str
    value: object
    form: Form | None = None
    slot: int = -1
    layer: str | None = None


class Furniture(NamedTuple):
    """A rule for lines of a page that are not the article; ``means`` says what they are.

    ``takes_next`` rules take the line below, too, unless it is a whole sentence.
    Every line that it takes holds one of the pieces ``holds``, in small letters; with none, it is tried on every line.
    """

    rule: str
    means: str
    regex: re.Pattern[str]
    until_end: bool
    takes_next: bool
    holds: tuple[str, ...]
    examples: tuple[str, ...]
    counter_examples: tuple[str, ...]


class Topic(NamedTuple):
    """What puts an article on the topic. ``screen`` is one RE2-compatible expression, case-insensitive."""

    screen: str
    core: re.Pattern[str]
    other: re.Pattern[str]


class Speech(NamedTuple):
    """Words of speaking and of offices, lower case: what each list holds is said beside it in the lexicon.

    The verbs are parted by where their speaker stands: ``closing`` before it («kata X»), ``pointing`` before it and
    after what was said («Hal itu disampaikan X»), ``opening`` after it («X menyebut»), ``again`` with none («ujarnya»).
    """

    closing: frozenset[str]
    pointing: frozenset[str]
    opening: frozenset[str]
    again: frozenset[str]
    anaphora: frozenset[str]
    titles: frozenset[str]
    clipped: frozenset[str]
    particles: frozenset[str]
    offices: frozenset[str]
    institutions: frozenset[str]
    connectors: frozenset[str]
    designators: frozenset[str]
    bearing: frozenset[str]
    belongings: frozenset[str]


class PayerWords(NamedTuple):
    """Words inside and beside the names of segments, lower case, that tell whose contributions are paid by whom.

    ``introducing`` ones make a PBI the central one, and ``members`` are of people and not of money. After a word for
    paying, an area led by a ``paying`` one is who pays. A name of nothing but ``acting`` ones is of a government that
    may do anything. A name of people with a ``levelless`` one leaves open which government pays, whatever area follows.
    ``by_whom`` stands before the one that pays, ``partners`` before or behind one that works together with others.
    """

    introducing: frozenset[str]
    members: frozenset[str]
    paying: frozenset[str]
    acting: frozenset[str]
    levelless: frozenset[str]
    by_whom: frozenset[str]
    partners: frozenset[str]


class Segments(NamedTuple):
    """How segments hang together: the ``whole`` of each that is a part, and the single words between their names.

    ``of_unit`` is the segment of the people of a unit that is counted («badan usaha»),
    ``classed`` are those who choose a care class. ``same`` words stand between two
    names of one segment, ``several`` between the names of several. ``predicates`` stand behind people whose
    segment they say. ``twins`` are the codes of the areas that a segment's name is short for, too.
    """

    whole: Mapping[str, str]
    of_unit: Mapping[str, str]
    classed: frozenset[str]
    same: frozenset[str]
    several: frozenset[str]
    predicates: frozenset[str]
    twins: Mapping[str, str]


class Parted(NamedTuple):
    """Prefixes that writers part from their verbs, «di bayar»: of the ``verbs`` and of all with these ``endings``."""

    prefixes: tuple[str, ...]
    endings: tuple[str, ...]
    verbs: frozenset[str]


class Discourse(NamedTuple):
    """Word lists of the discourse lexicon that the stages test single words against."""

    continuers: frozenset[str]
    verb_prefixes: tuple[str, ...]
    speech: Speech
    weekdays: frozenset[str]
    telling: frozenset[str]
    light: frozenset[str]
    joining: frozenset[str]
    payers: PayerWords
    bare: frozenset[str]
    general: frozenset[str]
    pointing: frozenset[str]
    abbreviations: frozenset[str]
    possessive: tuple[str, ...]
    no_possessive: frozenset[str]
    parted: Parted
    guarded: frozenset[str]

    def is_possessive(self, word: str) -> bool:
        """Whether a word points back at what was spoken of: «pesertanya», but not «hanya»."""
        small = word.lower()
        return small.endswith(self.possessive) and small not in self.no_possessive


@dataclass(frozen=True, slots=True)
class Pack:
    """Everything the pipeline knows of the language. ``hash`` names its content, the same on every machine."""

    hash: str
    indicators: Mapping[str, Indicator]
    vetoes: tuple[Veto, ...]
    index: PhraseIndex
    quantities: QuantityGrammar
    noise: NoiseGrammar
    periods: PeriodGrammar
    gazetteer: Gazetteer
    topic: Topic
    furniture: tuple[Furniture, ...]
    discourse: Discourse
    segments: Segments
    calibration: Calibration
