"""Errors as application/problem+json (RFC 9457), mapped in this one place."""

from __future__ import annotations

import structlog
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, JSONResponse, Response
from starlette.exceptions import HTTPException

from ontology.errors import BadParameter, OporaError
from ontology.i18n import Lang, as_lang
from viz import pages

log = structlog.get_logger("opora.api")
PROBLEM = "application/problem+json"


def lang_of(request: Request) -> Lang:
    """Language of an answer: `?lang=`, else the language of the program."""
    return as_lang(request.query_params.get("lang") or request.app.state.lang)


def _wants_page(request: Request) -> bool:
    path = request.url.path
    return not path.startswith(("/api/", "/cards/", "/static/")) and "text/html" in request.headers.get("accept", "")


def problem(request: Request, error: OporaError) -> Response:
    """The answer to an error: a page for people at a page's address, problem+json for programs."""
    lang = lang_of(request)
    if _wants_page(request):
        return HTMLResponse(pages.error_page(error, lang=lang), status_code=error.status)
    body = {
        "type": f"urn:opora:error:{error.code}",
        "title": error.title(lang),
        "status": error.status,
        "detail": error.message(lang),
        "instance": request.url.path,
    }
    if error.rule:
        body["rule"] = error.rule
    headers = {"WWW-Authenticate": "Bearer"} if error.status == 401 else None
    return JSONResponse(body, status_code=error.status, media_type=PROBLEM, headers=headers)


def _from_validation(error: RequestValidationError) -> BadParameter:
    first = error.errors()[0]
    name = str(first["loc"][-1])
    return BadParameter(
        "The parameter {name} cannot be used: {reason}",
        where=name,
        mend="See /docs for what each parameter takes.",
        name=name,
        reason=first["msg"],
    )


def install(app: FastAPI) -> None:
    """Register the handlers: every OporaError, every validation error, every HTTP error, and what nobody foresaw."""

    @app.exception_handler(OporaError)
    async def on_opora(request: Request, error: OporaError) -> Response:
        return problem(request, error)

    @app.exception_handler(RequestValidationError)
    async def on_validation(request: Request, error: RequestValidationError) -> Response:
        return problem(request, _from_validation(error))

    @app.exception_handler(HTTPException)
    async def on_http(request: Request, error: HTTPException) -> Response:
        mapped = OporaError("There is nothing at this address" if error.status_code == 404 else str(error.detail))
        mapped.status, mapped.code = error.status_code, "http"  # type: ignore[misc]
        return problem(request, mapped)

    @app.exception_handler(Exception)
    async def on_anything(request: Request, error: Exception) -> Response:
        log.error("unforeseen", path=request.url.path, error=repr(error), exc_info=error)
        mapped = OporaError("The program failed; the log has the details", mend="Open the page again.")
        mapped.code = "internal"  # type: ignore[misc]
        return problem(request, mapped)
