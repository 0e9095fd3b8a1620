"""A level with very many subjects shows groups, so that the map stays legible; a group opens step by step."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from ontology.i18n import Lang, translator
from viz.formats import number
from viz.map.layout import by_name
from viz.model import MapEdge, MapNode
from viz.styles import kind_style
from viz.text import capital, shorten

BAND_LIMIT = 48
_NAME = 40


@dataclass(frozen=True, slots=True)
class Condensed:
    """What is drawn: subjects and groups, relations between them. `within`: the group of each subject that is in one;
    `open`: names of the groups that are open."""

    nodes: list[MapNode]
    edges: list[MapEdge]
    within: Mapping[str, str]
    open: Mapping[str, str]


def condense(
    nodes: Iterable[MapNode],
    edges: Iterable[MapEdge],
    *,
    keep: Collection[str],
    opened: Collection[str] = (),
    lang: Lang,
    limit: int = BAND_LIMIT,
) -> Condensed:
    """Replace, in each level of more than `limit` subjects, actual subjects of one kind by one group of them.

    Subjects in `keep` and generic ones are never hidden in a group. A group whose id is in `opened` shows its members,
    or, when they are more than `limit`, groups by municipality, or else by name. Edges of a hidden subject go to its
    group, each drawn once; edges inside a group are left out.
    """
    everyone = list(nodes)
    within: dict[str, str] = {}
    names: dict[str, str] = {}
    shown: list[MapNode] = []
    for level in dict.fromkeys(n.level for n in everyone):
        here = [n for n in everyone if n.level == level]
        if len(here) <= limit:
            shown.extend(here)
            continue
        by_kind: dict[str, list[MapNode]] = {}
        for node in here:
            if node.generic or node.id in keep:
                shown.append(node)
            else:
                by_kind.setdefault(node.kind, []).append(node)
        for kind, members in by_kind.items():
            name = _name(_kind(kind, lang), len(members), lang)
            for one in _unfold(f"group.{level or 'none'}.{kind}", name, members, opened, names, lang, limit):
                shown.append(one.card)
                within.update((id, one.card.id) for id in one.members)
    moved = (replace(e, source=within.get(e.source, e.source), target=within.get(e.target, e.target)) for e in edges)
    parents = [replace(n, part_of=within.get(n.part_of or "", n.part_of)) for n in shown]
    return Condensed(parents, list(dict.fromkeys(e for e in moved if e.source != e.target)), within, names)


@dataclass(frozen=True, slots=True)
class _Unfolded:
    card: MapNode
    members: Sequence[str] = ()


def _unfold(
    id: str, name: str, members: list[MapNode], opened: Collection[str], names: dict[str, str], lang: Lang, limit: int
) -> Iterable[_Unfolded]:
    """The group itself, or what it shows when it is open; `names` takes the names of those that are."""
    if len(members) == 1:
        return [_Unfolded(members[0])]
    if id not in opened:
        return [_Unfolded(_group(id, name, members), [m.id for m in members])]
    names[id] = name
    if len(members) <= limit:
        return [_Unfolded(m) for m in members]
    return [
        one
        for part, title, inside in _parts(members, limit)
        for one in _unfold(f"{id}.{part}", _name(title, len(inside), lang), inside, opened, names, lang, limit)
    ]


def _parts(members: list[MapNode], limit: int) -> Iterable[tuple[str, str, list[MapNode]]]:
    """Key, name and members of each part: by territory where there are several, else so many at a time by name."""
    places: dict[str, list[MapNode]] = {}
    for member in members:
        places.setdefault(member.place or member.territory, []).append(member)
    if len(places) > 1:
        for key, inside in sorted(places.items(), key=lambda item: (by_name(item[1][0].territory), item[0])):
            yield key, shorten(inside[0].territory or key, _NAME), inside
        return
    ordered = sorted(members, key=lambda m: (by_name(m.name), m.id))
    for start in range(0, len(ordered), limit):
        inside = ordered[start : start + limit]
        yield str(start // limit + 1), f"{shorten(inside[0].name, _NAME)} – {shorten(inside[-1].name, _NAME)}", inside


def _kind(kind: str, lang: Lang) -> str:
    return capital(translator(lang)(kind_style(kind).label))


def _name(of: str, count: int, lang: Lang) -> str:
    return translator(lang)("{kind}: {count}", kind=of, count=number(count, lang))


def _group(id: str, name: str, members: list[MapNode]) -> MapNode:
    parents, places = {m.part_of for m in members}, {m.territory for m in members}
    first = members[0]
    return MapNode(
        id=id,
        name=name,
        short=None,
        kind=first.kind,
        level=first.level,
        generic=False,
        part_of=parents.pop() if len(parents) == 1 else None,
        territory=places.pop() if len(places) == 1 else "",
        functions=sum(m.functions for m in members),
        members=len(members),
        invented=any(m.invented for m in members),
    )
