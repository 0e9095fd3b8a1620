"""The page of findings: what the audit has found, of how much it checked, by which clauses, and what was said of it.

The counts of kinds are always those of the whole territory, so that a reader who looks at a part sees its share.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from ontology.entities.vocabulary import Level
from ontology.errors import UnknownSubject
from ontology.i18n import Lang, translator
from ontology.models import Subject
from queries.findings.audit import audit
from queries.findings.finding import Finding
from queries.findings.narrow import narrow
from queries.findings.registry import RULES
from queries.findings.rule import Severity
from queries.store import GraphStore
from viz import styles
from viz.address import Address
from viz.common import chosen_territory, territory_choices
from viz.filters import one_of, page_of
from viz.model import Choice, Chosen
from viz.pages.findings_view import (
    ALL,
    PLURALS,
    SIGNS,
    STATES,
    Kind,
    grounds_of,
    groups_of,
    kinds_of,
    places_of,
    scripts_texts,
    weighed,
)
from viz.render import render
from viz.text import capital, clean

PER_PAGE = 25  # findings of one kind on a page
PER_KIND = 10  # of each kind, where all kinds stand together


def findings_page(
    store: GraphStore,
    *,
    territory: str | None = None,
    kind: str | None = None,
    severity: str | None = None,
    level: str | None = None,
    subject: str | None = None,
    q: str | None = None,
    state: str | None = None,
    id: str | None = None,
    page: str | None = None,
    as_of: date | None = None,
    lang: Lang,
) -> str:
    """Findings of `territory` (words, id or code; `all`: everything) and of all that lies in it, narrowed by what is
    given. `subject`: an id; `state`: open, justified or all; `id`: this finding alone.

    A subject or a finding without a territory is looked for everywhere. Raises UnknownTerritory, UnknownSubject and
    BadParameter for a kind, a gravity, a level, a state or a page that does not exist.
    """
    _ = translator(lang)
    known = {rule.kind for rule in RULES}
    one_of("kind", kind, sorted(known))
    grave = one_of("severity", severity, [each.value for each in Severity])
    gravity = Severity(grave) if grave else None
    high = one_of("level", level, [each.value for each in Level])
    at_level = Level(high) if high else None
    chosen_state = one_of("state", state, list(STATES)) or ALL
    body = _subject(store, subject)
    everywhere = territory == ALL or (not territory and bool(body or id))
    place = None if everywhere else chosen_territory(store, territory)
    done = audit(
        store, place.id if place else None, name=place.name if place else "", as_of=as_of, lang=lang
    )  # fmt: skip
    only: dict[str, Any] = {"severity": gravity, "level": at_level, "subject": body.id if body else None, "q": q}

    def wanted(found: list[Finding]) -> list[Finding]:
        return [f for f in narrow(found, **only) if kind in (None, "", f.kind) and id in (None, "", f.id)]

    opened = wanted(done.findings) if chosen_state != "justified" else []
    justified = sorted(wanted(done.justified), key=_said_at, reverse=True) if chosen_state != "open" else []
    kinds = kinds_of(done, lang)
    one_kind = bool(kind) or len({f.kind for f in opened}) == 1
    paged = justified if chosen_state == "justified" else opened if one_kind else []
    number, last = page_of(page, len(paged), PER_PAGE)
    part = slice((number - 1) * PER_PAGE, number * PER_PAGE)
    narrowed = bool(gravity or at_level or body or kind or id or (q or "").strip())
    params = {
        "kind": kind,
        "severity": severity,
        "level": level,
        "subject": body.id if body else None,
        "q": q,
        "state": state,
        "id": id,
    }
    where = {"territory": ALL} if everywhere and territory else {}
    at = Address("/findings", lang, as_of, place.id if place else None, params | where)
    return render(
        "findings.html",
        at,
        territory=place,
        everywhere=everywhere,
        choices=_choices(store, lang),
        current=ALL if everywhere else place.id if place else None,
        kind=kind,
        severity=severity,
        level=level,
        body=Chosen(body.id, capital(clean(body.name)), body.kind.value) if body else None,
        q=q,
        state=chosen_state,
        id=id,
        kind_options=[Choice(k.kind, k.title) for k in kinds],
        severity_options=[Choice(s.value, _(styles.SEVERITIES[s.value])) for s in Severity],
        level_options=[Choice(code, _(label)) for code, label in styles.LEVELS.items() if code],
        state_options=[Choice(code, _(label)) for code, label in STATES.items()],
        signs=SIGNS,
        plurals=PLURALS,
        grounds_of=grounds_of,
        invented=sum(each.invented for each in kinds),
        severities=styles.SEVERITIES,
        done=done,
        kinds=kinds,
        weighed=weighed(kinds, narrow(done.findings, subject=body.id) if body else done.findings),
        justified_count=len(narrow(done.justified, subject=body.id) if body else done.justified),
        main_kinds=_main(kinds),
        places=places_of(done.findings),
        groups=groups_of(opened, kinds, part if one_kind else slice(0, PER_KIND), open_all=one_kind or narrowed),
        one_kind=one_kind,
        found=len(opened),
        justified=justified[part] if chosen_state == "justified" else justified[:PER_PAGE],
        justified_found=len(justified),
        page=number,
        per_page=PER_PAGE,
        last=last,
        narrowed=narrowed,
        texts=scripts_texts(lang),
        today=date.today().isoformat(),
        report={name: value for name, value in params.items() if name in _REPORTED}
        | ({"q": id} if id else {})
        | {"justified": {"open": "false", "justified": "true"}.get(chosen_state)},
    )


_REPORTED = ("kind", "severity", "level", "subject", "q")


def _choices(store: GraphStore, lang: Lang) -> list[tuple[str, list[Choice]]]:
    """Everything first, then the territories as on any page."""
    _ = translator(lang)
    groups = territory_choices(store, lang)
    return [(_("All together"), [Choice(ALL, _("all territories with acts"))]), *groups] if groups else []


def _main(kinds: list[Kind]) -> list[Kind]:
    """What matters most: the gravest kinds of which anything was found, beside what rests on invented data alone; of
    equal gravity the more frequent."""
    there = [kind for kind in kinds if kind.found > kind.invented]
    gravest = [kind for kind in there if kind.severity == there[0].severity] if there else []
    return sorted(gravest, key=lambda kind: -kind.found)[:3]


def _subject(store: GraphStore, id: str | None) -> Subject | None:
    if not id or not id.strip():
        return None
    found = store.get(Subject, id.strip())
    if found is None:
        raise UnknownSubject("There is no subject with the id «{id}»", mend="Search for its name", id=id.strip()[:120])
    return found


def _said_at(finding: Finding) -> str:
    return str((finding.justification or {}).get("at") or "")
