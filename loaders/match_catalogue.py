"""The catalogue's key terms, read from its Turtle file into rules the matcher can score."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from rdflib import Graph, Namespace
from rdflib.namespace import RDF, SKOS
from rdflib.term import Node

from loaders.match_terms import split_terms

OPORA = Namespace("https://w3id.org/opora/ns#")

Group = frozenset[str]


@dataclass(frozen=True, slots=True)
class Rule:
    """One way a function is worded: what the head must name, what must stand anywhere, what helps; what forbids it
    in the head, what forbids it anywhere."""

    code: str
    head: tuple[Group, ...]
    required: tuple[Group, ...]
    optional: tuple[Group, ...]
    excluded: Group
    forbidden: Group

    @property
    def anchor(self) -> Group:
        """The smallest group that must be found: the first thing to look for."""
        return min((*self.head, *self.required), key=lambda group: (len(group), sorted(group)))

    def terms(self) -> set[str]:
        """All terms the rule looks for."""
        return set().union(*self.head, *self.required, *self.optional, self.excluded, self.forbidden)


@dataclass(frozen=True, slots=True)
class Rules:
    """The matcher's view of a catalogue: its rules in a fixed order, and the Russian label of each code."""

    rules: tuple[Rule, ...]
    labels: dict[str, str]


def _groups(graph: Graph) -> dict[str, tuple[str, ...]]:
    """The declared groups; a group may name another one, one level deep."""
    raw = {
        str(graph.value(node, SKOS.notation)): str(graph.value(node, OPORA.terms))
        for node in graph.subjects(RDF.type, OPORA.TermGroup)
    }
    plain = {name: split_terms(text, {}) for name, text in raw.items() if "@" not in text}
    return plain | {name: split_terms(text, plain) for name, text in raw.items() if "@" in text}


def _order(rule: Rule) -> list[list[str]]:
    """A sorting key that does not depend on how the file was parsed: blank nodes have no order of their own."""
    groups = (*rule.head, *rule.required, *rule.optional, rule.excluded, rule.forbidden)
    return [sorted(group) for group in groups]


def read_rules(path: Path) -> Rules:
    """Read the rules of a catalogue.

    Raises OSError when the file cannot be read, a parser error when it is not Turtle, KeyError when a term names a
    group that is not declared.
    """
    graph = Graph().parse(path, format="turtle")
    groups = _groups(graph)

    def alternatives(node: Node, name: str) -> tuple[Group, ...]:
        texts = sorted(str(value) for value in graph.objects(node, OPORA[name]))
        return tuple(frozenset(split_terms(text, groups)) for text in texts)

    def merged(node: Node, name: str) -> Group:
        return frozenset(term for group in alternatives(node, name) for term in group)

    rules: list[Rule] = []
    labels: dict[str, str] = {}
    for function in sorted(set(graph.subjects(RDF.type, OPORA.Function)), key=str):
        code = str(graph.value(function, SKOS.notation))
        labels[code] = next(
            (str(label) for label in graph.objects(function, SKOS.prefLabel) if getattr(label, "language", "") == "ru"),
            code,
        )
        found = []
        for node in graph.objects(function, OPORA.keyTerms):
            found.append(
                Rule(
                    code=code,
                    head=alternatives(node, "headTerms"),
                    required=alternatives(node, "requiredTerms"),
                    optional=alternatives(node, "optionalTerms"),
                    excluded=merged(node, "excludedTerms"),
                    forbidden=merged(node, "forbiddenTerms"),
                )
            )
        rules.extend(sorted(found, key=_order))
    return Rules(tuple(rules), labels)
