"""The subject's card whole: what ties it to others and to plans, and what is left out of the short one."""

from __future__ import annotations

from ontology.models import Activity, Entity, Indicator, Interaction, Route, Step
from queries.subject_card import subject_card
from tests.queries.small import DISTRICT, REGION, TODAY, agreement, clause, order, store_of, subject

FACTS: tuple[Entity, ...] = (
    order("o", REGION),
    clause("c", "o"),
    subject("institute", REGION, "regional", short="ИРО"),
    subject("centre", REGION, "regional", part_of="institute", short="ЦНППМ"),
    subject("mms", REGION, "municipal", generic=True),
    subject("elkin", DISTRICT, "municipal", fills="mms"),
    agreement("required", "c").model_copy(update={"parties": ("mms", "institute")}),
    Interaction(id="i1", kind="trains", source="centre", target="mms", clause="c"),
    Interaction(id="i2", kind="reports", source="mms", target="centre", clause="c"),
    Interaction(id="i3", kind="controls", source="institute", target="centre", clause="c"),
    Activity(id="d", position=0, title="Открытие", clause="c", responsible=("mms",)),
    Route(id="r1", name="А", order="o"),
    Route(id="r2", name="Б", order="o"),
    *(Step(id=f"{r}-{p}", position=p, route=r, subject=s, clause="c")
      for r, p, s in (("r1", 1, "mms"), ("r1", 2, "centre"), ("r2", 1, "mms"))),
    Indicator(id="n", position=0, name="Доля прошедших обучение в ЦНППМ", clause="c"),
)  # fmt: skip


def test_the_whole_card() -> None:
    with store_of(*FACTS) as store:
        centre, elkin = subject_card(store, "centre", TODAY), subject_card(store, "elkin", TODAY)
        short = subject_card(store, "centre", TODAY, whole=False)
    assert [r["interaction"] for r in centre.interactions["outgoing"]] == ["i1"]
    assert [r["interaction"] for r in centre.interactions["incoming"]] == ["i3", "i2"]
    assert [(r["relation"], r["superior"]["id"]) for r in centre.superiors] == [("controlled-by", "institute")]
    assert [(r["id"], [s["step"] for s in r["steps"]]) for r in centre.routes] == [("r1", [1, 2])]
    assert [s["own"] for s in centre.routes[0]["steps"]] == [False, True]
    assert [r["indicator"] for r in centre.indicators] == ["n"] and centre.agreements == [] == centre.activities
    # an actual subject has what the generic one it fills has
    assert [r["agreement"] for r in elkin.agreements] == ["g-required"]
    assert [r["activity"] for r in elkin.activities] == ["d"] and len(elkin.routes) == 2
    assert [r["interaction"] for r in elkin.interactions["outgoing"]] == ["i2"]
    assert short.interactions == {} and short.routes == [] == short.indicators and short.part_of is not None


def test_every_row_of_the_card_has_its_clause() -> None:
    with store_of(*FACTS) as store:
        card = subject_card(store, "elkin", TODAY)
    rows = [
        *card.agreements,
        *card.activities,
        *card.interactions["incoming"],
        *(s for r in card.routes for s in r["steps"]),
    ]
    assert len(rows) == 6 and all(row["clause"] == "3.1" and row["order"]["id"] == "o" for row in rows)
