"""`uncovered-function`: a function is expected at a level of a territory that has acts, and nobody actual holds it."""

from __future__ import annotations

from collections import defaultdict
from types import MappingProxyType

from ontology.entities.base import Id
from ontology.entities.vocabulary import Level
from queries.findings.declared import checked
from queries.findings.rule import Evidence, Rule, Scope, Severity, Text
from queries.findings.sources.acted_territories import ACTED_TERRITORIES, ActedRow
from queries.findings.sources.cell_holders import CELL_HOLDERS, CellHoldersParams, CellHoldersRow
from queries.nobody_reasons import Reason, sentence
from queries.question import Ask, DerivedQuestion
from queries.questions.coverage import COVERAGE, CoverageParams, CoverageRow

__all__ = ["UNCOVERED_FUNCTION"]


def _derive(ask: Ask, scope: Scope) -> list[Evidence]:
    """Cells of the matrix of each territory; the same answer and the same reasons as `coverage` gives."""
    return [
        row
        for place in ask(ACTED_TERRITORIES, scope)
        for row in _of_territory(ask, place, scope)
    ]  # fmt: skip


def _of_territory(ask: Ask, place: ActedRow, scope: Scope) -> list[Evidence]:
    cells: list[CoverageRow] = ask(COVERAGE, CoverageParams(territory=place.territory_id, as_of=scope.as_of))
    bare = [cell for cell in cells if cell.expected and cell.reason is not None]
    if not bare:
        return []
    named: dict[Id, list[CellHoldersRow]] = defaultdict(list)
    for row in ask(CELL_HOLDERS, CellHoldersParams(territory=place.territory_id, as_of=scope.as_of)):
        named[row.function_id].append(row)
    return [row for cell in bare for row in _of_cell(place, cell, named[cell.function_id])]


def _of_cell(place: ActedRow, cell: CoverageRow, named: list[CellHoldersRow]) -> list[Evidence]:
    """A row for each subject and clause that bears on the reason; one without a clause when nothing does."""
    bearing: dict[tuple[Id, Id], CellHoldersRow] = {}
    for row in named:
        if _bears(row, cell):
            bearing.setdefault((row.subject_id, row.clause_id), row)
    return [_row(place, cell, row) for row in bearing.values()] or [_row(place, cell, None)]


def _bears(row: CellHoldersRow, cell: CoverageRow) -> bool:
    if cell.reason is Reason.OTHER_LEVEL:
        return row.in_force and row.level is not cell.level
    return row.level is cell.level and row.in_force is (cell.reason is not Reason.NOT_IN_FORCE)


def _row(place: ActedRow, cell: CoverageRow, named: CellHoldersRow | None) -> Evidence:
    return Evidence(
        key=f"{place.territory_id}|{cell.function_id}|{cell.level.value}",
        territory_id=place.territory_id,
        territory_name=place.territory_name,
        level=Level(cell.level),
        function_id=cell.function_id,
        function_code=cell.function_code,
        function_ru=cell.function_ru,
        function_en=cell.function_en,
        reason=cell.reason.value if cell.reason else None,
        item=None,
        subject_id=named.subject_id if named else None,
        subject_name=named.subject_name if named else None,
        found=named.level.value if named and named.level is not cell.level else None,
        expected=None,
        order_id=named.order_id if named else None,
        order_number=named.order_number if named else None,
        order_date=named.order_date if named else None,
        order_title=named.order_title if named else None,
        clause_id=named.clause_id if named else None,
        clause=named.clause if named else None,
        quote=named.quote if named else None,
    )


UNCOVERED_FUNCTION = Rule(
    kind="uncovered-function",
    title=Text("Функцию никто не выполняет", "Nobody holds the function"),
    advice=Text(
        "Каталог ожидает эту функцию на этом уровне. Закрепите её пунктом акта за действующим субъектом или внесите в "
        "реестр организацию, которая её выполняет.",
        "The catalogue expects the function at this level. Give it to an actual subject by a clause of an act, or "
        "enter the organisation that holds it into the register.",
    ),
    severity=Severity.WARNING,
    question=DerivedQuestion(
        name="uncovered_function",
        summary_ru="Ожидаемые функции, которые на этом уровне никто действительный не выполняет, и почему.",
        summary_en="Expected functions that nobody actual holds at their level, and why.",
        params=Scope,
        row=Evidence,
        uses=(ACTED_TERRITORIES, COVERAGE, CELL_HOLDERS),
        derive=_derive,
    ),
    checked=checked(
        "checked_expected_cells",
        "Сколько клеток «функция × уровень» ожидает каталог в территориях, у которых есть акты.",
        "How many cells of function and level the catalogue expects in the territories that have acts.",
    ),
    counted=Text("ожидаемых клеток «функция – уровень»", "expected cells of function and level"),
    reasons=MappingProxyType(
        {
            reason.value: Text(sentence(reason, "ru"), sentence(reason, "en"))
            for reason in Reason
            if reason is not Reason.NO_ORDER
        }
    ),
)
