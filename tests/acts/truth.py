"""What the truth files beside all the invented acts have in common: their words, addresses and shape."""

from __future__ import annotations

import datetime
import re
from typing import Any

KEYS = {
    "document", "subjects", "functions", "agreements", "roadmap", "indicators",
    "flows", "routes", "norms", "terms", "persons", "notes",
}  # fmt: skip
KINDS = {"function", "duty", "direction", "task"}
LEVELS = {"federal", "regional", "municipal", "institutional", None}
FLOWS = {
    "provides-data", "trains", "coordinates", "approves", "reports", "requests", "supports", "finances", "controls",
}  # fmt: skip
PERIODS = {"once", "annual", "semiannual", "quarterly", "monthly", "ongoing", "as-needed"}

# «приказ, п. 3.1», «приказ, подпись», «3.1.5», «9.1», «7.а», «прил. 2, п. 4», «прил. 1, разд. II, пп. а», «разд. 4»
MARK = r"(?:\d+(?:\.\d+)*|[IVXL]+)(?:\.[а-я])?"
PLACE = rf"(?:(?:разд|гл|ст|п|пп|строка)\.? (?:{MARK}|[а-я]))"
ADDRESS = re.compile(
    rf"(?:(?:приказ|распоряжение|постановление), (?:п\. {MARK}|подпись|преамбула)"
    rf"|{MARK}(?:, {PLACE})*"
    rf"|{PLACE}(?:, {PLACE})*"
    rf"|прил\. {MARK}(?:, {PLACE})*"
    rf"|форма, (?:{PLACE})(?:, {PLACE})*)"
)


def squeeze(text: str) -> str:
    """White space repaired, the page's number and the hyphen of a cut word taken out: as the truth quotes."""
    whole = re.sub(r"(?<=[а-яё])-\n(?=[а-яё])", "", re.sub(r"\n+\d{1,3}\n+", "\n", text))
    return re.sub(r"\s+", " ", whole).strip()


def has_shape(known: dict[str, Any]) -> None:
    """Days are days, and words of closed lists are of those lists."""
    datetime.date.fromisoformat(known["document"]["date"])
    assert {f["kind"] for f in known["functions"]} <= KINDS
    assert {s["level"] for s in known["subjects"]} <= LEVELS
    assert {f["kind"] for f in known["flows"]} <= FLOWS
    for row in known["roadmap"]:
        assert row["periodicity"] in PERIODS
        assert row["due"] is None or datetime.date.fromisoformat(row["due"])
