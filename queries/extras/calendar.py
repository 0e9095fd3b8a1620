"""Calendar: the days it spans."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from ontology.i18n import translator
from queries.extras.asked import Asked
from queries.extras.usual import usual
from queries.questions.calendar import CalendarParams
from queries.shown import shown_day


def calendar(asked: Asked) -> Mapping[str, Any]:
    """What every answer adds, and a note with the first and the last day."""
    since, until = cast(CalendarParams, asked.params).window()
    spans = translator(asked.lang)(
        "The calendar spans {since} to {until}.", since=shown_day(since, asked.lang), until=shown_day(until, asked.lang)
    )
    added = dict(usual(asked))
    return added | {"notes": [spans, *added.get("notes", [])]}
