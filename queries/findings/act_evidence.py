"""Acts as evidence: a finding about a whole act has no clause to cite, only the act."""

from __future__ import annotations

from queries.findings.rule import Checked, Evidence, Scope
from queries.findings.sources.relevant_acts import RELEVANT_ACTS, Act
from queries.question import Ask, DerivedQuestion


def cited(act: Act) -> str:
    """«приказ № 7, 2022-01-10 – 2023-04-27», as a person looks it up; an act with no end has no second day."""
    days = " – ".join(day.isoformat() for day in (act.order_date, act.valid_until) if day)
    return f"{act.kind} № {act.order_number}" + (f", {days}" if days else "")


def act_evidence(act: Act, home: Act, *, key: str, reason: str, item: str, found: str) -> Evidence:
    """The act as evidence of a finding that is to be mended in the act `home`; there is no clause to cite."""
    columns = dict.fromkeys(Evidence.model_fields)
    columns |= {n: getattr(act, n) for n in ("order_id", "order_number", "order_date", "order_title")}
    columns |= {"territory_id": home.territory_id, "territory_name": home.territory_name}
    return Evidence.model_validate(columns | {"key": key, "reason": reason, "item": item, "found": found})


def _acts(ask: Ask, scope: Scope) -> list[Checked]:
    return [Checked(checked=sum(act.inside and act.in_force for act in ask(RELEVANT_ACTS, scope)))]


CHECKED_ACTS = DerivedQuestion(
    name="checked_acts",
    summary_ru="Сколько актов действует.",
    summary_en="How many acts are in force.",
    params=Scope,
    row=Checked,
    uses=(RELEVANT_ACTS,),
    derive=_acts,
)
