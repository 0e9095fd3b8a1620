"""The declared wordings: what a user teaches without code is read, what is wrong in the file is said in one line."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tomllib
from collections import Counter
from importlib.resources import files
from pathlib import Path

import pytest

from loaders.order import wordings

ACT = """МИНИСТЕРСТВО ОБРАЗОВАНИЯ ТРИДЕВЯТОГО КРАЯ

ПРИКАЗ

от 12 марта 2024 г. № 15-р

1. Утвердить Положение (приложение 1).

Приложение 1
к приказу министерства
от 12.03.2024 № 15-р

ПОЛОЖЕНИЕ
о системе методической работы

1. Региональный методдвор

Функции:
– проводит диагностику;
– ведёт реестр методистов.
"""


def extract(tmp_path: Path, taught: str | bytes | None) -> subprocess.CompletedProcess[str]:
    """`opora extract` of the act with a file of wordings; None: without one, "-": one that is not there."""
    act = tmp_path / "act.txt"
    act.write_text(ACT, encoding="utf-8")
    env = {k: v for k, v in os.environ.items() if k != "OPORA_WORDINGS"}
    if taught is not None:
        file = tmp_path / "own.toml"
        if taught != "-":
            file.write_bytes(taught if isinstance(taught, bytes) else taught.encode())
        env["OPORA_WORDINGS"] = str(file)
    command = [str(Path(sys.executable).with_name("opora")), "extract", str(act)]
    return subprocess.run(command, env=env, capture_output=True, text=True, encoding="utf-8")


def test_a_word_is_taught_without_code(tmp_path: Path) -> None:
    before = json.loads(extract(tmp_path, None).stdout)
    after = json.loads(extract(tmp_path, '[heads]\ncentre = ["методдвор"]\n').stdout)
    assert not any("методдвор" in s["name"] for s in before["subjects"])
    (subject,) = [s for s in after["subjects"] if "методдвор" in s["name"]]
    assert subject["kind"] == "centre"
    assert [a["statement"] for a in after["assignments"] if a["subject"] == subject["id"]] == [
        "проводит диагностику",
        "ведёт реестр методистов",
    ]


@pytest.mark.parametrize(
    ("taught", "said"),
    [
        ("-", "не открывается"),
        ("[heads\n", "не TOML"),
        (b"\xff\xfe[", "не TOML"),
        ('[hedas]\ncentre = ["двор"]\n', "hedas"),
        ('[heads]\ncentre = "двор"\n', "heads.centre"),
        ("heads = 3\n", "heads"),
    ],
)
def test_a_wrong_file_is_said_in_one_line(tmp_path: Path, taught: str | bytes, said: str) -> None:
    done = extract(tmp_path, taught)
    assert done.returncode == 2
    assert not done.stdout
    (line,) = [x for x in done.stderr.splitlines() if x.strip()]
    assert said in line and "own.toml" in line


def test_a_table_of_wordings_has_one_place() -> None:
    """A user's file names tables, not topics: a name may stand in one topic only."""
    tables: Counter[str] = Counter()
    for topic in wordings.topics():
        text = files(wordings).joinpath(f"{topic}.toml").read_text(encoding="utf-8")
        tables.update(tomllib.loads(text).keys())
    assert tables and max(tables.values()) == 1


def test_an_abbreviation_of_the_user_stands_for_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        wordings, "taught", lambda: {"acronyms": {"ИМЦ": ["institute", "regional"], "ДВР": ["centre", ""]}}
    )
    known = wordings.table("subjects", "acronyms")
    assert known["ИМЦ"] == ["institute", "regional"] and known["ДВР"] == ["centre", ""] and "ЦНППМ" in known


def test_the_guide_lists_every_table() -> None:
    """docs/reading.md is what a person reads before teaching a word: no table is missing, none is made up."""
    guide = (Path(__file__).resolve().parents[3] / "docs" / "reading.md").read_text(encoding="utf-8")
    rows = [line.split("|")[1:3] for line in guide.splitlines() if line.startswith("| `[")]
    listed = {(name, file.strip()) for names, file in rows for name in re.findall(r"`\[+(\w+)\]+`", names)}
    declared = {
        (name, f"{topic}.toml")
        for topic in wordings.topics()
        for name in tomllib.loads(files(wordings).joinpath(f"{topic}.toml").read_text(encoding="utf-8"))
    }
    assert listed == declared
