"""The list of acts, the page of one, and its review. What is read of an act is listed by `loaders.review`."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Annotated

from fastapi import APIRouter, Depends, Query
from fastapi.responses import HTMLResponse

from api.auth import writer
from api.deps import AsOf, Language, Store
from api.routes.explorer.words import Id, Text
from api.routes.review import FACTS
from ontology.errors import UnknownResource
from ontology.i18n import Lang
from ontology.ids import part_id
from ontology.models import Draft, Order
from queries.store import GraphStore
from viz import pages
from viz.acts.model import DraftOf, ReadAct

if TYPE_CHECKING:
    from loaders.review.rows import Only, Row

# Readers of acts are imported by what needs them: the server should not start slower for them.

router = APIRouter()
Page = Annotated[int, Query(ge=1, le=100_000)]


@dataclass(frozen=True, slots=True)
class _Part:
    """What of an act is asked for: its facts, narrowed, or with `queue` the review of some, at one of them."""

    only: str | None
    kind: str | None
    queue: str | None
    fact: str | None


def _part(only: Text = None, kind: Text = None, queue: Text = None, fact: Text = None) -> _Part:
    return _Part(only, kind, queue, fact)


Part = Annotated[_Part, Depends(_part)]


@router.get("/orders")
def orders(
    store: Store,
    lang: Language,
    territory: Text = None,
    force: Text = None,
    status: Text = None,
    q: Text = None,
    page: Page = 1,
    as_of: AsOf = None,
) -> HTMLResponse:
    """All acts."""
    return HTMLResponse(
        pages.orders_page(
            store, territory=territory, force=force, status=status, q=q, page=page, as_of=as_of, lang=lang
        )
    )


@router.get("/orders/{id}")
def order(
    store: Store,
    lang: Language,
    id: Id,
    part: Part,
    edition: Text = None,
    territory: Text = None,
    as_of: AsOf = None,
) -> HTMLResponse:
    """An act and what was read of it; with `queue` its review. A draft is shown to those who have a key only."""
    if edition == "draft":
        return HTMLResponse(pages.draft_shell(id, {**asdict(part), "edition": edition}, as_of=as_of, lang=lang))
    if store.get(Order, id) is None:
        raise UnknownResource(
            "No act has this address", mend="Choose one from the list of acts; a draft is opened from there with a key."
        )
    return _shown(store, id, part, lang, draft=False, territory=territory, as_of=as_of)


@router.get("/orders/{id}/draft", dependencies=[Depends(writer)])
def draft(store: Store, lang: Language, id: Id, part: Part, as_of: AsOf = None) -> HTMLResponse:
    """The same page of a draft, for whoever brings a key."""
    return _shown(store, id, part, lang, draft=True, territory=None, as_of=as_of)


def _shown(
    store: GraphStore, id: str, part: _Part, lang: Lang, *, draft: bool, territory: str | None, as_of: AsOf
) -> HTMLResponse:
    act, sizes = _read(store, id, lang, draft=draft, queue=part.queue)
    if part.queue:
        html = pages.review_page(
            store, act, queue=part.queue, fact=part.fact, sizes=sizes, territory=territory, as_of=as_of, lang=lang
        )
    else:
        html = pages.order_page(store, act, only=part.only, kind=part.kind, territory=territory, as_of=as_of, lang=lang)
    return HTMLResponse(html)


def _read(
    store: GraphStore, id: str, lang: Lang, *, draft: bool, queue: str | None
) -> tuple[ReadAct, dict[str, tuple[int, int]]]:
    """The act with its facts, and how many of each queue are decided. UnknownResource."""
    from loaders.review.queue import decided
    from loaders.review.queue import queue as queue_of
    from loaders.review.rows import ONLY, rows
    from loaders.review.sources import functions_of, loaded, of_draft
    from loaders.review.values import Values

    kept = store.get(Draft, part_id(id, "draft"))
    if draft and kept is None:
        raise UnknownResource("No draft has this address", mend="It may have been confirmed: see the list of acts.")
    act = of_draft(kept) if draft and kept else loaded(store, id)
    functions = functions_of(store)
    values = Values(act, functions, lang)
    read = rows(act, values)
    queues: dict[Only, list[Row]] = {only: queue_of(act, values, only, read) for only in ONLY} if queue else {}
    return (
        ReadAct(
            order=act.order,
            facts=act.facts,
            rows=read,
            paths={kind: name for name, kind in FACTS.items()},
            queue=next((found for only, found in queues.items() if only == queue), []),
            draft=DraftOf(kept.file_name, kept.loaded_at.isoformat()) if draft and kept else None,
            draft_waits=kept is not None and not draft,
            functions={f.id: (f.code, f.label_en if lang == "en" else f.label_ru) for f in functions.values()},
        ),
        {only: (sum(decided(r) for r in found), len(found)) for only, found in queues.items()},
    )
