"""The guide to findings explains every rule about plans, acts and readings, with each of its reasons."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from queries.findings.of_plans import OF_PLANS
from queries.findings.rule import Rule

GUIDE = (Path(__file__).resolve().parents[3] / "docs" / "findings.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^### (\S+) – (.*?)(?=^##|\Z)", GUIDE, re.M | re.S))


@pytest.mark.parametrize("rule", OF_PLANS, ids=lambda rule: rule.kind)
def test_the_guide_explains_the_rule(rule: Rule) -> None:
    told = SECTIONS[rule.kind]
    assert [code for code in rule.reasons if f"`{code.removesuffix('-invented')}`" not in told] == []
    severity = {"violation": "Нарушение", "warning": "Предупреждение", "note": "К сведению"}[rule.severity]
    assert severity in told


@pytest.mark.parametrize("rule", OF_PLANS, ids=lambda rule: rule.kind)
def test_each_reason_is_a_sentence_in_both_languages(rule: Rule) -> None:
    assert rule.reasons
    for text in rule.reasons.values():
        assert text.ru.endswith(".") and text.en.endswith(".") and text.ru != text.en
        assert not re.search(r"[А-Яа-я]", text.en)
