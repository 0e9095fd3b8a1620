"""Rules about activities, indicators, norms, routes, acts and readings."""

from __future__ import annotations

from queries.findings.of_activities import OF_ACTIVITIES
from queries.findings.of_acts import OF_ACTS
from queries.findings.of_doubles import OF_DOUBLES
from queries.findings.of_indicators import OF_INDICATORS
from queries.findings.of_processes import OF_PROCESSES
from queries.findings.of_terms import OF_TERMS
from queries.findings.rule import Rule

OF_PLANS: tuple[Rule, ...] = (*OF_ACTIVITIES, *OF_TERMS, *OF_INDICATORS, *OF_PROCESSES, *OF_ACTS, *OF_DOUBLES)
