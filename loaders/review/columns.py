"""The columns of a review's sheets: what is shown, what can be filled in, what must come back as it went out."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Literal

from loaders.review.fields import CLASS_OF, EDITABLE, field_of
from loaders.review.rows import Row
from loaders.review.values import Values
from ontology.entities.vocabulary import Verdict
from ontology.i18n import Lang, translator
from ontology.labels import class_label, label, property_label
from ontology.models import Assignment, NameVariant
from ontology.property_graph import Property

Duty = Literal["fixed", "shown", "filled", "hidden"]
"""fixed: comes back unchanged; shown: for the eye, not compared; filled: the reviewer's; hidden: what filled cells held
when the workbook was made, so that the same workbook can be loaded twice."""

WAS = "#"
LONGEST_CELL = 32_000  # a cell holds 32,767 characters


@dataclass(frozen=True, slots=True)
class Column:
    """A column: `name` is a field of the fact, or one of the sheet's own (id, clause, text, why, …)."""

    name: str
    heading: str
    duty: Duty
    width: int


def sheet_name(kind: str, lang: Lang) -> str:
    """The title of a list's sheet: at most 31 characters, none that a sheet's title must not have."""
    text = class_label(CLASS_OF[kind], lang)
    return "".join(c for c in text[:1].upper() + text[1:] if c not in "[]:*?/\\")[:31]


def columns(kind: str, lang: Lang) -> list[Column]:
    """The columns of a list, in order."""
    _ = translator(lang)
    found = [
        Column("id", _("Id"), "fixed", 16),
        Column("clause", _("Clause"), "fixed", 12),
        Column("text", _("The act's words"), "fixed", 60),
        Column("why", _("Reasons and doubts"), "shown", 30),
    ]
    if kind == Assignment.__name__:
        found.append(Column("confidence", _("Confidence"), "fixed", 8))
    found.append(Column("verdict", _("Verdict"), "filled", 14))
    for name in EDITABLE[CLASS_OF[kind]]:
        found.append(Column(name, field_heading(kind, name, lang), "filled", 28))
    found += [
        Column("note", _("Note"), "filled", 24),
        Column("state", _("State"), "shown", 14),
        Column("decided_by", _("Who decided"), "shown", 16),
        Column(WAS, WAS, "hidden", 4),
    ]
    return found


def field_heading(kind: str, name: str, lang: Lang) -> str:
    """What a field of a list is called."""
    declared = field_of(CLASS_OF[kind], name)
    heading = property_label(declared.prop.iri if isinstance(declared, Property) else declared.ref.iri, lang)
    return heading[:1].upper() + heading[1:]


def verdict_words(kind: str, lang: Lang) -> list[str]:
    """The verdicts that fit a list, in words."""
    last = Verdict.SPLIT if kind == NameVariant.__name__ else Verdict.REJECTED
    first = [Verdict.CONFIRMED] if kind == NameVariant.__name__ else [Verdict.CONFIRMED, Verdict.CORRECTED]
    return [label(v, lang) for v in [*first, last, Verdict.REOPENED]]


def cell(row: Row, column: Column, values: Values) -> str | float | None:
    """What stands in a cell."""
    if column.name == "confidence":
        return row.confidence
    if column.name == WAS:
        return " ".join(f"{name}={stamp(field_text(v, row.kind, name, values))}" for name, v in row.fields.items())
    if column.name in ("verdict", "note"):
        return None
    if column.name == "state":
        return translator(values.lang)(row.status)
    if column.name in row.fields:
        return field_text(row.fields[column.name], row.kind, column.name, values)
    value = getattr(row, column.name)
    return _clean(str(value)) if value else None


def field_text(shown: str, kind: str, name: str, values: Values) -> str | None:
    """A field as its cell shows it: a function by its code and what it is called."""
    function = values.functions.get(shown) if name == "function" else None
    if function is not None:
        title = function.label_ru if values.lang == "ru" else function.label_en
        return f"{function.code} {title}"
    return _clean(shown) or None


def plain(text: str) -> str:
    """Text as two programs agree on it: control characters, ends of lines and escapes differ between them."""
    text = text.replace("_x005F_", "_")  # how the format escapes what looks like one of its own escapes
    return "\n".join(
        " ".join("".join(c for c in line if c.isprintable()).split()) for line in text.splitlines()
    ).strip()


def stamp(text: str | None) -> str:
    """A short hash of what a cell shows."""
    return hashlib.sha256(plain(text or "").encode()).hexdigest()[:12]


def _clean(text: str) -> str:
    """Text a workbook can hold: control characters have no place in its format."""
    return "".join(c if c.isprintable() or c == "\n" else " " for c in text)[:LONGEST_CELL]
