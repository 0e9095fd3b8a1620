"""Who gives what data to whom: the interactions by which data and reports pass."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from ontology.entities.vocabulary import InteractionKind
from queries.question import Ask, DerivedQuestion, Params, SubjectId, TerritoryId, Word
from queries.questions.interactions import INTERACTIONS, InteractionsParams, InteractionsRow

_DATA = frozenset({InteractionKind.PROVIDES_DATA, InteractionKind.REPORTS})


class DataFlowsParams(Params):
    """As of the question `interactions`."""

    territory: TerritoryId | None = Field(None, description="Territory of the act or of a side, with all in it.")
    subject: SubjectId | None = Field(None, description="Subject on either side.")
    source: Annotated[SubjectId | None, Word("subject", also="from")] = Field(None, description="Who gives.")
    target: Annotated[SubjectId | None, Word("subject", also="to")] = Field(None, description="Who receives.")


def _derive(ask: Ask, params: DataFlowsParams) -> list[InteractionsRow]:
    rows: list[InteractionsRow] = ask(INTERACTIONS, InteractionsParams.model_validate(params.model_dump()))
    return [row for row in rows if row.kind in _DATA]


DATA_FLOWS = DerivedQuestion(
    name="data_flows",
    summary_ru="Кто кому передаёт данные и отчёты, какие и по какому пункту.",
    summary_en="Who gives data and reports to whom, which and by which clause.",
    params=DataFlowsParams,
    row=InteractionsRow,
    uses=(INTERACTIONS,),
    derive=_derive,
)
