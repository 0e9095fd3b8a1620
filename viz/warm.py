"""What the first page would wait for: two libraries that are slow to start, each about a second."""

from __future__ import annotations

from importlib import import_module

from viz.charts.svg import drawn


def warm_up() -> None:
    """Start the drawing library of the map and the engine of the charts; for a thread beside the server."""
    import_module("pyvis.network")
    drawn({"data": {"values": []}, "mark": "bar"}, name="warm", title="", lang="ru")
