"""An activity carries the functions of the catalogue that its title states, as a statement of the structure does."""

from __future__ import annotations

from pathlib import Path

from loaders.extract import extract
from loaders.match import match_statement
from loaders.order.entities import to_entities
from loaders.order.read import read_order
from loaders.sources.read import read_source
from ontology.catalogue import function_id
from ontology.models import Activity

ACT = Path(__file__).resolve().parents[3] / "docs" / "examples" / "prikaz-zarechenskaya-oblast.txt"


def activities(path: Path) -> list[Activity]:
    return [e for e in to_entities(extract(path)) if isinstance(e, Activity)]


def test_the_functions_are_those_of_the_title() -> None:
    found = activities(ACT)
    assert found and any(a.functions for a in found)
    for a in found:
        matched = match_statement(a.title)
        assert set(a.functions) == {function_id(m.code) for m in matched}, a.title
        assert a.score == min((m.score for m in matched), default=None)


def test_without_a_catalogue_there_are_none() -> None:
    source = read_source(ACT)
    reading = read_order(source.text, source.sha256, source.name)
    assert reading.activities and all(a.functions == () for a in reading.activities)


def test_what_is_printed_of_an_activity_stays_as_it_was() -> None:
    shown = extract(ACT).model_dump(mode="json")["activities"][0]
    assert "functions" not in shown and "responsible_ids" in shown
