"""Text to sentences: where a sentence ends, which lines belong together, what is furniture."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reader import pack

from extract.reading import Layout
from extract.stages.sentences import lay_out


def split(text: str, title_end: int = 0) -> list[str]:
    """The sentences of a text as they are written."""
    return [text[s.start : s.end] for s in layout(text, title_end).sentences]


def layout(text: str, title_end: int = 0) -> Layout:
    """The layout with the furniture rules of the pack."""
    return lay_out(text, pack().furniture, title_end, pack().discourse.abbreviations)


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        pytest.param("Naik. Turun.", ["Naik.", "Turun."], id="full stop"),
        pytest.param("Naik! Turun? Tetap…", ["Naik!", "Turun?", "Tetap…"], id="other ends"),
        pytest.param("Kata dia, naik", ["Kata dia, naik"], id="no end"),
        pytest.param("Itu naik. ”Kami kaget,” katanya.", ["Itu naik.", "”Kami kaget,” katanya."], id="closed twice"),
        pytest.param(
            "Ada 1.204.551 jiwa. Lalu 3,2 juta.", ["Ada 1.204.551 jiwa.", "Lalu 3,2 juta."], id="dots in figures"
        ),
        pytest.param("Iurannya Rp. 4.000. Itu tetap.", ["Iurannya Rp. 4.000.", "Itu tetap."], id="Rp. is no end"),
        pytest.param(
            "Kata dr. Wati, Kab. Sragen aman.", ["Kata dr. Wati, Kab. Sragen aman."], id="title and short forms"
        ),
        pytest.param("Oleh H. Umar S. Rahman di sini.", ["Oleh H. Umar S. Rahman di sini."], id="initials"),
        pytest.param('"Sudah naik." Dia pergi.', ['"Sudah naik."', "Dia pergi."], id="the quote closes with the stop"),
        pytest.param(
            'Dia pergi."Kami tetap," katanya.', ["Dia pergi.", '"Kami tetap," katanya.'], id="a quote glued on"
        ),
        pytest.param(
            "Dana disiapkan.Menurut dia cukup.", ["Dana disiapkan.", "Menurut dia cukup."], id="glued sentences"
        ),
        pytest.param("Naik.\n\nTurun.", ["Naik.", "Turun."], id="paragraphs"),
        pytest.param("Judul Tanpa Titik\n\nIsi naik.", ["Judul Tanpa Titik", "Isi naik."], id="a headline"),
        pytest.param("jumlah peserta yang\nsudah naik.", ["jumlah peserta yang\nsudah naik."], id="a broken line"),
        pytest.param("  \n Naik. \n ", ["Naik."], id="blanks around"),
        pytest.param("", [], id="nothing"),
        pytest.param(" \n\t\n", [], id="only blanks"),
    ],
)
def test_sentences(text: str, sentences: list[str]) -> None:
    assert split(text) == sentences


def test_a_column_of_single_words_goes_on_to_its_end() -> None:
    column = "cakupan\nyang\nSudah\nNaik"
    assert split(column) == [column]
    assert split("Cakupan naik.\nSragen\nBoyolali") == ["Cakupan naik.", "Sragen", "Boyolali"]


def test_paragraphs_are_counted() -> None:
    assert [s.paragraph for s in layout("Satu. Dua.\n\nTiga.\nEmpat.").sentences][:3] == [1, 1, 2]


def test_a_title_of_its_own_is_a_paragraph_of_its_own() -> None:
    title = "Cakupan naik di"
    text = f"{title}\n\nsragen, kata dia."
    assert split(text, len(title)) == [title, "sragen, kata dia."]


@pytest.mark.parametrize("mark", ["•", "-", "–", "*", "2)", "a.", "1.", "12."])
def test_list_lines_are_their_own(mark: str) -> None:
    found = layout(f"Rinciannya:\n{mark} PBI 10 jiwa\n{mark} PPU 20 jiwa\n")
    assert len(found.sentences) == 3
    assert found.bullets == {1, 2}


def test_furniture_is_left_out_and_kept_on_record() -> None:
    text = "Cakupan naik.\nBaca juga: 900 Peserta Menunggak\nItu kata dia.\n"
    found = layout(text)
    assert split(text) == ["Cakupan naik.", "Itu kata dia."]
    assert [(text[slice(*each.span)].strip(), each.rule) for each in found.furniture] == [
        ("Baca juga: 900 Peserta Menunggak", "related_link")
    ]


def test_a_list_of_links_ends_the_article_in_its_second_half() -> None:
    text = "Cakupan naik di banyak kecamatan, kata kepala dinas.\n\nTerpopuler\n900 Peserta JKN Menunggak\n"
    assert split(text) == ["Cakupan naik di banyak kecamatan, kata kepala dinas."]


def test_a_list_of_links_above_the_article_ends_nothing() -> None:
    text = "Terpopuler\nSatu lain\n\n" + "Cakupan naik di banyak kecamatan. " * 4
    assert split(text)[-1] == "Cakupan naik di banyak kecamatan."


@given(st.text('aB1 .,:\n"()-•?!', max_size=80))
def test_sentences_are_in_order_whole_and_without_blanks_around(text: str) -> None:
    end = 0
    for sentence in layout(text).sentences:
        assert end <= sentence.start < sentence.end <= len(text)
        written = text[sentence.start : sentence.end]
        assert written == written.strip()
        end = sentence.end


@given(st.text('aB1 .,:\n"()-•?!', max_size=80))
def test_no_sign_is_lost(text: str) -> None:
    found = layout(text)
    covered = [*((s.start, s.end) for s in found.sentences), *((n.span.start, n.span.end) for n in found.furniture)]
    rest = [sign for at, sign in enumerate(text) if not any(start <= at < end for start, end in covered)]
    assert "".join(rest).strip() == ""


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        pytest.param(
            "Naik.\n\nBaca juga:\n4.100 Warga Turun Kelas\n\nTetap.", ["Naik.", "Tetap."], id="the line below"
        ),
        pytest.param("Naik.\n\nBaca juga:\n\nWarga senang.", ["Naik.", "Warga senang."], id="no whole sentence"),
        pytest.param(
            "Naik.\n\nBaca juga: Turun Kelas\nRincian lama\n",
            ["Naik.", "Rincian lama"],
            id="no line below a whole link",
        ),
    ],
)
def test_a_heading_of_links_takes_the_link_below_it(text: str, sentences: list[str]) -> None:
    assert split(text) == sentences


@pytest.mark.parametrize(
    ("lines", "headlines"),
    [
        pytest.param(["Cakupan Sragen Naik"], (0,), id="the first line"),
        pytest.param(["Menu", "Cakupan Sragen Naik"], (0, 1), id="below a menu"),
        pytest.param(["Kamis, 4 Mei 2023", "Cakupan Sragen Naik"], (1,), id="below a date"),
        pytest.param(["Cakupan Sragen Naik", "Cakupan Sragen Naik"], (0, 1), id="said twice"),
        pytest.param(
            ["Bupati Sragen menyatakan hal itu dalam acara resmi di pendapa kabupaten kemarin.", "Naik"], (), id="none"
        ),
    ],
)
def test_headlines_stand_above_the_first_whole_sentence(lines: list[str], headlines: tuple[int, ...]) -> None:
    body = "Cakupan kepesertaan di Sragen naik, kata bupati kepada wartawan di kantornya pada hari Senin."
    assert layout("\n\n".join([*lines, body])).headlines == headlines


def test_a_blank_inside_a_number_ends_no_sentence() -> None:
    assert len(lay_out("Yang belum terdaftar 6.184. 275 jiwa.", ()).sentences) == 1
    assert len(lay_out("Angka itu dari 2023. 150 jiwa lagi menyusul.", ()).sentences) == 2


def test_the_rows_of_a_table_are_lines_of_their_own() -> None:
    table = "Daerah | Penunggak | Nilai\nSragen | 21.340 | Rp 22,7 miliar\nWonogiri | 1.204 | Rp 1,9 miliar"
    assert split(table) == table.split("\n")


def test_a_line_on_which_somebody_begins_to_speak_is_a_sentence_of_its_own() -> None:
    lines = ["Kepesertaan baru mencapai 89,2 persen", "“Yang menunggak boleh berlega hati,” ujarnya."]
    assert split("\n".join(lines)) == lines


def test_lines_of_a_name_and_a_figure_are_sentences_of_their_own() -> None:
    text = "Peserta aktif : 598.491 jiwa\nPeserta non aktif : 176.757 jiwa\nAnggaran: Rp 4 juta"
    assert split(text) == text.split("\n")
