"""`make neo4j`: Neo4j in the foreground, its data kept under .cache/neo4j between runs; Ctrl+C stops it."""

from __future__ import annotations

import argparse
import os
import secrets
import signal
import sys
from pathlib import Path

from tools.neo4j.jars import CACHE, ROOT, FetchFailed, MissingTool, fetch_jars
from tools.neo4j.server import USER, Neo4jServer, StartFailed, free_port, is_free

USUAL_PORT = 7687


def main() -> int:
    """Fetch the jars, start, print how to connect, run until a signal comes. 0 done, 2 cannot start."""
    parser = argparse.ArgumentParser(prog="python -m tools.neo4j", description=__doc__)
    parser.add_argument("--port", type=int, default=0, help=f"bolt port (default {USUAL_PORT}, or a free one)")
    parser.add_argument("--heap", default="1g", help="Java heap (default 1g)")
    parser.add_argument("--jars-only", action="store_true", help="only fetch the jars")
    options = parser.parse_args()
    try:
        if options.jars_only:
            fetch_jars()
            return 0
        return _serve(options.port, options.heap)
    except (MissingTool, FetchFailed, StartFailed) as problem:
        print(f"neo4j: {problem}", file=sys.stderr)
        return 2


def _serve(port: int, heap: str) -> int:
    # Both signals end the wait, also in the background of a script, where a shell has Ctrl+C ignored.
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, signal.default_int_handler)
    secret = CACHE / "password"
    password = _kept_password(secret)
    if port and not is_free(port):
        raise StartFailed(f"port {port} is taken; stop what listens there or choose another: make neo4j PORT=7688")
    port = port or (USUAL_PORT if is_free(USUAL_PORT) else free_port())
    try:
        with Neo4jServer(CACHE / "home", password, port, heap) as server:
            shown = secret.relative_to(ROOT)
            print(f"Neo4j answers on {server.url}, user {USER}, password in {shown}; Ctrl+C stops it. To use it:")
            print(f"  export OPORA_STORE={server.url} OPORA_NEO4J_USER={USER} OPORA_NEO4J_PASSWORD=$(cat {shown})")
            sys.stdout.flush()
            return 0 if server.wait() == 0 else 2
    except KeyboardInterrupt:
        print("Neo4j has stopped.")
        return 0


def _kept_password(path: Path) -> str:
    """The password of the kept data; made on first use, readable by its owner alone."""
    if path.exists():
        return path.read_text(encoding="ascii").strip()
    path.parent.mkdir(parents=True, exist_ok=True)
    password = secrets.token_urlsafe(18)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(password + "\n")
    return password


if __name__ == "__main__":
    sys.exit(main())
