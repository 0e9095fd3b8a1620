"""Measures a reading against an annotation: recall, precision, right subject and clause of the statements of
functions."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz

from loaders.order.read import read_order
from loaders.sources.read import read_source

SAME = 88  # two texts are one statement from this similarity on (per cent, Indel)


@dataclass(frozen=True)
class Score:
    recall: float
    precision: float
    subject_right: float
    clause_right: float


def norm(text: str | None) -> str:
    low = re.sub(r"[«»\"“”„']", "", (text or "")).lower().replace("ё", "е")
    return re.sub(r"\s+", " ", re.sub(r"[–—-]", "-", low)).strip(" ;.,:-")


def same_subject(a: dict[str, Any], b: dict[str, Any]) -> bool:
    pairs = [(norm(x), norm(y)) for x in (a["name"], a["short"]) if x for y in (b["name"], b["short"]) if y]
    return any(x == y or fuzz.ratio(x, y) >= 80 or fuzz.token_set_ratio(x, y) >= 92 for x, y in pairs)


def same_clause(a: str, b: str) -> bool:
    one, two = (re.sub(r"^(распоряжени|постановлени)[ея]", "приказ", norm(x)) for x in (a, b))
    if one == two:
        return True
    if one.startswith("приказ") != two.startswith("приказ"):
        return False
    left, right = (re.findall(r"\d+(?:\.\d+)*|\b[ivxl]+\b|\b[а-я](?=\))", x) for x in (one, two))
    shorter = min(len(left), len(right))
    return shorter > 0 and left[-shorter:] == right[-shorter:]


def read(path: Path) -> dict[str, Any]:
    source = read_source(path)
    reading: dict[str, Any] = json.loads(read_order(source.text, source.sha256, source.name).as_json())
    return reading


def score(truth: dict[str, Any], reading: dict[str, Any]) -> Score:
    wanted = [f for f in truth["functions"] if f["kind"] in {"function", "duty"}]
    found = reading["assignments"]
    named = {s["id"]: s for s in reading["subjects"]}
    true_named = {s["id"]: s for s in truth["subjects"]}
    hits = subjects = clauses = 0
    for f in wanted:
        twins = [a for a in found if fuzz.ratio(norm(f["text"]), norm(a["statement"])) >= SAME]
        if not twins:
            continue
        hits += 1
        subjects += any(same_subject(true_named[f["subject"]], named[a["subject"]]) for a in twins)
        best = max(twins, key=lambda a: fuzz.ratio(norm(f["text"]), norm(a["statement"])))
        clauses += same_clause(f["clause"], best["clause"])
    right = sum(
        any(fuzz.ratio(norm(a["statement"]), norm(f["text"])) >= SAME for f in truth["functions"]) for a in found
    )
    return Score(
        hits / len(wanted), right / len(found) if found else 0.0, subjects / max(hits, 1), clauses / max(hits, 1)
    )
