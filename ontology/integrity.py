"""What shapes cannot say about a batch of entities: references that lead nowhere, ids used twice, circles.

Each check yields violations; the rule's name is its link in `docs/ontology.md`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from ontology.entities.base import Entity, Id
from ontology.i18n import Lang, gettext, translator
from ontology.property_graph import NODE_OF, NODES

Known = Callable[[str, Id], bool]


@dataclass(frozen=True, slots=True)
class Violation:
    """A fact that breaks a rule. `rule`: a shape's IRI or the name of a check; `path`: the field or RDF property."""

    rule: str
    focus: Id
    path: str
    ru: str
    en: str

    def in_language(self, lang: Lang) -> str:
        """What is wrong, in this language."""
        return self.ru if lang == "ru" else self.en


def _violation(rule: str, focus: Id, path: str, msgid: str, **params: object) -> Violation:
    return Violation(rule, focus, path, translator("ru")(msgid, **params), translator("en")(msgid, **params))


def _targets(entity: Entity) -> Iterator[tuple[str, str, Id]]:
    """(field, class of the target, id of the target) of each reference."""
    for relation in NODE_OF[type(entity)].relations:
        value = getattr(entity, relation.name)
        for target in value if relation.many else (value,):
            if target is not None:
                yield relation.name, relation.target, target


def repeated(entities: Sequence[Entity]) -> Iterator[Violation]:
    """Two entities of one id that say different things; the same fact twice is no harm."""
    seen: dict[Id, Entity] = {}
    for entity in entities:
        other = seen.setdefault(entity.id, entity)
        if other != entity or type(other) is not type(entity):
            yield _violation(
                "one-id",
                entity.id,
                "id",
                gettext("one id stands for two entities ({first} and {second})"),
                first=type(other).__name__,
                second=type(entity).__name__,
            )


def dangling(entities: Sequence[Entity], known: Known | None) -> Iterator[Violation]:
    """References to an entity that is neither in the batch nor `known` elsewhere, or is of another class."""
    present = {(type(e).__name__, e.id) for e in entities}
    for entity in entities:
        for field, label, target in _targets(entity):
            if (label, target) not in present and not (known is not None and known(label, target)):
                yield _violation(
                    "no-dangling-reference",
                    entity.id,
                    field,
                    gettext("{field} of {label} points to {target}, which does not exist"),
                    field=field,
                    label=type(entity).__name__,
                    target=target,
                )


def circles(entities: Sequence[Entity]) -> Iterator[Violation]:
    """Circles along a relation of a class to itself (part of, fills): nothing is a part of itself. One per circle."""
    for node in NODES:
        for relation in node.relations:
            if relation.source != relation.target or relation.many:
                continue
            up: dict[Id, Id | None] = {e.id: getattr(e, relation.name) for e in entities if type(e) is node.entity}
            done: set[Id] = set()
            for start in up:
                way: dict[Id, None] = {}
                at: Id | None = start
                while at is not None and at in up and at not in done and at not in way:
                    way[at] = None
                    at = up[at]
                if at is not None and at in way:
                    names = list(way)
                    circle = names[names.index(at) :]
                    yield _violation(
                        "no-circle",
                        min(circle),
                        relation.name,
                        gettext("{field} goes round in a circle: {way}"),
                        field=relation.name,
                        way=" → ".join([*circle, at]),
                    )
                done.update(way)


def integrity(entities: Sequence[Entity], known: Known | None = None) -> list[Violation]:
    """All checks, in order. `known(label, id)` tells whether an entity outside the batch exists (in the store)."""
    return [*repeated(entities), *dangling(entities, known), *circles(entities)]
