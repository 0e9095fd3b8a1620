"""Carrying out decisions: idempotent, blind to their order, true to the text they were made on."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.review.applied import apply
from loaders.review.fields import EDITABLE, status_of
from loaders.review.sources import Act
from loaders.review.undone import undone
from loaders.review.values import Values
from loaders.review.verdicts import Wish, decide, everything
from ontology import catalogue
from ontology.entities.base import Entity
from ontology.entities.vocabulary import ActivityStatus, AgreementStatus, ReadingStatus, Verdict
from ontology.errors import BadParameter, InvalidGraph, OporaError, UnknownResource
from ontology.ids import subject_id
from ontology.models import (
    Activity,
    Agreement,
    Assignment,
    Clause,
    Decision,
    Interaction,
    NameVariant,
    Observation,
    Order,
    Subject,
)
from tests.loaders.review.act import F2, NOW, ORDER, facts, held

FUNCTIONS = {f.code: f for f in catalogue.functions()}
E = dict[str, Entity]


def act_of(given: Sequence[Entity]) -> Act:
    """The act of these facts."""
    return Act(next(f for f in given if isinstance(f, Order)), tuple(given))


def reviewed(given: Sequence[Entity], wishes: Sequence[Wish], later: int = 0) -> list[Entity]:
    """The facts after these wishes."""
    act = act_of(given)
    made = decide(act, wishes, Values(act, FUNCTIONS, "ru"), "Луговая", NOW + timedelta(minutes=later))
    return apply(undone(act, made), [*act.decisions, *made]).facts


def by_id(given: Sequence[Entity]) -> E:
    return {f.id.removeprefix(f"{ORDER}."): f for f in given}


def without_decisions(given: Sequence[Entity]) -> dict[tuple[str, str], Entity]:
    return {(type(f).__name__, f.id): f for f in given if not isinstance(f, Decision)}


REVIEWABLE = sorted(f.id for f in facts() if type(f) in EDITABLE)
CHANGES = {
    "s-bank": {"role": "accountable", "subject": "ru-lug.house"},
    "s-trains": {"function": F2},
    "g": {"status": "concluded", "deadline": "2026-09-01", "number": "7", "valid_until": "01.01.2029"},
    "a": {"due": "2026-05-31", "periodicity": "annual", "status": "done", "done_on": "2026-05-20"},
    "k": {"unit": "человек", "target_value": "100"},
    "k.1": {"value": "45,5"},
    "i": {"kind": "requests"},
}


def _wish(id: str, pick: int) -> Wish:
    """One of the wishes that fit a fact."""
    if ".v-" in id:
        return Wish(id, (Verdict.CONFIRMED, Verdict.SPLIT)[pick % 2])
    changes = CHANGES.get(id.removeprefix(f"{ORDER}."))
    if pick == 2 and changes:
        return Wish(id, Verdict.CORRECTED, changes)
    subject = not id.startswith(ORDER)
    return Wish(id, Verdict.REJECTED if pick == 1 and not subject else Verdict.CONFIRMED)


WISHES = st.dictionaries(st.sampled_from(REVIEWABLE), st.integers(0, 2)).map(
    lambda picked: [_wish(id, pick) for id, pick in sorted(picked.items())]
)


@settings(deadline=None, max_examples=60)
@given(wishes=WISHES, seed=st.randoms(use_true_random=False))
def test_the_same_decisions_give_the_same_facts_however_often_and_in_whatever_order(
    wishes: list[Wish], seed: random.Random
) -> None:
    # A value cannot be kept or corrected by itself while its indicator leaves: that is one decision, tested below.
    if any(w.target == f"{ORDER}.k" and w.verdict is Verdict.REJECTED for w in wishes):
        wishes = [w for w in wishes if not w.target.startswith(f"{ORDER}.k.")]
    act = act_of(facts())
    made = decide(act, wishes, Values(act, FUNCTIONS, "ru"), "Луговая", NOW)
    once = apply(act.facts, made)
    mixed = apply(seed.sample(act.facts, len(act.facts)), seed.sample(made, len(made)))
    assert without_decisions(mixed.facts) == without_decisions(once.facts)
    again = apply(once.facts, made)
    assert without_decisions(again.facts) == without_decisions(once.facts)
    assert not again.dropped and not again.stale and not again.restored and not again.lost
    step: list[Entity] = list(act.facts)
    for decision in seed.sample(made, len(made)):  # one after the other, as people work
        step = apply(step, [decision]).facts
    assert without_decisions(step) == without_decisions(once.facts)
    reread = apply(facts(), [f for f in once.facts if isinstance(f, Decision)])
    assert without_decisions(reread.facts) == without_decisions(once.facts)


@settings(deadline=None, max_examples=40)
@given(wishes=WISHES)
def test_every_decision_can_be_taken_back(wishes: list[Wish]) -> None:
    after = reviewed(facts(), wishes)
    reopened = [Wish(w.target, Verdict.REOPENED) for w in wishes]
    assert without_decisions(reviewed(after, reopened, later=1)) == without_decisions(facts())


def test_confirmed_and_corrected_facts_carry_who_and_when() -> None:
    after = by_id(
        reviewed(
            facts(),
            [
                Wish(f"{ORDER}.s-count", Verdict.CONFIRMED),
                Wish("s-bank2", Verdict.CORRECTED, {"subject": "Дом учителя"}),
            ],
        )
    )
    count, bank = after["s-count"], after["s-bank2"]
    assert isinstance(count, Assignment) and isinstance(bank, Assignment)
    assert (count.status, count.confirmed_by, count.confirmed_at) == (ReadingStatus.CONFIRMED, "Луговая", NOW)
    assert bank.subject == "ru-lug.house" and bank.status is ReadingStatus.CONFIRMED


def test_a_rejected_fact_is_kept_whole_and_comes_back_by_confirming() -> None:
    gone = reviewed(facts(), [Wish("s-bank", Verdict.REJECTED, note="цель")])
    assert "s-bank" not in by_id(gone) and "s-bank2" in by_id(gone)
    (decision,) = [f for f in gone if isinstance(f, Decision)]
    assert decision.fact and "ведет банк" not in decision.fact  # the act's words are kept apart
    assert decision.fact_text and "ведет банк" in decision.fact_text
    back = by_id(reviewed(gone, [Wish("s-bank", Verdict.CONFIRMED)], later=1))["s-bank"]
    read = by_id(facts())["s-bank"]
    assert isinstance(back, Assignment) and isinstance(read, Assignment)
    assert back.quote == read.quote and back.status is ReadingStatus.CONFIRMED


def test_an_indicator_leaves_and_comes_back_with_its_values() -> None:
    gone = reviewed(facts(), [Wish("order.15.k", Verdict.REJECTED)])
    assert not [f for f in gone if isinstance(f, Observation)]
    back = reviewed(gone, [Wish("order.15.k", Verdict.CONFIRMED)], later=1)
    assert len([f for f in back if isinstance(f, Observation)]) == 2


def test_a_merge_is_undone_for_all_that_the_writing_named() -> None:
    after = by_id(reviewed(facts(), [Wish("v-house", Verdict.SPLIT)]))
    (new,) = [f for f in after.values() if isinstance(f, Subject) and f.name == "Дом"]
    moved = {id for id, f in after.items() if new.id in str(f.model_dump()) and not isinstance(f, Subject | Decision)}
    assert moved == {"s-count", "v-house", "a", "i"}
    agreement = after["g"]
    assert isinstance(agreement, Agreement) and "ru-lug.centre" in agreement.parties
    assert new.level == "regional" and new.clause == f"{ORDER}.c3"


def test_a_noun_that_refers_back_is_split_in_its_own_clause_alone() -> None:
    world = [*facts(), held("else", "centre", "3", "проводит", named_as="Центр")]
    after = by_id(reviewed(world, [Wish("v-centre", Verdict.SPLIT)]))
    bank, other = after["s-bank"], after["s-else"]
    assert isinstance(bank, Assignment) and isinstance(other, Assignment)
    assert bank.subject != "ru-lug.centre" and other.subject == "ru-lug.centre"


def test_a_split_moves_what_was_confirmed_before_and_leaves_what_was_decided_after() -> None:
    confirmed = reviewed(facts(), [Wish("s-count", Verdict.CONFIRMED)])
    split = reviewed(confirmed, [Wish("v-house", Verdict.SPLIT), Wish("ru-lug.centre", Verdict.CONFIRMED)], later=1)
    count = by_id(split)["s-count"]
    assert isinstance(count, Assignment) and count.subject not in ("ru-lug.centre", "ru-lug.house")
    assert count.status is ReadingStatus.CONFIRMED
    after = reviewed(split, [Wish("s-count", Verdict.CORRECTED, {"subject": "Дом учителя"})], later=2)
    corrected = by_id(after)["s-count"]
    assert isinstance(corrected, Assignment) and corrected.subject == "ru-lug.house"
    for reached in (split, after):  # and so from the text alone
        again = apply(facts(), [f for f in reached if isinstance(f, Decision)])
        assert without_decisions(again.facts) == without_decisions(reached)


def test_a_split_off_subject_does_not_depend_on_later_corrections_of_the_old_one() -> None:
    split = reviewed(facts(), [Wish("v-house", Verdict.SPLIT)])
    after = reviewed(split, [Wish("ru-lug.centre", Verdict.CORRECTED, {"level": "municipal"})], later=1)
    (new,) = [f for f in after if isinstance(f, Subject) and f.name == "Дом"]
    assert new.level == "regional"
    own = reviewed(after, [Wish(new.id, Verdict.CORRECTED, {"level": "institutional"})], later=2)
    again = apply(facts(), [f for f in own if isinstance(f, Decision)])
    assert without_decisions(again.facts) == without_decisions(own)


def test_what_the_other_subject_had_before_a_split_stays_its_own() -> None:
    named = NameVariant(
        id=f"{ORDER}.v-other", written="Дом учителя", why="slip", subject="ru-lug.centre", clause=f"{ORDER}.c3"
    )
    house = subject_id("ru-lug", "Дом учителя")
    world = [f.model_copy(update={"id": house}) if f.id == "ru-lug.house" else f for f in facts()]
    world = [
        f.model_copy(update={"target": house})
        if isinstance(f, Interaction)
        else f.model_copy(update={"parties": ("ru-lug.centre", house)})
        if isinstance(f, Agreement)
        else f
        for f in world
    ]
    world = [*world, named, held("moved", "centre", "3", "считает", named_as="Дом учителя")]
    split = reviewed(world, [Wish("v-other", Verdict.SPLIT)])
    moved = by_id(split)["s-moved"]
    assert isinstance(moved, Assignment) and moved.subject == house
    back = reviewed(split, [Wish("v-other", Verdict.REOPENED)], later=1)
    assert without_decisions(back) == without_decisions(world)


def test_a_changed_clause_is_to_be_reviewed_again_and_the_rest_stands() -> None:
    act = act_of(facts())
    before = reviewed(facts(), everything(act))
    assert all(status_of(f) is ReadingStatus.CONFIRMED for f in before if type(f) in EDITABLE)
    decisions = [f for f in before if isinstance(f, Decision)]
    result = apply(facts(c2="Центр ведет реестр наставников."), decisions)
    after = by_id(result.facts)
    changed = {id for id, f in after.items() if type(f) in EDITABLE and status_of(f) is ReadingStatus.CHANGED}
    assert changed == {"s-bank", "s-bank2", "s-trains", "v-centre", "g"}
    assert len(result.stale) == 5 and not result.lost
    assert result.kept == len(decisions) - 6  # the five and the act itself
    order = after[ORDER]
    assert isinstance(order, Order) and order.status is ReadingStatus.CHANGED
    twice = apply(result.facts, [])
    assert without_decisions(twice.facts) == without_decisions(result.facts) and not twice.stale
    # The old text again: what was decided on it holds again.
    back = apply(facts(), [f for f in result.facts if isinstance(f, Decision)])
    assert without_decisions(back.facts) == without_decisions(before)
    # Reviewed again on the new text: everything is confirmed.
    fresh = act_of(result.facts)
    done = reviewed(result.facts, everything(fresh), later=5)
    assert all(status_of(f) is ReadingStatus.CONFIRMED for f in done if type(f) in (*EDITABLE, Order))


def test_what_became_of_an_activity_outlives_a_new_reading() -> None:
    told = {"status": "выполнено", "done_on": "20.05.2026"}
    before = reviewed(facts(), [Wish("order.15.a", Verdict.CORRECTED, told)])
    decisions = [f for f in before if isinstance(f, Decision)]
    for act in (before, apply(facts(), decisions).facts, apply(facts(c2="Центр закрыт."), decisions).facts):
        activity = by_id(act)["a"]
        assert isinstance(activity, Activity)
        assert (activity.status, activity.done_on) == (ActivityStatus.DONE, date(2026, 5, 20))
        assert (activity.review, activity.term_text) == (ReadingStatus.CONFIRMED, "весной")
    otherwise = by_id(apply(facts(c4="Слёт отменён."), decisions).facts)["a"]  # another text: told of another activity
    assert isinstance(otherwise, Activity)
    assert (otherwise.status, otherwise.done_on, otherwise.review) == (None, None, ReadingStatus.CHANGED)
    back = by_id(reviewed(before, [Wish("order.15.a", Verdict.CORRECTED, {"status": "нет", "due": "31.05.2026"})], 1))
    undone_now = back["a"]
    assert isinstance(undone_now, Activity)
    assert (undone_now.status, undone_now.done_on, undone_now.due) == (None, date(2026, 5, 20), date(2026, 5, 31))


def test_a_concluded_agreement_keeps_its_number_and_days_after_a_new_reading() -> None:
    told = {"status": "заключено", "number": "7/К", "date": "12.02.2026", "valid_until": "2029-02-12"}
    before = reviewed(facts(), [Wish("order.15.g", Verdict.CORRECTED, told)])
    for act in (before, apply(facts(), [f for f in before if isinstance(f, Decision)]).facts):
        agreement = by_id(act)["g"]
        assert isinstance(agreement, Agreement)
        assert (agreement.status, agreement.review) == (AgreementStatus.CONCLUDED, ReadingStatus.CONFIRMED)
        assert (agreement.number, agreement.date) == ("7/К", date(2026, 2, 12))
        assert agreement.valid_until == date(2029, 2, 12)
        assert agreement.parties == ("ru-lug.centre", "ru-lug.house")


def test_a_decision_whose_fact_is_gone_is_listed() -> None:
    before = reviewed(facts(), [Wish("s-count", Verdict.CONFIRMED)])
    decisions = [f for f in before if isinstance(f, Decision)]
    shorter = [f for f in facts(c3="Дом закрыт.") if f.id != f"{ORDER}.s-count"]
    result = apply(shorter, decisions)
    assert [d.target for d in result.lost] == [f"{ORDER}.s-count"]
    assert [d.stale for d in result.facts if isinstance(d, Decision)] == [True]


def test_what_a_later_reading_misses_in_the_same_words_is_brought_back() -> None:
    before = reviewed(facts(), [Wish("s-count", Verdict.CORRECTED, {"role": "accountable"})])
    decisions = [f for f in before if isinstance(f, Decision)]
    result = apply([f for f in facts() if f.id != f"{ORDER}.s-count"], decisions)
    assert [f.id for f in result.restored] == [f"{ORDER}.s-count"]
    assert without_decisions(result.facts) == without_decisions(before)


def test_a_decision_follows_its_fact_to_another_id() -> None:
    """A better reader finds another subject for the statement: the id differs, the statement and clause do not."""
    before = reviewed(
        facts(), [Wish("s-bank", Verdict.REJECTED), Wish("s-count", Verdict.CORRECTED, {"subject": "Дом учителя"})]
    )
    decisions = [f for f in before if isinstance(f, Decision)]
    read = [f for f in facts() if f.id not in (f"{ORDER}.s-bank", f"{ORDER}.s-count")]
    better = [held("bank-b", "house", "2", "ведет банк наставников"), held("count-b", "house", "3", "ведет учет")]
    fresh = {("Assignment", f.id) for f in better}
    after = by_id(apply([*read, *better], decisions, fresh=fresh).facts)
    assert "s-bank-b" not in after and "s-bank2" in after  # the sibling of the same statement is another fact
    count = after["s-count-b"]
    assert isinstance(count, Assignment) and count.status is ReadingStatus.CONFIRMED and count.subject == "ru-lug.house"
    assert "s-count" not in after
    # From then on it is found by its new id.
    again = apply(list(after.values()), [])
    assert without_decisions(again.facts) == without_decisions(list(after.values()))


HOSTILE = (
    "{",
    "[1]",
    "null",
    "{}",
    '{"name": ["x"]}',
    '{"quote_sha256": {"a": 1}, "function": [1]}',
    "[" * 100_000,
    "\x00",
)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.parametrize("verdict", list(Verdict))
@pytest.mark.parametrize("target", ["Assignment", "NameVariant", "Subject", "Order", "Territory", "Nonsense"])
def test_a_decision_made_by_nobody_of_ours_is_refused_or_does_nothing(text: str, verdict: Verdict, target: str) -> None:
    act = facts()
    where = next(f for f in act if isinstance(f, Clause))
    forged = Decision(
        id=f"{ORDER}.d", target=f"{ORDER}.none", target_class=target, verdict=verdict, fact=text, changes=text,
        fact_text=text, decided_by="x", decided_at=NOW, address=where.address, clause_sha256=where.text_sha256,
        order=ORDER,
    )  # fmt: skip
    try:
        result = apply(act, [forged], fresh={(type(f).__name__, f.id) for f in act})
    except InvalidGraph:
        return
    assert without_decisions(result.facts) == without_decisions(act)


@pytest.mark.parametrize(
    ("wish", "error"),
    [
        (Wish("s-nothing", Verdict.CONFIRMED), UnknownResource),
        (Wish("bank", Verdict.CORRECTED, {"role": "king"}), BadParameter),
        (Wish("bank", Verdict.CORRECTED, {"subject": ""}), BadParameter),
        (Wish("bank", Verdict.CORRECTED, {"clause": "c"}), BadParameter),
        (Wish("bank", Verdict.CORRECTED, {"role": "responsible"}), BadParameter),  # it is so already
        (Wish("bank", Verdict.CONFIRMED, {"role": "informed"}), BadParameter),
        (Wish("bank", Verdict.SPLIT), BadParameter),
        (Wish("v-house", Verdict.REJECTED), BadParameter),
        (Wish("ru-lug.centre", Verdict.REJECTED), BadParameter),  # it still holds functions
        (Wish("order.15.k.1", Verdict.CORRECTED, {"value": "много"}), BadParameter),
        (Wish("order.15.a", Verdict.CORRECTED, {"due": "31.02.2026"}), BadParameter),
        (Wish("order.15.a", Verdict.CORRECTED, {"status": "заключено"}), BadParameter),  # of agreements, not of these
        (Wish("order.15.g", Verdict.CORRECTED, {"valid_until": "никогда"}), BadParameter),
        (Wish(ORDER, Verdict.REJECTED), BadParameter),
        (Wish("v-", Verdict.CONFIRMED), OporaError),
    ],
)
def test_wishes_that_cannot_be_right(wish: Wish, error: type[OporaError]) -> None:
    act = act_of(facts())
    with pytest.raises(error):
        decide(act, [wish], Values(act, FUNCTIONS, "ru"), "Луговая", NOW)


def test_who_decides_has_to_be_said_and_a_fact_is_decided_on_once() -> None:
    act = act_of(facts())
    values = Values(act, FUNCTIONS, "ru")
    with pytest.raises(BadParameter):
        decide(act, [Wish("s-bank", Verdict.CONFIRMED)], values, "  ", NOW)
    with pytest.raises(BadParameter):
        decide(act, [Wish("s-bank", Verdict.CONFIRMED), Wish("s-bank", Verdict.REJECTED)], values, "Луговая", NOW)
