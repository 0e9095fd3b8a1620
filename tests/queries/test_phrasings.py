"""How much of what people type is understood: the question, and what each of its words is taken for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from ontology.errors import OporaError
from queries.answer import answer
from queries.plain_examples import EXAMPLES
from queries.plain_words import FINDINGS
from queries.store import GraphStore
from queries.stores import open_store
from queries.understand import parameters_of, understand
from queries.words import resolve_direction, resolve_function, resolve_territory
from tests.queries.phrasings import PHRASINGS, TODAY, UNSEEN, VLA, Phrasing
from viz.pages.answer import data_lists

LEAST = 0.8  # of phrasings that no rule was written for


@pytest.fixture(scope="module")
def bundled(bundled_db: Path) -> Iterator[GraphStore]:
    """The bundled facts, read only."""
    opened = open_store(f"sqlite:///{bundled_db}")
    yield opened
    opened.close()


def _missed(store: GraphStore, asked: Phrasing) -> str | None:
    """What was understood wrongly; None when all is right."""
    meant = understand(store, asked.text, TODAY)
    if meant.question != asked.question:
        return f"taken for {meant.question} {meant.words}"
    if meant.question == FINDINGS:
        taken = {n: {resolve_territory(store, w).taken.id if n == "territory" else w} for n, w in meant.words.items()}
    else:
        try:
            here = (
                {"territory": VLA} if "territory" in parameters_of(meant.question) else {}
            )  # as the page adds its own
            params = answer(store, meant.question, here | meant.words, as_of=TODAY).params
        except OporaError as error:
            return error.title("ru")
        taken = {n: {v["id"], v["code"]} if isinstance(v, dict) else {str(v)} for n, v in params.items()}
    wrong = {n: taken.get(n) for n, v in asked.words.items() if v not in taken.get(n, set())}
    return f"words taken for {wrong}" if wrong else None


@pytest.mark.parametrize("asked", PHRASINGS, ids=lambda asked: asked.text)
def test_a_phrasing_is_understood(bundled: GraphStore, asked: Phrasing) -> None:
    assert _missed(bundled, asked) is None


def test_most_of_what_no_rule_was_written_for_is_understood(bundled: GraphStore) -> None:
    missed = {asked.text: wrong for asked in UNSEEN if (wrong := _missed(bundled, asked))}
    assert len(missed) <= (1 - LEAST) * len(UNSEEN), missed


def test_the_examples_of_the_page_are_understood(bundled: GraphStore) -> None:
    for place in ("Белгородская область", "Владимирская область"):
        for _user, group in EXAMPLES.items():
            for question, text in group:
                asked = text.format(territory=place, first="ЦНППМ", second="БелИРО" if "Бел" in place else "ВИРО")
                assert understand(bundled, asked, TODAY).question == question, asked


def test_names_as_the_forms_suggest_them_are_found(bundled: GraphStore) -> None:
    lists = data_lists(bundled, "ru")
    for name in lists["territory"]:
        assert name.startswith(resolve_territory(bundled, name).taken.name), name
    for name in lists["function"]:
        assert resolve_function(bundled, name).taken.code == name.split()[0], name
    for name in lists["direction"]:
        assert resolve_direction(bundled, name).taken.code == name.split()[0], name
