"""The chain upward of a function in a territory: who holds it, what each is a part of, who stands above them."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from pydantic import Field

from ontology.entities.base import Id
from ontology.entities.vocabulary import Role
from ontology.i18n import Lang
from queries.cited import MayCite, named_json
from queries.question import Ask, DerivedQuestion, FunctionId, Params, TerritoryId
from queries.questions.responsibility import RESPONSIBILITY, ResponsibilityParams, ResponsibilityRow
from queries.questions.superiors import SUPERIORS, SuperiorsParams, SuperiorsRow

_HOPS = 6  # longer chains are rings, or no chains of command
_FIRST = frozenset({Role.RESPONSIBLE, Role.ACCOUNTABLE})


class ChainUpwardParams(Params):
    """As of the question `responsibility`."""

    function: FunctionId = Field(description="Function of the catalogue.")
    territory: TerritoryId = Field(description="Territory the chain starts in.")


class ChainUpwardRow(MayCite):
    """One link. Hop 0: a subject that holds the function, in its role; hop n: a subject that stands above one of hop
    n - 1 (`lower`), named there for the first time. `relation`: holds, or how the lower one stands below."""

    hop: int
    subject_id: Id
    subject_name: str
    relation: str
    role: Role | None
    lower_id: Id | None
    lower_name: str | None

    def public(self, lang: Lang) -> dict[str, Any]:
        """The subject, what it stands above, order and clause."""
        return {
            "hop": self.hop,
            "subject": named_json(self.subject_id, self.subject_name),
            "relation": self.relation,
            "role": self.role.value if self.role else None,
            "lower": named_json(self.lower_id, self.lower_name),
        } | self.cited()


def _derive(ask: Ask, params: ChainUpwardParams) -> list[ChainUpwardRow]:
    """Breadth first from those who answer for the function; from all who hold it when nobody answers for it."""
    held: list[ResponsibilityRow] = ask(RESPONSIBILITY, ResponsibilityParams.model_validate(params.model_dump()))
    if any(row.role in _FIRST for row in held):
        held = [row for row in held if row.role in _FIRST]
    above: dict[Id, list[SuperiorsRow]] = defaultdict(list)
    if held:
        for link in ask(SUPERIORS, SuperiorsParams(territory=params.territory, as_of=params.as_of)):
            above[link.subject_id].append(link)
    rows = [_holder(row) for row in held]
    seen: dict[Id, int] = {row.subject_id: 0 for row in held}
    border = list(seen)
    for hop in range(1, _HOPS + 1):
        links = [link for lower in border for link in above[lower]]
        for link in links:
            seen.setdefault(link.superior_id, hop)
        reached = [link for link in links if seen[link.superior_id] == hop]
        rows += [_link(link, hop) for link in reached]
        border = list(dict.fromkeys(link.superior_id for link in reached))
    return rows


def _holder(row: ResponsibilityRow) -> ChainUpwardRow:
    return ChainUpwardRow(
        hop=0,
        relation="holds",
        lower_id=None,
        lower_name=None,
        **row.model_dump(include=set(ChainUpwardRow.model_fields) - {"hop", "relation", "lower_id", "lower_name"}),
    )


def _link(link: SuperiorsRow, hop: int) -> ChainUpwardRow:
    return ChainUpwardRow(
        hop=hop,
        subject_id=link.superior_id,
        subject_name=link.superior_name,
        relation=link.relation.value,
        role=None,
        lower_id=link.subject_id,
        lower_name=link.subject_name,
        **link.model_dump(include=set(MayCite.model_fields)),
    )


CHAIN_UPWARD = DerivedQuestion(
    name="chain_upward",
    summary_ru="Цепочка вверх по функции: кто её держит, в состав кого входит, кто стоит над ним.",
    summary_en="The chain upward of a function: who holds it, what each is a part of, who stands above.",
    params=ChainUpwardParams,
    row=ChainUpwardRow,
    uses=(RESPONSIBILITY, SUPERIORS),
    derive=_derive,
)
