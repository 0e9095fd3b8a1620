"""What a scenario would change, over HTTP. It needs a token (scope `read`): it is worked out anew for each request."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request
from fastapi.security import HTTPBearer
from starlette.concurrency import run_in_threadpool

from api.auth import reader
from api.deps import AsOf, Language, Store
from ontology.errors import TooLarge
from queries.whatif import Scenario, read_json, read_yaml, whatif
from queries.whatif.answer import Difference
from queries.whatif.yaml_text import MOST_BYTES

bearer = HTTPBearer(auto_error=False, description="A token with the scope `read` or `write`.")
router = APIRouter(prefix="/api/v1", tags=["what-if"], dependencies=[Depends(bearer)])
Who = Annotated[str, Depends(reader)]
_PROBLEMS: dict[int | str, dict[str, Any]] = {
    status: {"description": text, "content": {"application/problem+json": {}}}
    for status, text in (
        (401, "No token, or none of ours."),
        (403, "The token has no scope `read`."),
        (404, "A subject, territory or function of the scenario does not exist."),
        (413, "The scenario is too large."),
        (422, "The scenario cannot be read or carried out."),
    )
}


def _inlined(schema: Any, named: Mapping[str, Any]) -> Any:
    """A JSON schema without references: those of pydantic lead into the schema itself, where OpenAPI does not look."""
    if isinstance(schema, list):
        return [_inlined(part, named) for part in schema]
    if not isinstance(schema, dict):
        return schema
    if "$ref" in schema:
        return _inlined(named[schema["$ref"].rsplit("/", 1)[-1]], named)
    return {key: _inlined(value, named) for key, value in schema.items() if key != "$defs"}


_SCHEMA = Scenario.model_json_schema()
_BODY = {
    "required": True,
    "content": {
        "application/json": {"schema": _inlined(_SCHEMA, _SCHEMA.get("$defs", {}))},
        "application/yaml": {"schema": {"type": "string", "description": "The same scenario; keys may be Russian."}},
    },
}


@router.post(
    "/whatif",
    responses=_PROBLEMS,
    openapi_extra={"requestBody": _BODY},
    summary="What would change if … ; nothing is changed.",
)
async def post_whatif(request: Request, store: Store, lang: Language, who: Who, as_of: AsOf = None) -> Difference:
    """The scenario as JSON or YAML: steps in their order. The answer: functions, agreements, routes, load, findings."""
    raw = b""
    async for chunk in request.stream():
        raw += chunk
        if len(raw) > MOST_BYTES:
            raise TooLarge(
                "the scenario is larger than {most} KB", mend="Write a shorter one.", most=MOST_BYTES // 1000
            )
    yaml = "yaml" in request.headers.get("content-type", "")
    scenario = (read_yaml if yaml else read_json)(raw, "body")
    return await run_in_threadpool(whatif, store, scenario, as_of=as_of, lang=lang)
