"""Indicators: rows of a table with values by period, or a list; targets and norms in their wording."""

from __future__ import annotations

import re

from loaders.morph import words
from loaders.order import dates
from loaders.order.reading import Indicator, Norm, Observation, Target
from loaders.order.roadmap import cell
from loaders.order.tables import Table
from loaders.order.units import Unit
from ontology.ids import part_id

LIST = re.compile(r"показател(?:и|ями|ей|ям)\b|индикатор(?:ы|ами|ов)\b", re.I)
MEASURE = re.compile(
    r"^(?:дол[яи]|количеств|числ[оа]|процент|охват|удельн|средн|уров(?:ень|ня)|наличи|показател|выполнени|разработан|реализу|создан|отношени|индекс)",
    re.I,
)
LIMIT = re.compile(
    r"не\s+(более|менее|ниже|выше|свыше|реже|чаще|превыша\w+)\s+(?:чем\s+)?(?:в\s+|до\s+)?(\d+(?:[.,]\d+)?|одн\w+|двух|двое|тр[её]х|четыр[её]х|пяти|десяти)\s*"
    r"(%|процент\w*|чел(?:\.|овек\w*)|педагог\w*(?:\s+работник\w*)?|учител\w*|раз[а]?(?:\s+в\s+[а-яё]+)?|лет|год\w*|ед(?:\.|иниц\w*)|час\w*|программ\w*|[а-яё]+)?",
    re.I,
)
SMALL = {"одн": 1, "дву": 2, "дво": 2, "тре": 3, "трё": 3, "чет": 4, "пят": 5, "дес": 10}
PERIOD = re.compile(r"\b(?:к|до|на|в)\s+(?:концу\s+)?(20\d\d)\s*(?:г|год)", re.I)


def from_tables(tables: list[Table], labels: dict[int, str], order: str) -> list[Indicator]:
    """The rows of all indicator tables."""
    result = []
    for table in tables:
        if table.kind != "indicators":
            continue
        values = [(i, h) for i, (c, h) in enumerate(zip(table.columns, table.header, strict=False)) if c == "value"]
        criterion, section, sections = "", "", 0
        for row, group in table.records():
            if group != section:
                section, sections = group, sections + 1
            own = cell(table, row, "criterion")
            name = cell(table, row, "name") or own
            if "name" in table.columns and own:
                criterion = own
            if not name or (name == own and not any(row.cells[i] for i, _ in values if i < len(row.cells))):
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
            seen = tuple(o for h, c in cells if (o := observation(h, c)) is not None)
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
        if not fits or used.get(index) in {"statement", "table"} or text.endswith(":") or lead is None:
            if u.kind not in {"row"} and not (listing and u.kind == "plain" and text[:1].islower()):
                lead = lead if listing or child else None
            continue
        used[index] = "indicator"
        name, target = bracketed(text.rstrip(" ;."))
        no = u.item or u.sub or None
        result.append(
            Indicator(
                id=part_id(order, "indicator", u.address, name),
                no=no,
                group=lead.text.rstrip(":. ") or None,
                name=name,
                unit=unit_of(name, [text[len(name) :]]),
                target=target,
                clause=u.address,
            )
        )
    return result


def bracketed(text: str) -> tuple[str, Target | None]:
    """Split the wording of an indicator from the target in its closing bracket or after a dash."""
    found = re.search(r"\s*\(([^()]*(?:\d|ежегодн)[^()]*)\)$", text) or re.search(
        r"\s+[–—-]\s+((?:не\s+(?:менее|более|ниже|выше)|к\s+20\d\d|\d).*)$", text
    )
    if not found:
        return text, target_of(text)
    target = target_of(found.group(1))
    if target is None and not re.search(r"ежегодн", found.group(1)):
        return text, None
    return text[: found.start()].strip(" ,"), target


def target_of(text: str) -> Target | None:
    """«к 2024 году – не менее 30 %» → >= 30, 2024."""
    limit = LIMIT.search(text)
    if not limit:
        return None
    return Target(
        op=op_of(limit.group(1)),
        value=number_of(limit.group(2)),
        period=m.group(1) if (m := PERIOD.search(text)) else None,
    )


def op_of(word: str) -> str:  # type: ignore[explicit-any]
    """«более» (after «не») bounds from above, «менее», «реже» from below."""
    return "<=" if word.lower().startswith(("боле", "выше", "свыше", "чаще", "превыш")) else ">="


def number_of(text: str) -> float:
    """A number in digits or one of the small number words."""
    low = text.lower()
    return float(SMALL[low[:3]]) if low[:3] in SMALL else float(low.replace(",", "."))


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


def observation(header: str, text: str) -> Observation | None:
    """One cell: its period from the header, its number if it has one; None for a cell that only names the unit."""
    if not re.search(r"\w", text.replace("%", "")):
        return None
    low = header.lower()
    year = re.search(r"20\d\d", low)
    month = dates.month_end(header)
    plan = bool(re.search(r"план|прогноз|целев|цель", low)) or (
        bool(re.match(r"^\D*20\d\d\D*$", low))
        and not re.search(r"факт|достигнут|базов|январ|значени", low)
        and "20" in low
        and "план" in low
    )
    period = f"{month.year}-{month.month:02d}" if month and not plan else year.group(0) if year else None
    value = re.search(r"-?\d+(?:[.,]\d+)?", text.replace(" ", ""))
    return Observation(
        period=period,
        kind="plan" if plan else "actual",
        value=float(value.group(0).replace(",", ".")) if value else None,
        text=text,
    )


def norms(units: list[Unit], found: list[Indicator]) -> list[Norm]:
    """Bounds the act sets: targets of indicators, and «не более …», «не менее …» in sentences."""
    result = [
        Norm(metric=i.name, op=i.target.op, value=i.target.value, unit=i.unit, period=i.target.period, clause=i.clause)
        for i in found
        if i.target
    ]
    taken = {i.clause + i.name[:30] for i in found if i.target}
    for u in units:
        if u.kind in {"row", "appendix"}:
            continue
        for sentence in re.split(r"(?<=[а-яё);])[.;]\s+", u.text):
            limit = LIMIT.search(sentence)
            if not limit or any(
                c.startswith(u.address) and sentence.startswith(c[len(u.address) :][:20]) for c in taken
            ):
                continue
            if re.search(r"не\s+(?:позднее|менее|более)\s+(?:чем\s+)?за\s+\d+", sentence) or (
                "возраст" in sentence.lower() and limit.group(2) == "35"
            ):
                continue
            metric = re.sub(r"\s+", " ", (sentence[: limit.start()] + sentence[limit.end() :])).strip(" ,;.–-()")
            if len(words(metric)) < 2:
                continue
            result.append(
                Norm(
                    metric=metric,
                    op=op_of(limit.group(1)),
                    value=number_of(limit.group(2)),
                    unit=(limit.group(3) or "").strip() or None,  # type: ignore[arg-type]
                    period=m.group(1) if (m := PERIOD.search(sentence)) else None,
                    clause=u.address,
                )
            )
    return result
