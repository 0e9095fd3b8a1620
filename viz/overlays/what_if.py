"""The overlay of a what-if: what breaks when a body of the map is closed, and what when another takes it over.

It is worked out in a transaction that is taken back, one at a time: a scenario costs as much as two audits, and a page
may be asked for by anybody (docs/decisions/051-what-if-on-the-map.md).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from threading import Lock
from typing import Any

from ontology.errors import InputError, NotFound, StoreError, StoreUnavailable
from ontology.i18n import Lang, translator
from queries.breaks import Break
from queries.shown import word
from queries.store import GraphStore
from queries.whatif import Difference, Scenario, counted, whatif
from viz.formats import cite
from viz.model import Chosen, MapNode
from viz.overlays.meant import subject_meant
from viz.overlays.model import Asked, Legend, Link, Mark, Overlay, Row, Tone, Way
from viz.overlays.what_if_rows import rows
from viz.text import shorten

WAIT_SECONDS = 10
_BODIES = {"authority", "institute", "centre", "methodical-service", "organisation"}
_ONE = Lock()
_COUNTED: tuple[tuple[str, Tone, str], ...] = (
    ("uncovered", "bad", "✕"),
    ("lost", "bad", "✕"),
    ("moved", "good", "→"),
    ("orphaned", "warn", "!"),
    ("cut", "bad", "✕"),
    ("broken", "bad", "✕"),
    ("without_responsible", "warn", "!"),
    ("appeared", "warn", "!"),
    ("disappeared", "good", "✓"),
)


def what_if(
    store: GraphStore,
    name: str,
    asked: Asked,
    nodes: Sequence[MapNode],
    place: Chosen,
    as_of: date | None,
    lang: Lang,
) -> Overlay:
    """The difference it makes to close `asked.close`; `asked.into` takes over all it had, when given."""
    _ = translator(lang)
    title = _("A body is closed or merged")
    close, into = (asked.close or "").strip(), (asked.into or "").strip()
    if not close:
        notes = [_("Choose which body is closed. Nothing is changed: it is only worked out.")]
        return Overlay(name, title, notes=notes)
    try:
        closed = subject_meant(store, close, nodes, place.id, lang).taken
        taker = subject_meant(store, into, nodes, place.id, lang).taken if into else None
        if taker and taker.id == closed.id:
            notes = [_("A body cannot take over its own functions: choose another one.")]
            return Overlay(name, title, notes=notes)
        title = _title(closed.code or closed.name, (taker.code or taker.name) if taker else None, lang)
        found = _worked_out(store, _scenario(closed.id, taker.id if taker else None, place), as_of, lang)
    except (InputError, NotFound, StoreError) as error:
        return Overlay(name, title, notes=[error.message(lang)])
    shorts = {node.id: node.short for node in nodes if node.short}
    labels = counted(lang)
    legend = [
        Legend(tone, sign, labels[count], found.counts[count])
        for count, tone, sign in _COUNTED
        if found.counts.get(count)
    ]
    return Overlay(
        name,
        title,
        marks=_marks(found, closed.id, taker.id if taker else None, lang),
        links=_links(found, lang),
        legend=legend,
        rows=[_brief(row, shorts) for row in rows(found, lang, taken_over=taker is not None)],
        notes=[_("Nothing was changed: this is only worked out."), *([] if legend else [found.summary]), *found.notes],
        ways=[] if taker else _takers(found, closed.id, nodes, lang),
    )


def _title(closed: str, taker: str | None, lang: Lang) -> str:
    _ = translator(lang)
    if taker:
        return _("If “{name}” goes over to “{into}”", name=shorten(closed, 70), into=shorten(taker, 70))
    return _("If “{name}” is closed", name=shorten(closed, 90))


def _worked_out(store: GraphStore, scenario: Scenario, as_of: date | None, lang: Lang) -> Difference:
    """The difference; StoreUnavailable when another scenario takes too long."""
    if not _ONE.acquire(timeout=WAIT_SECONDS):
        raise StoreUnavailable("Another scenario is being worked out", mend="Open this page again in a minute")
    try:
        return whatif(store, scenario, as_of=as_of, lang=lang)
    finally:
        _ONE.release()


def _scenario(close: str, into: str | None, place: Chosen) -> Scenario:
    """Subjects by id, so that no words are to be understood again."""
    step: dict[str, Any] = {"merge": {"subjects": [close, into], "into": into}} if into else {"remove": close}
    return Scenario.model_validate({"territory": place.id, "steps": [step]})


def _brief(row: Row, shorts: Mapping[str, str]) -> Row:
    """The row with abbreviations: the closed body is named in nearly every one."""
    return replace(row, subjects=tuple((id, shorts.get(id, name)) for id, name in row.subjects))


def _marks(found: Difference, close: str, into: str | None, lang: Lang) -> list[Mark]:
    """The closed body, who takes over, and whoever loses a partner."""
    _ = translator(lang)
    lost = Counter(id for id in _touched(found) if id not in (close, into))
    taken = Counter(row["to"]["id"] for row in found.responsibility if row["to"])
    marks = [Mark(close, "bad", "✕", _("is closed"))]
    marks += [Mark(id, "good", "→", _("takes over functions: {count}", count=count)) for id, count in taken.items()]
    marks += [
        Mark(id, "warn", "!", _("relations lost: {count}", count=count))
        for id, count in lost.items()
        if id not in taken
    ]
    return marks


def _touched(found: Difference) -> Iterator[str]:
    """Ids of those who lose an interaction, a party to an agreement, or the way to the next step."""
    for row in found.interactions:
        if row["turn"] == "cut":
            yield from (row["from"]["id"], row["to"]["id"])
    for row in found.agreements:
        if row["turn"] == "orphaned":
            yield from (party["id"] for party in row["parties"])
    for row in found.routes:
        if row["turn"] == "broken" and row["after"] and Break.NO_LINK.value in row["breaks"]:
            yield row["after"]["id"]


def _links(found: Difference, lang: Lang) -> list[Link]:
    """Interactions that are cut, one line for each pair."""
    pairs: dict[tuple[str, str], list[Mapping[str, Any]]] = {}
    for row in found.interactions:
        if row["turn"] == "cut":
            pairs.setdefault((row["from"]["id"], row["to"]["id"]), []).append(row)
    return [Link(source, target, _cut(cut, lang), "bad") for (source, target), cut in pairs.items()]


def _cut(rows_: Sequence[Mapping[str, Any]], lang: Lang) -> str:
    first = f"✕ {word(rows_[0]['kind'], lang)}, {cite(rows_[0]['clause'], lang)}"
    return first if len(rows_) == 1 else f"{first} (+{len(rows_) - 1})"


def _takers(found: Difference, close: str, nodes: Sequence[MapNode], lang: Lang) -> list[Way]:
    """Bodies of the closed one's territory that might take over, those it worked with most first, as links."""
    _ = translator(lang)
    known = {node.id: node for node in nodes}
    gone = known.get(close)
    able = {
        id: node
        for id, node in known.items()
        if node.kind in _BODIES and not node.generic and not node.vacant and id != close
        if gone is None or node.territory == gone.territory
    }
    near = Counter(id for id in _touched(found) if id in able)
    return [
        Way(_("What if “{name}” takes over?", name=shorten(able[id].short or able[id].name, 70)), {"into": id})
        for id, _count in near.most_common(3)
    ]
