"""Agreements of acts in force with their parties."""

from __future__ import annotations

from ontology.entities.base import Id
from queries.cited import Cited
from queries.findings.declared import source


class PartyRow(Cited):
    """One party of an agreement; an agreement without parties has one row with none."""

    agreement_id: Id
    territory_id: Id
    territory_name: str
    party_id: Id | None
    party_name: str | None
    party_generic: bool
    party_fills: Id | None
    party_part_of: Id | None


AGREEMENT_PARTIES = source(
    "agreement_parties",
    "Соглашения действующих актов и их стороны.",
    "Agreements of acts in force and their parties.",
    PartyRow,
)
