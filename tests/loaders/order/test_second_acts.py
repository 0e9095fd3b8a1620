"""A second set of invented acts, written by somebody who had not seen the first, nor the reader.

They are measured together: where a statement begins is cut differently in them here and there, so a single act says
less than all six do.
"""

from __future__ import annotations

import json
from pathlib import Path

from tests.loaders.order.measure import read, score

ACTS = sorted((Path(__file__).resolve().parents[2] / "acts" / "second").glob("*.txt"))


def test_all_together() -> None:
    assert len(ACTS) == 6
    wanted = found = said = sound = owned = cited = 0.0
    for path in ACTS:
        truth = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        reading = read(path)
        result = score(truth, reading)
        duties = sum(f["kind"] in {"function", "duty"} for f in truth["functions"])
        wanted, found = wanted + duties, found + result.recall * duties
        owned += result.subject_right * result.recall * duties
        cited += result.clause_right * result.recall * duties
        said, sound = said + len(reading["assignments"]), sound + result.precision * len(reading["assignments"])
    assert found / wanted >= 0.92
    assert sound / said >= 0.86
    assert owned / found >= 0.98
    assert cited / found >= 0.97


def test_metadata() -> None:
    for path in ACTS:
        truth = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))["document"]
        order = read(path)["order"]
        assert (order["number"], order["date"]) == (truth["number"], truth["date"]), path.stem
