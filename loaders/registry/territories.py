"""territories.csv: municipalities of a region (and regions outside the official register)."""

from __future__ import annotations

import re
from types import MappingProxyType

from loaders.registry.known import Known
from loaders.registry.table import Column, Line, Table
from ontology.entities.base import Entity
from ontology.entities.vocabulary import TerritoryKind
from ontology.i18n import gettext as _
from ontology.models import Territory
from ontology.territories import territory_id

KINDS = MappingProxyType(
    {
        "регион": TerritoryKind.REGION,
        "субъект рф": TerritoryKind.REGION,
        "муниципалитет": TerritoryKind.MUNICIPALITY,
        "муниципальное образование": TerritoryKind.MUNICIPALITY,
    }
)
COLUMNS = (
    Column("name", ("название", "наименование", "территория"), True, "official name in the nominative"),
    Column("kind", ("вид",), True, "region | municipality"),
    Column("part_of", ("входит в", "регион"), True, "region (or country) it lies in: name or code"),
    Column("iso_3166_2", ("iso", "исо"), False, "ISO 3166-2 code"),
    Column("oktmo", ("октмо",), False, "ОКТМО code: 2, 8 or 11 digits"),
)


def fits(titles: frozenset[str]) -> bool:
    """Whether a header with these columns is of this table."""
    return {"name", "kind", "part_of"} <= titles


def read(table: Table, known: Known) -> list[Entity]:
    """Territories of the table; those in the official register keep its id and name."""
    return [_territory(line, known) for line in table.named(COLUMNS)]


def _territory(line: Line, known: Known) -> Territory:
    name = line.required("name")
    kind = line.word("kind", TerritoryKind, KINDS)
    if kind is None or kind is TerritoryKind.COUNTRY:
        raise line.broken("kind", _("neither a region nor a municipality"), _("Expected: region, municipality."))
    above = known.territory(line, "part_of")
    oktmo = (line.text("oktmo") or "").replace(" ", "") or None
    if oktmo and not re.fullmatch(r"\d{2}|\d{8}|\d{11}", oktmo):
        raise line.broken("oktmo", _("«{value}» is no ОКТМО code"), _("2, 8 or 11 digits are expected."), oktmo)
    home = known.territories[above].name if kind is TerritoryKind.MUNICIPALITY else None
    id = territory_id(home, name) if kind is TerritoryKind.MUNICIPALITY else territory_id(name, None)
    found = known.territories.get(id)
    values = {"iso_3166_2": line.text("iso_3166_2"), "oktmo": oktmo}
    if found is not None:
        territory = found.model_copy(update={n: v for n, v in values.items() if v})
    else:
        territory = Territory(id=id, name=name, kind=kind, part_of=above, **values)
    known.add(territory)
    return territory
