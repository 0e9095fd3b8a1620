"""Chains: when there is none, between whom there is nothing, and with whom each of the two is connected."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, cast

from ontology.entities.base import Id
from ontology.i18n import Lang, translator
from queries.extras.asked import Asked
from queries.questions.chains import ChainsParams, relations_near
from queries.questions.relations import RelationsRow

_SHOWN = 3


def chains(asked: Asked) -> Mapping[str, Any]:
    """`notes` when no chain was found."""
    if asked.rows:
        return {}
    _ = translator(asked.lang)
    params = cast(ChainsParams, asked.params)
    names = {params.source: asked.known["source"].taken.name, params.target: asked.known["target"].taken.name}
    if len(names) == 1:
        return {"notes": [_("Both ends are «{name}»: name two different subjects.", name=names[params.source])]}
    rows = relations_near(asked.store.ask, params)
    none = _(
        "No acts in force connect «{source}» with «{target}».", source=names[params.source], target=names[params.target]
    )
    return {"notes": [none, *(_neighbours(rows, id, name, asked.lang) for id, name in names.items())]}


def _neighbours(rows: Sequence[RelationsRow], id: Id, name: str, lang: Lang) -> str:
    _ = translator(lang)
    found: dict[Id, str] = {}
    for row in rows:
        if id in (row.source_id, row.target_id):
            other = (row.target_id, row.target_name) if row.source_id == id else (row.source_id, row.source_name)
            found.setdefault(*other)
    if not found:
        return _("No act in force connects «{name}» with anybody.", name=name)
    said = "; ".join(f"«{other}»" for other in list(found.values())[:_SHOWN])
    if len(found) > _SHOWN:
        said = f"{said}; {_('and {count} more', count=len(found) - _SHOWN)}"
    return _("«{name}» is connected with: {names}.", name=name, names=said)
