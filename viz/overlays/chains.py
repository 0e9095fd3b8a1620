"""The overlay of how two subjects are connected: the shortest chain of relations, each hop with its clause."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from ontology.errors import NotFound
from ontology.i18n import Lang, translator
from ontology.models import Subject, Territory
from queries.answer import answer
from queries.meaning import Resolution
from queries.shown import word
from queries.store import GraphStore
from viz.formats import cite
from viz.model import Chosen, MapNode
from viz.overlays.meant import subject_meant
from viz.overlays.model import Asked, Legend, Link, Mark, Overlay, Row, Way
from viz.text import clean, shorten

_OTHERS = 3  # meanings offered for the words of each end
_ENDS = ("from", "to")  # names of the parameters of the address


def between(
    store: GraphStore,
    name: str,
    asked: Asked,
    nodes: Sequence[MapNode],
    place: Chosen,
    as_of: date | None,
    lang: Lang,
) -> Overlay:
    """The shortest chain is drawn; the others are in the table. Words mean a subject of the map if they can."""
    _ = translator(lang)
    title = _("How two bodies are connected")
    given = dict(zip(_ENDS, ((asked.source or "").strip(), (asked.target or "").strip()), strict=True))
    meant: dict[str, Resolution] = {}
    notes = []
    for end, words in given.items():
        try:
            if words:
                meant[end] = subject_meant(store, words, nodes, place.id, lang)
        except NotFound as error:
            notes.append(error.message(lang))
    if notes or len(meant) < 2:
        notes = notes or [_one_end(meant, lang)]
        marks = [_end(meant[end].taken.id, end, lang) for end in meant]
        return Overlay(name, title, marks=marks, notes=notes, others=_others(store, meant, place))
    source, target = (meant[end].taken for end in _ENDS)
    found = answer(store, "chains", {"source": source.id, "target": target.id}, lang=lang, as_of=as_of)
    first = [row for row in found.rows if row["chain"] == 1]
    params = {"from": source.id, "to": target.id}
    ends = {"source": shorten(source.code or source.name, 90), "target": shorten(target.code or target.name, 90)}
    return Overlay(
        name,
        _("From “{source}” to “{target}”", **ends),
        marks=[_end(source.id, "from", lang), _end(target.id, "to", lang)] if source.id != target.id else (),
        links=[Link(*_way(row), _said(row, lang), "plain", number) for number, row in enumerate(first, start=1)],
        legend=[Legend("plain", "→", _("hops of the shortest chain"), len(first))] if first else (),
        rows=[_row(row, lang) for row in found.rows],
        notes=[*found.notes, *_absent(first, nodes, lang)],
        others=_others(store, meant, place),
        ways=[Way(_("The other way round"), {"from": target.id, "to": source.id})] if source.id != target.id else (),
        files=[Way(form.upper(), params | {"format": form}, "/routes/between") for form in ("xlsx", "csv", "json")]
        if first
        else (),
    )


def _absent(hops: Sequence[Mapping[str, Any]], nodes: Sequence[MapNode], lang: Lang) -> list[str]:
    """Who of the chain is not on this map."""
    shown = {node.id for node in nodes}
    names = {hop[end]["id"]: clean(hop[end]["name"]) for hop in hops for end in _ENDS if hop[end]["id"] not in shown}
    if not names:
        return []
    return [translator(lang)("Not on this map: {names}.", names="; ".join(f"«{name}»" for name in names.values()))]


def _one_end(meant: Mapping[str, Resolution], lang: Lang) -> str:
    _ = translator(lang)
    if not meant:
        return _("Name two bodies: from whom and to whom.")
    if "from" in meant:
        return _("From “{name}”: now choose to whom.", name=clean(meant["from"].taken.name))
    return _("To “{name}”: now choose from whom.", name=clean(meant["to"].taken.name))


def _end(id: str, end: str, lang: Lang) -> Mark:
    _ = translator(lang)
    return Mark(id, "plain", "▶" if end == "from" else "◎", _("beginning") if end == "from" else _("end"))


def _others(store: GraphStore, meant: Mapping[str, Resolution], place: Chosen) -> list[Way]:
    """What else the words could mean, as links that take it; of a subject of elsewhere it is said where it is."""
    return [
        Way(f"{other.name}{_elsewhere(store, other.id, place)}", {end: other.id})
        for end, found in meant.items()
        for other in found.alternatives[:_OTHERS]
    ]


def _elsewhere(store: GraphStore, id: str, place: Chosen) -> str:
    subject = store.get(Subject, id)
    if subject is None or subject.territory == place.id:
        return ""
    there = store.get(Territory, subject.territory)
    return f" ({there.name})" if there else ""


def _way(row: Mapping[str, Any]) -> tuple[str, str]:
    """The ends of a hop as the relation runs, which may be against the way of the chain."""
    here, there = (str(row[end]["id"]) for end in _ENDS)
    return (there, here) if row["direction"] == "backward" else (here, there)


def _said(row: Mapping[str, Any], lang: Lang) -> str:
    """The relation in a word or two, and its clause."""
    kind = word(row["detail"] if row["kind"] == "interaction" and row["detail"] else row["kind"], lang)
    return f"{kind}, {cite(row['clause'], lang)}" if row["clause"] else kind


def _row(row: Mapping[str, Any], lang: Lang) -> Row:
    _ = translator(lang)
    arrow = {"forward": "→", "backward": "←", "mutual": "↔"}[row["direction"]]
    text = word(row["kind"], lang)
    if row["detail"]:
        text = f"{text}: {word(row['detail'], lang)}"
    if row["about"]:
        text = f"{text} – {clean(row['about']['name'])}"
    if row["further"]:
        text = f"{text} ({_('and {count} more relations', count=row['further'])})"
    return Row(
        subjects=tuple((row[end]["id"], row[end]["name"]) for end in _ENDS),
        text=f"{_('hop {number}', number=row['hop'])}: {text}",
        clause=row["clause"],
        act=row["order"],
        group=_("Chain {number}, hops: {hops}", number=row["chain"], hops=row["hops"]),
        sign=arrow,
        clause_id=row["clause_id"],
        quote=row["quote"],
    )
