"""The templates: escaping is always on, an undefined name is an error, all text goes through the catalogue."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache, partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from ontology.i18n import Lang, translator
from queries import shown
from viz import formats, styles
from viz.acts.outline import clause_anchor
from viz.address import Address
from viz.static import asset
from viz.text import capital, clean, shorten

TEMPLATES = Path(__file__).resolve().parent / "templates"


def render(template: str, at: Address, **context: Any) -> str:
    """The page or fragment `template` for the reader at `at`."""
    return _environment(at.lang).get_template(template).render(at=at, **context)


@cache
def _environment(lang: Lang) -> Environment:
    """One environment per language; the templates are part of the installed program, so they never change."""
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES, encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.globals.update(
        _=translator(lang),
        lang=lang,
        asset=asset,
        kind_style=styles.kind_style,
        levels=styles.LEVELS,
        roles=styles.ROLES,
        deeds=styles.DEEDS,
        edge_styles=styles.EDGES,
        states=styles.STATES,
        readings=styles.READINGS,
        hit_kinds=styles.HIT_KINDS,
    )
    environment.filters.update(
        capital=capital,
        clean=clean,
        short=shorten,
        day=partial(_day, lang=lang),
        word=partial(shown.word, lang=lang),
        period=partial(formats.period, lang=lang),
        number=partial(_number, lang=lang),
        percent=partial(formats.percent, lang=lang),
        cite=partial(formats.cite, lang=lang),
        anchor=clause_anchor,
        order_name=partial(_order_name, lang=lang),
    )
    return environment


def _day(value: date | str | None, lang: Lang) -> str:
    return formats.day(value, lang)


def _number(value: float | None, digits: int = 2, *, lang: Lang) -> str:
    return formats.number(value, lang, digits)


def _order_name(order: Any, lang: Lang) -> str:
    """An order given as an object or as JSON."""
    if isinstance(order, Mapping):
        return formats.order_name(order.get("number"), order.get("date"), lang)
    return formats.order_name(order.number, order.date, lang)
