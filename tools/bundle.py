"""Make the bundled facts: one TriG per order, without any text of an act.

usage: python -m tools.bundle [FOLDER OF ORDERS] [OUTPUT FOLDER]      (defaults: OPORA_ORDERS or ../shared/orders, data)
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from loaders.extract import extract
from loaders.merge import merge
from loaders.order.entities import to_entities
from ontology import rdf
from ontology.entities.base import Entity

ROOT = Path(__file__).resolve().parent.parent


def orders_folder() -> Path:
    """Folder of the user's copies of the orders."""
    return Path(os.environ.get("OPORA_ORDERS") or ROOT.parent / "shared" / "orders")


def facts(path: Path) -> list[Entity]:
    """The facts of one order, its territories included; the text of the act is left out when they are written."""
    return merge(to_entities(extract(path)))


def bundle(source: Path, target: Path) -> list[Path]:
    """Write `target/<name>.trig` for each order in `source`; returns what was written."""
    target.mkdir(parents=True, exist_ok=True)
    written = []
    for path in sorted(source.glob("*.txt")):
        output = target / f"{path.stem}.trig"
        output.write_text(rdf.dump(facts(path), "trig"), encoding="utf-8")
        written.append(output)
    return written


if __name__ == "__main__":
    given = [Path(a) for a in sys.argv[1:]]
    for file in bundle(given[0] if given else orders_folder(), given[1] if len(given) > 1 else ROOT / "data"):
        print(file)
