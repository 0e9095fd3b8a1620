"""All entities of the graph, in the order in which they can be written (a target before what points to it, where the
schema allows: subjects, clauses and orders point to one another, so writers defer foreign keys to the end)."""

from __future__ import annotations

from ontology.entities.activity import Activity
from ontology.entities.agreement import Agreement
from ontology.entities.assignment import Assignment
from ontology.entities.base import Entity, Id, Prop, Ref, Reviewed, Sha256
from ontology.entities.function import Direction, Function
from ontology.entities.indicator import Indicator, Norm, Observation
from ontology.entities.interaction import Interaction
from ontology.entities.order import Clause, LegalReference, Official, Order, Term
from ontology.entities.review import Decision, Draft, Justification, NameVariant
from ontology.entities.route import Route, Step
from ontology.entities.staffing import Headcount, Methodist, Support
from ontology.entities.subject import Subject
from ontology.entities.territory import Territory

ENTITY_TYPES: tuple[type[Entity], ...] = (
    Territory,
    Direction,
    Function,
    Order,
    Clause,
    Subject,
    LegalReference,
    Official,
    Term,
    NameVariant,
    Assignment,
    Agreement,
    Interaction,
    Route,
    Step,
    Activity,
    Indicator,
    Observation,
    Norm,
    Headcount,
    Methodist,
    Support,
    Decision,
    Justification,
    Draft,
)

__all__ = [
    "ENTITY_TYPES",
    "Activity",
    "Agreement",
    "Assignment",
    "Clause",
    "Decision",
    "Direction",
    "Draft",
    "Entity",
    "Function",
    "Headcount",
    "Id",
    "Indicator",
    "Interaction",
    "Justification",
    "LegalReference",
    "Methodist",
    "NameVariant",
    "Norm",
    "Observation",
    "Official",
    "Order",
    "Prop",
    "Ref",
    "Reviewed",
    "Route",
    "Sha256",
    "Step",
    "Subject",
    "Support",
    "Term",
    "Territory",
]
