"""A workbook goes out, is filled in with another program, and comes back: strictly, and the same twice."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import Any

import pytest
import xlsxwriter
from python_calamine import CalamineWorkbook

from loaders.review.applied import apply
from loaders.review.columns import columns, sheet_name
from loaders.review.filled import wishes
from loaders.review.rows import rows
from loaders.review.sources import Act
from loaders.review.undone import undone
from loaders.review.values import Values
from loaders.review.verdicts import Wish, decide
from loaders.review.workbook import workbook
from ontology import catalogue
from ontology.entities.base import Entity
from ontology.entities.vocabulary import ReadingStatus, Verdict
from ontology.errors import BrokenTable, OporaError, UnreadableFile
from ontology.labels import label
from ontology.models import Assignment, Decision, NameVariant, Order, Subject
from tests.loaders.review.act import F2, NOW, ORDER, facts, held

FUNCTIONS = {f.code: f for f in catalogue.functions()}
HELD, RIGHT, CORRECTED = sheet_name("Assignment", "ru"), "верно", label(Verdict.CORRECTED, "ru")
Sheets = dict[str, list[list[Any]]]


def act_of(given: Sequence[Entity]) -> Act:
    return Act(next(f for f in given if isinstance(f, Order)), tuple(given))


def out(given: Sequence[Entity]) -> bytes:
    act = act_of(given)
    values = Values(act, FUNCTIONS, "ru")
    return workbook(act, rows(act, values), values)


def read(raw: bytes) -> Sheets:
    book = CalamineWorkbook.from_filelike(io.BytesIO(raw))
    return {name: book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names}


def written(sheets: Sheets) -> bytes:
    """The cells as another program saves them."""
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    for name, lines in sheets.items():
        sheet = book.add_worksheet(name)
        for n, line in enumerate(lines):
            sheet.write_row(n, 0, line)
    book.close()
    return target.getvalue()


def place(kind: str, column: str) -> int:
    return [c.name for c in columns(kind, "ru")].index(column)


def fill(sheets: Sheets, kind: str, id: str, /, **cells: Any) -> None:
    lines = sheets[sheet_name(kind, "ru")]
    line = next(line for line in lines if str(line[0]).endswith(id))
    for name, value in cells.items():
        line[place(kind, name)] = value


def back(given: Sequence[Entity], raw: bytes, later: int = 0) -> list[Entity]:
    act = act_of(given)
    values = Values(act, FUNCTIONS, "ru")
    made = decide(act, wishes(raw, act, values, "x.xlsx"), values, "Луговая", NOW + timedelta(minutes=later))
    return apply(undone(act, made), [*act.decisions, *made]).facts


def test_an_untouched_workbook_asks_for_nothing() -> None:
    act = act_of(facts())
    assert wishes(out(facts()), act, Values(act, FUNCTIONS, "ru"), "x.xlsx") == []
    assert wishes(written(read(out(facts()))), act, Values(act, FUNCTIONS, "en"), "x.xlsx") == []


def test_a_filled_workbook_is_carried_out_and_the_second_time_changes_nothing() -> None:
    sheets = read(out(facts()))
    fill(sheets, "Assignment", "s-bank", verdict=RIGHT, note="сверено")
    fill(sheets, "Assignment", "s-bank2", verdict="отклонено")
    house, title = "Дом учителя", FUNCTIONS[F2].label_ru
    fill(sheets, "Assignment", "s-trains", verdict=CORRECTED, function=f"{F2} {title}", subject=house)
    fill(sheets, "Subject", "ru-lug.house", verdict=CORRECTED, name="Дом педагога", short="ДП", generic="да")
    fill(sheets, "NameVariant", "v-house", verdict="разделено")
    fill(sheets, "Agreement", ".g", verdict=CORRECTED, parties=house, deadline="01.09.2026")
    fill(sheets, "Agreement", ".g", number=12, date="03.02.2026")  # a cell of digits is a number to a table
    fill(sheets, "Activity", ".a", verdict=CORRECTED, status="выполнено", done_on="20.05.2026")
    fill(sheets, "Observation", "k.1", verdict=CORRECTED, value="45,5")
    raw = written(sheets)
    once = back(facts(), raw)
    found = {f.id.removeprefix(f"{ORDER}."): f for f in once}
    bank, trains, house_now = found["s-bank"], found["s-trains"], found["ru-lug.house"]
    assert isinstance(bank, Assignment) and isinstance(trains, Assignment) and isinstance(house_now, Subject)
    assert bank.status is ReadingStatus.CONFIRMED and "s-bank2" not in found
    assert (trains.function, trains.subject) == (catalogue.function_id(F2), "ru-lug.house")
    assert (house_now.name, house_now.short, house_now.generic) == ("Дом педагога", "ДП", True)
    assert house_now.alternative_names == (house,)
    agreement, activity = found["g"].model_dump(mode="json"), found["a"].model_dump(mode="json")
    assert agreement["parties"] == ["ru-lug.house"]
    assert (agreement["number"], agreement["date"], agreement["valid_until"]) == ("12", "2026-02-03", None)
    assert (activity["status"], activity["done_on"], activity["due"]) == ("done", "2026-05-20", None)
    assert found["k.1"].model_dump()["value"] == 45.5
    assert {d.note for d in once if isinstance(d, Decision)} == {"сверено", None}
    split = found["v-house"]
    assert isinstance(split, NameVariant) and split.subject != "ru-lug.centre"
    assert back(once, raw, later=1) == once or {f.id: f for f in back(once, raw, later=1)} == {f.id: f for f in once}


def _changed(kind: str, id: str, /, **cells: Any) -> Callable[[Sheets], None]:
    return lambda sheets: fill(sheets, kind, id, **cells)


def _twice(sheets: Sheets) -> None:
    sheets[HELD].append(list(sheets[HELD][1]))


def _heading(sheets: Sheets) -> None:
    sheets[HELD][0][2] = "Слова"


def _other_act(sheets: Sheets) -> None:
    sheets["Акт"][1][1] = "another"


def _no_cover(sheets: Sheets) -> None:
    del sheets["Акт"]


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (_changed("Assignment", "s-bank", id="no-such-id"), "no-such-id"),
        (_changed("Assignment", "s-bank", text="иные слова"), f"{HELD}!C"),
        (_changed("Assignment", "s-count", confidence=0.99), "менять нельзя"),
        (_changed("Assignment", "s-bank", verdict="может быть"), "может быть"),
        (_changed("Assignment", "s-bank", verdict=CORRECTED, function="F99.99 нет такой"), "F99.99"),
        (_changed("Assignment", "s-bank", verdict=CORRECTED, subject="Никто"), "Никто"),
        (_changed("Assignment", "s-bank", verdict=CORRECTED, role="король"), "король"),
        (_changed("Assignment", "s-bank", role=label(Verdict.CORRECTED, "ru")), "исправлено"),
        (_changed("Assignment", "s-bank", verdict=RIGHT, subject="Дом учителя"), "исправлено"),
        (_changed("Assignment", "s-bank", verdict=CORRECTED), "ничего не исправлено"),
        (_twice, "дважды"),
        (_heading, "Слова акта"),
        (_other_act, "another"),
        (_no_cover, "не таблица проверки"),
    ],
)
def test_what_cannot_be_right_is_one_line_with_its_cell(spoil: Callable[[Sheets], None], says: str) -> None:
    sheets = read(out(facts()))
    spoil(sheets)
    with pytest.raises(OporaError) as caught:
        back(facts(), written(sheets))
    line = caught.value.message("ru")
    assert says in line and "\n" not in line and "x.xlsx" in line


@pytest.mark.parametrize("raw", [b"", b"PK\x03\x04", b"\0" * 100, "не таблица".encode()])
def test_what_is_no_workbook_is_refused(raw: bytes) -> None:
    act = act_of(facts())
    with pytest.raises((UnreadableFile, BrokenTable)):
        wishes(raw, act, Values(act, FUNCTIONS, "ru"), "x.xlsx")


def test_a_workbook_that_unpacks_into_too_much_is_refused() -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/worksheets/sheet1.xml", b"0" * 90_000_000)
    act = act_of(facts())
    with pytest.raises(UnreadableFile):
        wishes(target.getvalue(), act, Values(act, FUNCTIONS, "ru"), "x.xlsx")


HOSTILE = (
    "=1+1",
    "+7",
    "-2",
    "@SUM(A1)",
    '=HYPERLINK("http://x")',
    "a\x0bb\x1f",
    "_x0041_",
    "я" * 40_000,
    "<b>&amp;",
    "\tтаб",
)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_is_only_text_and_comes_back(text: str) -> None:
    world = [*facts(), held("evil", "centre", "3", text)]
    world.append(
        Subject(id="ru-lug.evil", name=text[:200] or "x", kind="centre", territory="ru-lug", clause=f"{ORDER}.c3")
    )
    raw = out(world)
    with zipfile.ZipFile(io.BytesIO(raw)) as package:
        sheets = [package.read(n).decode() for n in package.namelist() if n.startswith("xl/worksheets/sheet")]
    assert sheets and not any("<f>" in sheet or "<hyperlink" in sheet for sheet in sheets)
    assert back(world, raw) == world


def test_rows_show_the_doubtful_first_and_can_be_narrowed() -> None:
    act = act_of(facts())
    values = Values(act, FUNCTIONS, "ru")
    own = [row for row in rows(act, values) if row.kind == "Assignment"]
    assert [row.id.removeprefix(f"{ORDER}.") for row in own][:2] in (["s-count", "s-trains"], ["s-trains", "s-count"])
    assert own[0].why
    assert {row.id for row in rows(act, values, "unmapped")} == {f"{ORDER}.s-trains"}
    low = rows(act, values, "low")
    assert {"s-count", "s-trains", "a", "v-house"} <= {row.id.removeprefix(f"{ORDER}.") for row in low}
    assert rows(act, values, "changed") == []
    made = decide(act, [Wish("s-bank", Verdict.REJECTED)], values, "Луговая", NOW)
    after = act_of(apply(act.facts, made).facts)
    gone = next(r for r in rows(after, Values(after, FUNCTIONS, "ru")) if r.id.endswith("s-bank"))
    assert (gone.status, gone.decided_by, gone.clause) == ("rejected", "Луговая", "2")
