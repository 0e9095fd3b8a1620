"""Coverage broken down by municipality: the region's own cells, and those of each municipality in it."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field

from ontology.entities.base import Id
from ontology.entities.vocabulary import Level, TerritoryKind
from ontology.errors import BadParameter
from ontology.i18n import Lang
from queries.comparing import catalogue_order
from queries.question import Ask, DerivedQuestion, DirectionId, Params, TerritoryId
from queries.questions.coverage import COVERAGE, CellStatus, CoverageParams, CoverageRow
from queries.questions.expected_share import EXPECTED_SHARE, ExpectedShareParams, ExpectedShareRow

_MOST = 200  # columns; no region has more municipalities, and each costs a matrix

BelowRegion = Literal[Level.MUNICIPAL, Level.INSTITUTIONAL]


class CoverageByMunicipalityParams(Params):
    """The territory's cells of its own level come first: regional for a region, federal for the country."""

    territory: TerritoryId = Field(description="Territory whose municipalities are compared.")
    level: BelowRegion = Field(Level.MUNICIPAL, description="Level of the cells of each municipality.")
    direction: DirectionId | None = Field(None, description="Only functions of this direction of the catalogue.")
    status: CellStatus | None = Field(None, description="Only cells in this state.")
    without_acts: bool = Field(False, description="Also municipalities of which no act is loaded.")


class CoverageByMunicipalityRow(CoverageRow):
    """One cell of the question `coverage`, of the territory `place`. `acts`: how many of its own are loaded."""

    place_id: Id
    place_name: str
    place_kind: TerritoryKind
    acts: int

    def public(self, lang: Lang) -> dict[str, Any]:
        """The cell, and which territory it is of."""
        place = {"id": self.place_id, "name": self.place_name, "kind": self.place_kind.value}
        return {"territory": place, "acts": self.acts} | super().public(lang)


_OWN = {TerritoryKind.COUNTRY: Level.FEDERAL, TerritoryKind.REGION: Level.REGIONAL}


def _derive(ask: Ask, params: CoverageByMunicipalityParams) -> list[CoverageByMunicipalityRow]:
    """The matrix of each territory, by function: its own cells, then the municipalities by name."""
    shares: list[ExpectedShareRow] = ask(
        EXPECTED_SHARE, ExpectedShareParams(territory=params.territory, as_of=params.as_of)
    )
    own = [row for row in shares if row.territory_id == params.territory]
    below = [
        row
        for row in sorted(shares, key=lambda row: (row.territory_name, row.territory_id))
        if row.territory_id != params.territory
        and row.territory_kind is TerritoryKind.MUNICIPALITY
        and (row.acts or params.without_acts)
    ]
    if len(below) > _MOST:
        raise BadParameter("There are {count} municipalities", mend="Ask for one region", count=len(below))
    rows: list[CoverageByMunicipalityRow] = []
    for place in (*own, *below):
        level = _OWN.get(place.territory_kind, params.level)
        asked = CoverageParams(
            territory=place.territory_id,
            level=level,
            direction=params.direction,
            status=params.status,
            as_of=params.as_of,
        )
        rows += [
            CoverageByMunicipalityRow(
                **vars(cell),
                place_id=place.territory_id,
                place_name=place.territory_name,
                place_kind=place.territory_kind,
                acts=place.acts,
            )
            for cell in ask(COVERAGE, asked)
        ]
    columns = {place.territory_id: number for number, place in enumerate((*own, *below))}
    return sorted(
        rows,
        key=lambda row: (
            catalogue_order(row.direction_code, row.direction_id),
            catalogue_order(row.function_code, row.function_id),
            columns[row.place_id],
        ),
    )


COVERAGE_BY_MUNICIPALITY = DerivedQuestion(
    name="coverage_by_municipality",
    summary_ru="В каких муниципалитетах какая функция закреплена: матрица «функция × муниципалитет» и сам регион.",
    summary_en="In which municipalities which function is held: function by municipality, and the region itself.",
    params=CoverageByMunicipalityParams,
    row=CoverageByMunicipalityRow,
    uses=(COVERAGE, EXPECTED_SHARE),
    derive=_derive,
)
