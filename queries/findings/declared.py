"""How the questions of rules are declared: the query files of a rule stand beside it, those of denominators in
`checked`, those that several rules start from in `sources`."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from queries.findings.rule import Checked, Evidence, Scope
from queries.question import Question, Row

HERE = Path(__file__).parent
R = TypeVar("R", bound=Row)


def evidence(name: str, summary_ru: str, summary_en: str) -> Question[Scope, Evidence]:
    """The question of a rule: `name.sql` and `name.cypher` in this folder."""
    return Question(name=name, summary_ru=summary_ru, summary_en=summary_en, params=Scope, row=Evidence, folder=HERE)


def checked(name: str, summary_ru: str, summary_en: str) -> Question[Scope, Checked]:
    """A denominator: `checked/name.sql` and `checked/name.cypher`; one row, or several to add up."""
    folder = HERE / "checked"
    return Question(name=name, summary_ru=summary_ru, summary_en=summary_en, params=Scope, row=Checked, folder=folder)


def source(name: str, summary_ru: str, summary_en: str, row: type[R]) -> Question[Scope, R]:
    """A question that rules are derived from: `sources/name.sql` and `sources/name.cypher`."""
    folder = HERE / "sources"
    return Question(name=name, summary_ru=summary_ru, summary_en=summary_en, params=Scope, row=row, folder=folder)
