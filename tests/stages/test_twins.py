"""Twins: names that a segment and an area share."""

from __future__ import annotations

import pytest
from reader import facts


@pytest.mark.parametrize(
    ("text", "regions", "segments"),
    [
        pytest.param(
            "Penunggak iuran JKN di Balikpapan 8.204 orang, Paser 3.118 orang, PPU 2.406 orang.",
            ["Kota Balikpapan", "Kabupaten Paser", "Kabupaten Penajam Paser Utara"],
            [None, None, None],
            id="in a list of areas",
        ),
        pytest.param(
            "Sebanyak 24.118 warga PPU menjadi peserta JKN.",
            ["Kabupaten Penajam Paser Utara"],
            [None],
            id="behind a word for people",
        ),
        pytest.param(
            "Warga Penajam Paser Utara gembira. PPU pun digratiskan. Tunggakan iuran JKN Rp 8,1 miliar.",
            ["Kabupaten Penajam Paser Utara"],
            [None],
            id="of an area spoken of",
        ),
        pytest.param(
            "Peserta JKN di Balikpapan: PBI 12.118 jiwa, PPU 21.304 jiwa.",
            ["Kota Balikpapan", "Kota Balikpapan"],
            ["pbi", "ppu"],
            id="among segments",
        ),
        pytest.param(
            "Kuota PBI JKN Lebak lebih besar dari Kabupaten Serang yang hanya mendapat 312.400 jiwa.",
            ["Kabupaten Serang"],
            ["pbi"],
            id="a regency that pays for none",
        ),
    ],
)
def test_what_a_name_is_here(text: str, regions: list[str], segments: list[str | None]) -> None:
    found = facts(text)
    assert [fact.region_name for fact in found] == regions
    assert [fact.segment for fact in found] == segments
