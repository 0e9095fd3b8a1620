"""Road maps: rows of a table of activities, with responsible subjects, executors, terms as dates and periodicity."""

from __future__ import annotations

import calendar
import re
from datetime import date

from loaders.order import dates
from loaders.order.cells import people, titles
from loaders.order.reading import Activity, Periodicity
from loaders.order.registry import Registry
from loaders.order.tables import Column, Row, Table
from ontology.ids import part_id

QUARTER = re.compile(r"\b(IV|III|II|I|[1-4])(?:\s*-?\s*(?:й|ый|ой|го))?\s+квартал\w*\s+(\d{4})", re.I)
DURING = re.compile(
    r"(?:в\s+течени[еи]|на\s+протяжении|до\s+конца|к\s+концу|в)\s+(\d{4})\s*(?:учебн\w+\s*)?(?:г\b|год)", re.I
)
LAST_MONTH = re.compile(r"[–—-]\s*" + r"([а-яё]+)\s+(\d{4})", re.I)


def activities(tables: list[Table], labels: dict[int, str], order: str, registry: Registry) -> list[Activity]:
    """The rows of all road maps; `labels` gives each part's citation («прил. 2»)."""
    result = []
    for table in tables:
        if table.kind != "roadmap":
            continue
        event, group_before, above = "", "", ""
        for row, heading in table.records():
            group, _, inner = heading.partition("\n")
            if group != group_before:
                event, group_before, above = "", group, ""
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
            responsible = people(cell(table, row, "responsible"), registry)
            executors = people(cell(table, row, "executors"), registry)
            term = cell(table, row, "term")
            for one in titles(title):
                own = re.match(r"^(\d+(?:\.\d+)+)\.?\s", one)
                point = (
                    number
                    or (own.group(1) if own else "")
                    or ((m := re.match(r"^(\d+(?:\.\d+)*)", event)) and m.group(1))
                    or ""
                )
                clause = ", ".join(x for x in (labels.get(table.part, ""), f"п. {point}" if point else "") if x)
                ids = []
                for name in responsible:
                    ids += [e for e in registry.resolve(name, "nomn", clause, make=False) if e not in ids]
                result.append(
                    Activity(
                        id=part_id(order, "activity", clause, one, term),
                        no=number or None,
                        direction=group or None,
                        event=event or None,
                        title=one,
                        responsible=tuple(responsible),
                        responsible_ids=tuple(str(registry.entries.index(e)) for e in ids),
                        executors=tuple(executors),
                        term_text=term or None,
                        due=_iso(due(term)),
                        periodicity=periodicity(term),
                        result=cell(table, row, "result") or None,
                        clause=clause,
                    )
                )
    return result


def place(table: Table, row: Row, labels: dict[int, str]) -> str:
    """The citation of a row by its own number («прил. 2, п. 4»)."""
    number = cell(table, row, "no").rstrip(". ")
    return ", ".join(x for x in (labels.get(table.part, ""), f"п. {number}" if number else "") if x)


def cell(table: Table, row: Row, name: Column) -> str:
    """The text of a row's cells in the columns of this name."""
    return " ".join(c for n, c in zip(table.columns, row.cells, strict=False) if n == name and c).strip()


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def due(term: str) -> date | None:
    """The day by which an activity is due: a date, the end of a month, quarter or year; None for what recurs or
    goes on."""
    if not term or periodicity(term) not in {"once", None}:
        return None
    if day := dates.find(term):
        return day
    if m := QUARTER.search(term):
        q = {"I": 1, "II": 2, "III": 3, "IV": 4}.get(m.group(1).upper()) or int(m.group(1))
        year = int(m.group(2))
        return date(year, q * 3, calendar.monthrange(year, q * 3)[1]) if 1900 < year < 2200 else None
    months = list(dates.MONTH_YEAR.finditer(term))
    if months:
        return dates.month_end(months[-1].group(0))
    if m := DURING.search(term):
        return date(int(m.group(1)), 12, 31) if 1900 < int(m.group(1)) < 2200 else None
    return None


def periodicity(term: str) -> Periodicity | None:
    """How often, by the words of the term; None when nothing is said."""
    low = term.lower()
    if not low.strip():
        return None
    if re.search(r"ежемесячн|раз в месяц", low):
        return "monthly"
    if re.search(r"ежекварталь|раз в квартал", low):
        return "quarterly"
    if re.search(r"(?:два|2)\s+раза?\s+в\s+год|раз в полугодие|каждое полугодие", low):
        return "semiannual"
    months = re.findall(dates.MONTH, low)
    years = len(set(re.findall(r"20\d\d", low)))
    if re.search(r"ежегодн|раз в год|каждый год", low):
        return "semiannual" if re.search(r"\(\s*\w+\s*,\s*\w+\s*\)", low) and len(months) == 2 else "annual"
    if re.search(r"по мере|при необходимости|по запрос|по отдельн|по согласован", low) and not months:
        return "as-needed"
    if re.search(
        r"постоянн|систематическ|весь период|всего периода|в течение (?:учебного )?года\b(?!\s*20)|регулярн|"
        r"в течение период",
        low,
    ) and not re.search(r"20\d\d", low):
        return "ongoing"
    if len(months) >= 2 and years >= 2 and not re.search(r"[–—-]", low):
        return "semiannual" if len(months) >= 2 * years and len(set(months)) > 1 else "annual"
    if re.search(r"\d", low):
        return "once"
    return None
