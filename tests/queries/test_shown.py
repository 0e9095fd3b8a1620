"""Answers as people read them: every column has a heading, every word of a closed list is in the reader's language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ontology.models import ENTITY_TYPES, Draft, Order, Subject
from queries.headings import HEADINGS
from queries.questions import QUESTIONS
from queries.shown import cells, heading, headings, order_name, word
from queries.store import GraphStore
from queries.stores import open_store
from tests.contract.asked import Asker

CLOSED = re.compile(r"[a-z]+(-[a-z]+)*")


@pytest.fixture(scope="module")
def bundled(bundled_db: Path) -> Iterator[GraphStore]:
    store = open_store(f"sqlite:///{bundled_db}")
    yield store
    store.close()


@pytest.fixture(scope="module")
def rows(bundled: GraphStore) -> dict[str, list[dict[str, Any]]]:
    """Rows of each question for places, subjects and acts that have something to say."""
    entities = [e for kind in ENTITY_TYPES if kind is not Draft for e in bundled.all(kind)]
    telling = {o.territory for o in entities if isinstance(o, Order)} | {
        s.part_of for s in entities if isinstance(s, Subject)
    }
    entities.sort(key=lambda e: (e.id not in telling, e.id))
    found: dict[str, list[dict[str, Any]]] = {name: [] for name in QUESTIONS}
    for question, params in Asker(entities, 6).asked([date(2024, 9, 1)], tuple(QUESTIONS)):
        found[question.name] += [row.public("ru") for row in bundled.ask(question, params)]
    return found


@pytest.mark.parametrize("name", QUESTIONS)
def test_every_column_has_a_heading(rows: dict[str, list[dict[str, Any]]], name: str) -> None:
    missing = [key for key in headings(rows[name]) if key not in HEADINGS]
    assert not missing
    assert all(re.search("[А-Яа-я]", heading(key, "ru")) for key in headings(rows[name]))


@pytest.mark.parametrize("name", QUESTIONS)
def test_every_word_is_in_the_reader_s_language(rows: dict[str, list[dict[str, Any]]], name: str) -> None:
    words = {v for row in rows[name] for v in cells(row, "ru").values() if isinstance(v, str)}
    assert not sorted(w for value in words for w in value.split("; ") if CLOSED.fullmatch(w))


def test_things_are_one_cell() -> None:
    row = {
        "subject": {"id": "s", "name": "Центр", "level": "regional"},
        "function": {"id": "f", "code": "F1.01", "label": "Реестр"},
        "order": {"id": "o", "number": "7", "date": "2022-01-10", "title": "О системе"},
        "clause_id": "c",
        "days": ["2022-01-10", "2022-02-10"],
        "generic": True,
        "parties": [{"id": "a", "name": "А"}, {"id": "b", "name": "Б"}],
        "nothing": None,
    }
    assert cells(row, "ru") == {
        "subject": "Центр",
        "subject.level": "региональный",
        "function": "F1.01 Реестр",
        "order": "№ 7 от 10.01.2022",
        "days": "10.01.2022; 10.02.2022",
        "generic": True,
        "parties": "А\nБ",
        "nothing": None,
    }
    assert headings([row, {"nothing": None}]) == (
        *("subject", "subject.level", "function", "order", "days", "generic", "parties"),
    )


@pytest.mark.parametrize(
    ("text", "shown"),
    [("regional", "региональный"), ("2022-13-45", "2022-13-45"), ("ЦНППМ", "ЦНППМ"), ("<b>", "<b>"), ("", "")],
)
def test_a_word_is_shown_as_it_is_unless_it_is_known(text: str, shown: str) -> None:
    assert word(text, "ru") == shown


def test_an_order_without_a_day() -> None:
    assert order_name({"id": "o", "number": "7", "date": None}, "ru") == "№ 7"
    assert order_name(None, "ru") is None
