"""What each step changes in a small system: expected by hand."""

from __future__ import annotations

from datetime import date

import pytest

from ontology.errors import BadParameter, InputError, NotFound, OporaError
from ontology.models import Agreement, Subject
from tests.queries.small import clause, held, order, subject
from tests.queries.whatif.system import (
    ALONE,
    DISTRICT,
    REGION,
    REGISTER,
    TOWN,
    TRAINING,
    asked,
    body,
    stored,
    told,
)


def test_closing_the_only_holder() -> None:
    with stored() as store:
        got = asked(store, "remove: Центр мастерства")
    assert [got.counts[k] for k in ("uncovered", "lost", "orphaned", "cut", "broken", "without_responsible")] == [
        *(1, 1, 1, 2, 1, 1)
    ]
    (cell,) = got.functions
    assert (cell["turn"], cell["function"]["id"], cell["level"]) == ("uncovered", TRAINING, "regional")
    assert (cell["before"], cell["after"], cell["reason"]) == ("covered", "uncovered", "never-assigned")
    assert [t["id"] for t in cell["territories"]] == [REGION]
    (holder,) = cell["held_by"]
    assert (holder["subject"]["id"], holder["clause"], holder["order"]["id"]) == (ALONE, "3.1", "o")
    (lost,) = got.responsibility
    assert (lost["from"]["id"], lost["to"], lost["role"], lost["clause"]) == (ALONE, None, "responsible", "3.1")
    (orphan,) = got.agreements
    assert (orphan["turn"], orphan["id"], orphan["clause"]) == ("orphaned", "g1", "4.1")
    assert [p["id"] for p in orphan["parties"]] == ["m"] and [p["id"] for p in orphan["gone"]] == [ALONE]
    assert {(x["turn"], x["from"]["id"], x["to"]["id"]) for x in got.interactions} == {
        ("cut", ALONE, "s"),
        ("cut", "i", ALONE),
    }
    (activity,) = got.activities
    assert (activity["turn"], activity["title"], activity["after"]) == ("without-responsible", "Обучить методистов", [])
    (step,) = got.routes
    assert (step["turn"], step["breaks"], step["step"], step["clause"]) == ("broken", ["no-subject"], 2, "3.1")
    kinds = {f["kind"] for f in got.findings["appeared"]}
    assert {"uncovered-function", "activity-without-responsible"} <= kinds
    assert not got.load and not got.rebalance


def test_a_second_holder_leaves_nothing_uncovered() -> None:
    with stored(held("b", "i", TRAINING, "c2")) as store:
        assert told(store, "remove: Центр мастерства").get("uncovered") is None


def test_what_is_not_in_force_is_not_told() -> None:
    old = order("o9", REGION, valid_until=date(2023, 1, 1))
    with stored(old, clause("c9", "o9", "9"), held("b", ALONE, REGISTER, "c9")) as store:
        assert [r["clause"] for r in asked(store, "remove: ЦМ").responsibility] == ["3.1"]


def test_closing_with_parts() -> None:
    with stored() as store:
        alone, whole = asked(store, "remove: ИР"), asked(store, "remove: {subject: ИР, with_parts: да}")
    assert [(b["turn"], b["subject"]["id"], b["after"]) for b in alone.bodies] == [("part-of", ALONE, None)]
    assert alone.counts["lost"] == 2 and whole.counts["lost"] == 3 and not whole.bodies


def test_closing_a_generic_subject_and_who_fills_it() -> None:
    with stored() as store:
        generic = asked(store, "remove: муниципальная методическая служба")
        actual = asked(store, "remove: Методический кабинет Ёлкина")
    assert [(b["turn"], b["subject"]["id"]) for b in generic.bodies] == [("fills", "s")]
    (cell,) = [c for c in actual.functions if c["turn"] == "uncovered"]
    assert (cell["after"], cell["reason"]) == ("generic-only", "generic-only")
    assert {h["subject"]["id"] for h in cell["held_by"]} == {"s", "g"}
    assert [t["id"] for t in cell["territories"]] == [DISTRICT]


@pytest.mark.parametrize("into", ["Новый институт", "ИР"])
def test_joining_loses_nothing(into: str) -> None:
    with stored() as store:
        got = asked(store, f"merge: {{subjects: [ЦМ, ИР], into: {into}}}")
    assert not any(got.counts[k] for k in ("uncovered", "lost", "orphaned", "cut", "broken", "without_responsible"))
    moved = {(r["from"]["id"], r["clause"]) for r in got.responsibility}
    assert moved == {(ALONE, "3.1")} | ({("i", "3.2")} if into != "ИР" else set())
    assert {(x["turn"], x["from"]["id"]) for x in got.interactions} == {("moved", ALONE), ("inner", "i")}
    assert {a["turn"] for a in got.agreements} == {"moved"} and [a["turn"] for a in got.activities] == ["moved"]


def test_joining_both_parties_orphans_their_agreement() -> None:
    with stored() as store:
        got = asked(store, "merge: {subjects: [ЦМ, Министерство просвещения Заречья], into: ЦМ}")
    assert ("orphaned", "g1") in {(a["turn"], a["id"]) for a in got.agreements}


def test_teachers_of_joined_schools_are_added_up() -> None:
    with stored() as store:
        got = asked(store, "merge: {subjects: [Школа № 1 Ёлкина, Школа № 2 Ёлкина], into: Школа № 3}")
    assert not got.load, "140 teachers before, 140 after, by every breakdown"


def test_splitting() -> None:
    with stored() as store:
        got = asked(store, "split: {subject: ИР, into: [{name: Первый, functions: реестр}, {name: Второй}]}")
    to = {(r["function"] or {}).get("id"): r["to"]["name"] for r in got.responsibility}
    assert to == {REGISTER: "Первый", None: "Второй"}
    assert [(b["turn"], b["after"]["name"]) for b in got.bodies] == [("part-of", "Второй")]
    assert [{p["name"] for p in a["parties"]} for a in got.agreements] == [
        {"Второй", "Министерство просвещения Заречья"}
    ]


def test_splitting_off_a_part_keeps_the_body() -> None:
    with stored() as store:
        got = asked(store, "split: {subject: ИР, into: [{name: ИР}, {name: Новый, functions: реестр}]}")
    assert [(r["from"]["id"], r["to"]["name"]) for r in got.responsibility] == [("i", "Новый")]
    assert not got.agreements and not got.bodies


def test_handing_over_and_moving() -> None:
    with stored() as store:
        over = asked(store, "transfer: {from: ЦМ, to: ИР, functions: F1.02}")
        moved = asked(store, "move: {subject: ЦМ, to: Ёлкинский район, part_of: нет, level: муниципальный}")
    assert [(r["from"]["id"], r["to"]["id"]) for r in over.responsibility] == [(ALONE, "i")]
    assert over.counts["uncovered"] == 0
    turned = {(c["turn"], c["level"], c["reason"]) for c in moved.functions}
    assert ("uncovered", "regional", "other-level") in turned and ("covered", "municipal", None) in turned


def test_vacant_and_filled() -> None:
    with stored() as store:
        vacant = asked(store, "vacate: Методический кабинет Ёлкина")
        filled = asked(store, f"fill: {{subject: муниципальная методическая служба, by: Новый, territory: {TOWN}}}")
        both = told(store, "vacate: Методический кабинет Ёлкина", "fill: Методический кабинет Ёлкина")
    assert {(c["turn"], c["reason"]) for c in vacant.functions} == {("uncovered", "vacant")}
    assert {(c["turn"], c["territories"][0]["id"]) for c in filled.functions} == {("covered", TOWN)}
    assert not both, "what falls vacant and is filled again changes nothing"


def test_agreements() -> None:
    with stored() as store:
        made = asked(store, "conclude: {between: [ИР, Министерство просвещения Заречья]}")
        ended = asked(store, "cancel: {between: [ЦМ, Министерство просвещения Заречья]}")
        fresh = asked(store, "conclude: {between: [ИР, ЦМ], about: Обмен}")
    assert [(a["turn"], a["id"], a["status"]) for a in made.agreements] == [("concluded", "g2", "concluded")]
    assert [(a["turn"], a["id"], a["status"]) for a in ended.agreements] == [("ended", "g1", "expired")]
    assert [(a["turn"], a["about"]) for a in fresh.agreements] == [("concluded", "Обмен")]


def test_an_agreement_that_was_waited_for_covers_a_function() -> None:
    waiting = Agreement(id="g7", status="required", parties=("i", "q"), clause="c7")
    there = body("q", "Кабинет города", TOWN, "municipal")
    with stored(clause("c7", "o", "7"), there, held("b", "q", TRAINING, "c7"), waiting) as store:
        got = asked(store, "conclude: {between: [ИР, Кабинет города]}")
    (cell,) = got.functions
    assert [t["id"] for t in cell["territories"]] == [REGION, TOWN]
    assert (cell["turn"], cell["function"]["id"], cell["after"]) == ("covered", TRAINING, "covered")
    assert [a["id"] for a in got.agreements] == ["g7"]


def test_load_before_and_after() -> None:
    with stored() as store:
        added = asked(
            store, "add_methodists: {territory: Ёлкинский район, subject_area: математика, fte: 0.5, count: 2}"
        )
        removed = asked(store, "remove_methodists: {codes: М-001}")
        counted = asked(
            store, "remove_methodists: {territory: Зареченская область, subject_area: Математика, count: 1}"
        )
        bound = asked(store, "set_norm: {territory: Зареченская область, value: 50}")
    (region,) = [row for row in added.load if row["by"] == "region"]
    assert (region["before"]["fte"], region["after"]["fte"]) == (1.0, 2.0)
    assert {row["methodist"] for row in added.load if row["before"] is None} == {"НОВ-001", "НОВ-002"}
    assert [row["methodist"] for row in removed.load if row["after"] is None] == ["М-001"]
    assert [row["methodist"] for row in counted.load if row["after"] is None] == [None, "М-002"], "the last by code"
    (whole,) = [row for row in bound.load if row["by"] == "region"]
    assert (whole["before"]["norm"], whole["after"]["norm"], whole["after"]["posts_missing"]) == (100, 50, 0.8)
    assert whole["after"]["norm_clause"] == "4.1", "set by the clause that sets the one in force"
    assert any(f["kind"] == "norm-exceeded" for f in bound.findings["appeared"])


def test_steps_build_on_one_another() -> None:
    with stored() as store:
        got = asked(
            store,
            "merge: {subjects: [ЦМ, ИР], into: Новый институт}",
            "transfer: {from: Новый институт, to: Министерство просвещения Заречья, functions: F1.02}",
            "remove: Новый институт",
        )
    assert [(r["function"] or {}).get("id") for r in got.responsibility if r["to"]] == [TRAINING]
    assert got.counts["lost"] == 2


@pytest.mark.parametrize(
    ("steps", "kind", "says"),
    [
        (["remove: Такого нет нигде"], NotFound, "шаг 1 (убрать)"),
        (["remove: ЦМ", "remove: ЦМ"], NotFound, "шаг 2"),
        (["vacate: ЦМ", "transfer: {from: ЦМ, to: ЦМ}"], BadParameter, "шаг 2 (передать)"),
        (["transfer: {from: ЦМ, to: ИР, functions: F1.01}"], BadParameter, "не закреплена"),
        (["transfer: {from: ЦМ, to: ИР, functions: абракадабра}"], NotFound, "шаг 1"),
        (["merge: {subjects: [ЦМ, Центр мастерства], into: Новый}"], BadParameter, "один и тот же"),
        (["move: {subject: ИР, part_of: ЦМ}"], BadParameter, "сам в себя"),
        (["move: {subject: ИР, part_of: ИР}"], BadParameter, "сам в себя"),
        (
            ["split: {subject: ИР, into: [{name: А, functions: F1.01}, {name: Б, functions: F1.01}]}"],
            BadParameter,
            "двум",
        ),
        (["split: {subject: ИР, into: [{name: А}, {name: А}]}"], BadParameter, "один и тот же"),
        (["fill: ЦМ"], BadParameter, "не вакантен"),
        (["fill: {subject: ЦМ, by: Новый}"], BadParameter, "обобщённ"),
        (["cancel: {between: [ЦМ, ИР]}"], NotFound, "Нет соглашения"),
        (["remove_methodists: {codes: М-999}"], NotFound, "М-999"),
        (["remove_methodists: {territory: Ёлкинский район, count: 9}"], NotFound, "только 1"),
        (["add_methodists: {territory: Калининградская область}"], InputError, "не загружено"),
        (["set_norm: {territory: Российская Федерация, value: 5}"], InputError, "нет пункта"),
    ],
)
def test_what_cannot_be_done_is_one_line_that_names_the_step(
    steps: list[str], kind: type[OporaError], says: str
) -> None:
    with stored() as store:
        with pytest.raises(kind) as error:
            asked(store, *steps)
        assert store.get(Subject, ALONE) is not None
    message = error.value.message("ru")
    assert says in message and "шаг" in message and "\n" not in message


def test_words_mean_subjects_of_the_scenarios_territory() -> None:
    far = subject("far", "ru", "federal", name="Центр мастерства")
    near = subject("near", DISTRICT, "municipal", name="Центр мастерства")
    with stored(far, near) as store:
        got = asked(store, f"remove: {{subject: Центр мастерства, territory: {DISTRICT}}}")
        names = [t for t in got.steps[0]["taken"] if t["kind"] == "subject"]
        assert names[0]["id"] == "near"
        assert asked(store, "remove: near").steps[0]["taken"][0]["id"] == "near"


def test_english() -> None:
    with stored() as store:
        got = asked(store, "remove: ЦМ", lang="en")
    assert got.steps[0]["done"] == "Closed: Центр мастерства" and got.summary.startswith("Functions left")


def test_a_scenario_without_effect_says_so() -> None:
    with stored() as store:
        assert asked(store, "move: {subject: ИР, level: региональный}").summary == (
            "Сценарий не меняет ни одного ответа."
        )
