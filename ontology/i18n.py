"""Messages in the user's language.

The source string in code is English; each package keeps its Russian in `locale/ru.po` and `locale/ru.*.po` (gettext
format, read by Babel), a file for each part of a large package.
Placeholders are named: `_("No territory is called {name}", name=…)`.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Literal, Protocol, runtime_checkable

from babel.messages.pofile import read_po

Lang = Literal["ru", "en"]
LANGS: tuple[Lang, ...] = ("ru", "en")
DEFAULT_LANG: Lang = "ru"
PACKAGES = ("ontology", "queries", "loaders", "api", "viz")

Translate = Callable[..., str]


@runtime_checkable
class InLanguage(Protocol):
    """A parameter of a message that has its own words in each language (a violation of a shape)."""

    def in_language(self, lang: Lang) -> str:
        """The words in this language."""
        ...


def as_lang(value: str | None) -> Lang:
    """Return the language meant by `value` ("ru", "en-GB", None …); Russian when it is none of ours."""
    return "en" if (value or "").strip().lower().startswith("en") else "ru"


@cache
def catalogue(lang: Lang) -> dict[str, str]:
    """All messages of all packages in one language: English source → text; empty for English."""
    if lang == "en":
        return {}
    root = Path(__file__).resolve().parent.parent
    messages: dict[str, str] = {}
    for package in PACKAGES:
        for path in sorted((root / package / "locale").glob(f"{lang}*.po")):
            with path.open("rb") as file:
                entries = read_po(file)
            messages.update({str(m.id): str(m.string) for m in entries if m.id and m.string})
    return messages


def gettext(msgid: str) -> str:
    """Mark a message id that is put into words later, so that `tools.messages` finds it."""
    return msgid


@cache
def translator(lang: Lang) -> Translate:
    """Return `_(msgid, **params)`: the message in `lang`, its {named} placeholders filled from `params`."""
    messages = catalogue(lang)

    def translate(msgid: str, **params: object) -> str:
        text = messages.get(msgid, msgid)
        filled = {k: v.in_language(lang) if isinstance(v, InLanguage) else v for k, v in params.items()}
        return text.format(**filled) if params else text

    return translate
