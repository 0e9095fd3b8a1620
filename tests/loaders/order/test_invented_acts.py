"""Acts of invented regions, each a different shape of the genre, read against their truth."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.loaders.order.measure import read, same_subject, score

ACTS = sorted((Path(__file__).resolve().parents[2] / "acts").glob("*.txt"))


@pytest.mark.parametrize("path", ACTS, ids=lambda p: p.stem)
def test_statements_subjects_and_clauses(path: Path) -> None:
    truth = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    result = score(truth, read(path))
    assert result.recall >= 0.95, result
    assert result.precision >= 0.95, result
    assert result.subject_right >= 0.95, result
    assert result.clause_right >= 0.95, result


@pytest.mark.parametrize("path", ACTS, ids=lambda p: p.stem)
def test_number_date_and_levels(path: Path) -> None:
    truth = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    reading = read(path)
    assert reading["order"]["number"] == truth["document"]["number"]
    assert reading["order"]["date"] == truth["document"]["date"]
    holders = {f["subject"] for f in truth["functions"] if f["kind"] in {"function", "duty"}}
    pairs = [
        (s, next((x for x in reading["subjects"] if same_subject(s, x)), None))
        for s in truth["subjects"]
        if s["id"] in holders
    ]
    right = sum(x is not None and x["level"] == s["level"] for s, x in pairs)
    assert right >= 0.85 * len(pairs), [
        (s["name"], s["level"], x and x["level"]) for s, x in pairs if not x or x["level"] != s["level"]
    ]


def test_reading_is_deterministic() -> None:
    assert read(ACTS[0]) == read(ACTS[0])


def test_ids_do_not_depend_on_what_else_the_act_says(tmp_path: Path) -> None:
    """Another bullet further down must not change the ids of the statements before it."""
    text = ACTS[0].read_text(encoding="utf-8")
    longer = tmp_path / ACTS[0].name
    longer.write_text(text + "\n\nПримечание для читателя, которое ничего не поручает.\n", encoding="utf-8")
    before = {a["id"] for a in read(ACTS[0])["assignments"]}
    assert before == {a["id"] for a in read(longer)["assignments"]}
