"""Workload: what each subject has to do by acts in force, and its share of the whole."""

from __future__ import annotations

from datetime import date
from typing import Any

from ontology.models import Activity, Agreement, Entity, Interaction, Route, Step
from queries.answer import answer
from queries.questions.workload import WORKLOAD, WorkloadParams, WorkloadRow
from tests.queries.small import DISTRICT, REGION, REGISTER, TODAY, TRAINING, clause, held, order, store_of, subject

ACT = (order("o", REGION), clause("c", "o"), clause("c2", "o", "3.2"))
OLD = (order("old", REGION, number="1", valid_until=date(2023, 1, 1)), clause("c-old", "old"))
FACTS: tuple[Entity, ...] = (
    *ACT,
    *OLD,
    subject("a", REGION, "regional"),
    subject("b", REGION, "regional"),
    subject("g", REGION, "municipal", generic=True),
    subject("f", DISTRICT, "municipal", fills="g"),
    subject("idle", REGION, "regional"),
    held("1", "a", TRAINING, "c"),
    held("2", "a", TRAINING, "c2", role="informed"),
    held("3", "a", None, "c2"),
    held("4", "b", REGISTER, "c-old"),
    held("5", "g", REGISTER, "c2"),
    held("6", "g", TRAINING, "c2"),
    held("7", "f", REGISTER, "c"),
    Activity(id="v", position=0, title="Семинар", responsible=("a", "b"), clause="c2"),
    Activity(id="w", position=1, title="Отменённый", responsible=("a",), status="cancelled", clause="c2"),
    Agreement(id="m", status="required", parties=("a", "g"), clause="c2"),
    Interaction(id="i", kind="trains", source="a", target="g", clause="c"),
    Interaction(id="j", kind="trains", source="a", target="b", clause="c-old"),
    Route(id="r", name="Маршрут", order="o"),
    Step(id="s1", route="r", position=1, subject="a", clause="c"),
    Step(id="s2", route="r", position=2, subject="a", clause="c2"),
    Step(id="s3", route="r", position=3, subject=None, clause="c2"),
)
COUNTS = (
    *("functions", "through", "activities", "agreements", "interactions_out", "interactions_in"),
    *("routes", "steps", "total"),
)


def asked(*facts: Entity, territory: str = REGION, **values: Any) -> list[WorkloadRow]:
    with store_of(*facts) as store:
        params = WorkloadParams.model_validate({"territory": territory, "as_of": TODAY} | values)
        return store.ask(WORKLOAD, params)


def counts(rows: list[WorkloadRow]) -> dict[str, tuple[int, ...]]:
    return {row.subject_id: tuple(getattr(row, name) for name in COUNTS) for row in rows}


def test_everything_a_subject_has_to_do_is_counted_once() -> None:
    rows = asked(*FACTS)
    assert list(counts(rows).items()) == [
        ("a", (1, 0, 1, 1, 1, 0, 1, 2, 6)),
        ("g", (2, 0, 0, 1, 0, 1, 0, 0, 4)),
        ("f", (1, 1, 0, 0, 0, 0, 0, 0, 1)),  # training through the generic one; the register is its own already
        ("b", (0, 0, 1, 0, 0, 0, 0, 0, 1)),
    ]
    assert [row.share for row in rows] == [0.5, 0.3333, 0.0833, 0.0833]
    assert {row.whole for row in rows} == {12}


def test_the_clauses_are_those_the_counts_rest_on() -> None:
    rows = {row.subject_id: [place.clause for place in row.clauses] for row in asked(*FACTS)}
    assert rows == {"a": ["3.1", "3.2"], "g": ["3.1", "3.2"], "f": ["3.1"], "b": ["3.2"]}


def test_on_another_day_another_act_counts() -> None:
    day = {row.subject_id: row.total for row in asked(*FACTS, as_of=date(2022, 6, 1))}
    assert day == {"a": 7, "g": 4, "b": 3, "f": 1}
    assert asked(*FACTS, as_of=date(2021, 1, 1)) == []


def test_of_a_level_only_its_subjects_make_the_whole() -> None:
    rows = asked(*FACTS, level="regional")
    assert [(row.subject_id, row.share) for row in rows] == [("a", 0.8571), ("b", 0.1429)]


def test_in_a_municipality_its_own_subjects_and_what_its_acts_give_to_those_above() -> None:
    local = (
        order("local", DISTRICT),
        clause("c-loc", "local"),
        subject("fed", "ru", "federal"),
        held("8", "fed", REGISTER, "c-loc"),
        Interaction(id="k", kind="reports", source="f", target="a", clause="c-loc"),
        Interaction(id="l", kind="controls", source="fed", target="a", clause="c"),
    )
    rows = asked(*FACTS, *local, territory=DISTRICT)
    assert {row.subject_id: (row.relation, row.total, row.through) for row in rows} == {
        "f": ("own", 2, 1),
        "a": ("above", 1, 0),
        "fed": ("above", 1, 0),
    }
    assert [place.order_id for row in rows if row.subject_id == "a" for place in row.clauses] == ["local"]
    # for the region all of it counts
    assert {row.subject_id: row.relation for row in asked(*FACTS, *local)}["f"] == "below"


def test_as_json_carries_it() -> None:
    with store_of(*FACTS) as store:
        body = answer(store, "workload", {"territory": "Зареченская область"}, as_of=TODAY)
        none = answer(store, "workload", {"territory": "город Зареченск"}, as_of=date(2020, 1, 1))
    first = body.rows[0]
    assert first["subject"]["name"] == "Центр a" and first["share"] == 0.5 and first["interactions_out"] == 1
    assert first["clauses"][0]["order"]["number"] == "7" and first["clauses"][0]["clause"] == "3.1"
    assert none.rows == [] and none.nobody is not None
