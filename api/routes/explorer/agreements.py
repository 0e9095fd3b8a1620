"""Agreements: the page, and the same list as a file."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse, Response

from api.deps import AsOf, Language, Store
from api.routes.explorer.plan_files import FileForm, days_file, list_file
from api.routes.explorer.words import Text
from ontology.i18n import translator
from viz import pages
from viz.plans.agreements import AgreementFilter, agreement_entries, agreement_rows, agreements_found

router = APIRouter()


def _wanted(
    territory: Text = None,
    subject: Text = None,
    status: Text = None,
    state: Text = None,
    pair: Text = None,
    q: Text = None,
    sort: Text = None,
    only: Text = None,
) -> AgreementFilter:
    return AgreementFilter(territory, subject, status, state, pair, q, sort, only)


Wanted = Annotated[AgreementFilter, Depends(_wanted)]


@router.get("/agreements")
def agreements(store: Store, lang: Language, wanted: Wanted, page: Text = None, as_of: AsOf = None) -> HTMLResponse:
    """Required, concluded, overdue, expired."""
    return HTMLResponse(pages.agreements_page(store, wanted, page=page, as_of=as_of, lang=lang))


@router.get("/agreements/export")
def export(
    request: Request, store: Store, lang: Language, wanted: Wanted, format: FileForm = "xlsx", as_of: AsOf = None
) -> Response:
    """The list of the page, all of it."""
    found = agreements_found(store, wanted, as_of, lang)
    if format == "ics":
        title = translator(lang)("Agreements between bodies")
        return days_file("agreements", title, agreement_entries(found.lines, lang), as_of)
    return list_file(request, "agreements", agreement_rows(found.lines), format, lang)
