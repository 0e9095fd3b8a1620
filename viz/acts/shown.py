"""A fact as the page shows it: what it is called, what was read, how surely, who decided."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any

from ontology.entities.base import Entity, Id
from ontology.i18n import Lang, gettext, translator
from ontology.labels import class_label, property_label
from ontology.property_graph import NODE_BY_LABEL, Property, Relation
from viz.acts.model import ReadAct, ReadFact
from viz.formats import day
from viz.text import capital, clean

# The lists of facts: address part → class, and the message id of what a list of them is called.
LISTS = MappingProxyType(
    {
        "assignments": ("Assignment", gettext("functions assigned")),
        "subjects": ("Subject", gettext("bodies and people named")),
        "agreements": ("Agreement", gettext("agreements required")),
        "activities": ("Activity", gettext("activities of the road map")),
        "indicators": ("Indicator", gettext("indicators set")),
        "observations": ("Observation", gettext("values of indicators")),
        "interactions": ("Interaction", gettext("interactions between bodies")),
        "steps": ("Step", gettext("steps of processes")),
        "norms": ("Norm", gettext("norms set")),
        "terms": ("Term", gettext("terms defined")),
        "officials": ("Official", gettext("officials of the act")),
        "variants": ("NameVariant", gettext("other writings of names")),
    }
)
LIST_OF = MappingProxyType({kind: name for name, (kind, _) in LISTS.items()})
DECIDED = frozenset({"confirmed", "rejected"})
_NAMES = ("name", "term")  # fields that say themselves what the fact is called


@dataclass(frozen=True, slots=True)
class Told:
    """Something a fact points to or says; `subject`: id of the subject it is, `function`: code of the function;
    `short`: its abbreviation where it has one."""

    text: str
    subject: Id | None = None
    function: str | None = None
    short: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A field of a fact: its heading and what it says."""

    heading: str
    values: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class FactView:
    """A fact. `list`: where its decisions are sent; `title`: the act's words or its name; `decided_on`: the day."""

    id: Id
    kind: str
    list: str
    label: str
    title: str
    lines: tuple[Line, ...]
    role: str | None
    unmapped: bool
    confidence: float | None
    doubts: tuple[str, ...]
    reasons: tuple[str, ...]
    status: str
    decided_by: str | None
    decided_on: date | None
    note: str | None
    clause: str

    @property
    def doubtful(self) -> bool:
        """Whether a person should look at it first."""
        return (bool(self.doubts) or self.unmapped) and self.status not in DECIDED

    @property
    def mark(self) -> str:
        """What tells it from all others on the page, as an id of HTML."""
        return f"fact-{self.list}-{self.id}"


def fact_view(fact: ReadFact, act: ReadAct, lang: Lang) -> FactView:
    """A fact in the reader's language."""
    values = fact.entity.model_dump(mode="json")
    name = next((fact.fields[n] for n in _NAMES if fact.fields.get(n)), "")
    role = values.get("role") if fact.kind == "Assignment" else None
    done = fact.status in DECIDED
    unmapped = fact.kind == "Assignment" and values.get("function") is None
    said = translator(lang)("fits no function")  # where the function stands it is said already
    return FactView(
        id=fact.id,
        kind=fact.kind,
        list=act.paths.get(fact.kind, ""),
        label=capital(class_label(NODE_BY_LABEL[fact.kind].entity, lang)),
        title=clean(fact.text) or clean(name),
        lines=tuple(_lines(fact, act, values, lang)),
        role=role,
        unmapped=unmapped,
        confidence=fact.confidence,
        doubts=tuple(d for d in fact.doubts if not (unmapped and d == said)),
        reasons=fact.reasons,
        status=fact.status,
        decided_by=fact.decided_by if done else None,
        decided_on=_day(fact.decided_at) if done else None,
        note=fact.note,
        clause=fact.clause,
    )


def words_of(fact: ReadFact) -> str:
    """The words by which a fact is found in the text of its clause."""
    return fact.text or next((fact.fields[n] for n in _NAMES if fact.fields.get(n)), "")


def field_heading(kind: type[Entity], name: str, lang: Lang) -> str:
    """What a field is called."""
    declared = declared_field(kind, name)
    heading = property_label(declared.prop.iri if isinstance(declared, Property) else declared.ref.iri, lang)
    return capital(heading)


def declared_field(kind: type[Entity], name: str) -> Property | Relation:
    """The declaration of a field."""
    node = NODE_BY_LABEL[kind.__name__]
    declared: list[Property | Relation] = [*node.properties, *node.relations]
    return next(f for f in declared if f.name == name)


def _day(moment: str | None) -> date | None:
    return date.fromisoformat(moment[:10]) if moment else None


def _lines(fact: ReadFact, act: ReadAct, values: dict[str, Any], lang: Lang) -> list[Line]:
    """The fields that say something; the role of an assignment and what gives the fact its title stand elsewhere."""
    kind = type(fact.entity)
    found: list[Line] = []
    for name, text in fact.fields.items():
        if not text or values[name] is False or (name == "role" and fact.kind == "Assignment"):
            continue
        if name in _NAMES and not fact.text:
            continue
        declared = declared_field(kind, name)
        if isinstance(declared, Relation):
            told = _told(declared, values[name], act)
        else:
            told = (Told(day(text, lang) if declared.kind == "date" else clean(text)),)
        found.append(Line(field_heading(kind, name, lang), told))
    return found


def _told(declared: Relation, value: Any, act: ReadAct) -> tuple[Told, ...]:
    ids = value if isinstance(value, list) else [value]
    if declared.target == "Function":
        known = (act.functions.get(id, ("", id)) for id in ids)
        return tuple(Told(f"{code} {name}".strip(), function=code or None) for code, name in known)
    known_subjects = ((id, act.subjects.get(id)) for id in ids)
    return tuple(Told(clean(s.name), id, short=clean(s.short)) if s else Told(str(id)) for id, s in known_subjects)
