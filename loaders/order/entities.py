"""A reading of an act → entities of the graph. Pure: nothing is looked up but the register of territories."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from loaders.order import reading as r
from loaders.order.norms import norms_of
from ontology import ids, territories
from ontology.catalogue import function_id
from ontology.entities.base import Entity, Id
from ontology.entities.vocabulary import (
    AgreementStatus,
    Comparison,
    InteractionKind,
    Level,
    ObservationKind,
    OfficialRole,
    OrderKind,
    Periodicity,
    ReferenceKind,
    Role,
    SubjectKind,
    VariantReason,
)
from ontology.models import (
    Activity,
    Agreement,
    Assignment,
    Clause,
    Indicator,
    Interaction,
    LegalReference,
    NameVariant,
    Observation,
    Official,
    Order,
    Route,
    Step,
    Subject,
    Term,
    Territory,
)


def day(text: str | None) -> date | None:
    """An ISO date, or None."""
    return date.fromisoformat(text) if text else None


def order_kind(word: str) -> OrderKind:
    """The genre of an act; a genre that the list lacks is a local act."""
    return OrderKind(word) if word in set(OrderKind) else OrderKind.LOCAL_ACT


class _Act:
    """What the parts of one act share while it is turned into entities."""

    def __init__(self, reading: r.Reading) -> None:
        self.reading = reading
        self.order_id = reading.order.id
        self.places: dict[Id, Territory] = {}
        self.home = self.place(reading.order.region, reading.order.municipality)
        self.region = self.place(reading.order.region, None)
        self.country = self.place(None, None)
        self.addresses: dict[str, int] = {address: n for n, address in enumerate(reading.clauses)}

    def place(self, region: str | None, municipality: str | None) -> Id:
        """Id of a territory, which is kept to be written with all it lies in."""
        chain = territories.territories_of(region, municipality)
        self.places |= {t.id: t for t in chain}
        return territories.territory_id(region, municipality)

    def clause(self, address: str) -> Id:
        """Id of a clause; an address no clause text was kept for is still a clause, and what has none is the act's."""
        address = address or self.reading.order.kind or "акт"
        self.addresses.setdefault(address, len(self.addresses))
        return ids.clause_id(self.order_id, address)

    def clauses(self) -> Iterator[Clause]:
        for address, position in self.addresses.items():
            # an agreement named in several places is cited by all of them: «3.1.1; прил. 2, п. 5»
            known = (self.reading.clauses.get(a) for a in address.split("; "))
            text = "\n".join(c.text for c in known if c)
            yield Clause(
                id=ids.clause_id(self.order_id, address),
                address=address,
                position=position,
                text_sha256=ids.digest(text),
                text=text or None,
                order=self.order_id,
            )

    def territory_of(self, subject: r.Subject) -> Id:
        """Where a subject acts: its own municipality, else by its level: country, region, the act's territory."""
        if subject.municipality:
            return self.place(self.reading.order.region, subject.municipality)
        if subject.level == "federal":
            return self.country
        return self.region if subject.level == "regional" else self.home


def to_entities(reading: r.Reading) -> list[Entity]:
    """Return everything a reading says, ready to be validated and written; targets of references included."""
    act = _Act(reading)
    facts: list[Entity] = [
        *_references(act),
        *_subjects(act),
        *_assignments(act),
        *_variants(act),
        *_agreements(act),
        *_activities(act),
        *_indicators(act),
        *norms_of(reading, act.clause, region=act.home, country=act.country),
        *_interactions(act),
        *_routes(act),
        *_named(act),
    ]
    return [*act.places.values(), _order(act), *act.clauses(), *facts]


def _order(act: _Act) -> Order:
    o = act.reading.order
    return Order(
        id=act.order_id,
        kind=order_kind(o.kind),
        number=o.number or "",
        date=day(o.date),
        title=o.title or "",
        issuer=o.issuer or "",
        file_sha256=o.file_sha256 or None,
        territory=act.home,
    )


def _references(act: _Act) -> Iterator[LegalReference]:
    o = act.reading.order
    lists: Iterable[tuple[ReferenceKind, tuple[r.ActRef, ...]]] = (
        (ReferenceKind.REPEALS, o.repeals),
        (ReferenceKind.AMENDS, o.amends),
        (ReferenceKind.BASIS, o.basis),
    )
    seen: set[Id] = set()
    for kind, references in lists:
        for ref in references:
            id = ids.part_id(act.order_id, kind.value, ref.title, ref.number or "", ref.date or "")
            if id not in seen:
                seen.add(id)
                yield LegalReference(
                    id=id, kind=kind, title=ref.title, number=ref.number, date=day(ref.date), order=act.order_id
                )


def _subjects(act: _Act) -> Iterator[Subject]:
    for s in act.reading.subjects:
        yield Subject(
            id=s.id,
            name=s.name,
            short=s.short,
            level=Level(s.level) if s.level else None,
            kind=SubjectKind(s.kind),
            generic=s.generic,
            territory=act.territory_of(s),
            part_of=s.part_of,
            clause=act.clause(s.clause) if s.clause else None,
        )


def _assignments(act: _Act) -> Iterator[Assignment]:
    for n, a in enumerate(act.reading.assignments):
        for match in a.functions or (None,):
            yield Assignment(
                id=ids.assignment_id(a.id, match.code if match else None),
                statement=a.id,
                role=Role(a.role),
                position=n,
                quote_sha256=ids.digest(a.statement),
                quote=a.statement,
                named_as=a.named_as,
                confidence=a.confidence,
                score=match.score if match else None,
                why=match.why if match else None,
                subject=a.subject,
                function=function_id(match.code) if match else None,
                clause=act.clause(a.clause),
            )


def _variants(act: _Act) -> Iterator[NameVariant]:
    """The writings that were taken for a subject of another name, each with its reason: a review can undo one."""
    subjects = {s.id for s in act.reading.subjects}
    seen: set[Id] = set()
    for m in act.reading.merges:
        id = ids.part_id(act.order_id, "variant", m.subject, m.written, m.clause)
        if id not in seen and m.subject in subjects and m.clause:
            seen.add(id)
            yield NameVariant(
                id=id, written=m.written, why=VariantReason(m.why), subject=m.subject, clause=act.clause(m.clause)
            )


def _agreements(act: _Act) -> Iterator[Agreement]:
    for a in act.reading.agreements:
        yield Agreement(
            id=a.id,
            status=AgreementStatus(a.status),
            deadline=day(a.deadline),
            term_text=a.term_text,
            about=a.about,
            parties=tuple(dict.fromkeys(a.parties)),
            clause=act.clause(a.clause),
        )


def _activities(act: _Act) -> Iterator[Activity]:
    for n, a in enumerate(act.reading.activities):
        yield Activity(
            id=a.id,
            no=a.no,
            position=n,
            direction=a.direction,
            event=a.event,
            title=a.title,
            responsible_text=a.responsible,
            executors=a.executors,
            term_text=a.term_text,
            due=day(a.due),
            periodicity=Periodicity(a.periodicity) if a.periodicity else None,
            result=a.result,
            score=min((m.score for m in a.functions), default=None),
            responsible=tuple(dict.fromkeys(a.responsible_ids)),
            functions=tuple(function_id(m.code) for m in a.functions),
            clause=act.clause(a.clause),
        )


def _indicators(act: _Act) -> Iterator[Indicator | Observation]:
    for n, i in enumerate(act.reading.indicators):
        yield Indicator(
            id=i.id,
            no=i.no,
            position=n,
            group=i.group,
            name=i.name,
            unit=i.unit,
            target_op=Comparison(i.target.op) if i.target else None,
            target_value=i.target.value if i.target else None,
            target_period=i.target.period if i.target else None,
            clause=act.clause(i.clause),
        )
        for place, o in enumerate(i.observations):
            yield Observation(
                id=ids.part_id(i.id, "o", o.period or "", o.kind, str(place)),
                period=o.period or "",
                kind=ObservationKind(o.kind),
                value=o.value,
                written=o.text,
                indicator=i.id,
            )


def _interactions(act: _Act) -> Iterator[Interaction]:
    times: Counter[tuple[str, ...]] = Counter()
    for i in act.reading.interactions:
        # What is said, not its place in the act, tells interactions apart: one more above must not rename the rest.
        said = (i.from_, i.to, i.kind, i.clause, ids.digest(i.what))
        times[said] += 1
        yield Interaction(
            id=ids.part_id(act.order_id, "i", *said, str(times[said])),
            kind=InteractionKind(i.kind),
            what=i.what,
            source=i.from_,
            target=i.to,
            clause=act.clause(i.clause),
        )


def _routes(act: _Act) -> Iterator[Route | Step]:
    for route in act.reading.routes:
        yield Route(id=route.id, name=route.name, order=act.order_id)
        for step in route.steps:
            yield Step(
                id=ids.part_id(route.id, "step", str(step.order)),
                position=step.order,
                does=step.does,
                route=route.id,
                subject=step.subject,
                function=function_id(step.function) if step.function else None,
                clause=act.clause(step.clause),
            )


def _named(act: _Act) -> Iterator[Official | Term]:
    seen: set[Id] = set()
    for p in act.reading.persons:
        id = ids.part_id(act.order_id, "person", p.name, p.role, p.clause)
        if id not in seen:
            seen.add(id)
            yield Official(
                id=id, name=p.name, post=p.post, role=OfficialRole(p.role), note=p.note, clause=act.clause(p.clause)
            )
    for t in act.reading.terms:
        id = ids.part_id(act.order_id, "term", t.term, t.clause)
        if id not in seen:
            seen.add(id)
            yield Term(id=id, term=t.term, clause=act.clause(t.clause))
