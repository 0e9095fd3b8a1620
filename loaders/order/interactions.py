"""Who acts towards whom: statements, activities, prose, the control of the act and the sources of a monitoring."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.order import parties as agreed
from loaders.order.agents import by_participle, within_own_body
from loaders.order.bonds import STOP, Bond, bound
from loaders.order.named import Named
from loaders.order.registry import Entry
from loaders.order.relations import AgreementDraft, InteractionDraft, Seen
from loaders.order.sources import controlled, operator, told_by
from loaders.order.surroundings import named_in
from loaders.order.told import partners, said, turned

BETWEEN = re.compile(r"(?<![а-яё])между(?![а-яё])", re.I)
GIVEN = frozenset({"trains", "supports"})  # what the partner does, when an item tells what the parties agree about


def collect(seen: Seen, agreements: Sequence[AgreementDraft] = ()) -> tuple[InteractionDraft, ...]:
    """The interactions of an act, in the order of its text, then those of its agreements which it tells no more of."""
    named = named_in(seen)
    drafts: dict[tuple[int, int, str, str], InteractionDraft] = {}
    for draft in (
        *_stated(seen, named),
        *_planned(seen, named),
        *_told(seen, named),
        *controlled(seen),
        *told_by(seen, named),
        *_measured(seen, named),
    ):
        if draft.source is not draft.target:
            drafts.setdefault((id(draft.source), id(draft.target), draft.kind, draft.clause), draft)
    for draft in _agreed(agreements, tuple(drafts.values())):
        drafts.setdefault((id(draft.source), id(draft.target), draft.kind, draft.clause), draft)
    return tuple(drafts.values())


def _agreed(agreements: Sequence[AgreementDraft], known: tuple[InteractionDraft, ...]) -> Iterator[InteractionDraft]:
    """Who agrees with whom, unless the text says how they act together or, by «между» and by a list of many, puts
    none of them first."""
    told = {frozenset((id(i.source), id(i.target))) for i in known if i.kind == "coordinates"}
    for a in agreements:
        if len(a.parties) == 2 and not BETWEEN.search(a.about) and frozenset(map(id, a.parties)) not in told:
            yield InteractionDraft(*a.parties, "coordinates", a.about, a.clause.split("; ")[0])


def _stated(seen: Seen, named: Named) -> Iterator[InteractionDraft]:
    bonds: dict[str, tuple[Bond, ...]] = {}
    given = partners(seen, named)
    for d in seen.drafts:
        if d.statement not in bonds:
            bonds[d.statement] = bound(d.statement, named)
        own = bonds[d.statement]
        if d.start in given:  # «взаимодействует с центром по вопросам: обучения тьюторов»: the centre teaches
            colon = d.statement.find(":")
            matters = tuple(b for b in own if b.at > colon and b.wording.kind in GIVEN)
            yield from _drafts(matters, given[d.start], d.statement, d.clause, named)
            own = tuple(b for b in own if b.at <= colon)
        yield from _drafts(own, (d.entry,), d.statement, d.clause, named)
        yield from _concluded(d.statement, (d.entry,), d.clause, named)


def _planned(seen: Seen, named: Named) -> Iterator[InteractionDraft]:
    for a in seen.activities:
        doers = tuple(seen.registry.entries[int(n)] for n in a.responsible_ids)
        if doers:
            yield from _drafts(bound(a.title, named), doers, a.title, a.clause, named)
            yield from _concluded(a.title, doers, a.clause, named)
            if a.result:  # «доклад в правительство» as the result expected
                told = tuple(b for b in bound(a.result, named) if b.wording.kind == "reports")
                yield from _drafts(told, doers, a.result, a.clause, named)


def _told(seen: Seen, named: Named) -> Iterator[InteractionDraft]:
    """Sentences that give nobody a function and yet say who acts towards whom."""
    for s in said(seen, named):
        yield from _drafts(bound(s.text, named), s.doers, s.text, s.clause, named)
        yield from _concluded(s.text, s.doers, s.clause, named)
    for index, u in enumerate(seen.units):
        if seen.used.get(index) not in {"table", "indicator", "heading"} and u.kind != "row":
            yield from turned(u.text, u.address, named)


def _measured(seen: Seen, named: Named) -> Iterator[InteractionDraft]:
    """What a monitoring measures tells who does it: «Организация в ОО сопровождения …», «…, реализуемых в ОО»."""
    if operator(seen) is None:
        return
    for i in seen.indicators:
        ends = named.ends.find(i.name)
        places = [e for e in ends if e.preposition == "в" and "loct" in e.cases]
        doers = tuple(named.entries(places[0], "loct", i.clause, make=False)) if places else ()
        if doers:
            yield from _drafts(bound(i.name, named), doers, i.name, i.clause, named)


def _concluded(text: str, doers: tuple[Entry, ...], clause: str, named: Named) -> Iterator[InteractionDraft]:
    """Whoever must conclude an agreement, or see to it that others do, brings the parties together."""
    for span in agreed.mentions(text):
        for other in agreed.invited(text, span, named, clause):
            for doer in doers:
                yield InteractionDraft(doer, other, "coordinates", text[span[0] : span[2]].strip(), clause)


def _drafts(
    bonds: tuple[Bond, ...], doers: tuple[Entry, ...], what: str, clause: str, named: Named
) -> Iterator[InteractionDraft]:
    for bond in bonds:
        others = named.entries(bond.end, bond.case, clause)
        if not others and bond.wording.roles:
            others = named.of_system(bond.end, bond.case, clause)
        if not others and bond.wording.founds and len(doers) == 1:
            others = named.owned(bond.end, doers[0], clause)
        acting = _place(bond, what, named, clause) or by_participle(bond, what, named, clause) or doers
        for other in others:
            if bond.wording.only is not None and other.kind != bond.wording.only:
                continue
            for doer in acting:
                if within_own_body(doer, other):
                    continue
                source, target = (other, doer) if bond.wording.inward else (doer, other)
                yield InteractionDraft(source, target, bond.wording.kind, what, clause)
                if bond.wording.back:
                    yield InteractionDraft(target, source, bond.wording.back, what, clause)


def _place(bond: Bond, text: str, named: Named, clause: str) -> tuple[Entry, ...]:
    """Who teaches when the place tells it: «обучение тьюторов в центре», «стажировка методистов на базе школы»."""
    if not bond.wording.place:
        return ()
    for end in named.ends.find(text):
        after = end.at >= bond.end.end and not STOP.search(text[bond.end.end : end.at])
        if after and ((end.preposition == "в" and "loct" in end.cases) or end.preposition == "базе"):
            return tuple(named.entries(end, "loct" if end.preposition == "в" else "gent", clause))
    return ()
