"""The load of a whole territory held against each norm and each level reached."""

from __future__ import annotations

from typing import Any

from ontology.i18n import Lang
from queries.question import Params
from queries.questions import LOAD, LOAD_NORMS
from queries.questions.load import LoadBy, LoadParams, per_post, posts_missing
from queries.questions.load_norms import LoadNormsParams
from queries.store import GraphStore


def total_load(store: GraphStore, params: Params, lang: Lang) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """Return (teachers, posts and load of the whole territory; its norms, each with the posts missing to reach it)."""
    territory = LoadParams.model_validate(params.model_dump()).territory
    rows = store.ask(LOAD, LoadParams(territory=territory, by=LoadBy.REGION, as_of=params.as_of))
    known = [r.teachers for r in rows if r.teachers is not None]
    teachers = sum(known) if known else None
    fte = sum(r.fte_hundredths for r in rows)
    total = {
        "teachers": teachers,
        "fte": fte / 100,
        "per_methodist": per_post(teachers, fte),
        "invented": any(r.invented for r in rows),
    }
    norms = store.ask(LOAD_NORMS, LoadNormsParams(territory=territory, as_of=params.as_of))
    return total, [n.public(lang) | {"posts_missing": posts_missing(teachers, fte, n.value)} for n in norms]
