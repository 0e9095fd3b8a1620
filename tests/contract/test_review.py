"""Review on every store: what people decide shows in the answers, outlives a new reading, travels with the facts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from loaders.load import base_facts, load
from loaders.merge import merge
from loaders.review.drafts import draft_of
from loaders.review.reread import reread
from loaders.review.reviewing import confirm_all, review
from loaders.review.sources import find, loaded
from loaders.review.verdicts import Wish
from ontology import rdf
from ontology.entities.base import Entity
from ontology.entities.vocabulary import ReadingStatus, Verdict
from ontology.models import Assignment, Clause, Decision, Draft, Indicator, NameVariant, Observation, Order, Subject
from queries.questions import RESPONSIBILITY
from queries.questions.responsibility import ResponsibilityParams
from queries.store import GraphStore, WriteReport
from tests.contract.stores import GROUND, assignment, changed, everything, order, subject
from tests.loaders.review.act import HOME, NOW, ORDER, facts


def put(store: GraphStore, given: Sequence[Entity]) -> WriteReport:
    """Write the act as a load does."""
    left = reread(store, merge([*base_facts(), *given]), [ORDER])
    return store.write(left.facts, replaces=[ORDER], drops=left.drops)


def statuses(store: GraphStore) -> list[tuple[str, str]]:
    """(clause, status) of the rows about the function of the act."""
    params = ResponsibilityParams(territory=HOME.id, function="f-f1-02", as_of=date(2026, 4, 1))
    rows = store.ask(RESPONSIBILITY, params)
    return sorted((row.public("ru")["clause"], row.public("ru")["status"]) for row in rows)


def test_decisions_show_in_the_answers_and_outlive_a_new_reading(store: GraphStore) -> None:
    put(store, facts())
    assert statuses(store) == [("2", "extracted"), ("3", "extracted")]
    done = review(store, "№ 15", [Wish("s-bank", Verdict.CONFIRMED)], "Луговая", when=NOW)
    assert (done.changed, done.removed, len(done.decisions)) == (1, 0, 1)
    assert statuses(store) == [("2", "confirmed"), ("3", "extracted")]
    review(store, ORDER, [Wish("s-count", Verdict.REJECTED), Wish("v-house", Verdict.SPLIT)], "Луговая")
    assert statuses(store) == [("2", "confirmed")]
    before = everything(store)
    report = put(store, facts())
    assert not report.added and not report.changed and not report.removed
    assert everything(store) == before
    # Another text of the clause: what was confirmed there is to be reviewed again, and what it no longer says is gone.
    shorter = [f for f in facts(c2="Центр наставничества работает.") if f.id != f"{ORDER}.s-bank"]
    put(store, shorter)
    assert statuses(store) == []
    (other,) = [a for a in store.all(Assignment) if a.id == f"{ORDER}.s-bank2"]
    assert other.status is ReadingStatus.CHANGED
    assert [d.stale for d in store.all(Decision) if d.target == f"{ORDER}.s-bank"] == [True]
    # The old text again: the decision holds again.
    put(store, facts())
    assert everything(store) == before


def test_a_whole_act_is_confirmed_and_one_fact_reopened(store: GraphStore) -> None:
    put(store, facts())
    done = review(store, ORDER, confirm_all, "Луговая")
    assert done.order.status is ReadingStatus.CONFIRMED
    assert not review(store, ORDER, confirm_all, "Другой").decisions
    review(store, ORDER, [Wish("s-bank", Verdict.REOPENED)], "Луговая")
    act = loaded(store, ORDER)
    assert act.order.status is ReadingStatus.CHANGED
    held = store.get(Assignment, f"{ORDER}.s-bank")
    assert held is not None and held.status is ReadingStatus.EXTRACTED and held.confirmed_by is None


def test_an_indicator_leaves_with_its_values_and_comes_back(store: GraphStore) -> None:
    put(store, facts())
    review(store, ORDER, [Wish("order.15.k", Verdict.REJECTED)], "Луговая")
    assert not list(store.all(Indicator)) and not list(store.all(Observation))
    review(store, ORDER, [Wish("order.15.k", Verdict.CONFIRMED)], "Луговая")
    assert len(list(store.all(Indicator))) == 1 and len(list(store.all(Observation))) == 2


def test_a_split_merge_is_undone_and_made_again(store: GraphStore) -> None:
    put(store, facts())
    before = {k: e for k, e in everything(store).items() if k[0] != "Decision"}
    review(store, ORDER, [Wish("v-house", Verdict.SPLIT)], "Луговая")
    (new,) = [s for s in store.all(Subject) if s.name == "Дом"]
    assert store.get(NameVariant, f"{ORDER}.v-house") is not None
    assert {a.id for a in store.all(Assignment) if a.subject == new.id} == {f"{ORDER}.s-count"}
    review(store, ORDER, [Wish("v-house", Verdict.REOPENED)], "Луговая")
    assert {k: e for k, e in everything(store).items() if k[0] != "Decision"} == before


def test_a_draft_is_in_no_answer_until_it_is_confirmed(store: GraphStore) -> None:
    store.write([draft_of(store, facts(), "приказ.txt").draft])
    assert {label: n for label, n in store.counts().items() if n} == {"Draft": 1}
    assert find(store, "15").draft is not None
    done = review(store, "15", [Wish("s-count", Verdict.REJECTED)], "Луговая")
    assert done.draft and store.counts()["Order"] == 0
    done = review(store, "15", confirm_all, "Луговая", publish=True)
    assert done.published and not list(store.all(Draft))
    assert statuses(store) == [("2", "confirmed")]
    # A later text of the same act as a draft: the act in the answers stays as it is until that is confirmed too.
    shorter = [f for f in facts(c2="Центр работает.") if f.id != f"{ORDER}.s-bank"]
    store.write([draft_of(store, shorter, "приказ.txt").draft])
    assert statuses(store) == [("2", "confirmed")]
    review(store, ORDER, confirm_all, "Луговая", publish=True)
    assert statuses(store) == []


def test_decisions_travel_with_the_facts_and_no_word_of_the_act_does(store: GraphStore, tmp_path: Path) -> None:
    put(store, facts())
    wishes = [Wish("s-bank", Verdict.CONFIRMED), Wish("s-count", Verdict.REJECTED), Wish("v-house", Verdict.SPLIT)]
    review(store, ORDER, wishes, "Луговая", when=NOW)
    path = tmp_path / "act.trig"
    path.write_text(rdf.dump([e for e in everything(store).values() if not isinstance(e, Draft)], "trig"), "utf-8")
    text = path.read_text("utf-8")
    assert "ведет учет" not in text and "ведет банк" not in text
    assert text.count("a opora:Decision") == 3
    report = load(store, [path])
    assert not report.written.added and not report.written.changed and not report.written.removed
    assert not report.review.lost and not report.review.restored
    # Elsewhere the same file gives the same facts, without the words; what is taken back there has no words either.
    with store.transaction(rollback=True) as elsewhere:
        elsewhere.write([], replaces=[ORDER], drops=list(elsewhere.all(Assignment)))
        load(elsewhere, [path])
        assert {a.id: (a.subject, a.status, a.quote) for a in elsewhere.all(Assignment)} == {
            a.id: (a.subject, a.status, None) for a in store.all(Assignment)
        }
        review(elsewhere, ORDER, [Wish("s-bank", Verdict.REOPENED)], "Луговая")
    # Where the words are, they stay when a decision is taken back.
    review(store, ORDER, [Wish("s-bank", Verdict.REOPENED)], "Луговая")
    held = store.get(Assignment, f"{ORDER}.s-bank")
    assert held is not None and held.quote == "ведет банк наставников"


def test_a_registry_does_not_undo_a_review_of_a_subject(store: GraphStore) -> None:
    put(store, facts())
    review(store, ORDER, [Wish("ru-lug.house", Verdict.CONFIRMED)], "Луговая", when=NOW)
    before = store.get(Subject, "ru-lug.house")
    assert before is not None and before.review is ReadingStatus.CONFIRMED
    store.write([Subject(id="ru-lug.house", name=before.name, kind=before.kind, territory="ru-lug", vacant=True)])
    after = store.get(Subject, "ru-lug.house")
    assert after is not None and after.vacant
    assert (after.review, after.confirmed_by, after.confirmed_at) == (before.review, "Луговая", NOW)
    review(store, ORDER, [Wish("ru-lug.house", Verdict.REOPENED)], "Луговая")
    reopened = store.get(Subject, "ru-lug.house")
    assert reopened is not None and reopened.review is ReadingStatus.EXTRACTED and reopened.confirmed_by is None


def test_facts_of_an_order_are_its_own_and_the_subjects_it_names(store: GraphStore) -> None:
    put(store, facts())
    own = store.facts(ORDER)
    wanted = {(type(f).__name__, f.id) for f in facts()} - {
        k for k in everything(store) if k[0] in ("Territory", "Function", "Direction")
    }
    assert {(type(f).__name__, f.id) for f in own} == wanted
    assert store.facts("nothing") == []
    assert any(isinstance(f, Order) for f in own) and sum(isinstance(f, Clause) for f in own) == 4


def test_a_dropped_fact_leaves_and_one_that_is_written_too_is_as_given(store: GraphStore) -> None:
    confirmed = assignment("x", "s", "a.0", status="confirmed", confirmed_by="Луговая", quote="Ведёт")
    other = assignment("y", "s", "a.0", status="confirmed")
    store.write([*GROUND, *order("a"), subject("s", "a.0"), confirmed, other])
    given = changed(confirmed, status="extracted", confirmed_by=None, quote=None)
    report = store.write([given], drops=[confirmed, other])
    assert report.changed == {"Assignment": 1} and report.removed == {"Assignment": 1}
    assert store.get(Assignment, "x") == given and store.get(Assignment, "y") is None
    assert store.write([], drops=[other]).removed == {}


@pytest.mark.parametrize("again", [False, True])
def test_decisions_stay_while_their_act_is_written_again(store: GraphStore, again: bool) -> None:
    decision = Decision(
        id="a.d", target="x", target_class="Assignment", verdict="confirmed", decided_by="Луговая", decided_at=NOW,
        order="a",
    )  # fmt: skip
    store.write([*GROUND, *order("a"), decision])
    store.write([order("a")[0]] if again else [], replaces=["a"])
    assert [d.id for d in store.all(Decision)] == (["a.d"] if again else [])
