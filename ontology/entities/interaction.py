"""Interactions: one subject acts towards another."""

from __future__ import annotations

from typing import Annotated, ClassVar

from ontology.entities.base import Id, Prop, Ref, Reviewed
from ontology.entities.vocabulary import InteractionKind


class Interaction(Reviewed):
    """(Interaction)-[FROM]->(Subject), -[TO]->(Subject)."""

    iri: ClassVar[str] = "opora:Interaction"
    table: ClassVar[str] = "interactions"

    kind: Annotated[InteractionKind, Prop("opora:interactionKind", "What is done")]
    what: Annotated[str | None, Prop("opora:what", "The act's words", source="user's file", local=True)] = None
    source: Annotated[Id, Ref("Subject", "FROM", "opora:fromSubject", "Who acts")]
    target: Annotated[Id, Ref("Subject", "TO", "opora:toSubject", "Towards whom")]
    clause: Annotated[Id, Ref("Clause", "BY_CLAUSE", "opora:byClause", "The clause that says so")]
