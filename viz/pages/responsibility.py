"""The page of responsibility: a question in plain words, an answer in sentences with the clause of each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from ontology.errors import InputError, NotFound
from ontology.i18n import Lang, translator
from queries.answer import answer
from queries.store import GraphStore
from queries.understand import understand
from viz import styles
from viz.address import Address
from viz.common import chosen_territory, function_choices, territory_choices
from viz.model import Choice
from viz.pages.answer import answer_page
from viz.pages.coverage import coverage_page
from viz.pages.load import load_page
from viz.problem import Problem, problem_of
from viz.render import render
from viz.text import clean

Line = Mapping[str, Any]


def responsibility_page(
    store: GraphStore,
    *,
    function: str | None = None,
    territory: str | None = None,
    q: str | None = None,
    as_of: date | None = None,
    lang: Lang,
) -> str:
    """Who holds a function: `q` is a whole question, or `function` and `territory` are words, ids or codes.

    A question that names no territory is answered for `territory`, else for the first region with an order; the page
    says what the words were taken for. Words that mean nothing known are answered on the page, with what to do. A
    question about coverage or load gets the page of that, any other one a table.
    """
    asked_function, asked_territory = function, territory
    problem: Problem | None = None
    place = None
    body: dict[str, Any] | None = None
    try:
        if q and q.strip():
            meant = understand(store, q, as_of or date.today(), lang)
            asked_function, asked_territory = meant.words.get("function"), meant.words.get("territory") or territory
            if meant.question == "coverage":
                status = meant.words.get("status")
                return coverage_page(store, territory=asked_territory, status=status, as_of=as_of, lang=lang)
            if meant.question == "load":
                return load_page(store, territory=asked_territory, as_of=as_of, lang=lang)
            if meant.question != "responsibility":
                return answer_page(store, meant, q=q, as_of=as_of, lang=lang)
        place = chosen_territory(store, asked_territory)
        if asked_function and place:
            given = {"function": asked_function, "territory": place.id}
            body = answer(store, "responsibility", given, lang=lang, as_of=as_of).model_dump(mode="json")
    except (NotFound, InputError) as error:
        problem = problem_of(error, lang)
    at = Address(
        "/responsibility", lang, as_of, place.id if place else None, {"q": q, "function": None if q else function}
    )
    return render(
        "responsibility.html",
        at,
        asked=q or "",
        function=function,
        territory=place,
        choices=territory_choices(store, lang),
        functions=function_choices(store, lang),
        answer=_answer(body, lang) if body else None,
        alternatives=_alternatives(body, at) if body else [],
        problem=problem,
    )


def _answer(body: Mapping[str, Any], lang: Lang) -> dict[str, Any]:
    """What the page says: the function, the rows in groups, or why nobody holds it."""
    return {
        "function": body["params"]["function"],
        "nobody": body["nobody"],
        "notes": body["notes"],
        "groups": _groups(body["rows"], lang),
        "quoted": any(row["quote"] for row in body["rows"]),
    }


def _groups(rows: Sequence[Line], lang: Lang) -> list[tuple[str, list[Line]]]:
    """Rows of the territory itself, then the chain upward, then below; each in the order of the answer."""
    _ = translator(lang)
    groups: dict[str, list[Line]] = {}
    for row in rows:
        name = clean(row["territory"]["name"])
        heading = {
            "own": _("In the territory itself: {name}", name=name),
            "above": _("Above: {name}", name=name),
            "below": _("Within it: {name}", name=name),
        }[row["territory"]["relation"]]
        groups.setdefault(heading, []).append(row)
    return list(groups.items())


def _alternatives(body: Mapping[str, Any], at: Address) -> list[Choice]:
    """Other meanings of the words, each as the address of its answer."""
    taken = body["params"]["function"]["code"]
    kinds = {"function": styles.HIT_KINDS["function"], "territory": styles.HIT_KINDS["territory"]}
    _ = translator(at.lang)
    options = []
    for other in body["alternatives"]:
        change = {"function": taken, other["param"]: other["code"] or other["id"]}
        label, note = clean(other["name"]), _(kinds.get(other["param"], ""))
        options.append(Choice(at.here(q=None, **change), label, note))
    return options
