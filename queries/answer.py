"""Any question of the registry asked in people's words and answered as JSON carries it (design: interfaces)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from pydantic import BaseModel, ConfigDict, SerializerFunctionWrapHandler, ValidationError, model_serializer

from ontology.entities.vocabulary import Level, Role
from ontology.errors import BadParameter, UnknownQuestion
from ontology.i18n import DEFAULT_LANG, Lang, translator
from ontology.models import Territory
from queries.load_norms import total_load
from queries.nobody import Nobody, home_name, no_act, nobody_holds
from queries.nobody_reasons import Reason
from queries.question import Params, Question, Row
from queries.questions import COVERAGE, LOAD, QUESTIONS, RESPONSIBILITY
from queries.questions.coverage import CoverageRow
from queries.questions.load import LoadRow
from queries.questions.responsibility import ResponsibilityRow
from queries.store import GraphStore
from queries.words import Resolution, resolve_direction, resolve_function, resolve_subject, resolve_territory

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
    territory = known.get("territory")
    if territory is not None and store.get(Territory, territory.taken.id) is None:
        return Answer(rows=[], total=0, nobody=no_act(territory.taken.name, lang), **frame)
    wanted = params.model_copy(update={"status": None}) if name == COVERAGE.name else params
    rows = store.ask(question, wanted)
    extras: dict[str, Any] = {}
    if name == RESPONSIBILITY.name:
        extras = _responsibility(store, rows, params, known, lang)
    elif name == COVERAGE.name:
        extras, rows = _coverage(store, rows, params, known, lang)
    elif name == LOAD.name:
        extras = _load(store, rows, params, lang)
    shown = rows[offset : None if limit is None else offset + limit]
    return Answer(rows=[row.public(lang) for row in shown], total=len(rows), **frame, **extras)


_RESOLVERS: Mapping[str, Callable[..., Resolution]] = {
    "function": resolve_function,
    "direction": resolve_direction,
    "subject": resolve_subject,
}


def _resolved(
    store: GraphStore, question: Question[Any, Any], words: Mapping[str, str], lang: Lang
) -> dict[str, Resolution]:
    fields = question.params.model_fields
    unknown = sorted(set(words) - set(fields) - {"as_of"})
    if unknown:
        raise BadParameter(
            "The question {question} has no parameter «{name}»",
            mend="It has: {names}",
            question=question.name,
            name=unknown[0],
            names=", ".join(n for n in fields if n != "as_of"),
        )
    known: dict[str, Resolution] = {}
    for n in fields:
        text = words.get(n, "").strip()
        if not text and fields[n].is_required():
            raise BadParameter("The parameter «{name}» is missing", mend="Give it a value", name=n)
        if text and n == "territory":
            known[n] = resolve_territory(store, text)
        elif text and n in _RESOLVERS:
            known[n] = _RESOLVERS[n](store, text, lang)
    return known


def _params(
    question: Question[Any, Any], words: Mapping[str, str], known: Mapping[str, Resolution], day: date
) -> Params:
    values: dict[str, Any] = {n: w.strip() for n, w in words.items() if w.strip() and n != "as_of"}
    values |= {n: found.taken.id for n, found in known.items()}
    try:
        params: Params = question.params.model_validate(values | {"as_of": day})
    except ValidationError as error:
        problem = error.errors()[0]
        raise BadParameter(
            "«{value}» is no value of the parameter «{name}»",
            mend="Expected: {expected}",
            value=str(problem.get("input"))[:80],
            name=".".join(str(part) for part in problem["loc"]),
            expected=str(problem.get("ctx", {}).get("expected") or problem["msg"]).replace(" or ", ", "),
        ) from error
    return params


def _responsibility(
    store: GraphStore, rows: Sequence[ResponsibilityRow], params: Params, known: Mapping[str, Resolution], lang: Lang
) -> dict[str, Any]:
    place, function = known["territory"].taken, known["function"].taken
    level: Level | None = getattr(params, "level", None)
    nobody = nobody_holds(store, function.id, place.id, place.name, level, params.as_of, lang)
    notes = []
    if rows and not any(r.role in {Role.RESPONSIBLE, Role.ACCOUNTABLE} for r in rows):
        notes.append(
            translator(lang)("Nobody is responsible: the subjects named only take part, agree or are informed.")
        )
    return {"nobody": nobody, "notes": notes + _invented(any(r.subject_invented for r in rows), lang)}


def _coverage(
    store: GraphStore, rows: list[CoverageRow], params: Params, known: Mapping[str, Resolution], lang: Lang
) -> tuple[dict[str, Any], list[Row]]:
    expected = [r for r in rows if r.expected]
    counts: dict[str, int] = {}
    for row in expected:
        counts[row.status.value] = counts.get(row.status.value, 0) + 1
    status = getattr(params, "status", None)
    kept: list[Row] = [r for r in rows if status is None or r.status is status]
    bare = bool(rows) and all(r.reason is Reason.NO_ORDER for r in rows)
    place = known["territory"].taken
    home = home_name(store, place.id, getattr(params, "level", None)) or place.name
    nobody = no_act(home, lang) if bare else None
    return {"denominator": len(expected), "counts": counts, "nobody": nobody}, kept


def _load(store: GraphStore, rows: Sequence[LoadRow], params: Params, lang: Lang) -> dict[str, Any]:
    _ = translator(lang)
    total, norms = total_load(store, params, lang)
    notes = _invented(any(r.invented for r in rows), lang)
    if not rows:
        notes.append(
            _("Neither teachers nor methodists of this territory are known: load headcounts.csv and methodists.csv.")
        )
    elif total["teachers"] is None:
        notes.append(_("Teachers of this territory are not counted: load headcounts.csv."))
    elif not total["fte"]:
        notes.append(_("No methodist of this territory is known: load methodists.csv."))
    return {"norms": norms, "total_load": total, "notes": notes}


def _invented(found: bool, lang: Lang) -> list[str]:
    return [translator(lang)("Invented data, for demonstration only.")] if found else []
