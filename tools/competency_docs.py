"""Writes docs/competency-questions.md: each competency question, its SPARQL, its rows on the bundled graph.

python -m tools.competency_docs
"""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from rdflib import Graph

from api.bundled import load_bundled
from ontology import rdf
from ontology.property_graph import NODES
from queries.stores import open_store
from tools.competency import Competency, answered, competencies

PAGE = Path(__file__).resolve().parent.parent / "docs" / "competency-questions.md"
SHOWN = 5  # rows of each question on the page

_HEAD = """\
# На какие вопросы отвечает онтология

Проверочные вопросы (competency questions) показывают, что онтологии достаточно: на каждый отвечает один запрос SPARQL
к выгрузке графа (`opora export --format ttl`), без программы. Вопросов {number}. У каждого сказано, на что опирается
ответ и какая ошибка в данных его портит: с такой ошибкой запрос даёт другие строки, и это проверяют тесты на
вымышленных данных (`tests/oracle/competency`). Строки получены на графе, который поставляется с программой: четыре
приказа и выдуманные таблицы штатов. Страница создаётся командой `python -m tools.competency_docs`.
"""


def bundled() -> Graph:
    """The bundled facts as they are exported."""
    with closing(open_store("sqlite:///:memory:")) as store:
        load_bundled(store)
        entities = [entity for node in NODES for entity in store.all(node.entity)]
    return Graph().parse(data=rdf.dump(entities, "ttl"), format="turtle")


def page(graph: Graph) -> str:
    """The whole page, with rows of this graph."""
    questions = competencies()
    sections = [section(number, question, graph) for number, question in enumerate(questions, 1)]
    return _HEAD.format(number=len(questions)) + "".join(sections)


def section(number: int, question: Competency, graph: Graph) -> str:
    """One question: words, query, first rows."""
    rows = answered(graph, question.query)
    table = [question.columns, ("---",) * len(question.columns), *(row.split(" | ") for row in rows[:SHOWN])]
    lines = "\n".join("| " + " | ".join(cell or "–" for cell in cells) + " |" for cells in table)
    first = f", первые {SHOWN}" if len(rows) > SHOWN else ""
    shown = f"Строк: {len(rows)}{first}.\n\n{lines}\n" if rows else "Строк: 0.\n"
    return (
        f"\n## {number}. {question.ru}\n\n{question.en}\n\n"
        f"Опирается на то, что {question.needs}. Ошибка, с которой ответ неверен: {question.breaks}.\n\n"
        f"```sparql\n{question.query}\n```\n\n{shown}"
    )


if __name__ == "__main__":
    PAGE.write_text(page(bundled()), encoding="utf-8")
