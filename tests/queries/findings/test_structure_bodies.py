"""Functions nobody holds, generic subjects nobody fills, subjects that do nothing; and what must not be found."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from ontology.models import Interaction, Territory
from queries.findings.audit import audit
from queries.questions import COVERAGE
from queries.questions.coverage import CoverageParams
from tests.queries.findings.planned import ACT, activity, bundled, checked, found, told
from tests.queries.small import (
    DISTRICT,
    REGION,
    REGISTER,
    TODAY,
    TRAINING,
    agreement,
    clause,
    held,
    order,
    store_of,
    subject,
)

CENTRE = subject("s", REGION, "regional")
SERVICE = subject("g", REGION, "municipal", name="Методическая служба", generic=True, kind="methodical-service")
FILLED = subject("f", DISTRICT, "municipal", name="Служба района", fills="g")


def cells(*facts: Any, territory: str | None = None, day: date = TODAY) -> dict[str, str | None]:
    """Code and level of each uncovered cell with the reason."""
    with store_of(*ACT, *facts) as store:
        rows = found(store, "uncovered-function", territory, day)
        assert checked(store, "uncovered-function", territory, day) >= len(rows)
    return {f"{f.function['code']} {f.level}": f.reason for f in rows if f.function}


def test_a_cell_that_nobody_holds_has_the_reason_of_coverage() -> None:
    # F1.01 is expected at the regional and the municipal level, F1.02 at the regional one
    assert cells() == {
        "F1.01 regional": "never-assigned",
        "F1.01 municipal": "never-assigned",
        "F1.02 regional": "never-assigned",
    }
    assert cells(CENTRE, held("a", "s", REGISTER, "c"), held("b", "s", TRAINING, "c", role="contributes")) == {
        "F1.01 municipal": "other-level"
    }
    assert cells(SERVICE, held("a", "g", REGISTER, "c"))["F1.01 municipal"] == "generic-only"
    assert "F1.01 municipal" not in cells(SERVICE, FILLED, held("a", "g", REGISTER, "c"))
    empty = subject("v", REGION, "regional", vacant=True)
    assert cells(empty, held("a", "v", TRAINING, "c"))["F1.02 regional"] == "vacant"
    waits = (CENTRE, held("a", "s", TRAINING, "c"), agreement("required", "c"))
    assert cells(*waits)["F1.02 regional"] == "agreement-missing"


def test_an_act_that_is_over_gives_nobody_the_function() -> None:
    over = (order("p", REGION, valid_until=date(2024, 9, 1)), clause("d", "p"), CENTRE, held("a", "s", TRAINING, "d"))
    assert cells(*over)["F1.02 regional"] == "not-in-force"
    assert "F1.02 regional" not in cells(*over, day=date(2024, 8, 31))


def test_the_clauses_that_bear_on_the_reason_are_shown() -> None:
    facts = (CENTRE, held("a", "s", REGISTER, "c"), held("b", "s", REGISTER, "c"), held("d", "s", REGISTER, "c2"))
    with store_of(*ACT, *facts) as store:
        (finding,) = [f for f in found(store, "uncovered-function") if f.reason == "other-level"]
    assert [(row["clause"], row["found"]) for row in finding.evidence] == [("3.1", "regional"), ("4", "regional")]
    assert finding.clauses == [{"order": "o", "clause": "3.1"}, {"order": "o", "clause": "4"}]
    assert finding.subjects == ["s"] and finding.territory == {"id": REGION, "name": "Зареченская область"}


def test_territories_without_an_act_are_told_once_and_not_found() -> None:
    with store_of(*ACT) as store:
        assert found(store, "uncovered-function", DISTRICT) == []
        done = audit(store, as_of=TODAY, kinds=["uncovered-function"])
        assert done.denominators == {"uncovered-function": 3}
        assert [note for note in done.notes if "Муниципалитетов" in note and " 2;" in note]
    own = (order("m", DISTRICT), clause("e", "m"))
    assert set(cells(*own, territory=DISTRICT)) == {"F1.01 municipal"}


def test_uncovered_functions_are_those_of_coverage_on_the_bundled_graph() -> None:
    store = bundled()
    for place in ("ru-bel", "ru-vla"):
        rows = store.ask(COVERAGE, CoverageParams(territory=place, as_of=TODAY))
        expected = {(c.function_id, c.level): c.reason for c in rows if c.expected}
        findings = found(store, "uncovered-function", place)
        bare = {cell: str(reason) for cell, reason in expected.items() if reason}
        assert {(f.function["id"], f.level): f.reason for f in findings if f.function} == bare
        assert checked(store, "uncovered-function", place) == len(expected) > len(bare) > 0


def test_a_generic_subject_that_nobody_fills() -> None:
    facts = (*ACT, SERVICE, held("a", "g", REGISTER, "c"), held("b", "g", TRAINING, "c2"))
    assert told("generic-without-actual", *facts) == {"Методическая служба": "none-anywhere"}
    with store_of(*facts) as store:
        (finding,) = found(store, "generic-without-actual", REGION)
        assert [c["clause"] for c in finding.clauses] == ["3.1", "4"]
        assert checked(store, "generic-without-actual") == 1
        assert found(store, "generic-without-actual", DISTRICT) == []


def test_filled_in_one_municipality_it_is_missing_in_the_others() -> None:
    facts = (*ACT, SERVICE, FILLED, held("a", "g", REGISTER, "c"))
    with store_of(*facts) as store:
        (finding,) = found(store, "generic-without-actual")
        assert finding.reason == "none-here" and finding.territory is not None
        assert finding.territory["id"] == "x-z.zarechny"
        assert checked(store, "generic-without-actual") == 2
        assert found(store, "generic-without-actual", DISTRICT) == []
        assert checked(store, "generic-without-actual", DISTRICT) == 1
    empty = FILLED.model_copy(update={"vacant": True})
    with store_of(*ACT, SERVICE, empty, held("a", "g", REGISTER, "c")) as store:
        reasons = {f.territory["id"]: f.reason for f in found(store, "generic-without-actual") if f.territory}
    assert reasons == {DISTRICT: "vacant", "x-z.zarechny": "none-here"}
    whole = subject("w", REGION, "municipal", fills="g")
    assert told("generic-without-actual", *ACT, SERVICE, whole, held("a", "g", REGISTER, "c")) == {}


@pytest.mark.parametrize(
    "other",
    [
        {"level": "regional"},  # a generic regional body stands for itself
        {"kind": "role"},
        {"kind": "pair"},
        {"generic": False},
    ],
)
def test_generic_subjects_that_need_no_organisation(other: dict[str, Any]) -> None:
    base: dict[str, Any] = {"generic": True, "kind": "methodical-service", "level": "municipal"}
    mended = subject("g", REGION, **(base | other))
    assert told("generic-without-actual", *ACT, mended, held("a", "g", REGISTER, "c")) == {}


def test_a_generic_subject_without_functions_or_by_an_act_out_of_force_is_not_missed() -> None:
    assert told("generic-without-actual", *ACT, SERVICE) == {}
    old = (order("p", REGION, valid_until=TODAY), clause("d", "p"))
    assert told("generic-without-actual", *old, SERVICE, held("a", "g", REGISTER, "d")) == {}


def test_a_subject_that_is_named_and_does_nothing() -> None:
    def named(id: str, **values: Any) -> Any:
        return subject(id, REGION, "regional", clause="c", name=id, **values)

    facts = [
        named("idle"),
        named("addressed"),
        named("holder"),
        named("whole"),
        named("part", part_of="whole"),
        named("planned"),
        named("schools", generic=True, kind="organisation"),
        named("teachers", generic=True, kind="role"),
        subject("registered", REGION, "regional"),
        subject("federal", "ru", "federal", clause="c"),
        held("a", "holder", None, "c"),
        held("b", "part", TRAINING, "c"),
        activity("v", responsible=("planned",)),
        Interaction(id="i", kind="reports", source="holder", target="addressed", clause="c"),
    ]
    assert told("subject-without-functions", *ACT, *facts) == {
        "idle": "only-named",
        "addressed": "only-addressed",
    }
    with store_of(*ACT, *facts) as store:
        assert checked(store, "subject-without-functions") == 6
        (first, _) = found(store, "subject-without-functions")
        assert first.clauses == [{"order": "o", "clause": "3.1"}]


def test_an_actor_that_the_structure_does_not_list() -> None:
    body = (CENTRE, held("a", "s", TRAINING, "c"))
    media = subject("m", REGION, "regional", name="Медиацентр", part_of="s")
    work = activity("v", by="c2", responsible=("m", "s"))
    row = held("b", "m", REGISTER, "c2")  # what the row of a road map says is no structure
    assert told("actor-outside-structure", *ACT, *body, media, work, row) == {"Медиацентр": "activity"}
    assert told("actor-outside-structure", *ACT, *body, media, work, held("b", "m", REGISTER, "c")) == {}
    assert told("actor-outside-structure", *ACT, CENTRE, media, work) == {}  # no structure to stand outside of
    schools = subject("m", REGION, "institutional", generic=True, kind="organisation")
    assert told("actor-outside-structure", *ACT, *body, schools, work) == {}
    with store_of(*ACT, *body, media, work) as store:
        (finding,) = found(store, "actor-outside-structure", REGION)
        assert finding.evidence[0]["found"] == "Дело v" and finding.clauses == [{"order": "o", "clause": "4"}]
        assert checked(store, "actor-outside-structure") == 2
        assert found(store, "actor-outside-structure", DISTRICT) == []


def test_bodies_of_the_bundled_graph() -> None:
    store = bundled()
    outside = {f.about for f in found(store, "actor-outside-structure", "ru-vla")}
    assert {"Медиацентр ВИРО", "Региональный центр цифровой трансформации образования ВИРО"} <= outside
    parties = {f.about for f in found(store, "party-without-function", "ru-bel")}
    assert parties == {"муниципальные органы управления образованием"}
    assert "Методический/педагогический совет образовательной организации" in {
        f.about for f in found(store, "generic-without-actual", "ru-bel")
    }


def test_a_country_of_several_regions_is_audited_part_by_part() -> None:
    other = Territory(id="x-y", name="Другая область", kind="region", part_of="ru")
    acts = (*ACT, other, order("q", "x-y", number="8"), clause("e", "q"))
    with store_of(*acts) as store:
        parts = [found(store, "uncovered-function", place) for place in (REGION, "x-y")]
        assert [f.id for part in parts for f in part] != [] and len({f.id for p in parts for f in p}) == 6
        whole = {f.id for f in found(store, "uncovered-function", "ru")}
        assert whole == {f.id for p in parts for f in p} == {f.id for f in found(store, "uncovered-function")}
