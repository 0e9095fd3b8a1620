"""DOCX: numbers as the screen shows them, merged cells, changes, text boxes, notes, headers."""

from __future__ import annotations

import pytest

from loaders.sources.docx import read_docx
from loaders.sources.layout import Paragraph, Row, compose
from tests.loaders.sources.makers import HEAD, NAMESPACES, docx, paragraph, run


def lines(raw: bytes) -> list[str]:
    return [x for x in compose(read_docx(raw, "act.docx").pieces).splitlines() if x.strip()]


def numbered(text: str, level: int, list_id: int = 1) -> str:
    return paragraph(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>')


def level(k: int, form: str, text: str, more: str = "", start: int = 1) -> str:
    head = f'<w:lvl w:ilvl="{k}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
    return f'{head}{more}<w:lvlText w:val="{text}"/></w:lvl>'


def numbering(levels: str, nums: str = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>') -> str:
    abstract = f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>'
    return f"{HEAD}<w:numbering {NAMESPACES}>{abstract}{nums}</w:numbering>"


THREE = level(0, "upperRoman", "%1.") + level(1, "decimal", "%1.%2.", "<w:isLgl/>") + level(2, "russianLower", "%3)")


def test_levels_count_and_begin_anew() -> None:
    body = "".join(
        numbered(t, k)
        for t, k in (("Общее", 0), ("а", 1), ("б", 1), ("в", 2), ("г", 2), ("д", 1), ("Функции", 0), ("е", 1), ("ж", 2))
    )
    assert lines(docx(body, numbering=numbering(THREE))) == [
        "I. Общее", "1.1. а", "1.2. б", "а) в", "б) г", "1.3. д", "II. Функции", "2.1. е", "а) ж"
    ]  # fmt: skip


def test_lists_that_share_one_go_on_unless_a_start_is_given() -> None:
    nums = (
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
    )
    nums += (
        '<w:num w:numId="3"><w:abstractNumId w:val="0"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>'
    )
    part = numbering(level(0, "decimal", "%1)"), nums)
    body = numbered("а", 0) + numbered("б", 0, 2) + numbered("в", 0, 3) + numbered("г", 0, 3) + numbered("д", 0, 9)
    assert lines(docx(body, numbering=part)) == ["1) а", "2) б", "7) в", "8) г", "д"]


def test_numbers_of_styles_and_headings() -> None:
    styles = (
        f"{HEAD}<w:styles {NAMESPACES}>"
        '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="P"><w:name w:val="Пункт"/><w:basedOn w:val="H2"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="Пункт общий"/>'
        '<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style></w:styles>'
    )
    levels = level(0, "decimal", "%1.", '<w:pStyle w:val="H1"/>') + level(1, "decimal", "%1.%2.")
    body = (
        paragraph("Функции", '<w:pStyle w:val="H1"/>')
        + paragraph("Центр ведёт учёт.", '<w:pStyle w:val="P"/>')
        + paragraph("Без номера.", '<w:pStyle w:val="P"/><w:numPr><w:numId w:val="0"/></w:numPr>')
        + paragraph("Центр учит.", '<w:pStyle w:val="P"/>')
    )
    assert lines(docx(body, numbering=numbering(levels), styles=styles)) == [
        "## 1. Функции", "1.1. Центр ведёт учёт.", "Без номера.", "1.2. Центр учит."
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("form", "shown"),
    [("lowerLetter", "c"), ("upperLetter", "C"), ("lowerRoman", "iii"), ("russianUpper", "В"), ("decimalZero", "03"),
     ("none", ""), ("ideographDigital", "3")],
)  # fmt: skip
def test_formats(form: str, shown: str) -> None:
    part = numbering(level(0, form, "%1.", start=3))
    assert lines(docx(numbered("пункт", 0), numbering=part)) == [f"{shown}. пункт" if form != "none" else ". пункт"]


def test_signs_of_symbol_fonts_are_bullets() -> None:
    for sign in ("\uf0b7", "\uf0a7", "§", "•"):
        assert lines(docx(numbered("пункт", 0), numbering=numbering(level(0, "bullet", sign)))) == ["• пункт"]
    assert lines(docx(numbered("пункт", 0), numbering=numbering(level(0, "bullet", "–")))) == ["– пункт"]


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text)}</w:tc>"


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(f'<w:tr>{r}</w:tr>' for r in rows)}</w:tbl>"


def rows(raw: bytes) -> list[tuple[str, ...]]:
    return [p.cells for p in read_docx(raw, "act.docx").pieces if isinstance(p, Row)]


def test_merged_cells_stand_once_in_their_first_place() -> None:
    down, on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    made = table(
        cell("№") + cell("Уровень") + cell("Субъект") + cell("Функции"),
        cell("2024 год", '<w:gridSpan w:val="4"/>'),
        cell("1") + cell("Региональный", down) + cell("Центр") + cell("учит"),
        cell("2") + cell("", on) + cell("Институт и кафедра", '<w:gridSpan w:val="2"/>'),
    )
    assert rows(docx(made)) == [
        ("№", "Уровень", "Субъект", "Функции"),
        ("2024 год", "", "", ""),
        ("1", "Региональный", "Центр", "учит"),
        ("2", "", "Институт и кафедра", ""),
    ]


def test_columns_whose_borders_miss_each_other() -> None:
    span = '<w:gridSpan w:val="2"/>'
    made = table(
        cell("№") + cell("Мероприятие", span) + cell("Срок"),
        cell("1") + cell("Семинар") + cell("май", span),
        cell("2") + cell("Слёт", span) + cell("июнь"),
    )
    assert rows(docx(made)) == [("№", "Мероприятие", "Срок"), ("1", "Семинар", "май"), ("2", "Слёт", "июнь")]


def test_a_column_of_automatic_numbers() -> None:
    number = '<w:tc><w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr></w:p></w:tc>'
    made = table(
        cell("№") + cell("Что") + cell("Срок"), number + cell("а") + cell("май"), number + cell("б") + cell("июнь")
    )
    part = numbering(level(0, "decimal", "%1."))
    assert rows(docx(made, numbering=part)) == [("№", "Что", "Срок"), ("1.", "а", "май"), ("2.", "б", "июнь")]


def test_tables_that_only_lay_text_out() -> None:
    right = table(cell("") + f"<w:tc>{paragraph('УТВЕРЖДЕНО')}{paragraph('приказом школы')}</w:tc>")
    stamp = "ДОКУМЕНТ ПОДПИСАН ЭЛЕКТРОННОЙ ПОДПИСЬЮ Сертификат 0011 Владелец Выдуманный Действителен с 01.01.2024"
    signed = table(cell("Директор школы") + cell(stamp) + cell("И.И. Выдуманный"))
    assert lines(docx(right + signed)) == ["УТВЕРЖДЕНО", "приказом школы", "Директор школы\tИ.И. Выдуманный"]


def test_what_is_inserted_stays_and_what_is_deleted_goes() -> None:
    body = (
        f"<w:p>{run('Центр ')}<w:ins>{run('ежегодно ')}</w:ins><w:del><w:r><w:delText>редко </w:delText></w:r></w:del>"
        f"{run('учит.')}</w:p>"
        f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{run('Институт ')}</w:p>{paragraph('ведёт учёт.')}"
        f"<w:p><w:moveFrom>{run('Переехало.')}</w:moveFrom></w:p><w:p><w:moveTo>{run('Приехало.')}</w:moveTo></w:p>"
    )
    assert lines(docx(body)) == ["Центр ежегодно учит.", "Институт ведёт учёт.", "Приехало."]


def test_hidden_text_fields_boxes_and_notes() -> None:
    box = f"<w:txbxContent>{paragraph('Текст в рамке.')}</w:txbxContent>"
    alternate = (
        f'<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>{box}</w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent>"
    )
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "http://example.org"</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("приказ")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    body = f"<w:p>{run('Смотри ')}{field}{note}{run(' тайна', '<w:vanish/>')}{run('.')}<w:r>{alternate}</w:r></w:p>"
    notes = f'{HEAD}<w:footnotes {NAMESPACES}><w:footnote w:id="2">{paragraph("Пояснение.")}</w:footnote></w:footnotes>'
    raw = docx(body, footnotes=notes)
    assert lines(raw) == ["Смотри приказ.", "Текст в рамке."]
    assert read_docx(raw, "x").footnotes == ["Пояснение."]


def test_a_letterhead_in_the_first_header_is_text() -> None:
    header = f"{HEAD}<w:hdr {NAMESPACES}>{paragraph('МИНИСТЕРСТВО ВЫДУМКИ')}</w:hdr>"
    assert lines(docx(paragraph("ПРИКАЗ"), header=header)) == ["МИНИСТЕРСТВО ВЫДУМКИ", "ПРИКАЗ"]


def test_lines_saved_as_paragraphs_are_put_together() -> None:
    broken = [
        paragraph(f"Учреждение номер {n} ведёт подготовку педагогов") + paragraph("и учёт их успехов.")
        for n in range(12)
    ]
    pieces = read_docx(docx("".join(broken)), "x").pieces
    assert all(isinstance(p, Paragraph) and p.gap == (p is pieces[0]) for p in pieces)
    assert "\nи учёт" in compose(pieces) and "\n\nи учёт" not in compose(pieces)
