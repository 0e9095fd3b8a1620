"""The audit as a protocol: what it says, our form and a form of the user's own."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.document import Document as Docx

from ontology.errors import BadParameter, TooLarge, UnreadableFile
from ontology.i18n import LANGS
from tests.viz.example import HOSTILE
from tests.viz.reports.audits import audit, finding, ground
from tools.protocol_template import form
from viz.reports import protocol, report


def opened(*arguments: Any, lang: Any = "ru", template: Path | None = None) -> Docx:
    return Document(io.BytesIO(report(*arguments, "docx", lang, template=template)))


def text_of(document: Docx) -> str:
    lines = [p.text for p in document.paragraphs]
    for table in document.tables:
        lines += [" | ".join(cell.text for cell in row.cells) for row in table.rows]
    return "\n".join(lines)


def own(tmp_path: Path, *lines: str) -> Path:
    """A form of the user's own."""
    document = Document()
    for line in lines:
        document.add_paragraph(line)
    path = tmp_path / "form.docx"
    document.save(str(path))
    return path


def test_the_head_the_summary_and_the_places_to_sign() -> None:
    document = opened(audit())
    text = text_of(document)
    assert "ПРОТОКОЛ" in text and "Территория: Заречная область" in text and "По состоянию на: 22.11.2026" in text
    acts, summary = document.tables[0], document.tables[1]
    assert [c.text for c in acts.rows[1].cells][:2] == ["1", "Приказ № 12-од от 20.07.2021"]
    assert [c.text for c in summary.rows[1].cells][1:] == ["нарушение", "40 ", "2", "2", "5\u00a0%"]
    assert summary.rows[3].cells[5].text == "–"
    assert "Выявлено замечаний: 15; обосновано: 2." in text
    assert text.count("(подпись)") == 2 and "Проверку провёл(а):" in text
    foot = document.sections[0].footer._element.xml
    assert 'w:instr="PAGE"' in foot and 'w:instr="NUMPAGES"' in foot


def test_findings_stand_by_kind_with_act_clause_subject_quote_reason_advice() -> None:
    document = opened(audit())
    text = text_of(document)
    assert "3.1. Спор об ответственности: в двух местах назван разный ответственный (нарушение)" in text
    assert "3.3. Показатель: значения [нет] / план (к сведению)" in text and "3.4." not in text
    assert "Рекомендация: Уточните в акте" in text
    number, what, by = (cell.text for cell in document.tables[2].rows[1].cells)
    assert number == "1"
    assert what.splitlines() == [
        "1.03 Согласование руководителя центра", "Заречная область, региональный уровень",
        "Причина: Одна функция поручена разным субъектам в двух пунктах.",
    ]  # fmt: skip
    assert by.splitlines() == [
        "Заречный институт развития образования: № 12-од от 20.07.2021, п. 3.1.1",
        f"{HOSTILE}: № 12-од от 20.07.2021, прил. 2, п. 4", f"«слова {HOSTILE}»",
    ]  # fmt: skip
    late = document.tables[3].rows[1].cells
    assert late[2].text.splitlines() == ["№ б/н, прил. 1, п. 2", "Установлено: 31.12.2023", "Ожидалось: 22.11.2026"]
    assert document.tables[4].rows[1].cells[2].text == "Пункта нет: акты об этом не говорят."


def test_what_is_justified_stands_apart() -> None:
    rows = [[c.text for c in row.cells] for row in opened(audit()).tables[5].rows]
    assert len(rows) == 3 and rows[1][2] == "Полномочия разделены соглашением."
    assert rows[1][3].splitlines() == ["Иванова И. И.", "02.11.2026", "до 01.01.2027"]
    assert rows[2][3].splitlines()[-1] == "без срока"


def test_words_of_lists_and_days_are_said_as_people_say_them() -> None:
    rows = [ground(found="municipal", expected="2026-02-30", order=None, clause=None, subject=None)]
    empty = [ground(order=None, clause=None, subject=None)]
    said = audit(findings=[finding(1, evidence=rows), finding(2, evidence=empty)])
    document = opened(said)
    assert document.tables[2].rows[1].cells[2].text.splitlines()[1:] == [
        "Установлено: муниципальный", "Ожидалось: 2026-02-30",
    ]  # fmt: skip
    assert document.tables[2].rows[2].cells[2].text == "Пункта нет: акты об этом не говорят."


def test_nothing_to_say_is_said() -> None:
    text = text_of(opened(audit(findings=[], justified=[], denominators={}, acts=[], territory=None)))
    for said in ("Замечаний нет.", "Обоснованных замечаний нет.", "Действующих актов не загружено.", "все территории"):
        assert said in text


def test_the_same_audit_gives_the_same_bytes_without_the_time_of_making() -> None:
    first = report(audit(), "docx")
    assert first == report(audit(), "docx")
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert {part.date_time[0] for part in archive.infolist()} == {1980}
    assert opened(audit()).core_properties.created.date() == audit().as_of  # type: ignore[union-attr]


@pytest.mark.parametrize("lang", LANGS)
def test_our_forms_are_what_their_source_makes(lang: Any) -> None:
    assert (protocol.FORMS / f"protocol.{lang}.docx").read_bytes() == form(lang)


def test_in_english_nothing_of_the_form_is_russian() -> None:
    text = text_of(opened(audit(findings=[], justified=[], acts=[], territory=None, denominators={}), lang="en"))
    assert "PROTOCOL" in text and not any("а" <= letter.lower() <= "я" for letter in text)


def test_a_form_of_ones_own(tmp_path: Path) -> None:
    form_ = own(
        tmp_path, "Акт проверки: {{ territory }}, {{ day }}", "{%p for section in sections if section.items %}",
        "{{ section.title }}: {{ section.found }} из {{ section.checked }}", "{%p endfor %}",
    )  # fmt: skip
    lines = [p.text for p in opened(audit(), template=form_).paragraphs]
    assert lines == [
        "Акт проверки: Заречная область, 22.11.2026",
        "Спор об ответственности: в двух местах назван разный ответственный: 2 из 40",
        "Мероприятие не выполнено в срок: 12 из 120",
        "Показатель: значения [нет] / план: 1 из 0",
    ]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{{ teritory }}", "teritory"),
        ("{{ territory", "template"),
        ("{%p for x in acts %}", "template"),
        ("{{ 1 / 0 }}", "zero"),
        ("{{ territory.__class__.__mro__ }}", "unsafe"),
        ("{{ acts.__len__.__self__ }}", "unsafe"),
        ("{% include '/etc/passwd' %}", "loader"),
    ],
)
def test_a_form_that_cannot_be_filled_is_one_line(tmp_path: Path, line: str, said: str) -> None:
    with pytest.raises(BadParameter) as caught:
        opened(audit(), template=own(tmp_path, line))
    assert "form.docx" in str(caught.value) and said in str(caught.value) and "\n" not in str(caught.value)


def test_what_is_no_form_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "text.docx").write_text("ПРОТОКОЛ", encoding="utf-8")
    (tmp_path / "zip.docx").write_bytes(report(audit(), "xlsx"))
    for name in ("text.docx", "zip.docx", "absent.docx"):
        with pytest.raises(UnreadableFile, match=name):
            opened(audit(), template=tmp_path / name)
    monkeypatch.setattr(protocol, "MAX_BYTES", 10)
    with pytest.raises(TooLarge):
        opened(audit(), template=own(tmp_path, "{{ day }}"))
