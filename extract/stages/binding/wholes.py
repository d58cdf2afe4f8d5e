"""Parts and wholes: «X dari Y penduduk, atau Z persen» ties three figures together, in words and in arithmetic."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import pairwise, permutations

from extract.patterns.pack import Indicator
from extract.reading import AROUND, CUE, FITTING, GOING_ON, SAID_OF, WHOLE_OF, Bid, Bound, Figure, Reading, Scene

WHOLE = 0.74
SURELY = 1.0
SHARED = 1.2
FITS = 0.5
UNSAID = -0.15
EVIDENCE = 1.0
ROUGHLY = 0.35
RATHER = 0.01  # where nothing is said of a part, it is of those who are in, not of those who are not
TELLS_LITTLE = 0.4
DENIED = 0.6
ABOUT = 0.05
OVER = 1.25  # more may be enrolled than live in an area
TELLING = 0.45
PLAIN = 0.6
TOLD = (CUE, AROUND, SAID_OF)
_REACH = 5
_NAMES = ("area", "designator")
_NEXT = 2
_BEHIND = 3
_SHARE = 0.06
_LEAST = 0.2  # of a whole, where fewer are told right behind it
_DIGITS = 5  # a number of more digits is not rounded


def introduced_as_whole(reading: Reading, figure: Figure, start: int) -> bool:
    """Whether a figure is said as the whole of another: «dari Y», «dari jumlah penduduk sebanyak Y».

    ``start`` is the first token that may belong to it.
    """
    return _introduced(reading, figure, start) is not None


def _introduced(reading: Reading, figure: Figure, start: int) -> int | None:
    """The token behind the word that says a figure as the whole of another."""
    said = reading.between("level", max(start, _reach(reading, start, figure)), figure.token)
    last = next((m for m in reversed(said) if m.value == "of"), None)
    behind = last.end if last is not None and last.end - last.start == 1 else None  # «dari sebelumnya»: the old level
    if behind is None or reading.between("source", behind, min(behind + 1, figure.token)):
        return None
    return behind if all(reading.word(token) != "," for token in range(behind, figure.token)) else None


def _reach(reading: Reading, start: int, figure: Figure) -> int:
    """The first token of the words before a figure that may say it as a whole; names of areas do not count.

    «dari jumlah penduduk Kota Sragen sebesar Y»
    """
    token, left = figure.token, _REACH
    while token > start and left:
        token -= 1
        left -= not any(reading.holds(kind, token) for kind in _NAMES)
    return token


def _is_whole(reading: Reading, figure: Figure, start: int, whole: Indicator) -> bool:
    """Whether a figure is said as a whole, and no noun before or behind it names others than ``whole`` counts.

    «dari seluruh peserta yang berjumlah Y»
    """
    behind = _introduced(reading, figure, start)
    if behind is None:
        return False
    said = {reading.word(token).lower() for token in range(behind, figure.token)}
    named = said.union(str(figure.noun).lower().split())
    if named.intersection(whole.not_as_whole) and not reading.between("restricting", figure.end, figure.end + _BEHIND):
        return False
    return not said.intersection(whole.not_nouns) and not _has_other_noun(figure, whole)


def _has_other_noun(figure: Figure, indicator: Indicator) -> bool:
    return bool(figure.noun) and str(figure.noun).lower().split()[0] in indicator.not_nouns


def whole_bid(scene: Scene, figure: Figure, sofar: Sequence[Bound], indicators: Mapping[str, Indicator]) -> list[Bid]:
    """The bid of the figure just before in the sentence for the whole that it is said to be part of."""
    if not sofar or sofar[-1].figure.sentence != figure.sentence:
        return []
    part = next((b for b in reversed(sofar) if b.figure.form == figure.form), None)
    if part is None or part.bid is None or part.figure.sentence != figure.sentence:
        return []
    name = indicators[part.bid.indicator].whole
    if name is None or part.figure.quantity.value > figure.quantity.value:
        return []
    if not _is_whole(scene.reading, figure, part.figure.end, indicators[name]):
        return []
    weight = WHOLE + 0.12 * indicators[part.bid.indicator].specificity
    return [Bid(WHOLE, weight, name, part.bid.pattern_id, None, WHOLE_OF)]


def shared_bid(scene: Scene, figure: Figure, sofar: Sequence[Bound], indicators: Mapping[str, Indicator]) -> list[Bid]:
    """The bid of a share for the people right behind it that it is a share of: «87,4 persen dari 692.800 jiwa».

    Whether they are all the people of an area or those enrolled hangs on the share, whatever else is said of them.
    """
    share = sofar[-1] if sofar else None
    if share is None or share.bid is None or share.figure.sentence != figure.sentence:
        return []
    if (share.figure.form, figure.form) != ("percent", "count"):
        return []
    name = indicators[share.bid.indicator].whole
    start = share.figure.end
    if name is None or figure.token == start or _reach(scene.reading, start, figure) > start:
        return []
    if not _is_whole(scene.reading, figure, start, indicators[name]):
        return []
    return [Bid(WHOLE, SHARED, name, share.bid.pattern_id, None, WHOLE_OF)]


def household_bid(figure: Figure, unit: str | None, sofar: Sequence[Bound]) -> list[Bid]:
    """The bid of people for the households that they are: «20.100 peserta dari 7.250 KK»."""
    people = sofar[-1] if sofar else None
    if people is None or people.bid is None or (people.unit, unit) != ("person", "household"):
        return []
    near = figure.token - people.figure.end <= _NEXT and figure.sentence == people.figure.sentence
    if not near or people.figure.quantity.value <= figure.quantity.value:
        return []
    return [Bid(WHOLE, SURELY, people.bid.indicator, people.bid.pattern_id, None, FITTING)]


def fit(bounds: Sequence[Bound], indicators: Mapping[str, Indicator], area_cues: Set[str]) -> list[Bound]:
    """The figures of a sentence with each triple that fits arithmetically bound as part, whole and share.

    ``area_cues`` are the patterns of an area's name alone.
    """
    bounds = done = _crowned(_parted(bounds, indicators), indicators, area_cues)
    if len(done) < 3:
        return done
    done = list(bounds)
    for part, whole, share, exact in _triples(bounds):
        if any(_denied(bounds[at]) for at in (part, whole, share)):
            continue
        best = _best(bounds[part], bounds[whole], bounds[share], indicators)
        now = sum(bid.weight for at in (part, whole, share) if (bid := bounds[at].bid) is not None)
        evidence = EVIDENCE if exact else ROUGHLY
        if (
            best is not None
            and best[0] + evidence > now
            and not _told_otherwise(bounds, (part, whole, share), best[1], indicators)
        ):
            for at, bid in zip((part, whole, share), best[1], strict=True):
                held = done[at].bid
                if held is None or held.indicator != bid.indicator:
                    done[at] = done[at]._replace(bid=bid, unit=done[at].unit or "person", reason="")
    return done


def _parted(bounds: Sequence[Bound], indicators: Mapping[str, Indicator]) -> list[Bound]:
    """The figures of a sentence; one that is said to be part of a larger one of its own kind, bound as part of it.

    «Angka itu setara 270.600 jiwa penduduk dari total penduduk 282.000 jiwa». Or the larger one as its whole, where
    that is about as likely: «240.100 dari 262.300 warga terdaftar JKN».
    """
    done = list(bounds)
    for at, (left, right) in enumerate(pairwise(bounds)):
        if left.bid is None or right.bid is None or left.bid.indicator != right.bid.indicator:
            continue
        if right.bid.why != AROUND or left.figure.quantity.value >= right.figure.quantity.value:
            continue
        parts = [bid for bid in left.bids if indicators[bid.indicator].whole == left.bid.indicator]
        best = max(parts, key=lambda bid: bid.score, default=None)
        if best is not None and best.score >= TELLS_LITTLE and left.bid.score < FITS:
            done[at] = left._replace(bid=best)
            continue
        whole = indicators[left.bid.indicator].whole
        crown = next((bid for bid in right.bids if bid.indicator == whole), None)
        if crown is not None and crown.score >= right.bid.score - ABOUT:
            done[at + 1] = right._replace(bid=crown)
    return done


def _crowned(bounds: Sequence[Bound], indicators: Mapping[str, Indicator], area_cues: Set[str]) -> list[Bound]:
    """The figures of a sentence; people of whom only their area is said, before fewer of them, bound as the whole.

    «Warga Sragen 900.120 jiwa, yang sudah terdaftar 871.240». So are those of a series whose noun is the whole's:
    «Sragen dengan 900.120 penduduk memiliki 871.240 peserta».
    """
    done = list(bounds)
    for at, (left, right) in enumerate(pairwise(bounds)):
        if left.bid is None or right.bid is None or left.bid.indicator != right.bid.indicator or not _is_told(right):
            continue
        whole = indicators[left.bid.indicator].whole
        if whole is None or not (_is_area_alone(left.bid, area_cues) or _names_whole(left, indicators)):
            continue
        if indicators[whole].form != left.figure.form:
            continue  # a share is no whole of another
        all_of_them, some = left.figure.quantity.value, right.figure.quantity.value
        if left.unit == right.unit and _LEAST * all_of_them <= some < all_of_them:
            done[at] = left._replace(bid=left.bid._replace(indicator=whole, why=FITTING))
    return done


def _is_area_alone(bid: Bid, area_cues: Set[str]) -> bool:
    return bid.pattern_id in area_cues and bid.score < FITS


def _names_whole(people: Bound, indicators: Mapping[str, Indicator]) -> bool:
    """Whether people only go on a series, and their own noun is that of all who live in an area."""
    noun, bid = str(people.figure.noun or "").lower(), people.bid
    return bid is not None and bid.why == GOING_ON and noun in indicators[bid.indicator].not_as_whole


def _told_otherwise(
    bounds: Sequence[Bound], places: tuple[int, int, int], fitted: Sequence[Bid], indicators: Mapping[str, Indicator]
) -> bool:
    """Whether a whole says plainly that it is another: «640.118 penduduk, 459.600 aktif, yakni 71,8 persen».

    Or those of a part and of its share both say that they are others than those that fit.
    """
    part, whole, share = (
        _is_told(bounds[at]) and bounds[at].bid.indicator != bid.indicator  # type: ignore[union-attr]
        for at, bid in zip(places, fitted, strict=True)
    )
    own = bounds[places[1]].bid
    if whole and own is not None and (own.score >= PLAIN or not indicators[own.indicator].specificity):
        return True
    return part and share


def _is_told(bound: Bound) -> bool:
    """Whether words of its own say what a figure is."""
    bid = bound.bid
    return bid is not None and bid.mention is not None and bid.why in TOLD and bid.score >= TELLING


def _denied(bound: Bound) -> bool:
    """Whether words beside a figure say that it counts something else."""
    return bound.veto is not None and bound.veto[0] >= DENIED


def _triples(bounds: Sequence[Bound]) -> Iterator[tuple[int, int, int, bool]]:
    """Places of part, whole and percent where the percent is the part's share of the whole; whether it is to a hair.

    Else nothing else is said of it, and it is as near as round numbers allow: «3,9 dari 5,1 juta jiwa atau 76 persen».
    """
    counts = [at for at, b in enumerate(bounds) if b.figure.form == "count" and b.unit in ("person", "household", None)]
    shares = [at for at, b in enumerate(bounds) if b.figure.form == "percent"]
    for part, whole in permutations(counts, 2):
        a, b = bounds[part].figure.quantity.value, bounds[whole].figure.quantity.value
        if not 100 <= a <= OVER * b:
            continue
        for share in shares:
            told = bounds[share].figure.quantity.value
            off = abs(100 * a / b - told)
            if off <= _SHARE:
                yield part, whole, share, True
            elif bounds[share].bid is None and off <= told * (_round(a) + _round(b) + _round(told)):
                yield part, whole, share, False


def _round(value: float) -> float:
    """The half of a number's last digit that is no nought, as a share of it."""
    mantissa, _, _ = f"{value:.{_DIGITS}e}".partition("e")
    digits = len(mantissa.rstrip("0").replace(".", ""))
    return 0.5 * 0.1 ** (digits - 1) / float(mantissa) if digits < _DIGITS else 0.0


def _best(
    part: Bound, whole: Bound, share: Bound, indicators: Mapping[str, Indicator]
) -> tuple[float, tuple[Bid, Bid, Bid]] | None:
    """The reading of a triple for which its figures have bid most, if any of them has bid for it."""
    best: tuple[float, tuple[Bid, Bid, Bid]] | None = None
    for name, indicator in indicators.items():
        if indicator.whole is None or indicator.form != "count" or "person" not in indicator.units:
            continue
        if _has_other_noun(whole.figure, indicators[indicator.whole]):
            continue
        for percent in (*indicator.pair, *indicator.pair_of_segment):
            bids = _bid_for(part, name), _bid_for(whole, indicator.whole), _bid_for(share, percent)
            total = sum(max(bid.weight, UNSAID) if bid else UNSAID for bid in bids)
            total += RATHER if indicator.negation else 0.0
            if any(bids) and (best is None or total > best[0]):
                known = max((bid for bid in bids if bid), key=lambda bid: bid.weight)
                names = (name, indicator.whole, percent)
                best = (
                    total,
                    tuple(  # type: ignore[assignment]
                        bid or known._replace(indicator=other, score=max(known.score - 0.1, FITS), why=FITTING)
                        for bid, other in zip(bids, names, strict=True)
                    ),
                )
    return best


def _bid_for(bound: Bound, name: str) -> Bid | None:
    bid = next((bid for bid in bound.bids if bid.indicator == name), None)
    return bid._replace(score=max(bid.score, FITS)) if bid else None
