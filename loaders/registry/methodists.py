"""methodists.csv: regional methodists under pseudonymous codes, their posts, and whose teachers they support."""

from __future__ import annotations

import re

from loaders.registry.known import Known
from loaders.registry.table import Column, Line, Table
from ontology.entities.base import Entity
from ontology.i18n import gettext as _
from ontology.ids import part_id
from ontology.models import Methodist, Support
from ontology.russian import parses

COLUMNS = (
    Column("code", ("код", "код методиста"), True, "pseudonymous code with a digit, no name, no telephone"),
    Column("territory", ("территория", "муниципалитет"), True, "where the methodist works"),
    Column("fte", ("ставка", "доля ставки", "ставок"), True, "share of a full-time post, 0 … 2; 0 ends it"),
    Column("date", ("дата", "с даты", "на дату"), True, "day from which the line holds"),
    Column("subject_area", ("предмет", "предметная область"), False, "school subject; empty: all"),
    Column("organisation", ("организация", "школа"), False, "whose teachers are supported"),
    Column("teachers", ("учителей", "учителя", "педагогов"), False, "how many of them"),
    Column("region", ("регион",), False, "when municipalities are called alike"),
    Column("invented", ("вымышлено", "выдумано"), False, "yes for demonstration data"),
)
_CODE = re.compile(r"[A-Za-zА-Яа-яЁё0-9][A-Za-zА-Яа-яЁё0-9._/-]{0,31}")
_NAMES = frozenset({"Surn", "Name", "Patr"})
_MOST_DIGITS = 6  # a telephone or an insurance number has more


def fits(titles: frozenset[str]) -> bool:
    """Whether a header with these columns is of this table."""
    return {"code", "fte"} <= titles


def read(table: Table, known: Known) -> list[Entity]:
    """Methodists and whom they support; several lines with one code, day and school subject are one methodist."""
    methodists: dict[str, Methodist] = {}
    supports: dict[str, Support] = {}
    for line in table.named(COLUMNS):
        methodist = _methodist(line, known)
        if methodists.setdefault(methodist.id, methodist) != methodist:
            raise line.broken("fte", _("the methodist has another post on another line"), _("Give one and the same."))
        support = _support(line, methodist, known)
        if support is not None and supports.setdefault(support.id, support) != support:
            raise line.broken("teachers", _("counted twice, each time otherwise"), _("Keep one of the lines."))
    return [*methodists.values(), *supports.values()]


def _methodist(line: Line, known: Known) -> Methodist:
    code, territory, day = _code(line), known.territory(line), line.day("date")
    area = line.text("subject_area")
    return Methodist(
        id=part_id(territory, "methodist", code, day.isoformat(), area or ""),
        code=code,
        date=day,
        subject_area=area.lower() if area else None,
        fte=line.share("fte", 2),
        invented=line.yes("invented"),
        territory=territory,
    )


def _support(line: Line, methodist: Methodist, known: Known) -> Support | None:
    if not line.text("organisation"):
        if line.text("teachers"):
            raise line.broken("organisation", _("whose teachers these are is missing"), _("Name an organisation."))
        return None
    home = known.above(methodist.territory)
    region = home[-2] if len(home) > 2 else methodist.territory
    subject = known.subject(line, "organisation", region)
    return Support(
        id=part_id(methodist.id, "support", subject),
        teachers=line.count("teachers"),
        invented=line.yes("invented"),
        methodist=methodist.id,
        subject=subject,
    )


def _code(line: Line) -> str:
    """The code; refused when it looks like a person's name, a telephone, an e-mail address or an insurance number."""
    value = line.required("code")
    digits = sum(c.isdigit() for c in value)
    named = any(
        _NAMES & set(p.tag.grammemes) and p.score >= 0.3
        for word in re.findall(r"[А-Яа-яЁё]{4,}", value)
        for p in parses(word)[:2]
    )
    if not _CODE.fullmatch(value) or not 1 <= digits <= _MOST_DIGITS or named:
        mend = _("A pseudonymous code such as М-017 is expected: up to 6 digits, no name, no telephone.")
        raise line.broken("code", _("«{value}» may be personal data, or is no code"), mend, f"{value[:2]}…")
    return value
