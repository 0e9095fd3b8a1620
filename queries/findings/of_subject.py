"""The open findings that name a subject.

An audit looks at a territory as a whole, so what it finds is kept until the store changes: the cards of a map ask one
after another.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from datetime import date as Day
from functools import lru_cache
from time import monotonic
from types import MappingProxyType
from typing import Any, cast

from ontology.entities.base import Id
from ontology.i18n import DEFAULT_LANG, Lang
from queries.findings.audit import audit
from queries.findings.finding import Finding
from queries.search import stamp
from queries.store import GraphStore

_SECONDS = 15  # how long findings are kept of a store that does not tell each of its changes


def findings_of_subject(
    store: GraphStore, subject: Id, territory: Id, *, as_of: Day | None = None, lang: Lang = DEFAULT_LANG
) -> tuple[Finding, ...]:
    """Open findings of the territory, with all in it, that name the subject; gravest first."""
    told = getattr(store, "revision", None)
    known = callable(told) and told() is not None
    state = stamp(store) if known else (stamp(store), int(monotonic() / _SECONDS))
    found = _audited(cast(Hashable, store), state, territory, as_of or Day.today(), lang)
    return found.get(subject, ())


@lru_cache(maxsize=8)
def _audited(store: Any, state: object, territory: Id, day: Day, lang: Lang) -> Mapping[Id, tuple[Finding, ...]]:
    found: dict[Id, list[Finding]] = {}
    for one in audit(store, territory, as_of=day, lang=lang).findings:
        for subject in one.subjects:
            found.setdefault(subject, []).append(one)
    return MappingProxyType({subject: tuple(own) for subject, own in found.items()})
