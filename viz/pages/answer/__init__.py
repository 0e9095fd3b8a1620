"""The answer to a question of any sort as a table: what people read of each row, with its clause."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Any

from ontology.errors import BadParameter
from ontology.i18n import Lang, translator
from queries.answer import Answer, answer
from queries.question import word_of
from queries.questions import QUESTIONS
from queries.shown import heading, headings
from queries.store import GraphStore
from queries.understand import Understood
from viz.address import Address
from viz.common import chosen_territory, direction_choices, function_choices, territory_choices
from viz.model import Choice
from viz.pages.answer.best import best_page
from viz.pages.answer.cells import line_of, sorted_rows
from viz.pages.answer.fields import fields_of, parameter_label, value_shown
from viz.render import render
from viz.text import clean

__all__ = ["answer_page"]

_ROWS = 300  # of a page
# What fits a page; a question that is not listed shows all its columns.
_COLUMNS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "activities": ("title", "state", "due", "term_text", "responsible", "clause"),
        "agreements": ("parties", "status", "deadline", "days_overdue", "number", "date", "clause"),
        "bottlenecks": ("subject", "functions", "routes", "cut_off", "relations", "betweenness"),
        "calendar": ("date", "kind", "title", "timing", "responsible", "clause"),
        "chains": ("chain", "hop", "from", "kind", "to", "about", "clause"),
        "compare_territories": ("function", "role", "state", "left", "right"),
        "conflicts": ("function", "kind", "left", "right", "likeness"),
        "data_flows": ("source", "kind", "target", "quote", "clause"),
        "executors": ("duty", "item", "written", "post", "subjects", "clause"),
        "holdings": ("function", "role", "through", "quote", "clause"),
        "idle_subjects": ("subject", "territory", "clause", "assignments", "agreements", "activities"),
        "indicators": ("name", "state", "actual", "actual_period", "plan", "plan_period", "unit", "clause"),
        "interactions": ("source", "kind", "target", "quote", "clause"),
        "legal_basis": ("relation", "other"),
        "load": ("territory", "methodist", "subject_area", "teachers", "fte", "per_methodist", "norm", "norm_clause",
                 "norm_order", "posts_missing"),
        "overlaps": ("function", "role", "left", "right", "lawful"),
        "process_routes": ("route", "step", "subject", "function", "explanation", "clause"),
        "subject_routes": ("route", "step", "subject", "function", "clause"),
        "superiors": ("subject", "relation", "superior", "clause"),
        "unmapped": ("subject", "quote", "role", "doubt", "clause"),
        "workload": ("subject", "functions", "activities", "agreements", "interactions_out", "interactions_in", "steps",
                     "total", "share"),
    }
)  # fmt: skip


def answer_page(
    store: GraphStore,
    meant: Understood,
    *,
    q: str = "",
    territory: str | None = None,
    sort: str | None = None,
    page: str | None = None,
    as_of: date | None = None,
    lang: Lang,
) -> str:
    """The answer to a question as it was understood; `q`: the words it was asked in, none when it came from a form.

    `territory`: where it is asked when the words name none and one is needed. `sort`: a column, «-» before it for
    falling order. Raises NotFound, InputError.
    """
    _ = translator(lang)
    question = QUESTIONS[meant.question]
    words = dict(meant.words)
    declared = question.params.model_fields.get("territory")
    if declared is not None and declared.is_required() and not words.get("territory"):
        place = chosen_territory(store, territory)
        if place:
            words["territory"] = place.id
    found = answer(store, meant.question, words, lang=lang, as_of=meant.as_of or as_of)
    taken = {n: v["id"] if isinstance(v, dict) else _text(v) for n, v in found.params.items() if v is not None}
    here = taken.get("territory")
    view = {"q": q} if q else {"question": meant.question} | {n: v for n, v in taken.items() if n != "territory"}
    at = Address("/responsibility", lang, as_of, here or _home(store, territory), view | {"sort": sort, "page": page})
    filled = headings(found.rows)
    columns = [key for key in _COLUMNS.get(meant.question, filled) if key in filled]
    if "clause" in columns:
        columns = [key for key in columns if key != "order"]
    key, falling = (sort or "").removeprefix("-"), (sort or "").startswith("-")
    rows = sorted_rows(found.rows, key, lang, falling=falling) if key in columns else found.rows
    number, last = _page(page, len(rows))
    best = best_page(meant.question, taken, at)
    return render(
        "answer.html",
        at,
        asked=q,
        summary=question.summary(lang),
        question=meant.question,
        taken=[(parameter_label(meant.question, n, lang), value_shown(n, v, lang)) for n, v in found.params.items()],
        fields=fields_of(question, _typed(found), lang),
        lists=data_lists(store, lang),
        best=(best[0], _(best[1])) if best else None,
        alternatives=_alternatives(found, taken, at),
        files=_files(meant.question, taken, at),
        answer=found,
        columns=[(name, heading(name, lang, meant.question)) for name in columns],
        sort=key,
        falling=falling,
        lines=[line_of(row, columns, lang) for row in rows[(number - 1) * _ROWS : number * _ROWS]],
        page=number,
        last=last,
        first_row=(number - 1) * _ROWS + 1,
    )


def data_lists(store: GraphStore, lang: Lang) -> dict[str, list[str]]:
    """Suggestions of the fields, by the id of the list: names that can be typed as they stand."""
    places = [choice.label for _title, group in territory_choices(store, lang) for choice in group]
    return {
        "territory": places,
        "function": [choice.label for choice in function_choices(store, lang)],
        "direction": [choice.label for choice in direction_choices(store, lang)],
    }


def _home(store: GraphStore, territory: str | None) -> str | None:
    """The territory the reader came from: links keep it, though this question has none."""
    place = chosen_territory(store, territory) if territory else None
    return place.id if place else None


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return value.isoformat() if isinstance(value, date) else str(getattr(value, "value", value))


def _typed(found: Answer) -> dict[str, str]:
    """What stands in the fields of the form: names, not ids."""
    return {n: clean(v["name"]) if isinstance(v, dict) else _text(v) for n, v in found.params.items() if v is not None}


def _alternatives(found: Answer, taken: Mapping[str, str], at: Address) -> list[Choice]:
    """Other meanings of the words, each as the address of its answer."""
    options = []
    for other in found.alternatives:
        change = {"question": found.question, **taken, other["param"]: other["id"]}
        note = parameter_label(found.question, other["param"], at.lang)
        address = at.here(**({"q": None, "sort": None, "page": None} | change))
        options.append(Choice(address, clean(other["name"]), note))
    return options


def _files(question: str, taken: Mapping[str, str], at: Address) -> Sequence[tuple[str, str]]:
    """The whole answer to take away."""
    named = {n: taken.get(n) for n in {*taken, "territory"}}
    also = {
        n: word.also for n, f in QUESTIONS[question].params.model_fields.items() if (word := word_of(f)) and word.also
    }
    words = {also.get(n, n): value for n, value in named.items()}
    return [
        (name, at.api(f"/questions/{question}", **words, format=code))
        for name, code in (("XLSX", "xlsx"), ("CSV", "csv"), ("JSON", "json"))
    ]


def _page(page: str | None, rows: int) -> tuple[int, int]:
    """Number of this page and of the last one. BadParameter when there is no such page."""
    last = max(1, -(-rows // _ROWS))
    number = int(page) if page and page.isdecimal() and page.isascii() and len(page) < 7 else 0 if page else 1
    if not 1 <= number <= last:
        raise BadParameter(
            "There is no page {page} of this list", mend="The last page is {last}", page=str(page)[:20], last=last
        )
    return number, last
