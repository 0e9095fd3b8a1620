"""Norms of an act: bounds its sentences set («не более 250 …», «два раза в год»), shares its road map promises."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from loaders.morph import adjective, noun, verb
from loaders.order.metric import metric_of_bound
from loaders.order.numbers import BOUND, NUMBER, number_of, op_of, unit_word
from loaders.order.promises import PERIOD, promised
from loaders.order.reading import Activity, Indicator, Norm
from loaders.order.units import Unit

Op = Literal["<=", ">=", "="]

_EACH_TIME = r"((?:кажд\w+\s+)?(?:\d+\s+|(?:два|две|три|четыре|пять|учебный|календарный)\s+)?[а-яё]+)"
RATE: Final = re.compile(rf"{NUMBER}\s+раза?\s+в\s+{_EACH_TIME}", re.I)
TIMES: Final = re.compile(rf"\s*в\s+{_EACH_TIME}", re.I)
PER: Final = re.compile(r"\s+в\s+((?:учебный\s+)?(?:год|месяц|неделю|день|квартал|полугодие|четверть))\b", re.I)
THING: Final = re.compile(r"\s+(дн\w+|лет|час\w*|специалист\w*|работник\w*)")
_SPAN = r"((?:рабоч|календарн|банковск)\w+\s+)?(дн\w+|час\w*|недел\w+|месяц\w*|лет|год\w*)"
WITHIN: Final = re.compile(rf"в\s+течени[еи]\s+{NUMBER}\s+{_SPAN}(?!\s*\d)", re.I)
DEADLINE: Final = re.compile(
    rf"не\s+(?:позднее|ранее)\s+(?:чем\s+)?(?:(за|через)\s+)?{NUMBER}\s+{_SPAN}|"
    r"в\s+(\d+)-?\s?(?:х\s|ти\s|и\s)?дневн\w+\s+срок",
    re.I,
)
# A term a body works for: «создаются на срок до одного года».
LASTING: Final = re.compile(rf"(?:на\s+срок|сроком)\s+до\s+{NUMBER}\s+{_SPAN}", re.I)
# How many fall to one, from and to: «на одного тьютора приходится от 3 до 7 педагогов».
RANGE: Final = re.compile(rf"\bот\s+{NUMBER}\s*(?:%\s*)?до\s+{NUMBER}\s*(%|процент\w*|[а-яё]+\.?)", re.I)
COUNTING: Final = re.compile(
    r"приход|закрепл|составл|составит|включа|входит|входят|насчит|числ|количеств|об[ъь]ем|об[ъь]ём|\bна\s+одн", re.I
)
AGE: Final = re.compile(
    rf"в\s+возрасте\s+(до|не\s+старше|старше|от|моложе)\s+{NUMBER}\s+(?:лет|года?)(\s+и\s+в\s+перв\w+\s+{NUMBER}\s+(?:года?|лет)\s+работы)?",
    re.I,
)
SERVICE: Final = re.compile(
    rf"(?:стаж\w*(?:\s+[а-яё]+){{0,5}}?|проработавш\w+|отработавш\w+)\s+(до|менее|более|свыше|от)\s+{NUMBER}\s+(лет|года?)",
    re.I,
)
REACHED: Final = re.compile(
    rf"(?:дове(?:сти|дение|дения)|увелич\w+|достиж\w+)\s+((?:количеств|числ|численност|дол|охват)\w*\s[^,;.]{{3,100}}?)\s+до\s+{NUMBER}\s*(%|процент\w*|[а-яё]+)?",
    re.I,
)
STORED: Final = re.compile(r"хран[еия]", re.I)
STATISTICS: Final = re.compile(r"%|процент|состав(?:ил|ля)|^\W*(?:дол[яи]|количеств|числ|охват)", re.I)
# An act that amends another quotes the words it replaces: they bound nothing here.
QUOTED: Final = re.compile(r"слов[ао]?м?\w*\s+«.{0,300}(?:замен|исключ|дополн)", re.I)
NEAR: Final = 400  # characters around a bound within which the words are what it bounds
MOST: Final = 12  # bounds of one sentence
_TITLED = re.compile(r"(?<=[а-яё);\d%])[.;]\s+(?=[А-ЯЁа-яё])")


@dataclass(frozen=True, slots=True)
class _Found:
    """A bound and where it stands in its sentence."""

    start: int
    end: int
    op: Op
    value: float
    unit: str | None
    period: str | None = None
    metric: str = ""


def norms(
    units: list[Unit], used: dict[int, str], measured: Sequence[Indicator], activities: Sequence[Activity] = ()
) -> list[Norm]:
    """What an act bounds: the targets of its indicators, its sentences, the shares a road map's results promise.

    A unit taken for an indicator has told its bound there; what recurs has the time of one round as its period.
    """
    result = [
        Norm(metric=i.name, op=i.target.op, value=i.target.value, unit=i.unit, period=i.target.period, clause=i.clause)
        for i in measured
        if i.target
    ]
    for n, u in enumerate(units):
        if u.kind not in {"row", "appendix"} and used.get(n) != "indicator":
            for sentence in _TITLED.split(u.text):
                result += _norms(sentence, u.address)
    for a in activities:
        result += promised(a)
    return list({(n.clause, n.value, n.metric, n.op): n for n in result}.values())


def _norms(sentence: str, clause: str) -> Iterator[Norm]:
    if QUOTED.search(sentence):
        return
    year = m.group(1) if (m := PERIOD.search(sentence)) else None
    found = _bounds(sentence)
    for n, f in enumerate(found):
        first, last = _around(sentence, found, n)
        metric = f.metric or metric_of_bound(sentence[first:last], f.start - first, f.end - first, f.unit)
        if metric:
            yield Norm(metric=metric, op=f.op, value=f.value, unit=f.unit, period=f.period or year, clause=clause)


def _around(sentence: str, found: list[_Found], n: int) -> tuple[int, int]:
    """The part of a sentence with several bounds that the n-th stands in: commas between them part it."""
    first, last = 0, len(sentence)
    if n and (comma := sentence.find(",", found[n - 1].end, found[n].start)) >= 0:
        first = comma + 1
    first = max(first, found[n].start - NEAR)
    if n + 1 < len(found) and (comma := sentence.find(",", found[n].end, found[n + 1].start)) >= 0:
        last = comma
    return first, min(last, found[n].end + NEAR)


def _bounds(sentence: str) -> list[_Found]:
    """The bounds of a sentence in its order; the longer wording wins where two lie over each other."""
    found = [*_limits(sentence), *_spans(sentence), *_people(sentence), *_ranges(sentence)]
    for m in RATE.finditer(sentence):
        found.append(_Found(m.start(), m.end(), "=", number_of(m.group(1)), "раз", _round(m.group(2))))
    for m in REACHED.finditer(sentence):
        found.append(_Found(m.start(), m.end(), "=", number_of(m.group(2)), unit_word(m.group(3)), metric=m.group(1)))
    kept: list[_Found] = []
    for f in sorted(found, key=lambda f: (f.start, -f.end)):
        if not kept or f.start >= kept[-1].end:
            kept.append(f)
    return kept[:MOST]


def _limits(sentence: str) -> Iterator[_Found]:
    for m in BOUND.finditer(sentence):
        word = m.group(3) or ""
        end, unit, period = m.end(), unit_word(word), None
        if word.lower() in {"раз", "раза"}:
            unit = "раз"
            if each := TIMES.match(sentence, m.end()):
                end, period = each.end(), _round(each.group(1))
        elif word and (quality := THING.match(sentence, m.end())):
            unit, end = f"{word} {quality.group(1)}", quality.end()
        elif "реже" in m.group(1).lower() and unit != "%":
            continue
        if period is None and (each := PER.match(sentence, end)):
            end, period = each.end(), _round(each.group(1))
        yield _Found(m.start(), end, op_of(m.group(1)), number_of(m.group(2)), unit, period)


def _spans(sentence: str) -> Iterator[_Found]:
    """Terms told as a length of time: «в течение 10 рабочих дней», «не позднее чем за месяц до …»."""
    for m in WITHIN.finditer(sentence):
        kept = bool(STORED.search(re.split(r"[,;]", sentence[max(0, m.start() - NEAR) : m.start()])[-1]))
        if kept or not re.match(r"лет|год", m.group(3)):
            unit = f"{m.group(2) or ''}{m.group(3)}"
            yield _Found(m.start(), m.end(), ">=" if kept else "<=", number_of(m.group(1)), unit)
    for m in LASTING.finditer(sentence):
        unit = f"{m.group(2) or ''}{m.group(3)}"
        yield _Found(m.start(), m.end(), "<=", number_of(m.group(1)), unit, metric=_term_of(sentence[: m.start()]))
    for m in DEADLINE.finditer(sentence):
        if m.group(5):
            yield _Found(m.start(), m.end(), "<=", float(m.group(5)), "дней")
        else:
            op: Op = ">=" if m.group(1) == "за" or "ранее" in m.group(0).lower() else "<="
            yield _Found(m.start(), m.end(), op, number_of(m.group(2)), f"{m.group(3) or ''}{m.group(4)}")


def _term_of(before: str) -> str:
    """What has a term: the words that open the clause, without their verb («Творческие группы … создаются»)."""
    whose = [w for w in re.split(r"[,;:(–—]", before)[-1].split() if not verb(w.lower()) or w[:1].isupper()]
    return f"срок: {' '.join(whose)}" if whose else ""


def _ranges(sentence: str) -> Iterator[_Found]:
    """Bounds from both sides: «от 3 до 7 педагогов» where the words before it count something."""
    for m in RANGE.finditer(sentence):
        before = re.split(r"[;:]", sentence[max(0, m.start() - NEAR) : m.start()])[-1]
        if not COUNTING.search(before) or re.search(r"(?:стаж|возраст)\w*\s+$", before):
            continue
        unit, least, most = unit_word(m.group(3)), number_of(m.group(1)), number_of(m.group(2))
        if least < most:
            metric = metric_of_bound(
                sentence[max(0, m.start() - NEAR) : m.end() + NEAR],
                min(m.start(), NEAR),
                min(m.start(), NEAR) + m.end() - m.start(),
                unit,
            )
            yield _Found(m.start(), m.start() + 1, ">=", least, unit, metric=metric)
            yield _Found(m.start() + 1, m.end(), "<=", most, unit, metric=metric)


def _people(sentence: str) -> Iterator[_Found]:
    """Bounds on people: their age, how long they have served; a share of them counts and bounds nothing."""
    if STATISTICS.search(sentence):
        return
    for m in AGE.finditer(sentence):
        upper = m.group(1).lower() not in {"старше", "от"}
        about = f"возраст {whose}" if (whose := _whose(sentence[max(0, m.start() - 60) : m.start()])) else "возраст"
        yield _Found(m.start(), m.start() + 1, "<=" if upper else ">=", number_of(m.group(2)), "лет", metric=about)
        if m.group(3):
            first = about.replace("возраст", "первые годы работы", 1)
            yield _Found(m.start() + 1, m.end(), "<=", number_of(m.group(4)), "года", metric=first)
    for m in SERVICE.finditer(sentence):
        if re.search(r"\bне\s$", sentence[max(0, m.start(1) - 4) : m.start(1)]):
            continue
        upper = m.group(1).lower() in {"до", "менее"}
        yield _Found(m.start(1), m.end(), "<=" if upper else ">=", number_of(m.group(2)), m.group(3))


def _whose(before: str) -> str:
    """The people whose age is bounded: the last noun before it, with its adjective."""
    found = re.search(r"(?:([а-яё]+)\s+)?([а-яё]+)\s+$", before)
    if found is None or noun(found.group(2)) is None:
        return ""
    quality = found.group(1) or ""
    return f"{quality} {found.group(2)}".strip() if quality and adjective(quality) is not None else found.group(2)


def _round(each: str) -> str:
    return re.sub(r"\s+", " ", each).strip().lower()
