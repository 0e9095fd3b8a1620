"""Tables of the graph as CSV: one for each class, one for all relations.

For a spreadsheet program in Russian: UTF-8 with its mark, semicolons, the decimal comma. A text that such a program
would run as a formula begins with an apostrophe; so does one that begins with an apostrophe, so that exactly one can be
taken off again. Headings and words of closed lists are those of the schema in the reader's language.
"""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from typing import Any

from ontology.entities.base import Entity
from ontology.i18n import DEFAULT_LANG, Lang, translator
from ontology.labels import class_label, label, property_label
from ontology.property_graph import NODES, Node
from queries.exports.flat import called, links, plain, properties

SEPARATOR = ";"
RELATIONS = "relations"
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "'")
_DAY = (1980, 1, 1, 0, 0, 0)  # the first an archive can hold: the same tables give the same bytes


def tables(
    entities: Sequence[Entity], *, with_text: bool = False, lang: Lang = DEFAULT_LANG
) -> Iterator[tuple[str, bytes]]:
    """(name without suffix, bytes) of each table that has rows, and of the relations."""
    by_class: dict[str, list[Entity]] = {}
    for entity in entities:
        by_class.setdefault(type(entity).__name__, []).append(entity)
    for node in NODES:
        if node.label in by_class:
            rows = (_row(node, entity, with_text, lang) for entity in by_class[node.label])
            yield node.table, _csv([heads(node, with_text=with_text, lang=lang), *rows])
    yield RELATIONS, _csv(_relations(entities, lang))


def archive(entities: Sequence[Entity], *, with_text: bool = False, lang: Lang = DEFAULT_LANG) -> bytes:
    """All tables in one ZIP; the same facts give the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as files:
        for name, content in tables(entities, with_text=with_text, lang=lang):
            files.writestr(zipfile.ZipInfo(f"{name}.csv", _DAY), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def heads(node: Node, *, with_text: bool, lang: Lang) -> list[str]:
    """The headings of the table of a class: its id, its values, what it points to."""
    _ = translator(lang)
    named = [(p.prop.iri, p.prop.lang) for p in properties(node.entity, with_text=with_text)]
    named += [(r.ref.iri, "") for r in node.columns]
    return [_("identifier"), *(_head(iri, tongue, lang) for iri, tongue in named)]


def _head(iri: str, tongue: str, lang: Lang) -> str:
    _ = translator(lang)
    borrowed = {  # names of SKOS are no part of our schema
        "skos:notation": _("code"),
        "skos:prefLabel": _("label"),
        "skos:scopeNote": _("note on use"),
        "skos:altLabel": _("alternative wordings"),
        "skos:broader": _("direction"),
    }
    head = borrowed.get(iri) or property_label(iri, lang)
    return f"{head} ({_('in English')})" if tongue == "en" else head


def _row(node: Node, entity: Entity, with_text: bool, lang: Lang) -> list[str]:
    values = [getattr(entity, p.name) for p in properties(node.entity, with_text=with_text)]
    return [entity.id, *(_cell(v, lang) for v in values), *(getattr(entity, r.name) or "" for r in node.columns)]


def _relations(entities: Sequence[Entity], lang: Lang) -> Iterator[list[str]]:
    _ = translator(lang)
    yield [_("from what"), _("class of it"), _("what it is called"), _("relation"), _("to what"), _("class of that"),
           _("what that is called"), _("place")]  # fmt: skip
    heads_ = {(n.label, r.type): _head(r.ref.iri, "", lang) for n in NODES for r in n.relations}
    names = {e.id: called(e, lang) for e in entities}
    classes = {n.label: class_label(n.entity, lang) for n in NODES}
    for link in links(entities):
        source, target = names.get(link.source, ""), names.get(link.target, "")
        yield [
            link.source, classes[link.source_class], _safe(source), heads_[link.source_class, link.relation],
            link.target, classes[link.target_class], _safe(target), str(link.position),
        ]  # fmt: skip


def _cell(value: Any, lang: Lang) -> str:
    if isinstance(value, Enum):
        return _safe(label(value, lang))
    if isinstance(value, bool):
        return translator(lang)("yes") if value else translator(lang)("no")
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        return str(value).replace(".", ",") if lang == "ru" else str(value)
    if isinstance(value, tuple) and value and isinstance(value[0], Enum):
        value = tuple(label(v, lang) for v in value)
    held = plain(value)
    return "" if held is None else _safe(str(held))


def _safe(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text


def _csv(rows: Iterable[Sequence[str]]) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=SEPARATOR).writerows(rows)
    return b"\xef\xbb\xbf" + out.getvalue().encode("utf-8")
