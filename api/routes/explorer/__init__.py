"""The explorer's pages. What they show is made by `viz`; here are only their addresses."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from api.routes.explorer import (
    activities,
    agreements,
    answers,
    compare,
    findings,
    indicators,
    load,
    orders,
    static,
    structure,
    subjects,
)

__all__ = ["router"]

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)
for _module in (
    structure,
    answers,
    load,
    compare,
    subjects,
    findings,
    indicators,
    agreements,
    activities,
    orders,
    static,
):
    router.include_router(_module.router)
