"""Activities that lack something or are late, and those that must not be found."""

from __future__ import annotations

from datetime import date

from ontology.models import Clause
from tests.queries.findings.planned import ACT, activity, bundled, checked, found, told
from tests.queries.small import DISTRICT, REGION, TODAY, clause, order, store_of, subject

BODY = subject("s", REGION, "regional", name="Институт")


def test_nobody_responsible() -> None:
    assert told(
        "activity-without-responsible",
        *ACT,
        BODY,
        activity("held", responsible=("s",), responsible_text=("Институт",)),
        activity("bare"),
        activity("done", status="done"),
        activity("off", status="cancelled"),
        activity("hands", executors=("Иванова И.И.",)),
        activity("words", responsible_text=("Некий отдел", "Иной отдел")),
        activity("person", responsible_text=("Некий отдел", "Иванова И. И.")),
        activity("initials", responsible_text=("И.И. Иванова",)),
    ) == {"Дело bare": "nobody-named", "Дело hands": "executors-only", "Дело words": "unknown-body"}


def test_the_text_that_names_an_unknown_body_is_shown() -> None:
    with store_of(*ACT, activity("words", responsible_text=("Некий отдел", "Иной отдел"))) as store:
        (finding,) = found(store, "activity-without-responsible")
    (row,) = finding.evidence
    assert (row["found"], row["clause"], row["order"]["id"]) == ("Некий отдел; Иной отдел", "3.1", "o")
    assert finding.territory == {"id": REGION, "name": "Зареченская область"}


def test_acts_out_of_force_and_of_other_places_are_not_looked_at() -> None:
    old = (order("p", REGION, valid_until=date(2024, 9, 1)), clause("d", "p"), activity("old", by="d"))
    young = (order("q", REGION, date=date(2024, 9, 2)), clause("e", "q"), activity("young", by="e"))
    below = (order("m", DISTRICT, date=None), clause("f", "m"), activity("below", by="f"))
    facts = (*ACT, activity("here"), *old, *young, *below)
    kind = "activity-without-responsible"
    assert set(told(kind, *facts)) == {"Дело here", "Дело below"}
    assert set(told(kind, *facts, territory=REGION)) == {"Дело here", "Дело below"}
    assert set(told(kind, *facts, territory=DISTRICT)) == {"Дело below"}
    assert set(told(kind, *facts, territory="x-z.zarechny")) == set()
    with store_of(*facts) as store:
        assert [checked(store, kind, place) for place in (None, REGION, DISTRICT, "x-z.zarechny")] == [2, 2, 1, 0]


def test_executors_are_expected_only_where_the_act_names_any() -> None:
    other = (order("p", REGION, number="8"), clause("d", "p"), activity("apart", by="d"))
    facts = (*ACT, *other, activity("one", executors=("Иванова И.И.",)), activity("two"), activity("x", status="done"))
    assert told("activity-without-executor", *facts) == {"Дело two": "others-have"}
    with store_of(*facts) as store:
        assert checked(store, "activity-without-executor") == 2


def test_terms() -> None:
    bare = {"term_text": None, "due": None, "periodicity": None}
    assert told(
        "activity-without-term",
        *ACT,
        activity("day"),
        activity("always", **bare | {"term_text": "постоянно", "periodicity": "ongoing"}),
        activity("none", **bare),
        activity("vague", **bare | {"term_text": "по отдельному плану"}),
        activity("rare", **bare | {"term_text": "Один раз в два года"}),
        activity("done", **bare, status="done"),
    ) == {"Дело none": "no-term", "Дело vague": "vague-term"}


def test_results_are_judged_only_where_the_text_is_loaded() -> None:
    facts = (*ACT, activity("a"), activity("b"))
    with store_of(*facts) as store:
        assert (found(store, "activity-without-result"), checked(store, "activity-without-result")) == ([], 0)
    with store_of(*facts, activity("c", result="Приказ")) as store:
        assert {f.reason for f in found(store, "activity-without-result")} == {"others-have"}
        assert checked(store, "activity-without-result") == 3
    text = Clause(id="c9", address="9", position=9, text_sha256="0" * 64, text="Слова", order="o")
    assert told("activity-without-result", *facts, text) == {"Дело a": "none-in-act", "Дело b": "none-in-act"}


def test_overdue() -> None:
    past = {"due": date(2024, 8, 31)}
    assert told(
        "activity-overdue",
        *ACT,
        BODY,
        activity("told", **past, status="planned", responsible=("s",)),
        activity("silent", **past, periodicity=None),
        activity("today", due=TODAY),
        activity("yearly", **past | {"periodicity": "annual"}),
        activity("done", **past, status="done"),
        activity("off", **past, status="cancelled"),
    ) == {"Дело told": "not-done", "Дело silent": "not-reported"}


def test_an_overdue_activity_is_one_finding_of_all_who_answer_for_it() -> None:
    second = subject("r", REGION, "regional", name="Агентство")
    with store_of(*ACT, BODY, second, activity("a", due=date(2024, 1, 31), responsible=("s", "r"))) as store:
        (finding,) = found(store, "activity-overdue")
        assert checked(store, "activity-overdue") == 1
    assert finding.subjects == ["r", "s"]
    assert finding.clauses == [{"order": "o", "clause": "3.1"}]
    assert [row["expected"] for row in finding.evidence] == ["2024-01-31"] * 2


def test_the_bundled_acts() -> None:
    store = bundled()
    try:
        (item,) = found(store, "activity-without-responsible")
        assert (item.clauses[0]["clause"], item.reason) == ("прил. 2, п. 2", "nobody-named")
        assert item.territory is not None
        assert item.territory["id"] == "ru-khm.oktyabrskij-rajon"
        assert found(store, "activity-without-result") == []  # bundled facts are without the acts' words
        early = date(2021, 9, 10)
        assert [f.evidence[0]["clause"] for f in found(store, "activity-overdue", "ru-bel", early)] == [
            "прил. 2, п. 1",
            "прил. 2, п. 2",
        ]
        assert checked(store, "activity-overdue", "ru-bel", early) == 6
    finally:
        store.close()
