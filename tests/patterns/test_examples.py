"""Every rule of the pattern pack matches its own examples and leaves its counter-examples alone.

What a pack is held to is said in ``extract/review/proofs.py``, and ``angka check`` tries the same.
"""

from __future__ import annotations

from collections import Counter

import pytest
from reader import pack, phrases, pipeline

from extract.review.proofs import LABELS, Proof, proofs

PROOFS = list(proofs(pipeline(), phrases()))


def test_there_are_rules_to_test() -> None:
    entries = Counter(file for file, _ in {(proof.file, proof.entry) for proof in PROOFS})
    assert sum(count for file, count in entries.items() if file.startswith("indicators/")) > 40
    assert entries["lexicon/vetoes.toml"] == len(pack().vetoes) > 3
    assert entries["lexicon/furniture.toml"] == len(pack().furniture) > 3
    assert entries["lexicon/noise.toml"] == len(pack().noise.rules) > 30
    assert len(LABELS) == 6 < len(entries)


@pytest.mark.parametrize("proof", PROOFS, ids=lambda proof: f"{proof.file} {proof.entry}: {proof.sentence}")
def test_a_rule_holds(proof: Proof) -> None:
    assert proof.wrong() is None
