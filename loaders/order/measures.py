"""Indicators the text lists: items under «Показателями … являются:», names under a heading, targets told with them."""

from __future__ import annotations

import re

from loaders.morph import noun, verb, words
from loaders.order.bounds import PERIOD, told
from loaders.order.reading import Indicator, Observation, Target
from loaders.order.units import Unit
from ontology.ids import part_id

LIST = re.compile(r"показател(?:и|ями|ей|ям)\b|индикатор(?:ы|ами|ов)\b", re.I)
MEASURE = re.compile(
    r"^(?:дол[яи]|количеств|числ[оа]|процент|охват|удельн|средн|уров(?:ень|ня)|наличи|показател|выполнени|разработан|реализу|создан|отношени|индекс)",
    re.I,
)
# «Мониторинг проводится по следующим показателям:»
BY = re.compile(r"\bпо\s+(?:следующим\s+)?(?:[а-яё]+\s+)?(?:показателям|индикаторам)(?:\s+[а-яё]+){0,3}\s*:$", re.I)
# Under a heading of results or criteria only what is counted is an indicator.
COUNTED = re.compile(r"^(?:дол[яи]|количеств|числ[оае]|численност|процент|охват|удельн|средн)\w*\s", re.I)
LISTED = frozenset({"bullet", "item", "point", "plain"})


def from_lists(units: list[Unit], order: str, used: dict[int, str]) -> list[Indicator]:
    """Items under «Показателями … являются:»; a bracket «(к 2024 году – не менее 30 %)» is the target.

    A line «К концу 2026 года:» above items gives them the year by which their targets hold.
    """
    result: list[Indicator] = []
    lead: Unit | None = None
    kind, by = "", None
    for index, u in enumerate(units):
        text = u.text.strip()
        if _opens(u, text) and used.get(index) != "statement":
            lead, kind, by = u, "", _year(text)
            used[index] = "lead"
            continue
        listing = lead is not None and u.part == lead.part and u.number == lead.number and u.kind in LISTED
        child = lead is not None and _child(lead, u, text)
        if u.kind in {"clause", "chapter", "appendix"} and u.heading and _about(text) and not child:
            lead, kind, by = u, "", _year(text)
            continue
        if listing and text.endswith(":") and (year := _year(text)):
            kind, by = "", year
            used.setdefault(index, "lead")
            continue
        kind = kind or (u.kind if listing else "")
        named = lead is not None and bool(MEASURE.match(text)) and bool(LIST.search(lead.text))
        counted = u.kind != "plain" or text[-1:] in ";." or named or bool(COUNTED.match(text))
        fits = (listing and u.kind == kind and counted) or child
        if lead is not None and lead.heading and not (named or COUNTED.match(text)):
            fits = False
            if u.kind != "clause" and not u.heading:
                continue
        name, target, seen = told(text.rstrip(" ;."))
        if fits and (not re.search(r"[А-Яа-яЁё]{2}", text) or _sentence(name)):
            continue
        if not fits or used.get(index) in {"statement", "table"} or text.endswith(":") or lead is None:
            if u.kind not in {"row"} and not (listing and u.kind == "plain" and text[:1].islower()):
                lead = lead if listing or child else None
            continue
        used[index] = "indicator"
        if by and target is not None and target.period is None:
            target = target.model_copy(update={"period": by})
            seen = tuple(o.model_copy(update={"period": o.period or by}) for o in seen)
        result.append(_indicator(order, u, lead, name, text, target, seen))
    return result


def _opens(u: Unit, text: str) -> bool:
    """Whether a line opens a list of indicators («Показателями эффективности являются:»)."""
    return (
        u.kind in {"bullet", "item", "point", "plain", "clause"}
        and text.endswith(":")
        and bool(LIST.search(text))
        and (bool(BY.search(text)) or not re.match(r"^(?:методы|источник|анализ|мониторинг\b)", text, re.I))
    )


def _about(heading: str) -> bool:
    return bool(LIST.search(heading) or re.search(r"результат|критери|эффект", heading, re.I))


def _child(lead: Unit, u: Unit, text: str) -> bool:
    """Whether a clause stands under the lead by its number, or goes on after a lead without one."""
    if u.part != lead.part or u.kind != "clause":
        return False
    return u.number.startswith(lead.number + ".") if lead.number else bool(MEASURE.match(text))


def _year(text: str) -> str | None:
    return found.group(1) if (found := PERIOD.search(text)) else None


def _indicator(
    order: str, u: Unit, lead: Unit, name: str, text: str, target: Target | None, seen: tuple[Observation, ...]
) -> Indicator:
    return Indicator(
        id=part_id(order, "indicator", u.address, name),
        no=u.item or u.sub or None,
        group=lead.text.rstrip(":. ") or None,
        name=name,
        unit=unit_of(name, [text[len(name) :]]),
        observations=seen,
        target=target,
        clause=u.address,
    )


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
