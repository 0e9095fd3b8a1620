"""Acts in force: why a territory has none."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from ontology.i18n import translator
from queries.extras.asked import Asked
from queries.nobody import Nobody, act, no_act
from queries.nobody_reasons import Reason
from queries.questions import ACTS
from queries.questions.acts import ActsParams, ActsRow


def acts_in_force(asked: Asked) -> Mapping[str, Any]:
    """`nobody` when no act of the territory itself is loaded, or none of them is in force on the day."""
    place = asked.place()
    if asked.rows or place is None:
        return {}
    found = cast("list[ActsRow]", asked.store.ask(ACTS, ActsParams(territory=place[0], as_of=asked.params.as_of)))
    own = [row for row in found if row.relation == "own"]
    if not own:
        return {"nobody": no_act(place[1], asked.lang)}
    _ = translator(asked.lang)
    said = _("Loaded, and not in force on this day: {acts}", acts="; ".join(act(row, asked.lang) for row in own))
    return {"nobody": Nobody(reason=Reason.NOT_IN_FORCE, explanation=f"{said}.")}
