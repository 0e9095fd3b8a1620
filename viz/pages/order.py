"""The page of an act: its clauses, and beside each what was read from it, with who has looked at it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any

from ontology.entities.vocabulary import OrderKind
from ontology.i18n import Lang, Translate, gettext, translator
from ontology.models import Clause, Order, Territory
from queries.answer import answer
from queries.store import GraphStore
from viz.acts.marked import Piece, pieces
from viz.acts.model import ReadAct, ReadFact
from viz.acts.outline import Place, outline
from viz.acts.shown import DECIDED, LIST_OF, LISTS, FactView, fact_view, words_of
from viz.address import Address
from viz.filters import one_of
from viz.model import Choice
from viz.render import render
from viz.text import clean

ONLY: Mapping[str, str] = MappingProxyType(
    {
        "low": gettext("only what is doubtful"),
        "unmapped": gettext("only statements without a function"),
        "changed": gettext("only what is to be reviewed again"),
        "decided": gettext("only what people decided"),
        "silent": gettext("only clauses nothing was read from"),
    }
)
KINDS: Mapping[str, str] = MappingProxyType(
    {
        OrderKind.PRIKAZ.value: gettext("Prikaz"),
        OrderKind.RASPORYAZHENIE.value: gettext("Rasporyazhenie"),
        OrderKind.POSTANOVLENIE.value: gettext("Postanovlenie"),
        OrderKind.LOCAL_ACT.value: gettext("Local act"),
    }
)


@dataclass(frozen=True, slots=True)
class ClauseView:
    """A clause with the pieces of its text, the facts read from it, and the other acts it speaks of."""

    place: Place
    pieces: tuple[Piece, ...]
    facts: tuple[FactView, ...]
    refers: tuple[Mapping[str, Any], ...] = ()


def order_page(
    store: GraphStore,
    act: ReadAct,
    *,
    only: str | None = None,
    kind: str | None = None,
    territory: str | None = None,
    as_of: date | None = None,
    lang: Lang,
) -> str:
    """The act `act`. `only`: a key of ONLY; `kind`: a list of facts (assignments, agreements, …). BadParameter."""
    _ = translator(lang)
    one_of("only", only, ONLY)
    one_of("kind", kind, LISTS)
    shown = [f for f in act.rows if _wanted(f, only, kind)]
    at = order_address(act, lang, as_of, territory, {"only": only, "kind": kind})
    counts = Counter(LIST_OF[f.kind] for f in act.rows)
    head = order_head(store, act, as_of, lang)
    spoken = spoken_of(act.clauses, head["references"])
    clauses = _clauses(act, shown, lang, spoken, silent=only == "silent", all_=not only and not kind)
    read = {f.clause for f in act.rows} | spoken.keys()
    silent = [p for p in outline(act.clauses) if not p.heading and p.clause.address not in read]
    return render(
        "order.html",
        at,
        act=act,
        head=head,
        only=only,
        kind=kind,
        only_options=[Choice(value, _(words)) for value, words in ONLY.items()],
        kind_options=[
            Choice(name, f"{_(words)} ({counts[name]})") for name, (_k, words) in LISTS.items() if counts[name]
        ],
        counts=[(name, _(words), counts[name]) for name, (_k, words) in LISTS.items() if counts[name]],
        doubtful=sum(bool(f.doubts) and f.status not in DECIDED for f in act.rows),
        unmapped=sum(_unmapped(f) and f.status != "rejected" for f in act.rows),
        changed=sum(f.status == "changed" for f in act.rows),
        decided=sum(f.status in DECIDED for f in act.rows),
        clauses=clauses,
        headings=[c.place for c in clauses if c.place.heading],
        shown=len(shown),
        silent=silent,
        read_clauses=sum(not p.heading for p in outline(act.clauses)) - len(silent),
        placeless=[fact_view(f, act, lang) for f in shown if f.clause not in {c.address for c in act.clauses}],
    )


def draft_shell(id: str, params: Mapping[str, str | None], *, as_of: date | None, lang: Lang) -> str:
    """The frame of a draft's page: what is in it comes once a key is given."""
    return render("order_draft.html", Address(f"/orders/{id}", lang, as_of, None, params, section=False))


def order_address(
    act: ReadAct, lang: Lang, as_of: date | None, territory: str | None, params: Mapping[str, str | None]
) -> Address:
    """Where the reader is; a draft stays a draft through all links of its page."""
    edition = {"edition": "draft"} if act.draft else {}
    return Address(f"/orders/{act.order.id}", lang, as_of, territory, {**params, **edition})


def order_title(order: Order, _: Translate) -> str:
    """What sort of act it is."""
    return _(KINDS[order.kind.value])


def force_of(order: Order, as_of: date | None) -> str:
    """Whether an act is in force on the day (today): in-force, repealed or not-yet."""
    day = as_of or date.today()
    if order.date and order.date > day:
        return "not-yet"
    return "repealed" if order.valid_until and order.valid_until <= day else "in-force"


def order_head(store: GraphStore, act: ReadAct, as_of: date | None, lang: Lang) -> dict[str, Any]:
    """What stands at the head: requisites, territory, force, references to other acts."""
    _ = translator(lang)
    known = (f for f in act.facts if isinstance(f, Territory) and f.id == act.order.territory)  # of a draft
    place = store.get(Territory, act.order.territory) or next(known, None)
    references: dict[str, list[Any]] = {}
    if act.draft is None:
        for row in answer(store, "legal_basis", {"order": act.order.id}, lang=lang, as_of=as_of).rows:
            references.setdefault(row["relation"], []).append(row["other"])
    else:
        names = {"basis": "rests-on"}
        for r in act.references:
            other = {"id": None, "number": r.number, "date": r.date, "title": r.title, "in_force": None}
            references.setdefault(names.get(r.kind.value, r.kind.value), []).append(other)
    editions = [
        (o, o["id"], act.order.id) if name in ("repeals", "amends") else (o, act.order.id, o["id"])
        for name in ("repeals", "amends", "repealed-by", "amended-by")
        for o in references.get(name, ())
        if o["id"]
    ]
    return {
        "kind": order_title(act.order, _),
        "territory": clean(place.name) if place else act.order.territory,
        "force": force_of(act.order, as_of),
        "references": references,
        "editions": editions,
    }


def clause_pieces(text: str | None, facts: Sequence[ReadFact], act: ReadAct) -> tuple[Piece, ...]:
    """The text of a clause, cut where the words of these facts stand."""
    said = [(f"fact-{act.paths.get(f.kind, '')}-{f.id}", words_of(f)) for f in facts if f.status != "rejected"]
    return tuple(pieces(text, said))


def _wanted(fact: ReadFact, only: str | None, kind: str | None) -> bool:
    if kind and LIST_OF[fact.kind] != kind:
        return False
    match only:
        case "low":
            return bool(fact.doubts) and fact.status not in DECIDED
        case "unmapped":
            return _unmapped(fact) and fact.status != "rejected"
        case "changed":
            return fact.status == "changed"
        case "decided":
            return fact.status in DECIDED
        case "silent":
            return False
    return True


def _unmapped(fact: ReadFact) -> bool:
    return fact.kind == "Assignment" and getattr(fact.entity, "function", None) is None


def spoken_of(
    clauses: Sequence[Clause], references: Mapping[str, Sequence[Mapping[str, Any]]]
) -> dict[str, list[Mapping[str, Any]]]:
    """Clause → the acts it amends or repeals, by the number of the act in its words. References have no clause of their
    own, so without the text none is known."""
    found: dict[str, list[Mapping[str, Any]]] = {}
    for relation in ("amends", "repeals"):
        for other in references.get(relation, ()):
            number = re.escape(clean(other["number"]))
            where = re.compile(rf"(?:№|N)\s*{number}(?![\w/-])", re.IGNORECASE)
            for clause in clauses:
                if number and clause.text and where.search(clause.text):
                    found.setdefault(clause.address, []).append({**other, "relation": relation})
    return found


def _clauses(
    act: ReadAct,
    shown: Sequence[ReadFact],
    lang: Lang,
    spoken: Mapping[str, Sequence[Mapping[str, Any]]],
    *,
    silent: bool,
    all_: bool,
) -> list[ClauseView]:
    """Every clause, or those that something shown was read from, or those nothing was read from."""
    own: dict[str, list[ReadFact]] = {}
    for fact in shown:
        own.setdefault(fact.clause, []).append(fact)
    places = outline(act.clauses)
    rows_of: dict[str, list[ReadFact]] = {}  # a table's text holds the words of its rows
    for place in places:
        if place.table is not None:
            rows_of.setdefault(place.table.address, []).extend(own.get(place.clause.address, []))
    rank = {kind: n for n, (kind, _) in enumerate(LISTS.values())}
    read = {f.clause for f in act.rows} | spoken.keys()
    found: list[ClauseView] = []
    for place in places:
        address = place.clause.address
        facts = sorted(own.get(address, []), key=lambda f: (rank[f.kind], getattr(f.entity, "position", 0), f.id))
        if not (all_ or facts or (silent and address not in read and not place.heading)):
            continue
        views = tuple(fact_view(f, act, lang) for f in facts)
        refers = tuple(spoken.get(address, ())) if all_ else ()
        said = clause_pieces(place.clause.text, [*facts, *rows_of.get(address, [])], act)
        found.append(ClauseView(place, said, views, refers))
    return found
