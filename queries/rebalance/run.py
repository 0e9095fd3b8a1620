"""From a store to the answer: what was solved, as moves and loads with names."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date as Day

from ontology.entities.base import Id
from ontology.i18n import DEFAULT_LANG, Lang, translator
from ontology.models import Territory
from queries.rebalance.answer import Left, MethodistLoad, Move, Post, Rebalance
from queries.rebalance.said import notes, summary
from queries.rebalance.solve import Solved, solved
from queries.store import GraphStore


def rebalance(
    store: GraphStore, territory: Territory, as_of: Day, *, norm: float | None = None, lang: Lang = DEFAULT_LANG
) -> tuple[Rebalance, Solved]:
    """The answer for a territory, and what it was worked out from. InputError when no norm is in force."""
    work = solved(store, territory.id, as_of, norm)
    facts, _ = work.facts, translator(lang)
    moves = tuple(sorted(_moves(work), key=lambda m: _place(m)))
    changed = [(u, to) for u, to in work.given if any(id != u.holder for id in to)]
    quarters = _posts(work)
    left = [
        Left(territory=_named(facts.places, place), subject_area=facts.areas.get(area or ""), teachers=n)
        for s in work.shortages
        for (place, area), n in s.left.items()
    ]
    answer = Rebalance(
        territory={"id": territory.id, "name": territory.name},
        as_of=as_of,
        bound=facts.bound.value,
        norm=facts.norm,
        possible=not work.shortages,
        moves=moves,
        methodists=tuple(_loads(work)),
        left=tuple(sorted(left, key=lambda x: (x.subject_area or "", x.territory["name"], x.territory["id"]))),
        posts=tuple(Post(subject_area=facts.areas.get(a or ""), fte=n / 4) for a, n in quarters.items()),
        posts_total=sum(quarters.values()) / 4,
        posts_proven=all(s.proven for s in work.shortages),
        moved_schools=sum(u.holder is not None for u, _ in changed),
        moved_teachers=sum(m.teachers for m in moves if m.source),
        new_schools=sum(u.holder is None for u, _ in changed),
        divided=sum(len(to) > 1 for _, to in changed),
        proven=work.proven,
        summary="",
        notes=notes(work, _),
        invented=facts.invented,
    )
    return answer.model_copy(update={"summary": summary(answer, lang)}), work


def _moves(work: Solved) -> Iterator[Move]:
    facts = work.facts
    for unit, to in work.given:
        for methodist, teachers in to.items():
            if methodist != unit.holder:
                yield Move(
                    school=_named(facts.schools, unit.school),
                    territory=_named(facts.places, unit.place),
                    subject_area=facts.areas.get(unit.area or ""),
                    source=facts.methodists[unit.holder].methodist if unit.holder else None,
                    target=facts.methodists[methodist].methodist,
                    teachers=teachers,
                    of=unit.teachers,
                )


def _place(m: Move) -> tuple[str, ...]:
    return (m.territory["name"], m.school["name"], m.school["id"], m.subject_area or "", m.source or "", m.target)


def _loads(work: Solved) -> Iterator[MethodistLoad]:
    """By code: all teachers of a methodist, those of schools elsewhere included."""
    before: dict[Id, int] = {}
    for row in work.facts.supports:
        before[row.methodist_id] = before.get(row.methodist_id, 0) + (row.teachers or 0)
    change: dict[Id, int] = {}
    for unit, to in work.given:
        for id, n in to.items():
            change[id] = change.get(id, 0) + n
        if unit.holder:
            change[unit.holder] = change.get(unit.holder, 0) - unit.teachers
    for worker in work.facts.problem.workers:
        row = work.facts.methodists[worker.id]
        units = sum(u.teachers for u in work.facts.problem.units if u.holder == worker.id)
        elsewhere = _elsewhere(work, worker.id)
        yield MethodistLoad(
            methodist=row.methodist,
            subject_area=row.subject_area,
            territory={"id": row.territory_id, "name": row.territory_name},
            fte=row.fte_hundredths / 100,
            most=worker.room + elsewhere,
            before=before[worker.id],
            after=units + elsewhere + change.get(worker.id, 0),
        )


def _elsewhere(work: Solved, methodist: Id) -> int:
    """Teachers of a methodist who lie outside the territory."""
    inside = {u.school for u in work.facts.problem.units}
    rows = (r for r in work.facts.supports if r.methodist_id == methodist and r.school_id not in inside)
    return sum(r.teachers or 0 for r in rows)


def _posts(work: Solved) -> dict[str | None, int]:
    quarters: dict[str | None, int] = {}
    for short in work.shortages:
        for area, n in short.quarters.items():
            quarters[area] = quarters.get(area, 0) + n
    return dict(sorted(quarters.items(), key=lambda item: item[0] or ""))


def _named(names: dict[Id, str], id: Id) -> dict[str, str]:
    return {"id": id, "name": names.get(id, id)}
