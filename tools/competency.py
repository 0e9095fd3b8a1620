"""Competency questions of the ontology: what it must be able to answer, each with its SPARQL and a broken fixture.

In tests/oracle/competency: `NN-name.rq`: the question in both languages, the headings of its columns, what it relies
on, the query. `NN-name.broken.trig`: invented facts; with the graph `t:sound` the query gives the rows named there,
with the graph `t:broken` in its place it does not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from rdflib import Dataset, Graph, URIRef

FOLDER = Path(__file__).resolve().parent.parent / "tests" / "oracle" / "competency"
_T = "urn:opora:test:"


@dataclass(frozen=True, slots=True)
class Competency:
    """One question. `rows`: what the sound fixture gives, cells joined by « | »."""

    name: str
    ru: str
    en: str
    columns: tuple[str, ...]
    needs: str
    breaks: str
    query: str
    rows: tuple[str, ...]

    def fixture(self, state: Literal["sound", "broken"]) -> Graph:
        """The invented facts with what makes them sound, or with what breaks them."""
        whole = Dataset()
        whole.parse(FOLDER / f"{self.name}.broken.trig", format="trig")
        graph = Graph()
        for part in (whole.default_graph, whole.graph(URIRef(_T + state))):
            for triple in part:
                graph.add(triple)
        return graph


def _said(text: str, mark: str) -> list[str]:
    return re.findall(rf"^# {mark}: (.+)$", text, re.MULTILINE)


def competencies() -> list[Competency]:
    """All of them, in their order."""
    found = []
    for path in sorted(FOLDER.glob("*.rq")):
        text = path.read_text(encoding="utf-8")
        fixture = path.with_suffix(".broken.trig").read_text(encoding="utf-8")
        (ru,), (en,), (columns,), (needs,) = (_said(text, mark) for mark in ("ru", "en", "columns", "needs"))
        (breaks,) = _said(fixture, "breaks")
        query = re.sub(r"^# .*\n", "", text, flags=re.MULTILINE).strip()
        rows = tuple(_said(fixture, "expected"))
        found.append(Competency(path.stem, ru, en, tuple(columns.split(", ")), needs, breaks, query, rows))
    return found


def answered(graph: Graph, query: str) -> list[str]:
    """The rows of a query, cells joined by « | », numbers as people write them."""
    return [" | ".join(_cell(value) for value in row) for row in graph.query(query)]  # type: ignore[union-attr]


def _cell(value: object) -> str:
    text = "" if value is None else str(value)
    if re.fullmatch(r"-?\d+\.\d+", text):
        text = text.rstrip("0").rstrip(".")
    return text.removeprefix("https://w3id.org/opora/ns#")
