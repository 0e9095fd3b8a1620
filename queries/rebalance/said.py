"""The answer in words: its summary and its remarks."""

from __future__ import annotations

from babel.numbers import format_decimal

from ontology.i18n import Lang, Translate, translator
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


def summary(answer: Rebalance, lang: Lang) -> str:
    """The answer in one or two sentences."""
    _ = translator(lang)
    norm = format_decimal(answer.bound, locale=lang)
    said = []
    if not answer.possible:
        short = _(
            "Within the norm of {norm} teachers per post this is not possible: for {teachers} teachers "
            "there is no room; posts missing: {posts}",
            norm=norm,
            teachers=sum(x.teachers for x in answer.left),
            posts=format_decimal(answer.posts_total, locale=lang) if answer.posts else "–",
        )
        everybody = _("all school subjects")
        posts = (f"{p.subject_area or everybody} {format_decimal(p.fte, locale=lang)}" for p in answer.posts)
        said.append(" – ".join(filter(None, (short, "; ".join(posts)))) + ".")
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
        said.append(_("Nobody is over the norm of {norm} teachers per post: nothing moves.", norm=norm))
    return " ".join(said)
