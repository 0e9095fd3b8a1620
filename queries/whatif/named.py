"""Words of a scenario: which subject, territory or function they mean where it plays, and what else they could mean."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ontology.entities.base import Id
from ontology.errors import InputError, UnknownSubject
from ontology.i18n import Lang, gettext
from ontology.ids import normalise
from ontology.models import Subject, Territory
from queries.search import lexicon
from queries.store import GraphStore
from queries.territory_tree import above, within
from queries.words import Resolution, resolve_function, resolve_territory

_SURE = 0.4  # as in queries.words: share of the words' weight a name must hold to be taken
_CLOSE = 0.6
_SHOWN = 5
_LOOKED_AT = 200
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,200}")


@dataclass
class Names:
    """`store`: the graph before the scenario; `made`, `gone`: what its steps have changed since, by id."""

    store: GraphStore
    lang: Lang
    territory: str | None = None
    made: dict[Id, Subject] = field(default_factory=dict)
    gone: set[Id] = field(default_factory=set)
    taken: list[dict[str, Any]] = field(default_factory=list)
    _tree: dict[Id, Mapping[Id, bool]] = field(default_factory=dict)
    _places: dict[str, Territory] = field(default_factory=dict)

    def place(self, words: str) -> Territory:
        """A territory of which something is loaded."""
        found = resolve_territory(self.store, words)
        self._note(words, found)
        territory = self.store.get(Territory, found.taken.id)
        if territory is None:
            raise InputError(
                "Nothing of the territory «{name}» is loaded", mend="Load its orders or tables", name=found.taken.name
            )
        return territory

    def function(self, words: str) -> Id:
        """A function of the catalogue."""
        found = resolve_function(self.store, words, self.lang)
        self._note(words, found)
        return found.taken.id

    def subject(self, words: str, territory: str | None = None) -> Subject:
        """The subject that is meant, as it is after the steps before. UnknownSubject names the nearest."""
        own = self.named(words, territory)
        fit = [(own, 1.0)] if own else self._fitting(words, territory)
        if not fit or fit[0][1] < _SURE:
            raise self._unknown(words, territory)
        best, score = fit[0]
        others = [s for s, close in fit[1:] if close >= max(_CLOSE * score, _SURE)][:_SHOWN]
        self.taken.append({"words": words} | _said(best) | {"alternatives": [_said(s) for s in others]})
        return best

    def named(self, words: str, territory: str | None = None) -> Subject | None:
        """The subject of exactly this name, abbreviation or id; None when a body of this name would be a new one."""
        key = normalise(words)
        made = [s for s in self.made.values() if key in {normalise(s.name), normalise(s.id)}]
        if made:
            return made[-1]
        exact = self.store.get(Subject, words.strip()) if _ID.fullmatch(words.strip()) else None
        if exact is not None and exact.id not in self.gone:
            return self.made.get(exact.id, exact)
        fit = [s for s, _ in self._fitting(words, territory)]
        return next(
            (s for s in fit if key in {normalise(n) for n in (s.name, s.short or "", *s.alternative_names)}), None
        )

    def _fitting(self, words: str, territory: str | None) -> list[tuple[Subject, float]]:
        """Subjects that are left and whose names fit, best first; of two that fit alike, the one that lies within."""
        where = territory or self.territory
        ids = self.around(self._placed(where)) if where else {}
        found: list[tuple[Subject, float]] = []
        for hit in lexicon(self.store, self.lang).find(words, frozenset({"subject"}), limit=_LOOKED_AT):
            subject = self.store.get(Subject, hit.doc.id)
            if subject and subject.id not in self.gone and (not where or subject.territory in ids):
                found.append((self.made.get(subject.id, subject), hit.score))
        return sorted(found, key=lambda f: (-f[1], ids.get(f[0].territory, False)))

    def _placed(self, words: str) -> Territory:
        """The territory that narrows words: named once for many steps, so noted once."""
        if words not in self._places:
            self._places[words] = self.place(words)
        return self._places[words]

    def _unknown(self, words: str, territory: str | None) -> UnknownSubject:
        what, text = gettext("No subject is called «{text}»"), words if len(words) <= 80 else f"{words[:80]}…"
        where = territory or self.territory
        if where:
            what = gettext("No subject of the territory «{place}» is called «{text}»")
        anywhere = lexicon(self.store, self.lang).find(words, frozenset({"subject"}), limit=3)
        names = "; ".join(dict.fromkeys(f"«{h.doc.label}» ({h.doc.detail})" for h in anywhere))
        mend = gettext("Perhaps you mean: {names}") if names else gettext("Use other words, or a code")
        return UnknownSubject(what, mend=mend, text=text, place=where, names=names)

    def around(self, territory: Territory) -> Mapping[Id, bool]:
        """The territory, what lies in it and what it lies in (True): whose subjects words can mean there."""
        if territory.id not in self._tree:
            everything = {t.id: t for t in self.store.all(Territory)}
            tree = dict.fromkeys(above(everything, territory.id), True)
            tree |= dict.fromkeys(within(everything.values(), territory.id), False)
            self._tree[territory.id] = tree
        return self._tree[territory.id]

    def keep(self, *subjects: Subject) -> None:
        """Subjects as a step has left them."""
        for subject in subjects:
            self.made[subject.id] = subject
            self.gone.discard(subject.id)

    def forget(self, *subjects: Subject) -> None:
        """Subjects that a step has removed."""
        for subject in subjects:
            self.made.pop(subject.id, None)
            self.gone.add(subject.id)

    def _note(self, words: str, found: Resolution) -> None:
        shown = {"words": words} | found.taken.model_dump(exclude={"score"})
        self.taken.append(shown | {"alternatives": [a.model_dump(exclude={"score"}) for a in found.alternatives]})


def _said(subject: Subject) -> dict[str, Any]:
    return {"kind": "subject", "id": subject.id, "code": subject.short, "name": subject.name}
