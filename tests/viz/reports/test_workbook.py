"""The audit as a workbook: a sheet per kind, text that is never a formula, the same bytes for the same audit."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Any

import pytest
from lxml import etree
from python_calamine import CalamineWorkbook

from ontology.errors import BadParameter
from ontology.i18n import LANGS
from queries.findings.audit import Audit
from tests.viz.example import LONG
from tests.viz.reports.audits import FORMULAS, audit, finding
from viz.reports import FORMATS, report
from viz.reports.sheets import SheetNames

_NS = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}


def sheets(said: Audit, lang: Any = "ru") -> dict[str, list[list[Any]]]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(report(said, "xlsx", lang)))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def parts(said: Audit) -> dict[str, Any]:
    with zipfile.ZipFile(io.BytesIO(report(said, "xlsx", "ru"))) as archive:
        return {n: etree.fromstring(archive.read(n)) for n in archive.namelist() if n.endswith((".xml", ".rels"))}


def column(rows: list[list[Any]], head: str) -> list[Any]:
    start = next(n for n, row in enumerate(rows) if head in row)
    return [row[rows[start].index(head)] for row in rows[start + 1 :]]


def test_the_summary_has_each_kind_with_what_was_checked() -> None:
    rows = sheets(audit())["Сводка"]
    assert rows[0][0] == "Проверка: Заречная область" and rows[1][0] == "По состоянию на 22.11.2026"
    assert rows[4] == ["Вид замечания", "Тяжесть", "Выявлено", "Обосновано", "Проверено", "Что проверялось", "Доля"]
    assert [row[1:5] for row in rows[5:9]] == [
        ["нарушение", 2, 2, 40], ["предупреждение", 12, 0, 120], ["к сведению", 1, 0, 0], ["к сведению", 0, 0, 7],
    ]  # fmt: skip
    assert [row[6] for row in rows[5:9]] == [0.05, 0.1, "–", 0]
    assert rows[9][0] == "Всего" and rows[9][2:4] == [15, 2]


def test_a_row_for_each_clause_and_no_column_that_is_empty() -> None:
    rows = sheets(audit())["Спор об ответственности в двух"]
    assert column(rows, "№") == [1, 1, 2, 2]
    assert column(rows, "Пункт") == ["п. 3.1.1", "прил. 2, п. 4"] * 2
    assert column(rows, "Акт")[0] == "№ 12-од от 20.07.2021"
    assert column(rows, "О чём замечание")[0] == "1.03 Согласование руководителя центра"
    assert "Что ожидалось" not in rows[3] and "Слова акта" in rows[3]
    late = sheets(audit())["Мероприятие не выполнено в срок"]
    assert column(late, "Что установлено")[0] == "31.12.2023" and "Код" not in late[3]


def test_what_is_justified_stands_apart_with_who_why_and_until() -> None:
    rows = sheets(audit())["Обоснованные"]
    assert column(rows, "Кто обосновал") == ["Иванова И. И."] * 2
    assert column(rows, "До какого дня") == ["01.01.2027", "без срока"]
    assert column(rows, "Когда")[0] == "02.11.2026"
    assert column(rows, "Акты и пункты")[0].count("№ 12-од") == 2


def test_no_text_is_a_formula_or_leads_outside() -> None:
    found = parts(audit())
    assert not any(tree.findall(".//m:f", _NS) for name, tree in found.items() if "/worksheets/" in name)
    assert not [n for n, tree in found.items() if any("External" in e.attrib.values() for e in tree.iter())]
    about = column(sheets(audit())["Мероприятие не выполнено в срок"], "О чём замечание")
    assert about[:4] == list(FORMULAS[:4]) and about[5:7] == [
        '=HYPERLINK("http://x.invalid";"щелчок")',
        "Http://x.invalid/",
    ]
    assert about[7] == LONG.strip() and about[10] == "Ab c" and len(about[11]) == 32_000


def test_tables_can_be_filtered_and_printed() -> None:
    sheets_ = [tree for name, tree in parts(audit()).items() if name.startswith("xl/worksheets/sheet")]
    assert len(sheets_) == 6
    for tree in sheets_:
        assert tree.find("m:autoFilter", _NS) is not None and tree.find(".//m:pane[@state='frozen']", _NS) is not None
        assert tree.find("m:pageSetup", _NS).get("orientation") == "landscape"
        assert tree.find("m:pageSetup", _NS).get("fitToHeight") == "0"
    names = parts(audit())["xl/workbook.xml"].findall(".//m:definedName", _NS)
    assert sum(n.get("name") == "_xlnm.Print_Titles" for n in names) == 6
    areas = [str(n.text) for n in names if n.get("name") == "_xlnm.Print_Area"]
    assert len(areas) == 5 and "'Спор об ответственности в двух'!$A$1:$J$8" in areas


def test_a_row_is_as_high_as_its_text() -> None:
    heights = [
        float(row.get("ht", 15))
        for tree in [parts(audit())["xl/worksheets/sheet3.xml"]]
        for row in tree.findall(".//m:row", _NS)[4:]
    ]
    assert heights[0] == 15 and 15 * 9 <= heights[7] <= 15 * 12 and 400 < heights[-1] <= 409


def test_the_summary_leads_to_each_sheet() -> None:
    found = parts(audit())
    links = [e.get("location") for e in found["xl/worksheets/sheet1.xml"].findall(".//m:hyperlink", _NS)]
    named = {e.get("name") for e in found["xl/workbook.xml"].findall(".//m:sheet", _NS)}
    assert len(links) == 3 and all(re.fullmatch(r"'(.+)'!A1", link)[1].replace("''", "'") in named for link in links)


@pytest.mark.parametrize("lang", LANGS)
def test_the_same_audit_gives_the_same_bytes(lang: Any) -> None:
    assert report(audit(), "xlsx", lang) == report(audit(), "xlsx", lang)


def test_an_audit_without_findings_is_a_report_too() -> None:
    rows = sheets(audit(findings=[], justified=[], denominators={}, acts=[], territory=None))
    assert list(rows) == ["Сводка"] and rows["Сводка"][0][0] == "Проверка всех территорий"


def test_titles_that_agree_in_31_characters_get_sheets_of_their_own() -> None:
    same = "Мероприятие дорожной карты без ответственного"
    found = [finding(n, f"kind-{n}", title=f"{same} {n}") for n in range(12)]
    names = list(sheets(audit(findings=found, justified=[])))
    assert len(names) == len({n.casefold() for n in names}) == 14 and max(map(len, names)) <= 31


def test_names_of_sheets() -> None:
    names = SheetNames()
    wishes = ["a/b", "A B", "'x'", "History", "", "[]", "слово" * 9, "👩‍🏫" * 20]
    given = [names.take(wish) for wish in wishes]
    assert given[:6] == ["a b", "A B (2)", "x", "History (2)", "–", "– (2)"]
    assert all(len(n.encode("utf-16-le")) <= 62 for n in given)


def test_an_unknown_format_and_a_needless_template_are_refused(tmp_path: Any) -> None:
    with pytest.raises(BadParameter, match="xlsx, docx, html"):
        report(audit(), "pdf")  # type: ignore[arg-type]
    for format in set(FORMATS) - {"docx"}:
        with pytest.raises(BadParameter, match="template"):
            report(audit(), format, template=tmp_path)
