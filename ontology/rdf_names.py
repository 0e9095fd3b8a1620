"""Names in RDF: prefixes, IRIs of entities and of the words of closed lists. Everything is reversible.

| what | IRI |
|---|---|
| entity | `https://w3id.org/opora/id/<id>` |
| function, direction | `https://w3id.org/opora/function/F1.02`, `…/direction/1` (ids `f-f1-02`, `d-1`) |
| word of a closed list | `opora:<list>-<word>` (`opora:role-responsible`); a level: `opora:<word>` (`opora:regional`) |
| named graph of an order | `https://w3id.org/opora/graph/<order id>`; of what orders share, `…/graph/shared` |

Levels have no list in their names because the catalogue, which people write by hand, speaks of nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import Enum
from functools import cache, lru_cache
from types import MappingProxyType

from rdflib import URIRef

from ontology.entities import vocabulary
from ontology.entities.base import ID_BASE, OPORA, Id
from ontology.entities.vocabulary import Level
from ontology.errors import DeclarationError
from ontology.ids import slug

BASE = "https://w3id.org/opora/"
GRAPH_BASE = BASE + "graph/"
SHARED_GRAPH = URIRef(GRAPH_BASE + "shared")

PREFIXES: Mapping[str, str] = MappingProxyType(
    {
        "direction": BASE + "direction/",
        "function": BASE + "function/",
        "graph": GRAPH_BASE,
        "id": ID_BASE,
        "opora": OPORA,
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "skos": "http://www.w3.org/2004/02/skos/core#",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
    }
)
# Class → (prefix of its ids, namespace of its IRIs): entries of the catalogue live in namespaces of their own.
_CATALOGUE: Mapping[str, tuple[str, str]] = MappingProxyType(
    {"Function": ("f-", PREFIXES["function"]), "Direction": ("d-", PREFIXES["direction"])}
)
_LOCAL = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?")


@cache
def expand(name: str) -> URIRef:
    """Return the IRI of a prefixed name; an unknown prefix is a mistake in a declaration."""
    prefix, _, local = name.partition(":")
    if prefix not in PREFIXES:
        raise DeclarationError("{name} has an unknown prefix", name=name)
    return URIRef(PREFIXES[prefix] + local)


def shorten(iri: str) -> str:
    """Return an IRI as Turtle writes it: a prefixed name when one fits, else in angle brackets."""
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace) and _LOCAL.fullmatch(iri[len(namespace) :]):
            return f"{prefix}:{iri[len(namespace) :]}"
    return f"<{iri}>"


@lru_cache(maxsize=100_000)
def entity_iri(label: str, id: Id) -> URIRef:
    """Return the IRI of the entity of class `label` with this id."""
    if label in _CATALOGUE:
        start, namespace = _CATALOGUE[label]
        tail = id.removeprefix(start)
        code = tail.upper().replace("-", ".")
        if id.startswith(start) and slug(code) == tail:
            return URIRef(namespace + code)
    return URIRef(ID_BASE + id)


def entity_id(iri: str) -> Id | None:
    """Return the id an IRI stands for; None when it is not one of ours."""
    for start, namespace in _CATALOGUE.values():
        if iri.startswith(namespace):
            return start + slug(iri[len(namespace) :])
    return iri.removeprefix(ID_BASE) if iri.startswith(ID_BASE) else None


def graph_iri(order: Id | None) -> URIRef:
    """Return the named graph of an order; of shared things when there is none."""
    return URIRef(GRAPH_BASE + order) if order else SHARED_GRAPH


def _kebab(name: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "-", name).lower().replace("_", "-")


def word_lists() -> tuple[type[Enum], ...]:
    """The closed lists of words, each a class of the schema."""
    found = [v for v in vars(vocabulary).values() if isinstance(v, type) and issubclass(v, Enum)]
    return tuple(v for v in found if v.__module__ == vocabulary.__name__)


@lru_cache(maxsize=None, typed=True)  # typed: the same word in two lists is equal as a string
def word_iri(word: Enum) -> URIRef:
    """Return the individual that stands for a word of a closed list."""
    owner = "" if isinstance(word, Level) else _kebab(type(word).__name__) + "-"
    return URIRef(f"{OPORA}{owner}{_kebab(word.name)}")


@cache
def words(list_: type[Enum]) -> Mapping[str, Enum]:
    """IRI → word, for one closed list."""
    return MappingProxyType({str(word_iri(word)): word for word in list_})
