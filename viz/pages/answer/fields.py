"""A form for any question of the registry, made from its declaration."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from types import MappingProxyType, UnionType
from typing import Any, Literal, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from ontology.i18n import Lang, gettext, translator
from queries import shown
from queries.headings import HEADINGS
from queries.question import AnyQuestion, word_of
from queries.shown import heading
from viz import styles
from viz.model import Choice
from viz.text import clean

LABELS: Mapping[str, str] = MappingProxyType(
    {
        "since": gettext("From the day"),
        "until": gettext("Until the day"),
        "overdue": gettext("Only overdue ones"),
        "by": gettext("By"),
        "below": gettext("With the territories below"),
        "parts": gettext("With the parts of the body"),
        "likeness": gettext("Least likeness of the words, 0 to 1"),
        "lawful": gettext("Lawful"),
        "dated": gettext("Only what has a day"),
        "without_acts": gettext("Also without a loaded act"),
        "acting": gettext("What it does"),
    }
)
"""What parameters are called that are no column of any answer."""
_OF_QUESTION: Mapping[tuple[str, str], str] = MappingProxyType(
    {("unmapped", "below"): gettext("Also less sure than, 0 to 1")}
)


@dataclass(frozen=True, slots=True)
class Field:
    """`sort`: words (a name people type), choice, day, number. `list`: id of the data list with suggestions."""

    name: str
    label: str
    sort: Literal["words", "choice", "day", "number"]
    required: bool
    value: str = ""
    options: tuple[Choice, ...] = ()
    list: str = ""


def fields_of(question: AnyQuestion[Any, Any], given: Mapping[str, str], lang: Lang) -> list[Field]:
    """The parameters of a question, with the values of `given` (by name of the parameter)."""
    return [
        _field(question, name, declared, given.get(name, ""), lang)
        for name, declared in question.params.model_fields.items()
        if name != "as_of"
    ]


def parameter_label(question: str, name: str, lang: Lang) -> str:
    """What a parameter of the question is called."""
    own = _OF_QUESTION.get((question, name)) or LABELS.get(name)
    return translator(lang)(own) if own else heading(name, lang, question)


def value_shown(name: str, value: Any, lang: Lang) -> str:
    """What a parameter's value is called: a word of a closed list, a day, a thing by its name."""
    _ = translator(lang)
    if isinstance(value, Mapping):
        return clean(str(value["name"]))
    if isinstance(value, bool) or value in ("true", "false"):
        return _("yes") if value in (True, "true") else _("no")
    if name == "level" and value in styles.LEVELS:
        return _(styles.LEVELS[value])
    if value in HEADINGS and "_" in value:  # a name of a column: load by «subject_area»
        return _(HEADINGS[value])
    return clean(shown.word(value.isoformat() if isinstance(value, date) else str(value), lang))


def _field(question: AnyQuestion[Any, Any], name: str, declared: FieldInfo, value: str, lang: Lang) -> Field:
    label, needed = parameter_label(question.name, name, lang), declared.is_required()
    word = word_of(declared)
    if word is not None:
        listed = word.kind if word.kind in ("territory", "function", "direction") else ""
        return Field(name, label, "words", needed, value, list=listed)
    kinds = [kind for kind in _flat(declared.annotation) if kind is not type(None)]
    if date in kinds:
        return Field(name, label, "day", needed, value)
    options = tuple(Choice(code, value_shown(name, code, lang)) for code in _closed(kinds))
    if options:
        return Field(name, label, "choice", needed, value.lower() if bool in kinds else value, options)
    return Field(name, label, "number", needed, value)


def _closed(kinds: list[Any]) -> Iterator[str]:
    for kind in kinds:
        if get_origin(kind) is Literal:
            yield from (str(one.value if isinstance(one, Enum) else one) for one in get_args(kind))
        elif isinstance(kind, type) and issubclass(kind, Enum):
            yield from (str(one.value) for one in kind)
        elif kind is bool:
            yield from ("true", "false")


def _flat(annotation: Any) -> list[Any]:
    if get_origin(annotation) in (Union, UnionType):
        return [kind for part in get_args(annotation) for kind in _flat(part)]
    return [annotation]
