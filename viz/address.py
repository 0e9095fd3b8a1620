"""Addresses of pages: each view has one that reproduces it; links keep territory, day and language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar
from urllib.parse import quote, urlencode

from markupsafe import Markup

from ontology.i18n import Lang, translator
from viz.embed import to_json
from viz.styles import HIT_KINDS

_MENU = (
    ("/", "Structure"),
    ("/coverage", "Coverage of functions"),
    ("/responsibility", "Who is responsible"),
    ("/load", "Load of methodists"),
    ("/findings", "Audit findings"),
    ("/agreements", "Agreements between bodies"),
    ("/activities", "Activities by term"),
    ("/indicators", "Indicators and values"),
    ("/compare", "Comparison"),
    ("/orders", "Orders and review"),
)


@dataclass(frozen=True)
class Address:
    """Where the reader is. `params`: the query of this page as given, without the language and the day.

    `section`: whether this is the page of a section, which the menu then marks (an error is none).
    """

    path: str
    lang: Lang
    as_of: date | None = None
    territory: str | None = None
    params: Mapping[str, str | None] = field(default_factory=dict)
    section: bool = True
    alone: ClassVar[bool] = False  # whether the page has no server behind it

    def url(self, path: str, **params: str | None) -> str:
        """Address of another page, for the same territory, day and language unless `params` say otherwise."""
        kept = {"territory": self.territory} | params | {"as_of": self._day(), "lang": self.lang}
        return _join(path, kept)

    def here(self, **params: str | None) -> str:
        """Address of this page with some parameters changed, or left out when None."""
        kept = {"territory": self.territory} | dict(self.params) | {"as_of": self._day(), "lang": self.lang} | params
        return _join(self.path, kept)

    def subject(self, id: str) -> str:
        """Address of a subject: on the map of this page's territory when it has one, else its own page."""
        return self.url("/", subject=id) if self.territory else self.url(f"/subjects/{id}")

    def hit(self, kind: str, id: str) -> str:
        """Address of what a search found."""
        if kind == "subject":
            return self.url(f"/subjects/{id}", territory=None)
        if kind == "function":
            return self.url("/responsibility", function=id)
        if kind == "order":
            return self.url(f"/orders/{id}", territory=None)
        return self.url("/", territory=id)

    def api(self, path: str, **params: str | None) -> str:
        """Address of a file or an answer of the API (`path` below /api/v1), for this territory, day and language."""
        return self.url(f"/api/v1{path}", **params)

    def hidden(self, *names: str) -> Markup:
        """Hidden fields that carry what is named (lang, as_of, territory) through a form."""
        values = {"lang": self.lang, "as_of": self._day(), "territory": self.territory}
        field_ = Markup('<input type="hidden" name="{}" value="{}">')
        return Markup("").join(field_.format(n, values[n]) for n in names if values[n])

    def menu(self) -> list[tuple[str, str]]:
        """The sections: path and label."""
        _ = translator(self.lang)
        return [(path, _(label)) for path, label in _MENU]

    def search_texts(self) -> Markup:
        """What the search script says, and where it stands, as JSON for a script element."""
        _ = translator(self.lang)
        texts = {
            "lang": self.lang,
            "territory": self.territory,
            "suggestions": _("Suggestions"),
            "none": _("Nothing is called so. Try one word of the name, or its abbreviation."),
            "failed": _("The card could not be loaded. Open this page again."),
            "unreachable": _("The server did not answer. Nothing was changed; try again."),
            "token": _("The key is in use in this tab."),
            "refused": _("The server does not know this key. Check it, or give another one."),
            "kinds": {kind: _(label) for kind, label in HIT_KINDS.items()},
        }
        return Markup(to_json(texts))

    def _day(self) -> str | None:
        return self.as_of.isoformat() if self.as_of else None


def _join(path: str, params: Mapping[str, str | None]) -> str:
    query = urlencode({name: value for name, value in params.items() if value})
    return f"{quote(path)}?{query}" if query else quote(path)
