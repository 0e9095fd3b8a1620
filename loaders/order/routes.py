"""Ordered processes that run through several subjects.

Two kinds: a process the text spells out itself (`processes`), and one whose steps are scattered over the act – among
statements, activities and passive sentences – and are put in order by the stages that `wordings/routes.toml` declares.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from loaders.order.facts import Fact, facts
from loaders.order.processes import spelled, strung
from loaders.order.reading import FunctionMatch, Route
from loaders.order.relations import InteractionDraft, RouteDraft, Seen, StepDraft
from loaders.order.themes import Theme, themes

MOST = 16  # steps of one route: beyond that it is a list of everything about a thing
SENT = frozenset({"provides-data", "requests", "reports"})
EACH = 6  # steps of one stage
SAID = 2  # those of one stage before a sentence without a doer adds nothing


def collect(seen: Seen, interactions: Sequence[InteractionDraft]) -> tuple[RouteDraft, ...]:
    """The routes of an act: those it spells out, then the declared ones it speaks of; one of a name.

    A declared route has two steps at least, by two subjects or at two stages; a single step is no route.
    """
    found = {r.name: r for r in spelled(seen, themes())}
    known = list(facts(seen))
    for theme in themes():
        if theme.name not in found and (route := _declared(theme, known, seen.head.title or "", interactions)):
            found[theme.name] = route
    for route in sorted(strung(seen, themes()), key=lambda r: -len(r.steps)):
        found.setdefault(route.name, route)
    return tuple(found.values())


def _declared(
    theme: Theme, known: list[Fact], title: str, interactions: Sequence[InteractionDraft]
) -> RouteDraft | None:
    placed: list[tuple[int, int, StepDraft]] = []
    taken: set[tuple[int, str, int]] = set()
    several = [0] * len(theme.stages)
    for position, fact in enumerate(known):
        stage = theme.stage(fact.text, f"{fact.over} {title}")
        if stage is None or several[stage] >= (EACH if fact.doers else SAID):
            continue
        doers = fact.doers or (None,)
        for entry in doers:
            mark = (id(entry), fact.clause, stage)
            if mark in taken or (entry is None and any(s == stage and c == fact.clause for _, c, s in taken)):
                continue
            taken.add(mark)
            several[stage] += 1
            placed.append((stage, position, StepDraft(entry, fact.text, fact.clause)))
    if len(placed) > MOST:  # what nobody is said to do goes first
        placed = sorted(placed, key=lambda p: p[2].subject is None)[:MOST]
    steps = [s for _, _, s in sorted(placed, key=lambda p: p[:2])]
    steps += list(_answers(theme, steps, interactions))
    stages = {stage for stage, _, _ in placed}
    if len(steps) < 2 or (len(stages) < 2 and len({id(s.subject) for s in steps if s.subject}) < 2):
        return None
    return RouteDraft(theme.name, tuple(steps))


def _answers(theme: Theme, steps: list[StepDraft], interactions: Sequence[InteractionDraft]) -> Iterator[StepDraft]:
    """Steps of the other side: who agrees what a step sends for agreement; who receives what a lone step sends."""
    acting = {id(s.subject) for s in steps}
    for step in steps:
        for i in interactions:
            if i.clause != step.clause or not theme.names(i.what):
                continue
            agrees = i.kind == "approves" and i.target is step.subject and id(i.source) not in acting
            receives = (
                len(steps) == 1 and i.source is step.subject and i.kind in {"provides-data", "requests", "reports"}
            )
            if agrees and re.search("соглас", i.what, re.I):
                acting.add(id(i.source))
                yield StepDraft(i.source, i.what, i.clause)
            elif receives and id(i.target) not in acting:
                acting.add(id(i.target))
                yield StepDraft(i.target, i.what, i.clause)


def with_functions(
    routes: Sequence[Route], matcher: Callable[[str], Sequence[FunctionMatch]] | None
) -> tuple[Route, ...]:
    """The routes with the catalogue's function of each step, the one that fits its words best."""
    if matcher is None:
        return tuple(routes)
    result = []
    for route in routes:
        steps = []
        for step in route.steps:
            best = max(matcher(step.does), key=lambda m: m.score, default=None)
            steps.append(step.model_copy(update={"function": best.code}) if best else step)
        result.append(route.model_copy(update={"steps": tuple(steps)}))
    return tuple(result)
