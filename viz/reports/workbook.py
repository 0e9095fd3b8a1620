"""The audit as a workbook: a summary, a sheet per kind, the justified, the acts. Text is never a formula."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import UTC, datetime, time
from math import ceil

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from ontology.i18n import Translate, translator
from viz.reports.content import Content, Section
from viz.reports.sheets import SheetNames
from viz.reports.tables import Column, acts_table, justified_table, section_table

_MOST = 32_000  # characters of a cell: the format ends at 32,767, and a longer text would be left out
_LINE = 15.0  # points
_SUMMARY_WIDTHS = (56, 18, 12, 14, 12, 46, 12)


def to_xlsx(said: Content) -> bytes:
    """The workbook; its dates are the day of the audit, so that the same audit gives the same bytes."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(
        out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    )
    _Book(book, said).write()
    book.close()
    return out.getvalue()


class _Book:
    def __init__(self, book: xlsxwriter.Workbook, said: Content) -> None:
        self.book, self.said, self._ = book, said, translator(said.lang)
        self.names = SheetNames()
        made = {"valign": "top", "text_wrap": True}
        self.title = book.add_format({"bold": True, "font_size": 14})
        self.quiet = book.add_format({"font_color": "#4A5866", **made})
        self.head = book.add_format(
            {"bold": True, "bg_color": "#E8F0F7", "border": 1, "border_color": "#B9C3CD", **made}
        )
        self.cell = book.add_format({"border": 1, "border_color": "#D5DCE3", **made})
        self.number = book.add_format({"border": 1, "border_color": "#D5DCE3", "valign": "top", "num_format": "#,##0"})
        self.share = book.add_format({"border": 1, "border_color": "#D5DCE3", "valign": "top", "num_format": "0.0%"})
        self.total = book.add_format({"bold": True, "top": 2, "num_format": "#,##0"})
        self.link = book.add_format(
            {"font_color": "#1F4E79", "underline": 1, "border": 1, "border_color": "#D5DCE3", **made}
        )

    def write(self) -> None:
        """All sheets; the summary first."""
        self.book.set_properties(
            {
                "title": heading(self.said, self._),
                "comments": self._("Made by opora"),
                "created": datetime.combine(self.said.as_of, time(), UTC).replace(tzinfo=None),
            }
        )
        summary = self._sheet(self._("Summary"), landscape=True)
        sheets = {s.kind: self.names.take(s.title) for s in self.said.sections if s.items}
        self._summary(summary, sheets)
        for section in self.said.sections:
            if section.items:
                self._section(section, sheets[section.kind])
        if self.said.justified:
            columns, rows = justified_table(self.said, self._)
            self._plain(self._("Justified findings"), columns, rows)
        if self.said.acts:
            columns, rows = acts_table(self.said, self._)
            self._plain(self._("Acts checked"), columns, rows)

    def _sheet(self, name: str, *, landscape: bool = True, taken: bool = False) -> Worksheet:
        sheet = self.book.add_worksheet(name if taken else self.names.take(name))
        if landscape:
            sheet.set_landscape()
        sheet.set_paper(9)  # A4
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        sheet.set_footer(f"&L&9{_plain_footer(heading(self.said, self._))}&R&9&P / &N")
        return sheet

    def _summary(self, sheet: Worksheet, sheets: dict[str, str]) -> None:
        _ = self._
        sheet.write_string(0, 0, heading(self.said, _), self.title)
        sheet.write_string(1, 0, _("As of {day}", day=self.said.day))
        sheet.write_string(2, 0, _("Acts in force that were looked at: {count}", count=len(self.said.acts)))
        heads = (
            _("Kind of finding"), _("Gravity"), _("Found"), _("Justified"), _("Checked"), _("What is counted"),
            _("Share"),
        )  # fmt: skip
        first = 4
        for column, (head, width) in enumerate(zip(heads, _SUMMARY_WIDTHS, strict=True)):
            sheet.set_column(column, column, width)
            sheet.write_string(first, column, head, self.head)
        row = first
        for row, section in enumerate(self.said.sections, start=first + 1):
            if section.kind in sheets:
                target = sheets[section.kind].replace("'", "''")
                sheet.write_url(row, 0, f"internal:'{target}'!A1", self.link, section.title)
            else:
                sheet.write_string(row, 0, section.title, self.cell)
            longest = max(len(section.title) / _SUMMARY_WIDTHS[0], len(section.counted) / _SUMMARY_WIDTHS[5])
            sheet.set_row(row, _LINE * max(1, ceil(1.1 * longest)))
            sheet.write_string(row, 1, section.severity_word, self.cell)
            sheet.write_number(row, 2, section.found, self.number)
            sheet.write_number(row, 3, section.justified, self.number)
            if section.checked is None:
                sheet.write_blank(row, 4, None, self.cell)
            else:
                sheet.write_number(row, 4, section.checked, self.number)
            sheet.write_string(row, 5, section.counted, self.cell)
            if section.share is None:
                sheet.write_string(row, 6, "–", self.cell)
            else:
                sheet.write_number(row, 6, section.share, self.share)
        sheet.write_string(row + 1, 0, _("In all"), self.total)
        sheet.write_blank(row + 1, 1, None, self.total)
        sheet.write_number(row + 1, 2, self.said.found, self.total)
        sheet.write_number(row + 1, 3, len(self.said.justified), self.total)
        if row > first:
            sheet.autofilter(first, 0, row, len(heads) - 1)
        sheet.freeze_panes(first + 1, 1)
        sheet.repeat_rows(first)

    def _section(self, section: Section, name: str) -> None:
        _ = self._
        columns, rows = section_table(section, _)
        sheet = self._sheet(name, taken=True)
        sheet.write_string(0, 0, section.title, self.title)
        wide = sum(column.width for column in columns)
        if section.advice:
            sheet.merge_range(1, 0, 1, max(1, len(columns) - 1), "", self.quiet)
            sheet.write_string(1, 0, section.advice[:_MOST], self.quiet)
            sheet.set_row(1, 15 * (1 + len(section.advice) // max(40, int(wide))))
        sheet.write_url(2, 0, f"internal:'{_('Summary')}'!A1", self.link, _("To the summary"))
        self._table(sheet, 3, columns, rows)

    def _plain(self, name: str, columns: Sequence[Column], rows: Sequence[Sequence[str | int]]) -> None:
        sheet = self._sheet(name)
        sheet.write_string(0, 0, name, self.title)
        self._table(sheet, 2, columns, rows)

    def _table(
        self, sheet: Worksheet, first: int, columns: Sequence[Column], rows: Sequence[Sequence[str | int]]
    ) -> None:
        for column, declared in enumerate(columns):
            sheet.set_column(column, column, declared.width)
            sheet.write_string(first, column, declared.head, self.head)
        for number, row in enumerate(rows, start=first + 1):
            # Excel makes a row as high as its text, other programs do not unless they are told.
            sheet.set_row(number, _height(row, columns))
            for column, value in enumerate(row):
                self._value(sheet, number, column, value, self.cell)
        printed = sum(column.printed for column in columns)  # those that are not stand last
        sheet.print_area(0, 0, first + len(rows), printed - 1)
        sheet.autofilter(first, 0, first + len(rows), len(columns) - 1)
        sheet.freeze_panes(first + 1, 0)
        sheet.repeat_rows(first)

    def _value(self, sheet: Worksheet, row: int, column: int, value: str | int, look: Format) -> None:
        if isinstance(value, int):
            sheet.write_number(row, column, value, self.number)
        else:
            sheet.write_string(row, column, value[:_MOST], look)


def _height(row: Sequence[str | int], columns: Sequence[Column]) -> float:
    """Points for as many lines as the longest text of a row needs; a row may have 409."""
    lines = (ceil(1.1 * len(str(value)) / column.width) for value, column in zip(row, columns, strict=True))
    return min(409.0, _LINE * max(1, *lines))


def heading(said: Content, _: Translate) -> str:
    """What the report is of."""
    return _("Audit: {territory}", territory=said.territory) if said.territory else _("Audit of all territories")


def _plain_footer(text: str) -> str:
    """A footer may have 255 characters, and an ampersand begins a field there."""
    return text.replace("&", "&&")[:200].removesuffix("&")
