"""The real orders, outside the repository: read them and, where annotations lie beside them, reach the figures
agreed."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tests.loaders.order.measure import read, score

ROOT = Path(__file__).resolve().parents[3]
ORDERS = Path(os.environ.get("OPORA_ORDERS", ROOT.parent / "shared" / "orders"))
PATHS = sorted(ORDERS.glob("*.txt")) if ORDERS.is_dir() else []
GOLD = {p.stem: p for p in (ORDERS.parent / "gold").glob("*.json")} if ORDERS.is_dir() else {}

pytestmark = [
    pytest.mark.orders,
    pytest.mark.skipif(not PATHS, reason=f"no orders in {ORDERS}: set OPORA_ORDERS to the folder that holds them"),
]


def gold_of(path: Path) -> Path | None:
    return next((g for stem, g in GOLD.items() if path.stem.startswith(stem)), None)


@pytest.mark.parametrize("path", PATHS, ids=lambda p: p.stem)
def test_every_act_has_its_metadata_and_assignments(path: Path) -> None:
    reading = read(path)
    order = reading["order"]
    assert order["number"] and order["date"] and order["issuer"] and order["title"] and order["region"]
    assert reading["assignments"] and reading["subjects"]
    known = {s["id"] for s in reading["subjects"]}
    assert {a["subject"] for a in reading["assignments"]} <= known
    assert all(a["clause"] for a in reading["assignments"])


@pytest.mark.parametrize("path", [p for p in PATHS if gold_of(p)], ids=lambda p: p.stem)
def test_figures_against_the_annotation(path: Path) -> None:
    gold = gold_of(path)
    assert gold is not None
    result = score(json.loads(gold.read_text(encoding="utf-8")), read(path))
    assert min(result.recall, result.precision, result.subject_right, result.clause_right) >= 0.95, result
