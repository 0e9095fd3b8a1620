"""Counts of teachers when schools are joined."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date as Day

from ontology.entities.base import Id
from ontology.ids import part_id
from ontology.models import Headcount


def added_up(counts: Iterable[Headcount], school: Id, as_of: Day) -> list[Headcount]:
    """The latest counts up to the day, added up by school subject as those of one school.

    A total is added to the sum over school subjects where another school has counted only those, as `load` takes them.
    Later counts go: they tell of schools that are no more.
    """
    latest: dict[tuple[Id, str | None], Headcount] = {}
    for count in sorted(counts, key=lambda c: (c.date, c.id)):
        if count.date <= as_of:
            latest[count.subject, count.subject_area] = count
    if not latest:
        return []
    schools = sorted({subject for subject, _ in latest})
    areas = sorted({area for _, area in latest if area})
    day, invented = max(c.date for c in latest.values()), any(c.invented for c in latest.values())

    def of(school_id: Id, area: str | None) -> int:
        own = latest.get((school_id, area))
        return own.teachers if own else 0

    sums: dict[str | None, int] = {area: sum(of(s, area) for s in schools) for area in areas}
    if any((s, None) in latest for s in schools):
        sums[None] = sum(of(s, None) if (s, None) in latest else sum(of(s, a) for a in areas) for s in schools)
    return [
        Headcount(
            id=part_id(school, "joined", day.isoformat(), area or ""),
            subject=school,
            date=day,
            subject_area=area,
            teachers=teachers,
            invented=invented,
        )
        for area, teachers in sums.items()
    ]
