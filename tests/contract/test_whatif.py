"""A scenario has the same answer on every store, and leaves each as it was."""

from __future__ import annotations

import pytest

from ontology.errors import OporaError
from queries.whatif import Difference, read_yaml, whatif
from tests.contract.stores import Fresh, everything
from tests.queries.small import TODAY
from tests.queries.whatif.system import GROUND, system
from tests.queries.whatif.test_nothing_stays import EVERY_STEP

pytestmark = pytest.mark.timeout(900)  # a cold server plans every rule of the audit anew

FAILING = EVERY_STEP + "  - remove: Такого субъекта нет нигде\n"


def test_both_stores_answer_alike_and_keep_nothing(fresh: Fresh) -> None:
    text = EVERY_STEP  # one scenario with all steps: a server takes minutes to plan an audit
    store = fresh()
    store.write([*GROUND, *system()])
    before, counts = everything(store), store.counts()
    answer = whatif(store, read_yaml(text.encode(), "s.yaml"), as_of=TODAY)
    assert everything(store) == before and store.counts() == counts
    assert answer == _embedded(text), "as the embedded store answers"
    assert any(answer.counts.values())


def test_a_failing_step_leaves_every_store_as_it_was(fresh: Fresh) -> None:
    store = fresh()
    store.write([*GROUND, *system()])
    before = everything(store)
    with pytest.raises(OporaError):
        whatif(store, read_yaml(FAILING.encode(), "s.yaml"), as_of=TODAY)
    assert everything(store) == before
    assert store.write([*GROUND, *system()]).changed == {}, "no lock is left behind"


def _embedded(text: str) -> Difference:
    from queries.stores import open_store

    store = open_store("sqlite:///:memory:")
    try:
        store.write([*GROUND, *system()])
        return whatif(store, read_yaml(text.encode(), "s.yaml"), as_of=TODAY)
    finally:
        store.close()
