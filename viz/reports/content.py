"""What a report says, before it is laid out: kinds with their figures, findings with their clauses, all in words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from ontology.entities.vocabulary import OrderKind
from ontology.i18n import Lang, translator
from ontology.labels import label
from ontology.rdf_names import word_lists
from queries.findings.audit import Audit
from queries.findings.finding import Finding
from queries.findings.registry import RULES
from queries.findings.rule import Rule, Severity
from viz import formats
from viz.styles import LEVELS, SEVERITIES
from viz.text import capital, clean

_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_GRAVITY = {severity: place for place, severity in enumerate(Severity)}


@dataclass(frozen=True, slots=True)
class Ground:
    """What a finding rests on: who, what was found and expected, by which clause; empty where there is none."""

    subject: str
    found: str
    expected: str
    act: str
    act_title: str
    clause: str
    quote: str


NO_GROUND = Ground("", "", "", "", "", "", "")


@dataclass(frozen=True, slots=True)
class Item:
    """A finding in words. `number`: within its kind, from 1. `why`, `by`, `at`, `until`: of a justified one."""

    number: int
    id: str
    kind: str
    severity: str
    about: str
    territory: str
    level: str
    code: str
    reason: str
    grounds: tuple[Ground, ...]
    why: str = ""
    by: str = ""
    at: str = ""
    until: str = ""

    @property
    def clauses(self) -> str:
        """The clauses it rests on, on one line, each once."""
        return "; ".join(dict.fromkeys(", ".join(filter(None, (g.act, g.clause))) for g in self.grounds if g.clause))


@dataclass(frozen=True, slots=True)
class Section:
    """A kind of finding. `found`: open ones; `share`: of `checked`, 0..1, None when nothing was there to check;
    `counted`: what was checked, in the genitive plural."""

    kind: str
    title: str
    severity: Severity
    severity_word: str
    advice: str
    counted: str
    found: int
    justified: int
    checked: int | None
    share: float | None
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Act:
    """An act that was audited."""

    name: str
    title: str
    territory: str


@dataclass(frozen=True, slots=True)
class Content:
    """A report. `territory`: its name, empty when everything was audited; `sections`: gravest first."""

    lang: Lang
    territory: str
    as_of: date
    day: str
    acts: tuple[Act, ...]
    sections: tuple[Section, ...]
    justified: tuple[Item, ...]

    @property
    def found(self) -> int:
        """Open findings of all kinds."""
        return sum(section.found for section in self.sections)


def content(audit: Audit, lang: Lang) -> Content:
    """Put an audit into words."""
    rules = {rule.kind: rule for rule in RULES}
    kinds = dict.fromkeys([*audit.denominators, *(f.kind for f in (*audit.findings, *audit.justified))])
    sections = [_section(audit, kind, rules.get(kind), lang) for kind in kinds]
    return Content(
        lang=lang,
        territory=clean(str(audit.territory["name"])) if audit.territory else "",
        as_of=audit.as_of,
        day=formats.day(audit.as_of, lang),
        acts=tuple(_act(act, lang) for act in audit.acts),
        sections=tuple(sorted(sections, key=lambda s: _GRAVITY[s.severity])),
        justified=tuple(_item(number, f, lang) for number, f in enumerate(audit.justified, start=1)),
    )


def _section(audit: Audit, kind: str, rule: Rule | None, lang: Lang) -> Section:
    found = [f for f in audit.findings if f.kind == kind]
    known = next(iter(found), None) or next((f for f in audit.justified if f.kind == kind), None)
    severity = rule.severity if rule else known.severity if known else Severity.NOTE
    checked = audit.denominators.get(kind)
    return Section(
        kind=kind,
        title=capital(clean(rule.title(lang) if rule else known.title if known else kind)),
        severity=severity,
        severity_word=translator(lang)(SEVERITIES[severity.value]),
        advice=clean(rule.advice(lang) if rule else known.advice if known else ""),
        counted=clean(rule.counted(lang)) if rule else "",
        found=len(found),
        justified=sum(f.kind == kind for f in audit.justified),
        checked=checked,
        share=len(found) / checked if checked else None,
        items=tuple(_item(number, f, lang) for number, f in enumerate(found, start=1)),
    )


def _item(number: int, finding: Finding, lang: Lang) -> Item:
    said = finding.justification or {}
    return Item(
        number=number,
        id=finding.id,
        kind=capital(clean(finding.title)),
        severity=translator(lang)(SEVERITIES[finding.severity.value]),
        about=capital(clean(finding.about)),
        territory=clean(str(finding.territory["name"])) if finding.territory else "",
        level=translator(lang)(LEVELS[finding.level.value]) if finding.level else "",
        code=clean(finding.function["code"]) if finding.function else "",
        reason=clean(finding.explanation),
        grounds=tuple(g for row in finding.evidence if (g := _ground(row, lang)) != NO_GROUND),
        why=clean(said.get("reason")),
        by=clean(said.get("by")),
        at=formats.day(str(said.get("at") or "")[:10], lang),
        until=formats.day(said.get("until"), lang),
    )


def _ground(row: Mapping[str, Any], lang: Lang) -> Ground:
    order = row["order"] or {}
    return Ground(
        subject=capital(clean((row["subject"] or {}).get("name"))),
        found=_value(row["found"], lang),
        expected=_value(row["expected"], lang),
        act=formats.order_name(order.get("number"), order.get("date"), lang),
        act_title=clean(order.get("title")),
        clause=formats.cite(row["clause"], lang),
        quote=clean(row["quote"]),
    )


@cache
def _words(lang: Lang) -> Mapping[str, str]:
    """What the words of all closed lists are called; of one that stands in two lists, as the first calls it."""
    return {str(word.value): label(word, lang) for words in reversed(word_lists()) for word in words}


def _value(value: str | None, lang: Lang) -> str:
    """A value that is held against another: a day, or a word of a closed list, as the reader writes it."""
    text = clean(value)
    if text in _words(lang):
        return _words(lang)[text]
    if _ISO_DAY.fullmatch(text):
        try:
            return formats.day(text, lang)
        except ValueError:
            return text
    return text


def _act(act: Mapping[str, Any], lang: Lang) -> Act:
    kind = label(OrderKind(act["kind"]), lang) if act.get("kind") else ""
    return Act(
        name=capital(f"{kind} {formats.order_name(act['number'], act['date'], lang)}".strip()),
        title=clean(act["title"]),
        territory=clean((act.get("territory") or {}).get("name")),
    )
