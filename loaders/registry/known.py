"""The territories and subjects a table may refer to, found by id, code or exact name (nothing is guessed)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from loaders.registry.table import Line
from ontology.entities.base import Entity, Id
from ontology.i18n import gettext as _
from ontology.ids import normalise
from ontology.models import Subject, Territory
from ontology.territories import find_region


class Known:
    """Territories and subjects by id and by every name; grows while a table is read."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        self.territories: dict[Id, Territory] = {}
        self.subjects: dict[Id, Subject] = {}
        self._places: dict[str, set[Id]] = defaultdict(set)
        self._named: dict[str, set[Id]] = defaultdict(set)
        for entity in entities:
            self.add(entity)

    def add(self, entity: Entity) -> None:
        """Know one more territory or subject."""
        if isinstance(entity, Territory):
            self.territories[entity.id] = entity
            for key in (entity.name, entity.id, entity.iso_3166_2, entity.oktmo):
                if key:
                    self._places[normalise(key)].add(entity.id)
        elif isinstance(entity, Subject):
            self.subjects[entity.id] = entity
            for key in (entity.name, entity.id, entity.short, *entity.alternative_names):
                if key:
                    self._named[normalise(key)].add(entity.id)

    def territory(self, line: Line, column: str = "territory") -> Id:
        """The territory a cell names; the column «region» tells municipalities called alike apart."""
        value = line.required(column)
        found = self._places.get(normalise(value), set())
        region = line.text("region") if column != "region" else None
        if region is not None:
            home = self.territory(line, "region")
            found = {id for id in found if id == home or home in self.above(id)}
        if not found and region is None and (known := find_region(value)) is not None:
            found = {known.id} & set(self.territories)
        if not found:
            mend = _("A name, an ISO 3166-2 or ОКТМО code of a loaded territory is expected (territories.csv).")
            raise line.broken(column, _("there is no territory «{value}»"), mend, value)
        return self._only(line, column, value, found)

    def above(self, territory: Id) -> list[Id]:
        """The territory and those it lies in, nearest first."""
        chain: list[Id] = []
        step: Id | None = territory
        while step is not None and step not in chain:
            chain.append(step)
            place = self.territories.get(step)
            step = place.part_of if place else None
        return chain

    def subject(self, line: Line, column: str, territory: Id | None) -> Id:
        """The subject a cell names, in the territory when one is given."""
        value = line.required(column)
        found = {id for id in self._named.get(normalise(value), set()) if not self.subjects[id].generic}
        if territory is not None:
            found = {id for id in found if territory in self.above(self.subjects[id].territory)}
        if not found:
            mend = _("A name or id of an organisation in organisations.csv or in a loaded act is expected.")
            raise line.broken(column, _("there is no organisation «{value}»"), mend, value)
        return self._only(line, column, value, found)

    def generic(self, line: Line, column: str, territory: Id) -> Id:
        """The generic subject of the territory or of one above that a cell names; the nearest of them."""
        value = line.required(column)
        named = [self.subjects[id] for id in self._named.get(normalise(value), set()) if self.subjects[id].generic]
        for place in self.above(territory):
            found = {s.id for s in named if s.territory == place}
            if found:
                return self._only(line, column, value, found)
        what = _("no act of this territory or of those above names a generic subject «{value}»")
        raise line.broken(column, what, _("Its name as a loaded act gives it is expected."), value)

    def _only(self, line: Line, column: str, value: str, found: set[Id]) -> Id:
        if len(found) == 1:
            return next(iter(found))
        mend = _("Give an id, or the column that tells them apart (region, territory).")
        raise line.broken(column, _("«{value}» may mean several: {found}"), mend, value, ", ".join(sorted(found)[:4]))
