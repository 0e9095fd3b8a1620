"""The facts that come with the program: one TriG per order, and invented staffing for the demonstration."""

from __future__ import annotations

from pathlib import Path

from loaders.load import LoadReport, load
from ontology.errors import UnreadableFile
from queries.store import GraphStore

DATA = Path(__file__).resolve().parent.parent / "data"


def bundled_files() -> list[Path]:
    """The bundled files, facts before tables."""
    files = [*sorted(DATA.glob("*.trig")), *sorted((DATA / "demo").glob("*.csv"))]
    if not files:
        raise UnreadableFile("the bundled facts are missing", where="data", mend="Install opora again.")
    return files


def load_bundled(store: GraphStore) -> LoadReport:
    """Load them all into a store."""
    return load(store, bundled_files())
