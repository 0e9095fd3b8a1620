"""Registry tables: each told by its header, each broken cell named by file, line and column; no personal data."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from loaders.registry import in_order, read_registry
from ontology.entities.base import Entity
from ontology.errors import BrokenTable, InputError, UnreadableFile
from ontology.models import Headcount, Methodist, Subject, Support, Territory
from ontology.territories import country, regions
from tests.queries.small import GROUND, subject

KNOWN: list[Entity] = [
    *(e for e in GROUND if isinstance(e, Territory)),
    *regions(),
    subject("mms", "x-z", "municipal", generic=True, name="Муниципальная методическая служба", short="ММС"),
    subject("school", "x-z.elkin", "institutional", name="Школа № 1"),
    Territory(id="x-y", name="Дальняя область", kind="region", part_of="ru"),
    Territory(id="x-y.elkin", name="Ёлкинский муниципальный район", kind="municipality", part_of="x-y"),
]
ORGANISATIONS = "name;territory;fills;vacant;invented\nМетодцентр;город Зареченск;ММС;нет;да\n"
HEADCOUNTS = "organisation;date;teachers;subject_area;invented\nШкола № 1;01.09.2024;48;Физика;да\n"
METHODISTS = (
    "code;territory;subject_area;fte;date;organisation;teachers;invented\n"
    "М-1;город Зареченск;физика;0,5;2024-09-01;Школа № 1;48;да\n"
    "М-1;город Зареченск;физика;0,5;2024-09-01;Методцентр;12;да\n"
)


def read(text: str, *, encoding: str = "utf-8", known: list[Entity] | None = None) -> list[Entity]:
    return read_registry(text.encode(encoding), KNOWN if known is None else known, name="t.csv")


def broken(text: str) -> str:
    with pytest.raises(BrokenTable) as caught:
        read(text)
    message = caught.value.message("ru")
    assert "\n" not in message and caught.value.message("en")
    return message


def test_organisations_fill_generic_subjects() -> None:
    (found,) = read(ORGANISATIONS)
    assert isinstance(found, Subject)
    assert (found.name, found.territory, found.fills, found.invented) == ("Методцентр", "x-z.zarechny", "mms", True)
    assert (found.level, found.generic, found.vacant) == ("municipal", False, False)


def test_headcounts_and_methodists() -> None:
    (count,) = read(HEADCOUNTS)
    assert isinstance(count, Headcount)
    assert (count.teachers, count.date, count.subject_area, count.subject) == (48, date(2024, 9, 1), "физика", "school")
    found = read(METHODISTS, known=[*KNOWN, *read(ORGANISATIONS)])
    assert [type(e) for e in found] == [Methodist, Support, Support]
    methodist = found[0]
    assert isinstance(methodist, Methodist) and (methodist.code, methodist.fte) == ("М-1", 0.5)
    assert sum(e.teachers for e in found if isinstance(e, Support)) == 60


def test_territories_keep_the_official_ids() -> None:
    district, region = read(
        "name;kind;part_of;oktmo\nНовый район;municipality;RU-BEL;14999999\nБрянская область;region;ru;\n"
    )
    assert isinstance(district, Territory) and district.part_of == "ru-bel" and district.oktmo == "14999999"
    assert region.id == "ru-bry"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1251", "utf-16"])
@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_encodings_and_separators(encoding: str, separator: str) -> None:
    text = HEADCOUNTS.replace(";", separator).replace("\n", "\r\n")
    assert read(text, encoding=encoding) == read(HEADCOUNTS)


def test_russian_headers_quotes_and_empty_lines() -> None:
    text = '\n"организация";"дата";"учителей";"предмет";"вымышлено"\n;;;;\n"Школа № 1";"2024-09-01";"48";физика;да;\n\n'
    assert read(text) == read(HEADCOUNTS)


def test_reading_twice_gives_the_same_ids() -> None:
    assert read(ORGANISATIONS) == read(ORGANISATIONS) and read(HEADCOUNTS) == read(HEADCOUNTS)


def test_an_organisation_that_an_act_names_keeps_what_the_act_says() -> None:
    from ontology.ids import subject_id

    named = subject(
        subject_id("x-z.zarechny", "Методцентр"),
        "x-z.zarechny",
        "municipal",
        name="Методцентр",
        kind="centre",
        short="МЦ",
    )
    (found,) = read(ORGANISATIONS, known=[*KNOWN, named])
    assert isinstance(found, Subject) and (found.id, found.short, found.kind) == (named.id, "МЦ", "centre")
    assert found.fills == "mms"


@pytest.mark.parametrize(
    ("text", "where", "says"),
    [
        ("organisation;date;teachers\nШкола № 1;2024-09-01;сорок\n", "t.csv:2:teachers", "«сорок»"),
        ("organisation;date;teachers\nШкола № 1;2024-09-01;-4\n", "t.csv:2:teachers", "«-4»"),
        ("organisation;date;teachers\nШкола № 1;2024-09-01;99999999999\n", "t.csv:2:teachers", "целое число"),
        ("organisation;date;teachers\nШкола № 1;31.02.2024;4\n", "t.csv:2:date", "не дата"),
        ("organisation;date;teachers\nШкола № 1;2024-09-01;\n", "t.csv:2:teachers", "ячейка пуста"),
        ("organisation;date;teachers\n\nШкола № 9;2024-09-01;4\n", "t.csv:3:organisation", "«Школа № 9»"),
        ("organisation;date;teachers\nШкола № 1;2024-09-01;4;5\n", "t.csv:2", "4 ячеек"),
        ("organisation;date;teachers;teachers\nШкола № 1;2024-09-01;4;4\n", "t.csv:1", "указан дважды"),
        ("organisation;date;teachers;teecher\nШкола № 1;2024-09-01;4;4\n", "t.csv:1", "«teecher» неизвестен"),
        ("organisation;date;teachers\nШкола № 1;2024-09-01;4\nШкола № 1;2024-09-01;5\n", "t.csv:3:teachers", "дважды"),
        ('organisation;date;teachers\n"Школа\nдва";2024-09-01;4\nШкола № 1;x;4\n', "t.csv:2:organisation", "Школа два"),
        ('organisation;date;teachers\nШкола № 1;2024-09-01;"4\n', "t.csv", "кавычки"),
        ("name;territory\nА;Неведомый район\n", "t.csv:2:territory", "«Неведомый район»"),
        ("name;territory\nА;Ёлкинский муниципальный район\n", "t.csv:2:territory", "несколько"),
        ("name;territory;fills\nА;город Зареченск;Планетарий\n", "t.csv:2:fills", "«Планетарий»"),
        ("name;territory;level\nА;город Зареченск;космический\n", "t.csv:2:level", "municipal"),
        ("name;territory;vacant\nА;город Зареченск;может быть\n", "t.csv:2:vacant", "«может быть»"),
        ("name;kind;part_of\nА;муниципалитет;Неведомый край\n", "t.csv:2:part_of", "«Неведомый край»"),
        ("name;kind;part_of;oktmo\nА;муниципалитет;RU-BEL;12\nБ;муниципалитет;RU-BEL;1x\n", "t.csv:3:oktmo", "«1x»"),
        ("code;territory;fte;date\nМ-1;город Зареченск;7;2024-09-01\n", "t.csv:2:fte", "в нужных пределах"),
        ("code;territory;fte;date;teachers\nМ-1;город Зареченск;1;2024-09-01;5\n", "t.csv:2:organisation", "чьи"),
        ("a;b;c\n1;2;3\n", "t.csv:1", "territories, organisations, headcounts, methodists"),
    ],
)
def test_broken_tables_say_where_and_what(text: str, where: str, says: str) -> None:
    message = broken(text)
    assert message.startswith(f"{where}:") and says in message, message


def test_region_tells_namesakes_apart() -> None:
    (found,) = read("name;territory;region\nА;Ёлкинский муниципальный район;Дальняя область\n")
    assert isinstance(found, Subject) and found.territory == "x-y.elkin"


@pytest.mark.parametrize(
    "code",
    [
        "Иванова Мария",
        "Иванова",
        "Петров1",
        "+79001234567",
        "8-900-123-45-67",
        "a@b.ru",
        "123-456-789 01",
        "методист",
        "М 1",
    ],
)
def test_personal_data_is_refused_and_not_repeated(code: str) -> None:
    message = broken(f"code;territory;fte;date\n{code};город Зареченск;1;2024-09-01\n")
    assert "персональные данные" in message and code not in message


@pytest.mark.parametrize("title", ["ФИО", "Телефон", "e-mail", "СНИЛС", "дата рождения", "Фамилия"])
def test_columns_of_personal_data_are_refused(title: str) -> None:
    assert "персональные данные" in broken(f"code;territory;fte;date;{title}\nМ-1;город Зареченск;1;2024-09-01;x\n")


@pytest.mark.parametrize("raw", [b"", b"\n \n", b"\xef\xbb\xbf", b"PK\x03\x04\x00\x00\x01", b"\x00\x01\x02" * 9])
def test_no_table_at_all(raw: bytes) -> None:
    with pytest.raises(UnreadableFile):
        read_registry(raw, KNOWN, name="t.csv")


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile):
        read_registry(tmp_path / "none.csv", KNOWN)


def test_tables_are_read_in_the_order_of_their_references(tmp_path: Path) -> None:
    texts = {
        "a.csv": METHODISTS,
        "b.csv": HEADCOUNTS,
        "c.csv": ORGANISATIONS,
        "d.csv": "name;kind;part_of\n",
        "e.csv": "?",
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert [p.name for p in in_order(sorted(tmp_path.iterdir()))] == ["d.csv", "c.csv", "b.csv", "a.csv", "e.csv"]


def test_the_bundled_example_is_whole_and_marked_as_invented() -> None:
    folder = Path(__file__).resolve().parents[3] / "data" / "demo"
    generic = subject(
        "g", "ru-vla", "municipal", generic=True, name="Муниципальная методическая служба Владимирской области"
    )
    known: list[Entity] = [country(), *regions(), generic]
    for path in in_order(sorted(folder.glob("*.csv"))):
        known += read_registry(path, known)
    staff = [e for e in known if isinstance(e, Headcount | Methodist | Support | Subject) and e is not generic]
    assert len([e for e in staff if isinstance(e, Methodist)]) > 30
    assert all(e.invented for e in staff)


def test_hostile_cells_never_leave_our_errors() -> None:
    for cell in ("=cmd|' /C calc'!A0", "'; DROP TABLE subjects; --", "я" * 5000, "\u202e", "🙂"):
        for text in (f"name;territory\n{cell};город Зареченск\n", f"{cell};b\n1;2\n", f"name;territory\nА;{cell}\n"):
            try:
                read(text)
            except InputError as error:
                assert len(error.message("ru")) < 700
