"""What stands behind a cell of the matrix: its clauses, or why there is nobody and what to do."""

from __future__ import annotations

from datetime import date

from ontology.i18n import Lang
from queries.answer import answer
from queries.store import GraphStore
from viz.address import Address
from viz.render import render


def cell_fragment(
    store: GraphStore,
    *,
    function: str,
    territory: str,
    level: str | None = None,
    subject: str | None = None,
    as_of: date | None = None,
    lang: Lang,
) -> str:
    """Who holds the function there, as an HTML fragment; `subject`: only this one (an id).

    Raises UnknownFunction, UnknownTerritory, BadParameter.
    """
    words = {"function": function, "territory": territory} | ({"level": level} if level and not subject else {})
    body = answer(store, "responsibility", words, lang=lang, as_of=as_of).model_dump(mode="json")
    rows = [row for row in body["rows"] if not subject or row["subject"]["id"] == subject]
    at = Address("/coverage", lang, as_of, body["params"]["territory"]["id"])
    return render(
        "_cell.html",
        at,
        rows=rows,
        nobody=None if subject else body["nobody"],
        function=body["params"]["function"],
        quoted=any(row["quote"] for row in rows),
    )
