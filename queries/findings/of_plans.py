"""Rules about activities, indicators, norms, routes, acts and readings."""

from __future__ import annotations

from queries.findings.of_activities import OF_ACTIVITIES
from queries.findings.rule import Rule

OF_PLANS: tuple[Rule, ...] = OF_ACTIVITIES
