"""Questions reach Neo4j with their parameters in one map, so that a filter more or less is no other statement."""

from __future__ import annotations

import re

import pytest

from queries.questions import QUESTIONS
from queries.stores.neo4j_cypher import of_one_map
from tests.contract.asked import ALL


@pytest.mark.parametrize(
    ("text", "sent"),
    [
        ("MATCH (n {id: $id}) RETURN n", "MATCH (n {id: $given.id}) RETURN n"),
        ("$a_1+$b LIMIT $limit", "$given.a_1+$given.b LIMIT $given.limit"),
        ("RETURN '$id', \"$id\", 'it\\'s $id', $id", "RETURN '$id', \"$id\", 'it\\'s $id', $given.id"),
        ("RETURN `$id` /* of $id\n */ // by $id\n, $id", "RETURN `$id` /* of $id\n */ // by $id\n, $given.id"),
        ("RETURN 'a//b', $id", "RETURN 'a//b', $given.id"),
    ],
)
def test_only_parameters_are_taken_from_the_map(text: str, sent: str) -> None:
    assert of_one_map(text) == sent


def test_every_parameter_of_every_question_is() -> None:
    asked = [q for q in ALL.values() if hasattr(q, "texts")]
    assert len(asked) > len(QUESTIONS)
    for question in asked:
        code = re.sub(r"//[^\n]*", "", of_one_map(question.texts["cypher"]))
        assert set(re.findall(r"\$given\.(\w+)", code)) == set(question.params.model_fields), question.name
        assert set(re.findall(r"\$(\w+)", code)) == {"given"}, question.name
