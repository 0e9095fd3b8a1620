"""Activities of acts that name agreements, with those responsible for them."""

from __future__ import annotations

from ontology.entities.base import Id
from queries.cited import Cited
from queries.findings.declared import source


class ResponsibleRow(Cited):
    """One subject responsible for an activity of a road map."""

    activity_id: Id
    title: str
    subject_id: Id
    subject_name: str
    subject_fills: Id | None
    subject_part_of: Id | None


RESPONSIBLE_OF_ACTIVITIES = source(
    "responsible_of_activities",
    "Мероприятия действующих актов, в которых названы соглашения, и ответственные за них.",
    "Activities of acts in force that name agreements, and those responsible for them.",
    ResponsibleRow,
)
