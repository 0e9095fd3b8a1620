"""Scenarios in YAML and JSON: both languages say the same, mistakes are told with their line, nothing harmful runs."""

from __future__ import annotations

import json
from datetime import date

import pytest

from ontology.errors import BadParameter, InputError, OporaError, TooLarge, UnreadableFile
from queries.whatif import Scenario, read_json, read_yaml
from queries.whatif.vocabulary import _RUSSIAN, meant
from queries.whatif.yaml_text import MOST_BYTES

RUSSIAN = """
название: Проба
территория: Зареченская область
шаги:
  - убрать: ЦМ
  - убрать: {субъект: ИР, с подразделениями: да}
  - объединить: {субъекты: [А, Б], в: В}
  - разделить:
      субъект: А
      на:
        - {название: Б, функции: F1.01}
        - {название: В}
  - переместить: {субъект: А, куда: Ёлкинский район, в составе: нет, уровень: муниципальный}
  - передать: {от: А, кому: Б, функции: [реестр, F1.02]}
  - добавить методистов: {территория: Ёлкин, предмет: математика, ставка: "0,5", количество: 3}
  - убрать методистов: {коды: [М-001, М-002]}
  - изменить норматив: {территория: Ёлкин, значение: 1 200, с: 01.09.2024}
  - заключить соглашение: {стороны: [А, Б], о чём: обмен данными}
  - расторгнуть соглашение: {между: [А, Б]}
  - освободить: А
  - заполнить: {субъект: ММС, кем: Кабинет, территория: Ёлкин}
  - выровнять нагрузку: {территория: Ёлкин, норматив: 100}
"""
ENGLISH = """
title: Проба
territory: Зареченская область
steps:
  - remove: ЦМ
  - remove: {subject: ИР, with_parts: true}
  - merge: {subjects: [А, Б], into: В}
  - split: {subject: А, into: [{name: Б, functions: [F1.01]}, {name: В}]}
  - move: {subject: А, to: Ёлкинский район, part_of: null, level: municipal}
  - transfer: {from: А, to: Б, functions: [реестр, F1.02]}
  - add_methodists: {territory: Ёлкин, subject_area: математика, fte: 0.5, count: 3}
  - remove_methodists: {codes: [М-001, М-002]}
  - set_norm: {territory: Ёлкин, value: 1200, since: 2024-09-01}
  - conclude: {between: [А, Б], about: обмен данными}
  - cancel: {between: [А, Б]}
  - vacate: {subject: А}
  - fill: {subject: ММС, by: Кабинет, territory: Ёлкин}
  - rebalance: {territory: Ёлкин, norm: 100}
"""


def test_russian_and_english_say_the_same() -> None:
    russian, english = (read_yaml(text.encode(), "s.yaml") for text in (RUSSIAN, ENGLISH))
    assert russian == english
    steps = russian.steps
    assert [s.action for s in steps] == list(dict.fromkeys(type(steps[0]).model_fields))[:1] + [
        s.action for s in steps[1:]
    ]
    assert {s.action for s in steps} == set(type(steps[0]).model_fields), "every action stands in the example"
    assert steps[8].set_norm and steps[8].set_norm.since == date(2024, 9, 1) and steps[8].set_norm.value == 1200
    assert steps[4].move and "part_of" in steps[4].move.model_fields_set and steps[4].move.part_of is None


def test_json_is_the_same_model() -> None:
    scenario = read_yaml(ENGLISH.encode(), "s.yaml")
    again = read_json(scenario.model_dump_json(by_alias=True, exclude_none=True).encode(), "body")
    assert [s.action for s in again.steps] == [s.action for s in scenario.steps]
    assert again.steps[0] == scenario.steps[0] and again.steps[5] == scenario.steps[5]


def test_each_word_means_one_thing_where_it_stands() -> None:
    taken = frozenset(_RUSSIAN)
    for english, russian in _RUSSIAN.items():
        for word in (english, english.replace("_", " "), *russian, russian[0].upper()):
            assert english in {meant(word, frozenset({english})), meant(word, taken)}
    assert meant("название", frozenset({"title"})) == "title" and meant("название", frozenset({"name"})) == "name"
    assert meant("что-то", taken) is None


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("шаги:\n  - убрат: ЦМ", 2, "убрат"),
        ("шаги:\n  - убрать: ЦМ\n    освободить: ЦМ", 2, "ровно одно"),
        ("шаги:\n  - {}", 2, "ровно одно"),
        ("шаги:\n  - объединить:\n      в: Новый", 2, "субъекты"),
        ("шаги:\n  - объединить:\n      субъекты: [А]\n      в: Б", 3, "субъекты"),
        ("шаги:\n  - добавить методистов:\n      территория: Т\n      ставка: много", 4, "много"),
        ("шаги:\n  - добавить методистов:\n      территория: Т\n      ставка: .inf", 4, "ставка"),
        ("шаги:\n  - добавить методистов:\n      территория: Т\n      количество: 0", 4, "количество"),
        ("шаги:\n  - переместить: {субъект: А}", 2, "уровень"),
        ("шаги:\n  - убрать методистов: {территория: Т}", 2, "коды"),
        ("шаги:\n  - изменить норматив: {территория: Т, значение: 5, с: вчера}", 2, "вчера"),
        ("шаги: []", 1, "шаги"),
        ("шаги: нет", 1, "список"),
        ("- убрать: А", 1, "ключи"),
        ("шаги:\n  - убрать: А\nшаги:\n  - убрать: Б", 3, "дважды"),
        ("шаги:\n  - убрать: А\nsteps:\n  - убрать: Б", 3, "дважды"),
        ("шаги:\n\t- убрать: А", 2, "YAML"),
        ("шаги: [", 1, "YAML"),
        ("? [a]\n: б", 1, "ключом"),
    ],
)
def test_a_mistake_is_named_with_its_line(text: str, line: int, says: str) -> None:
    with pytest.raises(InputError) as error:
        read_yaml(text.encode(), "s.yaml")
    message = error.value.message("ru")
    assert message.startswith(f"s.yaml:{line}: ") and says in message
    assert error.value.remedy("ru") and "\n" not in message


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        (b"steps: &a\n  - remove: x\nmore: *a", BadParameter),
        (b"a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]", BadParameter),
        (b"steps: !!python/object/apply:os.system [true]", BadParameter),
        (b"!!map {steps: x}", BadParameter),
        (b"[" * 100_000, TooLarge),
        (b"- " * 50_000, TooLarge),
        (b"[" + b"x," * 20_000 + b"]", TooLarge),
        (b"x" * (MOST_BYTES + 1), TooLarge),
        (b"\xff\xfe\x00", UnreadableFile),
        (b"\x00", UnreadableFile),
        (b"", UnreadableFile),
        (b"# nothing", UnreadableFile),
        (b"--- a\n--- b", UnreadableFile),
        (b"%YAML 9.9\n---\na", UnreadableFile),
    ],
)
def test_hostile_yaml_is_one_clear_line(raw: bytes, kind: type[OporaError]) -> None:
    with pytest.raises(kind) as error:
        read_yaml(raw, "s.yaml")
    assert "\n" not in error.value.message("ru") and error.value.remedy("ru")


@pytest.mark.parametrize("raw", [b"{", b"[" * 100_000, b"null", b'"x"', b'{"steps": [{"remove": 5}]}', b'{"x": 1}'])
def test_hostile_json_is_one_clear_line(raw: bytes) -> None:
    with pytest.raises(InputError) as error:
        read_json(raw, "body")
    assert error.value.message("ru").startswith("body") and error.value.remedy("ru")


def test_the_place_in_json_is_told() -> None:
    body = {"steps": [{"remove": "А"}, {"merge": {"subjects": ["А", "Б"], "into": "В", "x": 1}}]}
    with pytest.raises(BadParameter) as error:
        read_json(json.dumps(body).encode(), "body")
    assert error.value.where == "body: steps[2].merge.x"


def test_scalars_stay_as_written() -> None:
    """No code of a number, of «no», of a time: 12:30 and 010 are names here."""
    text = "steps:\n  - remove: 010\n  - remove: 12:30\n  - remove: on\n  - remove: 2024-01-01"
    names = [s.remove.subject for s in read_yaml(text.encode(), "s.yaml").steps if s.remove]
    assert names == ["010", "12:30", "on", "2024-01-01"]


def test_the_models_schema_has_every_step() -> None:
    assert set(Scenario.model_json_schema()["$defs"]["Step"]["properties"]) >= {"remove", "merge", "rebalance"}
