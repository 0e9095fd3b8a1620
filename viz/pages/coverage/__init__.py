"""The page of coverage: functions against levels, subjects or municipalities, each cell with the way to its clauses."""

from __future__ import annotations

from collections import Counter
from datetime import date

from ontology.i18n import Lang, translator
from queries.store import GraphStore
from viz import styles
from viz.address import Address
from viz.common import chosen_territory, direction_choices, territory_choices
from viz.filters import one_of
from viz.model import Choice
from viz.pages.coverage.cell import cell_fragment
from viz.pages.coverage.matrix import BY, Matrix
from viz.pages.coverage.views import OWN_LEVEL, VIEWS, Asked
from viz.render import render

__all__ = ["cell_fragment", "coverage_page"]


def coverage_page(
    store: GraphStore,
    *,
    territory: str | None = None,
    by: str | None = None,
    level: str | None = None,
    direction: str | None = None,
    status: str | None = None,
    everywhere: bool = False,
    asked: str | None = None,
    as_of: date | None = None,
    lang: Lang,
) -> str:
    """Coverage of `territory` (words, id or code), narrowed to a level, a direction, a state of the cells.

    `by`: level, subject or municipality; `everywhere`: also municipalities of which no act is loaded; `asked`: the
    question in plain words that led here. The totals always count the cells of every state, so that a reader who looks
    at one state sees its share. Raises BadParameter, UnknownTerritory, UnknownFunction.
    """
    _ = translator(lang)
    by = one_of("by", by, BY) or "level"
    place = chosen_territory(store, territory)
    levels = _levels(by, place.kind if place else "region")
    if by != "level" and level not in levels:
        level = None  # a level of another view
    matrix: Matrix | None = None
    if place and not (by == "municipality" and place.kind == "municipality"):
        matrix = VIEWS[by](store, Asked(place, level, direction, status, as_of, lang, everywhere))
    expected = [cell for cell in matrix.cells if cell["expected"]] if matrix else []
    counts = Counter(str(cell["status"]) for cell in expected)
    shown = level or (None if by == "level" else levels[0])
    at = Address(
        "/coverage",
        lang,
        as_of,
        place.id if place else None,
        {
            "by": None if by == "level" else by,
            "level": level,
            "direction": direction,
            "status": status,
            "everywhere": "yes" if everywhere else None,
        },
    )
    return render(
        "coverage.html",
        at,
        territory=place,
        choices=territory_choices(store, lang),
        by=by,
        bys=[
            Choice("level", _("levels")),
            Choice("subject", _("subjects of a level")),
            Choice("municipality", _("municipalities")),
        ],
        level=shown,
        direction=direction,
        status=status,
        everywhere=everywhere,
        asked=asked,
        matrix=matrix,
        level_options=[Choice(name, _(styles.LEVELS[name])) for name in levels],
        direction_options=direction_choices(store, lang),
        state_options=[Choice(code, _(s.label)) for code, s in styles.STATES.items() if code != "not-expected"],
        totals=[(code, counts[code]) for code in styles.STATES if code != "not-expected"],
        denominator=len(expected),
        extra=len(matrix.cells) - len(expected) if matrix else 0,
        files=_files(at, matrix, status) if matrix else [],
        loading=_("The clauses are being fetched…"),
        failed=_("The clauses could not be loaded. Open this page again."),
    )


def _levels(by: str, kind: str) -> list[str]:
    """Levels to choose from in a view; the first is taken when none is chosen."""
    if by == "municipality":
        return ["municipal", "institutional"]
    everything = [name for name in styles.LEVELS if name]
    if by == "level":
        return everything
    own = OWN_LEVEL[kind]
    return [own, *(name for name in everything if name != own)]


def _files(at: Address, matrix: Matrix, status: str | None) -> list[tuple[str, str]]:
    """The cells that are shown, to take away."""
    words = {name: value for name, value in matrix.words.items() if name != "territory"}
    return [
        (name, at.api(f"/{matrix.question}", **words, status=status, format=code))
        for name, code in (("XLSX", "xlsx"), ("CSV", "csv"), ("JSON", "json"))
    ]
