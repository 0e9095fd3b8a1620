"""An error as people read it: what happened, how to mend it."""

from __future__ import annotations

from dataclasses import dataclass

from ontology.errors import OporaError
from ontology.i18n import Lang
from viz.address import Address
from viz.render import render


@dataclass(frozen=True, slots=True)
class Problem:
    """What the templates show of an error."""

    title: str
    remedy: str
    where: str


def problem_of(error: OporaError, lang: Lang) -> Problem:
    """The words of `error` in `lang`."""
    return Problem(error.title(lang), error.remedy(lang), error.where)


def error_page(error: OporaError, lang: Lang) -> str:
    """A whole page that says in words what did not work and what to do."""
    return render("error.html", Address("/", lang, section=False), error=problem_of(error, lang))
