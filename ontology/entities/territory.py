"""Territories: country > region > municipality."""

from __future__ import annotations

from typing import Annotated, ClassVar

from ontology.entities.base import Entity, Id, Prop, Ref
from ontology.entities.vocabulary import TerritoryKind


class Territory(Entity):
    """A country, a region or a municipality. (Territory)-[PART_OF]->(Territory)."""

    iri: ClassVar[str] = "opora:Territory"
    table: ClassVar[str] = "territories"

    name: Annotated[
        str, Prop("opora:name", "Official name in the nominative", source="register of territories or order")
    ]
    kind: Annotated[TerritoryKind, Prop("opora:territoryKind", "Country, region or municipality")]
    part_of: Annotated[
        Id | None, Ref("Territory", "PART_OF", "opora:partOfTerritory", "The territory this one lies in")
    ] = None
    iso_3166_2: Annotated[str | None, Prop("opora:iso31662", "ISO 3166-2 code", source="ISO 3166-2")] = None
    oktmo: Annotated[
        str | None, Prop("opora:oktmo", "ОКТМО code (8 or 11 digits; 2 leading for a region)", source="ОКТМО")
    ] = None
