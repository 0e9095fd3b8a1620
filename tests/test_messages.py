"""Every message a person can see has its Russian, with the same placeholders; no Russian stands unused."""

from __future__ import annotations

import string

from ontology.i18n import as_lang, catalogue, translator
from tools import messages


def _placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_every_message_has_its_russian() -> None:
    assert messages.missing() == {}


def test_placeholders_agree() -> None:
    for english, russian in catalogue("ru").items():
        assert _placeholders(english) == _placeholders(russian), english


def test_messages_are_found_where_people_meet_them() -> None:
    source = 'raise UnknownTerritory("No {x}", mend="Do y.", x=1)\n_("Yes" if a else "No")\nDeclarationError("inner")'
    assert set(messages.of_python(source)) == {"No {x}", "Do y.", "Yes", "No"}


def test_unknown_languages_fall_back_to_russian() -> None:
    assert [as_lang(x) for x in ("en", "en-GB", "ru", "de", "", None)] == ["en", "en", "ru", "ru", "ru", "ru"]
    assert translator("ru")("no such message {x}", x=1) == "no such message 1"
