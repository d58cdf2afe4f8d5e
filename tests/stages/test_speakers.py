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
from extract.values.scan import script

PACK = load_pack()
PLACES = frozenset((*PACK.gazetteer.names(), *PACK.gazetteer.seats(), *PACK.gazetteer.branches()))
RAHMI, YANTO, WENING = "Rahmi Kartosen", "Yanto Kramadibrata", "Wening Prasasti"
HEAD, REGENT, HEALTH = "Kepala BPJS Kesehatan Cabang Palopo", "Bupati Sragen", "Kadinkes Sragen"
FIGURE = "415"


class Case(NamedTuple):
    """A text with one figure, FIGURE; neither ``name`` nor ``role``: nobody is quoted with it."""

    what: str
    text: str
    name: str | None
    role: str | None


INTRODUCED = f'{HEAD}, {RAHMI}, mengatakan kartu baru sudah dicetak. "Semua siap," ujarnya.\n'

CASES = [
    Case("verb before office and name", f'"Ada 415 warga," kata {HEAD} {RAHMI}.', RAHMI, HEAD),
    Case("name behind a comma", f'"Ada 415 warga," ujar {HEAD}, {RAHMI}, Rabu (4/9).', RAHMI, HEAD),
    Case("curly marks", f"“Ada 415 warga,” jelas {HEAD}, {RAHMI}.", RAHMI, HEAD),
    Case("marks with blanks", f'" Ada 415 warga , " tutur {HEAD} , {RAHMI} , Rabu .', RAHMI, HEAD),
    Case("name before its office", f'"Ada 415 warga," kata {RAHMI}, {HEAD}, kemarin.', RAHMI, HEAD),
    Case("name selaku office", f'"Ada 415 warga," kata {RAHMI} selaku {HEAD}.', RAHMI, HEAD),
    Case("name, office, verb", f"{RAHMI}, {HEAD}, menyebut ada 415 warga.", RAHMI, HEAD),
    Case("office before the verb", f"{REGENT} {YANTO} mengatakan ada 415 warga.", YANTO, REGENT),
    Case("date between", f"{HEAD}, {RAHMI}, Selasa (8/2/2022), merinci 415 warga.", RAHMI, HEAD),
    Case(
        "place and date between",
        f"{HEAD} {RAHMI} di Palopo, Rabu, saat jumpa pers menyebut 415 warga belum terdaftar.",
        RAHMI, HEAD,
    ),
    Case("menurut", f"Menurut {REGENT} {YANTO}, 415 warga sudah terdaftar.", YANTO, REGENT),
    Case("kata inside the sentence", f"Sekarang, kata {REGENT} {YANTO}, ada 415 warga.", YANTO, REGENT),
    Case("figure before the comma", f"Sekarang ada 415 warga, ungkap {REGENT} {YANTO}.", YANTO, REGENT),
    Case("verb behind the quote, inverted", f'"Ada 415 warga," {REGENT} {YANTO} menjelaskan.', YANTO, REGENT),
    Case("adverbs before the verb", f"{REGENT} {YANTO} juga kembali menyebut 415 warga.", YANTO, REGENT),
    Case("office alone", f'"Ada 415 warga," kata {REGENT}.', None, REGENT),
    Case("office in small letters", '"Ada 415 warga," kata kepala dinas kesehatan.', None, "kepala dinas kesehatan"),
    Case("name alone", f'"Ada 415 warga," kata {RAHMI}.', RAHMI, None),
    # names
    Case("title dropped", f'"Ada 415 warga," kata {HEALTH} dr. {WENING}.', WENING, HEALTH),
    Case("titles and degrees dropped", f'"Ada 415 warga," kata {HEALTH}, Hj. {WENING} SKM.', WENING, HEALTH),
    Case("degree behind a comma", f"{HEALTH} {WENING}, M.Kes, menyebut 415 warga.", WENING, HEALTH),
    Case("clipped name", f'"Ada 415 warga," kata {HEALTH}, H. Muh. Arsyil, kemarin.', "Muh. Arsyil", HEALTH),
    Case("initial", f'"Ada 415 warga," kata {HEALTH} Nuri D. Siagan dalam rapat.', "Nuri D. Siagan", HEALTH),
    Case("age in brackets", f"{HEALTH}, {WENING} (51), menyebut 415 warga.", WENING, HEALTH),
    # offices
    Case(
        "office with commas and dan",
        f'"Ada 415 warga," kata Kepala Bagian SDM, Umum, dan Komunikasi BPJS Kesehatan Cabang Palopo, {RAHMI}.',
        RAHMI, "Kepala Bagian SDM, Umum, dan Komunikasi BPJS Kesehatan Cabang Palopo",
    ),
    Case(
        "office with an abbreviation in brackets",
        f"Kepala Badan Pengelolaan Keuangan dan Aset Daerah (BPKAD), {WENING}, menyebut 415 warga.",
        WENING, "Kepala Badan Pengelolaan Keuangan dan Aset Daerah (BPKAD)",
    ),
    Case(
        "abbreviation in the middle",
        f'"Ada 415 warga," kata Kepala Dinas Kesehatan (Dinkes) Kulon Progo {WENING}.',
        WENING, "Kepala Dinas Kesehatan (Dinkes) Kulon Progo",
    ),
    Case("acting", f'"Ada 415 warga," kata Plt Bupati Sragen H {YANTO}.', YANTO, "Plt Bupati Sragen"),
    Case(
        "roman number",
        f"Asisten Deputi BPJS Kesehatan Wilayah VI, {RAHMI}, menguraikan 415 warga.",
        RAHMI, "Asisten Deputi BPJS Kesehatan Wilayah VI",
    ),
    Case(
        "office unknown to the lexicon",
        f'"Ada 415 warga," kata Kepala Balai Bujana, {RAHMI}, Rabu.',
        RAHMI, "Kepala Balai Bujana",
    ),
    Case(
        "branch unknown to the gazetteer",
        f'"Ada 415 warga," kata Kepala Cabang Mandalora {RAHMI}.',
        RAHMI, "Kepala Cabang Mandalora",
    ),
    Case(
        "member",
        '"Ada 415 warga," kata anggota DPRD Sragen Dapil 2, T Muslikan.',
        "T Muslikan", "anggota DPRD Sragen Dapil 2",
    ),
    # back to a speaker already named
    Case("ujarnya", INTRODUCED + '"Baru 415 desa," ujarnya.', RAHMI, HEAD),
    Case("imbuhnya in a later paragraph", INTRODUCED + 'Hujan turun.\n"Baru 415 desa," imbuhnya.', RAHMI, HEAD),
    Case("kata dia", INTRODUCED + "Baru 415 desa, kata dia, yang ikut.", RAHMI, HEAD),
    Case("menurutnya", INTRODUCED + "Menurutnya baru 415 desa yang ikut.", RAHMI, HEAD),
    Case("ia menyebut", INTRODUCED + "Ia juga menyebut 415 desa.", RAHMI, HEAD),
    Case("short name", INTRODUCED + '"Baru 415 desa," kata Rahmi.', RAHMI, HEAD),
    Case("last name", INTRODUCED + "Kartosen menuturkan baru 415 desa.", RAHMI, HEAD),
    Case("short name after a conjunction", INTRODUCED + "Sementara Rahmi menyebut 415 desa.", RAHMI, HEAD),
    Case("short name with a slip", INTRODUCED + "Menurut Rahma Kartosen, 415 desa ikut.", RAHMI, HEAD),
    Case("lanjut at the head", INTRODUCED + "Lanjut Rahmi, 415 desa ikut.", RAHMI, HEAD),
    Case("short office", f'{REGENT}, {YANTO}, hadir.\n"Baru 415 desa," kata Bupati.', YANTO, REGENT),
    Case(
        "named in full only later",
        f'"Baru 415 desa," kata Yanto.\n{REGENT} {YANTO} menyebut hal lain.',
        YANTO, REGENT,
    ),
    Case(
        "no verb of speaking in the introduction",
        f'{REGENT} {YANTO} belum puas.\n"Baru 415 desa," ujarnya.',
        YANTO, REGENT,
    ),
    Case(
        "the last of two speakers",
        INTRODUCED + f'{REGENT} {YANTO} setuju.\n"Baru 415 desa," katanya.',
        YANTO, REGENT,
    ),
    Case(
        "back to the first of two",
        INTRODUCED + f'{REGENT} {YANTO} setuju.\n"Baru 415 desa," kata Rahmi.',
        RAHMI, HEAD,
    ),
    # quotations over several sentences
    Case("told after the last sentence", f'"Ada 415 warga. Sisanya menunggu," kata {REGENT} {YANTO}.', YANTO, REGENT),
    Case("goes on behind the attribution", f'"Ini kabar baik," kata {REGENT} {YANTO}. "Ada 415 warga."', YANTO, REGENT),
    Case("introduced with a colon", f'{REGENT} {YANTO} meluruskan: "Ada 415 warga."', YANTO, REGENT),
    Case("no attribution between two", INTRODUCED + '"Baru 415 desa."\n"Lainnya menyusul," ujarnya.', RAHMI, HEAD),
    Case(
        "quotation over two paragraphs",
        f"“Ada 415 warga.\n“Sisanya menunggu,” kata {REGENT} {YANTO}.",
        YANTO, REGENT,
    ),
    # the sentence after it points back
    Case("hal itu disampaikan", f"Ada 415 warga. Hal itu disampaikan {REGENT} {YANTO}.", YANTO, REGENT),
    Case("diungkapkan oleh", f"Ada 415 warga. Hal ini diungkapkan langsung oleh {REGENT}, {YANTO}.", YANTO, REGENT),
    Case("demikian", f"Ada 415 warga.\nDemikian {REGENT} {YANTO}, Senin.", YANTO, REGENT),
    Case(
        "list under a colon",
        INTRODUCED + "Rahmi merinci pesertanya:\n- mandiri 88 jiwa\n- pekerja 415 jiwa",
        RAHMI, HEAD,
    ),
    # nobody
    Case("narration", INTRODUCED + "Di kota itu ada 415 desa.", None, None),
    Case("narration before the introduction", "Di kota itu ada 415 desa.\n" + INTRODUCED, None, None),
    Case("institution counts", "BPJS Kesehatan Cabang Palopo mencatat 415 desa.", None, None),
    Case("institution says", "Pemkab Sragen menyebut 415 desa.", None, None),
    Case("menurut data", INTRODUCED + "Menurut data BPJS Kesehatan, 415 desa ikut.", None, None),
    Case(
        "institution closes a quotation",
        INTRODUCED + '"Baru 415 desa," tulis BPJS Kesehatan dalam siarannya.',
        None, None,
    ),
    Case("a common noun", "Warga mengaku ada 415 desa.", None, None),
    Case("a decree of an office", "Keputusan Menteri Sosial Nomor 9 mencatat 415 desa.", None, None),
    Case("figure before the speaker", f"Di depan 415 kader, {REGENT} {YANTO} menyebut hasilnya.", None, None),
    Case("figure behind a closed quotation", INTRODUCED + '"Bagus," kata Rahmi di depan 415 kader.', None, None),
    Case("tingkat lanjut is no verb", "Rujukan tingkat lanjut Palopo dilayani 415 dokter.", None, None),
]  # fmt: skip


def read(text: str, offset: int) -> Speaker | None:
    sentences = lay_out(text, PACK.furniture, abbreviations=PACK.discourse.abbreviations).sentences
    number = next(at for at, sentence in enumerate(sentences) if sentence.start <= offset < sentence.end)
    return Speakers(script(text), sentences, PACK.discourse, PLACES).of(offset, number)


@pytest.mark.parametrize("case", CASES, ids=[case.what for case in CASES])
def test_speaker(case: Case) -> None:
    speaker = read(case.text, case.text.index(FIGURE))
    assert speaker == (Speaker(case.name, case.role) if case.name or case.role else None)


def test_each_speaker_keeps_their_own_figures() -> None:
    text = (
        f'"Ada 3.210 warga," kata {HEAD}, {RAHMI}. {REGENT} {YANTO} menambahkan, iurannya 41 juta.\n'
        '"Sisanya 77 warga," ujar Rahmi.\nKota itu punya 12 pasar.\n"Tahun depan 55 juta," pungkas Yanto.'
    )
    found = [read(text, text.index(figure)) for figure in ("3.210", "41", "77", "12", "55")]
    assert [speaker and speaker.name for speaker in found] == [
        RAHMI, YANTO, RAHMI, None, YANTO,
    ]  # fmt: skip


def test_place_names_tell_office_and_name_apart() -> None:
    text = '"Ada 3.210 warga," kata Kepala Dinkes Lima Puluh Kota Wening Prasasti.'
    assert read(text, 5) == Speaker(WENING, "Kepala Dinkes Lima Puluh Kota")


def test_no_sentences() -> None:
    assert Speakers(script(""), (), PACK.discourse, PLACES)._marks == {}


def test_quotations_end_with_their_paragraph() -> None:
    text = '"Satu.\n"Dua," katanya. "Tiga."'
    found = Quotations(text, [(0, 6), (7, len(text))]).found
    assert [(text[start:end], closed) for start, end, closed in found] == [
        ('"Satu.', False), ('"Dua,"', True), ('"Tiga."', True),
    ]  # fmt: skip


def test_a_bare_office_is_its_holder_and_a_new_holder_is_somebody_else() -> None:
    roster = Roster()
    first = roster.add(YANTO, REGENT)
    assert roster.add(None, "Bupati") == first
    assert roster.add(WENING, REGENT) != first
    assert roster.speaker(first) == Speaker(YANTO, REGENT)


def test_the_pipeline_fills_the_speaker_columns() -> None:
    text = (
        "Sragen - Peserta JKN di Kabupaten Sragen terus bertambah.\n"
        f'"Peserta JKN sudah 512.300 jiwa," kata {REGENT} {YANTO}, Senin (4/3/2024).'
    )
    facts = Pipeline(PACK).run(Article("a", text)).facts
    assert [(fact.speaker_name, fact.speaker_role) for fact in facts] == [(YANTO, REGENT)]
