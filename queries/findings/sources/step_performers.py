"""Who does the steps of routes."""

from __future__ import annotations

from ontology.entities.base import Id
from ontology.entities.vocabulary import SubjectKind
from queries.findings.declared import source
from queries.question import Row


class StepPerformer(Row):
    """A step and who does it; `charged`: responsible for an activity of the step's clause."""

    step_id: Id
    subject_id: Id
    kind: SubjectKind
    charged: bool


STEP_PERFORMERS = source(
    "step_performers",
    "Кто делает шаги маршрутов и отвечает ли по тому же пункту за мероприятие.",
    "Who does the steps of routes, and is responsible for an activity by the same clause.",
    StepPerformer,
)
