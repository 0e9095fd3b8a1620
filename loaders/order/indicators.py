"""Indicators: rows of a table with values by period, or a list of names with targets in their wording."""

from __future__ import annotations

import re

from loaders.morph import noun, verb, words
from loaders.order import dates
from loaders.order.bounds import LIMIT, told
from loaders.order.reading import Indicator, Observation
from loaders.order.roadmap import cell
from loaders.order.tables import Table
from loaders.order.units import Unit
from ontology.ids import part_id

LIST = re.compile(r"показател(?:и|ями|ей|ям)\b|индикатор(?:ы|ами|ов)\b", re.I)
MEASURE = re.compile(
    r"^(?:дол[яи]|количеств|числ[оа]|процент|охват|удельн|средн|уров(?:ень|ня)|наличи|показател|выполнени|разработан|реализу|создан|отношени|индекс)",
    re.I,
)


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
            place = [labels.get(table.part, "")]
            if section and number and labels.get(table.part, "").startswith("форма"):
                place.append(f"разд. {sections}")
            if number:
                place.append(f"п. {number}")
            clause = ", ".join(x for x in place if x) or row.first.address
            cells = [(h, row.cells[i]) for i, h in values if i < len(row.cells) and row.cells[i]]
            unit = cell(table, row, "unit") or unit_of(name, [c for _, c in cells])
            seen = tuple(o for h, c in cells if (o := observation(h, c, since)) is not None)
            result.append(
                Indicator(
                    id=part_id(order, "indicator", clause, name),
                    no=number or None,
                    group=section or criterion or None,
                    name=name,
                    unit=unit,
                    observations=seen,
                    target=None,
                    clause=clause,
                )
            )
    return result


def from_lists(units: list[Unit], order: str, used: dict[int, str]) -> list[Indicator]:
    """Items under «Показателями … являются:»; a bracket «(к 2024 году – не менее 30 %)» is the target."""
    result: list[Indicator] = []
    lead: Unit | None = None
    kind = ""
    for index, u in enumerate(units):
        text = u.text.strip()
        if (
            u.kind in {"bullet", "item", "point", "plain", "clause"}
            and text.endswith(":")
            and LIST.search(text)
            and used.get(index) != "statement"
            and not re.match(r"^(?:методы|источник|анализ|мониторинг\b)", text, re.I)
        ):
            lead, kind = u, ""
            used[index] = "lead"
            continue
        listing = (
            lead is not None
            and u.part == lead.part
            and u.number == lead.number
            and u.kind in {"bullet", "item", "point", "plain"}
        )
        child = (
            lead is not None
            and u.part == lead.part
            and u.kind == "clause"
            and (u.number.startswith(lead.number + ".") if lead.number else bool(MEASURE.match(text)))
        )
        if (
            u.kind in {"clause", "chapter", "appendix"}
            and u.heading
            and (LIST.search(text) or re.search(r"результат", text, re.I))
            and not child
        ):
            lead, kind = u, ""
            continue
        kind = kind or (u.kind if listing else "")
        fits = (listing and u.kind == kind and (u.kind != "plain" or text[-1:] in ";.")) or child
        if (
            lead is not None
            and lead.heading
            and (not MEASURE.match(text) or not (LIST.search(lead.text) or LIMIT.search(text)))
        ):
            fits = False
            if u.kind != "clause" and not u.heading:
                continue
        if fits and (not re.search(r"[А-Яа-яЁё]{2}", text) or _sentence(text)):
            fits = False
            continue
        if not fits or used.get(index) in {"statement", "table"} or text.endswith(":") or lead is None:
            if u.kind not in {"row"} and not (listing and u.kind == "plain" and text[:1].islower()):
                lead = lead if listing or child else None
            continue
        used[index] = "indicator"
        name, target, seen = told(text.rstrip(" ;."))
        no = u.item or u.sub or None
        result.append(
            Indicator(
                id=part_id(order, "indicator", u.address, name),
                no=no,
                group=lead.text.rstrip(":. ") or None,
                name=name,
                unit=unit_of(name, [text[len(name) :]]),
                observations=seen,
                target=target,
                clause=u.address,
            )
        )
    return result


def unit_of(name: str, values: list[str]) -> str | None:
    """The unit by the values («58 %», «400 чел.»), else by the name («Доля …»)."""
    for v in values:
        if "%" in v or "процент" in v:
            return "%"
        if re.search(r"\bчел", v):
            return "чел."
    if re.match(r"^(?:дол[яи]|процент|удельн|охват)", name, re.I):
        return "%"
    if re.match(
        r"^(?:количеств|числ)\w*\s+(?:педагог|учител|работник|методист|наставник|руковод|тьютор|молод|эксперт)",
        name,
        re.I,
    ):
        return "чел."
    if re.match(r"^(?:количеств|числ)", name, re.I):
        return "ед."
    return None


def _sentence(text: str) -> bool:
    """Whether an item says something of the indicators instead of naming one («Показатели выступают по …»)."""
    found = words(re.split(r"[,(:;]", text, maxsplit=1)[0])
    if not found or noun(found[0].lower(), "nomn") is None:
        return False  # «разработан и реализуется план» is an indicator of presence
    return any(verb(w) for w in found[1:] if w.islower())


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
