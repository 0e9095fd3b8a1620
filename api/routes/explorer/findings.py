"""The page of findings."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from api.deps import AsOf, Language, Store
from api.routes.explorer.words import Text
from viz.pages.findings import findings_page

router = APIRouter()


@router.get("/findings")
def findings(
    store: Store,
    lang: Language,
    territory: Text = None,
    kind: Text = None,
    severity: Text = None,
    level: Text = None,
    subject: Text = None,
    q: Text = None,
    state: Text = None,
    id: Text = None,
    page: Text = None,
    as_of: AsOf = None,
) -> HTMLResponse:
    """What the audit has found, by kinds, with clauses, and what was said of it."""
    return HTMLResponse(
        findings_page(
            store, territory=territory, kind=kind, severity=severity, level=level, subject=subject, q=q, state=state,
            id=id, page=page, as_of=as_of, lang=lang,
        )
    )  # fmt: skip
