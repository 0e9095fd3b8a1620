"""A review as a workbook to fill in: one sheet per list, what may be filled is white, all else grey."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import xlsxwriter
from xlsxwriter.utility import xl_range_abs

from loaders.review.columns import Column, cell, columns, field_text, sheet_name, verdict_words
from loaders.review.fields import CLASS_OF, EDITABLE, field_of
from loaders.review.rows import Row
from loaders.review.sources import Act
from loaders.review.values import Values
from ontology.entities.base import Entity
from ontology.i18n import translator
from ontology.labels import label
from ontology.property_graph import Property

FORMAT = "opora-review-1"
_GREY, _HEAD = "#E9ECEF", "#D5E3F0"
# A list that a sheet checks against must stand in a sheet: typed into the rule it may have 255 characters only.
_MOST_LISTED = 10_000


@dataclass(slots=True)
class _Lists:
    """The sheet of words that cells are checked against; each list is a column."""

    sheet: Any
    title: str
    written: dict[tuple[str, ...], str]

    def range(self, heading: str, words: Sequence[str]) -> str:
        """The address of a list, written when it is asked for the first time."""
        key = tuple(words[:_MOST_LISTED])
        if key not in self.written:
            column = len(self.written)
            self.sheet.write_string(0, column, heading)
            for n, word in enumerate(key, start=1):
                self.sheet.write_string(n, column, word)
            self.sheet.set_column(column, column, 30)
            area = xl_range_abs(1, column, max(len(key), 1), column)
            self.written[key] = f"='{self.title}'!{area}"
        return self.written[key]


def workbook(act: Act, rows: Sequence[Row], values: Values) -> bytes:
    """The workbook of an act. Text is always text: nothing of an act becomes a formula or a link."""
    _ = translator(values.lang)
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(out, options)
    formats = {
        "head": book.add_format({"bold": True, "bg_color": _HEAD, "text_wrap": True, "valign": "top", "border": 1}),
        "grey": book.add_format({"bg_color": _GREY, "text_wrap": True, "valign": "top", "num_format": "@"}),
        "number": book.add_format({"bg_color": _GREY, "valign": "top", "num_format": "0.00"}),
        "white": book.add_format({"text_wrap": True, "valign": "top", "num_format": "@", "locked": False}),
    }
    _cover(book.add_worksheet(_("Act")), act, values, formats)
    sheets = [(kind.__name__, [r for r in rows if r.kind == kind.__name__]) for kind in EDITABLE]
    opened = [(kind, own, book.add_worksheet(sheet_name(kind, values.lang))) for kind, own in sheets if own]
    title = _("Lists")
    lists = _Lists(book.add_worksheet(title), title, {})
    for kind, own, sheet in opened:
        _list(sheet, kind, own, values, formats, lists)
    book.close()
    return out.getvalue()


def _cover(sheet: Any, act: Act, values: Values, formats: dict[str, Any]) -> None:
    _ = translator(values.lang)
    order = act.order
    day = order.date.isoformat() if order.date else ""
    lines = [
        (_("Review of an act"), FORMAT),
        (_("Id"), order.id),
        (_("Act"), f"{order.kind.value} № {order.number} {day}"),
        (_("Title"), order.title),
        (_("Issuer"), order.issuer),
        (_("How to fill it in"), _("Choose a verdict in the rows you have checked; correct white cells only.")),
        ("", _("Several bodies in one cell: one a line. Grey cells must stay as they are.")),
        ("", _("Load it back: opora review ACT --from FILE.xlsx --who NAME")),
    ]
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, 100)
    for n, (heading, text) in enumerate(lines):
        sheet.write_string(n, 0, heading, formats["head"])
        sheet.write_string(n, 1, text, formats["grey"])


def _list(sheet: Any, kind: str, rows: Sequence[Row], values: Values, formats: dict[str, Any], lists: _Lists) -> None:
    shown = columns(kind, values.lang)
    for place, column in enumerate(shown):
        sheet.set_column(place, place, column.width, None, {"hidden": column.duty == "hidden"})
        sheet.write_string(0, place, column.heading, formats["head"])
        words = _allowed(CLASS_OF[kind], column, values, kind)
        if words:
            sheet.data_validation(
                1,
                place,
                len(rows),
                place,
                {"validate": "list", "source": lists.range(column.heading, words), "ignore_blank": True},
            )
    for n, row in enumerate(rows, start=1):
        for place, column in enumerate(shown):
            value = cell(row, column, values)
            look = formats["white" if column.duty == "filled" else "grey"]
            if isinstance(value, float):
                sheet.write_number(n, place, value, formats["number"])
            elif value is None:
                sheet.write_blank(n, place, None, look)
            else:
                sheet.write_string(n, place, value, look)
    sheet.freeze_panes(1, 3)
    sheet.autofilter(0, 0, len(rows), len(shown) - 1)


def _allowed(kind: type[Entity], column: Column, values: Values, name: str) -> list[str]:
    """The words a cell may have; empty when it is free."""
    if column.name == "verdict":
        return verdict_words(name, values.lang)
    if column.duty != "filled" or column.name == "note":
        return []
    declared = field_of(kind, column.name)
    if isinstance(declared, Property):
        if declared.enum is not None:
            return [label(word, values.lang) for word in declared.enum]
        if declared.kind == "boolean":
            _ = translator(values.lang)
            return [_("yes"), _("no")]
        return []
    if declared.many:
        return []
    if declared.target == "Function":
        return [field_text(code, name, "function", values) or code for code in sorted(values.functions)]
    return sorted(values.subjects.values()) if declared.target == "Subject" else []
