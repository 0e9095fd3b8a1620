"""The third set of invented acts, annotated with all lists: each list over all of them stays as well read as it is.

They were written without sight of the reader, and the reader was then mended by what it missed in them: floors that
hold what was reached, no measure of what it does with acts nobody has seen (docs/robustness.md).
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from loaders.extract import extract
from tests.variants.measure import Measure, Tally

ACTS = sorted((Path(__file__).resolve().parents[2] / "acts" / "third").glob("*.txt"))


@pytest.fixture(scope="module")
def lists() -> dict[str, Tally]:
    measure = Measure()
    for path in ACTS:
        measure.act(path.stem, json.loads(path.with_suffix(".json").read_text(encoding="utf-8")), extract(path))
    return measure.lists


@pytest.mark.parametrize(
    ("name", "recall", "precision"),
    [
        ("assignments", 0.97, 0.97),
        ("subjects", 0.97, 0.75),  # of those who act, holders of statements only count as right
        ("activities", 0.99, 0.99),
        ("indicators", 0.99, 0.99),
        ("agreements", 0.95, 0.93),
        ("interactions", 0.85, 0.95),
        ("terms", 0.95, 0.93),
        ("persons", 0.99, 0.95),
    ],
)
def test_a_list(lists: dict[str, Tally], name: str, recall: float, precision: float) -> None:
    one = lists[name]
    assert one.there > 0
    assert one.recall >= recall, one.missed
    assert one.precision >= precision, one.wrong


@pytest.mark.parametrize(
    ("name", "what", "share"),
    [
        ("assignments", "subject", 0.97),
        ("assignments", "clause", 0.97),
        ("subjects", "level", 0.95),
        ("activities", "responsible", 0.97),
        ("activities", "due", 0.97),
        ("indicators", "values", 0.97),
        ("agreements", "parties", 0.7),
        ("interactions", "kind", 0.7),
    ],
)
def test_a_detail(lists: dict[str, Tally], name: str, what: str, share: float) -> None:
    assert lists[name].share(what) >= share
