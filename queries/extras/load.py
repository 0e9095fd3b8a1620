"""Load: the norms that bear on the territory, the load of the whole, and what is not known."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from ontology.i18n import translator
from queries.extras.asked import Asked
from queries.extras.invented import invented
from queries.load_norms import total_load
from queries.questions.load import LoadRow


def load(asked: Asked) -> Mapping[str, Any]:
    """`norms`, `total_load`, `notes`."""
    _ = translator(asked.lang)
    rows = cast("list[LoadRow]", asked.rows)
    total, norms = total_load(asked.store, asked.params, asked.lang)
    notes = invented(any(r.invented for r in rows), asked.lang)
    if not rows:
        notes.append(
            _("Neither teachers nor methodists of this territory are known: load headcounts.csv and methodists.csv.")
        )
    elif total["teachers"] is None:
        notes.append(_("Teachers of this territory are not counted: load headcounts.csv."))
    elif not total["fte"]:
        notes.append(_("No methodist of this territory is known: load methodists.csv."))
    return {"norms": norms, "total_load": total, "notes": notes}
