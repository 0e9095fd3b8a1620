"""Every view of the explorer is the same page from an embedded file and from a real Neo4j."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from ontology.models import Entity
from queries.store import GraphStore
from queries.stores import open_store
from tests.conftest import Neo4jAddress
from tests.contract.graphs import bundled, example
from tests.contract.stores import wipe
from tools.views import VIEWS

pytestmark = pytest.mark.no_cover  # slow, and tests of the parts run the same lines

HEADERS = {"accept": "text/html"}


@pytest.mark.timeout(900)  # a cold server plans every question anew
def test_every_view_is_the_same_page(neo4j_url: Neo4jAddress) -> None:
    wipe(neo4j_url)
    graph = [*bundled(), *example()]
    file = open_store("sqlite:///:memory:")
    server = open_store(neo4j_url.url, user=neo4j_url.user, password=neo4j_url.password)
    sites = [_site(store, graph) for store in (file, server)]
    differing = []
    for name, view in VIEWS.items():
        address = view.address() + ("" if "as_of" in view.params else "&as_of=2025-06-01")
        left, right = (site.get(address, headers=HEADERS) for site in sites)
        assert left.status_code == view.answer, name
        if (left.status_code, left.text) != (right.status_code, right.text):
            differing.append(name)
    for store in (file, server):
        store.close()
    wipe(neo4j_url)
    assert differing == []


def _site(store: GraphStore, graph: Sequence[Entity]) -> TestClient:
    store.write(graph)
    return TestClient(create_app(store))
