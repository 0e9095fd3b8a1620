"""Any question of the registry asked in people's words and answered as JSON carries it (design: interfaces)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from pydantic import BaseModel, ConfigDict, SerializerFunctionWrapHandler, ValidationError, model_serializer
from pydantic.fields import FieldInfo

from ontology.errors import BadParameter, UnknownQuestion
from ontology.i18n import DEFAULT_LANG, Lang, gettext
from ontology.models import Territory
from queries.extras import EXTRAS, Asked, usual
from queries.nobody import Nobody, no_act
from queries.question import AnyQuestion, Params, word_of
from queries.questions import QUESTIONS
from queries.store import GraphStore
from queries.words import (
    Resolution,
    resolve_direction,
    resolve_function,
    resolve_order,
    resolve_subject,
    resolve_territory,
)

_OPTIONAL = ("denominator", "counts", "norms", "total_load")


class Answer(BaseModel):
    """`params`: what the words were taken for; `alternatives`: what else they could mean, each with its parameter.

    `notes`: remarks in the user's language. Coverage adds `denominator` (expected cells) and `counts` (by state), load
    adds `norms` (each with the posts missing to reach it) and `total_load`.
    """

    model_config = ConfigDict(frozen=True)

    question: str
    params: dict[str, Any]
    as_of: date
    rows: list[dict[str, Any]]
    total: int
    nobody: Nobody | None = None
    alternatives: list[dict[str, Any]] = []
    notes: list[str] = []
    denominator: int | None = None
    counts: dict[str, int] | None = None
    norms: list[dict[str, Any]] | None = None
    total_load: dict[str, Any] | None = None

    @model_serializer(mode="wrap")
    def _without_absent(self, handler: SerializerFunctionWrapHandler) -> dict[str, Any]:
        """What only some questions add is left out where it is absent."""
        data: dict[str, Any] = handler(self)
        return {name: value for name, value in data.items() if value is not None or name not in _OPTIONAL}


def answer(
    store: GraphStore,
    name: str,
    words: Mapping[str, str],
    *,
    lang: Lang = DEFAULT_LANG,
    as_of: date | None = None,
    limit: int | None = None,
    offset: int = 0,
) -> Answer:
    """Ask the question `name` with parameters in people's words; rows `offset` to `offset + limit` of `total`.

    Raises UnknownQuestion, BadParameter, UnknownTerritory, UnknownFunction, UnknownSubject, StoreError.
    """
    question = QUESTIONS.get(name)
    if question is None:
        names = ", ".join(QUESTIONS)
        raise UnknownQuestion("There is no question «{name}»", mend="Questions: {names}", name=name, names=names)
    day = as_of or date.today()
    words = _named(question, words)
    known = _resolved(store, question, words, lang)
    params = _params(question, words, known, day)
    meant = {n: known[n].taken.model_dump(mode="json") for n in known} | {
        n: getattr(params, n) for n in type(params).model_fields if n not in known and n != "as_of" and n in words
    }
    frame = {
        "question": name,
        "params": meant,
        "as_of": day,
        "alternatives": [
            {"param": n} | other.model_dump(mode="json") for n, found in known.items() for other in found.alternatives
        ],
    }
    places = [found.taken for found in known.values() if found.taken.kind == "territory"]
    absent = next((place for place in places if store.get(Territory, place.id) is None), None)
    if absent is not None:
        return Answer(rows=[], total=0, nobody=no_act(absent.name, lang), **frame)
    rows = store.ask(question, params)
    asked = Asked(store=store, question=question, params=params, rows=rows, known=known, lang=lang)
    extras = EXTRAS.get(name, usual)(asked)
    shown = rows[offset : None if limit is None else offset + limit]
    return Answer(rows=[row.public(lang) for row in shown], total=len(rows), **frame, **extras)


_RESOLVERS: Mapping[str, Callable[..., Resolution]] = MappingProxyType(
    {
        "function": resolve_function,
        "direction": resolve_direction,
        "order": resolve_order,
    }
)


def names_of(question: AnyQuestion[Any, Any]) -> dict[str, str]:
    """Every name people can give a parameter → the parameter; `as_of` goes its own way."""
    fields = {n: f for n, f in question.params.model_fields.items() if n != "as_of"}
    also = {word.also: n for n, f in fields.items() if (word := word_of(f)) and word.also}
    return {n: n for n in fields} | also


def _named(question: AnyQuestion[Any, Any], words: Mapping[str, str]) -> dict[str, str]:
    """The words by the names of the parameters."""
    names = names_of(question)
    unknown = sorted(set(words) - set(names) - {"as_of"})
    if unknown:
        raise BadParameter(
            "The question {question} has no parameter «{name}»",
            mend="It has: {names}",
            question=question.name,
            name=unknown[0],
            names=", ".join(names),
        )
    return {names[n]: text for n, text in words.items() if n != "as_of"}


def _resolved(
    store: GraphStore, question: AnyQuestion[Any, Any], words: Mapping[str, str], lang: Lang
) -> dict[str, Resolution]:
    fields = question.params.model_fields
    known: dict[str, Resolution] = {}
    # A territory tells bodies of one name apart, so it is understood before them.
    for n in sorted(fields, key=lambda n: not _is_place(fields[n])):
        text = words.get(n, "").strip()
        if not text and fields[n].is_required():
            raise BadParameter("The parameter «{name}» is missing", mend="Give it a value", name=n)
        word = word_of(fields[n])
        if not text or word is None:
            continue
        if word.kind == "territory":
            known[n] = resolve_territory(store, text)
        elif word.kind == "subject":
            place = next((found.taken.id for found in known.values() if found.taken.kind == "territory"), None)
            known[n] = resolve_subject(store, text, lang, near=place)
        else:
            known[n] = _RESOLVERS[word.kind](store, text, lang)
    return {n: known[n] for n in fields if n in known}


def _is_place(field: FieldInfo) -> bool:
    word = word_of(field)
    return word is not None and word.kind == "territory"


_FORMS: Mapping[str, str] = MappingProxyType(  # sort of value, as pydantic's errors begin
    {
        "date": gettext("Write a day as YYYY-MM-DD"),
        "bool": gettext("Write true or false"),
        "int": gettext("Write a whole number"),
        "float": gettext("Write a number, with a point before decimals"),
    }
)


def _params(
    question: AnyQuestion[Any, Any], words: Mapping[str, str], known: Mapping[str, Resolution], day: date
) -> Params:
    values: dict[str, Any] = {n: w.strip() for n, w in words.items() if w.strip()}
    values |= {n: found.taken.id for n, found in known.items()}
    try:
        params: Params = question.params.model_validate(values | {"as_of": day})
    except ValidationError as error:
        problem = error.errors()[0]
        raise BadParameter(
            "«{value}» is no value of the parameter «{name}»",
            mend=_FORMS.get(problem["type"].partition("_")[0], gettext("Expected: {expected}")),
            value=str(problem.get("input"))[:80],
            name=".".join(str(part) for part in problem["loc"]),
            expected=str(problem.get("ctx", {}).get("expected") or problem["msg"]).replace(" or ", ", "),
        ) from error
    return params
