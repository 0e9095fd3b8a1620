"""Figures for the same thing that cannot both hold: indicators of one territory under one name, norms set on them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from ontology.entities.base import Id
from queries.findings.fact import evidence_of
from queries.findings.figures import Figure, contradict, figures_of
from queries.findings.indicator_values import by_indicator
from queries.findings.rule import Checked, Evidence, Scope
from queries.findings.same_names import same_figure
from queries.findings.sources.indicator_values import INDICATOR_VALUES
from queries.findings.sources.norm_values import NORM_VALUES, NormValue
from queries.question import Ask, DerivedQuestion


def _figures(ask: Ask, scope: Scope) -> list[Figure]:
    """What indicators and norms say; a norm that only says again what an indicator of its clause says is left out."""
    figures = [figure for rows in by_indicator(ask, scope) for figure in figures_of(rows)]
    said = {(f.fact.clause_id, f.kind, f.period, f.value) for f in figures}
    norms: list[NormValue] = ask(NORM_VALUES, scope)
    for n in norms:
        if (n.clause_id, n.kind, n.period, n.value) not in said:
            figures.append(Figure(n.norm, n.name, n.unit, n.kind, n.period, n.op, n.value, n))
    return figures


def alike(figures: Sequence[Figure]) -> list[list[Figure]]:
    """Figures of one territory about the same thing, in their order."""
    named: dict[tuple[Id, str], list[Figure]] = {}
    for figure in figures:  # first by name, for most names are told apart or equal letter by letter
        named.setdefault((figure.fact.territory_id, figure.name), []).append(figure)
    merged: dict[Id, list[tuple[str, list[Figure]]]] = defaultdict(list)
    for (territory, name), group in named.items():
        known = next((others for other, others in merged[territory] if same_figure(other, name)), None)
        if known is None:
            merged[territory].append((name, group))
        else:
            known += group
    return [group for groups in merged.values() for _, group in groups]


def _contradictory(ask: Ask, scope: Scope) -> list[Evidence]:
    found = []
    for group in alike(_figures(ask, scope)):
        for kind in dict.fromkeys(f.kind for f in group):
            of_kind = [f for f in group if f.kind is kind]
            clashing = [f for f in of_kind if any(contradict(f, o) for o in of_kind)]
            if not clashing:
                continue
            key = ".".join([kind.value, *sorted({f.thing for f in clashing})])
            acts = {f.fact.order_id for f in clashing}
            reason = "two-acts" if len(acts) > 1 else "one-act"
            found += [
                evidence_of(f.fact, key=key, reason=reason, item=clashing[0].name, found=f.written) for f in clashing
            ]
    return found


CONTRADICTORY_FIGURES = DerivedQuestion(
    name="contradictory_figures",
    summary_ru="Где об одном и том же показателе названы разные числа.",
    summary_en="Where different figures are given for the same indicator.",
    params=Scope,
    row=Evidence,
    uses=(INDICATOR_VALUES, NORM_VALUES),
    derive=_contradictory,
)


def _compared(ask: Ask, scope: Scope) -> list[Checked]:
    return [Checked(checked=len({figure.thing for figure in _figures(ask, scope)}))]


CHECKED_FIGURES = DerivedQuestion(
    name="checked_figures",
    summary_ru="О скольких показателях и нормах действующие акты называют числа.",
    summary_en="Of how many indicators and norms acts in force give figures.",
    params=Scope,
    row=Checked,
    uses=(INDICATOR_VALUES, NORM_VALUES),
    derive=_compared,
)
