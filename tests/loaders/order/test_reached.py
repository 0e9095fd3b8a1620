"""Shares that prose says were reached, told from plans, expected results and other indicators."""

from __future__ import annotations

import pytest

from loaders.order.entities import to_entities
from loaders.order.reached import reached
from loaders.order.read import read_order
from ontology.models import Norm

ACT = """МИНИСТЕРСТВО ПРОСВЕЩЕНИЯ ОЗЁРНОЙ ОБЛАСТИ

ПРИКАЗ

от 12.05.2031 № 77

О системе наставничества

ПРИКАЗЫВАЮ:
1. Утвердить Положение (приложение 1).
2. Утвердить показатели (приложение 2).

Министр    А.Б. Синицын

Приложение 1
к приказу от 12.05.2031 № 77

ПОЛОЖЕНИЕ
о системе наставничества

1. Общие положения
1.1. {lead}
- открыт центр наставничества;
- {item}

Приложение 2
к приказу от 12.05.2031 № 77

ПОКАЗАТЕЛИ

№ п/п	Наименование показателя	январь 2031	План 2031
1	Доля образовательных организаций, в которых внедрена ЦМН, от общего количества образовательных организаций	61%	70%
2	Доля педагогических работников, охваченных ЦМН, от общего количества педагогических работников	10%	14%
"""
SUMMED = "Итогами деятельности по развитию наставничества в 2029-2030 гг. являются:"
WHOLE = "в 90% общеобразовательных организаций внедрена целевая модель наставничества педагогических работников."


@pytest.mark.parametrize(
    ("lead", "item", "found"),
    [
        (SUMMED, WHOLE, (90.0, "2030")),
        (SUMMED, "в 2029 году " + WHOLE, (90.0, "2029")),
        ("По состоянию на конец 2030 года:", WHOLE, (90.0, "2030")),
        ("Ожидаемые результаты развития наставничества:", WHOLE, None),
        (SUMMED, "планируется, что " + WHOLE, None),
        (SUMMED, "к 2035 году " + WHOLE, None),
        (SUMMED, "в 90% образовательных организаций открыты музеи.", None),
        (SUMMED, "внедрена целевая модель наставничества в образовательных организациях.", None),
    ],
)
def test_what_was_reached(lead: str, item: str, found: tuple[float, str] | None) -> None:
    reading = read_order(ACT.format(lead=lead, item=item), "0" * 64, "act.txt")
    assert [i.unit for i in reading.indicators] == ["%", "%"]
    levels = [level for level in reached(reading) if level.clause == "1.1"]
    assert [(level.value, level.period) for level in levels] == ([found] if found else [])
    assert {level.metric for level in levels} <= {reading.indicators[0].name}


def test_the_level_reached_is_a_norm_that_binds_nobody() -> None:
    reading = read_order(ACT.format(lead=SUMMED, item=WHOLE), "0" * 64, "act.txt")
    norms = [e for e in to_entities(reading) if isinstance(e, Norm) and e.metric == reading.indicators[0].name]
    assert [(n.kind, n.comparison, n.value, n.unit, n.period, n.about) for n in norms] == [
        ("actual", "=", 90.0, "%", "2030", None)
    ]
