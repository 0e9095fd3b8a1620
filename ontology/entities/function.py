"""The catalogue of functions: a SKOS scheme, directions > functions."""

from __future__ import annotations

from typing import Annotated, ClassVar

from ontology.entities.base import AS_SET, Entity, Id, Prop, Ref
from ontology.entities.vocabulary import Level

_CATALOGUE = "ontology/catalogue/functions.ttl"


class Direction(Entity):
    """A direction of work: top concept of the catalogue."""

    iri: ClassVar[str] = "opora:Direction"
    table: ClassVar[str] = "directions"

    code: Annotated[str, Prop("skos:notation", "Code of the direction", source=_CATALOGUE)]
    label_ru: Annotated[str, Prop("skos:prefLabel", "Russian label", source=_CATALOGUE, lang="ru")]
    label_en: Annotated[str, Prop("skos:prefLabel", "English label", source=_CATALOGUE, lang="en")]


class Function(Entity):
    """An entry of the catalogue: what makes two regions comparable. (Function)-[IN_DIRECTION]->(Direction)."""

    iri: ClassVar[str] = "opora:Function"
    table: ClassVar[str] = "functions"

    code: Annotated[str, Prop("skos:notation", "Code of the function", source=_CATALOGUE)]
    label_ru: Annotated[str, Prop("skos:prefLabel", "Russian label", source=_CATALOGUE, lang="ru")]
    label_en: Annotated[str, Prop("skos:prefLabel", "English label", source=_CATALOGUE, lang="en")]
    note_ru: Annotated[str, Prop("skos:scopeNote", "What belongs here and what does not", source=_CATALOGUE, lang="ru")]
    note_en: Annotated[str, Prop("skos:scopeNote", "What belongs here and what does not", source=_CATALOGUE, lang="en")]
    alternative_labels: Annotated[
        tuple[str, ...], Prop("skos:altLabel", "Alternative wordings", source=_CATALOGUE, lang="ru"), AS_SET
    ] = ()
    expected_levels: Annotated[
        tuple[Level, ...], Prop("opora:expectedLevel", "Levels expected to hold it", source=_CATALOGUE), AS_SET
    ] = ()
    expectation_basis: Annotated[
        str, Prop("opora:expectationBasis", "On what basis it is expected there", source=_CATALOGUE, lang="ru")
    ] = ""
    direction: Annotated[Id, Ref("Direction", "IN_DIRECTION", "skos:broader", "Its direction", source=_CATALOGUE)]
