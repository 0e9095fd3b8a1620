"""The shortest chains of relations between two subjects, each hop with its clause."""

from __future__ import annotations

from itertools import islice, pairwise
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import Field

from ontology.entities.base import Id
from ontology.i18n import Lang
from queries.cited import named_json
from queries.graph import CLOSENESS, between, graph_of, simple_of
from queries.question import Ask, DerivedQuestion, Params, Word
from queries.questions.relations import RELATIONS, RelationsParams, RelationsRow
from queries.questions.sources.homes import HOMES, HomesParams, HomesRow

if TYPE_CHECKING:
    import networkx as nx

SHOWN = 5  # chains of the shortest length
_TRIED = 200  # of which the closest are shown; between two subjects of one system there are hardly as many

Direction = Literal["forward", "backward", "mutual"]


class ChainsParams(Params):
    """Two subjects. Relations of their regions (acts of the region, of its municipalities and of the country) count."""

    source: Annotated[Id, Word("subject", also="from")] = Field(description="Subject from which the chain begins.")
    target: Annotated[Id, Word("subject", also="to")] = Field(description="Subject at which it ends.")


class ChainsRow(RelationsRow):
    """One hop of a chain: from one subject (`from_id`) to the next (`to_id`).

    `chain`: number of the chain, from 1; `hops`: how many it has; `hop`: number of this one. `direction`: whether the
    relation runs the way of the chain, against it, or has none. `others`: further relations between the two.
    """

    chain: int
    hops: int
    hop: int
    from_id: Id
    from_name: str
    to_id: Id
    to_name: str
    direction: Direction
    others: int

    def public(self, lang: Lang) -> dict[str, Any]:
        """The hop with its two subjects, the relation and its clause."""
        return {
            "chain": self.chain,
            "hops": self.hops,
            "hop": self.hop,
            "from": {"id": self.from_id, "name": self.from_name},
            "to": {"id": self.to_id, "name": self.to_name},
            "kind": self.kind.value,
            "direction": self.direction,
            "detail": self.detail,
            "about": named_json(self.about_id, self.about),
            "further": self.others,
        } | self.cited()


def relations_near(ask: Ask, params: ChainsParams) -> list[RelationsRow]:
    """Relations that acts of the regions of both subjects set; of all acts when both are federal."""
    homes: list[HomesRow] = ask(HOMES, HomesParams(subjects=(params.source, params.target), as_of=params.as_of))
    regions = sorted({home.region_id for home in homes if home.region_id})
    rows: dict[tuple[str, Id, Id, Id], RelationsRow] = {}
    if len(regions) < 2:
        return ask(RELATIONS, RelationsParams(territory=regions[0] if regions else None, as_of=params.as_of))
    for region in regions:
        for row in ask(RELATIONS, RelationsParams(territory=region, as_of=params.as_of)):
            rows.setdefault((row.kind, row.relation_id, row.source_id, row.target_id), row)
    return list(rows.values())


def _paths(simple: nx.Graph, source: Id, target: Id) -> list[list[Id]]:
    """All shortest paths; when there is one only, the next longer one too."""
    import networkx as nx

    shortest = list(islice(nx.all_shortest_paths(simple, source, target), _TRIED))
    if len(shortest) > 1:
        return shortest
    return list(islice(nx.shortest_simple_paths(simple, source, target), 2))


def _derive(ask: Ask, params: ChainsParams) -> list[ChainsRow]:
    rows = relations_near(ask, params)
    graph = graph_of(rows)
    if params.source == params.target or not {params.source, params.target} <= set(graph):
        return []
    simple = simple_of(rows)
    component = _reached(simple, params.source)
    if params.target not in component:
        return []
    chains = [_hops(graph, path) for path in _paths(simple, params.source, params.target)]
    chains.sort(key=lambda hops: (len(hops), sum(CLOSENESS[hop.kind] for hop in hops), [hop.to_id for hop in hops]))
    return [
        hop.model_copy(update={"chain": number}) for number, hops in enumerate(chains[:SHOWN], start=1) for hop in hops
    ]


def _reached(simple: nx.Graph, source: Id) -> set[Id]:
    import networkx as nx

    found: set[Id] = nx.node_connected_component(simple, source)
    return found


def _hops(graph: nx.MultiDiGraph, path: list[Id]) -> list[ChainsRow]:
    hops = []
    for number, (here, there) in enumerate(pairwise(path), start=1):
        closest, *others = between(graph, here, there)
        hops.append(
            ChainsRow(
                **closest.model_dump(),
                chain=0,
                hops=len(path) - 1,
                hop=number,
                from_id=here,
                from_name=graph.nodes[here]["name"],
                to_id=there,
                to_name=graph.nodes[there]["name"],
                direction="mutual" if closest.mutual else "forward" if closest.source_id == here else "backward",
                others=len(others),
            )
        )
    return hops


CHAINS = DerivedQuestion(
    name="chains",
    summary_ru="Какими кратчайшими цепочками связей соединены два субъекта, по пункту на каждом звене.",
    summary_en="By which shortest chains of relations two subjects are connected, with a clause on each hop.",
    params=ChainsParams,
    row=ChainsRow,
    uses=(HOMES, RELATIONS),
    derive=_derive,
)
