"""The page where one asks in plain words: who is responsible in sentences, all else by its page or a table."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from ontology.errors import BadParameter, InputError, NotFound
from ontology.i18n import Lang, translator
from queries.answer import answer
from queries.plain_words import FINDINGS
from queries.questions import QUESTIONS
from queries.store import GraphStore
from queries.understand import Understood, understand
from viz import styles
from viz.address import Address
from viz.common import chosen_territory, function_choices, territory_choices
from viz.model import Choice, Chosen
from viz.pages.answer import answer_page, data_lists
from viz.pages.coverage import coverage_page
from viz.pages.responsibility.found import findings_answer
from viz.pages.responsibility.helping import askers, nearest
from viz.pages.responsibility.said import ABOVE, chain_of, next_steps, parts_of
from viz.problem import Problem, problem_of
from viz.render import render
from viz.text import clean

__all__ = ["responsibility_page"]


def responsibility_page(
    store: GraphStore,
    *,
    function: str | None = None,
    territory: str | None = None,
    q: str | None = None,
    question: str | None = None,
    given: Mapping[str, str] | None = None,
    sort: str | None = None,
    page: str | None = None,
    as_of: date | None = None,
    lang: Lang,
) -> str:
    """The answer to `q`, a whole question in plain words, or to `question`, one of the registry with the parameters
    `given`; else who holds `function` in `territory` (words, ids or codes).

    A question that names no territory is answered for `territory`, else for the first region with an order; the page
    says what the words were taken for. Words that mean nothing known are answered on the page, with what comes nearest
    and what can be asked. Raises BadParameter for a question or a page of rows that does not exist.
    """
    meant: Understood | None = None
    problem: Problem | None = None
    if question:
        meant = _named(question, given or {})
    elif q and q.strip():
        meant = understand(store, q, as_of or date.today(), lang)
    if meant is not None and meant.question != "responsibility":
        try:
            return _elsewhere(store, meant, q or "", territory, sort, page, as_of, lang)
        except (NotFound, InputError) as error:
            problem = problem_of(error, lang)
    asked_function, asked_territory = function, territory
    if meant is not None and meant.question == "responsibility":
        asked_function, asked_territory = meant.words.get("function"), meant.words.get("territory") or territory
    place, body = None, None
    try:
        place = chosen_territory(store, asked_territory)
        if asked_function and place and problem is None:
            words = {"function": asked_function, "territory": place.id}
            level = (meant.words.get("level") if meant else None) or ""
            words |= {"level": level} if level else {}
            body = answer(store, "responsibility", words, lang=lang, as_of=as_of).model_dump(mode="json")
    except (NotFound, InputError) as error:
        problem = problem_of(error, lang)
    if place is None and problem is not None:
        place = chosen_territory(store, None)
    kept = {"q": q, "function": None if q else asked_function}
    at = Address("/responsibility", lang, as_of, place.id if place else None, kept)
    return _page(store, at, place, q or "", function, body, problem)


def _named(question: str, given: Mapping[str, str]) -> Understood:
    if question not in QUESTIONS and question != FINDINGS:
        names = ", ".join(QUESTIONS)
        raise BadParameter("There is no question «{name}»", mend="Questions: {names}", name=question[:80], names=names)
    return Understood(question=question, words={n: v for n, v in given.items() if v.strip()})


def _elsewhere(
    store: GraphStore,
    meant: Understood,
    q: str,
    territory: str | None,
    sort: str | None,
    page: str | None,
    as_of: date | None,
    lang: Lang,
) -> str:
    """The page or table that answers anything but a question of responsibility."""
    words, day = meant.words, meant.as_of or as_of
    where = words.get("territory") or territory
    if meant.question == "coverage" and "function" not in words:
        return coverage_page(
            store,
            territory=where,
            level=words.get("level"),
            direction=words.get("direction"),
            status=words.get("status"),
            asked=q or None,
            as_of=day,
            lang=lang,
        )
    if meant.question == FINDINGS:
        return findings_answer(store, q, where, words.get("kind"), as_of=day, lang=lang)
    return answer_page(store, meant, q=q, territory=territory, sort=sort, page=page, as_of=as_of, lang=lang)


def _page(
    store: GraphStore,
    at: Address,
    place: Chosen | None,
    q: str,
    function: str | None,
    body: dict[str, Any] | None,
    problem: Problem | None,
) -> str:
    lang, choices = at.lang, territory_choices(store, at.lang)
    code = body["params"]["function"]["code"] if body else None
    return render(
        "responsibility.html",
        at,
        asked=q,
        function=code or function,
        territory=place,
        choices=choices,
        functions=function_choices(store, lang),
        answer=body,
        parts=parts_of(store, body["rows"], lang) if body else [],
        quoted=any(row["quote"] for row in body["rows"]) if body else False,
        chain=chain_of(store, code, place.id, at.as_of, lang) if body and place and code else [],
        above=ABOVE,
        steps=next_steps(body["nobody"]["reason"], body["params"]["function"], at) if body and body["nobody"] else [],
        files=_files(at, code) if code else [],
        alternatives=_alternatives(body, at) if body else [],
        nearest=nearest(store, q or function or "", at) if problem else [],
        askers=askers(store, place, at) if choices else [],
        lists=data_lists(store, lang) if choices else {},
        problem=problem,
    )


def _files(at: Address, code: str) -> list[tuple[str, str]]:
    _ = translator(at.lang)
    return [
        ("XLSX", at.api("/responsibility", function=code, format="xlsx")),
        ("CSV", at.api("/responsibility", function=code, format="csv")),
        ("JSON", at.api("/responsibility", function=code, format="json")),
        (_("Chain upward, XLSX"), at.api("/questions/chain_upward", function=code, format="xlsx")),
    ]


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
