"""Registry tables kept in workbooks: the same facts and the same errors as from CSV."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter

from loaders.registry import in_order, read_registry
from ontology import territories
from ontology.errors import BrokenTable, UnreadableFile

HEADER = ["организация", "дата", "предмет", "учителей", "территория", "вымышлено"]
ROW = ["Выдуманная школа № 1", date(2024, 9, 1), "математика", 48, "Ёлкинский район", True]


def workbook(fill: Callable[[xlsxwriter.Workbook], None]) -> bytes:
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True, "default_date_format": "dd.mm.yyyy"}) as book:
        fill(book)
    return made.getvalue()


def sheet(
    *rows: list[object], name: str = "Численность", hidden: bool = False
) -> Callable[[xlsxwriter.Workbook], None]:
    def fill(book: xlsxwriter.Workbook) -> None:
        page = book.add_worksheet(name)
        for n, row in enumerate(rows):
            for k, value in enumerate(row):
                page.write(n, k, value)
        if hidden:
            page.hide()

    return fill


def together(*fills: Callable[[xlsxwriter.Workbook], None]) -> Callable[[xlsxwriter.Workbook], None]:
    def fill(book: xlsxwriter.Workbook) -> None:
        for one in fills:
            one(book)

    return fill


TERRITORIES = [["название", "вид", "входит в", "октмо"], ["Ёлкинский район", "municipality", "RU-VLA", 17999999.0]]


def test_numbers_and_days_are_those_of_a_csv() -> None:
    known = [territories.country(), *territories.regions()]
    csv = "название;вид;входит в;октмо\nЁлкинский район;municipality;RU-VLA;17999999\n".encode()
    assert read_registry(workbook(sheet(*TERRITORIES)), known, name="a.xlsx") == read_registry(csv, known, name="a.csv")


def test_cells_as_they_would_be_typed() -> None:
    from loaders.registry.workbook import sheets

    table = sheets(workbook(sheet(HEADER, ROW, ["", "", 0.5, 1e3, False, "  два  слова "])), "a.xlsx")[0]
    assert table.rows[0][1] == ("Выдуманная школа № 1", "2024-09-01", "математика", "48", "Ёлкинский район", "да")
    assert table.rows[1][1] == ("", "", "0.5", "1000", "нет", "два слова")


def test_a_title_above_and_a_header_of_two_lines() -> None:
    from loaders.registry.workbook import sheets

    def fill(book: xlsxwriter.Workbook) -> None:
        page = book.add_worksheet("Лист1")
        page.merge_range(0, 0, 0, 3, "Численность на начало года")
        page.merge_range(1, 0, 2, 0, "организация")
        page.merge_range(1, 1, 2, 1, "дата")
        page.merge_range(1, 2, 1, 3, "Учителя")
        page.write_row(2, 2, ["предмет", "учителей"])
        page.merge_range(3, 0, 4, 0, "Выдуманная школа № 1")
        page.write_row(3, 1, ["2024-09-01", "математика", 4])
        page.write_row(4, 1, ["2024-09-01", "физика", 5])

    table = sheets(workbook(fill), "a.xlsx")[0]
    assert table.header == ("организация", "дата", "предмет", "учителей")
    assert [cells for _, cells in table.rows] == [
        ("Выдуманная школа № 1", "2024-09-01", "математика", "4"),
        ("Выдуманная школа № 1", "2024-09-01", "физика", "5"),
    ]
    assert [n for n, _ in table.rows] == [4, 5]


def test_the_sheet_whose_header_is_known_is_read() -> None:
    known = [territories.country(), *territories.regions()]
    notes = sheet(["Заметки", "разные"], ["не", "таблица"], name="Заметки")
    made = workbook(
        together(notes, sheet(*TERRITORIES, name="Районы"), sheet(["скрыто", "это"], name="X", hidden=True))
    )
    assert [e.name for e in read_registry(made, known, name="a.xlsx")] == ["Ёлкинский район"]
    both = workbook(together(sheet(*TERRITORIES, name="Районы"), sheet(HEADER, ROW, name="Учителя")))
    with pytest.raises(BrokenTable, match="Районы, Учителя"):
        read_registry(both, known, name="a.xlsx")


def test_the_cell_of_an_error_is_named() -> None:
    known = [territories.country(), *territories.regions()]
    made = workbook(sheet(TERRITORIES[0], TERRITORIES[1], ["Ёлкинский округ", "municipality", "RU-VLA", 12.5]))
    with pytest.raises(BrokenTable) as caught:
        read_registry(made, known, name="a.xlsx")
    assert caught.value.where == "a.xlsx:3:oktmo"


def test_personal_columns_are_refused_here_as_well() -> None:
    with pytest.raises(BrokenTable, match="personal"):
        read_registry(workbook(sheet(["ФИО", "дата"], ["x", "y"])), [], name="a.xlsx")


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b"PK\x03\x04" + bytes(50), "damaged"),
        (workbook(sheet(HEADER, ROW))[:2000], "damaged"),
        (workbook(sheet()), "empty"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old format"),
    ],
    ids=["broken", "cut", "empty", "old"],
)
def test_what_is_no_workbook(raw: bytes, message: str) -> None:
    with pytest.raises(UnreadableFile, match=message) as caught:
        read_registry(raw, [], name="a.xlsx")
    assert caught.value.message("ru") != caught.value.message("en")


def test_workbooks_and_csv_are_sorted_together(tmp_path: Path) -> None:
    (tmp_path / "b.xlsx").write_bytes(workbook(sheet(HEADER, ROW)))
    (tmp_path / "c.csv").write_text("название;вид;входит в\nЁлкинский район;municipality;RU-VLA\n", encoding="utf-8")
    assert [p.name for p in in_order(sorted(tmp_path.iterdir()))] == ["c.csv", "b.xlsx"]
