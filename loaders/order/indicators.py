"""Indicators: rows of a table with values by period."""

from __future__ import annotations

import re

from loaders.order import dates
from loaders.order.bounds import target_of, told
from loaders.order.measures import unit_of
from loaders.order.numbers import number_of
from loaders.order.reading import Indicator, Observation, Target
from loaders.order.roadmap import cell
from loaders.order.tables import Table
from ontology.ids import part_id


def from_tables(tables: list[Table], labels: dict[int, str], order: str, year: int | None = None) -> list[Indicator]:
    """The rows of all indicator tables; `year` is the year of the act, before which a bare year tells what was."""
    result = []
    for table in tables:
        if table.kind != "indicators":
            continue
        values = [(i, h) for i, (c, h) in enumerate(zip(table.columns, table.header, strict=False)) if c == "value"]
        headers = [h.lower() for _, h in values]
        since = 0 if any(re.search(r"факт|базов|достигнут|текущ", h) for h in headers) else year
        criterion, section, sections = "", "", 0
        for row, group in table.records():
            if group != section:
                section, sections = group, sections + 1
            own = cell(table, row, "criterion")
            name = cell(table, row, "name") or own
            if "name" in table.columns and own:
                criterion = own
            if not re.search(r"[А-Яа-яЁё]", name) or (
                name == own and not any(row.cells[i] for i, _ in values if i < len(row.cells))
            ):
                continue
            number = cell(table, row, "no").rstrip(". ")
            inside = number and row.first.number and row.first.kind == "row" and not section
            place = [row.first.address if inside else labels.get(table.part, "")]
            if section and number and labels.get(table.part, "").startswith("форма"):
                place.append(f"разд. {sections}")
            if number:
                place.append(f"п. {number}")
            clause = ", ".join(x for x in place if x) or row.first.address
            name, told_target, told_values = told(name) if not values else (name, None, ())
            cells = [(h, row.cells[i]) for i, h in values if i < len(row.cells) and row.cells[i]]
            unit = cell(table, row, "unit") or unit_of(name, [c for _, c in cells])
            seen = tuple(o for h, c in cells if (o := observation(h, c, since)) is not None) or told_values
            result.append(
                Indicator(
                    id=part_id(order, "indicator", clause, name),
                    no=number or None,
                    group=section or criterion or None,
                    name=name,
                    unit=unit,
                    observations=seen,
                    target=told_target or _target(cells, cell(table, row, "term")),
                    clause=clause,
                )
            )
    return result


def _target(cells: list[tuple[str, str]], term: str) -> Target | None:
    """What the column «Целевое значение» sets, with the year of its head or of the term beside it."""
    aims = [(h, c) for h, c in cells if re.search(r"целев|^цель$", h, re.I)]
    if len(aims) != 1:
        return None
    header, said = aims[0]
    year = re.search(r"20\d\d", f"{header} {said} {term}")
    period = year.group(0) if year else None
    if (bound := target_of(said)) is not None:
        return bound.model_copy(update={"period": bound.period or period})
    plain = re.fullmatch(r"(\d{1,3}(?:\s\d{3})+|\d+(?:[.,]\d+)?)\s*(?:%|[а-я]{2,10}\.?)?", said.strip())
    return Target(op="=", value=number_of(plain.group(1)), period=period) if plain else None


def observation(header: str, text: str, since: int | None = None) -> Observation | None:
    """One cell: its period from the header, its number if it has one; None for a cell that only names the unit.

    A bare year from `since` on tells a plan; a bound («не менее 10») and a range («15-20») are plans too. A range keeps
    its text and has no single number.
    """
    if not re.search(r"\w", text.replace("%", "")):
        return None
    low = header.lower()
    year = re.search(r"20\d\d", low)
    month = dates.month_end(header)
    bound = bool(re.search(r"не\s+(?:менее|более|ниже|выше)", text, re.I))
    several = bool(re.match(r"^\s*\d+(?:[.,]\d+)?\s*[-–—]\s*\d", text))
    told_so = bool(re.search(r"факт|достигнут|базов|текущ|исходн", low))
    plan = not told_so and (
        bool(re.search(r"план|прогноз|целев|цель|ожидаем", low))
        or bound
        or several
        or bool(year and since is not None and int(year.group(0)) >= since and not month)
    )
    period = f"{month.year}-{month.month:02d}" if month and not plan else year.group(0) if year else None
    value = None if several else re.search(r"-?\d+(?:[.,]\d+)?", re.sub(r"(?<=\d)\s(?=\d{3}\b)", "", text))
    return Observation(
        period=period,
        kind="plan" if plan else "actual",
        value=float(value.group(0).replace(",", ".")) if value else None,
        text=text,
    )
