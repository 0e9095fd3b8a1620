"""Subjects and people who may have been read twice, and those that only look so."""

from __future__ import annotations

from typing import Any

import pytest

from tests.queries.findings.planned import ACT, bundled, checked, found, official, told
from tests.queries.small import DISTRICT, REGION, clause, order, store_of, subject


def _two(first: str, second: str, **values: Any) -> tuple[Any, ...]:
    """Two subjects of the region; `values` of the second one."""
    one = subject("a", REGION, "regional", name=first, clause="c")
    fields = {"territory": REGION, "level": "regional", "clause": "c2"} | values
    return (*ACT, one, subject("b", fields.pop("territory"), fields.pop("level"), name=second, **fields))


@pytest.mark.parametrize(
    ("first", "second", "reason"),
    [
        ("Муниципальные методические объединения", "методические муниципальные объединения", "same-words"),
        ("Руководители ОО", "Руководитель образовательных организаций", "same-words"),
        ("ГАУ ДПО «Институт развития образования»", "Институт развития образования", "same-words"),
        ("Центр оценки качества Зареченской области", "Центр оценки качества", "same-words"),
        ("Ответственный за паспорт системы", "ответственное лицо за паспорт системы", "same-words"),
        ("Центр поддержки педагогов", "Центр подержжки педагогов", "same-words"),  # a slip
        ("Заместитель директора МКУ", "Заместитель директора МКУ «Ромашка»", "cut-short"),
        ("Региональный ресурсный центр наставничества", "РРЦН", "short-form"),
        ("Центр поддержки педагогов", "Центр поддержки учителей", None),
        ("Городские и районные центры", "Районные центры", None),  # places in the region, not the region itself
        ("Школа № 1", "Школа № 11", None),
        ("Институт «Ромашка»", "Институт «Василёк»", None),
        ("Региональный методист", "Муниципальный методист", None),
        ("Профессиональные сообщества", "Профессиональные сообщества классных руководителей", None),
    ],
)
def test_names(first: str, second: str, reason: str | None) -> None:
    with store_of(*_two(first, second)) as store:
        findings = found(store, "suspected-double-subject")
        assert checked(store, "suspected-double-subject") == 2
    assert [f.reason for f in findings] == ([reason] if reason else [])
    if findings:
        assert findings[0].subjects == ["a", "b"]
        assert [row["clause"] for row in findings[0].clauses] == ["3.1", "4"]


@pytest.mark.parametrize(
    ("values", "suspected"),
    [
        ({}, True),
        ({"level": None}, True),
        ({"kind": "organisation"}, True),  # any body at all
        ({"level": "municipal"}, False),
        ({"kind": "council"}, False),
        ({"generic": True}, False),
        ({"part_of": "a"}, False),
        ({"territory": DISTRICT}, False),
    ],
)
def test_what_tells_two_of_one_name_apart(values: dict[str, Any], suspected: bool) -> None:
    facts = _two("Методический центр", "методические центры", **values)
    assert bool(told("suspected-double-subject", *facts)) is suspected


def test_parts_of_two_bodies_are_two() -> None:
    wholes = [subject(id, REGION, "regional", name=name) for id, name in (("x", "Институт"), ("y", "Агентство"))]
    parts = [
        subject(id, REGION, "regional", name="Методический отдел", part_of=whole)
        for id, whole in (("a", "x"), ("b", "y"))
    ]
    assert told("suspected-double-subject", *ACT, *wholes, *parts) == {}


def test_those_who_fill_generic_ones_apart_are_two() -> None:
    generic = [subject(id, REGION, "municipal", generic=True) for id in ("x", "y")]
    fillers = [subject(id, DISTRICT, "municipal", name="Служба", fills=g) for id, g in (("a", "x"), ("b", "y"))]
    assert told("suspected-double-subject", *ACT, *generic, *fillers, territory=DISTRICT) == {}


def test_subjects_of_an_act_out_of_force_are_not_looked_at() -> None:
    old = (order("p", REGION, valid_until="2023-01-01"), clause("d", "p"))
    facts = _two("Методический центр", "методические центры", clause="d")
    assert told("suspected-double-subject", *facts, *old) == {}


@pytest.mark.parametrize(
    ("first", "second", "reason"),
    [
        (("Чикунова Г.К.", None), ("Чикуннова Г. К.", None), "near-spelling"),
        (("Чикунова Галина Карловна", None), ("Чикуннова Г.К.", None), "near-spelling"),
        (("Г.К. Чикунова", None), ("Чихунова Г.К.", None), "near-spelling"),
        (("Чикунова Г.К.", None), ("Чикуннова Г.Л.", None), None),
        (("Чикунов Г.К.", None), ("Чикунова Г.К.", None), None),  # a man and a woman
        (("Ильин Г.К.", None), ("Илькин Г.К.", None), None),  # too short to tell
        (("Чикунова Г.К.", "директор института"), ("Чикунова Г.К.", "начальник управления"), "posts-differ"),
        (("Чикунова Г.К.", "министр"), ("Чикунова Г.К.", "министр образования области"), None),
        (("Чикунова Г.К.", "министр"), ("Чикунова Г.К.", None), None),
        (("Чикунова", "министр"), ("Чикунова", "директор"), None),  # no initials: any two
    ],
)
def test_people(first: tuple[str, str | None], second: tuple[str, str | None], reason: str | None) -> None:
    facts = (*ACT, official("p", *first), official("q", *second, by="c2"))
    assert list(told("suspected-double-person", *facts).values()) == ([reason] if reason else [])


def test_people_of_other_places_are_others() -> None:
    below = (order("m", DISTRICT), clause("f", "m"), official("q", "Чикуннова Г.К.", None, by="f"))
    assert told("suspected-double-person", *ACT, official("p", "Чикунова Г.К.", None), *below) == {}


def test_the_bundled_acts() -> None:
    store = bundled()
    try:
        pairs = {frozenset(f.about.split("; ")) for f in found(store, "suspected-double-subject")}
        assert frozenset({"Заместитель директора МКУ", "Заместитель директора МКУ «ЦРО»"}) in pairs
        assert frozenset({"Муниципальные методические объединения", "методические муниципальные объединения"}) in pairs
        assert len(pairs) <= 6
        assert found(store, "suspected-double-person") == []
    finally:
        store.close()
