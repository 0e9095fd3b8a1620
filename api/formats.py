"""Rows as CSV or a spreadsheet, for HTTP and the command line alike."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import xlsxwriter

from ontology.i18n import DEFAULT_LANG, Lang, translator
from queries.shown import Cell, cells, heading, headings

CSV = "text/csv"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
JSON = "application/json"
# A cell that begins so would be run as a formula by a spreadsheet program: it is data from an order, so it is text.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def flatten(row: dict[str, Any], prefix: str = "") -> dict[str, Any]:
    """Return a nested row as one level: `subject.name`; lists are joined by "; "."""
    flat: dict[str, Any] = {}
    for key, value in row.items():
        name = f"{prefix}{key}"
        if isinstance(value, dict):
            flat |= flatten(value, f"{name}.")
        elif isinstance(value, list):
            flat[name] = "; ".join(
                json.dumps(v, ensure_ascii=False) if isinstance(v, dict | list) else str(v) for v in value
            )
        else:
            flat[name] = value
    return flat


def table(rows: list[dict[str, Any]]) -> tuple[list[str], list[list[Any]]]:
    """Header and lines of rows; the header is the union of their columns, in order of appearance."""
    flat = [flatten(r) for r in rows]
    header = list(dict.fromkeys(k for r in flat for k in r))
    return header, [[r.get(k) for k in header] for r in flat]


def _yes_no(value: Cell, lang: Lang) -> Cell:
    return translator(lang)("yes" if value else "no") if isinstance(value, bool) else value


def to_csv(rows: list[dict[str, Any]]) -> str:
    """CSV with a byte-order mark, so that spreadsheet programs read Russian; formulas are disarmed by an apostrophe."""
    header, lines = table(rows)
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(header)
    for line in lines:
        writer.writerow([f"'{v}" if isinstance(v, str) and v.startswith(_FORMULA) else v for v in line])
    return "\ufeff" + out.getvalue()


def to_xlsx(rows: list[dict[str, Any]], question: str, lang: Lang = DEFAULT_LANG) -> bytes:
    """A workbook of one sheet, for people: headings and words in `lang`, things by their names; bold frozen header,
    filter, column widths that fit; text is never a formula."""
    keys = headings(rows)
    header = [heading(key, lang, question) for key in keys]
    shown = [cells(row, lang) for row in rows]
    lines = [[_yes_no(line.get(key), lang) for key in keys] for line in shown]
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    sheet = book.add_worksheet(translator(lang)(question or "opora")[:31])
    bold, wrap = (
        book.add_format({"bold": True, "bg_color": "#E6EDF4"}),
        book.add_format({"text_wrap": True, "valign": "top"}),
    )
    for column, name in enumerate(header):
        widest = max([len(name), *(len(str(line[column] or "")) for line in lines)], default=8)
        sheet.set_column(column, column, min(60, widest + 2), wrap)
        sheet.write_string(0, column, name, bold)
    for number, line in enumerate(lines, start=1):
        for column, value in enumerate(line):
            if value is not None:
                sheet.write(number, column, value)
    sheet.freeze_panes(1, 0)
    if header:
        sheet.autofilter(0, 0, len(lines), len(header) - 1)
    book.close()
    return out.getvalue()
