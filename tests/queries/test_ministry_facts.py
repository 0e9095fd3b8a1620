"""What a ministry asks of plans and agreements: who, by when, and where each stands on the day."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from ontology.errors import BadParameter, OporaError
from ontology.models import Activity, Agreement, Entity, Interaction, Official
from queries.answer import answer
from queries.question import AnyQuestion
from queries.questions.activities import ACTIVITIES
from queries.questions.agreements import AGREEMENTS
from queries.questions.data_flows import DATA_FLOWS
from queries.questions.executors import EXECUTORS
from queries.questions.interactions import INTERACTIONS
from tests.queries.small import DISTRICT, REGION, REGISTER, TODAY, clause, held, order, store_of, subject

FACTS: tuple[Entity, ...] = (
    order("o", REGION),
    order("gone", REGION, date=date(2020, 1, 1), valid_until=date(2022, 1, 10), number="1"),
    order("local", DISTRICT, number="5", date=date(2023, 2, 1)),
    clause("c", "o").model_copy(update={"text": "Слова пункта"}),
    clause("c2", "o", "3.2").model_copy(update={"position": 1}),
    clause("gone.c", "gone"),
    clause("local.c", "local"),
    subject("institute", REGION, "regional"),
    subject("ministry", REGION, "regional"),
    subject("mms", REGION, "municipal", generic=True),
    subject("elkin", DISTRICT, "municipal", fills="mms"),
)


def ask(facts: tuple[Entity, ...], question: AnyQuestion[Any, Any], **params: Any) -> list[Any]:
    """Rows of a question about the facts."""
    with store_of(*FACTS, *facts) as store:
        return store.ask(question, question.params.model_validate({"as_of": TODAY} | params))


def pact(id: str, parties: tuple[str, ...] = ("institute", "ministry"), by: str = "c", **values: Any) -> Agreement:
    """An agreement."""
    base = {"id": id, "status": "required", "parties": parties, "clause": by}
    return Agreement.model_validate(base | values)


def deed(id: str, by: str = "c", **values: Any) -> Activity:
    """A row of a road map."""
    return Activity.model_validate({"id": id, "position": 0, "title": f"Мероприятие {id}", "clause": by} | values)


def towards(
    id: str, source: str, target: str, kind: str = "provides-data", by: str = "c", **values: Any
) -> Interaction:
    """What one subject does towards another."""
    base = {"id": id, "kind": kind, "source": source, "target": target, "clause": by}
    return Interaction.model_validate(base | values)


PACTS = (
    pact("late", deadline=date(2024, 8, 31), term_text="до 1 сентября"),
    pact("last-day", ("institute", "mms"), deadline=TODAY),
    pact("signed", ("mms",), status="concluded", number="3", date=date(2023, 5, 1)),
    pact("ended", ("ministry",), status="concluded", date=date(2022, 5, 1), valid_until=TODAY),
    pact("told-ended", ("ministry", "mms"), status="expired"),
    pact("to-be-signed", ("elkin",), status="concluded", date=date(2024, 12, 1), by="local.c"),
    pact("of-a-repealed-act", by="gone.c"),
    pact("again", by="c2"),
)


def test_agreements_stand_as_the_day_says() -> None:
    rows = {row.agreement_id: row for row in ask(PACTS, AGREEMENTS)}
    assert {id: (row.status, row.days_overdue) for id, row in rows.items()} == {
        "late": ("required", 1),
        "last-day": ("required", None),
        "signed": ("concluded", None),
        "ended": ("expired", None),
        "told-ended": ("expired", None),
        "to-be-signed": ("planned", None),
        "again": ("required", None),
    }
    earlier = {row.agreement_id: row.status for row in ask(PACTS, AGREEMENTS, as_of=date(2024, 8, 31))}
    assert earlier["ended"] == "concluded" and earlier["late"] == "required"


def test_agreements_of_a_party_a_territory_and_overdue_ones() -> None:
    def ids(**params: Any) -> list[str]:
        return [row.agreement_id for row in ask(PACTS, AGREEMENTS, **params)]

    assert ids(subject="elkin") == ["last-day", "signed", "told-ended", "to-be-signed"]  # as the generic one too
    assert ids(subject="mms") == ["last-day", "signed", "told-ended"]
    assert ids(territory=DISTRICT) == ["to-be-signed"]
    assert ids(overdue=True) == ["late"] and ids(status="expired") == ["ended", "told-ended"]
    assert ids(subject="institute", territory=DISTRICT) == [] and ids(subject="no-such") == []


def test_an_agreement_names_its_parties_its_clause_and_the_other_clauses_that_ask_for_it() -> None:
    row = next(r for r in ask(PACTS, AGREEMENTS) if r.agreement_id == "late").public("ru")
    assert [p["id"] for p in row["parties"]] == ["institute", "ministry"]
    assert row["order"]["number"] == "7" and row["clause"] == "3.1" and row["quote"] == "Слова пункта"
    assert [(o["clause"], o["order"]["id"]) for o in row["also"]] == [("3.2", "o")]
    own = ask((pact("x", about="О сотрудничестве"),), AGREEMENTS)[0]
    assert own.quote == "О сотрудничестве" and own.also == ()


DEEDS = (
    deed("late", due=date(2024, 8, 1), responsible=("institute",), responsible_text=("Институт", "все школы")),
    deed("last-day", due=TODAY, position=1),
    deed("done", due=date(2024, 1, 1), status="done", done_on=date(2024, 8, 30), responsible=("mms",)),
    deed("done-undated", due=date(2024, 1, 2), status="done"),
    deed("cancelled", due=date(2024, 1, 1), status="cancelled", by="c2"),
    deed("goes-on", periodicity="ongoing", result="Отчёт"),
    deed("once", periodicity="once", position=2),
    deed("repealed", due=date(2024, 1, 1), by="gone.c"),
    deed("local", due=date(2025, 1, 1), by="local.c", responsible=("elkin",), executors=("Школы",)),
)


def test_activities_stand_as_the_day_says() -> None:
    rows = {row.activity_id: row for row in ask(DEEDS, ACTIVITIES)}
    assert {id: row.state.value for id, row in rows.items()} == {
        "late": "overdue",
        "last-day": "due",
        "done": "done",
        "done-undated": "done",
        "cancelled": "cancelled",
        "goes-on": "periodic",
        "once": "undated",
        "local": "due",
    }
    assert rows["late"].days_overdue == 31 and rows["last-day"].days_overdue is None
    before = {row.activity_id: row.state for row in ask(DEEDS, ACTIVITIES, as_of=date(2024, 8, 29))}
    assert before["done"] == "overdue"  # told done on a later day


def test_activities_by_responsible_period_state_and_territory() -> None:
    def ids(**params: Any) -> list[str]:
        return [row.activity_id for row in ask(DEEDS, ACTIVITIES, **params)]

    assert ids(subject="elkin") == ["done", "local"]
    assert ids(territory=DISTRICT) == ["local"]
    assert ids(since=TODAY) == ["last-day", "local"] and ids(until=date(2024, 8, 1))[-1] == "late"
    assert ids(since=TODAY, until=TODAY) == ["last-day"]
    assert ids(state="overdue") == ["late"] and ids(state="periodic") == ["goes-on"]
    assert ids(subject="elkin", territory=DISTRICT, state="due") == ["local"]


def test_a_region_s_activity_is_its_municipality_s_where_a_body_of_it_is_responsible() -> None:
    shared = deed("shared", due=date(2025, 6, 1), responsible=("elkin",))
    assert [row.activity_id for row in ask((shared,), ACTIVITIES, territory=DISTRICT)] == ["shared"]


def test_an_activity_says_who_answers_as_found_and_as_written() -> None:
    row = next(r for r in ask(DEEDS, ACTIVITIES) if r.activity_id == "late").public("ru")
    assert [s["id"] for s in row["responsible"]] == ["institute"]
    assert row["responsible_text"] == ["Институт", "все школы"]
    assert row["clause"] == "3.1" and row["order"]["id"] == "o" and row["quote"] == "Слова пункта"


FLOWS = (
    towards("gives", "institute", "ministry", what="Передаёт сведения"),
    towards("reports", "mms", "institute", "reports", "c2"),
    towards("trains", "institute", "mms", "trains"),
    towards("old", "institute", "ministry", by="gone.c"),
)


def test_interactions_by_side_and_kind() -> None:
    def ids(question: AnyQuestion[Any, Any] = INTERACTIONS, **params: Any) -> list[str]:
        return [row.interaction_id for row in ask(FLOWS, question, **params)]

    assert ids() == ["gives", "trains", "reports"]
    assert ids(kind="trains") == ["trains"]
    assert ids(source="institute") == ["gives", "trains"] and ids(target="institute") == ["reports"]
    assert ids(source="institute", target="ministry") == ["gives"]
    assert ids(subject="elkin") == ["trains", "reports"]  # as the generic subject it fills
    assert ids(subject="elkin", kind="reports") == ["reports"]
    assert ids(territory=DISTRICT) == [] and ids(territory=REGION) == ["gives", "trains", "reports"]
    assert ids(DATA_FLOWS) == ["gives", "reports"] and ids(DATA_FLOWS, source="mms") == ["reports"]
    assert ids(as_of=date(2021, 6, 1)) == ["old"]


def test_an_interaction_quotes_the_act() -> None:
    rows = {row.interaction_id: row.public("ru") for row in ask(FLOWS, INTERACTIONS)}
    assert rows["gives"]["quote"] == "Передаёт сведения" and rows["trains"]["quote"] == "Слова пункта"
    assert rows["reports"]["quote"] is None and rows["reports"]["clause"] == "3.2"
    assert rows["gives"]["source"] == {"id": "institute", "name": "Центр institute"}


def test_executors_of_acts_activities_functions_and_over_subjects() -> None:
    facts = (
        Official(id="p1", name="Иванова И.И.", post="министр", role="signs", clause="c2"),
        Official(id="p2", name="Петров П.П.", role="controls", clause="c"),
        Official(id="p3", name="Сидоров С.С.", role="executes", clause="gone.c"),
        held("a", "ministry", REGISTER, "c", role="accountable", quote="контролирует"),
        held("b", "ministry", REGISTER, "c"),
        held("d", "ministry", None, "c2", role="accountable"),
        towards("i", "ministry", "institute", "controls"),
        towards("i2", "ministry", "institute"),
        *DEEDS[:2],
        deed("run", executors=("Школы", "Институт"), position=3),
    )
    rows = ask(facts, EXECUTORS)
    assert [(r.duty.value, r.of, r.fact_id) for r in rows] == [
        ("signs", "act", "p1"),
        ("controls", "act", "p2"),
        ("controls", "function", "a"),
        ("controls", "function", "d"),
        ("controls", "subject", "i"),
        ("responsible", "activity", "late"),
        ("executes", "activity", "run"),
    ]
    shown = [r.public("ru") for r in rows]
    assert shown[0]["post"] == "министр" and shown[0]["written"] == ["Иванова И.И."]
    assert shown[2]["item"] == "Реестр работников методических служб" and shown[2]["quote"] == "контролирует"
    assert rows[2].public("en")["item"] == "Register of methodical-service workers" and shown[3]["item"] is None
    assert shown[5]["written"] == ["Институт", "все школы"] and shown[5]["subjects"][0]["id"] == "institute"
    assert shown[6]["written"] == ["Школы", "Институт"]
    assert [r.fact_id for r in ask(facts, EXECUTORS, subject="ministry")] == ["a", "d", "i"]
    assert [r.fact_id for r in ask(facts, EXECUTORS, subject="institute")] == ["late"]
    assert [r.fact_id for r in ask(facts, EXECUTORS, duty="signs")] == ["p1"]
    assert [r.fact_id for r in ask(facts, EXECUTORS, order="o", duty="executes")] == ["run"]
    assert ask(facts, EXECUTORS, order="gone") == [] and ask(facts, EXECUTORS, territory=DISTRICT) == []
    assert [r.fact_id for r in ask(facts, EXECUTORS, order="gone", as_of=date(2021, 1, 1))] == ["p3"]


@pytest.mark.parametrize(
    "question", [ACTIVITIES, AGREEMENTS, DATA_FLOWS, EXECUTORS, INTERACTIONS], ids=lambda q: q.name
)
def test_an_act_counts_from_its_day_until_the_day_it_is_repealed(question: AnyQuestion[Any, Any]) -> None:
    facts = (
        pact("g", by="gone.c"),
        deed("d", by="gone.c", responsible_text=("Институт",)),
        towards("i", "institute", "ministry", by="gone.c"),
    )
    days = (date(2019, 12, 31), date(2020, 1, 1), date(2022, 1, 9), date(2022, 1, 10))
    assert [len(ask(facts, question, as_of=day)) for day in days] == [0, 1, 1, 0]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ({"until": "31.12.2024"}, "ГГГГ-ММ-ДД"),
        ({"until": "2024-13-01"}, "ГГГГ-ММ-ДД"),
        ({"state": "forgotten"}, "overdue"),
        ({"subject": "космодром"}, "Нет субъекта"),
    ],
)
def test_a_wrong_value_is_said_with_the_form_that_is_right(words: dict[str, str], said: str) -> None:
    with store_of(*FACTS) as store, pytest.raises(OporaError) as caught:
        answer(store, "activities", words)
    assert said in caught.value.message("ru")
    with store_of(*FACTS) as store, pytest.raises(BadParameter) as wrong:
        answer(store, "agreements", {"overdue": "perhaps"})
    assert "true или false" in wrong.value.message("ru")
