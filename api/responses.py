"""The same answer as JSON, CSV or a spreadsheet, by `format` or by the Accept header."""

from __future__ import annotations

import hashlib
import json
from typing import Annotated, Any, Literal, cast

from fastapi import Depends, Query, Request
from fastapi.responses import Response

from api.formats import CSV, JSON, XLSX, to_csv, to_xlsx
from ontology.i18n import Lang

Form = Literal["json", "csv", "xlsx"]


def _declared(
    format: Annotated[Form | None, Query(description="Form of the answer; else by the Accept header.")] = None,
) -> None:
    """Declares and checks `format` for every route that answers by `respond`."""


in_any_form = Depends(_declared)


def respond(request: Request, body: dict[str, Any], lang: Lang, form: Form | None = None) -> Response:
    """The answer with an ETag, 304 when the client has it already; in `form`, else in the one the client accepts."""
    name, form = str(body.get("question") or "opora"), form or _form(request)
    if form == "xlsx":
        content, media = to_xlsx(body["rows"], name, lang), XLSX
    elif form == "csv":
        content, media = to_csv(body["rows"]).encode(), f"{CSV}; charset=utf-8"
    else:
        content, media = json.dumps(body, ensure_ascii=False).encode(), JSON
    tag = f'"{hashlib.sha256(content).hexdigest()[:32]}"'
    headers = {"ETag": tag, "Vary": "Accept, Accept-Encoding", "Cache-Control": "no-cache"}
    if form != "json":
        headers["Content-Disposition"] = f'attachment; filename="{name}.{form}"'
    if request.headers.get("if-none-match") == tag:
        return Response(status_code=304, headers=headers)
    return Response(content, media_type=media, headers=headers)


def _form(request: Request) -> Form:
    """What a link asks for by `format`, else what the client accepts."""
    asked = request.query_params.get("format")
    if asked:
        return cast(Form, asked)  # checked by `in_any_form`
    accept = request.headers.get("accept", "")
    return "xlsx" if XLSX in accept else "csv" if CSV in accept else "json"
