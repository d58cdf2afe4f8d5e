"""People who leave, come back or move: which change of theirs a figure counts."""

from __future__ import annotations

import pytest
from reader import facts


def told(text: str) -> list[str]:
    """The indicator of each fact of a text."""
    return [fact.indicator for fact in facts(text)]


@pytest.mark.parametrize(
    ("text", "segment"),
    [
        ("Di Sragen 3.120 jiwa terdorong dari PBI daerah ke PBI APBN dalam program JKN.", "pbi_apbn"),
        ("Di Sragen 3.120 warga melepas PBI dan menjadi peserta mandiri JKN.", "pbpu"),
        ("Di Sragen 3.120 peserta PBI JKN kini tercatat sebagai peserta mandiri.", "pbpu"),
    ],
)
def test_two_names_tell_of_people_who_change_segment(text: str, segment: str) -> None:
    assert [(fact.indicator, fact.segment) for fact in facts(text)] == [("participants_moved", segment)]


@pytest.mark.parametrize(
    "text",
    [
        "Di Sragen 3.120 warga dikeluarkan dari PBI JKN dan diminta menjadi peserta mandiri.",
        "Di Sragen 3.120 warga dicoret dari PBI JKN, tetapi menteri mengalihkan kuota dari PBI daerah ke PBI APBN.",
    ],
    ids=["asked to", "another clause"],
)
def test_who_is_only_asked_to_change_has_not_moved(text: str) -> None:
    assert told(text) == ["participants_removed"]


@pytest.mark.parametrize(
    ("said", "indicator"),
    [
        ("yang terlempar dari PBI JK bakal diaktifkan lagi", "participants_reactivated"),
        ("peserta JKN tanggungan pemkab yang sempat dicoret sudah aktif seperti semula", "participants_reactivated"),
        ("yang dicoret dari PBI JK bisa mengajukan reaktivasi", "participants_removed"),
        ("yang dicoret dari PBI JK karena gagal reaktivasi", "participants_removed"),
    ],
)
def test_what_undoes_a_change_is_what_is_told(said: str, indicator: str) -> None:
    assert told(f"Di Sragen 3.120 warga {said}.") == [indicator]


@pytest.mark.parametrize(
    ("said", "indicator"),
    [
        ("nonaktif di Sragen berhasil direaktivasi", "participants_reactivated"),
        ("JK yang sempat nonaktif di Sragen kini diaktifkan kembali", "participants_reactivated"),
        ("nonaktif akan diaktifkan kembali", "participants_reactivated"),
        ("nonaktif bisa direaktivasi lewat dinas sosial", "participants_inactive"),
        ("nonaktif di Sragen belum diaktifkan kembali", "participants_inactive"),
        ("nonaktif, sedangkan reaktivasi dibuka dinas sosial", "participants_inactive"),
    ],
)
def test_a_change_that_undoes_a_state_is_what_is_told(said: str, indicator: str) -> None:
    assert told(f"Menurut BPJS Kesehatan, sebanyak 3.120 peserta PBI {said}.") == [indicator]


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("Pemkab Sragen memangkas kepesertaan 3.120 warga dari PBI JKN.", "participants_removed"),
        ("Kepesertaan JKN 3.120 warga Sragen tidak diperpanjang pemkab.", "participants_removed"),
        ("Sragen Coret 3.120 Peserta JKN", "participants_removed"),
        ("Kartu JKN 3.120 warga Sragen sudah bisa dipakai lagi.", "participants_reactivated"),
        ("Pemulihan kepesertaan JKN dinikmati 3.120 warga Sragen.", "participants_reactivated"),
        ("Iuran JKN 3.120 peserta mandiri Sragen dioper ke pemkab.", "participants_moved"),
        ("Peserta JKN di Sragen: 3.120 jiwa belum memiliki status aktif.", "participants_inactive"),
        ("Peserta JKN Sragen yang kartunya beku 3.120 jiwa.", "participants_inactive"),
        ("Peserta JKN Sragen yang masih menyala 3.120 jiwa.", "participants_active"),
    ],
)
def test_words_of_leaving_coming_back_and_moving(text: str, indicator: str) -> None:
    assert told(text) == [indicator]


@pytest.mark.parametrize(
    "text",
    [
        "Siswa yang naik kelas di Sragen 3.120 orang. Peserta JKN di sana terus bertambah.",
        "Sebanyak 3.120 warga Sragen dicoret dari daftar penerima BPNT, bukan dari JKN.",
        "KPU memulihkan hak pilih 3.120 warga Sragen. Kepesertaan JKN mereka tidak terpengaruh.",
        "Kader aktif di Sragen 3.120 orang, dan mereka menyosialisasikan JKN.",
    ],
)
def test_changes_of_other_things_count_no_participants(text: str) -> None:
    changed = {"participants_moved", "participants_removed", "participants_reactivated", "participants_active"}
    assert not changed & set(told(text))


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("Dalam JKN tahun ini ada 1.930 peserta PBPU baru di Sragen.", "participants_new"),
        ("BPJS Kesehatan Sragen menargetkan 1.930 peserta mandiri baru.", "participants_new"),
        ("Di Sragen 1.930 peserta mandiri baru membayar iuran JKN.", "participants"),
        ("Di Sragen peserta mandiri JKN baru 1.930 jiwa.", "participants"),
    ],
)
def test_new_is_said_of_people_and_not_of_what_they_do(text: str, indicator: str) -> None:
    assert told(text) == [indicator]


@pytest.mark.parametrize(
    ("aim", "indicators"),
    [
        ("9.120 peserta baru", ["participants_new"] * 2),
        ("kepesertaan 9.120 jiwa", ["participants"] * 2),
    ],
)
def test_what_has_come_true_is_what_was_aimed_at(aim: str, indicators: list[str]) -> None:
    assert told(f"BPJS Kesehatan Sragen menargetkan {aim}. Hingga Oktober baru terealisasi 6.240 jiwa.") == indicators
