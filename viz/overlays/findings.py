"""Overlays of what an audit finds: functions with nobody, functions held twice, clauses that contradict."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import Any

from ontology.i18n import Lang, gettext, translator
from queries.findings.audit import audit
from queries.findings.finding import Finding
from queries.findings.registry import RULES
from queries.store import GraphStore
from viz.formats import number
from viz.model import Chosen
from viz.overlays.model import Band, Legend, Link, Mark, Overlay, Row, Tone, Way
from viz.styles import LEVELS, REASONS
from viz.text import capital, clean

UNCOVERED = ("uncovered-function", "generic-without-actual")
_UNMARKED = gettext(
    "A function with nobody has no subject to be marked: the levels say how many, the table says which."
)
_SIGNS = {UNCOVERED[0]: "✕", UNCOVERED[1]: "◐"}
_CODES = 3  # of functions written at a line; the table has them all


def shared(
    store: GraphStore, name: str, kind: str, tone: Tone, sign: str, place: Chosen, as_of: date | None, lang: Lang
) -> Overlay:
    """Findings of a `kind` that set several subjects against each other: overlaps, conflicts."""
    _ = translator(lang)
    none = {
        "overlap": _("No function is held by several here without a lawful reason."),
        "conflict": _("No clauses were found that charge different bodies with the same work."),
    }[kind]
    found, notes = _audited(store, (kind,), place, none, as_of, lang)
    counts = Counter(id for one in found for id in one.subjects)
    texts = {"overlap": _("overlaps: {count}"), "conflict": _("contradictions: {count}")}
    title = {"overlap": _("Functions held by several"), "conflict": _("Clauses that contradict")}[kind]
    return Overlay(
        name,
        title,
        marks=[Mark(id, tone, sign, texts[kind].format(count=count)) for id, count in counts.items()],
        links=_between(found, tone),
        legend=[Legend(tone, sign, title, len(found))] if found else [],
        rows=[row for one in found for row in _rows(one, tone, sign, lang)],
        notes=notes,
        ways=[_to_findings(kind, lang)] if found else (),
        files=_files(kind, lang) if found else (),
    )


def uncovered(store: GraphStore, name: str, place: Chosen, as_of: date | None, lang: Lang) -> Overlay:
    """Functions with nobody. They have no holder to mark, so they are counted by level; marked is who stands near:
    a generic subject that nobody fills, a vacant one, one that holds the function at another level."""
    _ = translator(lang)
    none = _("Every function the catalogue expects here is held by somebody.")
    found, notes = _audited(store, UNCOVERED, place, none, as_of, lang)
    empty = [one for one in found if one.kind == UNCOVERED[0]]
    by_level = Counter(one.level.value for one in empty if one.level)
    marks, legend = _near(found, lang)
    levels = [level for level in LEVELS if level in by_level]
    text = _("functions with nobody: {count}")
    return Overlay(
        name,
        _("Functions with nobody"),
        marks=marks,
        bands=[Band(level, "bad", "✕", text.format(count=by_level[level])) for level in levels if level],
        legend=[
            *(Legend("bad", "✕", capital(_(LEVELS[level])), by_level[level]) for level in levels if level),
            *legend,
        ],
        rows=[
            row
            for one in sorted(found, key=_rank)
            for row in _rows(one, "bad" if one.kind == UNCOVERED[0] else "warn", _SIGNS[one.kind], lang)
        ],
        notes=[*([_(_UNMARKED)] if empty else []), *notes],
        ways=[_to_findings(UNCOVERED[0], lang), Way(_("Coverage of functions"), {"status": "uncovered"}, "/coverage")]
        if empty
        else (),
        files=_files(UNCOVERED[0], lang) if empty else (),
    )


def _rank(one: Finding) -> tuple[int, int]:
    """Functions with nobody by level, then the generic subjects."""
    levels = list(LEVELS)
    return UNCOVERED.index(one.kind), levels.index(one.level.value if one.level else None)


def _near(found: Sequence[Finding], lang: Lang) -> tuple[list[Mark], list[Legend]]:
    """The subjects that findings name: the gravest of what is said of each is drawn."""
    _ = translator(lang)
    looks: dict[str, tuple[Tone, str, str, str]] = {
        "vacant": ("bad", "✕", _("vacant: {count}"), _("the post is vacant")),
        "generic": ("warn", "◐", _("no organisation stands behind it"), _("generic, and no organisation is named")),
        "other-level": ("plain", "↕", _("for another level: {count}"), _("holds what another level should hold")),
        "not-in-force": ("warn", "!", _("act not in force: {count}"), _("its act is not in force on this day")),
    }
    said: dict[str, Counter[str]] = {}
    for one in found:
        sort = _sort(one)
        if sort:
            for id in one.subjects:
                said.setdefault(id, Counter())[sort] += 1
    order = list(looks)
    chosen = {id: min(sorts, key=order.index) for id, sorts in said.items()}
    marks = [
        Mark(id, looks[sort][0], looks[sort][1], looks[sort][2].format(count=said[id][sort]))
        for id, sort in chosen.items()
    ]
    totals = Counter(chosen.values())
    return marks, [Legend(look[0], look[1], look[3], totals[sort]) for sort, look in looks.items() if totals[sort]]


def _sort(one: Finding) -> str | None:
    """What a finding of emptiness says of the subjects it names."""
    if one.reason == "vacant":
        return "vacant"
    if one.kind == UNCOVERED[1] or one.reason == "generic-only":
        return "generic"
    return one.reason if one.reason in {"other-level", "not-in-force"} else None


def _audited(
    store: GraphStore, kinds: Sequence[str], place: Chosen, none: str, as_of: date | None, lang: Lang
) -> tuple[list[Finding], list[str]]:
    """Open findings of these kinds, and what must be said of them: of how many things checked, what could not be
    judged; `none` when there are none although there was something to check."""
    _ = translator(lang)
    told = audit(store, place.id, name=place.name, as_of=as_of, kinds=kinds, lang=lang)
    checked = told.denominators[kinds[0]]
    rule = next(rule for rule in RULES if rule.kind == kinds[0])
    if not checked and not told.findings:
        return [], [_("There was nothing to check: no act of this territory is in force on this day."), *told.notes]
    counted = _("Checked: {what}", what=f"{number(checked, lang)} {rule.counted(lang)}")
    return told.findings, [*(() if told.findings else (none,)), f"{counted}.", *told.notes]


def _between(found: Sequence[Finding], tone: Tone) -> list[Link]:
    """Lines between those that findings set against each other, one for each pair, with the codes of the functions."""
    pairs: dict[tuple[str, str], list[str]] = {}
    for one in found:
        for left, right in pairwise(one.subjects):
            codes = pairs.setdefault((min(left, right), max(left, right)), [])
            code = str((one.function or {}).get("code") or "")
            if code and code not in codes:
                codes.append(code)
    return [
        Link(left, right, ", ".join(codes[:_CODES]) + ("…" if len(codes) > _CODES else ""), tone)
        for (left, right), codes in pairs.items()
    ]


def _rows(one: Finding, tone: Tone, sign: str, lang: Lang) -> Iterator[Row]:
    """A row per clause of the finding: those of emptiness by level, others under what the finding is about."""
    group, text = clean(one.about), one.explanation or ""
    if one.kind in UNCOVERED:
        about = f"{clean(one.about)}: " if one.kind == UNCOVERED[0] else ""  # a generic subject stands beside it
        group, text = _group(one, lang), about + _reason(one, lang)
    seen: set[tuple[Any, ...]] = set()
    for fact in one.evidence:
        subject = fact["subject"]
        key = (subject and subject["id"], fact["clause_id"])
        if key in seen:
            continue
        seen.add(key)
        yield Row(
            subjects=((subject["id"], subject["name"]),) if subject else (),
            text=text,
            clause=fact["clause"],
            act=fact["order"],
            tone=tone,
            group=group,
            sign=sign,
            clause_id=fact["clause_id"],
            quote=fact["quote"],
        )


def _group(one: Finding, lang: Lang) -> str:
    if one.kind == UNCOVERED[0] and one.level:
        return capital(translator(lang)(LEVELS[one.level.value]))
    return one.title


def _reason(one: Finding, lang: Lang) -> str:
    """Short where the reason is one of the closed list."""
    if one.kind == UNCOVERED[0] and one.reason in REASONS:
        return translator(lang)(REASONS[one.reason])
    return one.explanation or ""


def _to_findings(kind: str, lang: Lang) -> Way:
    return Way(translator(lang)("These findings, with advice"), {"kind": kind}, "/findings")


def _files(kind: str, lang: Lang) -> tuple[Way, ...]:
    return tuple(Way(form.upper(), {"kind": kind, "format": form}, "/findings") for form in ("xlsx", "json"))
