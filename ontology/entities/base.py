"""What every entity shares: frozen pydantic models whose fields carry their meaning.

Each field is declared once, here beside its type: what it is, in which unit, from where, under which RDF property,
and, when it points to another entity, along which relation. `ontology.property_graph` (tables, labels, columns,
relations) and `ontology.rdf` are derived from these declarations; a test holds them against `ontology/schema/*.ttl`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Annotated, Any, ClassVar, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from ontology.entities.vocabulary import ReadingStatus

OPORA = "https://w3id.org/opora/ns#"
ID_BASE = "https://w3id.org/opora/id/"

Id = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,200}$")]
Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
# xsd:decimal has one zero, so -0.0 is 0.0 here as well, before it stands in a store as another value than in RDF.
Real = Annotated[float, AfterValidator(lambda value: value + 0.0)]


@dataclass(frozen=True, slots=True)
class Prop:
    """A value of an entity.

    `iri`: RDF property as a prefixed name. `unit`: of a number or date. `source`: where the value comes from.
    `lang`: language tag of the literal. `local`: the text of the user's own copy of an act: kept in the store,
    never bundled, never exported unless asked, and never erased by loading facts without it.
    `ordered`: of a list, its order is part of the fact (an RDF list); other lists are sets, see AS_SET.
    """

    iri: str
    text: str
    unit: str = ""
    source: str = "order"
    lang: Literal["", "ru", "en"] = ""
    local: bool = False
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Ref:
    """A relation to another entity: (this)-[relation]->(target); `iri` is the RDF property."""

    target: str
    relation: str
    iri: str
    text: str
    source: str = "order"


def _as_set(values: tuple[Any, ...]) -> tuple[Any, ...]:
    def place(value: Any) -> Any:
        return list(type(value)).index(value) if isinstance(value, Enum) else value

    return tuple(sorted(set(values), key=place))


# A list whose order says nothing is kept sorted and without repeats, so that the same fact is equal to itself after a
# way through RDF, where several values of a property have no order. Words of a closed list keep the list's order.
AS_SET = AfterValidator(_as_set)


class Entity(BaseModel):
    """Anything the graph holds. `iri`: its class as a prefixed name; `table`: its SQLite table."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)

    iri: ClassVar[str]
    table: ClassVar[str]

    id: Id = Field(description="Stable identifier, ASCII; see ontology.ids.")


class Reviewed(Entity):
    """A fact a person can review. Assignments and orders call the first field `status`: that is the word of answers;
    agreements and activities have a status of their own, so for all others it is `review`."""

    review: Annotated[ReadingStatus, Prop("opora:status", "Extracted, confirmed by a person, or to review again")] = (
        ReadingStatus.EXTRACTED
    )
    confirmed_by: Annotated[str | None, Prop("opora:confirmedBy", "Who confirmed it", source="review")] = None
    confirmed_at: Annotated[datetime | None, Prop("opora:confirmedAt", "When", unit="UTC", source="review")] = None
