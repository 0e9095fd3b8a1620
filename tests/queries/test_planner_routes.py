"""Process routes: steps in their order, and each way in which a route breaks."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from ontology.models import Agreement, Entity, Interaction, Route, Step
from queries.answer import answer
from queries.questions.process_routes import PROCESS_ROUTES, ProcessRoutesParams, ProcessRoutesRow
from queries.store import GraphStore
from tests.queries.small import (
    DISTRICT,
    REGION,
    REGISTER,
    TODAY,
    TRAINING,
    clause,
    held,
    order,
    store_of,
    subject,
)


def step(position: int, who: str | None, function: str | None = None, **values: Any) -> Step:
    base = {"id": f"s{position}", "route": "r", "clause": "c", "position": position}
    return Step.model_validate(base | {"subject": who, "function": function} | values)


ROUTE: tuple[Entity, ...] = (
    order("o", REGION),
    clause("c", "o"),
    clause("c2", "o", "3.2"),
    Route(id="r", name="Маршрут учителя", order="o"),
    subject("institute", REGION, "regional"),
    subject("centre", REGION, "regional", part_of="institute", clause="c2"),
    subject("ministry", REGION, "regional"),
    subject("mms", REGION, "municipal", generic=True),
)


def asked(store: GraphStore, territory: str | None = REGION, day: date = TODAY) -> list[ProcessRoutesRow]:
    return store.ask(PROCESS_ROUTES, ProcessRoutesParams(territory=territory, as_of=day))


def broken(*facts: Entity, territory: str | None = REGION) -> list[list[str]]:
    with store_of(*ROUTE, *facts) as store:
        return [[code.value for code in row.breaks] for row in asked(store, territory)]


def test_steps_stand_in_their_order_with_who_does_them() -> None:
    with store_of(*ROUTE, step(20, "centre", TRAINING), step(3, None), step(10, "institute")) as store:
        rows = asked(store)
        body = answer(store, "process_routes", {"territory": "Зареченская область"}, as_of=TODAY)
    assert [(r.place, r.steps, r.subject_id, r.function_code, r.clause) for r in rows] == [
        (1, 3, None, None, "3.1"),
        (2, 3, "institute", None, "3.1"),
        (3, 3, "centre", "F1.02", "3.1"),
    ]
    assert body.rows[2]["breaks"] == ["not-held"]
    assert body.rows[2]["explanation"] == "За исполнителем «Центр centre» не закреплена функция шага F1.02."
    assert body.rows[2]["link"] == {
        "kind": "part-of",
        "detail": None,
        "order": {"id": "o", "number": "7", "date": "2022-01-10", "title": "О системе"},
        "clause": "3.2",
    }
    assert body.rows[0]["explanation"] == "Не указано, кто выполняет шаг."


def test_a_sound_route_does_not_break() -> None:
    facts = (
        step(1, "centre", TRAINING),
        step(2, "institute", REGISTER),
        step(3, "institute"),
        step(4, "ministry"),
        held("a", "centre", TRAINING, "c2", role="contributes"),
        held("b", "institute", REGISTER, "c2"),
        Interaction(id="i", kind="reports", source="institute", target="ministry", clause="c2"),
    )
    with store_of(*ROUTE, *facts) as store:
        rows = asked(store)
    assert [(r.link, r.link_detail, r.breaks) for r in rows] == [
        (None, None, ()),
        ("part-of", None, ()),
        ("same", None, ()),
        ("interaction", "reports", ()),
    ]
    assert [r.holds for r in rows] == [True, True, None, None]


def test_the_function_counts_only_by_a_clause_in_force() -> None:
    old = order("old", REGION, number="1", date=date(2019, 1, 1), valid_until=date(2022, 1, 1))
    facts = (old, clause("c-old", "old"), step(1, "centre", TRAINING), held("a", "centre", TRAINING, "c-old"))
    assert broken(*facts) == [["not-held"]]


def test_a_step_without_anybody_breaks_once() -> None:
    # nobody can say whether the next one is connected with him
    assert broken(step(1, "centre"), step(2, None), step(3, "ministry")) == [[], ["no-subject"], []]


def test_neighbours_need_an_interaction_or_a_concluded_agreement() -> None:
    steps = (step(1, "centre"), step(2, "ministry"))

    def agreed(**values: Any) -> Agreement:
        return Agreement.model_validate({"id": "g", "clause": "c2", "parties": ("centre", "ministry")} | values)

    assert broken(*steps) == [[], ["no-link"]]
    assert broken(*steps, agreed(status="required")) == [[], ["agreement-missing"]]
    assert broken(*steps, agreed(status="concluded")) == [[], []]
    assert broken(*steps, agreed(status="concluded", valid_until=TODAY)) == [[], ["agreement-missing"]]
    backward = Interaction(id="i", kind="controls", source="ministry", target="centre", clause="c2")
    assert broken(*steps, agreed(status="planned"), backward) == [[], []]


def test_an_interaction_of_a_repealed_act_connects_nobody() -> None:
    old = order("old", REGION, number="1", valid_until=date(2023, 1, 1))
    link = Interaction(id="i", kind="controls", source="ministry", target="centre", clause="c-old")
    assert broken(old, clause("c-old", "old"), link, step(1, "centre"), step(2, "ministry")) == [[], ["no-link"]]


def test_a_generic_performer_needs_an_actual_one_that_is_not_vacant() -> None:
    def filler(id: str, **values: Any) -> Entity:
        return subject(id, DISTRICT, "municipal", fills="mms", **values)

    assert broken(step(1, "mms")) == [["generic-only"]]
    assert broken(step(1, "mms"), filler("a", vacant=True)) == [["vacant"]]
    assert broken(step(1, "mms"), filler("a", vacant=True), filler("b")) == [[]]
    # asked for the other municipality, the region's route has nobody there
    assert broken(step(1, "mms"), filler("a"), territory="x-z.zarechny") == [["generic-only"]]
    assert broken(step(1, "empty"), subject("empty", REGION, "regional", vacant=True)) == [["vacant"]]


def test_an_actual_performer_holds_and_works_through_the_generic_one_it_fills() -> None:
    facts = (
        step(1, "school", REGISTER),
        step(2, "mms"),
        step(3, "ministry"),
        subject("school", DISTRICT, "municipal", fills="mms"),
        held("a", "mms", REGISTER, "c2"),
        Interaction(id="i", kind="controls", source="ministry", target="mms", clause="c2"),
        Interaction(id="j", kind="supports", source="mms", target="ministry", clause="c"),
    )
    with store_of(*ROUTE, *facts) as store:
        rows = asked(store)
    assert [(r.holds, r.link, r.link_clause, r.breaks) for r in rows] == [
        (True, None, None, ()),
        (None, "fills", None, ()),
        (None, "interaction", "3.1", ()),  # of two the one that stands first in the act
    ]


def test_routes_of_a_repealed_act_are_gone() -> None:
    with store_of(*ROUTE, step(1, "centre")) as store:
        assert asked(store, day=date(2021, 12, 31)) == []
        assert [r.relation for r in asked(store)] == ["own"]
        assert [r.relation for r in asked(store, DISTRICT)] == ["above"]
        assert [r.relation for r in asked(store, "ru")] == ["below"]
        assert [r.relation for r in asked(store, None)] == ["own"]


@pytest.mark.parametrize("lang", ["ru", "en"])
def test_each_break_has_its_sentence(lang: Any) -> None:
    facts = (step(1, "mms", REGISTER), step(2, "ministry", TRAINING), step(3, None))
    with store_of(*ROUTE, *facts) as store:
        rows = [row.public(lang) for row in asked(store)]
    assert [len(row["explanation"].split(". ")) for row in rows] == [len(row["breaks"]) for row in rows] == [2, 2, 1]
    assert ("Между" in rows[1]["explanation"]) == (lang == "ru")
