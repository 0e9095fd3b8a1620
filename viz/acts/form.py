"""The fields of a fact that a person may correct, as controls of a form."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from ontology.i18n import Lang, translator
from ontology.labels import label
from ontology.property_graph import Relation
from viz.acts.model import ReadAct, ReadFact
from viz.acts.shown import declared_field, field_heading
from viz.model import Choice
from viz.text import capital, clean, shorten

Control = Literal["choice", "many", "day", "number", "words", "text"]
_LONG = 60  # characters; a longer text is written in several lines


@dataclass(frozen=True, slots=True)
class FormField:
    """A control. `values`: what is set now, by value of `options` where there are some; `required`: never empty."""

    name: str
    heading: str
    control: Control
    values: tuple[str, ...]
    required: bool
    options: tuple[Choice, ...] = ()


def form_of(fact: ReadFact, act: ReadAct, lang: Lang) -> list[FormField]:
    """What can be corrected of a fact: subjects are those the act names, words those of the closed lists."""
    kind = type(fact.entity)
    values = fact.entity.model_dump(mode="json")
    return [
        _field(kind_name, values.get(kind_name), declared_field(kind, kind_name), act, lang, fact)
        for kind_name in fact.fields
    ]


def _field(name: str, value: Any, declared: Any, act: ReadAct, lang: Lang, fact: ReadFact) -> FormField:
    heading = field_heading(type(fact.entity), name, lang)
    given = tuple(str(v) for v in (value if isinstance(value, list) else [value]) if v is not None)
    if isinstance(declared, Relation):
        options = _subjects(act) if declared.target == "Subject" else _functions(act)
        if declared.many:  # what is chosen stands first, so that it is seen without scrolling
            options.sort(key=lambda o: o.value not in given)
        return FormField(name, heading, "many" if declared.many else "choice", given, declared.required, tuple(options))
    if declared.enum is not None:
        words = tuple(Choice(str(w.value), capital(label(w, lang))) for w in declared.enum)
        return FormField(name, heading, "choice", given, declared.required, words)
    if declared.kind == "boolean":
        _ = translator(lang)
        truth = (Choice("true", _("yes")), Choice("false", _("no")))
        return FormField(name, heading, "choice", (str(bool(value)).lower(),), True, truth)
    if declared.kind == "date":
        return FormField(name, heading, "day", given, declared.required)
    if declared.kind in ("real", "integer"):
        return FormField(name, heading, "number", (fact.fields.get(name, ""),), declared.required)
    long = len(fact.fields.get(name, "")) > _LONG
    return FormField(name, heading, "text" if long else "words", given, declared.required)


def _subjects(act: ReadAct) -> list[Choice]:
    called = sorted(act.subjects.values(), key=lambda s: (clean(s.name).casefold(), s.id))
    return [Choice(s.id, shorten(s.name, 160)) for s in called]


def _functions(act: ReadAct) -> list[Choice]:
    def by_code(item: tuple[str, tuple[str, str]]) -> list[tuple[int, str]]:
        return [(len(part), part) for part in item[1][0].split(".")]

    return [Choice(id, f"{code} {clean(name)}") for id, (code, name) in sorted(act.functions.items(), key=by_code)]
