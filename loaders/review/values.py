"""What a person wrote into a field → its value; and the value as a person reads it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from datetime import date, datetime
from functools import cached_property
from typing import Any

from loaders.review.fields import EDITABLE, field_of
from loaders.review.sources import Act
from ontology.entities.base import Entity, Id
from ontology.errors import BadParameter
from ontology.i18n import Lang, translator
from ontology.ids import normalise
from ontology.labels import label, words_by_label
from ontology.models import Function, Subject
from ontology.property_graph import Property, Relation

NOTHING = frozenset({"", "-", "–", "—", "нет", "none", "null"})
_TRUTH = {"да": True, "yes": True, "true": True, "1": True, "нет": False, "no": False, "false": False, "0": False}
_DAY = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")


class Values:
    """Fields of an act's facts in words: subjects by name, functions by code, closed lists in the user's language."""

    def __init__(self, act: Act, functions: Mapping[str, Function], lang: Lang) -> None:
        self.act, self.functions, self.lang = act, functions, lang

    @cached_property
    def subjects(self) -> dict[Id, str]:
        """Id → name as shown: one line, with the id where two subjects are called alike."""
        names = {id: " ".join(s.name.split()) for id, s in self.act.subjects.items()}
        times = Counter(names.values())
        return {id: name if times[name] == 1 else f"{name} [{id}]" for id, name in names.items()}

    @cached_property
    def _ids(self) -> dict[str, Id]:
        """What a subject may be called here, in normal form → its id; what is not one subject's alone is left out."""
        called: dict[str, set[Id]] = {}
        for id, subject in self.act.subjects.items():
            for name in (self.subjects[id], subject.name, subject.short):
                if name:
                    called.setdefault(normalise(name), set()).add(id)
        for id, subject in self.act.subjects.items():  # by another name only where no subject is called so
            for name in subject.alternative_names:
                if normalise(name) not in called:
                    called.setdefault(normalise(name), set()).add(id)
        return {name: next(iter(ids)) for name, ids in called.items() if len(ids) == 1}

    @cached_property
    def _codes(self) -> dict[Id, str]:
        return {f.id: f.code for f in self.functions.values()}

    def shown(self, kind: type[Entity], name: str, value: Any) -> str:
        """A value as a person reads and writes it; nothing is empty."""
        declared = field_of(kind, name)
        if value is None:
            return ""
        if isinstance(declared, Relation):
            targets = value if declared.many else (value,)
            return "\n".join(self._target(declared.target, t) for t in targets)
        if declared.enum is not None:
            return label(declared.enum(value), self.lang)
        if isinstance(value, bool):
            return translator(self.lang)("yes") if value else translator(self.lang)("no")
        if isinstance(value, float):
            return f"{value:g}" if abs(value) < 10**6 else repr(value)
        if isinstance(value, tuple):
            return "\n".join(str(v) for v in value)
        return value.isoformat() if isinstance(value, date) else str(value)

    def _target(self, target: str, id: Id) -> str:
        known = {"Subject": self.subjects, "Function": self._codes}.get(target, {})
        return known.get(id, id)

    def parsed(self, kind: type[Entity], name: str, written: Any) -> Any:
        """The value meant by what was written. BadParameter, where=field, when nothing of the kind is known."""
        if name not in EDITABLE.get(kind, ()):
            raise BadParameter(
                "{field} of {label} cannot be corrected; these can: {fields}",
                field=name,
                label=kind.__name__,
                fields=", ".join(EDITABLE.get(kind, ())) or "–",
            )
        declared = field_of(kind, name)
        if isinstance(declared, Relation):
            return self._reference(declared, written)
        if written is None or (
            isinstance(written, str) and written.strip().lower() in NOTHING and declared.kind != "boolean"
        ):
            if declared.required:
                raise BadParameter("{field} cannot be empty", field=name)
            return None
        if isinstance(written, float) and written.is_integer():
            written = int(written)  # a table gives every number as one with decimals: an agreement's number 12 as 12.0
        text = str(written).strip()
        if declared.enum is not None:
            word = words_by_label(declared.enum).get(text.lower())
            if word is None:
                raise self._wrong(name, text, [str(w.value) for w in declared.enum])
            return word
        return self._plain(declared, written, text)

    def _plain(self, declared: Property, written: Any, text: str) -> Any:
        try:
            match declared.kind:
                case "boolean":
                    return _TRUTH[text.lower()]
                case "real":
                    return float(text.replace(",", ".").replace("\u00a0", "").replace(" ", ""))
                case "integer":
                    return int(text)
                case "date":
                    if isinstance(written, datetime):
                        return written.date()
                    if found := _DAY.fullmatch(text):
                        return date(int(found[3]), int(found[2]), int(found[1]))
                    return date.fromisoformat(text)
                case _:
                    return text
        except (KeyError, ValueError) as error:
            raise self._wrong(declared.name, text, []) from error

    def _wrong(self, name: str, text: str, words: list[str]) -> BadParameter:
        if words:
            return BadParameter(
                "«{value}» is no {field}; it is one of {words}", value=text[:80], field=name, words=", ".join(words)
            )
        return BadParameter("«{value}» is no {field}", value=text[:80], field=name)

    def _reference(self, declared: Relation, written: Any) -> Any:
        given = list(written) if isinstance(written, list | tuple) else str(written or "").splitlines()
        texts = [t for t in (str(g).strip() for g in given) if t.lower() not in NOTHING]
        if not declared.many and len(texts) > 1:
            raise self._wrong(declared.name, " / ".join(texts), [])
        if not texts and declared.required:
            raise BadParameter("{field} cannot be empty", field=declared.name)
        ids = tuple(self._id(declared, text) for text in texts)
        return ids if declared.many else (ids[0] if ids else None)

    def _id(self, declared: Relation, text: str) -> Id:
        if declared.target == Function.__name__:
            code = text.split()[0].rstrip(".") if text else ""
            found = self.functions.get(code) or next((f for f in self.functions.values() if f.id == text), None)
            if found is None:
                raise BadParameter("the catalogue has no function with the code {code}", code=text[:40])
            return found.id
        if declared.target == Subject.__name__:
            if text in self.act.subjects:
                return text
            if id := self._ids.get(normalise(text)):
                return id
            raise BadParameter(
                "the act names no subject «{name}», or more than one",
                mend="Give the name as the table shows it, or the id.",
                name=text[:120],
            )
        return text
