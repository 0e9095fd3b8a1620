"""The commands in README.md and README.ru.md run, in order, on a new store; both files show the same commands."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.no_cover  # slow, and tests of the parts run the same lines

ROOT = Path(__file__).resolve().parent.parent
FENCE = re.compile(r"^```sh\n(.*?)^```", re.MULTILINE | re.DOTALL)


def commands(name: str) -> list[str]:
    """Lines of the shell blocks of a file."""
    text = (ROOT / name).read_text(encoding="utf-8")
    return [line for block in FENCE.findall(text) for line in block.splitlines() if line.strip()]


def links(name: str) -> list[str]:
    """Targets of relative links and pictures of a file."""
    found = re.findall(r"\]\(([^)#]+)", (ROOT / name).read_text(encoding="utf-8"))
    return [x for x in found if "://" not in x]


def test_both_languages_show_the_same_commands() -> None:
    assert commands("README.md") == commands("README.ru.md")
    assert len(commands("README.md")) > 8


@pytest.mark.parametrize("name", ["README.md", "README.ru.md", "CONTRIBUTING.md"])
def test_links_lead_somewhere(name: str) -> None:
    assert [x for x in links(name) if not (ROOT / x).exists()] == []


def test_make_targets_exist() -> None:
    targets = [shlex.split(c)[1] for c in commands("README.md") if c.startswith("make ")]
    assert targets == ["run", "test"]
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert all(re.search(rf"^{t}:", makefile, re.MULTILINE) for t in targets)


def test_opora_commands_run(tmp_path: Path, bundled_db: Path) -> None:
    """Each command ends well and prints something; the store starts with the bundled facts, as `make run` leaves it."""
    store = tmp_path / "opora.db"
    store.write_bytes(bundled_db.read_bytes())
    (tmp_path / "docs").symlink_to(ROOT / "docs")  # what a command writes stays out of the repository
    for line in commands("README.md"):
        words = shlex.split(line)
        if words[0] != "opora":
            continue
        done = subprocess.run(
            [sys.executable, "-m", "api", "--store", f"sqlite:///{store}", *words[1:]],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        assert done.returncode == 0, f"{line}\n{done.stderr}"
        assert (done.stdout + done.stderr).strip(), line
        assert "Traceback" not in done.stderr
