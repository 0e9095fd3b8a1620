"""Road maps: rows of a table of activities, with responsible subjects, executors, terms as dates and periodicity."""

from __future__ import annotations

import calendar
import re
from datetime import date

from loaders.order import dates
from loaders.order.cells import people, titles
from loaders.order.columns import Column
from loaders.order.reading import Activity, Periodicity
from loaders.order.registry import Registry
from loaders.order.tables import Row, Table
from ontology.ids import part_id

_ONE = r"(?:IV|III|II|I|[1-4])(?:\s*-?\s*(?:й|ый|ой|го|ом))?"
QUARTER = re.compile(rf"(?<![\w.])({_ONE}(?:\s*(?:[-–—,]|и)\s*{_ONE})*)\s*(?:квартал|кв\b)", re.I)
HALF = re.compile(r"(?<![\w.])(II|I|[12]|перв\w+|втор\w+)(?:\s*-?\s*(?:е|ое|го|ого))?\s+полугоди", re.I)
SCHOOL_YEAR = re.compile(r"(20\d\d)\s*[-–—/]\s*(20\d\d|\d\d)\s*(?:уч\.|учебн)", re.I)
YEARS = re.compile(
    r"(?:в\s+(?:течени[еи]|период)\s+)?(?:с\s+)?20\d\d(?:\s*(?:[-–—,]|и|по|год[а-я]*)\s*)*(?:20\d\d)?\s*(?:гг?\.?|год[а-я]*)?",
    re.I,
)
DURING = re.compile(
    r"(?:в\s+течени[еи]|на\s+протяжении|до\s+конца|к\s+концу|в)\s+(\d{4})\s*(?:учебн\w+\s*)?(?:г\b|год)", re.I
)


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
    """The day by which an activity is due: a date, the end of a month, quarter, half-year, season or year; None for
    what recurs or goes on."""
    if not term or periodicity(term) not in {"once", None}:
        return None
    if day := dates.last(term):
        return day
    year = max((int(y) for y in re.findall(r"\b(20\d\d)\b", term)), default=0)
    if m := SCHOOL_YEAR.search(term):
        first, second = int(m.group(1)), m.group(2)
        return date(int(second) if len(second) == 4 else first // 100 * 100 + int(second), 8, 31)
    if year and (quarters := _quarters(term)):
        return _end(year, 3 * quarters[-1])
    if year and (halves := [m.group(1) for m in HALF.finditer(term)]):
        return _end(year, 12 if re.match(r"(?:II|2|втор)", halves[-1], re.I) else 6)
    months = list(dates.MONTH_YEAR.finditer(term))
    if months:
        return dates.month_end(months[-1].group(0))
    if year and (m := re.search(r"\b(лет[оа]|весн[аы]|осень|осени)\b", term, re.I)):
        return _end(year, {"ле": 8, "ве": 5, "ос": 11}[m.group(1).lower()[:2]])
    if YEARS.fullmatch(term.strip()) or DURING.search(term):
        return date(year, 12, 31)
    return None


def _end(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def _quarters(term: str) -> list[int]:
    """The quarters a term names, in order («I-II кв.», «III и IV квартал», «4 квартал»)."""
    found: list[int] = []
    for m in QUARTER.finditer(term):
        for part in re.findall(r"IV|III|II|I|[1-4]", m.group(1).upper()):
            found.append({"I": 1, "II": 2, "III": 3, "IV": 4}.get(part) or int(part))
    return found


def periodicity(term: str) -> Periodicity | None:
    """How often, by the words of the term; None when nothing is said."""
    low = term.lower()
    if not low.strip():
        return None
    if re.search(r"(?:далее|затем)\W+(?:\w+\s+)?(?:постоянн|ежегодн|регулярн)", low):
        return "annual" if "ежегодн" in low else "ongoing"
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
