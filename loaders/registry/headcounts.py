"""headcounts.csv: how many teachers an organisation has on a day, in all or of one school subject."""

from __future__ import annotations

from loaders.registry.known import Known
from loaders.registry.table import Column, Table
from ontology.entities.base import Entity
from ontology.i18n import gettext as _
from ontology.ids import part_id
from ontology.models import Headcount

COLUMNS = (
    Column("organisation", ("организация", "школа"), True, "organisation: name or id"),
    Column("date", ("дата", "на дату"), True, "day of the count"),
    Column("teachers", ("учителей", "учителя", "педагогов", "численность"), True, "number of teachers"),
    Column("subject_area", ("предмет", "предметная область"), False, "school subject; empty: all together"),
    Column("territory", ("территория", "муниципалитет"), False, "when organisations are called alike"),
    Column("region", ("регион",), False, "when municipalities are called alike"),
    Column("invented", ("вымышлено", "выдумано"), False, "yes for demonstration data"),
)


def fits(titles: frozenset[str]) -> bool:
    """Whether a header with these columns is of this table."""
    return {"organisation", "date", "teachers"} <= titles


def read(table: Table, known: Known) -> list[Entity]:
    """Counts of the table; BrokenTable when one organisation, day and school subject is counted twice otherwise."""
    found: dict[str, Headcount] = {}
    for line in table.named(COLUMNS):
        territory = known.territory(line) if line.text("territory") else None
        subject = known.subject(line, "organisation", territory)
        day, area = line.day("date"), line.text("subject_area")
        count = Headcount(
            id=part_id(subject, "headcount", day.isoformat(), area or ""),
            date=day,
            subject_area=area.lower() if area else None,
            teachers=line.count("teachers"),
            invented=line.yes("invented"),
            subject=subject,
        )
        if found.setdefault(count.id, count) != count:
            raise line.broken("teachers", _("counted twice, each time otherwise"), _("Keep one of the lines."))
    return list(found.values())
