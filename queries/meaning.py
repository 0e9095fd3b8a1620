"""What words mean: the thing taken, what else it could be, and the choice among things of one kind by their names."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from pydantic import BaseModel, ConfigDict

from ontology.errors import NotFound
from ontology.i18n import Lang, gettext
from queries.search import lexicon
from queries.store import GraphStore

SHOWN = 5  # other meanings that are told
_SURE = 0.4  # share of the words' weight a name must hold to be taken
_CLOSE = 0.6  # of the best score: what else the words could mean
_EQUALS = 300  # as many regions and large municipalities as may have a body of one name
_SAME = 0.03  # of a score: called equally well


class Meaning(BaseModel):
    """One thing that words can mean. `code`: ISO 3166-2 or ОКТМО of a territory, code of a function."""

    model_config = ConfigDict(frozen=True)

    kind: str
    id: str
    code: str | None
    name: str
    score: float = 1.0


class Resolution(BaseModel):
    """What the words were taken for, and what else they could mean, likeliest first."""

    model_config = ConfigDict(frozen=True)

    taken: Meaning
    alternatives: tuple[Meaning, ...] = ()


def by_words(
    store: GraphStore,
    text: str,
    kind: str,
    meaning: Callable[[str, float], Meaning],
    error: type[NotFound],
    what: str,
    lang: Lang,
    rank: Callable[[str], int] | None = None,
) -> Resolution:
    """What the words mean among things of one kind. `rank`: of an id; of things called equally well the lowest comes
    first. Raises `error`, which says `what` and names the nearest."""
    found = lexicon(store, lang).find(text, frozenset({kind}), limit=4 * SHOWN if rank is None else _EQUALS)
    if not found or found[0].score < _SURE:
        raise unknown(error, what, gettext("Use other words, or a code"), text, (f.doc.label for f in found[:SHOWN]))
    if rank is not None:
        equal = [f for f in found if f.score >= found[0].score - _SAME]
        found = sorted(equal, key=lambda f: rank(f.doc.id)) + found[len(equal) :]
    best = max(f.score for f in found)
    close = [f for f in found[1:] if f.score >= _CLOSE * best and f.score >= _SURE * 0.8][:SHOWN]
    return Resolution(
        taken=meaning(found[0].doc.id, best),
        alternatives=tuple(meaning(f.doc.id, f.score) for f in close),
    )


def unknown(error: type[NotFound], what: str, mend: str, text: str, nearest: Iterable[str]) -> NotFound:
    """The error that says `what` is not known: with the nearest names, else how to mend it."""
    names = "; ".join(f"«{name}»" for name in list(dict.fromkeys(nearest))[:3])
    shown = text.strip() if len(text.strip()) <= 80 else f"{text.strip()[:80]}…"
    if names:
        return error(what, mend=gettext("Perhaps you mean: {names}"), text=shown, names=names)
    return error(what, mend=mend, text=shown)
