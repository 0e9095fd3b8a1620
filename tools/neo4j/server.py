"""One running Neo4j Community on the loopback interface."""

from __future__ import annotations

import secrets
import shutil
import socket
import subprocess
import time
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import LiteralString

from neo4j import Driver, GraphDatabase
from neo4j.exceptions import AuthError, ServiceUnavailable, TransientError

from tools.neo4j.jars import fetch_jars, java

HOST = "127.0.0.1"
USER = "neo4j"
FIRST_PASSWORD = "neo4j"  # what every fresh Neo4j starts with; it refuses all work until it is changed
START_SECONDS = 120.0
STOP_SECONDS = 60.0

_FOLDERS = ("conf", "data", "logs", "plugins", "import", "run", "licenses")
_OPENED = ("java.base/java.nio", "java.base/java.io", "java.base/sun.nio.ch", "java.base/java.util.concurrent")
_CONFIGURATION = """\
server.default_listen_address={host}
server.bolt.listen_address={host}:{port}
server.http.enabled=false
server.https.enabled=false
server.memory.pagecache.size=128m
dbms.usage_report.enabled=false
db.tx_log.preallocate=false
db.tx_log.rotation.retention_policy=1 files
"""
# Tests fill and empty the database all the time: its plans must not be made anew for that, which costs seconds each,
# nor because an id is longer or a list has more rows than the last one (a plan is else kept for each power of ten).
_KEEP_PLANS = """\
dbms.cypher.min_replan_interval=1d
dbms.cypher.statistics_divergence_threshold=1.0
internal.cypher.use_parameter_size=false
"""


class StartFailed(RuntimeError):
    """The server did not come up; the message holds the end of its log."""


@dataclass
class Neo4jServer:
    """Neo4j in the folder `home`, which it creates; usable as a context manager.

    `port` 0 takes a free one. `heap` is Java's notation. `url`, USER and `password` are what a driver needs.
    The process ends with the one that started it where the system can promise it (Linux with setpriv).
    """

    home: Path
    password: str = field(default_factory=lambda: secrets.token_urlsafe(18), repr=False)
    port: int = 0
    heap: str = "768m"
    # A server for tests lives a minute: compiling its code thoroughly would take longer than it lives.
    short_lived: bool = False
    _process: subprocess.Popen[bytes] | None = field(default=None, repr=False)

    @property
    def url(self) -> str:
        """The address for the official driver; `neo4j://` (routing) works against it too."""
        return f"bolt://{HOST}:{self.port}"

    @property
    def running(self) -> bool:
        """Whether the server's process is alive."""
        return self._process is not None and self._process.poll() is None

    def start(self) -> Neo4jServer:
        """Start and wait until it takes queries with `password`; raises StartFailed or jars.MissingTool."""
        command = self._command()
        self.port = self.port or free_port()
        for name in _FOLDERS:
            (self.home / name).mkdir(parents=True, exist_ok=True)
        configuration = _CONFIGURATION.format(host=HOST, port=self.port)
        configuration += _KEEP_PLANS if self.short_lived else ""
        (self.home / "conf" / "neo4j.conf").write_text(configuration, encoding="utf-8")
        with self._log.open("wb") as log:
            self._process = subprocess.Popen(command, stdout=log, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL)
        try:
            self._wait()
        except BaseException:
            self.stop()
            raise
        return self

    def stop(self) -> None:
        """Ask the server to end (SIGTERM), wait for it, and kill it only when it does not listen."""
        if self._process is None:
            return
        self._process.terminate()
        try:
            self._process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._process = None

    def wait(self) -> int:
        """Block until the server ends by itself or by a signal; its exit code."""
        return self._process.wait() if self._process else 0

    def driver(self) -> Driver:
        """A new driver for this server; the caller closes it."""
        return GraphDatabase.driver(self.url, auth=(USER, self.password))

    def __enter__(self) -> Neo4jServer:
        return self if self.running else self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    @property
    def _log(self) -> Path:
        return self.home / "console.log"

    def _command(self) -> list[str]:
        # setpriv makes the kernel end Neo4j when this process dies, even by SIGKILL: no server is left behind.
        tied = [setpriv, "--pdeathsig", "TERM"] if (setpriv := shutil.which("setpriv")) else []
        quick = ["-XX:TieredStopAtLevel=1"] if self.short_lived else []
        opened = [f"--add-opens={module}=ALL-UNNAMED" for module in _OPENED]
        return [
            *tied, java(), f"-Xmx{self.heap}", *quick, "-XX:+UseParallelGC", *opened, "-cp", f"{fetch_jars()}/*",
            "org.neo4j.server.CommunityEntryPoint", f"--home-dir={self.home}", f"--config-dir={self.home / 'conf'}",
        ]  # fmt: skip

    def _wait(self) -> None:
        deadline = time.monotonic() + START_SECONDS
        fresh = not (self.home / "data" / "databases").exists()
        while time.monotonic() < deadline:
            if not self.running:
                raise StartFailed(f"Neo4j ended while it started, its log {self._log} ends so:\n{self._tail()}")
            try:
                if fresh:
                    self._set_password()
                self._run("neo4j", self.password, "RETURN 1")
                return
            except (ServiceUnavailable, TransientError, OSError):
                time.sleep(0.25)
            except AuthError as problem:
                if fresh:
                    raise StartFailed(f"Neo4j refuses both its first password and ours: {problem}") from problem
                # A home whose first start was cut short still has the first password.
                fresh = True
        raise StartFailed(f"Neo4j did not answer within {START_SECONDS:.0f} s, its log ends so:\n{self._tail()}")

    def _set_password(self) -> None:
        change = "ALTER CURRENT USER SET PASSWORD FROM $old TO $new"
        self._run("system", FIRST_PASSWORD, change, old=FIRST_PASSWORD, new=self.password)

    def _run(self, database: LiteralString, password: str, query: LiteralString, **parameters: str) -> None:
        # Session.run is tried once; execute_query would go on for half a minute without noticing a dead server.
        with (
            GraphDatabase.driver(self.url, auth=(USER, password)) as driver,
            driver.session(database=database) as session,
        ):
            session.run(query, parameters).consume()

    def _tail(self) -> str:
        return self._log.read_text(encoding="utf-8", errors="replace")[-2000:]


def free_port() -> int:
    """A TCP port of the loopback interface nobody listens on at this moment."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


def is_free(port: int) -> bool:
    """Whether a server could listen on this port of the loopback interface now."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
    return True
