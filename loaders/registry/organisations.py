"""organisations.csv: the actual organisations of a territory, and which generic subject of an act each one fills."""

from __future__ import annotations

from types import MappingProxyType
from typing import Any

from loaders.registry.known import Known
from loaders.registry.table import Column, Line, Table
from ontology.entities.base import Entity
from ontology.entities.vocabulary import Level, SubjectKind, TerritoryKind
from ontology.i18n import gettext as _
from ontology.ids import subject_id
from ontology.models import Subject

LEVELS = MappingProxyType(
    {
        "федеральный": Level.FEDERAL,
        "региональный": Level.REGIONAL,
        "муниципальный": Level.MUNICIPAL,
        "институциональный": Level.INSTITUTIONAL,
        "уровень образовательной организации": Level.INSTITUTIONAL,
    }
)
KINDS = MappingProxyType(
    {
        "орган управления": SubjectKind.AUTHORITY,
        "институт": SubjectKind.INSTITUTE,
        "центр": SubjectKind.CENTRE,
        "методическая служба": SubjectKind.METHODICAL_SERVICE,
        "объединение": SubjectKind.ASSOCIATION,
        "сообщество": SubjectKind.COMMUNITY,
        "совет": SubjectKind.COUNCIL,
        "пара": SubjectKind.PAIR,
        "должность": SubjectKind.ROLE,
        "федеральный оператор": SubjectKind.FEDERAL_OPERATOR,
        "организация": SubjectKind.ORGANISATION,
    }
)
COLUMNS = (
    Column("name", ("название", "наименование", "организация"), True, "official name in the nominative"),
    Column("territory", ("территория", "муниципалитет"), True, "where it works: name, ISO 3166-2 or ОКТМО code"),
    Column("region", ("регион",), False, "region, when municipalities are called alike"),
    Column("short", ("сокращение", "краткое название"), False, "abbreviation"),
    Column("level", ("уровень",), False, "federal | regional | municipal | institutional"),
    Column("kind", ("вид",), False, "sort of body; organisation when empty"),
    Column("part_of", ("входит в", "в составе"), False, "organisation it is a part of"),
    Column("fills", ("заполняет", "исполняет роль"), False, "generic subject of an act that it fills"),
    Column("vacant", ("вакантно", "вакансия"), False, "yes when nobody fills the post"),
    Column("invented", ("вымышлено", "выдумано"), False, "yes for demonstration data"),
)


def fits(titles: frozenset[str]) -> bool:
    """Whether a header with these columns is of this table."""
    return {"name", "territory"} <= titles


def read(table: Table, known: Known) -> list[Entity]:
    """Subjects of the table. One that an act names already keeps what the act says of it."""
    found: dict[str, Entity] = {}
    for line in table.named(COLUMNS):
        subject = _subject(line, known)
        if subject.id in found and found[subject.id] != subject:
            raise line.broken("name", _("the organisation stands twice"), _("Keep one line of it."))
        found[subject.id] = subject
        known.add(subject)
    return list(found.values())


def _subject(line: Line, known: Known) -> Subject:
    name, territory = line.required("name"), known.territory(line)
    place = known.territories[territory]
    id = subject_id(territory, name)
    level = line.word("level", Level, LEVELS)
    kind = line.word("kind", SubjectKind, KINDS)
    fills = known.generic(line, "fills", territory) if line.text("fills") else None
    part_of = known.subject(line, "part_of", None) if line.text("part_of") else None
    if part_of == id:
        raise line.broken("part_of", _("the organisation is a part of itself"), _("Name another organisation."))
    given: dict[str, Any] = {
        "short": line.text("short"),
        "level": level,
        "kind": kind,
        "fills": fills,
        "part_of": part_of,
    }
    given = {n: v for n, v in given.items() if v is not None}
    given |= {"vacant": line.yes("vacant"), "invented": line.yes("invented")}
    named = known.subjects.get(id)
    if named is not None:
        if named.generic:
            raise line.broken("name", _("«{value}» is a generic subject of an act"), _("Name an actual one."), name)
        return named.model_copy(update=given)
    usual = known.subjects[fills].level if fills else None
    fallback = Level.INSTITUTIONAL if place.kind is TerritoryKind.MUNICIPALITY else Level.REGIONAL
    base: dict[str, Any] = {"level": usual or fallback, "kind": SubjectKind.ORGANISATION}
    if fills:
        base["kind"] = known.subjects[fills].kind
    return Subject(id=id, name=name, territory=territory, **(base | given))
