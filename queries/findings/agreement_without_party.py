"""`agreement-without-party`: an agreement lacks a side, or the road map leaves one of its parties out.

A row of a road map that plans to sign an agreement names who signs it. When it names two parties or more, it means to
name them all: a party it does not name has nobody to sign for it. A row that names one party, or none, only says who
prepares the agreement: that is no finding.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from types import MappingProxyType

from queries.findings.agreements import CHECKED_AGREEMENTS, COUNTED_AGREEMENTS
from queries.findings.fact import evidence_of
from queries.findings.rule import Evidence, Rule, Scope, Severity, Text
from queries.findings.sources.agreement_parties import AGREEMENT_PARTIES, PartyRow
from queries.findings.sources.responsible_of_activities import RESPONSIBLE_OF_ACTIVITIES, ResponsibleRow
from queries.question import Ask, DerivedQuestion

__all__ = ["AGREEMENT_WITHOUT_PARTY"]

Plan = list[ResponsibleRow]
"""One activity: a row for each subject responsible."""


def _derive(ask: Ask, scope: Scope) -> list[Evidence]:
    responsible: list[ResponsibleRow] = ask(RESPONSIBLE_OF_ACTIVITIES, scope)
    plans = [list(rows) for _, rows in groupby(responsible, key=lambda row: (row.order_id, row.activity_id))]
    found: list[Evidence] = []
    for _, rows in groupby(ask(AGREEMENT_PARTIES, scope), key=lambda row: row.agreement_id):
        found += _of_agreement(list(rows), plans)
    return found


def _of_agreement(agreement: list[PartyRow], plans: Sequence[Plan]) -> list[Evidence]:
    parties = [row for row in agreement if row.party_id]
    if len(parties) < 2:
        reason = "no-party" if not parties else "one-sort" if parties[0].party_generic else "one-party"
        return [_party(row, reason) for row in agreement]
    plan = _plan(parties, plans)
    if plan is None:
        return []
    missing = [party for party in parties if not any(_same(party, row) for row in plan)]
    if not missing or len(parties) - len(missing) < 2:
        return []
    item = plan[0].title
    return [
        *(_party(party, "party-not-responsible", item, expected=party.party_name) for party in missing),
        *(_responsible(agreement[0], row, item) for row in plan),
    ]


def _plan(parties: Sequence[PartyRow], plans: Sequence[Plan]) -> Plan | None:
    """The row of the road map that plans this agreement: at its clause, and nearest to it by whom both name."""
    near = [plan for plan in plans if _at(parties[0], plan[0])]
    shared = [(_shared(parties, plan), plan) for plan in near]
    fitting = [(named, plan) for named, plan in shared if named]
    if not fitting:
        return None
    # fewest named on one side only, then most named on both; the first such row of the road map
    return min(fitting, key=lambda pair: (len(parties) + len(pair[1]) - 2 * pair[0], -pair[0]))[1]


def _at(party: PartyRow, row: ResponsibleRow) -> bool:
    """One clause, or one of the addresses a fact of several places is cited by."""
    same_act = party.order_id == row.order_id
    return same_act and (party.clause_id == row.clause_id or row.clause in party.clause.split("; "))


def _shared(parties: Sequence[PartyRow], plan: Plan) -> int:
    return sum(any(_same(party, row) for row in plan) for party in parties)


def _same(party: PartyRow, row: ResponsibleRow) -> bool:
    """The party itself, a unit of it or the body it is a unit of, who fills it or whom it fills."""
    return (
        party.party_id in (row.subject_id, row.subject_fills, row.subject_part_of)
        or party.party_fills == row.subject_id
        or party.party_part_of == row.subject_id
    )


def _party(row: PartyRow, reason: str, item: str | None = None, expected: str | None = None) -> Evidence:
    return evidence_of(
        row,
        key=row.agreement_id,
        reason=reason,
        item=item,
        subject_id=row.party_id,
        subject_name=row.party_name,
        expected=expected,
    )


def _responsible(agreement: PartyRow, row: ResponsibleRow, item: str) -> Evidence:
    return evidence_of(
        row,
        key=agreement.agreement_id,
        reason="party-not-responsible",
        item=item,
        territory_id=agreement.territory_id,
        territory_name=agreement.territory_name,
        subject_id=row.subject_id,
        subject_name=row.subject_name,
        found=row.subject_name,
    )


AGREEMENT_WITHOUT_PARTY = Rule(
    kind="agreement-without-party",
    title=Text("У соглашения не названа сторона", "An agreement lacks a party"),
    advice=Text(
        "Назовите в акте все стороны соглашения, а в мероприятии дорожной карты – ответственного от каждой стороны.",
        "Name all parties of the agreement in the act, and in the activity of the road map somebody responsible for "
        "each of them.",
    ),
    severity=Severity.WARNING,
    question=DerivedQuestion(
        name="agreement_without_party",
        summary_ru="Соглашения, у которых нет второй стороны, и те, где мероприятие называет не все стороны.",
        summary_en="Agreements without a second party, and those of whose parties the activity names not all.",
        params=Scope,
        row=Evidence,
        uses=(AGREEMENT_PARTIES, RESPONSIBLE_OF_ACTIVITIES),
        derive=_derive,
    ),
    checked=CHECKED_AGREEMENTS,
    counted=COUNTED_AGREEMENTS,
    reasons=MappingProxyType(
        {
            "no-party": Text("Стороны соглашения не названы", "The parties of the agreement are not named"),
            "one-party": Text(
                "Названа одна сторона: с кем она заключает соглашение, не сказано",
                "One party is named: with whom it concludes the agreement is not said",
            ),
            "one-sort": Text(
                "Названа одна сторона, и та обобщённо: кто с кем заключает соглашение, не сказано",
                "One party is named, and only in general: who concludes the agreement with whom is not said",
            ),
            "party-not-responsible": Text(
                "Мероприятие называет ответственными не все стороны соглашения",
                "The activity names not all parties of the agreement as responsible",
            ),
        }
    ),
)
