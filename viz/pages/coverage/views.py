"""The three views of coverage: function × level, × subject, × municipality."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any

from ontology.i18n import Lang, translator
from ontology.models import Subject
from queries.answer import answer
from queries.store import GraphStore
from viz import styles
from viz.formats import number
from viz.map.layout import LEVEL_ORDER
from viz.model import Chosen
from viz.pages.coverage.matrix import Cell, Column, Line, Matrix, grouped, held_of, state_cell, wanted
from viz.text import capital, clean, shorten

OWN_LEVEL = MappingProxyType({"country": "federal", "region": "regional", "municipality": "municipal"})
_MANY = 60  # columns; more are nobody's to look through
_ROLE_SIGNS = MappingProxyType(
    {"responsible": "●", "accountable": "◆", "consulted": "◇", "contributes": "○", "informed": "i"}
)
_STRONG = ("responsible", "accountable")


@dataclass(frozen=True, slots=True)
class Asked:
    """What the address asks for: a territory, and words that narrow. `everywhere`: municipalities without acts too."""

    place: Chosen
    level: str | None
    direction: str | None
    status: str | None
    as_of: date | None
    lang: Lang
    everywhere: bool = False


def by_level(store: GraphStore, asked: Asked) -> Matrix:
    """Functions against levels: the cells of the question `coverage`."""
    place, lang = asked.place, asked.lang
    words = _words(territory=place.id, level=asked.level, direction=asked.direction)
    cells = _rows(store, "coverage", words, asked)
    made: dict[str, dict[str, Cell]] = defaultdict(dict)
    for cell in cells:
        made[cell["function"]["id"]][cell["level"]] = state_cell(cell, lang, place.id)
    _ = translator(lang)
    present = {cell["level"] for cell in cells}
    columns = tuple(
        Column(name, capital(_(styles.LEVELS[name])), held_of([c for c in cells if c["level"] == name], lang))
        for name in LEVEL_ORDER
        if name in present and name is not None
    )
    return Matrix(columns, grouped(cells, wanted(cells, asked.status), made), tuple(cells), "coverage", words)


def by_subject(store: GraphStore, asked: Asked) -> Matrix:
    """Functions against the subjects of one level that hold any of them, the busiest first."""
    place, lang = asked.place, asked.lang
    _ = translator(lang)
    words = _words(territory=place.id, level=asked.level or OWN_LEVEL[place.kind], direction=asked.direction)
    rows = _rows(store, "coverage_by_subject", words, asked)
    cells = [row for _id, row in {row["function"]["id"]: row for row in rows}.items()]
    made: dict[str, dict[str, Cell]] = defaultdict(dict)
    subjects: dict[str, list[Line]] = defaultdict(list)
    for row in rows:
        function = row["function"]["id"]
        state = styles.STATES[row["status"] if row["expected"] or row["subject"] else "not-expected"]
        reason = [_(styles.REASONS.get(row["reason"], row["reason"]))] if row["reason"] and not row["subject"] else []
        extra = [] if row["expected"] else [_("(not expected here)")]
        params = {"function": row["function"]["code"], "level": row["level"], "territory": place.id}
        made[function].setdefault("", Cell(state.css, state.sign, _(state.label), (*extra, *reason), params))
        if row["subject"]:
            subjects[row["subject"]["id"]].append(row)
            made[function][row["subject"]["id"]] = _role_cell(row, params, lang)
    busiest = sorted(subjects.items(), key=lambda item: (-len(item[1]), clean(item[1][0]["subject"]["name"])))
    columns = [Column("", _("State of the cell"), held_of(cells, lang))]
    for id, held in busiest[:_MANY]:
        subject = held[0]["subject"]
        name = capital(clean(subject["name"]))
        known = store.get(Subject, id)
        note = _("functions: {count}", count=number(len(held), lang))
        label = shorten((known.short if known else None) or name, 70)
        columns.append(Column(id, label, note, name, id, bool(subject["generic"])))
    notes = []
    if len(busiest) > _MANY:
        more = number(len(busiest) - _MANY, lang)
        notes.append(
            _(
                "The {count} busiest subjects are shown; the file has {more} more. Choose a direction.",
                count=_MANY,
                more=more,
            )
        )
    return Matrix(
        tuple(columns),
        grouped(rows, wanted(rows, asked.status), made),
        tuple(cells),
        "questions/coverage_by_subject",
        words,
        wide=True,
        lead=_("Columns: subjects of one level that hold at least one function, the busiest first."),
        legend=tuple((_ROLE_SIGNS[role], _(label)) for role, label in styles.ROLES.items()),
        notes=tuple(notes),
    )


def by_municipality(store: GraphStore, asked: Asked) -> Matrix:
    """Functions against municipalities, beside the cells of the territory itself."""
    place, lang = asked.place, asked.lang
    _ = translator(lang)
    words = _words(
        territory=place.id,
        level=asked.level or "municipal",
        direction=asked.direction,
        without_acts="true" if asked.everywhere else None,
    )
    rows = _rows(store, "coverage_by_municipality", words, asked)
    made: dict[str, dict[str, Cell]] = defaultdict(dict)
    places: dict[str, list[Line]] = defaultdict(list)
    for row in rows:
        made[row["function"]["id"]][row["territory"]["id"]] = state_cell(row, lang, row["territory"]["id"])
    for row in sorted(rows, key=lambda row: (row["territory"]["id"] != place.id, clean(row["territory"]["name"]))):
        places[row["territory"]["id"]].append(row)
    columns = []
    for id, held in places.items():
        name = clean(held[0]["territory"]["name"])
        own = f"{_(styles.LEVELS[held[0]['level']])}; " if id == place.id else ""
        columns.append(Column(id, shorten(name, 60), f"{own}{held_of(held, lang)}", name))
    return Matrix(
        tuple(columns),
        grouped(rows, wanted(rows, asked.status), made),
        tuple(rows),
        "questions/coverage_by_municipality",
        words,
        wide=True,
        lead=_("Columns: the territory itself at its own level, then its municipalities at the chosen level."),
    )


def _role_cell(row: Line, params: dict[str, str | None], lang: Lang) -> Cell:
    """What a subject has in a function: its roles, the strongest first."""
    _ = translator(lang)
    subject, roles = row["subject"], row["roles"]
    look = "generic" if subject["generic"] else "covered" if roles[0] in _STRONG else "unexpected"
    notes = [_("generic")] if subject["generic"] else []
    notes += [_("vacant")] if subject["vacant"] else []
    notes += [_("invented data")] if subject["invented"] else []
    label = ", ".join(_(styles.ROLES[role]) for role in roles)
    return Cell(look, _ROLE_SIGNS[roles[0]], label, tuple(notes), {**params, "subject": subject["id"]})


def _words(**words: str | None) -> dict[str, str]:
    return {name: value for name, value in words.items() if value}


def _rows(store: GraphStore, question: str, words: dict[str, str], asked: Asked) -> list[dict[str, Any]]:
    found = answer(store, question, words, lang=asked.lang, as_of=asked.as_of).model_dump(mode="json")
    rows: list[dict[str, Any]] = found["rows"]
    return rows


VIEWS: MappingProxyType[str, Callable[[GraphStore, Asked], Matrix]] = MappingProxyType(
    {"level": by_level, "subject": by_subject, "municipality": by_municipality}
)
