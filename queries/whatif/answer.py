"""What a scenario changes: before and after, with clauses."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date as Day
from typing import Any

from pydantic import BaseModel, ConfigDict

from ontology.i18n import Lang, Translate, translator
from queries.breaks import Break
from queries.questions.load import LoadBy
from queries.whatif.snapshot import LoadKey, Snapshot


class Difference(BaseModel):
    """The answer to a scenario. `steps`: what was done and what words were taken for. `territories`: those that were
    compared, with all that lies in them. `counts`: of each sort of change; `summary` says them in a sentence.

    Lists carry a `turn`, which way a thing has turned, where there are several. `load`: rows of the question `load`
    that differ, per region, municipality, methodist and school subject.
    """

    model_config = ConfigDict(frozen=True)

    title: str
    as_of: Day
    territories: list[dict[str, Any]]
    steps: list[dict[str, Any]]
    summary: str
    counts: dict[str, int]
    functions: list[dict[str, Any]]
    responsibility: list[dict[str, Any]]
    agreements: list[dict[str, Any]]
    interactions: list[dict[str, Any]]
    activities: list[dict[str, Any]]
    routes: list[dict[str, Any]]
    bodies: list[dict[str, Any]]
    load: list[dict[str, Any]]
    findings: dict[str, list[dict[str, Any]]]
    rebalance: list[dict[str, Any]]
    notes: list[str]


def loads(before: Snapshot, after: Snapshot, lang: Lang) -> list[dict[str, Any]]:
    """Rows that differ, whole before detail."""
    kinds = list(LoadBy)

    def place(key: LoadKey) -> tuple[Any, ...]:
        return (kinds.index(key[0]), *key[1:])

    rows = []
    for key in sorted(before.loads.keys() | after.loads.keys(), key=place):
        old, new = before.loads.get(key), after.loads.get(key)
        if old == new:
            continue
        row = new or old
        assert row is not None
        public = {which: found.public(lang) if found else None for which, found in (("before", old), ("after", new))}
        rows.append(
            {
                "by": key[0].value,
                "territory": {"id": row.territory_id, "name": row.territory_name, "kind": row.territory_kind.value},
                "methodist": row.methodist,
                "subject_area": row.subject_area,
            }
            | {which: _figures(found) for which, found in public.items()}
        )
    return rows


_FIGURES = ("teachers", "fte", "per_methodist", "norm", "norm_clause", "norm_date", "posts_missing", "invented")


def _figures(row: Mapping[str, Any] | None) -> dict[str, Any] | None:
    return None if row is None else {name: row[name] for name in _FIGURES}


# Breaks of one sort, from bad to worse: an agreement that is only missing is better than no link at all.
_WORSE: tuple[tuple[Break, ...], ...] = (
    (Break.GENERIC_ONLY, Break.VACANT, Break.NO_SUBJECT),
    (Break.NOT_HELD,),
    (Break.AGREEMENT_MISSING, Break.NO_LINK),
)


def _worst(found: Collection[Break]) -> list[int]:
    """Of each sort how bad it is; 0: no break."""
    return [max((place for place, code in enumerate(sort, start=1) if code in found), default=0) for sort in _WORSE]


def routes(before: Snapshot, after: Snapshot, lang: Lang) -> list[dict[str, Any]]:
    """Steps at which a route breaks now and did not, or breaks worse (`broken`), and the other way round (`mended`)."""
    rows = []
    for id, old in before.steps.items():
        new = after.steps.get(id)
        if new is None:
            continue
        turned = list(zip(_WORSE, _worst(old.breaks), _worst(new.breaks), strict=True))
        broken = [sort[now - 1].value for sort, was, now in turned if now > was]
        mended = [sort[was - 1].value for sort, was, now in turned if now < was]
        for turn, codes, row in (("broken", broken, new), ("mended", mended, old)):
            if codes:
                full = row.public(lang)
                kept = ("route", "step", "function", "explanation", "order", "clause", "clause_id", "quote")
                rows.append(
                    {"turn": turn, "breaks": codes, "before": old.public(lang)["subject"]}
                    | {"after": new.public(lang)["subject"]}
                    | {name: full[name] for name in kept}
                )
    return rows


def findings(before: Snapshot, after: Snapshot) -> dict[str, list[dict[str, Any]]]:
    """Findings that appear and disappear, by their ids, gravest kind first."""
    return {
        "appeared": [f.model_dump(mode="json") for id, f in after.findings.items() if id not in before.findings],
        "disappeared": [f.model_dump(mode="json") for id, f in before.findings.items() if id not in after.findings],
    }


def summed(counts: Mapping[str, int], lang: Lang) -> str:
    """The counts in a sentence; those that are none are left out."""
    _: Translate = translator(lang)
    parts = [f"{words} – {counts[name]}" for name, words in counted(lang).items() if counts.get(name)]
    if not parts:
        return _("The scenario changes no answer.")
    text = "; ".join(parts)
    return f"{text[:1].upper()}{text[1:]}."


def counted(lang: Lang) -> dict[str, str]:
    """What each count of a difference counts, in words."""
    _: Translate = translator(lang)
    return {
        "uncovered": _("functions left with nobody"),
        "covered": _("functions that get a holder"),
        "lost": _("assignments lost"),
        "moved": _("assignments that go to another subject"),
        "orphaned": _("agreements without a party"),
        "cut": _("interactions cut"),
        "broken": _("steps of routes broken"),
        "without_responsible": _("activities without anybody responsible"),
        "load": _("rows of load that differ"),
        "appeared": _("findings appear"),
        "disappeared": _("findings disappear"),
    }
