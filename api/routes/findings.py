"""Findings of the audit over HTTP, the kinds there are, and what people say of a finding."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Path, Query, Request
from fastapi.responses import Response
from fastapi.security import HTTPBearer
from pydantic import BaseModel, ConfigDict, Field

from api.auth import writer
from api.deps import AsOf, Language, Limit, Offset, Store
from api.formats import CSV, XLSX, to_csv
from api.responses import respond
from ontology.entities.vocabulary import Level
from ontology.i18n import Lang, gettext, translator
from ontology.models import Justification, Subject
from queries.findings.audit import Audit, audit
from queries.findings.finding import Finding
from queries.findings.justify import justify, withdraw
from queries.findings.narrow import narrow
from queries.findings.registry import RULES
from queries.findings.rule import Severity
from queries.words import resolve_territory
from viz.styles import LEVELS, SEVERITIES

router = APIRouter(prefix="/api/v1", tags=["findings"])
bearer = HTTPBearer(auto_error=False, description="A token with the scope `write`.")
Who = Annotated[str, Depends(writer)]
Id = Annotated[str, Path(description="Id of the finding.", max_length=250)]
Form = Literal["json", "csv", "xlsx", "docx", "html"]
ReportForm = Literal["xlsx", "docx", "html"]
MEDIA: Mapping[Form, str] = MappingProxyType(
    {
        "json": "application/json",
        "csv": CSV,
        "xlsx": XLSX,
        "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "html": "text/html; charset=utf-8",
    }
)
_PROBLEMS: dict[int | str, dict[str, Any]] = {
    status: {"description": text, "content": {"application/problem+json": {}}}
    for status, text in (
        (401, "No token, or none of ours."),
        (403, "The token has no scope `write`."),
        (404, "There is no such finding, or nobody has justified it."),
        (422, "What was sent cannot be used; nothing was written."),
    )
}


class Reason(BaseModel):
    """Why a finding is no fault; who says so is the name of the token."""

    model_config = ConfigDict(extra="forbid")

    reason: str = Field(min_length=1, max_length=2000)
    until: date | None = Field(None, description="Last day it holds; absent: with no end.")


@router.get("/findings", summary="Findings of the audit of a territory and all that lies in it, with clauses.")
def findings(
    request: Request,
    store: Store,
    lang: Language,
    territory: Annotated[
        str | None,
        Query(description="Territory: id, code or plain Russian words; everything when absent.", max_length=300),
    ] = None,
    kind: Annotated[list[str] | None, Query(description="Only these kinds; repeated, or joined by commas.")] = None,
    severity: Annotated[Severity | None, Query(description="Only findings of this severity.")] = None,
    justified: Annotated[bool | None, Query(description="Only justified ones, or only open ones; else both.")] = None,
    level: Annotated[Level | None, Query(description="Only findings of this level.")] = None,
    subject: Annotated[
        str | None, Query(description="Only findings that name this subject: its id.", max_length=250)
    ] = None,
    q: Annotated[
        str | None, Query(description="Only findings that say these words, in any form.", max_length=300)
    ] = None,
    format: Annotated[Form | None, Query(description="Else by the Accept header: JSON, CSV or a workbook.")] = None,
    as_of: AsOf = None,
    limit: Limit = None,
    offset: Offset = 0,
) -> Response:
    """Open findings in `findings`, gravest first, the justified apart in `justified`; `total` counts the list that is
    paged: the justified when only they are asked for, else the open ones. A workbook, a protocol (docx) and an offline
    page (html) are never cut into pages; of a selection they say that it is one, and give no share of what was checked.
    """
    place = resolve_territory(store, territory) if territory else None
    kinds = [word.strip() for words in kind or () for word in words.split(",") if word.strip()]
    done = audit(
        store, place.taken.id if place else None, name=place.taken.name if place else "", as_of=as_of, kinds=kinds,
        lang=lang,
    )  # fmt: skip
    only: dict[str, Any] = {"severity": severity, "level": level, "subject": subject, "q": q}
    wanted = narrow(done.findings, **only) if justified is not True else []
    apart = narrow(done.justified, **only) if justified is not False else []
    paged = apart if justified else wanted
    form = format or _accepted(request)
    if form in ("xlsx", "docx", "html"):
        kept = done.model_copy(update={"findings": wanted, "justified": apart})
        named = store.get(Subject, subject) if subject else None
        words = [_state(justified), _label(severity, SEVERITIES), _label(level, LEVELS)]
        parts = [*(translator(lang)(word) for word in words if word), named.name if named else subject, q]
        return _report(_selected(kept, [part for part in parts if part], lang), form, lang)
    page = paged[offset : None if limit is None else offset + limit]
    shown, aside = ([], page) if justified else (page, apart)
    if form == "csv":
        return Response(to_csv([_flat(f) for f in (*shown, *aside)]), media_type=f"{CSV}; charset=utf-8")
    body = done.model_dump(mode="json", exclude={"findings", "justified"}) | {
        "findings": [f.model_dump(mode="json") for f in shown],
        "justified": [f.model_dump(mode="json") for f in aside],
        "total": len(paged),
        "alternatives": [other.model_dump(mode="json") for other in place.alternatives] if place else [],
    }
    return respond(request, body, lang, "json")


@router.get("/findings/kinds", summary="The kinds of findings there are: the rules of the audit.")
def kinds(lang: Language) -> dict[str, Any]:
    """Gravest first: title, severity, advice, what the denominator counts, reason codes with their sentences."""
    rows = [
        {
            "kind": rule.kind,
            "title": rule.title(lang),
            "severity": rule.severity.value,
            "advice": rule.advice(lang),
            "counted": rule.counted(lang),
            "reasons": {code: text(lang) for code, text in rule.reasons.items()},
        }
        for rule in RULES
    ]
    return {"rows": rows, "total": len(rows)}


@router.post(
    "/findings/{id}/justification",
    status_code=201,
    responses=_PROBLEMS,
    dependencies=[Depends(bearer)],
    summary="Say why a finding is no fault; what was said before gives way.",
)
def post_justification(
    store: Store, who: Who, lang: Language, id: Id, said: Reason, as_of: AsOf = None
) -> dict[str, Any]:
    """The justification as it was written; the finding is from now on listed among the justified."""
    return _said(justify(store, id, who, said.reason, until=said.until, as_of=as_of, lang=lang)[0])


@router.delete(
    "/findings/{id}/justification",
    responses=_PROBLEMS,
    dependencies=[Depends(bearer)],
    summary="Take a justification back, be the finding still there or not.",
)
def delete_justification(store: Store, who: Who, id: Id) -> dict[str, Any]:
    """The justification that was there."""
    return _said(withdraw(store, id))


def _accepted(request: Request) -> Form:
    accept = request.headers.get("accept", "")
    return next((form for form in ("xlsx", "docx", "csv") if MEDIA[form] in accept), "json")


def _label(word: StrEnum | None, labels: Mapping[Any, str]) -> str:
    return labels[word.value] if word else ""


def _state(justified: bool | None) -> str:
    return "" if justified is None else gettext("justified findings") if justified else gettext("open findings")


def _selected(done: Audit, only: Sequence[str], lang: Lang) -> Audit:
    """The audit of which only a part is reported: its heading says so, and counts of all that was checked, which the
    part must not be held against, are left out."""
    if not only:
        return done
    _ = translator(lang)
    place = done.territory or {"id": "", "name": _("all territories")}
    named = _("{territory} (only: {what})", territory=place["name"], what="; ".join(only))
    return done.model_copy(update={"territory": place | {"name": named}, "denominators": {}})


def _report(done: Audit, form: ReportForm, lang: Lang) -> Response:
    from viz.reports import report  # workbooks and templates: the server should not start slower for them

    name = {"Content-Disposition": f'attachment; filename="findings.{form}"'}
    return Response(report(done, form, lang), media_type=MEDIA[form], headers=name)


def _said(said: Justification) -> dict[str, Any]:
    return {
        "finding": said.finding,
        "kind": said.kind,
        "territory": said.territory,
        "reason": said.reason,
        "by": said.justified_by,
        "at": said.justified_at.isoformat(),
        "until": said.until.isoformat() if said.until else None,
    }


def _flat(found: Finding) -> dict[str, Any]:
    """A finding as one line of a table."""
    acts = (f"№ {row['order']['number']}, {row['clause']}" for row in found.evidence if row["clause"] and row["order"])
    return {
        "kind": found.kind,
        "severity": found.severity.value,
        "title": found.title,
        "about": found.about,
        "territory": found.territory["name"] if found.territory else None,
        "level": found.level.value if found.level else None,
        "reason": found.explanation,
        "clauses": "; ".join(dict.fromkeys(acts)),
        "justification": found.justification["reason"] if found.justification else None,
        "id": found.id,
    }
