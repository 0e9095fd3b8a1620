"""The review of an act: one fact after another, the most doubtful first, the clause beside it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from markupsafe import Markup

from ontology.errors import UnknownResource
from ontology.i18n import Lang, gettext, translator
from queries.store import GraphStore
from viz.acts.form import form_of
from viz.acts.model import ReadAct
from viz.acts.outline import clause_anchor
from viz.acts.shown import DECIDED, fact_view
from viz.embed import to_json
from viz.filters import one_of
from viz.pages.order import clause_pieces, order_address, order_head
from viz.render import render

QUEUES: Mapping[str, str] = MappingProxyType(
    {
        "low": gettext("Doubtful"),
        "unmapped": gettext("Without a function"),
        "changed": gettext("To review again"),
        "all": gettext("Everything read"),
    }
)


def review_page(
    store: GraphStore,
    act: ReadAct,
    *,
    queue: str,
    fact: str | None = None,
    sizes: Mapping[str, tuple[int, int]],
    territory: str | None = None,
    as_of: date | None = None,
    lang: Lang,
) -> str:
    """The fact `fact` (its id) of the queue `queue`, else the first nobody has decided on.

    `act.queue` holds the facts of that queue; `sizes`: queue → (decided, all). BadParameter, UnknownResource.
    """
    _ = translator(lang)
    one_of("queue", queue, QUEUES)
    facts = list(act.queue)
    waiting = [n for n, f in enumerate(facts) if f.status not in DECIDED]
    if fact:
        now = next((n for n, f in enumerate(facts) if f.id == fact), None)
        if now is None:
            raise UnknownResource(
                "The queue has no fact {id}", mend="Open the queue anew from the page of the act.", id=fact[:200]
            )
    else:
        now = waiting[0] if waiting else None
    ahead = None if now is None else next((n for n in [*waiting, *waiting] if n > now), waiting[0] if waiting else None)
    row = facts[now] if now is not None else None
    clause = next((c for c in act.clauses if row and c.address == row.clause), None)
    at = order_address(act, lang, as_of, territory, {"queue": queue, "fact": fact})
    return render(
        "order_review.html",
        at,
        act=act,
        head=order_head(store, act, as_of, lang),
        queue=queue,
        queues=[(name, _(words), *sizes[name]) for name, words in QUEUES.items()],
        done=sizes[queue][0],
        total=sizes[queue][1],
        number=None if now is None else now + 1,
        row=fact_view(row, act, lang) if row else None,
        fields=form_of(row, act, lang) if row else [],
        clause=clause,
        anchor=clause_anchor(row.clause) if row else "",
        pieces=clause_pieces(clause.text if clause else None, [row] if row else [], act),
        before=facts[now - 1].id if now else None,
        after=facts[now + 1].id if now is not None and now + 1 < len(facts) else None,
        ahead=facts[ahead].id if ahead is not None and ahead != now else None,
        listed=[fact_view(f, act, lang) for f in facts],
        unseen=sizes["all"][1] - sizes["all"][0],
        doubtful=sizes["low"][1] - sizes["low"][0],
        texts=_texts(lang),
    )


def _texts(lang: Lang) -> Markup:
    """What the script of the review says."""
    _ = translator(lang)
    said = {
        "key": _("Give your key first: the field stands below."),
        "sending": _("The decision is being written down…"),
        "same": _("Nothing is corrected: change a field first."),
        "done": {
            "confirmed": _("Written down: right"),
            "corrected": _("Written down: corrected"),
            "rejected": _("Written down: rejected"),
            "split": _("Written down: two different bodies"),
            "reopened": _("The decision is taken back"),
        },
        "undo": _("Take it back"),
    }
    return Markup(to_json(said))
