"""The gazetteer: the official list, the names of the press, the choice between twins, and what loading refuses."""

from __future__ import annotations

import csv
import pickle
import time
from collections import Counter
from pathlib import Path

import pytest

from extract.errors import PatternError
from extract.gazetteer import ALIASES, AREAS, BRANCHES, DECOYS, PEOPLE, SEATS, Gazetteer, fold
from extract.model import Level

ROOT = Path(__file__).resolve().parent.parent
REGIONS = ROOT / "patterns" / "regions"
REFERENCE = ROOT.parent / "shared" / "reference" / "wilayah.csv"

# Where our full name is not the list's, with the reason in patterns/regions/README.md.
OUR_SPELLING = {
    "31": "Provinsi DKI Jakarta",
    "71.09": "Kabupaten Kepulauan Siau Tagulandang Biaro",
    "92.03": "Kabupaten Fakfak",
}

TWINS = """Bandung, Banjar, Bekasi, Bima, Blitar, Bogor, Cirebon, Gorontalo, Jayapura, Kediri, Kupang, Madiun, Magelang,
Malang, Mojokerto, Pasuruan, Pekalongan, Probolinggo, Semarang, Serang, Solok, Sorong, Sukabumi, Tangerang, Tasikmalaya,
Tegal"""


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.load(REGIONS)


def codes(gazetteer: Gazetteer, name: str) -> list[str]:
    return sorted(area.code for area in gazetteer.names()[fold(name)])


def test_counts_of_the_official_list(gazetteer: Gazetteer) -> None:
    levels = Counter(area.level for area in gazetteer.areas().values())
    assert levels == {"national": 1, "province": 38, "regency": 416, "city": 98}


def test_nation_has_no_code(gazetteer: Gazetteer) -> None:
    assert gazetteer.area("").name == "Indonesia"
    assert gazetteer.names()["indonesia"] == (gazetteer.area(""),)


def test_agrees_with_the_reference_list(gazetteer: Gazetteer) -> None:
    if not REFERENCE.is_file():
        pytest.skip("no reference list at ../shared/reference/wilayah.csv to hold the table against")
    with REFERENCE.open(encoding="utf-8", newline="") as lines:
        listed = {row["code"]: row["name"] for row in csv.DictReader(lines)}
    wanted = {code: name if "." in code else f"Provinsi {name}" for code, name in listed.items()} | OUR_SPELLING
    assert {code: area.name for code, area in gazetteer.areas().items() if code} == wanted


def test_every_area_is_found_by_its_short_name(gazetteer: Gazetteer) -> None:
    for area in gazetteer.areas().values():
        assert area in gazetteer.names()[fold(area.short)]
        assert area in gazetteer.choose(area.short, designator=area.level)


def test_twenty_six_twins(gazetteer: Gazetteer) -> None:
    levels: dict[str, set[str]] = {}
    for area in gazetteer.areas().values():
        levels.setdefault(area.short, set()).add(area.level)
    twins = {short for short, found in levels.items() if {"regency", "city"} <= found}
    assert twins == {name.strip() for name in TWINS.split(",")}
    provinces = {short for short, found in levels.items() if {"province", "city"} <= found}
    assert provinces == {"Jambi", "Bengkulu", "Gorontalo"}


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("Kotim", "62.02"),
        ("kukar", "64.02"),
        ("Kutai Kertanegara", "64.02"),
        ("HSS", "63.06"),
        ("SUMBAR", "13"),
        ("Sumatra Utara", "12"),
        ("Kepri", "21"),
        ("Babel", "19"),
        ("Kaltara", "65"),
        ("Tangsel", "36.74"),
        ("Minut", "71.06"),
        ("Sitaro", "71.09"),
        ("Kulonprogo", "34.01"),
        ("Gunung Kidul", "34.03"),
        ("Bandarlampung", "18.71"),
        ("Bau-Bau", "74.72"),
        ("Palangka Raya", "62.71"),
        ("Siantar", "12.72"),
        ("Lubuklinggau", "16.73"),
        ("Limapuluh Kota", "13.07"),
        ("50 Kota", "13.07"),
        ("Empat Lawang", "16.11"),
        ("Fak-Fak", "92.03"),
        ("Tolitoli", "72.04"),
        ("Jakarta", "31"),
        ("Daerah Khusus Ibukota Jakarta", "31"),
        ("Solo", "33.72"),
        ("Mentawai", "13.09"),
        ("Meranti", "14.10"),
        ("Pangkep", "73.10"),
        ("Papua Barat Daya", "96"),
        ("Toba Samosir", "12.12"),
        ("Maluku Tenggara Barat", "81.03"),
        ("Kota Hujan", "32.71"),
        ("Linggau", "16.73"),
        ("Pesbar", "18.13"),
        ("Bangka Induk", "19.01"),
        ("Sumtim", "53.11"),
        ("Palangka", "62.71"),
        ("Bolmong Selatan", "71.11"),
        ("Bonbol", "75.03"),
    ],
)
def test_names_of_the_press(gazetteer: Gazetteer, name: str, wanted: str) -> None:
    assert codes(gazetteer, name) == [wanted]


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("Serang", ["36.04", "36.73"]),
        ("Jambi", ["15", "15.71"]),
        ("Gorontalo", ["75", "75.01", "75.71"]),
        ("Yogyakarta", ["34", "34.71"]),
        ("Jogja", ["34", "34.71"]),
        ("Banjar", ["32.79", "63.03"]),
        ("Mura", ["16.05", "62.12"]),
    ],
)
def test_ambiguous_names_keep_every_reading(gazetteer: Gazetteer, name: str, wanted: list[str]) -> None:
    assert codes(gazetteer, name) == wanted


@pytest.mark.parametrize("name", ["PPU", "BU", "RI", "Nusantara", "Tanah Air", "Nasional", "Madura"])
def test_left_out_on_purpose(gazetteer: Gazetteer, name: str) -> None:
    assert fold(name) not in gazetteer.names()


def test_no_alias_repeats_a_short_name(gazetteer: Gazetteer) -> None:
    """An alias that says nothing new is a slip of the pen."""
    shorts = {(fold(area.short), area.code) for area in gazetteer.areas().values()}
    with (REGIONS / "aliases.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            readings = {(fold(row["alias"]), code) for code in row["codes"].split(";")}
            assert readings - shorts, row


@pytest.mark.parametrize(
    ("name", "designator", "within", "wanted"),
    [
        ("Serang", None, [], ["36.04", "36.73"]),
        ("Serang", "regency", [], ["36.04"]),
        ("SERANG", "city", [], ["36.73"]),
        ("Serang", None, ["36"], ["36.04", "36.73"]),
        ("Serang", None, ["36", "36.73"], ["36.73"]),
        ("Serang", None, ["36.04", "36.73"], ["36.04", "36.73"]),
        ("Banjar", None, ["63"], ["63.03"]),
        ("Banjar", None, ["63.72"], ["63.03"]),
        ("Banjar", None, ["32.07", ""], ["32.79"]),
        ("Banjar", None, ["11"], ["32.79", "63.03"]),
        ("Gorontalo", "province", [], ["75"]),
        ("Gorontalo", None, ["75.05"], ["75", "75.01", "75.71"]),
        ("Jambi", None, ["15"], ["15"]),
        ("Mura", None, ["62.71"], ["62.12"]),
        ("Lima  Puluh Kota", "regency", [], ["13.07"]),
        ("Sragen", "city", [], []),
        ("Antah Berantah", None, [], []),
    ],
)
def test_choice(
    gazetteer: Gazetteer, name: str, designator: Level | None, within: list[str], wanted: list[str]
) -> None:
    chosen = gazetteer.choose(name, designator=designator, within=within, year=2024)
    assert sorted(area.code for area in chosen) == wanted


@pytest.mark.parametrize(
    ("name", "designator", "year", "wanted"),
    [
        ("Pontianak", None, 2013, ["61.02", "61.71"]),
        ("Pontianak", None, 2014, ["61.02", "61.71"]),
        ("Pontianak", None, 2015, ["61.71"]),
        ("Pontianak", None, None, ["61.71"]),
        ("Pontianak", "regency", 2013, ["61.02"]),
        ("Mamuju Utara", None, 2016, ["76.01"]),
        ("Mamuju Utara", "regency", 2023, ["76.01"]),
        ("Papua Tengah", "province", 2024, ["94"]),
    ],
)
def test_former_names_by_year(
    gazetteer: Gazetteer, name: str, designator: Level | None, year: int | None, wanted: list[str]
) -> None:
    chosen = gazetteer.choose(name, designator=designator, within=(), year=year)
    assert sorted(area.code for area in chosen) == wanted


def test_words_are_names_or_seats(gazetteer: Gazetteer) -> None:
    assert gazetteer.words() <= set(gazetteer.names()) | set(gazetteer.seats())
    listed = "Batu, Batang, Landak, Buru, Padang, Pati, Puncak, Kudus, Kuningan, Metro"
    assert {fold(name) for name in listed.split(",")} <= gazetteer.words()


def test_seats(gazetteer: Gazetteer) -> None:
    seats = gazetteer.seats()
    assert len(seats) > 150
    for town, code in {"UNGARAN": "33.22", "Sangatta": "64.08", "Tenggarong": "64.02", "Selong": "52.03"}.items():
        assert seats[fold(town)].code == code


def test_branches_and_their_spellings(gazetteer: Gazetteer) -> None:
    branches = gazetteer.branches()
    assert branches["bau-bau"] == branches["baubau"] == "Baubau"
    assert set(branches.values()) >= {"Palembang", "Metro", "Curup", "Jakarta Selatan"}


def test_every_branch_has_its_office_in_an_area(gazetteer: Gazetteer) -> None:
    offices = {town: gazetteer.office(town) for town in gazetteer.branches().values()}
    assert all(offices.values())
    sampit = offices["Sampit"]
    assert sampit is not None and sampit.name == "Kabupaten Kotawaringin Timur"


def test_more_people_than_an_area_has(gazetteer: Gazetteer) -> None:
    areas = [area for code, area in gazetteer.areas().items() if code]
    assert all(0 < gazetteer.most(area.code) < 1e8 for area in areas)
    assert all(gazetteer.most(area.code) <= gazetteer.most(area.province) for area in areas)
    assert gazetteer.most("35.78") > gazetteer.most("35.76")  # Surabaya and Mojokerto


def test_decoys_hold_a_name_and_are_none(gazetteer: Gazetteer) -> None:
    assert not gazetteer.decoys() & set(gazetteer.names())
    for phrase in gazetteer.decoys():
        words = phrase.replace("-", " ").split()
        parts = {" ".join(words[i:j]) for i in range(len(words)) for j in range(i + 1, len(words) + 1)}
        assert parts & set(gazetteer.names()), phrase


def test_load_is_quick_and_the_result_cannot_be_changed(gazetteer: Gazetteer) -> None:
    def seconds() -> float:
        start = time.perf_counter()
        Gazetteer.load(REGIONS)
        return time.perf_counter() - start

    assert min(seconds() for _ in range(5)) < 0.02
    with pytest.raises(TypeError):
        gazetteer.names()["x"] = ()  # type: ignore[index]
    with pytest.raises(AttributeError):
        gazetteer._areas = {}  # type: ignore[misc]
    assert pickle.loads(pickle.dumps(gazetteer)) == gazetteer


GOOD = {
    AREAS[0]: [
        ",national,Indonesia,Indonesia,,,",
        "98,province,Provinsi Arta,Arta,98,,",
        "98.01,regency,Kabupaten Sari,Sari,98,,",
    ],
    ALIASES[0]: ["Sarri,98.01,spelling,,,"],
    SEATS[0]: ["Tamansari,98.01,"],
    BRANCHES[0]: ["Sari,98.01,Sarri"],
    DECOYS[0]: ["Sari Roti,bread"],
    PEOPLE[0]: ["98,900000,300000"],
}


def folder(tmp_path: Path, file: str = "", line: str = "") -> Path:
    """A small sound folder, with ``line`` added to the end of ``file``."""
    for name, columns in (AREAS, ALIASES, SEATS, BRANCHES, DECOYS, PEOPLE):
        lines = [",".join(columns), *GOOD[name], *([line] if name == file else [])]
        (tmp_path / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    return tmp_path


def test_sound_folder_loads(tmp_path: Path) -> None:
    assert [area.code for area in Gazetteer.load(folder(tmp_path)).names()["sarri"]] == ["98.01"]


@pytest.mark.parametrize(
    ("file", "line", "message"),
    [
        ("areas.csv", "98.02,kota,Kota Sari,Sari,98,,", "areas.csv line 5: unknown level 'kota' (use national"),
        ("areas.csv", "98.01,city,Kota Sari,Sari,98,,", "areas.csv line 5: code '98.01' comes twice (one line"),
        ("areas.csv", "97.01,city,Kota Sari,Sari,98,,", "areas.csv line 5: area '97.01' is in province '98' (put it"),
        ("areas.csv", "97.01,city,Kota Sari,Sari,97,,", "areas.csv line 5: area '97.01' is in province '97' (put it"),
        ("areas.csv", "98.71,city,Kota Sari,Sari,98,baru,", "areas.csv line 5: no year: 'baru' (four digits"),
        ("areas.csv", "98.71,city,Kota Sari,Sari,98,,ya", "areas.csv line 5: word is 'ya' (1 where"),
        ("areas.csv", "98.71,city,Kota Sari", "areas.csv line 5: 3 cells (the columns are code,level"),
        ("aliases.csv", "Sarie,98.09,spelling,,,", "aliases.csv line 3: alias 'Sarie' has unknown code '98.09' (use a"),
        ("aliases.csv", "Sarie,98.01,slang,,,", "aliases.csv line 3: unknown kind 'slang' (use short, clipping"),
        ("aliases.csv", "SARRI,98,spelling,,,", "aliases.csv line 3: alias 'SARRI' comes twice (one line, codes"),
        ("aliases.csv", "Sarie,98.01,former,,,", "aliases.csv line 3: alias 'Sarie' is former and valid until now (a"),
        ("aliases.csv", "Sarie,98.01,spelling,2015,,", "aliases.csv line 3: alias 'Sarie' is spelling and valid until"),
        ("seats.csv", "Sari,98.01,", "seats.csv line 3: seat 'Sari' is already a name (drop it"),
        ("seats.csv", "Taman,98.09,", "seats.csv line 3: seat 'Taman' has unknown code '98.09'"),
        ("branches.csv", "Sarri,98.01,", "branches.csv line 3: branch 'Sarri' comes twice (one line"),
        ("branches.csv", "Taman,98.09,", "branches.csv line 3: branch 'Taman' has unknown code '98.09'"),
        ("people.csv", "98.09,5,", "people.csv line 3: a line of people has unknown code '98.09'"),
        ("people.csv", "98.01,5,5", "people.csv line 3: no people: ['98.01', '5', '5'] (a number"),
        ("people.csv", "98,5,5", "people.csv line 3: people of '98' come twice (one line"),
        ("decoys.csv", "sarri,note", "decoys.csv line 3: decoy 'sarri' is an area's name (spell the longer phrase)"),
    ],
)
def test_refusal_says_what_and_where(tmp_path: Path, file: str, line: str, message: str) -> None:
    with pytest.raises(PatternError) as refusal:
        Gazetteer.load(folder(tmp_path, file, line))
    assert message in str(refusal.value)
    assert refusal.value.remedy


def test_missing_file_and_wrong_header(tmp_path: Path) -> None:
    sound = folder(tmp_path)
    (sound / "seats.csv").write_text("town,area\n", encoding="utf-8")
    with pytest.raises(PatternError, match=r"seats\.csv line 1: wrong header \(the columns are town,code,word\)"):
        Gazetteer.load(sound)
    (sound / "seats.csv").unlink()
    with pytest.raises(PatternError, match=r"seats\.csv: cannot be read \(restore the file\)"):
        Gazetteer.load(sound)
