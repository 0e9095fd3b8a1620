"""A finding that a person has given a reason for is listed apart until the reason ends or is withdrawn."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from ontology.errors import BadParameter, UnknownResource
from ontology.models import Justification
from queries.findings.audit import audit
from queries.findings.finding import finding_id
from queries.findings.justify import find, justify, withdraw
from queries.store import GraphStore
from tests.queries.findings.planned import ACT
from tests.queries.small import REGION, TODAY, agreement, store_of

KINDS = ("agreement-missing",)
FINDING = finding_id("agreement-missing", "g-required")


def listed(store: GraphStore, day: date = TODAY) -> tuple[list[str], list[str]]:
    """Ids of the open findings and of the justified ones."""
    done = audit(store, as_of=day, kinds=KINDS)
    return [f.id for f in done.findings], [f.id for f in done.justified]


def test_justified_it_is_listed_apart_with_who_and_why() -> None:
    with store_of(*ACT, agreement("required", "c")) as store:
        assert listed(store) == ([FINDING], [])
        said, about = justify(store, FINDING, " А.А.  Луговая ", "Соглашение\nв архиве", as_of=TODAY)
        assert (said.justified_by, said.reason, said.territory) == ("А.А. Луговая", "Соглашение в архиве", REGION)
        assert about.id == FINDING and listed(store) == ([], [FINDING])
        (apart,) = audit(store, as_of=TODAY, kinds=KINDS).justified
        assert apart.justification == {
            "reason": "Соглашение в архиве",
            "by": "А.А. Луговая",
            "at": said.justified_at.isoformat(),
            "until": None,
        }
        assert apart.clauses == [{"order": "o", "clause": "3.1"}]  # never hidden, never shortened


def test_it_is_open_again_after_the_last_day() -> None:
    last = date.today() + timedelta(days=30)
    with store_of(*ACT, agreement("required", "c")) as store:
        justify(store, FINDING, "Л", "причина", until=last)
        assert listed(store, last) == ([], [FINDING])
        assert listed(store, last + timedelta(days=1)) == ([FINDING], [])


def test_said_again_the_later_word_stands() -> None:
    with store_of(*ACT, agreement("required", "c")) as store:
        justify(store, FINDING, "Л", "первая")
        justify(store, FINDING, "М", "вторая")
        assert [(s.justified_by, s.reason) for s in store.all(Justification)] == [("М", "вторая")]


def test_withdrawn_even_when_the_finding_is_gone() -> None:
    missing = agreement("required", "c")
    with store_of(*ACT, missing) as store:
        justify(store, FINDING, "Л", "причина")
        store.write([missing.model_copy(update={"status": "concluded"})])
        assert listed(store) == ([], [])
        assert withdraw(store, FINDING).justified_by == "Л"
        assert list(store.all(Justification)) == []
        with pytest.raises(UnknownResource, match=FINDING):
            withdraw(store, FINDING)


def test_what_is_refused_writes_nothing() -> None:
    with store_of(*ACT, agreement("required", "c")) as store:
        yesterday = date.today() - timedelta(days=1)
        for by, why, until in ((" ", "п", None), ("Л", "\n", None), ("Л", "п", yesterday)):
            with pytest.raises(BadParameter):
                justify(store, FINDING, by, why, until=until)
        for id in ("agreement-missing.0000000000000000", "no-such-kind.1", "", "'; DROP TABLE orders"):
            with pytest.raises(UnknownResource):
                justify(store, id, "Л", "причина")
        assert list(store.all(Justification)) == []


def test_a_finding_is_found_on_its_day() -> None:
    late = agreement("required", "c").model_copy(update={"deadline": TODAY})
    with store_of(*ACT, late) as store:
        assert find(store, FINDING, TODAY).reason == "in-time"
        with pytest.raises(UnknownResource):
            find(store, FINDING, TODAY + timedelta(days=1))


def test_the_id_of_a_finding_outlives_a_new_reading() -> None:
    with store_of(*ACT, agreement("required", "c")) as store:
        justify(store, FINDING, "Л", "причина")
        store.write([*ACT, agreement("required", "c")], replaces=["o"])
        assert listed(store) == ([], [FINDING])
