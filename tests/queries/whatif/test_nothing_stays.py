"""Nothing of a scenario stays in the store: compared byte for byte, whatever happens on the way."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest

from ontology.errors import OporaError
from queries.stores import open_store
from queries.whatif import read_yaml, whatif
from queries.whatif.steps import HANDLERS
from tests.queries.small import TODAY
from tests.queries.whatif.system import GROUND, system

EVERY_STEP = """
steps:
  - merge: {subjects: [ЦМ, ИР], into: Новый институт}
  - split: {subject: Новый институт, into: [{name: Первый, functions: реестр}, {name: Второй}]}
  - move: {subject: Второй, to: Ёлкинский район, level: муниципальный}
  - transfer: {from: Второй, to: Первый, functions: F1.02}
  - vacate: Методический кабинет Ёлкина
  - fill: {subject: муниципальная методическая служба, by: Кабинет города, territory: город Зареченск}
  - merge: {subjects: [Школа № 1 Ёлкина, Школа № 2 Ёлкина], into: Школа № 3}
  - add_methodists: {territory: Зареченская область, subject_area: математика, count: 2}
  - remove_methodists: {codes: М-002}
  - set_norm: {territory: Зареченская область, value: 90}
  - conclude: {between: [Первый, Второй]}
  - cancel: {between: [Первый, Второй]}
  - rebalance: Ёлкинский район
  - remove: Министерство просвещения Заречья
"""


def _dump(path: Path) -> str:
    """Everything an SQLite file holds, as SQL."""
    with sqlite3.connect(path) as connection:
        return "\n".join(connection.iterdump())


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "opora.db"
    store = open_store(f"sqlite:///{path}")
    store.write([*GROUND, *system()])
    store.close()
    return path


def test_every_step_leaves_the_file_as_it_was(file: Path) -> None:
    before = _dump(file)
    store = open_store(f"sqlite:///{file}")
    scenario = read_yaml(EVERY_STEP.encode(), "s.yaml")
    assert {step.action for step in scenario.steps} == set(HANDLERS), "each kind of step is in the scenario"
    answer = whatif(store, scenario, as_of=TODAY)
    assert answer.counts["uncovered"] or answer.counts["moved"]
    again = whatif(store, scenario, as_of=TODAY)
    store.close()
    assert _dump(file) == before
    assert again == answer, "the same scenario has the same answer"


@pytest.mark.parametrize("steps", range(1, len(HANDLERS) + 1))
def test_a_step_that_fails_leaves_nothing_of_the_steps_before(file: Path, steps: int) -> None:
    before = _dump(file)
    lines = [*EVERY_STEP.strip().splitlines()[: steps + 1], "  - remove: Такого субъекта нет нигде"]
    store = open_store(f"sqlite:///{file}")
    with pytest.raises(OporaError) as error:
        whatif(store, read_yaml("\n".join(lines).encode(), "s.yaml"), as_of=TODAY)
    assert f"шаг {steps + 1}" in error.value.message("ru")
    store.close()
    assert _dump(file) == before


def test_an_unforeseen_failure_leaves_nothing_either(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = _dump(file)
    store = open_store(f"sqlite:///{file}")

    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("in the midst")

    monkeypatch.setattr("queries.whatif.run.snapshot", broken)
    with pytest.raises(RuntimeError):
        whatif(store, read_yaml(EVERY_STEP.encode(), "s.yaml"), as_of=TODAY)
    store.write([])  # the store can be written to: no lock is left
    store.close()
    assert _dump(file) == before


def test_the_bundled_graph_stays(bundled_db: Path, tmp_path: Path) -> None:
    path = tmp_path / "opora.db"
    shutil.copy(bundled_db, path)
    before = _dump(path)
    store = open_store(f"sqlite:///{path}")
    text = (
        "территория: Белгородская область\n"
        "шаги:\n  - убрать: ЦНППМ\n  - убрать: {субъект: БелИРО, с подразделениями: да}"
    )
    answer = whatif(store, read_yaml(text.encode(), "s.yaml"))
    store.close()
    assert answer.counts["uncovered"] > 5 and answer.counts["broken"] and answer.counts["lost"] > 10
    assert all(row["held_by"] for row in answer.functions if row["turn"] == "uncovered")
    assert _dump(path) == before
