"""The jars of Neo4j Community: fetched once through Maven, kept under .cache/neo4j."""

from __future__ import annotations

import fcntl
import hashlib
import re
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
POM = Path(__file__).with_name("pom.xml")
CACHE = ROOT / ".cache" / "neo4j"
JAVA_VERSION = 17
ATTEMPTS = 3


class MissingTool(RuntimeError):
    """Java or Maven is not on this machine (or Java is of another version); the message says what to install."""


class FetchFailed(RuntimeError):
    """Maven could not fetch the jars; the message holds the end of what it said."""


def java() -> str:
    """The `java` command; raises MissingTool when there is none, or it is older than Java 17, which Neo4j needs."""
    command = shutil.which("java")
    if command is None:
        raise MissingTool(
            f"Neo4j needs Java {JAVA_VERSION}, and there is no java: apt-get install default-jre-headless"
        )
    said = subprocess.run([command, "-version"], capture_output=True, text=True, check=False).stderr
    found = re.search(r'version "(\d+)', said)
    if found is None or int(found[1]) < JAVA_VERSION:
        raise MissingTool(
            f"Neo4j needs Java {JAVA_VERSION}, this java is {found[1] if found else 'unknown'}: "
            "apt-get install default-jre-headless"
        )
    return command


def maven() -> str:
    """The `mvn` command; raises MissingTool when there is none."""
    command = shutil.which("mvn")
    if command is None:
        raise MissingTool("Neo4j's jars come through Maven, and there is no mvn: apt-get install maven")
    return command


def missing_tool() -> str | None:
    """What keeps Neo4j from starting here, as one line; None when nothing does (jars at hand need no Maven)."""
    try:
        java()
        if not _complete(_library()):
            maven()
    except MissingTool as problem:
        return str(problem)
    return None


def fetch_jars() -> Path:
    """The folder with all runtime jars; fetched when absent, at most once at a time however many processes ask.

    The folder is named after the contents of pom.xml, so another version never mixes with the jars of this one.
    Raises MissingTool without Maven, FetchFailed when the download fails three times.
    """
    library = _library()
    if _complete(library):
        return library
    CACHE.mkdir(parents=True, exist_ok=True)
    with _locked(CACHE / "fetch.lock"):
        if not _complete(library):
            _fetch(library)
    return library


def _library() -> Path:
    return CACHE / f"lib-{hashlib.sha256(POM.read_bytes()).hexdigest()[:12]}"


def _complete(library: Path) -> bool:
    # The folder gets its name only after everything was copied (see _fetch), so its presence is enough.
    return library.is_dir()


def _fetch(library: Path) -> None:
    command = [maven(), "-B", "-q", "-f", str(POM), "dependency:copy-dependencies", "-DincludeScope=runtime"]
    said = ""
    for attempt in range(ATTEMPTS):
        if attempt:
            time.sleep(5 * attempt)
        with tempfile.TemporaryDirectory(dir=CACHE, prefix="fetching-") as folder:
            target = Path(folder) / "lib"
            done = subprocess.run(
                [*command, f"-DoutputDirectory={target}"], capture_output=True, text=True, check=False
            )
            said = done.stdout + done.stderr
            if done.returncode == 0 and any(target.glob("neo4j-server-*.jar")):
                target.rename(library)
                return
    raise FetchFailed(f"Maven could not fetch Neo4j's jars ({ATTEMPTS} attempts):\n{said[-2000:]}")


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    with path.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
