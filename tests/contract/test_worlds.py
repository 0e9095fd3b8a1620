"""The random graphs give every question and every rule of the audit something to say: else their tests test nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import pytest

from queries.stores import open_store
from tests.contract.asked import ALL, Asker
from tests.queries.worlds import DAYS, world

pytestmark = pytest.mark.no_cover  # slow, and tests of the parts run the same lines
WORLDS = 60


def test_every_question_finds_something_in_many_worlds(only: Sequence[str]) -> None:
    met: Counter[str] = Counter()
    for seed in range(WORLDS):
        made = world(seed)
        store = open_store("sqlite:///:memory:")
        store.write(made.entities)
        asker = Asker(made.entities, 4)
        for name in only or ALL:
            met[name] += any(store.ask(*asked) for asked in asker.asked(DAYS[1:], [name]))
        store.close()
    seldom = {name: met[name] for name in only or ALL if met[name] <= WORLDS // 5}
    assert not seldom, f"of {WORLDS} worlds, these found something only in: {seldom}"
