"""Which sentences speak of the programme: it decides what a weak cue in them is worth."""

from __future__ import annotations

from reader import facts, pipeline

ABOUT = "Cakupan JKN di Sragen kini 91 persen, kata BPJS Kesehatan.\n\n"
ASIDE = "\n\n".join(["Warga ramai menonton pasar malam di alun-alun kota."] * 12)


def rates(text: str) -> list[float]:
    """The values of the contribution rates."""
    return [fact.value for fact in facts(text) if fact.indicator == "contribution_rate"]


def test_the_sentence_after_one_on_the_programme_goes_on_about_it() -> None:
    text = ABOUT + "Iuran JKN berubah lagi bulan depan. Kelas I dari yang semula Rp 80.000 menjadi Rp 150.000."
    assert rates(text) == [80000, 150000]


def test_a_list_goes_on_from_its_head_and_a_head_from_the_list_before() -> None:
    lists = (
        "Berikut besarannya per orang per bulan.\n\nSampai Maret 2020:\n* kelas I Rp 160.000\n* kelas II Rp 110.000\n\n"
        "Mulai April 2020:\n* kelas I Rp 80.000\n* kelas II Rp 51.000\n"
    )
    assert rates(ABOUT + ASIDE + "\n\n" + lists) == [160000, 110000, 80000, 51000]


def test_a_list_under_another_subject_is_none_of_ours() -> None:
    lists = "Berikut tiket kapalnya.\n\nSampai Maret 2020:\n* kelas I Rp 160.000\n* kelas II Rp 110.000\n"
    assert rates(ABOUT + ASIDE + "\n\n" + lists) == []


def test_an_article_on_work_insurance_that_slips_once_is_off_the_topic() -> None:
    body = (
        "Sebanyak 2.310 perusahaan ikut BPJS Ketenagakerjaan. Ada jaminan kecelakaan kerja (JKK) dan jaminan kematian."
    )
    assert not pipeline().on_topic(f"2.310 Perusahaan Ikut BPJS Kesehatan\n\n{body}")
    assert pipeline().on_topic("2.310 Perusahaan Ikut BPJS Kesehatan\n\nMereka juga ikut jaminan kematian.")


def test_what_stands_under_an_article_says_nothing_of_its_topic() -> None:
    body = (
        "Sebanyak 9.400 warga Sragen diusulkan ikut BPJS Kesehatan tahun ini.\n\n"
        "Bupati sudah menyetujui usulan itu dalam rapat kemarin siang.\n\n"
        "Yang sekarang dibiayai Pemkab Sragen ada 61.250 orang.{}"
    )
    furniture = "\n\n" + "\n\n".join(["EDITOR", "Sri Wahyuni", "TAG", "KOMENTAR"] * 3)
    assert [fact.value for fact in facts(body.format(furniture))] == [9400, 61250]
