"""Text to sentences: paragraphs, sentences and list lines with their offsets; page furniture is left out.

A line break ends a sentence unless the line was broken in the middle of one (a text pasted from a narrow column). What
goes on for thousands of characters is cut, so that what is read of a sentence as a whole stays within bounds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set

import regex

from extract.model import Noise, Sentence, Span
from extract.patterns.pack import Furniture
from extract.reading import Layout, has_columns

_LINE = re.compile(r"[^\n]*\S[^\n]*")
# ``regex`` goes over a text for these in half the time that ``re`` takes.
_END = regex.compile(
    r"""
    (?<! [.!?…] ) [.!?…]++ ["”’')\]»]*   # the full stop or all of a row of them, with the quote or bracket closed
    (?: \s+ (?= ["“”‘'(\[«•-]? \s? [A-Z0-9À-Þ] )   # then the next sentence begins like one
      | (?= ["“”] [A-Z] )                    # or follows without a blank, as in «selesai."Kami»
      | (?<= [a-z\d)] [.] ) (?= [A-Z][a-z]) )      # or is glued to it: «disiapkan.Menurut»
    """,
    regex.VERBOSE,
)
_LAST_WORD = re.compile(r"""\b([A-Za-z](?:[A-Za-z.]*[A-Za-z])?)[.]["”’')\]»]*$""")
_GROUPS = re.compile(r"(?<![\d.,])[1-9]\d{0,2}(?:\.\d{3})*\Z")
_GROUP = re.compile(r"\. \d{3}(?![.,]?\d)")
_TAIL = 12
_LONGEST = 6  # characters: one more than the longest abbreviation has without a full stop in it
_BULLET = re.compile(r"\s*(?:[•●▪■*·–—-]|\d{1,2}[.)]|[a-z][.)])\s+")
_SENTENCE_END = re.compile(r"[.!?:;…][\"”’')\]»]*\s*$")
_SPEECH = re.compile(r"\s*[“\"‘]+[A-Z]")  # somebody begins to speak
_CONTINUES = re.compile(r"[a-z(),.;:%/]|\d[\d.,]*\s+[a-z]")
_FIGURE_FIRST = re.compile(r"\d[\d.,]*\s+[a-z]")
_ROW = re.compile(r"[^\n:.!?]{2,60}:\s*(?:Rp\.?\s*)?\d")
_WORD_END = re.compile(r"[^\w.,]")
_MOST = 4_000  # characters, ten times those of the longest sentences of the press
_HEADLINE = 150
_WHOLE = 60
_OPENING = 12
_DATELINE = re.compile(r"\s[-–—]{1,2}\s|\bWI[BT]A?\b|\d{1,2}[:.]\d\d\b")
_DATE_ONLY = re.compile(
    r"(?:\w{3,15},? ){0,2}(?:\d{1,2} \w{3,9}|\w{3,9} \d{1,2},|\d{1,2}[/.-]\d{1,2}[/.-]) ?(?:19|20)?\d\d"
)
_ONE_WORD = re.compile(r"\s*[^\W\d][\w-]{1,14}\s*")
_LOWER_WORD = re.compile(r"(?:^|\s)[a-z]+(?:-[a-z]+)?,?\s*$")


def lay_out(text: str, rules: Sequence[Furniture], title_end: int = 0, abbreviations: Set[str] = frozenset()) -> Layout:
    """The layout of a stored text; the title that the record gave is a paragraph of its own.

    The full stop of one of the ``abbreviations`` (lower case, without it) ends no sentence.
    """
    sentences: list[Sentence] = []
    furniture: list[Noise] = []
    bullets: list[int] = []
    paragraph = 0
    for start, end, opens in _blocks(text, rules, furniture, title_end):
        paragraph += opens
        bullet = _BULLET.match(text, start, end)
        if bullet is not None:
            bullets.append(len(sentences))
        opened = start if bullet is None else bullet.end()
        sentences += [Sentence(a, b, paragraph) for a, b in _split(text, start, opened, end, abbreviations)]
    return Layout(tuple(sentences), tuple(furniture), frozenset(bullets), _headlines(text, sentences, title_end))


def _headlines(text: str, sentences: Sequence[Sentence], title_end: int) -> tuple[int, ...]:
    """The sentences that are the headline: of the record, or a first line that looks like one; and its repeats."""
    if not sentences:
        return ()
    found = [number for number, sentence in enumerate(sentences) if sentence.start < title_end]
    found = found or list(_opening_lines(text, sentences))
    titles = {text[sentences[number].start : sentences[number].end] for number in found}
    return tuple(n for n, s in enumerate(sentences[:_OPENING]) if n in found or text[s.start : s.end] in titles)


def _opening_lines(text: str, sentences: Sequence[Sentence]) -> Iterator[int]:
    """The lines above the first whole sentence that look like headlines: the title may stand below a menu or a date."""
    for number, sentence in enumerate(sentences[: _OPENING + 1]):
        line = text[sentence.start : sentence.end]
        if len(line) > _HEADLINE or (len(line) > _WHOLE and _SENTENCE_END.search(line)):
            return
        alone = number + 1 < len(sentences) and sentences[number + 1].paragraph != sentence.paragraph
        if alone and _is_headline(line):
            yield number


def _is_headline(line: str) -> bool:
    if len(line) > _HEADLINE or line[-1] in ".:;":
        return False
    return _DATELINE.search(line) is None and _DATE_ONLY.fullmatch(line) is None


def _blocks(
    text: str, rules: Sequence[Furniture], furniture: list[Noise], title_end: int
) -> list[tuple[int, int, bool]]:
    """Runs of lines that belong together, furniture left out; the flag opens a paragraph."""
    blocks: list[tuple[int, int, bool]] = []
    heading: Furniture | None = None
    for line in _LINE.finditer(text):
        start, end = line.span()
        rule = _furniture_rule(text[start:end].strip(), rules)
        if rule is None and heading is not None and not _SENTENCE_END.search(text, max(start, end - 8), end):
            rule, heading = heading, None
        else:
            heading = rule if rule is not None and rule.takes_next else None
        if rule is not None:
            stop = len(text) if rule.until_end and start > len(text) // 2 else end
            furniture.append(Noise(Span(start, stop), rule.rule))
            if stop > end:
                break
            continue
        if blocks and start > title_end and _joins(text, blocks[-1], start, end):
            blocks[-1] = (blocks[-1][0], end, blocks[-1][2])
        else:
            blocks.append((start, end, True))
    return blocks


def _furniture_rule(line: str, rules: Sequence[Furniture]) -> Furniture | None:
    if len(line) > 240:
        return None
    small = line.lower()
    for rule in rules:
        if _may_take(rule.holds, small) and rule.regex.fullmatch(line):
            return rule
    return None


def _may_take(holds: Sequence[str], line: str) -> bool:
    """Whether a line in small letters holds one of the pieces that a rule's lines hold, if the rule names any."""
    for piece in holds:  # any() would take longer than the regex of most rules
        if piece in line:
            return True
    return not holds


def _joins(text: str, before: tuple[int, int, bool], start: int, end: int) -> bool:
    """Whether a line goes on with the sentence of the line above it."""
    if text.count("\n", before[1], start) > 1 or _BULLET.match(text, start, end):
        return False
    if _SENTENCE_END.search(text, max(before[0], before[1] - 8), before[1]):
        return False
    if _FIGURE_FIRST.match(text, start) and _FIGURE_FIRST.match(text, before[0]):
        return False  # a list: each line begins with its figure
    if _ROW.match(text, start, end) and _ROW.match(text, before[0], before[1]):
        return False  # «Peserta aktif : 5.120 jiwa», one below the other
    if has_columns(text[start:end]) and has_columns(text[before[0] : before[1]]):
        return False
    if _SPEECH.match(text, start):
        return False
    if _CONTINUES.match(text, start):
        return True
    if text.find("\n", before[0], before[1]) >= 0 and _ONE_WORD.fullmatch(text, start, end):
        return True  # a sentence once broken in a narrow column goes on to its end
    return bool(_LOWER_WORD.search(text, max(before[0], before[1] - 24), before[1]))


def _is_in_number(text: str, mark: int) -> bool:
    """Whether a full stop parts the thousands of a number, a blank behind it: «6.184. 275 jiwa»."""
    return _GROUPS.search(text, max(0, mark - _TAIL), mark) is not None and _GROUP.match(text, mark) is not None


def _split(text: str, start: int, opened: int, end: int, abbreviations: Set[str]) -> list[tuple[int, int]]:
    """Sentences of one block, without the blanks around them; none ends before ``opened``, behind its list number."""
    spans = []
    at = start
    for stop in _END.finditer(text, opened, end):
        mark = stop.start()
        close = mark + len(stop.group().rstrip())
        if text[mark - 1 : mark].isdigit() and _is_in_number(text, mark):
            continue
        # Most sentences end with a word too long to be an abbreviation.
        short = mark < _LONGEST or not text[mark - _LONGEST : mark].isalnum()
        if short and text[mark] == "." and _is_abbreviated(text[max(at, close - _TAIL) : close], abbreviations):
            continue
        spans.append((at, close))
        at = stop.end()
    spans.append((at, end))
    spans = [piece for a, b in spans for piece in _cut_long(text, a, b)]
    return [_trim(text, a, b) for a, b in spans if a < b and not text[a:b].isspace()]


def _cut_long(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence; one that goes on and on (a table without line breaks, no prose) in pieces, between two words."""
    while end - start > _MOST and (cut := _WORD_END.search(text, start + _MOST, end)) is not None:
        yield start, cut.end()
        start = cut.end()
    yield start, end


def _is_abbreviated(tail: str, abbreviations: Set[str]) -> bool:
    """Whether a text ends in an abbreviation or an initial with its full stop."""
    last = _LAST_WORD.search(tail)
    if last is None:
        return False
    word = last[1].lower()
    part = word.rpartition(".")[2]
    return len(part) == 1 or word in abbreviations or part in abbreviations


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while text[start].isspace():
        start += 1
    while text[end - 1].isspace():
        end -= 1
    return start, end
