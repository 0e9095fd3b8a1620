"""PDF: tables over pages, with and without lines; heads, page numbers, footnotes and stamps; cut words."""

from __future__ import annotations

import pytest

from loaders.sources.layout import Paragraph, Row, Sheet
from loaders.sources.pdf import read_pdf
from loaders.sources.pdf_join import Joiner
from loaders.sources.pdf_lines import Line, Span
from tests.loaders.sources.conftest import Convert
from tests.loaders.sources.makers import HEAD, NAMESPACES, docx, docx_table, paragraph, run

TEXT = "Методический центр сопровождает педагогов района, проводит семинары и готовит сборники лучших уроков. "
PLAN = [["№", "Мероприятие", "Ответственный", "Срок"]] + [
    [str(n), f"Семинар номер {n} для молодых педагогов о способах объяснения трудных тем и о работе с родителями",
     "Методический центр и совет наставников района", f"до {n % 28 + 1} мая"] for n in range(1, 71)
]  # fmt: skip
BARE = [["Показатель", "Единица", "2023", "2024"]] + [
    [f"Число педагогов группы {n}", "чел.", str(100 + n), str(200 + n)] for n in range(8)
]


def plan() -> str:
    """A road map whose head is repeated on each page; rows may be cut by a page."""
    made = docx_table(PLAN)
    return made.replace("<w:tr>", "<w:tr><w:trPr><w:tblHeader/></w:trPr>", 1)


def bare() -> str:
    """A table without lines."""
    made = docx_table(BARE)
    start, end = made.index("<w:tblBorders>"), made.index("</w:tblBorders>")
    return made[:start] + made[end + len("</w:tblBorders>") :]


def framed(text: list[str]) -> str:
    edges = "".join(f'<w:{e} w:val="single" w:sz="6"/>' for e in ("top", "left", "bottom", "right"))
    body = "".join(paragraph(t) for t in text)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="4200" w:type="dxa"/><w:tblBorders>{edges}</w:tblBorders></w:tblPr>'
        f'<w:tblGrid><w:gridCol w:w="4200"/></w:tblGrid><w:tr><w:tc>{body}</w:tc></w:tr></w:tbl>'
    )


STAMP = [
    "ДОКУМЕНТ ПОДПИСАН",
    "ЭЛЕКТРОННОЙ ПОДПИСЬЮ",
    "Сертификат: 00A1B2C3D4E5F60718",
    "Владелец: Выдуманный Иван Иванович",
    "Действителен: с 01.01.2024 по 01.04.2025",
]


def clause(n: int) -> str:
    words = (TEXT * 5).split()
    return f"{n}. В году {words[n].lower()} " + " ".join(words[n : n + 40 + 3 * n]).rstrip(".,") + "."


def field(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


@pytest.fixture(scope="module")
def sheets(office: Convert, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Sheet]:
    folder = tmp_path_factory.mktemp("pdf")
    page = f"{field('begin')}<w:r><w:instrText>PAGE</w:instrText></w:r>{field('separate')}{run('1')}{field('end')}"
    running = f"{HEAD}<w:hdr {NAMESPACES}>{paragraph('Приказ о семинарах района')}<w:p>{page}</w:p></w:hdr>"
    separator = '<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    small = run("Пояснение к слову.", '<w:sz w:val="14"/>')
    note = (
        f'{HEAD}<w:footnotes {NAMESPACES}>{separator}<w:footnote w:id="2"><w:p>{small}</w:p></w:footnote></w:footnotes>'
    )
    sign = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="2"/></w:r>'
    justified = '<w:spacing w:after="0"/><w:ind w:firstLine="700"/><w:jc w:val="both"/>'
    prose = "".join(paragraph(clause(n), justified) for n in range(1, 15))
    files = {
        "plan": docx(paragraph("ПЛАН МЕРОПРИЯТИЙ") + plan() + paragraph("Конец плана."), running=running),
        "bare": docx(paragraph("Показатели района") + bare() + paragraph("Конец показателей.")),
        "prose": docx(f"{prose}<w:p>{run('Слово')}{sign}{run(' и дело.')}</w:p>", running=running, footnotes=note),
        "stamp": docx(paragraph("Приказ подписан.") + framed(STAMP) + paragraph("Исполнитель Выдуманный.")),
    }
    for name, raw in files.items():
        (folder / f"{name}.docx").write_bytes(raw)
    made = office(sorted(folder.glob("*.docx")), "pdf", folder)
    return {name: read_pdf(path.read_bytes(), name) for name, path in made.items()}


def test_a_table_over_pages_is_one(sheets: dict[str, Sheet]) -> None:
    pieces = sheets["plan"].pieces
    assert [list(p.cells) for p in pieces if isinstance(p, Row)] == PLAN
    assert [p.text for p in pieces if isinstance(p, Paragraph)] == ["ПЛАН МЕРОПРИЯТИЙ", "Конец плана."]


def test_a_table_without_lines(sheets: dict[str, Sheet]) -> None:
    pieces = sheets["bare"].pieces
    assert [list(p.cells) for p in pieces if isinstance(p, Row)] == BARE
    assert [p.text for p in pieces if isinstance(p, Paragraph)] == ["Показатели района", "Конец показателей."]


def test_paragraphs_over_lines_and_pages_heads_and_footnotes(sheets: dict[str, Sheet]) -> None:
    texts = [p.text for p in sheets["prose"].pieces if isinstance(p, Paragraph)]
    assert texts == [*(clause(n) for n in range(1, 15)), "Слово и дело."]
    assert sheets["prose"].footnotes == ["Пояснение к слову."]


def test_the_stamp_of_a_signature_is_no_text(sheets: dict[str, Sheet]) -> None:
    texts = [p.text for p in sheets["stamp"].pieces if isinstance(p, Paragraph)]
    assert texts == ["Приказ подписан.", "Исполнитель Выдуманный."]


def line(text: str, room: float = 100.0, spaced: bool = False) -> Line:
    return Line((Span(text, 0, 50),), (Span(text, 0, 50),), 0, 10, 11, 1, spaced=spaced, room=room)


@pytest.mark.parametrize(
    ("left", "right", "room", "joined"),
    [
        ("научно-", "методический", 50, "научно-методический"),
        ("обеспе-", "чивает", 50, "обеспечивает"),
        ("организационно-", "методическую", 50, "организационно-методическую"),
        ("Учитель-", "наставник", 50, "Учитель-наставник"),
        ("2023-", "2024", 50, "2023-2024"),
        ("Ханты-", "Мансийский", 50, "Ханты-Мансийский"),
        ("и/", "или", 50, "и/или"),
        ("ноябрь–", "декабрь", 50, "ноябрь–декабрь"),
        ("затруднений", "педагогов", 2, "затруднений педагогов"),
        ("профессиона", "льных", 2, "профессиональных"),
        ("профессиона", "льных", 50, "профессиона льных"),
        ("соглашений с", "муниципальн", 2, "соглашений с муниципальн"),
        ("муниципальн", "ыми", 2, "муниципальными"),
        ("Выдумано", "ва И.И.", 2, "Выдуманова И.И."),
        ("202", "4 год", 2, "2024 год"),
        ("школ", ", ведёт", 50, "школ, ведёт"),
    ],
)
def test_lines_of_a_cell_are_joined(left: str, right: str, room: float, joined: str) -> None:
    assert Joiner().join(left, line(right), line(left, room), narrow=True) == joined


def test_a_space_that_was_written_is_kept() -> None:
    before = line("психолого-", spaced=True)
    assert Joiner(spaces_told=True).join("психолого-", line("педагогический"), before) == "психолого- педагогический"
