"""Tables of the graph: nothing is lost, no text is run as a formula, a spreadsheet program in Russian reads them."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections import Counter
from enum import Enum
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings

from loaders.registry.table import read_table
from ontology.entities.base import Entity
from ontology.entities.vocabulary import Level, SubjectKind
from ontology.i18n import LANGS, Lang
from ontology.labels import label
from ontology.models import ENTITY_TYPES, Subject
from ontology.property_graph import NODE_BY_LABEL, NODE_OF, NODES
from ontology.rdf_names import word_lists
from queries.exports.flat import links, plain, shown
from queries.exports.tables import RELATIONS, archive, heads, tables
from tests.strategies import HOSTILE, graphs
from tests.viz.example import entities

RELAXED = settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.too_slow])
FORMULAS = ("=1+1", "+7", "-5", "@SUM(A1)", "\t=1", "'=1", "''", "=cmd|' /C calc'!A0")


def read(facts: list[Entity], **options: Any) -> dict[str, list[list[str]]]:
    found = {}
    for name, content in tables(facts, **options):
        text = content.decode("utf-8-sig")
        found[name] = list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))
    return found


def taken_off(cell: str) -> str:
    return cell.removeprefix("'")


def written(value: Any, lang: Lang) -> str:
    """A value as a cell says it, its apostrophe taken off."""
    if isinstance(value, Enum):
        return label(value, lang)
    if isinstance(value, tuple):
        return (
            json.dumps([label(v, lang) if isinstance(v, Enum) else shown(v) for v in value], ensure_ascii=False)
            if value
            else ""
        )
    if isinstance(value, bool):
        return {"ru": ("нет", "да"), "en": ("no", "yes")}[lang][value]
    held = plain(value)
    if isinstance(held, float) and lang == "ru":
        return str(held).replace(".", ",")
    return "" if held is None else str(held)


@pytest.mark.parametrize("lang", LANGS)
@RELAXED
@given(facts=graphs())
@example(facts=entities())
def test_nothing_is_lost(lang: Lang, facts: list[Entity]) -> None:
    found = read(facts, with_text=True, lang=lang)
    for kind in ENTITY_TYPES:
        members = [e for e in facts if isinstance(e, kind)]
        assert (NODE_OF[kind].table in found) == bool(members)
        rows = found.get(NODE_OF[kind].table, [[]])[1:]
        assert len(rows) == len(members)
        for entity, row in zip(members, rows, strict=True):
            node = NODE_OF[kind]
            values = [entity.id, *(getattr(entity, p.name) for p in node.properties)]
            values += [getattr(entity, r.name) for r in node.columns]
            # A negative number is a number; only a text may carry an apostrophe.
            cells = [c if isinstance(v, int | float) else taken_off(c) for c, v in zip(row, values, strict=True)]
            assert cells == [written(v, lang) for v in values]
    related = Counter((r[0], r[4], r[7]) for r in found[RELATIONS][1:])
    assert related == Counter((x.source, x.target, str(x.position)) for x in links(facts))


@pytest.mark.parametrize("text", FORMULAS)
def test_no_text_is_run_as_a_formula(text: str) -> None:
    subject = Subject(
        id="s", name="x", short=None, kind=SubjectKind.CENTRE, level=Level.REGIONAL, territory="t"
    ).model_copy(update={"name": text})
    for rows in read([subject]).values():
        for row in rows[1:]:
            assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n")) for cell in row)
    assert [taken_off(c) for c in read([subject])["subjects"][1]].count(text) == 1


@pytest.mark.parametrize("lang", LANGS)
def test_headings_tell_columns_apart_and_so_do_words_of_a_list(lang: Lang) -> None:
    for node in NODES:
        found = heads(node, with_text=True, lang=lang)
        assert len(found) == len(set(found)) and not any(":" in head for head in found), node.label
    for words in word_lists():
        assert len({label(word, lang) for word in words}) == len(words)


def test_a_spreadsheet_program_in_russian_reads_them() -> None:
    content = dict(tables(entities()))
    assert all(c.startswith(b"\xef\xbb\xbf") and b"\r\n" in c for c in content.values())
    rows = read(entities())
    assert rows["subjects"][0][:5] == [
        "идентификатор", "способ прочтения", "кто подтвердил", "когда подтверждено", "наименование",
    ]  # fmt: skip
    held = dict(zip(rows["assignments"][0], rows["assignments"][1], strict=True))
    assert held["уверенность чтения"] == "0,9" and held["роль"] == "утверждает и контролирует"
    assert rows["orders"][1][3] == "2021-07-20"
    assert rows[RELATIONS][0][3] == "связь"


def test_the_loader_of_registries_reads_them_too() -> None:
    content = dict(tables(entities()))
    for name in ("territories", "headcounts", "methodists", "subjects"):
        table = read_table(content[name], name)
        ours = read(entities())[name]
        assert list(table.header) == ours[0] and len(table.rows) == len(ours) - 1


def test_the_archive_holds_each_table_and_nothing_of_the_hour() -> None:
    first = archive(entities())
    assert first == archive(entities())
    with zipfile.ZipFile(io.BytesIO(first)) as files:
        assert files.testzip() is None
        assert {n: files.read(n) for n in files.namelist()} == {f"{n}.csv": c for n, c in tables(entities())}


def test_the_words_of_an_act_stay_at_home_unless_asked_for() -> None:
    assert not any("слова пункта".encode() in c for _, c in tables(entities()))
    assert any("слова пункта".encode() in c for _, c in tables(entities(), with_text=True))
    assert "quote" in {p.name for p in NODE_BY_LABEL["Assignment"].properties} and HOSTILE
