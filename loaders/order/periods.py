"""How often what a term is about takes place, by its words (`wordings/terms.toml`)."""

from __future__ import annotations

import re

from loaders.order import dates
from loaders.order.quarters import QUARTER, YEAR_END
from loaders.order.reading import Periodicity
from loaders.order.spans import Span
from loaders.order.spelling import repaired
from loaders.order.wordings import table

LONGEST = 300  # characters of a term; what is longer is prose that begins with one
RATE = re.compile(
    r"(?:(\d+|[а-яё]+)(?:\s*\(\w+\))?\s+)?раз[а]?\s+в\s+(?:(учебный|календарный|каждый|кажд\w+)\s+)?(\d+\s+|[а-яё]+)\s*([а-яё]+)?",
    re.I,
)
# «в течение 10 рабочих дней» once, «не позднее 5 дней после проведения» each time the event takes place.
RELATIVE = re.compile(
    r"(?:в течени[еи]|не позднее|за|через)\s+(?:чем\s+)?(?:(?:за|через)\s+)?\S+\s+"
    r"(?:рабоч|календарн|дн|час|недел|месяц)"
)
EVENT = re.compile(r"\bпосле\b|\bдо (?:начала|проведения|дня)|со дня|с момента|с даты|поступлени|обращени")

_PERIODS = table("terms", "periods")
_UNITS = table("terms", "units")
_COUNTS = table("terms", "counts")


def _stems(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, _PERIODS[name]))})")


_OFTEN: tuple[tuple[Periodicity, re.Pattern[str]], ...] = (
    ("monthly", _stems("monthly")),
    ("quarterly", _stems("quarterly")),
    ("semiannual", _stems("semiannual")),
    ("annual", _stems("annual")),
)
_ONGOING, _LASTING, _AS_NEEDED = _stems("ongoing"), _stems("lasting"), _stems("as_needed")


def periodicity(term: str, within: Span | None = None) -> Periodicity | None:
    """How often, by the words of the term; None when nothing is said. A bare month is one day of the year `within`."""
    return period_of(repaired(term[:LONGEST]), within)


def period_of(term: str, within: Span | None) -> Periodicity | None:
    """The same for a term that is spelt as it was meant (`spelling.repaired`)."""
    low = re.sub(r"\s+", " ", term.lower().replace("ё", "е"))
    if not low.strip():
        return None
    if re.search(r"(?:далее|затем)\W+(?:\w+\s+)?(?:постоянн|ежегодн|регулярн)", low):
        return "annual" if "ежегодн" in low else "ongoing"
    months = re.findall(r"\b" + dates.MONTH + r"(?![а-яё])", low)
    if often := _often(low, months):
        return often
    rated = RATE.search(low)
    if _AS_NEEDED.search(low) and not months and not dates.last(low):
        return "as-needed"
    years = set(re.findall(r"20\d\d", low))
    if _ONGOING.search(low) or (_LASTING.search(low) and not years and not months):
        return "ongoing"
    if RELATIVE.search(low):
        return "as-needed" if EVENT.search(low) and not years else "once"
    if len(months) >= 2 and len(years) >= 2 and not re.search(r"[–—-]", low):
        return "semiannual" if len(months) >= 2 * len(years) and len(set(months)) > 1 else "annual"
    if rated is not None:
        return None  # a rate this list of periods has no word for («раз в два года»)
    known = re.search(r"\d", low) or (within and (months or YEAR_END.search(low) or QUARTER.search(term)))
    return "once" if known else None


def _often(low: str, months: list[str]) -> Periodicity | None:
    """The rhythm a term names, the quickest of several («ежегодно (два раза в год)» is twice a year)."""
    rate = max((_rate(m) for m in RATE.finditer(low)), default=0)
    named = next((period for period, stems in _OFTEN if stems.search(low)), None)
    if rate > 12:
        return "ongoing"
    rated: Periodicity | None = (
        "monthly" if rate == 12 else "quarterly" if rate in {3, 4} else "semiannual" if rate == 2 else None
    )
    if rated or (named in {None, "annual"} and rate == 1):
        return rated or "annual"
    if named == "annual" and re.search(r"\(\s*\w+\s*,\s*\w+\s*\)", low) and len(months) == 2:
        return "semiannual"
    return named


def _rate(found: re.Match[str]) -> int:
    """How many times a year «N раз в …» is; 0 for what is rarer or unknown."""
    count, unit, more = found.group(1), found.group(3).strip(), found.group(4) or ""
    if unit.isdigit() or unit in _COUNTS:
        size = int(unit) if unit.isdigit() else int(_COUNTS[unit])
        per_year = {"месяц": 12, "недел": 52, "кварт": 4}.get(more[:5], 0)
        return per_year // size if size and per_year else 0
    times = int(count) if count and count.isdigit() else int(_COUNTS.get(count or "", 1))
    return min(times * int(_UNITS.get(unit, 0)), 365)
