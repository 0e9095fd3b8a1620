"""Road maps: rows of a table of activities, with responsible subjects, executors, terms as dates and periodicity."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from loaders.order.cells import people, titles
from loaders.order.columns import Column
from loaders.order.heads import head
from loaders.order.lexicon import ACRONYMS, SERVED
from loaders.order.matrix import role_of_mark
from loaders.order.reading import Activity
from loaders.order.registry import Registry
from loaders.order.tables import Row, Table
from loaders.order.terms import YEAR_END, Span, due, periodicity, several, span_of
from ontology.ids import part_id


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of a road map with what the rows above give it."""

    row: Row
    number: str
    direction: str
    event: str
    titles: tuple[str, ...]
    when: str


def activities(
    tables: list[Table],
    labels: dict[int, str],
    order: str,
    registry: Registry,
    about: Mapping[int, str] | None = None,
    year: int | None = None,
) -> list[Activity]:
    """The rows of all road maps. `labels` gives each part's citation («прил. 2»), `about` its title, whose year a
    term without one takes («План работы на 2031 год»); `year` is the act's own, for «до конца года»."""
    result = []
    for table in tables:
        if table.kind != "roadmap":
            continue
        title = (about or {}).get(table.part, "")
        whole = _first_span(_term_head(table), table.title, title)
        for r in _unslipped(list(_rows(table))):
            responsible = people(cell(table, r.row, "responsible"), registry)
            executors = people(cell(table, r.row, "executors"), registry)
            term = cell(table, r.row, "term") or _ticked(table, r.row) or r.when
            span = span_of(r.when) or whole
            if span is None and year and YEAR_END.search(term) and not re.search(r"20\d\d", term):
                span = Span(year, year)
            parts = several(term)
            terms = parts if len(parts) == len(r.titles) else [term] * len(r.titles)
            for one, own in zip(r.titles, terms, strict=True):
                day = due(own, span)
                clause = _clause(labels.get(table.part, ""), r, one)
                ids = []
                for name in responsible:
                    # whoever answers for an activity is a subject, also where the act has no heading for it
                    known = registry.resolve(name, "nomn", clause, make=_answers(name, registry))
                    ids += [e for e in known if e not in ids]
                result.append(
                    Activity(
                        id=part_id(order, "activity", clause, one, own),
                        no=r.number or None,
                        direction=r.direction or r.when or None,
                        event=r.event or None,
                        title=one,
                        responsible=tuple(responsible),
                        responsible_ids=tuple(str(registry.entries.index(e)) for e in ids),
                        executors=tuple(executors),
                        term_text=own or None,
                        due=day.isoformat() if day else None,
                        periodicity=periodicity(own, span),
                        result=cell(table, r.row, "result") or None,
                        clause=clause,
                    )
                )
    return result


def _answers(name: str, registry: Registry) -> bool:
    """Whether a name in the responsible column is a body or a post the act may not name elsewhere: not teachers."""
    found = head(name, "nomn", registry.shorts)
    return name in ACRONYMS or (found is not None and found[2] not in SERVED and len(name) < 200)


def _rows(table: Table) -> Iterator[_Row]:
    """The rows that name an activity, each with its number, direction and measure."""
    event, group_before, above, numbered = "", "", "", ""
    records = list(table.headed())
    for n, (row, heading, when) in enumerate(records):
        if n + 1 < len(records) and _headed(table, row, records[n + 1][0]):
            numbered = f"{cell(table, row, 'no').rstrip('. ')}. {cell(table, row, 'title')}"
            event, group_before, above = "", heading.partition("\n")[0], ""
            continue
        group, _, inner = heading.partition("\n")
        if group != group_before:
            event, group_before, above, numbered = "", group, "", ""
        if inner and "event" not in table.columns:
            event = inner
        number = cell(table, row, "no").rstrip(". ")
        own_event = cell(table, row, "event") if "title" in table.columns else ""
        if own_event and not number and event and own_event[:1].islower():
            event = f"{event} {own_event}"  # a measure whose wording runs on beside its next activity
        elif own_event:
            event, above = own_event, number
        title = cell(table, row, "title") or cell(table, row, "event")
        if not title:
            continue
        if not number and event and "event" in table.columns:
            number = above  # a further activity under the numbered measure above it
        yield _Row(
            row, number, numbered or group, event, tuple(titles(title, len(several(cell(table, row, "term"))))), when
        )


def _headed(table: Table, row: Row, following: Row) -> bool:
    """Whether a row «2. | Обучение чтецов» only heads those numbered 2.1, 2.2 … under it."""
    number, next_ = (cell(table, r, "no").rstrip(". ") for r in (row, following))
    alone = {n for n, c in zip(table.columns, row.cells, strict=False) if c} <= {"no", "title"}
    return alone and bool(number) and next_.startswith(f"{number}.")


def _unslipped(rows: list[_Row]) -> list[_Row]:
    """Rows with each title in its own row again.

    Where a recogniser has put two titles into one cell, the next row shows the title of the row after it, twice: the
    second title of the fused cell is the next row's.
    """
    for n in range(len(rows) - 2):
        fused, next_, after = rows[n : n + 3]
        if len(fused.titles) == 2 and next_.titles == after.titles and next_.number in {"", fused.number}:
            rows[n] = _Row(fused.row, fused.number, fused.direction, fused.event, fused.titles[:1], fused.when)
            rows[n + 1] = _Row(next_.row, next_.number, next_.direction, next_.event, fused.titles[1:], next_.when)
    return rows


def _clause(label: str, r: _Row, title: str) -> str:
    """Where a lawyer finds the activity: by the row's number, else by that of its title or of its measure."""
    own = re.match(r"^(\d+(?:\.\d+)+)\.?\s", title)
    measure = re.match(r"^(\d+(?:\.\d+)*)", r.event)
    point = r.number or (own.group(1) if own else "") or (measure.group(1) if measure else "")
    return ", ".join(x for x in (label, f"п. {point}" if point else "") if x)


def _term_head(table: Table) -> str:
    return " ".join(h for c, h in zip(table.columns, table.header, strict=False) if c == "term")


def _ticked(table: Table, row: Row) -> str:
    """The heads of the columns of time that have a mark in this row («I кв., III кв.»)."""
    told = zip(table.columns, table.header, row.cells, strict=False)
    return ", ".join(h for c, h, said in told if c in {"when", "value"} and said and role_of_mark(said))


def _first_span(*texts: str) -> Span | None:
    return next((s for t in texts if (s := span_of(t)) is not None), None)


def place(table: Table, row: Row, labels: dict[int, str]) -> str:
    """The citation of a row by its own number («прил. 2, п. 4»)."""
    number = cell(table, row, "no").rstrip(". ")
    return ", ".join(x for x in (labels.get(table.part, ""), f"п. {number}" if number else "") if x)


def cell(table: Table, row: Row, name: Column) -> str:
    """The text of a row's cells in the columns of this name; a dash alone says nothing."""
    said = (c for n, c in zip(table.columns, row.cells, strict=False) if n == name and re.search(r"\w|[+✓✔√●]", c))
    return " ".join(said).strip()
