"""A route for each question of the registry, made from its declaration: what OpenAPI says of it follows from Params."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response

from api.deps import AsOf, Language, Limit, Offset, Store
from api.responses import in_any_form, respond
from ontology.i18n import Lang
from queries.answer import answer
from queries.question import AnyQuestion, WordKind, word_of
from queries.questions import BY_USER, QUESTIONS

router = APIRouter(prefix="/api/v1", tags=["questions"])
_OWN = frozenset({"limit", "offset", "lang", "as_of", "format"})
_LONGEST = 500
_GIVEN_AS: Mapping[WordKind, str] = {
    "territory": "id, ISO or ОКТМО code, or plain Russian words",
    "function": "id, code or plain Russian words",
    "direction": "id, code or plain Russian words",
    "subject": "id, name or abbreviation in any form",
    "order": "id, number with or without its day, or words of its title",
}


def parameters(question: AnyQuestion[Any, Any]) -> list[dict[str, Any]]:
    """The parameters of a question as OpenAPI declares them, under the names people use; `as_of` is declared once."""
    schema = question.params.model_json_schema()
    found = []
    for name, declared in question.params.model_fields.items():
        if name == "as_of":
            continue
        word = word_of(declared)
        if word is not None:
            form: dict[str, Any] = {"type": "string", "maxLength": _LONGEST}
            text = f"{declared.description} Given as {_GIVEN_AS[word.kind]}."
        else:
            form, text = _plain(schema["properties"][name], schema.get("$defs", {})), declared.description or ""
        called = word.also if word is not None and word.also else name
        found.append(
            {"name": called, "in": "query", "required": declared.is_required(), "description": text, "schema": form}
        )
    return found


def _plain(declared: dict[str, Any], definitions: dict[str, Any]) -> dict[str, Any]:
    """A property's schema without references: the words of a closed list stand in it."""
    if "$ref" in declared:
        inner = definitions[declared["$ref"].rpartition("/")[2]]
        return {key: inner[key] for key in ("type", "enum") if key in inner}
    if "anyOf" in declared:
        parts = [_plain(part, definitions) for part in declared["anyOf"] if part.get("type") != "null"]
        return parts[0] if len(parts) == 1 else {"anyOf": parts}
    return {key: value for key, value in declared.items() if key not in ("title", "description", "default")}


@router.get("/questions", summary="The registry of questions, grouped by who asks them.")
def registry(lang: Language) -> dict[str, Any]:
    """Name, summary, user and parameters of each question."""
    rows = [
        {
            "name": question.name,
            "summary": question.summary(lang),
            "user": user,
            "params": sorted(declared["name"] for declared in parameters(question)),
        }
        for user, group in BY_USER.items()
        for question in group
    ]
    return {"rows": rows, "total": len(rows)}


def words_of(request: Request) -> dict[str, str]:
    """The question's own parameters as they were given."""
    return {k: v for k, v in request.query_params.items() if k not in _OWN}


def _asked(request: Request, store: Store, name: str, lang: Lang, as_of: AsOf, limit: Limit, offset: int) -> Response:
    result = answer(store, name, words_of(request), lang=lang, as_of=as_of, limit=limit, offset=offset)
    return respond(request, result.model_dump(mode="json"), lang)


def _route(question: AnyQuestion[Any, Any]) -> Callable[..., Response]:
    def ask(
        request: Request, store: Store, lang: Language, as_of: AsOf = None, limit: Limit = None, offset: Offset = 0
    ) -> Response:
        return _asked(request, store, question.name, lang, as_of, limit, offset)

    ask.__doc__ = question.summary_ru
    return ask


for _question in QUESTIONS.values():
    router.add_api_route(
        f"/questions/{_question.name}",
        _route(_question),
        dependencies=[in_any_form],
        summary=_question.summary_en,
        name=f"question {_question.name}",
        openapi_extra={"parameters": parameters(_question)},
        response_model=None,
    )


@router.get(
    "/questions/{name}",
    dependencies=[in_any_form],
    summary="Any question by its name; its parameters are query parameters.",
)
def question(
    name: str,
    request: Request,
    store: Store,
    lang: Language,
    as_of: AsOf = None,
    limit: Limit = None,
    offset: Offset = 0,
) -> Response:
    """The same answer as the question's own route; an unknown name is told with the names there are."""
    return _asked(request, store, name, lang, as_of, limit, offset)
