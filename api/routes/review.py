"""Drafts and review over HTTP: every route needs a token with the scope `write`; who decides is the token's name."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, File, Path, Query, Request, UploadFile
from fastapi.responses import Response
from fastapi.security import HTTPBearer
from pydantic import BaseModel, ConfigDict, Field

from api.auth import writer
from api.deps import Language, Store
from api.formats import CSV, XLSX, to_csv
from api.uploads import whole
from ontology.entities.vocabulary import Verdict
from ontology.i18n import Lang, translator
from ontology.models import Draft
from queries.store import GraphStore

# Readers, morphology and SHACL are imported by what needs them: the server should not start slower for them.

bearer = HTTPBearer(auto_error=False, description="A token with the scope `write`.")
router = APIRouter(prefix="/api/v1", tags=["review"], dependencies=[Depends(bearer)])
Who = Annotated[str, Depends(writer)]
Act = Annotated[str, Path(description="Id, number, or number and day of the act.", max_length=250)]
_PROBLEMS: dict[int | str, dict[str, Any]] = {
    status: {"description": text, "content": {"application/problem+json": {}}}
    for status, text in (
        (401, "No token, or none of ours."),
        (403, "The token has no scope `write`."),
        (404, "There is no such act or fact."),
        (413, "The file is too large."),
        (422, "What was sent cannot be used; nothing was written."),
    )
}

_WORKBOOK = {"required": True, "content": {XLSX: {"schema": {"type": "string", "format": "binary"}}}}


class DraftRow(BaseModel):
    """An act that is kept aside until it is confirmed."""

    order: str = Field(description="Id the act has once it is confirmed.")
    title: str
    file_name: str
    sha256: str
    loaded_at: str


class Summary(BaseModel):
    """What a review did."""

    order: str
    status: str = Field(description="extracted | confirmed | changed")
    draft: bool = Field(description="The act is still in no answer.")
    decisions: int
    changed: int
    removed: int


class Judgement(BaseModel):
    """A verdict on one fact."""

    model_config = ConfigDict(extra="forbid")

    verdict: Verdict = Field(description="confirmed | corrected | rejected | split | reopened")
    changes: dict[str, str | float | bool | list[str] | None] = Field(
        default_factory=dict,
        description="With `corrected`: field → value; ids or names of subjects, codes of functions.",
    )
    note: str | None = Field(None, max_length=2000)
    order: str | None = Field(None, max_length=250, description="The act, where the id of the fact does not tell it.")


class Confirmation(BaseModel):
    """What may be said to a confirmation of a whole act."""

    model_config = ConfigDict(extra="forbid")

    note: str | None = Field(None, max_length=2000)


@router.post("/orders", status_code=201, responses=_PROBLEMS, summary="Read an act from a file; it is kept as a draft.")
def post_order(
    store: Store, who: Who, lang: Language, file: Annotated[UploadFile, File(description="txt, md, docx, pdf or html.")]
) -> dict[str, Any]:
    """What was understood, as `opora extract` prints it, and the draft's order id. `unread`: what was not, with the
    reason in the language asked for."""
    from loaders.extract import extract_bytes
    from loaders.order.entities import to_entities
    from loaders.review.drafts import draft_of

    name = (file.filename or "").replace("\\", "/").rsplit("/", 1)[-1] or "act.txt"
    reading = extract_bytes(whole(file.file, name), name)
    made = draft_of(store, to_entities(reading), name)
    store.write([made.draft])
    _ = translator(lang)
    return {
        "draft": _draft_row(made.draft).model_dump(),
        "stale": len(made.review.stale),
        "kept": made.review.kept,
        "unread": [{"text": place.text, "reason": _(place.reason)} for place in reading.unread],
        "reading": reading.model_dump(mode="json", by_alias=True),
    }


@router.get("/drafts", responses=_PROBLEMS, summary="Acts that are kept aside until they are confirmed.")
def drafts(store: Store, who: Who) -> dict[str, Any]:
    """By order id."""
    found = [_draft_row(d).model_dump() for d in store.all(Draft)]
    return {"rows": found, "total": len(found)}


@router.get("/orders/{id}/review", responses=_PROBLEMS, summary="What was read of an act; as JSON, CSV or a workbook.")
def listed(
    request: Request,
    store: Store,
    who: Who,
    lang: Language,
    id: Act,
    only: Annotated[Literal["all", "low", "changed", "unmapped"], Query(description="Which facts.")] = "all",
    format: Annotated[Literal["json", "csv", "xlsx"] | None, Query(description="Else by the Accept header.")] = None,
) -> Response:
    """The most doubtful first."""
    from loaders.review.rows import rows
    from loaders.review.sources import find
    from loaders.review.workbook import workbook

    act = find(store, id)
    values = _values(store, act, lang)
    found = rows(act, values, only)
    accept = request.headers.get("accept", "")
    wanted = format or ("xlsx" if XLSX in accept else "csv" if CSV in accept else "json")
    if wanted == "xlsx":
        name = {"Content-Disposition": 'attachment; filename="review.xlsx"'}
        return Response(workbook(act, found, values), media_type=XLSX, headers=name)
    listed = [row.as_json() for row in found]
    if wanted == "csv":
        return Response(to_csv(listed), media_type=f"{CSV}; charset=utf-8")
    body = {"order": act.order.id, "draft": act.draft is not None, "rows": listed, "total": len(listed)}
    return Response(json.dumps(body, ensure_ascii=False), media_type="application/json")


@router.put(
    "/orders/{id}/review",
    responses=_PROBLEMS,
    summary="Load a filled workbook back: all of it or nothing.",
    openapi_extra={"requestBody": _WORKBOOK},
)
async def filled(request: Request, store: Store, who: Who, lang: Language, id: Act) -> Summary:
    """The body is the workbook itself. The same workbook twice changes nothing the second time."""
    from fastapi.concurrency import run_in_threadpool

    from loaders.review.filled import wishes

    raw = await request.body()
    return await run_in_threadpool(
        _review, store, id, lambda act, values: wishes(raw, act, values, "review.xlsx"), who, lang
    )


@router.post("/orders/{id}/confirm", responses=_PROBLEMS, summary="Confirm an act whole; a draft goes into answers.")
def confirm(store: Store, who: Who, lang: Language, id: Act, said: Confirmation | None = None) -> Summary:
    """Each fact nobody has decided on is confirmed."""
    from loaders.review.reviewing import confirm_all

    return _review(store, id, confirm_all, who, lang, publish=True)


def _draft_row(draft: Draft) -> DraftRow:
    return DraftRow(
        order=draft.order_id,
        title=draft.title,
        file_name=draft.file_name,
        sha256=draft.sha256,
        loaded_at=draft.loaded_at.isoformat(),
    )


def _values(store: GraphStore, act: Any, lang: Lang) -> Any:
    from loaders.review.sources import functions_of
    from loaders.review.values import Values

    return Values(act, functions_of(store), lang)


def _review(store: GraphStore, order: str, wishes: Any, who: str, lang: Lang, *, publish: bool = False) -> Summary:
    from loaders.review.reviewing import review

    done = review(store, order, wishes, who, publish=publish, lang=lang)
    return Summary(
        order=done.order.id,
        status=done.order.status.value,
        draft=done.draft,
        decisions=len(done.decisions),
        changed=done.changed,
        removed=done.removed,
    )


def _judge(kind: str) -> Callable[..., Summary]:
    def judge(
        store: Store,
        who: Who,
        lang: Language,
        id: Annotated[str, Path(description="Id of the fact.", max_length=250)],
        judgement: Judgement,
    ) -> Summary:
        from loaders.review.sources import order_of
        from loaders.review.verdicts import Wish

        wish = Wish(id, judgement.verdict, judgement.changes, judgement.note, f"{kind} {id}", kind)
        return _review(store, judgement.order or order_of(store, kind, id), [wish], who, lang)

    return judge


# Address → class of the facts there; agreements, activities and indicators are resources with a GET of their own.
FACTS = {
    "assignments": "Assignment",
    "subjects": "Subject",
    "variants": "NameVariant",
    "agreements": "Agreement",
    "activities": "Activity",
    "indicators": "Indicator",
    "observations": "Observation",
    "interactions": "Interaction",
    "steps": "Step",
    "norms": "Norm",
    "terms": "Term",
    "officials": "Official",
}
for _name, _kind in FACTS.items():
    router.add_api_route(
        f"/{_name}/{{id}}", _judge(_kind), methods=["POST"], name=f"judge_{_name}", response_model=Summary,
        responses=_PROBLEMS, summary=f"Confirm, correct or reject one of {_name}.",
    )  # fmt: skip
