"""The truth files of the third set say only what their acts say."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from rapidfuzz import fuzz

from tests.acts.truth import ADDRESS, KEYS, has_shape, squeeze

HERE = Path(__file__).parent / "third"
STEMS = sorted(path.stem for path in HERE.glob("*.json"))
# A decision of a board has points of its own, and an act's only appendix bears no number.
OWN = re.compile(r"решение, (?:п\. \d+(?:\.\d+)?|подпись)|прил\., п\. \d+(?:\.\d+)?")


def truth(stem: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((HERE / f"{stem}.json").read_text(encoding="utf-8"))
    return loaded


def act(stem: str) -> str:
    return squeeze((HERE / f"{stem}.txt").read_text(encoding="utf-8"))


def test_each_act_has_its_truth() -> None:
    assert len(STEMS) == 20
    assert sorted(path.stem for path in HERE.glob("*.txt")) == STEMS


@pytest.mark.parametrize("stem", STEMS)
def test_shape(stem: str) -> None:
    known = truth(stem)
    assert set(known) - {"document"} == KEYS - {"document"}
    has_shape(known)


@pytest.mark.parametrize("stem", STEMS)
def test_ends_are_subjects(stem: str) -> None:
    known = truth(stem)
    ids = {s["id"] for s in known["subjects"]}
    assert len(ids) == len(known["subjects"])
    assert {f["subject"] for f in known["functions"]} <= ids
    assert {end for f in known["flows"] for end in (f["from"], f["to"])} <= ids
    assert {party for a in known["agreements"] for party in a["parties"]} <= ids
    assert {s["subject"] for r in known["routes"] for s in r["steps"]} - {None} <= ids


@pytest.mark.parametrize("stem", STEMS)
def test_quotations_occur(stem: str) -> None:
    known, text = truth(stem), act(stem)
    assert [f["text"] for f in known["functions"] if squeeze(f["text"]) not in text] == []
    # Cells set in columns are wrapped among their neighbours: their words occur, not in one piece.
    names = [row["activity"] for row in known["roadmap"]] + [one["name"] for one in known["indicators"]]
    assert [n for n in names if squeeze(n) not in text and fuzz.token_set_ratio(squeeze(n), text) < 90] == []


@pytest.mark.parametrize("stem", STEMS)
def test_clauses_are_addresses(stem: str) -> None:
    known = truth(stem)
    lists = ("functions", "flows", "agreements", "norms", "persons", "terms", "indicators")
    clauses = {c for key in lists for x in known[key] for c in (x["clause"] or "").split("; ")}
    assert [c for c in sorted(clauses) if not (ADDRESS.fullmatch(c) or OWN.fullmatch(c))] == []
