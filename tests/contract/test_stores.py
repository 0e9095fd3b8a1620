"""What every store promises (queries.store.GraphStore), on every store."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import strategies as st

from ontology.errors import DeclarationError, InvalidGraph
from ontology.models import Agreement, Assignment, Clause, Entity, Function, Headcount, Order, Subject, Territory
from ontology.property_graph import NODES
from queries.store import Edge, GraphStore
from tests.contract.stores import (
    COUNTRY,
    GROUND,
    Explore,
    Fresh,
    assignment,
    changed,
    clause,
    everything,
    keyed,
    order,
    subject,
)
from tests.strategies import HOSTILE, LONG, graphs, orders_of


def _counts(entities: Sequence[Entity]) -> dict[str, int]:
    return dict(Counter(type(e).__name__ for e in entities))


def test_what_is_written_is_read(fresh: Fresh, explore: Explore) -> None:
    @explore(graph=graphs(), seed=st.randoms(use_true_random=False))
    def check(graph: list[Entity], seed: random.Random) -> None:
        store = fresh()
        mixed = seed.sample(graph, len(graph))  # the order of writing does not matter
        report = store.write(mixed)
        assert report.added == _counts(graph)
        assert not report.changed and not report.unchanged and not report.removed
        assert everything(store) == keyed(graph)
        assert {label: n for label, n in store.counts().items() if n} == _counts(graph)
        assert set(store.counts()) == {node.label for node in NODES}
        for entity in {type(e): e for e in graph}.values():
            assert store.get(type(entity), entity.id) == entity
        for node in NODES:
            ids = [e.id for e in store.all(node.entity)]
            assert ids == sorted(ids)

    check()


def test_writing_again_changes_nothing(fresh: Fresh, explore: Explore) -> None:
    @explore(graph=graphs(), whole=st.booleans())
    def check(graph: list[Entity], whole: bool) -> None:
        store = fresh()
        store.write(graph)
        report = store.write(graph, replaces=orders_of(graph) if whole else ())
        assert report.unchanged == _counts(graph)
        assert not report.added and not report.changed and not report.removed
        assert everything(store) == keyed(graph)

    check()


def test_a_replaced_order_leaves_nothing_loose(fresh: Fresh, explore: Explore) -> None:
    @explore(graph=graphs(), data=st.data())
    def check(graph: list[Entity], data: st.DataObject) -> None:
        store = fresh()
        graph = [changed(e, status="extracted") if isinstance(e, Assignment) else e for e in graph]
        store.write(graph)
        gone = data.draw(st.sampled_from(orders_of(graph)))
        report = store.write([], replaces=[gone])
        left = everything(store)
        assert ("Order", gone) not in left
        assert not any(isinstance(e, Clause) and e.order == gone for e in left.values())
        for (label, _), entity in left.items():
            node = next(n for n in NODES if n.label == label)
            for relation in node.relations:
                value = getattr(entity, relation.name)
                for target in value if relation.many else [value]:
                    assert target is None or (relation.target, target) in left
        assert sum(report.removed.values()) == len(graph) - len(left)
        # What is not a fact of that order, nor a subject, stays.
        assert {k for k in left if k[0] in ("Territory", "Function", "Methodist")} == {
            k for k in keyed(graph) if k[0] in ("Territory", "Function", "Methodist")
        }

    check()


def test_neighbourhood_is_what_a_walk_finds(fresh: Fresh, explore: Explore) -> None:
    @explore(graph=graphs(), hops=st.integers(0, 3), data=st.data())
    def check(graph: list[Entity], hops: int, data: st.DataObject) -> None:
        store = fresh()
        store.write(graph)
        start = data.draw(st.sampled_from(graph))
        edges = {
            (entity.id, relation.type, target)
            for entity in graph
            for relation in next(n for n in NODES if n.entity is type(entity)).relations
            for value in [getattr(entity, relation.name)]
            for target in (value if relation.many else [value])
            if target is not None
        }
        reached = {start.id}
        for _ in range(hops):
            reached |= {t for s, _, t in edges if s in reached} | {s for s, _, t in edges if t in reached}
        found = store.neighbourhood(start.id, hops)
        assert {e.id for e in found.entities} == reached
        assert [(e.source, e.type, e.target) for e in found.edges] == sorted(
            (s, kind, t) for s, kind, t in edges if s in reached and t in reached
        )
        assert found == store.neighbourhood(start.id, hops)

    check()


def test_nothing_is_there_at_first(store: GraphStore) -> None:
    assert set(store.counts().values()) == {0}
    assert store.get(Subject, "s") is None
    assert list(store.all(Order)) == []
    assert store.neighbourhood("s").entities == ()
    report = store.write([])
    assert (report.added, report.changed, report.unchanged, report.removed) == ({}, {}, {}, {})


def test_an_entity_with_a_known_id_is_updated(store: GraphStore) -> None:
    first = subject("s", "a.0", short="С", alternative_names=("x", "y"))
    store.write([*GROUND, *order("a"), subject("t", "a.0"), first])
    second = changed(first, short=None, alternative_names=(), part_of="t", level="regional")
    report = store.write([second])
    assert report.changed == {"Subject": 1} and not report.added
    assert store.get(Subject, "s") == second
    assert Edge("s", "PART_OF", "t") in store.neighbourhood("t").edges
    store.write([changed(second, part_of=None)])
    assert Edge("s", "PART_OF", "t") not in store.neighbourhood("t").edges


def test_relations_to_several_keep_their_order(store: GraphStore) -> None:
    deal = Agreement(id="g", status="required", parties=("c", "a", "b", "a"), clause="o.0")
    store.write([*GROUND, *order("o"), *(subject(s, "o.0") for s in "abc"), deal])
    assert store.get(Agreement, "g") == deal
    turned = changed(deal, parties=("b", "c"))
    assert store.write([turned]).changed == {"Agreement": 1}
    assert store.get(Agreement, "g") == turned


def test_replacing_an_order_removes_what_it_no_longer_says(store: GraphStore) -> None:
    store.write(
        [*GROUND, *order("a", 2), *order("b"), subject("kept", "a.0"), subject("gone", "a.1"),
         assignment("a1", "kept", "a.0"), assignment("a2", "gone", "a.1"), assignment("b1", "kept", "b.0")]
    )  # fmt: skip
    report = store.write([*order("a"), subject("kept", "a.0"), assignment("a1", "kept", "a.0")], replaces=["a"])
    assert report.removed == {"Clause": 1, "Subject": 1, "Assignment": 1}
    assert report.unchanged == {"Order": 1, "Clause": 1, "Subject": 1, "Assignment": 1}
    assert [a.id for a in store.all(Assignment)] == ["a1", "b1"]
    assert [s.id for s in store.all(Subject)] == ["kept"]


def test_a_subject_that_another_order_or_a_registry_knows_stays(store: GraphStore) -> None:
    count = Headcount(id="h", date="2024-09-01", teachers=30, subject="school")
    store.write(
        [*GROUND, *order("a", 4), *order("b"), subject("centre", "a.0"), subject("school", "a.1"),
         subject("whole", "a.2"), subject("part", "a.3", part_of="whole"), subject("branch", "b.0", part_of="whole"),
         assignment("b1", "centre", "b.0"), count]
    )  # fmt: skip
    report = store.write([], replaces=["a"])
    assert report.removed == {"Order": 1, "Clause": 4, "Subject": 1}
    assert [s.id for s in store.all(Subject)] == ["branch", "centre", "school", "whole"]
    centre, school = store.get(Subject, "centre"), store.get(Subject, "school")
    assert centre is not None and centre.clause == "b.0"  # the clause that still names it
    assert school is not None and school.clause is None


def test_a_subject_of_two_orders_is_described_by_the_first(store: GraphStore) -> None:
    ours = [*order("a"), subject("s", "a.0", level="regional"), assignment("a1", "s", "a.0")]
    theirs = [
        *order("b"),
        subject("s", "b.0", level="federal", short="С", alternative_names=("Служба",)),
        assignment("b1", "s", "b.0"),
    ]
    joined = subject("s", "a.0", level="regional", short="С", alternative_names=("Служба",))
    store.write([*GROUND, *ours], replaces=["a"])
    store.write(theirs, replaces=["b"])
    assert store.get(Subject, "s") == joined
    for batch, name in ((ours, "a"), (theirs, "b"), (ours, "a")):
        report = store.write(batch, replaces=[name])
        assert not report.changed and not report.added and not report.removed
    assert not store.write([*ours, *theirs], replaces=["a", "b"]).changed
    assert store.get(Subject, "s") == joined


def test_a_registry_and_an_act_leave_each_other_s_values(store: GraphStore) -> None:
    store.write([*GROUND, *order("a"), subject("generic", "a.0", generic=True), subject("s", "a.0")])
    school = Subject(id="s", name="s", kind="centre", territory="ru", fills="generic", invented=True)
    store.write([school])
    both = subject("s", "a.0", fills="generic", invented=True)
    assert store.get(Subject, "s") == both
    store.write([subject("s", "a.0")])
    assert store.get(Subject, "s") == both


def test_text_of_the_user_s_copy_stays_while_its_hash_does(store: GraphStore) -> None:
    facts = [*GROUND, *order("a"), subject("s", "a.0"), assignment("x", "s", "a.0")]
    texts = [clause("a.0", "a", text="Пункт"), assignment("x", "s", "a.0", quote="Ведёт")]
    store.write(facts)
    assert store.write(texts).changed == {"Clause": 1, "Assignment": 1}
    assert store.write(facts, replaces=["a"]).changed == {}
    read, held = store.get(Clause, "a.0"), store.get(Assignment, "x")
    assert read is not None and read.text == "Пункт"
    assert held is not None and held.quote == "Ведёт"
    store.write([clause("a.0", "a", number=1)])
    other = store.get(Clause, "a.0")
    assert other is not None and other.text is None


def test_other_local_values_stay_when_absent(store: GraphStore) -> None:
    act = order("a")[0]
    loaded = changed(act, file_sha256="f" * 64)
    store.write([COUNTRY, loaded])
    assert store.write([act]).unchanged == {"Order": 1}
    assert store.get(Order, "a") == loaded


def test_what_a_person_confirmed_is_not_undone_by_a_reading(store: GraphStore) -> None:
    confirmed = assignment(
        "x",
        "s",
        "a.0",
        status="confirmed",
        role="accountable",
        confirmed_by="Методист",
        confirmed_at="2024-09-01T10:00Z",
    )
    facts = [*GROUND, *order("a", 2), subject("s", "a.0"), subject("t", "a.1")]
    store.write([*facts, confirmed])
    report = store.write([assignment("x", "t", "a.1", quote="Ведёт")])
    assert report.changed == {"Assignment": 1}  # its text alone
    assert store.get(Assignment, "x") == changed(confirmed, quote="Ведёт")
    # Nor is it lost when a later reading does not find it: it stays with what it rests on.
    report = store.write([order("a")[0]], replaces=["a"])
    assert report.removed == {"Clause": 1, "Subject": 1}
    assert store.get(Assignment, "x") == changed(confirmed, quote="Ведёт")
    assert [c.id for c in store.all(Clause)] == ["a.0"] and [s.id for s in store.all(Subject)] == ["s"]
    # A person may change it again.
    store.write([changed(confirmed, role="informed")])
    again = store.get(Assignment, "x")
    assert again is not None and again.role == "informed"


def test_a_confirmed_order_stays_confirmed_when_it_is_read_the_same(store: GraphStore) -> None:
    act = order("a")[0]
    store.write([COUNTRY, changed(act, status="confirmed")])
    assert store.write([act]).unchanged == {"Order": 1}
    assert store.write([changed(act, title="Другое")]).changed == {"Order": 1}


@pytest.mark.parametrize("inside", [False, True])
def test_a_loose_reference_writes_nothing(store: GraphStore, inside: bool) -> None:
    store.write([*GROUND, *order("a")])
    before = everything(store)
    bad = [subject("s", "a.0"), assignment("x", "nobody", "a.0")]
    with pytest.raises(InvalidGraph, match=r"Assignment x: subject points to the Subject nobody.*nothing was written"):
        if inside:
            with store.transaction() as tx:
                tx.write(bad)
        else:
            store.write(bad)
    assert everything(store) == before
    # The clause would be gone while something else needs it.
    store.write([subject("s", "a.0"), subject("u", "a.0")])


def test_a_refused_write_leaves_the_transaction_usable(store: GraphStore) -> None:
    with store.transaction() as tx:
        tx.write([*GROUND, *order("a")])
        with pytest.raises(InvalidGraph):
            tx.write([subject("s", "a.0"), assignment("x", "nobody", "a.0")])
        tx.write([subject("t", "a.0")])
    assert [s.id for s in store.all(Subject)] == ["t"]


def test_replacing_an_order_that_others_need_is_refused(store: GraphStore) -> None:
    facts = [*GROUND, *order("a"), *order("b"), subject("s", "a.0")]
    store.write(facts)
    with pytest.raises(InvalidGraph):
        store.write([assignment("x", "s", "a.0")], replaces=["a"])  # by a clause that goes
    assert len(everything(store)) == len(facts)


def test_a_transaction_can_be_rolled_back(store: GraphStore) -> None:
    store.write([*GROUND, *order("a"), subject("s", "a.0")])
    before = everything(store)
    with store.transaction(rollback=True) as tx:
        tx.write([assignment("x", "s", "a.0")])
        assert tx.counts()["Assignment"] == 1
        assert tx.get(Assignment, "x") is not None
        assert len(tx.neighbourhood("x").entities) == 4
        assert store.counts()["Assignment"] == 0  # others do not see it
        assert (tx.url, tx.dialect) == (store.url, store.dialect)
    assert everything(store) == before


def test_an_exception_rolls_back(store: GraphStore) -> None:
    with pytest.raises(ZeroDivisionError), store.transaction() as tx:
        tx.write([COUNTRY])
        raise ZeroDivisionError
    assert store.counts()["Territory"] == 0


def test_a_transaction_is_kept_and_can_be_joined(store: GraphStore) -> None:
    with store.transaction() as tx:
        tx.write([COUNTRY])
        with tx.transaction() as inner:
            inner.write([order("a")[0]])
        with pytest.raises(DeclarationError), tx.transaction(rollback=True):
            pass
    assert set(everything(store)) == {("Territory", "ru"), ("Order", "a")}


@pytest.mark.parametrize("text", [*HOSTILE, LONG], ids=range(len(HOSTILE) + 1))
def test_hostile_text_is_only_text(store: GraphStore, text: str) -> None:
    region = Territory(id="ru-x", name=text, kind="region", part_of="ru", oktmo=text)
    function = Function(
        id="d.f", code=text, label_ru=text, label_en=text, note_ru="", note_en="", direction="d",
        alternative_labels=(text, text), expected_levels=("regional",),
    )  # fmt: skip
    store.write([*GROUND, region, function])
    assert store.get(Territory, "ru-x") == region
    assert store.get(Function, "d.f") == function
    assert store.get(Territory, text) is None
    assert store.neighbourhood(text).entities == ()
    assert store.write([], replaces=[text]).removed == {}
    assert store.counts()["Territory"] == 2


@pytest.mark.parametrize("number", [2**63, -(2**63) - 1])
def test_a_number_that_fits_no_store_is_refused(store: GraphStore, number: int) -> None:
    store.write([*GROUND, *order("a")])
    with pytest.raises(InvalidGraph, match="position"):
        store.write([changed(clause("a.9", "a"), position=number)])
    assert store.counts()["Clause"] == 1


@pytest.mark.parametrize("number", [float("nan"), float("inf")])
def test_a_value_that_is_no_number_is_refused(store: GraphStore, number: float) -> None:
    store.write([*GROUND, *order("a"), subject("s", "a.0")])
    with pytest.raises(InvalidGraph, match="confidence"):
        store.write([assignment("x", "s", "a.0", confidence=number)])


def test_many_threads_read_and_write(store: GraphStore) -> None:
    store.write([*GROUND, *order("a")])

    def work(number: int) -> int:
        store.write([subject(f"s{number}", "a.0"), subject("all", "a.0", short=str(number))])
        seen = {s.id for s in store.all(Subject)}
        assert f"s{number}" in seen and store.get(Subject, f"s{number}") is not None
        return len(store.neighbourhood("a.0").entities)

    with ThreadPoolExecutor(8) as pool:
        sizes = list(pool.map(work, range(24)))
    assert store.counts()["Subject"] == 25
    assert max(sizes) == 27  # the clause, its order, 25 subjects


def test_two_transactions_do_not_mix(store: GraphStore) -> None:
    store.write([*GROUND, *order("a")])

    def keep(number: int) -> None:
        with store.transaction(rollback=number % 2 == 1) as tx:
            tx.write([subject(f"s{number}", "a.0")])
            assert tx.get(Subject, f"s{number}") is not None

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(keep, range(8)))
    assert [s.id for s in store.all(Subject)] == ["s0", "s2", "s4", "s6"]


def test_a_loop_that_is_left_early_holds_nothing_open(store: GraphStore) -> None:
    store.write([COUNTRY, *(Territory(id=f"ru-{i}", name=str(i), kind="region") for i in range(5))])
    iterator = store.all(Territory)
    assert next(iterator).id == "ru"
    store.write([Territory(id="ru-9", name="9", kind="region")])
    assert [t.id for t in iterator][-1] in ("ru-4", "ru-9")
