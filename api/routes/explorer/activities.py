"""Activities: the page, and the same list as a file."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import HTMLResponse, Response

from api.deps import AsOf, Language, Store
from api.routes.explorer.plan_files import FileForm, days_file, list_file
from api.routes.explorer.words import Text
from ontology.i18n import translator
from viz import pages
from viz.plans.activities import ActivityFilter, activities_found, activity_entries

router = APIRouter()
Since = Annotated[AsOf, Query(alias="from")]
Until = Annotated[AsOf, Query(alias="to")]


def _wanted(
    territory: Text = None,
    subject: Text = None,
    state: Text = None,
    direction: Text = None,
    since: Since = None,
    until: Until = None,
    q: Text = None,
    view: Text = None,
    by: Text = None,
    only: Text = None,
) -> ActivityFilter:
    return ActivityFilter(territory, subject, state, direction, since, until, q, view, by, only)


Wanted = Annotated[ActivityFilter, Depends(_wanted)]


@router.get("/activities")
def activities(
    store: Store, lang: Language, wanted: Wanted, days: Text = None, page: Text = None, as_of: AsOf = None
) -> HTMLResponse:
    """Overdue, due, done; as a table or a timeline."""
    return HTMLResponse(pages.activities_page(store, wanted, horizon=days, page=page, as_of=as_of, lang=lang))


@router.get("/activities/export")
def export(
    request: Request, store: Store, lang: Language, wanted: Wanted, format: FileForm = "xlsx", as_of: AsOf = None
) -> Response:
    """The list of the page, all of it."""
    found = activities_found(store, wanted, as_of, lang)
    if format == "ics":
        return days_file(
            "activities", translator(lang)("Activities by term"), activity_entries(found.lines, lang), as_of
        )
    return list_file(request, "activities", [dict(line) for line in found.lines], format, lang)
