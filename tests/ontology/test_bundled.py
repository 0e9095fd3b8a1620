"""The bundled facts: valid, written as the program writes them, without the words of an act."""

from __future__ import annotations

from pathlib import Path

import pytest

from ontology import catalogue, rdf, validate
from ontology.property_graph import NODE_OF

DATA = Path(__file__).resolve().parents[2] / "data"
FILES = sorted(DATA.glob("*.trig"))


def test_there_are_bundled_facts() -> None:
    assert len(FILES) >= 4


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
def test_a_file_of_facts(path: Path) -> None:
    facts = rdf.load(path)
    assert validate.validate([*facts, *catalogue.directions(), *catalogue.functions()]) == []
    assert rdf.dump(facts, "trig") == path.read_text(encoding="utf-8"), "not as the program writes it"
    for entity in facts:
        private = [p.name for p in NODE_OF[type(entity)].properties if p.prop.local]
        spoken = [name for name in private if getattr(entity, name) is not None]
        assert not spoken, f"{entity.id} carries the act's own words: {spoken}"
