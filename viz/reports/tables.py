"""The tables of a report: their columns, and findings laid out as rows, one for each clause a finding rests on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ontology.i18n import Translate
from viz.reports.content import NO_GROUND, Content, Ground, Item, Section

Table = tuple[list["Column"], list[list[str | int]]]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, its width in characters; an `optional` one is not shown when it is empty, one that is not
    `printed` is there to filter by and to look up."""

    head: str
    width: float
    optional: bool = True
    printed: bool = True


def section_table(section: Section, _: Translate) -> Table:
    """Findings of a kind. What a finding says of itself stands in each of its rows, so that they can be filtered and
    sorted; the number tells which rows are one finding."""
    columns = [
        Column(_("No."), 6, False),
        Column(_("Territory"), 20),
        Column(_("Level"), 15),
        Column(_("Code"), 9),
        Column(_("About"), 40, False),
        Column(_("Reason"), 30),
        Column(_("Subject"), 34),
        Column(_("What was found"), 17),
        Column(_("What was expected"), 17),
        Column(_("Order"), 18),
        Column(_("Clause"), 16),
        Column(_("Words of the act"), 50),
        Column(_("Title of the act"), 40, printed=False),
        Column(_("Finding"), 34, False, printed=False),
    ]
    rows = [_row(item, ground) for item in section.items for ground in item.grounds or (NO_GROUND,)]
    return _filled(columns, rows)


def _row(item: Item, ground: Ground) -> list[str | int]:
    return [
        item.number, item.territory, item.level, item.code, item.about, item.reason, ground.subject, ground.found,
        ground.expected, ground.act, ground.clause, ground.quote, ground.act_title, item.id,
    ]  # fmt: skip


def justified_table(said: Content, _: Translate) -> Table:
    """Findings for which a person has given a reason."""
    columns = [
        Column(_("No."), 6, False),
        Column(_("Kind of finding"), 32, False),
        Column(_("Gravity"), 16, False),
        Column(_("Territory"), 24),
        Column(_("About"), 46, False),
        Column(_("Who justified it"), 26, False),
        Column(_("When"), 13, False),
        Column(_("Why"), 46, False),
        Column(_("Until"), 13, False),
        Column(_("Orders and clauses"), 34),
        Column(_("Finding"), 34, False, printed=False),
    ]
    rows: list[list[str | int]] = [
        [
            item.number, item.kind, item.severity, item.territory, item.about, item.by, item.at, item.why,
            item.until or _("no limit"), item.clauses, item.id,
        ]
        for item in said.justified
    ]  # fmt: skip
    return _filled(columns, rows)


def acts_table(said: Content, _: Translate) -> Table:
    """The acts that were looked at."""
    columns = [Column(_("No."), 6, False), Column(_("Order"), 26, False), Column(_("Title of the act"), 90, False),
               Column(_("Territory"), 34)]  # fmt: skip
    rows: list[list[str | int]] = [
        [number, act.name, act.title, act.territory] for number, act in enumerate(said.acts, start=1)
    ]
    return _filled(columns, rows)


def _filled(columns: Sequence[Column], rows: list[list[str | int]]) -> Table:
    """Without the columns that would be empty."""
    kept = [n for n, column in enumerate(columns) if not column.optional or any(row[n] != "" for row in rows)]
    return [columns[n] for n in kept], [[row[n] for n in kept] for row in rows]
