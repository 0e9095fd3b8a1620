"""What the ontology must be able to answer: each competency question, on sound and on broken facts."""

from __future__ import annotations

import pytest

from tools.competency import Competency, answered, competencies
from tools.competency_docs import PAGE, bundled, page

pytestmark = pytest.mark.no_cover  # slow, and tests of the parts run the same lines

QUESTIONS = competencies()


def test_there_are_enough_and_each_has_its_fixture() -> None:
    assert len(QUESTIONS) >= 20
    assert all(question.rows and question.ru.endswith("?") and question.en.endswith("?") for question in QUESTIONS)


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.name)
def test_a_question_needs_what_it_says(question: Competency) -> None:
    assert answered(question.fixture("sound"), question.query) == list(question.rows)
    assert answered(question.fixture("broken"), question.query) != list(question.rows)


def test_the_page_is_what_the_bundled_graph_answers() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(bundled()), "run python -m tools.competency_docs"
