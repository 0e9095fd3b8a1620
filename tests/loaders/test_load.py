"""Loading: all or nothing, idempotent, text over facts, one act repeals another whatever the order of loading."""

from __future__ import annotations

import itertools
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from loaders.load import check, load
from loaders.merge import merge
from ontology import rdf
from ontology.entities.base import Entity
from ontology.errors import InvalidGraph, OporaError
from ontology.models import ENTITY_TYPES, Assignment, Clause, Order, Subject, Territory
from ontology.property_graph import NODE_OF
from queries.selection import in_territory, references
from queries.store import GraphStore
from queries.stores import open_store
from tools.bundle import facts

ROOT = Path(__file__).resolve().parent.parent.parent
ACT = ROOT / "docs" / "examples" / "prikaz-zarechenskaya-oblast.txt"

OLD = """ДЕПАРТАМЕНТ ОБРАЗОВАНИЯ ЛУГОВОЙ ОБЛАСТИ

ПРИКАЗ

10.02.2021 № 15

О службе наставников Луговой области

ПРИКАЗЫВАЮ:

1. Утвердить Положение о службе наставников (приложение).

Начальник департамента                         П.П. Лугов

Приложение
к приказу департамента образования Луговой области
от 10.02.2021 № 15

ПОЛОЖЕНИЕ
о службе наставников

1. Структура

1.1. Региональный уровень:

1.1.1. Луговой центр наставничества.

Функции:

- ведет банк наставников области;
- обучает наставников молодых педагогов.
"""
NEW = OLD.replace("10.02.2021 № 15", "01.03.2023 № 40").replace(
    "1. Утвердить Положение о службе наставников (приложение).",
    "1. Утвердить Положение о службе наставников (приложение).\n\n"
    "2. Признать утратившим силу приказ департамента образования Луговой области от 10.02.2021 № 15 "
    "«О службе наставников Луговой области».",
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[GraphStore]:
    opened = open_store(f"sqlite:///{tmp_path / 'x.db'}")
    yield opened
    opened.close()


def everything(store: GraphStore) -> dict[str, Entity]:
    """All a store holds."""
    return {f"{t.__name__} {e.id}": e for t in ENTITY_TYPES for e in store.all(t)}


def without_local(entity: Entity) -> Entity:
    """The entity as it travels."""
    local = {p.name: None for p in NODE_OF[type(entity)].properties if p.prop.local}
    return entity.model_copy(update=local)


def test_loading_twice_changes_nothing(store: GraphStore) -> None:
    first = load(store, [ACT])
    assert first.written.added["Assignment"] > 30
    before = everything(store)
    second = load(store, [ACT])
    assert not second.written.added
    assert not second.written.changed
    assert not second.written.removed
    assert everything(store) == before


def test_text_over_facts_adds_the_quotes_and_changes_nothing_else(store: GraphStore, tmp_path: Path) -> None:
    bundled = tmp_path / "act.trig"
    bundled.write_text(rdf.dump(facts(ACT), "trig"), encoding="utf-8")
    load(store, [bundled])
    before = everything(store)
    assert all(a.quote is None for a in store.all(Assignment))
    assert all(c.text is None for c in store.all(Clause))
    load(store, [ACT])
    after = everything(store)
    assert {k: without_local(e) for k, e in after.items()} == before
    assert all(a.quote for a in store.all(Assignment))
    # and facts loaded again over the text do not take it away
    load(store, [bundled])
    assert everything(store) == after


def test_the_bundled_facts_are_what_the_orders_say(orders_dir: Path) -> None:
    bundled = {p.stem for p in (ROOT / "data").glob("*.trig")}
    assert bundled == {p.stem for p in orders_dir.glob("*.txt")}
    for path in sorted(orders_dir.glob("*.txt")):
        written = (ROOT / "data" / f"{path.stem}.trig").read_text(encoding="utf-8")
        assert rdf.dump(facts(path), "trig") == written, f"{path.stem}: run python -m tools.bundle"


def test_text_of_the_real_acts_over_their_facts(orders_dir: Path, bundled_db: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(bundled_db, tmp_path / "opora.db"))
    store = open_store(f"sqlite:///{path}")
    before = {k: without_local(e) for k, e in everything(store).items()}
    report = load(store, sorted(orders_dir.glob("*.txt")))
    assert {k: without_local(e) for k, e in everything(store).items()} == before
    assert all(a.quote for a in store.all(Assignment))
    assert len(report.files) == 4
    store.close()


def test_one_wrong_file_leaves_the_store_as_it_was(store: GraphStore, tmp_path: Path) -> None:
    load(store, [ACT])
    before = everything(store)
    wrong = tmp_path / "wrong.ttl"
    wrong.write_text(
        "@prefix opora: <https://w3id.org/opora/ns#> . @prefix id: <https://w3id.org/opora/id/> .\n"
        'id:s1 a opora:Subject ; opora:name "Совет" ; opora:subjectKind opora:subject-kind-council ;\n'
        "  opora:generic false ; opora:vacant false ; opora:invented false ; opora:inTerritory id:nowhere .",
        encoding="utf-8",
    )
    (tmp_path / "new.txt").write_text(NEW, encoding="utf-8")
    with pytest.raises(InvalidGraph):
        load(store, [tmp_path / "new.txt", wrong])
    assert everything(store) == before


def test_check_writes_nothing(store: GraphStore) -> None:
    batch = check(store, [ACT])
    assert batch.reports[0].counts["Assignment"] > 30
    assert store.counts().get("Order", 0) == 0


@pytest.mark.parametrize("sequence", list(itertools.permutations(["old", "new"])))
def test_an_act_ends_the_one_it_repeals(store: GraphStore, tmp_path: Path, sequence: tuple[str, ...]) -> None:
    texts = {"old": OLD, "new": NEW}
    for name in sequence:
        path = tmp_path / f"{name}.txt"
        path.write_text(texts[name], encoding="utf-8")
        load(store, [path])
    ends = {o.number: o.valid_until for o in store.all(Order)}
    assert ends == {"15": date(2023, 3, 1), "40": None}


def test_a_changed_text_replaces_the_facts_of_its_order(store: GraphStore, tmp_path: Path) -> None:
    path = tmp_path / "old.txt"
    path.write_text(OLD, encoding="utf-8")
    load(store, [path])
    assert len(list(store.all(Assignment))) == 2
    path.write_text(OLD.replace("- обучает наставников молодых педагогов.\n", ""), encoding="utf-8")
    report = load(store, [path])
    assert report.written.removed.get("Assignment") == 1
    assert len(list(store.all(Assignment))) == 1


def test_a_folder_is_one_batch(store: GraphStore, tmp_path: Path) -> None:
    folder = tmp_path / "acts"
    folder.mkdir()
    for name, text in (("b.txt", OLD), ("a.txt", NEW), (".hidden.txt", "тайна"), ("notes.ini", "x")):
        (folder / name).write_text(text, encoding="utf-8")
    report = load(store, [folder])
    assert [Path(f.path).name for f in report.files] == ["a.txt", "b.txt"]
    (folder / "c.txt").write_text("", encoding="utf-8")
    with pytest.raises(OporaError, match=r"c\.txt"):
        load(store, [folder])


def test_a_part_of_the_graph_stands_alone(store: GraphStore, tmp_path: Path) -> None:
    (tmp_path / "old.txt").write_text(OLD, encoding="utf-8")
    load(store, [ACT, tmp_path / "old.txt"])
    entities = list(everything(store).values())
    home = next(t.id for t in store.all(Territory) if t.name.startswith("Луговая"))
    part = in_territory(entities, home)
    known = {e.id for e in part}
    assert all(r in known for e in part for r in references(e))
    assert {o.number for o in part if isinstance(o, Order)} == {"15"}
    assert not any("Зареч" in s.name for s in part if isinstance(s, Subject))


def test_merge_fills_gaps_and_keeps_names() -> None:
    one = Subject(id="a", name="Центр", kind="centre", territory="ru")
    two = Subject(id="a", name="ЦЕНТР роста", short="ЦР", kind="centre", territory="ru", level="regional")
    (both,) = merge([one, two, one])
    assert (both.name, both.short, both.level) == ("Центр", "ЦР", "regional")  # type: ignore[attr-defined]
    assert both.alternative_names == ("ЦЕНТР роста",)  # type: ignore[attr-defined]
