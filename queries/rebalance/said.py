"""The answer in words: its summary and its remarks."""

from __future__ import annotations

from ontology.i18n import Translate
from queries.rebalance.answer import Rebalance
from queries.rebalance.solve import Solved


def notes(work: Solved, _: Translate) -> tuple[str, ...]:
    """What is not known or was left out."""
    said = []
    if work.facts.left_out:
        said.append(
            _(
                "The school subject of {number} teachers is not known and no methodist is of all school subjects: "
                "they are left out. Load headcounts by school subject.",
                number=work.facts.left_out,
            )
        )
    if not work.facts.methodists:
        said.append(_("No methodist of this territory is known: load methodists.csv."))
    if work.facts.invented:
        said.append(_("Invented data, for demonstration only."))
    return tuple(said)


def summary(answer: Rebalance, _: Translate) -> str:
    """The answer in one or two sentences."""
    said = []
    if not answer.possible:
        said.append(
            _(
                "Within the norm of {norm} teachers per post this is not possible: for {teachers} teachers "
                "there is no room; posts missing: {posts}",
                norm=f"{answer.bound:g}",
                teachers=sum(x.teachers for x in answer.left),
                posts=f"{answer.posts_total:g}",
            )
            + (" – " + "; ".join(f"{p.subject_area or _('all school subjects')} {p.fte:g}" for p in answer.posts))
            + "."
        )
    if answer.moves:
        said.append(
            _(
                "Schools that go to another methodist: {moved} ({teachers} teachers); get one: {new}; divided: {cut}.",
                moved=answer.moved_schools,
                teachers=answer.moved_teachers,
                new=answer.new_schools,
                cut=answer.divided,
            )
        )
    elif answer.possible:
        said.append(_("Nobody is over the norm of {norm} teachers per post: nothing moves.", norm=f"{answer.bound:g}"))
    return " ".join(said)
