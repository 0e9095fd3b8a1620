"""Overlays of the routes that acts set: one route step by step, and where all of them break.

What breaks is what the audit finds and nobody has given a reason for, so that the map and the findings agree. That a
step is done by a generic subject nobody fills is told besides: it is a finding of its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby, pairwise

from ontology.i18n import Lang, translator
from queries.breaks import Break, explained
from queries.cited import order_json
from queries.findings.audit import audit
from queries.findings.finding import finding_id
from queries.questions.process_routes import PROCESS_ROUTES, ProcessRoutesParams, ProcessRoutesRow
from queries.store import GraphStore
from viz.formats import cite
from viz.model import Chosen
from viz.overlays.model import Legend, Link, Mark, Overlay, Row, Tone, Way
from viz.text import capital, clean

_KIND = "route-broken"
_ON_THE_WAY = {Break.NO_LINK, Break.AGREEMENT_MISSING}  # between two subjects; the rest are at the step itself
_SIGNS: dict[Tone, str] = {"good": "✓", "warn": "◐", "bad": "✕"}


@dataclass(frozen=True, slots=True)
class _Step:
    """A step and why the route breaks at it."""

    row: ProcessRoutesRow
    breaks: tuple[Break, ...]

    @property
    def tone(self) -> Tone:
        if self.breaks:
            return "bad"
        return "warn" if self.row.performer == "generic" else "good"


def process(store: GraphStore, name: str, route: str | None, place: Chosen, as_of: date | None, lang: Lang) -> Overlay:
    """The route with this id, step by step; the longest of the territory's own when none is chosen."""
    _ = translator(lang)
    routes = _routes(store, place, as_of, lang)
    if not routes:
        return Overlay(name, _("Route of a process"), notes=[_("No act in force here sets a route.")])
    if route and route not in routes:
        notes = [_("No act in force here sets this route. Choose another one.")]
        return Overlay(name, _("Route of a process"), notes=notes)
    steps = routes[route] if route else next(iter(routes.values()))
    counts = Counter(step.tone for step in steps)
    labels: dict[Tone, str] = {
        "good": _("steps that hold"),
        "warn": _("steps of a generic subject: which organisation does them is not named"),
        "bad": _("steps at which the route breaks"),
    }
    return Overlay(
        name,
        _("Route: {name}", name=clean(steps[0].row.route_name)),
        marks=_numbered(steps, lang),
        links=list(_lines(steps, lang, whole=True)),
        legend=[Legend(tone, _SIGNS[tone], label, counts[tone]) for tone, label in labels.items() if counts[tone]],
        rows=[_row(step, lang, group="") for step in steps],
        ways=_ways(lang) if counts["bad"] else (),
        files=_files(place.id),
    )


def broken(store: GraphStore, name: str, place: Chosen, as_of: date | None, lang: Lang) -> Overlay:
    """Every step at which a route breaks: at the one who does it, or on the way to it."""
    _ = translator(lang)
    routes = _routes(store, place, as_of, lang)
    found = [step for steps in routes.values() for step in steps if step.breaks]
    counts = Counter(step.row.subject_id for step in found if step.row.subject_id)
    nobody = sum(step.row.subject_id is None for step in found)
    legend = [
        Legend("bad", "✕", _("steps that somebody does, but not by right or not in contact"), len(found) - nobody),
        Legend("bad", "∅", _("steps nobody is named for"), nobody),
    ]
    none = _("No route breaks here.") if routes else _("No act in force here sets a route.")
    return Overlay(
        name,
        _("Where routes break"),
        marks=[Mark(id, "bad", "✕", _("breaks: {count}", count=count)) for id, count in counts.items()],
        links=[link for steps in routes.values() for link in _lines(steps, lang, whole=False)],
        legend=[entry for entry in legend if entry.count],
        rows=[_row(step, lang, group=step.row.route_name) for step in found],
        notes=() if found else (none,),
        ways=_ways(lang) if found else (),
        files=_files(place.id) if found else (),
    )


def _order(row: ProcessRoutesRow) -> tuple[int, int, str, str, int]:
    return *rank(row), row.place


def rank(row: ProcessRoutesRow) -> tuple[int, int, str, str]:
    """The order of routes: the territory's own first, the longest first."""
    ranks = {"own": 0, "above": 1, "below": 2}
    return ranks[row.relation], -row.steps, row.route_name.casefold(), row.route_id


def _routes(store: GraphStore, place: Chosen, as_of: date | None, lang: Lang) -> dict[str, list[_Step]]:
    """Steps in their order by route: as the form lists them."""
    rows = store.ask(PROCESS_ROUTES, ProcessRoutesParams(territory=place.id, as_of=as_of or date.today()))
    open_ = {one.id for one in audit(store, place.id, as_of=as_of, kinds=[_KIND], lang=lang).findings} if rows else ()
    steps = [
        _Step(row, tuple(code for code in row.breaks if finding_id(_KIND, f"{row.step_id}.{code}") in open_))
        for row in sorted(rows, key=_order)
    ]
    return {id: list(own) for id, own in groupby(steps, key=lambda step: step.row.route_id)}


def _numbered(steps: Sequence[_Step], lang: Lang) -> list[Mark]:
    """Each subject with the numbers of its steps, as its worst one is."""
    _ = translator(lang)
    own: dict[str, list[_Step]] = {}
    for step in steps:
        if step.row.subject_id:
            own.setdefault(step.row.subject_id, []).append(step)
    marks = []
    for id, mine in own.items():
        tone = max((step.tone for step in mine), key=list(_SIGNS).index)
        marks.append(Mark(id, tone, _SIGNS[tone], _steps([step.row.place for step in mine], lang)))
    return marks


def _steps(numbers: Sequence[int], lang: Lang) -> str:
    _ = translator(lang)
    runs = _runs(numbers)
    return _("step {numbers}", numbers=runs) if len(numbers) == 1 else _("steps {numbers}", numbers=runs)


def _runs(numbers: Sequence[int]) -> str:
    """1, 2, 3, 6 → «1–3, 6»."""
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 2 else ", ".join(map(str, run)) for run in runs)


def _lines(steps: Sequence[_Step], lang: Lang, *, whole: bool) -> Iterator[Link]:
    """From who does a step to who does the next one. Over steps nobody is named for runs one line that says so;
    unless `whole`, only what breaks on the way is drawn."""
    _ = translator(lang)
    named = [step for step in steps if step.row.subject_id]
    for here, there in pairwise(named):
        source, target = here.row.subject_id, there.row.subject_id
        if source is None or target is None or source == target:
            continue
        number = there.row.place if whole else None
        gap = [step.row.place for step in steps if here.row.place < step.row.place < there.row.place]
        if gap:
            skipped = _steps(gap, lang)
            yield Link(source, target, f"✕ {skipped}: {_('nobody')}", "bad", number)
            continue
        bad = bool(_ON_THE_WAY & set(there.breaks))
        text = cite(there.row.clause, lang)
        if whole or bad:
            yield Link(source, target, f"✕ {text}" if bad else text, "bad" if bad else "good", number)


def _row(step: _Step, lang: Lang, group: str) -> Row:
    """The step: its number, function and why it breaks."""
    _ = translator(lang)
    row = step.row
    label = row.function_en if lang == "en" else row.function_ru
    codes = step.breaks or ((Break.GENERIC_ONLY,) if step.tone == "warn" else ())
    named = {"subject": row.subject_name, "previous": row.previous_name, "function": row.function_code}
    words = [_("Step {number}", number=row.place) + (f": {clean(label)}" if label else "")]
    words += [clean(explained(codes, lang, **named)).rstrip(".")] if codes else []
    return Row(
        subjects=((row.subject_id, row.subject_name or ""),) if row.subject_id else (),
        text=". ".join(capital(part) for part in words) + ".",
        clause=row.clause,
        act=order_json(row.order_id, row.order_number, row.order_date, row.order_title),
        tone=step.tone,
        group=group,
        sign=_SIGNS[step.tone] if row.subject_id else "∅",
        clause_id=row.clause_id,
        quote=row.quote,
    )


def _ways(lang: Lang) -> list[Way]:
    return [Way(translator(lang)("These findings, with advice"), {"kind": _KIND}, "/findings")]


def _files(territory: str) -> list[Way]:
    path = "/questions/process_routes"
    return [Way(form.upper(), {"territory": territory, "format": form}, path) for form in ("xlsx", "csv", "json")]
