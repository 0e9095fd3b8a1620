"""Agreements as a list: filters, the state of each, who concludes with whom."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import Any

from ontology.entities.vocabulary import AgreementStatus
from ontology.i18n import Lang, gettext, translator
from ontology.models import Subject
from queries.answer import Answer, answer
from queries.store import GraphStore
from viz.calendar_file import Entry
from viz.common import chosen_territory
from viz.filters import one_of
from viz.plans.common import Line, Sought, ground
from viz.styles import LEVELS, StateStyle
from viz.text import capital, clean

STANDINGS: Mapping[str, StateStyle] = {
    "overdue": StateStyle(
        "overdue", gettext("the last day is past, and nobody told of a conclusion"), "✕", "uncovered"
    ),
    "expired": StateStyle(gettext("expired"), gettext("was concluded, and its term is over"), "◐", "generic"),
    "ahead": StateStyle(gettext("still in time"), gettext("not concluded, the last day is to come"), "○", "ahead"),
    "no-term": StateStyle(
        gettext("term without a day"), gettext("not concluded, the act names no day"), "?", "unexpected"
    ),
    "concluded": StateStyle("concluded", gettext("a person or the act says it is concluded"), "✓", "covered"),
}
ORDERS = {
    "state": gettext("by state, overdue first"),
    "deadline": gettext("by deadline, earliest first"),
    "-deadline": gettext("by deadline, latest first"),
}
_LEVELS = ("federal", "regional", "municipal", "institutional", "none")
_ALONE = "alone"
PAIRS = (*(f"{a}-{b}" for n, a in enumerate(_LEVELS) for b in _LEVELS[n:]), _ALONE)


@dataclass(frozen=True, slots=True)
class AgreementFilter:
    """What is asked for. `subject`: a party, in words; `status`: on the day; `state`: one of STANDINGS; `pair`: one of
    PAIRS, levels of two parties; `sort`: one of ORDERS; `only`: id of the one agreement to show."""

    territory: str | None = None
    subject: str | None = None
    status: str | None = None
    state: str | None = None
    pair: str | None = None
    q: str | None = None
    sort: str | None = None
    only: str | None = None

    def checked(self) -> AgreementFilter:
        """The same. Raises BadParameter for a word that is none of the list."""
        one_of("state", self.state, STANDINGS)
        one_of("pair", self.pair, PAIRS)
        one_of("sort", self.sort, ORDERS)
        one_of("status", self.status, list(AgreementStatus))
        return self


@dataclass(frozen=True, slots=True)
class Found:
    """Agreements that fit all but `state` and `pair` (`near`), all but `state` (`counted`), everything (`lines`)."""

    said: Answer | None
    near: Sequence[Line]
    counted: Sequence[Line]
    lines: Sequence[Line]


def agreements_found(store: GraphStore, wanted: AgreementFilter, as_of: date | None, lang: Lang) -> Found:
    """The agreements asked for, each a row of the question with its `state`, and the level of each party."""
    place = chosen_territory(store, wanted.checked().territory)
    if place is None:
        return Found(None, [], [], [])
    asked = {"territory": place.id, "subject": wanted.subject, "status": wanted.status}
    said = answer(store, "agreements", {k: v for k, v in asked.items() if v}, lang=lang, as_of=as_of)
    sought = Sought(wanted.q)
    subjects: dict[str, Subject | None] = {}
    near = [_line(store, row, subjects) for row in said.rows]
    near = [line for line in near if _fits(line, sought) and wanted.only in (None, "", line["agreement"])]
    counted = [line for line in near if not wanted.pair or wanted.pair in line["pairs"]]
    lines = [line for line in counted if not wanted.state or line["state"] == wanted.state]
    lines.sort(key=lambda line: line["deadline"] or "", reverse=wanted.sort == "-deadline")
    lines.sort(key=lambda line: line["deadline"] is None)
    if (wanted.sort or "state") == "state":
        places = list(STANDINGS)
        lines.sort(key=lambda line: places.index(line["state"]))
    return Found(said, near, counted, lines)


def agreement_rows(lines: Sequence[Line]) -> list[dict[str, Any]]:
    """The lines as the question gives them, for a file."""
    own = ("state", "pairs")
    return [
        {name: value for name, value in line.items() if name not in own}
        | {"parties": [{"id": party["id"], "name": party["name"]} for party in line["parties"]]}
        for line in lines
    ]


def agreement_entries(lines: Sequence[Line], lang: Lang) -> list[Entry]:
    """Days of a calendar: the last day to conclude those not concluded, the end of those that are."""
    _ = translator(lang)
    made = []
    for line in lines:
        parties = "; ".join(capital(clean(party["name"])) for party in line["parties"])
        text = "\n".join(filter(None, (parties, clean(line["quote"]), ground(line, lang))))
        if line["deadline"] and line["state"] in ("overdue", "ahead"):
            title = _("Conclude the agreement: {parties}", parties=parties)
            made.append((f"{line['agreement']}.due", line["deadline"], title, text))
        if line["valid_until"]:
            title = _("The agreement ends: {parties}", parties=parties)
            made.append((f"{line['agreement']}.ends", line["valid_until"], title, text))
    return [Entry(id, date.fromisoformat(day), title, text, _("Agreement")) for id, day, title, text in made]


def _line(store: GraphStore, row: Line, known: dict[str, Subject | None]) -> dict[str, Any]:
    """A row with its state and what the store knows of the parties."""
    parties = []
    for party in row["parties"]:
        if party["id"] not in known:
            known[party["id"]] = store.get(Subject, party["id"])
        subject = known[party["id"]]
        level = subject.level.value if subject and subject.level else None
        parties.append(
            {
                **party,
                "level": level,
                "generic": bool(subject and subject.generic),
                "invented": bool(subject and subject.invented),
            }
        )
    levels = sorted((party["level"] or "none" for party in parties), key=_LEVELS.index)
    pairs = {f"{a}-{b}" for a, b in combinations(levels, 2)} if len(levels) > 1 else {_ALONE}
    return {**row, "parties": parties, "state": _state(row), "pairs": sorted(pairs)}


def _state(row: Line) -> str:
    if row["status"] in (AgreementStatus.CONCLUDED, AgreementStatus.EXPIRED):
        return str(row["status"])
    if row["days_overdue"]:
        return "overdue"
    return "ahead" if row["deadline"] else "no-term"


def _fits(line: Line, sought: Sought) -> bool:
    names = (party["name"] for party in line["parties"])
    return sought.fits(
        *names, line["quote"], line["term_text"], line["number"], line["clause"], line["order"]["number"]
    )


def pairs_of(lines: Sequence[Line]) -> dict[str, Any]:
    """Who concludes with whom, by level: `levels` that occur, and for each pair of them (concluded, all)."""
    cells: dict[str, tuple[int, int]] = {}
    for line in lines:
        for pair in line["pairs"]:
            done, count = cells.get(pair, (0, 0))
            cells[pair] = (done + (line["state"] == "concluded"), count + 1)
    alone = cells.pop(_ALONE, None)
    used = {level for pair in cells for level in pair.split("-")}
    names = {level: LEVELS.get(level) or LEVELS[None] for level in _LEVELS if level in used}
    return {"levels": names, "cells": cells, "alone": alone}
