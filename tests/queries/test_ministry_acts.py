"""What a ministry asks of acts and of who stands above whom; what an answer without rows says."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from ontology.models import Activity, Entity, Interaction, LegalReference, Route, Step
from queries.answer import answer
from queries.question import AnyQuestion
from queries.questions.acts_in_force import ACTS_IN_FORCE
from queries.questions.chain_upward import CHAIN_UPWARD
from queries.questions.holdings import HOLDINGS
from queries.questions.legal_basis import LEGAL_BASIS
from queries.questions.subject_routes import SUBJECT_ROUTES
from queries.questions.superiors import SUPERIORS
from tests.queries.small import DISTRICT, REGION, REGISTER, TODAY, TRAINING, clause, held, order, store_of, subject

FACTS: tuple[Entity, ...] = (
    order("o", REGION, number="15-А"),
    order("gone", REGION, date=date(2020, 1, 1), valid_until=date(2022, 1, 10), number="1"),
    order("undated", REGION, date=None, number="б/н"),
    order("future", REGION, date=date(2025, 1, 1), number="9"),
    order("local", DISTRICT, number="5", date=date(2023, 2, 1)),
    clause("c", "o"),
    clause("c2", "o", "3.2").model_copy(update={"position": 1, "text": "Текст"}),
    clause("gone.c", "gone"),
    clause("local.c", "local"),
    subject("ministry", REGION, "regional"),
    subject("institute", REGION, "regional", part_of="ministry", clause="c"),
    subject("centre", REGION, "regional", part_of="institute", clause="c2", short="ЦНППМ"),
    subject("mms", REGION, "municipal", generic=True),
    subject("elkin", DISTRICT, "municipal", fills="mms"),
    subject("idle", DISTRICT, "municipal", generic=True),
)


def reference(id: str, kind: str, by: str, to: str | None = None, **values: Any) -> LegalReference:
    """One act refers to another."""
    return LegalReference.model_validate({"id": id, "kind": kind, "order": by, "target": to} | values)


def towards(id: str, source: str, target: str, kind: str, by: str = "c") -> Interaction:
    """What one subject does towards another."""
    return Interaction.model_validate({"id": id, "kind": kind, "source": source, "target": target, "clause": by})


REFERENCES = (
    reference("r1", "basis", "o", number="273-ФЗ", date=date(2012, 12, 29), title="Об образовании"),
    reference("r2", "repeals", "o", "gone"),
    reference("r3", "amends", "future", "o"),
    reference("r4", "basis", "local", "o"),
    reference("r5", "amends", "undated", "o"),
)


def ask(facts: tuple[Entity, ...], question: AnyQuestion[Any, Any], **params: Any) -> list[Any]:
    """Rows of a question about the facts."""
    with store_of(*FACTS, *facts) as store:
        return store.ask(question, question.params.model_validate({"as_of": TODAY} | params))


def test_legal_basis_of_an_act_both_ways() -> None:
    rows = ask(REFERENCES, LEGAL_BASIS, order="o")
    assert [(r.relation.value, r.other_id, r.in_force) for r in rows] == [
        ("rests-on", None, None),
        ("repeals", "gone", False),
        ("basis-of", "local", True),
        ("amended-by", "undated", True),
        ("amended-by", "future", False),
    ]
    first, second = rows[0].public("ru"), rows[1].public("ru")
    assert first["other"]["title"] == "Об образовании" and first["other"]["number"] == "273-ФЗ"
    assert not first["other"]["loaded"] and second["other"]["valid_until"] == "2022-01-10"
    assert first["order"]["number"] == "15-А"
    assert [r.relation.value for r in ask(REFERENCES, LEGAL_BASIS, order="gone")] == ["repealed-by"]
    assert ask(REFERENCES, LEGAL_BASIS, order="no-such") == []


def test_acts_in_force_of_a_territory_and_those_in_it() -> None:
    def ids(**params: Any) -> list[str]:
        return [row.order_id for row in ask(REFERENCES, ACTS_IN_FORCE, **params)]

    assert ids(territory=REGION) == ["o", "undated", "local"] and ids() == ["o", "undated", "local"]
    assert ids(territory=DISTRICT) == ["local"] and ids(territory="x-z.zarechny") == []
    assert ids(territory=REGION, as_of=date(2022, 1, 9)) == ["gone", "undated"]
    assert ids(territory=REGION, as_of=date(2022, 1, 10)) == ["o", "undated"]
    rows = {row.order_id: row.public("ru") for row in ask(REFERENCES, ACTS_IN_FORCE, as_of=date(2025, 6, 1))}
    assert [act["id"] for act in rows["o"]["amended_by"]] == ["undated", "future"]
    assert rows["local"]["territory"]["id"] == DISTRICT and rows["local"]["amended_by"] == []


def test_superiors() -> None:
    links = (
        towards("i1", "ministry", "centre", "controls"),
        towards("i2", "ministry", "mms", "controls", "c2"),
        towards("i3", "elkin", "centre", "reports", "local.c"),
        towards("i4", "ministry", "mms", "coordinates"),
        towards("i5", "mms", "mms", "controls"),
        towards("i6", "ministry", "mms", "controls", "gone.c"),
    )
    found = [(r.subject_id, r.relation.value, r.superior_id, r.clause) for r in ask(links, SUPERIORS)]
    assert found == [
        ("centre", "part-of", "institute", "3.2"),
        ("centre", "controlled-by", "ministry", "3.1"),
        ("elkin", "fills", "mms", None),
        ("elkin", "reports-to", "centre", "3.1"),
        ("institute", "part-of", "ministry", "3.1"),
        ("mms", "controlled-by", "ministry", "3.2"),
    ]
    assert [r.superior_id for r in ask(links, SUPERIORS, subject="elkin")] == ["mms", "centre"]
    assert len(ask(links, SUPERIORS, territory=DISTRICT)) == 6  # its own subjects and those above
    assert {r.subject_id for r in ask(links, SUPERIORS, territory="x-z.zarechny")} == {"centre", "institute", "mms"}
    fills = next(r for r in ask(links, SUPERIORS, subject="elkin")).public("ru")
    assert fills["order"] is None and fills["superior"]["id"] == "mms"


def test_the_chain_upward_of_a_function() -> None:
    facts = (
        held("a", "mms", REGISTER, "c"),
        held("b", "centre", REGISTER, "c2", role="contributes"),
        held("d", "institute", TRAINING, "c", role="informed"),
        towards("i1", "mms", "centre", "reports", "c2"),
        towards("i2", "centre", "mms", "controls", "c"),
        towards("i3", "ministry", "centre", "controls", "c"),
    )
    rows = ask(facts, CHAIN_UPWARD, function=REGISTER, territory=DISTRICT)
    assert [(r.hop, r.relation, r.subject_id, r.lower_id, r.clause) for r in rows] == [
        (0, "holds", "elkin", None, "3.1"),
        (0, "holds", "mms", None, "3.1"),
        (1, "controlled-by", "centre", "mms", "3.1"),
        (1, "reports-to", "centre", "mms", "3.2"),
        (2, "part-of", "institute", "centre", "3.2"),
        (2, "controlled-by", "ministry", "centre", "3.1"),
    ]
    assert rows[0].public("ru")["role"] == "responsible" and rows[2].public("ru")["lower"]["id"] == "mms"
    below = ask(facts, CHAIN_UPWARD, function=TRAINING, territory=REGION)  # nobody answers: from all who hold it
    assert [(r.hop, r.subject_id) for r in below] == [(0, "institute"), (1, "ministry")]


def test_a_ring_of_superiors_ends() -> None:
    facts = (
        held("a", "ministry", REGISTER, "c"),
        towards("i1", "centre", "ministry", "controls"),
        towards("i2", "ministry", "centre", "controls"),
    )
    rows = ask(facts, CHAIN_UPWARD, function=REGISTER, territory=REGION)
    assert [(r.hop, r.subject_id) for r in rows] == [(0, "ministry"), (1, "centre"), (2, "institute")]


def test_holdings_of_a_body_with_its_parts() -> None:
    facts = (
        held("a", "centre", TRAINING, "c2"),
        held("b", "institute", REGISTER, "c", quote="ведёт реестр"),
        held("d", "mms", REGISTER, "c"),
    )
    own = ask(facts, HOLDINGS, subject="institute")
    assert [(r.assignment_id, r.through_id, r.quote) for r in own] == [("b", None, "ведёт реестр")]
    whole = [r.public("ru") for r in ask(facts, HOLDINGS, subject="ministry", parts=True)]
    assert [(r["assignment"], r["through"]["id"], r["through"]["relation"]) for r in whole] == [
        ("b", "institute", "part"),
        ("a", "centre", "part"),
    ]
    assert whole[1]["quote"] == "Текст"  # the clause, where the statement itself is not loaded
    assert ask(facts, HOLDINGS, subject="elkin")[0].through_relation == "fills"


def test_routes_of_a_subject_are_whole() -> None:
    facts = (
        Route(id="r", name="Индивидуальный маршрут", order="o"),
        Route(id="r2", name="Мониторинг", order="gone"),
        Step(id="s2", position=2, route="r", subject=None, clause="c"),
        Step(id="s1", position=1, route="r", subject="mms", function=REGISTER, clause="c2", does="Диагностика"),
        Step(id="s3", position=1, route="r2", subject="mms", clause="gone.c"),
    )
    rows = ask(facts, SUBJECT_ROUTES, subject="elkin")
    assert [(r.route_id, r.position, r.subject_id, r.own) for r in rows] == [
        ("r", 1, "mms", True),
        ("r", 2, None, False),
    ]
    shown = rows[0].public("ru")
    assert shown["function"]["code"] == "F1.01" and shown["quote"] == "Диагностика" and rows[1].quote is None
    assert ask(facts, SUBJECT_ROUTES, subject="ministry") == []


DEED = Activity(id="d", position=0, title="Открытие центра", clause="c", responsible=("mms",), due=date(2024, 1, 1))


@pytest.mark.parametrize(
    ("question", "words", "day", "said"),
    [
        ("activities", {"subject": "mms", "state": "done"}, TODAY, "без дополнительных условий строк: 1"),
        ("activities", {"subject": "idle"}, TODAY, "ничего об этом не говорят о субъекте «Центр idle»"),
        ("activities", {"territory": "Зареченск"}, TODAY, "ничего об этом в них не сказано"),
        ("indicators", {"order": "15-А"}, TODAY, "ничего об этом в нём не прочитано"),
        ("executors", {"order": "№ 9"}, TODAY, "вступает в силу 01.01.2025"),
        ("executors", {"order": "№ 1 от 01.01.2020"}, TODAY, "не действует с 10.01.2022"),
        ("legal_basis", {"order": "№ 5"}, TODAY, "ничего об этом в нём не прочитано"),
        ("acts_in_force", {"territory": "Рязанская область"}, TODAY, "не загружен"),
        ("acts_in_force", {"territory": "Зареченск"}, TODAY, "Приказ территории «город Зареченск» не загружен"),
        (
            "acts_in_force",
            {"territory": DISTRICT},
            date(2023, 1, 31),
            "не действуют: Ёлкинский муниципальный",
        ),
        ("chain_upward", {"function": "F1.01", "territory": REGION}, TODAY, "ни один не закрепляет"),
    ],
)
def test_an_answer_without_rows_says_why(question: str, words: dict[str, str], day: date, said: str) -> None:
    with store_of(*FACTS, DEED) as store:
        found = answer(store, question, words, as_of=day)
    assert not found.rows
    text = " ".join([*found.notes, found.nobody.explanation if found.nobody else ""])
    assert said in text, text


def test_a_subject_without_an_act_in_force_or_loaded() -> None:
    alone = subject("alone", DISTRICT, "municipal")
    with store_of(alone, order("o", REGION, date=date(2025, 1, 1))) as store:
        found = answer(store, "agreements", {"subject": "alone"}, as_of=TODAY)
    assert found.nobody is not None and found.nobody.reason == "not-in-force"
    with store_of(alone) as store:
        found = answer(store, "agreements", {"subject": "alone"}, as_of=TODAY)
    assert found.nobody is not None and found.nobody.reason == "no-order"


def test_rows_are_counted_by_where_they_stand() -> None:
    done = DEED.model_copy(update={"id": "d2", "status": "done"})
    with store_of(*FACTS, DEED, done) as store:
        found = answer(store, "activities", {"territory": REGION}, as_of=TODAY)
        assert found.counts == {"done": 1, "overdue": 1}
        assert answer(store, "superiors", {"territory": REGION}, as_of=TODAY).counts is None


def test_a_body_of_the_territory_asked_for_is_meant() -> None:
    twin = subject("twin", DISTRICT, "municipal", name="Центр centre", short="ЦНППМ")
    with store_of(*FACTS, twin) as store:
        for place, meant in (("Ёлкинский район", "twin"), ("Зареченская область", "centre"), ("Зареченск", "centre")):
            found = answer(store, "activities", {"subject": "ЦНППМ", "territory": place}, as_of=TODAY)
            assert found.params["subject"]["id"] == meant, place
            assert {a["id"] for a in found.alternatives if a["param"] == "subject"} == {"twin", "centre"} - {meant}
