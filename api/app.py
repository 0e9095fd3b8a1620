"""The HTTP application. `create_app(store)` is all there is: no globals, the store is injected."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from importlib.metadata import version

import structlog
from fastapi import FastAPI, Request, Response

from api import problems
from api.auth import Token
from api.metrics import Metrics
from api.routes import (
    compare,
    explorer,
    exports,
    findings,
    health,
    paths,
    questions,
    registry,
    resources,
    review,
    whatif,
)
from api.uploads import BodyLimit
from ontology.i18n import DEFAULT_LANG, Lang
from queries.store import GraphStore

# Nothing outside the machine is ever loaded; styles of the drawing library are inline, scripts never are.
SECURITY_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; script-src 'self'; "
        "object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}

log = structlog.get_logger("opora.api")


def create_app(store: GraphStore, *, lang: Lang = DEFAULT_LANG, tokens: Sequence[Token] = ()) -> FastAPI:
    """Build the application over an open store. `lang`: the language when a request names none; `tokens`: who may write
    (none: nobody)."""
    app = FastAPI(
        title="opora",
        version=version("opora"),
        summary="Who is responsible for what in the regional systems of teacher support, by which clause.",
        docs_url=None,
        redoc_url=None,
        license_info={"name": "Apache-2.0", "identifier": "Apache-2.0"},
    )
    app.state.store, app.state.lang, app.state.metrics = store, lang, Metrics()
    app.state.tokens = tuple(tokens)
    problems.install(app)
    app.add_middleware(BodyLimit, answer=problems.problem)

    @app.middleware("http")
    async def observe(request: Request, call_next: Callable[[Request], Awaitable[Response]]) -> Response:
        with app.state.metrics.timed(request) as observed:
            response = await call_next(request)
            observed.status = response.status_code
        for name, value in SECURITY_HEADERS.items():
            response.headers.setdefault(name, value)
        return response

    # «/routes/between» is no id of a route: it is asked before the resources
    for module in (health, questions, registry, compare, paths, resources, review, findings, whatif, exports, explorer):
        app.include_router(module.router)
    return app
