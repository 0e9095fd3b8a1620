"""A scenario carried out in a store: step by step, inside a transaction that the caller takes back."""

from __future__ import annotations

from datetime import date as Day
from typing import Any

from ontology.errors import InputError, NotFound, OporaError
from ontology.i18n import Lang
from queries.store import GraphStore
from queries.whatif.changes import Changes
from queries.whatif.named import Names
from queries.whatif.scenario import Scenario
from queries.whatif.steps import HANDLERS
from queries.whatif.vocabulary import Keys
from queries.whatif.world import World


def carry_out(
    store: GraphStore, inside: GraphStore, scenario: Scenario, as_of: Day, lang: Lang
) -> tuple[World, list[dict[str, Any]]]:
    """The world after the last step, and per step what was done and what its words were taken for.

    `store`: the graph as it is, in which words are looked up; `inside`: the same within the transaction. An error of a
    step names the step.
    """
    world = World(
        store=inside,
        names=Names(store=store, lang=lang, territory=scenario.territory),
        changes=Changes(inside),
        as_of=as_of,
        lang=lang,
    )
    told: list[dict[str, Any]] = []
    for number, step in enumerate(scenario.steps, start=1):
        world.names.taken.clear()
        try:
            done = HANDLERS[step.action](world, step.detail)
        except (InputError, NotFound) as error:
            raise _in_step(error, number, step.action, lang) from error
        told.append({"no": number, "action": step.action, "done": done, "taken": _once(world.names.taken)})
    return world, told


def _once(taken: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Words that a step uses twice are told once."""
    return [said for place, said in enumerate(taken) if said not in taken[:place]]


def _in_step(error: OporaError, number: int, action: str, lang: Lang) -> OporaError:
    """The same error, which says in which step it is."""
    step = f"{number} ({Keys((action,)).in_language(lang)})"
    where = f"{error.where}, " if error.where else ""
    word = "шаг" if lang == "ru" else "step"
    return type(error)(error.what, where=f"{where}{word} {step}", mend=error.mend, rule=error.rule, **error.params)
