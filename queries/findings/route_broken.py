"""Routes that break: a step nobody does, one whose performer lacks its function or is vacant, neighbours with nothing
between them. What `process_routes` says step by step, as findings, without what no auditor would call a break:

- who is responsible for a step as an activity of a road map, by the step's own clause, has been charged with it;
- a federal body holds its functions by federal acts;
- those whom one clause names work together by that clause;
- posts, pairs, associations and communities conclude no agreements: only bodies hand a step over to one another;
- that nobody fills a generic subject is a finding of its own (`generic-without-actual`), one for all its steps.
"""

from __future__ import annotations

from collections.abc import Iterator

from ontology.entities.vocabulary import Level, SubjectKind
from queries.breaks import Break
from queries.findings.rule import Checked, Evidence, Scope
from queries.findings.sources.step_performers import STEP_PERFORMERS, StepPerformer
from queries.question import Ask, DerivedQuestion
from queries.questions.process_routes import PROCESS_ROUTES, ProcessRoutesParams, ProcessRoutesRow

_BODIES = frozenset(
    {
        SubjectKind.AUTHORITY,
        SubjectKind.INSTITUTE,
        SubjectKind.CENTRE,
        SubjectKind.METHODICAL_SERVICE,
        SubjectKind.ORGANISATION,
    }
)


def _steps(ask: Ask, scope: Scope) -> list[ProcessRoutesRow]:
    """Steps of routes that acts of the scope set; those of acts above it are no business of the territory."""
    params = ProcessRoutesParams(territory=scope.territory, as_of=scope.as_of)
    rows: list[ProcessRoutesRow] = ask(PROCESS_ROUTES, params)
    return [row for row in rows if row.relation != "above"]


def _broken(ask: Ask, scope: Scope) -> list[Evidence]:
    performers: list[StepPerformer] = ask(STEP_PERFORMERS, scope)
    charged = {row.step_id for row in performers if row.charged}
    bodies = {row.subject_id for row in performers if row.kind in _BODIES}
    found: list[Evidence] = []
    before: ProcessRoutesRow | None = None
    for step in _steps(ask, scope):
        together = before is not None and (before.route_id, before.clause_id) == (step.route_id, step.clause_id)
        before = step
        for code in step.breaks:
            lawful = {
                Break.NOT_HELD: step.step_id in charged or step.subject_level is Level.FEDERAL,
                Break.NO_LINK: together or not {step.subject_id, step.previous_id} <= bodies,
                Break.AGREEMENT_MISSING: together,
                Break.GENERIC_ONLY: True,
            }
            if not lawful.get(code, False):
                found += _rows(step, code)
    return found


def _rows(step: ProcessRoutesRow, code: Break) -> Iterator[Evidence]:
    """The step's clause; where two neighbours are concerned, the agreement's clause as well."""
    between = code in (Break.NO_LINK, Break.AGREEMENT_MISSING)
    base = {
        "key": f"{step.step_id}.{code}",
        "territory_id": step.territory_id,
        "territory_name": step.territory_name,
        "level": step.subject_level,
        "reason": code.value,
        "item": f"{step.route_name}, {step.place}",
    }
    # The function is the finding's where it is what is missing, or what the step nobody does is for.
    if code in (Break.NOT_HELD, Break.NO_SUBJECT):
        base |= {name: getattr(step, name) for name in ("function_id", "function_code", "function_ru", "function_en")}
    here = {name: getattr(step, name) for name in ("order_id", "order_number", "order_date", "order_title")}
    here |= {"clause_id": step.clause_id, "clause": step.clause, "quote": step.quote}
    empty = dict.fromkeys(Evidence.model_fields)
    if between:
        before = {"subject_id": step.previous_id, "subject_name": step.previous_name}
        there = (
            {
                "order_id": step.link_order_id,
                "order_number": step.link_order_number,
                "order_title": None,
                "clause_id": step.link_clause_id,
                "clause": step.link_clause,
            }
            if code is Break.AGREEMENT_MISSING
            else here
        )
        yield Evidence.model_validate(empty | base | before | there)
    who = {"subject_id": step.subject_id, "subject_name": step.subject_name}
    yield Evidence.model_validate(empty | base | who | here)


ROUTE_BROKEN = DerivedQuestion(
    name="route_broken",
    summary_ru="На каких шагах рвутся маршруты.",
    summary_en="At which steps routes break.",
    params=Scope,
    row=Evidence,
    uses=(PROCESS_ROUTES, STEP_PERFORMERS),
    derive=_broken,
)


def _counted(ask: Ask, scope: Scope) -> list[Checked]:
    return [Checked(checked=len(_steps(ask, scope)))]


CHECKED_STEPS = DerivedQuestion(
    name="checked_steps",
    summary_ru="Из скольких шагов состоят маршруты действующих актов.",
    summary_en="Of how many steps the routes of acts in force consist.",
    params=Scope,
    row=Checked,
    uses=(PROCESS_ROUTES,),
    derive=_counted,
)
