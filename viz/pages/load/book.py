"""The proposal as a workbook: who goes to whom, the methodists before and after, the posts missing."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date

import xlsxwriter

from ontology.errors import BadParameter
from ontology.i18n import Lang, translator
from queries.rebalance.answer import Rebalance
from queries.shown import order_name
from queries.store import GraphStore
from viz.common import chosen_territory
from viz.formats import cite, day, number
from viz.pages.load.proposal import checked_norm, solved
from viz.text import clean

Cell = str | float | None
Sheet = tuple[str, list[str], list[list[Cell]]]


def proposal_book(
    store: GraphStore, *, territory: str | None, norm: str | None, as_of: date | None, lang: Lang
) -> bytes:
    """The workbook; text is never a formula. Raises UnknownTerritory, BadParameter, InputError."""
    wanted = checked_norm(norm)
    place = chosen_territory(store, territory)
    found = solved(store, place.id, as_of=as_of, norm=wanted, lang=lang) if place else None
    if found is None:
        raise BadParameter("There is no territory to give schools in", mend="Choose one on the page of load")
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    bold, wrap = (
        book.add_format({"bold": True, "bg_color": "#E6EDF4", "text_wrap": True}),
        book.add_format({"text_wrap": True, "valign": "top"}),
    )
    for name, heads, rows in _sheets(found, lang):
        sheet = book.add_worksheet(name[:31])
        for column, head in enumerate(heads):
            widest = max([len(head), *(len(str(row[column] or "")) for row in rows)])
            sheet.set_column(column, column, min(60, widest + 2), wrap)
            sheet.write_string(0, column, head, bold)
        for line, row in enumerate(rows, start=1):
            for column, value in enumerate(row):
                if value is not None:
                    sheet.write(line, column, value)
        sheet.freeze_panes(1, 0)
    book.close()
    return out.getvalue()


def _sheets(found: Rebalance, lang: Lang) -> Sequence[Sheet]:
    _ = translator(lang)
    everybody = _("all school subjects")
    place, area, teachers, posts = _("Territory"), _("School subject"), _("Teachers"), _("Full-time posts")
    about: list[list[Cell]] = [
        [place, clean(found.territory["name"])],
        [_("On the day"), day(found.as_of, lang)],
        [_("At most teachers per post"), f"{number(found.bound, lang)}{_source(found, lang)}"],
        [_("In short"), found.summary],
    ]
    about += [[_("Remark"), note] for note in found.notes]
    moves: list[list[Cell]] = [
        [clean(m.school["name"]), clean(m.territory["name"]), clean(m.subject_area) or everybody,
         clean(m.source) or None, clean(m.target), m.teachers, m.of] for m in found.moves
    ]  # fmt: skip
    methodists: list[list[Cell]] = [
        [clean(m.methodist), clean(m.territory["name"]), clean(m.subject_area) or everybody, m.fte, m.most, m.before,
         m.after] for m in found.methodists
    ]  # fmt: skip
    left: list[list[Cell]] = [
        [clean(x.subject_area) or everybody, clean(x.territory["name"]), x.teachers] for x in found.left
    ]
    lacking: list[list[Cell]] = [[clean(p.subject_area) or everybody, p.fte] for p in found.posts]
    loads = [_("Methodist"), place, area, posts, _("At most by the norm"), _("Before"), _("After")]
    return [
        (_("Summary"), [_("Proposal"), ""], about),
        (_("Who goes to whom"), [_("School"), place, area, _("From"), _("To"), teachers, _("Of so many")], moves),
        (_("Methodists"), loads, methodists),
        *([(_("No room within the norm"), [area, place, teachers], left)] if left else []),
        *([(_("Posts missing"), [area, posts], lacking)] if lacking else []),
    ]  # fmt: skip


def _source(found: Rebalance, lang: Lang) -> str:
    """Which clause sets the norm; none when it was given."""
    if not found.norm:
        return ""
    parts = (cite(found.norm["norm_clause"], lang), order_name(found.norm["norm_order"], lang))
    return f" ({', '.join(part for part in parts if part)})"
