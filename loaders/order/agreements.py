"""Agreements that an act requires, plans or reports: in statements, road maps, indicators and prose."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from rapidfuzz import fuzz

from loaders.order import parties as who
from loaders.order.named import Named
from loaders.order.reading import Indicator
from loaders.order.registry import Entry
from loaders.order.relations import AgreementDraft, Seen
from loaders.order.surroundings import named_in
from loaders.order.terms import due
from loaders.order.told import WITH, section_owners, unread
from loaders.order.wording import tidy

Status = Literal["required", "planned", "concluded", "expired"]
CONCLUDED = who.whole("concluded")
EXPIRED = who.whole("expired")
TERM = re.compile(r"(?:в\s+срок\s+)?(?:до|не\s+позднее)\s+\d{1,2}[\s.][^,;()]{2,24}?(?:20\d\d)(?:\s*г(?:ода|\.)?)?")
RIGHTS = re.compile(r"\bправ[оа]\b|\bвправе\b", re.I)
COUNT = re.compile(r"(?<![а-яё])(тр[её]х|дву|двух|четыр[её]х|много)сторонн", re.I)


@dataclass(frozen=True, slots=True)
class _Mention:
    """A sentence about an agreement: `told` when it names parties, else only its doers are known; `matter` is what the
    agreement is about; `open` when it is said of nobody, so that a party may be missing."""

    draft: AgreementDraft
    matter: str
    told: bool
    open: bool = False


def collect(seen: Seen) -> tuple[AgreementDraft, ...]:
    """The agreements of an act, in the order of its text; one that is named in several places is one, with all their
    clauses and the term of the road map. A place that names no party adds to an agreement known from another, or
    tells nothing."""
    named = named_in(seen)
    mentions = [*_stated(seen, named), *_told(seen, named), *_planned(seen, named), *_counted(seen, named)]
    result: list[_Mention] = []
    for m in (*(m for m in mentions if m.told), *(m for m in mentions if not m.told)):
        same = next((n for n, a in enumerate(result) if _same(a, m)), None)
        if same is not None:
            result[same] = replace(result[same], draft=_joined(result[same].draft, m.draft))
        elif m.told:
            result.append(m)
    return tuple(m.draft for m in result)


def _stated(seen: Seen, named: Named) -> Iterator[_Mention]:
    """Duties to conclude; a statement given to two subjects makes both of them parties."""
    doers: dict[tuple[str, str], list[Entry]] = {}
    for d in seen.drafts:
        doers.setdefault((d.statement, d.clause), []).append(d.entry)
    for (statement, clause), entries in doers.items():
        yield from _found(statement, entries, named, clause)


def _told(seen: Seen, named: Named) -> Iterator[_Mention]:
    """Prose that gives nobody a duty: what was concluded, what agreements are about; rights are none."""
    lead = ""
    companions = section_owners(seen)
    for u, own in unread(seen):
        if u.text.rstrip().endswith(":") or u.heading:
            lead = u.text
        if RIGHTS.search(lead) and u.kind in {"item", "bullet", "point"}:
            continue
        for sentence in own:
            if not RIGHTS.search(sentence):
                doers = companions.get(u.start, ()) if WITH.match(sentence) else ()
                yield from _found(sentence, doers, named, u.address)


def _planned(seen: Seen, named: Named) -> Iterator[_Mention]:
    for a in seen.activities:
        doers = [seen.registry.entries[int(n)] for n in a.responsible_ids]
        for m in _found(a.title, doers, named, a.clause):
            yield replace(m, draft=replace(m.draft, status="planned", deadline=a.due, term_text=a.term_text))


def _counted(seen: Seen, named: Named) -> Iterator[_Mention]:
    """«Количество заключённых с X соглашений»: planned for the last year that has a value."""
    for i in seen.indicators:
        for m in _found(i.name, [], named, i.clause):
            last = _last(i)
            status: Status = "planned" if last else m.draft.status
            day = f"{last}-12-31" if last else None
            yield replace(m, draft=replace(m.draft, status=status, deadline=day, term_text=last))


def _last(i: Indicator) -> str | None:
    years = [o.period[:4] for o in i.observations if o.kind == "plan" and o.period]
    return max(years, default=None)


def _found(text: str, doers: Sequence[Entry], named: Named, clause: str) -> Iterator[_Mention]:
    for span in who.mentions(text):
        begin, at, stop = span
        agreed = who.parties(text, span, doers, named, clause)
        if not agreed and not (doers and who.matter(text, span)):
            continue
        sentence = tidy(text[begin:stop])
        term = TERM.search(sentence)
        day: date | None = due(term.group(0)) if term else None
        draft = AgreementDraft(
            parties=tuple(agreed) or tuple(doers),
            about=sentence,
            status=_status(text[begin:at], text[at:stop]),
            clause=clause,
            deadline=day.isoformat() if day else None,
            term_text=term.group(0) if term else None,
        )
        yield _Mention(draft, who.matter(text, span), bool(agreed), not doers)


def _status(before: str, after: str) -> Status:
    if EXPIRED.search(before) or EXPIRED.search(after):
        return "expired"
    return "concluded" if CONCLUDED.search(before) or CONCLUDED.search(after) else "required"


def _same(one: _Mention, other: _Mention) -> bool:
    """Whether two places speak of one agreement: the same parties, or one names fewer of them and calls the paper by
    the same words."""
    a, b = {id(p) for p in one.draft.parties}, {id(p) for p in other.draft.parties}
    if not other.told:
        return bool(a & b) and fuzz.token_sort_ratio(one.matter, other.matter) >= 85
    if a == b:
        return True
    if not (a < b or b < a) or one.draft.clause == other.draft.clause:
        return False
    if (one.open and a < b) or (other.open and b < a):
        return True
    texts = one.draft.about, other.draft.about
    return all(COUNT.search(t) for t in texts) or all(who.HIRED.search(t) for t in texts)


def _joined(one: AgreementDraft, other: AgreementDraft) -> AgreementDraft:
    clauses = one.clause if other.clause in one.clause.split("; ") else f"{one.clause}; {other.clause}"
    return replace(
        one,
        parties=tuple({id(p): p for p in (*one.parties, *other.parties)}.values()),
        clause=clauses,
        status=other.status if one.status == "required" and other.status in {"concluded", "expired"} else one.status,
        deadline=other.deadline or one.deadline,
        term_text=other.term_text or one.term_text,
    )
