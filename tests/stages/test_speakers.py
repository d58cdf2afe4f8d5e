"""Who is quoted with a figure: one snippet of the press a case, the figure that is asked about, and the speaker."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from extract.model import Article, Speaker
from extract.patterns import load_pack
from extract.pipeline import Pipeline
from extract.stages.sentences import lay_out
from extract.stages.speakers import Speakers
from extract.stages.speakers.quotes import Quotations
from extract.stages.speakers.roster import Roster

PACK = load_pack()
PLACES = frozenset((*PACK.gazetteer.names(), *PACK.gazetteer.seats(), *PACK.gazetteer.branches()))
BRANCH = "Kepala BPJS Kesehatan Cabang Palopo"
BUPATI = "Bupati Sragen"


class Case(NamedTuple):
    """``figure`` is the first place in ``text`` where these words stand; no ``name`` and no ``role``: no speaker."""

    what: str
    text: str
    figure: str
    name: str | None
    role: str | None


INTRODUCED = f'{BRANCH}, Rahmi Kartosen, mengatakan kartu baru sudah dicetak. "Semua siap," ujarnya.\n'

CASES = [
    Case("verb before office and name", f'"Ada 3.210 warga," kata {BRANCH} Rahmi Kartosen.', "3.210", "Rahmi Kartosen", BRANCH),
    Case("name behind a comma", f'"Ada 3.210 warga," ujar {BRANCH}, Rahmi Kartosen, Rabu (4/9).', "3.210", "Rahmi Kartosen", BRANCH),
    Case("curly marks", f"“Ada 3.210 warga,” jelas {BRANCH}, Rahmi Kartosen.", "3.210", "Rahmi Kartosen", BRANCH),
    Case("marks with blanks", f'" Ada 3.210 warga , " tutur {BRANCH} , Rahmi Kartosen , Rabu .', "3.210", "Rahmi Kartosen", BRANCH),
    Case("name before its office", f'"Ada 3.210 warga," kata Rahmi Kartosen, {BRANCH}, kemarin.', "3.210", "Rahmi Kartosen", BRANCH),
    Case("name selaku office", f'"Ada 3.210 warga," kata Rahmi Kartosen selaku {BRANCH}.', "3.210", "Rahmi Kartosen", BRANCH),
    Case("name, office, verb", f"Rahmi Kartosen, {BRANCH}, menyebut ada 3.210 warga.", "3.210", "Rahmi Kartosen", BRANCH),
    Case("office before the verb", f"{BUPATI} Yanto Kramadibrata mengatakan ada 3.210 warga.", "3.210", "Yanto Kramadibrata", BUPATI),
    Case("date between", f"{BRANCH}, Rahmi Kartosen, Selasa (8/2/2022), merinci 3.210 warga.", "3.210", "Rahmi Kartosen", BRANCH),
    Case(
        "place and date between",
        f"{BRANCH} Rahmi Kartosen di Palopo, Rabu, saat jumpa pers menyebut 3.210 warga belum terdaftar.",
        "3.210", "Rahmi Kartosen", BRANCH,
    ),
    Case("menurut", f"Menurut {BUPATI} Yanto Kramadibrata, 3.210 warga sudah terdaftar.", "3.210", "Yanto Kramadibrata", BUPATI),
    Case("kata inside the sentence", f"Sekarang, kata {BUPATI} Yanto Kramadibrata, ada 3.210 warga.", "3.210", "Yanto Kramadibrata", BUPATI),
    Case("figure before the comma", f"Sekarang ada 3.210 warga, ungkap {BUPATI} Yanto Kramadibrata.", "3.210", "Yanto Kramadibrata", BUPATI),
    Case("verb behind the quote, inverted", f'"Ada 3.210 warga," {BUPATI} Yanto Kramadibrata menjelaskan.', "3.210", "Yanto Kramadibrata", BUPATI),
    Case("adverbs before the verb", f"{BUPATI} Yanto Kramadibrata juga kembali menyebut 3.210 warga.", "3.210", "Yanto Kramadibrata", BUPATI),
    Case("office alone", f'"Ada 3.210 warga," kata {BUPATI}.', "3.210", None, BUPATI),
    Case("office in small letters", '"Ada 3.210 warga," kata kepala dinas kesehatan.', "3.210", None, "kepala dinas kesehatan"),
    Case("name alone", '"Ada 3.210 warga," kata Rahmi Kartosen.', "3.210", "Rahmi Kartosen", None),
    # names
    Case("title dropped", '"Ada 3.210 warga," kata Kadinkes Sragen dr. Wening Prasasti.', "3.210", "Wening Prasasti", "Kadinkes Sragen"),
    Case("titles and degrees dropped", '"Ada 3.210 warga," kata Kadinkes Sragen, Hj. Wening Prasasti SKM.', "3.210", "Wening Prasasti", "Kadinkes Sragen"),
    Case("degree behind a comma", "Kadinkes Sragen Wening Prasasti, M.Kes, menyebut 3.210 warga.", "3.210", "Wening Prasasti", "Kadinkes Sragen"),
    Case("clipped name", '"Ada 3.210 warga," kata Kadinkes Sragen, H. Muh. Arsyil, kemarin.', "3.210", "Muh. Arsyil", "Kadinkes Sragen"),
    Case("initial", '"Ada 3.210 warga," kata Kadinkes Sragen Nuri D. Siagan dalam rapat.', "3.210", "Nuri D. Siagan", "Kadinkes Sragen"),
    Case("age in brackets", "Kadinkes Sragen, Wening Prasasti (51), menyebut 3.210 warga.", "3.210", "Wening Prasasti", "Kadinkes Sragen"),
    # offices
    Case(
        "office with commas and dan",
        '"Ada 3.210 warga," kata Kepala Bagian SDM, Umum, dan Komunikasi BPJS Kesehatan Cabang Palopo, Rahmi Kartosen.',
        "3.210", "Rahmi Kartosen", "Kepala Bagian SDM, Umum, dan Komunikasi BPJS Kesehatan Cabang Palopo",
    ),
    Case(
        "office with an abbreviation in brackets",
        "Kepala Badan Pengelolaan Keuangan dan Aset Daerah (BPKAD), Wening Prasasti, menyebut 3.210 warga.",
        "3.210", "Wening Prasasti", "Kepala Badan Pengelolaan Keuangan dan Aset Daerah (BPKAD)",
    ),
    Case(
        "abbreviation in the middle",
        '"Ada 3.210 warga," kata Kepala Dinas Kesehatan (Dinkes) Kulon Progo Wening Prasasti.',
        "3.210", "Wening Prasasti", "Kepala Dinas Kesehatan (Dinkes) Kulon Progo",
    ),
    Case("acting", '"Ada 3.210 warga," kata Plt Bupati Sragen H Yanto Kramadibrata.', "3.210", "Yanto Kramadibrata", "Plt Bupati Sragen"),
    Case(
        "roman number",
        "Asisten Deputi BPJS Kesehatan Wilayah VI, Rahmi Kartosen, menguraikan 3.210 warga.",
        "3.210", "Rahmi Kartosen", "Asisten Deputi BPJS Kesehatan Wilayah VI",
    ),
    Case("office unknown to the lexicon", '"Ada 3.210 warga," kata Kepala Balai Bujana, Rahmi Kartosen, Rabu.', "3.210", "Rahmi Kartosen", "Kepala Balai Bujana"),
    Case("branch unknown to the gazetteer", '"Ada 3.210 warga," kata Kepala Cabang Mandalora Rahmi Kartosen.', "3.210", "Rahmi Kartosen", "Kepala Cabang Mandalora"),
    Case("member", '"Ada 3.210 warga," kata anggota DPRD Sragen Dapil 2, T Muslikan.', "3.210", "T Muslikan", "anggota DPRD Sragen Dapil 2"),
    # back to a speaker already named
    Case("ujarnya", INTRODUCED + '"Baru 415 desa," ujarnya.', "415", "Rahmi Kartosen", BRANCH),
    Case("imbuhnya in a later paragraph", INTRODUCED + 'Hujan turun.\n"Baru 415 desa," imbuhnya.', "415", "Rahmi Kartosen", BRANCH),
    Case("kata dia", INTRODUCED + "Baru 415 desa, kata dia, yang ikut.", "415", "Rahmi Kartosen", BRANCH),
    Case("menurutnya", INTRODUCED + "Menurutnya baru 415 desa yang ikut.", "415", "Rahmi Kartosen", BRANCH),
    Case("ia menyebut", INTRODUCED + "Ia juga menyebut 415 desa.", "415", "Rahmi Kartosen", BRANCH),
    Case("short name", INTRODUCED + '"Baru 415 desa," kata Rahmi.', "415", "Rahmi Kartosen", BRANCH),
    Case("last name", INTRODUCED + "Kartosen menuturkan baru 415 desa.", "415", "Rahmi Kartosen", BRANCH),
    Case("short name after a conjunction", INTRODUCED + "Sementara Rahmi menyebut 415 desa.", "415", "Rahmi Kartosen", BRANCH),
    Case("short name with a slip", INTRODUCED + "Menurut Rahma Kartosen, 415 desa ikut.", "415", "Rahmi Kartosen", BRANCH),
    Case("lanjut at the head", INTRODUCED + "Lanjut Rahmi, 415 desa ikut.", "415", "Rahmi Kartosen", BRANCH),
    Case("short office", f'{BUPATI}, Yanto Kramadibrata, hadir.\n"Baru 415 desa," kata Bupati.', "415", "Yanto Kramadibrata", BUPATI),
    Case("named in full only later", f'"Baru 415 desa," kata Yanto.\n{BUPATI} Yanto Kramadibrata menyebut hal lain.', "415", "Yanto Kramadibrata", BUPATI),
    Case("no verb of speaking in the introduction", f'{BUPATI} Yanto Kramadibrata belum puas.\n"Baru 415 desa," ujarnya.', "415", "Yanto Kramadibrata", BUPATI),
    Case("the last of two speakers", INTRODUCED + f'{BUPATI} Yanto Kramadibrata setuju.\n"Baru 415 desa," katanya.', "415", "Yanto Kramadibrata", BUPATI),
    Case("back to the first of two", INTRODUCED + f'{BUPATI} Yanto Kramadibrata setuju.\n"Baru 415 desa," kata Rahmi.', "415", "Rahmi Kartosen", BRANCH),
    # quotations over several sentences
    Case("told after the last sentence", f'"Ada 3.210 warga. Sisanya menunggu," kata {BUPATI} Yanto Kramadibrata.', "3.210", "Yanto Kramadibrata", BUPATI),
    Case("goes on behind the attribution", f'"Ini kabar baik," kata {BUPATI} Yanto Kramadibrata. "Ada 3.210 warga."', "3.210", "Yanto Kramadibrata", BUPATI),
    Case("introduced with a colon", f'{BUPATI} Yanto Kramadibrata meluruskan: "Ada 3.210 warga."', "3.210", "Yanto Kramadibrata", BUPATI),
    Case("no attribution between two", INTRODUCED + '"Baru 415 desa."\n"Lainnya menyusul," ujarnya.', "415", "Rahmi Kartosen", BRANCH),
    Case("quotation over two paragraphs", f"“Ada 3.210 warga.\n“Sisanya menunggu,” kata {BUPATI} Yanto Kramadibrata.", "3.210", "Yanto Kramadibrata", BUPATI),
    # the sentence after it points back
    Case("hal itu disampaikan", f"Ada 3.210 warga. Hal itu disampaikan {BUPATI} Yanto Kramadibrata.", "3.210", "Yanto Kramadibrata", BUPATI),
    Case("diungkapkan oleh", f"Ada 3.210 warga. Hal ini diungkapkan langsung oleh {BUPATI}, Yanto Kramadibrata.", "3.210", "Yanto Kramadibrata", BUPATI),
    Case("demikian", f"Ada 3.210 warga.\nDemikian {BUPATI} Yanto Kramadibrata, Senin.", "3.210", "Yanto Kramadibrata", BUPATI),
    Case("list under a colon", INTRODUCED + "Rahmi merinci pesertanya:\n- mandiri 415 jiwa\n- pekerja 88 jiwa", "88", "Rahmi Kartosen", BRANCH),
    # nobody
    Case("narration", INTRODUCED + "Di kota itu ada 415 desa.", "415", None, None),
    Case("narration before the introduction", "Di kota itu ada 415 desa.\n" + INTRODUCED, "415", None, None),
    Case("institution counts", "BPJS Kesehatan Cabang Palopo mencatat 415 desa.", "415", None, None),
    Case("institution says", "Pemkab Sragen menyebut 415 desa.", "415", None, None),
    Case("menurut data", INTRODUCED + "Menurut data BPJS Kesehatan, 415 desa ikut.", "415", None, None),
    Case("institution closes a quotation", INTRODUCED + '"Baru 415 desa," tulis BPJS Kesehatan dalam siarannya.', "415", None, None),
    Case("a common noun", "Warga mengaku ada 415 desa.", "415", None, None),
    Case("a decree of an office", "Keputusan Menteri Sosial Nomor 9 mencatat 415 desa.", "415", None, None),
    Case("figure before the speaker", f"Di depan 415 kader, {BUPATI} Yanto Kramadibrata menyebut hasilnya.", "415", None, None),
    Case("figure behind a closed quotation", INTRODUCED + '"Bagus," kata Rahmi di depan 415 kader.', "415", None, None),
    Case("tingkat lanjut is no verb", "Rujukan tingkat lanjut Palopo dilayani 415 dokter.", "415", None, None),
]  # fmt: skip


def read(text: str, offset: int) -> Speaker | None:
    sentences = lay_out(text, PACK.furniture).sentences
    number = next(at for at, sentence in enumerate(sentences) if sentence.start <= offset < sentence.end)
    return Speakers(text, sentences, PACK.discourse, PLACES).of(offset, number)


@pytest.mark.parametrize("case", CASES, ids=[case.what for case in CASES])
def test_speaker(case: Case) -> None:
    speaker = read(case.text, case.text.index(case.figure))
    assert speaker == (Speaker(case.name, case.role) if case.name or case.role else None)


def test_each_speaker_keeps_their_own_figures() -> None:
    text = (
        f'"Ada 3.210 warga," kata {BRANCH}, Rahmi Kartosen. {BUPATI} Yanto Kramadibrata menambahkan, iurannya 41 juta.\n'
        '"Sisanya 77 warga," ujar Rahmi.\nKota itu punya 12 pasar.\n"Tahun depan 55 juta," pungkas Yanto.'
    )
    found = [read(text, text.index(figure)) for figure in ("3.210", "41", "77", "12", "55")]
    assert [speaker and speaker.name for speaker in found] == [
        "Rahmi Kartosen", "Yanto Kramadibrata", "Rahmi Kartosen", None, "Yanto Kramadibrata",
    ]  # fmt: skip


def test_place_names_tell_office_and_name_apart() -> None:
    text = '"Ada 3.210 warga," kata Kepala Dinkes Lima Puluh Kota Wening Prasasti.'
    assert read(text, 5) == Speaker("Wening Prasasti", "Kepala Dinkes Lima Puluh Kota")


def test_no_sentences() -> None:
    assert Speakers("", (), PACK.discourse, PLACES)._marks == {}


def test_quotations_end_with_their_paragraph() -> None:
    text = '"Satu.\n"Dua," katanya. "Tiga."'
    found = Quotations(text, [(0, 6), (7, len(text))]).found
    assert [(text[start:end], closed) for start, end, closed in found] == [
        ('"Satu.', False), ('"Dua,"', True), ('"Tiga."', True),
    ]  # fmt: skip


def test_a_bare_office_is_its_holder_and_a_new_holder_is_somebody_else() -> None:
    roster = Roster()
    first = roster.add("Yanto Kramadibrata", "Bupati Sragen")
    assert roster.add(None, "Bupati") == first
    assert roster.add("Wening Prasasti", "Bupati Sragen") != first
    assert roster.speaker(first) == Speaker("Yanto Kramadibrata", "Bupati Sragen")


def test_the_pipeline_fills_the_speaker_columns() -> None:
    text = (
        "Sragen - Peserta JKN di Kabupaten Sragen terus bertambah.\n"
        f'"Peserta JKN sudah 512.300 jiwa," kata {BUPATI} Yanto Kramadibrata, Senin (4/3/2024).'
    )
    facts = Pipeline(PACK).run(Article("a", text)).facts
    assert [(fact.speaker_name, fact.speaker_role) for fact in facts] == [("Yanto Kramadibrata", BUPATI)]
