"""An act's text in, a `Reading` out: the grammar's parts put together, ids given, nothing dropped in silence."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from loaders.order import (
    act,
    agreements,
    glossary,
    indicators,
    interactions,
    limits,
    measures,
    officials,
    places,
    references,
    roadmap,
    routes,
    tables,
    terms,
)
from loaders.order.account import account
from loaders.order.addresses import clauses
from loaders.order.clauses import segment
from loaders.order.levels import level_all, of_act
from loaders.order.parents import note_parents, settle
from loaders.order.reading import (
    ActRef,
    Assignment,
    ClauseText,
    FunctionMatch,
    Merge,
    Order,
    Reading,
    Subject,
    Term,
)
from loaders.order.recognise import is_act
from loaders.order.registry import Entry, Registry
from loaders.order.relations import Relations, Seen
from loaders.order.statements import Walker
from loaders.order.structure import Levels
from loaders.text import blocks
from ontology.errors import NotAnOrder
from ontology.ids import order_id, statement_id, subject_id
from ontology.territories import territory_id

Matcher = Callable[[str], Sequence[FunctionMatch]]


def read_order(text: str, file_sha256: str, name: str, matcher: Matcher | None = None) -> Reading:
    """Read the text of an act. `matcher` gives the catalogue's functions of a statement (none: unmapped).

    Raises NotAnOrder when the text has nothing of a legal act in it. Pure: the same text gives the same reading.
    """
    paragraphs = blocks(text)
    if not is_act(paragraphs):
        raise NotAnOrder(
            "the text is no legal act", where=name, mend="Give an order, a regulation or another act with its text"
        )
    kind = act.kind_of([b for b in paragraphs if b.kind == "paragraph"])
    parts, units = segment(paragraphs, kind)
    head = act.read_head(paragraphs, parts, units)
    territory = territory_id(head.region, head.municipality)
    oid = order_id(territory, head.kind, head.number or "б/н", head.date)

    registry, levels = Registry(), Levels()
    prose = [b.text for b in paragraphs if b.kind == "paragraph"]
    registry.learn(prose)
    walker = Walker(parts, units, registry, levels)
    walker.run()
    labels = {
        i: next((u.address for u in units if u.part == i and u.kind in {"appendix", "plain"} and not u.number), p.label)
        for i, p in enumerate(parts)
    }
    found = tables.collect(units)
    for table in found:
        if table.kind == "other":
            continue
        for row in table.rows:
            if isinstance(row, tables.Row):
                walker.used.update(dict.fromkeys(row.units, "table"))
        walker.used.update(dict.fromkeys(table.header_units, "table"))
        walker.used.update(dict.fromkeys(table.group_units, "table"))
        if table.kind == "functions":
            caption = "" if "no" in table.columns else table.caption
            walker.table(table, tables.cited(table, labels.get(table.part, ""), caption))
    for table in found:
        if table.kind == "roadmap":
            for row, _ in table.records():
                place = roadmap.place(table, row, labels)
                walker.charged(roadmap.cell(table, row, "title"), row.first, place)
    year = head.date.year if head.date else None
    about = {i: p.title if terms.span_of(p.title) else head.title or "" for i, p in enumerate(parts)}
    activities = roadmap.activities(found, labels, oid, registry, about, year)
    measured = [*measures.from_lists(units, oid, walker.used), *indicators.from_tables(found, labels, oid, year)]

    act_level = of_act(head.school, head.municipality, head.issuer)
    note_parents(prose, registry)
    for a in activities:
        for n in a.responsible_ids:
            registry.entries[int(n)].clause = registry.entries[int(n)].clause or a.clause
    relations = _relations(
        Seen(
            head,
            parts,
            units,
            labels,
            registry,
            walker.drafts,
            activities,
            walker.used,
            measured,
            found,
            walker.default,
        )
    )
    named = {int(n) for a in activities for n in a.responsible_ids}
    for entry, clause in relations.subjects():
        entry.clause = entry.clause or clause
        named.add(registry.entries.index(entry))
    kept = [e for i, e in enumerate(registry.entries) if e.used or e.listed or i in named]
    kept = settle(kept, registry, head.issuer)
    level_all(kept, act_level, prose)
    ids = _subject_ids(kept, head.region, head.municipality)
    subjects = tuple(_subject(e, ids, act_level, head.municipality) for e in kept)
    shown = [
        a.model_copy(
            update={
                "responsible_ids": tuple(ids[id(registry.entries[int(n)])] for n in a.responsible_ids),
                "functions": tuple(matcher(a.title)) if matcher else (),
            }
        )
        for a in activities
    ]
    assignments = []
    for d in walker.drafts:
        sid = ids[id(d.entry)]
        functions = tuple(matcher(d.statement)) if matcher else ()
        assignments.append(
            Assignment(
                id=statement_id(oid, sid, d.clause, d.statement),
                subject=sid,
                statement=d.statement,
                clause=d.clause,
                role=d.role,
                functions=functions,
                confidence=d.confidence,
                named_as=registry.merges.said(d.entry, d.clause),
            )
        )
    texts = {a: ClauseText(address=a, text=c.text, sha256=c.sha256) for a, c in clauses(units).items()}
    introduced = {s.clause for s in subjects}
    listed = glossary.listed(units, walker.used)
    unread, coverage = account(text, parts, units, walker.used, walker.heard, walker.drafts, introduced)
    related = relations.named(oid, ids)
    own = (ActRef(number=head.number, date=head.date.isoformat() if head.date else None),)
    repeals = references.without(references.repealed(units, parts), own)
    amends = references.without(references.amended(units, parts), own)
    order = Order(
        id=oid,
        issuer=head.issuer,
        kind=head.kind,
        number=head.number,
        date=head.date.isoformat() if head.date else None,
        title=head.title,
        region=head.region,
        municipality=head.municipality,
        repeals=repeals,
        amends=amends,
        basis=references.without(references.basis_of(units, parts), repeals, amends, own),
        file_sha256=file_sha256,
    )
    return Reading(
        order=order,
        subjects=subjects,
        assignments=tuple({a.id: a for a in assignments}.values()),
        agreements=related.agreements,
        activities=tuple(shown),
        indicators=tuple(measured),
        interactions=related.interactions,
        routes=routes.with_functions(related.routes, matcher),
        terms=tuple(Term(term=t, clause=c) for t, c in dict.fromkeys([*walker.terms, *listed])),
        norms=tuple(limits.norms(units, walker.used, measured, activities)),
        persons=officials.people(officials.persons_of(units, parts, kind), shown),
        unread=unread,
        coverage=coverage,
        merges=tuple(_merges(registry, ids)),
        clauses=texts,
    )


def _merges(registry: Registry, ids: dict[int, str]) -> Iterator[Merge]:
    for m in registry.merges.found:
        if subject := ids.get(id(m.entry)):
            yield Merge(subject=subject, written=m.written, why=m.why, clause=m.clause)


def _relations(seen: Seen) -> Relations:
    agreed = agreements.collect(seen)
    acting = interactions.collect(seen, agreed)
    return Relations(agreed, acting, routes.collect(seen, acting))


def _subject_ids(entries: list[Entry], region: str | None, town: str | None) -> dict[int, str]:
    """Ids of the subjects, each in the territory it acts in (the same rule as `entities.territory_of`)."""
    ids = {}
    for e in entries:
        if own := places.municipality_of(e.name):
            place = territory_id(region, own)
        elif e.level == "federal":
            place = territory_id(None, None)
        else:
            place = territory_id(region, None if e.level == "regional" else town)
        ids[id(e)] = subject_id(place, e.name)
    return ids


GENERIC = re.compile(
    r"^(?:муниципальн|методическ|педагогическ|школьн|образовательн|общеобразовательн|предметн|профессиональн|районн|городск|"
    r"территориальн|межмуниципальн|межшкольн|опорн|стажировочн|дошкольн|наставническ)\w*",
    re.I,
)


def _subject(e: Entry, ids: dict[int, str], act_level: str, town: str | None) -> Subject:
    kind = e.kind if e.kind != "short" else "organisation"
    named = bool(re.search(r"«[А-ЯЁA-Z][^»]{3,}»", e.name.split(",")[0])) and kind != "pair" and not e.plural
    municipality = places.municipality_of(e.name)
    if municipality is None and act_level != "regional" and e.level in {"municipal", "institutional"}:
        municipality = town
    singular_town = e.level == "municipal" and municipality is not None and not e.plural
    generic = (
        not named
        and kind != "federal-operator"
        and (
            e.plural
            or kind == "pair"
            or (e.level == "institutional" and act_level != "institutional")
            or (e.level == "municipal" and not singular_town and act_level == "regional")
        )
    )
    return Subject(
        id=ids[id(e)],
        name=e.name,
        short=e.short,
        level=e.level,
        kind=kind,
        generic=bool(generic),
        part_of=ids.get(id(e.parent)) if e.parent is not None else None,
        clause=e.clause or "",
        municipality=municipality,
    )
