"""What people say of a finding: it is no fault, and why, until when. It is then listed apart, never hidden."""

from __future__ import annotations

from datetime import UTC
from datetime import date as Day
from datetime import datetime as Moment

from ontology.entities.base import Id
from ontology.errors import BadParameter, UnknownResource
from ontology.i18n import DEFAULT_LANG, Lang
from ontology.models import Justification
from queries.findings.audit import audit
from queries.findings.finding import Finding
from queries.findings.registry import RULES
from queries.store import GraphStore


def justify(
    store: GraphStore, finding: Id, by: str, why: str, *, until: Day | None = None, as_of: Day | None = None,
    lang: Lang = DEFAULT_LANG,
) -> tuple[Justification, Finding]:  # fmt: skip
    """Write why a finding that is there on the day `as_of` is no fault; what was said of it before gives way.

    `until`: the last day the reason holds. Raises UnknownResource when there is no such finding, BadParameter for a
    reason or a name that says nothing and for a last day that is over.
    """
    if not by.strip():
        raise BadParameter("it is not said who justifies it", mend="Give a name or a post.")
    if not why.strip():
        raise BadParameter("it is not said why the finding is no fault", mend="Give the reason.")
    if until is not None and until < Day.today():
        raise BadParameter("the last day {day} is over", mend="Name a day to come, or none.", day=until.isoformat())
    found = find(store, finding, as_of, lang)
    said = Justification(
        id=_id(found.id),
        finding=found.id,
        kind=found.kind,
        reason=" ".join(why.split()),
        justified_by=" ".join(by.split()),
        justified_at=Moment.now(UTC).replace(microsecond=0),
        until=until,
        territory=found.territory["id"] if found.territory else None,
    )
    store.write([said])
    return said, found


def withdraw(store: GraphStore, finding: Id) -> Justification:
    """Take back what was said of a finding, be the finding still there or not. UnknownResource: nothing was said."""
    said = store.get(Justification, _id(finding))
    if said is None:
        raise UnknownResource(
            "Nobody has justified the finding {id}", mend="opora justify --list shows what is justified.", id=finding
        )
    store.write([], drops=[said])
    return said


def find(store: GraphStore, finding: Id, as_of: Day | None = None, lang: Lang = DEFAULT_LANG) -> Finding:
    """The finding with this id, justified or not, as the audit of everything finds it on the day. UnknownResource."""
    kind = finding.rpartition(".")[0]
    if any(rule.kind == kind for rule in RULES):
        done = audit(store, as_of=as_of, kinds=[kind], lang=lang)
        for each in (*done.findings, *done.justified):
            if each.id == finding:
                return each
    raise UnknownResource(
        "There is no finding {id} on this day", mend="Take the id from opora audit --format json.", id=finding
    )


def _id(finding: Id) -> Id:
    """One reason at most for each finding."""
    return f"{finding}.justification"
