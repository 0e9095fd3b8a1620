"""Tables of an invented act: as tabs, pipes or columns of fixed width, and what stands in them."""

from __future__ import annotations

import calendar
import random
from datetime import date
from typing import Any

from tests.variants import words as w
from tests.variants.papers import Paper
from tests.variants.style import Style
from tests.variants.world import Body

MONTHS = tuple(
    tuple(names.split())
    for names in (
        "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
        "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
    )
)
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
WIDEST = 24  # of a column, in characters


def day(chance: random.Random, year: int) -> tuple[str, str | None, str]:
    """A term as written, its last day (ISO) and its periodicity."""
    month = chance.randint(1, 12)
    number = chance.randint(1, 28)
    last = date(year, month, calendar.monthrange(year, month)[1])
    quarter = (month - 1) // 3 + 1
    ends = date(year, quarter * 3, calendar.monthrange(year, quarter * 3)[1])
    return chance.choice(
        [
            (f"до {number} {MONTHS[0][month - 1]} {year} года", date(year, month, number).isoformat(), "once"),
            (f"{number:02}.{month:02}.{year}", date(year, month, number).isoformat(), "once"),
            (f"{MONTHS[1][month - 1]} {year} года", last.isoformat(), "once"),
            (f"{ROMAN[quarter - 1]} квартал {year} года", ends.isoformat(), "once"),
            (f"в течение {year} года", f"{year}-12-31", "once"),
            ("постоянно", None, "ongoing"),
            ("в течение всего периода", None, "ongoing"),
            (f"ежегодно ({MONTHS[1][month - 1]})", None, "annual"),
            ("ежеквартально", None, "quarterly"),
        ]
    )


def table(paper: Paper, style: Style, header: list[str], rows: list[list[str]]) -> None:
    """Write a table as the style has it; a row of one cell goes over the whole width."""
    halves = [rows[: len(rows) // 2], rows[len(rows) // 2 :]] if style.repeat_header and len(rows) > 5 else [rows]
    widths = [
        min(WIDEST, max(len(row[i]) for row in [header, *(r for r in rows if len(r) > 1)])) for i in range(len(header))
    ]
    for part in halves:
        for number, row in enumerate([header, *part]):
            cells = row if len(row) > 1 else [row[0], *[""] * (len(header) - 1)]
            if style.table == "tabs":
                paper.put("\t".join(cells).rstrip("\t") if len(row) == 1 else "\t".join(cells), gap=False)
            elif style.table == "pipes":
                paper.put("| " + " | ".join(cells) + " |", gap=False)
                if not number:
                    paper.put("|" + "---|" * len(header), gap=False)
            else:
                paper.put(*_fixed(cells, widths, len(row) == 1), gap=False)
        paper.put("", gap=False)


def _fixed(cells: list[str], widths: list[int], over: bool) -> list[str]:
    """A row in columns of fixed width, its cells folded."""
    if over:
        return [cells[0], ""]
    folded = [_fold(cell, width) for cell, width in zip(cells, widths, strict=True)]
    height = max(map(len, folded))
    lines = [
        "   ".join(
            (lines[n] if n < len(lines) else "").ljust(width) for lines, width in zip(folded, widths, strict=True)
        )
        for n in range(height)
    ]
    return [*(line.rstrip() for line in lines), ""]


def _fold(cell: str, width: int) -> list[str]:
    lines = [""]
    for word in cell.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > width:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def roadmap(
    paper: Paper, style: Style, chance: random.Random, bodies: list[Body], rows: int, years: tuple[int, ...]
) -> None:
    """Write the road map; its rows name bodies by what the act calls them."""
    known = [b for b in bodies if b.short]
    columns = ["№ п/п", "Мероприятие", "Срок", "Ответственный", "Результат"]
    if style.columns == "who-first":
        columns[2], columns[3] = columns[3], columns[2]
    lines: list[list[str]] = []
    titles = set[str]()
    number = 0
    for year in years:
        if style.years:
            lines.append([f"{year} год"])
        for _ in range(rows // len(years)):
            area = chance.choice(w.FIELDS)
            verb, thing = chance.choice(area.verbs), chance.choice(area.things)
            title = f"{verb.noun} {thing.genitive} {chance.choice(area.tails)}"
            title = title[0].upper() + title[1:]
            if title in titles:
                continue
            titles.add(title)
            number += 1
            who = chance.sample(known, min(len(known), chance.choice((1, 1, 2))))
            term, due, often = day(chance, year)
            named = ", ".join(b.call for b in who)
            result = chance.choice(w.RESULTS)
            middle = [named, term] if style.columns == "who-first" else [term, named]
            lines.append([f"{number}.", title, *middle, result])
            paper.truth["roadmap"].append(
                {"no": str(number), "direction": None, "event": None, "activity": title, "term": term, "due": due,
                 "responsible": [b.call for b in who], "executors": [], "periodicity": often, "result": result}
            )  # fmt: skip
    table(paper, style, columns, lines)


def indicators(paper: Paper, style: Style, chance: random.Random, year: int, clause: str) -> None:
    """Write the indicators: a list of names, or a table with values by year."""
    chosen = chance.sample(w.INDICATORS, chance.randint(4, len(w.INDICATORS)))
    if style.indicators == "list":
        for number, (name, _) in enumerate(chosen, 1):
            paper.put(f"{number}. {name}.", gap=False)
            paper.truth["indicators"].append(_indicator(number, name, None, {}, clause))
        paper.put("", gap=False)
        return
    rows = []
    for number, (name, unit) in enumerate(chosen, 1):
        first = chance.randint(10, 60)
        values = [first, first + chance.randint(1, 15), first + chance.randint(16, 39)]
        shown = [f"{v}%" if unit == "%" else str(v) for v in values]
        rows.append([f"{number}.", name, unit, *shown])
        keys = (f"{year - 1}", f"{year}-plan", f"{year + 1}-plan")
        paper.truth["indicators"].append(_indicator(number, name, unit, dict(zip(keys, shown, strict=True)), clause))
    header = [
        "№",
        "Наименование показателя",
        "Единица измерения",
        f"{year - 1} год (факт)",
        f"{year} год (план)",
        f"{year + 1} год (план)",
    ]
    table(paper, style, header, rows)


def _indicator(number: int, name: str, unit: str | None, values: dict[str, str], clause: str) -> dict[str, Any]:
    return {
        "no": str(number),
        "group": None,
        "name": name,
        "unit": unit,
        "values": values,
        "target": None,
        "clause": clause,
    }
