"""The graphs that are asked whole: the bundled facts, and the example order read anew with tables of its region."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from api.bundled import bundled_files
from loaders.load import load
from ontology.models import Entity, Order
from queries.stores import open_store
from tests.contract.stores import everything

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "docs" / "examples" / "prikaz-zarechenskaya-oblast.txt"
TABLES = Path(__file__).parent / "tables"


def loaded(*paths: Path) -> list[Entity]:
    """What a store holds after loading these files; first the territories that have acts, and what lies in them."""
    with closing(open_store("sqlite:///:memory:")) as store:
        load(store, paths)
        entities = list(everything(store).values())
    homes = {e.territory for e in entities if isinstance(e, Order)}
    return sorted(entities, key=lambda e: (getattr(e, "part_of", None) not in homes, e.id not in homes, e.id))


def bundled() -> list[Entity]:
    """The bundled facts with the invented staffing for the demonstration."""
    return loaded(*bundled_files())


def example() -> list[Entity]:
    """The example order, read from its text, and the registries of its region."""
    return loaded(EXAMPLE, *sorted(TABLES.glob("*.csv")))
