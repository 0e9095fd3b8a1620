"""A folder of acts in one go: in several processes as in one; every bad file is named, nothing written by halves."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from loaders.extract import extract
from loaders.load import load
from loaders.many import each
from ontology.errors import NotAnOrder, OporaError, SeveralErrors, UnreadableFile
from ontology.models import Assignment, Order, Territory
from queries.store import GraphStore
from queries.stores import open_store
from tests.variants.bodies import FIRST, SECOND
from tests.variants.render import variant

ACTS = 10


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Ten acts of ten regions."""
    made = tmp_path_factory.mktemp("acts")
    for number in range(ACTS):
        stem = FIRST[number] + SECOND[(number * 3) % len(SECOND)]
        act = variant(number, size=3, rows=6, region=(f"{stem}ая область", f"{stem}ой области", f"{stem}ий"))
        (made / f"{number}.txt").write_text(act.text, encoding="utf-8")
    return made


@pytest.fixture
def store(tmp_path: Path) -> Iterator[GraphStore]:
    opened = open_store(f"sqlite:///{tmp_path / 'x.db'}")
    yield opened
    opened.close()


class Seen:
    """Keeps what it is told."""

    def __init__(self) -> None:
        self.files: list[tuple[str, int, int]] = []
        self.stages: list[str] = []

    def file(self, path: Path, done: int, total: int) -> None:
        self.files.append((path.name, done, total))

    def stage(self, stage: Any) -> None:
        self.stages.append(stage)


def test_a_folder_of_acts_is_loaded_in_one_go(store: GraphStore, folder: Path) -> None:
    seen = Seen()
    report = load(store, [folder], seen)
    assert [Path(f.path).name for f in report.files] == sorted(p.name for p in folder.iterdir())
    assert sorted(name for name, _, _ in seen.files) == sorted(p.name for p in folder.iterdir())
    assert [(done, total) for _, done, total in seen.files] == [(n, ACTS) for n in range(1, ACTS + 1)]
    assert seen.stages == ["check", "write"]
    assert len(list(store.all(Order))) == ACTS
    regions = {o.territory for o in store.all(Order)}
    assert len(regions) == ACTS
    assert all(t in {x.id for x in store.all(Territory)} for t in regions)
    assert sum(f.counts["Assignment"] for f in report.files) == len(list(store.all(Assignment)))
    assert all(f.characters and f.understood_share for f in report.files)


def test_several_processes_read_what_one_reads(folder: Path) -> None:
    paths = sorted(folder.iterdir())[:4]
    alone, apart = Seen(), Seen()
    one = each(extract, paths, alone, workers=1)
    two = each(extract, paths, apart, workers=2)
    assert [r.as_json() for r in one] == [r.as_json() for r in two]
    assert sorted(n for n, _, _ in apart.files) == [p.name for p in paths]
    assert [d for _, d, _ in apart.files] == [1, 2, 3, 4]


def test_all_bad_files_are_named_at_once(store: GraphStore, folder: Path, tmp_path: Path) -> None:
    inside = tmp_path / "mixed"
    inside.mkdir()
    (inside / "a.txt").write_bytes((folder / "0.txt").read_bytes())
    (inside / "b.txt").write_text("Купить хлеба и молока.", encoding="utf-8")
    (inside / "c.txt").write_text("", encoding="utf-8")
    (inside / "d.csv").write_text("не;та;таблица\n1;2;3\n", encoding="utf-8")
    with pytest.raises(SeveralErrors) as caught:
        load(store, [inside, tmp_path / "none.txt", folder / "1.txt"])
    assert [type(e) for e in caught.value.errors] == [UnreadableFile, NotAnOrder, UnreadableFile]
    lines = caught.value.message("ru").splitlines()
    assert "3" in lines[0]
    for line, name in zip(lines[1:], ("none.txt", "b.txt", "c.txt"), strict=True):
        assert str(tmp_path) in line
        assert name in line
    assert store.counts().get("Order", 0) == 0


def test_the_only_bad_file_is_its_own_error(folder: Path, tmp_path: Path) -> None:
    bad = tmp_path / "b.txt"
    bad.write_text("Купить хлеба и молока.", encoding="utf-8")
    for workers in (1, 2):
        with pytest.raises(NotAnOrder, match=r"b\.txt"):
            each(extract, [folder / "0.txt", bad], workers=workers)


@pytest.mark.parametrize(
    "error",
    [
        NotAnOrder("the text is no legal act", where="a.txt", mend="Give it", rule="r"),
        UnreadableFile("files of the type {suffix} are not read", where="b", suffix=".x"),
    ],
)
def test_an_error_travels_between_processes_whole(error: OporaError) -> None:
    for one in (error, SeveralErrors([error, error])):
        other = pickle.loads(pickle.dumps(one))
        assert type(other) is type(one)
        assert other.message("ru") == one.message("ru")
        assert vars(other).keys() == vars(one).keys()
