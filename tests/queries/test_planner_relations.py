"""Relations between subjects: each kind with its clause, by acts in force here, above and below."""

from __future__ import annotations

from datetime import date
from typing import Any

from ontology.models import Activity, Agreement, Entity, Interaction, Route, Step
from queries.questions.relations import RELATIONS, RelationsParams, RelationsRow
from tests.queries.small import DISTRICT, REGION, TODAY, clause, order, store_of, subject

ACT = (order("o", REGION), clause("c", "o"), clause("c2", "o", "3.2"))


def body(id: str, territory: str = REGION, **values: Any) -> Entity:
    return subject(id, territory, "regional", **values)


def acts(id: str, source: str, target: str, by: str = "c") -> Interaction:
    return Interaction(id=id, kind="coordinates", source=source, target=target, clause=by)


def related(*facts: Entity, territory: str | None = REGION, **values: Any) -> list[RelationsRow]:
    with store_of(*facts) as store:
        return store.ask(RELATIONS, RelationsParams(territory=territory, as_of=TODAY, **values))


def test_each_kind_of_relation_has_its_clause() -> None:
    rows = related(
        *ACT,
        body("a", clause="c2"),
        body("b", part_of="a", clause="c"),
        body("g", generic=True),
        subject("f", DISTRICT, "municipal", fills="g"),
        acts("i", "a", "g", "c2"),
        acts("self", "a", "a"),
        Agreement(id="m", status="concluded", parties=("a", "b", "g"), valid_until=TODAY, clause="c2"),
        Route(id="r", name="Маршрут", order="o"),
        Step(id="s1", route="r", position=1, subject="a", clause="c"),
        Step(id="s2", route="r", position=2, subject="a", clause="c"),
        Step(id="s3", route="r", position=3, subject="b", clause="c2"),
        Step(id="s4", route="r", position=4, subject=None, clause="c2"),
        Step(id="s5", route="r", position=5, subject="g", clause="c2"),
        Activity(id="v", position=0, title="Семинар", responsible=("b", "g"), clause="c2"),
        Activity(id="w", position=1, title="Отменён", responsible=("b", "g"), status="cancelled", clause="c2"),
    )
    assert [(r.kind.value, r.source_id, r.target_id, r.detail, r.about, r.clause) for r in rows] == [
        ("activity", "b", "g", None, "Семинар", "3.2"),
        ("agreement", "a", "b", "expired", None, "3.2"),
        ("agreement", "a", "g", "expired", None, "3.2"),
        ("agreement", "b", "g", "expired", None, "3.2"),
        ("fills", "f", "g", None, None, None),
        ("interaction", "a", "g", "coordinates", None, "3.2"),
        ("part-of", "b", "a", None, None, "3.1"),
        ("route", "a", "b", None, "Маршрут", "3.2"),
    ]
    assert [r.mutual for r in rows] == [True] * 4 + [False] * 4


def test_relations_of_acts_in_force_above_and_on_request_below() -> None:
    facts = (
        *ACT,
        order("old", REGION, number="1", valid_until=date(2023, 1, 1)),
        clause("c-old", "old"),
        order("federal", "ru"),
        clause("c-ru", "federal"),
        order("local", DISTRICT),
        clause("c-loc", "local"),
        order("other", "x-z.zarechny"),
        clause("c-oth", "other"),
        body("a"),
        body("b"),
        body("part", part_of="a", clause="c-old"),
        *(acts(f"i-{by}", "a", "b", by) for by in ("c", "c-old", "c-ru", "c-loc", "c-oth")),
    )

    def found(territory: str | None, below: bool = True) -> set[str]:
        return {r.relation_id for r in related(*facts, territory=territory, below=below)}

    assert found(REGION) == {"i-c", "i-c-ru", "i-c-loc", "i-c-oth"} == found("ru") == found(None)
    assert found(REGION, below=False) == {"i-c", "i-c-ru"}
    assert found(DISTRICT) == {"i-c", "i-c-ru", "i-c-loc"}
