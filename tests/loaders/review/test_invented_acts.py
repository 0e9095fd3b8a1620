"""Whole acts of invented regions: out as a workbook and back, split and rejoined, confirmed and read again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from loaders.load import load
from loaders.review.filled import wishes
from loaders.review.reviewing import confirm_all, review
from loaders.review.rows import rows
from loaders.review.sources import functions_of, loaded
from loaders.review.values import Values
from loaders.review.verdicts import Wish
from loaders.review.workbook import workbook
from ontology.entities.base import Entity
from ontology.entities.vocabulary import ReadingStatus, Verdict
from ontology.errors import BadParameter
from ontology.models import ENTITY_TYPES, NameVariant, Order
from queries.store import GraphStore
from queries.stores import open_store

ACTS = Path(__file__).resolve().parents[2] / "acts"
SOME = ("02-lukomorye.txt", "09-zarechenskaya-damaged.txt", "second/a5_lugovoy.txt", "second/a6_severny.txt")


def everything(store: GraphStore, *, decisions: bool = True) -> dict[tuple[str, str], Entity]:
    found = {(t.__name__, e.id): e for t in ENTITY_TYPES for e in store.all(t)}
    return found if decisions else {k: e for k, e in found.items() if k[0] != "Decision"}


@pytest.fixture(params=SOME)
def act(request: pytest.FixtureRequest) -> Iterator[tuple[GraphStore, Path, str]]:
    """A store with one act; its file and id."""
    path = ACTS / request.param
    store = open_store("sqlite:///:memory:")
    load(store, [path])
    (order,) = store.all(Order)
    yield store, path, order.id
    store.close()


def test_an_act_goes_through_a_review_and_a_new_reading(act: tuple[GraphStore, Path, str]) -> None:
    store, path, order = act
    before = everything(store, decisions=False)
    found = loaded(store, order)
    values = Values(found, functions_of(store), "ru")
    assert wishes(workbook(found, rows(found, values), values), found, values, "x.xlsx") == []

    parted: list[str] = []
    for variant in list(store.all(NameVariant))[:3]:
        try:
            review(store, order, [Wish(variant.id, Verdict.SPLIT)], "Луговая")
            parted.append(variant.id)
        except BadParameter:  # the writing, folded, is the subject's own name
            continue
    apart = everything(store)
    load(store, [path])
    assert everything(store) == apart
    for id in reversed(parted):
        review(store, order, [Wish(id, Verdict.REOPENED)], "Луговая")
    assert everything(store, decisions=False) == before

    done = review(store, order, confirm_all, "Луговая")
    assert done.order.status is ReadingStatus.CONFIRMED
    confirmed = everything(store)
    report = load(store, [path])
    assert everything(store) == confirmed
    assert not report.review.stale and not report.review.lost and report.review.kept == len(found.reviewable)
