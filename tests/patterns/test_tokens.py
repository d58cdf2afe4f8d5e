"""Words are cut alike the first time and when they return."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.patterns.tokens import Cutter, pieces

KNOWN = {"rp": 1, "miliar": 2, "(": 3, "jiwa": 4}
STRINGS = st.sampled_from(["rp", "rp14", "miliar,", "(jiwa)", "jiwa", "é", "½", "14,2miliar", "xyz", "\ue000", "a-b"])


@given(st.lists(STRINGS, max_size=12), st.booleans())
def test_words_are_the_pieces_of_the_text(strings: list[str], ends_blank: bool) -> None:
    text = " ".join(strings) + " " * (ends_blank and bool(strings))
    cut = pieces(text)
    cutter = Cutter(KNOWN, 0)
    for _ in range(2):
        words = cutter.words(text)
        assert words.lengths == [len(piece) for piece in cut]
        assert words.bare == [len(piece.strip()) for piece in cut]
        assert words.numbers == [KNOWN.get(piece.strip(), 0) for piece in cut]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("tunggakan", "tunggakan"),
        ("tungakan", "tunggakan"),
        ("tunggakna", "tunggakan"),
        ("tunggakaan", "tunggakan"),
        ("unggakan", None),
        ("tanggakan", None),
        ("desaa", None),
        ("des", None),
    ],
    ids=["right", "too few", "changed places", "too many", "the first", "another", "too short", "not guarded"],
)
def test_guarded_words_are_known_by_a_slip(written: str, meant: str | None) -> None:
    known = {"tunggakan": 1, "desa": 2}
    cutter = Cutter(known, 0, ["tunggakan", "unheard"])
    assert cutter.words(written).numbers == [known[meant] if meant else 0]


def test_a_slip_that_is_a_word_of_its_own_is_that_word() -> None:
    assert Cutter({"peserta": 1, "peseta": 2}, 0, ["peserta"]).words("peseta peserta pesrta").numbers == [2, 1, 1]
