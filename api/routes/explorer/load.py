"""Load of methodists: the page, and the proposal who could support which school."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, Response

from api.deps import AsOf, Language, Store
from api.formats import XLSX
from api.routes.explorer.words import Text
from viz import pages

router = APIRouter()


@router.get("/load")
def load(
    store: Store,
    lang: Language,
    territory: Text = None,
    by: Text = None,
    rows: Text = None,
    rebalance: Text = None,
    norm: Text = None,
    as_of: AsOf = None,
) -> HTMLResponse:
    """Teachers per methodist against the norm."""
    return HTMLResponse(
        pages.load_page(
            store, territory=territory, by=by, rows=rows, rebalance=rebalance, norm=norm, as_of=as_of, lang=lang
        )
    )


@router.get("/load/rebalance")
def proposal(
    store: Store, lang: Language, territory: Text = None, norm: Text = None, as_of: AsOf = None
) -> HTMLResponse:
    """The proposal alone, to stand in the page."""
    return HTMLResponse(pages.proposal_fragment(store, territory=territory, norm=norm, as_of=as_of, lang=lang))


@router.get("/load/rebalance.xlsx")
def proposal_book(
    store: Store, lang: Language, territory: Text = None, norm: Text = None, as_of: AsOf = None
) -> Response:
    """The proposal as a workbook."""
    content = pages.proposal_book(store, territory=territory, norm=norm, as_of=as_of, lang=lang)
    return Response(content, media_type=XLSX, headers=_file("rebalance.xlsx"))


@router.get("/load/rebalance.yaml")
def proposal_scenario(store: Store, lang: Language, territory: Text = None, norm: Text = None) -> Response:
    """The proposal as a scenario of `opora whatif`."""
    text = pages.proposal_scenario(store, territory=territory, norm=norm, lang=lang)
    return Response(text, media_type="application/yaml; charset=utf-8", headers=_file("rebalance.yaml"))


def _file(name: str) -> dict[str, str]:
    return {"Content-Disposition": f'attachment; filename="{name}"'}
