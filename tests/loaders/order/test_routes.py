"""Routes of invented acts: processes spelled out, declared ones put in order; a measure on the real orders."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from loaders.order.read import read_order
from loaders.order.reading import FunctionMatch, Reading
from loaders.order.themes import themes
from tests.loaders.order.measure import read, same_clause, same_subject
from tests.loaders.order.test_figures import HEAD
from tests.loaders.order.test_real_acts import ORDERS, PATHS, gold_of


def _read(body: str) -> Reading:
    return read_order(HEAD + body, "0" * 64, "act.txt")


def _steps(reading: Reading, name: str) -> list[tuple[str | None, str, str]]:
    names = {s.id: s.short or s.name for s in reading.subjects}
    (route,) = [r for r in reading.routes if r.name == name]
    assert [s.order for s in route.steps] == list(range(1, len(route.steps) + 1))
    return [(names[s.subject] if s.subject else None, s.does, s.clause) for s in route.steps]


SCATTERED = """1. Структура

1.1. Центр чтения области (далее – ЦЧ).

ЦЧ:
– анализирует результаты прохождения индивидуальных образовательных маршрутов;
– ведёт летопись чтений;
– разрабатывает индивидуальные образовательные маршруты учителей;
– выявляет профессиональные дефициты учителей.

1.2. Институт книги области (далее – ИКО).

ИКО:
– сопровождает учителей на индивидуальном образовательном маршруте;
– обеспечивает перенос освоенного в практику урока.
"""


def test_scattered_steps_stand_in_the_order_of_the_stages() -> None:
    steps = _steps(_read(SCATTERED), "Индивидуальный образовательный маршрут")
    assert [(who, clause) for who, _, clause in steps] == [
        ("ЦЧ", "1.1"),
        ("ЦЧ", "1.1"),
        ("ИКО", "1.2"),
        ("ИКО", "1.2"),
        ("ЦЧ", "1.1"),
    ]
    assert [does.split()[0] for _, does, _ in steps] == [
        "выявляет",
        "разрабатывает",
        "сопровождает",
        "обеспечивает",
        "анализирует",
    ]


def test_a_spelled_out_process_keeps_its_order_and_its_doers() -> None:
    reading = _read(
        "1. Центр чтения области (далее – ЦЧ) ведёт летопись. Совет чтецов области принимает устав. "
        "Институт книги области проводит чтения.\n\n"
        "2. Отбор региональных методистов проводится в следующем порядке:\n"
        "1) ЦЧ объявляет отбор;\n"
        "2) Совет чтецов области рассматривает заявки, Институт книги области проводит испытание;\n"
        "3) ЦЧ утверждает список.\n"
    )
    assert _steps(reading, "Отбор региональных методистов") == [
        ("ЦЧ", "объявляет отбор", "2.1"),
        ("Совет чтецов области", "рассматривает заявки", "2.2"),
        ("Институт книги области", "проводит испытание", "2.2"),
        ("ЦЧ", "утверждает список", "2.3"),
    ]


def test_a_process_nobody_declared_has_the_words_that_announce_it() -> None:
    reading = _read(
        "1. Центр чтения области (далее – ЦЧ) ведёт летопись. Совет чтецов области принимает устав.\n\n"
        "2. Передача летописи в архив осуществляется в следующей последовательности:\n"
        "1) ЦЧ составляет опись;\n2) Совет чтецов области принимает опись;\n3) ЦЧ передаёт летопись.\n"
    )
    assert [r.name for r in reading.routes] == ["Передача летописи в архив"]


def test_one_step_is_no_route_and_lists_are_no_processes() -> None:
    reading = _read(
        "1. Центр чтения области (далее – ЦЧ).\n\nЦЧ:\n– разрабатывает индивидуальные образовательные маршруты;\n"
        "– ведёт летопись;\n– хранит книги.\n"
    )
    assert reading.routes == ()


def test_a_step_knows_its_function() -> None:
    def matcher(text: str) -> list[FunctionMatch]:
        score = 0.9 if "маршрут" in text else 0.2
        return [FunctionMatch(code="low", score=0.1, why=""), FunctionMatch(code="high", score=score, why="")]

    reading = read_order(HEAD + SCATTERED, "0" * 64, "act.txt", matcher)
    assert {s.function for r in reading.routes for s in r.steps} == {"high"}
    assert "function" not in json.loads(reading.as_json())["routes"][0]["steps"][0]


def test_declared_routes_are_whole() -> None:
    for theme in themes():
        assert len(theme.stages) > 1 or theme.name, theme.name
        assert theme.about and theme.whole and all(theme.stages)


def hits(truth: dict[str, Any], reading: dict[str, Any]) -> tuple[int, int, int, int]:
    """Steps of the annotation found by clause and subject, all of them; found steps that are in it, all of them."""
    named = {s["id"]: s for s in reading["subjects"]}
    true_named = {s["id"]: s for s in truth["subjects"]}

    def same(a: dict[str, Any], b: dict[str, Any]) -> bool:
        if not any(same_clause(c.strip(), b["clause"]) for c in re.split(";", a["clause"])):
            return False
        if a["subject"] is None or b["subject"] is None:
            return bool(a["subject"] == b["subject"])
        return same_subject(true_named[a["subject"]], named[b["subject"]])

    wanted = [s for r in truth["routes"] for s in r["steps"]]
    told = [s for r in reading["routes"] for s in r["steps"]]
    reached = sum(any(same(a, b) for b in told) for a in wanted)
    return reached, len(wanted), sum(any(same(a, b) for a in wanted) for b in told), len(told)


@pytest.mark.orders
@pytest.mark.skipif(not PATHS, reason=f"no orders in {ORDERS}: set OPORA_ORDERS to the folder that holds them")
def test_steps_of_the_real_acts() -> None:
    """Steps told only by the rows of an indicator form («доля педагогов, которые …») are no deeds: they are missed."""
    scores = [
        hits(json.loads(gold.read_text(encoding="utf-8")), read(path))
        for path in PATHS
        if (gold := gold_of(path)) is not None
    ]
    if not scores:
        pytest.skip("no annotations beside the orders")
    reached, wanted, right, told = (sum(column) for column in zip(*scores, strict=True))
    assert reached >= 0.75 * wanted, (reached, wanted)
    assert right >= 0.8 * told, (right, told)


BODIES = """1. Участники

1.1. Центр чтения области (далее – ЦЧ):
– ведёт летопись чтений.

1.2. Клубы чтецов:
– читают вслух.

1.3. Институт книги области (далее – ИКО):
– хранит книги.

2. Порядок

"""


def test_steps_strung_in_one_sentence() -> None:
    reading = _read(
        BODIES + "2.1. Маршрут чтеца выстраивается в следующей последовательности: клубы чтецов подают заявку в ЦЧ, "
        "ИКО проводит смотр, ЦЧ составляет список, клубы чтецов отслеживают чтение.\n"
    )
    (route,) = reading.routes
    assert _steps(reading, route.name) == [
        ("Клубы чтецов", "подают заявку в ЦЧ", "2.1"),
        ("ИКО", "проводит смотр", "2.1"),
        ("ЦЧ", "составляет список", "2.1"),
        ("Клубы чтецов", "отслеживают чтение", "2.1"),
    ]


def test_steps_told_by_the_sentences_of_a_clause() -> None:
    reading = _read(
        BODIES + "2.1. Клубы чтецов направляют учителей в ИКО. ИКО выстраивает для учителя индивидуальный "
        "образовательный маршрут, ЦЧ помогает его пройти.\n"
    )
    assert _steps(reading, "Индивидуальный образовательный маршрут") == [
        ("Клубы чтецов", "направляют учителей в ИКО", "2.1"),
        ("ИКО", "выстраивает для учителя индивидуальный образовательный маршрут", "2.1"),
        ("ЦЧ", "помогает его пройти", "2.1"),
    ]


def test_a_sentence_that_announces_an_order_without_doers_is_no_route() -> None:
    reading = _read(BODIES + "2.1. Чтения идут в следующем порядке: приветствие, чтение вслух, разбор прочитанного.\n")
    assert reading.routes == ()
