"""Agreements between subjects."""

from __future__ import annotations

from datetime import date as Day
from typing import Annotated, ClassVar

from ontology.entities.base import AS_SET, Id, Prop, Ref, Reviewed
from ontology.entities.vocabulary import AgreementStatus


class Agreement(Reviewed):
    """An agreement that an order requires, plans or reports."""

    iri: ClassVar[str] = "opora:Agreement"
    table: ClassVar[str] = "agreements"

    status: Annotated[AgreementStatus, Prop("opora:agreementStatus", "Required, planned, concluded or expired")]
    deadline: Annotated[Day | None, Prop("opora:deadline", "Last day to conclude it", unit="day")] = None
    term_text: Annotated[str | None, Prop("opora:termText", "Term as written")] = None
    number: Annotated[str | None, Prop("opora:number", "Its number", source="registry")] = None
    date: Annotated[Day | None, Prop("opora:date", "Its day", unit="day", source="registry")] = None
    valid_until: Annotated[
        Day | None, Prop("opora:validUntil", "First day it is no longer in force", unit="day", source="registry")
    ] = None
    about: Annotated[
        str | None, Prop("opora:about", "Subject matter, the act's words", source="user's file", local=True)
    ] = None
    parties: Annotated[tuple[Id, ...], Ref("Subject", "HAS_PARTY", "opora:party", "Who concludes it"), AS_SET] = ()
    clause: Annotated[Id, Ref("Clause", "BY_CLAUSE", "opora:byClause", "The clause that requires it")]
