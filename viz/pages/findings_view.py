"""What the page of findings shows of an audit: kinds with their denominators, groups, pages of a list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from types import MappingProxyType
from typing import Any

from markupsafe import Markup

from ontology.i18n import Lang, gettext, translator
from queries.findings.audit import Audit
from queries.findings.finding import Finding
from queries.findings.registry import RULES
from queries.findings.rule import Severity
from viz.embed import to_json
from viz.model import Choice
from viz.text import capital, clean

ALL = "all"
STATES: Mapping[str, str] = MappingProxyType(
    {
        ALL: gettext("open and justified ones"),
        "open": gettext("open ones only"),
        "justified": gettext("justified ones only"),
    }
)
SIGNS: Mapping[str, str] = MappingProxyType({"violation": "✕", "warning": "!", "note": "i"})
"""A sign with each gravity, so that no colour carries it alone."""
PLURALS: Mapping[str, str] = MappingProxyType(
    {"violation": gettext("violations"), "warning": gettext("warnings"), "note": gettext("to take note of")}
)
_SAID = ("found", "expected", "order", "clause", "clause_id", "quote")
_FEW = 30  # findings that may all stand open


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of finding in the whole territory. `counted`: what was checked, in the genitive plural; `invented`: how
    many of those found rest on data made up for demonstration."""

    kind: str
    title: str
    severity: str
    advice: str
    counted: str
    found: int
    invented: int
    justified: int
    checked: int


@dataclass(frozen=True, slots=True)
class Ground:
    """What a finding rests on, by one clause: the subjects named there alike; `rest`: as the evidence has it."""

    subjects: Sequence[Mapping[str, Any]]
    rest: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Group:
    """Findings of one kind that fit the filter: those `shown` of `all`; `open`: whether the group stands open."""

    kind: Kind
    shown: Sequence[Finding]
    all: int
    open: bool


def kinds_of(done: Audit, lang: Lang) -> list[Kind]:
    """All kinds that were looked for, gravest first."""
    opened = Counter(f.kind for f in done.findings)
    justified = Counter(f.kind for f in done.justified)
    invented = Counter(f.kind for f in done.findings if is_invented(f))
    return [
        Kind(
            kind=rule.kind,
            title=capital(clean(rule.title(lang))),
            severity=rule.severity.value,
            advice=clean(rule.advice(lang)),
            counted=clean(rule.counted(lang)),
            found=opened[rule.kind],
            invented=invented[rule.kind],
            justified=justified[rule.kind],
            checked=done.denominators.get(rule.kind, 0),
        )
        for rule in RULES
    ]


def is_invented(finding: Finding) -> bool:
    """Whether it rests on data made up for demonstration: its reason says so."""
    return (finding.reason or "").endswith("-invented")


def grounds_of(finding: Finding) -> list[Ground]:
    """What it rests on; subjects of which one clause says the same stand together."""
    out: list[Ground] = []
    for key, rows in groupby(finding.evidence, key=_said):
        same = list(rows)
        subjects = [row["subject"] for row in same if row["subject"]]
        if subjects or any(key):
            out.append(Ground(subjects, same[0]))
    return out


def _said(row: Mapping[str, Any]) -> tuple[Any, ...]:
    return tuple((row["order"] or {}).get("id") if name == "order" else row[name] for name in _SAID)


def weighed(kinds: Sequence[Kind], found: Iterable[Finding]) -> list[tuple[str, int, list[Kind]]]:
    """(gravity, how many of these findings have it, its kinds: those found most first)."""
    counts = Counter(f.severity for f in found)
    return [
        (
            severity.value,
            counts[severity],
            sorted((kind for kind in kinds if kind.severity == severity.value), key=lambda kind: -kind.found),
        )
        for severity in Severity
    ]


def groups_of(found: Sequence[Finding], kinds: Sequence[Kind], part: slice, *, open_all: bool) -> list[Group]:
    """The findings by kind, gravest first; of each kind the `part` that is shown.

    Open are violations, or the first group where there is none; all, when few enough remain to be read at once.
    """
    by_kind: dict[str, list[Finding]] = {}
    for finding in found:
        by_kind.setdefault(finding.kind, []).append(finding)
    grave = any(f.severity is Severity.VIOLATION for f in found)
    few = len(by_kind) == 1 or (open_all and len(found) <= _FEW)
    out: list[Group] = []
    for kind in kinds:
        mine = by_kind.get(kind.kind)
        if mine:
            first = kind.severity == Severity.VIOLATION.value if grave else not out
            out.append(Group(kind, mine[part], len(mine), few or first))
    return out


def places_of(found: Iterable[Finding]) -> list[Choice]:
    """Territories by the number of their open findings (the note), most first."""
    counts: Counter[tuple[str, str]] = Counter(
        (f.territory["id"], clean(f.territory["name"])) for f in found if f.territory
    )
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0][1].casefold()))
    return [Choice(id, name, str(count)) for (id, name), count in ordered]


def scripts_texts(lang: Lang) -> Markup:
    """What the script of the page says, as JSON for a script element."""
    _ = translator(lang)
    texts = {
        "need": _("First give your key, here above; then send the reason."),
        "refused": _("This key is not known to the server, or it may not write. Nothing was changed."),
        "reason": _("Write why this is no fault."),
        "sending": _("Being sent …"),
        "justified": _("The finding is justified. It stands below now, among the justified."),
        "withdrawn": _("The reason is taken back. The finding is open again."),
        "show": _("Show the finding"),
    }
    return Markup(to_json(texts))
