"""What every answer without rows says of a territory: whether any of its acts could have said something."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from ontology.i18n import translator
from queries.extras.asked import Asked
from queries.nobody import Nobody, no_act
from queries.nobody_reasons import Reason, sentence
from queries.questions import ACTS
from queries.questions.acts import ActsParams, ActsRow


def usual(asked: Asked) -> Mapping[str, Any]:
    """`nobody` with its reason when nothing was found since no act is loaded or in force; else a note that says so."""
    place = asked.place()
    if asked.rows or place is None:
        return {}
    acts = cast("list[ActsRow]", asked.store.ask(ACTS, ActsParams(territory=place[0], as_of=asked.params.as_of)))
    if not acts:
        return {"nobody": no_act(place[1], asked.lang)}
    if not any(act.in_force for act in acts):
        return {
            "nobody": Nobody(reason=Reason.NOT_IN_FORCE, explanation=f"{sentence(Reason.NOT_IN_FORCE, asked.lang)}.")
        }
    _ = translator(asked.lang)
    return {
        "notes": [
            _(
                "Acts of the territory are loaded ({count} in force), and none of them says anything of this.",
                count=sum(act.in_force for act in acts),
            )
        ]
    }
