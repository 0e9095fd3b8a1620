"""One review of one act: read it, decide, carry out, check, write; all of it or nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from loaders.review.applied import apply
from loaders.review.sources import Act, as_json, exists, find, functions_of
from loaders.review.undone import undone
from loaders.review.values import Values
from loaders.review.verdicts import Wish, decide, everything
from ontology.entities.base import Entity
from ontology.i18n import DEFAULT_LANG, Lang
from ontology.models import Assignment, Decision, Draft, Order
from ontology.validate import check as validate
from queries.store import GraphStore

Wishes = Callable[[Act, Values], Sequence[Wish]]


@dataclass(frozen=True, slots=True)
class Reviewed:
    """What a review did: its decisions, how many facts changed and left, and whether the act is still a draft."""

    order: Order
    decisions: tuple[Decision, ...]
    changed: int
    removed: int
    draft: bool
    published: bool = False


def review(
    store: GraphStore,
    words: str,
    wishes: Wishes | Sequence[Wish],
    who: str,
    *,
    when: datetime | None = None,
    publish: bool = False,
    lang: Lang = DEFAULT_LANG,
) -> Reviewed:
    """Carry out wishes on the act meant by `words`. With `publish` a draft goes into the graph afterwards.

    Raises UnknownResource, BadParameter, InvalidGraph; nothing is written then.
    """
    with store.transaction() as tx:
        act = find(tx, words)
        values = Values(act, functions_of(tx), lang)
        asked = wishes(act, values) if callable(wishes) else wishes
        made = decide(act, asked, values, who, when or datetime.now(UTC))
        if act.draft is not None:
            return _on_draft(tx, act, made, publish)
        return _on_graph(tx, act, made)


def confirm_all(act: Act, values: Values) -> Sequence[Wish]:
    """The wish to confirm the whole act."""
    return everything(act)


def carried_out(store: GraphStore, act: Act, made: Sequence[Decision]) -> list[Entity]:
    """The act's facts after these decisions."""
    return apply(undone(act, made), [*act.decisions, *made], lambda label, id: exists(store, label, id)).facts


def _on_graph(store: GraphStore, act: Act, made: list[Decision]) -> Reviewed:
    before = {(type(f).__name__, f.id): f for f in act.facts}
    after = {(type(f).__name__, f.id): f for f in carried_out(store, act, made)} if made else before
    changed = [f for key, f in after.items() if before.get(key) != f]
    gone = [f for key, f in before.items() if key not in after]
    validate(changed, known=lambda label, id: (label, id) in after or exists(store, label, id))
    # An assignment that was confirmed is guarded against readings, not against people.
    renewed = [f for f in changed if isinstance(f, Assignment) and (type(f).__name__, f.id) in before]
    if changed or gone:
        store.write(changed, drops=[*gone, *renewed])
    facts = [f for f in changed if not isinstance(f, Decision)]
    order = next(f for f in after.values() if isinstance(f, Order))
    return Reviewed(order, tuple(made), len(facts), len(gone), draft=False)


def _on_draft(store: GraphStore, act: Act, made: list[Decision], publish: bool) -> Reviewed:
    # Publishing reads the graph's own modules; a plain review does not need them.
    from loaders.review.drafts import put_into_graph

    after = carried_out(store, act, made) if made else list(act.facts)
    before = {(type(f).__name__, f.id): f for f in act.facts}
    changed = [f for f in after if before.get((type(f).__name__, f.id)) != f and not isinstance(f, Decision)]
    assert act.draft is not None  # the caller looked
    order = next(f for f in after if isinstance(f, Order))
    if publish:
        put_into_graph(store, act.draft, after)
    elif made:
        store.write([Draft.model_validate({**act.draft.model_dump(), "facts": as_json(after)})])
    kept = {(type(f).__name__, f.id) for f in after}
    gone = len(before.keys() - kept)
    return Reviewed(order, tuple(made), len(changed), gone, draft=not publish, published=publish)
