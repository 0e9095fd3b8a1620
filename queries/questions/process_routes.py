"""The routes that acts set, step by step, and where each one breaks."""

from __future__ import annotations

from datetime import date as Day
from pathlib import Path
from typing import Any, Literal

from pydantic import Field

from ontology.entities.base import Id
from ontology.entities.vocabulary import Level
from ontology.i18n import Lang
from queries.breaks import Break, explained
from queries.cited import Cited, function_json, named_json, order_json
from queries.question import Params, Question, TerritoryId

Performer = Literal["actual", "generic", "vacant"]
Link = Literal["same", "part-of", "fills", "interaction", "agreement", "agreement-missing"]


class ProcessRoutesParams(Params):
    """Routes of the territory's own acts, of those above it and of those below it; all routes without a territory."""

    territory: TerritoryId | None = Field(
        None, description="Territory whose routes are listed, with those above it and those that lie in it."
    )


class ProcessRoutesRow(Cited):
    """One step, by the clause that sets it. `place` of `steps`: its number in the route.

    `performer`: an actual subject, a generic one that nobody fills, or a vacant one; none without a subject. `holds`:
    whether the subject holds the step's function, itself or through the generic one it fills, by a clause in force;
    none when step has no function or no subject. `previous`: who does the step before. `link`: what connects the two,
    the strongest first: they are the same or parts of one body, one fills the other, one acts towards the other, or
    they have concluded an agreement; an agreement that is not concluded is `agreement-missing`; none: nothing.
    `link_detail`: kind of the interaction, status of the agreement. `relation`: of the act's territory to the one
    asked for.
    """

    route_id: Id
    route_name: str
    steps: int
    step_id: Id
    place: int
    subject_id: Id | None
    subject_name: str | None
    subject_level: Level | None
    subject_generic: bool | None
    performer: Performer | None
    function_id: Id | None
    function_code: str | None
    function_ru: str | None
    function_en: str | None
    holds: bool | None
    previous_id: Id | None
    previous_name: str | None
    link: Link | None
    link_detail: str | None
    link_order_id: Id | None
    link_order_number: str | None
    link_order_date: Day | None
    link_order_title: str | None
    link_clause_id: Id | None
    link_clause: str | None
    territory_id: Id
    territory_name: str
    relation: Literal["own", "above", "below"]

    @property
    def breaks(self) -> tuple[Break, ...]:
        """Why the route breaks at this step or on the way to it; empty when it does not."""
        found = {
            Break.NO_SUBJECT: self.subject_id is None,
            Break.NOT_HELD: self.holds is False,
            Break.GENERIC_ONLY: self.performer == "generic",
            Break.VACANT: self.performer == "vacant",
            Break.NO_LINK: self.link is None and None not in (self.subject_id, self.previous_id),
            Break.AGREEMENT_MISSING: self.link == "agreement-missing",
        }
        return tuple(code for code, broken in found.items() if broken)

    def public(self, lang: Lang) -> dict[str, Any]:
        """Route, step, subject, function, link to the step before, breaks with their sentences, the clause."""
        link = None
        if self.link is not None:
            order = order_json(self.link_order_id, self.link_order_number, self.link_order_date, self.link_order_title)
            link = {"kind": self.link, "detail": self.link_detail, "order": order, "clause": self.link_clause}
        subject = named_json(
            self.subject_id,
            self.subject_name,
            level=self.subject_level,
            generic=self.subject_generic,
            performer=self.performer,
        )
        function = function_json(self.function_id, self.function_code, self.function_ru, self.function_en, lang)
        return {
            "route": {"id": self.route_id, "name": self.route_name, "steps": self.steps},
            "step": self.place,
            "step_id": self.step_id,
            "subject": subject,
            "function": function,
            "holds": self.holds,
            "previous": named_json(self.previous_id, self.previous_name),
            "link": link,
            "breaks": [code.value for code in self.breaks],
            "explanation": explained(
                self.breaks, lang, subject=self.subject_name, previous=self.previous_name, function=self.function_code
            ),
            "territory": {"id": self.territory_id, "name": self.territory_name, "relation": self.relation},
        } | self.cited()


PROCESS_ROUTES = Question(
    name="process_routes",
    summary_ru="Через кого по шагам проходят маршруты и где они рвутся.",
    summary_en="Through whom the routes run, step by step, and where they break.",
    params=ProcessRoutesParams,
    row=ProcessRoutesRow,
    folder=Path(__file__).parent,
)
