"""What happens to an article, step by step: the only place where the stages are composed."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence

import regex

from extract.decisions import Notes, decide, decide_off_topic
from extract.model import Article, ArticleDate, Extraction, Fact, Period, Qualifier, Quantity, Region, Speaker
from extract.patterns import Pack
from extract.patterns.grounds import Grounds
from extract.reading import (
    OTHER,
    Bound,
    Dated,
    Figure,
    Figures,
    Gone,
    Labels,
    Layout,
    Located,
    Reading,
    Scene,
)
from extract.stages.agreement import check
from extract.stages.binding import Binder, Earlier, breakdowns
from extract.stages.cells import cut, stretches
from extract.stages.confidence import Confidence, grounds_of
from extract.stages.figures import find_figures
from extract.stages.labels import Labeller, only_split, set_apart
from extract.stages.mentions import MentionFinder
from extract.stages.places import PlaceReader
from extract.stages.reconcile import one_reading, reconcile
from extract.stages.regions import Locator
from extract.stages.scenes import Scenes
from extract.stages.sentences import lay_out
from extract.stages.speakers import Speakers, speaking
from extract.stages.times import Calendar, with_periods
from extract.stages.twins import tell_apart
from extract.stages.units import read_units
from extract.values.scan import Script, ScriptReader, fold


class Pipeline:
    """Reads articles with one pattern pack. Holds no state between articles."""

    def __init__(self, pack: Pack) -> None:
        self.pack = pack
        self.topic_pattern = pack.topic.screen
        self._finder = MentionFinder(pack)
        self._binder = Binder(pack)
        self._places = PlaceReader(pack)
        self._confidence = Confidence(pack.calibration)
        # ``regex`` goes over a text for these words in a third of the time that ``re`` takes.
        self._core, self._other = regex.compile(pack.topic.core.pattern), regex.compile(pack.topic.other.pattern)
        gazetteer = pack.gazetteer
        self._place_names = frozenset((*gazetteer.names(), *gazetteer.seats(), *gazetteer.branches()))
        spoken = speaking(pack.discourse, self._place_names)
        self._scripts = ScriptReader((pack.noise.scanner, pack.quantities.scanner, spoken))

    def on_topic(self, text: str, folded: str | None = None) -> bool:
        """Whether an article is about the health insurance at all, and not only about another programme."""
        folded = fold(text) if folded is None else folded
        if self._core.search(folded) is None:
            return False
        others = len(self._other.findall(folded))
        return others < 2 or len(self._core.findall(folded)) >= others

    def run(self, article: Article, *, explain: bool = False, grounds: dict[str, Grounds] | None = None) -> Extraction:
        """The facts of one article; with ``explain`` also a decision for every number in it.

        ``grounds`` is filled, where it is given, with what each fact's confidence is made of, by fact id.
        """
        text = article.text
        folded = fold(text)
        grammar = self.pack.periods
        on_topic = self.on_topic(text, folded)
        said = grammar.scan(text) if on_topic or article.published is None else ()
        dated = grammar.date_of(said, article.published)
        if not on_topic:
            return Extraction(article, False, dated, (), decide_off_topic(article, self.pack) if explain else ())
        layout = lay_out(text, self.pack.furniture, article.title_end, self.pack.discourse.abbreviations)
        periods = grammar.resolve(said, dated.value)
        read = self._scripts.read(text, folded)
        figures = find_figures(read, self.pack, layout.sentences, layout.furniture, periods)
        if not figures.live:
            notes = Notes(self.pack, article, dated, layout, periods, figures)
            return Extraction(article, True, dated, (), decide(notes) if explain else ())
        reading = self._finder.read(text, layout.sentences, figures.live, layout.furniture)
        told = [p for p in periods if not any(start <= p.span.start < end for (start, end), _ in layout.furniture)]
        work = _Article(self, article, dated, layout, read, reading, told, figures.live)
        facts = work.facts()
        if grounds is not None:
            grounds |= work.grounds
        decisions = decide(work.notes(periods, figures, facts)) if explain else ()
        return Extraction(article, True, dated, tuple(facts), decisions)


class _Article:
    """One article on its way through the stages."""

    def __init__(
        self,
        pipeline: Pipeline,
        article: Article,
        dated: ArticleDate,
        layout: Layout,
        read: Script,
        reading: Reading,
        periods: Sequence[Period],
        live: tuple[tuple[Quantity, int], ...],
    ) -> None:
        self.pack = pipeline.pack
        self.binder = pipeline._binder
        self.confidence = pipeline._confidence
        self.article = article
        self.dated = dated
        self.layout = layout
        reading = with_periods(reading, periods)
        self.figures = read_units(reading, live, self.pack.discourse)
        year = dated.value.year if dated.value else None
        places = pipeline._places.read(reading, year, self.figures)
        reading, self.places = tell_apart(reading, places, self.pack.segments.twins, self.pack.gazetteer)
        linking = self.pack.segments.same
        self.reading = reading = set_apart(reading, self.places.places, self.pack.discourse, linking)
        paragraphs = [sentence.paragraph for sentence in layout.sentences]
        self.speakers = Speakers(read, layout.sentences, self.pack.discourse, pipeline._place_names)
        self.locator = Locator(reading, self.places.places, paragraphs, self.pack.gazetteer, self.figures)
        self.calendar = Calendar(reading, periods, dated, layout, self.pack.discourse, self.pack.indicators)
        self.labeller = Labeller(reading, self.places.places, self.pack)
        self.scenes = Scenes(reading, layout)
        self.bounds: list[Bound] = []
        self.facts_by_figure: dict[int, list[Fact]] = {}
        self.origins: dict[str, tuple[Scene, Bound]] = {}
        self.grounds: dict[str, Grounds] = {}
        self.gone: dict[str, Gone] = {}

    def facts(self) -> list[Fact]:
        """Bind sentence by sentence, then resolve, then reconcile."""
        found: list[Fact] = []
        by_sentence: dict[int, list[Figure]] = {}
        for figure in self.figures:
            by_sentence.setdefault(figure.sentence, []).append(figure)
        parts = breakdowns(self.figures)
        before = Earlier()
        for number, figures in by_sentence.items():
            ours = [figure for figure in figures if figure.unit != OTHER]
            foreign = [figure for figure in figures if figure.unit == OTHER]
            for cells, others in stretches(cut(self.reading, ours or figures), foreign if ours else ()):
                scene = self.scenes.scene(number, cells, others)
                bounds = self.binder.bind(scene, before, parts)
                before.add(bounds)
                self.bounds += bounds
                for bound in bounds:
                    if bound.bid is not None:
                        found += self._rows(scene, bound)
        weights = {name: bound.bid.weight for name, (_, bound) in self.origins.items() if bound.bid is not None}
        indicators = self.pack.indicators
        found, lesser = one_reading(found, weights, indicators)
        facts, gone = reconcile(only_split(found, indicators), indicators)
        self.gone = lesser | gone
        flags = check(facts)
        left = Counter(bound.figure.sentence for bound in self.bounds if bound.bid is None and bound.unit != OTHER)
        return [self._finish(fact, flags.get(fact.fact_id, ()), left) for fact in facts]

    def _rows(self, scene: Scene, bound: Bound) -> list[Fact]:
        assert bound.bid is not None
        indicator = self.pack.indicators[bound.bid.indicator]
        number = _number_of(scene, bound)
        labels = self.labeller.read(scene, number, bound, indicator)
        new = self.labeller.is_new_level(bound, indicator)
        old, aimed = self.labeller.is_old_level(scene, bound), labels.status != "actual"
        dated = self.calendar.date(scene, number, bound, aimed=aimed, old=old, new=new)
        labels = self._foreseen(scene, bound, labels, dated)
        ruled = bool(indicator.segments and (labels.segment or self.labeller.by_employers(bound)))
        speaker = self.speakers.of(bound.figure.quantity.span.start, bound.figure.sentence)
        role = speaker.role if speaker else None
        located = self.locator.locate(scene, number, bound.figure, indicator, ruled=ruled, speaker=role)
        facts = [self._fact(bound, labels, dated, place, speaker) for place in located]
        self.facts_by_figure[bound.figure.number] = facts
        for fact in facts:
            self.origins[fact.fact_id] = scene, bound
        return facts

    def _foreseen(self, scene: Scene, bound: Bound, labels: Labels, dated: Dated) -> Labels:
        """A figure of a time after the article is planned, or aimed at where it is a share and no change."""
        today = self.dated.value
        assert bound.bid is not None
        indicator = self.pack.indicators[bound.bid.indicator]
        if labels.status != "actual" or today is None or dated.start is None or dated.start <= today:
            return labels
        if not self.labeller.may_be_unreached(scene, bound, indicator):
            return labels
        share = bound.figure.form == "percent" and not indicator.flow
        return labels._replace(status=indicator.unreached or ("target" if share else "planned"))

    def _fact(self, bound: Bound, labels: Labels, dated: Dated, located: Located, speaker: Speaker | None) -> Fact:
        figure, bid, article = bound.figure, bound.bid, self.article
        assert bid is not None
        quantity = figure.quantity
        end = max(self.reading.stops[figure.end - 1] if figure.noun else 0, quantity.span.end)
        sentence = self.layout.sentences[figure.sentence]
        region = located.region
        unit = bound.unit or self.pack.indicators[bid.indicator].units[0]
        return Fact(
            fact_id=_fact_id(article.article_id, bid.indicator, unit, quantity, region),
            article_id=article.article_id,
            indicator=bid.indicator,
            unit=unit,
            value=quantity.value,
            value_low=quantity.low,
            value_high=quantity.high,
            qualifier=self._qualifier(bound),
            status=labels.status,
            program=labels.program,
            segment=labels.segment,
            care_class=labels.care_class,
            facility_type=labels.facility_type,
            per=labels.per,
            region_name=region.name if region else None,
            region_code=region.code if region else None,
            region_level=region.level if region else None,
            region_basis=located.basis,
            region_members=(region.members or None) if region else None,
            period_start=dated.start,
            period_end=dated.end,
            period_basis=dated.basis,
            speaker_name=speaker.name if speaker else None,
            speaker_role=speaker.role if speaker else None,
            sentence=article.text[min(sentence.start, quantity.span.start) : max(sentence.end, end)],
            surface=article.text[quantity.span.start : end],
            char_start=quantity.span.start,
            char_end=end,
            in_title=figure.sentence in self.layout.headlines,
            mentions=1,
            pattern_id=bid.pattern_id,
            confidence=0.0,
            flags=quantity.flags,
        )

    def _qualifier(self, bound: Bound) -> Qualifier:
        said = bound.figure.quantity.qualifier
        return (self.labeller.hedge(bound) if said == "exact" else None) or said

    def _finish(self, fact: Fact, flags: Sequence[str], left: Counter[int]) -> Fact:
        """A reconciled fact with what was checked about it, and from all that is known of it how likely it is right."""
        scene, bound = self.origins[fact.fact_id]
        grounds = self.grounds[fact.fact_id] = grounds_of(fact, flags, scene, bound, left[bound.figure.sentence])
        return Fact._make((*fact[:-2], self.confidence.of(grounds), (*fact.flags, *flags)))

    def notes(self, periods: Sequence[Period], figures: Figures, facts: Sequence[Fact]) -> Notes:
        """What the decisions of this article are told from."""
        return Notes(
            self.pack, self.article, self.dated, self.layout, periods, figures, self.reading, self.places.places,
            self.bounds, self.facts_by_figure, facts, self.grounds, self.gone,
        )  # fmt: skip


def _fact_id(article_id: str, indicator: str, unit: str, quantity: Quantity, region: Region | None) -> str:
    key = f"{article_id}|{indicator}|{unit}|{quantity.value!r}|{quantity.span.start}|{region and region.name}"
    return hashlib.sha256(key.encode()).hexdigest()[:16]


def _number_of(scene: Scene, bound: Bound) -> int:
    """The number of a bound figure's cell."""
    for number, cell in enumerate(scene.cells):
        if cell is bound.cell:
            return number
    raise AssertionError("the figure is of another scene")
