"""Conflicts: two places of acts that charge different bodies with the same work."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ontology import rdf
from ontology.catalogue import directions, functions
from ontology.models import Activity, Entity
from ontology.territories import country, regions
from queries.answer import answer
from queries.questions.conflicts import likeness
from queries.stores import open_store
from tests.queries.small import DISTRICT, REGION, REGISTER, TODAY, TRAINING, clause, held, order, store_of, subject

DATA = Path(__file__).resolve().parents[2] / "data"
WHY = "«Реестр работников»: найдено «формирует», «реестр», «методистов»; оценка 0,79"
ACT = (
    order("o", REGION),
    clause("c1", "o", "3.1"),
    clause("c2", "o", "3.2"),
    clause("row", "o", "прил. 2, п. 1"),
    subject("a", REGION, "regional"),
    subject("b", REGION, "regional"),
)


def planned(id: str, title: str, *who: str, function: str = REGISTER, at: str = "row", **values: Any) -> Activity:
    """A row of a road map."""
    base = {"position": 0, "title": title, "responsible": who, "functions": (function,), "clause": at}
    return Activity.model_validate({"id": id} | base | values)


def found(*facts: Entity, question: str = "conflicts", **words: str) -> list[dict[str, Any]]:
    with store_of(*ACT, *facts) as store:
        return answer(store, question, words, as_of=TODAY).rows


STATED = held("x", "a", REGISTER, "c1", why=WHY)


def test_a_row_of_a_road_map_against_a_statement() -> None:
    (row,) = found(STATED, planned("v", "Формирование реестра методистов области", "b"))
    assert (row["kind"], row["level"], row["likeness"], row["part_of"]) == ("plan", "regional", 1.0, False)
    assert (row["left"]["subject"]["id"], row["left"]["clause"]) == ("a", "3.1")
    assert (row["right"]["subject"]["id"], row["right"]["clause"]) == ("b", "прил. 2, п. 1")
    assert row["right"]["activity"] == {"id": "v", "name": "Формирование реестра методистов области"}
    assert row["left"]["order"]["number"] == row["right"]["order"]["number"] == "7"


def test_words_that_are_not_alike_are_contested_but_no_conflict() -> None:
    other = planned("v", "Открытие центра", "b")
    assert not found(STATED, other) and len(found(STATED, other, question="contested")) == 1
    assert len(found(STATED, other, likeness="0")) == 1


def test_the_text_of_a_statement_tells_more_than_its_terms() -> None:
    words = "формирует реестр методистов, не имеющих категории, по форме министерства"
    said = held("x", "a", REGISTER, "c1", why=WHY, quote=words)
    assert not found(said, planned("v", "Формирование реестра наставников и молодых педагогов области", "b"))
    assert found(said, planned("v", "Формирование реестра методистов", "b"))


@pytest.mark.parametrize(
    "facts",
    [
        pytest.param((planned("v", "Формирование реестра методистов", "a", "b"),), id="the body itself is among them"),
        pytest.param((planned("v", "Формирование реестра методистов", "b", function=TRAINING),), id="another function"),
        pytest.param((planned("v", "Формирование реестра методистов", "b", status="cancelled"),), id="cancelled"),
        pytest.param(
            (planned("v", "Формирование реестра методистов", "b"), held("y", "b", REGISTER, "c2")), id="holds it too"
        ),
        pytest.param((planned("v", "Формирование реестра методистов"),), id="nobody is responsible"),
        pytest.param(
            (subject("d", DISTRICT, "municipal"), planned("v", "Формирование реестра методистов", "d")),
            id="another level",
        ),
        pytest.param(
            (
                subject("p", REGION, "regional", kind="role", part_of="a"),
                planned("v", "Формирование реестра методистов", "p"),
            ),
            id="a post of the body",
        ),
        pytest.param(
            (
                subject("w", REGION, "regional", fills="a"),
                planned("v", "Формирование реестра методистов", "w"),
            ),
            id="who fills it",
        ),
    ],
)
def test_what_is_no_conflict(facts: tuple[Entity, ...]) -> None:
    assert not found(STATED, *facts)


def test_a_statement_at_the_clause_of_a_row_is_the_row_itself() -> None:
    own = held("x", "a", REGISTER, "row", why=WHY)
    assert not found(own, planned("v", "Формирование реестра методистов", "b"))


def test_two_acts_of_one_territory() -> None:
    other = (order("o2", REGION, number="8", date=date(2023, 2, 1)), clause("d1", "o2", "1.1"))
    (row,) = found(STATED, *other, held("y", "b", REGISTER, "d1", why=WHY))
    assert (row["kind"], row["left"]["order"]["number"], row["right"]["order"]["number"]) == ("acts", "7", "8")
    # once both acts name a common body they do not contradict each other
    assert not found(STATED, *other, held("y", "b", REGISTER, "d1", why=WHY), held("z", "a", REGISTER, "d1"))
    repealed = (order("o2", REGION, valid_until=date(2024, 1, 1)), clause("d1", "o2", "1.1"))
    assert not found(STATED, *repealed, held("y", "b", REGISTER, "d1", why=WHY))


def test_the_same_words_at_two_clauses() -> None:
    words = {"quote_sha256": "a" * 64}
    (row,) = found(held("x", "a", REGISTER, "c1", **words), held("y", "b", REGISTER, "c2", **words))
    assert (row["kind"], row["likeness"]) == ("words", 1.0)
    assert not found(held("x", "a", REGISTER, "c1", **words), held("y", "b", REGISTER, "c1", **words))


def test_two_clauses_of_one_act_in_other_words_are_an_overlap() -> None:
    assert not found(STATED, held("y", "b", REGISTER, "c2", why=WHY))


def test_likeness_counts_the_words_of_the_shorter_side() -> None:
    assert likeness(frozenset({"соглас"}), frozenset({"согласован", "руководител"})) == 1.0
    assert likeness(frozenset({"определ", "центр"}), frozenset({"определен", "школ"})) == 0.5
    assert likeness(frozenset(), frozenset({"центр"})) == 0.0


def test_the_bundled_acts_contradict_themselves_where_an_auditor_says_so() -> None:
    facts = {e.id: e for path in DATA.glob("belgorod*.trig") for e in rdf.load(path)}
    base = [country(), *regions(), *directions(), *functions()]
    with closing(open_store("sqlite:///:memory:")) as store:
        store.write(({e.id: e for e in base} | facts).values())
        rows = answer(store, "conflicts", {"territory": "Белгородская область"}, as_of=TODAY).rows
    told = {(r["function"]["code"], r["left"]["clause"], r["right"]["clause"]) for r in rows}
    # who agrees the head of the centre, and who names the officer for the digital ecosystem
    assert told == {("F1.11", "3.1.1", "прил. 2, п. 1"), ("F1.09", "3.1.5", "прил. 2, п. 4")}
