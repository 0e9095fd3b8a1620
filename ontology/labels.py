"""What the words of closed lists are called, for people: read off the schema, where they are declared."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from functools import cache
from pathlib import Path
from types import MappingProxyType

from rdflib import RDFS, Graph, URIRef

from ontology.entities.base import OPORA, Entity
from ontology.i18n import Lang
from ontology.rdf_names import expand, word_iri

_SCHEMA = Path(__file__).parent / "schema"


@cache
def _labels() -> Mapping[tuple[str, str], str]:
    graph = Graph()
    for path in sorted(_SCHEMA.glob("*.ttl")):
        graph.parse(path, format="turtle")
    found = ((str(s), getattr(o, "language", None) or "", str(o)) for s, o in graph.subject_objects(RDFS.label))
    return MappingProxyType({(iri, lang): text for iri, lang, text in found if iri.startswith(OPORA)})


def label(word: Enum, lang: Lang) -> str:
    """What a word of a closed list is called."""
    return _labels().get((str(word_iri(word)), lang), str(word.value))


def class_label(kind: type[Entity], lang: Lang) -> str:
    """What a class of entities is called."""
    return _labels().get((str(expand(kind.iri)), lang), kind.__name__)


def property_label(iri: str, lang: Lang) -> str:
    """What a property is called, by its prefixed name; the name itself when it is not of our schema."""
    return _labels().get((str(URIRef(expand(iri))), lang), iri)


@cache
def words_by_label(list_: type[Enum]) -> Mapping[str, Enum]:
    """The words of a closed list by value and by what they are called in any language, in lower case."""
    found: dict[str, Enum] = {}
    for word in list_:
        found[str(word.value).lower()] = word
        for lang in ("ru", "en"):
            found.setdefault(label(word, lang).lower(), word)
    return MappingProxyType(found)
