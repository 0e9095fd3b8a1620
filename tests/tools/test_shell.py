"""The helpers of the Makefile: one line says what is missing and what to type; a failed download is tried again."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SYSTEM = ROOT / "tools" / "system.sh"
RETRY = ROOT / "tools" / "retry.sh"


class Machine:
    """A machine whose commands are only those put into its folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for name in ("sh", "sed", "mktemp", "tail", "rm", "cat", "echo"):
            found = shutil.which(name)
            assert found is not None
            (folder / name).symlink_to(found)

    def add(self, name: str, script: str) -> None:
        path = self.folder / name
        path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        path.chmod(0o755)

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        environment = {"PATH": str(self.folder), "LOG": str(self.folder / "log")}
        return subprocess.run(command, env=environment, capture_output=True, text=True, check=False, cwd=self.folder)

    @property
    def log(self) -> list[str]:
        path = self.folder / "log"
        return path.read_text(encoding="utf-8").splitlines() if path.exists() else []


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    machine = Machine(tmp_path)
    machine.add("apt-get", 'echo "apt-get $*" >> "$LOG"')
    machine.add("sudo", 'if [ "$*" = "-n true" ]; then exit 1; fi; echo "sudo $*" >> "$LOG"')
    machine.add("id", "echo 1000")
    return machine


@pytest.mark.parametrize(
    ("need", "packages"),
    [
        ("java", "default-jre-headless"),
        ("maven", "maven"),
        ("browser", "chromium fonts-dejavu-core"),
        ("office", "libreoffice-writer-nogui fonts-dejavu-core"),
        ("node", "nodejs npm"),
    ],
)
def test_without_root_one_line_says_what_to_type(machine: Machine, need: str, packages: str) -> None:
    done = machine.run(str(SYSTEM), need)
    assert done.returncode == 1
    (line,) = done.stderr.splitlines()
    assert line.startswith("missing: ") and line.endswith(f"Type: sudo apt-get install {packages}")
    assert machine.log == []


def test_a_missing_python_names_the_package_and_the_option(machine: Machine) -> None:
    done = machine.run(str(SYSTEM), "python")
    assert done.returncode == 1
    assert "sudo apt-get install python3 python3-venv" in done.stderr
    assert "make PYTHON=" in done.stderr


def test_root_installs(machine: Machine) -> None:
    machine.add("id", "echo 0")
    assert machine.run(str(SYSTEM), "maven").returncode == 0
    assert [line.split()[-1] for line in machine.log] == ["update", "maven"]


def test_sudo_that_asks_nothing_installs(machine: Machine) -> None:
    machine.add("sudo", 'echo "sudo $*" >> "$LOG"')
    assert machine.run(str(SYSTEM), "java").returncode == 0
    assert machine.log[-1].startswith("sudo -n apt-get") and machine.log[-1].endswith(" default-jre-headless")


def test_a_failed_installation_is_told(machine: Machine) -> None:
    machine.add("id", "echo 0")
    machine.add("apt-get", "echo no network; exit 100")
    done = machine.run(str(SYSTEM), "maven")
    assert done.returncode == 1
    assert "no network" in done.stderr and "apt-get install maven" in done.stderr


def test_what_is_there_is_left_alone(machine: Machine) -> None:
    machine.add("mvn", "exit 0")
    machine.add("java", "echo 'openjdk version \"21.0.2\" 2024-01-16' >&2")
    machine.add("chromium", "exit 0")
    machine.add("fc-list", "echo DejaVu")
    done = machine.run(str(SYSTEM), "java", "maven", "browser")
    assert (done.returncode, done.stderr, machine.log) == (0, "", [])


def test_an_old_java_is_not_enough(machine: Machine) -> None:
    machine.add("java", "echo 'openjdk version \"11.0.2\" 2019-01-15' >&2")
    assert "Java 17" in machine.run(str(SYSTEM), "java").stderr


@pytest.mark.parametrize(("failures", "tries", "status"), [(0, 1, 0), (2, 3, 0), (3, 3, 7)])
def test_retry(machine: Machine, failures: int, tries: int, status: int) -> None:
    machine.add("sleep", ":")
    machine.add(
        "fetch",
        f'echo "$1" >> "$LOG"; while read -r line; do n=$((n+1)); done < "$LOG"; [ $n -gt {failures} ] || exit 7',
    )
    done = machine.run(str(RETRY), "fetch", "it")
    assert (done.returncode, len(machine.log)) == (status, tries)
