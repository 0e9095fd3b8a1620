"""What the wording of an indicator tells beside its name: «… – не менее 35 % к 2034 году», «(2031 год – 10 %)»."""

from __future__ import annotations

import re
from typing import Final, Literal

from loaders.order.numbers import BOUND as LIMIT
from loaders.order.numbers import NUMBER, number_of, op_of
from loaders.order.reading import Observation, Target
from loaders.order.wordings import table

PERIOD = re.compile(r"\b(?:к|до|на|в)\s+(?:концу\s+)?(20\d\d)\s*(?:г|год)", re.I)
BY_YEAR = re.compile(
    r"(20\d\d)\s*(?:г(?:\.|од[а-я]*)?)?\s*[-–—:]\s*((?:не\s+(?:менее|более|ниже|выше)\s+|до\s+)?\d+(?:[.,]\d+)?\s*(?:%|процент\w*|чел\w*\.?|ед\w*\.?)?)",
    re.I,
)
PLAIN = re.compile(
    r"^(\d+(?:[.,]\d+)?)\s*(%|процент\w*|чел\w*\.?|ед\w*\.?|шт\.?)?(?:\s+(?:к|в|до)\s+(?:концу\s+)?20\d\d\s*(?:г\.?|год[а-я]*))?$",
    re.I,
)
# Words between an indicator's name and its bound: «…, к 2034 году составит не менее».
LINK = re.compile(
    r"(?:[\s,(:–—-]|\b(?:к|до|в)\s+(?:концу\s+)?20\d\d\s*(?:г\.|год[а-я]*)|\b(?:составит|составят|составляет|достигнет|"
    r"достигает|увеличится|возраст[её]т|вырастет|снизится|будет|будут|долж\w+(?:\s+(?:составить|составлять|быть|достичь))?|"
    r"целев\w+|планов\w+|значени\w+|на\s+уровне|до|ежегодно)(?![а-яё]))+$",
    re.I,
)
_SAID = table("numbers", "reached")
# What a verb of change bounds: what grows is at least at the level it reaches, what falls at most.
VERBS: Final[dict[Literal["<=", ">=", "="], frozenset[str]]] = {
    ">=": frozenset(_SAID["grows"]),
    "<=": frozenset(_SAID["falls"]),
    "=": frozenset(_SAID["is"]),
}
TOLD: Final = "|".join(
    v.replace("е", "[её]") for forms in VERBS.values() for v in sorted(forms, key=lambda v: (-len(v), v))
)
# What is to be reached, told by a verb: «достигнет 5», «снизится до 10 %».
REACHES = re.compile(
    r"[\s,]+(?:(?:к|до|в)\s+(?:концу\s+)?20\d\d\s*(?:г\.|год[а-я]*)\s+)?"
    rf"(?P<verb>{TOLD})\s+(?:до\s+|уровня\s+|значения\s+)*{NUMBER}\s*(?P<unit>%|процент\w*|[а-яё]+\.?)?"
    r"(?:\s+(?:к|до|в)\s+(?:концу\s+)?20\d\d\s*(?:г\.?|год[а-я]*))?$",
    re.I,
)


def told(text: str) -> tuple[str, Target | None, tuple[Observation, ...]]:
    """Split the wording of an indicator from what it tells: values by year, a target in brackets or after a dash.

    «доля школ (2031 год – 10 %, 2032 год – 20 %)» → the name and two planned values; «доля школ – 100 %» → the name,
    the target and the same as a plan.
    """
    tail = re.search(r"[,\s]*\(([^()]*20\d\d[^()]*)\)$", text) or re.search(r"\s*[:–—-]\s+(20\d\d\s.*)$", text)
    pairs = BY_YEAR.findall(tail.group(1)) if tail else []
    if tail and pairs and (len(pairs) > 1 or not LIMIT.search(tail.group(1))):
        seen = tuple(
            Observation(period=year, kind="plan", value=number_of(re.sub(r"[^\d.,]", "", value)), text=value.strip())
            for year, value in pairs
        )
        return text[: tail.start()].strip(" ,–—-"), None, seen
    name, target, said = _bracketed(text)
    if target is None or name == text:
        return name, target, ()
    value = m.group(0) if (m := LIMIT.search(said)) else re.sub(r"\s+(?:к|в|до)\s+(?:концу\s+)?20\d\d.*$", "", said)
    return name, target, (Observation(period=target.period, kind="plan", value=target.value, text=value.strip()),)


def _bracketed(text: str) -> tuple[str, Target | None, str]:
    if reached := REACHES.search(text):
        said = text[reached.start() :].strip(" ,")
        period = by.group(1) if (by := PERIOD.search(said)) else None
        level = Target(op=_reached(reached["verb"]), value=number_of(reached[2]), period=period)
        return text[: reached.start()].strip(" ,(–—-"), level, text[reached.start(2) :]
    found = re.search(r"\s*\(([^()]*(?:\d|ежегодн)[^()]*)\)$", text) or re.search(
        r",?\s+[–—-]\s+((?:не\s+(?:менее|более|ниже|выше)|к\s+20\d\d|\d).*)$", text
    )
    if not found or not PLAIN.match(found.group(1)):
        cut = _linked(text)
        if cut is not None:
            return text[: cut[0]].strip(" ,(–—-"), target_of(text[cut[0] :]), text[cut[1] :].strip(" )")
    if not found:
        return text, None, ""
    said = found.group(1).strip()
    target = target_of(said)
    if target is not None and target.period is None and (by := PERIOD.search(text)):
        target = target.model_copy(update={"period": by.group(1)})
    if target is None and (plain := PLAIN.match(said)):
        period = m.group(0) if (m := re.search(r"20\d\d", said)) else None
        target = Target(op="=", value=number_of(plain.group(1)), period=period)
    if target is None and not re.search(r"ежегодн", said):
        return text, None, ""
    return text[: found.start()].strip(" ,"), target, said


def _linked(text: str) -> tuple[int, int] | None:
    """Where the name of an indicator ends and where the bound begins that its last words set; None without one.

    A bound within the name («педагогов со стажем не более 3 лет, охваченных …») says who is counted.
    """
    for limit in LIMIT.finditer(text):
        before = text[max(0, limit.start() - 120) : limit.start()]
        link = LINK.search(before)
        if link is None or not link.start() or re.search(r"(?:стаж|возраст)\w*(?:\s+\w+){0,2}\s*$", before):
            continue
        rest = re.sub(r"(?:^|\s)(?:к|до|в)\s+(?:концу\s+)?20\d\d\s*(?:г\.|год[а-я]*)?", "", text[limit.end() :])
        if link.group(0).strip() or len(rest.strip(" .;,)")) <= 25:
            return limit.start() - len(link.group(0)), limit.start()
    return None


def _reached(verb: str) -> Literal["<=", ">=", "="]:
    """What grows to a level is to be at least there, what falls at most."""
    low = verb.lower().replace("ё", "е")
    return next((op for op, forms in VERBS.items() if low in forms), "=")


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
