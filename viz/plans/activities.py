"""Activities as a list: filters, the state of each, and how they are arranged."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from ontology.errors import BadParameter
from ontology.i18n import Lang, gettext, translator
from ontology.ids import digest
from queries.answer import Answer, answer
from queries.store import GraphStore
from viz.calendar_file import Entry
from viz.common import chosen_territory
from viz.filters import one_of
from viz.formats import order_name
from viz.plans.common import Line, Sought, ground
from viz.styles import StateStyle
from viz.text import capital, clean

STANDINGS: Mapping[str, StateStyle] = {
    "overdue": StateStyle(
        "overdue", gettext("the last day is past, and nobody told that it is done"), "✕", "uncovered"
    ),
    "due": StateStyle("due", gettext("the last day is still to come"), "○", "ahead"),
    "periodic": StateStyle("periodic", gettext("recurs or goes on and has no last day"), "↻", "unexpected"),
    "undated": StateStyle("undated", gettext("no day can be read from the words of the act"), "?", "generic"),
    "done": StateStyle(gettext("done"), gettext("a person told that it is done"), "✓", "covered"),
    "cancelled": StateStyle(gettext("cancelled"), gettext("a person told that it is cancelled"), "–", "unexpected"),
}
GROUPINGS: Final = {
    "state": gettext("by state, overdue first"),
    "direction": gettext("by direction, as the road map has it"),
    "responsible": gettext("by who is responsible"),
}
VIEWS: Final = {"table": gettext("As a table"), "timeline": gettext("As a timeline")}
_PLACES = list(STANDINGS)


@dataclass(frozen=True, slots=True)
class ActivityFilter:
    """What is asked for. `subject`: who is responsible, in words; `direction`: a key of `directions` or words of its
    heading; `since`, `until`: the last day lies between them; `by`: one of GROUPINGS; `only`: id of the one to show."""

    territory: str | None = None
    subject: str | None = None
    state: str | None = None
    direction: str | None = None
    since: date | None = None
    until: date | None = None
    q: str | None = None
    view: str | None = None
    by: str | None = None
    only: str | None = None

    def checked(self) -> ActivityFilter:
        """The same. Raises BadParameter for a word that is none of its list, and for days in the wrong order."""
        one_of("state", self.state, STANDINGS)
        one_of("by", self.by, GROUPINGS)
        one_of("view", self.view, VIEWS)
        if self.since and self.until and self.since > self.until:
            raise BadParameter("The first day is later than the last one", mend="Change the two days round.")
        return self

    @property
    def narrow(self) -> bool:
        """Whether anything but the territory is asked for."""
        return any((self.subject, self.state, self.direction, self.since, self.until, self.q, self.only))

    @property
    def arranged_by(self) -> str:
        """The grouping: a timeline has the lanes of the road map unless asked otherwise."""
        return self.by or ("direction" if self.view == "timeline" else "state")


@dataclass(frozen=True, slots=True)
class Found:
    """Activities of the territory (`every`), those that fit all but `state` (`counted`), and everything (`lines`)."""

    said: Answer | None
    every: Sequence[Line]
    counted: Sequence[Line]
    lines: Sequence[Line]


@dataclass(frozen=True, slots=True)
class Group:
    """Activities under one heading. `standing`: of a group by state; `events`: those of each event (or of none)."""

    heading: str
    note: str
    standing: StateStyle | None
    events: Sequence[tuple[str, Sequence[Line]]]


def activities_found(store: GraphStore, wanted: ActivityFilter, as_of: date | None, lang: Lang) -> Found:
    """The activities asked for, each a row of the question, in the order of their grouping."""
    place = chosen_territory(store, wanted.checked().territory)
    if place is None:
        return Found(None, [], [], [])
    said = answer(store, "activities", {"territory": place.id}, lang=lang, as_of=as_of)
    every: Sequence[Line] = said.rows
    if wanted.subject:
        asked = {"territory": place.id, "subject": wanted.subject}
        said = answer(store, "activities", asked, lang=lang, as_of=as_of)
    sought, heading = Sought(wanted.q), Sought(wanted.direction)
    counted = [
        line
        for line in said.rows
        if wanted.only in (None, "", line["activity"])
        and _in_term(line, wanted)
        and (not wanted.direction or direction_key(line) == wanted.direction or heading.fits(line["direction"]))
        and _fits(line, sought)
    ]
    lines = [line for line in counted if not wanted.state or line["state"] == wanted.state]
    lines.sort(key=lambda line: _place(line, wanted.arranged_by))
    return Found(said, every, counted, lines)


def activity_entries(lines: Sequence[Line], lang: Lang) -> list[Entry]:
    """Days of a calendar: the last day of every activity that has one; those without a day are left out."""
    _ = translator(lang)
    found = []
    for line in lines:
        if not line["due"]:
            continue
        state = f"{_('State')}: {_(STANDINGS[line['state']].label)}"
        text = "\n".join(filter(None, (who(line, lang), clean(line["result"]), state, ground(line, lang))))
        title = ". ".join(filter(None, (clean(line["no"]).rstrip("."), clean(line["title"]))))
        found.append(Entry(line["activity"], date.fromisoformat(line["due"]), title, text, _("Activity")))
    return found


def groups_of(lines: Sequence[Line], by: str, lang: Lang) -> list[Group]:
    """The lines, which are in the order of the grouping, under its headings."""
    _ = translator(lang)
    found: dict[tuple[str, str], list[Line]] = {}
    for line in lines:
        named = line["direction"] or "" if by == "direction" else line["state"] if by == "state" else who(line, lang)
        found.setdefault((named, line["order"]["id"] if by == "direction" else ""), []).append(line)
    made: list[Group] = []
    for key, own in found.items():
        if by == "state":
            made.append(Group(_(STANDINGS[key[0]].label), _(STANDINGS[key[0]].meaning), STANDINGS[key[0]], [("", own)]))
        elif by == "responsible":
            made.append(Group(key[0], "", None, [("", own)]))
        else:
            events: dict[str, list[Line]] = {}
            for line in own:
                events.setdefault(clean(line["event"]), []).append(line)
            order = own[0]["order"]
            note = f"{_('order')} {order_name(order['number'], order['date'], lang)}"
            made.append(Group(clean(key[0]) or _("No direction is named"), note, None, list(events.items())))
    return made


def who(line: Line, lang: Lang) -> str:
    """Who is responsible, by the names that are known, else by the words of the act."""
    known = [capital(clean(one["name"])) for one in line["responsible"]]
    return "; ".join(known or map(clean, line["responsible_text"])) or translator(lang)("nobody is named")


def directions(lines: Sequence[Line]) -> dict[str, str]:
    """Directions of the road maps, as they stand there: key of the filter → heading."""
    there = sorted((line for line in lines if line["direction"]), key=lambda line: _place(line, "direction"))
    return {direction_key(line): clean(line["direction"]) for line in there}


def direction_key(line: Line) -> str:
    """A direction in an address: its heading may be longer than an address should be."""
    return digest(line["direction"] or "")[:8]


def _place(line: Line, by: str) -> tuple[object, ...]:
    term = (line["due"] or "9999", _numbers(line["no"]), line["activity"])
    if by == "state":
        return (_PLACES.index(line["state"]), *term)
    if by == "responsible":
        return (bool(line["responsible"] or line["responsible_text"]), who(line, "ru").casefold(), *term)
    order = (line["order"]["date"] or "", line["order"]["id"])
    return (*order, line["direction"] is None, _numbers(line["direction"]), _numbers(line["event"]), *term[1:])


def _numbers(text: str | None) -> tuple[tuple[int, int, str], ...]:
    """Text in the order people count: 2.10 after 2.9; what has no number comes last."""
    parts = re.findall(r"\d+|[^\W\d]+", clean(text).casefold())
    return tuple((0, int(part[:18]), "") if part.isdecimal() else (1, 0, part) for part in parts) or ((2, 0, ""),)


def _in_term(line: Line, wanted: ActivityFilter) -> bool:
    if not (wanted.since or wanted.until):
        return True
    if not line["due"]:
        return False
    return (wanted.since or date.min) <= date.fromisoformat(line["due"]) <= (wanted.until or date.max)


def _fits(line: Line, sought: Sought) -> bool:
    named = (one["name"] for one in line["responsible"])
    texts = (line[name] for name in ("no", "title", "result", "direction", "event", "term_text"))
    return sought.fits(*texts, *line["responsible_text"], *line["executors"], *named)
