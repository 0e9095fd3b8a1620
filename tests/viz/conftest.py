"""Stores of the invented example."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from queries.store import GraphStore
from queries.stores import open_store
from tests.viz.example import entities


@pytest.fixture(scope="module")
def store() -> Iterator[GraphStore]:
    """The example with the text of its acts."""
    opened = open_store("sqlite:///:memory:")
    opened.write(entities())
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def bare_store() -> Iterator[GraphStore]:
    """The example as bundled facts are: no text of an act."""
    opened = open_store("sqlite:///:memory:")
    opened.write(entities(quotes=False))
    yield opened
    opened.close()


@pytest.fixture
def empty_store() -> Iterator[GraphStore]:
    """A store with nothing in it."""
    opened = open_store("sqlite:///:memory:")
    yield opened
    opened.close()
