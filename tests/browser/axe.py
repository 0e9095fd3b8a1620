"""axe-core in a page: what it says against WCAG 2.1 A and AA, and against headings and landmarks out of order."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

SOURCE = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"
STANDARDS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa")
GRAVE = ("serious", "critical")
# Not of the standard, and yet what a reader by ear walks by; a violation of these fails whatever its impact.
ORDER = ("heading-order", "page-has-heading-one", "landmark-one-main", "skip-link", "empty-heading")
Violation = Mapping[str, Any]


@cache
def _source() -> str:
    return SOURCE.read_text(encoding="utf-8")


def run(page: Page) -> list[Violation]:
    """Every violation axe finds in the page as it stands."""
    # Evaluated by the browser's own protocol, so the page's policy against foreign scripts stays as it is.
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(_source())
    options = {
        "runOnly": {"type": "tag", "values": STANDARDS},
        "rules": {rule: {"enabled": True} for rule in ORDER},
        "resultTypes": ["violations"],
    }
    found: list[Violation] = page.evaluate(f"async () => (await axe.run(document, {json.dumps(options)})).violations")
    return found


def grave(violations: Sequence[Violation]) -> str:
    """The violations that fail a test: rule, what helps, and the elements; empty when there are none."""
    told = []
    for violation in violations:
        if violation["impact"] not in GRAVE and violation["id"] not in ORDER:
            continue
        told.append(f"{violation['impact']}: {violation['id']}: {violation['help']} ({violation['helpUrl']})")
        nodes = violation["nodes"]
        for node in nodes[:5]:
            why = " ".join(str(node.get("failureSummary", "")).split())
            told.append(f"    {' '.join(map(str, node['target']))}\n      {node['html'][:160]}\n      {why[:240]}")
        told += [f"    … and {len(nodes) - 5} more"] if len(nodes) > 5 else []
    return "\n".join(told)
