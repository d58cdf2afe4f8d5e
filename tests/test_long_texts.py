"""Texts that no press writes take no more time than their length: twice as long, about twice the time."""

from __future__ import annotations

import time

import pytest

import extract

SHORT, LONG = 4_000, 16_000  # characters
MOST = 3.0  # the longer text is read at a third of the speed at most
SLACK = 0.3  # seconds; what takes less is quick anyway


def cycled(piece: str, start: str = "JKN ") -> str:
    return (start + piece * (LONG // len(piece) + 1))[:LONG]


def numbered(line: str, start: str = "") -> str:
    each = range(LONG // 20)
    lines = (line.format(name=_name(at), value=1_000 + 7 * at, share=f"{at * 37 % 1000 / 10}") for at in each)
    return (start + "".join(lines))[:LONG]


def _name(at: int) -> str:
    return "Ab" + "".join(chr(ord("a") + int(digit)) for digit in str(at))


TEXTS = {
    "one quotation": cycled("peserta 12 jiwa ", 'JKN "'),
    "full stops": cycled(".", "JKN 5 persen"),
    "numbers": cycled("12 "),
    "fractions": cycled("1/2/"),
    "slashes": cycled("/10"),
    "dashes": cycled("-10"),
    "brackets": numbered("{value} ({share}) ", "Peserta JKN "),
    "one long word": cycled("a", "JKN 12 persen "),
    "one sentence again": cycled("Cakupan JKN di Kabupaten Sragen mencapai 98,2 persen atau 871.240 jiwa. ", ""),
    "a figure each": numbered("Cakupan JKN di Kabupaten Sragen mencapai {share} persen atau {value} jiwa. "),
    "no area": numbered("Tunggakan peserta mandiri JKN Rp {value} juta dari {value} peserta. "),
    "totals": numbered("Total peserta JKN {value} jiwa. Sisanya {value} jiwa. "),
    "changes": numbered("Peserta JKN naik dari {value} menjadi {value} jiwa. "),
    "segments": numbered("PBI APBD {value} jiwa, PPU {value} jiwa. "),
    "districts, one a line": numbered("Kecamatan Tanon: {value} jiwa\n", "Peserta JKN di Kabupaten Sragen:\n"),
    "districts, one a sentence": numbered("Di Kecamatan {name} peserta JKN {value} jiwa. "),
    "a table": numbered("{name} | {value} | {value}\n", "Peserta JKN | jiwa | aktif\n"),
    "a list": numbered("- {name} {value} jiwa\n", "Peserta JKN:\n"),
    "days": cycled("Senin (12/1) ", "JKN 12 jiwa "),
    "speakers": numbered("Peserta JKN {value} jiwa, kata {name} Santoso. "),
    "open quotations": numbered('"Cakupan JKN di Kabupaten Sragen mencapai {share} persen.\n\n'),
}


@pytest.fixture(scope="module", autouse=True)
def made() -> None:
    """The reader is made before anything is timed."""
    extract.extract_text("Peserta JKN di Kabupaten Sragen 871.240 jiwa.")


def seconds(text: str) -> float:
    begun = time.process_time()
    extract.extract_text(text)
    return time.process_time() - begun


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_time_grows_with_length_only(text: str) -> None:
    """A text four times as long takes at most twelve times as long; all pairs of figures would take sixteen."""
    assert seconds(text) <= max(SLACK, MOST * LONG / SHORT * max(seconds(text[:SHORT]), 0.02))


def test_a_sentence_without_end_is_cut() -> None:
    """No fact carries a text of any length as its sentence."""
    facts = extract.extract_text("Peserta JKN di Kabupaten Sragen " + "sebanyak 871.240 jiwa dan " * 2_000)
    assert facts
    assert max(len(fact.sentence) for fact in facts) < 5_000


def test_a_quotation_of_many_paragraphs() -> None:
    """Quotation marks that are opened and never closed end in no error."""
    text = '"Peserta JKN di Kabupaten Sragen 871.240 jiwa.\n\n' * 1_500
    assert extract.extract_text(text)
