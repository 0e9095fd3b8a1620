"""What is due in a territory, month by month: activities, agreements, norms and acts that end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date as Day
from datetime import timedelta
from enum import StrEnum
from itertools import groupby
from typing import Annotated, Any, Literal

from pydantic import Field

from ontology.entities.base import Id
from ontology.entities.vocabulary import Comparison, Periodicity
from ontology.errors import BadParameter
from ontology.i18n import Lang
from queries.cited import named_json, order_json
from queries.named import Named
from queries.question import Ask, DerivedQuestion, Params, Row, SubjectId, TerritoryId, Word
from queries.questions.sources.dated_facts import DATED_FACTS, DatedFactsParams, DatedFactsRow, DatedKind
from queries.recurring import MONTHS, days_of, shifted
from queries.written_days import written_days

_YEARS = 20  # a longer calendar of something monthly would be thousands of rows
_KINDS = tuple(DatedKind)


class Timing(StrEnum):
    """How the day of an entry is known. `dated`: it is written; `periodic`: a day of each year, half-year and so on,
    the one its term names, else the last; the others have none: they go on, come when needed, or have no term."""

    DATED = "dated"
    PERIODIC = "periodic"
    ONGOING = "ongoing"
    AS_NEEDED = "as-needed"
    UNDATED = "undated"


_TIMINGS = tuple(Timing)


class CalendarParams(Params):
    """Acts in force on `as_of` of the territory, of those above it and of those in it."""

    territory: TerritoryId = Field(description="Territory whose calendar it is.")
    since: Day | None = Field(None, description="First day; the first of the month of as_of when absent.")
    until: Day | None = Field(None, description="Last day; a year after the first when absent.")
    subject: Annotated[SubjectId | None, Word("subject", also="responsible")] = Field(
        None, description="Only what this subject answers for or is a party to."
    )
    dated: bool = Field(False, description="Only what has a day.")

    def window(self) -> tuple[Day, Day]:
        """First and last day, both included. BadParameter when they are too far apart."""
        since = self.since or self.as_of.replace(day=1)
        until = self.until or (shifted(since, 12) - timedelta(days=1) if since.year < Day.max.year else Day.max)
        if until.year - since.year > _YEARS:
            raise BadParameter(
                "A calendar from {since} to {until} is too long",
                mend="Ask for {years} years at most",
                since=since.isoformat(),
                until=until.isoformat(),
                years=_YEARS,
            )
        return since, until


class CalendarRow(Row):
    """One entry on one day; something periodic has one for each of its days. Entries without a day come last.

    `month`: as 2024-09. `parties`: responsible subjects of an activity, parties of an agreement; `written`: the
    responsible as the act writes them. `status`: of the activity, of the agreement as noted. `comparison`, `value`,
    `unit`: of a norm. `due`: the written last day. The end of an act has no clause.
    """

    month: str | None
    date: Day | None
    timing: Timing
    kind: DatedKind
    item_id: Id
    title: str | None
    parties: tuple[Named, ...]
    written: tuple[str, ...]
    periodicity: Periodicity | None
    due: Day | None
    status: str | None
    comparison: Comparison | None
    value: float | None
    unit: str | None
    territory_id: Id
    territory_name: str
    relation: Literal["own", "above", "below"]
    order_id: Id
    order_number: str
    order_date: Day | None
    order_title: str
    clause_id: Id | None
    clause: str | None
    quote: str | None

    def public(self, lang: Lang) -> dict[str, Any]:
        """The day first, then what it is, who answers for it, the clause."""
        flat = self.model_dump(mode="json")
        norm = None
        if self.value is not None:
            norm = {"comparison": flat["comparison"], "value": self.value, "unit": self.unit}
        return {
            **{name: flat[name] for name in ("month", "date", "timing", "kind", "title")},
            "id": self.item_id,
            "responsible": [named_json(p.id, p.name) for p in self.parties],
            "responsible_text": flat["written"],
            **{name: flat[name] for name in ("periodicity", "due", "status")},
            "norm": norm,
            "territory": named_json(self.territory_id, self.territory_name, relation=self.relation),
            "order": order_json(self.order_id, self.order_number, self.order_date, self.order_title),
            "clause": self.clause,
            "clause_id": self.clause_id,
            "quote": self.quote,
        }


_SHARED = frozenset(CalendarRow.model_fields) & frozenset(DatedFactsRow.model_fields)


def _derive(ask: Ask, params: CalendarParams) -> list[CalendarRow]:
    since, until = params.window()
    facts: list[DatedFactsRow] = ask(DATED_FACTS, DatedFactsParams(territory=params.territory, as_of=params.as_of))
    rows = []
    for _, group in groupby(facts, key=lambda fact: (fact.kind, fact.item_id)):
        same = list(group)
        if params.subject is None or any(fact.party_id == params.subject for fact in same):
            rows += [_row(same, timing, day) for timing, day in _days(same[0], since, until)]
    if params.dated:
        rows = [row for row in rows if row.date is not None]
    return sorted(rows, key=_place)


def _place(row: CalendarRow) -> tuple[str, int, int, str, str]:
    day = row.date.isoformat() if row.date else "~"
    return day, _TIMINGS.index(row.timing), _KINDS.index(row.kind), row.title or "", row.item_id


def _days(fact: DatedFactsRow, since: Day, until: Day) -> Iterator[tuple[Timing, Day | None]]:
    """The days of one fact within the calendar, and how they are known."""
    if fact.periodicity is not None and fact.periodicity in MONTHS:
        first = max(since, fact.order_date or since)
        last = min(until, fact.due or until, fact.order_ends - timedelta(days=1) if fact.order_ends else until)
        if first <= last:
            said = written_days(fact.periodicity, fact.term, first, last) if fact.term and not fact.due else None
            for day in days_of(fact.periodicity, fact.due, first, last) if said is None else said:
                yield Timing.PERIODIC, day
    elif fact.periodicity in (Periodicity.ONGOING, Periodicity.AS_NEEDED):
        if fact.due is None or fact.due >= since:
            yield Timing(fact.periodicity.value), None
    elif fact.due is None:
        yield Timing.UNDATED, None
    elif since <= fact.due <= until:
        yield Timing.DATED, fact.due


def _row(facts: Sequence[DatedFactsRow], timing: Timing, day: Day | None) -> CalendarRow:
    named = {fact.party_id: fact.party_name or "" for fact in facts if fact.party_id}
    return CalendarRow(
        month=f"{day:%Y-%m}" if day else None,
        date=day,
        timing=timing,
        parties=tuple(Named(id=id, name=name) for id, name in named.items()),
        **{name: value for name, value in vars(facts[0]).items() if name in _SHARED},
    )


CALENDAR = DerivedQuestion(
    name="calendar",
    summary_ru="Что и когда предстоит по месяцам: мероприятия, сроки соглашений, норм и актов, и кто отвечает.",
    summary_en="What is due month by month: activities, days of agreements, norms and acts, and who answers for it.",
    params=CalendarParams,
    row=CalendarRow,
    uses=(DATED_FACTS,),
    derive=_derive,
)
