"""The page of responsibility: a question in plain words, an answer in sentences with the clause of each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from ontology.errors import InputError, NotFound
from ontology.i18n import Lang, translator
from queries.answer import answer
from queries.store import GraphStore
from queries.words import split_question
from viz import styles
from viz.address import Address
from viz.common import chosen_territory, function_choices, territory_choices
from viz.model import Choice
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
    says what the words were taken for. Words that mean nothing known are answered on the page, with what to do.
    """
    asked_function, asked_territory = function, territory
    if q and q.strip():
        words, where = split_question(q)
        asked_function, asked_territory = words, where or territory
    problem: Problem | None = None
    place = None
    body: dict[str, Any] | None = None
    try:
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
        "responsibility.html.j2",
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
    nobody = body["nobody"]
    words, remedy = styles.REASONS.get(nobody["reason"], ("", "")) if nobody else ("", "")
    _ = translator(lang)
    return {
        "function": body["params"]["function"],
        "nobody": nobody,
        "nobody_reason": _(words) if words else "",
        "nobody_remedy": _(remedy) if remedy else "",
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
    options = []
    for other in body["alternatives"]:
        about = other.get("param", "function")
        change = {"function": other["code"]} if about == "function" else {"function": taken, "territory": other["id"]}
        label = other.get("label") or other.get("name") or ""
        options.append(Choice(at.here(q=None, **change), clean(label)))
    return options
