"""Make the forms of the audit's protocol: `viz/reports/templates/protocol.<lang>.docx`.

usage: python -m tools.protocol_template [FOLDER]      (default: viz/reports/templates)

The fields and loops in them are those docs/reports.md tells to whoever makes a form of their own.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from ontology.i18n import LANGS, Lang
from viz.reports.archive import steady

FOLDER = Path(__file__).resolve().parent.parent / "viz" / "reports" / "templates"
_APART = "¦"  # between parts of a line in a cell
FONT = "Times New Roman"
WORDS: dict[str, tuple[str, str]] = {
    "protocol": ("ПРОТОКОЛ", "PROTOCOL"),
    "of": (
        "проверки правовых актов о системе научно-методического сопровождения",
        "of the audit of the acts on the system of scientific and methodological support",
    ),
    "place": ("Территория: ", "Territory: "),
    "all": ("все территории", "all territories"),
    "as_of": ("По состоянию на: ", "As of: "),
    "number": ("№ ______ от «___» ______________ 20___ г.", "No. ______ of ____ ______________ 20___"),
    "acts": ("1. Проверенные акты", "1. Acts that were audited"),
    "no_acts": ("Действующих актов не загружено.", "No act in force is loaded."),
    "act": ("Акт", "Act"),
    "act_title": ("Наименование", "Title"),
    "territory": ("Территория", "Territory"),
    "summary": ("2. Итоги проверки", "2. Summary"),
    "totals": (
        "Выявлено замечаний: {{ found }}; обосновано: {{ justified|length }}.",
        "Findings: {{ found }}; justified: {{ justified|length }}.",
    ),
    "kind": ("Вид замечания", "Kind of finding"),
    "gravity": ("Тяжесть", "Gravity"),
    "checked": ("Проверено", "Checked"),
    "found": ("Выявлено", "Found"),
    "justified": ("Обосновано", "Justified"),
    "share": ("Доля", "Share"),
    "findings": ("3. Замечания", "3. Findings"),
    "none": ("Замечаний нет.", "There are no findings."),
    "advice": ("Рекомендация: ", "Advice: "),
    "finding": ("Замечание", "Finding"),
    "grounds": ("Основания: субъект, акт, пункт", "Grounds: subject, act, clause"),
    "reason": ("Причина: ", "Reason: "),
    "was": ("Установлено: ", "Found: "),
    "should": ("Ожидалось: ", "Expected: "),
    "no_grounds": ("Пункта нет: акты об этом не говорят.", "There is no clause: the acts do not say."),
    "excused": ("4. Обоснованные замечания", "4. Justified findings"),
    "no_excused": ("Обоснованных замечаний нет.", "No finding is justified."),
    "why": ("Обоснование", "Justification"),
    "who": ("Кто и когда обосновал", "Who justified it and when"),
    "until": ("до ", "until "),
    "no_limit": ("без срока", "no limit"),
    "signatures": ("5. Подписи", "5. Signatures"),
    "audited": ("Проверку провёл(а):", "Audited by:"),
    "seen": ("С протоколом ознакомлен(а):", "Seen by:"),
    "post": ("(должность)", "(post)"),
    "signature": ("(подпись)", "(signature)"),
    "name": ("(фамилия, инициалы)", "(name)"),
    "page": ("Страница ", "Page "),
    "of_pages": (" из ", " of "),
    "note": (
        "Составлено программой opora по прочитанным актам. Перед решением сверьте пункт с текстом акта.",
        "Made by opora from the acts it has read. Check the clause in the act before you decide.",
    ),
}


class _Form:
    """A document under construction."""

    def __init__(self, lang: Lang) -> None:
        self.at = LANGS.index(lang)
        self.lang = lang
        self.document = Document()
        self._page()

    def _(self, key: str) -> str:
        return WORDS[key][self.at]

    def _page(self) -> None:
        section = self.document.sections[0]
        section.orientation, section.page_width, section.page_height = WD_ORIENT.PORTRAIT, Mm(210), Mm(297)
        section.left_margin, section.right_margin = Mm(25), Mm(12)
        section.top_margin, section.bottom_margin = Mm(18), Mm(18)
        for name, size in (("Normal", 12), ("Heading 1", 13), ("Heading 2", 12)):
            style: Any = self.document.styles[name]
            style.font.name, style.font.size = FONT, Pt(size)
            fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
            for script in ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"):
                fonts.set(qn(script), FONT)
            for theme in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
                fonts.attrib.pop(qn(theme), None)
            style.paragraph_format.space_before = Pt(0 if name == "Normal" else 10)
            style.paragraph_format.space_after = Pt(4)
            if name != "Normal":
                style.font.color.rgb, style.font.bold = None, True
                colour = style.element.rPr.find(qn("w:color"))
                if colour is not None:
                    style.element.rPr.remove(colour)
        language = OxmlElement("w:lang")
        language.set(qn("w:val"), "ru-RU" if self.lang == "ru" else "en-GB")
        self.document.styles["Normal"].element.get_or_add_rPr().append(language)

    def line(self, *parts: str, style: str | None = None, where: _Cell | None = None, size: float = 0) -> Paragraph:
        """A paragraph; a part in stars is bold, in underscores italic."""
        made = (where or self.document).add_paragraph(style=style)
        if where is not None:
            made.paragraph_format.space_after = Pt(2)
        for part in parts:
            mark = part[:1] if part[:1] == part[-1:] and part[:1] in "*~" and len(part) > 2 else ""
            run = made.add_run(part[1:-1] if mark else part)
            run.bold, run.italic = mark == "*" or None, mark == "~" or None
            if size:
                run.font.size = Pt(size)
        return made

    def heading(self, key: str) -> None:
        """A numbered heading that stays with what follows."""
        self.line(self._(key), style="Heading 1")

    def tag(self, text: str, where: _Cell | None = None) -> None:
        """A loop or condition on a line of its own, which the filled document has not."""
        (where or self.document).add_paragraph(f"{{%p {text} %}}")

    def table(self, heads: Sequence[str], widths: Sequence[float], loop: str, cells: Sequence[Sequence[str]]) -> None:
        """A table with a repeated head and one row for each turn of `loop`; a cell is a list of its paragraphs."""
        table = self.document.add_table(rows=4, cols=len(heads), style="Table Grid")
        table.alignment, table.autofit = WD_TABLE_ALIGNMENT.CENTER, False
        repeat = OxmlElement("w:tblHeader")
        table.rows[0]._tr.get_or_add_trPr().append(repeat)
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Mm(width)
            for cell in column.cells:
                cell.width = Mm(width)
        for cell, head in zip(table.rows[0].cells, heads, strict=True):
            cell.paragraphs[0].add_run(head).bold = True
            cell.paragraphs[0].runs[0].font.size = Pt(10)
        table.rows[1].cells[0].paragraphs[0].add_run(f"{{%tr for {loop} %}}")
        for cell, lines in zip(table.rows[2].cells, cells, strict=True):
            cell._tc.remove(cell.paragraphs[0]._p)
            for text in lines:
                if text.startswith("{%p"):
                    cell.add_paragraph(text)
                else:
                    self.line(*text.split(_APART), where=cell, size=10)
        table.rows[3].cells[0].paragraphs[0].add_run("{%tr endfor %}")
        keep = OxmlElement("w:cantSplit")
        table.rows[0]._tr.get_or_add_trPr().append(keep)
        self.document.add_paragraph().paragraph_format.space_after = Pt(0)

    def head(self) -> None:
        """Whose protocol this is, for what and when."""
        for text in (self._("protocol"), self._("of")):
            line = self.line(f"*{text}*")
            line.alignment = WD_ALIGN_PARAGRAPH.CENTER
        self.line(self._("number")).alignment = WD_ALIGN_PARAGRAPH.CENTER
        self.line(self._("place"), f"*{{{{ territory or '{self._('all')}' }}}}*")
        self.line(self._("as_of"), "*{{ day }}*")

    def acts(self) -> None:
        """The acts in force that were looked at."""
        self.heading("acts")
        self.tag("if acts")
        self.table(
            ("№", self._("act"), self._("act_title"), self._("territory")),
            (10, 38, 85, 40),
            "act in acts",
            (("{{ loop.index }}",), ("{{ act.name }}",), ("{{ act.title }}",), ("{{ act.territory }}",)),
        )
        self.tag("else")
        self.line(self._("no_acts"))
        self.tag("endif")

    def summary(self) -> None:
        """Each kind with how many were checked."""
        self.heading("summary")
        self.line(self._("totals"))
        self.table(
            [self._(k) for k in ("kind", "gravity", "checked", "found", "justified", "share")],
            (50, 30, 30, 23, 26, 14),
            "section in sections",
            (
                ("{{ section.title }}",),
                ("{{ section.severity_word }}",),
                ("{{ '–' if section.checked is none else section.checked|number }} {{ section.counted }}",),
                ("{{ section.found }}",),
                ("{{ section.justified }}",),
                ("{{ section.share|percent }}",),
            ),
        )

    def findings(self) -> None:
        """Findings by kind: what, where, why, by which clauses."""
        self.heading("findings")
        self.tag("if not found")
        self.line(self._("none"))
        self.tag("endif")
        self.tag("for section in sections if section.items")
        self.line("3.{{ loop.index }}. {{ section.title }} ({{ section.severity_word }})", style="Heading 2")
        self.tag("if section.advice")
        self.line(f"~{self._('advice')}~", "{{ section.advice }}").paragraph_format.keep_with_next = True
        self.tag("endif")
        self.table(
            ("№", self._("finding"), self._("grounds")),
            (12, 68, 93),
            "item in section.items",
            (
                ("{{ item.number }}",),
                (
                    "*{{ item.about }}*",
                    "{%p if item.territory or item.level %}",
                    "{{ item.territory }}{{ ', ' if item.territory and item.level else '' }}{{ item.level }}",
                    "{%p endif %}",
                    "{%p if item.reason %}",
                    f"~{self._('reason')}~{_APART}{{{{ item.reason }}}}",
                    "{%p endif %}",
                ),
                self._grounds(),
            ),
        )
        self.tag("endfor")

    def _grounds(self) -> tuple[str, ...]:
        return (
            "{%p if not item.grounds %}",
            self._("no_grounds"),
            "{%p endif %}",
            "{%p for ground in item.grounds %}",
            "{{ ground.subject }}{{ ': ' if ground.subject and ground.clause else '' }}"
            f"{_APART}*{{{{ ground.act }}}}"
            "{{ ', ' if ground.act and ground.clause else '' }}{{ ground.clause }}*",
            "{%p if ground.found %}",
            f"~{self._('was')}~{_APART}{{{{ ground.found }}}}",
            "{%p endif %}",
            "{%p if ground.expected %}",
            f"~{self._('should')}~{_APART}{{{{ ground.expected }}}}",
            "{%p endif %}",
            "{%p if ground.quote %}",
            "«{{ ground.quote }}»",
            "{%p endif %}",
            "{%p endfor %}",
        )

    def excused(self) -> None:
        """What a person has given a reason for."""
        self.heading("excused")
        self.tag("if justified")
        self.table(
            ("№", self._("finding"), self._("why"), self._("who")),
            (10, 63, 60, 40),
            "item in justified",
            (
                ("{{ item.number }}",),
                ("{{ item.kind }}", "*{{ item.about }}*", "{{ item.territory }}", "{{ item.clauses }}"),
                ("{{ item.why }}",),
                (
                    "{{ item.by }}",
                    "{{ item.at }}",
                    f"{{{{ '{self._('until')}' ~ item.until if item.until else '{self._('no_limit')}' }}}}",
                ),
            ),
        )
        self.tag("else")
        self.line(self._("no_excused"))
        self.tag("endif")

    def signatures(self) -> None:
        """Lines to sign on."""
        self.heading("signatures")
        for key in ("audited", "seen"):
            self.line(self._(key)).paragraph_format.keep_with_next = True
            table = self.document.add_table(rows=2, cols=3)
            for cell, key_ in zip(table.rows[0].cells, ("post", "signature", "name"), strict=True):
                cell.paragraphs[0].add_run("_" * 24).font.size = Pt(11)
                cell.paragraphs[0].paragraph_format.keep_with_next = True
                below = table.rows[1].cells[cell._tc.grid_offset].paragraphs[0]
                below.add_run(self._(key_)).font.size = Pt(9)
            self.document.add_paragraph()

    def foot(self) -> None:
        """Page numbers, and what the protocol was made from."""
        footer = self.document.sections[0].footer
        line = footer.paragraphs[0]
        line.add_run(self._("note")).font.size = Pt(8)
        pages = footer.add_paragraph()
        pages.alignment = WD_ALIGN_PARAGRAPH.CENTER
        for text, field in ((self._("page"), "PAGE"), (self._("of_pages"), "NUMPAGES")):
            pages.add_run(text).font.size = Pt(9)
            simple = OxmlElement("w:fldSimple")
            simple.set(qn("w:instr"), field)
            number = pages.add_run("1")
            number.font.size = Pt(9)
            simple.append(number._r)
            pages._p.append(simple)


def form(lang: Lang) -> bytes:
    """The form in a language, as the bytes of a .docx file; always the same."""
    made = _Form(lang)
    made.head()
    made.acts()
    made.summary()
    made.findings()
    made.excused()
    made.signatures()
    made.foot()
    facts = made.document.core_properties
    facts.author, facts.title, facts.comments = "opora", made._("protocol").capitalize(), ""
    facts.created = facts.modified = datetime(2026, 1, 1)
    facts.language, facts.last_modified_by = lang, "opora"
    out = io.BytesIO()
    made.document.save(out)
    return steady(out.getvalue())


def main(folder: Path) -> list[Path]:
    """Write the form of each language; returns the files."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for lang in LANGS:
        path = folder / f"protocol.{lang}.docx"
        path.write_bytes(form(lang))
        written.append(path)
    return written


if __name__ == "__main__":
    for file in main(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER):
        print(file)
