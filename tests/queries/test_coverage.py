"""The matrix: its cells, its denominator, what is held twice."""

from __future__ import annotations

from queries.answer import Answer, answer
from tests.queries.small import DISTRICT, REGION, REGISTER, TODAY, TRAINING, clause, held, order, store_of, subject

FACTS = (
    order("o", REGION),
    clause("c", "o"),
    clause("c2", "o", "3.2"),
    subject("s1", REGION, "regional"),
    subject("s2", REGION, "regional"),
    subject("council", REGION, "institutional", generic=True),
    held("a", "s1", REGISTER, "c"),
    held("b", "s2", REGISTER, "c2"),
    held("d", "s2", REGISTER, "c2", role="accountable"),
    held("e", "council", TRAINING, "c2", role="contributes"),
    held("f", "s1", None, "c"),
)


def matrix(**words: str) -> Answer:
    with store_of(*FACTS) as store:
        return answer(store, "coverage", {"territory": REGION} | words, as_of=TODAY)


def test_cells_counts_and_denominator() -> None:
    found = matrix()
    cells = {(r["function"]["code"], r["level"]): r for r in found.rows}
    assert set(cells) == {
        ("F1.01", "regional"),
        ("F1.01", "municipal"),
        ("F1.02", "regional"),
        ("F1.02", "institutional"),  # not expected there, but held
    }
    assert found.denominator == 3
    register = cells["F1.01", "regional"]
    assert (register["responsible"], register["accountable"], register["subjects"]) == (2, 1, 2)
    assert register["status"] == "overlap" and register["reason"] is None
    assert cells["F1.01", "municipal"]["reason"] == "other-level"
    council = cells["F1.02", "institutional"]
    assert (council["expected"], council["only_generic"], council["status"]) == (False, True, "generic-only")
    assert found.counts == {"overlap": 1, "uncovered": 2}


def test_filters() -> None:
    uncovered = matrix(status="uncovered")
    assert {r["status"] for r in uncovered.rows} == {"uncovered"} and uncovered.denominator == 3
    assert {r["level"] for r in matrix(level="institutional").rows} == {"institutional"}
    assert matrix(direction="методисты").total == 4
    assert [r["function"]["code"] for r in matrix(function="F1.02", level="federal").rows] == ["F1.02"]


def test_pages_keep_total_and_order() -> None:
    with store_of(*FACTS) as store:
        words = {"territory": REGION}
        whole = answer(store, "coverage", words, as_of=TODAY)
        page = answer(store, "coverage", words, as_of=TODAY, limit=2, offset=1)
    assert page.rows == whole.rows[1:3] and page.total == whole.total == 4


def test_a_municipality_has_its_own_levels() -> None:
    with store_of(*FACTS) as store:
        found = answer(store, "coverage", {"territory": DISTRICT}, as_of=TODAY)
        regional = answer(store, "coverage", {"territory": DISTRICT, "level": "regional"}, as_of=TODAY)
    assert {r["level"] for r in found.rows} == {"municipal", "institutional"}
    assert {r["reason"] for r in found.rows if r["expected"]} == {"no-order"}
    assert {r["function"]["code"]: r["status"] for r in regional.rows} == {"F1.01": "overlap", "F1.02": "uncovered"}


def test_labels_follow_the_language() -> None:
    with store_of(*FACTS) as store:
        found = answer(
            store, "coverage", {"territory": REGION, "function": "F1.02", "level": "municipal"}, lang="en", as_of=TODAY
        )
    assert found.rows[0]["function"]["label"] == "Training methodical-service workers"
    assert found.rows[0]["explanation"].startswith("The function is held at another level")
