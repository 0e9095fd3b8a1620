"""Which of a map's subjects a view leaves: kinds and levels, what is hidden, what is kept, what lies in focus."""

from __future__ import annotations

from viz.map.gather import Gathered, neighbours
from viz.map.view import View


def narrow(whole: Gathered, view: View) -> Gathered:
    """What `view` shows of the map. A pinned subject stays unless it is hidden by name; a focus on a subject that is
    not there shows the whole."""
    ids = {n.id for n in whole.nodes}
    near = neighbours(whole.edges, view.focus, view.hops) if view.focus in ids and view.focus else ids
    gone, kept = set(view.hidden), {*view.pinned, view.focus}
    nodes = [
        n
        for n in whole.nodes
        if n.id not in gone and (n.id in kept or (n.id in near and view.kind(n.kind) and view.level(n.level)))
    ]
    left = {n.id for n in nodes}
    return Gathered(nodes, [e for e in whole.edges if e.source in left and e.target in left])
