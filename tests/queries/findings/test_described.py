"""The page about findings tells of each kind: its severity and all its reasons."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ontology.i18n import translator
from queries.findings.registry import RULES
from queries.findings.rule import Rule

PAGE = (Path(__file__).resolve().parents[3] / "docs" / "findings.md").read_text(encoding="utf-8")
SECTIONS = {m[1]: m[0] for m in re.finditer(r"^### ([a-z-]+) –[^\n]*\n(?:(?!^##).*\n?)*", PAGE, re.MULTILINE)}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.kind)
def test_each_kind_has_a_section(rule: Rule) -> None:
    section = SECTIONS[rule.kind]
    assert translator("ru")(rule.severity.value).capitalize() in section
    told = [code for code in rule.reasons if f"`{code}`" in section]
    ended = [code for code in rule.reasons if code.endswith("-invented") and "`-invented`" in section]
    assert set(rule.reasons) == {*told, *ended}


def test_no_section_tells_of_a_kind_that_is_none() -> None:
    assert set(SECTIONS) <= {rule.kind for rule in RULES}
    assert len({rule.kind for rule in RULES}) == len(RULES)
