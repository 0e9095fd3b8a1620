"""The ontology has no flaw, and each rule of the report finds the flaw it is for."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from rdflib import Graph

from tools import ontology_docs
from tools.ontology_report import RULES, ontology, report

SOUND = """
@prefix opora: <https://w3id.org/opora/ns#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

opora:Lamp a owl:Class ; rdfs:label "лампа"@ru , "lamp"@en ;
    skos:definition "Светит."@ru , "It shines."@en ; rdfs:seeAlso prov:Entity .
opora:Colour a owl:Class ; rdfs:label "цвет"@ru , "colour"@en ;
    skos:definition "Каким светом."@ru , "In which light."@en ; rdfs:subClassOf skos:Concept .
opora:red a opora:Colour ; rdfs:label "красный"@ru , "red"@en ; skos:definition "Как мак."@ru , "As a poppy."@en .
opora:shines a owl:ObjectProperty ; rdfs:label "светит"@ru , "shines"@en ;
    skos:definition "Каким цветом."@ru , "In which colour."@en ; rdfs:domain opora:Lamp ; rdfs:range opora:Colour .
"""
# Rule → what makes the sound ontology break it: text to take away and text to add.
BREAKS = {
    "missing_label": [('"лампа"@ru , ', ""), (' , "red"@en', ""), ('rdfs:label "светит"@ru', 'rdfs:label " "@ru')],
    "multiple_labels": [('"лампа"@ru', '"лампа"@ru , "светильник"@ru'), ('"red"@en', '"red"@en , "red"')],
    "missing_definition": [
        ('"It shines."@en', '"It shines."'),
        ('"Как мак."@ru , ', ""),
        ('"Светит."@ru', '"А"@ru, "Б"@ru'),
    ],
    "undeclared_term": [
        (' "As a poppy."@en .', ' "As a poppy."@en ; opora:hue "мак" .'),
        ("a opora:Colour", "a opora:Color"),
    ],
    "unknown_external_term": [("prov:Entity", "prov:Entiti"), ("skos:Concept", "skos:concept")],
    "orphan_class": [("rdfs:domain opora:Lamp", "rdfs:domain opora:Colour")],
    "unaligned_class": [
        (" ; rdfs:seeAlso prov:Entity", ""),
        ("rdfs:subClassOf skos:Concept", "rdfs:subClassOf opora:Lamp"),
    ],
    "missing_domain_or_range": [
        ("rdfs:domain opora:Lamp ;", ""),
        ("rdfs:range opora:Colour", "rdfs:range opora:Colour , opora:Lamp"),
    ],
    "deprecated_use": [("opora:red a opora:Colour ;", "opora:Colour owl:deprecated true . opora:red a opora:Colour ;")],
    "duplicate_label": [('"цвет"@ru', '"Лампа"@ru')],
}
CASES = [(rule, old, new) for rule, breaks in BREAKS.items() for old, new in breaks]


def test_the_ontology_has_no_flaw() -> None:
    assert [flaw.row() for flaw in report(ontology())] == []


def test_the_sound_example_has_no_flaw_and_every_rule_a_case() -> None:
    assert report(Graph().parse(data=SOUND, format="turtle")) == []
    assert set(BREAKS) == {rule.__name__ for rule in RULES}


@pytest.mark.parametrize(("rule", "old", "new"), CASES)
def test_each_rule_finds_its_flaw(rule: str, old: str, new: str) -> None:
    assert SOUND.count(old) == 1, "the case does not break what it means to break"
    found = report(Graph().parse(data=SOUND.replace(old, new), format="turtle"))
    assert rule in {flaw.rule for flaw in found}


def test_the_report_is_a_table_and_its_exit_code_tells() -> None:
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run(
        [sys.executable, "-m", "tools.ontology_report"], cwd=root, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout.splitlines()[0]) == (0, "Level\tRule\tSubject\tValue"), done.stderr


def test_the_tables_of_the_documentation_are_the_schema_s() -> None:
    page = ontology_docs.PAGE.read_text(encoding="utf-8")
    assert ontology_docs.render(page) == page, "run: python -m tools.ontology_docs"
    assert page.count("| `opora:") > 50
