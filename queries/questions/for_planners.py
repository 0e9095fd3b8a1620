"""The questions a planner asks: load, structure, what runs through whom."""

from __future__ import annotations

from typing import Any

from queries.question import AnyQuestion
from queries.questions.bottlenecks import BOTTLENECKS
from queries.questions.calendar import CALENDAR
from queries.questions.chains import CHAINS
from queries.questions.load import LOAD
from queries.questions.load_norms import LOAD_NORMS
from queries.questions.process_routes import PROCESS_ROUTES
from queries.questions.relations import RELATIONS
from queries.questions.relations_of import RELATIONS_OF
from queries.questions.subjects_of import SUBJECTS_OF
from queries.questions.supports import SUPPORTS
from queries.questions.teachers_of import TEACHERS_OF
from queries.questions.workload import WORKLOAD

FOR_PLANNERS: tuple[AnyQuestion[Any, Any], ...] = (
    LOAD,
    LOAD_NORMS,
    SUPPORTS,
    TEACHERS_OF,
    WORKLOAD,
    PROCESS_ROUTES,
    CHAINS,
    BOTTLENECKS,
    CALENDAR,
    RELATIONS,
    SUBJECTS_OF,
    RELATIONS_OF,
)
