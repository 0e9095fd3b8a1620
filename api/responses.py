"""The same answer as JSON, CSV or a spreadsheet, by the Accept header."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from fastapi import Request
from fastapi.responses import Response

from api.formats import CSV, JSON, XLSX, to_csv, to_xlsx
from ontology.i18n import Lang


def respond(request: Request, body: dict[str, Any], lang: Lang) -> Response:
    """The answer in the form the client accepts, with an ETag; 304 when the client has it already."""
    accept = request.headers.get("accept", "")
    name = str(body.get("question") or "opora")
    if XLSX in accept:
        content, media = to_xlsx(body["rows"], name, lang), XLSX
    elif CSV in accept:
        content, media = to_csv(body["rows"]).encode(), f"{CSV}; charset=utf-8"
    else:
        content, media = json.dumps(body, ensure_ascii=False).encode(), JSON
    tag = f'"{hashlib.sha256(content).hexdigest()[:32]}"'
    headers = {"ETag": tag, "Vary": "Accept, Accept-Encoding", "Cache-Control": "no-cache"}
    if request.headers.get("if-none-match") == tag:
        return Response(status_code=304, headers=headers)
    return Response(content, media_type=media, headers=headers)
