"""Rules about who holds what: functions, subjects, agreements."""

from __future__ import annotations

from queries.findings.rule import Rule

OF_STRUCTURE: tuple[Rule, ...] = ()
