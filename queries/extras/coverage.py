"""Coverage: the denominator, cells by state, and the reason when no act of the territory is loaded."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from queries.extras.asked import Asked
from queries.nobody import home_name, no_act
from queries.nobody_reasons import Reason
from queries.questions import COVERAGE
from queries.questions.coverage import CoverageParams, CoverageRow


def coverage(asked: Asked) -> Mapping[str, Any]:
    """`denominator`, `counts`, `nobody`; with a status asked for, its `rows` only: the counts stay those of all."""
    params = cast(CoverageParams, asked.params)
    rows = cast("list[CoverageRow]", asked.rows)
    if params.status is not None:
        rows = asked.store.ask(COVERAGE, params.model_copy(update={"status": None}))
    expected = [r for r in rows if r.expected]
    counts: dict[str, int] = {}
    for row in expected:
        counts[row.status.value] = counts.get(row.status.value, 0) + 1
    bare = bool(rows) and all(r.reason is Reason.NO_ORDER for r in rows)
    place = asked.known["territory"].taken
    home = home_name(asked.store, place.id, params.level) or place.name
    nobody = no_act(home, asked.lang) if bare else None
    return {"denominator": len(expected), "counts": counts, "nobody": nobody}
