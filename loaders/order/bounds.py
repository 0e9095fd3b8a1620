"""Bounds in an act's wording: «не менее 35 % к 2024 году», «на одного методиста не более 250 педагогов»."""

from __future__ import annotations

import re
from typing import Literal

from loaders.morph import adjective, infinitive, noun, parses, verb, words
from loaders.order.reading import Indicator, Norm, Observation, Target
from loaders.order.units import Unit

LIMIT = re.compile(
    r"не\s+(более|менее|ниже|выше|свыше|реже|чаще|превыша\w+)\s+(?:чем\s+)?(?:в\s+|до\s+|на\s+)?(\d+(?:[.,]\d+)?|одн\w+|двух|двое|тр[её]х|четыр[её]х|пяти|десяти)\s*"
    r"(%|процент\w*|чел(?:\.|овек\w*)|педагог\w*(?:\s+работник\w*)?|учител\w*|раз[а]?(?:\s+в\s+(?:(?:\d+|два|две|три|четыре|пять)\s+)?[а-яё]+)?|лет|год\w*|ед(?:\.|иниц\w*)|час\w*|программ\w*|[а-яё]+)?",
    re.I,
)
SMALL = {"одн": 1, "дву": 2, "дво": 2, "тре": 3, "трё": 3, "чет": 4, "пят": 5, "дес": 10}
PERIOD = re.compile(r"\b(?:к|до|на|в)\s+(?:концу\s+)?(20\d\d)\s*(?:г|год)", re.I)
BY_YEAR = re.compile(
    r"(20\d\d)\s*(?:г(?:\.|од[а-я]*)?)?\s*[-–—:]\s*((?:не\s+(?:менее|более|ниже|выше)\s+|до\s+)?\d+(?:[.,]\d+)?\s*(?:%|процент\w*|чел\w*\.?|ед\w*\.?)?)",
    re.I,
)
PLAIN = re.compile(
    r"^(\d+(?:[.,]\d+)?)\s*(%|процент\w*|чел\w*\.?|ед\w*\.?|шт\.?)?(?:\s+(?:к|в|до)\s+20\d\d\s*(?:г\.?|год[а-я]*))?$",
    re.I,
)
# Whom a bound is set for each («на одного регионального методиста», «за тьютором»).
EACH = re.compile(
    r"(?:на|за|к)?\s*(?:одн\w+|1|кажд\w+)?\s*((?:региональн|муниципальн|школьн|сетев)\w+\s+)?(методист|тьютор|наставник|куратор)(?:а|у|ом|е|ами?|ов)?\b",
    re.I,
)
MEASURED = re.compile(r"^(?:дол[яи]|количеств|числ[оа]|численност|охват|процент|удельн|средн)\w*\s", re.I)
SERVED = re.compile(
    r"^\W*(педагогическ\w+\s+работник\w*|педагог\w*|учител\w*|наставляем\w*|молод\w+\s+(?:педагог|специалист)\w*|работник\w*|человек\w*)",
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
    value = m.group(0) if (m := LIMIT.search(said)) else re.sub(r"\s+(?:к|в|до)\s+20\d\d.*$", "", said)
    return name, target, (Observation(period=target.period, kind="plan", value=target.value, text=value.strip()),)


def _bracketed(text: str) -> tuple[str, Target | None, str]:
    found = re.search(r"\s*\(([^()]*(?:\d|ежегодн)[^()]*)\)$", text) or re.search(
        r",?\s+[–—-]\s+((?:не\s+(?:менее|более|ниже|выше)|к\s+20\d\d|\d).*)$", text
    )
    if not found:
        return text, target_of(text), ""
    said = found.group(1).strip()
    target = target_of(said)
    if target is None and (plain := PLAIN.match(said)):
        period = m.group(0) if (m := re.search(r"20\d\d", said)) else None
        target = Target(op="=", value=number_of(plain.group(1)), period=period)
    if target is None and not re.search(r"ежегодн", said):
        return text, None, ""
    return text[: found.start()].strip(" ,"), target, said


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


def op_of(word: str) -> Literal["<=", ">="]:
    """«более» (after «не») bounds from above, «менее», «реже» from below."""
    return "<=" if word.lower().startswith(("боле", "выше", "свыше", "чаще", "превыш")) else ">="


def number_of(text: str) -> float:
    """A number in digits or one of the small number words."""
    low = text.lower()
    return float(SMALL[low[:3]]) if low[:3] in SMALL else float(low.replace(",", ".").strip(". "))


def norms(units: list[Unit], found: list[Indicator]) -> list[Norm]:
    """Bounds the act sets: targets of indicators, and «не более …», «не менее …» in sentences that say of what."""
    result = [
        Norm(metric=i.name, op=i.target.op, value=i.target.value, unit=i.unit, period=i.target.period, clause=i.clause)
        for i in found
        if i.target and i.target.op != "="
    ]
    taken = {i.clause + i.name[:30] for i in found if i.target or i.observations}
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
            if metric := bounded(sentence, limit):
                result.append(
                    Norm(
                        metric=metric,
                        op=op_of(limit.group(1)),
                        value=number_of(limit.group(2)),
                        unit=_unit(sentence, limit),
                        period=m.group(1) if (m := PERIOD.search(sentence)) else None,
                        clause=u.address,
                    )
                )
    return result


def bounded(sentence: str, limit: re.Match[str]) -> str | None:
    """What a sentence bounds, as a phrase that reads by itself; None when the wording gives none.

    People per methodist, tutor or mentor are named alike whatever the wording («на одного методиста приходится не
    более 250 педагогов», «не более чем на 250 педагогов один методист»).
    """
    before, after = sentence[: limit.start()], sentence[limit.end() :]
    thing = sentence[limit.end(2) :]
    if people := SERVED.match(thing):
        rest = before + " " + thing[people.end() :]
        each = EACH.search(rest)
        if each and (
            re.search(r"приход|закрепл|сопровожд|не\s+более", sentence, re.I) or "одн" in each.group(0).lower()
        ):
            return f"{people.group(1)} на одного {_genitive(each)}"
    whole = before.strip(" ,;:(–—-")
    phrase = whole if MEASURED.match(whole) else re.split(r"[,;:(–—]", whole)[-1].strip()
    phrase = re.sub(r"\s+(?:составляет|составляют|должн\w+(?:\s+\w+)?|в\s+количестве|в\s+размере|из)$", "", phrase)
    if MEASURED.match(phrase):
        return phrase
    found = words(phrase)
    while found and any(p.tag.POS == "PRTF" for p in parses(found[0])[:2]):
        phrase = phrase[phrase.index(found[0]) + len(found[0]) :].strip()
        found = words(phrase)
    return phrase if _readable(found) and not re.search(r"\(", after.split(".")[0]) else None


def _readable(found: list[str]) -> bool:
    """Whether the words make a phrase: not too long, a noun in it, a finite verb only with its subject before it."""
    if (
        not found
        or len(found) > 14
        or re.match(r"обязан|должн|должен|вправе", found[-1].lower())
        or not any(len(w) > 2 for w in found)
    ):
        return False
    low = [w.lower() for w in found]
    if any(p.tag.POS in {"NPRO", "PREP", "CONJ"} for p in parses(low[0])[:1]):
        return False
    if infinitive(low[0]):
        return any(noun(w) is not None for w in low[1:])
    at = next((i for i, w in enumerate(low) if verb(w) and noun(w) is None), None)
    if at is not None:
        return any(noun(w, "nomn") is not None for w in low[:at]) and at == len(low) - 1
    opens = any(p.tag.case == "nomn" for p in parses(low[0]) if p.tag.POS in {"NOUN", "ADJF", "PRTF"})
    return opens and any(noun(w) is not None and adjective(w) is None for w in low)


def _genitive(each: re.Match[str]) -> str:
    """«региональным методистом» → «регионального методиста»."""
    role = noun(each.group(2).lower())
    shown = role.inflect({"gent", "sing"}) if role is not None else None
    kind = (each.group(1) or "").strip().lower()
    quality = adjective(kind) if kind else None
    agreed = quality.inflect({"gent", "sing", "masc"}) if quality is not None else None
    return " ".join(str(x.word) for x in (agreed, shown) if x is not None)


def _unit(sentence: str, limit: re.Match[str]) -> str | None:
    unit = (limit.group(3) or "").strip()
    tail = re.match(r"\s+в\s+(?:год|месяц|неделю|квартал|полугодие|четверть)\b", sentence[limit.end() :])
    if unit and adjective(unit.lower()) is not None and noun(unit.lower()) is None:
        more = re.match(r"\s+([а-яё]+)", sentence[limit.end() :])
        unit = f"{unit} {more.group(1)}" if more else unit
        tail = re.match(
            r"\s+[а-яё]+(\s+в\s+(?:год|месяц|неделю|квартал|полугодие|четверть))\b", sentence[limit.end() :]
        )
        return unit + (tail.group(1) if tail else "")
    return (unit + (tail.group(0) if tail else "")) or None
