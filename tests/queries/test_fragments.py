"""Fragments of SQL: each is used, each name is known, and what is used often stands in one place."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

import queries
from ontology.errors import DeclarationError
from queries.fragments import expanded, fragment

FOLDER = Path(queries.__file__).parent
FRAGMENTS = sorted((FOLDER / "fragments").glob("*.sql"))
QUERIES = [p for p in sorted(FOLDER.rglob("*.sql")) if p not in FRAGMENTS]
EXPRESSION = re.compile(r"^  \w+(?: \([\w, ]+\))? AS (?:MATERIALIZED )?\(.*?^  \)", re.MULTILINE | re.DOTALL)


def test_a_fragment_takes_the_place_of_its_name() -> None:
    text = expanded("-- Says what it asks.\nWITH RECURSIVE\n  -- @up,\n  b AS (SELECT 1)\nSELECT 1", "x.sql")
    assert "-- @" not in text and text.index("up (id, part_of, depth) AS (") < text.index("  ),\n  b AS")


def test_an_unknown_fragment_is_told_with_its_file() -> None:
    with pytest.raises(DeclarationError, match=r"x\.sql.*nowhere"):
        expanded("-- A.\n-- @nowhere\n", "x.sql")


@pytest.mark.parametrize("path", FRAGMENTS, ids=lambda p: p.stem)
def test_each_fragment_says_what_it_is_and_is_used(path: Path) -> None:
    assert path.read_text(encoding="utf-8").startswith("-- ")
    assert fragment(path.stem, "x.sql").strip()
    assert sum(bool(re.search(rf"-- @{path.stem}\b", q.read_text(encoding="utf-8"))) for q in QUERIES) > 1


def test_no_expression_stands_in_many_files() -> None:
    seen = Counter(
        " ".join(found.split()) for q in QUERIES for found in set(EXPRESSION.findall(q.read_text(encoding="utf-8")))
    )
    assert [text for text, times in seen.items() if times > 2] == []
