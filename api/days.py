"""Days as people of a language write them."""

from __future__ import annotations

from datetime import date

from babel.dates import format_date

from ontology.i18n import Lang


def shown_day(day: date, lang: Lang) -> str:
    """31.08.2021, 31 Aug 2021."""
    return format_date(day, "dd.MM.yyyy" if lang == "ru" else "d MMM yyyy", locale=lang)
