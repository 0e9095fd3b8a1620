"""Facts of plans for small graphs by hand, and what a rule finds among them."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from ontology import rdf
from ontology.catalogue import directions, functions
from ontology.models import (
    Activity,
    Entity,
    Indicator,
    LegalReference,
    Observation,
    Official,
    Route,
    Step,
)
from ontology.territories import country, regions
from queries.findings.finding import Finding, findings_of
from queries.findings.registry import RULES
from queries.findings.rule import Scope
from queries.store import GraphStore
from queries.stores import open_store
from tests.queries.small import REGION, TODAY, clause, order, store_of

ROOT = Path(__file__).resolve().parents[3]
ACT: tuple[Entity, ...] = (order("o", REGION), clause("c", "o"), clause("c2", "o", "4"))


def activity(id: str, by: str = "c", **values: Any) -> Activity:
    """An activity with all it should have, but for what the test is about."""
    base = {"title": f"Дело {id}", "position": 0, "term_text": "2099 год", "due": date(2099, 12, 31)}
    return Activity.model_validate({"id": id, "clause": by, "periodicity": "once"} | base | values)


def indicator(id: str, name: str, by: str = "c", **values: Any) -> Indicator:
    """An indicator in per cent."""
    return Indicator.model_validate({"id": id, "name": name, "position": 0, "unit": "%", "clause": by} | values)


def value(of: str, period: str, kind: str, number: float | None) -> Observation:
    """A value of an indicator."""
    id = f"{of}.{kind}.{period}".replace(" ", "-").replace("/", "-")
    return Observation.model_validate(
        {"id": id if id.isascii() else f"{of}.{kind}.{number}", "period": period, "kind": kind, "value": number}
        | {"indicator": of}
    )


def reference(id: str, of: str, kind: str, **values: Any) -> LegalReference:
    """What an act says of another one."""
    return LegalReference.model_validate({"id": id, "order": of, "kind": kind, "title": "Акт"} | values)


def official(id: str, name: str, post: str | None, by: str = "c") -> Official:
    """An official named in a clause."""
    return Official.model_validate({"id": id, "name": name, "post": post, "role": "executes", "clause": by})


def route(*steps: tuple[str | None, str | None, str]) -> list[Entity]:
    """A route of the steps (subject, function, clause)."""
    return [
        Route(id="w", name="Отбор", order="o"),
        *(
            Step(id=f"w{n}", position=n, route="w", subject=subject, function=function, clause=by)
            for n, (subject, function, by) in enumerate(steps, start=1)
        ),
    ]


def found(store: GraphStore, kind: str, territory: str | None = None, day: date = TODAY) -> list[Finding]:
    """The findings of a rule."""
    rule = next(rule for rule in RULES if rule.kind == kind)
    scope = Scope(territory=territory, as_of=day)
    return list(findings_of(rule, store.ask(rule.question, scope), {}, day, "ru"))


def checked(store: GraphStore, kind: str, territory: str | None = None, day: date = TODAY) -> int:
    """The denominator of a rule."""
    rule = next(rule for rule in RULES if rule.kind == kind)
    return sum(row.checked for row in store.ask(rule.checked, Scope(territory=territory, as_of=day)))


def told(kind: str, *facts: Entity, territory: str | None = None, day: date = TODAY) -> dict[str, str | None]:
    """Of a graph with these facts: what each finding is about, and its reason."""
    with store_of(*facts) as store:
        return {f.about: f.reason for f in found(store, kind, territory, day)}


@cache
def _bundled_facts() -> tuple[Entity, ...]:
    facts: list[Entity] = [country(), *regions(), *directions(), *functions()]
    for path in sorted((ROOT / "data").glob("*.trig")):
        facts += rdf.load(path)
    return tuple({(type(f), f.id): f for f in facts}.values())


def bundled() -> GraphStore:
    """The facts that come with the program, without any invented data."""
    store = open_store("sqlite:///:memory:")
    store.write(_bundled_facts())
    return store
