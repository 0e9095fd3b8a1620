"""A list of agreements or activities as a file: a table, JSON, or a calendar of its days."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Any, Literal

from fastapi import Query, Request
from fastapi.responses import Response

from api.responses import Form, respond
from ontology.i18n import Lang
from viz.calendar_file import MEDIA, Entry, calendar_file

FileForm = Annotated[Literal["xlsx", "csv", "json", "ics"], Query(description="Form of the file.")]


def list_file(request: Request, question: str, rows: Sequence[dict[str, Any]], form: Form, lang: Lang) -> Response:
    """The rows as an answer of the API has them."""
    return respond(request, {"question": question, "rows": list(rows), "total": len(rows)}, lang, form)


def days_file(name: str, title: str, entries: Sequence[Entry], as_of: date | None) -> Response:
    """A calendar; `title` is what a calendar program calls it."""
    content = calendar_file(title, entries, as_of or date.today())
    headers = {"Content-Disposition": f'attachment; filename="{name}.ics"', "Cache-Control": "no-cache"}
    return Response(content, media_type=MEDIA, headers=headers)
