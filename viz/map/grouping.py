"""A level with very many subjects shows groups, so that the map stays legible; the table shows all."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from ontology.i18n import Lang, translator
from viz.model import MapEdge, MapNode
from viz.styles import kind_style

BAND_LIMIT = 48


def condense(
    nodes: Iterable[MapNode], edges: Iterable[MapEdge], *, keep: Collection[str], lang: Lang, limit: int = BAND_LIMIT
) -> tuple[list[MapNode], list[MapEdge]]:
    """Replace, in each level of more than `limit` subjects, actual subjects of one kind by one group of them.

    Subjects in `keep` and generic ones are never hidden in a group. Edges of a hidden subject go to its group, each
    drawn once; edges inside a group are left out.
    """
    everyone = list(nodes)
    stand_in: dict[str, str] = {}
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
            if len(members) == 1:
                shown.extend(members)
                continue
            group = _group(level, kind, members, lang)
            shown.append(group)
            stand_in.update((m.id, group.id) for m in members)
    moved = (
        replace(e, source=stand_in.get(e.source, e.source), target=stand_in.get(e.target, e.target)) for e in edges
    )
    parents = [replace(n, part_of=stand_in.get(n.part_of or "", n.part_of)) for n in shown]
    return parents, list(dict.fromkeys(e for e in moved if e.source != e.target))


def _group(level: str | None, kind: str, members: list[MapNode], lang: Lang) -> MapNode:
    _ = translator(lang)
    parents = {m.part_of for m in members}
    return MapNode(
        id=f"group.{level or 'none'}.{kind}",
        name=_("{kind}: {count}", kind=_(kind_style(kind).label), count=len(members)),
        short=None,
        kind=kind,
        level=level,
        generic=False,
        part_of=parents.pop() if len(parents) == 1 else None,
        territory="",
        functions=sum(m.functions for m in members),
        members=len(members),
        invented=any(m.invented for m in members),
    )
