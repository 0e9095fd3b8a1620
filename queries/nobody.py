"""The answer "nobody": its reason, and a sentence that says what was looked at and what to do."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from pydantic import BaseModel, ConfigDict

from ontology.entities.base import Id
from ontology.entities.vocabulary import Level, TerritoryKind
from ontology.i18n import Lang, gettext, translator
from ontology.models import Territory
from queries.nobody_reasons import Reason, first, sentence
from queries.questions import ACTS, COVERAGE, RESPONSIBILITY
from queries.questions.acts import ActsParams, ActsRow
from queries.questions.coverage import CoverageParams, CoverageRow
from queries.questions.responsibility import ResponsibilityParams, ResponsibilityRow
from queries.shown import shown_day
from queries.store import GraphStore

_SHOWN = 3


class Nobody(BaseModel):
    """Why nobody holds a function; `explanation` names what was looked at and what to do."""

    model_config = ConfigDict(frozen=True)

    reason: Reason
    explanation: str


def nobody_holds(
    store: GraphStore,
    function: Id,
    territory: Id,
    name: str,
    level: Level | None,
    as_of: date,
    lang: Lang,
) -> Nobody | None:
    """Why nobody holds the function in the territory (called `name`) on the day; None when somebody does."""
    asked = CoverageParams(territory=territory, level=level, function=function, as_of=as_of)
    cells: list[CoverageRow] = store.ask(COVERAGE, asked)
    if any(cell.reason is None for cell in cells):
        return None
    held = [cell for cell in cells if cell.subjects]
    reason = first(cell.reason for cell in held or cells if cell.reason) or Reason.NO_ORDER
    if level is None and not held:
        reason = _at_any_level(cells)
    acts = store.ask(ACTS, ActsParams(territory=territory, as_of=as_of))
    wide = ResponsibilityParams(function=function, territory=territory, below=True, as_of=as_of)
    elsewhere = store.ask(RESPONSIBILITY, wide)
    home = home_name(store, territory, level) or name
    return Nobody(reason=reason, explanation=explain(reason, home, level, as_of, acts, elsewhere, lang))


def no_act(name: str, lang: Lang) -> Nobody:
    """Nothing of the territory is known at all."""
    remedy = translator(lang)("Load the order of this territory")
    return Nobody(reason=Reason.NO_ORDER, explanation=_join([_no_order(name, [], lang), remedy]))


def home_name(store: GraphStore, territory: Id, level: Level | None) -> str | None:
    """Name of the territory whose orders give functions of this level: the region for the regional level …"""
    kind = {Level.FEDERAL: TerritoryKind.COUNTRY, Level.REGIONAL: TerritoryKind.REGION}.get(level) if level else None
    place = store.get(Territory, territory)
    step = place
    while kind is not None and step is not None and step.kind is not kind:
        step = store.get(Territory, step.part_of) if step.part_of and step.part_of != step.id else None
    found = step or place
    return found.name if found else None


def _at_any_level(cells: Sequence[CoverageRow]) -> Reason:
    """Asked for all levels at once, what decides is the territory's own acts: "another level" is then below it."""
    found = {cell.reason for cell in cells if cell.reason}
    for reason in (Reason.NOT_IN_FORCE, Reason.OTHER_LEVEL, Reason.NEVER_ASSIGNED):
        if reason in found:
            return reason
    return Reason.NO_ORDER


def explain(
    reason: Reason,
    name: str,
    level: Level | None,
    as_of: date,
    acts: Sequence[ActsRow],
    holders: Sequence[ResponsibilityRow],
    lang: Lang,
) -> str:
    """Say the reason, what was looked at, who holds the function elsewhere, and what to load or do."""
    _ = translator(lang)
    own = [a for a in acts if a.relation == "own"]
    if reason is Reason.NO_ORDER:
        parts = [_no_order(name, [a for a in acts if a.relation == "above"], lang)]
    else:
        parts = [sentence(reason, lang)]
        if reason is Reason.NOT_IN_FORCE:
            parts += [_validity(a, as_of, lang) for a in acts if not a.in_force][:_SHOWN]
        elif acts:
            parts.append(_("Looked at: {acts}", acts="; ".join(act(a, lang) for a in (own or list(acts))[:_SHOWN])))
    at_level = [h for h in holders if level is None or h.subject_level is level]
    others = [h for h in holders if level is not None and h.subject_level is not level]
    parts += _named(at_level, others, reason, lang)
    remedy = {
        Reason.NO_ORDER: gettext("Load the order of this territory"),
        Reason.GENERIC_ONLY: gettext("Load the register of organisations whose column «fills» names it"),
        Reason.VACANT: gettext("Fill the post, or note the new holder in the register of organisations"),
        Reason.AGREEMENT_MISSING: gettext("Conclude the agreement and enter its number and date"),
        Reason.NOT_IN_FORCE: gettext("Ask for another day, or load the act that replaced it"),
    }.get(reason)
    return _join([*parts, _(remedy)] if remedy else parts)


def _named(
    at_level: Sequence[ResponsibilityRow], others: Sequence[ResponsibilityRow], reason: Reason, lang: Lang
) -> list[str]:
    _ = translator(lang)
    parts = []
    if reason in {Reason.GENERIC_ONLY, Reason.VACANT, Reason.AGREEMENT_MISSING} and at_level:
        parts.append(_("Named by the acts: {holders}", holders=_holders(at_level, lang)))
    if reason is Reason.OTHER_LEVEL and not others and at_level:
        parts.append(_("Held only in the territories below: {holders}", holders=_holders(at_level, lang)))
    if others and reason is not Reason.NOT_IN_FORCE:
        parts.append(_("Elsewhere it is held by: {holders}", holders=_holders(others, lang)))
    return parts


def _holders(rows: Sequence[ResponsibilityRow], lang: Lang) -> str:
    _ = translator(lang)
    said = dict.fromkeys(
        _(
            "{name} (No. {number}, {clause})",
            name=row.subject_name,
            number=row.order_number,
            clause=row.clause,
        )
        for row in rows
    )
    more = [_("and {count} more", count=len(said) - _SHOWN)] if len(said) > _SHOWN else []
    return "; ".join([*list(said)[:_SHOWN], *more])


def _no_order(name: str, above: Sequence[ActsRow], lang: Lang) -> str:
    _ = translator(lang)
    if not above:
        return _("No order of the territory «{name}» is loaded", name=name)
    return _(
        "No order of the territory «{name}» is loaded, only of those above: {acts}",
        name=name,
        acts="; ".join(act(a, lang) for a in above[:_SHOWN]),
    )


def _validity(row: ActsRow, as_of: date, lang: Lang) -> str:
    _ = translator(lang)
    if row.date is not None and row.date > as_of:
        return _("{act} is not in force before {day}", act=act(row, lang), day=shown_day(row.date, lang))
    until = row.valid_until or as_of
    return _("{act} is no longer in force since {day}", act=act(row, lang), day=shown_day(until, lang))


def act(row: ActsRow, lang: Lang) -> str:
    """An act as people cite it: its territory, number and day."""
    _ = translator(lang)
    if row.date is None:
        return _("{territory}, No. {number}", territory=row.territory_name, number=row.number)
    return _(
        "{territory}, No. {number} of {day}",
        territory=row.territory_name,
        number=row.number,
        day=shown_day(row.date, lang),
    )


def _join(parts: Sequence[str]) -> str:
    return " ".join(f"{part.rstrip('.')}." for part in parts)


__all__ = ["Nobody", "explain", "home_name", "no_act", "nobody_holds"]
