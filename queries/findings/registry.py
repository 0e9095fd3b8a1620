"""The registry of audit rules: explicit, gravest first. A new rule is three files and one line in its group."""

from __future__ import annotations

from queries.findings.of_plans import OF_PLANS
from queries.findings.of_structure import OF_STRUCTURE
from queries.findings.rule import Rule, Severity

_GRAVITY = {severity: place for place, severity in enumerate(Severity)}

RULES: tuple[Rule, ...] = tuple(sorted((*OF_STRUCTURE, *OF_PLANS), key=lambda rule: _GRAVITY[rule.severity]))
"""Every rule, gravest first, else in the order of their groups."""
