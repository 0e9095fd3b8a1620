"""The audit: every rule asked of a store, its findings, and how many things each has checked."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date as Day
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from ontology.entities.base import Id
from ontology.entities.vocabulary import TerritoryKind
from ontology.errors import BadParameter
from ontology.i18n import DEFAULT_LANG, Lang, gettext, translator
from ontology.models import Justification
from queries.findings.acts import audited_acts
from queries.findings.finding import Finding, findings_of
from queries.findings.registry import RULES
from queries.findings.rule import Rule, Scope
from queries.findings.sources.unacted_territories import UNACTED_TERRITORIES
from queries.store import GraphStore


class Audit(BaseModel):
    """`findings`: open ones; `justified`: those a person has given a reason for, apart and never hidden; gravest kind
    first. `denominators`: per kind the number of things checked. `acts`: those in force that were looked at.
    `notes`: what could not be judged, in words."""

    model_config = ConfigDict(frozen=True)

    territory: dict[str, Any] | None
    as_of: Day
    findings: list[Finding]
    justified: list[Finding]
    denominators: dict[str, int]
    acts: list[dict[str, Any]] = Field(default_factory=list)
    notes: list[str] = Field(default_factory=list)


def audit(
    store: GraphStore,
    territory: Id | None = None,
    *,
    name: str = "",
    as_of: Day | None = None,
    kinds: Iterable[str] = (),
    lang: Lang = DEFAULT_LANG,
) -> Audit:
    """Audit a territory (`name` is what it is called) with all that lies in it, or everything; some kinds or all.

    Raises BadParameter for an unknown kind.
    """
    rules = chosen(kinds)
    scope = Scope(territory=territory, as_of=as_of or Day.today())
    justified = {said.finding: said for said in store.all(Justification)}
    found: list[Finding] = []
    checked: dict[str, int] = {}
    for rule in rules:
        found += findings_of(rule, store.ask(rule.question, scope), justified, scope.as_of, lang)
        checked[rule.kind] = sum(row.checked for row in store.ask(rule.checked, scope))
    return Audit(
        territory={"id": territory, "name": name or territory} if territory else None,
        as_of=scope.as_of,
        findings=[f for f in found if f.justification is None],
        justified=[f for f in found if f.justification is not None],
        denominators=checked,
        acts=audited_acts(store, territory, scope.as_of),
        notes=_notes(store, scope, lang),
    )


def titles(lang: Lang) -> dict[str, str]:
    """What each kind of finding is called, gravest first."""
    return {rule.kind: rule.title(lang) for rule in RULES}


def chosen(kinds: Iterable[str]) -> list[Rule]:
    """The rules of these kinds, all when none is named; gravest first."""
    wanted = list(kinds)
    known = {rule.kind for rule in RULES}
    unknown = next((kind for kind in wanted if kind not in known), None)
    if unknown is not None:
        raise BadParameter(
            "There is no kind of finding «{kind}»", mend="Kinds: {kinds}", kind=unknown, kinds=", ".join(sorted(known))
        )
    return [rule for rule in RULES if not wanted or rule.kind in wanted]


def _notes(store: GraphStore, scope: Scope, lang: Lang) -> list[str]:
    """Of a territory without acts there is one thing to say, not a finding for each function."""
    _ = translator(lang)
    said = {
        TerritoryKind.REGION: gettext("Regions without any act loaded: {count}; nothing is found of them."),
        TerritoryKind.MUNICIPALITY: gettext(
            "Municipalities without any act loaded: {count}; nothing is found of them."
        ),
    }
    rows = store.ask(UNACTED_TERRITORIES, scope)
    return [_(said[row.kind], count=row.territories) for row in rows if row.kind in said]
