"""Audits of an invented region, written by hand: all a report may meet. Their kinds are none of the program's own."""

from __future__ import annotations

from datetime import date
from typing import Any

from ontology.entities.vocabulary import Level
from queries.findings.audit import Audit
from queries.findings.finding import Finding
from queries.findings.rule import Severity
from tests.viz.example import HOSTILE, LONG, REVERSED, UNBROKEN

FORMULAS = ("=1+1", "+7", "-5", "@SUM(A1)", "\t=1", '=HYPERLINK("http://x.invalid";"щелчок")', "http://x.invalid/")
ORDER = {"id": "zar-12", "number": "12-од", "date": "2021-07-20", "title": f"Об утверждении Положения {HOSTILE}"}
UNDATED = {"id": "zar-x", "number": "б/н", "date": None, "title": "О прежней системе"}


def ground(**given: Any) -> dict[str, Any]:
    """One clause a finding rests on."""
    return {
        "subject": {"id": "iro", "name": "Заречный институт развития образования"},
        "found": None,
        "expected": None,
        "order": ORDER,
        "clause": "3.1.1",
        "clause_id": "zar-12.c1",
        "quote": None,
    } | given


def finding(number: int, kind: str = "two-answers", **given: Any) -> Finding:
    """An open finding."""
    fields: dict[str, Any] = {
        "id": f"{kind}.{number:016x}",
        "kind": kind,
        "severity": Severity.VIOLATION,
        "title": "спор об ответственности: в двух местах назван разный ответственный",
        "about": "1.03 Согласование руководителя центра",
        "territory": {"id": "xx-zar", "name": "Заречная область"},
        "level": Level.REGIONAL,
        "subjects": ["iro", "min"],
        "function": {"id": "f-1-03", "code": "1.03", "label": "Согласование руководителя центра"},
        "clauses": [{"order": "zar-12", "clause": "3.1.1"}, {"order": "zar-12", "clause": "прил. 2, п. 4"}],
        "reason": "two-places",
        "explanation": "Одна функция поручена разным субъектам в двух пунктах.",
        "advice": "Уточните в акте, кто отвечает за функцию, или укажите, как разделена ответственность.",
        "evidence": [
            ground(),
            ground(subject={"id": "min", "name": HOSTILE}, clause="прил. 2, п. 4", quote=f"слова {HOSTILE}"),
        ],
        "justification": None,
    }  # fmt: skip
    return Finding(**(fields | given))


def audit(**given: Any) -> Audit:
    """Three kinds with findings, one without, one justified."""
    said = {"reason": "Полномочия разделены соглашением.", "by": "Иванова И. И.", "at": "2026-11-02T10:00:00+00:00",
            "until": "2027-01-01"}  # fmt: skip
    overdue = [
        finding(
            n, "overdue", severity=Severity.WARNING, title="мероприятие не выполнено в срок", about=about,
            function=None, level=None, reason=None, explanation=None, advice="Отметьте выполнение или перенесите срок.",
            evidence=[
                ground(found="2023-12-31", expected="2026-11-22", subject=None, order=UNDATED, clause="прил. 1, п. 2")
            ],
        )
        for n, about in enumerate((*FORMULAS, LONG, REVERSED, UNBROKEN, "a\x00b\x0bc\ufffe\ud800", "я" * 40_000))
    ]  # fmt: skip
    alone = finding(
        1, "no-value", severity=Severity.NOTE, title="показатель: значения [нет] / план", evidence=[], clauses=[],
        function=None, about="Доля учителей", territory=None, level=None,
    )  # fmt: skip
    fields: dict[str, Any] = {
        "territory": {"id": "xx-zar", "name": "Заречная область"},
        "as_of": date(2026, 11, 22),
        "findings": [finding(1), finding(2), *overdue, alone],
        "justified": [finding(3, justification=said), finding(4, justification=said | {"until": None})],
        "denominators": {"two-answers": 40, "overdue": 120, "no-value": 0, "nothing-found": 7},
        "acts": [ORDER | {"kind": "приказ", "territory": {"id": "xx-zar", "name": "Заречная область"}},
                 UNDATED | {"kind": "приказ", "territory": {"id": "xx-zar", "name": "Заречная область"}}],
    }  # fmt: skip
    return Audit(**(fields | given))
