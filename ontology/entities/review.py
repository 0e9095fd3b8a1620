"""What people decide: about what was read, merged or found at fault; and acts kept aside until they have looked."""

from __future__ import annotations

from datetime import date as Day
from datetime import datetime as Moment
from typing import Annotated, ClassVar

from ontology.entities.base import Entity, Id, Prop, Ref, Reviewed, Sha256
from ontology.entities.vocabulary import VariantReason, Verdict


class Decision(Entity):
    """A person's verdict on one fact. The latest one on a fact counts; earlier ones are its history.

    It stands by itself: the fact as it was read is kept in it, so that a rejected fact can be brought back and a
    corrected one read anew. The fact is named by its id, not by a reference: it may be gone.
    """

    iri: ClassVar[str] = "opora:Decision"
    table: ClassVar[str] = "decisions"

    target: Annotated[Id, Prop("opora:decidedFact", "Id of the fact", source="review")]
    target_class: Annotated[str, Prop("opora:decidedClass", "Class of the fact", source="review")]
    verdict: Annotated[Verdict, Prop("opora:verdict", "Confirmed, corrected, rejected, split, reopened")]
    changes: Annotated[
        str | None, Prop("opora:changes", "Corrected fields and their values, JSON: codes, ids, names", source="review")
    ] = None
    fact: Annotated[str | None, Prop("opora:factAsRead", "The fact as it was read, JSON", source="review")] = None
    fact_text: Annotated[
        str | None, Prop("opora:factText", "The act's words of that fact, JSON", source="user's file", local=True)
    ] = None
    decided_by: Annotated[str, Prop("opora:decidedBy", "Who decided", source="review")]
    decided_at: Annotated[Moment, Prop("opora:decidedAt", "When", unit="UTC", source="review")]
    note: Annotated[str | None, Prop("opora:decisionNote", "Why, in the person's words", source="review")] = None
    address: Annotated[str | None, Prop("opora:decidedAddress", "Address of the clause at that time")] = None
    clause_sha256: Annotated[
        Sha256 | None, Prop("opora:decidedTextSha256", "SHA-256 of the clause's normalised text at that time")
    ] = None
    stale: Annotated[bool, Prop("opora:stale", "The clause reads otherwise now: to be reviewed again")] = False
    order: Annotated[Id, Ref("Order", "ABOUT", "opora:decisionOn", "The act the fact was read from", source="review")]


class NameVariant(Reviewed):
    """Another writing that was taken for a subject, and why. (NameVariant)-[VARIANT_OF]->(Subject)."""

    iri: ClassVar[str] = "opora:NameVariant"
    table: ClassVar[str] = "name_variants"

    written: Annotated[str, Prop("opora:written", "The name as written there")]
    why: Annotated[VariantReason, Prop("opora:variantReason", "Why it was taken for the subject", source="reader")]
    subject: Annotated[Id, Ref("Subject", "VARIANT_OF", "opora:variantOf", "The subject it was taken for")]
    clause: Annotated[Id, Ref("Clause", "NAMED_IN", "opora:namedIn", "The clause where it is written")]


class Justification(Entity):
    """A person's reason why a finding of the audit is no fault. (Justification)-[JUSTIFIED_IN]->(Territory).

    The finding is named by its id, which stays the same from audit to audit, not by a reference: findings are worked
    out anew each time and stand in no table.
    """

    iri: ClassVar[str] = "opora:Justification"
    table: ClassVar[str] = "justifications"

    finding: Annotated[Id, Prop("opora:justifiedFinding", "Id of the finding", source="review")]
    kind: Annotated[str, Prop("opora:findingKind", "Id of the rule that found it", source="review")]
    reason: Annotated[str, Prop("opora:justificationReason", "Why, in the person's words", source="review")]
    justified_by: Annotated[str, Prop("opora:justifiedBy", "Who justified it", source="review")]
    justified_at: Annotated[Moment, Prop("opora:justifiedAt", "When", unit="UTC", source="review")]
    until: Annotated[
        Day | None, Prop("opora:justifiedUntil", "Last day it holds; none: with no end", unit="day", source="review")
    ] = None
    territory: Annotated[
        Id | None, Ref("Territory", "JUSTIFIED_IN", "opora:justifiedIn", "Territory of the finding", source="review")
    ] = None


class Draft(Entity):
    """An act that was read and kept aside: in no answer, in no export, until somebody confirms it."""

    iri: ClassVar[str] = "opora:Draft"
    table: ClassVar[str] = "drafts"

    order_id: Annotated[Id, Prop("opora:draftOf", "Id the act has once it is confirmed", source="reader")]
    title: Annotated[str, Prop("opora:title", "What the act is: kind, number, day, issuer")]
    number: Annotated[str | None, Prop("opora:number", "Number of the act")] = None
    file_name: Annotated[str, Prop("opora:fileName", "Name of the file", source="user's file")]
    sha256: Annotated[Sha256, Prop("opora:draftSha256", "SHA-256 of the file", source="user's file")]
    loaded_at: Annotated[Moment, Prop("opora:loadedAt", "When it was loaded", unit="UTC", source="loader")]
    facts: Annotated[
        str | None, Prop("opora:draftFacts", "All that was read, JSON", source="user's file", local=True)
    ] = None
